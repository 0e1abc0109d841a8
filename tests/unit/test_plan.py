"""From an assessment to a roadmap that is kept: defaults, reasons, and what survives planning anew."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.projecting import projections
from culture_tui.domain.records import PlannedStep, Rating, RoadmapRecord, Unplanned
from culture_tui.domain.roadmap import quarters_of
from culture_tui.planning.plan import DEFAULT_CAPACITY, DEFAULT_QUARTERS, plan
from support import NOW, assessment, digested, flagship, initiative, maturity_model, step

START = date(2027, 1, 1)
MODEL = maturity_model(
    {"care": ["a", "b", "c"]},
    {
        "a1": initiative(step("a", 1, 2)),
        "a2": initiative(step("a", 2, 3)),
        "b1": initiative(step("b", 1, 2), effort=4),
        "c1": initiative(step("c", 1, 2), effort=30),
    },
)
FLAGSHIP = flagship()
PRACTICES = list(FLAGSHIP.model.practices)


def rated(**levels: int) -> Assessment:
    """An assessment of the small model; `a` aims at 3."""
    return assessment(digested(MODEL), levels).with_target("a", 3, NOW)


def replanned(of: Assessment, **steps: PlannedStep) -> RoadmapRecord:
    """Plan anew over a kept roadmap with these steps, three quarters of ten days."""
    kept = RoadmapRecord(start=START, quarters=3, capacity=(10.0, 10.0, 10.0), steps=steps)
    return plan(of.with_roadmap(kept, NOW), MODEL, start=START, quarters=3)


def quarters(of: RoadmapRecord) -> dict[str, int]:
    """Which step stands in which quarter."""
    return {key: planned.quarter for key, planned in of.steps.items()}


def test_a_first_plan_has_six_quarters_of_twenty_days() -> None:
    """A plan must come up without a single question; a fifth of 25 days is left free."""
    made = plan(rated(a=1), MODEL, start=START)
    assert (made.start, made.quarters, made.capacity) == (START, 6, (20.0,) * 6)
    assert (DEFAULT_QUARTERS, DEFAULT_CAPACITY) == (6, 20.0)
    assert made.steps == {"a1": PlannedStep(quarter=1), "a2": PlannedStep(quarter=2)}


def test_the_capacity_and_the_horizon_can_be_chosen() -> None:
    """Small teams plan small."""
    made = plan(rated(a=1, b=1), MODEL, start=START, quarters=2, capacity=5.0)
    assert (made.capacity, quarters(made)) == ((5.0, 5.0), {"b1": 1, "a1": 2})
    assert made.unplanned == (Unplanned(initiative="a2", reason="horizon"),)


def test_what_does_not_fit_is_listed_with_its_reason() -> None:
    """Nothing that was worth doing vanishes without a word."""
    made = plan(rated(a=1, c=1), MODEL, start=START, quarters=1)
    assert quarters(made) == {"a1": 1}
    assert {each.initiative: each.reason for each in made.unplanned} == {"a2": "horizon", "c1": "capacity"}


def test_steps_stand_in_the_order_of_their_quarters() -> None:
    """The file reads from first to last, and differs from the last one only where the plan does."""
    made = plan(rated(a=1, b=1), MODEL, start=START)
    assert list(made.steps) == ["a1", "b1", "a2"]


@pytest.mark.parametrize(
    "kept",
    [
        PlannedStep(quarter=3, pinned=True),
        PlannedStep(quarter=2, status="started", owner="Desk lead"),
        PlannedStep(quarter=1, status="done", note="went well"),
        PlannedStep(quarter=2, status="dropped", note="no money"),
    ],
)
def test_pinned_started_done_and_dropped_steps_stay_as_they_are(kept: PlannedStep) -> None:
    """Planning anew must not undo what people have settled or done."""
    assert replanned(rated(b=1), b1=kept).steps == {"b1": kept}


def test_what_people_wrote_goes_with_a_step_to_its_new_quarter() -> None:
    """Owner, due date and note are work that nobody types twice."""
    kept = PlannedStep(quarter=3, owner="Desk lead", due=date(2027, 2, 1), note="ask the union first")
    assert replanned(rated(b=1), b1=kept).steps == {"b1": kept.model_copy(update={"quarter": 1})}


@pytest.mark.parametrize("levels", [{"c": 1}, {"c": 2}])
def test_what_people_wrote_survives_where_a_step_does_not_fit_or_is_reached(levels: dict[str, int]) -> None:
    """An edited step survives planning anew; a note that vanishes was typed for nothing."""
    made = replanned(
        rated(**levels), c1=PlannedStep(quarter=1, owner="Desk lead", note="ask the union first")
    )
    assert (made.steps["c1"].owner, made.steps["c1"].note) == ("Desk lead", "ask the union first")


def test_a_plain_step_that_is_reached_leaves_the_plan() -> None:
    """A plan that still lists what is done long ago is not believed."""
    assert replanned(rated(b=2), b1=PlannedStep(quarter=1)).steps == {}


@pytest.mark.parametrize(
    "kept",
    [
        PlannedStep(quarter=1, status="done", note="before the merger"),
        PlannedStep(quarter=1, pinned=True),
        PlannedStep(quarter=1, status="started"),
    ],
)
def test_a_step_that_the_model_no_longer_knows_is_kept_where_people_settled_it(kept: PlannedStep) -> None:
    """A newer model must not erase history."""
    assert replanned(rated(b=1), gone=kept).steps == {"b1": PlannedStep(quarter=1), "gone": kept}


def test_pinned_work_uses_up_its_quarter_even_where_its_gap_is_closed() -> None:
    """People who are busy with one thing are not free for another."""
    made = replanned(rated(b=1, c=2), c1=PlannedStep(quarter=1, pinned=True))
    assert quarters(made) == {"c1": 1, "b1": 2}


def test_done_work_takes_no_days_and_opens_the_way() -> None:
    """Days that are spent are not spent again, and the next step need not wait."""
    made = replanned(rated(a=1, b=1), a1=PlannedStep(quarter=1, status="done"))
    assert quarters(made) == {"a1": 1, "a2": 1, "b1": 1}


def test_what_waits_for_a_dropped_step_says_so() -> None:
    """To give up the first step is to give up what rests on it, and the plan names it."""
    made = replanned(rated(a=1), a1=PlannedStep(quarter=1, status="dropped"))
    assert made.unplanned == (Unplanned(initiative="a2", reason="precedence"),)


def test_the_capacity_that_was_set_before_holds_until_it_is_changed() -> None:
    """A facilitator who set other days for a quarter sets them once."""
    kept = RoadmapRecord(start=START, quarters=3, capacity=(3.0, 4.0, 5.0))
    of = rated(b=1).with_roadmap(kept, NOW)
    assert plan(of, MODEL, start=START).capacity == (3.0, 4.0, 5.0)
    assert plan(of, MODEL, start=START, quarters=2).capacity == (3.0, 4.0)
    assert plan(of, MODEL, start=START, quarters=5).capacity == (3.0, 4.0, 5.0, 5.0, 5.0)
    assert plan(of, MODEL, start=START, capacity=7.0).capacity == (7.0, 7.0, 7.0)
    assert plan(of, MODEL, start=START, quarters=2, capacity=7.0).capacity == (7.0, 7.0)


levels = st.fixed_dictionaries({key: st.sampled_from([None, 1, 2, 3, 4, 5]) for key in PRACTICES})


@settings(max_examples=40, derandomize=True, deadline=None)
@given(levels, st.sampled_from([5.0, 20.0, 60.0]), st.sampled_from([1, 6, 12]))
def test_a_plan_of_the_flagship_model_is_stable_affordable_and_only_ever_rises(
    given_levels: dict[str, int | None], capacity: float, horizon: int
) -> None:
    """Whatever a group answers: planned twice it is the same, no quarter is overbooked, no level falls."""
    of = assessment(FLAGSHIP.skeleton(), given_levels)
    made = plan(of, FLAGSHIP.model, start=START, quarters=horizon, capacity=capacity)
    assert plan(of.with_roadmap(made, NOW), FLAGSHIP.model, start=START, quarters=horizon) == made
    days = [0.0] * horizon
    for key, planned in made.steps.items():
        runs = quarters_of(FLAGSHIP.model.initiatives[key])
        for quarter in range(planned.quarter, planned.quarter + runs):
            days[quarter - 1] += FLAGSHIP.model.initiatives[key].effort_days / runs
    assert [spent for spent in days if spent > capacity + 1e-6] == []
    promised = projections(of, FLAGSHIP.model, made)
    assert len(promised) == horizon
    whole = [(each.overall.score or 0, each.overall.level or 0) for each in promised]
    assert whole == [
        (max(s for s, _ in whole[: n + 1]), max(v for _, v in whole[: n + 1])) for n in range(horizon)
    ]


def test_the_order_in_which_a_group_answered_does_not_change_the_plan() -> None:
    """Two facilitators with the same answers hand over the same roadmap."""
    ratings = {key: Rating(level=1 + index % 4) for index, key in enumerate(PRACTICES)}
    one = assessment(FLAGSHIP.skeleton(), ratings=ratings)
    other = assessment(FLAGSHIP.skeleton(), ratings=dict(reversed(ratings.items())))
    assert plan(one, FLAGSHIP.model, start=START) == plan(other, FLAGSHIP.model, start=START)
