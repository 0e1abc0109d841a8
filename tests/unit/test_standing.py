"""How a roadmap stands: what is over-full, too early, overdue, and what planning anew did."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord, Unplanned
from culture_tui.domain.standing import (
    changed_steps,
    days_over,
    days_run_on,
    dropped_steps,
    is_overdue,
    moves,
    planned_days,
    too_early,
    unknown_steps,
)
from culture_tui.planning.plan import plan
from support import NOW, assessment, flagship, initiative, maturity_model, rated, step

START = date(2027, 1, 1)
WORKS = {
    "first": initiative(step("b", 1, 2), effort=6.0),
    "then": initiative(step("a", 1, 2), effort=4.0, needs=("first",)),
}
MODEL = maturity_model({"care": ["a", "b"]}, WORKS)
FLAGSHIP = flagship()
OWN = OwnInitiative(title="Own", effort_days=30.0, weeks=4)


def record(**steps: PlannedStep) -> RoadmapRecord:
    """Three quarters of nine days with these steps."""
    return RoadmapRecord(start=START, quarters=3, capacity=(9.0,) * 3, steps=steps)


def early(**steps: PlannedStep) -> dict[str, tuple[str, ...]]:
    """What comes too early of these steps, with both practices at 1."""
    return too_early(rated(MODEL, a=1, b=1), MODEL, record(**steps))


def test_a_quarter_is_over_full_by_what_it_may_not_hold() -> None:
    """Pinned too much is said in days, and a full quarter is none."""
    kept = record(first=PlannedStep(quarter=1), then=PlannedStep(quarter=1))
    assert [days_over(MODEL, kept, quarter) for quarter in (1, 2)] == [1.0, 0.0]
    full = kept.model_copy(update={"capacity": (10.0, 0.0, 0.0)})
    assert [days_over(MODEL, full, quarter) for quarter in (1, 2)] == [0.0, 0.0]


def test_a_step_over_two_quarters_runs_on_into_the_next() -> None:
    """Days that come from a step of the quarter before are told apart, but not those of what is done."""
    works = {**WORKS, "first": initiative(step("b", 1, 2), effort=6.0, weeks=20)}
    model = maturity_model({"care": ["a", "b"]}, works)
    kept = record(first=PlannedStep(quarter=1), then=PlannedStep(quarter=2))
    assert [planned_days(model, kept, quarter) for quarter in (1, 2, 3)] == [3.0, 7.0, 0.0]
    assert [days_run_on(model, kept, quarter) for quarter in (1, 2, 3)] == [0.0, 3.0, 0.0]
    done = record(first=PlannedStep(quarter=1, status="done"), then=PlannedStep(quarter=2))
    assert [days_run_on(model, done, quarter) for quarter in (1, 2, 3)] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        (PlannedStep(quarter=1), PlannedStep(quarter=2), {}),
        (PlannedStep(quarter=2), PlannedStep(quarter=2), {"then": ("first",)}),
        (PlannedStep(quarter=3), PlannedStep(quarter=1), {"then": ("first",)}),
        (PlannedStep(quarter=1, status="dropped"), PlannedStep(quarter=2), {"then": ("first",)}),
        (PlannedStep(quarter=3, status="done"), PlannedStep(quarter=1), {}),
        (PlannedStep(quarter=3), PlannedStep(quarter=1, status="started"), {}),
        (PlannedStep(quarter=3), PlannedStep(quarter=1, status="dropped"), {}),
    ],
)
def test_a_step_before_what_it_needs_is_named(
    first: PlannedStep, then: PlannedStep, found: dict[str, tuple[str, ...]]
) -> None:
    """It is told and never moved: people may know better, but they must know."""
    assert early(first=first, then=then) == found


def test_a_step_whose_need_is_not_planned_at_all_is_named_too() -> None:
    """A foundation that nobody builds is missed as well."""
    assert early(then=PlannedStep(quarter=2)) == {"then": ("first",)}
    assert early(gone=PlannedStep(quarter=1)) == {}


@settings(max_examples=30, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from([None, 1, 2, 3, 4]), min_size=36, max_size=36))
def test_what_the_program_plans_is_never_too_early(levels: list[int | None]) -> None:
    """A warning that the program itself causes would soon be read by nobody."""
    of = assessment(FLAGSHIP.skeleton(), dict(zip(FLAGSHIP.model.practices, levels, strict=True)))
    assert too_early(of, FLAGSHIP.model, plan(of, FLAGSHIP.model, start=START)) == {}


@pytest.mark.parametrize(
    ("step_kept", "overdue"),
    [
        (PlannedStep(quarter=1, due=START), False),
        (PlannedStep(quarter=1, due=START - timedelta(days=1)), True),
        (PlannedStep(quarter=1, due=START - timedelta(days=1), status="started"), True),
        (PlannedStep(quarter=1, due=START - timedelta(days=1), status="done"), False),
        (PlannedStep(quarter=1, due=START - timedelta(days=1), status="dropped"), False),
        (PlannedStep(quarter=1), False),
    ],
)
def test_overdue_is_what_should_be_done_and_is_not(step_kept: PlannedStep, overdue: object) -> None:
    """On the day itself there is still time."""
    assert is_overdue(step_kept, START) == overdue


def test_planning_anew_tells_what_moved_stayed_came_and_went() -> None:
    """One sentence in the room needs these five lists, and a dropped step is in none."""
    here, there = PlannedStep(quarter=1), PlannedStep(quarter=2)
    before = record(a=here, b=here, c=here, d=here, e=PlannedStep(quarter=1, status="dropped"))
    after = record(a=there, b=here, f=here, e=PlannedStep(quarter=1, status="dropped")).model_copy(
        update={"unplanned": (Unplanned(initiative="c", reason="capacity"),)}
    )
    found = moves(before, after)
    assert (found.moved, found.stayed, found.new) == (("a",), ("b",), ("f",))
    assert (found.no_longer_fit, found.no_longer_needed) == (("c",), ("d",))
    assert moves(None, record(a=here)).new == ("a",)


def test_the_steps_that_two_roadmaps_do_not_agree_on_are_found() -> None:
    """Undo brings the cursor to what it took back, also where that was removed or only renamed."""
    here, there = PlannedStep(quarter=1), PlannedStep(quarter=2)
    assert changed_steps(record(a=here, b=here), record(a=here, b=there)) == ["b"]
    assert changed_steps(record(a=here, b=here), record(a=here)) == ["b"]
    assert changed_steps(None, record(a=here)) == ["a"]
    assert changed_steps(record(a=here), None) == ["a"]
    own = [
        record(a=here).model_copy(update={"own": {"a": OWN.model_copy(update={"title": t})}}) for t in "xy"
    ]
    assert changed_steps(own[0], own[1]) == ["a"]
    assert changed_steps(own[0], own[0]) == []


def test_dropped_and_unknown_steps_are_told_apart() -> None:
    """What was given up is in one list only."""
    gone, out = PlannedStep(quarter=1), PlannedStep(quarter=1, status="dropped")
    kept = record(first=out, gone=gone, lost=out)
    assert [key for key, _step in dropped_steps(kept)] == ["first", "lost"]
    assert [key for key, _step in unknown_steps(MODEL, kept)] == ["gone"]


INITIATIVES = list(FLAGSHIP.model.initiatives)
settled = st.one_of(
    st.builds(
        PlannedStep, quarter=st.integers(1, 6), pinned=st.just(value=True), note=st.sampled_from(["", "x"])
    ),
    st.builds(
        PlannedStep,
        quarter=st.integers(1, 6),
        status=st.sampled_from(["started", "done", "dropped"]),
        owner=st.sampled_from(["", "Lead"]),
    ),
)
written = st.builds(
    PlannedStep,
    quarter=st.integers(1, 6),
    owner=st.just("Lead"),
    due=st.none() | st.just(START),
    note=st.just("n"),
)


def held(levels: list[int], steps: dict[str, PlannedStep]) -> tuple[Assessment, MaturityModel]:
    """A group with these levels and a kept plan, one of whose steps is its own and one of another model."""
    of = assessment(FLAGSHIP.skeleton(), dict(zip(FLAGSHIP.model.practices, levels, strict=True)))
    all_steps = {**steps, "own-idea": PlannedStep(quarter=2), "not-here": PlannedStep(quarter=4)}
    kept = RoadmapRecord(
        start=START, quarters=6, capacity=(20.0,) * 6, steps=all_steps, own={"own-idea": OWN}
    )
    of = of.with_roadmap(kept, NOW)
    return of, with_own_steps(FLAGSHIP.model, of)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(
    st.lists(st.integers(1, 5), min_size=36, max_size=36),
    st.dictionaries(st.sampled_from(INITIATIVES), settled, max_size=12),
    st.dictionaries(st.sampled_from(INITIATIVES), written, max_size=6),
    st.sampled_from([3.0, 20.0, 80.0]),
)
def test_planning_anew_never_changes_what_people_have_settled(
    levels: list[int], fixed: dict[str, PlannedStep], noted: dict[str, PlannedStep], capacity: float
) -> None:
    """Whatever the ratings: a settled step is as it was, and what people wrote is never lost."""
    of, model = held(levels, noted | fixed)
    assert of.roadmap is not None
    after = plan(of, model, start=START, capacity=capacity)
    for key in (*fixed, "own-idea", "not-here"):
        assert after.steps[key] == of.roadmap.steps[key]
    for key in noted.keys() - fixed.keys():
        assert after.steps[key].model_copy(update={"quarter": noted[key].quarter}) == noted[key]
    assert after.own == of.roadmap.own
    again = of.with_roadmap(after, NOW)
    assert plan(again, with_own_steps(FLAGSHIP.model, again), start=START, capacity=capacity) == after
