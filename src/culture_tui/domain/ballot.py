"""Voting by passing the laptop: one key a person, and nothing told before the reveal.

A ballot counts how many chose each level. Who did, and in what order, is not in it, but for the
last vote, which may be taken back and is never written to a disk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal

from pydantic import Field

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import items_in_scope
from culture_tui.domain.records import Round
from culture_tui.domain.rounds import MOST_ROUNDS, next_number
from culture_tui.domain.values import Frozen, Level, Slug

SECONDS_OF_A_PERSON: Final = 0.7
"""So long after a key the next one is another person's: a key that is held down repeats sooner.

Keyboards wait up to 0.66 s before they repeat for the first time.
"""

Notice = Literal[
    "",
    "counted",
    "same-key",
    "more-than-people",
    "fewer-than-people",
    "nobody",
    "taken-back",
    "nothing-to-take-back",
    "start-over",
    "other-key",
]
"""What is to be said beside the count; it never tells a level."""


class Ballot(Frozen):
    """A round under way: how many have voted for each level so far."""

    mode: Literal["full", "pulse"]
    """In which mode: a practice and a dimension may have the same id."""

    item: Slug
    round: Annotated[int, Field(ge=1, le=MOST_ROUNDS)]

    counts: Round
    """A histogram, the lowest level first."""

    last: Level | None = None
    """The newest vote, while it can be taken back."""

    @property
    def voted(self) -> int:
        """How many have voted."""
        return sum(self.counts)

    def with_vote(self, level: int) -> Ballot:
        """One more vote."""
        return self.model_copy(update={"counts": self._counts(level, 1), "last": level})

    def without_last(self) -> Ballot:
        """The newest vote taken back; the ones before it stay, since nobody knows which they were."""
        if self.last is None:
            return self
        return self.model_copy(update={"counts": self._counts(self.last, -1), "last": None})

    def sealed(self) -> Ballot:
        """The same with no vote that could be taken back."""
        return self.model_copy(update={"last": None})

    def _counts(self, level: int, by: int) -> Round:
        return tuple(count + by * (at == level) for at, count in enumerate(self.counts, start=1))


def new_ballot(assessment: Assessment, item: str) -> Ballot:
    """A ballot for the next round about an item, with no vote in it."""
    empty = (0,) * assessment.model.top
    return Ballot(mode=assessment.workshop.mode, item=item, round=next_number(assessment, item), counts=empty)


def fits(ballot: Ballot, assessment: Assessment) -> bool:
    """Whether a ballot still belongs to this workshop: its item, its scale, and a round not held yet."""
    return (
        ballot.mode == assessment.workshop.mode
        and ballot.item in items_in_scope(assessment)
        and len(ballot.counts) == assessment.model.top
        and ballot.voted > 0
        and ballot.round == next_number(assessment, ballot.item)
    )


@dataclass(frozen=True, slots=True)
class Voting:
    """The laptop goes round: each step gives the next state, and what is to be said."""

    ballot: Ballot

    people: int | None = None
    """How many are in the room, where that is known."""

    notice: Notice = ""

    pressed_at: float | None = None
    """When the last key was pressed that counts or repeats, in seconds of any clock."""

    ended: Literal["revealed", "dropped"] | None = None
    """How the round came to its end; None while it is under way."""

    def with_key(self, level: int, at: float) -> Voting:
        """Somebody pressed a digit; the same person's finger counts once.

        One vote more than there are people needs the key a second time.
        """
        if self._is_same_finger(at):
            waiting = self.notice == "more-than-people"
            return replace(self, pressed_at=at, notice=self.notice if waiting else "same-key")
        if self._is_full and self.notice != "more-than-people":
            return replace(self, pressed_at=at, notice="more-than-people")
        return replace(self, ballot=self.ballot.with_vote(level), pressed_at=at, notice="counted")

    def with_last_taken_back(self) -> Voting:
        """The newest vote does not count; its person may press again at once."""
        if self.ballot.last is None:
            return replace(self, notice="nothing-to-take-back")
        return replace(self, ballot=self.ballot.without_last(), pressed_at=None, notice="taken-back")

    def with_reveal(self, at: float) -> Voting:
        """Somebody wants to see the votes; asked once where people are missing or were not counted."""
        if not self.ballot.voted:
            return replace(self, notice="nobody")
        if self._is_full and self.people is not None:
            return replace(self, ended="revealed")
        if self.notice != "fewer-than-people":
            return replace(self, pressed_at=at, notice="fewer-than-people")
        if self._is_same_finger(at):
            return replace(self, pressed_at=at)
        return replace(self, ended="revealed")

    def with_start_over(self, at: float) -> Voting:
        """Somebody wants the votes of this round gone; asked once."""
        if not self.ballot.voted:
            return replace(self, notice="nobody")
        if self.notice != "start-over":
            return replace(self, pressed_at=at, notice="start-over")
        if self._is_same_finger(at):
            return replace(self, pressed_at=at)
        return replace(self, ended="dropped")

    def with_other_key(self) -> Voting:
        """Somebody pressed a key that does nothing just now; what was asked is asked anew."""
        return replace(self, notice="other-key")

    @property
    def _is_full(self) -> bool:
        return self.people is not None and self.ballot.voted >= self.people

    def _is_same_finger(self, at: float) -> bool:
        return self.pressed_at is not None and at - self.pressed_at < SECONDS_OF_A_PERSON
