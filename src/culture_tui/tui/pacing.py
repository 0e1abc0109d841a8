"""The clocks of an open workshop: they tick while it is open, and go into no file."""

from __future__ import annotations

from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.pace import Pace
from culture_tui.domain.progress import is_answered, items_in_scope, parked
from culture_tui.domain.settings import Settings
from culture_tui.language import interface_words
from culture_tui.reports.pacing import over_text, short_over_text, slept_text, stopwatch_text, workshop_time
from culture_tui.tui.times import Times

TICK_SECONDS: Final = 1.0
FULL_WIDTH: Final = 80
"""From this width on a reminder has room for what to do."""


class WorkshopClock:
    """Feeds the time to the pace of one workshop."""

    def __init__(self, assessment: Assessment, current: str, settings: Settings, times: Times) -> None:
        """Start the clocks.

        Args:
            assessment: as it stands; what is answered in it tells nothing about this sitting.
            current: what the group talks about.
            settings: how long a practice, in pulse mode a question, should take.
            times: where the time comes from.
        """
        self._times = times
        self._settings = settings
        self._assessment = assessment
        self._order: list[str] = []
        self._answered: frozenset[str] = frozenset()
        before = frozenset(
            item
            for answers in (assessment.ratings, assessment.pulse)
            for item, answer in answers.items()
            if answer.is_settled and answer.left_open != "parked"
        )
        self.pace = Pace(budget=0.0, practice=current, moment=times.moment(), before=before)
        self._follow(assessment)

    def tick(self, assessment: Assessment, current: str) -> str:
        """Count the time up to now for what the group talked about; say so where the machine slept."""
        self.pace = self.pace.at(self._times.moment(), current)
        if assessment is not self._assessment:
            self._follow(assessment)
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
        if not self.pace.is_just_over or is_answered(self._assessment, self.pace.practice):
            return ""
        text = over_text if width >= FULL_WIDTH else short_over_text
        return text(self.pace, interface_words())

    def _follow(self, assessment: Assessment) -> None:
        """Take in what is asked now, what of it is done, and how long each should take."""
        self._assessment = assessment
        self._order = items_in_scope(assessment)
        waiting = parked(assessment)
        self._answered = frozenset(
            item for item in self._order if is_answered(assessment, item) and item not in waiting
        )
        budget = 60 * self._settings.minutes_each(assessment.workshop.mode)
        self.pace = self.pace.planned(budget, waiting)
