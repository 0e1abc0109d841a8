"""The roadmap as lines: a heading a quarter, a line an initiative, what did not fit at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from culture_tui.domain.assessment import Assessment, PlannedStep, RoadmapRecord
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.roadmap import projections
from culture_tui.domain.scoring import profile
from culture_tui.language import _, interface_words
from culture_tui.reports.roadmap import lifts_text, planned_days, reason_text, status_text, steps_in
from culture_tui.reports.wording import days_text, level_text, quarter_text, score_text
from culture_tui.tui.widgets.lines import padded, spread

_WIDE: Final = 100
_MOST_QUARTERS: Final = 12
_MOST_DAYS: Final = 100_000


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """A line; headings have no id."""

    id: str | None
    text: str


def summary_line(assessment: Assessment, model: MaturityModel, record: RoadmapRecord) -> str:
    """Where the plan starts and where it leads."""
    now = profile(assessment).overall
    if now.level is None:
        return _("Nothing is rated yet, so there is nothing to plan.")
    last = projections(assessment, model, record)[-1].overall
    return _(
        "Today level {level}, score {score}. After {quarters} quarters level {then_level}, score {then}."
    ).format(
        level=level_text(assessment.model, now.level),
        score=score_text(now.score),
        quarters=record.quarters,
        then_level=level_text(assessment.model, last.level),
        then=score_text(last.score),
    )


def roadmap_rows(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord, width: int
) -> list[RoadmapRow]:
    """All lines of the roadmap, each at most `width` cells."""
    listed: list[RoadmapRow] = []
    for quarter, after in enumerate(projections(assessment, model, record), start=1):
        days = _("{planned} of {capacity} days").format(
            planned=days_text(planned_days(model, record, quarter)),
            capacity=days_text(record.capacity[quarter - 1]),
        )
        promise = _("then level {level}, score {score}").format(
            level=after.overall.level, score=score_text(after.overall.score)
        )
        listed.append(
            RoadmapRow(
                None,
                spread(f"{quarter_text(record.start, quarter, interface_words())}  {days}", promise, width),
            )
        )
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


def particulars(assessment: Assessment, model: MaturityModel, key: str) -> tuple[str, list[str]]:
    """An initiative in full: its title, and a paragraph for each thing to know about it."""
    initiative = model.initiatives[key]
    record = assessment.roadmap
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
    return initiative.title, said


def wrong_capacity(lines: tuple[str, ...]) -> str:
    """What is wrong with a typed capacity; empty where nothing is."""
    days, quarters = lines
    try:
        sound = 0 < float(days) <= _MOST_DAYS
    except ValueError:
        sound = False
    if not sound:
        return _("The days must be a number above 0.")
    if not (quarters.isdecimal() and 1 <= int(quarters[:4]) <= _MOST_QUARTERS):
        return _("The quarters must be a whole number from 1 to 12.")
    return ""


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
