"""A document as the lines of a list: tables keep the columns that fit, and each line knows its whole row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from culture_tui.domain.safe_text import clean_line
from culture_tui.reports.document import Bullets, Document, Heading, PageBreak, Paragraph, Quote, Table
from culture_tui.tui.widgets.lines import at_right, padded, wrapped

_GAP: Final = 2
_FIRST: Final = 20
"""The least that the first column takes, so that a title can be read."""

_WIDE: Final = 24
"""A column up to this width is never cut; a wider one may be, down to this."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A line of the list."""

    text: str
    is_heading: bool = False

    cells: tuple[tuple[str, str], ...] = ()
    """The whole row of a table, whatever of it fits: the name of each column with what stands in it."""

    row: int | None = None
    """Which row of the document's first table it is, from 0."""


def results_first(document: Document) -> Document:
    """The same with what is to be known before the numbers right below the first table of them."""
    heads = [at for at, block in enumerate(document) if isinstance(block, Heading) and block.rank > 1]
    table = next((at for at, block in enumerate(document) if isinstance(block, Table)), None)
    if table is None or len(heads) <= 1 or heads[1] > table:
        return document
    notes, results, rest = (*heads, len(document))[:3]
    return (*document[:notes], *document[results:rest], *document[notes:results], *document[rest:])


def document_lines(document: Document, width: int) -> list[DocumentLine]:
    """The lines of a document without its title."""
    lines: list[DocumentLine] = []
    heading, is_first = "", True
    for block in document:
        if isinstance(block, PageBreak):  # a screen has no pages
            continue
        if isinstance(block, Heading):
            if block.rank > 1:
                lines += _alone(heading)
                heading = block.text
            continue
        if isinstance(block, Table):
            lines += _table(block, heading, width, is_first=is_first)
            is_first = False
        else:
            lines += [*_alone(heading), *(DocumentLine(text) for text in _texts(block, width))]
        heading = ""
    return [*lines, *_alone(heading)]


def _alone(heading: str) -> list[DocumentLine]:
    return [DocumentLine(clean_line(heading), is_heading=True)] if heading else []


def _texts(block: Paragraph | Quote | Bullets, width: int) -> Iterator[str]:
    items = block.items if isinstance(block, Bullets) else (block.text,)
    first, rest = ("· ", "  ") if isinstance(block, Bullets) else ("", "")
    for item in items:
        for number, line in enumerate(wrapped(clean_line(item), width - len(first))):
            yield (rest if number else first) + line


def _table(table: Table, heading: str, width: int, *, is_first: bool) -> Iterator[DocumentLine]:
    header = tuple(map(clean_line, (heading or table.header[0], *table.header[1:])))
    rows = [tuple(map(clean_line, row)) for row in table.rows]
    widths = _widths([header, *rows], width)
    yield DocumentLine(_line(header, widths, table.numbers), is_heading=True)
    for number, row in enumerate(rows):
        cells = tuple(zip((clean_line(name) for name in table.header), row, strict=False))
        yield DocumentLine(_line(row, widths, table.numbers), cells=cells, row=number if is_first else None)


def _line(cells: Sequence[str], widths: Mapping[int, int], numbers: frozenset[int]) -> str:
    shown = (
        at_right(cells[column], size) if column in numbers else padded(cells[column], size)
        for column, size in widths.items()
    )
    return (" " * _GAP).join(shown).rstrip()


def _widths(rows: Sequence[Sequence[str]], width: int) -> dict[int, int]:
    """The columns that fit, with their widths; what room is left goes to the widest texts."""
    natural = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    least = {column: min(size, _WIDE) for column, size in enumerate(natural)} | {0: _FIRST}
    others = list(least)[1:]
    while others and _FIRST + sum(least[column] + _GAP for column in others) > width:
        in_words = len(others) == len(natural) - 1 and len(others) > 1 and natural[others[-1]] > _WIDE
        others.pop(-2 if in_words else -1)  # what happened says more than the number before it
    widths = {column: least[column] for column in (0, *others)}
    free = width - sum(widths.values()) - _GAP * len(others)
    for column in list(widths):
        more = max(0, min(free, natural[column] - widths[column]))
        widths[column] += more
        free -= more
    return widths
