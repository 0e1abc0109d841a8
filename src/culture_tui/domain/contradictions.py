"""Where an assessment contradicts itself: a conversation to have, not a mistake to mend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Link, Symptom
from culture_tui.domain.progress import dimensions_in_scope
from culture_tui.domain.scoring import Profile, items_of, weighted_mean

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
    scores = {key: result.score for key, result in profile.dimensions.items() if result.score is not None}
    return _far_apart(assessment.model.links, scores)


def _far_apart(links: Iterable[Link], scores: Mapping[str, float]) -> list[Contradiction]:
    found = []
    for link in links:
        known = sorted((scores[key], key) for key in link.between if key in scores)
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


Riddle = Contradiction | ReportedSymptom
"""Something that does not fit together: two dimensions, or a symptom and the practices it points to."""


def riddles(assessment: Assessment, symptoms: Mapping[str, Symptom]) -> list[Riddle]:
    """What is worth a talk by now: between dimensions whose every practice is settled, and symptoms.

    A dimension that is half asked says little: its next practice may turn the contradiction around.
    """
    linked: list[Riddle] = [*_far_apart(assessment.model.links, _finished_scores(assessment))]
    return linked + [each for each in reported_symptoms(assessment, symptoms) if each.unexplained]


def _finished_scores(assessment: Assessment) -> dict[str, float]:
    """The scores of the dimensions whose every item is settled: in one go, since every key asks for them."""
    pulse = assessment.workshop.mode == "pulse"
    rated: dict[str, list[tuple[float, float]] | None] = {key: [] for key in dimensions_in_scope(assessment)}
    items = (
        ((key, key, 1.0) for key in rated)
        if pulse
        else ((key, each.dimension, each.weight) for key, each in assessment.model.practices.items())
    )
    for item, dimension, weight in items:
        pairs, rating = rated.get(dimension), assessment.answer(item)
        if not rating.is_settled:
            rated[dimension] = None
        elif pairs is not None and rating.level is not None:
            pairs.append((rating.level, weight))
    means = {key: weighted_mean(pairs) for key, pairs in rated.items() if pairs}
    return {key: mean for key, mean in means.items() if mean is not None}


def arisen(before: Assessment, after: Assessment, symptoms: Mapping[str, Symptom]) -> list[Riddle]:
    """What has become worth a talk by an answer: in `after`, and not in `before`.

    Asking in another mode or about another scope shows other answers, and nobody has said anything new.
    """
    if (before.workshop.mode, before.workshop.scope) != (after.workshop.mode, after.workshop.scope):
        return []
    known = {riddle_key(each) for each in riddles(before, symptoms)}
    return [each for each in riddles(after, symptoms) if riddle_key(each) not in known]


def riddle_key(riddle: Riddle) -> frozenset[str]:
    """What makes a riddle the same one, whatever the numbers are by now."""
    if isinstance(riddle, Contradiction):
        return frozenset({riddle.higher, riddle.lower})
    return frozenset({riddle.id})


def is_finished(assessment: Assessment, dimension: str) -> bool:
    """Whether everything of a dimension is settled, in one way or another."""
    return all(rating.is_settled for _, _, rating in items_of(assessment, dimension))


def differing(assessment: Assessment, contradiction: Contradiction) -> tuple[str, str]:
    """What of two dimensions differs most: the highest item of the higher, the lowest of the lower one."""
    rated = [
        [
            (rating.level, key)
            for key, _, rating in items_of(assessment, dimension)
            if rating.level is not None
        ]
        for dimension in (contradiction.higher, contradiction.lower)
    ]
    highest = max(rated[0], key=lambda each: each[0])
    lowest = min(rated[1], key=lambda each: each[0])
    return highest[1], lowest[1]
