"""All that is kept about one practice: its rounds of votes, why its level, evidence, note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import rounds_of
from culture_tui.domain.records import Rating, Round
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.reports.gathering import bars, described
from culture_tui.reports.practices import figures_why, level_why
from culture_tui.reports.votes import movement_text
from culture_tui.reports.wording import confidence_text, evidence_text

Told = tuple[str, tuple[str, ...]]
"""A heading, and the lines under it as they are to stand."""


def practice_story(
    assessment: Assessment, dimension: str, item: str, words: NullTranslations
) -> Iterator[Told]:
    """What to show of a practice (in pulse mode: of a dimension's one question), section by section."""
    _ = words.gettext
    rating = assessment.answer(item)
    yield from _rounds(assessment, rating, words)
    level, counted = level_why(assessment, dimension, item, words)
    yield _("Why"), _bullets([*level, *counted])
    if rating.confidence is not None:
        yield _("Confidence"), (confidence_text(rating.confidence, words),)
    if rating.evidence:
        yield _("Evidence"), _bullets(evidence_text(each, words) for each in rating.evidence)
    if rating.note:
        yield _("Note"), tuple(clean(rating.note).split("\n"))
    figures = figures_why(rating, words)
    if figures:
        yield _("For consultants: the last round"), _bullets(figures)


def _rounds(assessment: Assessment, rating: Rating, words: NullTranslations) -> Iterator[Told]:
    """Each round as bars with their counts, and how the votes moved."""
    _ = words.gettext
    before: Round | None = None
    for number, votes in rounds_of(assessment, rating):
        name = (
            _("Round {number}").format(number=number)
            if number
            else _("Round 0, gathered before the workshop")
        )
        moved = "" if before is None else movement_text(before, votes, words)
        if any(votes):
            lines = (*bars(votes), *([moved] if moved else []))
            yield f"{name}: {described(votes, words)}", lines
        else:
            yield name, (_("Nobody voted."),)
        before = votes


def _bullets(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"· {clean_line(each)}" for each in said)
