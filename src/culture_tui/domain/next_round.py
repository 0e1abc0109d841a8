"""The next round of an assessment: the same group asked again, without the answers of the last time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.quarters import next_quarter
from culture_tui.domain.records import PlannedStep, Rating, RoadmapRecord, Workshop

_MONTHS_A_QUARTER: Final = 3
_MONTHS_A_YEAR: Final = 12


def next_round(before: Assessment, new_id: str, at: datetime, day: date) -> Assessment:
    """A draft for the same subject, model and people, with what was aimed at and is not done yet.

    Targets that the group chose are carried over, levels, votes and words are not. Steps of the roadmap
    that are neither done nor dropped go along with owner, due date and note.

    Args:
        before: the round that was.
        new_id: of the new assessment.
        at: now.
        day: of the new workshop.
    """
    workshop = before.workshop
    return Assessment(
        id=new_id,
        title=before.title,
        language=before.language,
        created=at,
        updated=at,
        subject=before.subject,
        workshop=Workshop(
            date=day,
            facilitator=workshop.facilitator,
            participants=workshop.participants,
            population=workshop.population,
            mode=workshop.mode,
            scope=workshop.scope,
            previous=before.id,
        ),
        model=before.model,
        ratings=_targets(before.ratings),
        pulse=_targets(before.pulse),
        roadmap=_carried(before.roadmap, day),
    )


def _targets(ratings: Mapping[str, Rating]) -> dict[str, Rating]:
    return {key: Rating(target=rating.target) for key, rating in ratings.items() if rating.target is not None}


def _carried(record: RoadmapRecord | None, day: date) -> RoadmapRecord | None:
    """The roadmap from the next quarter on; what should have begun before stands in its first quarter."""
    if record is None:
        return None
    start = max(record.start, next_quarter(day))
    months = (start.year - record.start.year) * _MONTHS_A_YEAR + start.month - record.start.month
    gone = months // _MONTHS_A_QUARTER
    steps: dict[str, PlannedStep] = {
        key: step.model_copy(update={"quarter": max(1, step.quarter - gone)})
        for key, step in record.steps.items()
        if step.status in {"planned", "started"}
    }
    return record.model_copy(update={"start": start, "steps": steps, "unplanned": ()})
