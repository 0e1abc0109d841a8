"""Choosing how the program looks, with the look itself as the preview."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.language import _, marked
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.themes import THEMES
from culture_tui.tui.widgets.lines import plain


class LookDialog(CultureDialog[str]):
    """Shows each theme while the cursor is on it; Enter keeps it, Esc goes back to the one before."""

    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "close",
            marked("Cancel"),
            id="look.close",
            tooltip=marked("Close this window; the program looks as before."),
        ),
    ]

    def __init__(self, before: str) -> None:
        """Choose a theme; `before` is the name of the one in force."""
        super().__init__()
        self._before = before

    def compose(self) -> ComposeResult:
        """A line a theme."""
        with Vertical(classes="dialog"):
            yield Static(plain(_("Theme")), classes="dialog-title")
            yield OptionList(
                *(Option(plain(_(name)), key) for key, (_theme, name) in THEMES.items()), compact=True
            )
            yield Static(plain(_("Enter keeps it, Esc does not.")), classes="dialog-foot")

    def on_mount(self) -> None:
        """Begin with the theme in force."""
        names = [theme.name for theme, _name in THEMES.values()]
        self.query_one(OptionList).highlighted = names.index(self._before) if self._before in names else 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show it."""
        theme, _name = THEMES[str(event.option.id)]
        self.app.theme = theme.name

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep it."""
        self.dismiss(event.option.id)

    def action_close(self) -> None:
        """Show the one from before again."""
        self.app.theme = self._before
        self.dismiss(None)
