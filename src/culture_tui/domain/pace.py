"""How the time of a workshop goes: what each practice took, and when it will be over.

A moment is a number of seconds on a clock that never goes back. It is handed in. What was
spent in pauses, and while the machine slept, counts for nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

LONGEST_STEP: Final = 180.0
"""A longer time between two looks at the clock is a machine that slept: it counts as a pause."""

PRACTICES_TO_KNOW: Final = 8
"""The budget weighs as much as so many practices: after so many the plan and the group count alike."""

REMINDED_FOR: Final = 60.0
"""So many seconds of a practice are reminded of its budget, once."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The clocks of one sitting; each moment that is fed gives another."""

    budget: float
    """Seconds that a practice should take."""

    practice: str
    """The one that the group talks about."""

    moment: float
    """Up to when time has been counted."""

    before: frozenset[str] = frozenset()
    """Practices that were answered before this sitting: they tell nothing about its pace."""

    spent: Mapping[str, float] = field(default_factory=dict)
    """Seconds by practice."""

    parked: frozenset[str] = frozenset()
    """Practices that were left for later."""

    set_aside: Mapping[str, float] = field(default_factory=dict)
    """By practice that was ever parked: the seconds that it had taken by then."""

    is_paused: bool = False

    slept: float = 0.0
    """Seconds that the newest step left out because the machine slept."""

    @property
    def elapsed(self) -> float:
        """Seconds in all."""
        return sum(self.spent.values())

    @property
    def here(self) -> float:
        """Seconds that the practice at hand took so far."""
        return self.spent.get(self.practice, 0.0)

    @property
    def is_over(self) -> bool:
        """Whether the practice at hand has used its budget."""
        return self.here >= self.budget

    @property
    def is_just_over(self) -> bool:
        """Whether it has done so within the last minute: the time to say it."""
        return self.budget <= self.here < self.budget + REMINDED_FOR

    def at(self, moment: float, practice: str) -> Pace:
        """The clocks at a later moment, from which on the group talks about a practice."""
        step = max(0.0, moment - self.moment)
        slept = step if step > LONGEST_STEP and not self.is_paused else 0.0
        spent = self.spent
        if step and not slept and not self.is_paused:
            spent = {**spent, self.practice: self.here + step}
        return replace(self, moment=max(moment, self.moment), practice=practice, spent=spent, slept=slept)

    def planned(self, budget: float, parked: Collection[str]) -> Pace:
        """The clocks for what the workshop is now.

        Args:
            budget: seconds that a practice should take from here on.
            parked: practices that were left for later; they need their time once more.
        """
        new = {key: self.spent.get(key, 0.0) for key in parked if key not in self.parked}
        return replace(self, budget=budget, parked=frozenset(parked), set_aside={**self.set_aside, **new})

    def paused(self, moment: float) -> Pace:
        """The clocks stopped."""
        return replace(self.at(moment, self.practice), is_paused=True)

    def resumed(self, moment: float) -> Pace:
        """The clocks going on."""
        return replace(self.at(moment, self.practice), is_paused=False)

    def per_practice(self, answered: Collection[str]) -> float:
        """Seconds that a practice takes: the mean of those answered in this sitting, and of the budget.

        The budget counts as `PRACTICES_TO_KNOW` practices, however many were answered: n of them
        weigh n / (n + 8).
        """
        done = [seconds for key, seconds in self.spent.items() if key in answered and key not in self.before]
        return (sum(done) + PRACTICES_TO_KNOW * self.budget) / (len(done) + PRACTICES_TO_KNOW)

    def remaining(self, order: Sequence[str], answered: Collection[str]) -> float:
        """Seconds until all practices in this order are answered, at the pace so far.

        What a practice took already is no longer to come, but for what it took before it was parked.
        """
        pace = self.per_practice(answered)
        return sum(max(0.0, pace - self._taken(key)) for key in order if key not in answered)

    def _taken(self, practice: str) -> float:
        return self.spent.get(practice, 0.0) - self.set_aside.get(practice, 0.0)
