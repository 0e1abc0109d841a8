"""A sentence each on the whole, how far the room agreed and what it left open, and on a dimension."""

from __future__ import annotations

from collections import Counter
from gettext import NullTranslations
from typing import Final, get_args

from culture_tui.domain.agreement import FEWEST_VOTES, Label
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.scoring import Profile
from culture_tui.reports.numbers import score_text
from culture_tui.reports.votes import Word, is_told, word_of, word_text
from culture_tui.reports.wording import coverage_text, gate_text, level_text, titles

_WORDS: Final[tuple[Word, ...]] = (*get_args(Label), "even")


def agreement_line(assessment: Assessment, words: NullTranslations) -> str:
    """How many last rounds came out in which way; empty where nobody voted.

    Rounds of fewer than five votes are only counted.
    """
    _ = words.gettext
    ratings = [assessment.answer(item) for item in items_in_scope(assessment)]
    rounds = [votes for rating in ratings if (votes := rating.last_votes) is not None]
    named = Counter(word_of(votes) for votes in rounds if is_told(votes))
    said = [
        _("{count} {label}").format(label=word_text(name, words), count=named[name])
        for name in _WORDS
        if named[name]
    ]
    few = sum(not is_told(votes) for votes in rounds)
    if few:
        said.append(_("{count} of fewer than {bound} votes").format(bound=FEWEST_VOTES, count=few))
    return _("Last rounds of votes: {counts}.").format(counts=", ".join(said)) if said else ""


def left_open_line(assessment: Assessment, words: NullTranslations) -> str:
    """How many practices have no level because the votes stayed split, or are parked; empty for none."""
    _ = words.gettext
    open_ones = Counter(assessment.answer(item).left_open for item in items_in_scope(assessment))
    said = [
        text.format(count=count)
        for text, count in (
            (_("split {count}"), open_ones["split"]),
            (_("parked {count}"), open_ones["parked"]),
        )
        if count
    ]
    return _("Left open: {counts}.").format(counts=", ".join(said)) if said else ""


def dimension_lines(
    assessment: Assessment, found: Profile, dimension: str, words: NullTranslations
) -> list[str]:
    """What a dimension holds and what holds it back."""
    _ = words.gettext
    model, result = assessment.model, found.dimensions.get(dimension)
    if result is None:
        return [_("The workshop does not talk about this dimension.")]
    if result.level is None:
        return [_("Nothing is rated here, so there is no score and no level.")]
    said = [
        _("It holds level {level} of {top}, score {score}; {coverage}.").format(
            level=level_text(model, result.level),
            top=model.top,
            score=score_text(result.score, words),
            coverage=coverage_text(result.coverage, words),
        )
    ]
    holders = [key for key in result.held_back_by if key != dimension]
    if holders:
        said.append(_("Held back by: {titles}.").format(titles=titles(model, holders)))
    return [
        *said,
        *(gate_text(model, hold, words) for hold in found.overall.gates if hold.gate.dimension == dimension),
    ]
