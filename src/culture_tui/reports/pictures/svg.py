"""The pieces that a picture is made of; every text in it passes through `text`, which makes it harmless.

Colours are named here and nowhere else among the reports. Letters are measured by rule of thumb,
since the font is the reader's: a text that might be too long ends with an ellipsis.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape

from rich.cells import cell_len, set_cell_size

from culture_tui.domain.safe_text import clean_line

INK: Final = "#1d2226"
MUTED: Final = "#5a646b"
FAINT: Final = "#d5dad8"
GROUND: Final = "#ffffff"
ACCENT: Final = "#0b6b60"
_WEAKEST: Final = (11, 79, 71)
_STRONGEST: Final = (236, 243, 241)

FONTS: Final = (
    "'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', "
    "Ubuntu, Cantarell, Roboto, sans-serif"
)
"""Whatever the reader's computer has; nothing is fetched."""

_EM: Final = 0.56
"""The usual width of a letter, as a share of its height."""

_LEAST_SHRUNK: Final = 0.78

_DARK: Final = 0.7
"""A cell that is weaker than this is so dark that its number must be light."""


def width_of(said: str, size: float) -> float:
    """About how wide a text is; letters of a double cell count twice."""
    return cell_len(said) * size * _EM


def fitted(said: str, size: float, room: float) -> str:
    """A text on one line that is at most about so wide, with an ellipsis where something is missing."""
    line = clean_line(said)
    if width_of(line, size) <= room:
        return line
    return set_cell_size(line, max(1, int(room / (size * _EM)) - 1)).rstrip() + "…"


def common_size(said: Iterable[str], size: float, room: float) -> float:
    """A size in which all these texts fit, if it need not be much smaller than the one wished for."""
    widest = max((width_of(clean_line(each), size) for each in said), default=0)
    return size if widest <= room else max(size * _LEAST_SHRUNK, size * room / widest)


def in_lines(said: str, size: float, room: float, most: int) -> list[str]:
    """A text in at most so many lines, broken at spaces."""
    lines: list[str] = []
    left = clean_line(said).split(" ")
    while left and len(lines) < most:
        taken = 1
        while taken < len(left) and width_of(" ".join(left[: taken + 1]), size) <= room:
            taken += 1
        if len(lines) == most - 1:
            taken = len(left)
        lines.append(fitted(" ".join(left[:taken]), size, room))
        left = left[taken:]
    return lines


def text(
    at: tuple[float, float],
    said: str,
    size: float,
    *,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
) -> str:
    """A text as text: it can be searched, copied and read aloud."""
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{at[0]:.1f}" y="{at[1]:.1f}" font-size="{size:g}"'
    return f'<text {place} fill="{fill}" text-anchor="{anchor}"{weight}>{escape(clean_line(said))}</text>'


def box(at: tuple[float, float], size: tuple[float, float], fill: str, outline: str = "") -> str:
    """A filled rectangle, with a strong outline where one is named."""
    drawn = f' stroke="{outline}" stroke-width="4"' if outline else ""
    return (
        f'<rect x="{at[0]:.1f}" y="{at[1]:.1f}" width="{size[0]:.1f}" height="{size[1]:.1f}" '
        f'fill="{fill}"{drawn}/>'
    )


def line(
    start: tuple[float, float], end: tuple[float, float], stroke: str, width: float, dash: str = ""
) -> str:
    """A straight line; `dash` is lengths drawn and left out."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{stroke}" stroke-width="{width:g}" stroke-linecap="round"{dashed}/>'
    )


def polygon(
    points: Iterable[tuple[float, float]], stroke: str, fill: str = "none", opacity: float = 1
) -> str:
    """A closed shape."""
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{listed}" fill="{fill}" fill-opacity="{opacity:g}" stroke="{stroke}"/>'


def dot(at: tuple[float, float], radius: float, fill: str, outline: str = ACCENT) -> str:
    """A round mark."""
    return (
        f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius:g}" fill="{fill}" '
        f'stroke="{outline}" stroke-width="4"/>'
    )


def shade(weak: float) -> tuple[str, str]:
    """The colour of a cell from strong (0) to weak (1), and of the number in it."""
    mixed = (round(a + (b - a) * weak) for a, b in zip(_STRONGEST, _WEAKEST, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed), GROUND if weak >= _DARK else INK
