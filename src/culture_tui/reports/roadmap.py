"""The roadmap as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from gettext import NullTranslations
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import Initiative, MaturityModel
from culture_tui.domain.projecting import promises
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.roadmap import Candidate
from culture_tui.domain.scoring import profile
from culture_tui.domain.standing import (
    days_over,
    dropped_steps,
    planned_days,
    steps_in,
    too_early,
    unknown_steps,
)
from culture_tui.reports.dates import day_text
from culture_tui.reports.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from culture_tui.reports.modes import pulse_roadmap_text
from culture_tui.reports.numbers import NOTHING, days_text, score_text
from culture_tui.reports.projected import initiative_titles, projected_blocks
from culture_tui.reports.wording import about, careful_text, level_text, quarter_text
from culture_tui.reports.worth import candidates_of, value_text

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
        *_set_aside(model, record, words),
        *projected_blocks(assessment, model, record, words),
    )


def days_of(model: MaturityModel, record: RoadmapRecord, quarter: int, words: NullTranslations) -> str:
    """The days planned in a quarter and those that it may hold: `18 / 20`."""
    planned, capacity = planned_days(model, record, quarter), record.capacity[quarter - 1]
    return f"{days_text(planned, words)} / {days_text(capacity, words)}"


def over_text(model: MaturityModel, record: RoadmapRecord, quarter: int, words: NullTranslations) -> str:
    """By how much a quarter is over-full; empty where it is not."""
    _ = words.gettext
    over = days_over(model, record, quarter)
    return _("▲ {days} over").format(days=days_text(over, words)) if over else ""


def lifts_text(model: MaturityModel, initiative: Initiative) -> str:
    """What an initiative lifts: `Mission 2→3`."""
    return ", ".join(
        f"{model.practices[step.practice].title} {step.start}→{step.end}"
        for step in initiative.steps
        if step.practice in model.practices
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


def _opening(assessment: Assessment, record: RoadmapRecord, words: NullTranslations) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(1, _("Roadmap: {title}").format(title=assessment.title))
    span = f"{quarter_text(record.start, 1, words)} – {quarter_text(record.start, record.quarters, words)}"
    yield Paragraph(" · ".join(part for part in (about(assessment), span) if part))


def _summary(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord, words: NullTranslations
) -> Iterator[Block]:
    _ = words.gettext
    if careful := pulse_roadmap_text(assessment, words):
        yield Paragraph(careful)
        return
    now = profile(assessment).overall
    if now.level is None:
        yield Paragraph(_("Nothing is rated yet, so there is nothing to plan."))
        return
    careful = careful_text(now.coverage, words)
    if careful:
        yield Paragraph(careful)
    yield Paragraph(
        _("Today: level {level}, score {score}.").format(
            level=level_text(assessment.model, now.level), score=score_text(now.score, words)
        )
    )
    rows = tuple(
        (
            quarter_text(record.start, number, words),
            " ".join(
                filter(None, (days_of(model, record, number, words), over_text(model, record, number, words)))
            ),
            level_text(assessment.model, projected.profile.overall.level),
            score_text(projected.profile.overall.score, words),
        )
        for number, projected in enumerate(promises(assessment, model, record), start=1)
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
    early = too_early(assessment, model, record)
    horizon = _("committed") if quarter == 1 else _("next") if quarter <= _NEXT else _("later")
    yield Heading(2, f"{quarter_text(record.start, quarter, words)} · {horizon}")
    for key, step in steps:
        initiative = model.initiatives[key]
        yield Heading(3, initiative.title)
        if initiative.action:
            yield Paragraph(initiative.action)
        said = [*_particulars(model, step, initiative, words), *_place(key, record, words)]
        if key in early:
            said.append(early_text(model, early[key], words))
        yield Bullets((*said, worth_text(assessment, model, key, worth, words)))
        if step.note:
            yield Quote(step.note)


def worth_text(
    assessment: Assessment,
    model: MaturityModel,
    key: str,
    worth: Mapping[str, Candidate],
    words: NullTranslations,
) -> str:
    """What a step is worth, and why; of one that lifts nothing that is measured just that."""
    _ = words.gettext
    if not model.initiatives[key].steps:
        return _("It lifts nothing that is measured.")
    return value_text(assessment, model, worth.get(key), words)


def early_text(model: MaturityModel, needs: Iterable[str], words: NullTranslations) -> str:
    """What a step starts before although it needs it."""
    _ = words.gettext
    return _("▲ before what it needs: {titles}").format(titles=initiative_titles(model, needs))


def _place(key: str, record: RoadmapRecord, words: NullTranslations) -> Iterator[str]:
    _ = words.gettext
    if key in record.own:
        yield _("Added by the group itself")
    if record.steps[key].pinned:
        yield _("Pinned: it stays in this quarter")


def _particulars(
    model: MaturityModel, step: PlannedStep, initiative: Initiative, words: NullTranslations
) -> Iterator[str]:
    _ = words.gettext
    if initiative.done_when:
        yield _("Done when: {end}").format(end=initiative.done_when)
    lifts = lifts_text(model, initiative)
    if lifts:
        yield _("Lifts: {lifts}").format(lifts=lifts)
    yield _("Effort: {days} person-days over {weeks} weeks").format(
        days=days_text(initiative.effort_days, words), weeks=initiative.weeks
    )
    proposed = _("{role} (proposed)").format(role=initiative.owner_role) if initiative.owner_role else NOTHING
    owner = step.owner or proposed
    yield _("Owner: {owner}").format(owner=owner)
    if step.due is not None:
        yield _("Due: {date}").format(date=day_text(step.due, words))
    if step.status != "planned":
        yield _("Status: {status}").format(status=status_text(step.status, words))
    if initiative.needs:
        yield _("Needs: {needs}").format(needs=initiative_titles(model, initiative.needs))


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
                days_text(model.initiatives[each.initiative].effort_days, words),
                reason_text(each.reason, words),
            )
            for each in known
        ),
        frozenset({1}),
    )


def _set_aside(model: MaturityModel, record: RoadmapRecord, words: NullTranslations) -> Iterator[Block]:
    """What was given up, and what the model no longer has, with what people wrote about it."""
    _ = words.gettext
    header = (_("Initiative"), _("Quarter"), _("Status"), _("Owner"), _("Note"))
    for title, steps in (
        (_("Dropped"), dropped_steps(record)),
        (_("No longer in the model"), unknown_steps(model, record)),
    ):
        if steps:
            yield Heading(2, title)
            yield Table(
                header,
                tuple(
                    (
                        initiative_titles(model, [key]),
                        quarter_text(record.start, step.quarter, words),
                        status_text(step.status, words),
                        step.owner or NOTHING,
                        " ".join(step.note.split()) or NOTHING,
                    )
                    for key, step in steps
                ),
            )
