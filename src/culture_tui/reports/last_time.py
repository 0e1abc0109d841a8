"""The assessment before this one, said beside a question: a line to glance at, and all of it to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import rounds_of
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.previous import LastTime, OpenStep
from culture_tui.domain.records import Rating, Round
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.reports.dates import month_text
from culture_tui.reports.gathering import bars
from culture_tui.reports.roadmap import status_text
from culture_tui.reports.votes import round_text
from culture_tui.reports.wording import evidence_text, level_text, quarter_text

Section = tuple[str, tuple[str, ...]]
"""A heading, and the sentences under it."""


@dataclass(frozen=True, slots=True)
class Told:
    """The last time in full."""

    opening: tuple[str, ...]
    sections: tuple[Section, ...]


def last_time_line(last: LastTime, level: int | None, words: NullTranslations) -> str:
    """The last time on one line: level, target, whether it is met by the level now, what is still open."""
    _ = words.gettext
    said = _("Last time ({month}): {stood}").format(
        month=month_text(last.day, words), stood=_stood(last.rating, words)
    )
    if last.target is not None:
        said += ", " + _target(last, level, words)
    if last.open_steps:
        first, *more = last.open_steps
        said += " · " + _("open step: “{title}”").format(title=clean_line(first.title))
        if more:
            said += " " + words.ngettext("and {count} more", "and {count} more", len(more)).format(
                count=len(more)
            )
    return said


def last_time_told(previous: Assessment, last: LastTime, level: int | None, words: NullTranslations) -> Told:
    """All that was kept the last time, for the facilitator: words, evidence, votes, what was planned."""
    _ = words.gettext
    rating, model = last.rating, previous.model
    stood = _level(rating, model, words)
    if last.target is not None:
        stood += " · " + _target(last, level, words)
    opening = [f"{clean_line(previous.title)} · {last.day}", stood]
    if rating.reason:
        opening.append(_("Why this level: {reason}").format(reason=clean_line(rating.reason)))
    sections = [
        (_("Note"), tuple(clean(rating.note).split("\n")) if rating.note else ()),
        (_("Evidence"), tuple(evidence_text(each, words) for each in rating.evidence)),
        (_("Votes"), tuple(_votes(previous, rating, words))),
        (_("Open steps"), tuple(" · ".join(step_parts(previous, each, words)) for each in last.open_steps)),
    ]
    return Told(tuple(opening), tuple((heading, said) for heading, said in sections if said))


def _stood(rating: Rating, words: NullTranslations) -> str:
    """How it stood, in a word."""
    _ = words.gettext
    if rating.level is not None:
        return f"{rating.level}"
    if rating.not_applicable is not None:
        return _("not applicable")
    if rating.left_open is not None:
        return {"split": _("split"), "parked": _("parked")}[rating.left_open]
    return _("not rated")


def _level(rating: Rating, model: ModelSkeleton, words: NullTranslations) -> str:
    _ = words.gettext
    if rating.level is not None:
        return _("Rated {level}").format(level=level_text(model, rating.level))
    if rating.not_applicable is not None:
        return _("Not applicable: {reason}").format(reason=clean_line(rating.not_applicable))
    if rating.left_open is not None:
        return {"split": _("Split: no level agreed"), "parked": _("Parked for later")}[rating.left_open]
    return _("Not rated")


def _target(last: LastTime, level: int | None, words: NullTranslations) -> str:
    _ = words.gettext
    template = {
        None: _("target {level}"),
        True: _("target {level} met"),
        False: _("target {level} not met yet"),
    }[last.is_met(level)]
    return template.format(level=last.target)


def newest_round(previous: Assessment, rating: Rating) -> list[tuple[int, Round]]:
    """The last round in which somebody voted, with its number; none where nobody did."""
    return [each for each in rounds_of(previous, rating) if any(each[1])][-1:]


def _votes(previous: Assessment, rating: Rating, words: NullTranslations) -> Iterator[str]:
    """The last round with its bars."""
    for number, votes in newest_round(previous, rating):
        yield "\n  ".join([round_text(number, votes, words), *bars(votes)])


def step_parts(previous: Assessment, each: OpenStep, words: NullTranslations) -> list[str]:
    """What is still to be done: its title, when, how it stands, who leads it, when it is due."""
    _ = words.gettext
    said = [clean_line(each.title)]
    if previous.roadmap is not None:
        said.append(quarter_text(previous.roadmap.start, each.step.quarter, words))
    said.append(status_text(each.step.status, words))
    if each.step.owner:
        said.append(_("led by {owner}").format(owner=clean_line(each.step.owner)))
    if each.step.due is not None:
        said.append(_("due {day}").format(day=each.step.due))
    return said
