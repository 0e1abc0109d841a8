"""A practice of an open workshop as its card shows it, in words."""

from __future__ import annotations

from collections.abc import Iterator

from culture_tui.domain.agreement import middle_votes
from culture_tui.domain.asking import Asked, asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import groups_in_scope
from culture_tui.domain.records import Rating, Round
from culture_tui.domain.roadmap import target_of
from culture_tui.domain.rounds import another_view, last_held, most_voted, rounds_held, told_before
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.language import _, interface_words, ngettext
from culture_tui.reports.gathering import bars, before_text, described
from culture_tui.reports.rounds import held_text
from culture_tui.reports.wording import confidence_text, evidence_text, level_text
from culture_tui.tui.footing import State
from culture_tui.tui.widgets.card_layout import CardView


def card_view(
    assessment: Assessment, model: MaturityModel, practice: str, state: State = "card", before: str = ""
) -> CardView:
    """What the card of a practice shows; the cursor on the level rated, else on the lowest.

    While the room looks at its votes, the levels that they are about are marked.

    Args:
        assessment: as it stands.
        model: the texts to read aloud.
        practice: what is asked.
        state: what the room does.
        before: what the last time was about it, on one line.
    """
    read, rating = asked(assessment, model, practice), assessment.answer(practice)
    votes = last_held(assessment, practice) if state == "revealed" else None
    siblings = next(items for items in groups_in_scope(assessment).values() if practice in items)
    return CardView(
        path=f"{read.group} › {read.title}",
        position=f"{siblings.index(practice) + 1} / {len(siblings)}",
        question=clean(read.question or read.title),
        levels=tuple((clean_line(name), clean(text)) for name, text in read.levels),
        cursor=rating.level or (_middle(assessment, practice) if state == "revealed" else 1),
        chosen=rating.level,
        target=target_of(assessment, practice),
        status=status_text(assessment, practice, state),
        before=before,
        extras=_extras(assessment, read),
        practice=practice,
        most=() if votes is None else most_voted(votes),
        other=None if votes is None else another_view(votes),
    )


def status_text(assessment: Assessment, practice: str, state: State = "card") -> str:
    """What the group has settled about a practice, on one line; no digit rates while the room votes."""
    model, rating = assessment.model, assessment.answer(practice)
    if rating.not_applicable is not None:
        said = [_("Not applicable: {reason}").format(reason=clean_line(rating.not_applicable))]
        return " · ".join([*said, *_votes(assessment, practice, state)])
    if rating.level is None:
        said = [_unrated(assessment, rating) if state == "card" else _("Not rated yet")]
    else:
        said = [_("Rated {level}").format(level=level_text(model, rating.level))]
    said += _votes(assessment, practice, state)
    if state == "revealed":
        said += _legend(assessment, practice)
    target = target_of(assessment, practice)
    if target is not None:
        said.append(_target_text(rating, target))
    if rating.confidence is not None and rating.level is not None:
        said.append(confidence_text(rating.confidence, interface_words()))
    if rating.note:
        said.append(_("note"))
    if rating.evidence:
        count = len(rating.evidence)
        said.append(
            ngettext("{count} piece of evidence", "{count} pieces of evidence", count).format(count=count)
        )
    return " · ".join(said)


def _votes(assessment: Assessment, practice: str, state: State) -> list[str]:
    """The newest votes of the room, or those gathered before it, unless the panel shows them."""
    words = interface_words()
    held, gathered = rounds_held(assessment, practice), told_before(assessment, practice)
    if held:
        return [] if state == "revealed" else [held_text(*held[-1], words)]
    return [] if gathered is None else [before_text(gathered, words)]


def _middle(assessment: Assessment, practice: str) -> int:
    """The (lower) median of the newest round of the room."""
    votes = last_held(assessment, practice)
    return 1 if votes is None else middle_votes(votes)[0]


def _legend(assessment: Assessment, practice: str) -> Iterator[str]:
    """What the marks of the votes at the levels mean."""
    votes = last_held(assessment, practice)
    if votes is None:
        return
    if not most_voted(votes):
        yield _("votes spread evenly")
        return
    yield _("◆ most votes")
    if another_view(votes) is not None:
        yield _("◇ another view")


def _unrated(assessment: Assessment, rating: Rating) -> str:
    if rating.left_open is not None:
        return {"split": _("Split: no level agreed"), "parked": _("Parked for later")}[rating.left_open]
    if assessment.status == "final":
        return _("Not rated")
    return _("Not rated yet: press 1 to {top}").format(top=assessment.model.top)


def _target_text(rating: Rating, target: int) -> str:
    if rating.target is not None:
        return _("target {level}").format(level=target)
    if rating.level == target:
        return _("target {level}, to be kept").format(level=target)
    return _("target {level}, the next one up").format(level=target)


def _extras(assessment: Assessment, read: Asked) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rating = assessment.answer(read.item)
    gathered = told_before(assessment, read.item)
    unasked = _("This model has no pulse question for {title}; its title is read instead.")
    listed = [
        (_("The question"), () if read.question else (unasked.format(title=read.title),)),
        *_held(assessment, read.item),
        *([] if gathered is None else [(_gathered_heading(gathered), bars(gathered))]),
        (_("Note"), (clean(rating.note),) if rating.note else ()),
        (_("Evidence"), tuple(evidence_text(each, interface_words()) for each in rating.evidence)),
        (_("To ask"), tuple(map(clean, read.probes))),
        (_("Evidence to look for"), tuple(map(clean, read.evidence))),
        (_("What it covers"), tuple(map(clean_line, read.covers))),
    ]
    return tuple((heading, paragraphs) for heading, paragraphs in listed if paragraphs)


def _held(assessment: Assessment, item: str) -> list[tuple[str, tuple[str, ...]]]:
    """The newest round of the room as a picture, once the group is done with it."""
    held = rounds_held(assessment, item)
    if not held or not assessment.answer(item).is_settled:
        return []
    number, votes = held[-1]
    said = _("Round {number}: {described}")
    return [(said.format(number=number, described=described(votes, interface_words())), bars(votes))]


def _gathered_heading(votes: Round) -> str:
    described_votes = described(votes, interface_words())
    return _("Gathered before the workshop: {described}").format(described=described_votes)
