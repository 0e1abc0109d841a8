"""The rounds of votes that a workshop holds in the room, and what may follow from the last one.

A silent vote, a talk, a vote again, three times at most: then the group takes the median, takes
another level for a reason, records the split, or parks it (measurement, section 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from culture_tui.domain.agreement import middle_votes
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import gathered_round, rounds_of
from culture_tui.domain.records import Round

MOST_ROUNDS: Final = 3
"""For one practice in the room: more talk than this moves nobody (Delphi practice)."""


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
    """The one or two levels with the most votes, the lower first; of several, those farthest apart."""
    by_count = sorted({count for count in votes if count}, reverse=True)
    modes = _with_count(votes, by_count[0])
    if len(modes) > 1:
        return modes[0], modes[-1]
    if len(by_count) == 1:
        return (modes[0],)
    second = max(_with_count(votes, by_count[1]), key=lambda level: abs(level - modes[0]))
    return min(modes[0], second), max(modes[0], second)


def range_of(votes: Sequence[int]) -> tuple[int, int]:
    """The lowest and the highest level that somebody voted."""
    voted = [level for level, count in enumerate(votes, start=1) if count]
    return voted[0], voted[-1]


def _with_count(votes: Sequence[int], wanted: int) -> list[int]:
    return [level for level, count in enumerate(votes, start=1) if count == wanted]
