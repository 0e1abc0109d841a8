"""The schedule that appears at once: order, capacity, and a reason for what did not fit."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.planning.greedy import Job, schedule

thorough = settings(max_examples=150, derandomize=True, deadline=None)

NAMES = [f"j{n}" for n in range(8)]


@st.composite
def job_lists(draw: st.DrawFn) -> list[Job]:
    """Up to eight jobs that wait only for earlier ones, some for one that is no job."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=8))
    return [
        Job(
            name,
            value=draw(st.integers(0, 8)),
            effort=draw(st.integers(1, 40)),
            quarters=draw(st.integers(1, 3)),
            after=draw(st.frozensets(st.sampled_from([*names[:index], "elsewhere"]), max_size=2))
            if draw(st.booleans())
            else frozenset(),
        )
        for index, name in enumerate(names)
    ]


capacities = st.lists(st.integers(0, 30).map(float), min_size=1, max_size=6)


def spent(jobs: list[Job], starts: dict[str, int], quarters: int) -> list[float]:
    """Person-days used in each quarter."""
    days = [0.0] * quarters
    for job in jobs:
        for index in range(job.quarters if job.id in starts else 0):
            days[starts[job.id] - 1 + index] += job.effort / job.quarters
    return days


@thorough
@given(job_lists(), capacities)
def test_no_quarter_is_overbooked(jobs: list[Job], capacity: list[float]) -> None:
    """A plan that people cannot carry out is worse than none."""
    starts = dict(schedule(jobs, capacity).starts)
    for days, most in zip(spent(jobs, starts, len(capacity)), capacity, strict=True):
        assert days <= most + 1e-6


@thorough
@given(job_lists(), capacities)
def test_nothing_starts_before_what_it_waits_for_has_ended(jobs: list[Job], capacity: list[float]) -> None:
    """A step rests on the one before it."""
    starts = schedule(jobs, capacity).starts
    by_id = {job.id: job for job in jobs}
    for key in starts:
        for before in by_id[key].after:
            assert starts[before] + by_id[before].quarters <= starts[key]


@thorough
@given(job_lists(), capacities)
def test_every_job_is_planned_or_has_a_reason(jobs: list[Job], capacity: list[float]) -> None:
    """Nothing disappears between the list of ideas and the plan."""
    made = schedule(jobs, capacity)
    assert sorted([*made.starts, *made.unplanned]) == sorted(job.id for job in jobs)


@thorough
@given(job_lists(), capacities, st.randoms(use_true_random=False))
def test_the_order_of_the_jobs_does_not_matter(
    jobs: list[Job], capacity: list[float], chance: Random
) -> None:
    """The same facts give the same plan, or nobody trusts it."""
    shuffled = list(jobs)
    chance.shuffle(shuffled)
    assert schedule(shuffled, capacity) == schedule(jobs, capacity)


@thorough
@given(job_lists(), capacities, st.dictionaries(st.sampled_from(NAMES), st.integers(1, 9)))
def test_fixed_jobs_stay_and_the_others_fit_into_what_is_left(
    jobs: list[Job], capacity: list[float], fixed: dict[str, int]
) -> None:
    """What people have settled is settled, even beyond capacity; nothing is added to a full quarter."""
    known = {job.id for job in jobs}
    starts = dict(schedule(jobs, capacity, fixed).starts)
    assert {key: starts[key] for key in fixed if key in known} == {
        key: quarter for key, quarter in fixed.items() if key in known
    }
    pinned = spent([job for job in jobs if job.id in fixed], starts, 20)
    total = spent(jobs, starts, 20)
    for index, most in enumerate(capacity):
        assert total[index] <= max(most, pinned[index]) + 1e-6


def test_the_best_value_for_the_effort_goes_first() -> None:
    """People see results early when the cheap and useful things come first."""
    jobs = [Job("big", 6, 10, 1), Job("good", 4, 5, 1), Job("poor", 1, 5, 1)]
    assert schedule(jobs, [10, 10]).starts == {"good": 1, "poor": 1, "big": 2}


def test_an_enabler_counts_what_waits_for_it() -> None:
    """Groundwork of small value of its own must not be left to the end."""
    jobs = [Job("ground", 1, 4, 1), Job("prize", 20, 4, 1, frozenset({"ground"})), Job("plain", 3, 4, 1)]
    assert schedule(jobs, [4, 4, 4]).starts == {"ground": 1, "prize": 2, "plain": 3}


@pytest.mark.parametrize(("value", "first"), [(6, "ground"), (9, "plain")])
def test_an_enabler_counts_also_what_waits_at_second_hand_but_once(value: int, first: str) -> None:
    """A chain is worth what its end is worth, however many ways lead there: 20 for 8 days."""
    jobs = [
        Job("ground", 0, 2, 1),
        Job("left", 0, 2, 1, frozenset({"ground"})),
        Job("right", 0, 2, 1, frozenset({"ground"})),
        Job("prize", 20, 2, 1, frozenset({"left", "right"})),
        Job("plain", value, 3, 1),
    ]
    starts = schedule(jobs, [3, 9, 9]).starts
    assert [key for key, quarter in starts.items() if quarter == 1] == [first]


def test_ties_go_to_the_lower_id() -> None:
    """Two equal jobs change places in no re-planning."""
    jobs = [Job("b", 2, 4, 1), Job("a", 2, 4, 1)]
    assert schedule(jobs, [4, 4]).starts == {"a": 1, "b": 2}


def test_a_job_of_several_quarters_needs_its_share_in_each() -> None:
    """Two quarters of five days do not fit into one free quarter of ten."""
    job = Job("long", 5, 10, 2)
    assert schedule([job], [10, 4]).unplanned == {"long": "capacity"}
    assert schedule([job], [5, 5]).starts == {"long": 1}
    assert schedule([job], [4, 5, 5]).starts == {"long": 2}


def test_thirds_of_days_add_up() -> None:
    """Three times a third of ten fills ten, whatever floats say."""
    jobs = [Job(name, 1, 10, 3) for name in ("a", "b", "c")]
    assert schedule(jobs, [10, 10, 10]).starts == {"a": 1, "b": 1, "c": 1}


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        (Job("x", 1, 11, 1), "capacity"),
        (Job("x", 1, 3, 3), "horizon"),
        (Job("x", 1, 1, 1, frozenset({"elsewhere"})), "precedence"),
        (Job("x", 1, 1, 1, frozenset({"long"})), "horizon"),
        (Job("x", 1, 1, 1, frozenset({"huge"})), "precedence"),
    ],
)
def test_what_does_not_fit_has_its_true_reason(job: Job, reason: str) -> None:
    """More people, more time or another order: each calls for a different talk with the sponsor."""
    others = [Job("long", 9, 2, 2), Job("huge", 9, 99, 1)]
    assert schedule([*others, job], [10, 10]).unplanned["x"] == reason


def test_jobs_that_wait_for_each_other_are_left_out_instead_of_hanging() -> None:
    """No model has such a knot, but a plan must come up whatever it is given."""
    jobs = [Job("a", 1, 1, 1, frozenset({"b"})), Job("b", 1, 1, 1, frozenset({"a"}))]
    assert schedule(jobs, [9, 9]).unplanned == {"a": "precedence", "b": "precedence"}


def test_what_is_finished_is_waited_for_no_longer() -> None:
    """A step that is done opens the way for the next at once."""
    job = Job("next", 1, 1, 1, frozenset({"done"}))
    assert schedule([job], [1], finished=frozenset({"done"})).starts == {"next": 1}


def test_a_fixed_job_is_waited_for_where_it_stands() -> None:
    """A pinned step late in the plan moves what rests on it, not the other way round."""
    jobs = [Job("pinned", 1, 1, 1), Job("next", 9, 1, 1, frozenset({"pinned"}))]
    assert schedule(jobs, [9, 9, 9], {"pinned": 2, "unheard-of": 1}).starts == {"pinned": 2, "next": 3}
