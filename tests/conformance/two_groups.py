"""Published results about two groups of votes, and about a whole workshop's reliability."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from conformance.vectors import Vector, exactly
from culture_tui.domain.effect import Effect, cliffs_delta, magnitude, permutation_p
from culture_tui.domain.reliability import Metric, krippendorffs_alpha
from histograms import Histogram, histogram


def alpha_of_the_workshop(vector: Vector) -> None:
    """Six people, four practices, nobody missing."""
    rounds = _rounds(vector["input"]["raters_by_items"])
    for metric in ("ordinal", "interval"):
        expected = vector["expected"][f"alpha_{metric}"]
        assert krippendorffs_alpha(rounds, metric) == exactly(expected, vector["tolerance"])


def alpha_with_gaps(vector: Vector) -> None:
    """Krippendorff's own example, in which people are missing, in every metric."""
    rounds = _rounds(vector["input"]["raters_by_units"])
    assert set(vector["expected"]) == set(get_args(Metric))
    for metric in get_args(Metric):
        expected = vector["expected"][metric]
        assert krippendorffs_alpha(rounds, metric) == exactly(expected, vector["tolerance"])


def delta_with_interval(vector: Vector) -> None:
    """The worked example of Hogarty & Kromrey: delta, variance, interval and A."""
    expected, tolerance = vector["expected"], vector["tolerance"]
    found = _effect(vector["input"])
    assert found.delta == exactly(expected["delta"], tolerance)
    assert found.superiority == exactly(expected["vda_A"], tolerance)
    assert found.variance is not None
    assert found.variance == exactly(expected["var"], tolerance)
    assert (found.low, found.high) == exactly(expected["ci95"], tolerance)


def negligible_delta(vector: Vector) -> None:
    """An effect that is there and has the smallest name."""
    found = _effect(vector["input"])
    assert found.delta == exactly(vector["expected"]["delta"], vector["tolerance"])
    assert magnitude(found.delta) == vector["expected"]["magnitude"]


def names_of_deltas(vector: Vector) -> None:
    """Either side of every bound, in both directions."""
    sizes = vector["input"]["abs_delta"]
    assert [magnitude(size) for size in sizes] == vector["expected"]
    assert [magnitude(-size) for size in sizes] == vector["expected"]


def rank_test(vector: Vector) -> None:
    """Without ties the permutation of ranks is the exact Mann-Whitney test."""
    x, y = vector["input"]["x"], vector["input"]["y"]
    earlier, later = _on_one_scale(y, x)
    effect, chance = cliffs_delta(earlier, later), permutation_p(earlier, later)
    assert effect is not None
    assert effect.superiority * len(x) * len(y) == exactly(vector["expected"]["U"], vector["tolerance"])
    assert chance is not None
    assert chance.exact
    assert chance.p == exactly(vector["expected"]["p_two_sided"], vector["tolerance"])


def least_chance(vector: Vector) -> None:
    """Two groups that do not overlap at all reach the smallest p that their sizes allow."""
    for n, expected in zip(vector["input"]["n_per_group"], vector["expected"], strict=True):
        for apart in (((n, 0), (0, n)), ((0, n, 0, 0, 0), (0, 0, 0, n - 1, 1))):
            chance = permutation_p(*apart)
            assert chance is not None
            assert chance.p == exactly(expected, vector["tolerance"])


def _effect(given: Vector) -> Effect:
    """What R's effsize calls `cliff.delta(a, b)` is ours with b as the earlier group."""
    effect = cliffs_delta(*_on_one_scale(given["b"], given["a"]))
    assert effect is not None
    return effect


def _on_one_scale(one: Sequence[int], other: Sequence[int]) -> tuple[Histogram, Histogram]:
    """Two groups of any numbers as histograms over the numbers that occur."""
    steps = {value: level for level, value in enumerate(sorted({*one, *other}), start=1)}
    return (
        histogram((steps[value] for value in one), len(steps)),
        histogram((steps[value] for value in other), len(steps)),
    )


def _rounds(rows: Sequence[Sequence[int | None]]) -> list[Histogram]:
    """Rows of people as one histogram a practice."""
    return [histogram(level for level in item if level) for item in zip(*rows, strict=True)]
