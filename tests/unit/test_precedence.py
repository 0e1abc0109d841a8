"""What a candidate must wait for: its needs, the steps before it, and the dimensions it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import TopologicalSorter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Initiative, MaturityModel
from culture_tui.domain.records import Rating
from culture_tui.domain.roadmap import (
    Candidate,
    target_of,
)
from support import (
    aimed,
    assessment,
    candidates_by_id,
    digested,
    initiative,
    maturity_model,
    rated,
    step,
)

CARE = {"care": ["a", "b"]}


def test_a_need_that_is_reached_does_not_block() -> None:
    """Nobody starts again with what they already live."""
    works = {"first": initiative(step("b", 1, 2)), "then": initiative(step("a", 1, 2), needs=("first",))}
    model = maturity_model(CARE, works)
    assert candidates_by_id(aimed(rated(model, a=1, b=2), b=2), model)["then"].after == frozenset()


def test_a_need_that_is_not_reached_is_pulled_in_and_goes_first() -> None:
    """A promise that rests on something undone would be empty."""
    works = {
        "ground": initiative(step("b", 1, 2)),
        "first": initiative(step("b", 2, 3), needs=("ground",)),
        "then": initiative(step("a", 1, 2), needs=("first",)),
    }
    model = maturity_model(CARE, works)
    found = candidates_by_id(aimed(rated(model, a=1, b=2), b=2), model)
    assert {key: (each.value, sorted(each.after)) for key, each in found.items()} == {
        "first": (0, []),
        "then": (1, ["first"]),
    }


def test_a_need_that_nobody_rated_is_pulled_in() -> None:
    """Not asked is not reached."""
    works = {"first": initiative(step("b", 1, 2)), "then": initiative(step("a", 1, 2), needs=("first",))}
    model = maturity_model(CARE, works)
    assert candidates_by_id(rated(model, a=1), model)["then"].after == {"first"}
    assert list(candidates_by_id(rated(model, a=1), model)) == ["first", "then"]


def test_a_need_that_cannot_begin_yet_is_waited_for_but_not_planned() -> None:
    """The plan then says that something must come before, instead of pretending."""
    works = {"first": initiative(step("b", 3, 4)), "then": initiative(step("a", 1, 2), needs=("first",))}
    model = maturity_model(CARE, works)
    found = candidates_by_id(aimed(rated(model, a=1, b=1), b=1), model)
    assert {key: each.after for key, each in found.items()} == {"then": {"first"}}


RESTING = {"below": ["a"], "above": ["b", "c"]}


@pytest.mark.parametrize(
    ("below", "above", "after"),
    [(1, (2, 2), {"lift-a"}), (1, (2, 1), set()), (2, (2, 2), set()), (1, (2, 5), {"lift-a"})],
)
def test_a_much_weaker_dimension_that_one_rests_on_goes_first(
    below: int, above: tuple[int, int], after: set[str]
) -> None:
    """Rules written before the principles they rest on are written twice; a full level is much weaker."""
    works = {
        "lift-a": initiative(step("a", 1, 3)),
        "lift-b": initiative(step("b", 2, 3)),
    }
    model = maturity_model(RESTING, works, rests_on={"above": ("below",)})
    of = aimed(rated(model, a=below, b=above[0], c=above[1]), a=3)
    assert candidates_by_id(of, model)["lift-b"].after == after


def test_exactly_one_level_apart_is_much_weaker_also_in_thirds() -> None:
    """1.7 and 2.7 on the screen are a level apart, whatever floats make of it."""
    works = {"lift-a": initiative(step("a", 1, 2)), "lift-x": initiative(step("x", 2, 3))}
    model = maturity_model(
        {"below": ["a", "b", "c"], "above": ["x", "y", "z"]}, works, rests_on={"above": ("below",)}
    )
    found = candidates_by_id(rated(model, a=1, b=2, c=2, x=2, y=3, z=3), model)
    assert found["lift-x"].after == {"lift-a"}


def test_a_dimension_does_not_wait_for_one_that_does_not_carry_it() -> None:
    """Resting has a direction."""
    works = {"lift-a": initiative(step("a", 3, 4)), "lift-b": initiative(step("b", 1, 2))}
    model = maturity_model(RESTING, works, rests_on={"above": ("below",)})
    found = candidates_by_id(rated(model, a=3, b=1, c=1), model)
    assert {key: each.after for key, each in found.items()} == {"lift-a": frozenset(), "lift-b": frozenset()}


def test_one_that_lifts_both_dimensions_waits_for_neither() -> None:
    """It works on the weak one itself, so there is nothing to wait for."""
    works = {"lift-c": initiative(step("c", 1, 2)), "lift-both": initiative(step("a", 1, 2), step("b", 3, 4))}
    model = maturity_model({"below": ["a", "c"], "above": ["b"]}, works, rests_on={"above": ("below",)})
    found = candidates_by_id(rated(model, a=1, b=3, c=1), model)
    assert {key: each.after for key, each in found.items()} == dict.fromkeys(works, frozenset())


standings = st.fixed_dictionaries({key: st.integers(1, 3) for key in ("a", "b", "c")})
targets = st.fixed_dictionaries({key: st.sampled_from([None, 3, 4, 5]) for key in ("a", "b", "c")})
lifts = st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(1, 4), st.integers(1, 2)).map(
    lambda lift: step(lift[0], lift[1], min(5, lift[1] + lift[2]))
)
names = st.sampled_from([f"i{n}" for n in range(8)])
single_works = st.dictionaries(
    names, st.builds(initiative, lifts, effort=st.sampled_from([1.0, 5.0, 25.0])), min_size=1
)
mixed_works = st.dictionaries(
    names,
    st.lists(lifts, min_size=1, max_size=3, unique_by=lambda each: each.practice).map(
        lambda steps: initiative(*steps)
    ),
    min_size=1,
)
thorough = settings(max_examples=200, derandomize=True, deadline=None)


def answered(
    levels: Mapping[str, int], targets: Mapping[str, int | None], works: dict[str, Initiative]
) -> tuple[Assessment, MaturityModel]:
    """A group's levels and targets in a model in which one dimension rests on the other."""
    model = maturity_model({"below": ["a"], "above": ["b", "c"]}, works, rests_on={"above": ("below",)})
    ratings = {key: Rating(level=levels[key], target=targets[key]) for key in levels}
    return assessment(digested(model), ratings=ratings), model


@thorough
@given(standings, targets, single_works)
def test_each_step_waits_until_the_practice_stands_where_it_begins(
    levels: dict[str, int], targets: dict[str, int | None], works: dict[str, Initiative]
) -> None:
    """Whatever a model offers, no step starts above what is reached or ends above the target."""
    of, model = answered(levels, targets, works)
    found = candidates_by_id(of, model)
    for key, each in found.items():
        for lift in each.lifts:
            waited = [other for before in all_before(found, key) for other in found[before].lifts]
            brought = [other.end for other in waited if other.practice == lift.practice]
            assert lift.start <= max([levels[lift.practice], *brought])
            assert lift.end <= (target_of(of, lift.practice) or 0)


@thorough
@given(standings, targets, mixed_works)
def test_candidates_never_wait_in_a_circle(
    levels: dict[str, int], targets: dict[str, int | None], works: dict[str, Initiative]
) -> None:
    """Two initiatives can each begin where the other ends; one of them then goes first all the same."""
    found = candidates_by_id(*answered(levels, targets, works))
    TopologicalSorter({key: each.after for key, each in found.items()}).prepare()


def all_before(found: Mapping[str, Candidate], key: str) -> set[str]:
    """What a candidate waits for, directly or not."""
    direct = set(found[key].after)
    return direct.union(*[all_before(found, other) for other in direct])
