"""How votes that were gathered before are said: numbers first, and no more than they know."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.domain.gathering import GatheredVotes, VotesFound
from culture_tui.reports.gathering import aloud, bars, before_text, described, found_lines, found_text
from support import skeleton

WORDS = NullTranslations()
MODEL = skeleton({"purpose": ["mission", "vision"]})


@pytest.mark.parametrize(
    ("histogram", "short", "long"),
    [
        ((0, 2, 5, 1, 0), "before: 0 2 5 1 0, median 3", "8 votes, median 3, spread"),
        ((0, 3, 0, 3, 0), "before: 0 3 0 3 0, median 2 and 4", "6 votes, median 2 and 4, split in two"),
        ((0, 0, 5, 0, 0), "before: 0 0 5 0 0, median 3", "5 votes, median 3, all agreed"),
        ((0, 0, 3, 2, 0), "before: 0 0 3 2 0, median 3", "5 votes, median 3, neighbouring levels"),
        ((0, 0, 3, 1, 0), "before: 0 0 3 1 0", "4 votes"),
        ((1, 0, 0, 0, 0), "before: 1 0 0 0 0", "1 vote"),
    ],
)
def test_below_five_votes_only_the_histogram_is_said(
    histogram: tuple[int, ...], short: str, long: str
) -> None:
    """Four random voters look agreed one time in ten."""
    assert (before_text(histogram, WORDS), described(histogram, WORDS)) == (short, long)


def test_levels_with_votes_are_read_aloud_with_their_counts() -> None:
    """Whoever listens cannot count marks."""
    assert aloud((0, 2, 5, 1, 0), WORDS) == (
        "Gathered before: 8 votes, median 3, spread; level 2: 2, level 3: 5, level 4: 1"
    )


def test_bars_stand_below_each_other_with_their_counts_as_text() -> None:
    """A picture that cannot be read in grey is wrong."""
    assert bars((0, 2, 10, 1, 0)) == (
        "1 │             0",
        "2 │ ■■          2",
        "3 │ ■■■■■■■■■■ 10",
        "4 │ ■           1",
        "5 │             0",
    )


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(st.integers(0, 1_000_000), min_size=2, max_size=10))
def test_bars_fit_a_small_screen_and_no_vote_is_without_a_mark(histogram: list[int]) -> None:
    """One voter among a million is still somebody."""
    lines = bars(histogram)
    assert len({len(line) for line in lines}) == 1
    assert len(lines[0]) <= 40
    assert ["■" in line for line in lines] == [count > 0 for count in histogram]
    assert [int(line.split()[-1]) for line in lines] == histogram


def test_all_is_told_in_lines_and_the_least_on_a_form() -> None:
    """The form has two lines of room, the command has a scroll bar."""
    found = VotesFound(
        GatheredVotes(41, {"mission": (0, 0, 41, 0, 0)}),
        left_out=("When", "E-mail"),
        without_column=("vision",),
        complete=41,
        concordance=0.456,
    )
    assert list(found_lines(found, MODEL, WORDS)) == [
        "Votes gathered before the workshop: 41",
        "Practices with votes: 1 of 2",
        "Columns left out, because no practice is called so: “When”, “E-mail”",
        "--ignore TITLE says that a column is left out on purpose.",
        "Practices without a column: vision",
        "Kendall's W of the 41 who gave a level to every practice asked: 0.46. It is not kept.",
    ]
    assert found_text(found, MODEL, WORDS) == (
        "Votes gathered before the workshop: 41 · Practices with votes: 1 of 2 · Left out: “When”, “E-mail”"
    )


def test_those_who_say_that_a_practice_does_not_apply_are_told_beside_those_who_rate_it() -> None:
    """Nineteen of twenty who say n/a, and one who says 5, are no 5."""
    found = VotesFound(
        GatheredVotes(20, {"mission": (0, 0, 0, 0, 1)}), said_not_applicable=(("mission", 19, 20),)
    )
    assert "Some say that it does not apply: mission (19 of 20)" in found_lines(found, MODEL, WORDS)


@pytest.mark.parametrize(("complete", "told"), [(4, False), (5, True)])
def test_concordance_is_told_of_five_people_and_more(complete: int, *, told: bool) -> None:
    """Of two people, whoever knows one ballot reads the other's order off it."""
    found = VotesFound(GatheredVotes(9, {}), complete=complete, concordance=0.5)
    assert ("Kendall" in "".join(found_lines(found, MODEL, WORDS))) is told


def test_a_form_names_only_the_first_of_many_columns() -> None:
    """A survey of two hundred questions has room for the line below the field, and no more."""
    found = VotesFound(GatheredVotes(1, {}), left_out=tuple("abcdefghijk"))
    assert found_text(found, MODEL, WORDS).endswith("Left out: “a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”, …")
    assert "“k”" in "".join(found_lines(found, MODEL, WORDS))
