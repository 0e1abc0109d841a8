"""Lines of text with the styles that they are shown in, before any widget draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from culture_tui.domain.safe_text import clean

MORE: Final = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: pieces of text, each with the name of its style, and what a click on it means."""

    pieces: tuple[tuple[str, str], ...] = ()
    level: int | None = None

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(piece for piece, _ in self.pieces)


def wrapped(text: str, width: int) -> list[str]:
    """A text broken at spaces into lines of at most `width` cells; too long words are broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split(" "):
            candidate = f"{current} {word}" if current else word
            if cell_len(candidate) <= width:
                current = candidate
                continue
            if current:
                lines.append(current)
            *full, current = _broken(word, width)
            lines.extend(full)
        lines.append(current)
    return lines


def _broken(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` cells."""
    pieces, piece, used = [], "", 0
    for character in word:
        cells = cell_len(character)
        if used + cells > width and piece:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + character, used + cells
    return [*pieces, piece]


def balanced(text: str, width: int) -> list[str]:
    """A text in as few lines as its width needs, all about as long."""
    lines = wrapped(text, width)
    for narrower in range(width - 1, 7, -1):
        tried = wrapped(text, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def shortened(text: str, width: int) -> str:
    """A text on one line of at most `width` cells, with an ellipsis where something is missing."""
    line = " ".join(text.split("\n"))
    if cell_len(line) <= width:
        return line
    return set_cell_size(line, max(0, width - 1)).rstrip() + MORE if width > 0 else ""


def with_end(text: str, width: int, end: int) -> str:
    """A text on one line of at most `width` cells; its last `end` cells stay, an ellipsis before them."""
    line = " ".join(text.split("\n"))
    if cell_len(line) <= width or width <= end:
        return shortened(line, width)
    at = len(line)
    while cell_len(line[at - 1 :]) <= end:
        at -= 1
    return shortened(line, width - cell_len(line[at:])) + line[at:]


def clipped(lines: list[str], most: int, width: int) -> list[str]:
    """At most so many lines; the last one ends with an ellipsis where something is missing."""
    if len(lines) <= most:
        return lines
    *kept, last = lines[:most]
    return [*kept, shortened(f"{last} {lines[most]}", width)]


def spread(left: str, right: str, width: int) -> str:
    """Two texts at the two ends of a line; the left one gives way."""
    room = width - cell_len(right) - 1
    return (
        set_cell_size(shortened(left, room), max(0, room)) + " " + right
        if room > 0
        else shortened(right, width)
    )


def padded(text: str, width: int) -> str:
    """A text cut or filled to a width in cells."""
    return set_cell_size(shortened(text, width), width)


def at_right(text: str, width: int) -> str:
    """A text cut to a width in cells, and set to its right end."""
    cut = shortened(text, width)
    return " " * (width - cell_len(cut)) + cut


def plain(text: str) -> Content:
    """A text that Textual shows as it is, whatever brackets it holds."""
    return Content(clean(text))
