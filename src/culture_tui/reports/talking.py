"""Contradictions as conversations: a line to begin one with, and what to ask in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import (
    HEALTHY,
    Contradiction,
    ReportedSymptom,
    Riddle,
    contradictions,
    differing,
    is_finished,
    reported_symptoms,
)
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.scoring import profile
from culture_tui.reports.numbers import score_text
from culture_tui.reports.wording import standing_text, title_of

Section = tuple[str, tuple[str, ...]]
"""A heading, and the sentences under it."""


def talk_line(assessment: Assessment, found: Sequence[Riddle], words: NullTranslations) -> str:
    """The first contradiction on one line, and how many more there are; empty for none."""
    if not found:
        return ""
    _ = words.gettext
    said = _("Worth a talk: {what}").format(what=riddle_text(assessment, found[0], words))
    more = len(found) - 1
    if more:
        said += " " + words.ngettext("and {count} more", "and {count} more", more).format(count=more)
    return said


def riddle_text(assessment: Assessment, riddle: Riddle, words: NullTranslations) -> str:
    """What does not fit together, in a few words with the numbers of now."""
    _ = words.gettext
    if isinstance(riddle, ReportedSymptom):
        template = _("“{symptom}” is seen often, yet all it points to is rated {level} or above")
        return template.format(symptom=riddle.title or riddle.id, level=HEALTHY)
    scores = profile(assessment).dimensions
    return _("{higher} {high} but {lower} {low}").format(
        higher=title_of(assessment.model, riddle.higher),
        high=score_text(scores[riddle.higher].score, words),
        lower=title_of(assessment.model, riddle.lower),
        low=score_text(scores[riddle.lower].score, words),
    )


def talk_sections(assessment: Assessment, model: MaturityModel, words: NullTranslations) -> list[Section]:
    """Every contradiction with why it is one and what to ask; the widest first, then symptoms."""
    linked = contradictions(assessment, profile(assessment))
    pains = [each for each in reported_symptoms(assessment, model.symptoms) if each.unexplained]
    return [
        *(
            (riddle_text(assessment, each, words), tuple(_linked(assessment, model, each, words)))
            for each in linked
        ),
        *(
            (riddle_text(assessment, each, words), tuple(_pain(assessment, model, each, words)))
            for each in pains
        ),
    ]


def _linked(
    assessment: Assessment, model: MaturityModel, each: Contradiction, words: NullTranslations
) -> Iterator[str]:
    _ = words.gettext
    if each.why:
        yield each.why
    if not all(is_finished(assessment, key) for key in (each.higher, each.lower)):
        yield _("Not every practice of the two is settled yet.")
    for item in differing(assessment, each):
        rating = assessment.answer(item)
        read = asked(assessment, model, item)
        question = read.probes[0] if read.probes else read.question or read.title
        yield _("{title} {level}. To ask: {question}").format(
            title=read.title, level=rating.level, question=question
        )


def _pain(
    assessment: Assessment, model: MaturityModel, each: ReportedSymptom, words: NullTranslations
) -> Iterator[str]:
    _ = words.gettext
    pointed = ", ".join(standing_text(assessment, key, words) for key in each.points_to or ())
    yield _("It points to: {practices}.").format(practices=pointed)
    if each.note:
        yield each.note
    if each.id in model.symptoms:
        yield _("To ask: {question}").format(question=model.symptoms[each.id].probe)
