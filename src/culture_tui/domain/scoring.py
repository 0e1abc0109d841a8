"""Turning ratings into a profile.

A dimension with no ratings has no score, which is `None` and never zero: "nobody
asked" and "the lowest level" must not look alike in a roadmap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Gate
from culture_tui.domain.progress import Coverage, dimensions_in_scope
from culture_tui.domain.records import Rating

LARGELY: Final = 0.50
"""More than this share stands at a level: it is largely achieved (ISO/IEC 33020)."""

FULLY: Final = 0.85
"""More than this share stands at a level: it is fully achieved (ISO/IEC 33020)."""

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that went into a score: a practice's level, or a dimension's score."""

    id: str
    score: float
    level: int
    weight: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that did not go into a score, and why."""

    id: str
    why: Literal["unrated", "not-applicable", "split", "parked"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GateHold:
    """A gate that is not passed: the practices that stand below its floor."""

    gate: Gate
    practices: tuple[str, ...]

    caps: bool
    """Whether the overall level would be higher without it."""


@dataclass(frozen=True, slots=True)
class GateCheck:
    """A gate held against what is rated, passed or not."""

    gate: Gate

    coverage: Coverage
    """Of the gate's dimension; nothing in total where the workshop does not talk about it."""

    below: tuple[str, ...]
    """The rated practices below the floor (in pulse mode: the dimension itself); none where it is passed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the rule of levels comes out, before any gate."""

    level: int

    shares: tuple[float, ...]
    """The share of the weight that stands at each level or above, the lowest level first."""

    short_at: tuple[int, ...]
    """The levels at which too little stands for holding the next one; none at the top."""


@dataclass(frozen=True, slots=True)
class Result:
    """The score and the level that a dimension, a part or the whole holds, and why."""

    score: float | None
    """Weighted mean of what counted, not rounded; None where nothing is rated."""

    level: int | None
    """The level held: ordinal, no averaging; None where nothing is rated."""

    coverage: Coverage
    held_back_by: tuple[str, ...]
    """Ids of what stands below the next level: enough of these must rise, not always all."""

    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
    gates: tuple[GateHold, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What an assessment amounts to; parts and dimensions by id, those in scope only."""

    overall: Result
    parts: Mapping[str, Result]
    dimensions: Mapping[str, Result]


def profile(assessment: Assessment) -> Profile:
    """Turn an assessment's ratings into its profile."""
    in_scope = dimensions_in_scope(assessment)
    dimensions = {key: _dimension(assessment, key) for key in in_scope}
    parts = {}
    for part in assessment.model.parts:
        children = [key for key in in_scope if assessment.model.dimensions[key].part == part]
        if children:
            parts[part] = _whole(assessment, {key: dimensions[key] for key in children})
    overall = _gated(assessment, _whole(assessment, dimensions))
    return Profile(overall, parts, dimensions)


def weighted_mean(pairs: Iterable[tuple[float, float]]) -> float | None:
    """The mean of (value, weight) pairs; None of none."""
    listed = list(pairs)
    total = sum(weight for _, weight in listed)
    return sum(value * weight for value, weight in listed) / total if listed else None


def shown_score(score: float) -> float:
    """A score as it is shown: one decimal, halves upwards, as people round."""
    return floor(score * 10 + 0.5 + _ROUNDING) / 10


def level_held(rated: Sequence[tuple[int, float]]) -> int | None:
    """The level that (level, weight) pairs hold together; None of none.

    The highest k such that more than 50 % of the weight stands at k or above, and more
    than 85 % at every level below it (after ISO/IEC 33020's rule for capability levels).
    """
    if not rated:
        return None
    held = 1
    while held < max(level for level, _ in rated) and not _short_at(rated, held + 1):
        held += 1
    return held


def standing(counted: Sequence[Counted], top: int) -> Standing | None:
    """How the rule of levels comes out on a scale up to `top`; None where nothing counted."""
    rated = [(item.level, item.weight) for item in counted]
    level = level_held(rated)
    if level is None:
        return None
    shares = tuple(_share_at(rated, threshold) for threshold in range(1, top + 1))
    return Standing(level, shares, () if level == top else _short_at(rated, level + 1))


def _short_at(rated: Sequence[tuple[int, float]], level: int) -> tuple[int, ...]:
    """The levels whose share is too small for holding `level`."""
    return tuple(
        threshold
        for threshold in range(1, level + 1)
        if _share_at(rated, threshold) <= (FULLY if threshold < level else LARGELY) + _ROUNDING
    )


def _share_at(rated: Sequence[tuple[int, float]], threshold: int) -> float:
    total = sum(weight for _, weight in rated)
    return sum(weight for level, weight in rated if level >= threshold) / total


def _result(
    counted: tuple[Counted, ...], left_out: tuple[LeftOut, ...], coverage: Coverage, top: int
) -> Result:
    rated = [(item.level, item.weight) for item in counted]
    level = level_held(rated)
    holders: tuple[str, ...] = ()
    if level is not None and level < top:
        holders = tuple(item.id for item in counted if item.level <= level)
    score = weighted_mean((item.score, item.weight) for item in counted)
    return Result(score, level, coverage, holders, counted, left_out)


def items_of(assessment: Assessment, dimension_id: str) -> list[tuple[str, float, Rating]]:
    """What a dimension is made of in this workshop: its practices, or its one pulse question.

    The id (in pulse mode: the dimension's own), the weight and the rating of each.
    """
    if assessment.workshop.mode == "pulse":
        return [(dimension_id, 1.0, assessment.pulse.get(dimension_id, Rating()))]
    practices = assessment.model.practices
    return [
        (key, practices[key].weight, assessment.rating(key))
        for key in assessment.model.practices_of(dimension_id)
    ]


def _dimension(assessment: Assessment, dimension_id: str) -> Result:
    counted: list[Counted] = []
    left_out: list[LeftOut] = []
    items = items_of(assessment, dimension_id)
    for key, weight, rating in items:
        if rating.level is not None:
            counted.append(Counted(key, rating.level, rating.level, weight))
        elif rating.not_applicable is not None:
            left_out.append(LeftOut(key, "not-applicable", rating.not_applicable))
        else:
            left_out.append(LeftOut(key, rating.left_open or "unrated"))
    applicable = len(items) - sum(item.why == "not-applicable" for item in left_out)
    coverage = Coverage(len(counted), applicable, len(items))
    return _result(tuple(counted), tuple(left_out), coverage, assessment.model.top)


def _whole(assessment: Assessment, dimensions: Mapping[str, Result]) -> Result:
    weights = {key: assessment.model.dimensions[key].weight for key in dimensions}
    counted: list[Counted] = []
    left_out: list[LeftOut] = []
    for key, result in dimensions.items():
        if result.score is not None and result.level is not None:
            counted.append(Counted(key, result.score, result.level, weights[key]))
        else:
            left_out.append(LeftOut(key, "unrated" if result.coverage.applicable else "not-applicable"))
    coverage = sum((result.coverage for result in dimensions.values()), Coverage(0, 0, 0))
    return _result(tuple(counted), tuple(left_out), coverage, assessment.model.top)


def gate_checks(assessment: Assessment) -> list[GateCheck]:
    """Every gate of the model, held against what is rated, in the model's order."""
    return [
        GateCheck(gate, _dimension(assessment, gate.dimension).coverage, _below_floor(assessment, gate))
        if gate.dimension in dimensions_in_scope(assessment)
        else GateCheck(gate, Coverage(0, 0, 0), ())
        for gate in assessment.model.gates
    ]


def _gated(assessment: Assessment, overall: Result) -> Result:
    """Cap the overall level by the gates that are not passed, and name who holds them."""
    failed = [(check.gate, check.below) for check in gate_checks(assessment) if check.below]
    lowest = min((gate.caps_overall_at for gate, _ in failed), default=assessment.model.top)
    if overall.level is None or overall.level <= lowest:
        holds = tuple(GateHold(gate, below, caps=False) for gate, below in failed)
        return replace(overall, gates=holds)
    holds = tuple(GateHold(gate, below, caps=gate.caps_overall_at == lowest) for gate, below in failed)
    holders = tuple(dict.fromkeys(key for hold in holds if hold.caps for key in hold.practices))
    return replace(overall, level=lowest, held_back_by=holders, gates=holds)


def _below_floor(assessment: Assessment, gate: Gate) -> tuple[str, ...]:
    """The rated practices (in pulse mode: the dimension itself) that keep a gate shut."""
    return tuple(
        key
        for key, _, rating in items_of(assessment, gate.dimension)
        if rating.level is not None and rating.level < gate.every_practice_at_least
    )
