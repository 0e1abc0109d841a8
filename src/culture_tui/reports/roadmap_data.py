"""The roadmap as data for other programs."""

from __future__ import annotations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Initiative, MaturityModel
from culture_tui.domain.projecting import promises
from culture_tui.domain.quarters import quarter_of
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.standing import (
    days_over,
    dropped_steps,
    planned_days,
    steps_in,
    too_early,
    unknown_steps,
)
from culture_tui.reports.projected import promise_json
from culture_tui.reports.worth import candidates_of, worth_json


def roadmap_json(assessment: Assessment, model: MaturityModel, record: RoadmapRecord) -> dict[str, object]:
    """The roadmap as data; its keys are a contract (docs/assessment-format.md)."""
    after = promises(assessment, model, record)
    worth = candidates_of(assessment, model)
    early = too_early(assessment, model, record)
    return {
        "id": assessment.id,
        "start": record.start.isoformat(),
        "quarters": [
            {
                "quarter": number,
                "name": "Q{} {}".format(*quarter_of(record.start, number)),
                "capacity": record.capacity[number - 1],
                "planned_days": planned_days(model, record, number),
                "days_over": days_over(model, record, number),
                "projected": promise_json(promise),
                "steps": [
                    {"initiative": key}
                    | _initiative_json(model.initiatives[key])
                    | _step_json(key, step, record)
                    | {"before_what_it_needs": list(early.get(key, ()))}
                    | worth_json(assessment, worth.get(key))
                    for key, step in steps_in(model, record, number)
                ],
            }
            for number, promise in enumerate(after, start=1)
        ],
        "dropped": [_set_aside_json(key, step, model, record) for key, step in dropped_steps(record)],
        "unknown": [_set_aside_json(key, step, model, record) for key, step in unknown_steps(model, record)],
        "unplanned": [each.model_dump(mode="json") for each in record.unplanned],
    }


def _initiative_json(initiative: Initiative) -> dict[str, object]:
    return {
        "title": initiative.title,
        "steps": [each.model_dump(by_alias=True) for each in initiative.steps],
        "effort_days": initiative.effort_days,
        "weeks": initiative.weeks,
        "owner_role": initiative.owner_role,
    }


def _step_json(key: str, step: PlannedStep, record: RoadmapRecord) -> dict[str, object]:
    return {
        "owner": step.owner,
        "status": step.status,
        "due": None if step.due is None else step.due.isoformat(),
        "note": step.note,
        "pinned": step.pinned,
        "own": key in record.own,
    }


def _set_aside_json(
    key: str, step: PlannedStep, model: MaturityModel, record: RoadmapRecord
) -> dict[str, object]:
    title = model.initiatives[key].title if key in model.initiatives else None
    return {"initiative": key, "title": title, "quarter": step.quarter} | _step_json(key, step, record)
