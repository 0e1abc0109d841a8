"""How two sides of a culture meet: which dimensions of one part the model links with those of another.

Traits and processes describe the same culture from two sides, so the model links some of them.
Of such a pair the lower score is a fact: where the two meet, the weaker side sets the pace. A pair
that the model does not link has nothing to say, and gets no number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.contradictions import contradictions
from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.scoring import Profile


@dataclass(frozen=True, slots=True)
class Pair:
    """Two linked dimensions."""

    lower: float | None
    """The lower of their scores; None where one of them has none."""

    apart: bool
    """Whether their scores contradict each other."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Two parts whose dimensions are linked: the longer one as rows, the other as columns."""

    row_part: str
    column_part: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    pairs: Mapping[tuple[str, str], Pair]
    """By row and column; only pairs that the model links."""


def crosswalk(assessment: Assessment, found: Profile) -> Crosswalk | None:
    """The two parts that the most links join, among what the workshop talks about; None without any."""
    model = assessment.model
    joined = _links_between_parts(model, found)
    if not joined:
        return None
    order = list(model.parts)
    (first, second), _count = max(joined.items(), key=lambda each: each[1])
    members = {
        part: tuple(key for key in found.dimensions if model.dimensions[key].part == part)
        for part in sorted((first, second), key=order.index)
    }
    (row_part, rows), (column_part, columns) = sorted(members.items(), key=lambda each: -len(each[1]))
    apart = {frozenset((each.higher, each.lower)) for each in contradictions(assessment, found)}
    pairs = {}
    for link in model.links:
        for row, column in (link.between, link.between[::-1]):
            if row in rows and column in columns:
                scores = [found.dimensions[key].score for key in (row, column)]
                known = [score for score in scores if score is not None]
                lower = min(known) if len(known) == len(scores) else None
                pairs[row, column] = Pair(lower, frozenset((row, column)) in apart)
    return Crosswalk(row_part, column_part, rows, columns, pairs)


def _links_between_parts(model: ModelSkeleton, found: Profile) -> Counter[tuple[str, str]]:
    """How many links join each two parts, by their names in alphabetical order."""
    joined: Counter[tuple[str, str]] = Counter()
    for link in model.links:
        parts = sorted({model.dimensions[key].part for key in link.between if key in found.dimensions})
        if len(parts) == len(link.between):
            joined[parts[0], parts[1]] += 1
    return joined
