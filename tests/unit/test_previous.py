"""What was said the last time: matched by id, told only where it means the same."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.previous import LastTime, last_time
from culture_tui.domain.records import Evidence, PlannedStep, Rating, RoadmapRecord
from culture_tui.reports.last_time import last_time_line, last_time_told
from support import assessment, initiative, skeleton, step

MODEL = skeleton({"purpose": ["mission", "vision"], "care": ["welcome"]})
WORDS = NullTranslations()
INITIATIVES = {
    "retell": initiative(step("mission", 2, 3)).model_copy(update={"title": "Retell it"}),
    "ask": initiative(step("mission", 3, 4), step("welcome", 2, 3)).model_copy(update={"title": "Ask"}),
}
NOW = assessment(MODEL)


def earlier(
    steps: dict[str, PlannedStep] | None = None, model: dict[str, object] | None = None, **ratings: Rating
) -> Assessment:
    """An assessment of May with these ratings and these steps of a roadmap."""
    then = assessment(MODEL, ratings=ratings)
    record = RoadmapRecord(start=date(2026, 7, 1), quarters=4, capacity=(9.0,) * 4, steps=steps or {})
    return then.model_copy(
        update={
            "id": "2026-05-12-payments",
            "workshop": then.workshop.model_copy(update={"date": date(2026, 5, 12)}),
            "roadmap": record,
            "model": MODEL.model_copy(update=model or {}),
        }
    )


def told(then: Assessment, item: str = "mission", now: Assessment = NOW) -> LastTime | None:
    """What the last time was about an item."""
    return last_time(then, now, item, INITIATIVES)


def line(then: Assessment, level: int | None = None, item: str = "mission") -> str:
    """The same on one line."""
    last = told(then, item)
    assert last is not None
    return last_time_line(last, level, WORDS)


@pytest.mark.parametrize(
    ("rating", "level", "expected"),
    [
        (Rating(level=2), None, "Last time (May 2026): 2, target 3"),
        (Rating(level=2), 2, "Last time (May 2026): 2, target 3 not met yet"),
        (Rating(level=2), 3, "Last time (May 2026): 2, target 3 met"),
        (Rating(level=2, target=5), 4, "Last time (May 2026): 2, target 5 not met yet"),
        (Rating(level=5), 5, "Last time (May 2026): 5, target 5 met"),
        (Rating(not_applicable="no guests"), 3, "Last time (May 2026): not applicable"),
        (Rating(left_open="split"), None, "Last time (May 2026): split"),
        (Rating(left_open="parked"), None, "Last time (May 2026): parked"),
        (Rating(note="said"), None, "Last time (May 2026): not rated"),
    ],
)
def test_the_last_time_is_one_line_that_says_whether_the_target_is_met(
    rating: Rating, level: int | None, expected: str
) -> None:
    """A group that promised something in May is asked about it in November, and nobody has to look it up."""
    assert line(earlier(mission=rating), level) == expected


def test_what_was_not_talked_about_is_not_told() -> None:
    """Silence is not a level."""
    assert told(earlier(mission=Rating(level=2)), "vision") is None
    assert told(earlier(mission=Rating(level=2)), "gone") is None


def test_a_target_that_was_only_carried_over_is_no_last_time() -> None:
    """The round in between asked nothing about it."""
    assert told(earlier(mission=Rating(target=4))) is None


@pytest.mark.parametrize(
    "changed",
    [{"id": "other"}, {"version": "2.0.0"}, {"scale": MODEL.scale[:4]}],
    ids=["model", "major", "scale"],
)
def test_a_level_that_meant_something_else_is_not_told(changed: dict[str, object]) -> None:
    """A 3 on another ladder beside the question would be an argument from nowhere."""
    assert told(earlier(model=changed, mission=Rating(level=2))) is None


def test_a_minor_version_is_told() -> None:
    """A practice more elsewhere changes nothing here."""
    assert told(earlier(model={"version": "1.3.0"}, mission=Rating(level=2))) is not None


def test_an_assessment_is_not_its_own_last_time() -> None:
    """A file that names itself must not answer for the group."""
    then = earlier(mission=Rating(level=2)).model_copy(update={"id": NOW.id})
    assert told(then) is None


def test_open_steps_are_those_that_lift_the_practice_and_are_neither_done_nor_dropped() -> None:
    """What was promised for this practice is asked about, not the whole plan."""
    steps = {
        "retell": PlannedStep(quarter=2, status="started", owner="M. Ilic", due=date(2026, 12, 1)),
        "ask": PlannedStep(quarter=1),
        "unknown": PlannedStep(quarter=1),
    }
    then = earlier(steps, mission=Rating(level=2))
    assert line(then) == "Last time (May 2026): 2, target 3 · open step: “Ask” and 1 more"
    last = told(then)
    assert last is not None
    assert dict(last_time_told(then, last, None, WORDS).sections)["Open steps"] == (
        "Ask · Q3 2026 · planned",
        "Retell it · Q4 2026 · started · led by M. Ilic · due 2026-12-01",
    )


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_a_step_that_is_over_is_not_open(status: str) -> None:
    """Nobody wants to be asked for what is done."""
    steps = {"retell": PlannedStep.model_validate({"quarter": 1, "status": status})}
    assert line(earlier(steps, mission=Rating(level=2))) == "Last time (May 2026): 2, target 3"


def test_what_was_planned_without_a_level_is_told_too() -> None:
    """A plan can outlive a level that was taken back."""
    assert line(earlier({"retell": PlannedStep(quarter=1)})) == (
        "Last time (May 2026): not rated · open step: “Retell it”"
    )


def test_the_window_holds_all_that_was_kept() -> None:
    """The facilitator reads why it was a 2 before asking again."""
    rating = Rating(
        level=2,
        reason="the night shift",
        note="first\nsecond [post-mortem]",
        evidence=(Evidence(text="minutes", link="bank.example/m", date=date(2026, 3, 4)),),
        rounds=((0, 3, 1, 0, 0),),
    )
    then = earlier(mission=rating)
    last = told(then)
    assert last is not None
    found = last_time_told(then, last, 3, WORDS)
    assert found.opening == (
        "Payments desk · 2026-05-12",
        "Rated 2 Level 2 · target 3 met",
        "Why this level: the night shift",
    )
    sections = dict(found.sections)
    assert sections["Note"] == ("first", "second [post-mortem]")
    assert sections["Evidence"] == ("minutes · bank.example/m · 4 March 2026",)
    (votes,) = sections["Votes"]
    assert votes.split("\n") == [
        "Round 1: 0 3 1 0 0 (4 votes, from the lowest level to the highest).",
        "  1 │     0",
        "  2 │ ■■■ 3",
        "  3 │ ■   1",
        "  4 │     0",
        "  5 │     0",
    ]


def test_the_one_question_of_a_dimension_is_told_in_pulse_mode_only() -> None:
    """A level of a dimension says nothing about one of its practices."""
    then = earlier({"ask": PlannedStep(quarter=1)}, mission=Rating(level=2)).model_copy(
        update={"pulse": {"purpose": Rating(level=4)}}
    )
    pulse = NOW.model_copy(update={"workshop": NOW.workshop.model_copy(update={"mode": "pulse"})})
    last = told(then, "purpose", pulse)
    assert last is not None
    assert (last.rating.level, [each.title for each in last.open_steps]) == (4, ["Ask"])
    assert told(then, "mission", pulse) is None
    practice = told(then, "mission")
    assert practice is not None
    assert practice.rating.level == 2
