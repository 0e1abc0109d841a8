"""The roadmap as a document, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Initiative, MaturityModel
from culture_tui.domain.quarters import quarter_of
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.roadmap import Candidate, projections, quarters_of
from culture_tui.domain.scoring import profile
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from culture_tui.reports.wording import (
    NOTHING,
    about,
    careful_text,
    days_text,
    level_text,
    quarter_text,
    score_text,
)
from culture_tui.reports.worth import candidates_of, value_text, worth_json

_NEXT: Final = 4
"""Quarters 2 to 4 come next; what is behind them is later."""


def roadmap_document(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord, words: NullTranslations
) -> Document:
    """What to do in which quarter, who leads, and the profile that it promises."""
    worth = candidates_of(assessment, model)
    return (
        *_opening(assessment, record, words),
        *_summary(assessment, model, record, words),
        *(
            block
            for quarter in range(1, record.quarters + 1)
            for block in _quarter(assessment, model, record, quarter, worth, words)
        ),
        *_unplanned(model, record, words),
    )


def roadmap_json(assessment: Assessment, model: MaturityModel, record: RoadmapRecord) -> dict[str, object]:
    """The roadmap as data; its keys are a contract (docs/assessment-format.md)."""
    after = projections(assessment, model, record)
    worth = candidates_of(assessment, model)
    return {
        "id": assessment.id,
        "start": record.start.isoformat(),
        "quarters": [
            {
                "quarter": number,
                "name": "Q{} {}".format(*quarter_of(record.start, number)),
                "capacity": record.capacity[number - 1],
                "planned_days": planned_days(model, record, number),
                "projected": {"score": projected.overall.score, "level": projected.overall.level},
                "steps": [
                    _step_json(key, step, model.initiatives[key]) | worth_json(assessment, worth.get(key))
                    for key, step in steps_in(model, record, number)
                ],
            }
            for number, projected in enumerate(after, start=1)
        ],
        "unplanned": [each.model_dump(mode="json") for each in record.unplanned],
    }


def steps_in(model: MaturityModel, record: RoadmapRecord, quarter: int) -> list[tuple[str, PlannedStep]]:
    """The steps that start in a quarter (from 1), but for those that the model no longer knows."""
    return [
        (key, step)
        for key, step in record.steps.items()
        if step.quarter == quarter and step.status != "dropped" and key in model.initiatives
    ]


def planned_days(model: MaturityModel, record: RoadmapRecord, quarter: int) -> float:
    """Person-days that fall into a quarter, of the steps that start in it or run on into it."""
    total = 0.0
    for start in range(1, quarter + 1):
        for key, step in steps_in(model, record, start):
            length = quarters_of(model.initiatives[key])
            if step.status != "done" and quarter < start + length:
                total += model.initiatives[key].effort_days / length
    return total


def lifts_text(model: MaturityModel, initiative: Initiative) -> str:
    """What an initiative lifts: `Mission 2→3`."""
    return ", ".join(
        f"{model.practices[step.practice].title} {step.start}→{step.end}" for step in initiative.steps
    )


def reason_text(reason: str, words: NullTranslations) -> str:
    """Why an initiative is not in the plan."""
    _ = words.gettext
    reasons = {
        "capacity": _("no room left within the days a quarter"),
        "precedence": _("what it waits for is not in the plan either"),
        "horizon": _("it would end after the last quarter"),
    }
    return reasons[reason]


def _step_json(key: str, step: PlannedStep, initiative: Initiative) -> dict[str, object]:
    return {
        "initiative": key,
        "title": initiative.title,
        "steps": [each.model_dump(by_alias=True) for each in initiative.steps],
        "effort_days": initiative.effort_days,
        "weeks": initiative.weeks,
        "owner": step.owner,
        "owner_role": initiative.owner_role,
        "status": step.status,
        "due": None if step.due is None else step.due.isoformat(),
        "note": step.note,
        "pinned": step.pinned,
    }


def _opening(assessment: Assessment, record: RoadmapRecord, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(1, _("Roadmap: {title}").format(title=assessment.title))
    span = f"{quarter_text(record.start, 1, words)} – {quarter_text(record.start, record.quarters, words)}"
    yield Paragraph(" · ".join(part for part in (about(assessment), span) if part))


def _summary(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord, words: NullTranslations
) -> Iterator[Block]:
    _ = words.gettext
    now = profile(assessment).overall
    if now.level is None:
        yield Paragraph(_("Nothing is rated yet, so there is nothing to plan."))
        return
    careful = careful_text(now.coverage, words)
    if careful:
        yield Paragraph(careful)
    yield Paragraph(
        _("Today: level {level}, score {score}.").format(
            level=level_text(assessment.model, now.level), score=score_text(now.score)
        )
    )
    rows = tuple(
        (
            quarter_text(record.start, number, words),
            f"{days_text(planned_days(model, record, number))} / {days_text(record.capacity[number - 1])}",
            level_text(assessment.model, projected.overall.level),
            score_text(projected.overall.score),
        )
        for number, projected in enumerate(projections(assessment, model, record), start=1)
    )
    header = (_("Quarter"), _("Days"), _("Projected level"), _("Projected score"))
    yield Table(header, rows, frozenset({1, 3}))


def _quarter(
    assessment: Assessment,
    model: MaturityModel,
    record: RoadmapRecord,
    quarter: int,
    worth: Mapping[str, Candidate],
    words: NullTranslations,
) -> Iterator[Block]:
    _ = words.gettext
    steps = steps_in(model, record, quarter)
    if not steps:
        return
    horizon = _("committed") if quarter == 1 else _("next") if quarter <= _NEXT else _("later")
    yield Heading(2, f"{quarter_text(record.start, quarter, words)} · {horizon}")
    for key, step in steps:
        initiative = model.initiatives[key]
        yield Heading(3, initiative.title)
        yield Paragraph(initiative.action)
        value = value_text(assessment, model, worth.get(key), words)
        yield Bullets((*_particulars(model, step, initiative, words), value))
        if step.note:
            yield Quote(step.note)


def _particulars(
    model: MaturityModel, step: PlannedStep, initiative: Initiative, words: NullTranslations
) -> Iterator[str]:
    _ = words.gettext
    yield _("Done when: {end}").format(end=initiative.done_when)
    yield _("Lifts: {lifts}").format(lifts=lifts_text(model, initiative))
    yield _("Effort: {days} person-days over {weeks} weeks").format(
        days=days_text(initiative.effort_days), weeks=initiative.weeks
    )
    proposed = _("{role} (proposed)").format(role=initiative.owner_role) if initiative.owner_role else NOTHING
    owner = step.owner or proposed
    yield _("Owner: {owner}").format(owner=owner)
    if step.due is not None:
        yield _("Due: {date}").format(date=step.due.isoformat())
    if step.status != "planned":
        yield _("Status: {status}").format(status=status_text(step.status, words))
    if initiative.needs:
        needs = ", ".join(model.initiatives[need].title for need in initiative.needs)
        yield _("Needs: {needs}").format(needs=needs)


def status_text(status: str, words: NullTranslations) -> str:
    """A step's status as a word."""
    _ = words.gettext
    return {"planned": _("planned"), "started": _("started"), "done": _("done"), "dropped": _("dropped")}[
        status
    ]


def _unplanned(model: MaturityModel, record: RoadmapRecord, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    known = [each for each in record.unplanned if each.initiative in model.initiatives]
    if not known:
        return
    yield Heading(2, _("Did not fit"))
    yield Table(
        (_("Initiative"), _("Days"), _("Why")),
        tuple(
            (
                model.initiatives[each.initiative].title,
                days_text(model.initiatives[each.initiative].effort_days),
                reason_text(each.reason, words),
            )
            for each in known
        ),
        frozenset({1}),
    )
