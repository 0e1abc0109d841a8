"""What a group said the last time about what it is asked now: its level, its aim, and what it set out to do.

It is matched by id within one model. Where the last time knew nothing of an item, nothing is said:
a guess would be somebody's false memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Initiative
from culture_tui.domain.records import PlannedStep, Rating
from culture_tui.domain.roadmap import target_of

_OVER: Final = frozenset({"done", "dropped"})


@dataclass(frozen=True, slots=True)
class OpenStep:
    """Something that was planned for a practice and is neither done nor dropped."""

    initiative: str
    title: str
    step: PlannedStep


@dataclass(frozen=True, slots=True)
class LastTime:
    """What is kept about one item in the assessment before this one."""

    day: date
    """Of that workshop."""

    rating: Rating

    target: int | None
    """The group's own, else the next level up; None where nothing was rated."""

    open_steps: tuple[OpenStep, ...]
    """In the order of their quarters."""

    def is_met(self, level: int | None) -> bool | None:
        """Whether a level reaches what the group aimed at then; None where there is nothing to say yet."""
        return None if self.target is None or level is None else level >= self.target


def last_time(
    previous: Assessment, now: Assessment, item: str, initiatives: Mapping[str, Initiative]
) -> LastTime | None:
    """What was said about an item the last time; None where it was not talked about.

    Args:
        previous: the assessment before.
        now: the one that asks; its mode says whether the item is a practice or a dimension.
        item: what is asked.
        initiatives: those of the model at hand, for the titles of what was planned.
    """
    if not can_stand_beside(previous, now) or item not in _known(previous, now):
        return None
    then = _asked_like(previous, now)
    rating = then.answer(item)
    steps = tuple(_open_steps(then, item, initiatives))
    talked_about = rating.is_settled or rating.note or rating.evidence or rating.last_votes
    if not talked_about and not steps:
        return None
    return LastTime(previous.workshop.date, rating, target_of(then, item), steps)


def can_stand_beside(previous: Assessment, now: Assessment) -> bool:
    """Whether a level meant then what it means now: the same model, major version and scale."""
    then, here = previous.model, now.model
    return (
        then.id == here.id
        and then.top == here.top
        and then.version.split(".")[0] == here.version.split(".")[0]
        and previous.id != now.id
    )


def _known(previous: Assessment, now: Assessment) -> Mapping[str, object]:
    return previous.model.dimensions if now.workshop.mode == "pulse" else previous.model.practices


def _asked_like(previous: Assessment, now: Assessment) -> Assessment:
    """The earlier assessment seen through what is asked now, which may be the other mode."""
    if previous.workshop.mode == now.workshop.mode:
        return previous
    workshop = previous.workshop.model_copy(update={"mode": now.workshop.mode})
    return previous.model_copy(update={"workshop": workshop})


def _open_steps(then: Assessment, item: str, initiatives: Mapping[str, Initiative]) -> Iterator[OpenStep]:
    if then.roadmap is None:
        return
    steps = then.roadmap.steps
    for key in sorted(steps, key=lambda each: (steps[each].quarter, each)):
        initiative = initiatives.get(key)
        if initiative is None or steps[key].status in _OVER:
            continue
        if item in _lifted(then, initiative):
            yield OpenStep(key, initiative.title, steps[key])


def _lifted(then: Assessment, initiative: Initiative) -> set[str]:
    """The items that an initiative lifts: practices, in pulse mode their dimensions."""
    practices = [step.practice for step in initiative.steps]
    if then.workshop.mode != "pulse":
        return set(practices)
    return {then.model.practices[key].dimension for key in practices if key in then.model.practices}
