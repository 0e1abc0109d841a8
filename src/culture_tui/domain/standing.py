"""How a roadmap stands: what is in which quarter, what takes too much, what comes too early or too late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Initiative, MaturityModel
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.roadmap import candidates, quarters_of

_ROUNDING: Final = 1e-6

Steps = list[tuple[str, PlannedStep]]


@dataclass(frozen=True, slots=True)
class Moves:
    """What planning anew did to the steps of a plan; dropped ones are in none of these."""

    moved: tuple[str, ...]
    stayed: tuple[str, ...]
    new: tuple[str, ...]

    no_longer_fit: tuple[str, ...]
    """They are listed with the reason now."""

    no_longer_needed: tuple[str, ...]
    """Their gap is closed, or another step closes it."""


def steps_in(model: MaturityModel, record: RoadmapRecord, quarter: int) -> Steps:
    """The steps that start in a quarter (from 1), but for those that the model no longer knows."""
    return [
        (key, step)
        for key, step in record.steps.items()
        if step.quarter == quarter and step.status != "dropped" and key in model.initiatives
    ]


def dropped_steps(record: RoadmapRecord) -> Steps:
    """The steps that were given up."""
    return [(key, step) for key, step in record.steps.items() if step.status == "dropped"]


def unknown_steps(model: MaturityModel, record: RoadmapRecord) -> Steps:
    """The steps that the model no longer has; those that were given up are not among them."""
    return [
        (key, step)
        for key, step in record.steps.items()
        if key not in model.initiatives and step.status != "dropped"
    ]


def planned_days(model: MaturityModel, record: RoadmapRecord, quarter: int) -> float:
    """Person-days that fall into a quarter, of the steps that start in it or run on into it."""
    total = 0.0
    for start in range(1, quarter + 1):
        for key, step in steps_in(model, record, start):
            initiative = model.initiatives[key]
            if step.status != "done" and quarter < start + quarters_of(initiative):
                total += days_a_quarter(initiative)
    return total


def days_a_quarter(initiative: Initiative) -> float:
    """Person-days of an initiative that fall into each of its quarters."""
    return initiative.effort_days / quarters_of(initiative)


def days_run_on(model: MaturityModel, record: RoadmapRecord, quarter: int) -> float:
    """Person-days that fall into a quarter, of the steps that started before it."""
    of_its_own = sum(
        days_a_quarter(model.initiatives[key])
        for key, step in steps_in(model, record, quarter)
        if step.status != "done"
    )
    return max(0.0, planned_days(model, record, quarter) - of_its_own)


def days_over(model: MaturityModel, record: RoadmapRecord, quarter: int) -> float:
    """How many days more than it may hold fall into a quarter; 0 where it is not over-full."""
    over = planned_days(model, record, quarter) - record.capacity[quarter - 1]
    return over if over > _ROUNDING else 0.0


def too_early(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord
) -> dict[str, tuple[str, ...]]:
    """The planned steps that start before something that they need has ended, with what that is.

    Planning never makes one; people do when they move a step or drop what it needs.
    """
    waits = {each.id: each.after for each in candidates(assessment, model)}
    found = {}
    for key, step in record.steps.items():
        if key not in model.initiatives or step.status != "planned":
            continue
        needs = [need for need in model.initiatives[key].needs if need in record.steps]
        late = _not_ended(model, record, sorted(waits.get(key, needs)), step.quarter)
        if late:
            found[key] = tuple(late)
    return found


def is_overdue(step: PlannedStep, today: date) -> bool:
    """Whether a step should have been done before today."""
    return step.due is not None and step.due < today and step.status in {"planned", "started"}


def moves(before: RoadmapRecord | None, after: RoadmapRecord) -> Moves:
    """What planning anew did, by the ids of the steps."""
    old = {} if before is None else {key: step.quarter for key, step in _alive(before)}
    now = {key: step.quarter for key, step in _alive(after)}
    left = [key for key in old if key not in now]
    waiting = {each.initiative for each in after.unplanned}
    return Moves(
        moved=tuple(key for key in now if key in old and old[key] != now[key]),
        stayed=tuple(key for key in now if key in old and old[key] == now[key]),
        new=tuple(key for key in now if key not in old),
        no_longer_fit=tuple(key for key in left if key in waiting),
        no_longer_needed=tuple(key for key in left if key not in waiting),
    )


def changed_steps(before: RoadmapRecord | None, after: RoadmapRecord | None) -> list[str]:
    """The ids of the steps that two roadmaps do not agree on, those that are still there first."""
    old = {} if before is None else dict(before.steps)
    now = {} if after is None else dict(after.steps)
    own_before = {} if before is None else before.own
    own_now = {} if after is None else after.own
    keys = [*now, *(key for key in old if key not in now)]
    return [key for key in keys if old.get(key) != now.get(key) or own_before.get(key) != own_now.get(key)]


def _alive(record: RoadmapRecord) -> Steps:
    return [(key, step) for key, step in record.steps.items() if step.status != "dropped"]


def _not_ended(model: MaturityModel, record: RoadmapRecord, needs: Iterable[str], quarter: int) -> list[str]:
    """Of what a step needs, that which has not ended when its quarter begins."""
    late = []
    for need in needs:
        other = record.steps.get(need)
        if need not in model.initiatives or (other is not None and other.status == "done"):
            continue
        if (
            other is None
            or other.status == "dropped"
            or other.quarter + quarters_of(model.initiatives[need]) > quarter
        ):
            late.append(need)
    return late
