"""What a workshop has talked about, and what comes next."""

from __future__ import annotations

from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import (
    Coverage,
    Progress,
    coverage_of,
    dimensions_in_scope,
    groups_in_scope,
    is_answered,
    items_in_scope,
    left_open,
    next_unanswered,
    parked,
    practices_in_scope,
    progress_of,
)
from culture_tui.domain.records import Rating
from culture_tui.reports.left_open import answered_text, progress_text
from support import NOW, assessment, skeleton

MODEL = skeleton(
    {"one": ["a", "b"], "two": ["c"], "three": ["d"]},
    part_of={"one": "left", "two": "left", "three": "right"},
)


def scoped(*scope: str) -> Assessment:
    """An assessment of which nothing is answered, with this scope."""
    return assessment(MODEL, scope=scope)


def test_an_empty_scope_is_the_whole_model() -> None:
    """A facilitator who chooses nothing talks about everything."""
    assert dimensions_in_scope(scoped()) == ["one", "two", "three"]
    assert practices_in_scope(scoped()) == ["a", "b", "c", "d"]


def test_a_scope_names_parts_and_dimensions_in_any_order() -> None:
    """The talk follows the model, not the order in which somebody typed."""
    assert dimensions_in_scope(scoped("right", "two")) == ["two", "three"]
    assert dimensions_in_scope(scoped("left")) == ["one", "two"]
    assert practices_in_scope(scoped("three", "one")) == ["a", "b", "d"]


def test_a_level_or_a_reason_is_an_answer_and_a_note_is_none() -> None:
    """What has only been talked about is still open."""
    of = assessment(
        MODEL, ratings={"a": Rating(level=1), "b": Rating(not_applicable="x"), "c": Rating(note="hm")}
    )
    assert [key for key in MODEL.practices if is_answered(of, key)] == ["a", "b"]


def test_coverage_counts_rated_of_applicable_of_all() -> None:
    """Three of four beside a score tells how much it rests on."""
    of = assessment(MODEL, ratings={"a": Rating(level=1), "b": Rating(not_applicable="x")})
    assert coverage_of(of, list(MODEL.practices)) == Coverage(rated=1, applicable=3, total=4)
    assert coverage_of(of, []) == Coverage(0, 0, 0)
    assert Coverage(1, 2, 3) + Coverage(10, 20, 30) == Coverage(11, 22, 33)


def test_the_next_question_is_the_first_open_one() -> None:
    """A workshop that is opened again goes on where it stopped."""
    assert next_unanswered(assessment(MODEL, {"a": 2})) == "b"
    assert next_unanswered(assessment(MODEL)) == "a"


def test_the_next_question_lies_behind_the_last_one_and_goes_round_once() -> None:
    """Skipped questions come back at the end, not at once."""
    of = assessment(MODEL, {"b": 2})
    assert next_unanswered(of, after="a") == "c"
    assert next_unanswered(of, after="d") == "a"
    assert next_unanswered(assessment(MODEL, {"a": 1, "b": 1, "c": 1}), after="d") == "d"


def test_no_question_is_left_when_all_in_scope_are_answered() -> None:
    """The end is told, and what is out of scope does not delay it."""
    assert next_unanswered(assessment(MODEL, {"d": 1}, scope=("right",))) is None
    assert next_unanswered(assessment(MODEL, {"d": 1}, scope=("right",)), after="d") is None


def test_from_outside_the_scope_the_first_open_question_is_next() -> None:
    """Whoever looked elsewhere finds back into the talk."""
    of = assessment(MODEL, scope=("left",)).with_level("a", 3, NOW)
    assert next_unanswered(of, after="d") == "b"


def pulsed(of: Assessment) -> Assessment:
    """The same workshop with one question a dimension."""
    return of.with_workshop(of.workshop.model_copy(update={"mode": "pulse"}), NOW)


def test_a_full_workshop_asks_practices_and_a_pulse_asks_dimensions() -> None:
    """What is on the screen and what is counted must be the same list."""
    assert groups_in_scope(scoped("left")) == {"one": ["a", "b"], "two": ["c"]}
    assert groups_in_scope(pulsed(scoped("one", "three"))) == {"left": ["one"], "right": ["three"]}
    assert items_in_scope(pulsed(scoped())) == ["one", "two", "three"]


def test_a_pulse_goes_on_with_the_first_dimension_without_an_answer() -> None:
    """Practices that were rated in full mode answer no question of a pulse."""
    of = pulsed(assessment(MODEL, {"a": 3, "b": 3, "c": 3, "d": 3})).with_level("one", 2, NOW)
    assert next_unanswered(of) == "two"
    assert coverage_of(of, items_in_scope(of)) == Coverage(rated=1, applicable=3, total=3)


def test_what_is_split_or_parked_is_listed_and_not_asked_again() -> None:
    """The group said that it is done with it for now; the list says that it is not forgotten."""
    of = scoped().with_left_open("c", "parked", NOW).with_left_open("a", "split", NOW)
    assert left_open(of) == ["a", "c"]
    assert next_unanswered(of, "a") == "b"
    assert next_unanswered(of, "b") == "d"
    assert coverage_of(of, items_in_scope(of)) == Coverage(rated=0, applicable=4, total=4)


def test_what_is_split_or_parked_is_open_and_no_answer() -> None:
    """“2 of 4” over two practices without a level would promise results that nobody has."""
    of = scoped().with_left_open("c", "parked", NOW).with_left_open("a", "split", NOW)
    assert progress_of(of, items_in_scope(of)) == Progress(answered=0, open=2, total=4)
    assert parked(of) == ["c"]
    of = of.with_level("b", 3, NOW).with_not_applicable("d", "No desk.", NOW)
    assert progress_of(of, items_in_scope(of)) == Progress(answered=2, open=2, total=4)
    assert progress_text(progress_of(of, items_in_scope(of)), NullTranslations()) == "2 of 4 · 2 open"
    assert answered_text(progress_of(of, ["b"]), NullTranslations()) == "1 of 1 answered"
