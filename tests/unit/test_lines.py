"""Lines of text: nothing is wider than it may be, and nothing vanishes without a sign."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from culture_tui.tui.widgets.lines import (
    MORE,
    Line,
    at_right,
    clipped,
    padded,
    plain,
    shortened,
    spread,
    with_end,
    wrapped,
)

LETTERS = "abc dé日本 \n"
TEXTS = st.text(alphabet=LETTERS, max_size=60)
WIDTHS = st.integers(min_value=2, max_value=30)

properties = settings(max_examples=150, derandomize=True, deadline=None)


@properties
@given(TEXTS, WIDTHS)
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    """Every word of a question reaches the group, on any terminal."""
    lines = wrapped(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


@properties
@given(TEXTS, WIDTHS)
def test_a_text_cut_before_its_end_fits_and_keeps_the_end(text: str, width: int) -> None:
    """Of a long file name, what tells it from its copy is seen."""
    line, cut = " ".join(text.split("\n")), with_end(text, width, 8)
    assert cell_len(cut) <= width
    if cell_len(line) <= width:
        assert cut == line
    elif width > 8:
        end = cut.partition(MORE)[2]
        assert line.endswith(end)
        assert cell_len(end) >= 7


def test_lines_break_at_spaces_and_long_words_within() -> None:
    """Words are read as words where they can be."""
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("a abcdefgh b", 4) == ["a", "abcd", "efgh", "b"]
    assert wrapped("a\n\nb", 9) == ["a", "", "b"]
    assert wrapped("日本語", 5) == ["日本", "語"]
    assert wrapped("", 5) == [""]


@properties
@given(TEXTS, st.integers(min_value=0, max_value=30))
def test_a_shortened_text_fits_and_shows_that_something_is_missing(text: str, width: int) -> None:
    """A title that is cut must not be taken for the whole title."""
    line = shortened(text, width)
    whole = " ".join(text.split("\n"))
    assert cell_len(line) <= width
    assert "\n" not in line
    if cell_len(whole) <= width:
        assert line == whole
    elif width > 0:
        assert line.endswith(MORE)
        assert whole.startswith(line.removesuffix(MORE))


def test_shortening_keeps_as_much_as_fits() -> None:
    """Where a letter more would fit, it is there."""
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abcdef", 5) == "abcd…"
    assert shortened("abcdef", 1) == "…"
    assert shortened("abcdef", 0) == ""
    assert shortened("ab cdef", 4) == "ab…"


@properties
@given(st.lists(st.text("ab", min_size=1, max_size=6), min_size=1, max_size=6), st.integers(1, 6))
def test_clipped_lines_are_as_many_as_may_be_and_end_with_a_sign(lines: list[str], most: int) -> None:
    """A descriptor that goes on must look as if it did."""
    kept = clipped(lines, most, 6)
    assert len(kept) == min(len(lines), most)
    assert max(map(cell_len, kept)) <= 6
    if len(lines) > most:
        assert kept[:-1] == lines[: most - 1]
        assert kept != lines[:most]
    else:
        assert kept == lines


def test_the_last_line_that_is_left_says_that_it_goes_on() -> None:
    """An ellipsis stands where the text breaks off."""
    assert clipped(["one two", "three", "four"], 2, 8) == ["one two", "three f…"]


@properties
@given(TEXTS, st.text("xyz9", max_size=8), WIDTHS)
def test_two_texts_on_a_line_fill_it_and_the_right_one_stays_whole(left: str, right: str, width: int) -> None:
    """How far the workshop has come is never cut by a long title."""
    line = spread(left, right, width)
    assert cell_len(line) <= width
    if cell_len(right) + 1 < width:
        assert cell_len(line) == width
        assert line.endswith(f" {right}")


def test_the_left_text_gives_way() -> None:
    """The title is cut, the number is not."""
    assert spread("Payments desk", "7 of 36", 16) == "Payment… 7 of 36"
    assert spread("Desk", "7 of 36", 16) == "Desk     7 of 36"
    assert spread("Desk", "7 of 36", 6) == "7 of…"


@properties
@given(TEXTS, st.integers(min_value=1, max_value=30))
def test_padded_texts_are_exactly_as_wide_as_asked(text: str, width: int) -> None:
    """Columns stand under one another only if every cell counts."""
    assert cell_len(padded(text, width)) == width
    assert cell_len(at_right(text, width)) == width
    assert padded(text, width).rstrip() == shortened(text, width).rstrip()
    assert at_right(text, width).endswith(shortened(text, width))


def test_wide_letters_take_two_cells() -> None:
    """A column of Japanese titles does not push the numbers aside."""
    assert padded("日本", 5) == "日本 "
    assert at_right("日本", 5) == " 日本"
    assert padded("日本語", 5) == "日本…"


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[@click=app.quit]x", "[/]", "a\\", "[link=http://x]y"])
def test_plain_text_is_no_markup(text: str) -> None:
    """What a client wrote is shown as the client wrote it."""
    content = plain(text)
    assert content.plain == text
    assert content.spans == []


def test_plain_text_is_clean() -> None:
    """A byte that drives a terminal becomes one that can be seen."""
    assert plain("a\x1b[2Jb").plain == "a␛[2Jb"


def test_a_line_is_its_pieces_in_order() -> None:
    """What is drawn in several styles is read as one text."""
    assert Line((("› ", "mark"), ("Mission", "name"))).text == "› Mission"
    assert Line().text == ""
