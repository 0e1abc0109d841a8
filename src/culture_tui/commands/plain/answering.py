"""Answers about what is asked: its level, target, note, evidence, and how sure the group is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from pydantic import ValidationError

from culture_tui.commands.plain.grammar import choice, reason_after
from culture_tui.commands.plain.session import Doing, Given, Session, Turn, asked_item, changed, led_on, wrong
from culture_tui.domain.agreement import middle_votes
from culture_tui.domain.records import Evidence, Round
from culture_tui.domain.rounds import accepted_level, last_held, needs_reason
from culture_tui.errors import Phrase
from culture_tui.language import _, interface_words
from culture_tui.reports.aloud import SURE
from culture_tui.reports.wording import evidence_text, level_text, sure_text, title_of

_DIGITS: Final = re.compile(r"[0-9]{1,3}")
_PIECES: Final = 3


def level(session: Session, given: Given) -> Turn:
    """The group agrees on a level; a reason is needed where the votes of its last round do not give it."""
    item, (number, _space, rest) = asked_item(session), given.rest.partition(" ")
    reason = reason_after(rest) or ""
    held, top = last_held(session.assessment, item), session.assessment.model.top
    if held is not None and not reason and 1 <= int(number) <= top and needs_reason(held, int(number)):
        return wrong(session, _reason_wanted(held, int(number)))
    if number.startswith("0"):
        return wrong(
            session, Phrase("level {level} is not on the scale of 1 to {top}", level=number, top=top)
        )
    after = session.assessment.with_level(item, int(number), given.at, reason)
    said = _("Agreed: level {level}.").format(level=level_text(after.model, int(number)))
    return Turn(led_on(changed(session, after)), (said,))


def target(session: Session, given: Given) -> Turn:
    """The group aims at a level."""
    item = asked_item(session)
    if not _DIGITS.fullmatch(given.rest):
        return wrong(session, Phrase("a target is the number of a level"))
    after = session.assessment.with_target(item, int(given.rest), given.at)
    return Turn(changed(session, after), (_("Target: level {level}.").format(level=int(given.rest)),))


def not_applicable(session: Session, given: Given) -> Turn:
    """It does not apply here, for a reason."""
    item = asked_item(session)
    after = session.assessment.with_not_applicable(item, given.rest, given.at)
    return Turn(led_on(changed(session, after)), (_("It does not apply here."),))


def note(session: Session, given: Given) -> Turn:
    """What was said, in place of what was written before."""
    after = session.assessment.with_note(asked_item(session), given.rest, given.at)
    return Turn(changed(session, after), (_("The note is kept."),))


def more_note(session: Session, given: Given) -> Turn:
    """A line more of the note."""
    item = asked_item(session)
    before = session.assessment.answer(item).note
    text = f"{before}\n{given.rest}" if before else given.rest
    after = session.assessment.with_note(item, text, given.at)
    return Turn(changed(session, after), (_("The note is longer by this line."),))


def evidence(session: Session, given: Given) -> Turn:
    """One thing more that shows it: what, where to be seen, of when."""
    item, pieces = asked_item(session), [piece.strip() for piece in given.rest.split("|")]
    if len(pieces) == _PIECES - 1 and _day(pieces[-1]) is not None:
        pieces.insert(1, "")
    text, link, day = (*pieces, "", "")[:_PIECES]
    if not text or len(pieces) > _PIECES:
        return wrong(session, Phrase("evidence is a text, a link and a date, with | between"))
    if day and _day(day) is None:
        return wrong(session, Phrase("the date must look like 2026-11-21, or be left out"))
    try:
        one = Evidence(text=text, link=link, date=_day(day))
    except ValidationError:
        return wrong(session, Phrase("the text is empty or too long to be kept"))
    kept = (*session.assessment.answer(item).evidence, one)
    said = _("Evidence: {text}").format(text=evidence_text(one, interface_words(), ", "))
    return Turn(changed(session, session.assessment.with_evidence(item, kept, given.at)), (said,))


def confidence(session: Session, given: Given) -> Turn:
    """How sure the group is."""
    item, chosen = asked_item(session), choice(given.rest, SURE, _("low, medium, high"))
    for sure in SURE:
        if sure == chosen:
            after = session.assessment.with_confidence(item, sure, given.at)
            return Turn(changed(session, after), (sure_text(sure, interface_words()),))
    return wrong(session, Phrase("confidence is low, medium or high"))


def clear(session: Session, given: Given) -> Turn:
    """Take back the level, or what stands in its place."""
    item = asked_item(session)
    if not session.assessment.answer(item).is_settled:
        return wrong(session, Phrase("there is no level to take back"))
    after = session.assessment.with_level(item, None, given.at)
    return Turn(changed(session, after), (_("Taken back: it has no answer now."),))


def undo(session: Session, given: Given) -> Turn:
    """Take the last change back, and go to where it was made."""
    before = session.before
    if before is None:
        return wrong(session, Phrase("there is nothing to take back"))
    assessment = before.assessment.model_copy(update={"updated": given.at})
    where = "" if before.item is None else title_of(assessment.model, before.item)
    said = _("The last change is taken back: {title}.").format(title=where) if where else _("Taken back.")
    return Turn(replace(before, assessment=assessment, ballots=session.ballots), (said,))


def _reason_wanted(votes: Round, level: int) -> Phrase:
    """What is said to a level that the votes do not give."""
    median = accepted_level(votes)
    if median is None:
        low, high = middle_votes(votes)
        return Phrase(
            "the middle votes of the last round are {low} and {high}; say why it is neither: "
            "{level} because, and the reason",
            low=low,
            high=high,
            level=level,
        )
    return Phrase(
        "the median of the last round is {median}; say why it is not: {level} because, and the reason",
        median=median,
        level=level,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


ANSWERS: Final[Mapping[str, Doing]] = {
    "level": level,
    "target": target,
    "na": not_applicable,
    "note": note,
    "note+": more_note,
    "evidence": evidence,
    "confidence": confidence,
    "clear": clear,
    "undo": undo,
}
