"""Votes in words: what to call a round in the room, and how far a group agreed.

Below five votes there are no words, only the histogram: any word would say more than it knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final, Literal

from culture_tui.domain.agreement import (
    FEWEST_VOTES,
    MOST_VOTES_FOR_EXACT_P,
    Agreement,
    Band,
    Label,
    agreement,
    band,
    is_even,
    label,
    p_slight_skew,
)
from culture_tui.domain.records import Rating
from culture_tui.reports.numbers import NOTHING, number_text

Word = Label | Literal["even"]
"""What a round is called: its label, or that its votes are spread evenly."""

_LEAST_CHANCE: Final = 0.001
"""What is rarer than this is only said to be rarer."""

_SIXTH: Final = 6
"""The usual bound of AD is the number of levels divided by this (Burke & Dunlap 2002)."""


def last_votes(rating: Rating) -> Agreement | None:
    """The figures of the last round in which somebody voted; None where there is none."""
    return None if rating.last_votes is None else agreement(rating.last_votes)


def is_told(histogram: Sequence[int]) -> bool:
    """Whether so many voted that words may be used for it."""
    return sum(histogram) >= FEWEST_VOTES


def histogram_text(histogram: Sequence[int]) -> str:
    """How many voted for each level, the lowest level first: `0 2 5 1 0`."""
    return " ".join(map(str, histogram))


def range_text(histogram: Sequence[int]) -> str:
    """The lowest and the highest level that somebody voted: `2–4`."""
    voted = [level for level, count in enumerate(histogram, start=1) if count]
    return f"{voted[0]}" if voted[0] == voted[-1] else f"{voted[0]}–{voted[-1]}"


def median_text(median: str, words: NullTranslations) -> str:
    """The median as it is said: both middle votes where they are apart."""
    _ = words.gettext
    low, _bar, high = median.partition("|")
    return _("{low} and {high}").format(low=low, high=high) if high else low


def word_of(histogram: Sequence[int]) -> Word:
    """What to call a round in words: its label, but for one in which no two camps can be told."""
    return "even" if is_even(histogram) else label(histogram)


def word_text(word: Word, words: NullTranslations) -> str:
    """The word for a round in the room."""
    _ = words.gettext
    return {
        "agreed": _("all agreed"),
        "adjacent": _("neighbouring levels"),
        "spread": _("spread"),
        "split": _("split in two"),
        "even": _("spread evenly"),
    }[word]


def band_text(name: Band, words: NullTranslations) -> str:
    """What r_WG is called."""
    _ = words.gettext
    return {
        "lack": _("lack of agreement"),
        "weak": _("weak agreement"),
        "moderate": _("moderate agreement"),
        "strong": _("strong agreement"),
        "very strong": _("very strong agreement"),
    }[name]


def certainty_text(histogram: Sequence[int], words: NullTranslations) -> str:
    """How strongly the votes agree, where so many people can tell; empty below five votes."""
    if not is_told(histogram):
        return ""
    _ = words.gettext
    name = band(histogram)
    if name is not None:
        return band_text(name, words)
    if sum(histogram) > MOST_VOTES_FOR_EXACT_P:
        return _("no more than chance may bring")
    return _("too few people to tell")


def agreement_text(votes: Agreement, words: NullTranslations) -> str:
    """The room's word and how strongly it agrees, on one line; empty below five votes."""
    if not is_told(votes.histogram):
        return ""
    return f"{word_text(word_of(votes.histogram), words)}, {certainty_text(votes.histogram, words)}"


def round_text(number: int, histogram: Sequence[int], words: NullTranslations) -> str:
    """A round with its votes and, from five votes on, what to call it; 0 was gathered before."""
    _ = words.gettext
    votes = agreement(histogram)
    name = _("Round {number}").format(number=number) if number else _("Round 0, gathered before the workshop")
    if votes is None:
        return _("{round}: nobody voted.").format(round=name)
    said = words.ngettext(
        "{round}: {histogram} ({count} vote, from the lowest level to the highest)",
        "{round}: {histogram} ({count} votes, from the lowest level to the highest)",
        votes.n,
    ).format(round=name, histogram=histogram_text(histogram), count=votes.n)
    if not is_told(histogram):
        return f"{said}."
    told = _("{label}, median {median}, range {range}").format(
        label=word_text(word_of(votes.histogram), words),
        median=median_text(votes.median, words),
        range=range_text(histogram),
    )
    return f"{said}: {told}."


def movement_text(before: Sequence[int], after: Sequence[int], words: NullTranslations) -> str:
    """What changed from one round to the next; empty where either has fewer than five votes."""
    _ = words.gettext
    earlier, later = agreement(before), agreement(after)
    if earlier is None or later is None or not (is_told(before) and is_told(after)):
        return ""
    if tuple(before) == tuple(after):
        return _("The votes did not move.")
    return _(
        "The median went from {median} to {later_median}, the range from {range} to {later_range}."
    ).format(
        median=median_text(earlier.median, words),
        later_median=median_text(later.median, words),
        range=range_text(before),
        later_range=range_text(after),
    )


def figures_texts(votes: Agreement, words: NullTranslations) -> list[str]:
    """The figures of a round, each with what it says; one sentence below five votes."""
    _ = words.gettext
    if not is_told(votes.histogram):
        return [_("With fewer than 5 votes look at the votes only: any figure says more than it knows.")]
    said = [
        _("Agreement (r_WG): {figure}, where 0 is chance and 1 is all the same: {certainty}.").format(
            figure=_figure(votes.rwg, words), certainty=certainty_text(votes.histogram, words)
        )
    ]
    if votes.rwg_star is not None and votes.rwg_star < 0:
        said.append(
            _("Without its floor r_WG is {figure}: below 0 there are two camps.").format(
                figure=_figure(votes.rwg_star, words)
            )
        )
    return [*said, _chance_text(votes, words), *_other_figures(votes, words)]


def _other_figures(votes: Agreement, words: NullTranslations) -> list[str]:
    """What consultants ask for beside r_WG."""
    _ = words.gettext
    near_end = _("a_WG, which allows for a mean near an end of the scale: {figure}.")
    undefined = _("a_WG is not defined here: the mean is too near an end of the scale.")
    return [
        _(
            "On average a vote lies {mean} levels from the mean and {median} from the middle (AD); "
            "up to {bound} is usual where people agree."
        ).format(
            mean=_figure(votes.ad_mean, words),
            median=_figure(votes.ad_median, words),
            bound=number_text(f"{len(votes.histogram) / _SIXTH:.2f}", words),
        ),
        undefined if votes.awg is None else near_end.format(figure=_figure(votes.awg, words)),
        _(
            "Consensus: {figure}, where 1 is all the same and 0 is two equal camps at the ends of the scale."
        ).format(figure=_figure(votes.consensus, words)),
    ]


def _chance_text(votes: Agreement, words: NullTranslations) -> str:
    _ = words.gettext
    if votes.p_uniform is None:
        return _("With more than 40 votes the chance is not worked out, only bounded: {certainty}.").format(
            certainty=certainty_text(votes.histogram, words)
        )
    said = _("Chance: people who vote at random agree at least so well with {p}").format(
        p=_p(votes.p_uniform, words)
    )
    skewed = p_slight_skew(votes.histogram)
    if skewed is None:
        return f"{said}."
    return _("{said}; people who lean to the upper levels, with {p}.").format(said=said, p=_p(skewed, words))


def _figure(figure: float | None, words: NullTranslations) -> str:
    return NOTHING if figure is None else number_text(f"{figure:.3f}", words)


def _p(chance: float, words: NullTranslations) -> str:
    said = f"p < {_LEAST_CHANCE}" if chance < _LEAST_CHANCE else f"p = {chance:.3f}"
    return number_text(said, words)
