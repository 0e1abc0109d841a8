"""What no single table of an assessment can know: whether its parts fit together and its model.

The shape of each table is checked when it is read.
"""

from __future__ import annotations

from culture_tui.domain.assessment import Assessment
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
    return [*problems, *_scope_problems(assessment), *_roadmap_problems(assessment.roadmap)]


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
