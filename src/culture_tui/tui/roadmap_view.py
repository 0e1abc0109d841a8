"""The roadmap as lines: a heading a quarter, a line or two an initiative, what is not planned at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rich.cells import cell_len

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.modes import weakest
from culture_tui.domain.projecting import Promise
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.roadmap import gap_of, quarters_of
from culture_tui.domain.scoring import Result, profile
from culture_tui.domain.standing import (
    Moves,
    days_a_quarter,
    days_run_on,
    dropped_steps,
    is_overdue,
    planned_days,
    steps_in,
    too_early,
    unknown_steps,
)
from culture_tui.language import _, interface_words, ngettext
from culture_tui.reports.modes import pulse_roadmap_text
from culture_tui.reports.numbers import days_text, score_text
from culture_tui.reports.projected import initiative_titles
from culture_tui.reports.roadmap import (
    early_text,
    lifts_text,
    over_text,
    reason_text,
    status_text,
    worth_text,
)
from culture_tui.reports.wording import level_text, quarter_text, so_far
from culture_tui.reports.worth import candidates_of
from culture_tui.tui.widgets.lines import padded, shortened, spread

_WIDE: Final = 100
_NARROW: Final = 70
_MARKS: Final = {"planned": "●", "started": "▸", "done": "✓", "dropped": "✗"}
_LONGEST_NOTE: Final = 60


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """What stands in one place of the list: a heading, or an initiative on one line or two."""

    text: str

    id: str | None = None
    """Of the initiative; a heading has none."""

    quarter: int | None = None
    """Of the heading of a quarter, and of what is in it."""


def summary_line(assessment: Assessment, record: RoadmapRecord, after: Sequence[Promise]) -> str:
    """Where the plan starts and where it leads, by the profiles after each quarter."""
    if assessment.workshop.mode == "pulse":
        return pulse_line(assessment)
    now = profile(assessment).overall
    if now.level is None:
        return _("Nothing is rated yet, so there is nothing to plan.")
    last = after[-1].profile.overall
    said = _(
        "Today level {level}, score {score}. After {quarters} quarters level {then_level}, score {then}."
    ).format(
        level=level_text(assessment.model, now.level),
        score=score_text(now.score, interface_words()),
        quarters=record.quarters,
        then_level=level_text(assessment.model, last.level),
        then=score_text(last.score, interface_words()),
    )
    careful = so_far(now.coverage, interface_words())
    said = f"{said} ({careful})" if careful else said
    if not record.steps and not any(gap_of(assessment, key) for key in assessment.ratings):
        said += " " + _("Everything rated stands at its target, so there is nothing to plan.")
    return said


def pulse_line(assessment: Assessment) -> str:
    """Why a workshop in pulse mode has no plan, and the key that leads to one."""
    asks = _("b asks their practices; nothing is lost.") if weakest(assessment) else _("b switches the mode.")
    return f"{pulse_roadmap_text(assessment, interface_words())} {asks}"


def roadmap_rows(
    assessment: Assessment,
    model: MaturityModel,
    record: RoadmapRecord,
    after: Sequence[Promise],
    look: tuple[int, date],
) -> list[RoadmapRow]:
    """All rows of the roadmap.

    Args:
        assessment: what was rated.
        model: with the group's own steps.
        record: the plan.
        after: what it promises, quarter by quarter.
        look: how many cells a line may have, and what day is today.
    """
    width, today = look
    early = too_early(assessment, model, record)
    listed: list[RoadmapRow] = []
    for quarter, promise in enumerate(after, start=1):
        listed.append(RoadmapRow(_heading(model, record, quarter, promise, width), None, quarter))
        for key, _step in steps_in(model, record, quarter):
            said = list(_remarks(model, record, key, early.get(key, ()), today))
            lines = [_step_line(model, record, key, width), *_below(said, width)]
            listed.append(RoadmapRow("\n".join(lines), key, quarter))
    return [*listed, *_unplanned_rows(model, record, width), *_set_aside_rows(model, record, width)]


def particulars(
    assessment: Assessment, model: MaturityModel, record: RoadmapRecord, key: str, today: date
) -> tuple[str, list[str]]:
    """An initiative in full: its title, and a paragraph for each thing to know about it."""
    step = record.steps.get(key)
    place = [] if step is None else [quarter_text(record.start, step.quarter, interface_words())]
    early = too_early(assessment, model, record).get(key, ())
    said = [" · ".join((*place, *_remarks(model, record, key, early, today, whole=True)))]
    if step is not None and step.note:
        said.append(_("Note: {note}").format(note=step.note))
    if key not in model.initiatives:
        said.append(_("The model no longer has this initiative; the step is kept."))
        return key, [each for each in said if each]
    initiative = model.initiatives[key]
    lifts = lifts_text(model, initiative)
    said += [
        initiative.action,
        _("Done when: {end}").format(end=initiative.done_when) if initiative.done_when else "",
        _("Lifts: {lifts}").format(lifts=lifts) if lifts else "",
        _("Effort: {days} person-days over {weeks} weeks").format(
            days=days_text(initiative.effort_days, interface_words()), weeks=initiative.weeks
        ),
        _("Owner: {owner}").format(owner=_owner(step, initiative.owner_role)),
    ]
    if initiative.needs:
        said.append(_("Needs: {needs}").format(needs=initiative_titles(model, initiative.needs)))
    worth = candidates_of(assessment, model)
    said.append(worth_text(assessment, model, key, worth, interface_words()))
    return initiative.title, [each for each in said if each]


def moves_text(found: Moves) -> str:
    """What planning anew did, in a sentence."""
    if not (found.moved or found.new or found.no_longer_fit or found.no_longer_needed):
        return _("Nothing moved: the plan fits the ratings as it is.")
    moved, stayed, new = len(found.moved), len(found.stayed), len(found.new)
    said = [
        ngettext("{count} step moved", "{count} steps moved", moved).format(count=moved),
        ngettext("{count} stayed", "{count} stayed", stayed).format(count=stayed),
    ]
    if new:
        said.append(ngettext("{count} is new", "{count} are new", new).format(count=new))
    behind = []
    if unfit := len(found.no_longer_fit):
        behind.append(ngettext("{count} no longer fits", "{count} no longer fit", unfit).format(count=unfit))
    if gone := len(found.no_longer_needed):
        text = ngettext("{count} is no longer needed", "{count} are no longer needed", gone)
        behind.append(text.format(count=gone))
    return "; ".join(", ".join(each) for each in (said, behind) if each) + "."


def _heading(model: MaturityModel, record: RoadmapRecord, quarter: int, promise: Promise, width: int) -> str:
    days = _("{planned} of {capacity} days").format(
        planned=days_text(planned_days(model, record, quarter), interface_words()),
        capacity=days_text(record.capacity[quarter - 1], interface_words()),
    )
    over = over_text(model, record, quarter, interface_words())
    name = quarter_text(record.start, quarter, interface_words())
    overall = promise.profile.overall
    promised = "" if overall.level is None else _promise(overall, width)
    said = "  ".join(part for part in (name, f"{days} {over}".rstrip()) if part)
    before = days_run_on(model, record, quarter)
    run_on = _("{days} from before").format(days=days_text(before, interface_words()))
    has_room = cell_len(f"{said} · {run_on} {promised}") <= width
    return spread(f"{said} · {run_on}" if before and has_room else said, promised, width)


def _promise(overall: Result, width: int) -> str:
    template = _("then level {level}, {score}") if width < _NARROW else _("then level {level}, score {score}")
    return template.format(level=overall.level, score=score_text(overall.score, interface_words()))


def _unplanned_rows(model: MaturityModel, record: RoadmapRecord, width: int) -> Iterator[RoadmapRow]:
    unplanned = [each for each in record.unplanned if each.initiative in model.initiatives]
    if unplanned:
        yield RoadmapRow(_("Did not fit"))
    for each in unplanned:
        title = f"  {model.initiatives[each.initiative].title}"
        reason = reason_text(each.reason, interface_words())
        if width < _NARROW:
            yield RoadmapRow("\n".join((shortened(title, width), *_below([reason], width))), each.initiative)
        else:
            yield RoadmapRow(spread(title, reason, width), each.initiative)


def _set_aside_rows(model: MaturityModel, record: RoadmapRecord, width: int) -> Iterator[RoadmapRow]:
    """What was given up, and what the model no longer has."""
    words = interface_words()
    for heading, steps in (
        (_("Dropped (s takes one back)"), dropped_steps(record)),
        (_("No longer in the model"), unknown_steps(model, record)),
    ):
        if steps:
            yield RoadmapRow(heading)
        for key, step in steps:
            left = f"{_MARKS[step.status]} {initiative_titles(model, [key])}"
            right = quarter_text(record.start, step.quarter, words)
            note = [_quoted(step.note)] if step.note else []
            yield RoadmapRow("\n".join((spread(left, right, width), *_below(note, width))), key)


def _step_line(model: MaturityModel, record: RoadmapRecord, key: str, width: int) -> str:
    initiative, step = model.initiatives[key], record.steps[key]
    mark = _MARKS[step.status]
    if step.status == "planned":
        mark = "◆" if key in record.own else "■" if step.pinned else mark
    days = _("{days} d").format(days=days_text(initiative.effort_days, interface_words()))
    owner = _owner(step, initiative.owner_role)
    if width < _WIDE:
        owner = shortened(owner, width * 2 // 5)
        return spread(f"{mark} {initiative.title}", f"{owner} {days:>7}", width)
    lifts = padded(lifts_text(model, initiative), width // 3)
    return spread(f"{mark} {initiative.title}", f"{lifts}  {padded(owner, 28)} {days:>7}", width)


def _below(said: Sequence[str], width: int) -> list[str]:
    """What is said about a step as a line below it, where there is something."""
    return [shortened(f"    {' · '.join(said)}", width)] if said else []


def _remarks(
    model: MaturityModel,
    record: RoadmapRecord,
    key: str,
    early: Sequence[str],
    today: date,
    *,
    whole: bool = False,
) -> Iterator[str]:
    """What there is to say about a step beyond its line, what is wrong first."""
    step = record.steps.get(key)
    if step is None:
        return
    if early:
        yield early_text(model, early, interface_words())
    initiative = model.initiatives.get(key)
    if initiative is not None and quarters_of(initiative) > 1 and step.status in {"planned", "started"}:
        yield _("{days} of {all} days fall in this quarter").format(
            days=days_text(days_a_quarter(initiative), interface_words()),
            all=days_text(initiative.effort_days, interface_words()),
        )
    if is_overdue(step, today):
        yield _("▲ overdue since {date}").format(date=step.due)
    elif step.due is not None:
        yield _("due {date}").format(date=step.due)
    if step.status != "planned" or whole:
        yield status_text(step.status, interface_words())
    if key in record.own:
        yield _("own step")
    elif step.pinned:
        yield _("pinned")
    if step.note and not whole:
        yield _quoted(step.note)


def _quoted(note: str) -> str:
    """The beginning of a note, on one line."""
    return _("“{note}”").format(note=shortened(" ".join(note.split()), _LONGEST_NOTE))


def _owner(step: PlannedStep | None, role: str) -> str:
    """Who leads; the role that the model proposes stands in brackets until somebody does."""
    if step is not None and step.owner:
        return step.owner
    return f"({role})" if role else ""
