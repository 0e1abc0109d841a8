"""Where the fields of the set-up stand: how often Tab leads from the organisation to each."""

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
    """The keys that lead from one field down to another."""
    return ["tab"] * (_ORDER.index(field) - _ORDER.index(start))
