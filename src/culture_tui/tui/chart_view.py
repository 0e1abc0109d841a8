"""The chart that is shown as lines: what stands above it, its rows, and a drawing beside them if any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.crosswalk import Crosswalk, crosswalk
from culture_tui.domain.scoring import Profile
from culture_tui.language import _, interface_words
from culture_tui.reports.braille import Piece
from culture_tui.reports.charts import Axis, ChartKind, axes_of, letter, marks_of, meaning, not_drawn
from culture_tui.reports.heat import LEAST_PAIR, letters_text, marks_text, pairs_text
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.radar import braille_radar, braille_width
from culture_tui.tui.profile_view import Row, header_line, rows
from culture_tui.tui.widgets.lines import at_right, padded

_NUMBER: Final = 6
"""Cells of a column of numbers beside a radar or in a heatmap."""

_BESIDE_A_RADAR: Final = (6, 7, 7)
"""Cells of level and score, and of the target where there is room for it."""

_ROOM_FOR_TARGETS: Final = 50
_LEAST_NAME: Final = 14
_LEAST_LEGEND: Final = 34
_MOST_PAIR: Final = 9
_MOST_RADAR: Final = 27
"""Rows; a bigger one tells no more."""


@dataclass(frozen=True, slots=True)
class Room:
    """The cells that a chart may take."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as lines."""

    said: str
    """How to read it, or why it is not the one that was wished for; may be empty."""

    columns: str
    rows: tuple[Row, ...]

    drawing: tuple[tuple[Piece, ...], ...] = ()
    """What stands beside the rows, each piece with its layer."""


def chart_of(kind: ChartKind, assessment: Assessment, found: Profile, room: Room) -> Chart:
    """The chart that is wished for, or bars and why."""
    why_not = not_drawn(kind, len(found.dimensions), interface_words())
    if kind == "bars" or why_not:
        return _bars(assessment, found, room, why_not)
    return (_radar if kind == "radar" else _heatmap)(assessment, found, room)


def sentence_for(kind: ChartKind, assessment: Assessment, found: Profile) -> str:
    """How to read the chart that is wished for, before it is known how much room it has."""
    if kind == "bars":
        return ""
    words = interface_words()
    why_not = not_drawn(kind, len(found.dimensions), words)
    return why_not or meaning(kind, crosswalk(assessment, found), words)


def _bars(assessment: Assessment, found: Profile, room: Room, said: str = "") -> Chart:
    top = assessment.model.top
    return Chart(said, header_line(top, room.width), tuple(rows(assessment, found, room.width)))


def _radar(assessment: Assessment, found: Profile, room: Room) -> Chart:
    axes = axes_of(assessment, found)
    high = min(room.height, _MOST_RADAR)
    legend = room.width - braille_width(high) - 1
    drawing = braille_radar(axes, assessment.model.top, high) if legend >= _LEAST_LEGEND else None
    if drawing is None:
        return _bars(assessment, found, room, _("The radar needs a larger screen (80 × 24): bars instead."))
    by_id, digits = {axis.id: axis for axis in axes}, len(str(len(axes)))
    cells = _BESIDE_A_RADAR if legend >= _ROOM_FOR_TARGETS else _BESIDE_A_RADAR[:2]

    def numbers(*texts: str) -> str:
        return "".join(at_right(text, wide) for text, wide in zip(texts, cells, strict=False))

    def line(title: str, axis: Axis | None) -> str:
        if axis is None:
            return title
        name = f"{axis.number:>{digits}} {title}"
        level = NOTHING if axis.level is None else str(axis.level)
        told = numbers(
            level, score_text(axis.score, interface_words()), score_text(axis.target, interface_words())
        )
        return padded(name, legend - sum(cells)) + told

    names = " " * (legend - sum(cells)) + numbers(_("level"), _("score"), _("target"))
    said = meaning("radar", None, interface_words())
    listed = tuple(_listed(assessment, found, lambda key, title: line(title, by_id.get(key))))
    return Chart(said, names, listed, drawing)


def _heatmap(assessment: Assessment, found: Profile, room: Room) -> Chart:
    joined = crosswalk(assessment, found)
    if joined is not None:
        wide = min(_MOST_PAIR, (room.width - _NUMBER - _LEAST_NAME) // len(joined.columns))
        if wide >= LEAST_PAIR:
            return _pairs(assessment, found, joined, room, wide)
    name = max(_LEAST_NAME, room.width * 2 // 5)
    cells, top = room.width - name, assessment.model.top

    def line(key: str, title: str) -> str:
        if key not in found.dimensions:
            return title
        return padded(title, name) + marks_text(marks_of(assessment, key), top, cells)

    said = meaning("heatmap", None, interface_words())
    return Chart(said, "", tuple(_listed(assessment, found, line)))


def _pairs(assessment: Assessment, found: Profile, joined: Crosswalk, room: Room, wide: int) -> Chart:
    top = assessment.model.top
    name = room.width - _NUMBER - wide * len(joined.columns)

    def line(key: str, title: str) -> str:
        if key not in found.dimensions:
            return title
        score = at_right(score_text(found.dimensions[key].score, interface_words()), _NUMBER)
        if key in joined.columns:
            return padded(f"{letter(joined.columns.index(key))} {title}", name) + score
        return padded(title, name) + score + pairs_text(joined, key, top, wide, interface_words())

    listed = {row.id: row for row in _listed(assessment, found, line)}
    wanted = (joined.row_part, *joined.rows, joined.column_part, *joined.columns)
    order = (*wanted, *(key for key in listed if key not in wanted))
    names = " " * name + at_right(_("score"), _NUMBER) + letters_text(joined, wide)
    said = meaning("heatmap", joined, interface_words())
    return Chart(said, names, tuple(listed[key] for key in order))


def _listed(assessment: Assessment, found: Profile, line: Callable[[str, str], str]) -> Iterator[Row]:
    """A row for each part and each of its dimensions; `line` makes its text of an id and a title."""
    model = assessment.model
    for part in found.parts:
        yield Row(part, line(part, model.parts[part].title), is_part=True)
        for key in found.dimensions:
            if model.dimensions[key].part == part:
                yield Row(key, line(key, model.dimensions[key].title), is_part=False)
