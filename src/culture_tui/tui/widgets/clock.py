"""How long the group has been talking about a practice, beside the line that says where it is saved."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from culture_tui.tui.pacing import WorkshopClock
from culture_tui.tui.widgets.lines import plain

_MARGIN: Final = 2


class PracticeClock(Widget):
    """A few cells at the right; once the budget is used, for a while a sentence."""

    ALLOW_SELECT = False
    said: reactive[str] = reactive("")
    over: reactive[bool] = reactive(default=False, toggle_class="-over")

    def show_time(self, clock: WorkshopClock | None) -> None:
        """Show the time of the practice, and what there is to say about it; nothing without a clock."""
        reminder = clock.reminder(self.app.size.width) if clock else ""
        time = clock.practice_text if clock else ""
        self.said, self.over = " · ".join(part for part in (reminder, time) if part), bool(reminder)

    def watch_said(self) -> None:
        """Take as much room as is needed; nothing else moves while it stays the same."""
        width = cell_len(self.said) + _MARGIN if self.said else 0
        if self.styles.width is None or self.styles.width.value != width:
            self.styles.width = width

    def render(self) -> Content:
        """One line."""
        return plain(self.said)
