"""Laying out a practice for the far end of a room: as large as the screen allows, never to be scrolled.

The most generous of several plans that shows every word is taken. Where not even the tightest
does, the level that the cursor is on stays whole and the others are cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from culture_tui.domain.rounds import most_voted
from culture_tui.tui.widgets import columns
from culture_tui.tui.widgets.card_layout import shares
from culture_tui.tui.widgets.lines import Line, balanced, clipped, padded, wrapped

_QUESTION: Final = 60
_TEXT: Final = 76
_LARGE: Final = (118, 30)
"""From this width and height on digits are drawn large."""

_MOST_LARGE: Final = 9
_MARK: Final = 2
_DIGIT: Final = 4
_LARGE_DIGIT: Final = 6
_COLUMNS: Final = 72
"""From this width on two descriptors stand side by side."""

_BETWEEN: Final = 4
_SIDES: Final = 2
_BESIDE_WORDS: Final = 3
"""Pieces of a line before its words: margin, mark, digit."""

_Row = tuple[tuple[str, str], ...]
"""Pieces of text with their styles, of one width in all."""

_WIDEST_VOTE: Final = 12
_DIGITS: Final = {
    1: ("▀█ ", " █ ", "▀▀▀"),
    2: ("▀▀█", "█▀▀", "▀▀▀"),
    3: ("▀▀█", " ▀█", "▀▀▀"),
    4: ("█ █", "▀▀█", "  ▀"),
    5: ("█▀▀", "▀▀█", "▀▀▀"),
    6: ("█▀▀", "█▀█", "▀▀▀"),
    7: ("▀▀█", "  █", "  ▀"),
    8: ("█▀█", "█▀█", "▀▀▀"),
    9: ("█▀█", "▀▀█", "▀▀▀"),
}


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """What a room may see of a practice: nothing that was noted, and nobody's name."""

    question: str

    levels: tuple[tuple[str, str], ...]
    """(name, descriptor) a level, the lowest first."""

    cursor: int = 1
    chosen: int | None = None

    below: tuple[str, ...] = ()
    """Lines for the room, such as how many have voted: `● ● ● ○ ○  3 of 5 voted`."""

    counts: tuple[int, ...] = ()
    """Once a vote is revealed, how many voted for each level; the levels then stand as bars."""

    told: str = ""
    """What to call that vote, on one line."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How generous to be."""

    digit: int
    """Cells of a level's digit; more than four are drawn large."""

    between: int
    """Blank lines between two levels."""

    names_above: bool
    """Whether a level's name has a line of its own."""


_LARGE_PLANS: Final = tuple(_Plan(_LARGE_DIGIT, between, names_above=True) for between in (3, 2, 1, 0))
_PLANS: Final = (
    _Plan(_DIGIT, 1, names_above=True),
    _Plan(_DIGIT, 1, names_above=False),
    _Plan(_DIGIT, 0, names_above=True),
    _Plan(_DIGIT, 0, names_above=False),
)


def projector_lines(view: ProjectorView, width: int, height: int) -> list[Line]:
    """A practice as at most `height` lines of at most `width` cells, in the middle of the screen."""
    if width < 1 or height < 1:
        return []
    large = width >= _LARGE[0] and height >= _LARGE[1] and len(view.levels) <= _MOST_LARGE
    plans = (*_LARGE_PLANS, *_PLANS) if large else _PLANS
    head = _centred(balanced(view.question, max(8, min(_QUESTION, width - 2))), width, "question")
    foot = [
        line for text in view.below for line in _centred(wrapped(text, max(8, width - 2)), width, "below")
    ]
    draw = _vote if view.counts else _levels
    for plan in plans:
        body = draw(view, width, plan)
        free = height - len(head) - len(body) - len(foot)
        if free >= plan.between * (2 if plan.between > 1 else 1) + bool(foot):
            return _spaced(head, body, foot, free)
    body = _cut(view, width, max(0, height - len(head) - len(foot)))
    return [*head, *body, *foot][:height]


def _spaced(head: list[Line], body: list[Line], foot: list[Line], free: int) -> list[Line]:
    """The three one below the other; blank lines first between them, then around them."""
    under_head = min(2, free) if free > 1 + bool(foot) else min(1, free - bool(foot))
    over_foot = min(1, free - under_head) if foot else 0
    top = (free - under_head - over_foot) // 2
    return [Line()] * top + [*head, *[Line()] * under_head, *body, *[Line()] * over_foot, *foot]


def _levels(view: ProjectorView, width: int, plan: _Plan) -> list[Line]:
    """All levels, each whole."""
    blocks = [_block(view, level, width, plan) for level in range(1, len(view.levels) + 1)]
    return _joined(blocks, plan.between)


def _joined(blocks: Sequence[list[Line]], between: int) -> list[Line]:
    lines: list[Line] = []
    for number, block in enumerate(blocks):
        lines += [Line()] * (between if number else 0) + block
    return lines


def _block(view: ProjectorView, level: int, width: int, plan: _Plan) -> list[Line]:
    """One level: its digit at the left, its name and its words beside it."""
    name, said = view.levels[level - 1]
    margin, text_width = _measures(width, plan)
    texts = [(line, "") for line in wrapped(said if plan.names_above else f"{name}: {said}", text_width)]
    if plan.names_above:
        texts = [(line, " name") for line in wrapped(name, text_width)] + texts
    digit = _digit(level, plan.digit)
    texts += [("", "")] * (len(digit) - len(texts))
    digit += [""] * (len(texts) - len(digit))
    style = _style(view, level)
    lines = []
    for row, (text, extra) in enumerate(texts):
        mark = _mark(view, level) if row == 0 else ""
        pieces = (
            (" " * margin, ""),
            (padded(mark, _MARK), f"{style} mark"),
            (padded(digit[row], plan.digit), f"{style} name"),
            *_named(padded(text, text_width), "" if row or plan.names_above else f"{name}:", style, extra),
        )
        lines.append(Line(pieces, level))
    return lines


def _named(text: str, name: str, style: str, extra: str) -> tuple[tuple[str, str], ...]:
    """A line of a level's words, the name that it begins with told apart from the rest."""
    if name and text.startswith(name):
        return ((name, f"{style} name"), (text.removeprefix(name), style))
    return ((text, style + extra),)


def _cut(view: ProjectorView, width: int, room: int) -> list[Line]:
    """The level at the cursor whole and the rest cut, in so many lines."""
    plan = _PLANS[-1]
    if view.counts:
        bars = _bars(view, width, plan)
        return [*bars, *_modes(view, width, max(0, room - len(bars)))][:room]
    blocks = [_block(view, level, width, plan) for level in range(1, len(view.levels) + 1)]
    short = _short(view, width, room) if room < len(blocks) else []
    if short:
        return [*short, *blocks[view.cursor - 1][: room - len(short)]]
    allowed = shares([len(block) for block in blocks], (view.cursor - 1,), room)
    _margin, text_width = _measures(width, plan)
    lines = []
    for block, share in zip(blocks, allowed, strict=True):
        rows = [line.pieces[_BESIDE_WORDS:] for line in block]
        lines += [
            Line((*line.pieces[:_BESIDE_WORDS], *row), line.level)
            for line, row in zip(block, _clipped_rows(rows, share, text_width), strict=False)
        ]
    return lines


def _short(view: ProjectorView, width: int, room: int) -> list[Line]:
    """The levels in columns by number and name, with a line left for the one at the cursor; else nothing."""
    widest = _DIGIT + _MARK + max(cell_len(name) for name, _said in view.levels)
    count = len(view.levels)
    found = columns.fitting(count, widest, width, room) or columns.fitting(count, columns.LEAST, width, room)
    if found is None:
        return []
    cells = []
    for level, (name, _said) in enumerate(view.levels, start=1):
        mark = "●" if level == view.chosen else ""
        cells.append(((padded(f"{mark:<2}{level:>2}  {name}", found[1]), _style(view, level)),))
    return columns.side_by_side(cells, found[0])


def _vote(view: ProjectorView, width: int, plan: _Plan) -> list[Line]:
    """A revealed vote, and what the levels say that most voted for."""
    return [*_bars(view, width, plan), Line(), *_modes(view, width)]


def _bars(view: ProjectorView, width: int, plan: _Plan) -> list[Line]:
    """A revealed vote: what it is called, and a bar a level."""
    margin, text_width = _measures(width, plan)
    widest = max(view.counts)
    digits = len(f"{widest}")
    unit = max(1, min(_WIDEST_VOTE, (text_width - digits - 1) // max(1, widest)))
    lines = [*_centred(wrapped(view.told, max(8, width - 2)), width, "told"), *[Line()] * plan.between]
    blocks = []
    for level, count in reversed(list(enumerate(view.counts, start=1))):
        digit, style = _digit(level, plan.digit), _style(view, level)
        length = min(unit * count, text_width - digits - 1)
        block = []
        for row, drawn in enumerate(digit):
            said = f"{'█' * length} {count}" if row == len(digit) // 2 else "█" * length
            name = (padded(drawn, plan.digit), f"{style} name")
            bar = (padded(said if count else "", text_width), "bar")
            block.append(Line(((" " * (margin + _MARK), ""), name, bar), level))
        blocks.append(block)
    return lines + _joined(blocks, min(1, plan.between) if plan.digit > _DIGIT else 0)


def _modes(view: ProjectorView, width: int, room: int | None = None) -> list[Line]:
    """The one or two levels that most voted for, side by side where there is room; nothing for more."""
    shown = most_voted(view.counts)
    if not 0 < len(shown) <= _SIDES:
        return []
    beside = len(shown) == _SIDES and width >= _COLUMNS
    each = min(_TEXT, (width - _BETWEEN) // 2 - 2) if beside else max(8, min(_TEXT, width - 2))
    columns = [_mode(view, level, each) for level in shown]
    if not beside:
        share = room // len(columns) if room is not None else None
        margin = (" " * ((width - each) // 2), "")
        return [Line((margin, *row)) for column in columns for row in _clipped_rows(column, share, each)]
    columns = [_clipped_rows(column, room, each) for column in columns]
    rows = max(map(len, columns))
    empty: _Row = ((" " * each, ""),)
    left, right = ([*column, *[empty] * (rows - len(column))] for column in columns)
    margin, between = (" " * ((width - 2 * each - _BETWEEN) // 2), ""), (" " * _BETWEEN, "")
    return [Line((margin, *one, between, *two)) for one, two in zip(left, right, strict=True)]


def _mode(view: ProjectorView, level: int, width: int) -> list[_Row]:
    """A level and what it says, in rows of one width."""
    name, said = view.levels[level - 1]
    title = f"{level} {name}:"
    texts = wrapped(f"{title} {said}", width)
    return [_named(padded(text, width), "" if row else title, "level", "") for row, text in enumerate(texts)]


def _clipped_rows(rows: list[_Row], most: int | None, width: int) -> list[_Row]:
    """At most so many rows; the last one ends with an ellipsis where something is missing."""
    if most is None or len(rows) <= most:
        return rows
    if most < 1:
        return []
    *before, (words, style) = rows[most - 1]
    room = width - sum(cell_len(text) for text, _style in before)
    (cut,) = clipped([words.rstrip(), rows[most][0][0].strip()], 1, room)
    return [*rows[: most - 1], (*before, (padded(cut, room), style))]


def _measures(width: int, plan: _Plan) -> tuple[int, int]:
    """The cells left of a block of levels, and those of its texts."""
    text_width = max(8, min(_TEXT, width - _MARK - plan.digit - 2))
    return max(0, (width - _MARK - plan.digit - text_width) // 2), text_width


def _digit(level: int, cells: int) -> list[str]:
    """A level's number in one line or, where there is room, in three."""
    if cells <= _DIGIT:
        return [f"{level:>2}"]
    return list(_DIGITS[level])


def _style(view: ProjectorView, level: int) -> str:
    names = {"cursor": level == view.cursor, "chosen": level == view.chosen}
    return " ".join(["level", *(name for name, applies in names.items() if applies)])


def _mark(view: ProjectorView, level: int) -> str:
    return "●" if level == view.chosen else "›" if level == view.cursor else ""


def _centred(texts: Sequence[str], width: int, style: str) -> list[Line]:
    """Lines in the middle of the screen."""
    return [Line(((" " * max(0, (width - cell_len(text)) // 2), ""), (text, style))) for text in texts]
