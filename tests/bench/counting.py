"""How long it takes to count what chance can do, against a million additions in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import reload
from statistics import median

from culture_tui.domain import chance
from culture_tui.domain.effect import permutation_p

ROUNDS = 9


def million_additions() -> None:
    """What every figure here is measured against."""
    total = 0
    for number in range(1_000_000):
        total += number


def agreement_of_thirty(levels: int) -> None:
    """The exact p of thirty votes in two neighbouring camps, with nothing remembered from before."""
    votes = (15, 15, *[0] * (levels - 2))
    fresh = reload(chance)
    fresh.chance_of_scatter(fresh.scatter(votes), sum(votes), fresh.uniform(levels))


def two_groups_of_fifty() -> None:
    """The exact p of the largest groups of which every deal is counted, with uneven ties."""
    permutation_p((11, 9, 10, 12, 8), (1, 10, 19, 11, 9))


def milliseconds(work: Callable[[], None]) -> float:
    """Median time of a piece of work."""

    def once() -> float:
        before = time.perf_counter()
        work()
        return (time.perf_counter() - before) * 1000

    times: list[float] = [once() for _ in range(ROUNDS)]
    return median(times)


def counting() -> list[tuple[str, float, float]]:
    """Name, time as a multiple of a million additions, and the multiple that is allowed."""
    additions = milliseconds(million_additions)
    works: list[tuple[str, Callable[[], None], float]] = [
        ("exact p, 30 votes on 5 levels", lambda: agreement_of_thirty(5), 1),
        ("exact p, 30 votes on 10 levels", lambda: agreement_of_thirty(10), 10),
        ("exact p, 50 against 50 votes on 5 levels", two_groups_of_fifty, 5),
    ]
    found = [(name, milliseconds(work), most) for name, work, most in works]
    return [
        (f"{name} ({taken:.0f} ms) / a million additions ({additions:.0f} ms)", taken / additions, most)
        for name, taken, most in found
    ]
