"""The profile as lines: what holds back first, then a bar for each dimension."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import reported_symptoms
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.roadmap import dimension_target
from culture_tui.domain.scoring import Profile, Result
from culture_tui.language import _, interface_words, ngettext
from culture_tui.reports.explaining import why
from culture_tui.reports.modes import kept_texts
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.practices import practices_why
from culture_tui.reports.whole import agreement_line, left_open_line
from culture_tui.reports.wording import (
    contradiction_texts,
    gate_text,
    held_back_text,
    overall_text,
    symptom_text,
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


Section = tuple[str, tuple[str, ...]]
"""A heading in a window, and the sentences under it."""


def overall_lines(assessment: Assessment, model_file: MaturityModel, found: Profile) -> list[str]:
    """What the whole amounts to, what holds it back and where it contradicts itself, a sentence each."""
    overall, model, words = found.overall, assessment.model, interface_words()
    said = [overall_text(model, overall, words)]
    if overall.level is None:
        said[0] += " " + _("Esc leads back to scoring; a digit there is the first rating.")
    else:
        said.append(held_back_text(model, found, words, _MOST_NAMED))
        said.extend(gate_text(model, hold, words) for hold in overall.gates)
    said.append(_talk_line(assessment, model_file, found))
    said.extend((left_open_line(assessment, words), agreement_line(assessment, words)))
    said.extend(kept_texts(assessment, words))
    return [each for each in said if each]


def talk(assessment: Assessment, model_file: MaturityModel, found: Profile) -> list[Section]:
    """All contradictions, and all symptoms that the group was asked about, in words."""
    words = interface_words()
    disagreeing = contradiction_texts(assessment, found, model_file.symptoms, words)
    reported = reported_symptoms(assessment, model_file.symptoms)
    return [
        (_("Contradictions"), tuple(disagreeing) or (_("None was found."),)),
        *(
            (
                _("Symptom: {title}").format(title=each.title or each.id),
                tuple(text for text in (symptom_text(assessment, each, words), each.note) if text),
            )
            for each in reported
        ),
        *([] if reported else [(_("Symptoms"), (_("The group was asked about none."),))]),
    ]


def _talk_line(assessment: Assessment, model_file: MaturityModel, found: Profile) -> str:
    """How many contradictions and symptoms there are, and the widest contradiction; empty for none."""
    words = interface_words()
    disagreeing = contradiction_texts(assessment, found, model_file.symptoms, words)
    seen = sum(each.seen != "never" for each in assessment.symptoms.values())
    counted = [
        text.format(count=count)
        for text, count in (
            (ngettext("{count} contradiction", "{count} contradictions", len(disagreeing)), len(disagreeing)),
            (ngettext("{count} symptom seen", "{count} symptoms seen", seen), seen),
        )
        if count
    ]
    if not counted:
        return ""
    said = _("Worth a talk (c): {counts}").format(counts=", ".join(counted))
    return f"{said}. {disagreeing[0]}" if disagreeing else f"{said}."


def header_line(top: int, width: int) -> str:
    """The names of the columns, the levels above their places on the bar."""
    name, bar = _widths(top, width)
    names = (_("level"), _("score"), _("target"), _("gap"), _("rated"))
    return f"{padded('', name)} {scale_line(top, bar)}{_columns(*names)}"


def scale_line(top: int, bar: int) -> str:
    """The levels of a scale right above their places on a bar; where they would touch, only some of them.

    The highest is always there: `1  4  7 10` on ten cells.
    """
    if not bar:
        return ""
    unit, line = bar // top, ""
    step = -(-(len(f"{top}") + 1) // unit)
    for level in range((top - 1) % step + 1, top + 1, step):
        line += f"{level}".rjust(unit * level - len(line))
    return line


def rows(assessment: Assessment, found: Profile, width: int) -> list[Row]:
    """A row for each part and each of its dimensions."""
    name, bar = _widths(assessment.model.top, width)
    return [row for part in found.parts for row in _part_rows(assessment, found, part, (name, bar))]


def explanation(assessment: Assessment, found: Profile, row_id: str) -> list[str]:
    """Why a part, a dimension or the whole has the numbers that it has."""
    return why(assessment, found, row_id, interface_words())


def drill_down(assessment: Assessment, found: Profile, row_id: str) -> list[Section]:
    """What stands a step below: of a dimension its practices, of a part its dimensions, each explained."""
    model, words = assessment.model, interface_words()
    if row_id in model.dimensions:
        return [(title, tuple(said)) for title, said in practices_why(assessment, row_id, words)]
    return [
        (model.dimensions[key].title, tuple(why(assessment, found, key, words)))
        for key in found.dimensions
        if model.dimensions[key].part == row_id
    ]


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
    numbers = _columns(
        level,
        score_text(result.score, interface_words()),
        score_text(target, interface_words()),
        score_text(gap, interface_words()),
        rated,
    )
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
