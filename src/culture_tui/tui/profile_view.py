"""The profile as lines: what holds back first, then a bar for each dimension."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import contradictions, unexplained_symptoms
from culture_tui.domain.model import MaturityModel, ModelSkeleton
from culture_tui.domain.roadmap import dimension_target
from culture_tui.domain.scoring import Profile, Result
from culture_tui.language import _, interface_words, ngettext
from culture_tui.reports.wording import (
    NOTHING,
    coverage_text,
    gate_text,
    level_text,
    score_text,
    so_far,
    title_of,
    titles,
    why,
)
from culture_tui.tui.widgets.lines import at_right, padded

_MOST_NAMED: Final = 3
_COLUMNS: Final = (6, 7, 7, 7, 7)
"""Cells of the columns of numbers at the right: level, score, target, gap, rated."""

_LEAST_BAR: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chart."""

    id: str
    text: str
    is_part: bool


def overall_lines(assessment: Assessment, model_file: MaturityModel, found: Profile) -> list[str]:
    """What the whole amounts to and what holds it back, a sentence each."""
    overall, model, words = found.overall, assessment.model, interface_words()
    if overall.level is None:
        return [
            _("Nothing is rated yet, so there is no level and no score. Esc goes back to the first practice.")
        ]
    said = [
        _("Overall  holds level {level} of {top} · score {score} · {coverage}").format(
            level=level_text(model, overall.level),
            top=model.top,
            score=score_text(overall.score),
            coverage=coverage_text(overall.coverage, words),
        )
    ]
    if so_far(overall.coverage, words):
        said[0] += " · " + so_far(overall.coverage, words)
    if overall.held_back_by:
        said.append(_("Held back by  {titles}").format(titles=_holders(found, model)))
    said.extend(gate_text(model, hold, words) for hold in overall.gates)
    said.extend(
        _("Contradiction  {higher} {high}, but {lower} {low}: worth a talk").format(
            higher=title_of(model, each.higher),
            high=score_text(found.dimensions[each.higher].score),
            lower=title_of(model, each.lower),
            low=score_text(found.dimensions[each.lower].score),
        )
        for each in contradictions(assessment, found)[:1]
    )
    said.extend(
        _("Contradiction  seen often, yet all that it points to is rated high: {symptom}").format(
            symptom=model_file.symptoms[key].title
        )
        for key in unexplained_symptoms(assessment, model_file.symptoms)
    )
    return said


def header_line(top: int, width: int) -> str:
    """The names of the columns, the levels above their places on the bar."""
    name, bar = _widths(top, width)
    marks = "".join(at_right(str(level), bar // top) for level in range(1, top + 1))
    names = (_("level"), _("score"), _("target"), _("gap"), _("rated"))
    return f"{padded('', name)} {padded(marks, bar)}{_columns(*names)}"


def rows(assessment: Assessment, found: Profile, width: int) -> list[Row]:
    """A row for each part and each of its dimensions."""
    name, bar = _widths(assessment.model.top, width)
    return [row for part in found.parts for row in _part_rows(assessment, found, part, (name, bar))]


def explanation(assessment: Assessment, found: Profile, row_id: str) -> list[str]:
    """Why a part or a dimension has the numbers that it has."""
    result = found.dimensions.get(row_id) or found.parts.get(row_id) or found.overall
    return why(assessment.model, result, interface_words())


def _widths(top: int, width: int) -> tuple[int, int]:
    """The widths of the name and of the bar; no bar where it would be too short to read."""
    room = width - sum(_COLUMNS) - 1
    bar = room * 2 // 5 // top * top
    if bar < _LEAST_BAR:
        return max(8, room), 0
    return room - bar, bar


def _part_rows(assessment: Assessment, found: Profile, part: str, widths: tuple[int, int]) -> Iterator[Row]:
    model = assessment.model
    yield Row(part, _row(model.parts[part].title, found.parts[part], None, model.top, widths), is_part=True)
    for key in found.dimensions:
        if model.dimensions[key].part == part:
            yield Row(key, _dimension_row(assessment, found, key, widths), is_part=False)


def _dimension_row(assessment: Assessment, found: Profile, key: str, widths: tuple[int, int]) -> str:
    model, target = assessment.model, dimension_target(assessment, key)
    return _row(f"  {model.dimensions[key].title}", found.dimensions[key], target, model.top, widths)


def _row(title: str, result: Result, target: float | None, top: int, widths: tuple[int, int]) -> str:
    name, bar = widths
    gap = None if target is None or result.score is None else target - result.score
    level = NOTHING if result.level is None else str(result.level)
    rated = f"{result.coverage.rated}/{result.coverage.applicable}"
    numbers = _columns(level, score_text(result.score), score_text(target), score_text(gap), rated)
    return f"{padded(title, name)} {_bar(result.score, target, top, bar)}{numbers}"


def _columns(*texts: str) -> str:
    return "".join(at_right(text, width) for text, width in zip(texts, _COLUMNS, strict=True))


def _bar(score: float | None, target: float | None, top: int, width: int) -> str:
    """A bar up to the score, dots on to the target."""
    if score is None or not width:
        return " " * width
    halves = round(score / top * width * 2)
    drawn = "━" * (halves // 2) + "╸" * (halves % 2)
    aim = round((target or 0) / top * width)
    return (drawn + "·" * max(0, aim - len(drawn))).ljust(width)


def _holders(found: Profile, model: ModelSkeleton) -> str:
    """What stands in the way of the next level, the lowest first; beyond three a number."""
    keys = found.overall.held_back_by
    if any(key not in found.dimensions for key in keys):
        return titles(model, keys)
    weakest = sorted(keys, key=lambda key: found.dimensions[key].score or 0)
    said = ", ".join(
        _("{title} (holds {level})").format(title=title_of(model, key), level=found.dimensions[key].level)
        for key in weakest[:_MOST_NAMED]
    )
    more = len(weakest) - _MOST_NAMED
    return (
        said + " " + ngettext("and {count} more", "and {count} more", more).format(count=more)
        if more > 0
        else said
    )
