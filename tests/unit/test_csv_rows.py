"""Rows for a spreadsheet: numbers stay numbers, and what a person wrote stays text."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from culture_tui.reports.csv_rows import Rows, csv_text


def cells(value: object) -> list[str]:
    """What a spreadsheet reads back from one cell and its neighbour."""
    (_, row) = csv.reader(StringIO(csv_text(Rows(("a", "b"), ({"a": value, "b": "next"},))), newline=""))
    return row


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-0.25, "-0.25"),
        (1 / 3, "0.3333333333333333"),
        (0, "0"),
        (7, "7"),
        (True, "yes"),
        (False, "no"),
        (None, ""),
        ("Service desk", "Service desk"),
        ('say "hi", twice', 'say "hi", twice'),
        ("two\nlines", "two lines"),
    ],
)
def test_a_value_is_read_back_as_it_was(value: object, cell: str) -> None:
    """Another program gets all digits, an empty cell for nothing, and one row a row."""
    assert cells(value) == [cell, "next"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd",
        "-2+3",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\n=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
    ],
)
def test_no_text_becomes_a_formula(text: str) -> None:
    """A title that begins with = must not run on a client's laptop."""
    assert cells(text)[0].startswith("'")


def test_what_a_row_has_no_value_for_is_empty() -> None:
    """Rows of several kinds share one header."""
    page = csv_text(Rows(("a", "b"), ({"b": 1}, {"a": 2, "c": 3})))
    assert page == "a,b\r\n,1\r\n2,\r\n"
