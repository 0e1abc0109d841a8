"""The whole of a workshop to be listened to: what is asked, how it comes out, what to do, what was before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import Riddle, contradictions, reported_symptoms, riddle_key
from culture_tui.domain.contradictions import arisen as riddles_arisen
from culture_tui.domain.model import MaturityModel, Symptom
from culture_tui.domain.previous import LastTime
from culture_tui.domain.progress import coverage_of, is_answered, items_in_scope, left_open
from culture_tui.domain.projecting import projections
from culture_tui.domain.records import RoadmapRecord
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.scoring import profile
from culture_tui.domain.standing import planned_days, steps_in
from culture_tui.reports.aloud import rating_text, round_lines, state_text, written_lines
from culture_tui.reports.gathering import aloud
from culture_tui.reports.last_time import newest_round, step_parts
from culture_tui.reports.numbers import days_text, score_text
from culture_tui.reports.roadmap import lifts_text, reason_text, status_text
from culture_tui.reports.whole import agreement_line, left_open_line
from culture_tui.reports.wording import (
    contradiction_texts,
    coverage_text,
    gate_text,
    held_back_text,
    level_text,
    overall_text,
    quarter_text,
    title_of,
    titles,
)

_MOST_NAMED: Final = 3
"""The weakest; each dimension is told after them anyway."""


def list_lines(assessment: Assessment, words: NullTranslations) -> Iterator[str]:
    """All that is asked, in its order, with how it stands."""
    for number, item in enumerate(items_in_scope(assessment), start=1):
        yield _numbered(assessment, number, item, words)


def open_lines(assessment: Assessment, words: NullTranslations) -> Iterator[str]:
    """What is split or parked, a line each, and how much has no answer."""
    _ = words.gettext
    order = items_in_scope(assessment)
    for item in left_open(assessment):
        yield _numbered(assessment, order.index(item) + 1, item, words)
    unanswered = [item for item in order if not is_answered(assessment, item)]
    if unanswered:
        yield _("Without an answer, {count}: {titles}.").format(
            count=len(unanswered), titles=", ".join(title_of(assessment.model, item) for item in unanswered)
        )
    elif not left_open(assessment):
        yield _("Nothing is open: everything has an answer.")


def closing_line(assessment: Assessment, words: NullTranslations) -> str:
    """How much is rated, left open and without an answer, in one sentence."""
    _ = words.gettext
    items = items_in_scope(assessment)
    said = [coverage_text(coverage_of(assessment, items), words)]
    many = len(left_open(assessment))
    if many:
        said.append(words.ngettext("{count} left open", "{count} left open", many).format(count=many))
    many = sum(not is_answered(assessment, item) for item in items)
    if many:
        said.append(
            words.ngettext("{count} without an answer", "{count} without an answer", many).format(count=many)
        )
    return _("{said}.").format(said=", ".join(said))


def result_lines(
    assessment: Assessment, symptoms: Mapping[str, Symptom], words: NullTranslations
) -> Iterator[str]:
    """The profile: the whole, what holds it back, each dimension, contradictions, agreement."""
    _ = words.gettext
    found, model = profile(assessment), assessment.model
    yield overall_text(model, found.overall, words)
    if found.overall.level is None:
        yield from filter(None, (left_open_line(assessment, words),))
        return
    held = held_back_text(model, found, words, most=_MOST_NAMED)
    yield from [held] if held else []
    yield from (gate_text(model, hold, words) for hold in found.overall.gates)
    rated = {key: result for key, result in found.dimensions.items() if result.level is not None}
    for key, result in rated.items():
        yield _("{title}: level {level}, score {score}, {coverage}.").format(
            title=title_of(model, key),
            level=level_text(model, result.level),
            score=score_text(result.score, words),
            coverage=coverage_text(result.coverage, words),
        )
    bare = [key for key in found.dimensions if key not in rated]
    if bare:
        yield _("Nothing is rated in: {titles}.").format(titles=titles(model, bare))
    for said in contradiction_texts(assessment, found, symptoms, words):
        yield _("Worth a talk: {said}").format(said=said)
    yield from filter(None, (agreement_line(assessment, words), left_open_line(assessment, words)))


def arisen(
    before: Assessment, after: Assessment, symptoms: Mapping[str, Symptom], words: NullTranslations
) -> list[str]:
    """The contradictions that a change has brought, as a conversation to have."""
    _ = words.gettext
    if before is after:
        return []
    found = profile(after)
    pains = [each for each in reported_symptoms(after, symptoms) if each.unexplained]
    shown: list[Riddle] = [*contradictions(after, found), *pains]
    told = zip(
        shown,
        contradiction_texts(after, found, symptoms, words),
        strict=True,
    )
    new = {riddle_key(each) for each in riddles_arisen(before, after, symptoms)}
    return [_("Worth a talk: {said}").format(said=text) for each, text in told if riddle_key(each) in new]


def roadmap_lines(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord, words: NullTranslations
) -> Iterator[str]:
    """The roadmap, quarter by quarter, and what did not fit."""
    _ = words.gettext
    if profile(assessment).overall.level is None:
        yield _("Nothing is rated yet, so there is nothing to plan.")
        return
    for quarter, then in enumerate(projections(assessment, model, record), start=1):
        name = quarter_text(record.start, quarter, words)
        yield _("{quarter}: {planned} of {capacity} days planned; then level {level}, score {score}.").format(
            quarter=name,
            planned=days_text(planned_days(model, record, quarter), words),
            capacity=days_text(record.capacity[quarter - 1], words),
            level=level_text(assessment.model, then.overall.level),
            score=score_text(then.overall.score, words),
        )
        for key, step in steps_in(model, record, quarter):
            initiative = model.initiatives[key]
            yield _("In {quarter}, {status}: {title}. Lifts {lifts}. {days} days, led by {owner}.").format(
                quarter=name,
                status=status_text(step.status, words),
                title=initiative.title,
                lifts=lifts_text(model, initiative).replace("→", _(" to ")),
                days=days_text(initiative.effort_days, words),
                owner=step.owner or initiative.owner_role or _("nobody yet"),
            )
    for each in record.unplanned:
        if each.initiative in model.initiatives:
            yield _("Did not fit: {title}, {reason}.").format(
                title=model.initiatives[each.initiative].title, reason=reason_text(each.reason, words)
            )


def previous_lines(
    previous: Assessment, last: LastTime, level: int | None, words: NullTranslations
) -> Iterator[str]:
    """What the assessment before says of an item: all that the screen shows of it, a sentence each."""
    _ = words.gettext
    rating = last.rating
    stood = rating_text(rating, previous.model, words)
    yield _("On {day}: {state}.").format(day=last.day, state=stood)
    if last.target is not None:
        yield {
            None: _("The target was {level}."),
            True: _("The target of {level} is met."),
            False: _("The target of {level} is not met yet."),
        }[last.is_met(level)].format(level=last.target)
    yield from written_lines(rating, words)
    for number, votes in newest_round(previous, rating):
        yield from round_lines(number, votes, None, words) if number else [aloud(votes, words)]
    for each in last.open_steps:
        yield _("Still to do: {step}.").format(step=", ".join(step_parts(previous, each, words)))


def _numbered(assessment: Assessment, number: int, item: str, words: NullTranslations) -> str:
    _ = words.gettext
    return _("{number}, {title}: {state}.").format(
        number=number,
        title=clean_line(title_of(assessment.model, item)),
        state=state_text(assessment, item, words),
    )
