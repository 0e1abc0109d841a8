"""A secret round: each types a level unseen, and only counts are kept until it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from culture_tui.commands.plain.grammar import is_command, told
from culture_tui.commands.plain.session import (
    Casting,
    Given,
    Session,
    Turn,
    asked_item,
    under_way,
    with_ballot,
    without_ballot,
    wrong,
)
from culture_tui.commands.plain.voting import held, no_more_rounds
from culture_tui.domain.ballot import Ballot, new_ballot
from culture_tui.errors import Phrase
from culture_tui.language import _, interface_words
from culture_tui.reports.aloud import under_way_line
from culture_tui.reports.rounds import voted_text


def ballot(session: Session, given: Given) -> Turn:
    """Begin a secret ballot, or go on where it was left."""
    del given
    full = no_more_rounds(session)
    if full is not None:
        return full
    said = [_("Each types a level and Enter; an empty line ends the ballot. Only counts are told.")]
    if under_way(session) is not None:
        said.append(_voted(session))
    return Turn(replace(session, pending=Casting()), tuple(said))


def cast(session: Session, line: str, given: Given) -> Turn:
    """A line of a secret ballot: a level, its end, or a slip to be mended; it is never said again."""
    top, now = session.assessment.model.top, _at_hand(session)
    if not line:
        return _closed(session, now, given)
    if line in map(str, range(1, top + 1)):
        return _counted(session, now.with_vote(int(line)))
    for name, deed in _WITHIN.items():
        if is_command(line, name):
            return deed(session, now)
    what = Phrase("a vote is a number from 1 to {top}; it was not counted", top=top)
    return wrong(session, what, Phrase("help tells what can be typed"))


def left_lines(session: Session) -> list[str]:
    """What is said of a ballot that is left for later."""
    people, left = session.assessment.workshop.participants, under_way(session)
    if left is None:
        return [_("Nobody voted, so there is no round.")]
    return [under_way_line(left, people, interface_words())]


def _at_hand(session: Session) -> Ballot:
    return under_way(session) or new_ballot(session.assessment, asked_item(session))


def _closed(session: Session, now: Ballot, given: Given) -> Turn:
    """The end of a ballot: a round, where somebody voted."""
    over = replace(session, pending=None)
    if not now.voted:
        return Turn(over, (_("Nobody voted, so there is no round."),))
    return held(over, now.counts, given)


def _counted(session: Session, now: Ballot) -> Turn:
    after = with_ballot(session, now)
    return Turn(after, (_voted(after),))


def _taken_back(session: Session, now: Ballot) -> Turn:
    if now.last is None:
        return wrong(session, Phrase("only the last vote can be taken back"))
    return _counted(session, now.without_last())


def _thrown_away(session: Session, now: Ballot) -> Turn:
    over = replace(without_ballot(session, now), pending=None)
    return Turn(over, (_("The votes of this ballot are thrown away."),))


def _left(session: Session, now: Ballot) -> Turn:
    sealed = with_ballot(session, now.sealed())
    return Turn(replace(sealed, pending=None), tuple(left_lines(session)))


def _voted(session: Session) -> str:
    """How many have voted and, where that is all, how the ballot ends."""
    people, voted = session.assessment.workshop.participants, _at_hand(session).voted
    said = _("{said}.").format(said=voted_text(voted, people, interface_words()))
    return said + " " + _("An empty line ends the ballot.") if voted == people else said


def _helped(session: Session, now: Ballot) -> Turn:
    said = (
        _("1 to {top}: a vote.").format(top=len(now.counts)),
        _("An empty line: end the ballot and hear the votes."),
        _("undo: take the last vote back."),
        _("back: leave the ballot for later; its votes are kept."),
        _("clear: throw the votes of this ballot away."),
        told("quit"),
    )
    return Turn(session, said)


_WITHIN: Final[Mapping[str, Callable[[Session, Ballot], Turn]]] = {
    "undo": _taken_back,
    "clear": _thrown_away,
    "back": _left,
    "help": _helped,
}
"""What else can be typed while the laptop goes round."""
