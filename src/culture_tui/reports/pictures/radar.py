"""A radar for slides: the scores a filled shape, the targets a broken line, each axis named beside it."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.model import ModelSkeleton
from culture_tui.reports.charts import Axis
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.pictures.parts import BOTTOM, RIGHT, TOP, Drawn, letter_size, row_height
from culture_tui.reports.pictures.svg import (
    ACCENT,
    FAINT,
    INK,
    MUTED,
    common_size,
    dot,
    fitted,
    line,
    polygon,
    text,
)
from culture_tui.reports.radar import placed, sides

_MIDDLE: Final = (390.0, 518.0)
_RADIUS: Final = 272.0
_LEGEND: Final = 740.0
_NUMBERS: Final = (1326.0, 1428.0, RIGHT)
"""Right ends of level, score and target."""

_TITLE: Final = _NUMBERS[0] - _LEGEND - 90
_HEAD: Final = 40.0
_DASH: Final = "4 14"


def radar(axes: Sequence[Axis], model: ModelSkeleton, words: NullTranslations) -> Drawn:
    """The chart as pieces of SVG."""
    _ = words.gettext
    pieces = [*_web(axes, model.top), *_lines(axes, model.top), *_legend(axes, model, words)]
    return Drawn(pieces, _("Solid line: score. Dotted line: target. The further out, the higher the level."))


def _at(axis: int, of: int, share: float) -> tuple[float, float]:
    right, down = placed(axis, of, share * _RADIUS)
    return _MIDDLE[0] + right, _MIDDLE[1] + down


def _web(axes: Sequence[Axis], top: int) -> list[str]:
    """A ring for each level, and the axes with their numbers."""
    of = len(axes)
    rings = [
        polygon((_at(axis.number, of, level / top) for axis in axes), FAINT) for level in range(1, top + 1)
    ]
    spokes = [line(_MIDDLE, _at(axis.number, of, 1), FAINT, 1.5) for axis in axes]
    levels = [
        text((_MIDDLE[0] - 14, _at(1, of, level / top)[1] + 6), str(level), 17, fill=MUTED, anchor="end")
        for level in range(1, top + 1)
    ]
    numbers = []
    for axis in axes:
        across, down = _at(axis.number, of, 1 + 30 / _RADIUS)
        numbers.append(text((across, down + 9), str(axis.number), 26, anchor="middle", bold=True))
    return [*rings, *spokes, *levels, *numbers]


def _lines(axes: Sequence[Axis], top: int) -> list[str]:
    of, pieces = len(axes), []
    scores = [axis.score for axis in axes]
    if None not in scores:
        shape = (_at(axis.number, of, (axis.score or 0) / top) for axis in axes)
        pieces.append(polygon(shape, "none", ACCENT, opacity=0.16))
    for values, stroke, width, dash in (
        ([axis.target for axis in axes], INK, 4, _DASH),
        (scores, ACCENT, 6, ""),
    ):
        pieces += [
            line(
                _at(start + 1, of, (values[start] or 0) / top),
                _at(end + 1, of, (values[end] or 0) / top),
                stroke,
                width,
                dash,
            )
            for start, end in sides(values)
        ]
    return pieces + [
        dot(_at(axis.number, of, axis.score / top), 6, ACCENT) for axis in axes if axis.score is not None
    ]


def _legend(axes: Sequence[Axis], model: ModelSkeleton, words: NullTranslations) -> list[str]:
    """Every axis by its number, part by part."""
    _ = words.gettext
    parts = list(dict.fromkeys(axis.part for axis in axes))
    row = row_height(len(axes) + len(parts), BOTTOM - TOP - _HEAD)
    size, down = letter_size(row, 25), TOP + _HEAD
    small = common_size((axis.title for axis in axes), size, _TITLE)
    names = (_("level"), _("score"), _("target"))
    pieces = [
        text((right, TOP + 24), fitted(name, 21, 105), 21, fill=MUTED, anchor="end")
        for right, name in zip(_NUMBERS, names, strict=True)
    ]
    for part in parts:
        title = fitted(model.parts[part].title, size, RIGHT - _LEGEND)
        pieces.append(text((_LEGEND, down + row * 0.68), title, size, bold=True))
        down += row
        for axis in axes:
            if axis.part == part:
                pieces += _named(axis, down + row * 0.68, size, small, words)
                down += row
    return pieces


def _named(axis: Axis, base: float, size: float, small: float, words: NullTranslations) -> list[str]:
    level = NOTHING if axis.level is None else str(axis.level)
    title = fitted(axis.title, small, _TITLE)
    return [
        text((_LEGEND + 34, base), str(axis.number), size, fill=ACCENT, anchor="end", bold=True),
        text((_LEGEND + 50, base), title, small),
        *(
            text((right, base), number, size, anchor="end")
            for right, number in zip(
                _NUMBERS, (level, score_text(axis.score, words), score_text(axis.target, words)), strict=True
            )
        ),
    ]
