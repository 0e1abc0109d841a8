"""The profile that a roadmap promises after each quarter, and what brings it about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate, MaturityModel, Step
from culture_tui.domain.records import RoadmapRecord
from culture_tui.domain.roadmap import quarters_of
from culture_tui.domain.scoring import Profile, profile


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised for the end of a quarter, were every step up to then to succeed."""

    profile: Profile

    lifted_by: Mapping[str, tuple[str, ...]]
    """By dimension: the initiatives that end in this quarter and lift one of its practices."""

    opens: tuple[Gate, ...]
    """The gates that are passed from this quarter on, and were not before."""


def promises(assessment: Assessment, model: MaturityModel, record: RoadmapRecord) -> list[Promise]:
    """What a plan promises after each of its quarters, in full mode: a plan lifts practices."""
    full = assessment.workshop.model_copy(update={"mode": "full"})
    assessment = assessment.model_copy(update={"workshop": full})
    found: list[Promise] = []
    levels = {key: rating.level for key, rating in assessment.ratings.items()}
    before = profile(assessment)
    for quarter in range(1, record.quarters + 1):
        lifted = _lift(levels, assessment, model, record, quarter)
        ratings = {
            key: rating.model_copy(update={"level": levels[key]})
            for key, rating in assessment.ratings.items()
        }
        after = profile(assessment.model_copy(update={"ratings": ratings}))
        closed = {hold.gate.id for hold in after.overall.gates}
        opens = tuple(hold.gate for hold in before.overall.gates if hold.gate.id not in closed)
        found.append(Promise(after, lifted, opens))
        before = after
    return found


def projections(assessment: Assessment, model: MaturityModel, record: RoadmapRecord) -> list[Profile]:
    """The profile after each quarter of a plan, were every step of it to succeed."""
    return [promise.profile for promise in promises(assessment, model, record)]


def _lift(
    levels: dict[str, int | None],
    assessment: Assessment,
    model: MaturityModel,
    record: RoadmapRecord,
    quarter: int,
) -> dict[str, tuple[str, ...]]:
    """Lift what the initiatives lift that end in a quarter; who lifted which dimension."""
    lifted: dict[str, tuple[str, ...]] = {}
    for key, planned in record.steps.items():
        initiative = model.initiatives.get(key)
        if initiative is None or planned.status == "dropped":
            continue
        if planned.quarter + quarters_of(initiative) - 1 != quarter:
            continue
        for step in initiative.steps:
            level = levels.get(step.practice)
            levels[step.practice] = _lifted(level, step)
            skeleton = assessment.model.practices.get(step.practice)
            if levels[step.practice] != level and skeleton is not None:
                lifters = dict.fromkeys((*lifted.get(skeleton.dimension, ()), key))
                lifted[skeleton.dimension] = tuple(lifters)
    return lifted


def _lifted(level: int | None, step: Step) -> int | None:
    return step.end if level is not None and step.start <= level < step.end else level
