"""Where an assessment contradicts itself: a conversation to have, not a mistake to mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Symptom
from culture_tui.domain.scoring import Profile

APART: Final = 1.5
"""Linked dimensions whose scores differ by this many levels contradict each other."""

HEALTHY: Final = 4
"""A symptom seen often contradicts practices that are all rated here or above."""

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two linked dimensions with scores far apart, the higher first."""

    higher: str
    lower: str
    apart: float
    why: str


@dataclass(frozen=True, slots=True)
class ReportedSymptom:
    """A symptom that the group was asked about, as far as the model at hand knows it."""

    id: str
    seen: Literal["never", "sometimes", "often"]
    note: str

    title: str | None
    """None where the model is not at hand or does not have it; so are the two below."""

    points_to: tuple[str, ...] | None

    unexplained: bool | None
    """Whether it is seen often although every practice that it points to is rated 4 or above."""


def contradictions(assessment: Assessment, profile: Profile) -> list[Contradiction]:
    """The linked dimensions that differ by 1.5 levels or more, the widest first."""
    found = []
    for link in assessment.model.links:
        scores = [(profile.dimensions[key].score, key) for key in link.between if key in profile.dimensions]
        known = sorted((score, key) for score, key in scores if score is not None)
        if len(known) == len(link.between):
            (low, lower), (high, higher) = known
            if high - low >= APART - _ROUNDING:
                found.append(Contradiction(higher, lower, high - low, link.why))
    return sorted(found, key=lambda each: -each.apart)


def unexplained_symptoms(assessment: Assessment, symptoms: Mapping[str, Symptom]) -> list[str]:
    """The symptoms seen often although every practice that they point to is rated 4 or above."""
    return [
        key
        for key, symptom in symptoms.items()
        if key in assessment.symptoms
        and assessment.symptoms[key].seen == "often"
        and all((assessment.answer(practice).level or 0) >= HEALTHY for practice in symptom.points_to)
    ]


def reported_symptoms(
    assessment: Assessment, symptoms: Mapping[str, Symptom] | None
) -> list[ReportedSymptom]:
    """What the group said about each symptom, those seen often first; None where no model is at hand."""
    known = symptoms or {}
    unexplained = unexplained_symptoms(assessment, known)
    found = [
        ReportedSymptom(
            key,
            answer.seen,
            answer.note,
            title=known[key].title if key in known else None,
            points_to=known[key].points_to if key in known else None,
            unexplained=key in unexplained if key in known else None,
        )
        for key, answer in assessment.symptoms.items()
    ]
    return sorted(found, key=lambda each: ("often", "sometimes", "never").index(each.seen))
