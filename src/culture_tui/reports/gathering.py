"""How votes that were gathered before a workshop are said, the same wherever they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.agreement import FEWEST_VOTES, median
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import VotesFound, gathered_round
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.safe_text import clean_line
from culture_tui.reports.numbers import number_text
from culture_tui.reports.votes import histogram_text, is_told, median_text, word_of, word_text
from culture_tui.reports.wording import title_of, titles

_WIDEST_BAR: Final = 24
_MOST_ON_A_FORM: Final = 8
"""Titles of columns; the command tells all."""


def people_text(people: int, words: NullTranslations) -> str:
    """How many voted before the workshop."""
    _ = words.gettext
    return _("Votes gathered before the workshop: {count}").format(count=people)


def reason_text(words: NullTranslations) -> str:
    """Why a practice does not apply where all who answered say so."""
    _ = words.gettext
    return _("All who voted before the workshop say that it does not apply.")


def before_text(histogram: Sequence[int], words: NullTranslations) -> str:
    """The votes for a practice that were gathered before, in a few words."""
    _ = words.gettext
    counts = histogram_text(histogram)
    if not is_told(histogram):
        return _("before: {counts}").format(counts=counts)
    return _("before: {counts}, median {median}").format(
        counts=counts, median=median_text(median(histogram), words)
    )


def described(histogram: Sequence[int], words: NullTranslations) -> str:
    """How many voted, the middle of their votes, and how far they agree."""
    _ = words.gettext
    count = sum(histogram)
    people = words.ngettext("{count} vote", "{count} votes", count).format(count=count)
    if not is_told(histogram):
        return people
    said = _("{votes}, median {median}, {label}")
    return said.format(
        votes=people, median=median_text(median(histogram), words), label=word_text(word_of(histogram), words)
    )


def bars(histogram: Sequence[int]) -> tuple[str, ...]:
    """A line a level: the level, a bar and the count, which stand below each other."""
    most = max(histogram)
    lengths = [-(-count * min(most, _WIDEST_BAR) // most) if most else 0 for count in histogram]
    digits, numbers = len(str(len(histogram))), max(len(str(count)) for count in histogram)
    widest = max(lengths)
    return tuple(
        f"{level:<{digits}} │ {'■' * length:<{widest}} {count:>{numbers}}"
        for level, (count, length) in enumerate(zip(histogram, lengths, strict=True), start=1)
    )


def aloud(histogram: Sequence[int], words: NullTranslations) -> str:
    """The votes for a practice that were gathered before, to be listened to."""
    _ = words.gettext
    return _("Gathered before: {described}; {counts}").format(
        described=described(histogram, words), counts=counts_aloud(histogram, words)
    )


def counts_aloud(histogram: Sequence[int], words: NullTranslations) -> str:
    """How many voted for each level that somebody voted for, to be listened to."""
    _ = words.gettext
    return ", ".join(
        _("level {level}: {count}").format(level=level, count=count)
        for level, count in enumerate(histogram, start=1)
        if count
    )


def found_lines(found: VotesFound, model: ModelSkeleton, words: NullTranslations) -> Iterator[str]:
    """All that is to be told of a file of votes, a line each."""
    _ = words.gettext
    votes = found.votes
    yield people_text(votes.people, words)
    yield _covered(found, model, words)
    if found.left_out:
        yield _("Columns left out, because no practice is called so: {titles}").format(
            titles=_quoted(found.left_out)
        )
        yield _("--ignore TITLE says that a column is left out on purpose.")
    for template, practices in (
        (_("Practices without a column: {titles}"), found.without_column),
        (_("Practices that nobody answered: {titles}"), found.unanswered),
        (_("Not applicable, as all say who answered: {titles}"), votes.not_applicable),
    ):
        if practices:
            yield template.format(titles=clean_line(titles(model, practices)))
    if found.said_not_applicable:
        yield _("Some say that it does not apply: {practices}").format(
            practices=", ".join(
                _("{title} ({count} of {answered})").format(
                    title=title_of(model, key), count=count, answered=answered
                )
                for key, count, answered in found.said_not_applicable
            )
        )
    if found.concordance is not None and found.complete >= FEWEST_VOTES:
        said = _("Kendall's W of the {count} who gave a level to every practice asked: {w}. It is not kept.")
        yield said.format(count=found.complete, w=number_text(f"{found.concordance:.2f}", words))


def accepted_lines(assessment: Assessment, words: NullTranslations) -> Iterator[str]:
    """How many medians stand as agreed levels, and between how many the votes are apart."""
    _ = words.gettext
    medians = [
        median(votes)
        for key, rating in assessment.ratings.items()
        if rating.level is not None and (votes := gathered_round(assessment, key)) is not None
    ]
    if medians:
        yield _(
            "Lower medians taken as agreed levels: {count}, {apart} of them from middle votes apart"
        ).format(count=len(medians), apart=sum("|" in each for each in medians))


def found_text(found: VotesFound, model: ModelSkeleton, words: NullTranslations) -> str:
    """The same on as little room as a form has."""
    _ = words.gettext
    said = [people_text(found.votes.people, words), _covered(found, model, words)]
    if found.left_out:
        more = ", …" if len(found.left_out) > _MOST_ON_A_FORM else ""
        titles_told = _quoted(found.left_out[:_MOST_ON_A_FORM]) + more
        said.append(_("Left out: {titles}").format(titles=titles_told))
    return " · ".join(said)


def _covered(found: VotesFound, model: ModelSkeleton, words: NullTranslations) -> str:
    _ = words.gettext
    template = _("Practices with votes: {count} of {total}")
    return template.format(count=len(found.votes.rounds), total=len(model.practices))


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f"“{column}”" for column in columns)
