"""A practice of an open workshop as its card shows it, in words."""

from __future__ import annotations

from datetime import date

from culture_tui.domain.asking import Asked, asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import gathered_round
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import groups_in_scope
from culture_tui.domain.records import Evidence, Rating, Round
from culture_tui.domain.roadmap import target_of
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.language import _, interface_words, ngettext
from culture_tui.reports.gathering import bars, before_text, described
from culture_tui.reports.wording import level_text
from culture_tui.tui.widgets.card_layout import CardView


def card_view(assessment: Assessment, model: MaturityModel, practice: str) -> CardView:
    """What the card of a practice shows; the cursor on the level rated, else on the lowest."""
    read, rating = asked(assessment, model, practice), assessment.answer(practice)
    siblings = next(items for items in groups_in_scope(assessment).values() if practice in items)
    return CardView(
        path=f"{read.group} › {read.title}",
        position=f"{siblings.index(practice) + 1} / {len(siblings)}",
        question=clean(read.question or read.title),
        levels=tuple((clean_line(name), clean(text)) for name, text in read.levels),
        cursor=rating.level or 1,
        chosen=rating.level,
        target=target_of(assessment, practice),
        status=status_text(assessment, practice),
        extras=_extras(assessment, read),
        practice=practice,
    )


def status_text(assessment: Assessment, practice: str) -> str:
    """What the group has settled about a practice, on one line."""
    model, rating = assessment.model, assessment.answer(practice)
    if rating.not_applicable is not None:
        said = [_("Not applicable: {reason}").format(reason=clean_line(rating.not_applicable))]
        return " · ".join([*said, *_before(assessment, practice)])
    if rating.level is None:
        said = [_unrated(assessment, rating)]
    else:
        said = [_("Rated {level}").format(level=level_text(model, rating.level))]
    said += _before(assessment, practice)
    target = target_of(assessment, practice)
    if target is not None:
        said.append(_target_text(rating, target))
    if rating.note:
        said.append(_("note"))
    if rating.evidence:
        count = len(rating.evidence)
        said.append(
            ngettext("{count} piece of evidence", "{count} pieces of evidence", count).format(count=count)
        )
    return " · ".join(said)


def _before(assessment: Assessment, practice: str) -> list[str]:
    """What was voted before the workshop, if anything."""
    gathered = gathered_round(assessment, practice)
    return [] if gathered is None else [before_text(gathered, interface_words())]


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
    gathered = gathered_round(assessment, read.item)
    listed = [
        *([] if gathered is None else [(_gathered_heading(gathered), bars(gathered))]),
        (_("Note"), (clean(rating.note),) if rating.note else ()),
        (_("Evidence"), tuple(evidence_text(each) for each in rating.evidence)),
        (_("To ask"), tuple(map(clean, read.probes))),
        (_("Evidence to look for"), tuple(map(clean, read.evidence))),
        (_("What it covers"), tuple(map(clean_line, read.covers))),
    ]
    return tuple((heading, paragraphs) for heading, paragraphs in listed if paragraphs)


def _gathered_heading(votes: Round) -> str:
    described_votes = described(votes, interface_words())
    return _("Gathered before the workshop: {described}").format(described=described_votes)


def evidence_text(evidence: Evidence) -> str:
    """A piece of evidence on one line."""
    day = f"{evidence.date}" if evidence.date else ""
    return clean_line(" · ".join(part for part in (evidence.text, evidence.link, day) if part))


def evidence_from(lines: tuple[str, ...]) -> Evidence:
    """A piece of evidence from what was typed: text, link, date; `wrong_evidence` has passed it."""
    text, link, day = lines
    return Evidence(
        text=clean_line(text), link=clean_line(link), date=date.fromisoformat(day) if day else None
    )


def wrong_evidence(lines: tuple[str, ...]) -> str:
    """What is wrong with a typed piece of evidence; empty where nothing is."""
    text, link, day = lines
    if not text:
        return _("Say what the evidence is.")
    try:
        Evidence(text=clean_line(text), link=clean_line(link))
    except ValueError:
        return _("The text or the link is too long to be kept.")
    try:
        evidence_from((text, link, day))
    except ValueError:
        return _("The date must look like 2026-11-21, or be empty.")
    return ""
