"""The roadmap as lines: a heading a quarter, a line an initiative, what did not fit at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.scoring import Profile, Result, profile
from culture_tui.domain.standing import planned_days, steps_in
from culture_tui.language import _, interface_words
from culture_tui.reports.roadmap import (
    lifts_text,
    reason_text,
    status_text,
)
from culture_tui.reports.wording import days_text, level_text, quarter_text, score_text, so_far
from culture_tui.reports.worth import candidates_of, value_text
from culture_tui.tui.widgets.lines import padded, spread

_WIDE: Final = 100
_MOST_QUARTERS: Final = 12
_DAYS: Final = re.compile(r"[0-9]{1,6}([.,][0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """A line; headings have no id."""

    id: str | None
    text: str


def summary_line(assessment: Assessment, record: RoadmapRecord, after: Sequence[Profile]) -> str:
    """Where the plan starts and where it leads, by the profiles after each quarter."""
    now = profile(assessment).overall
    if now.level is None:
        return _("Nothing is rated yet, so there is nothing to plan.")
    last = after[-1].overall
    said = _(
        "Today level {level}, score {score}. After {quarters} quarters level {then_level}, score {then}."
    ).format(
        level=level_text(assessment.model, now.level),
        score=score_text(now.score),
        quarters=record.quarters,
        then_level=level_text(assessment.model, last.level),
        then=score_text(last.score),
    )
    careful = so_far(now.coverage, interface_words())
    return f"{said} ({careful})" if careful else said


def roadmap_rows(
    model: MaturityModel, record: RoadmapRecord, after: Sequence[Profile], width: int
) -> list[RoadmapRow]:
    """All lines of the roadmap, each at most `width` cells."""
    listed: list[RoadmapRow] = []
    for quarter, then in enumerate(after, start=1):
        days = _("{planned} of {capacity} days").format(
            planned=days_text(planned_days(model, record, quarter)),
            capacity=days_text(record.capacity[quarter - 1]),
        )
        promise = "" if then.overall.level is None else _promise(then.overall)
        name = quarter_text(record.start, quarter, interface_words())
        listed.append(RoadmapRow(None, spread(f"{name}  {days}", promise, width)))
        listed += [
            RoadmapRow(key, _step_line(model, key, step, width))
            for key, step in steps_in(model, record, quarter)
        ]
    unplanned = [each for each in record.unplanned if each.initiative in model.initiatives]
    if unplanned:
        listed.append(RoadmapRow(None, _("Did not fit")))
    for each in unplanned:
        title = f"  {model.initiatives[each.initiative].title}"
        reason = reason_text(each.reason, interface_words())
        listed.append(RoadmapRow(each.initiative, spread(title, reason, width)))
    return listed


def _promise(overall: Result) -> str:
    return _("then level {level}, score {score}").format(level=overall.level, score=score_text(overall.score))


def particulars(assessment: Assessment, model: MaturityModel, key: str) -> tuple[str, list[str]]:
    """An initiative in full: its title, and a paragraph for each thing to know about it."""
    initiative = model.initiatives[key]
    record = assessment.roadmap
    worth = candidates_of(assessment, model)
    step = None if record is None else record.steps.get(key)
    said = [
        initiative.action,
        _("Done when: {end}").format(end=initiative.done_when),
        _("Lifts: {lifts}").format(lifts=lifts_text(model, initiative)),
        _("Effort: {days} person-days over {weeks} weeks").format(
            days=days_text(initiative.effort_days), weeks=initiative.weeks
        ),
        _("Owner: {owner}").format(owner=_owner(step, initiative.owner_role)),
    ]
    if initiative.needs:
        needs = ", ".join(model.initiatives[need].title for need in initiative.needs)
        said.append(_("Needs: {needs}").format(needs=needs))
    if step is not None and step.status != "planned":
        said.append(_("Status: {status}").format(status=status_text(step.status, interface_words())))
    said.append(value_text(assessment, model, worth.get(key), interface_words()))
    return initiative.title, said


def capacity_lines(record: RoadmapRecord) -> tuple[str, str]:
    """The capacity as it is typed: one number where all quarters hold the same, else each; the quarters."""
    days = [days_text(each) for each in record.capacity]
    return (days[0] if len(set(days)) == 1 else " ".join(days)), str(record.quarters)


def wrong_capacity(lines: tuple[str, ...]) -> str:
    """What is wrong with a typed capacity; empty where nothing is."""
    days, quarters = lines
    if quarters not in map(str, range(1, _MOST_QUARTERS + 1)):
        return _("The quarters must be a whole number from 1 to 12.")
    numbers = days.split()
    if not numbers or not all(_DAYS.fullmatch(each) and _number(each) > 0 for each in numbers):
        return _("The days must be numbers above 0, with a space between.")
    if len(numbers) not in {1, int(quarters)}:
        return _("Give one number for all quarters, or one for each.")
    return ""


def capacity_from(lines: tuple[str, ...]) -> tuple[float, ...]:
    """The days that each quarter may hold, from what was typed; `wrong_capacity` has passed it."""
    days, quarters = lines
    numbers = tuple(map(_number, days.split()))
    return numbers * int(quarters) if len(numbers) == 1 else numbers


def _number(typed: str) -> float:
    """A number with a decimal point or comma."""
    return float(typed.replace(",", "."))


def _step_line(model: MaturityModel, key: str, step: PlannedStep, width: int) -> str:
    initiative = model.initiatives[key]
    mark = "■" if step.pinned else "●" if step.status == "planned" else "✓" if step.status == "done" else "▸"
    days = _("{days} d").format(days=days_text(initiative.effort_days))
    if width < _WIDE:
        return spread(f"{mark} {initiative.title}", f"{_owner(step, initiative.owner_role)} {days:>7}", width)
    lifts = padded(lifts_text(model, initiative), width // 3)
    right = f"{lifts}  {padded(_owner(step, initiative.owner_role), 28)} {days:>7}"
    return spread(f"{mark} {initiative.title}", right, width)


def _owner(step: PlannedStep | None, role: str) -> str:
    """Who leads; the role that the model proposes stands in brackets until somebody does."""
    return step.owner if step is not None and step.owner else f"({role})"
