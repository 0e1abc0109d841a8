"""What the charts of a picture share: the room that they have, and how they are handed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TOP: Final = 200.0
BOTTOM: Final = 836.0
LEFT: Final = 70.0
RIGHT: Final = 1530.0

_HIGHEST_ROW: Final = 56.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as pieces of SVG, and how to read it."""

    pieces: list[str]
    said: str


def row_height(count: int, room: float, most: float = _HIGHEST_ROW) -> float:
    """How high each of so many rows may be."""
    return min(most, room / max(1, count))


def letter_size(row: float, most: float = 26) -> float:
    """How large letters in a row of this height can be."""
    return min(most, row * 0.62)
