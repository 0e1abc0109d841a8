"""Levels in columns by number and name, where a screen has no line for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from culture_tui.tui.widgets.lines import Line

LEAST: Final = 9
"""Cells that a level needs so that its name can be told from others."""

Cell = tuple[tuple[str, str], ...]
"""A level as pieces of text with their styles, of one width in all."""


def fitting(count: int, least: int, width: int, room: int) -> tuple[int, int] | None:
    """The rows and the cells of as few columns as fit, with a line left; None where none do.

    Args:
        count: how many levels there are.
        least: cells that each must have, and one between.
        width: of all columns.
        room: lines in all.
    """
    for columns in range(2, count + 1):
        rows, cells = -(-count // columns), width // columns
        if cells > least and rows < room:
            return rows, cells
    return None


def side_by_side(levels: Sequence[Cell], rows: int) -> list[Line]:
    """The levels in so many rows, the lowest at the top of the first column."""
    return [Line(tuple(piece for cell in levels[row::rows] for piece in cell)) for row in range(rows)]
