"""What is still open in a workshop: recorded as split, parked, or not rated yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import Progress, is_answered, items_in_scope, left_open
from culture_tui.domain.rounds import last_held, rounds_held
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Quote
from culture_tui.reports.rounds import counts_text, votes_text
from culture_tui.reports.votes import round_text
from culture_tui.reports.wording import item_title


@dataclass(frozen=True, slots=True)
class OpenRow:
    """Something to come back to."""

    title: str

    said: str = ""
    """What is known about it in a few words."""

    item: str | None = None
    """What is asked there; None where the row leads nowhere."""

    told: tuple[str, ...] = ()
    """What there is to read about it, where it leads to no question."""


@dataclass(frozen=True, slots=True)
class OpenSection:
    """Rows of one kind under a heading."""

    heading: str
    rows: tuple[OpenRow, ...]


def progress_text(come: Progress, words: NullTranslations) -> str:
    """How many are answered of how many, and how many were left open, if any: `7 of 36 · 2 open`."""
    _ = words.gettext
    return _with_open(_("{done} of {total}"), come, words)


def answered_text(come: Progress, words: NullTranslations) -> str:
    """The same where there is room to say what is counted."""
    _ = words.gettext
    return _with_open(_("{done} of {total} answered"), come, words)


def _with_open(template: str, come: Progress, words: NullTranslations) -> str:
    said = template.format(done=come.answered, total=come.total)
    if not come.open:
        return said
    left = words.ngettext("{count} open", "{count} open", come.open).format(count=come.open)
    return f"{said} · {left}"


def open_sections(assessment: Assessment, words: NullTranslations) -> list[OpenSection]:
    """What is split, what is parked, and what nobody has rated, in the order of asking."""
    _ = words.gettext
    unrated = [key for key in items_in_scope(assessment) if not is_answered(assessment, key)]
    listed = [
        (_("Split"), _left(assessment, "split")),
        (_("Parked"), _left(assessment, "parked")),
        (_("Not rated yet"), unrated),
    ]
    return [
        OpenSection(f"{heading} ({len(items)})", tuple(_row(assessment, item, words) for item in items))
        for heading, items in listed
        if items
    ]


def open_document(assessment: Assessment, words: NullTranslations) -> Document:
    """What is still open, as a page of its own."""
    _ = words.gettext
    unrated = [key for key in items_in_scope(assessment) if not is_answered(assessment, key)]
    blocks: list[Block] = [Heading(1, assessment.title), *left_open_blocks(assessment, words)]
    if unrated:
        blocks += [
            Heading(2, _("Not rated yet")),
            Bullets(tuple(item_title(assessment, key) for key in unrated)),
        ]
    elif not left_open(assessment):
        blocks.append(Paragraph(_("Nothing is open.")))
    return tuple(blocks)


def left_open_word(how: Literal["split", "parked"], words: NullTranslations) -> str:
    """What stands in place of a level."""
    _ = words.gettext
    return {"split": _("split"), "parked": _("parked")}[how]


def left_open_blocks(assessment: Assessment, words: NullTranslations) -> Iterator[Block]:
    """What is left open on purpose, each with its votes and its note."""
    _ = words.gettext
    items = left_open(assessment)
    if not items:
        return
    yield Heading(2, _("Left open"))
    for item in items:
        rating = assessment.answer(item)
        if rating.left_open is None:
            continue
        template = (
            _("{title}: split, no level agreed")
            if rating.left_open == "split"
            else _("{title}: parked for later")
        )
        yield Heading(3, template.format(title=item_title(assessment, item)))
        rounds = tuple(round_text(number, votes, words) for number, votes in rounds_held(assessment, item))
        yield Bullets(rounds) if rounds else Paragraph(_("No votes were kept for it."))
        if rating.note:
            yield Quote(rating.note)


def _left(assessment: Assessment, how: Literal["split", "parked"]) -> list[str]:
    return [item for item in left_open(assessment) if assessment.answer(item).left_open == how]


def _row(assessment: Assessment, item: str, words: NullTranslations) -> OpenRow:
    _ = words.gettext
    votes, rating = last_held(assessment, item), assessment.answer(item)
    said = [] if votes is None else [votes_text(sum(votes), words), counts_text(votes)]
    if rating.note:
        said.append(_("note"))
    return OpenRow(item_title(assessment, item), " · ".join(said), item)
