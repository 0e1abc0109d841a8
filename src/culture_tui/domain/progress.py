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


def is_answered(assessment: Assessment, practice_id: str) -> bool:
    """Whether the group is done with a practice: it has a level or a reason not to have one."""
    rating = assessment.rating(practice_id)
    return rating.level is not None or rating.not_applicable is not None


def coverage_of(assessment: Assessment, practice_ids: Sequence[str]) -> Coverage:
    """How many of these practices are rated."""
    ratings = [assessment.rating(practice) for practice in practice_ids]
    applicable = [rating for rating in ratings if rating.not_applicable is None]
    return Coverage(
        rated=sum(rating.level is not None for rating in applicable),
        applicable=len(applicable),
        total=len(ratings),
    )


def next_unanswered(assessment: Assessment, after: str | None = None) -> str | None:
    """The practice to ask next: the first unanswered one behind `after`, going round once.

    None where the group has answered everything in scope.
    """
    order = practices_in_scope(assessment)
    start = order.index(after) + 1 if after in order else 0
    for practice in [*order[start:], *order[:start]]:
        if not is_answered(assessment, practice):
            return practice
    return None
