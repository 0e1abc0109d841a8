"""The line that says that something does not fit together; it stays as long as it is worth a talk."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from culture_tui.tui.widgets.lines import plain, shortened

_KEY: Final = " (i)"
"""Shows what to ask about it."""


class TalkLine(Widget):
    """One line, or none where nothing has arisen."""

    ALLOW_SELECT = False
    said: reactive[str] = reactive("")

    def show(self, said: str) -> None:
        """Say this, or take the line away."""
        self.said = said
        self.display = bool(said)

    def on_mount(self) -> None:
        """Nothing has arisen yet."""
        self.display = bool(self.said)

    def render(self) -> Content:
        """The line, its key always in sight."""
        return plain(shortened(self.said, self.content_size.width - len(_KEY)) + _KEY)
