"""Where an assessment contradicts itself, and where it only seems to."""

from __future__ import annotations

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import (
    Contradiction,
    ReportedSymptom,
    contradictions,
    reported_symptoms,
    unexplained_symptoms,
)
from culture_tui.domain.model import Link, Symptom
from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.domain.scoring import profile
from support import assessment, skeleton

LINKS = (Link(between=("one", "two"), why="two sides"), Link(between=("three", "one")))
MODEL = skeleton({"one": ["a", "b"], "two": ["c", "d"], "three": ["e"]}, links=LINKS)
PAIN = {"pain": Symptom(title="It hurts", probe="Where?", points_to=("a", "b"))}


def found(of: Assessment) -> list[Contradiction]:
    """The contradictions of an assessment."""
    return contradictions(of, profile(of))


def test_linked_dimensions_a_level_and_a_half_apart_contradict_each_other() -> None:
    """It is a conversation worth having, with the reason at hand."""
    levels = {"a": 2, "b": 3, "c": 4, "d": 4}
    assert found(assessment(MODEL, levels)) == [Contradiction("two", "one", 1.5, "two sides")]


def test_less_than_a_level_and_a_half_is_no_contradiction() -> None:
    """A facilitator who cries wolf is not heard the next time."""
    assert found(assessment(MODEL, {"a": 3, "b": 3, "c": 4, "d": 4})) == []


def test_a_level_and_a_half_is_told_also_where_floats_do_not_add_up() -> None:
    """1.3 and 2.8 are a level and a half apart, whatever 2.8 - 1.3 gives."""
    model = skeleton(
        {"one": [f"a{n}" for n in range(10)], "two": [f"b{n}" for n in range(10)]}, links=LINKS[:1]
    )
    low = {f"a{n}": 2 if n < 3 else 1 for n in range(10)}
    high = {f"b{n}": 3 if n < 8 else 2 for n in range(10)}
    assert [each.higher for each in found(assessment(model, low | high))] == ["two"]


def test_a_tenth_of_a_level_less_is_no_contradiction() -> None:
    """The bound is a level and a half, not somewhere between one and two."""
    model = skeleton({"one": ["a"], "two": [f"b{n}" for n in range(10)]}, links=LINKS[:1])
    high = {f"b{n}": 4 if n < 4 else 3 for n in range(10)}
    assert found(assessment(model, {"a": 2} | high)) == []


def test_the_widest_contradiction_comes_first() -> None:
    """Time is short, so the group talks about the greatest riddle."""
    levels = {"a": 1, "b": 1, "c": 3, "d": 3, "e": 5}
    assert [(each.higher, each.apart) for each in found(assessment(MODEL, levels))] == [
        ("three", 4),
        ("two", 2),
    ]


def test_a_dimension_that_nobody_rated_contradicts_nothing() -> None:
    """No score is not a low score."""
    assert found(assessment(MODEL, {"e": 5})) == []
    assert found(assessment(MODEL, {"a": 1, "e": 5}, scope=("three",))) == []


@pytest.mark.parametrize(
    ("seen", "ratings", "expected"),
    [
        ("often", {"a": Rating(level=4), "b": Rating(level=5)}, ["pain"]),
        ("often", {"a": Rating(level=4), "b": Rating(level=3)}, []),
        ("often", {"a": Rating(level=4)}, []),
        ("often", {"a": Rating(level=4), "b": Rating(not_applicable="x")}, []),
        ("sometimes", {"a": Rating(level=4), "b": Rating(level=5)}, []),
        ("never", {"a": Rating(level=4), "b": Rating(level=5)}, []),
    ],
)
def test_a_symptom_seen_often_contradicts_practices_that_are_all_excellent(
    seen: str, ratings: dict[str, Rating], expected: list[str]
) -> None:
    """Either the ratings are too kind or the pain has another cause."""
    noticed = {"pain": SymptomSeen.model_validate({"seen": seen})}
    of = assessment(MODEL, ratings=ratings).model_copy(update={"symptoms": noticed})
    assert unexplained_symptoms(of, PAIN) == expected


def test_a_symptom_that_nobody_was_asked_about_is_no_riddle() -> None:
    """Silence is not pain."""
    assert unexplained_symptoms(assessment(MODEL, {"a": 5, "b": 5}), PAIN) == []


def test_what_the_group_said_about_symptoms_is_told_as_far_as_the_model_knows_them() -> None:
    """Those seen often come first; without the model file there is no title, and no guess either."""
    said = {
        "pain": SymptomSeen(seen="often", note="each spring"),
        "gone": SymptomSeen(seen="never"),
        "lost": SymptomSeen(seen="often"),
    }
    of = assessment(MODEL, {"a": 4, "b": 5}).model_copy(update={"symptoms": said})
    known = PAIN | {"gone": PAIN["pain"]}
    lost = ReportedSymptom("lost", "often", "", None, None, None)
    assert reported_symptoms(of, known) == [
        ReportedSymptom("pain", "often", "each spring", "It hurts", ("a", "b"), unexplained=True),
        lost,
        ReportedSymptom("gone", "never", "", "It hurts", ("a", "b"), unexplained=False),
    ]
    assert [each.unexplained for each in reported_symptoms(of, None)] == [None, None, None]
