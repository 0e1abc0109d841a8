"""Heatmaps in text: each cell a shade and its number, so that it is read without colour.

The shade is a glyph of its own for each fifth of the scale, denser where the score is lower; the
number beside it says the same exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.crosswalk import Crosswalk
from culture_tui.reports.charts import APART_MARK, Mark, letter, weakness
from culture_tui.reports.numbers import score_text

_SHADES: Final = " ░▒▓█"
_MARK_WIDTH: Final = 4
"""Cells of a practice: a blank, two of shade, its level."""

LEAST_PAIR: Final = 6
"""Cells of a pair: a blank, a shade, a score of three, a mark."""

_MOST_SHADE: Final = 3


def shade(score: float, top: int) -> str:
    """How dense a cell is: blank at the highest level, full at the lowest."""
    return _SHADES[round(weakness(score, top) * (len(_SHADES) - 1))]


def marks_text(marks: Sequence[Mark], top: int, width: int) -> str:
    """A dimension's practices side by side; what does not fit is counted."""
    wide = _MARK_WIDTH + len(str(top)) - 1
    fitting = width // wide
    shown = marks if len(marks) <= fitting else marks[: max(0, (width - _MARK_WIDTH) // wide)]
    cells = (
        2 * (" " if mark.level is None else shade(mark.level, top)) + mark.text.rjust(wide - _MARK_WIDTH + 1)
        for mark in shown
    )
    more = len(marks) - len(shown)
    return "".join(f" {cell}" for cell in cells) + (f" +{more}" if more else "")


def pairs_text(found: Crosswalk, row: str, top: int, wide: int, words: NullTranslations) -> str:
    """The cells of a row, each `wide`; blank where the model links nothing."""
    return "".join(_pair_text(found, row, column, top, wide, words) for column in found.columns)


def letters_text(found: Crosswalk, wide: int) -> str:
    """The columns' letters, right above the scores."""
    return "".join(f"{letter(position)} ".rjust(wide) for position in range(len(found.columns)))


def _pair_text(found: Crosswalk, row: str, column: str, top: int, wide: int, words: NullTranslations) -> str:
    pair = found.pairs.get((row, column))
    if pair is None:
        return " " * wide
    score = score_text(pair.lower, words)
    if pair.lower is None:
        return f"{score} ".rjust(wide)
    dense = shade(pair.lower, top) * min(_MOST_SHADE, wide - 1 - len(score) - 1)
    return f"{dense}{score}{APART_MARK if pair.apart else ' '}".rjust(wide)
