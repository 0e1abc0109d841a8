"""Making final and reopening: what is still open, and a trace that stays in the file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from culture_tui.domain.closing import final_since, unfinished
from culture_tui.domain.model import Link
from culture_tui.domain.records import Rating, StatusChange
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from support import NOW, assessment, skeleton

MODEL = skeleton({"purpose": ["mission", "vision", "values"], "care": ["welcome", "farewell"]})
LATER = NOW + timedelta(days=2)
RATED = assessment(MODEL, {"mission": 2})


def test_the_trace_tells_when_it_was_final_and_why_it_was_reopened() -> None:
    """A client who holds last week's report can see that there is a newer one, and why."""
    reopened = RATED.with_status("final", NOW).with_status("draft", LATER, "the night shift was missing")
    assert (reopened.status, reopened.updated) == ("draft", LATER)
    assert reopened.trace == (
        StatusChange(status="final", at=NOW),
        StatusChange(status="draft", at=LATER, reason="the night shift was missing"),
    )


def test_the_trace_stands_in_the_file_a_line_a_change(tmp_path: Path) -> None:
    """Two versions of a file differ in just the line that is new."""
    reason = 'a "long" [reason] = with # everything, and longer than a hundred columns ' * 3
    final = RATED.with_status("final", NOW)
    reopened = final.with_status("draft", LATER, reason)
    texts = [to_toml(to_table(each)).decode() for each in (final, reopened)]
    lines = [text.splitlines() for text in texts]
    added = [line for line in lines[1] if line not in lines[0]]
    assert '    { status = "final", at = 2026-11-21 14:00:00+00:00 },' in lines[0]
    assert [line[:21] for line in added if not line.startswith("updated")] == ['    { status = "draft']
    for text, kept in zip(texts, (final, reopened), strict=True):
        path = tmp_path / "a.toml"
        path.write_text(text, encoding="utf-8")
        assert load_assessment(path).assessment == kept


def test_a_file_without_a_trace_has_no_key_for_it() -> None:
    """Drafts look as they always did."""
    assert b"trace" not in to_toml(to_table(RATED))


def test_a_reason_that_is_too_long_is_refused() -> None:
    """The line that is kept is the line that was written."""
    with pytest.raises(UnsoundInputError, match="too long"):
        RATED.with_status("draft", NOW, "x" * 301)


@pytest.mark.parametrize("broken", ['"closed"', "true"])
def test_a_trace_that_is_none_is_named(broken: str, tmp_path: Path) -> None:
    """A hand-made file says where it is wrong."""
    text = to_toml(to_table(RATED.with_status("final", NOW))).decode()
    path = tmp_path / "a.toml"
    path.write_text(text.replace('{ status = "final"', f"{{ status = {broken}"), encoding="utf-8")
    with pytest.raises(UnsoundInputError, match=r"trace\.0\.status"):
        load_assessment(path)


def test_since_when_it_is_final_is_told_where_it_was_kept() -> None:
    """Files that were made final by hand have no trace, and that is no defect."""
    by_hand = RATED.model_copy(update={"status": "final"})
    assert final_since(RATED.with_status("final", NOW)) == NOW
    assert final_since(RATED) is None
    assert final_since(by_hand) is None
    assert final_since(RATED.with_status("final", NOW).with_status("draft", LATER)) is None


def test_what_is_still_open_is_listed_before_it_is_final() -> None:
    """The facilitator sees what the client will ask about."""
    two_camps = ((4, 0, 0, 0, 4),)
    held = assessment(
        MODEL,
        ratings={
            "mission": Rating(level=3, rounds=two_camps, note="talked for long"),
            "vision": Rating(left_open="parked", rounds=two_camps),
            "values": Rating(left_open="split", rounds=two_camps),
            "welcome": Rating(level=2),
        },
    )
    found = unfinished(held)
    assert (found.unrated, found.parked, found.split) == (("farewell",), ("vision",), ("values",))
    assert (found.apart, found.without_words) == (("mission",), ("welcome",))
    assert not found.is_nothing


def test_a_contradiction_is_a_conversation_that_is_still_to_be_had() -> None:
    """Two linked dimensions far apart are seen before the report goes out."""
    linked = skeleton({"a": ["x"], "b": ["y"]}, links=(Link(between=("a", "b"), why="w"),))
    apart = {"x": Rating(level=5, note="n"), "y": Rating(level=1, note="n")}
    found = unfinished(assessment(linked, ratings=apart))
    assert (found.contradictions, found.is_nothing) == (1, False)


def test_nothing_is_open_where_everything_is_settled_with_words() -> None:
    """Then the window has nothing to warn of."""
    reasons = ("mission", "vision", "values", "welcome", "farewell")
    done = assessment(MODEL, ratings={key: Rating(level=2, note="n") for key in reasons})
    assert unfinished(done).is_nothing
