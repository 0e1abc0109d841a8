"""What a report is made of before it is Markdown or text: headings, paragraphs, tables, lists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; rank 1 is the document's title."""

    rank: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of our own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What a person wrote, line ends and all."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the columns in `numbers` (from 0) are set to the right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page where the document is printed."""


Block = Heading | Paragraph | Quote | Bullets | Table | PageBreak
Document = tuple[Block, ...]
