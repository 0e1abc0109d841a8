"""Where a workshop line by line stands: a value, from which a line of input makes the next one.

Nothing here reads, writes or knows the time, so that a whole workshop is tested without a process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot, fits
from culture_tui.domain.hands import Reading
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.records import Round
from culture_tui.errors import Phrase, Problem, UnsoundInputError


@dataclass(frozen=True, slots=True)
class HandsOrCounts:
    """A line of votes can be read in two ways; the room says in which."""

    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class MoreThanPeople:
    """More votes than people in the room; the room says whether that is so."""

    votes: Round


@dataclass(frozen=True, slots=True)
class Casting:
    """The laptop goes round: a secret ballot takes votes."""


@dataclass(frozen=True, slots=True)
class AskingSymptoms:
    """One symptom after the other is asked."""

    index: int = 0


@dataclass(frozen=True, slots=True)
class FinishAnyway:
    """Something has no answer; the room says whether the assessment is final nevertheless."""


Pending = HandsOrCounts | MoreThanPeople | Casting | AskingSymptoms | FinishAnyway


@dataclass(frozen=True, slots=True)
class Session:
    """A workshop in which a line is waited for."""

    assessment: Assessment
    model: MaturityModel

    item: str | None
    """What is asked: a practice, in pulse mode a dimension; None behind the last one."""

    pending: Pending | None = None
    """A question that goes before that of the item."""

    previous: Assessment | None = field(default=None, repr=False)
    """The assessment before this one, where it is linked and at hand."""

    ballots: tuple[Ballot, ...] = ()
    """Rounds under way, each with the votes counted so far."""

    quiet: bool = False
    """Only titles and questions are read, no levels."""

    ended: bool = False
    before: Session | None = field(default=None, repr=False, compare=False)
    """How it stood before the last change: to undo is to go back there."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a line has led to."""

    session: Session
    said: tuple[str, ...] = ()
    wrong: tuple[Problem, ...] = ()
    """Why the line changed nothing; none where it was understood."""


@dataclass(frozen=True, slots=True)
class Given:
    """What stood behind the word, and when it was said."""

    rest: str
    at: datetime


Doing = Callable[[Session, Given], Turn]
"""What a command does."""

_DONE: Final = Phrase("everything has been asked; goto, back or open lead back to a question")


def wrong(session: Session, what: Phrase, hint: Phrase | None = None) -> Turn:
    """The line changes nothing, and this is why."""
    return Turn(session, wrong=(Problem(what, hint=hint),))


def asked_item(session: Session) -> str:
    """What is asked.

    Raises:
        UnsoundInputError: everything has been.
    """
    if session.item is None:
        raise UnsoundInputError(Problem(_DONE))
    return session.item


def changed(session: Session, after: Assessment) -> Session:
    """The assessment is another; what was before is kept for undo."""
    pending = session.pending if isinstance(session.pending, AskingSymptoms) else None
    return replace(session, assessment=after, pending=None, before=replace(session, pending=pending))


def under_way(session: Session) -> Ballot | None:
    """The secret round about what is asked that has votes and no end; None where there is none."""
    here = (each for each in session.ballots if each.item == session.item)
    return next((each for each in here if fits(each, session.assessment)), None)


def with_ballot(session: Session, ballot: Ballot) -> Session:
    """The round under way as it is now; one in which nobody has voted is none."""
    others = without_ballot(session, ballot).ballots
    return replace(session, ballots=(*others, ballot) if ballot.voted else others)


def without_ballot(session: Session, ballot: Ballot) -> Session:
    """The round has come to its end, or is thrown away."""
    key = (ballot.mode, ballot.item)
    return replace(session, ballots=tuple(each for each in session.ballots if (each.mode, each.item) != key))


def led_on(session: Session) -> Session:
    """At the next item in the order of asking; behind the last one there is none."""
    order = items_in_scope(session.assessment)
    behind = order.index(session.item) + 1 if session.item in order else 0
    return replace(session, item=order[behind] if behind < len(order) else None, pending=None)
