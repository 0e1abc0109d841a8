"""What the room is told while it votes: how many have, how it is done, and how typed hands are read.

Nothing here tells a level of a round that is not revealed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.agreement import median
from culture_tui.domain.ballot import Ballot, Voting
from culture_tui.domain.hands import ShowOfHands
from culture_tui.reports.gathering import bars
from culture_tui.reports.votes import histogram_text, is_told, median_text

_MOST_DOTS: Final = 16
"""Beyond so many people a row of dots tells less than the number."""


_SHORT: Final = 24
"""Counts of so many characters stand beside the heading."""


@dataclass(frozen=True, slots=True)
class Told:
    """A round in words, in the order in which they matter; the layout takes what there is room for."""

    heading: str

    figures: str = ""
    """Beside the heading, at its right."""

    picture: tuple[str, ...] = ()
    """A line a level, with a bar and the count."""

    row: str = ""
    """The same on one line."""

    prompts: tuple[str, ...] = ()
    """What to ask while the group talks."""

    notice: str = ""
    """What somebody is asked or told just now."""

    notes: tuple[str, ...] = ()
    """What was before, and what else helps."""

    keys: str = ""
    """How to go on."""

    most: tuple[int, ...] = ()
    """The levels with the most votes."""

    compared: tuple[int, ...] = ()
    """The levels whose words are read side by side."""


def counts_text(votes: Sequence[int]) -> str:
    """The votes on one line, without the levels that nobody voted: `2:2 3:5 4:1`."""
    return " ".join(f"{level}:{count}" for level, count in enumerate(votes, start=1) if count)


def votes_text(count: int, words: NullTranslations) -> str:
    """How many voted."""
    return words.ngettext("{count} vote", "{count} votes", count).format(count=count)


def voted_text(voted: int, people: int | None, words: NullTranslations) -> str:
    """How many have voted, of how many where that is known."""
    _ = words.gettext
    if people is None:
        return words.ngettext("{count} has voted", "{count} have voted", voted).format(count=voted)
    return _("{count} of {people} voted").format(count=voted, people=people)


def name_of_round(number: int, words: NullTranslations) -> str:
    """What a round is called in a few words; 0 was gathered before."""
    _ = words.gettext
    return _("Round {number}").format(number=number) if number else _("Before the workshop")


def held_text(number: int, votes: Sequence[int], words: NullTranslations) -> str:
    """A round of the room in a few words, with the median where so many voted that there is one."""
    _ = words.gettext
    counts = histogram_text(votes)
    if not is_told(votes):
        return _("round {number}: {counts}").format(number=number, counts=counts)
    return _("round {number}: {counts}, median {median}").format(
        number=number, counts=counts, median=median_text(median(votes), words)
    )


def voting_told(voting: Voting, words: NullTranslations) -> Told:
    """The laptop goes round: how many have voted, and how it is done; never a level."""
    _ = words.gettext
    ballot, people = voting.ballot, voting.people
    heading = _("Voting, round {number}").format(number=ballot.round)
    if people is not None and people <= _MOST_DOTS:
        missing = max(0, people - ballot.voted)
        heading += "   " + " ".join("●" * ballot.voted + "○" * missing)
    how = _("Pass the laptop; each presses one digit, 1 to {top}, unseen.")
    return Told(
        heading=heading,
        figures=voted_text(ballot.voted, people, words),
        prompts=(how.format(top=len(ballot.counts)),),
        notice=_notice_text(voting, words),
        notes=(
            _("r or Enter reveals. Backspace takes the last vote back."),
            _("Esc leaves the vote for later and keeps it, Del starts it over."),
        ),
    )


def _notice_text(voting: Voting, words: NullTranslations) -> str:
    _ = words.gettext
    voted, people = voting.ballot.voted, voting.people
    if voting.notice == "more-than-people":
        return words.ngettext(
            "That would be {votes} votes of {people} person; press the digit again to add it.",
            "That would be {votes} votes of {people} people; press the digit again to add it.",
            people or 0,
        ).format(votes=voted + 1, people=people)
    if voting.notice == "fewer-than-people":
        return _("{voted}; r again reveals.").format(voted=voted_text(voted, people, words))
    return {
        "": "",
        "counted": _("Counted. The next person, please."),
        "same-key": _("One key a person: that one was not counted."),
        "nobody": _("Nobody has voted yet."),
        "taken-back": _("The last vote is taken back; its person may press again."),
        "nothing-to-take-back": _("Only the last vote can be taken back."),
        "other-key": _("The vote is open: r or Enter reveals it, Esc leaves it, P shows it large."),
        "start-over": _("Del again throws the votes of this round away."),
    }[voting.notice]


def under_way_text(ballot: Ballot, people: int | None, words: NullTranslations) -> str:
    """A vote that was left for later."""
    _ = words.gettext
    voted = voted_text(ballot.voted, people, words)
    return _("Round {number} under way: {voted}; v goes on").format(number=ballot.round, voted=voted)


def hands_told(hands: ShowOfHands, words: NullTranslations) -> Told:
    """Hands are up and somebody types: what the line is read as, with its votes."""
    _ = words.gettext
    reading = hands.reading
    heading = _("Hands, round {number}").format(number=hands.number)
    expected = _("A level for each hand, such as 2 3 3 4, or {top} counts, the lowest level first.")
    if reading is None:
        how = expected.format(top=hands.top)
        said = _("This cannot be read as votes. {expected}").format(expected=how)
        wrong = hands.asked == "unreadable"
        return Told(heading, prompts=() if wrong else (how,), notice=said if wrong else "")
    figures, counts = _read_text(hands, words), counts_text(reading.votes)
    if len(counts) <= _SHORT:
        figures, counts = f"{counts} · {figures}", ""
    return Told(
        heading=heading,
        figures=figures,
        picture=bars(reading.votes),
        row=counts,
        prompts=tuple(_how_read(hands, words)),
        notice=_too_many(hands, words) if hands.asked else "",
    )


def _read_text(hands: ShowOfHands, words: NullTranslations) -> str:
    _ = words.gettext
    people = 0 if hands.reading is None else hands.reading.people
    if hands.people is None or hands.people == people:
        return votes_text(people, words)
    return _("{votes}, {people} in the room").format(votes=votes_text(people, words), people=hands.people)


def _how_read(hands: ShowOfHands, words: NullTranslations) -> Iterator[str]:
    """How the line is taken, and that it can be taken otherwise."""
    _ = words.gettext
    reading, both = hands.reading, len(hands.readings) > 1
    if reading is None:
        return
    if reading.as_written == "counts":
        said = _("Read as counts a level; Tab reads them as hands.") if both else _("Read as counts a level.")
    else:
        said = (
            _("Read as a level for each hand; Tab reads them as counts.")
            if both
            else _("Read as a level for each hand.")
        )
    yield said
    yield _("Enter reveals them. Esc closes and keeps the line.")


def _too_many(hands: ShowOfHands, words: NullTranslations) -> str:
    _ = words.gettext
    votes = 0 if hands.reading is None else hands.reading.people
    return _("{votes}, {people} in the room; Enter again keeps them.").format(
        votes=votes_text(votes, words), people=hands.people
    )
