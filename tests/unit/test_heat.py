"""Heatmaps in text: a number in every cell, a denser cell where it is weaker, nothing where nothing is."""

from __future__ import annotations

import pytest

from culture_tui.domain.crosswalk import Crosswalk, Pair
from culture_tui.domain.records import Rating
from culture_tui.language import catalogue
from culture_tui.reports.charts import Mark, mark_text, marks_of, meaning, weakness
from culture_tui.reports.heat import letters_text, marks_text, pairs_text, shade
from support import assessment, skeleton

FOUND = Crosswalk(
    "processes",
    "traits",
    ("north", "people"),
    ("first", "own"),
    {
        ("north", "first"): Pair(1.0, apart=True),
        ("north", "own"): Pair(5.0, apart=False),
        ("people", "own"): Pair(None, apart=False),
    },
)


@pytest.mark.parametrize(
    ("score", "top", "drawn"),
    [
        (5, 5, " "),
        (4, 5, "░"),
        (3, 5, "▒"),
        (2, 5, "▓"),
        (1, 5, "█"),
        (1, 2, "█"),
        (2, 2, " "),
        (5.5, 10, "▒"),
    ],
)
def test_the_weaker_the_denser(score: float, top: int, drawn: str) -> None:
    """The eye lands on what needs a talk, on scales of any length."""
    assert shade(score, top) == drawn


def test_weakness_stays_between_none_and_all() -> None:
    """A score off the scale is no colour off the palette."""
    assert [weakness(score, 5) for score in (0.5, 1, 3, 5, 6)] == [1, 1, 0.5, 0, 0]


def test_a_linked_pair_has_its_number_and_the_mark_of_a_contradiction() -> None:
    """Read without any shade, the digits say it all."""
    assert pairs_text(FOUND, "north", 5, 8, catalogue("en")) == " ███1.0≠    5.0 "


def test_a_pair_without_a_link_is_blank_and_one_without_a_score_has_a_dash() -> None:
    """Nothing to say, and nothing said yet, are two things."""
    assert pairs_text(FOUND, "people", 5, 8, catalogue("en")) == " " * 8 + "      — "


def test_letters_stand_right_above_the_scores() -> None:
    """A column is found by running the eye down."""
    letters, cells = letters_text(FOUND, 8), pairs_text(FOUND, "north", 5, 8, catalogue("en"))
    assert [letters.index("A"), letters.index("B")] == [cells.index("1.0") + 2, cells.index("5.0") + 2]


def test_practices_stand_side_by_side_each_with_its_level() -> None:
    """Digits in every cell: the shade is only for the first look."""
    marks = [Mark("a", 1, "1"), Mark("b", 4, "4"), Mark("c", None, "·"), Mark("d", None, "–")]
    assert marks_text(marks, 5, 40) == " ██1 ░░4   ·   –"


def test_what_does_not_fit_is_counted() -> None:
    """A dimension of thirty practices must not look like one of five."""
    marks = [Mark(f"p{number}", 3, "3") for number in range(30)]
    told = marks_text(marks, 5, 24)
    assert told == " ▒▒3" * 5 + " +25"
    assert len(told) <= 24


def test_a_level_of_two_digits_keeps_the_columns() -> None:
    """Ten levels are allowed."""
    marks = [Mark("a", 10, "10"), Mark("b", 9, "9")]
    assert marks_text(marks, 10, 40) == "   10    9"


def test_why_there_is_no_level_is_one_character() -> None:
    """Unrated, not applicable, split and parked are four answers, none of them a number."""
    ratings = [
        Rating(),
        Rating(not_applicable="no desk"),
        Rating(left_open="split"),
        Rating(left_open="parked"),
        Rating(level=3),
    ]
    assert [mark_text(each) for each in ratings] == ["·", "–", "÷", "~", "3"]


def test_in_pulse_mode_a_dimension_has_one_mark() -> None:
    """Its one question is all that was asked."""
    of = assessment(skeleton({"care": ["welcome", "farewell"]}))
    pulse = of.workshop.model_copy(update={"mode": "pulse"})
    asked = of.model_copy(update={"workshop": pulse, "pulse": {"care": Rating(level=4)}})
    assert [mark.text for mark in marks_of(of, "care")] == ["·", "·"]
    assert [mark.text for mark in marks_of(asked, "care")] == ["4"]


def test_each_chart_says_how_it_is_read() -> None:
    """A shade or a letter that nobody explains is decoration."""
    assert "lower score of two linked dimensions" in meaning("heatmap", FOUND, catalogue("en"))
    assert "≠ 1.5 or more apart" in meaning("heatmap", FOUND, catalogue("en"))
    assert "· not rated" in meaning("heatmap", None, catalogue("en"))
    assert "Broken line: target" in meaning("radar", None, catalogue("en"))
