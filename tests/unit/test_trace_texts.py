"""What a reader is told of an assessment that is final, and a facilitator of its open ends."""

from __future__ import annotations

from datetime import timedelta
from gettext import NullTranslations

from culture_tui.domain.closing import unfinished
from culture_tui.domain.records import Rating
from culture_tui.reports.closing import closed_text, status_text, trace_texts, unfinished_texts
from culture_tui.reports.markdown import markdown
from culture_tui.reports.profile import profile_document
from support import NOW, assessment, skeleton

WORDS = NullTranslations()
MODEL = skeleton({"purpose": ["mission", "vision", "values"], "care": ["welcome", "farewell"]})
DRAFT = assessment(MODEL, {"mission": 2})
REOPENED = DRAFT.with_status("final", NOW).with_status(
    "draft", NOW + timedelta(days=3), "[post-mortem] | night"
)


def test_the_profile_tells_when_it_was_final_and_reopened() -> None:
    """Two printed reports of one workshop explain each other."""
    again = REOPENED.with_status("final", NOW + timedelta(days=4))
    text = markdown(profile_document(again, WORDS))
    assert "final since 25 November 2026" in text
    assert "Made final 21 November 2026, 14:00." in text
    assert "Reopened 24 November 2026, 14:00: " in text
    assert "night" in text


def test_a_draft_that_was_never_final_has_no_trace_in_its_profile() -> None:
    """Nothing is said where nothing happened."""
    assert trace_texts(DRAFT, WORDS) == []
    assert "Made final" not in markdown(profile_document(DRAFT, WORDS))


def test_the_status_says_since_when_as_far_as_that_is_known() -> None:
    """A file made final by hand is final all the same."""
    by_hand = DRAFT.model_copy(update={"status": "final"})
    assert [status_text(each, WORDS) for each in (DRAFT, by_hand, DRAFT.with_status("final", NOW))] == [
        "draft",
        "final",
        "final since 21 November 2026",
    ]


def test_what_is_final_says_since_when_and_which_key_reopens_it() -> None:
    """Whoever presses a key in vain learns why, and what to press instead."""
    by_hand = DRAFT.model_copy(update={"status": "final"})
    assert [closed_text(each, "F", WORDS) for each in (by_hand, DRAFT.with_status("final", NOW))] == [
        "It is final. F reopens it.",
        "It is final since 21 November 2026. F reopens it.",
    ]


def test_open_ends_are_counted_and_the_first_are_named() -> None:
    """Thirty titles in a window are none."""
    found = unfinished(DRAFT)
    assert unfinished_texts(DRAFT, found, WORDS) == [
        "4 not rated: vision, values, welcome and 1 more",
        "1 without a note or evidence: mission",
    ]


def test_parked_and_split_are_told_apart() -> None:
    """One waits for somebody, the other is a result."""
    left = assessment(
        MODEL, ratings={"mission": Rating(left_open="parked"), "vision": Rating(left_open="split")}
    )
    said = unfinished_texts(left, unfinished(left), WORDS)
    assert said[1:] == ["1 parked: mission", "1 recorded as split: vision"]
