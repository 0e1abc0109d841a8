"""Rounds of votes in the room: hands up, counted or secret, and how the group settles what they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from culture_tui.commands.plain.grammar import choice
from culture_tui.commands.plain.session import (
    Doing,
    Given,
    HandsOrCounts,
    MoreThanPeople,
    Session,
    Turn,
    asked_item,
    changed,
    led_on,
    under_way,
    without_ballot,
    wrong,
)
from culture_tui.domain.agreement import middle_votes
from culture_tui.domain.asking import asked
from culture_tui.domain.hands import Reading, readings
from culture_tui.domain.records import Round
from culture_tui.domain.rounds import (
    MOST_ROUNDS,
    accepted_level,
    can_be_split,
    last_held,
    may_vote,
    next_number,
    told_before,
)
from culture_tui.errors import Phrase
from culture_tui.language import _, interface_words, ngettext
from culture_tui.reports.aloud import needs_talk, round_lines, talk_lines
from culture_tui.reports.gathering import aloud
from culture_tui.reports.wording import level_text


def votes(session: Session, given: Given) -> Turn:
    """A round, written as levels or as counts; where it can be both, the room is asked."""
    return _read(session, given, ("levels", "counts"))


def hands(session: Session, given: Given) -> Turn:
    """A round, a level for each hand."""
    return _read(session, given, ("levels",))


def counts(session: Session, given: Given) -> Turn:
    """A round, a count for each level."""
    return _read(session, given, ("counts",))


def read_as(session: Session, pending: HandsOrCounts, name: str, given: Given) -> Turn:
    """The room says in which way its line of votes is meant."""
    wanted = "levels" if name == "hands" else "counts"
    chosen = next(each for each in pending.readings if each.as_written == wanted)
    return held(replace(session, pending=None), chosen.votes, given)


def confirmed(session: Session, pending: MoreThanPeople, line: str, given: Given) -> Turn | None:
    """The room says whether there were more votes than people; None where the line is no reply."""
    said = choice(line, ("yes", "no"), _("yes, no"))
    if said == "yes":
        return _kept(replace(session, pending=None), pending.votes, given)
    if said == "no" or not line:
        return not_kept(session)
    return None


def not_kept(session: Session) -> Turn:
    """The room does not stand by the votes that it was asked about."""
    ballot = under_way(session)
    after = session if ballot is None else without_ballot(session, ballot)
    return Turn(replace(after, pending=None), (_("The votes are not kept. Count again."),))


def accept(session: Session, given: Given) -> Turn:
    """Agree on the median of the last round."""
    item = asked_item(session)
    last = last_held(session.assessment, item)
    if last is None:
        return wrong(session, Phrase("nobody has voted yet, so there is no median to accept"))
    level = accepted_level(last)
    if level is None:
        low, high = middle_votes(last)
        what = Phrase(
            "the middle votes are apart, {low} and {high}, so there is no one median to accept",
            low=low,
            high=high,
        )
        hint = Phrase("say one of the two, another level because of a reason, or split, or park")
        return wrong(session, what, hint)
    after = session.assessment.with_level(item, level, given.at)
    return Turn(
        led_on(changed(session, after)),
        (_("Agreed: level {level}.").format(level=level_text(after.model, level)),),
    )


def split(session: Session, given: Given) -> Turn:
    """Record that the group stays apart."""
    last = last_held(session.assessment, asked_item(session))
    if last is None:
        return wrong(session, Phrase("nobody has voted yet, so there is no split to record"))
    if not can_be_split(last):
        what = Phrase("All voted for {level}: there is no split to record.", level=accepted_level(last))
        return wrong(session, what)
    return _left_open(session, given, "split")


def park(session: Session, given: Given) -> Turn:
    """Leave it for later."""
    return _left_open(session, given, "parked")


def _left_open(session: Session, given: Given, how: Literal["split", "parked"]) -> Turn:
    item = asked_item(session)
    said = {"split": _("The split is recorded, without a level."), "parked": _("Parked for later.")}[how]
    return Turn(led_on(changed(session, session.assessment.with_left_open(item, how, given.at))), (said,))


def _read(session: Session, given: Given, ways: tuple[str, ...]) -> Turn:
    full = no_more_rounds(session)
    if full is not None:
        return full
    if under_way(session) is not None:
        what = Phrase("a ballot is under way; ballot goes on with it, and clear within it throws it away")
        return wrong(session, what)
    top, people = session.assessment.model.top, session.assessment.workshop.participants
    found = [each for each in readings(given.rest, top, people) if each.as_written in ways]
    if not found:
        what = Phrase("these are no votes on a scale of 1 to {top}", top=top)
        return wrong(session, what, Phrase("type a level for each hand, or a count for each level"))
    if len(found) > 1:
        return Turn(replace(session, pending=HandsOrCounts(tuple(found))), _both(found))
    return held(replace(session, pending=None), found[0].votes, given)


def _both(found: list[Reading]) -> tuple[str, ...]:
    """The two ways in which a line can be read."""
    by_way = {each.as_written: each.people for each in found}
    return (
        _("That can be {hands} hands, or counts of {counts} votes.").format(
            hands=by_way["levels"], counts=by_way["counts"]
        ),
    )


def held(session: Session, round_held: Round, given: Given) -> Turn:
    """Keep a round, unless more voted than there are people: then the room is asked first."""
    people, many = session.assessment.workshop.participants, sum(round_held)
    if people is None or many <= people:
        return _kept(session, round_held, given)
    said = ngettext(
        "{votes} votes, but {count} person in the room.",
        "{votes} votes, but {count} people in the room.",
        people,
    ).format(votes=many, count=people)
    return Turn(replace(session, pending=MoreThanPeople(round_held)), (said,))


def _kept(session: Session, round_held: Round, given: Given) -> Turn:
    item, words = asked_item(session), interface_words()
    number, earlier = next_number(session.assessment, item), last_held(session.assessment, item)
    ballot = under_way(session)
    after = changed(session, session.assessment.with_round(item, round_held, given.at))
    after = after if ballot is None else without_ballot(after, ballot)
    said = list(round_lines(number, round_held, earlier, words))
    gathered = told_before(after.assessment, item)
    if earlier is None and gathered is not None:
        said.append(aloud(gathered, words))
    if needs_talk(round_held):
        read = asked(session.assessment, session.model, item)
        said += talk_lines(read, round_held, words)
    return Turn(after, (*said, _ways_on(round_held, MOST_ROUNDS - number)))


def _ways_on(round_held: Round, left: int) -> str:
    """What can be done after a round, in a sentence."""
    low, high = middle_votes(round_held)
    if accepted_level(round_held) is None:
        template = _("{low} or {high} agrees on that level; or LEVEL because REASON, split, park.")
    elif can_be_split(round_held):
        template = _("accept agrees on {median}; or LEVEL because REASON, split, park.")
    else:
        template = _("accept agrees on {median}; or LEVEL because REASON, park.")
    said = template.format(low=low, high=high, median=low)
    if not needs_talk(round_held):
        return said
    again = ngettext(
        "Or talk, then votes again: {count} round is left.",
        "Or talk, then votes again: {count} rounds are left.",
        left,
    ).format(count=left)
    return f"{said} {again}" if left else f"{said} " + _("No round is left.")


def no_more_rounds(session: Session) -> Turn | None:
    """What is said in place of a fourth round; None where the room may vote."""
    item = asked_item(session)
    if may_vote(session.assessment, item):
        return None
    last = last_held(session.assessment, item)
    hint = Phrase("accept, say a level because of a reason, split, park, or undo the last")
    if last is not None and accepted_level(last) is None:
        hint = Phrase(
            "say one of the middle votes, another level because of a reason, split, park, or undo the last"
        )
    return wrong(session, Phrase("{most} rounds have been held, which are the most", most=MOST_ROUNDS), hint)


VOTES: Final[Mapping[str, Doing]] = {
    "votes": votes,
    "hands": hands,
    "counts": counts,
    "accept": accept,
    "split": split,
    "park": park,
}
