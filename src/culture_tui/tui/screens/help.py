"""Help: what every key does on the screen that it was asked from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from culture_tui.language import _, marked
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.widgets.field import Field
from culture_tui.tui.widgets.lines import plain


class HelpDialog(CultureDialog[None]):
    """A table of keys, read off the bindings themselves."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1,q",
            "close",
            marked("Close"),
            id="help.close",
            show=False,
            tooltip=marked("Close this window."),
        ),
    ]

    def __init__(self, bindings: Mapping[str, ActiveBinding], about: Sequence[str]) -> None:
        super().__init__()
        self._shown = bindings
        self._about = about

    def compose(self) -> ComposeResult:
        """What the screen is for, its keys, and how to close."""
        with VerticalScroll(classes="dialog wide"):
            yield Static(plain(_("Help")), classes="dialog-title")
            for said in self._about:
                yield Static(plain(said), classes="dialog-text")
            yield Static(self._table())
            yield Static(plain(_("Esc closes this window.")), classes="dialog-foot")

    def _table(self) -> Table:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, style="bold")
        table.add_column(ratio=1)
        keys: dict[str, list[str]] = {}
        for active in self._shown.values():
            if active.tooltip and active.enabled:
                keys.setdefault(active.tooltip, []).append(self.app.get_key_display(active.binding))
        for said, shown in keys.items():
            table.add_row(Text(" ".join(dict.fromkeys(shown))), Text(said))
        return table


def help_of(screen: Screen[object]) -> list[str]:
    """What the focused widget is for, then what holds it, the screen last."""
    nodes = [] if screen.focused is None else screen.focused.ancestors_with_self
    said = [
        node.about if isinstance(node, Field) else _(node.HELP) if node.HELP else ""
        for node in (*(node for node in nodes if isinstance(node, Widget) and node is not screen), screen)
    ]
    return [each for each in said if each]
