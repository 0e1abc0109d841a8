"""Full or pulse: two lines, one of them chosen."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from culture_tui.domain.modes import Mode
from culture_tui.language import marked
from culture_tui.tui.messages import FactsChanged
from culture_tui.tui.widgets.lines import plain, shortened

_MODES: Final[tuple[Mode, ...]] = ("full", "pulse")


class ModeChoice(Widget, can_focus=True):
    """Shows what each mode asks; arrows and Space choose, a click too."""

    HELP = marked(
        "Full asks every practice with its own levels. Pulse asks one question a dimension: quick, and "
        "without a roadmap. Space or an arrow key changes it; you can change it again later, with b."
    )
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,up,down,left,right",
            "change",
            marked("Change the mode"),
            id="mode.change",
            show=False,
            tooltip=marked("Choose the other mode."),
        ),
    ]

    mode: reactive[Mode] = reactive("full")
    said: reactive[tuple[str, str]] = reactive(("", ""))

    def show(self, mode: Mode, said: tuple[str, str]) -> None:
        """Show what full and pulse ask, and which is chosen."""
        self.mode, self.said = mode, said

    def render(self) -> Content:
        """A line a mode."""
        lines = []
        for mode, said in zip(_MODES, self.said, strict=True):
            mark = "●" if mode == self.mode else "○"
            line = plain(shortened(f"{mark} {said}", self.size.width))
            lines.append(
                line.stylize("bold reverse" if self.has_focus else "bold") if mode == self.mode else line
            )
        return Content("\n").join(lines)

    def action_change(self) -> None:
        """Choose the other mode."""
        self._choose(_MODES[1 - _MODES.index(self.mode)])

    def on_click(self, event: events.Click) -> None:
        """Choose the mode of the line."""
        if event.y < len(_MODES):
            self._choose(_MODES[event.y])

    def _choose(self, mode: Mode) -> None:
        if mode != self.mode:
            self.mode = mode
            self.post_message(FactsChanged("mode"))
