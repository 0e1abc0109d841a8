"""Laying out a practice for the far end of a room: as large as the screen allows, never to be scrolled.

The most generous of several plans that shows every word is taken. Where not even the tightest
does, the level that the cursor is on stays whole and the others are cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from culture_tui.tui.widgets.card_layout import shares
from culture_tui.tui.widgets.lines import Line, clipped, padded, wrapped

_QUESTION: Final = 60
_TEXT: Final = 76
_LARGE: Final = (118, 30)
"""From this width and height on digits are drawn large."""

_MARK: Final = 2
_DIGIT: Final = 4
_LARGE_DIGIT: Final = 6
_COLUMNS: Final = 72
"""From this width on two descriptors stand side by side."""

_WIDEST_VOTE: Final = 6
_DIGITS: Final = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
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


_LARGE_PLANS: Final = (_Plan(_LARGE_DIGIT, 1, names_above=True), _Plan(_LARGE_DIGIT, 0, names_above=True))
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
    large = width >= _LARGE[0] and height >= _LARGE[1]
    plans = (*_LARGE_PLANS, *_PLANS) if large else _PLANS
    head = _centred(wrapped(view.question, max(8, min(_QUESTION, width - 2))), width, "question")
    foot = [
        line for text in view.below for line in _centred(wrapped(text, max(8, width - 2)), width, "below")
    ]
    draw = _bars if view.counts else _levels
    for plan in plans:
        body = draw(view, width, plan)
        free = height - len(head) - len(body) - len(foot)
        if free >= (1 if plan.between else 0) + bool(foot):
            return _spaced(head, body, foot, free)
    body = _cut(view, width, max(0, height - len(head) - len(foot)))
    return [*head, *body, *foot][:height]


def _spaced(head: list[Line], body: list[Line], foot: list[Line], free: int) -> list[Line]:
    """The three one below the other; blank lines first between them, then around them."""
    under_head = min(2, free) if free > 1 + bool(foot) else min(1, free)
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
            (padded(text, text_width), style + extra),
        )
        lines.append(Line(pieces, level))
    return lines


def _cut(view: ProjectorView, width: int, room: int) -> list[Line]:
    """The level at the cursor whole and the rest cut, in so many lines."""
    plan = _PLANS[-1]
    if view.counts:
        return _bars(view, width, plan)[:room]
    blocks = [_block(view, level, width, plan) for level in range(1, len(view.levels) + 1)]
    allowed = shares([len(block) for block in blocks], view.cursor - 1, room)
    _margin, text_width = _measures(width, plan)
    lines = []
    for block, share in zip(blocks, allowed, strict=True):
        texts = clipped([line.pieces[-1][0].rstrip() for line in block], share, text_width) if share else []
        for line, text in zip(block, texts, strict=False):
            *before, (_text, style) = line.pieces
            lines.append(Line((*before, (padded(text, text_width), style)), line.level))
    return lines


def _bars(view: ProjectorView, width: int, plan: _Plan) -> list[Line]:
    """A revealed vote: what it is called, a bar a level, and what the levels voted most say."""
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
    lines += _joined(blocks, plan.between if plan.digit > _DIGIT else 0)
    return [*lines, Line(), *_modes(view, width)]


def _modes(view: ProjectorView, width: int) -> list[Line]:
    """The lowest and the highest of the levels that most voted for, side by side where there is room."""
    most = max(view.counts)
    found = [level for level, count in enumerate(view.counts, start=1) if count == most]
    shown = dict.fromkeys((found[0], found[-1]))
    beside = len(shown) > 1 and width >= _COLUMNS
    each = min(_TEXT, (width - 2) // 2 - 2 if beside else width - 4)
    texts = [
        wrapped(f"{level} {view.levels[level - 1][0]}: {view.levels[level - 1][1]}", each) for level in shown
    ]
    if not beside:
        return [line for text in texts for line in _centred(text, width, "level")]
    rows = max(map(len, texts))
    full = [[*text, *[""] * (rows - len(text))] for text in texts]
    gap = max(0, (width - 2 * each - 4) // 2)
    return [
        Line(((" " * gap, ""), (padded(left, each + 4), "level"), (padded(right, each), "level")))
        for left, right in zip(*full, strict=True)
    ]


def _measures(width: int, plan: _Plan) -> tuple[int, int]:
    """The cells left of a block of levels, and those of its texts."""
    text_width = max(8, min(_TEXT, width - _MARK - plan.digit - 2))
    return max(0, (width - _MARK - plan.digit - text_width) // 2), text_width


def _digit(level: int, cells: int) -> list[str]:
    """A level's number in one line or, where there is room, in three."""
    if cells <= _DIGIT:
        return [f"{level:>2}"]
    return [" ".join(_DIGITS[each][row] for each in str(level))[: cells + 1] for row in range(3)]


def _style(view: ProjectorView, level: int) -> str:
    names = {"cursor": level == view.cursor, "chosen": level == view.chosen}
    return " ".join(["level", *(name for name, applies in names.items() if applies)])


def _mark(view: ProjectorView, level: int) -> str:
    return "●" if level == view.chosen else "›" if level == view.cursor else ""


def _centred(texts: Sequence[str], width: int, style: str) -> list[Line]:
    """Lines in the middle of the screen."""
    return [Line(((" " * max(0, (width - cell_len(text)) // 2), ""), (text, style))) for text in texts]
