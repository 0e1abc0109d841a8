"""Quarters as a calendar and a sponsor know them."""

from __future__ import annotations

from datetime import date

import pytest

from culture_tui.domain.quarters import next_quarter, quarter_of


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_a_roadmap_starts_with_the_next_quarter(today: date, first: date) -> None:
    """Nobody can plan people's time in a quarter that is running."""
    assert next_quarter(today) == first


@pytest.mark.parametrize(
    ("start", "quarter", "named"),
    [
        (date(2027, 1, 1), 1, (1, 2027)),
        (date(2027, 1, 1), 4, (4, 2027)),
        (date(2027, 10, 1), 1, (4, 2027)),
        (date(2027, 10, 1), 2, (1, 2028)),
        (date(2027, 2, 15), 5, (1, 2028)),
    ],
)
def test_quarters_are_named_as_people_name_them(start: date, quarter: int, named: tuple[int, int]) -> None:
    """A sponsor reads a quarter of a year, not a number counted from somewhere."""
    assert quarter_of(start, quarter) == named
