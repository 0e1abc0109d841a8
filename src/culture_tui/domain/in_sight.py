"""Which contradictions stay in sight while a group goes on: those that have just arisen.

They are a conversation to have, not a warning to click away. So they stay until the group has moved
on twice, has opened them, or they are no longer there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import Riddle, arisen, riddle_key, riddles
from culture_tui.domain.model import Symptom

MOVES: Final = 2
"""How often the group moves on before what it did not take up goes out of sight."""

_MATTERS: Final = ("ratings", "pulse", "symptoms", "workshop")
"""What of an assessment can make a contradiction."""


@dataclass(frozen=True, slots=True)
class InSight:
    """The contradictions to show beside the question."""

    riddles: tuple[Riddle, ...] = ()
    """The newest first, with the scores of now."""

    moves: int = 0
    """How often the group has moved on since the newest arose."""

    at: str = ""
    """What the group talks about now."""

    def changed(self, before: Assessment, after: Assessment, symptoms: Mapping[str, Symptom]) -> InSight:
        """After a change: what is new joins, what is no longer so leaves."""
        if all(getattr(before, name) is getattr(after, name) for name in _MATTERS):
            return self
        new = arisen(before, after, symptoms)
        known = {riddle_key(each) for each in self.riddles}
        still = [each for each in riddles(after, symptoms) if riddle_key(each) in known]
        return replace(self, riddles=(*new, *still), moves=0 if new else self.moves)

    def moved_on(self, item: str) -> InSight:
        """The group has turned to an item; staying with the one at hand is no move."""
        if item == self.at:
            return self
        moves = self.moves + (1 if self.riddles and self.at else 0)
        return replace(self, at=item, moves=moves) if moves < MOVES else InSight(at=item)

    def opened(self) -> InSight:
        """The group has looked at all of them."""
        return InSight(at=self.at)
