"""Laying out what the room is told about a round of votes, on whatever room there is below the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from culture_tui.reports.rounds import Told
from culture_tui.tui.widgets.lines import Line, clipped, padded, shortened, spread, wrapped

_LEAST: Final = 3
_USUAL: Final = 8
_OTHERS: Final = 4
"""Lines of a card beside its levels: path, question (two), status."""

_WHOLE_CARD: Final = 21
"""So many lines hold a card with every descriptor whole; what is beyond is the panel's."""

_BESIDE: Final = 26
"""Cells that a text needs to stand beside the bars."""

_BETWEEN: Final = 3


@dataclass(frozen=True, slots=True)
class PanelView:
    """What the panel shows: a round in words, and the descriptors of the levels in question."""

    told: Told | None = None

    descriptors: tuple[tuple[str, str], ...] = ()
    """(level and name, text) of the levels in question."""

    levels: int = 5
    """How many the scale has: their lines on the card come first."""


def room_for(height: int, levels: int) -> int:
    """How many of a screen's lines the panel may take."""
    return max(_LEAST, min(_USUAL, height - levels - _OTHERS), height - _WHOLE_CARD)


def panel_lines(view: PanelView, width: int, room: int) -> list[Line]:
    """The panel as at most `room` lines of at most `width` cells, the most important first."""
    told = view.told
    if told is None:
        return []
    lines = _head(told, width)
    last = [Line(((shortened(told.keys, width), "keys"),))] if told.keys else []
    notice = [Line(((row, "notice"),)) for row in wrapped(told.notice, width)] if told.notice else []
    left, notes = room - len(lines) - len(notice), told.notes
    if told.picture and left >= len(told.picture) + len(last):
        pictured, notes = _picture_beside(told, width)
        lines += pictured
    else:
        last = last if left > len(last) + 2 else []
        lines += [Line(((shortened(told.row, width), "bars"),))] if told.row else []
        lines += _whole(told.prompts, "prompt", width, room - len(lines) - len(notice) - len(last))
    lines = [*lines[: max(1, room - len(notice) - len(last))], *notice]
    lines += _whole(notes, "note", width, room - len(lines) - len(last))
    lines += _side_by_side(view, width, room - len(lines) - len(last))
    if last and len(lines) > _USUAL and room - len(lines) - len(last) > 0:
        last = [Line(), *last]
    return [*lines, *last][:room]


def _head(told: Told, width: int) -> list[Line]:
    if not told.heading and not told.figures:
        return []
    if cell_len(told.heading) + cell_len(told.figures) + 1 <= width:
        return [Line(((spread(told.heading, told.figures, width), "title"),))]
    rows = [*wrapped(told.heading, width), *wrapped(told.figures, width)]
    return [Line(((row, "title"),)) for row in rows if row]


def _picture_beside(told: Told, width: int) -> tuple[list[Line], tuple[str, ...]]:
    """The bars, with prompts and notes at their right, and the notes that found no room there.

    Where there is no room beside the bars, the prompts stand below.
    """
    bars = max(cell_len(row) for row in told.picture)
    beside, count = width - bars - _BETWEEN, len(told.picture)
    if beside < _BESIDE:
        below = [Line(((row, "prompt"),)) for each in told.prompts for row in wrapped(each, width)]
        return [*(Line(((shortened(row, width), "bars"),)) for row in told.picture), *below], told.notes
    rows = _whole(told.prompts, "prompt", beside, count)
    notes = told.notes
    while notes and len(rows) + len(wrapped(notes[0], beside)) <= count:
        rows += [Line(((row, "note"),)) for row in wrapped(notes[0], beside)]
        notes = notes[1:]
    rows += [Line()] * (count - len(rows))
    gap = " " * _BETWEEN
    lines = [
        Line(((padded(picture, bars), "bars"), (gap, ""), *row.pieces))
        for picture, row in zip(told.picture, rows, strict=True)
    ]
    return lines, notes


def _whole(texts: Sequence[str], style: str, width: int, room: int) -> list[Line]:
    """As many of these texts as there is room for, none cut but the first."""
    lines: list[Line] = []
    for number, text in enumerate(texts):
        rows = wrapped(text, width)
        if not number and len(rows) > room > 0:
            rows = clipped(rows, room, width)
        if len(lines) + len(rows) <= room:
            lines += [Line(((row, style),)) for row in rows]
    return lines


def _side_by_side(view: PanelView, width: int, room: int) -> list[Line]:
    """The descriptors in question, beside each other; nothing where they would be cut."""
    if len(view.descriptors) <= 1:
        return []
    column = (width - _BETWEEN) // 2
    left, right = ([name, *wrapped(text, column)] for name, text in view.descriptors)
    count = max(len(left), len(right))
    if column < _BESIDE or count > room:
        return []
    left, right = left + [""] * (count - len(left)), right + [""] * (count - len(right))
    gap = " " * _BETWEEN
    lines = [
        Line(
            (
                (padded(one, column), "name" if not row else "note"),
                (gap, ""),
                (two, "name" if not row else "note"),
            )
        )
        for row, (one, two) in enumerate(zip(left, right, strict=True))
    ]
    return [Line(), *lines] if count < room else lines
