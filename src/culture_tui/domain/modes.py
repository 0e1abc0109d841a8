"""Two ways to hold a workshop: every practice, or one question a dimension; and what each takes.

Whoever changes from one to the other loses nothing: levels of practices and answers of pulse
mode are kept apart, and only those of the mode in force count.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import DimensionSkeleton, PracticeSkeleton
from culture_tui.domain.progress import dimensions_in_scope, items_in_scope, next_unanswered
from culture_tui.domain.scoring import profile
from culture_tui.domain.settings import Settings

Mode = Literal["full", "pulse"]

_MOST_WEAK: Final = 2
"""As many dimensions as a group can go into in an hour more."""


@dataclass(frozen=True, slots=True)
class Workload:
    """How much a workshop asks, and how long that takes."""

    mode: Mode

    items: int
    """Practices, in pulse mode questions."""

    minutes_each: float
    """How long one takes, as the settings have it."""

    @property
    def minutes(self) -> int:
        """How long all take, upwards."""
        return -int(-self.items * self.minutes_each // 1)


@dataclass(frozen=True, slots=True)
class Kept:
    """What has an answer and does not count now."""

    practices: int = 0
    """Settled before the workshop asked in pulse mode; 0 in full mode."""

    questions: int = 0
    """Answered in pulse mode; 0 while that is the mode in force."""

    not_in_scope: int = 0
    """Of the mode in force."""


def workload(
    practices: Mapping[str, PracticeSkeleton], mode: Mode, dimensions: Collection[str], settings: Settings
) -> Workload:
    """What a workshop about these dimensions asks, and how long it takes by these settings."""
    asked = sum(practice.dimension in dimensions for practice in practices.values())
    items = len(dimensions) if mode == "pulse" else asked
    return Workload(mode, items, settings.minutes_each(mode))


def workload_of(assessment: Assessment, settings: Settings) -> Workload:
    """What a workshop asks as it stands, and how long it takes by these settings."""
    mode = assessment.workshop.mode
    return Workload(mode, len(items_in_scope(assessment)), settings.minutes_each(mode))


def scope_of(dimensions: Mapping[str, DimensionSkeleton], chosen: Collection[str]) -> tuple[str, ...]:
    """The dimensions that were chosen, in the model's order; empty where all were."""
    scope = tuple(key for key in dimensions if key in chosen)
    return () if len(scope) == len(dimensions) else scope


def kept_apart(assessment: Assessment) -> Kept:
    """How many answers are kept that do not count in this mode and this scope."""
    model, asked = assessment.model, set(items_in_scope(assessment))
    practices = {key for key in model.practices if assessment.rating(key).is_settled}
    questions = {
        key for key in assessment.pulse if key in model.dimensions and assessment.pulse[key].is_settled
    }
    if assessment.workshop.mode == "pulse":
        return Kept(practices=len(practices), not_in_scope=len(questions - asked))
    return Kept(questions=len(questions), not_in_scope=len(practices - asked))


def place_in(assessment: Assessment, current: str) -> str:
    """Where to go on after a change of mode or scope: here, at what belongs to it, or at what is open."""
    items = items_in_scope(assessment)
    if current in items:
        return current
    practices = assessment.model.practices
    if current in practices and practices[current].dimension in items:
        return practices[current].dimension
    below = [key for key in items if key in practices and practices[key].dimension == current]
    still_open = [key for key in below if not assessment.answer(key).is_settled]
    return next(iter([*still_open, *below]), None) or next_unanswered(assessment) or items[0]


def weakest(assessment: Assessment) -> list[str]:
    """The dimensions of a pulse that are worth going into, the lowest first; none where nothing is rated."""
    scores = profile(assessment).dimensions
    rated = [key for key in dimensions_in_scope(assessment) if scores[key].score is not None]
    return sorted(rated, key=lambda key: scores[key].score or 0)[:_MOST_WEAK]


def deeper(assessment: Assessment, at: datetime) -> Assessment:
    """The same workshop asking every practice of its weakest dimensions, or of all where none is rated."""
    chosen = weakest(assessment) or dimensions_in_scope(assessment)
    scope = scope_of(assessment.model.dimensions, chosen)
    changes = {"mode": "full", "scope": scope}
    return assessment.with_workshop(assessment.workshop.model_copy(update=changes), at)
