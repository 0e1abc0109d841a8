"""A document as Markdown that holds: no text from a person becomes markup, a row or a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from culture_tui.domain.safe_text import clean
from culture_tui.reports.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Quote, Table

PAGE_BREAK: Final = '<div style="page-break-after: always"></div>'
"""Browsers and the editors that print through them begin a page here; everywhere else it is nothing."""

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~$#{}])")
_LINE_START: Final = re.compile(r"^(\s*)([-+=:])|^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
_ENTITY: Final = re.compile(r"&(?=#|\w)")
_LINK: Final = re.compile(r"://|(?<=www)\.|(?<=javascript):|(?<=mailto):|(?<=data):", re.IGNORECASE)


def markdown(document: Document) -> str:
    """The document in CommonMark with tables, its last line ended."""
    return "\n\n".join("\n".join(_lines(block)) for block in document) + "\n"


def escaped(text: str) -> str:
    """A text as Markdown that shows it as it is, on one line."""
    return _escaped_lines(" ".join(clean(text).split()))


def _escaped_lines(text: str) -> str:
    marked = _SPECIAL.sub(r"\\\1", _ENTITY.sub("&amp;", text))
    marked = _LINK.sub(lambda match: f"\\{match[0]}", marked)
    return _LINE_START.sub(r"\1\3\\\2\4", marked)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(rank, text):
            yield f"{'#' * rank} {escaped(text)}"
        case Paragraph(text):
            yield escaped(text)
        case Quote(text):
            lines = _escaped_lines(clean(text)).splitlines() or [""]
            yield from (f"> {line.lstrip()}".rstrip() for line in lines)
        case Bullets(items):
            yield from (f"- {escaped(item)}" for item in items)
        case PageBreak():
            yield PAGE_BREAK
        case Table():
            yield from _table_lines(block)


def _table_lines(table: Table) -> Iterator[str]:
    yield _row(table.header)
    marks = ("---:" if column in table.numbers else "---" for column in range(len(table.header)))
    yield f"| {' | '.join(marks)} |"
    yield from (_row(row) for row in table.rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"
