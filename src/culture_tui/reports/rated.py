"""What was rated, one by one: practices, in pulse mode the questions, each with votes, notes and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.records import Rating
from culture_tui.domain.roadmap import target_of
from culture_tui.reports.document import Block, Bullets, Heading, Paragraph, Quote, Table
from culture_tui.reports.left_open import left_open_word
from culture_tui.reports.numbers import NOTHING
from culture_tui.reports.votes import agreement_text, histogram_text, last_votes
from culture_tui.reports.wording import level_text, sure_text, title_of


def practices_blocks(assessment: Assessment, words: NullTranslations) -> Iterator[Block]:
    """A table of all that was asked, then the words about each: its note, its evidence, its reasons."""
    _ = words.gettext
    pulse = assessment.workshop.mode == "pulse"
    yield Heading(2, _("Questions") if pulse else _("Practices"))
    order = items_in_scope(assessment)
    rows = tuple(_practice_row(assessment, key, words) for key in order)
    header = (
        _("Dimension") if pulse else _("Practice"),
        _("Level"),
        _("Target"),
        _("Votes"),
        _("Median"),
        _("Agreement"),
    )
    yield Table(header, rows, frozenset({2, 4}))
    told = [key for key in order if _has_words(assessment.answer(key))]
    if told:
        yield Heading(2, _("Notes and evidence"))
    for key in told:
        yield Heading(3, title_of(assessment.model, key))
        yield from _told(assessment.answer(key), words)


def _practice_row(assessment: Assessment, key: str, words: NullTranslations) -> tuple[str, ...]:
    _ = words.gettext
    rating = assessment.answer(key)
    votes = last_votes(rating)
    target = target_of(assessment, key)
    level = level_text(assessment.model, rating.level)
    if rating.not_applicable is not None:
        level = _("not applicable")
    elif rating.left_open is not None:
        level = left_open_word(rating.left_open, words)
    return (
        title_of(assessment.model, key),
        level,
        NOTHING if target is None else f"{target}",
        NOTHING if votes is None else histogram_text(votes.histogram),
        NOTHING if votes is None else votes.median,
        NOTHING if votes is None else agreement_text(votes, words) or NOTHING,
    )


def _has_words(rating: Rating) -> bool:
    sure = rating.confidence is not None and rating.level is not None
    return bool(rating.note or rating.evidence or rating.not_applicable or rating.reason or sure)


def _told(rating: Rating, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    if rating.not_applicable is not None:
        yield Paragraph(_("Not applicable, because:"))
        yield Quote(rating.not_applicable)
    if rating.reason:
        yield Paragraph(_("Why not the median:"))
        yield Quote(rating.reason)
    if rating.confidence is not None and rating.level is not None:
        yield Paragraph(sure_text(rating.confidence, words))
    if rating.note:
        yield Quote(rating.note)
    if rating.evidence:
        items = (
            " · ".join(part for part in (item.text, item.link, f"{item.date or ''}") if part)
            for item in rating.evidence
        )
        yield Bullets(tuple(_("Evidence: {text}").format(text=item) for item in items))
