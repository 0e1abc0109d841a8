"""A picture for slides: 16 to 9, light, with title, unit, date and coverage around the chart."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Final
from xml.sax.saxutils import escape

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.crosswalk import crosswalk
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.scoring import profile
from culture_tui.reports.charts import ChartKind, axes_of, not_drawn
from culture_tui.reports.dates import day_text
from culture_tui.reports.pictures.bars import bars
from culture_tui.reports.pictures.heat import linked_cells, practice_cells
from culture_tui.reports.pictures.radar import radar
from culture_tui.reports.pictures.svg import FONTS, GROUND, INK, MUTED, fitted, text
from culture_tui.reports.wording import about, careful_text, overall_text

WIDTH: Final = 1600
HEIGHT: Final = 900
_LEFT: Final = 70
_ROOM: Final = WIDTH - 2 * _LEFT


def picture(kind: ChartKind, assessment: Assessment, words: NullTranslations) -> str:
    """A chart of an assessment as an SVG file; bars, and why, where the one wished for cannot be drawn."""
    found = profile(assessment)
    model = assessment.model
    why_not = not_drawn(kind, len(found.dimensions), words)
    joined = crosswalk(assessment, found)
    if kind == "bars" or why_not:
        drawn = bars(assessment, found, words)
    elif kind == "radar":
        drawn = radar(axes_of(assessment, found), model, words)
    elif joined is not None and len(joined.columns) <= len(model.scale) * 4:
        drawn = linked_cells(model, found, joined, words)
    else:
        drawn = practice_cells(assessment, found, words)
    overall = overall_text(model, found.overall, words)
    careful = careful_text(found.overall.coverage, words)
    below = " · ".join(
        part for part in (about(assessment), day_text(assessment.workshop.date, words), model.title) if part
    )
    head = [
        text((_LEFT, 82), fitted(assessment.title, 46, _ROOM), 46, bold=True),
        text((_LEFT, 126), fitted(below, 26, _ROOM), 26, fill=MUTED),
        text((_LEFT, 172), fitted(overall, 28, _ROOM), 28),
    ]
    foot = " ".join(part for part in (why_not, careful, drawn.said) if part)
    return _framed(
        assessment.title,
        overall,
        [*head, *drawn.pieces, text((_LEFT, 872), fitted(foot, 22, _ROOM), 22, fill=MUTED)],
    )


def _framed(title: str, told: str, pieces: list[str]) -> str:
    """A whole file; title and description are read aloud by programs that do so."""
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONTS}" role="img">',
            f"<title>{escape(clean_line(title))}</title>",
            f"<desc>{escape(clean_line(told))}</desc>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{GROUND}"/>',
            f'<g fill="{INK}">',
            *pieces,
            "</g>",
            "</svg>",
            "",
        ]
    )
