"""The days that a quarter may hold, as they are typed."""

from __future__ import annotations

import re
from typing import Final

from culture_tui.domain.records import RoadmapRecord
from culture_tui.language import _, interface_words
from culture_tui.reports.numbers import days_text

_MOST_QUARTERS: Final = 12
_DAYS: Final = re.compile(r"[0-9]{1,6}([.,][0-9]{1,3})?")


def capacity_lines(record: RoadmapRecord) -> tuple[str, str]:
    """The capacity as it is typed: one number where all quarters hold the same, else each; the quarters."""
    days = [days_text(each, interface_words()) for each in record.capacity]
    return (days[0] if len(set(days)) == 1 else " ".join(days)), str(record.quarters)


def wrong_capacity(lines: tuple[str, ...]) -> str:
    """What is wrong with a typed capacity; empty where nothing is."""
    days, quarters = lines
    if quarters not in map(str, range(1, _MOST_QUARTERS + 1)):
        return _("The quarters must be a whole number from 1 to 12.")
    numbers = days.split()
    if not numbers or not all(map(_DAYS.fullmatch, numbers)) or not any(map(_number, numbers)):
        return _("The days must be numbers with a space between, at least one of them above 0.")
    if len(numbers) not in {1, int(quarters)}:
        return _("Give one number for all quarters, or one for each.")
    return ""


def capacity_from(lines: tuple[str, ...]) -> tuple[float, ...]:
    """The days that each quarter may hold, from what was typed; `wrong_capacity` has passed it."""
    days, quarters = lines
    numbers = tuple(map(_number, days.split()))
    return numbers * int(quarters) if len(numbers) == 1 else numbers


def _number(typed: str) -> float:
    """A number with a decimal point or comma."""
    return float(typed.replace(",", "."))
