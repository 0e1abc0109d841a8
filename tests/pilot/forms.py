"""Where the fields of the set-up stand: how often Tab, or Shift+Tab, leads to each."""

from __future__ import annotations

from typing import Final

_ORDER: Final = (
    "organisation",
    "unit",
    "title",
    "tags",
    "date",
    "facilitator",
    "people",
    "concerned",
    "mode",
    "language",
    "votes",
    "scope",
    "button",
)


def to(field: str, start: str = "organisation") -> list[str]:
    """The keys that lead from one field to another, whichever way round is shorter."""
    down = (_ORDER.index(field) - _ORDER.index(start)) % len(_ORDER)
    up = len(_ORDER) - down
    return ["tab"] * down if down <= up else ["shift+tab"] * up
