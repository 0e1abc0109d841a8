"""Drawing with braille dots: eight of them a cell, so that a terminal has room for a slanted line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

Piece = tuple[str, str]
"""Some characters, and the name of the layer that they belong to (empty for blanks)."""

_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell, row by row."""

_BLANK: Final = 0x2800


class Canvas:
    """Dots in layers, and texts over them. Of a cell that several layers share the first one names it."""

    def __init__(self, columns: int, rows: int, layers: Sequence[str]) -> None:
        """Make an empty one.

        Args:
            columns: its width in cells, two dots each.
            rows: its height in cells, four dots each.
            layers: their names, the one in front first.
        """
        self._size = (columns, rows)
        self._layers = tuple(layers)
        self._dots: dict[tuple[int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._texts: dict[tuple[int, int], Piece] = {}

    def dot(self, x: int, y: int, layer: str) -> None:
        """Set a dot, counted from the top left; outside of the canvas nothing is drawn."""
        columns, rows = self._size
        if 0 <= x < 2 * columns and 0 <= y < 4 * rows:
            self._dots[x // 2, y // 4][layer] |= _DOTS[y % 4][x % 2]

    def line(
        self, start: tuple[int, int], end: tuple[int, int], layer: str, dash: tuple[int, int] = (1, 0)
    ) -> None:
        """Draw from one dot to another: so many dots set, then so many left out, and again."""
        (x, y), (across, down) = start, (end[0] - start[0], end[1] - start[1])
        steps = max(abs(across), abs(down), 1)
        for step in range(steps + 1):
            if step % sum(dash) >= dash[0]:
                continue
            self.dot(round(x + across * step / steps), round(y + down * step / steps), layer)

    def write(self, column: int, row: int, text: str, layer: str) -> bool:
        """Put a text over the dots; False, and nothing, where another one is too near or the canvas ends."""
        cells = [(column + offset, row) for offset in range(len(text))]
        columns, rows = self._size
        if any((column + offset, row) in self._texts for offset in range(-1, len(text) + 1)) or not (
            0 <= row < rows and 0 <= column <= columns - len(text)
        ):
            return False
        self._texts.update({cell: (character, layer) for cell, character in zip(cells, text, strict=True)})
        return True

    def rows(self) -> tuple[tuple[Piece, ...], ...]:
        """Every row in pieces of one layer, from the top."""
        columns, rows = self._size
        return tuple(_joined([self._cell(column, row) for column in range(columns)]) for row in range(rows))

    def _cell(self, column: int, row: int) -> Piece:
        if (column, row) in self._texts:
            return self._texts[column, row]
        dots = self._dots.get((column, row))
        if not dots:
            return " ", ""
        front = next(layer for layer in self._layers if layer in dots)
        bits = 0
        for drawn in dots.values():
            bits |= drawn
        return chr(_BLANK | bits), front


def _joined(cells: Sequence[Piece]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for text, layer in cells:
        if pieces and pieces[-1][1] == layer:
            pieces[-1] = (pieces[-1][0] + text, layer)
        else:
            pieces.append((text, layer))
    return tuple(pieces)
