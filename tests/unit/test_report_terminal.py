"""A document on a terminal: aligned, readable without colour, and only read, never obeyed."""

from __future__ import annotations

import pytest

from culture_tui.reports.document import Bullets, Heading, PageBreak, Paragraph, Quote, Table
from culture_tui.reports.terminal import plain_text
from reread import acting

DOCUMENT = (
    Heading(1, "Title"),
    Paragraph("Words."),
    Quote("first\n[bold]second[/bold]"),
    Bullets(("one", "two")),
    Table(("Name", "Level"), (("Mission", "3"), ("[red]b", "10")), frozenset({1})),
)


def test_each_block_is_plain_and_numbers_stand_under_one_another() -> None:
    """It is read on a terminal of any colour, aloud, or from a mail."""
    assert [line.rstrip() for line in plain_text(DOCUMENT).splitlines()] == [
        "Title",
        "",
        "Words.",
        "",
        "  first",
        "  [bold]second[/bold]",
        "",
        "· one",
        "· two",
        "",
        "Name     Level",
        "Mission      3",
        "[red]b      10",
        "",
    ]


def test_a_page_ends_in_a_line_and_a_long_address_is_whole() -> None:
    """What is cut off with an ellipsis cannot be copied."""
    address = f"https://example.org/{'long-' * 30}end"
    first, second, *rest = plain_text((PageBreak(), Bullets((address,)))).split("\n\n")
    assert first == "─" * 100
    assert second.replace("·", "").replace("\n", "").replace(" ", "") == address
    assert rest == [""]


@pytest.mark.parametrize("text", ["\x1b]0;owned\x07", "\x9b2J", "a\rb", "\u202egpj.exe", "a\u2028b"])
def test_no_block_lets_a_control_character_through(text: str) -> None:
    """A report may be made of texts that no file has cleaned: file names, errors, models of one's own."""
    document = (
        Heading(1, text),
        Paragraph(text),
        Quote(text),
        Bullets((text,)),
        Table(("a", text), ((text, "b"),), frozenset({0})),
    )
    for block in document:
        assert acting(plain_text((block,))) == set()
