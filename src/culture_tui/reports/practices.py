"""Why a practice stands where it stands: the level and its rounds of votes, the target, the weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from itertools import chain, pairwise

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import rounds_of
from culture_tui.domain.records import Rating, Round
from culture_tui.domain.roadmap import target_of
from culture_tui.domain.rounds import needs_reason
from culture_tui.domain.scoring import items_of
from culture_tui.reports.numbers import short_text
from culture_tui.reports.votes import figures_texts, last_votes, median_text, movement_text, round_text
from culture_tui.reports.wording import level_text, title_of


def practices_why(
    assessment: Assessment, dimension: str, words: NullTranslations
) -> Iterator[tuple[str, list[str]]]:
    """Title and sentences for each practice of a dimension; in pulse mode for its one question."""
    _ = words.gettext
    for key, _weight_of, _rating in items_of(assessment, dimension):
        pulse = assessment.workshop.mode == "pulse"
        title = _("The one question") if pulse else title_of(assessment.model, key)
        yield title, practice_why(assessment, dimension, key, words)


def practice_why(assessment: Assessment, dimension: str, key: str, words: NullTranslations) -> list[str]:
    """The sentences for one of a dimension's practices; in pulse mode for its one question."""
    rating = assessment.answer(key)
    level, counted = level_why(assessment, dimension, key, words)
    return [*level, *_votes(rounds_of(assessment, rating), words), *figures_why(rating, words), *counted]


def level_why(
    assessment: Assessment, dimension: str, key: str, words: NullTranslations
) -> tuple[list[str], list[str]]:
    """Why a practice has its level; and what it is aimed at and how much it counts for."""
    weight, rating = next((w, rating) for item, w, rating in items_of(assessment, dimension) if item == key)
    level = list(_level(assessment, rating, rounds_of(assessment, rating), words))
    if assessment.workshop.mode == "pulse":
        return level, []
    return level, [*_target(assessment, key, words), _weight(assessment, dimension, weight, words)]


def figures_why(rating: Rating, words: NullTranslations) -> list[str]:
    """The figures of the last round, for consultants; nothing where nobody voted."""
    votes = last_votes(rating)
    return [] if votes is None else list(figures_texts(votes, words))


def _level(
    assessment: Assessment, rating: Rating, rounds: Sequence[tuple[int, Round]], words: NullTranslations
) -> Iterator[str]:
    """The agreed level, and how it relates to the votes."""
    _ = words.gettext
    votes = last_votes(rating)
    if rating.level is None:
        yield _without_level(rating, words)
        return
    yield _("Agreed level: {level}.").format(level=level_text(assessment.model, rating.level))
    if votes is None:
        yield _("No votes were kept for it.")
        return
    median = median_text(votes.median, words)
    if rounds[-1][0] == 0 and votes.median.partition("|")[0] == f"{rating.level}":
        template = (
            _("It is the lower of the middle votes gathered before, {median}; the room has held no round.")
            if "|" in votes.median
            else _("It is the median of the votes gathered before; the room has held no round.")
        )
        yield template.format(median=median)
        return
    if votes.median == f"{rating.level}":
        yield _("It is the median of the last round.")
    elif "|" in votes.median:
        yield _(
            "The middle votes of the last round are apart, {median}; the group agreed on {level}."
        ).format(median=median, level=rating.level)
    else:
        yield _("It is not the median of the last round, which is {median}.").format(median=median)
    if rating.reason:
        yield _("The reason that was kept: {reason}").format(reason=rating.reason)
    elif needs_reason(votes.histogram, rating.level):
        yield _("No reason for that was kept.")


def _without_level(rating: Rating, words: NullTranslations) -> str:
    _ = words.gettext
    if rating.not_applicable is not None:
        return _("Not applicable, so it counts for nothing: {reason}").format(reason=rating.not_applicable)
    if rating.left_open == "split":
        return _("Left open: the votes stayed split, so it has no level and counts for nothing.")
    if rating.left_open == "parked":
        return _("Left open: parked for later, so it has no level yet and counts for nothing.")
    return _("Not rated, so it counts for nothing: neither as a zero nor as the lowest level.")


def _votes(rounds: Sequence[tuple[int, Round]], words: NullTranslations) -> Iterator[str]:
    """Every round, and how the votes moved."""
    moved = (movement_text(before, after, words) for (_, before), (_, after) in pairwise(rounds))
    for (number, histogram), movement in zip(rounds, chain([""], moved), strict=False):
        yield " ".join(part for part in (round_text(number, histogram, words), movement) if part)


def _target(assessment: Assessment, key: str, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    target, rating = target_of(assessment, key), assessment.rating(key)
    if target is None:
        return
    if rating.target is not None:
        yield _("Target: {target}, as the group chose.").format(target=target)
    elif rating.level == assessment.model.top:
        yield _("Target: {target}, the highest level, which it holds.").format(target=target)
    else:
        yield _("Target: {target}, the next level up, since nobody chose one.").format(target=target)


def _weight(assessment: Assessment, dimension: str, weight: float, words: NullTranslations) -> str:
    _ = words.gettext
    title = title_of(assessment.model, dimension)
    weights = [each for _key, each, _rating in items_of(assessment, dimension)]
    if len(weights) == 1:
        return _("Weight: it is the only practice of {dimension}.").format(dimension=title)
    if len(set(weights)) == 1:
        return _("Weight: it counts as much as each other practice of {dimension}.").format(dimension=title)
    return _("Weight: {weight} of {total} in {dimension}.").format(
        weight=short_text(weight, words),
        total=short_text(sum(weights), words),
        dimension=title,
    )
