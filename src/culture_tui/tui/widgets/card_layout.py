"""Laying out a practice so that its question and every level stay on the screen.

The question comes first and whole. The levels follow, each in full where there is room; on a
small screen the level that the cursor is on is shown in full and the others are cut, on the
smallest to their numbers and names. What room is left goes to the note, the evidence and the
questions to ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from culture_tui.tui.widgets import columns
from culture_tui.tui.widgets.lines import Line, clipped, padded, shortened, spread, wrapped

MOST: Final = "◆"
"""Marks a level with the most votes."""

OTHER: Final = "◇"
"""Marks the level to hold against it."""

_MARGIN: Final = 1
_MARKS: Final = 6
"""Cells before a level's name: cursor, rating mark, digit, and the spaces between."""

_SHORT_MARKS: Final = _MARKS - 1
"""The same without the cursor's, where levels stand in columns."""

_NAME_FROM: Final = 76
"""From this width on, level names stand in a column of their own."""


@dataclass(frozen=True, slots=True)
class CardView:
    """What a card shows; all texts are in the language at hand."""

    path: str
    position: str
    question: str

    levels: tuple[tuple[str, str], ...]
    """(name, descriptor) a level, the lowest first."""

    cursor: int
    chosen: int | None
    target: int | None

    status: str
    """What the group has settled so far, on one line."""

    before: str = ""
    """What the last time was about it, on one line above; it shares the line where there is no room."""

    extras: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(heading, paragraphs) for the room that is left."""

    practice: str = ""
    """The id of what is shown: the cursor stays while it does."""

    most: tuple[int, ...] = ()
    """The levels with the most votes: marked."""

    other: int | None = None
    """The level to hold against the one with the most votes: marked otherwise."""

    @property
    def voted(self) -> tuple[int, ...]:
        """The levels that votes have marked: the last to be cut."""
        return self.most if self.other is None else (*self.most, self.other)


def card_lines(view: CardView, width: int, height: int) -> list[Line]:
    """A practice as at most `height` lines of at most `width` cells."""
    inner = max(10, width - 2 * _MARGIN)
    path = [Line(((spread(view.path, view.position, inner), "dim"),))]
    question = [Line(((line, "question"),)) for line in wrapped(view.question, inner)]
    room = height - len(path) - len(question) - 1
    if room < len(view.levels):
        return [_indented(line) for line in _crowded(view, inner, height, path, question)[:height]]
    full = [len(wrapped(text, _text_width(view, inner))) for _, text in view.levels]
    foot = _foot_lines(view, inner, 2 if _has_a_line_to_spare(full, view.cursor, room) else 1)
    room -= len(foot) - 1
    gaps = 2 if room >= sum(full) + 2 else 1 if room > sum(full) else 0
    levels = _level_lines(view, inner, room - gaps)
    blank = Line()
    lines = [*path, *question, *([blank] if gaps else []), *levels, *([blank] if gaps > 1 else []), *foot]
    lines += _extra_lines(view, inner, height - len(lines))
    return [_indented(line) for line in lines]


def _crowded(view: CardView, inner: int, height: int, path: list[Line], question: list[Line]) -> list[Line]:
    """What there is where not every level has a line beside path, question and status.

    Path and status give way. Where that is not enough the levels stand in columns, number and name,
    with the one under the cursor below them; where no columns do, some levels are missing.
    """
    foot = _foot_lines(view, inner, 1)
    one_goes = [(path, []), ([], foot)]
    if view.chosen is not None or view.voted:
        one_goes.reverse()
    ways = [(path, foot), *one_goes, ([], [])]
    for above, below in ways:
        room = height - len(above) - len(question) - len(below)
        if room >= len(view.levels):
            return [*above, *question, *_level_lines(view, inner, room), *below]
    widest = _SHORT_MARKS + max(cell_len(name) for name, _ in view.levels)
    for least, tried in ((widest, ways), (columns.LEAST, ways[::-1])):
        for above, below in tried:
            room = height - len(above) - len(question) - len(below)
            short = _short_lines(view, inner, least, room)
            if short:
                return [*above, *question, *short, *below]
    return [*path, *question, *_level_lines(view, inner, height - len(path) - len(question) - 1), *foot]


def _short_lines(view: CardView, inner: int, least: int, room: int) -> list[Line]:
    """The levels in columns of at least `least` cells, the one under the cursor below; empty for no room."""
    found = columns.fitting(len(view.levels), least, inner, room)
    if found is None:
        return []
    rows, cells = found
    levels = range(1, len(view.levels) + 1)
    short = columns.side_by_side([_short(view, level, cells) for level in levels], rows)
    return [*short, *_lines_of(view, inner, [(room - rows) * (level == view.cursor) for level in levels])]


def _short(view: CardView, level: int, cells: int) -> columns.Cell:
    """A level by its marks, its number and its name."""
    style = " ".join(_styles(view, level))
    name = padded(view.levels[level - 1][0], cells - _SHORT_MARKS)
    return (_marks(view, level)[1:], f"{style} mark"), (name, f"{style} name")


def _has_a_line_to_spare(full: Sequence[int], cursor: int, room: int) -> bool:
    """Whether a line can be had without cutting a level that would else be whole."""
    needed = sum(full)
    if needed > room:
        needed = full[cursor - 1] + len(full) - 1
    return needed < room


def _foot_lines(view: CardView, inner: int, most: int) -> list[Line]:
    """What is settled, below what the last time was; on one line where there are no two."""
    if view.before and most > 1:
        texts = ((view.before, "dim"), (view.status, "status"))
        return [Line(((shortened(text, inner), style),)) for text, style in texts]
    said = " · ".join(text for text in (view.status, view.before) if text)
    return [Line(((shortened(said, inner), "status"),))]


def _text_width(view: CardView, inner: int) -> int:
    return max(10, inner - _MARKS - _name_width(view, inner))


def _name_width(view: CardView, inner: int) -> int:
    """The width of the column of names; 0 where names stand before their texts."""
    if inner < _NAME_FROM:
        return 0
    return max(cell_len(name) for name, _ in view.levels) + 2


def _level_lines(view: CardView, inner: int, room: int) -> list[Line]:
    """The levels in so many lines, the one under the cursor and those that were voted for first."""
    first = (view.cursor - 1, *(level - 1 for level in view.voted if level != view.cursor))
    return _lines_of(view, inner, shares([len(text) for text in _texts(view, inner)], first, room))


def _texts(view: CardView, inner: int) -> list[list[str]]:
    """What each level says, in lines; its name first where names have no column of their own."""
    named, width = _name_width(view, inner), _text_width(view, inner)
    return [wrapped(text if named else f"{name}: {text}", width) for name, text in view.levels]


def _lines_of(view: CardView, inner: int, allowed: Sequence[int]) -> list[Line]:
    """The levels, each in as many lines as it is allowed."""
    name_width, text_width = _name_width(view, inner), _text_width(view, inner)
    levels = zip(view.levels, _texts(view, inner), allowed, strict=True)
    lines = []
    for level, ((name, _), text, share) in enumerate(levels, start=1):
        style = " ".join(_styles(view, level))
        for row, piece in enumerate(clipped(text, share, text_width) if share else []):
            marks = _marks(view, level) if row == 0 else " " * _MARKS
            label = padded(name if row == 0 else "", name_width) if name_width else ""
            rest = padded(piece, text_width)
            lines.append(Line(((marks, f"{style} mark"), (label, f"{style} name"), (rest, style)), level))
    return lines


def _styles(view: CardView, level: int) -> list[str]:
    names = {"cursor": level == view.cursor, "chosen": level == view.chosen}
    return ["level", *(name for name, applies in names.items() if applies)]


def _marks(view: CardView, level: int) -> str:
    cursor = "›" if level == view.cursor else " "
    votes = MOST if level in view.most else OTHER if level == view.other else " "
    state = "●" if level == view.chosen else "○" if level == view.target else " "
    return f"{cursor}{votes}{state}{level:>2} "


def shares(wanted: Sequence[int], first: Sequence[int], room: int) -> list[int]:
    """How many lines each level gets: the first ones first, then one each, then line by line."""
    given = [0] * len(wanted)
    order = [*first, *(index for index in range(len(wanted)) if index not in first)]
    for index in order:
        if room > 0:
            given[index], room = 1, room - 1
    for index in first:
        extra = min(room, wanted[index] - given[index])
        given[index], room = given[index] + max(0, extra), room - max(0, extra)
    while room > 0 and any(share < want for share, want in zip(given, wanted, strict=True)):
        for index in order:
            if room > 0 and given[index] < wanted[index]:
                given[index], room = given[index] + 1, room - 1
    return given


def _extra_lines(view: CardView, inner: int, room: int) -> list[Line]:
    lines: list[Line] = []
    for heading, paragraphs in view.extras:
        block = [Line(), Line(((heading, "dim"),))]
        for paragraph in paragraphs:
            block += [Line(((f"  {line}", "extra"),)) for line in wrapped(paragraph, inner - 2)]
        if len(lines) + len(block) <= room:
            lines += block
    return lines


def _indented(line: Line) -> Line:
    return Line(((" " * _MARGIN, ""), *line.pieces), line.level)
