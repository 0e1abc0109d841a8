"""Contradictions are told when they arise, once, and stay in sight while they are worth a talk."""

from __future__ import annotations

from gettext import NullTranslations

from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import (
    Contradiction,
    arisen,
    contradictions,
    is_finished,
    riddle_key,
    riddles,
)
from culture_tui.domain.in_sight import InSight
from culture_tui.domain.model import Link, Symptom
from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.domain.scoring import profile
from culture_tui.reports.talking import riddle_text, talk_line
from support import NOW, assessment, skeleton

LINKS = (Link(between=("one", "two"), why="two sides"), Link(between=("three", "one")))
MODEL = skeleton({"one": ["a", "b"], "two": ["c", "d"], "three": ["e"]}, links=LINKS)
PAIN = {"pain": Symptom(title="It hurts", probe="Where?", points_to=("a", "b"))}
WORDS = NullTranslations()

ratings = st.one_of(
    st.builds(Rating, level=st.integers(1, 5)),
    st.just(Rating()),
    st.just(Rating(not_applicable="no")),
    st.just(Rating(left_open="parked")),
)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Any state of a workshop."""
    made = assessment(MODEL, ratings={key: draw(ratings) for key in MODEL.practices})
    seen = draw(st.sampled_from([None, "never", "sometimes", "often"]))
    answer = None if seen is None else SymptomSeen.model_validate({"seen": seen})
    return made.with_symptom("pain", answer, NOW)


def told(of: Assessment, in_sight: InSight) -> list[str]:
    """What is in sight, in words."""
    return [riddle_text(of, each, WORDS) for each in in_sight.riddles]


@settings(max_examples=300, derandomize=True, deadline=None)
@given(assessments(), assessments())
def test_what_was_there_before_never_arises(before: Assessment, after: Assessment) -> None:
    """A group that has talked about something is not told again."""
    known = {riddle_key(each) for each in riddles(before, PAIN)}
    new = {riddle_key(each) for each in arisen(before, after, PAIN)}
    assert new & known == set()
    assert new | known >= {riddle_key(each) for each in riddles(after, PAIN)}
    assert arisen(after, after, PAIN) == []


@settings(max_examples=300, derandomize=True, deadline=None)
@given(assessments(), assessments())
def test_what_is_in_sight_is_true_now(before: Assessment, after: Assessment) -> None:
    """A line about a contradiction that was mended would start a quarrel about nothing."""
    shown = InSight().changed(assessment(MODEL), before, PAIN).changed(before, after, PAIN)
    assert {riddle_key(each) for each in shown.riddles} <= {riddle_key(each) for each in riddles(after, PAIN)}


def test_a_dimension_that_is_half_asked_contradicts_nothing_yet() -> None:
    """Its next practice may turn it around."""
    before = assessment(MODEL, {"a": 1, "b": 1, "c": 4})
    after = before.with_level("d", 3, NOW)
    assert riddles(before, PAIN) == []
    assert told(after, InSight().changed(before, after, PAIN)) == ["two 3.5 but one 1.0"]


def test_a_practice_that_is_settled_without_a_level_finishes_its_dimension() -> None:
    """What is parked is not waited for."""
    before = assessment(MODEL, {"a": 1, "b": 1, "c": 4})
    for after in (before.with_left_open("d", "parked", NOW), before.with_not_applicable("d", "no", NOW)):
        assert told(after, InSight().changed(before, after, PAIN)) == ["two 4.0 but one 1.0"]


def test_a_symptom_seen_often_although_all_is_well_arises() -> None:
    """Either the ratings are too kind, or the pain comes from elsewhere."""
    before = assessment(MODEL, {"a": 4, "b": 5})
    after = before.with_symptom("pain", SymptomSeen(seen="often"), NOW)
    assert told(after, InSight().changed(before, after, PAIN)) == [
        "“It hurts” is seen often, yet all it points to is rated 4 or above"
    ]


def test_it_stays_for_one_move_and_goes_with_the_second() -> None:
    """A toast vanishes while nobody looks; a line for ever is not seen any more."""
    before = assessment(MODEL, {"a": 1, "b": 1, "c": 4})
    after = before.with_level("d", 4, NOW)
    shown = InSight().moved_on("d").changed(before, after, PAIN).moved_on("d")
    assert told(after, shown) == told(after, shown.moved_on("e")) == ["two 4.0 but one 1.0"]
    assert shown.moved_on("e").moved_on("a").riddles == ()


def test_something_new_stays_as_long_as_the_first_did() -> None:
    """The count begins again with what has just arisen."""
    start = assessment(MODEL, {"a": 1, "b": 1, "c": 4})
    first = start.with_level("d", 4, NOW)
    second = first.with_level("e", 5, NOW)
    shown = InSight().moved_on("d").changed(start, first, PAIN).moved_on("e").changed(first, second, PAIN)
    assert told(second, shown.moved_on("a")) == ["three 5.0 but one 1.0", "two 4.0 but one 1.0"]
    assert talk_line(second, shown.riddles, WORDS) == "Worth a talk: three 5.0 but one 1.0 and 1 more"


def test_what_was_opened_is_out_of_sight() -> None:
    """The group has seen it."""
    before = assessment(MODEL, {"a": 1, "b": 1, "c": 4})
    shown = InSight().changed(before, before.with_level("d", 4, NOW), PAIN)
    assert shown.opened().riddles == ()


def test_taking_the_level_back_takes_the_line_away() -> None:
    """Undo undoes what was said, too."""
    before = assessment(MODEL, {"a": 1, "b": 1, "c": 4})
    after = before.with_level("d", 4, NOW)
    shown = InSight().changed(before, after, PAIN)
    assert shown.changed(after, before.with_note("a", "x", NOW), PAIN).riddles == ()


def test_a_changed_roadmap_changes_nothing_in_sight() -> None:
    """Only ratings, symptoms and the scope can contradict."""
    before = assessment(MODEL, {"a": 1, "b": 1, "c": 4})
    after = before.with_level("d", 4, NOW)
    shown = InSight().changed(before, after, PAIN)
    assert shown.changed(after, after.model_copy(update={"updated": NOW}), PAIN) is shown


def test_nothing_is_said_of_nothing() -> None:
    """No empty line takes room from the question."""
    assert talk_line(assessment(MODEL), (), WORDS) == ""


@settings(max_examples=300, derandomize=True, deadline=None)
@given(assessments())
def test_what_is_worth_a_talk_is_what_the_profile_calls_a_contradiction(of: Assessment) -> None:
    """The quick way that every key takes and the slow one of the results agree to the last digit."""
    expected = [
        each
        for each in contradictions(of, profile(of))
        if is_finished(of, each.higher) and is_finished(of, each.lower)
    ]
    assert [each for each in riddles(of, {}) if isinstance(each, Contradiction)] == expected


def test_in_pulse_mode_the_answers_for_whole_dimensions_contradict_each_other() -> None:
    """One question a dimension, and the same riddles."""
    made = assessment(MODEL)
    pulse = made.model_copy(update={"workshop": made.workshop.model_copy(update={"mode": "pulse"})})
    before = pulse.with_level("one", 1, NOW)
    after = before.with_level("two", 4, NOW)
    assert told(after, InSight().changed(before, after, PAIN)) == ["two 4.0 but one 1.0"]


def test_what_is_out_of_scope_contradicts_nothing() -> None:
    """Nobody in the room talks about it."""
    of = assessment(MODEL, {"a": 1, "b": 1, "c": 4, "d": 4}, scope=("two",))
    assert riddles(of, PAIN) == []
