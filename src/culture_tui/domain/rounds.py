"""The rounds of votes that a workshop holds in the room, and what may follow from the last one.

A silent vote, a talk, a vote again, three times at most: then the group takes the median, takes
another level for a reason, records the split, or parks it (measurement, section 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from culture_tui.domain.agreement import is_even, middle_votes
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import gathered_round, rounds_of
from culture_tui.domain.records import Round

MOST_ROUNDS: Final = 3
"""For one practice in the room: more talk than this moves nobody (Delphi practice)."""

Way = Literal["accept", "vote", "split", "park"]
"""How a practice can go on."""

_TWO: Final = 2


def rounds_held(assessment: Assessment, item: str) -> list[tuple[int, Round]]:
    """The rounds that the room has held about an item, numbered from 1."""
    rounds = rounds_of(assessment, assessment.answer(item))
    return [(number, votes) for number, votes in rounds if number and any(votes)]


def last_held(assessment: Assessment, item: str) -> Round | None:
    """The votes of the newest round that the room has held; None where it has held none."""
    held = rounds_held(assessment, item)
    return held[-1][1] if held else None


def next_number(assessment: Assessment, item: str) -> int:
    """The number of the round that the room would hold next, counted from 1."""
    held = rounds_held(assessment, item)
    return held[-1][0] + 1 if held else 1


def may_vote(assessment: Assessment, item: str) -> bool:
    """Whether the room has a round left."""
    return next_number(assessment, item) <= MOST_ROUNDS


def told_before(assessment: Assessment, item: str) -> Round | None:
    """The votes gathered before, once they can sway nobody: after a reveal, or an answer of the room."""
    rating = assessment.answer(item)
    settled = rating.level is not None or rating.not_applicable is not None
    told = settled or rounds_held(assessment, item) or assessment.status == "final"
    return gathered_round(assessment, item) if told else None


def ways_on(assessment: Assessment, item: str) -> frozenset[Way]:
    """What the room may do about an item now, as its last round came out."""
    votes = last_held(assessment, item)
    ways: dict[Way, bool] = {
        "accept": votes is not None and accepted_level(votes) is not None,
        "vote": may_vote(assessment, item),
        "split": votes is not None and can_be_split(votes),
        "park": True,
    }
    return frozenset(way for way, is_open in ways.items() if is_open)


def accepted_level(votes: Sequence[int]) -> int | None:
    """The level that stands for a round: its (lower) median; None where the middle votes are apart."""
    low, high = middle_votes(votes)
    return low if high - low <= 1 else None


def can_be_split(votes: Sequence[int]) -> bool:
    """Whether there is a split to record: not where all voted for the same level."""
    low, high = range_of(votes)
    return low != high


def needs_reason(votes: Sequence[int], level: int) -> bool:
    """Whether somebody will ask why this level was agreed on.

    Nobody will of the median, nor of one of two middle votes that are apart: half the room stands
    behind each.
    """
    one = accepted_level(votes)
    return level not in (middle_votes(votes) if one is None else (one,))


def most_voted(votes: Sequence[int]) -> tuple[int, ...]:
    """The levels with the most votes, the lower first; none where the votes are spread evenly."""
    return () if is_even(votes) else tuple(_with_count(votes, max(votes)))


def another_view(votes: Sequence[int]) -> int | None:
    """The level to hold against the one with the most votes: the next most voted, of several the farthest.

    None where two levels or more have the most votes, and where nobody chose another.
    """
    most = _with_count(votes, max(votes))
    others = [count for count in votes if count and count < max(votes)]
    if len(most) > 1 or not others:
        return None
    return max(_with_count(votes, max(others)), key=lambda level: abs(level - most[0]))


def in_question(votes: Sequence[int]) -> tuple[int, ...]:
    """The two levels whose words are read side by side, the lower first; one where all chose it.

    They are the two with the most votes, or the one and another view. None where three levels or more
    have the most votes: any two of them would be picked out of equals.
    """
    most, other = most_voted(votes), another_view(votes)
    if other is not None:
        return tuple(sorted((*most, other)))
    return most if len(most) <= _TWO else ()


def range_of(votes: Sequence[int]) -> tuple[int, int]:
    """The lowest and the highest level that somebody voted."""
    voted = [level for level, count in enumerate(votes, start=1) if count]
    return voted[0], voted[-1]


def _with_count(votes: Sequence[int], wanted: int) -> list[int]:
    return [level for level, count in enumerate(votes, start=1) if count == wanted]
