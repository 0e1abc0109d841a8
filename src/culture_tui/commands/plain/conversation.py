"""A line in, a turn out: what a workshop line by line says to whatever is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from culture_tui.commands.plain.answering import ANSWERS
from culture_tui.commands.plain.ballots import ballot, cast
from culture_tui.commands.plain.framing import FRAME, finish_anyway
from culture_tui.commands.plain.grammar import Command, Misheard, is_command, told, understood
from culture_tui.commands.plain.moving import MOVES, read_aloud
from culture_tui.commands.plain.session import (
    AskingSymptoms,
    Casting,
    Doing,
    FinishAnyway,
    Given,
    HandsOrCounts,
    MoreThanPeople,
    Session,
    Turn,
    wrong,
)
from culture_tui.commands.plain.telling import TALES, seen
from culture_tui.commands.plain.voting import VOTES, confirmed, not_kept, read_as
from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot
from culture_tui.domain.gathering import awaits_the_room
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import next_unanswered
from culture_tui.errors import Phrase, UnsoundInputError
from culture_tui.language import _, interface_words
from culture_tui.reports.aloud_whole import arisen
from culture_tui.reports.gathering import people_text

DOINGS: Final[Mapping[str, Doing]] = {**ANSWERS, **VOTES, "ballot": ballot, **MOVES, **TALES, **FRAME}
"""What each command does, by its name; `tests` hold it against the grammar."""


def opened(
    assessment: Assessment,
    model: MaturityModel,
    previous: Assessment | None,
    *,
    ballots: Sequence[Ballot] = (),
    quiet: bool,
) -> Turn:
    """A workshop at its ballot under way, else at the first thing without an answer; its first words."""
    item = ballots[0].item if ballots else next_unanswered(assessment)
    session = Session(assessment, model, item, previous=previous, ballots=tuple(ballots), quiet=quiet)
    said = [
        _("Type a level from 1 to {top}, or a command; help tells all of them.").format(
            top=assessment.model.top
        )
    ]
    if awaits_the_room(assessment):
        said.append(people_text(assessment.workshop.gathered or 0, interface_words()))
    return Turn(session, (*said, *read_aloud(session)))


def heard(session: Session, line: str, at: datetime) -> Turn:
    """What comes of a line: the session after it, what is said, and what was wrong with it.

    A comment says nothing. Where the line leads to another question, that one is read aloud.
    """
    line, given = line.strip(), Given(line.strip(), at)
    if line.startswith("#"):
        return Turn(session)
    try:
        turn = _replied(session, line, given) or _commanded(session, line, at)
    except UnsoundInputError as error:
        return Turn(session, wrong=error.problems)
    if turn.wrong or turn.session.ended:
        return turn
    said = [*turn.said]
    said += arisen(session.assessment, turn.session.assessment, session.model.symptoms, interface_words())
    if _place(turn.session) != _place(session):
        said += read_aloud(turn.session)
    return replace(turn, said=tuple(said))


def prompt(session: Session) -> str:
    """What is waited for, in a few words."""
    pending = session.pending
    if isinstance(pending, AskingSymptoms):
        return list(session.model.symptoms.values())[pending.index].title
    if pending is not None:
        return {
            HandsOrCounts: _("As hands or as counts?"),
            MoreThanPeople: _("Is that so, yes or no?"),
            FinishAnyway: _("Make it final all the same, yes or no?"),
            Casting: _("Vote"),
        }[type(pending)]
    if session.item is None:
        return _("Command")
    return asked(session.assessment, session.model, session.item).title


def _place(session: Session) -> tuple[str | None, str]:
    """What makes two questions the same one."""
    return session.item, session.assessment.workshop.mode


def _replied(session: Session, line: str, given: Given) -> Turn | None:
    """A reply to the question that goes first; None where there is none, or the line is something else."""
    match session.pending:
        case Casting() if not is_command(line, "quit"):
            return cast(session, line, given)
        case MoreThanPeople() as question:
            return confirmed(session, question, line, given)
        case FinishAnyway():
            return finish_anyway(session, line, given)
        case AskingSymptoms() as question:
            return seen(session, question, line, given)
        case HandsOrCounts() as question:
            return _way(session, question, line, given)
    return None


def _way(session: Session, question: HandsOrCounts, line: str, given: Given) -> Turn | None:
    """In which way votes are meant; an empty line drops them."""
    if not line:
        return not_kept(session)
    command = understood(line)
    if isinstance(command, Command) and command.name in {"hands", "counts"} and not command.rest:
        return read_as(session, question, command.name, given)
    return None


def _commanded(session: Session, line: str, at: datetime) -> Turn:
    """Do what a line says, in place of what was asked before it."""
    command = understood(line)
    if isinstance(command, Misheard):
        return _misheard(session, command)
    if command.name not in {"again", "help", "quit"}:
        session = replace(session, pending=None)
    return DOINGS[command.name](session, Given(command.rest, at))


def _misheard(session: Session, command: Misheard) -> Turn:
    shown = command.word[:_MOST_SHOWN]
    if command.why == "nothing follows":
        return wrong(session, Phrase("nothing stands behind {word}", word=shown))
    if command.why == "something follows":
        return wrong(session, Phrase("something is missing: {help}", help=told(command.meant)))
    if command.meant:
        return wrong(
            session,
            Phrase("not understood: {line}", line=shown),
            Phrase("did you mean {word}? help tells what can be typed", word=command.meant),
        )
    return wrong(
        session, Phrase("not understood: {line}", line=shown), Phrase("help tells what can be typed")
    )


_MOST_SHOWN: Final = 40
