"""Heatmaps for slides: of linked dimensions where two parts are linked, else of practices."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import APART
from culture_tui.domain.crosswalk import Crosswalk
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.scoring import Profile
from culture_tui.reports.charts import APART_MARK, Mark, marks_of, weakness
from culture_tui.reports.numbers import score_text
from culture_tui.reports.pictures.parts import BOTTOM, LEFT, RIGHT, TOP, Drawn, letter_size, row_height
from culture_tui.reports.pictures.svg import (
    FAINT,
    INK,
    MUTED,
    box,
    common_size,
    fitted,
    in_lines,
    shade,
    text,
)

_CELLS: Final = 690.0
"""Where the cells begin; the titles stand before them."""

_TITLE: Final = _CELLS - LEFT - 90
"""Room for a title before the score of its row."""

_HEAD: Final = 140.0
_HEAD_LINES: Final = 2
_SMALL: Final = 21
_HIGHEST: Final = 70.0
_GAP: Final = 4.0
_WIDEST: Final = 180.0
_MOST_MARKS: Final = 20
"""Practices of one dimension; what is beyond is counted."""

_STEP: Final = 26.0


def linked_cells(model: ModelSkeleton, found: Profile, joined: Crosswalk, words: NullTranslations) -> Drawn:
    """Rows and columns are dimensions of two parts; only pairs that the model links have a cell."""
    _ = words.gettext
    wide = min(_WIDEST, (RIGHT - _CELLS) / len(joined.columns))
    row = row_height(len(joined.rows), BOTTOM - TOP - _HEAD, _HIGHEST)
    size = letter_size(row)
    small = common_size((model.dimensions[key].title for key in joined.rows), size, _TITLE)
    pieces = [
        text((left, TOP + 20), fitted(model.parts[part].title, 24, room), 24, bold=True)
        for part, left, room in (
            (joined.row_part, LEFT, _TITLE),
            (joined.column_part, _CELLS + _GAP, RIGHT - _CELLS),
        )
    ]
    for position, column in enumerate(joined.columns):
        pieces += _column(model, found, column, _CELLS + wide * position, wide, words)
    for number, key in enumerate(joined.rows):
        down = TOP + _HEAD + row * number
        base = down + row * 0.5 + size * 0.35
        pieces.append(text((LEFT, base), fitted(model.dimensions[key].title, small, _TITLE), small))
        pieces.append(
            text((_CELLS - 20, base), score_text(found.dimensions[key].score, words), size, anchor="end")
        )
        for position, column in enumerate(joined.columns):
            at = (_CELLS + wide * position, down)
            pieces += _pair(joined, (key, column), at, (wide, row), model.top, words)
    return Drawn(
        pieces,
        _(
            "A cell is the lower score of two linked dimensions; darker is weaker. "
            "{mark} {apart} or more apart. No link, no number."
        ).format(mark=APART_MARK, apart=APART),
    )


def _column(
    model: ModelSkeleton, found: Profile, column: str, left: float, wide: float, words: NullTranslations
) -> list[str]:
    """A column's title, and its own score right above its cells."""
    middle = left + wide / 2
    lines = in_lines(model.dimensions[column].title, _SMALL, wide - 12, _HEAD_LINES)
    score = score_text(found.dimensions[column].score, words)
    return [
        *(
            text((middle, TOP + 54 + 25 * number), each, _SMALL, fill=MUTED, anchor="middle")
            for number, each in enumerate(lines)
        ),
        text((middle, TOP + _HEAD - 12), score, 26, anchor="middle"),
    ]


def _pair(
    joined: Crosswalk,
    which: tuple[str, str],
    at: tuple[float, float],
    size: tuple[float, float],
    top: int,
    words: NullTranslations,
) -> list[str]:
    pair = joined.pairs.get(which)
    if pair is None:
        return []
    fill, ink = (FAINT, INK) if pair.lower is None else shade(weakness(pair.lower, top))
    said = score_text(pair.lower, words) + (f" {APART_MARK}" if pair.apart else "")
    letters = letter_size(size[1])
    middle = (at[0] + size[0] / 2, at[1] + size[1] / 2 + letters * 0.35)
    return [
        box((at[0] + _GAP, at[1] + _GAP), (size[0] - 2 * _GAP, size[1] - 2 * _GAP), fill),
        text(middle, said, letters, fill=ink, anchor="middle", bold=pair.apart),
    ]


def practice_cells(assessment: Assessment, found: Profile, words: NullTranslations) -> Drawn:
    """A row for each dimension, in it a cell for each practice."""
    _ = words.gettext
    row = row_height(len(found.parts) + len(found.dimensions), BOTTOM - TOP)
    size = letter_size(row)
    marks = {key: marks_of(assessment, key) for key in found.dimensions}
    most = min(_MOST_MARKS, max((len(each) for each in marks.values()), default=1))
    wide = min(_WIDEST, (RIGHT - _CELLS - 60) / most)
    small = common_size((title for _key, title in _listed(assessment, found)), size, _CELLS - LEFT - 46)
    pieces = []
    for number, (key, title) in enumerate(_listed(assessment, found)):
        down = TOP + row * number
        base = down + row * 0.5 + size * 0.35
        if key in found.dimensions:
            left = LEFT + _STEP
            pieces.append(text((left, base), fitted(title, small, _CELLS - left - 20), small))
            pieces += _marks(marks[key], down, (wide, row), assessment.model.top)
        else:
            pieces.append(text((LEFT, base), fitted(title, size, RIGHT - LEFT), size, bold=True))
    said = _(
        "A cell is a practice with its level; darker is weaker. "
        "· not rated  – not applicable  ÷ split  ~ parked"
    )
    return Drawn(pieces, said)


def _marks(marks: list[Mark], down: float, size: tuple[float, float], top: int) -> list[str]:
    pieces, letters = [], letter_size(size[1])
    for position, mark in enumerate(marks[:_MOST_MARKS]):
        left = _CELLS + size[0] * position
        fill, ink = (FAINT, INK) if mark.level is None else shade(weakness(mark.level, top))
        pieces += [
            box((left + 2, down + 2), (size[0] - 4, size[1] - 4), fill),
            text(
                (left + size[0] / 2, down + size[1] / 2 + letters * 0.35),
                mark.text,
                letters,
                fill=ink,
                anchor="middle",
            ),
        ]
    if len(marks) > _MOST_MARKS:
        base = down + size[1] / 2 + letters * 0.35
        pieces.append(text((RIGHT, base), f"+{len(marks) - _MOST_MARKS}", letters, anchor="end"))
    return pieces


def _listed(assessment: Assessment, found: Profile) -> Iterator[tuple[str, str]]:
    model = assessment.model
    for part in found.parts:
        yield part, model.parts[part].title
        for key in found.dimensions:
            if model.dimensions[key].part == part:
                yield key, model.dimensions[key].title
