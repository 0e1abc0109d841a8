"""The whole in a sentence: how far the room agreed, and what it left open."""

from __future__ import annotations

from collections.abc import Mapping

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate
from culture_tui.domain.records import Rating
from culture_tui.domain.scoring import profile
from culture_tui.language import catalogue
from culture_tui.reports.story import practice_story
from culture_tui.reports.whole import agreement_line, dimension_lines, left_open_line
from support import assessment, skeleton

WORDS = catalogue("en")
MODEL = skeleton({"care": ["a", "b", "c"], "purpose": ["d", "e"]})


def of(ratings: Mapping[str, Rating]) -> Assessment:
    """An assessment with these ratings."""
    return assessment(MODEL, ratings=ratings)


def test_last_rounds_are_counted_by_their_label() -> None:
    """One line tells whether the levels stand on agreement."""
    told = agreement_line(
        of(
            {
                "a": Rating(level=2, rounds=((3, 0, 0, 0, 3), (0, 6, 0, 0, 0))),
                "b": Rating(level=2, rounds=((0, 4, 2, 0, 0),)),
                "c": Rating(left_open="split", rounds=((3, 0, 0, 0, 3),)),
                "d": Rating(level=2, rounds=((0, 5, 2, 0, 0),)),
            }
        ),
        WORDS,
    )
    assert told == "Last rounds of votes: 1 all agreed, 2 neighbouring levels, 1 split in two."


def test_rounds_of_fewer_than_five_votes_are_only_counted() -> None:
    """A word for so few says more than it knows."""
    told = agreement_line(of({"a": Rating(level=2, rounds=((0, 4, 0, 0, 0),))}), WORDS)
    assert told == "Last rounds of votes: 1 of fewer than 5 votes."


def test_without_votes_nothing_is_said_of_them() -> None:
    """A line that always stands there is soon read by nobody."""
    assert agreement_line(of({"a": Rating(level=2)}), WORDS) == ""
    assert left_open_line(of({"a": Rating(level=2)}), WORDS) == ""


def test_what_was_left_open_is_counted() -> None:
    """The list of what to come back to begins with its length."""
    ratings = {
        "a": Rating(left_open="split"),
        "b": Rating(left_open="parked"),
        "d": Rating(left_open="parked"),
    }
    assert left_open_line(of(ratings), WORDS) == "Left open: split 1, parked 2."


def test_a_dimension_says_what_it_holds_and_what_holds_it_back() -> None:
    """The head of the list of its practices."""
    found = of({"a": Rating(level=1), "b": Rating(level=3)})
    said = dimension_lines(found, profile(found), "care", WORDS)
    assert said == ["It holds level 1 Level 1 of 5, score 2.0; 2 of 3 rated.", "Held back by: a."]


def test_a_gate_of_the_dimension_is_told_where_its_practices_stand() -> None:
    """Whoever looks for what caps the whole finds it here too."""
    gate = Gate(id="door", dimension="care", every_practice_at_least=4, caps_overall_at=2)
    model = skeleton({"care": ["a"], "purpose": ["d"]}, gates=(gate,))
    found = assessment(model, {"a": 3, "d": 3})
    assert any(each.startswith("Gate:") for each in dimension_lines(found, profile(found), "care", WORDS))
    assert not any(
        each.startswith("Gate:") for each in dimension_lines(found, profile(found), "purpose", WORDS)
    )


def test_a_dimension_without_ratings_or_out_of_scope_says_so() -> None:
    """No number is told that nobody gave."""
    empty = of({})
    assert dimension_lines(empty, profile(empty), "care", WORDS) == [
        "Nothing is rated here, so there is no score and no level."
    ]
    narrow = assessment(MODEL, {"d": 2}, scope=("purpose",))
    assert dimension_lines(narrow, profile(narrow), "care", WORDS) == [
        "The workshop does not talk about this dimension."
    ]


def test_the_story_of_a_practice_has_all_rounds_reason_evidence_and_note() -> None:
    """Down here nothing is left out."""
    rating = Rating.model_validate(
        {
            "level": 3,
            "confidence": "low",
            "reason": "The new desk opened.",
            "note": "Line one\nLine [two]",
            "evidence": ({"text": "Photo", "link": "https://example.org"},),
            "rounds": ((1, 3, 3, 2, 0), (0, 7, 2, 0, 0)),
        }
    )
    told = dict(practice_story(of({"a": rating}), "care", "a", WORDS))
    assert told["Round 1: 9 votes, median 3, spread"][1] == "2 │ ■■■ 3"
    (second,) = [lines for heading, lines in told.items() if heading.startswith("Round 2")]
    assert second[1] == "2 │ ■■■■■■■ 7"
    assert "range from 1–4 to 2–3" in second[-1]
    assert "· The reason that was kept: The new desk opened." in told["Why"]
    assert told["Evidence"] == ("· Photo · https://example.org",)
    assert told["Note"] == ("Line one", "Line [two]")
    assert told["Confidence"] == ("confidence low",)


def test_the_story_says_that_a_practice_was_left_open() -> None:
    """Not rated and left open on purpose are two things."""
    parked = dict(practice_story(of({"a": Rating(left_open="parked")}), "care", "a", WORDS))
    split = dict(practice_story(of({"a": Rating(left_open="split")}), "care", "a", WORDS))
    assert "parked for later" in parked["Why"][0]
    assert "the votes stayed split" in split["Why"][0]


def test_a_round_in_which_nobody_voted_is_no_chart() -> None:
    """A gathered round can be empty for one practice."""
    told = dict(practice_story(of({"a": Rating(rounds=((0, 0, 0, 0, 0),))}), "care", "a", WORDS))
    assert told["Round 1"] == ("Nobody voted.",)
