"""From an assessment and its model to a roadmap that can be kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.records import PlannedStep, RoadmapRecord, Unplanned
from culture_tui.domain.roadmap import candidates, quarters_of
from culture_tui.planning.greedy import Job, schedule

DEFAULT_QUARTERS: Final = 6
DEFAULT_CAPACITY: Final = 20.0
"""Person-days a quarter that may be planned: a fifth of 25 is left free for what nobody foresees."""


def plan(
    assessment: Assessment,
    model: MaturityModel,
    *,
    start: date,
    quarters: int | None = None,
    capacity: float | Sequence[float] | None = None,
) -> RoadmapRecord:
    """Plan the roadmap anew; steps that are pinned, started, done, dropped or the group's own stay.

    So do those that the model no longer has: people decide about them. What people wrote about a
    step (owner, due date, note) goes with it to its new quarter, and keeps it in the plan.
    The model is the one `with_own_steps` gives.
    Quarters and capacity (person-days, one number or one each) default to those of the plan before.
    """
    before = assessment.roadmap
    capacities = _capacities(before, quarters, capacity)
    own = {} if before is None else before.own
    kept = {} if before is None else _within(_with_places(before), len(capacities))
    held = {key: step for key, step in kept.items() if _is_held(key, step, model, own)}
    moving = {key: step for key, step in held.items() if step.status in {"planned", "started"}}
    done = frozenset(key for key, step in held.items() if step.status == "done")
    jobs = [job for job in _jobs(assessment, model, moving) if job.id not in held.keys() - moving.keys()]
    fixed = {key: step.quarter for key, step in moving.items()}
    result = schedule(jobs, capacities, fixed, done)
    written = {key: step for key, step in kept.items() if _is_written(step) and key not in held}
    left_over = {key: step.quarter for key, step in written.items() if key in result.unplanned}
    if left_over:  # they stay where they were, and everything else makes room for them
        result = schedule(jobs, capacities, fixed | left_over, done)
    steps = written | _placed(kept, result.starts) | held
    return RoadmapRecord(
        start=start,
        quarters=len(capacities),
        capacity=capacities,
        unplanned=tuple(
            Unplanned(initiative=key, reason=why) for key, why in result.unplanned.items() if key not in steps
        ),
        steps={key: steps[key] for key in sorted(steps, key=lambda key: (steps[key].quarter, key))},
        own=own,
    )


def _placed(kept: Mapping[str, PlannedStep], starts: Mapping[str, int]) -> dict[str, PlannedStep]:
    """Each step in its new quarter, with what people wrote about it."""
    return {
        key: kept.get(key, PlannedStep(quarter=quarter)).model_copy(update={"quarter": quarter})
        for key, quarter in starts.items()
    }


def _with_places(before: RoadmapRecord) -> dict[str, PlannedStep]:
    """All steps; an own one without a place is in the first quarter."""
    return {key: PlannedStep(quarter=1) for key in before.own} | dict(before.steps)


def _is_held(key: str, step: PlannedStep, model: MaturityModel, own: Collection[str]) -> bool:
    """Whether a step keeps its place whatever the plan would like."""
    return step.pinned or step.status != "planned" or key in own or key not in model.initiatives


def _within(steps: Mapping[str, PlannedStep], quarters: int) -> dict[str, PlannedStep]:
    """Steps with those behind the last quarter brought into it."""
    return {
        key: step if step.quarter <= quarters else step.model_copy(update={"quarter": quarters})
        for key, step in steps.items()
    }


def _is_written(step: PlannedStep) -> bool:
    """Whether people have put work into a step: it stays, even where it no longer fits."""
    return bool(step.owner or step.due or step.note)


def _capacities(
    before: RoadmapRecord | None, quarters: int | None, capacity: float | Sequence[float] | None
) -> tuple[float, ...]:
    """Person-days for each quarter; a longer horizon goes on with the last one known."""
    known = before.capacity if before is not None else ()
    wanted = quarters or (before.quarters if before is not None else DEFAULT_QUARTERS)
    if isinstance(capacity, (int, float)):
        return (capacity,) * wanted
    if capacity is not None:
        return tuple(capacity)
    rest = known[-1] if known else DEFAULT_CAPACITY
    return (*known[:wanted], *(rest for _ in range(wanted - len(known))))


def _jobs(assessment: Assessment, model: MaturityModel, moving: Mapping[str, PlannedStep]) -> list[Job]:
    """What there is to place: what is worth doing now, and what was promised already."""
    jobs = [
        Job(each.id, each.value, each.effort, each.quarters, each.after)
        for each in candidates(assessment, model)
    ]
    known = {job.id for job in jobs}
    promised = [key for key in moving if key not in known and key in model.initiatives]
    return jobs + [
        Job(key, 0.0, model.initiatives[key].effort_days, quarters_of(model.initiatives[key]))
        for key in promised
    ]
