"""What changed in one practice, and in one dimension, part or whole, from one assessment to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from culture_tui.domain.agreement import CONVINCING, FEWEST_VOTES
from culture_tui.domain.effect import MEDIUM, Chance, Effect, cliffs_delta, holm, permutation_p
from culture_tui.domain.records import Rating, Round
from culture_tui.domain.scoring import Result
from culture_tui.domain.small_cells import gives_away, is_small

Votes = Literal["compared", "few", "none", "withheld", "overlapping"]
"""What became of the votes of a practice.

few: of fewer than five people, though not below the floor: the histograms are shown, and nothing else.
overlapping: withheld, because their difference would show what a few people did.
"""

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every practice of a comparison."""

    floor: int
    """Votes of fewer people are withheld."""

    is_census: bool
    """Everybody concerned was in the room both times: there is no sample, and no chance to speak of."""

    is_copy: bool
    """Both files hold one assessment: copies of one workshop."""

    overlaps: bool
    """Both sides hold mostly the same votes, so their difference can show what a single person did."""

    same_unit: bool
    """Both are of one unit: what was aimed at then can be reached now."""


@dataclass(frozen=True, slots=True)
class PracticeChange:
    """A practice (in pulse mode: the question of a dimension) that was rated both times."""

    id: str
    then: int
    now: int
    votes: Votes

    rounds: tuple[Round, Round] | None
    """The last round of each; None where votes are missing or withheld."""

    effect: Effect | None
    """Of the rounds; in a census without an interval."""

    chance: Chance | None
    """Of the effect, by itself; None in a census."""

    adjusted: float | None
    """The chance after Holm's adjustment for all practices compared."""

    reworded: bool
    """Whether its texts have changed since: the levels may not mean quite the same."""

    target: int | None
    """The level that the group had chosen to aim at then."""

    @property
    def level_moved(self) -> bool:
        """Whether another level was agreed."""
        return self.then != self.now

    @property
    def votes_moved(self) -> bool:
        """Whether the votes moved by a medium effect or more, which chance does not explain."""
        if self.effect is None or abs(self.effect.delta) < MEDIUM - _ROUNDING:
            return False
        return self.adjusted is None or self.adjusted <= CONVINCING

    @property
    def direction(self) -> float:
        """Above 0 where a reported change goes up: by the level, else by the votes."""
        if self.level_moved or self.effect is None:
            return self.now - self.then
        return self.effect.delta

    @property
    def borne_out(self) -> bool:
        """Whether the votes moved too, and the same way as the level."""
        return self.votes_moved and self.effect is not None and self.effect.delta * (self.now - self.then) > 0

    @property
    def contradicted(self) -> bool:
        """Whether the votes moved the other way than the level."""
        return self.votes_moved and self.level_moved and not self.borne_out

    @property
    def is_reported(self) -> bool:
        """Whether this is told as a change: the level moved, or the votes did."""
        return self.level_moved or self.votes_moved


@dataclass(frozen=True, slots=True)
class ScoreAndLevel:
    """A score, not rounded, and the level held."""

    score: float
    level: int


@dataclass(frozen=True, slots=True)
class Like:
    """Then and now on just what was rated both times, by the later model's weights."""

    then: ScoreAndLevel
    now: ScoreAndLevel

    rated: int
    """How many practices that is."""


@dataclass(frozen=True, slots=True)
class ResultChange:
    """A dimension, a part or the whole: as it stood, and like for like."""

    id: str
    """Empty for the whole."""

    then: Result | None
    """As its own profile has it; None where that assessment does not have it."""

    now: Result | None

    like: Like | None
    """None where nothing was rated both times."""

    @property
    def is_reported(self) -> bool:
        """Whether the level held has changed like for like."""
        return self.like is not None and self.like.then.level != self.like.now.level

    @property
    def score_change(self) -> float | None:
        """How far the score moved like for like; None where nothing was rated both times."""
        return None if self.like is None else self.like.now.score - self.like.then.score

    @property
    def same_basis(self) -> bool:
        """Whether both profiles as they stood rest on just what was rated both times."""
        like = self.like
        return like is not None and all(
            own is not None
            and (own.score, own.level, own.coverage.rated) == (alike.score, alike.level, like.rated)
            for own, alike in ((self.then, like.then), (self.now, like.now))
        )


def practice_change(
    then: Rating, now: Rating, practice: str, terms: Terms, *, reworded: bool
) -> PracticeChange:
    """What changed in a practice with a level both times; its chance is not adjusted yet."""
    rounds = then.last_votes, now.last_votes
    votes, shown = _comparable(*rounds, terms)
    compared = shown if votes == "compared" else None
    effect = None if compared is None else cliffs_delta(*compared)
    if effect is not None and terms.is_census:
        effect = Effect(effect.delta, None, None, None)
    return PracticeChange(
        id=practice,
        then=then.level or 0,
        now=now.level or 0,
        votes=votes,
        rounds=shown,
        effect=effect,
        chance=None if compared is None or terms.is_census else permutation_p(*compared),
        adjusted=None,
        reworded=reworded,
        target=then.target if terms.same_unit else None,
    )


def adjusted(changes: Sequence[PracticeChange]) -> tuple[PracticeChange, ...]:
    """The same with each chance adjusted for how many were looked at."""
    chances = iter(holm([each.chance.p for each in changes if each.chance is not None]))
    return tuple(each if each.chance is None else replace(each, adjusted=next(chances)) for each in changes)


def _comparable(
    then: Round | None, now: Round | None, terms: Terms
) -> tuple[Votes, tuple[Round, Round] | None]:
    if then is None or now is None:
        return "none", None
    if is_small(then, terms.floor) or is_small(now, terms.floor):
        return "withheld", None
    if terms.overlaps and gives_away(then, now, terms.floor):
        return "overlapping", None
    fewest = min(sum(then), sum(now))
    return "few" if fewest < FEWEST_VOTES else "compared", (then, now)
