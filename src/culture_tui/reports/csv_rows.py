"""Rows for a spreadsheet: numbers stay numbers, and no text becomes a formula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Final

from culture_tui.domain.safe_text import clean_line

_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, in full width too."""

_WORDS: Final = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its columns, and rows that have a value for some of them."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, object], ...]


def csv_text(table: Rows) -> str:
    """The table as RFC 4180 has it: commas, CRLF, a header; numbers with a point, not rounded."""
    import csv

    page = StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(table.columns)
    writer.writerows([_cell(row.get(column)) for column in table.columns] for row in table.rows)
    return page.getvalue()


def _cell(value: object) -> str:
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, (int, float)):
        return repr(value)
    text = clean_line(str(value))
    return f"'{text}" if text.lstrip().startswith(_BEGINS_A_FORMULA) else text
