"""What a workshop has talked about, what it has not, and what to ask next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from culture_tui.domain.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what could be rated has been: numbers of practices."""

    rated: int
    applicable: int
    """All in scope but those that the group found not applicable."""

    total: int
    """All in scope."""

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.rated + other.rated, self.applicable + other.applicable, self.total + other.total
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a workshop has come with what it asks."""

    answered: int
    """Rated, or found not applicable."""

    open: int
    """Talked about and left without a level: split or parked."""

    total: int
    """All that is asked."""


def dimensions_in_scope(assessment: Assessment) -> list[str]:
    """The ids of the dimensions that the workshop talks about, in the model's order."""
    scope = assessment.workshop.scope
    dimensions = assessment.model.dimensions
    if not scope:
        return list(dimensions)
    return [key for key, dimension in dimensions.items() if key in scope or dimension.part in scope]


def practices_in_scope(assessment: Assessment) -> list[str]:
    """The ids of the practices that the workshop talks about, dimension by dimension."""
    return [
        practice
        for dimension in dimensions_in_scope(assessment)
        for practice in assessment.model.practices_of(dimension)
    ]


def groups_in_scope(assessment: Assessment) -> dict[str, list[str]]:
    """What the workshop asks: practices by their dimension, in pulse mode dimensions by their part."""
    in_scope, model = dimensions_in_scope(assessment), assessment.model
    if assessment.workshop.mode != "pulse":
        return {dimension: list(model.practices_of(dimension)) for dimension in in_scope}
    return {
        part: children
        for part in model.parts
        if (children := [key for key in in_scope if model.dimensions[key].part == part])
    }


def items_in_scope(assessment: Assessment) -> list[str]:
    """The ids of what the workshop asks, in the order of asking: practices, in pulse mode dimensions."""
    return [item for items in groups_in_scope(assessment).values() for item in items]


def is_answered(assessment: Assessment, item: str) -> bool:
    """Whether the group is done with a practice (in pulse mode: a dimension)."""
    return assessment.answer(item).is_settled


def coverage_of(assessment: Assessment, items: Sequence[str]) -> Coverage:
    """How many of these are rated."""
    ratings = [assessment.answer(item) for item in items]
    applicable = [rating for rating in ratings if rating.not_applicable is None]
    return Coverage(
        rated=sum(rating.level is not None for rating in applicable),
        applicable=len(applicable),
        total=len(ratings),
    )


def progress_of(assessment: Assessment, items: Sequence[str]) -> Progress:
    """How many of these are answered, and how many were left open; a split or parked one has no level."""
    answers = [assessment.answer(item) for item in items]
    still_open = sum(answer.left_open is not None for answer in answers)
    settled = sum(answer.is_settled for answer in answers)
    return Progress(answered=settled - still_open, open=still_open, total=len(answers))


def parked(assessment: Assessment) -> list[str]:
    """The ids of what the group left for later, in the order of asking: it needs its time once more."""
    return [item for item in left_open(assessment) if assessment.answer(item).left_open == "parked"]


def left_open(assessment: Assessment) -> list[str]:
    """The ids of what the group left open on purpose, split or parked, in the order of asking."""
    return [item for item in items_in_scope(assessment) if assessment.answer(item).left_open is not None]


def next_unanswered(assessment: Assessment, after: str | None = None) -> str | None:
    """What to ask next: the first unanswered item behind `after`, going round once.

    None where the group has answered everything in scope.
    """
    order = items_in_scope(assessment)
    start = order.index(after) + 1 if after in order else 0
    return next(
        (item for item in [*order[start:], *order[:start]] if not is_answered(assessment, item)), None
    )
