"""A radar: each dimension an axis, the scores one line around, the targets another that looks different.

The centre is no level at all, as the left end of a bar is, so that the lowest level can be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final

from culture_tui.reports.braille import Canvas, Piece
from culture_tui.reports.charts import Axis

_SIDE: Final = 3
"""Cells at each side for the axes' numbers."""

_ROW: Final = 4
"""Dots."""

_LEAST_RADIUS: Final = 17
"""Dots; in a smaller one a level is not told from the next."""

_SOLID: Final = (1, 0)
_DASHED: Final = (2, 2)
"""Dots set and left out: told from a solid line without any colour."""

_BESIDE: Final = 0.3
"""Beyond this part of the radius a number stands beside its axis, within it above or below."""


def placed(number: int, of: int, distance: float) -> tuple[float, float]:
    """Where a point on axis `number` (from 1) lies from the centre: right and down; the first axis is up."""
    angle = 2 * pi * (number - 1) / of
    return sin(angle) * distance, -cos(angle) * distance


def sides(values: Sequence[float | None]) -> Iterator[tuple[int, int]]:
    """The neighbouring axes, by their position, that both have a value: what a line may join."""
    for start in range(len(values)):
        end = (start + 1) % len(values)
        if values[start] is not None and values[end] is not None:
            yield start, end


def braille_width(rows: int) -> int:
    """How many cells wide a radar of so many rows is."""
    return _radius(rows) + 1 + 2 * _SIDE


def braille_radar(axes: Sequence[Axis], top: int, rows: int) -> tuple[tuple[Piece, ...], ...] | None:
    """A radar in so many rows of text: layers `score`, `target`, `grid` and `number`.

    None where it would be too small to be read, or the axes' numbers would stand on each other.
    """
    radius = _radius(rows)
    if radius < _LEAST_RADIUS:
        return None
    canvas = Canvas(braille_width(rows), rows, ("score", "target", "grid"))
    middle = (2 * _SIDE + radius, _ROW + radius)

    def at(axis: int, value: float) -> tuple[int, int]:
        right, down = placed(axis + 1, len(axes), value / top * radius)
        return middle[0] + round(right), middle[1] + round(down)

    for level in range(1, top):
        canvas.dot(*at(0, level), "grid")
    for position, axis in enumerate(axes):
        canvas.dot(*at(position, top), "grid")
        if not _numbered(canvas, axis, len(axes), middle, radius):
            return None
    canvas.dot(*middle, "grid")
    for layer, dash, values in (
        ("target", _DASHED, [axis.target for axis in axes]),
        ("score", _SOLID, [axis.score for axis in axes]),
    ):
        for position, value in enumerate(values):
            if value is not None:
                canvas.dot(*at(position, value), layer)
        for start, end in sides(values):
            canvas.line(at(start, values[start] or 0), at(end, values[end] or 0), layer, dash)
    return canvas.rows()


def _radius(rows: int) -> int:
    """In dots: a row above and a row below are for numbers."""
    return (_ROW * (rows - 2) - 1) // 2


def _numbered(canvas: Canvas, axis: Axis, of: int, middle: tuple[int, int], radius: int) -> bool:
    """Write an axis's number just beyond its end; False where there is no room."""
    right, down = placed(axis.number, of, radius + 3)
    column, row = round((middle[0] + right) / 2 - 0.25), int((middle[1] + down) // _ROW)
    text = str(axis.number)
    if right < -_BESIDE * radius:
        column -= len(text) - 1
    elif right <= _BESIDE * radius:
        column -= len(text) // 2
    return canvas.write(column, row, text, "number")
