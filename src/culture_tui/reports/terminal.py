"""A document on a terminal: plain words and aligned tables, readable without colour."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as RichTable
from rich.text import Text

from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.reports.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Quote, Table


class OnTerminal:
    """A document for rich to print."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for block in self._document:
            yield from _rendered(block)
            yield Text()


def print_document(document: Document) -> None:
    """Print a document to standard output, as wide as the terminal."""
    Console(highlight=False, soft_wrap=False).print(OnTerminal(document), end="")


def plain_text(document: Document) -> str:
    """A document as it would be printed on a terminal of 100 columns, without colour."""
    console = Console(highlight=False, width=100, file=StringIO(), no_color=True)
    with console.capture() as captured:
        console.print(OnTerminal(document), end="")
    return captured.get()


def _rendered(block: Block) -> RenderResult:
    match block:
        case Heading(_, text):
            yield Text(clean_line(text), style="bold")
        case Paragraph(text):
            yield Text(clean_line(text))
        case Quote(text):
            yield Padding(Text(clean(text)), (0, 0, 0, 2))
        case Bullets(items):
            for item in items:
                line = RichTable.grid(padding=(0, 1))
                line.add_row("·", Text(clean_line(item), overflow="fold"))
                yield line
        case PageBreak():
            yield Rule(style="dim")
        case Table():
            yield _table(block)


def _table(table: Table) -> RichTable:
    shown = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for index, title in enumerate(table.header):
        number = index in table.numbers
        shown.add_column(Text(clean_line(title)), justify="right" if number else "left", no_wrap=number)
    for row in table.rows:
        shown.add_row(*(Text(clean_line(cell)) for cell in row))
    return shown
