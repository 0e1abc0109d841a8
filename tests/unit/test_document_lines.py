"""A document as a list: what fits is shown, what does not is kept for whoever asks."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from culture_tui.reports.document import Bullets, Document, Heading, Paragraph, Quote, Table
from culture_tui.tui.document_lines import document_lines, results_first

NUMBERS = Table(
    ("", "Level held", "Score", "Rated", "What happened"),
    (
        ("Overall", "2 → 3", "2.1 → 2.7", "34/36 → 36/36", "level 2 → 3; 4 practices higher, 1 lower"),
        (
            "Help people find the meaning of their life",
            "1 → 1",
            "1.0 → 1.0",
            "2/2 → 2/2",
            "holds 1 as before",
        ),
    ),
)
DOCUMENT: Document = (
    Heading(1, "What changed"),
    Paragraph("Then: a"),
    Heading(2, "Before you read the numbers"),
    Bullets(("one of these notes is longer than a line of a small screen is",)),
    Heading(2, "Results"),
    NUMBERS,
    Bullets(("a gate",)),
    Heading(2, "Alone"),
    Quote("two\nlines [/]"),
)


def texts(width: int, document: Document = DOCUMENT) -> list[str]:
    """The lines as they are seen."""
    return [line.text for line in document_lines(document, width)]


@pytest.mark.parametrize("width", [40, 55, 75, 115, 300])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    """What runs out of the screen is not read by anybody."""
    assert all(cell_len(text) <= width for text in texts(width))


@pytest.mark.parametrize("width", [55, 75, 115])
def test_then_and_now_are_seen_at_any_width(width: int) -> None:
    """The two columns that a comparison is made for are the last to go."""
    overall = next(text for text in texts(width) if text.startswith("Overall"))
    assert "2 → 3" in overall
    assert "2.1 → 2.7" in overall


def test_where_there_is_little_room_words_win_over_coverage() -> None:
    """What happened says more than how many were rated."""
    wide, middle = (next(text for text in texts(width) if "Overall" in text) for width in (130, 75))
    assert "34/36 → 36/36" in wide
    assert "34/36" not in middle
    assert "level 2 → 3; 4 practi" in middle


def test_each_row_knows_all_of_it() -> None:
    """Enter tells what the width has taken."""
    rows = [line for line in document_lines(DOCUMENT, 40) if line.cells]
    assert rows[1].cells[0] == ("", "Help people find the meaning of their life")
    assert rows[1].cells[3] == ("Rated", "2/2 → 2/2")
    assert [row.row for row in rows] == [0, 1]


def test_a_heading_and_the_names_of_columns_share_a_line() -> None:
    """Fifteen lines are few."""
    lines = document_lines(DOCUMENT, 75)
    heads = [line.text.split("  ")[0] for line in lines if line.is_heading]
    assert heads == ["Before you read the numbers", "Results", "Alone"]
    assert "two lines [/]" in texts(75)


def test_results_come_first_where_notes_may_wait() -> None:
    """The eye lands on the numbers, with what belongs to them."""
    assert results_first(DOCUMENT) == (*DOCUMENT[:2], *DOCUMENT[4:7], *DOCUMENT[2:4], *DOCUMENT[7:])


@pytest.mark.parametrize("document", [(), DOCUMENT[:2], (Heading(1, "x"), Heading(2, "y"), NUMBERS)])
def test_a_document_without_notes_stays_as_it_is(document: Document) -> None:
    """Nothing is moved for its own sake."""
    assert results_first(document) == document
