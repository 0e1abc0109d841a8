"""Bars for slides: a bar for each dimension up to its score, a mark where it is aimed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.roadmap import dimension_target
from culture_tui.domain.scoring import Profile, Result
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.pictures.parts import BOTTOM, LEFT, TOP, Drawn, letter_size, row_height
from culture_tui.reports.pictures.svg import (
    ACCENT,
    FAINT,
    GROUND,
    INK,
    MUTED,
    box,
    common_size,
    dot,
    fitted,
    line,
    text,
)

_BAR: Final = (690.0, 1190.0)
"""From the lowest end to the highest level."""

_NUMBERS: Final = (1280.0, 1400.0, 1530.0)
"""Right ends of level, score and target."""

_HEAD: Final = 40.0
_TITLE: Final = _BAR[0] - LEFT - 46
_STEP: Final = 26.0
"""How far a dimension stands in from its part."""


def bars(assessment: Assessment, found: Profile, words: NullTranslations) -> Drawn:
    """The chart as pieces of SVG."""
    _ = words.gettext
    top = assessment.model.top
    row = row_height(len(found.parts) + len(found.dimensions), BOTTOM - TOP - _HEAD)
    bottom = TOP + _HEAD + row * (len(found.parts) + len(found.dimensions))
    pieces = []
    for level in range(1, top + 1):
        across = _across(level, top)
        pieces += [
            line((across, TOP + _HEAD - 6), (across, bottom), FAINT, 2),
            text((across, TOP + 24), str(level), 24, fill=MUTED, anchor="middle"),
        ]
    for right, name in zip(_NUMBERS, (_("level"), _("score"), _("target")), strict=True):
        pieces.append(text((right, TOP + 24), fitted(name, 22, 120), 22, fill=MUTED, anchor="end"))
    listed = list(_listed(assessment, found))
    small = common_size((bar.title for bar in listed), letter_size(row), _TITLE)
    for number, bar in enumerate(listed):
        pieces += _row(TOP + _HEAD + row * (number + 0.5), row, bar, small, top, words)
    return Drawn(pieces, _("A bar is the score, a circle the target."))


@dataclass(frozen=True, slots=True)
class _Bar:
    """A row of the chart; a part has no target, and stands out."""

    title: str
    result: Result
    target: float | None = None
    indent: float = 0


def _listed(assessment: Assessment, found: Profile) -> Iterator[_Bar]:
    model = assessment.model
    for part in found.parts:
        yield _Bar(model.parts[part].title, found.parts[part])
        for key in found.dimensions:
            if model.dimensions[key].part == part:
                target = dimension_target(assessment, key)
                yield _Bar(model.dimensions[key].title, found.dimensions[key], target, _STEP)


def _row(middle: float, row: float, bar: _Bar, small: float, top: int, words: NullTranslations) -> list[str]:
    size, thick = letter_size(row), row * 0.5
    base, left, score = middle + size * 0.35, LEFT + bar.indent, bar.result.score
    is_part = not bar.indent
    title = fitted(bar.title, small, _BAR[0] - left - 20)
    level = NOTHING if bar.result.level is None else str(bar.result.level)
    numbers = (level, score_text(score, words), "" if is_part else score_text(bar.target, words))
    pieces = [text((left, base), title, small, bold=is_part)]
    pieces += [
        text((right, base), number, size, anchor="end", bold=is_part)
        for right, number in zip(_NUMBERS, numbers, strict=True)
    ]
    if score is not None:
        wide = _across(score, top) - _BAR[0]
        pieces.append(box((_BAR[0], middle - thick / 2), (wide, thick), INK if is_part else ACCENT))
    if bar.target is not None:
        pieces.append(dot((_across(bar.target, top), middle), min(10, row * 0.28), GROUND))
    return pieces


def _across(value: float, top: int) -> float:
    return _BAR[0] + (_BAR[1] - _BAR[0]) * value / top
