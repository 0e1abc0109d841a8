"""Two assessments side by side: what was, what is, and what of it these people could show.

Only what was rated both times is compared; everything else is listed with the reason why not. A
change is never denied: where none is reported, so many people could not have shown one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.change import (
    Like,
    PracticeChange,
    ResultChange,
    ScoreAndLevel,
    Terms,
    adjusted,
    practice_change,
)
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.progress import dimensions_in_scope
from culture_tui.domain.records import Rating, Round, Subject
from culture_tui.domain.safe_text import words_of
from culture_tui.domain.scoring import FULLY, Profile, Result, items_of, profile
from culture_tui.domain.small_cells import FLOOR, overlap

Obstacle = Literal["models", "scales", "modes"]
"""Why two assessments cannot be compared at all: not one level means the same in both."""

State = Literal["rated", "unrated", "not-applicable", "out-of-scope", "absent"]
"""What an assessment knows of a practice; absent: its model does not have it."""

MANY: Final = 20
"""With fewer people on a side, half a level is practically invisible."""


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A practice that was not rated both times, or whose texts mean something else now."""

    id: str
    title: str
    then: State
    now: State

    reworded: bool
    """Its texts have changed, and so has the major version of the model."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two assessments, the earlier first."""

    then: Assessment
    now: Assessment
    profiles: tuple[Profile, Profile]
    terms: Terms
    obstacle: Obstacle | None

    wording_known: bool
    """Whether the texts of both models could be compared."""

    overall: ResultChange
    parts: tuple[ResultChange, ...]
    dimensions: tuple[ResultChange, ...]

    practices: tuple[PracticeChange, ...]
    """What was rated both times, in the later model's order."""

    not_compared: tuple[NotCompared, ...]

    @property
    def people(self) -> tuple[int, int] | None:
        """How many voted, at the most, then and now; None where no votes could be compared."""
        rounds = [each.rounds for each in self.practices if each.rounds is not None and each.effect]
        if not rounds:
            return None
        return max(sum(then) for then, _ in rounds), max(sum(now) for _, now in rounds)


def compare(
    then: Assessment, now: Assessment, reworded: frozenset[str] | None = frozenset(), floor: int = FLOOR
) -> Comparison:
    """Compare two assessments.

    Args:
        then: the earlier one.
        now: the later one.
        reworded: ids of the practices whose texts differ; None where nobody can tell.
        floor: votes of fewer people are withheld.
    """
    other_texts = reworded or frozenset()
    pairs, left = _sorted_out(then, now, other_texts if _major(then) != _major(now) else frozenset())
    terms = _terms(then, now, list(pairs.values()), floor)
    both = [practice_change(*pair, key, terms, reworded=key in other_texts) for key, pair in pairs.items()]
    profiles = profile(then), profile(now)
    likes = (
        _like(now, {each.id: each.then for each in both}),
        _like(now, {each.id: each.now for each in both}),
    )
    four = (*profiles, *likes)
    return Comparison(
        then=then,
        now=now,
        profiles=profiles,
        terms=terms,
        obstacle=obstacle_between(then, now),
        wording_known=reworded is not None,
        overall=_result("", *(each.overall for each in four)),
        parts=_results(*(each.parts for each in four)),
        dimensions=_results(*(each.dimensions for each in four)),
        practices=adjusted(both),
        not_compared=tuple(left),
    )


def obstacle_between(then: Assessment, now: Assessment) -> Obstacle | None:
    """What keeps two assessments from being compared at all; None where nothing does."""
    if then.model.id != now.model.id:
        return "models"
    if then.model.top != now.model.top:
        return "scales"
    return "modes" if then.workshop.mode != now.workshop.mode else None


def is_census(assessment: Assessment, rounds: Sequence[Round]) -> bool:
    """Whether everybody concerned was in the room, and nearly all of them voted in each of these rounds."""
    workshop = assessment.workshop
    if workshop.participants is None or workshop.participants != workshop.population:
        return False
    return all(sum(votes) > FULLY * workshop.population for votes in rounds)


def unit_key(assessment: Assessment) -> tuple[str, str]:
    """What tells a unit from others, however its name is spelled."""
    return subject_key(assessment.subject)


def subject_key(subject: Subject) -> tuple[str, str]:
    """The names of an organisation and a unit, however they are spelled."""
    return " ".join(subject.organisation.casefold().split()), " ".join(subject.unit.casefold().split())


def reworded_practices(then: MaturityModel, now: MaturityModel) -> frozenset[str]:
    """The practices of both models of which the question or a level reads differently.

    Case, blanks and punctuation do not count: a comma changes no level.
    """
    return frozenset(
        key
        for key, practice in now.practices.items()
        if (before := then.practices.get(key)) is not None
        and [words_of(text) for text in (before.question, *before.levels)]
        != [words_of(text) for text in (practice.question, *practice.levels)]
    )


def _sorted_out(
    then: Assessment, now: Assessment, renewed: frozenset[str]
) -> tuple[dict[str, tuple[Rating, Rating]], list[NotCompared]]:
    """The ratings that can be compared, and what cannot, in the later model's order."""
    comparable = obstacle_between(then, now) is None
    before, after = _items(then), _items(now)
    both: dict[str, tuple[Rating, Rating]] = {}
    left: list[NotCompared] = []
    for key in [*after, *(key for key in before if key not in after)]:
        (was, rated_then), (is_now, rated_now) = before.get(key, _ABSENT), after.get(key, _ABSENT)
        if (was, is_now) == ("rated", "rated") and comparable and key not in renewed:
            both[key] = rated_then, rated_now
        else:
            left.append(NotCompared(key, _title(then, now, key), was, is_now, reworded=key in renewed))
    return both, left


def _terms(then: Assessment, now: Assessment, pairs: Sequence[tuple[Rating, Rating]], floor: int) -> Terms:
    """What holds for every practice, told from all the votes there are."""
    before = [votes for rating, _ in pairs if (votes := rating.last_votes) is not None]
    after = [votes for _, rating in pairs if (votes := rating.last_votes) is not None]
    rounds = [
        (one, other)
        for was, is_now in pairs
        if (one := was.last_votes) is not None and (other := is_now.last_votes) is not None
    ]
    is_copy = then.id == now.id
    return Terms(
        floor=floor,
        is_census=is_census(then, before) and is_census(now, after),
        is_copy=is_copy,
        overlaps=is_copy or overlap(rounds),
        same_unit=unit_key(then) == unit_key(now),
    )


_ABSENT: Final[tuple[State, Rating]] = ("absent", Rating())


def _items(assessment: Assessment) -> dict[str, tuple[State, Rating]]:
    """What can be rated, by id, in the model's order: the practices, or in pulse mode the dimensions."""
    scope = set(dimensions_in_scope(assessment))
    return {
        key: (_state(rating) if dimension in scope else "out-of-scope", rating)
        for dimension in assessment.model.dimensions
        for key, _, rating in items_of(assessment, dimension)
    }


def _state(rating: Rating) -> State:
    if rating.level is not None:
        return "rated"
    return "unrated" if rating.not_applicable is None else "not-applicable"


def _title(then: Assessment, now: Assessment, key: str) -> str:
    tables = (now.model.practices, now.model.dimensions, then.model.practices, then.model.dimensions)
    return next((table[key].title for table in tables if key in table), key)


def _major(assessment: Assessment) -> str:
    return assessment.model.version.split(".")[0]


def _like(now: Assessment, levels: Mapping[str, int]) -> Profile:
    """The profile that these levels alone have on the later model."""
    table = "pulse" if now.workshop.mode == "pulse" else "ratings"
    return profile(now.model_copy(update={table: {key: Rating(level=n) for key, n in levels.items()}}))


def _results(
    then: Mapping[str, Result], now: Mapping[str, Result], *likes: Mapping[str, Result]
) -> tuple[ResultChange, ...]:
    """A change for each id of either profile, the later one's order first."""
    return tuple(
        _result(key, then.get(key), now.get(key), *(each.get(key) for each in likes))
        for key in [*now, *(key for key in then if key not in now)]
    )


def _result(key: str, then: Result | None, now: Result | None, *likes: Result | None) -> ResultChange:
    before, after = map(_score_and_level, likes)
    rated = sum(each.coverage.rated for each in likes[:1] if each is not None)
    like = None if before is None or after is None else Like(before, after, rated)
    return ResultChange(key, then, now, like)


def _score_and_level(result: Result | None) -> ScoreAndLevel | None:
    if result is None or result.score is None or result.level is None:
        return None
    return ScoreAndLevel(result.score, result.level)
