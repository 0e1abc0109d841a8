"""Steps that a group adds to a roadmap itself, beside the initiatives of the model."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from typing import Final
from unicodedata import normalize

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError

_LONGEST: Final = 40
_NOT_IN_AN_ID: Final = re.compile(r"[^a-z0-9]+")


def with_own_steps(model: MaturityModel, assessment: Assessment) -> MaturityModel:
    """The model with the group's own steps among its initiatives.

    What an own step says about practices, levels or initiatives that the model does not have is
    left out, so that planning, projections and documents never meet an id that they do not know.
    """
    roadmap = assessment.roadmap
    if roadmap is None or not roadmap.own:
        return model
    known = model.initiatives.keys() | roadmap.own.keys()
    practices = model.practices.keys() & assessment.model.practices.keys()
    own = {
        key: each.model_copy(
            update={
                "steps": tuple(step for step in each.steps if step.practice in practices),
                "needs": tuple(need for need in each.needs if need in known and need != key),
            }
        )
        for key, each in roadmap.own.items()
    }
    return model.model_copy(update={"initiatives": {**model.initiatives, **own}})


def own_id(title: str, taken: Collection[str]) -> str:
    """An id for an own step: `own-` and its title, with a number where that is taken."""
    ascii_only = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    named = _NOT_IN_AN_ID.sub("-", ascii_only).strip("-")[:_LONGEST].strip("-")
    wanted = f"own-{named or 'step'}"
    if wanted not in taken:
        return wanted
    return next(key for number in range(2, len(taken) + 3) if (key := f"{wanted}-{number}") not in taken)


def with_own_step(
    assessment: Assessment, key: str, initiative: OwnInitiative, step: PlannedStep, at: datetime
) -> Assessment:
    """An own step as it is to be kept, new or changed.

    Raises:
        UnsoundInputError: nothing is planned yet, so that there is no quarter to put it in.
    """
    record = _planned(assessment, key)
    changes = {"own": {**record.own, key: initiative}, "steps": {**record.steps, key: step}}
    return assessment.with_roadmap(record.model_copy(update=changes), at)


def without_step(assessment: Assessment, key: str, at: datetime) -> Assessment:
    """The roadmap without a step: an own one, or one that the model no longer has.

    Raises:
        UnsoundInputError: nothing is planned yet.
    """
    record = _planned(assessment, key)
    changes = {
        "own": {name: each for name, each in record.own.items() if name != key},
        "steps": {name: each for name, each in record.steps.items() if name != key},
    }
    return assessment.with_roadmap(record.model_copy(update=changes), at)


def _planned(assessment: Assessment, key: str) -> RoadmapRecord:
    if assessment.roadmap is None:
        raise UnsoundInputError(Problem(Phrase("this is not in the plan"), Place(key=f"roadmap.steps.{key}")))
    return assessment.roadmap
