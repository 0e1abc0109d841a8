"""How numbers and levels are said in a document, the same wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.progress import Coverage
from culture_tui.domain.quarters import quarter_of
from culture_tui.domain.scoring import GateHold, LeftOut, Result

NOTHING = "—"
"""What stands where there is no number: never a zero."""


def score_text(score: float | None) -> str:
    """A score with one decimal."""
    return NOTHING if score is None else f"{score:.1f}"


def days_text(days: float) -> str:
    """Person-days, without a needless decimal."""
    return f"{days:.1f}".removesuffix(".0")


def quarter_text(start: date, quarter: int, words: NullTranslations) -> str:
    """What a roadmap's n-th quarter, counted from 1, is called."""
    _ = words.gettext
    of_year, year = quarter_of(start, quarter)
    return _("Q{quarter} {year}").format(quarter=of_year, year=year)


def level_text(model: ModelSkeleton, level: int | None) -> str:
    """A level with its name."""
    return NOTHING if level is None else f"{level} {model.scale[level - 1].name}"


def coverage_text(coverage: Coverage, words: NullTranslations) -> str:
    """How much was rated, in a few words."""
    _ = words.gettext
    said = _("{rated} of {applicable} rated").format(rated=coverage.rated, applicable=coverage.applicable)
    left = coverage.total - coverage.applicable
    if left:
        said += ", " + _("{count} not applicable").format(count=left)
    return said


def so_far(coverage: Coverage, words: NullTranslations) -> str:
    """A warning where less than half is rated: the numbers are of what was talked about so far."""
    if coverage.rated * 2 >= coverage.applicable:
        return ""
    _ = words.gettext
    return _("so far, from {rated} of {applicable}").format(
        rated=coverage.rated, applicable=coverage.applicable
    )


def titles(model: ModelSkeleton, ids: Iterable[str]) -> str:
    """The titles of parts, dimensions or practices, in a row."""
    return ", ".join(title_of(model, key) for key in ids)


def title_of(model: ModelSkeleton, key: str) -> str:
    """The title that an id has in this model; the id itself where it has none."""
    for table in (model.practices, model.dimensions, model.parts):
        if key in table:
            return table[key].title
    return key


def gate_text(model: ModelSkeleton, hold: GateHold, words: NullTranslations) -> str:
    """What a gate that is not passed does, and who holds it."""
    _ = words.gettext
    template = (
        _("Gate: the overall level is capped at {cap} while these stand below {floor}: {practices}")
        if hold.caps
        else _(
            "Gate: level {cap} is the most that can be reached while these stand below {floor}: {practices}"
        )
    )
    gate = hold.gate
    return template.format(
        cap=gate.caps_overall_at, floor=gate.every_practice_at_least, practices=titles(model, hold.practices)
    )


def why(model: ModelSkeleton, result: Result, words: NullTranslations) -> list[str]:
    """How a score and a level came about, a sentence each: what counted, what did not, rounding."""
    _ = words.gettext
    if result.score is None or result.level is None:
        return [
            _("Nothing is rated here, so there is no score and no level."),
            *_left_out(model, result, words),
        ]
    weighted = len({item.weight for item in result.counted}) > 1
    counted = ", ".join(
        f"{title_of(model, item.id)} {score_text(item.score).removesuffix('.0')}"
        + (f" × {item.weight:g}" if weighted else "")
        for item in result.counted
    )
    said = [_("Counted: {counted}.").format(counted=counted)]
    said.append(_mean_text(result.score, words, weighted=weighted))
    said.append(_held(model, result, words))
    said.extend(gate_text(model, hold, words) + "." for hold in result.gates)
    return [*said, *_left_out(model, result, words)]


def _mean_text(score: float, words: NullTranslations, *, weighted: bool) -> str:
    """What the mean is, and what it is rounded to where it is."""
    _ = words.gettext
    exact, rounded = f"{score:.3f}".rstrip("0").rstrip("."), score_text(score)
    if exact == rounded.removesuffix(".0"):
        same = (
            _("Their mean, each times its weight, is {exact}.") if weighted else _("Their mean is {exact}.")
        )
        return same.format(exact=exact)
    template = (
        _("Their mean, each times its weight, is {exact}, shown as {rounded}.")
        if weighted
        else _("Their mean is {exact}, shown as {rounded}.")
    )
    return template.format(exact=exact, rounded=rounded)


def _held(model: ModelSkeleton, result: Result, words: NullTranslations) -> str:
    _ = words.gettext
    if result.level == model.top:
        return _("It holds level {level}, the highest.").format(level=result.level)
    level = result.level or 0
    if level == 1:
        return _("It holds level 1, the lowest. Below 2 stand: {holders}.").format(
            holders=titles(model, result.held_back_by)
        )
    return _(
        "It holds level {level}: more than half stand at {level} or above, and nearly all (more than "
        "85 %) at every level below it. Below {next} stand: {holders}."
    ).format(level=level, next=level + 1, holders=titles(model, result.held_back_by))


def _left_out(model: ModelSkeleton, result: Result, words: NullTranslations) -> list[str]:
    _ = words.gettext
    unrated = [item.id for item in result.left_out if item.why == "unrated"]
    said = (
        [_("Left out because not rated: {titles}.").format(titles=titles(model, unrated))] if unrated else []
    )
    return said + [_not_applicable(model, item, words) for item in result.left_out if item.why != "unrated"]


def _not_applicable(model: ModelSkeleton, item: LeftOut, words: NullTranslations) -> str:
    _ = words.gettext
    title = title_of(model, item.id)
    if not item.reason:
        return _("Left out as not applicable: {title}.").format(title=title)
    return _("Left out as not applicable: {title} ({reason}).").format(
        title=title, reason=item.reason.rstrip(".")
    )


def about(assessment: Assessment) -> str:
    """Whom an assessment is about, on one line."""
    subject = assessment.subject
    return " · ".join(part for part in (subject.organisation, subject.unit) if part)
