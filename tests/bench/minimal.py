"""The least that a Textual app with our widget classes can do: what the program is measured against.

`python minimal.py home` shows lists, `python minimal.py card` shows a practice and follows the
digit keys, without files, models or saving.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, OptionList, Static

from culture_tui.tui.widgets.bars import SavedLine, TopBar


class MinimalHome(App[None]):
    """Two lists between a title and the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "nothing", "Help")]

    def compose(self) -> ComposeResult:
        """The widgets of home."""
        yield TopBar()
        yield Static("Assessments")
        yield Static()
        yield Static()
        yield OptionList()
        yield Static("Models")
        yield OptionList()
        yield SavedLine()
        yield Footer()


def main() -> None:
    """Run the app that the argument names."""
    if sys.argv[1] == "home":
        MinimalHome().run()
        return
    from minimal_card import MinimalCard

    MinimalCard().run()


if __name__ == "__main__":
    main()
