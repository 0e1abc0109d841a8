"""Votes as people cast them, as histograms, and every way in which they can fall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from hypothesis import strategies as st

Histogram = tuple[int, ...]


def histogram(votes: Iterable[int], levels: int = 5) -> Histogram:
    """How many voted for each level, the lowest first."""
    cast = list(votes)
    return tuple(cast.count(level) for level in range(1, levels + 1))


def as_cast(counts: Sequence[int]) -> list[int]:
    """The votes of a histogram, one by one."""
    return [level for level, count in enumerate(counts, start=1) for _ in range(count)]


def outcomes(n: int, null: Sequence[int]) -> Iterator[tuple[Histogram, int]]:
    """Every sequence of n votes as a histogram, with its weight under a null."""
    for votes in product(range(1, len(null) + 1), repeat=n):
        weight = 1
        for level in votes:
            weight *= null[level - 1]
        yield histogram(votes, len(null)), weight


def wins(one: int, other: int) -> int:
    """1 where the other vote is higher, -1 where it is lower."""
    return (other > one) - (other < one)


def deals(earlier: Sequence[int], later: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Every way to deal the votes of two groups out to groups of the same sizes."""
    votes = as_cast(earlier) + as_cast(later)
    for chosen in combinations(range(len(votes)), sum(earlier)):
        yield (
            [votes[place] for place in chosen],
            [vote for place, vote in enumerate(votes) if place not in chosen],
        )


def rounds(levels: int, least: int = 1, most: int = 9) -> st.SearchStrategy[Histogram]:
    """Histograms of so many votes on a scale."""
    return st.lists(st.integers(1, levels), min_size=least, max_size=most).map(
        lambda votes: histogram(votes, levels)
    )


def close_rounds(levels: int, least: int = 1, most: int = 9) -> st.SearchStrategy[Histogram]:
    """Histograms of people who all but agree: most at one level, some on the next."""
    shares = st.lists(st.sampled_from([0, 0, 0, 1]), min_size=least, max_size=most)
    return st.tuples(st.integers(1, levels - 1), shares).map(
        lambda drawn: histogram((drawn[0] + step for step in drawn[1]), levels)
    )


def pairs(least: int = 1, most: int = 9) -> st.SearchStrategy[tuple[Histogram, Histogram]]:
    """Two groups of votes on one scale of 2 to 10 levels."""
    return st.sampled_from([2, 3, 5, 10]).flatmap(
        lambda levels: st.tuples(rounds(levels, least, most), rounds(levels, least, most))
    )
