"""How the workshop is held: its mode, its scope, its people, and its end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from culture_tui.commands.plain.ballots import left_lines
from culture_tui.commands.plain.grammar import choice
from culture_tui.commands.plain.moving import ask_which
from culture_tui.commands.plain.session import (
    Casting,
    Doing,
    FinishAnyway,
    Given,
    HandsOrCounts,
    MoreThanPeople,
    Session,
    Turn,
    changed,
    under_way,
    wrong,
)
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.closing import unfinished
from culture_tui.domain.finding import matches, near
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.modes import place_in
from culture_tui.domain.progress import items_in_scope, next_unanswered
from culture_tui.domain.records import Workshop
from culture_tui.errors import Phrase
from culture_tui.language import _, interface_words, ngettext, say
from culture_tui.reports.closing import unfinished_texts
from culture_tui.reports.wording import titles

MODES: Final = ("full", "pulse")
HOW_TO_REOPEN: Final = Phrase("`culture assess --plain --reopen REASON FILE` makes it a draft again")
MOST_PEOPLE: Final = 1_000_000
_NUMBER: Final = re.compile(r"[0-9]{1,7}")


def mode(session: Session, given: Given) -> Turn:
    """Ask every practice, or one question a dimension; what was answered stays."""
    workshop, in_words = session.assessment.workshop, _("full, pulse")
    if given.rest:
        chosen = choice(given.rest, MODES, in_words)
        if chosen is None:
            return wrong(session, Phrase("the mode is full or pulse"))
        if chosen != workshop.mode:
            session = _with_workshop(session, workshop.model_copy(update={"mode": chosen}), given.at)
    name = dict(zip(MODES, in_words.split(", "), strict=False))[session.assessment.workshop.mode]
    return Turn(session, (_("Mode: {mode}.").format(mode=name), _how_many(session.assessment)))


def scope(session: Session, given: Given) -> Turn:
    """Talk about some parts and dimensions only, or about all again."""
    if given.rest:
        model = session.assessment.model
        found = scope_of(model, given.rest)
        if isinstance(found, WhichScope):
            return ask_which(session, _sides(model), found.near)
        workshop = session.assessment.workshop.model_copy(update={"scope": found})
        session = _with_workshop(session, workshop, given.at)
    chosen = session.assessment.workshop.scope
    said = (
        _("Scope: {titles}.").format(titles=titles(session.assessment.model, chosen))
        if chosen
        else _("Scope: everything.")
    )
    return Turn(session, (said, _how_many(session.assessment)))


def people(session: Session, given: Given) -> Turn:
    """How many are in the room."""
    workshop = session.assessment.workshop
    if given.rest:
        many = people_in(given.rest)
        if many is None:
            return wrong(session, Phrase("the number of people is a whole number from 1 on"))
        workshop = workshop.model_copy(update={"participants": many})
        session = changed(session, session.assessment.with_workshop(workshop, given.at))
    if workshop.participants is None:
        return Turn(session, (_("How many people are in the room has not been said."),))
    said = ngettext("{count} person in the room.", "{count} people in the room.", workshop.participants)
    return Turn(session, (said.format(count=workshop.participants),))


def finish(session: Session, given: Given) -> Turn:
    """Make the assessment final; where something has no answer the room is asked first."""
    found = unfinished(session.assessment)
    open_ones = unfinished_texts(session.assessment, found, interface_words())
    said = [_("{said}.").format(said=text) for text in open_ones]
    said = [_("Still open:"), *said] if said else []
    if found.unrated:
        return Turn(replace(session, pending=FinishAnyway()), tuple(said))
    over = finished(session, given)
    return replace(over, said=(*said, *over.said))


def finish_anyway(session: Session, line: str, given: Given) -> Turn | None:
    """The room says whether it is final nevertheless; None where the line is no reply."""
    said = choice(line, ("yes", "no"), _("yes, no"))
    if said == "yes":
        return finished(session, given)
    if said == "no" or not line:
        return Turn(replace(session, pending=None), (_("It stays a draft."),))
    return None


def finished(session: Session, given: Given) -> Turn:
    """Final from now on, and the end of this run."""
    final = session.assessment.with_status("final", given.at)
    return Turn(
        replace(changed(session, final), ended=True),
        (
            _("The assessment is final: it can be read and exported, not changed."),
            _("{said}.").format(said=say(HOW_TO_REOPEN)),
        ),
    )


def leave(session: Session, given: Given) -> Turn:
    """End here; the workshop can be resumed, and a ballot with it."""
    del given
    match session.pending:
        case Casting():
            said = left_lines(session)
        case MoreThanPeople() if under_way(session) is not None:
            said = left_lines(session)
        case HandsOrCounts() | MoreThanPeople():
            said = [_("The votes are not kept. Count again.")]
        case FinishAnyway():
            said = [_("It stays a draft.")]
        case _:
            said = []
    return Turn(replace(session, pending=None, ended=True), tuple(said))


class WhichScope:
    """A part or dimension of this name is not known."""

    def __init__(self, near_to_it: list[str]) -> None:
        self.near = near_to_it


def scope_of(model: ModelSkeleton, typed: str) -> tuple[str, ...] | WhichScope:
    """The parts and dimensions meant by ids or titles with commas between; all of them is none named."""
    if typed.casefold() in {"all", _("all").casefold()}:
        return ()
    sides = _sides(model)
    chosen: list[str] = []
    for name in filter(None, (piece.strip() for piece in typed.split(","))):
        found = matches(name, sides)
        if len(found) != 1:
            return WhichScope(found or near(name, sides))
        chosen += found
    return tuple(key for key in sides if key in chosen) if chosen else WhichScope([])


def people_in(typed: str) -> int | None:
    """A head count; None where it is none."""
    many = int(typed) if _NUMBER.fullmatch(typed) else 0
    return many if 1 <= many <= MOST_PEOPLE else None


def _sides(model: ModelSkeleton) -> dict[str, str]:
    """Parts and dimensions, by id."""
    return {key: each.title for table in (model.parts, model.dimensions) for key, each in table.items()}


def _how_many(assessment: Assessment) -> str:
    count = len(items_in_scope(assessment))
    if assessment.workshop.mode == "pulse":
        said = ngettext("{count} question is asked.", "{count} questions are asked.", count)
    else:
        said = ngettext("{count} practice is asked.", "{count} practices are asked.", count)
    return said.format(count=count)


def _with_workshop(session: Session, workshop: Workshop, at: datetime) -> Session:
    after = session.assessment.with_workshop(workshop, at)
    here = next_unanswered(after) if session.item is None else place_in(after, session.item)
    return replace(changed(session, after), item=here)


FRAME: Final[Mapping[str, Doing]] = {
    "mode": mode,
    "scope": scope,
    "people": people,
    "finish": finish,
    "quit": leave,
}
