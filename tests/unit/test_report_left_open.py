"""What is left open on purpose is told with its votes, and never as something forgotten."""

from __future__ import annotations

from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.reports.left_open import left_open_blocks, open_document, open_sections
from culture_tui.reports.markdown import markdown
from culture_tui.reports.profile import profile_document, profile_json
from support import NOW, assessment, skeleton

WORDS = NullTranslations()
WORKSHOP = assessment(skeleton({"care": ["a", "b", "c"]}))


def some_open(of: Assessment = WORKSHOP) -> Assessment:
    """A split with votes, and something parked with a note."""
    split = of.with_round("a", (0, 4, 0, 5, 0), NOW).with_left_open("a", "split", NOW)
    return split.with_left_open("b", "parked", NOW).with_note("b", "ask *finance*", NOW)


def test_sections_are_split_parked_and_not_rated_and_empty_ones_are_left_out() -> None:
    """A heading with nothing under it is a question without a point."""
    listed = open_sections(some_open(), WORDS)
    assert [(each.heading, [(row.title, row.said, row.item) for row in each.rows]) for each in listed] == [
        ("Split (1)", [("a", "9 votes · 2:4 4:5", "a")]),
        ("Parked (1)", [("b", "note", "b")]),
        ("Not rated yet (1)", [("c", "", "c")]),
    ]
    done = some_open().with_level("a", 2, NOW).with_level("b", 2, NOW).with_level("c", 2, NOW)
    assert open_sections(done, WORDS) == []


def test_the_profile_tells_why_with_which_votes_and_what_was_noted() -> None:
    """The facilitator's own view withholds nothing."""
    told = markdown(profile_document(some_open(), WORDS))
    section = told.partition("## Left open")[2].partition("\n## ")[0]
    assert "### a: split, no level agreed" in section
    assert "Round 1: 0 4 0 5 0" in section
    assert "### b: parked for later" in section
    assert "No votes were kept for it." in section
    assert "> ask \\*finance\\*" in section
    assert "Left open: split 1, parked 1." in told.partition("## Overall")[2].partition("\n## ")[0]
    rows = [row for row in told.splitlines() if row.startswith(("| a |", "| b |"))]
    assert [row.split(" | ")[1] for row in rows] == ["split", "parked"]


def test_nothing_left_open_is_no_section() -> None:
    """Most workshops agree on everything."""
    assert list(left_open_blocks(WORKSHOP, WORDS)) == []
    assert "Left open" not in markdown(profile_document(WORKSHOP, WORDS))


def test_a_page_of_its_own_lists_what_nobody_rated_too() -> None:
    """Whoever deals with it between two workshops has one page."""
    assert "- c" in markdown(open_document(some_open(), WORDS))
    done = WORKSHOP.with_level("a", 2, NOW).with_level("b", 2, NOW).with_level("c", 2, NOW)
    assert "Nothing is open." in markdown(open_document(done, WORDS))


def test_data_say_what_is_left_open_and_how_sure_the_group_is() -> None:
    """Programs of others read it off the JSON, in pulse mode too."""
    kept = some_open().with_level("c", 4, NOW, "seen").with_confidence("c", "low", NOW)
    practices = profile_json(kept)["practices"]
    assert isinstance(practices, dict)
    assert [practices[key]["left_open"] for key in "abc"] == ["split", "parked", None]
    assert (practices["c"]["confidence"], practices["c"]["reason"]) == ("low", "seen")
    assert profile_json(kept)["pulse"] == {}
    workshop = WORKSHOP.workshop.model_copy(update={"mode": "pulse"})
    pulse = WORKSHOP.with_workshop(workshop, NOW).with_left_open("care", "parked", NOW)
    told = profile_json(pulse)["pulse"]
    assert isinstance(told, dict)
    assert told["care"]["left_open"] == "parked"


def test_the_profile_says_how_sure_the_group_is() -> None:
    """A level that nobody was sure of is read with care."""
    kept = WORKSHOP.with_level("c", 4, NOW).with_confidence("c", "low", NOW)
    assert "Confidence: low." in markdown(profile_document(kept, WORDS))
