"""What every screen has: a title, a line that says where things were saved, keys in the right language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, Final, TypeVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from culture_tui.language import _, marked
from culture_tui.tui.whole_keys import whole
from culture_tui.tui.widgets.bars import SavedLine, TopBar
from culture_tui.tui.widgets.key_line import KeyLine

WIDE: Final = 110
"""From this width on a screen has room for two panes."""

HIGH: Final = 30
"""From this height on a screen has room for blank lines and for sentences of several lines."""

LOW: Final = 20
"""Below this height every blank line counts."""

AROUND_A_LINE: Final = 5
"""Cells beside a line of a list: padding, and the scrollbar when there is one."""

Outcome = TypeVar("Outcome")


def translated(bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    """Bindings with their words in the interface's language."""
    return {
        key: active._replace(
            binding=replace(
                active.binding, description=_said(active.binding.description), tooltip=_said(active.tooltip)
            ),
            tooltip=_said(active.tooltip),
        )
        for key, active in bindings.items()
    }


def _said(text: str) -> str:
    return _(text) if text else ""


class CultureScreen(Screen[None]):
    """A whole screen: title above, keys below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="screen.back",
            show=False,
            tooltip=marked("Go back to the screen before this one."),
        ),
    ]

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings in force, in the interface's language: footer, help and palette read these."""
        bindings = self.arranged(translated(super().active_bindings))
        return whole(bindings, self.app.size.width, self.app.get_key_display)

    def arranged(self, bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
        """The bindings in the order of the footer, each named as it is named there."""
        return bindings

    def compose(self) -> ComposeResult:
        """Lay out title, content, saved line and keys; everything is styled once, for the room there is."""
        self._fit(self.app.size)
        yield TopBar()
        yield from self.content()
        footer = KeyLine()
        yield Vertical(Horizontal(SavedLine(), *self.beside_saved(), id="saved"), footer, id="bottom")

    def on_resize(self, event: Resize) -> None:
        """Room for two panes, or for one."""
        self._fit(event.size)
        self.refresh_bindings()

    def content(self) -> Iterable[Widget]:
        """The widgets between the title and the saved line."""
        return ()

    def beside_saved(self) -> Iterable[Widget]:
        """What stands at the right of the saved line."""
        return ()

    def action_back(self) -> None:
        """Step back; the first screen stays."""
        self.app.pop_screen()

    def show_state(self) -> None:
        """Say how saving stands, where the screen has something to save."""

    def show_saved(self, said: str, *, failed: bool) -> None:
        """Say where and when the newest change was saved."""
        for line in self.query(SavedLine):  # none while the screen is being taken down
            line.show(said, failed=failed)

    def _fit(self, room: Size) -> None:
        self.set_class(room.width >= WIDE, "-wide")
        self.set_class(room.width < WIDE, "-narrow")
        self.set_class(room.height >= HIGH, "-high")
        self.set_class(room.height < LOW, "-low")


class CultureDialog(ModalScreen[Outcome]):
    """A small window over a screen; Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "close",
            marked("Close"),
            id="dialog.close",
            tooltip=marked("Close this window."),
        ),
    ]

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings in force, in the interface's language."""
        return translated(super().active_bindings)

    def action_close(self) -> None:
        """Close without an outcome."""
        self.dismiss(None)

    def show_state(self) -> None:
        """Say how saving stands, where the window says that what is written is saved."""

    def hand_on(self) -> str:
        """Hand on what was typed so far, as before leaving; what is wrong with it, empty where nothing is."""
        return ""
