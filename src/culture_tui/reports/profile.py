"""The profile as a document, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from gettext import NullTranslations

from culture_tui.domain.agreement import agreement
from culture_tui.domain.assessment import Assessment, Rating
from culture_tui.domain.contradictions import contradictions
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.progress import practices_in_scope
from culture_tui.domain.roadmap import dimension_target, target_of
from culture_tui.domain.scoring import GateHold, Profile, Result, profile
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from culture_tui.reports.wording import (
    NOTHING,
    about,
    coverage_text,
    gate_text,
    level_text,
    score_text,
    so_far,
    title_of,
    titles,
    why,
)


def profile_document(assessment: Assessment, words: NullTranslations) -> Document:
    """What an assessment amounts to: overall, dimensions, how each score came about, every practice."""
    found = profile(assessment)
    return (
        *_opening(assessment, words),
        *_overall(assessment, found, words),
        *_dimensions(assessment, found, words),
        *_explanations(assessment, found, words),
        *_practices(assessment, words),
    )


def profile_json(assessment: Assessment) -> dict[str, object]:
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
        "practices": {key: _practice_json(assessment, key) for key in practices_in_scope(assessment)},
        "gates": [_gate_json(hold) for hold in found.overall.gates],
        "contradictions": [asdict(each) for each in contradictions(assessment, found)],
    }


def _result_json(result: Result) -> dict[str, object]:
    return {
        "score": result.score,
        "level": result.level,
        "coverage": asdict(result.coverage),
        "held_back_by": list(result.held_back_by),
    }


def _practice_json(assessment: Assessment, practice: str) -> dict[str, object]:
    rating = assessment.rating(practice)
    votes = agreement(rating.rounds[-1]) if rating.rounds else None
    return {
        "level": rating.level,
        "target": target_of(assessment, practice),
        "not_applicable": rating.not_applicable,
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


def _opening(assessment: Assessment, words: NullTranslations) -> Iterator[Block]:
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
    draft = _("draft") if assessment.status == "draft" else _("final")
    yield Paragraph(
        " · ".join(part for part in (about(assessment), f"{workshop.date}", people, model, draft) if part)
    )


def _overall(assessment: Assessment, found: Profile, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    overall, model = found.overall, assessment.model
    yield Heading(2, _("Overall"))
    if overall.level is None:
        yield Paragraph(_("Nothing is rated yet, so there is no level and no score."))
        return
    yield Paragraph(
        _("Holds level {level} of {top}, score {score}; {coverage}.").format(
            level=level_text(model, overall.level),
            top=model.top,
            score=score_text(overall.score),
            coverage=coverage_text(overall.coverage, words),
        )
    )
    if so_far(overall.coverage, words):
        yield Paragraph(
            _("Careful: {so_far}. Less than half is rated.").format(so_far=so_far(overall.coverage, words))
        )
    if overall.held_back_by:
        yield Paragraph(_("Held back by: {titles}.").format(titles=titles(model, overall.held_back_by)))
    for hold in overall.gates:
        yield Paragraph(gate_text(model, hold, words) + ".")
    disagreeing = contradictions(assessment, found)
    if disagreeing:
        yield Paragraph(_("Contradictions worth a conversation:"))
        yield Bullets(
            tuple(
                f"{_scored(model, found, each.higher)} / {_scored(model, found, each.lower)}: {each.why}"
                for each in disagreeing
            )
        )


def _scored(model: ModelSkeleton, found: Profile, dimension: str) -> str:
    return f"{title_of(model, dimension)} {score_text(found.dimensions[dimension].score)}"


def _dimensions(assessment: Assessment, found: Profile, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    model = assessment.model
    yield Heading(2, _("Dimensions"))
    header = (_("Dimension"), _("Level"), _("Score"), _("Target"), _("Gap"), _("Rated"))
    rows: list[tuple[str, ...]] = []
    for part, result in found.parts.items():
        rows.append((model.parts[part].title.upper(), *_numbers(model.top, result, None)))
        rows.extend(
            (model.dimensions[key].title, *_numbers(model.top, child, dimension_target(assessment, key)))
            for key, child in found.dimensions.items()
            if model.dimensions[key].part == part
        )
    yield Table(header, tuple(rows), frozenset({1, 2, 3, 4, 5}))


def _numbers(top: int, result: Result, target: float | None) -> tuple[str, ...]:
    gap = None if target is None or result.score is None else target - result.score
    level = NOTHING if result.level is None else f"{result.level} / {top}"
    rated = f"{result.coverage.rated} / {result.coverage.applicable}"
    return level, score_text(result.score), score_text(target), score_text(gap), rated


def _explanations(assessment: Assessment, found: Profile, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(2, _("Why these numbers"))
    yield Heading(3, _("Overall"))
    yield Bullets(tuple(why(assessment.model, found.overall, words)))
    for key, result in found.dimensions.items():
        yield Heading(3, assessment.model.dimensions[key].title)
        yield Bullets(tuple(why(assessment.model, result, words)))


def _practices(assessment: Assessment, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(2, _("Practices"))
    order = practices_in_scope(assessment)
    rows = tuple(_practice_row(assessment, key, words) for key in order)
    header = (_("Practice"), _("Level"), _("Target"), _("Votes"), _("Median"))
    yield Table(header, rows, frozenset({2, 4}))
    told = [key for key in order if _has_words(assessment.rating(key))]
    if told:
        yield Heading(2, _("Notes and evidence"))
    for key in told:
        yield Heading(3, assessment.model.practices[key].title)
        yield from _told(assessment.rating(key), words)


def _practice_row(assessment: Assessment, key: str, words: NullTranslations) -> tuple[str, ...]:
    _ = words.gettext
    rating = assessment.rating(key)
    votes = agreement(rating.rounds[-1]) if rating.rounds else None
    target = target_of(assessment, key)
    level = level_text(assessment.model, rating.level)
    if rating.not_applicable is not None:
        level = _("not applicable")
    return (
        assessment.model.practices[key].title,
        level,
        NOTHING if target is None else f"{target}",
        NOTHING if votes is None else " ".join(map(str, votes.histogram)),
        NOTHING if votes is None else votes.median,
    )


def _has_words(rating: Rating) -> bool:
    return bool(rating.note or rating.evidence or rating.not_applicable or rating.reason)


def _told(rating: Rating, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if rating.not_applicable is not None:
        yield Paragraph(_("Not applicable, because:"))
        yield Quote(rating.not_applicable)
    if rating.reason:
        yield Paragraph(_("Why not the median:"))
        yield Quote(rating.reason)
    if rating.note:
        yield Quote(rating.note)
    if rating.evidence:
        items = (
            " · ".join(part for part in (item.text, item.link, f"{item.date or ''}") if part)
            for item in rating.evidence
        )
        yield Bullets(tuple(_("Evidence: {text}").format(text=item) for item in items))
