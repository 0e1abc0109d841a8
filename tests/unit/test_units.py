"""Many assessments side by side: units, places, common weaknesses, and what is set aside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparing import entries, levels, model, of_unit, taken
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.comparison import unit_key
from culture_tui.domain.model import Link
from culture_tui.domain.records import Rating, Subject, SymptomSeen
from culture_tui.domain.scoring import shown_score
from culture_tui.domain.units import MANY_UNITS, WHOLE, Place, places, side_by_side
from support import skeleton

thorough = settings(max_examples=80, derandomize=True, deadline=None)
some_scores = st.dictionaries(st.text(max_size=3), st.floats(1, 5), min_size=1, max_size=30)


def unit(name: str, *, on: date = date(2026, 5, 1), number: int = 0, **found: int) -> Assessment:
    """An assessment of a unit with these levels."""
    return of_unit(taken(levels(**found), on=on), name, number)


def names(found: Assessment) -> str:
    """The name of the unit that an assessment is about."""
    return found.subject.unit


def test_a_unit_stands_with_its_newest_assessment_whatever_the_order_of_the_files() -> None:
    """Last year's numbers beside this year's of another unit would be unfair to one of them."""
    old = unit("desk", mission=1)
    new = unit("desk", on=date(2026, 11, 1), number=1, mission=4)
    for given_in in ((old, new), (new, old)):
        found = side_by_side(entries(*given_in, unit("branch", mission=2)))
        assert [names(each.newest.assessment) for each in found.units] == ["desk", "branch"]
        assert [point.assessment.id for point in found.units[0].run] == ["desk-0", "desk-1"]


def test_the_name_of_a_unit_is_the_same_in_any_case_and_spacing() -> None:
    """The second workshop's form was filled in by somebody else."""
    one = unit("Payments desk")
    other = one.model_copy(update={"subject": Subject(organisation="HARBOUR  bank", unit="payments DESK ")})
    assert unit_key(one) == unit_key(other)
    assert unit_key(one) != unit_key(unit("Payments"))


def test_places_go_by_the_score_and_what_looks_equal_shares_one() -> None:
    """Third and fourth with 2.7 each is a quarrel about nothing."""
    assert places({"a": 2.71, "b": 3.4, "c": 2.69, "d": 1.0}) == {
        "a": Place(2, 4, None),
        "b": Place(1, 4, None),
        "c": Place(2, 4, None),
        "d": Place(4, 4, None),
    }


def test_a_percentile_is_told_from_twenty_units_on() -> None:
    """Of seven units each is fourteen percent: a percentile of few is a number in disguise."""
    assert MANY_UNITS == 20
    few = places({f"{n}": 1 + n / 10 for n in range(19)})
    many = places({f"{n}": 1 + n / 10 for n in range(20)})
    assert {each.percentile for each in few.values()} == {None}
    assert (many["0"].percentile, many["10"].percentile, many["19"].percentile) == (2.5, 52.5, 97.5)
    tied = places({f"{n}": 3.0 for n in range(20)})
    assert {each.percentile for each in tied.values()} == {50.0}


@thorough
@given(some_scores)
def test_places_follow_the_scores(scores: dict[str, float]) -> None:
    """A higher score never has a lower place."""
    found = places(scores)
    assert min(each.rank for each in found.values()) == 1
    for one, score in scores.items():
        for other, against in scores.items():
            if shown_score(score) > shown_score(against):
                assert found[one].rank < found[other].rank
            elif shown_score(score) == shown_score(against):
                assert found[one] == found[other]


def test_each_dimension_has_places_of_its_own_among_those_that_have_a_score() -> None:
    """Who did not talk about care has no place in it, and does not push others down."""
    found = side_by_side(
        entries(unit("a", mission=4), unit("b", mission=2, welcome=2), unit("c", mission=3, welcome=4))
    )
    by_name = {names(each.newest.assessment): each.places for each in found.units}
    assert {name: each.get("care") for name, each in by_name.items()} == {
        "a": None,
        "b": Place(2, 2, None),
        "c": Place(1, 2, None),
    }
    assert by_name["a"][WHOLE] == Place(1, 3, None)


def test_a_unit_without_a_rating_comes_last_and_has_no_place() -> None:
    """An empty file is not the worst unit of all."""
    found = side_by_side(entries(unit("empty"), unit("low", mission=1)))
    assert [names(each.newest.assessment) for each in found.units] == ["low", "empty"]
    assert found.units[1].places == {}


def test_weaknesses_are_the_practices_below_target_the_most_common_first() -> None:
    """Weak in five of seven units is a task for the house, not for a unit."""
    aimed = of_unit(taken({"mission": Rating(level=3, target=3), "vision": Rating(level=5)}), "c")
    found = side_by_side(entries(unit("a", mission=2, welcome=4), unit("b", mission=2), aimed))
    assert [(each.practice, each.below, each.rated) for each in found.weaknesses] == [
        ("mission", 2, 3),
        ("welcome", 1, 1),
    ]


def test_of_weaknesses_as_common_the_one_that_fewer_rated_comes_first() -> None:
    """Weak in both of two units weighs more than weak in two of three."""
    strong = of_unit(taken({"mission": Rating(level=5)}), "c")
    found = side_by_side(entries(unit("a", mission=2, welcome=2), unit("b", mission=2, welcome=2), strong))
    assert [(each.practice, each.below, each.rated) for each in found.weaknesses] == [
        ("welcome", 2, 2),
        ("mission", 2, 3),
    ]


def test_one_level_can_be_held_against_all_units() -> None:
    """Targets of their own make units hard to compare; a consultant sets one bar."""
    aimed = of_unit(taken({"mission": Rating(level=2, target=2)}), "a")
    found = side_by_side(entries(aimed, unit("b", mission=3)), target=3)
    assert [(each.practice, each.below, each.rated) for each in found.weaknesses] == [("mission", 1, 2)]
    assert side_by_side(entries(aimed, unit("b", mission=3)), target=2).weaknesses == ()


def test_what_several_units_share_is_counted() -> None:
    """The same contradiction in four units is not about four units."""
    link = Link(between=("purpose", "care"), why="w")
    linked = skeleton({"purpose": ("mission",), "care": ("welcome",)}, links=(link,))
    apart = taken(levels(mission=4, welcome=2), of=linked)
    often, never = SymptomSeen(seen="often"), SymptomSeen(seen="never")
    found = side_by_side(
        entries(
            of_unit(apart, "a").model_copy(update={"symptoms": {"noise": often}}),
            of_unit(apart, "b").model_copy(update={"symptoms": {"noise": never, "haste": often}}),
            of_unit(taken(levels(mission=3, welcome=3), of=linked), "c"),
            of_unit(taken(levels(mission=3), of=linked), "d"),
        )
    )
    assert [(each.ids, each.units, each.of) for each in found.contradictions] == [(("purpose", "care"), 2, 3)]
    assert [(each.ids, each.units, each.of) for each in found.symptoms] == [
        (("noise",), 1, 2),
        (("haste",), 1, 1),
    ]


def test_what_cannot_stand_beside_the_others_is_set_aside_with_the_reason() -> None:
    """One file of another model in the folder must neither spoil the matrix nor vanish."""
    of_others = of_unit(taken(levels(mission=2), of=model(id="other")), "x")
    short = of_unit(taken(levels(mission=2), of=skeleton({"purpose": ("mission",)}, levels=4)), "y")
    pulse = of_unit(taken({}, workshop={"mode": "pulse"}), "z")
    found = side_by_side(entries(of_others, short, pulse, unit("a", mission=2), unit("b", mission=3)))
    assert [names(each.newest.assessment) for each in found.units] == ["b", "a"]
    assert [(each.name, why) for each, why in found.set_aside] == [
        ("x-0.toml", "models"),
        ("y-0.toml", "scales"),
        ("z-0.toml", "modes"),
    ]


def test_of_copies_with_one_id_the_one_changed_last_counts_and_the_others_are_told() -> None:
    """A conflict copy counted twice would make one unit two."""
    copy = unit("desk", mission=1)
    changed = copy.model_copy(
        update={"ratings": levels(mission=3), "updated": copy.updated + timedelta(hours=1)}
    )
    for pair in ((copy, changed), (changed, copy)):
        found = side_by_side(entries(*pair, unit("branch", mission=2)))
        assert found.units[0].newest.assessment == changed
        assert [(each.assessment, why) for each, why in found.set_aside] == [(copy, "twin")]


def test_the_newest_version_of_the_model_names_and_orders_the_dimensions() -> None:
    """Versions are numbers with points: 1.10 is later than 1.9."""
    older = of_unit(taken(levels(mission=2), of=model("1.9.0", title="Old")), "a")
    newer = of_unit(taken(levels(mission=2), of=model("1.10.0", title="New")), "b")
    found = side_by_side(entries(newer, older))
    assert (found.model.title, found.dimensions) == ("New", ("purpose", "care"))


def test_what_only_an_older_version_has_is_shown_by_its_title() -> None:
    """A dimension that a new version dropped was rated all the same."""
    older = model("1.0.0")
    newer = skeleton({"purpose": ("mission", "vision")}).model_copy(update={"version": "2.0.0"})
    named = older.dimensions["care"].model_copy(update={"title": "How we care"})
    older = older.model_copy(update={"dimensions": {**older.dimensions, "care": named}})
    found = side_by_side(
        entries(
            of_unit(taken(levels(mission=2, welcome=2), of=older), "a"),
            of_unit(taken(levels(mission=2), of=newer), "b"),
        )
    )
    assert found.dimensions == ("purpose", "care")
    assert [found.title(key) for key in ("care", "welcome", "unknown")] == [
        "How we care",
        "welcome",
        "unknown",
    ]


def test_of_two_kinds_as_frequent_as_each_other_the_newer_one_is_kept() -> None:
    """A tie has to be broken somehow; today's kind is what the client asks about."""
    now = of_unit(taken(levels(mission=2), of=model(id="other"), on=date(2026, 12, 1)), "x")
    found = side_by_side(entries(now, unit("a", mission=2)))
    assert [names(each.newest.assessment) for each in found.units] == ["x"]


@pytest.mark.parametrize("scope", [("purpose",), ()])
def test_only_dimensions_that_somebody_talked_about_are_columns(scope: tuple[str, ...]) -> None:
    """An empty column is a question without an answer."""
    narrow = taken(levels(mission=2), workshop={"scope": scope})
    found = side_by_side(entries(of_unit(narrow, "a"), of_unit(narrow, "b")))
    assert found.dimensions == (scope or ("purpose", "care"))
