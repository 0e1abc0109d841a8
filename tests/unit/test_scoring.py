"""Known answers of the profile: scores, levels held, what was left out and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate
from culture_tui.domain.progress import Coverage
from culture_tui.domain.records import Rating, Workshop
from culture_tui.domain.scoring import (
    Counted,
    GateCheck,
    LeftOut,
    Standing,
    gate_checks,
    level_held,
    profile,
    shown_score,
    standing,
    weighted_mean,
)
from support import assessment, skeleton

ONE = skeleton({"care": ["a", "b", "c", "d", "e"]})
FLOOR = Gate(id="floor", dimension="core", every_practice_at_least=4, caps_overall_at=4)


def pulsed(of: Assessment, **levels: int) -> Assessment:
    """The same workshop held in pulse mode, with one level a dimension."""
    workshop = Workshop(date=of.workshop.date, mode="pulse")
    pulse = {key: Rating(level=level) for key, level in levels.items()}
    return of.model_copy(update={"workshop": workshop, "pulse": pulse})


@pytest.mark.parametrize(
    ("levels", "held"),
    [
        ((4, 4, 2), 3),
        ((4, 4, 4, 1, 4), 2),
        ((1, 5), 1),
        ((3, 3), 3),
        ((2, 2, 3, 3), 2),
        ((1,), 1),
        ((5, 5, 5), 5),
        ((2, 3, 3), 3),
        ((4, 4, 4, 4, 4, 4, 1), 4),
    ],
)
def test_a_group_of_practices_holds_the_level_that_most_have_reached(
    levels: Sequence[int], held: int
) -> None:
    """These are the published examples and the edges of the rule; an average would say otherwise."""
    assert level_held([(level, 1.0) for level in levels]) == held


@pytest.mark.parametrize(
    ("rated", "held"),
    [
        ([(2, 50.0), (1, 50.0)], 1),
        ([(2, 50.01), (1, 49.99)], 2),
        ([(3, 85.0), (1, 15.0)], 2),
        ([(3, 85.01), (1, 14.99)], 3),
        ([(2, 0.9), (1, 0.2), (1, 0.7)], 1),
        ([(3, 0.4), (3, 1.3), (1, 0.3)], 2),
    ],
)
def test_half_is_not_largely_and_85_in_100_is_not_fully(rated: list[tuple[int, float]], held: int) -> None:
    """The bounds belong to the lower side, as in ISO/IEC 33020, also where floats do not add up."""
    assert level_held(rated) == held


def test_nothing_rated_holds_no_level_and_has_no_mean() -> None:
    """Nobody asked must never look like the lowest level."""
    result = profile(assessment(ONE)).dimensions["care"]
    assert level_held([]) is None
    assert weighted_mean([]) is None
    assert (result.score, result.level, result.held_back_by) == (None, None, ())


def test_a_score_is_the_mean_by_weight_of_what_was_rated() -> None:
    """A practice that matters three times as much pulls three times as hard."""
    model = skeleton({"care": ["a", "b", "c"]}, weights={"a": 3.0})
    result = profile(assessment(model, {"a": 4, "b": 2})).dimensions["care"]
    assert result.score == 3.5
    assert result.counted == (Counted("a", 4, 4, 3.0), Counted("b", 2, 2, 1.0))
    assert result.left_out == (LeftOut("c", "unrated", ""),)
    assert result.coverage == Coverage(rated=2, applicable=3, total=3)


def test_a_practice_that_does_not_apply_is_left_out_with_its_reason() -> None:
    """Whoever reads the profile must see what was not counted, and why."""
    held = assessment(ONE, {"a": 3}, ratings={"b": Rating(not_applicable="no night shift")})
    result = profile(held).dimensions["care"]
    assert result.left_out[0] == LeftOut("b", "not-applicable", "no night shift")
    assert result.coverage == Coverage(rated=1, applicable=4, total=5)
    assert result.score == 3


def test_a_dimension_with_nothing_that_applies_is_left_out_of_the_whole_as_such() -> None:
    """A dimension that does not apply is no open question."""
    model = skeleton({"one": ["a"], "two": ["b"], "three": ["c"]})
    held = assessment(model, {"a": 2}, ratings={"b": Rating(not_applicable="no shop")})
    overall = profile(held).overall
    assert overall.left_out == (LeftOut("two", "not-applicable"), LeftOut("three", "unrated"))
    assert overall.coverage == Coverage(rated=1, applicable=2, total=3)


def test_the_whole_averages_dimensions_and_not_practices() -> None:
    """A dimension of many practices must not drown one of few."""
    model = skeleton({"one": ["a", "b", "c"], "two": ["d"]}, weights={"two": 2.0})
    overall = profile(assessment(model, {"a": 1, "b": 2, "c": 3, "d": 5})).overall
    assert overall.score == 4
    assert [each.weight for each in overall.counted] == [1.0, 2.0]


def test_a_part_counts_only_its_own_dimensions() -> None:
    """Both sides of the culture are reported side by side, not mixed."""
    model = skeleton({"one": ["a"], "two": ["b"]}, part_of={"one": "left", "two": "right"})
    parts = profile(assessment(model, {"a": 2, "b": 4})).parts
    assert {key: (part.score, part.level) for key, part in parts.items()} == {"left": (2, 2), "right": (4, 4)}


def test_a_part_outside_the_scope_is_not_in_the_profile() -> None:
    """A workshop on one part says nothing about the other, not even that it is empty."""
    model = skeleton({"one": ["a"], "two": ["b"]}, part_of={"one": "left", "two": "right"})
    found = profile(assessment(model, {"a": 2, "b": 4}, scope=("left",)))
    assert list(found.parts) == ["left"]
    assert list(found.dimensions) == ["one"]
    assert found.overall.score == 2


def test_what_stands_in_the_way_is_named() -> None:
    """After every profile somebody asks which practice keeps them where they are."""
    result = profile(assessment(ONE, {"a": 4, "b": 4, "c": 4, "d": 1, "e": 4})).dimensions["care"]
    assert (result.level, result.held_back_by) == (2, ("d",))


def test_what_has_not_yet_reached_the_next_level_is_named() -> None:
    """Where every level below is full, the ones below the next level are in the way."""
    result = profile(assessment(ONE, {"a": 2, "b": 2, "c": 2, "d": 3, "e": 3})).dimensions["care"]
    assert (result.level, result.held_back_by) == (2, ("a", "b", "c"))


def test_nothing_stands_in_the_way_at_the_top() -> None:
    """Above the highest level there is nothing to be kept from."""
    result = profile(assessment(ONE, {"a": 5, "b": 5, "c": 5, "d": 4, "e": 5})).dimensions["care"]
    assert (result.level, result.held_back_by) == (5, ())


def test_a_practice_below_the_floor_caps_the_whole_and_is_named() -> None:
    """No overall result may read as the top while the floor is broken somewhere."""
    dimensions = {f"d{n}": [f"p{n}"] for n in range(9)}
    model = skeleton({"core": ["x", "y"], **dimensions}, gates=(FLOOR,))
    levels: dict[str, int | None] = {"x": 5, "y": 3, **{f"p{n}": 5 for n in range(9)}}
    found = profile(assessment(model, levels))
    overall = found.overall
    assert (overall.level, overall.held_back_by) == (4, ("y",))
    assert [(hold.gate.id, hold.practices, hold.caps) for hold in overall.gates] == [("floor", ("y",), True)]
    assert found.parts["whole"].level == 5


def test_a_practice_on_the_floor_passes_the_gate() -> None:
    """Excellence is the lowest level allowed, so excellence itself is allowed."""
    dimensions = {f"d{n}": [f"p{n}"] for n in range(9)}
    model = skeleton({"core": ["x"], **dimensions}, gates=(FLOOR,))
    overall = profile(assessment(model, {"x": 4, **{f"p{n}": 5 for n in range(9)}})).overall
    assert (overall.level, overall.gates) == (5, ())


def test_a_gate_that_changes_nothing_says_so() -> None:
    """It is shown as not passed, but must not be blamed for a level that would be the same."""
    dimensions = {f"d{n}": [f"p{n}"] for n in range(9)}
    model = skeleton({"core": ["x"], **dimensions}, gates=(FLOOR,))
    overall = profile(assessment(model, {"x": 3, **{f"p{n}": 4 for n in range(9)}})).overall
    assert (overall.level, overall.held_back_by) == (4, ("core", *dimensions))
    assert [(hold.practices, hold.caps) for hold in overall.gates] == [(("x",), False)]


def test_an_unrated_practice_does_not_break_the_floor() -> None:
    """What nobody rated counts neither for nor against."""
    model = skeleton({"core": ["x"], "other": ["y"]}, gates=(FLOOR,))
    overall = profile(assessment(model, {"y": 5})).overall
    assert (overall.level, overall.gates) == (5, ())


def test_a_gate_outside_the_scope_caps_nothing() -> None:
    """A workshop that did not talk about the floor cannot have broken it."""
    model = skeleton({"core": ["x"], "other": ["y"]}, gates=(FLOOR,))
    overall = profile(assessment(model, {"x": 1, "y": 5}, scope=("other",))).overall
    assert (overall.level, overall.gates) == (5, ())


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_gates_the_stricter_one_decides_and_alone_is_blamed(order: tuple[int, int]) -> None:
    """People mend what is named, so only the gate that makes a difference may be named."""
    both = (FLOOR, Gate(id="strict", dimension="other", every_practice_at_least=5, caps_overall_at=3))
    others = {f"d{n}": [f"p{n}"] for n in range(18)}
    gates = (both[order[0]], both[order[1]])
    model = skeleton({"core": ["x"], "other": ["y"], **others}, gates=gates)
    overall = profile(assessment(model, {"x": 3, "y": 4, **{f"p{n}": 5 for n in range(18)}})).overall
    assert (overall.level, overall.held_back_by) == (3, ("y",))
    assert {hold.gate.id: hold.caps for hold in overall.gates} == {"floor": False, "strict": True}


def test_a_pulse_scores_each_dimension_by_its_one_question() -> None:
    """In ninety minutes nobody rates practices; their old levels must not leak in."""
    model = skeleton({"one": ["a", "b"], "two": ["c"]}, weights={"a": 3.0})
    found = profile(pulsed(assessment(model, {"a": 1, "c": 1}), one=4))
    assert found.dimensions["one"].counted == (Counted("one", 4, 4, 1.0),)
    assert found.dimensions["two"].score is None
    assert found.overall.coverage == Coverage(rated=1, applicable=2, total=2)


def test_a_pulse_below_the_floor_caps_the_whole_and_names_the_dimension() -> None:
    """The floor is a promise to customers, however short the workshop was."""
    dimensions = {f"d{n}": [f"p{n}"] for n in range(9)}
    model = skeleton({"core": ["x"], **dimensions}, gates=(FLOOR,))
    overall = profile(pulsed(assessment(model), core=3, **dict.fromkeys(dimensions, 5))).overall
    assert (overall.level, overall.held_back_by) == (4, ("core",))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((4, 4, 2), Standing(3, (1.0, 1.0, 2 / 3, 2 / 3, 0.0), (3,))),
        ((4, 4, 4, 1, 4), Standing(2, (1.0, 0.8, 0.8, 0.8, 0.0), (2,))),
        ((1, 5), Standing(1, (1.0, 0.5, 0.5, 0.5, 0.5), (2,))),
        ((1, 1, 3), Standing(1, (1.0, 1 / 3, 1 / 3, 0.0, 0.0), (2,))),
        ((1, 3, 2, 2, 2), Standing(2, (1.0, 0.8, 0.2, 0.0, 0.0), (2, 3))),
        ((5, 5), Standing(5, (1.0, 1.0, 1.0, 1.0, 1.0), ())),
    ],
)
def test_a_level_that_is_held_says_where_too_little_stands_for_the_next(
    levels: Sequence[int], expected: Standing
) -> None:
    """What must rise, and by how much, is the question behind every level."""
    counted = [Counted(f"p{at}", level, level, 1.0) for at, level in enumerate(levels)]
    assert standing(counted, 5) == expected
    assert standing([], 5) is None


def test_every_gate_is_told_whether_it_is_passed_or_not() -> None:
    """A gate that nobody hears of may as well not have been looked at."""
    gates = (FLOOR, *(FLOOR.model_copy(update={"id": key, "dimension": key}) for key in ("other", "third")))
    model = skeleton({"core": ["x", "y"], "other": ["z"], "third": ["w"]}, gates=gates)
    found = gate_checks(assessment(model, {"x": 3, "y": 4, "w": 1}, scope=("core", "other")))
    assert found == [
        GateCheck(gates[0], Coverage(2, 2, 2), ("x",)),
        GateCheck(gates[1], Coverage(0, 1, 1), ()),
        GateCheck(gates[2], Coverage(0, 0, 0), ()),
    ]


@pytest.mark.parametrize(
    ("score", "shown"),
    [(2.25, 2.3), (2.35, 2.4), (2.45, 2.5), (2.2499, 2.2), (7 / 3, 2.3), (5.0, 5.0), (0.15 * 15, 2.3)],
)
def test_a_score_is_rounded_as_people_round(score: float, shown: float) -> None:
    """2.25 shown as 2.2 is the first thing that somebody with a pocket calculator complains about."""
    assert shown_score(score) == shown
