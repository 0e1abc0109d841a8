"""What no single table of an assessment can know: whether its parts fit together and its model.

The shape of each table is checked when it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import ModelSkeleton, Step
from culture_tui.domain.records import RoadmapRecord
from culture_tui.errors import Phrase, Place, Problem


def problems_of(assessment: Assessment) -> list[Problem]:
    """What no single table of an assessment can know: levels and histograms against its scale."""
    top = assessment.model.top
    problems: list[Problem] = []
    for table, ratings in (("ratings", assessment.ratings), ("pulse", assessment.pulse)):
        for key, rating in ratings.items():
            for name, level in (("level", rating.level), ("target", rating.target)):
                if level is not None and level > top:
                    what = Phrase("level {level} is not on the scale of 1 to {top}", level=level, top=top)
                    problems.append(Problem(what, Place(key=f"{table}.{key}.{name}")))
            for votes in rating.rounds:
                if len(votes) != top:
                    what = Phrase(
                        "a round of {count} numbers for a scale of {levels} levels",
                        count=len(votes),
                        levels=top,
                    )
                    problems.append(Problem(what, Place(key=f"{table}.{key}.rounds")))
    return [
        *problems,
        *_scope_problems(assessment),
        *_roadmap_problems(assessment.roadmap),
        *_own_problems(assessment),
    ]


def strangers_of(assessment: Assessment) -> list[Problem]:
    """What is kept although the model does not know it: no mistake for sure, but perhaps a slip."""
    known = {
        "ratings": assessment.model.practices.keys(),
        "pulse": assessment.model.dimensions.keys(),
    }
    kept = {"ratings": assessment.ratings.keys(), "pulse": assessment.pulse.keys()}
    return [
        Problem(
            Phrase("the model does not have this id; it is kept and does not count"),
            Place(key=f"{table}.{key}"),
        )
        for table, keys in kept.items()
        for key in keys
        if key not in known[table]
    ]


def _scope_problems(assessment: Assessment) -> list[Problem]:
    known = {*assessment.model.parts, *assessment.model.dimensions}
    return [
        Problem(Phrase("the model has no part or dimension `{id}`", id=key), Place(key="workshop.scope"))
        for key in assessment.workshop.scope
        if key not in known
    ]


def _roadmap_problems(roadmap: RoadmapRecord | None) -> list[Problem]:
    if roadmap is None:
        return []
    problems = []
    if len(roadmap.capacity) != roadmap.quarters:
        what = Phrase(
            "{count} numbers for {quarters} quarters", count=len(roadmap.capacity), quarters=roadmap.quarters
        )
        problems.append(Problem(what, Place(key="roadmap.capacity")))
    for key, step in roadmap.steps.items():
        if step.quarter > roadmap.quarters:
            what = Phrase("the roadmap has only {quarters} quarters", quarters=roadmap.quarters)
            problems.append(Problem(what, Place(key=f"roadmap.steps.{key}.quarter")))
    return problems


def _own_problems(assessment: Assessment) -> list[Problem]:
    """What keeps the group's own steps from being counted."""
    if assessment.roadmap is None:
        return []
    return [
        Problem(what, Place(key=f"roadmap.own.{key}.steps.{number}"))
        for key, own in assessment.roadmap.own.items()
        for number, step in enumerate(own.steps)
        for what in _wrong_with(step, assessment.model)
    ]


def _wrong_with(step: Step, model: ModelSkeleton) -> Iterator[Phrase]:
    if step.practice not in model.practices:
        yield Phrase("the model has no practice `{id}`", id=step.practice)
    if step.end > model.top:
        yield Phrase("level {level} is not on the scale of 1 to {top}", level=step.end, top=model.top)
    if step.start >= step.end:
        yield Phrase("a step goes up: from {start} to {end} does not", start=step.start, end=step.end)
