"""The three charts of a profile, before anything draws them: on a terminal or as a picture for slides.

Bars tell how far each dimension is. A radar tells the shape of the whole and of what is aimed at.
A heatmap tells where: of trait and process where the model links the two, else of each dimension's
practices. A pair that the model does not link stays blank, since any number there would be ours
and not the group's. The denser a cell, the weaker it is: the eye lands on what needs a talk.
"""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final, Literal

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import APART
from culture_tui.domain.crosswalk import Crosswalk
from culture_tui.domain.records import Rating
from culture_tui.domain.roadmap import dimension_target
from culture_tui.domain.scoring import Profile, items_of

ChartKind = Literal["bars", "radar", "heatmap"]
CHARTS: Final[tuple[ChartKind, ...]] = ("bars", "radar", "heatmap")

FEWEST_AXES: Final = 3
"""A radar of two axes is a line."""

MOST_AXES: Final = 24
"""With more, nobody can follow an axis to its number."""

APART_MARK: Final = "≠"
"""Stands beside two linked dimensions whose scores contradict each other."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension as a chart draws it; numbered from 1."""

    number: int
    id: str
    part: str
    title: str
    level: int | None
    score: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A practice in a heatmap, in pulse mode a dimension's one question."""

    id: str
    level: int | None
    text: str
    """Its level, or in one character why it has none."""


def axes_of(assessment: Assessment, found: Profile) -> list[Axis]:
    """The dimensions that the workshop talks about, part by part."""
    model = assessment.model
    keys = [key for part in found.parts for key in found.dimensions if model.dimensions[key].part == part]
    return [
        Axis(
            number,
            key,
            model.dimensions[key].part,
            model.dimensions[key].title,
            found.dimensions[key].level,
            found.dimensions[key].score,
            dimension_target(assessment, key),
        )
        for number, key in enumerate(keys, start=1)
    ]


def marks_of(assessment: Assessment, dimension: str) -> list[Mark]:
    """A mark for each practice of a dimension, in the model's order."""
    return [Mark(key, rating.level, mark_text(rating)) for key, _, rating in items_of(assessment, dimension)]


def mark_text(rating: Rating) -> str:
    """The level, or in one character why there is none."""
    if rating.level is not None:
        return str(rating.level)
    if rating.not_applicable is not None:
        return "–"
    return {"split": "÷", "parked": "~", None: "·"}[rating.left_open]


def weakness(score: float, top: int) -> float:
    """How far from the highest level a score is: 0 there, 1 at the lowest."""
    return min(1.0, max(0.0, (top - score) / (top - 1)))


def letter(position: int) -> str:
    """What a column of a heatmap is called, from 0: A to Z, then AA, AB and so on."""
    name = ""
    position += 1
    while position:
        position, digit = divmod(position - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def not_drawn(kind: ChartKind, axes: int, words: NullTranslations) -> str:
    """Why a chart of so many dimensions cannot be drawn, so that bars stand instead; empty where it can."""
    _ = words.gettext
    if kind != "radar" or FEWEST_AXES <= axes <= MOST_AXES:
        return ""
    if axes < FEWEST_AXES:
        said = words.ngettext(
            "A radar needs three dimensions or more, and there is {count}: bars instead.",
            "A radar needs three dimensions or more, and there are {count}: bars instead.",
            axes,
        )
        return said.format(count=axes)
    return _("A radar of {count} dimensions cannot be read: bars instead.").format(count=axes)


def meaning(kind: ChartKind, found: Crosswalk | None, words: NullTranslations) -> str:
    """How to read a chart, in a sentence or two."""
    _ = words.gettext
    if kind == "bars":
        return _("A bar is the score; its target is marked.")
    if kind == "radar":
        return _("Solid line: score. Broken line: target. The further out, the higher the level.")
    if found is None:
        return _(
            "A cell is a practice with its level; denser is weaker. "
            "· not rated  – not applicable  ÷ split  ~ parked"
        )
    return _(
        "A cell is the lower score of two linked dimensions; denser is weaker. "
        "{mark} {apart} or more apart. No link, no number."
    ).format(mark=APART_MARK, apart=APART)
