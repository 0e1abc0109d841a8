"""The next round asks the same group again and keeps what was promised, not what was answered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.next_round import next_round
from culture_tui.domain.records import (
    PlannedStep,
    Rating,
    RoadmapRecord,
    Subject,
    SymptomSeen,
    Unplanned,
    Workshop,
)
from support import NOW, assessment, skeleton

MODEL = skeleton({"purpose": ["mission", "vision"], "care": ["welcome"]})
DAY = date(2027, 5, 4)
AT = NOW + timedelta(days=164)


def held(start: date = date(2027, 1, 1)) -> Assessment:
    """A round with everything in it."""
    steps = {
        "a": PlannedStep(quarter=1, status="done"),
        "b": PlannedStep(quarter=2, status="dropped"),
        "c": PlannedStep(quarter=1, status="started", owner="M. Ilić", due=date(2027, 6, 1), note="half way"),
        "d": PlannedStep(quarter=4, pinned=True),
    }
    return (
        assessment(
            MODEL,
            ratings={
                "mission": Rating(level=2, target=4, note="n", rounds=((0, 3, 0, 0, 0),), rated_at=NOW),
                "vision": Rating(level=3),
            },
        )
        .model_copy(
            update={
                "status": "final",
                "subject": Subject(organisation="Harbour Bank", unit="Desk", tags=("pilot",)),
                "workshop": Workshop(
                    date=date(2026, 11, 21),
                    facilitator="R. Okafor",
                    participants=9,
                    population=14,
                    gathered=12,
                    scope=("purpose",),
                    previous="2026-05-02-desk-0000",
                ),
                "pulse": {"care": Rating(level=1, target=2, note="n")},
                "symptoms": {"queue": SymptomSeen(seen="often")},
                "roadmap": RoadmapRecord(
                    start=start,
                    quarters=6,
                    capacity=(20.0,) * 6,
                    unplanned=(Unplanned(initiative="z", reason="capacity"),),
                    steps=steps,
                ),
            }
        )
        .with_status("final", NOW)
    )


def test_the_same_group_is_asked_again() -> None:
    """Nobody types whom, how many and about what a second time."""
    before = held()
    after = next_round(before, "2027-05-04-desk-1111", AT, DAY)
    assert (after.id, after.status, after.trace, after.created) == ("2027-05-04-desk-1111", "draft", (), AT)
    same = ("title", "language", "subject", "model")
    assert all(getattr(after, name) == getattr(before, name) for name in same)
    assert after.workshop == before.workshop.model_copy(
        update={"date": DAY, "previous": before.id, "gathered": None}
    )


def test_targets_come_along_and_answers_do_not() -> None:
    """Last time's digit on the projector would be this time's vote."""
    after = next_round(held(), "next", AT, DAY)
    assert after.ratings == {"mission": Rating(target=4)}
    assert after.pulse == {"care": Rating(target=2)}
    assert after.symptoms == {}


def test_what_is_not_done_comes_along_with_its_owner() -> None:
    """A promise does not end with the workshop in which it was made."""
    before = held()
    after = next_round(before, "next", AT, DAY).roadmap
    assert before.roadmap is not None
    assert after is not None
    steps = before.roadmap.steps
    assert after.start == date(2027, 7, 1)
    assert after.steps == {"c": steps["c"], "d": steps["d"].model_copy(update={"quarter": 2})}
    assert (after.quarters, after.capacity, after.unplanned) == (6, (20.0,) * 6, ())


def test_a_roadmap_that_has_not_begun_keeps_its_quarters() -> None:
    """Two rounds close to each other do not move a plan."""
    after = next_round(held(start=date(2028, 1, 1)), "next", AT, DAY).roadmap
    assert after is not None
    assert (after.start, after.steps["d"].quarter) == (date(2028, 1, 1), 4)


@pytest.mark.parametrize("day", [date(2026, 11, 21), DAY])
def test_without_a_roadmap_there_is_none_after(day: date) -> None:
    """It is planned when the first levels are there."""
    before = held().model_copy(update={"roadmap": None})
    assert next_round(before, "next", AT, day).roadmap is None
