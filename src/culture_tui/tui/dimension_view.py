"""A dimension's practices as lines: level, target, gap, how the room voted, and what else was kept."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating
from culture_tui.domain.roadmap import gap_of, target_of
from culture_tui.domain.scoring import Profile, items_of
from culture_tui.language import _, interface_words, ngettext
from culture_tui.reports.charts import mark_text
from culture_tui.reports.numbers import NOTHING
from culture_tui.reports.story import Told, practice_story
from culture_tui.reports.votes import is_told, word_of, word_text
from culture_tui.reports.whole import dimension_lines
from culture_tui.reports.wording import title_of
from culture_tui.tui.profile_view import Row
from culture_tui.tui.widgets.lines import at_right, padded

_LEAST_NUMBERS: Final = (6, 7, 5)
"""Cells of the columns level, target, gap; more where their names are longer."""

_KEPT: Final = 10
_VOTES: Final = 21
_LEAST_NAME: Final = 12


def about_dimension(assessment: Assessment, found: Profile, dimension: str) -> list[str]:
    """What the dimension holds, and what holds it back."""
    return dimension_lines(assessment, found, dimension, interface_words())


def practice_header(width: int) -> str:
    """The names of the columns."""
    name, votes = _widths(width)
    return padded("", name) + _numbers(*_names()) + _tail(_("votes"), _("kept"), votes)


def practice_rows(assessment: Assessment, dimension: str, width: int) -> list[Row]:
    """A line for each practice of the dimension; in pulse mode for its one question."""
    name, votes = _widths(width)
    listed = []
    for item, _weight, rating in items_of(assessment, dimension):
        target, gap = target_of(assessment, item), gap_of(assessment, item)
        numbers = _numbers(mark_text(rating), _number(target), _number(gap))
        text = padded(item_title(assessment, item), name) + numbers
        listed.append(Row(item, text + _tail(_votes(rating), _kept(rating), votes), is_part=False))
    return listed


def item_title(assessment: Assessment, item: str) -> str:
    """What a line is called: a practice's title, in pulse mode that it is the one question."""
    pulse = assessment.workshop.mode == "pulse"
    return _("The one question") if pulse else title_of(assessment.model, item)


def story(assessment: Assessment, dimension: str, item: str) -> list[Told]:
    """All that is kept about a practice, section by section."""
    return list(practice_story(assessment, dimension, item, interface_words()))


def _widths(width: int) -> tuple[int, int]:
    room = width - sum(_cells()) - _KEPT
    votes = min(_VOTES, max(0, room - _LEAST_NAME))
    return room - votes, votes


def _names() -> tuple[str, ...]:
    return _("level"), _("target"), _("gap")


def _cells() -> list[int]:
    named = zip(_names(), _LEAST_NUMBERS, strict=True)
    return [max(least, cell_len(name) + 1) for name, least in named]


def _numbers(*texts: str) -> str:
    return "".join(at_right(text, cells) for text, cells in zip(texts, _cells(), strict=True))


def _tail(votes: str, kept: str, wide: int) -> str:
    return f"  {padded(votes, wide - 1)} {padded(kept, _KEPT - 2)}"


def _number(value: int | None) -> str:
    return NOTHING if value is None else str(value)


def _votes(rating: Rating) -> str:
    """How the last round came out, in a word from five votes on."""
    votes = rating.last_votes
    if votes is None:
        return NOTHING
    if is_told(votes):
        return word_text(word_of(votes), interface_words())
    return ngettext("{count} vote", "{count} votes", sum(votes)).format(count=sum(votes))


def _kept(rating: Rating) -> str:
    """Whether there is a note or evidence to read."""
    if rating.note:
        return _("note") + (" +" if rating.evidence else "")
    return _("evidence") if rating.evidence else ""
