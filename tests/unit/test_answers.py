"""What is typed about a workshop: what can be used, what is refused at its field, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from typing import Any

import pytest

from culture_tui.domain.answers import (
    Answers,
    answers_of,
    subject_from,
    tags_in,
    title_from,
    with_answers,
    workshop_from,
    wrong_with,
)
from culture_tui.domain.settings import Settings
from culture_tui.reports.facts import facts_texts
from support import NOW, assessment, skeleton

MODEL = skeleton({"one": ["a", "b"], "two": ["c"]})
KEPT = assessment(MODEL, {"a": 3})
GOOD = Answers(organisation="Bank", date="2026-11-21", scope=("one", "two"))


def test_only_the_organisation_is_needed() -> None:
    """All the rest is filled in or may be empty."""
    assert wrong_with(GOOD) == {}
    workshop = workshop_from(GOOD, MODEL.dimensions)
    assert workshop.date == date(2026, 11, 21)
    assert (workshop.participants, workshop.population, workshop.scope) == (None, None, ())
    assert (title_from(GOOD), subject_from(GOOD).unit) == ("Bank", "")
    assert list(wrong_with(replace(GOOD, organisation=" \t"))) == ["organisation"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("people", "0"),
        ("people", "-1"),
        ("people", "1000000000"),
        ("people", "a dozen"),
        ("people", "3.0"),
        ("concerned", "0"),
        ("concerned", "100000001"),
        ("date", "2026-02-30"),
        ("date", "21.11.2026"),
        ("date", "0026-11-21"),
        ("date", ""),
        ("title", "x" * 301),
        ("unit", "\u200b" * 60),
        ("tags", "good, " + "x" * 301),
    ],
)
def test_nonsense_is_refused_at_its_field_and_nothing_else_is(field: str, typed: str) -> None:
    """Who mistyped one number must not search for it among ten."""
    change: dict[str, Any] = {field: typed}
    assert list(wrong_with(replace(GOOD, **change))) == [field]


@pytest.mark.parametrize("typed", ["1", "9", "1000000", " 12 ", "٩"])
def test_a_head_count_is_any_whole_number_that_a_room_can_hold(typed: str) -> None:
    """Spaces and the digits of other scripts are no mistake."""
    assert wrong_with(replace(GOOD, people=typed)) == {}
    assert workshop_from(replace(GOOD, people=typed), MODEL.dimensions).participants == int(typed)


def test_those_concerned_are_at_least_those_in_the_room() -> None:
    """A census of twelve with nine in the room would print a false statement about everybody."""
    assert wrong_with(replace(GOOD, people="9", concerned="9")) == {}
    assert list(wrong_with(replace(GOOD, people="9", concerned="8"))) == ["concerned"]


def test_a_workshop_about_nothing_is_refused() -> None:
    """It has no first question."""
    assert list(wrong_with(replace(GOOD, scope=()))) == ["scope"]


def test_tags_are_parted_by_commas_each_once() -> None:
    """A trailing comma is no tag."""
    assert tags_in(" retail, north ,retail,, ") == ("retail", "north")


@pytest.mark.parametrize("title", ["[post-mortem]", "שלום", "x" * 300, "😀"])
def test_a_title_is_kept_as_it_was_written(title: str) -> None:
    """Whatever a client calls it."""
    assert with_answers(KEPT, replace(answers_of(KEPT), title=title), NOW).title == title


def test_what_the_form_shows_changes_nothing_when_it_is_kept() -> None:
    """To open the window and to leave it is no change, so it needs no undo."""
    assert with_answers(KEPT, answers_of(KEPT), NOW) is KEPT
    odd = KEPT.with_workshop(KEPT.workshop.model_copy(update={"scope": ("two", "one")}), NOW)
    assert with_answers(odd, answers_of(odd), NOW) is odd


def test_what_is_right_is_kept_although_another_field_is_wrong() -> None:
    """A half-typed date must not hold the new head count back."""
    typed = replace(answers_of(KEPT), people="12", concerned="40", date="2026-1", scope=(), organisation="")
    after = with_answers(KEPT, typed, NOW)
    assert (after.workshop.participants, after.workshop.population) == (12, 40)
    assert (after.workshop.date, after.workshop.scope) == (KEPT.workshop.date, ())
    assert after.subject.organisation == KEPT.subject.organisation


def test_two_head_counts_that_contradict_each_other_are_both_not_kept() -> None:
    """Half of a contradiction on disk would be one as well."""
    census = with_answers(KEPT, replace(answers_of(KEPT), people="9", concerned="9"), NOW)
    assert with_answers(census, replace(answers_of(census), people="12"), NOW) is census


def test_another_mode_or_scope_keeps_every_answer_and_the_rest_of_the_workshop() -> None:
    """Ratings are what the group worked for."""
    gathered = KEPT.with_workshop(KEPT.workshop.model_copy(update={"gathered": 41, "previous": "last"}), NOW)
    after = with_answers(gathered, replace(answers_of(gathered), mode="pulse", scope=("two",)), NOW)
    assert (after.ratings, after.workshop.gathered, after.workshop.previous) == (KEPT.ratings, 41, "last")
    assert (after.workshop.mode, after.workshop.scope) == ("pulse", ("two",))


def test_a_final_assessment_is_told_in_full() -> None:
    """What cannot be changed can still be read."""
    said = facts_texts(KEPT, Settings(), NullTranslations())
    assert "People in the room: 9" in said
    assert "People concerned: —" in said
    assert "Mode: Full: 3 practices, 24 min" in said
    assert "What to talk about: everything" in said
