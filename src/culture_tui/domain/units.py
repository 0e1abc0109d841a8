"""Many assessments side by side: each unit's newest one, ranks, common weaknesses, and runs over time.

A unit is an organisation and a unit's name. Assessments of other models, scales or modes than most
are set aside with the reason, never mixed in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.comparison import obstacle_between, unit_key
from culture_tui.domain.contradictions import contradictions
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.progress import dimensions_in_scope
from culture_tui.domain.scoring import Profile, Result, items_of, profile, shown_score

MANY_UNITS: Final = 20
"""From here on a place among them can be told as a percentile."""

LEAST_RUN: Final = 3
"""Two points are a comparison; a run begins with three."""

WHOLE: Final = ""
"""Stands for the whole where a dimension's id would."""

SetAside = Literal["models", "scales", "modes", "twin"]
"""Why an assessment is not among the units; a twin has the id of one that was changed later."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An assessment with the name that it is known by: a file."""

    name: str
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's place among those that have a score."""

    rank: int
    """1 is the highest score as it is shown, with one decimal; equal scores share a rank."""

    of: int
    percentile: float | None
    """Mean of the shares strictly and weakly below, from 0 to 100; None below twenty units."""


@dataclass(frozen=True, slots=True)
class Point:
    """One assessment of a unit, as one point of its run."""

    name: str
    assessment: Assessment
    profile: Profile

    def result(self, key: str) -> Result | None:
        """The result of a dimension, or of the whole."""
        return self.profile.overall if key == WHOLE else self.profile.dimensions.get(key)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with all its assessments."""

    run: tuple[Point, ...]
    """The oldest first."""

    places: Mapping[str, Place]
    """Of the newest one by dimension, `WHOLE` for the whole; none where there is no score."""

    @property
    def newest(self) -> Point:
        """The assessment that the unit is compared by."""
        return self.run[-1]


@dataclass(frozen=True, slots=True)
class Weakness:
    """How many units stand below target in a practice, of those that rated it."""

    practice: str
    below: int
    rated: int


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that several units have in common: a contradiction's two dimensions, or a symptom."""

    ids: tuple[str, ...]
    units: int
    of: int


@dataclass(frozen=True, slots=True)
class Units:
    """All units side by side."""

    model: ModelSkeleton
    """The newest version among those compared: its order and titles."""

    units: tuple[Unit, ...]
    dimensions: tuple[str, ...]
    weaknesses: tuple[Weakness, ...]
    """The most common first."""

    contradictions: tuple[Shared, ...]
    symptoms: tuple[Shared, ...]
    """Seen often."""

    set_aside: tuple[tuple[Entry, SetAside], ...]
    target: int | None
    """The level that every unit is held against; None: each unit's own targets."""

    def title(self, key: str) -> str:
        """The title that an id has in the newest version, else in one that has it."""
        for model in (self.model, *(unit.newest.assessment.model for unit in self.units)):
            for table in (model.practices, model.dimensions):
                if key in table:
                    return table[key].title
        return key


def side_by_side(entries: Sequence[Entry], target: int | None = None) -> Units:
    """Put at least one assessment side by side with the others.

    Args:
        entries: assessments with their names; an id may occur twice.
        target: hold every unit against this level instead of its own targets.
    """
    newest, twins = _without_twins(entries)
    reference = _reference([each.assessment for each in newest])
    kept: list[Entry] = []
    aside: list[tuple[Entry, SetAside]] = [(each, "twin") for each in twins]
    for each in newest:
        obstacle = obstacle_between(each.assessment, reference)
        if obstacle is None:
            kept.append(each)
        else:
            aside.append((each, obstacle))
    model = max((each.assessment.model for each in kept), key=lambda model: version_key(model.version))
    units = _units(kept, model)
    return Units(
        model=model,
        units=units,
        dimensions=_talked_about(units, model),
        weaknesses=_weaknesses(units, model, target),
        contradictions=_shared_contradictions(units),
        symptoms=_shared_symptoms(units),
        set_aside=tuple(aside),
        target=target,
    )


def _talked_about(units: Sequence[Unit], model: ModelSkeleton) -> tuple[str, ...]:
    """The dimensions that some unit has, in the model's order; those of older versions at the end."""
    present = dict.fromkeys(key for unit in units for key in unit.newest.profile.dimensions)
    older = [key for key in present if key not in model.dimensions]
    return (*(key for key in model.dimensions if key in present), *older)


def in_time(assessment: Assessment) -> tuple[object, ...]:
    """A key to sort assessments by: the day of the workshop, then the last change."""
    return assessment.workshop.date, assessment.updated, assessment.id


def places(scores: Mapping[str, float]) -> dict[str, Place]:
    """The place of each among scores by id: higher is better, and what looks equal is equal."""
    shown = {key: shown_score(score) for key, score in scores.items()}
    ordered = sorted(shown.values())
    listed = {}
    for key, score in shown.items():
        below, up_to = bisect_left(ordered, score), bisect_right(ordered, score)
        percentile = 50 * (below + up_to) / len(ordered) if len(ordered) >= MANY_UNITS else None
        listed[key] = Place(1 + len(ordered) - up_to, len(ordered), percentile)
    return listed


def _without_twins(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Of entries with one id the one that was changed last, and apart from them the others."""
    last: dict[str, int] = {}
    for index in sorted(range(len(entries)), key=lambda index: entries[index].assessment.updated):
        last[entries[index].assessment.id] = index
    kept = set(last.values())
    twins = [each for index, each in enumerate(entries) if index not in kept]
    return [entries[index] for index in sorted(kept)], twins


def _reference(assessments: Sequence[Assessment]) -> Assessment:
    """An assessment of the kind that most are: one model, scale and mode; of two kinds the newer one."""
    kinds = Counter((each.model.id, each.model.top, each.workshop.mode) for each in assessments)

    def weight(each: Assessment) -> tuple[object, ...]:
        return kinds[each.model.id, each.model.top, each.workshop.mode], *in_time(each)

    return max(assessments, key=weight)


def _units(entries: Iterable[Entry], model: ModelSkeleton) -> tuple[Unit, ...]:
    runs: dict[tuple[str, str], list[Point]] = {}
    for each in sorted(entries, key=lambda entry: in_time(entry.assessment)):
        point = Point(each.name, each.assessment, profile(each.assessment))
        runs.setdefault(unit_key(each.assessment), []).append(point)
    newest = {f"{number}": run[-1] for number, run in enumerate(runs.values())}
    ranked = {key: places(_scores(newest, key)) for key in (WHOLE, *model.dimensions)}
    units = [
        Unit(tuple(run), {key: among[number] for key, among in ranked.items() if number in among})
        for number, run in zip(newest, runs.values(), strict=True)
    ]
    return tuple(sorted(units, key=_by_place))


def _by_place(unit: Unit) -> tuple[object, ...]:
    """The first place first; units without a score at the end, by name."""
    place = unit.places.get(WHOLE)
    return place is None, 0 if place is None else place.rank, unit_key(unit.newest.assessment)


def _scores(points: Mapping[str, Point], key: str) -> dict[str, float]:
    results = {number: point.result(key) for number, point in points.items()}
    return {
        number: found.score
        for number, found in results.items()
        if found is not None and found.score is not None
    }


def _weaknesses(units: Sequence[Unit], model: ModelSkeleton, target: int | None) -> tuple[Weakness, ...]:
    rated: Counter[str] = Counter()
    below: Counter[str] = Counter()
    order: dict[str, None] = {}
    for unit in units:
        for dimension in dimensions_in_scope(unit.newest.assessment):
            for key, _, rating in items_of(unit.newest.assessment, dimension):
                order.setdefault(key)
                if rating.level is not None:
                    aim = target or rating.target or min(rating.level + 1, model.top)
                    rated[key] += 1
                    below[key] += rating.level < aim
    found = [Weakness(key, below[key], rated[key]) for key in order if below[key]]
    return tuple(sorted(found, key=lambda each: (-each.below, -each.below / each.rated)))


def _shared_contradictions(units: Sequence[Unit]) -> tuple[Shared, ...]:
    """The contradictions by how many units have them, of those that have a score on both sides."""
    found = Counter(
        (each.higher, each.lower)
        for unit in units
        for each in contradictions(unit.newest.assessment, unit.newest.profile)
    )
    return tuple(
        Shared(pair, count, sum(all(key in unit.places for key in pair) for unit in units))
        for pair, count in found.most_common()
    )


def _shared_symptoms(units: Sequence[Unit]) -> tuple[Shared, ...]:
    asked: Counter[str] = Counter()
    often: Counter[str] = Counter()
    for unit in units:
        symptoms = unit.newest.assessment.symptoms
        asked.update(symptoms.keys())
        often.update(key for key, each in symptoms.items() if each.seen == "often")
    return tuple(Shared((key,), count, asked[key]) for key, count in often.most_common())


def version_key(text: str) -> tuple[int, ...]:
    """A version to sort by: 1.10 comes after 1.9."""
    return tuple(map(int, text.split(".")))
