"""The whole of a workshop to be listened to: what is asked, how it comes out, what to do, what was before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import Riddle, contradictions, reported_symptoms, riddle_key
from culture_tui.domain.contradictions import arisen as riddles_arisen
from culture_tui.domain.model import MaturityModel, Symptom
from culture_tui.domain.progress import coverage_of, is_answered, items_in_scope, left_open
from culture_tui.domain.projecting import projections
from culture_tui.domain.records import RoadmapRecord
from culture_tui.domain.roadmap import target_of
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.scoring import Result, profile
from culture_tui.domain.standing import planned_days, steps_in
from culture_tui.reports.aloud import state_text
from culture_tui.reports.roadmap import lifts_text, reason_text, status_text
from culture_tui.reports.votes import is_told, word_of, word_text
from culture_tui.reports.wording import (
    contradiction_texts,
    coverage_text,
    days_text,
    gate_text,
    held_back_text,
    level_text,
    overall_text,
    quarter_text,
    score_text,
    title_of,
)


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
        return
    held = held_back_text(model, found, words)
    yield from [held] if held else []
    yield from (gate_text(model, hold, words) for hold in found.overall.gates)
    for key, result in found.dimensions.items():
        yield _dimension(title_of(model, key), result, assessment, words)
    for said in contradiction_texts(assessment, found, symptoms, words):
        yield _("Worth a talk: {said}").format(said=said)
    agreed = _agreement(assessment, words)
    yield from [agreed] if agreed else []


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
            planned=days_text(planned_days(model, record, quarter)),
            capacity=days_text(record.capacity[quarter - 1]),
            level=level_text(assessment.model, then.overall.level),
            score=score_text(then.overall.score),
        )
        for key, step in steps_in(model, record, quarter):
            initiative = model.initiatives[key]
            yield _("In {quarter}, {status}: {title}. Lifts {lifts}. {days} days, led by {owner}.").format(
                quarter=name,
                status=status_text(step.status, words),
                title=initiative.title,
                lifts=lifts_text(model, initiative).replace("→", _(" to ")),
                days=days_text(initiative.effort_days),
                owner=step.owner or initiative.owner_role or _("nobody yet"),
            )
    for each in record.unplanned:
        if each.initiative in model.initiatives:
            yield _("Did not fit: {title}, {reason}.").format(
                title=model.initiatives[each.initiative].title, reason=reason_text(each.reason, words)
            )


def previous_lines(
    previous: Assessment, assessment: Assessment, model: MaturityModel, item: str, words: NullTranslations
) -> Iterator[str]:
    """What the assessment before says of an item: its level, target, note, and what is still to be done."""
    _ = words.gettext
    workshop = previous.workshop.model_copy(update={"mode": assessment.workshop.mode})
    then = previous.model_copy(update={"workshop": workshop})
    rating, now = then.answer(item), assessment.answer(item).level
    yield _("On {day}: {state}.").format(day=f"{previous.workshop.date}", state=state_text(then, item, words))
    target = target_of(then, item)
    if target is not None:
        met = None if now is None else now >= target
        yield {
            None: _("The target was {level}."),
            True: _("The target of {level} is met."),
            False: _("The target of {level} is not met yet."),
        }[met].format(level=target)
    if rating.note:
        yield _("Note: {text}").format(text=rating.note)
    record = previous.roadmap
    for key, step in ({} if record is None else record.steps).items():
        if step.status in {"done", "dropped"} or key not in model.initiatives:
            continue
        initiative = model.initiatives[key]
        if any(each.practice == item for each in initiative.steps):
            yield _("Still to do: {title}, {status}.").format(
                title=initiative.title, status=status_text(step.status, words)
            )


def _numbered(assessment: Assessment, number: int, item: str, words: NullTranslations) -> str:
    _ = words.gettext
    return _("{number}, {title}: {state}.").format(
        number=number,
        title=clean_line(title_of(assessment.model, item)),
        state=state_text(assessment, item, words),
    )


def _dimension(title: str, result: Result, assessment: Assessment, words: NullTranslations) -> str:
    _ = words.gettext
    if result.level is None:
        return _("{title}: nothing is rated.").format(title=title)
    return _("{title}: level {level}, score {score}, {coverage}.").format(
        title=title,
        level=level_text(assessment.model, result.level),
        score=score_text(result.score),
        coverage=coverage_text(result.coverage, words),
    )


def _agreement(assessment: Assessment, words: NullTranslations) -> str:
    """How many last rounds came out how; only those of five votes and more have a word."""
    _ = words.gettext
    last = [assessment.answer(item).last_votes for item in items_in_scope(assessment)]
    found = Counter(word_of(votes) for votes in last if votes is not None and is_told(votes))
    if not found:
        return ""
    return _("Last rounds of votes: {labels}.").format(
        labels=", ".join(f"{count} {word_text(each, words)}" for each, count in found.most_common())
    )
