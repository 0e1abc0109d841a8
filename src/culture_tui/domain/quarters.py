"""Quarters of the year: what a roadmap counts in."""

from __future__ import annotations

from datetime import date
from typing import Final

from culture_tui.domain.values import SENSIBLE_YEARS

_MONTHS: Final = 3
_YEAR: Final = 12


def next_quarter(today: date) -> date:
    """The first day of the quarter after the one that `today` is in; the last one has none after it."""
    months = today.year * _YEAR + (today.month - 1) // _MONTHS * _MONTHS + _MONTHS
    months = min(months, SENSIBLE_YEARS.stop * _YEAR - _MONTHS)
    return date(months // _YEAR, months % _YEAR + 1, 1)


def quarter_of(start: date, quarter: int) -> tuple[int, int]:
    """Which (quarter of its year, year) a roadmap's n-th quarter, counted from 1, is."""
    months = start.year * _YEAR + start.month - 1 + (quarter - 1) * _MONTHS
    return months % _YEAR // _MONTHS + 1, months // _YEAR
