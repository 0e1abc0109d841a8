"""Answers line by line: levels, notes, evidence, targets, and taking them back."""

from __future__ import annotations

from datetime import date

import pytest

from talking import resumed, room, without_time


def test_a_level_is_agreed_on_and_leads_on() -> None:
    """One digit a practice."""
    held = room("3")
    assert held.rating("mission").level == 3
    assert held.session.item == "vision"
    assert held.text.startswith(
        "Agreed: level 3 Level 3.\nPractice 2 of 4, purpose: vision.\nHow is it here?\n"
    )


def test_a_level_can_have_a_reason() -> None:
    """Why a group went against its votes is what the next reader asks."""
    held = room("4 because  we saw it [post-mortem]")
    assert (held.rating("mission").level, held.rating("mission").reason) == (4, "we saw it [post-mortem]")


@pytest.mark.parametrize("line", ["0", "6", "06", "03", "600", "0 because we like it"])
def test_a_level_off_the_scale_is_told(line: str) -> None:
    """A slip of the finger rates nothing."""
    held = room(line)
    assert held.wrong[0].endswith("is not on the scale of 1 to 5")
    assert (held.session.item, held.rating("mission").level) == ("mission", None)


def test_a_note_is_replaced_and_grows() -> None:
    """Two people speak; both are written down."""
    held = room("note first", "note second", "note+ third [b]")
    assert held.rating("mission").note == "second\nthird [b]"
    assert held.session.item == "mission"


def test_the_first_line_of_a_note_may_be_one_more() -> None:
    """Who adds need not know whether there is anything yet."""
    assert room("note+ first").rating("mission").note == "first"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("evidence The board", ("The board", "", None)),
        ("evidence The board | intranet/a", ("The board", "intranet/a", None)),
        ("evidence The board | 2026-11-21", ("The board", "", date(2026, 11, 21))),
        ("evidence The board|intranet/a|2026-11-21", ("The board", "intranet/a", date(2026, 11, 21))),
        ("evidence The board | | 2026-11-21", ("The board", "", date(2026, 11, 21))),
    ],
)
def test_evidence_is_a_text_with_a_link_and_a_date(line: str, kept: tuple[str, str, date | None]) -> None:
    """What can be left out is left out."""
    (one,) = room(line).rating("mission").evidence
    assert (one.text, one.link, one.date) == kept


@pytest.mark.parametrize(
    "line",
    [
        "evidence | a link",
        "evidence a | b | yesterday",
        "evidence a | b | 1800-01-01",
        "evidence a | b | 2026-11-21 | d",
        f"evidence a | {'x' * 2001}",
    ],
)
def test_evidence_that_cannot_be_kept_is_told(line: str) -> None:
    """Half of it kept would be worse than none."""
    held = room(line)
    assert held.wrong
    assert held.rating("mission").evidence == ()


def test_evidence_adds_up() -> None:
    """A second piece does not push out the first."""
    assert len(room("evidence one", "evidence two").rating("mission").evidence) == 2


@pytest.mark.parametrize(("line", "sure"), [("confidence low", "low"), ("confidence H", "high")])
def test_confidence_is_one_of_three(line: str, sure: str) -> None:
    """How sure the group is says how to read the level."""
    held = room(line)
    assert held.rating("mission").confidence == sure
    assert held.text == f"Confidence: {sure}."
    assert room("confidence total").wrong == ("confidence is low, medium or high",)


def test_a_target_stays_with_what_is_asked() -> None:
    """The level is still to come."""
    held = room("target 4")
    assert (held.rating("mission").target, held.session.item) == (4, "mission")
    assert room("target high").wrong == ("a target is the number of a level",)
    assert room("target 6").wrong


def test_what_does_not_apply_needs_a_reason_and_leads_on() -> None:
    """The report says why it was left out."""
    held = room("na not in our hands")
    assert held.rating("mission").not_applicable == "not in our hands"
    assert held.session.item == "vision"
    assert room("na").wrong == ("something is missing: na REASON: it does not apply here.",)


def test_clear_takes_back_what_was_settled() -> None:
    """Not rated is not the lowest level."""
    held = room("3", "back", "clear")
    assert held.rating("mission").level is None
    assert held.session.item == "mission"
    assert room("clear").wrong == ("there is no level to take back",)


def test_undo_goes_back_to_the_change_and_the_question_it_was_about() -> None:
    """A facilitator who undoes wants to see what was undone."""
    held = room("3", "note about vision", "next", "undo")
    assert (held.session.item, held.rating("vision").note) == ("vision", "")
    assert held.said[0] == "The last change is taken back: vision."
    held.hear("undo")
    assert (held.session.item, held.rating("mission").level) == ("mission", None)
    assert held.hear("undo").wrong == ("there is nothing to take back",)


def test_undo_takes_back_a_change_of_the_frame() -> None:
    """Mode, scope and people are answers too."""
    held = room()
    before = without_time(held.session.assessment)
    held.hear("mode pulse", "scope care", "people 7", "undo", "undo", "undo")
    assert without_time(held.session.assessment) == before
    assert held.session.item == "mission"


def test_a_comment_is_not_read() -> None:
    """A script may explain itself."""
    held = room("3")
    before = held.session
    assert held.hear("# 4", "#note x").session == before
    assert (held.said, held.wrong) == ((), ())


def test_behind_the_last_question_there_is_nothing_to_rate() -> None:
    """A digit too many must not rate what nobody asked."""
    held = room("3", "3", "3", "3")
    assert held.session.item is None
    assert "Everything has been asked." in held.said
    assert "4 of 4 rated." in held.said
    before = held.session.assessment
    for line in ("2", "note x", "votes 2 3", "park", "na x", "accept", "last", "more"):
        assert held.hear(line).wrong
    assert held.session.assessment is before


def test_a_workshop_goes_on_where_it_was_left() -> None:
    """The second half is another day."""
    held = resumed(room("3", "park", "next").session.assessment)
    assert held.session.item == "welcome"
    assert held.said[0] == "Type a level from 1 to 5, or a command; help tells all of them."


def test_the_quiet_way_reads_no_levels() -> None:
    """A group that has the levels on paper wants to get on."""
    held = room("3", quiet=True)
    assert held.said[1:] == ("Practice 2 of 4, purpose: vision.", "How is it here?")
