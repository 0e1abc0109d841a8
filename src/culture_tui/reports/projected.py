"""The profile that a roadmap promises, in words, as a part of a document, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate, MaturityModel, ModelSkeleton
from culture_tui.domain.projecting import Promise, promises
from culture_tui.domain.records import RoadmapRecord
from culture_tui.domain.scoring import Result, profile
from culture_tui.reports.document import Block, Heading, Paragraph, Table
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.reports.wording import level_text, quarter_text, title_of


def from_to(before: object, after: object) -> str:
    """What becomes of something: `2 → 3`, or `2` where it stays."""
    return f"{before} → {after}" if before != after else f"{before}"


def level_change(before: Result, after: Result) -> str:
    """The level held, and what becomes of it."""
    return from_to(before.level or NOTHING, after.level or NOTHING)


def score_change(before: Result, after: Result, words: NullTranslations) -> str:
    """The score, and what becomes of it."""
    return from_to(score_text(before.score, words), score_text(after.score, words))


def initiative_titles(model: MaturityModel, ids: Iterable[str]) -> str:
    """The titles of initiatives in a row; the id of one that the model does not have."""
    return ", ".join(model.initiatives[key].title if key in model.initiatives else key for key in ids)


def opens_text(model: ModelSkeleton, gate: Gate, words: NullTranslations) -> str:
    """What a gate that is passed from now on no longer holds back."""
    _ = words.gettext
    return _("A gate opens: everything in {dimension} stands at {floor} or above.").format(
        dimension=title_of(model, gate.dimension), floor=gate.every_practice_at_least
    )


def whole_text(assessment: Assessment, promise: Promise, words: NullTranslations) -> str:
    """The whole today and after a quarter, with how much of it was rated."""
    _ = words.gettext
    now, then = profile(assessment).overall, promise.profile.overall
    return _("Overall: level {level}, score {score}, from {rated} of {applicable} rated.").format(
        level=from_to(level_text(assessment.model, now.level), level_text(assessment.model, then.level)),
        score=score_change(now, then, words),
        rated=then.coverage.rated,
        applicable=then.coverage.applicable,
    )


def projected_blocks(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord, words: NullTranslations
) -> Iterator[Block]:
    """Quarter by quarter, where something rises: what becomes of each dimension, and what lifts it."""
    _ = words.gettext
    found = promises(assessment, model, record)
    if not any(promise.lifted_by for promise in found):
        return
    today = profile(assessment).dimensions
    yield Heading(2, _("Projected profile"))
    yield Paragraph(_("From today to the end of each quarter in which something rises, were all to succeed."))
    header = (_("Dimension"), _("Level"), _("Score"), _("Lifted by"))
    for number, promise in enumerate(found, start=1):
        if not promise.lifted_by:
            continue
        yield Heading(3, _("After {quarter}").format(quarter=quarter_text(record.start, number, words)))
        yield Paragraph(whole_text(assessment, promise, words))
        rows = tuple(
            (
                title_of(assessment.model, key),
                level_change(today[key], then),
                score_change(today[key], then, words),
                initiative_titles(model, promise.lifted_by[key]),
            )
            for key, then in promise.profile.dimensions.items()
            if key in promise.lifted_by
        )
        if rows:
            yield Table(header, rows)
        for gate in promise.opens:
            yield Paragraph(opens_text(assessment.model, gate, words))


def promise_json(promise: Promise) -> dict[str, object]:
    """What is promised for the end of a quarter, as data."""
    overall = promise.profile.overall
    return {
        "score": overall.score,
        "level": overall.level,
        "coverage": asdict(overall.coverage),
        "dimensions": {
            key: {
                "score": then.score,
                "level": then.level,
                "lifted_by": list(promise.lifted_by.get(key, ())),
            }
            for key, then in promise.profile.dimensions.items()
        },
        "gates_opened": [gate.id for gate in promise.opens],
    }
