"""The profile as a document, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import ReportedSymptom, contradictions, reported_symptoms
from culture_tui.domain.model import Symptom
from culture_tui.domain.progress import items_in_scope, practices_in_scope
from culture_tui.domain.records import Rating
from culture_tui.domain.roadmap import dimension_target, practice_target, target_of
from culture_tui.domain.scoring import GateHold, Profile, Result, profile
from culture_tui.reports.closing import status_text, trace_texts
from culture_tui.reports.dates import day_text
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from culture_tui.reports.explaining import OVERALL, why
from culture_tui.reports.left_open import left_open_blocks
from culture_tui.reports.modes import kept_texts
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.rated import practices_blocks
from culture_tui.reports.result_data import result_json
from culture_tui.reports.votes import last_votes
from culture_tui.reports.whole import left_open_line
from culture_tui.reports.wording import (
    about,
    contradiction_texts,
    gate_text,
    held_back_text,
    overall_text,
    symptom_text,
)
from culture_tui.reports.workshop_wide import workshop_wide_json


def profile_document(
    assessment: Assessment, words: NullTranslations, symptoms: Mapping[str, Symptom] | None = None
) -> Document:
    """What an assessment amounts to: overall, dimensions, how each score came about, every practice.

    The model's symptoms are handed in; without them only what the assessment itself holds is told.
    """
    found = profile(assessment)
    return (
        *opening(assessment, words),
        *_overall(assessment, found, words),
        *_contradictions(assessment, found, symptoms, words),
        *_dimensions(assessment, found, words),
        *_symptoms(assessment, symptoms, words),
        *_explanations(assessment, found, words),
        *left_open_blocks(assessment, words),
        *practices_blocks(assessment, words),
    )


def profile_json(assessment: Assessment, symptoms: Mapping[str, Symptom] | None = None) -> dict[str, object]:
    """The profile as data; its keys are a contract (docs/assessment-format.md)."""
    found = profile(assessment)
    model = assessment.model
    return {
        "id": assessment.id,
        "title": assessment.title,
        "status": assessment.status,
        "subject": assessment.subject.model_dump(mode="json"),
        "workshop": assessment.workshop.model_dump(mode="json"),
        "model": {
            "id": model.id,
            "version": model.version,
            "title": model.title,
            "digest": model.digest,
            "levels": model.top,
        },
        "coverage": asdict(found.overall.coverage),
        "overall": _result_json(found.overall),
        "parts": {key: _result_json(result) for key, result in found.parts.items()},
        "dimensions": {key: _result_json(result) for key, result in found.dimensions.items()},
        "practices": {
            key: _rating_json(assessment.rating(key), practice_target(assessment, key))
            for key in practices_in_scope(assessment)
        },
        "pulse": _pulse_json(assessment),
        "gates": [_gate_json(hold) for hold in found.overall.gates],
        "contradictions": [asdict(each) for each in contradictions(assessment, found)],
        "symptoms": {each.id: _symptom_json(each) for each in reported_symptoms(assessment, symptoms)},
        "workshop_wide": workshop_wide_json(assessment),
    }


def _result_json(result: Result) -> dict[str, object]:
    return {**result_json(result), "held_back_by": list(result.held_back_by)}


def _pulse_json(assessment: Assessment) -> dict[str, object]:
    """The answers to the one question a dimension; none in full mode."""
    if assessment.workshop.mode != "pulse":
        return {}
    return {
        key: _rating_json(assessment.answer(key), target_of(assessment, key))
        for key in items_in_scope(assessment)
    }


def _rating_json(rating: Rating, target: int | None) -> dict[str, object]:
    votes = last_votes(rating)
    return {
        "level": rating.level,
        "target": target,
        "not_applicable": rating.not_applicable,
        "left_open": rating.left_open,
        "reason": rating.reason,
        "confidence": rating.confidence,
        "note": rating.note,
        "agreement": None if votes is None else asdict(votes),
    }


def _gate_json(hold: GateHold) -> dict[str, object]:
    return {
        "id": hold.gate.id,
        "floor": hold.gate.every_practice_at_least,
        "caps_overall_at": hold.gate.caps_overall_at,
        "caps": hold.caps,
        "practices": list(hold.practices),
    }


def _symptom_json(symptom: ReportedSymptom) -> dict[str, object]:
    return {
        "seen": symptom.seen,
        "note": symptom.note,
        "points_to": None if symptom.points_to is None else list(symptom.points_to),
        "unexplained": symptom.unexplained,
    }


def opening(assessment: Assessment, words: NullTranslations) -> Iterator[Block]:
    """Whose assessment it is, of when, and against which model."""
    _ = words.gettext
    yield Heading(1, assessment.title)
    workshop = assessment.workshop
    people = (
        words.ngettext("{count} person", "{count} people", workshop.participants).format(
            count=workshop.participants
        )
        if workshop.participants
        else ""
    )
    model = f"{assessment.model.title} {assessment.model.version}"
    draft = status_text(assessment, words)
    yield Paragraph(
        " · ".join(
            part for part in (about(assessment), day_text(workshop.date, words), people, model, draft) if part
        )
    )
    if assessment.trace:
        yield Bullets(tuple(trace_texts(assessment, words)))


def _overall(assessment: Assessment, found: Profile, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    overall, model = found.overall, assessment.model
    yield Heading(2, _("Overall"))
    said = [
        overall_text(model, overall, words),
        left_open_line(assessment, words),
        held_back_text(model, found, words),
        *(gate_text(model, hold, words) for hold in overall.gates),
        *kept_texts(assessment, words),
    ]
    yield from (Paragraph(each) for each in said if each)


def _contradictions(
    assessment: Assessment,
    found: Profile,
    symptoms: Mapping[str, Symptom] | None,
    words: NullTranslations,
) -> Iterator[Block]:
    _ = words.gettext
    disagreeing = contradiction_texts(assessment, found, symptoms, words)
    if disagreeing:
        yield Heading(2, _("Contradictions worth a conversation"))
        yield Bullets(tuple(disagreeing))


def _dimensions(assessment: Assessment, found: Profile, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    model = assessment.model
    yield Heading(2, _("Dimensions"))
    header = (_("Dimension"), _("Level"), _("Score"), _("Target"), _("Gap"), _("Rated"))
    rows: list[tuple[str, ...]] = []
    for part, result in found.parts.items():
        rows.append((model.parts[part].title.upper(), *_numbers(model.top, result, None, words)))
        rows.extend(
            (
                model.dimensions[key].title,
                *_numbers(model.top, child, dimension_target(assessment, key), words),
            )
            for key, child in found.dimensions.items()
            if model.dimensions[key].part == part
        )
    yield Table(header, tuple(rows), frozenset({1, 2, 3, 4, 5}))


def _numbers(top: int, result: Result, target: float | None, words: NullTranslations) -> tuple[str, ...]:
    gap = None if target is None or result.score is None else target - result.score
    level = NOTHING if result.level is None else f"{result.level} / {top}"
    rated = f"{result.coverage.rated} / {result.coverage.applicable}"
    return level, score_text(result.score, words), score_text(target, words), score_text(gap, words), rated


def _explanations(assessment: Assessment, found: Profile, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(2, _("Why these numbers"))
    yield Heading(3, _("Overall"))
    yield Bullets(tuple(why(assessment, found, OVERALL, words)))
    for key in found.dimensions:
        yield Heading(3, assessment.model.dimensions[key].title)
        yield Bullets(tuple(why(assessment, found, key, words)))


def _symptoms(
    assessment: Assessment, symptoms: Mapping[str, Symptom] | None, words: NullTranslations
) -> Iterator[Block]:
    _ = words.gettext
    reported = reported_symptoms(assessment, symptoms)
    if not reported:
        return
    yield Heading(2, _("Symptoms"))
    if symptoms is None:
        yield Paragraph(
            _("The model file is not at hand: symptoms have only their ids here, and no practices.")
        )
    for each in reported:
        yield Heading(3, each.title or each.id)
        yield Paragraph(symptom_text(assessment, each, words))
        if each.note:
            yield Quote(each.note)
