"""What people type about a step of the roadmap, taken in field by field.

What fits is kept even where another field does not fit yet: nobody types an owner twice
because of a slip in a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import ModelSkeleton, Step
from culture_tui.domain.own_steps import own_id, with_own_step, without_step
from culture_tui.domain.quarters import quarter_of
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord
from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.domain.values import LONGEST_LINE, LONGEST_PROSE, SENSIBLE_YEARS
from culture_tui.errors import Phrase

Typed = Mapping[str, str]
"""The text of each field by its name."""

Wrong = dict[str, Phrase]
"""What is wrong with a field, by its name."""

STATUSES: Final = ("planned", "started", "done", "dropped")
OWN_FIELDS: Final = ("title", "days", "weeks", "practice", "start", "end")

_MOST_DAYS: Final = 10_000
_MOST_WEEKS: Final = 520
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_NUMBER: Final = re.compile(r"[0-9]{1,5}([.,][0-9]{1,3})?", re.ASCII)
_WHOLE: Final = re.compile(r"[0-9]{1,4}", re.ASCII)
_NAMED: Final = re.compile(r"[^0-9]{0,9}([1-4])[^0-9]{1,3}([0-9]{4})", re.ASCII)


def as_typed(model: ModelSkeleton, own: OwnInitiative) -> dict[str, str]:
    """What stands in the fields of an own step's window to begin with."""
    lift = own.steps[0] if own.steps else None
    known = lift is not None and lift.practice in model.practices
    return {
        "title": own.title,
        "days": f"{own.effort_days:g}",
        "weeks": f"{own.weeks}",
        "practice": model.practices[lift.practice].title if lift is not None and known else "",
        "start": f"{lift.start}" if lift is not None else "",
        "end": f"{lift.end}" if lift is not None else "",
    }


def edited(assessment: Assessment, key: str, typed: Typed, at: datetime) -> tuple[Assessment, Wrong]:
    """The assessment with what was typed about a step, as far as it fits, and what is wrong with the rest.

    A step that was not in the plan is in it once it has a quarter.
    """
    record = assessment.roadmap
    if record is None:
        return assessment, {}
    step, wrong = _step(record.steps.get(key), typed, record)
    if key in record.own and step is not None:
        own, wrong_too = _own(record.own[key], typed, assessment.model)
        wrong |= wrong_too
        if own is not None and (own, step) != (record.own[key], record.steps.get(key)):
            return with_own_step(assessment, key, own, step, at), wrong
    elif step is not None and step != record.steps.get(key):
        return placed(assessment, key, step, at), wrong
    return assessment, wrong


def added(
    assessment: Assessment, taken: Collection[str], typed: Typed, at: datetime, before: str
) -> tuple[Assessment, str, Wrong]:
    """The assessment with an own step that was typed, its id, and what is wrong with its fields.

    Args:
        assessment: as it is.
        taken: the ids that the model's initiatives have.
        typed: the fields.
        at: now.
        before: the id that the step has already, as its title was typed further; empty for a new one.
    """
    rest = without_step(assessment, before, at) if before else assessment
    record = rest.roadmap
    if record is None:
        return assessment, before, {}
    step, wrong = _step(None, typed, record)
    own, wrong_too = _own(None, typed, rest.model)
    wrong |= wrong_too
    if own is None or step is None:
        return assessment, before, wrong
    key = own_id(own.title, {*taken, *record.steps, *record.own})
    after = with_own_step(rest, key, own, step.model_copy(update={"pinned": False}), at)
    return (assessment if after.roadmap == assessment.roadmap else after), key, wrong


def placed(assessment: Assessment, key: str, step: PlannedStep, at: datetime) -> Assessment:
    """The roadmap with a step as given; it no longer counts as one that did not fit."""
    record = assessment.roadmap
    if record is None:
        return assessment
    steps = {**record.steps, key: step}
    changes = {
        "steps": {name: steps[name] for name in sorted(steps, key=lambda name: (steps[name].quarter, name))},
        "unplanned": tuple(each for each in record.unplanned if each.initiative != key),
    }
    return assessment.with_roadmap(record.model_copy(update=changes), at)


def matching(model: ModelSkeleton, text: str) -> list[str]:
    """The practices whose title holds a text, in the model's order; the one that is the text comes alone."""
    wanted = " ".join(clean_line(text).casefold().split())
    titles = {key: " ".join(each.title.casefold().split()) for key, each in model.practices.items()}
    if not wanted:
        return []
    same = [key for key, title in titles.items() if title == wanted]
    return same or [key for key, title in titles.items() if wanted in title]


def _step(
    before: PlannedStep | None, typed: Typed, record: RoadmapRecord
) -> tuple[PlannedStep | None, Wrong]:
    """The step with what fits; None where it would be new and has no quarter."""
    readers: dict[str, Callable[[str], object]] = {
        "quarter": lambda text: _quarter(text, record),
        "status": lambda text: text if text in STATUSES else Phrase("this is no status"),
        "owner": lambda text: _at_most(clean_line(text), LONGEST_LINE),
        "due": _due,
        "note": lambda text: _at_most(clean(text), LONGEST_PROSE),
    }
    found, wrong = _read(readers, typed)
    quarter = found.get("quarter")
    if before is None:
        if not isinstance(quarter, int):
            return None, wrong
        return PlannedStep.model_validate({"pinned": True} | found), wrong
    if isinstance(quarter, int) and quarter != before.quarter:
        found["pinned"] = True
    same = all(getattr(before, name) == value for name, value in found.items())
    return before if same else before.model_copy(update=found), wrong


def _own(
    before: OwnInitiative | None, typed: Typed, model: ModelSkeleton
) -> tuple[OwnInitiative | None, Wrong]:
    """The own initiative with what fits; None where it would be new and lacks what it must have."""
    readers: dict[str, Callable[[str], object]] = {
        "title": _title,
        "effort_days": _days,
        "weeks": _weeks,
    }
    fields = {**typed, "effort_days": typed["days"]}
    found, wrong = _read(readers, fields)
    if "effort_days" in wrong:
        wrong["days"] = wrong.pop("effort_days")
    if before is None or [typed[name] for name in OWN_FIELDS[3:]] != [
        as_typed(model, before)[name] for name in OWN_FIELDS[3:]
    ]:
        lift, wrong_too = _lift(typed, model)
        wrong |= wrong_too
        if not wrong_too:
            rest = before.steps[1:] if before is not None else ()
            found["steps"] = (*lift, *rest)
    if before is not None:
        return before.model_copy(update=found), wrong
    if {"title", "days", "weeks"} & wrong.keys():
        return None, wrong
    return OwnInitiative.model_validate(found), wrong


def _read(readers: Mapping[str, Callable[[str], object]], typed: Typed) -> tuple[dict[str, object], Wrong]:
    found: dict[str, object] = {}
    wrong: Wrong = {}
    for name, read in readers.items():
        value = read(typed[name].strip() if name != "note" else typed[name])
        if isinstance(value, Phrase):
            wrong[name] = value
        else:
            found[name] = value
    return found, wrong


def _quarter(text: str, record: RoadmapRecord) -> int | Phrase:
    """A quarter by its number, or by its name such as Q2 2027."""
    if _WHOLE.fullmatch(text) and 1 <= int(text) <= record.quarters:
        return int(text)
    if named := _NAMED.fullmatch(text):
        wanted = (int(named[1]), int(named[2]))
        for number in range(1, record.quarters + 1):
            if quarter_of(record.start, number) == wanted:
                return number
    return Phrase(
        "the quarter must be one of the roadmap: a number from 1 to {quarters}", quarters=record.quarters
    )


def _due(text: str) -> date | Phrase | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return Phrase("the calendar has no day {day}", day=text)
    if day is None or day.year not in SENSIBLE_YEARS:
        return Phrase("the due date must look like 2027-03-31, or be empty")
    return day


def _title(text: str) -> str | Phrase:
    title = clean_line(text)
    return _at_most(title, LONGEST_LINE) if title.strip() else Phrase("the step needs a title")


def _days(text: str) -> float | Phrase:
    days = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 0.0
    if 0 < days <= _MOST_DAYS:
        return days
    return Phrase("the days must be a number above 0, at most {most}", most=_MOST_DAYS)


def _weeks(text: str) -> int | Phrase:
    if _WHOLE.fullmatch(text) and 1 <= int(text) <= _MOST_WEEKS:
        return int(text)
    return Phrase("the weeks must be a whole number from 1 to {most}", most=_MOST_WEEKS)


def _lift(typed: Typed, model: ModelSkeleton) -> tuple[tuple[Step, ...], Wrong]:
    """What an own step lifts: nothing, or one practice from a level to a higher one."""
    text = typed["practice"].strip()
    if not text:
        return (), {}
    found = matching(model, text)
    if not found:
        return (), {"practice": Phrase("no practice has “{text}” in its title", text=clean_line(text))}
    if len(found) > 1:
        what = Phrase("{count} practices have this in their title: pick one of them", count=len(found))
        return (), {"practice": what}
    if not typed["start"].strip() and not typed["end"].strip():
        return (), {"start": Phrase("say from which level to which it lifts the practice")}
    levels = {name: _level(typed[name].strip(), model.top) for name in ("start", "end")}
    wrong = {name: level for name, level in levels.items() if isinstance(level, Phrase)}
    start, end = levels["start"], levels["end"]
    if isinstance(start, int) and isinstance(end, int):
        if start < end:
            return (Step.model_validate({"practice": found[0], "from": start, "to": end}),), {}
        wrong["end"] = Phrase("a step goes up: from {start} to {end} does not", start=start, end=end)
    return (), wrong


def _level(text: str, top: int) -> int | Phrase:
    if _WHOLE.fullmatch(text) and 1 <= int(text) <= top:
        return int(text)
    return Phrase("the level must be a whole number from 1 to {top}", top=top)


def _at_most(text: str, bound: int) -> str | Phrase:
    return text if len(text) <= bound else Phrase("longer than {bound} characters", bound=bound)
