"""Markdown that holds: what people wrote is read as they wrote it, and never as markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from culture_tui.reports.document import Block, Bullets, Heading, Paragraph, Quote, Table
from culture_tui.reports.markdown import escaped, markdown
from reread import blocks, harmless, markup, seen, words


def around(text: str) -> dict[str, Block]:
    """Every kind of block with this text in it."""
    return {
        "heading": Heading(2, text),
        "paragraph": Paragraph(text),
        "quote": Quote(text),
        "bullets": Bullets((text, "b")),
        "cell": Table(("h", "i"), (("a", text),)),
        "header": Table(("h", text), (("a", "b"),)),
    }


KINDS = tuple(around(""))
SIGNS = (
    *"ab1 \n\n\t\\`*_[]()<>|~$#{}:/-+=.!&;\"'^@",
    "    ",
    " | ",
    "\n:--",
    "--",
    "\n\n",
    "```",
    "://",
    "](",
)

HOSTILE = (
    "a | b",
    "a \\| b",
    "ends with \\",
    "a\n| x | y |",
    "a | b\n:--",
    "a\n:-: | :-:\n1 | 2",
    "x\n---",
    "x\n===",
    "# x",
    "a\n## b",
    "> x",
    "- x",
    "+ x",
    "* x",
    "1. x",
    "12) x",
    "-",
    "1.",
    "- - x",
    "    x",
    "\tx",
    "a\n\n    b*c*",
    "```\nx\n```",
    "~~~",
    "`a``b",
    "*a* _b_ __c__ ~~d~~",
    "<b>x</b>",
    "<!-- x",
    "<http://evil.example>",
    "![](http://evil.example/p.png)",
    "[x](javascript:alert(1))",
    "[x]: http://evil.example",
    "[^1]: x",
    "&copy; &#x41; &#35; &amp;lt;",
    "$x$ {x} {{x}}",
    "a  \nb",
    "a\\\nb",
    "a\r\n---",
    "a\u2028# b",
    "a\x0b# b",
    "a\x85# b",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_people_never_becomes_structure(text: str, kind: str) -> None:
    """A note that looks like a table row must not move the figures beside it."""
    page = markdown((around(text)[kind], Paragraph("behind")))
    calm = markdown((around(harmless(text))[kind], Paragraph("behind")))
    assert blocks(page) == blocks(calm)
    assert markup(page) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_people_is_read_as_it_was_written(text: str, kind: str) -> None:
    """Escapes are for the reader's program: nobody should see a backslash that nobody wrote."""
    page = markdown((around(text)[kind],))
    beside = [word for word in words(markdown((around("beside it")[kind],))) if word not in {"beside", "it"}]
    assert sorted(words(page)) == sorted([*seen(text), *beside])


@settings(max_examples=400, derandomize=True)
@given(
    text=st.lists(st.sampled_from(SIGNS), max_size=9).map("".join),
    kind=st.sampled_from(KINDS),
)
def test_no_combination_of_signs_becomes_structure(text: str, kind: str) -> None:
    """What nobody thought of is tried too."""
    page = markdown((around(f"a{text}")[kind], Paragraph("behind")))
    calm = markdown((around(harmless(f"a{text}"))[kind], Paragraph("behind")))
    assert blocks(page) == blocks(calm)
    assert markup(page) == []


@settings(max_examples=300, derandomize=True)
@given(
    lines=st.lists(
        st.sampled_from(
            ("a", "", "    a", "| a |", "a | b", ":--", "---", "===", "- a", "# a", "1. a", "> a")
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_order_of_lines_becomes_structure(lines: list[str]) -> None:
    """Notes have several lines: what a line means in Markdown depends on the one before it."""
    note = "\n".join(lines)
    page = markdown((Quote(note), Paragraph("behind")))
    assert blocks(page) == blocks(markdown((Quote(harmless(note)), Paragraph("behind"))))
    assert markup(page) == []


@pytest.mark.parametrize(
    "text",
    [
        *("http://evil.example", "HTTPS://evil.example", "WWW.evil.example", "www.x", "ftp://x"),
        *("javascript:alert(1)", "JavaScript:x", "mailto:a@b.example", "data:text/html,x"),
    ],
)
def test_an_address_is_no_link(text: str) -> None:
    """Many programs make links of bare addresses; a reader must see where text leads before it does."""
    page = markdown((Paragraph(text), Quote(text)))
    assert re.findall(r"(?i)(?<!\\)://|www\.|(?:javascript|mailto|data):", page) == []
    assert words(page) == [text, text]


def test_the_form_of_each_block_is_what_programs_expect() -> None:
    """Diffs of two reports stay small: one form, one empty line between, an ended last line."""
    document = (
        Heading(1, "Title"),
        Paragraph("Words."),
        Bullets(("one", "two")),
        Quote("first\n\nthird"),
        Table(("Name", "Level"), (("a", "3"), ("b", "—")), frozenset({1})),
    )
    assert markdown(document) == (
        "# Title\n\nWords.\n\n- one\n- two\n\n> first\n>\n> third\n\n"
        "| Name | Level |\n| --- | ---: |\n| a | 3 |\n| b | — |\n"
    )


@pytest.mark.parametrize(
    "text",
    ["Payments desk · 2026-11-21", "Level 3, score 2.5 (7 of 9)", "¿Qué tal?", "a-b+c=d", "3→4", "a & b"],
)
def test_plain_words_stay_plain(text: str) -> None:
    """People read the source too: no escape where none is needed."""
    assert escaped(text) == text


def test_formulas_and_placeholders_are_escaped_for_programs_that_run_them() -> None:
    """Some readers typeset `$…$` and fill in `{…}`: a note must do neither."""
    assert escaped("$x$ {y} {{z}}") == "\\$x\\$ \\{y\\} \\{\\{z\\}\\}"


def test_a_text_for_one_line_has_no_line_ends() -> None:
    """A cell or a heading ends where its line ends."""
    assert escaped(" a\n\n b\tc ") == "a b c"
