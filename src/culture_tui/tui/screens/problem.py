"""A file that cannot be used: what is wrong with it, where, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from culture_tui.errors import CultureError, NewerFormatError
from culture_tui.language import _, marked, say_error
from culture_tui.tui.screens.base import CultureScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain


class ProblemScreen(CultureScreen):
    """Says the same as the command line would."""

    HELP = marked("Nothing was changed. Mend the file in an editor, or choose another one.")
    AUTO_FOCUS = "#problems"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "back",
            marked("Back"),
            id="problem.back",
            tooltip=marked("Go back to the screen before this one."),
        ),
    ]

    def __init__(self, error: CultureError) -> None:
        super().__init__()
        self._error = error

    def content(self) -> Iterable[Widget]:
        """The problems, a paragraph each."""
        newer = isinstance(self._error, NewerFormatError)
        title = _("A newer version wrote this file") if newer else _("This cannot be used as it is")
        yield Static(plain(title), classes="heading")
        with_lines = "\n\n".join(say_error(self._error))
        yield VerticalScroll(Static(plain(with_lines)), id="problems")

    def on_mount(self) -> None:
        """Say that nothing was touched."""
        self.query_one(TopBar).show("culture")
        self.show_saved(_("Nothing on disk was changed."), failed=False)
