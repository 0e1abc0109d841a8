"""The clocks of an open workshop: they tick while it is open, and go into no file."""

from __future__ import annotations

from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.pace import Pace
from culture_tui.domain.progress import is_answered, items_in_scope
from culture_tui.language import interface_words
from culture_tui.reports.pacing import over_text, short_over_text, slept_text, stopwatch_text, workshop_time
from culture_tui.tui.times import Times

TICK_SECONDS: Final = 1.0
FULL_WIDTH: Final = 80
"""From this width on a reminder has room for what to do."""


class WorkshopClock:
    """Feeds the time to the pace of one workshop."""

    def __init__(self, assessment: Assessment, current: str, budget: float, times: Times) -> None:
        """Start the clocks.

        Args:
            assessment: as it stands; what is answered in it tells nothing about this sitting.
            current: what the group talks about.
            budget: seconds that a practice (in pulse mode: a question) should take.
            times: where the time comes from.
        """
        self._times = times
        self._assessment = assessment
        self._order, self._answered = _state_of(assessment)
        self.pace = Pace(budget=budget, practice=current, moment=times.moment(), before=self._answered)

    def tick(self, assessment: Assessment, current: str) -> str:
        """Count the time up to now for what the group talked about; say so where the machine slept."""
        if assessment is not self._assessment:
            self._assessment = assessment
            self._order, self._answered = _state_of(assessment)
        self.pace = self.pace.at(self._times.moment(), current)
        return slept_text(self.pace, interface_words()) if self.pace.slept else ""

    def turn(self) -> bool:
        """Pause, or go on; whether they are paused now."""
        at = self._times.moment()
        self.pace = self.pace.resumed(at) if self.pace.is_paused else self.pace.paused(at)
        return self.pace.is_paused

    @property
    def workshop_text(self) -> str:
        """The time of the whole workshop, and when it ends."""
        return workshop_time(self.pace, self._order, self._answered, self._times.wall(), interface_words())

    @property
    def practice_text(self) -> str:
        """The time of the practice at hand."""
        return stopwatch_text(self.pace.here)

    def reminder(self, width: int) -> str:
        """That the practice at hand has just used its budget; empty where it is settled already."""
        if not self.pace.is_just_over or self.pace.practice in self._answered:
            return ""
        text = over_text if width >= FULL_WIDTH else short_over_text
        return text(self.pace, interface_words())


def _state_of(assessment: Assessment) -> tuple[list[str], frozenset[str]]:
    """What the workshop asks in order, and what of it is answered."""
    order = items_in_scope(assessment)
    return order, frozenset(item for item in order if is_answered(assessment, item))
