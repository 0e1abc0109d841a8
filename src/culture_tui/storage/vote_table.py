"""Reading a table of votes as it comes out of forms and spreadsheets, row by row.

Nobody says how such a file is written: with commas or semicolons, in which encoding, with a first
line that only Excel understands. It is found out here, and what is no such table is refused. A
row is handed on and forgotten.
"""

from __future__ import annotations

import csv
import os
import re
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final

from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.reading import not_readable, open_regular, shown, too_large, unsound

MOST_BYTES: Final = 500_000_000
MOST_COLUMNS: Final = 16_384
"""As many as Excel has."""

LONGEST_LINE: Final = 1_000_000
"""In characters; more of a file is never in memory at once."""

GUESSED: Final = "cp1252"
"""Taken for what is no Unicode: what Excel on Windows writes in Western Europe."""

_DELIMITERS: Final = (",", ";", "\t", "|")
_SAID: Final = re.compile(r'"?sep=([,;\t|])"?\s*', re.IGNORECASE)
"""Excel's own first line; no other program knows it."""

_LONGEST_CELL: Final = csv.field_size_limit()

_BLOCK: Final = 1 << 20
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")

Row = tuple[int, list[str]]
"""The line of the file on which a row begins, from 1, and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file of votes, opened behind its header."""

    header: list[str]

    line: int
    """On which the header stands."""

    rows: Iterator[Row]
    """The rows below the header; problems of the file are raised on the way."""

    guessed: bool
    """Whether nothing told the encoding, so that letters may be wrong."""


@dataclass(frozen=True, slots=True)
class _Source:
    """An open file, and how its bytes become lines."""

    file: BinaryIO
    path: Path
    encoding: str

    skipped: int = 0
    """How many lines stand before the table."""

    def lines(self) -> Iterator[str]:
        """The file's lines from the top, each with its end."""
        try:
            with TextIOWrapper(self._again(), encoding=self.encoding, newline="") as text:
                while line := text.readline(LONGEST_LINE):
                    if "\0" in line:
                        raise _binary(self.path)
                    if len(line) == LONGEST_LINE:
                        what = Phrase("a line of more than {bound} characters", bound=LONGEST_LINE)
                        raise unsound(self.path, what)
                    yield line
        except UnicodeError:
            raise unsound(self.path, Phrase("neither Unicode nor Windows text")) from None
        except OSError as error:
            raise not_readable(self.path, error) from None

    def _again(self) -> BinaryIO:
        """The very same file, whatever stands at its path by now, from its beginning."""
        again = os.fdopen(os.dup(self.file.fileno()), "rb")
        again.seek(0)
        return again

    def rows(self, delimiter: str) -> Generator[Row]:
        """The table's rows, the header first; blank ones are left out."""
        lines = self.lines()
        for _ in range(self.skipped):
            next(lines)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        line = self.skipped + 1
        try:
            for row in reader:
                if any(row) and any(map(str.strip, row)):
                    yield line, row
                line = self.skipped + reader.line_num + 1
        except csv.Error as error:
            raise unsound(self.path, _said_of(error), line) from None


@contextmanager
def open_table(path: Path, likeness: Callable[[Sequence[str]], int]) -> Iterator[Table]:
    """Open a file of votes.

    Args:
        path: the file.
        likeness: how many cells of a row look like titles of our columns. The delimiter that
            gives the best header is the file's.

    Raises:
        UnsoundInputError: it cannot be opened, or is no table that we can read.
    """
    with open_regular(path, MOST_BYTES) as file:
        source = _Source(file, path, _encoding_of(file, path))
        said = _SAID.fullmatch(next(source.lines(), ""))
        if said is None:
            delimiter = _best_delimiter(source, likeness)
        else:
            source, delimiter = replace(source, skipped=1), said[1]
        rows = source.rows(delimiter)
        line, header = _header(source, rows)
        if len(header) > MOST_COLUMNS:
            raise unsound(path, Phrase("more than {bound} columns", bound=MOST_COLUMNS), line)
        try:
            yield Table(header, line, rows, guessed=source.encoding == GUESSED)
        finally:
            rows.close()


def _best_delimiter(source: _Source, likeness: Callable[[Sequence[str]], int]) -> str:
    """The delimiter whose header has the most of our columns, then the most columns."""
    ranks: dict[str, tuple[int, int]] = {}
    refused: list[UnsoundInputError] = []
    for delimiter in _DELIMITERS:
        rows = source.rows(delimiter)
        try:
            _line, header = _header(source, rows)
            ranks[delimiter] = (likeness(header), len(header))
        except UnsoundInputError as error:
            refused.append(error)
        finally:
            rows.close()
    if not ranks:
        raise refused[0]
    return max(ranks, key=lambda delimiter: ranks[delimiter])


def _header(source: _Source, rows: Iterator[Row]) -> Row:
    line, header = next(rows, (1, []))
    if not header:
        raise unsound(source.path, Phrase("the file is empty"))
    return line, header


def _encoding_of(file: BinaryIO, path: Path) -> str:
    """How the file is written; the whole of it is looked at, since one letter at its end can tell."""
    decoder, encoding, size = getincrementaldecoder("utf-8")(), "utf-8-sig", 0
    try:
        while block := file.read(_BLOCK):
            if not size and block.startswith(_UTF_16):
                return "utf-16"
            size += len(block)
            if size > MOST_BYTES:
                raise too_large(path, MOST_BYTES)
            if b"\0" in block:
                raise _binary(path)
            if encoding != GUESSED and not _decodes(decoder, block):
                encoding = GUESSED
    except OSError as error:
        raise not_readable(path, error) from None
    return encoding if _decodes(decoder, b"", final=True) else GUESSED


def _decodes(decoder: IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _binary(path: Path) -> UnsoundInputError:
    hint = Phrase("save a workbook as CSV first")
    return UnsoundInputError(Problem(Phrase("not a text file"), Place(shown(path)), hint))


def _said_of(error: csv.Error) -> Phrase:
    said = str(error)
    if said == "unexpected end of data":
        return Phrase("a quotation mark opens here, and none closes it")
    if said.startswith("field larger"):
        return Phrase(
            "a cell of more than {bound} characters; is a quotation mark missing?", bound=_LONGEST_CELL
        )
    return Phrase("not CSV: {problem}", problem=clean_line(said))
