"""How results are said, the same wherever they stand: in a document, on a screen, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from gettext import NullTranslations
from typing import Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import (
    HEALTHY,
    Contradiction,
    ReportedSymptom,
    contradictions,
    reported_symptoms,
)
from culture_tui.domain.model import ModelSkeleton, Symptom
from culture_tui.domain.progress import Coverage
from culture_tui.domain.quarters import quarter_of
from culture_tui.domain.records import Evidence
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.scoring import GateHold, Profile, Result
from culture_tui.reports.dates import day_text
from culture_tui.reports.numbers import NOTHING, score_text


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


def careful_text(coverage: Coverage, words: NullTranslations) -> str:
    """The warning as a sentence; empty where at least half is rated."""
    _ = words.gettext
    careful = so_far(coverage, words)
    return _("Careful: {so_far}. Less than half is rated.").format(so_far=careful) if careful else ""


def titles(model: ModelSkeleton, ids: Iterable[str]) -> str:
    """The titles of parts, dimensions or practices, in a row."""
    return ", ".join(title_of(model, key) for key in ids)


def title_of(model: ModelSkeleton, key: str) -> str:
    """The title that an id has in this model; the id itself where it has none."""
    for table in (model.practices, model.dimensions, model.parts):
        if key in table:
            return table[key].title
    return key


def item_title(assessment: Assessment, item: str) -> str:
    """The title of what a workshop asks: a practice, in pulse mode a dimension."""
    model = assessment.model
    return (model.dimensions if assessment.workshop.mode == "pulse" else model.practices)[item].title


def sure_text(confidence: Literal["low", "medium", "high"], words: NullTranslations) -> str:
    """How sure a group is of its level."""
    _ = words.gettext
    return {
        "low": _("Confidence: low."),
        "medium": _("Confidence: medium."),
        "high": _("Confidence: high."),
    }[confidence]


def confidence_text(confidence: Literal["low", "medium", "high"], words: NullTranslations) -> str:
    """The same within a line."""
    _ = words.gettext
    return {
        "low": _("confidence low"),
        "medium": _("confidence medium"),
        "high": _("confidence high"),
    }[confidence]


def evidence_text(evidence: Evidence, words: NullTranslations, between: str = " · ") -> str:
    """A piece of evidence on one line: what it is, where it can be seen, of when."""
    day = day_text(evidence.date, words) if evidence.date else ""
    return clean_line(between.join(part for part in (evidence.text, evidence.link, day) if part))


def about(assessment: Assessment) -> str:
    """Whom an assessment is about, on one line."""
    subject = assessment.subject
    return " · ".join(part for part in (subject.organisation, subject.unit) if part)


def overall_text(model: ModelSkeleton, overall: Result, words: NullTranslations) -> str:
    """What the whole amounts to, with how much of it was rated."""
    _ = words.gettext
    if overall.level is None:
        return _("Nothing is rated yet, so there is no level and no score.")
    template = (
        _("So far it holds level {level} of {top}, score {score}; only {coverage}.")
        if so_far(overall.coverage, words)
        else _("Overall it holds level {level} of {top}, score {score}; {coverage}.")
    )
    return template.format(
        level=level_text(model, overall.level),
        top=model.top,
        score=score_text(overall.score, words),
        coverage=coverage_text(overall.coverage, words),
    )


def held_back_text(
    model: ModelSkeleton, found: Profile, words: NullTranslations, most: int | None = None
) -> str:
    """What stands in the way of the next level, the lowest first; beyond `most` a number. May be empty."""
    _ = words.gettext
    keys = found.overall.held_back_by
    if not keys:
        return ""
    by_level = {key: found.dimensions[key] for key in keys if key in found.dimensions}
    if len(by_level) < len(keys):  # a gate caps the whole, and practices hold it
        return _("Held back by: {titles}.").format(titles=titles(model, keys))
    weakest = sorted(keys, key=lambda key: by_level[key].score or 0)
    said = ", ".join(
        _("{title} (holds {level})").format(title=title_of(model, key), level=by_level[key].level)
        for key in weakest[:most]
    )
    more = len(weakest) - len(weakest[:most])
    if more:
        said += " " + words.ngettext("and {count} more", "and {count} more", more).format(count=more)
    return _("Held back by: {titles}.").format(titles=said)


def gate_text(model: ModelSkeleton, hold: GateHold, words: NullTranslations) -> str:
    """What a gate that is not passed does, and who holds it."""
    _ = words.gettext
    template = (
        _("Gate: the overall level is capped at {cap} while these stand below {floor}: {practices}.")
        if hold.caps
        else _(
            "Gate: level {cap} is the most that can be reached while these stand below {floor}: {practices}."
        )
    )
    gate = hold.gate
    return template.format(
        cap=gate.caps_overall_at, floor=gate.every_practice_at_least, practices=titles(model, hold.practices)
    )


def contradiction_texts(
    assessment: Assessment,
    found: Profile,
    symptoms: Mapping[str, Symptom] | None,
    words: NullTranslations,
) -> list[str]:
    """Where the assessment contradicts itself: linked dimensions, the widest first, then symptoms.

    Args:
        assessment: what was rated and seen.
        found: its profile.
        symptoms: those of the model; None where it is not at hand.
        words: the language.
    """
    model = assessment.model
    linked = [_apart_text(model, found, each, words) for each in contradictions(assessment, found)]
    return linked + [
        _unexplained_text(assessment, each, words)
        for each in reported_symptoms(assessment, symptoms)
        if each.unexplained
    ]


def symptom_text(assessment: Assessment, symptom: ReportedSymptom, words: NullTranslations) -> str:
    """How often a symptom is seen, and how the practices stand that it points to."""
    _ = words.gettext
    seen = {"never": _("Never seen."), "sometimes": _("Seen sometimes."), "often": _("Seen often.")}[
        symptom.seen
    ]
    if symptom.points_to is None:
        return seen
    pointed = ", ".join(standing_text(assessment, key, words) for key in symptom.points_to)
    return f"{seen} " + _("It points to: {practices}.").format(practices=pointed)


def standing_text(assessment: Assessment, practice: str, words: NullTranslations) -> str:
    """A practice with its level, or with why it has none: `Mission 2`."""
    _ = words.gettext
    rating, title = assessment.rating(practice), title_of(assessment.model, practice)
    if rating.level is not None:
        return f"{title} {rating.level}"
    if rating.not_applicable is not None:
        return _("{title} (not applicable)").format(title=title)
    return _("{title} (not rated)").format(title=title)


def _apart_text(model: ModelSkeleton, found: Profile, each: Contradiction, words: NullTranslations) -> str:
    _ = words.gettext
    said = _("{higher} {high}, but {lower} {low}").format(
        higher=title_of(model, each.higher),
        high=score_text(found.dimensions[each.higher].score, words),
        lower=title_of(model, each.lower),
        low=score_text(found.dimensions[each.lower].score, words),
    )
    return f"{said}: {each.why}" if each.why else _("{said}: worth a talk.").format(said=said)


def _unexplained_text(assessment: Assessment, symptom: ReportedSymptom, words: NullTranslations) -> str:
    _ = words.gettext
    pointed = ", ".join(standing_text(assessment, key, words) for key in symptom.points_to or ())
    return _(
        "“{symptom}” is seen often, yet all that it points to is rated {level} or above: {practices}."
    ).format(symptom=symptom.title, level=HEALTHY, practices=pointed)
