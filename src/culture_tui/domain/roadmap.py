"""From gaps to initiatives worth planning, with what each must wait for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Initiative, MaturityModel, Step
from culture_tui.domain.progress import practices_in_scope
from culture_tui.domain.records import Rating, RoadmapRecord
from culture_tui.domain.scoring import items_of, profile, weighted_mean
from culture_tui.domain.urgency import URGENT, Reason, urgent_practices

MUCH_WEAKER: Final = 1.0
"""A dimension this many levels below one that rests on it is lifted first."""

WEEKS_A_QUARTER: Final = 13

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Lift:
    """A practice brought from one level to a higher one."""

    practice: str
    start: int
    end: int

    urgent: tuple[Reason, ...] = ()
    """Why its levels count `URGENT` times; none where they count once."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An initiative worth planning."""

    id: str
    lifts: tuple[Lift, ...]

    value: float
    """Weighted levels gained."""

    effort: float
    """Person-days in all, spread evenly over its quarters."""

    quarters: int
    after: frozenset[str]
    """Candidates that must be finished before it starts."""


def target_of(assessment: Assessment, item: str) -> int | None:
    """The level aimed at: the group's own, else the next one up; None where nothing is rated."""
    return _target(assessment.answer(item), assessment.model.top)


def practice_target(assessment: Assessment, practice: str) -> int | None:
    """The level aimed at for a practice, in whatever mode the workshop asks now."""
    return _target(assessment.rating(practice), assessment.model.top)


def _target(rating: Rating, top: int) -> int | None:
    if rating.not_applicable is not None:
        return None
    if rating.target is not None or rating.level is None:
        return rating.target
    return min(rating.level + 1, top)


def gap_of(assessment: Assessment, item: str) -> int | None:
    """Target minus rating, never below 0; None where either is missing."""
    level, target = assessment.answer(item).level, target_of(assessment, item)
    return None if level is None or target is None else max(0, target - level)


def dimension_target(assessment: Assessment, dimension_id: str) -> float | None:
    """The score that a dimension would have with everything rated in it at its target."""
    return weighted_mean(
        (max(target, rating.level), weight)
        for item, weight, rating in items_of(assessment, dimension_id)
        if rating.level is not None and (target := target_of(assessment, item)) is not None
    )


def candidates(assessment: Assessment, model: MaturityModel) -> list[Candidate]:
    """The initiatives that close gaps, with what each must wait for, in the model's order.

    A step counts where it starts at a level that is reached (rated, or brought by the step
    before) and ends at or below the target. Of initiatives that bring the same step the one
    with more value for its effort is kept. What a candidate needs is added where it can begin.
    """
    gains = _worthwhile(assessment, model, _gains(assessment, model))
    chosen = _with_needs(assessment, model, gains)
    urgent = urgent_practices(assessment, model)
    listed = [
        _candidate(assessment, key, model.initiatives[key], chosen[key], gains.get(key, {}), urgent)
        for key in model.initiatives
        if key in chosen
    ]
    return _in_order(assessment, model, listed)


def quarters_of(initiative: Initiative) -> int:
    """How many quarters an initiative runs."""
    return ceil(initiative.weeks / WEEKS_A_QUARTER)


def _gains(assessment: Assessment, model: MaturityModel) -> dict[str, dict[str, range]]:
    """By initiative and practice: the levels that it starts from, one by one."""
    gains: dict[str, dict[str, range]] = {}
    for practice in practices_in_scope(assessment):
        level, target = assessment.rating(practice).level, practice_target(assessment, practice)
        if level is None or target is None:
            continue
        steps = sorted(_steps_for(model, practice), key=lambda pair: (pair[1].start, pair[1].end))
        reached = level
        for key, step in steps:
            if step.start <= reached and level < step.end <= target:
                mine = gains.setdefault(key, {})
                start = mine[practice].start if practice in mine else max(step.start, level)
                mine[practice] = range(start, step.end)
                reached = max(reached, step.end)
    return gains


def _steps_for(model: MaturityModel, practice: str) -> Iterator[tuple[str, Step]]:
    for key, initiative in model.initiatives.items():
        for step in initiative.steps:
            if step.practice == practice:
                yield key, step


def _worthwhile(
    assessment: Assessment, model: MaturityModel, gains: Mapping[str, Mapping[str, range]]
) -> dict[str, Mapping[str, range]]:
    """Leave out initiatives whose every step another one brings for less effort.

    What people have settled comes before all others, and what they have dropped behind them.
    """
    weights = assessment.model.practices

    def worth(key: str) -> float:
        value = sum(weights[practice].weight * len(levels) for practice, levels in gains[key].items())
        return value / model.initiatives[key].effort_days

    settled, dropped = _settled(assessment.roadmap)
    kept: dict[str, Mapping[str, range]] = {}
    brought: set[tuple[str, int]] = set()
    for key in sorted(gains, key=lambda each: (each not in settled, each in dropped, -worth(each), each)):
        brings = {(practice, level) for practice, levels in gains[key].items() for level in levels}
        if brings - brought:
            kept[key] = gains[key]
            brought |= brings
    return kept


def _settled(roadmap: RoadmapRecord | None) -> tuple[frozenset[str], frozenset[str]]:
    """The steps that people have decided to do, and those that they have decided not to do."""
    steps = {} if roadmap is None else roadmap.steps
    own = {} if roadmap is None else roadmap.own
    dropped = frozenset(key for key, step in steps.items() if step.status == "dropped")
    wanted = {key for key, step in steps.items() if step.pinned or step.status != "planned" or key in own}
    return frozenset(wanted) - dropped, dropped


def _with_needs(
    assessment: Assessment, model: MaturityModel, gains: Mapping[str, Mapping[str, range]]
) -> dict[str, frozenset[str]]:
    """Add what the chosen initiatives need, unless it is reached; by id, with the open needs."""
    chosen: dict[str, frozenset[str]] = {}
    waiting = list(gains)
    while waiting:
        key = waiting.pop()
        if key in chosen:
            continue
        open_needs = frozenset(
            need
            for need in model.initiatives[key].needs
            if need in gains or not _is_reached(assessment, model.initiatives[need])
        )
        chosen[key] = open_needs
        waiting.extend(need for need in open_needs if _can_begin(assessment, model.initiatives[need]))
    return chosen


def _is_reached(assessment: Assessment, initiative: Initiative) -> bool:
    levels = [(assessment.rating(step.practice).level, step.end) for step in initiative.steps]
    return all(level is not None and level >= end for level, end in levels)


def _can_begin(assessment: Assessment, initiative: Initiative) -> bool:
    levels = [(assessment.rating(step.practice).level, step.start) for step in initiative.steps]
    return any(level is None or level >= start for level, start in levels)


def _candidate(
    assessment: Assessment,
    key: str,
    initiative: Initiative,
    needs: frozenset[str],
    gains: Mapping[str, range],
    urgent: Mapping[str, tuple[Reason, ...]],
) -> Candidate:
    practices = assessment.model.practices
    lifts = tuple(
        Lift(practice, levels.start, levels.stop, urgent.get(practice, ()))
        for practice, levels in gains.items()
    )
    return Candidate(
        id=key,
        lifts=lifts,
        value=sum(
            practices[lift.practice].weight * (lift.end - lift.start) * (URGENT if lift.urgent else 1.0)
            for lift in lifts
        ),
        effort=initiative.effort_days,
        quarters=quarters_of(initiative),
        after=needs,
    )


def _in_order(assessment: Assessment, model: MaturityModel, listed: list[Candidate]) -> list[Candidate]:
    """Make each candidate wait for the steps before its own and for the dimensions it rests on."""
    after = {each.id: set(each.after) for each in listed}
    for one in listed:
        earlier = {
            other.id
            for lift in one.lifts
            for other in listed
            for before in other.lifts
            if other.id != one.id and before.practice == lift.practice and before.start < lift.start
        }
        _wait(after, one.id, earlier)
    scores = {key: result.score for key, result in profile(assessment).dimensions.items()}
    for one in listed:
        _wait(after, one.id, _foundations(scores, model, one, listed))
    return [replace(each, after=frozenset(after[each.id])) for each in listed]


def _foundations(
    scores: Mapping[str, float | None], model: MaturityModel, one: Candidate, listed: Iterable[Candidate]
) -> set[str]:
    """The candidates that lift a much weaker dimension on which this one's dimensions rest."""
    dimension_of = {key: practice.dimension for key, practice in model.practices.items()}
    own = {dimension_of[lift.practice] for lift in one.lifts}
    weak = {
        below
        for upper in own
        for below in model.dimensions[upper].rests_on
        if (low := scores.get(below)) is not None
        and (high := scores.get(upper)) is not None
        and high - low >= MUCH_WEAKER - _ROUNDING
    }
    return {
        other.id for other in listed if {dimension_of[lift.practice] for lift in other.lifts} & (weak - own)
    }


def _wait(after: dict[str, set[str]], one: str, others: Iterable[str]) -> None:
    """Let `one` wait for the others, but for those that already wait for it."""
    for other in sorted(others):
        if other != one and not _waits_for(after, other, one):
            after[one].add(other)


def _waits_for(after: Mapping[str, set[str]], one: str, other: str) -> bool:
    seen: set[str] = set()
    waiting = [one]
    while waiting:
        key = waiting.pop()
        if key == other:
            return True
        if key not in seen:
            seen.add(key)
            waiting.extend(after.get(key, ()))
    return False
