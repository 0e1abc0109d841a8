"""Reading votes that somebody typed: a level for each hand, or a count for each level.

Five numbers on a scale of five can mean either. The reading that fits the number of people comes
first; where both could be meant, both are offered, since a guess would be somebody's vote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from culture_tui.domain.records import MOST_VOTES, Round

_BETWEEN: Final = re.compile(r"[\s,;]+")
_NUMBER: Final = re.compile(r"[0-9]{1,7}")
_LAST_DIGIT: Final = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line of numbers can mean."""

    votes: Round
    """A histogram, the lowest level first; at least one vote."""

    as_written: Literal["levels", "counts"]
    """A level for each hand, or a count for each level."""

    @property
    def people(self) -> int:
        """How many voted."""
        return sum(self.votes)


@dataclass(frozen=True, slots=True)
class ShowOfHands:
    """What somebody is typing while hands are up, and how it is read."""

    top: int
    """The highest level."""

    number: int
    """Of the round, counted from 1."""

    people: int | None = None
    """How many are in the room, where that is known."""

    typed: str = ""

    chosen: int = 0
    """Which of the readings is meant; the likeliest is the first."""

    asked: Literal["", "unreadable", "more-than-people"] = ""
    """Why Enter did not keep it yet."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What is typed can mean these, the likeliest first."""
        return readings(self.typed, self.top, self.people)

    @property
    def reading(self) -> Reading | None:
        """What is typed is taken for this; None where it is not votes."""
        found = self.readings
        return found[self.chosen % len(found)] if found else None

    def with_typed(self, typed: str) -> ShowOfHands:
        """Another line; nothing is asked any more."""
        return self if typed == self.typed else replace(self, typed=typed, chosen=0, asked="")

    def with_other_reading(self) -> ShowOfHands:
        """Read the other way, where there is one."""
        count = len(self.readings)
        return replace(self, chosen=(self.chosen + 1) % count, asked="") if count else self

    def with_enter(self) -> ShowOfHands | Round:
        """The votes to keep; or the same with what is asked first."""
        reading = self.reading
        if reading is None:
            return replace(self, asked="unreadable")
        if self.is_too_many and self.asked != "more-than-people":
            return replace(self, asked="more-than-people")
        return reading.votes

    @property
    def is_too_many(self) -> bool:
        """Whether there are more votes than people."""
        reading = self.reading
        return self.people is not None and reading is not None and reading.people > self.people


def readings(typed: str, top: int, people: int | None = None) -> tuple[Reading, ...]:
    """What a typed line can mean on a scale of 1 to `top`, the likeliest first; none where it is not votes.

    Levels may stand without spaces while each is one digit: `2334` are four hands.

    Args:
        typed: numbers with spaces, commas or semicolons between them.
        top: the highest level.
        people: how many are in the room, where that is known.
    """
    pieces = [piece for piece in _BETWEEN.split(typed.strip()) if piece]
    if len(pieces) == 1 and len(pieces[0]) > 1 and top <= _LAST_DIGIT:
        pieces = list(pieces[0])
    if not pieces or not all(_NUMBER.fullmatch(piece) for piece in pieces):
        return ()
    numbers = [int(piece) for piece in pieces]
    found = [_levels(numbers, top), _counts(numbers, top)]
    likely = sorted(
        (reading for reading in found if reading is not None),
        key=lambda reading: (
            abs(reading.people - people) if people is not None else 0,
            reading.as_written == "levels",
        ),
    )
    return tuple(likely)


def _levels(numbers: list[int], top: int) -> Reading | None:
    if not all(1 <= number <= top for number in numbers):
        return None
    return Reading(tuple(numbers.count(level) for level in range(1, top + 1)), "levels")


def _counts(numbers: list[int], top: int) -> Reading | None:
    if len(numbers) != top or not any(numbers) or sum(numbers) > MOST_VOTES:
        return None
    return Reading(tuple(numbers), "counts")
