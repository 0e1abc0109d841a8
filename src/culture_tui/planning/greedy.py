"""A good schedule at once: the most value for the effort first, counting what it makes possible.

Quarter by quarter, of everything that may start and still fits, the job with the best ratio
goes first. Its ratio counts all that waits for it, so that an enabler of small value of its
own is not left to the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

Reason = Literal["capacity", "precedence", "horizon"]

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Job:
    """Something to place in time."""

    id: str
    value: float
    effort: float
    """Person-days in all, spread evenly over its quarters."""

    quarters: int
    after: frozenset[str] = frozenset()
    """Ids that must be finished before it starts; one that is no job can never be."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where each job starts (quarters from 1), and why the others do not."""

    starts: Mapping[str, int]
    unplanned: Mapping[str, Reason]


def schedule(
    jobs: Sequence[Job],
    capacity: Sequence[float],
    fixed: Mapping[str, int] | None = None,
    finished: frozenset[str] = frozenset(),
) -> Schedule:
    """Place jobs in the quarters whose capacities (person-days that may be planned) are given.

    Jobs in `fixed` keep their quarter whatever the capacity says; whatever is `finished` is
    waited for no longer. Ties go to the lower id.
    """
    by_id = {job.id: job for job in jobs}
    left = list(capacity)
    starts: dict[str, int] = {}
    for key, quarter in sorted((fixed or {}).items()):
        if key in by_id:
            starts[key] = quarter
            _spend(by_id[key], quarter, left)
    ratios = _ratios(by_id)
    order = sorted((job for job in jobs if job.id not in starts), key=lambda job: (-ratios[job.id], job.id))
    for quarter in range(1, len(capacity) + 1):
        for job in order:
            if (
                job.id not in starts
                and _may_start(job, quarter, by_id, starts, finished)
                and _fits(job, quarter, left)
            ):
                starts[job.id] = quarter
                _spend(job, quarter, left)
    unplanned = {
        job.id: _reason(job, by_id, starts, finished, capacity) for job in order if job.id not in starts
    }
    return Schedule(starts, dict(sorted(unplanned.items())))


def _ratios(by_id: Mapping[str, Job]) -> dict[str, float]:
    """Value for effort of each job together with everything that waits for it."""
    followers: dict[str, set[str]] = {key: set() for key in by_id}
    for job in by_id.values():
        for before in job.after & by_id.keys():
            followers[before].add(job.id)
    ratios = {}
    for key in by_id:
        family: set[str] = set()
        waiting = [key]
        while waiting:
            each = waiting.pop()
            if each not in family:
                family.add(each)
                waiting.extend(followers[each])
        effort = sum(by_id[each].effort for each in family)
        ratios[key] = sum(by_id[each].value for each in family) / effort
    return ratios


def _may_start(
    job: Job, quarter: int, by_id: Mapping[str, Job], starts: Mapping[str, int], finished: frozenset[str]
) -> bool:
    return all(
        before in starts and starts[before] + by_id[before].quarters <= quarter
        for before in job.after - finished
    )


def _fits(job: Job, quarter: int, left: Sequence[float]) -> bool:
    last = quarter - 1 + job.quarters
    share = job.effort / job.quarters
    return last <= len(left) and all(days + _ROUNDING >= share for days in left[quarter - 1 : last])


def _spend(job: Job, quarter: int, left: list[float]) -> None:
    for index in range(quarter - 1, min(quarter - 1 + job.quarters, len(left))):
        left[index] -= job.effort / job.quarters


def _reason(
    job: Job,
    by_id: Mapping[str, Job],
    starts: Mapping[str, int],
    finished: frozenset[str],
    capacity: Sequence[float],
) -> Reason:
    waits = job.after - finished
    if any(before not in starts for before in waits):
        return "precedence"
    earliest = max((starts[before] + by_id[before].quarters for before in waits), default=1)
    return "horizon" if earliest + job.quarters - 1 > len(capacity) else "capacity"
