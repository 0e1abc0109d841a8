"""Roadmap: what to do in which quarter, who leads, and what it promises."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import ClassVar, Final

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.modes import deeper, weakest
from culture_tui.domain.own_steps import without_step
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.standing import moves
from culture_tui.domain.step_edits import STATUSES, added, as_typed, edited, placed
from culture_tui.errors import Phrase
from culture_tui.language import _, interface_words, marked, say
from culture_tui.reports.projected import initiative_titles
from culture_tui.reports.wording import quarter_text
from culture_tui.tui.capacity_view import capacity_from, capacity_lines, wrong_capacity
from culture_tui.tui.roadmap_view import moves_text, pulse_line
from culture_tui.tui.screens.dialogs import LinesDialog
from culture_tui.tui.screens.roadmap_list import RoadmapList
from culture_tui.tui.screens.step_dialog import Keep, StepDialog
from culture_tui.tui.workshop import now

_WINDOWS: Final = count(1)
"""Each window's changes are taken back together, and apart from those of the window before."""


class RoadmapScreen(RoadmapList):
    """Plans when it opens, so that the roadmap always follows the ratings; what is pinned stays."""

    HELP = marked(
        "The plan follows the ratings each time it is opened, and holds no more days a quarter than it may. "
        "What you move is pinned and stays, even where the quarter becomes over-full; what you write goes "
        "with its step. Days are spread over the weeks that an initiative takes. Signs: ● planned, "
        "■ pinned, ◆ own, ▸ started, ✓ done, ✗ dropped, ▲ look here; a role in brackets is a proposal."
    )
    CHANGES: ClassVar[frozenset[str]] = frozenset(
        {"undo", "edit", "status", "add", "replan", "move", "owner", "pin", "remove", "capacity"}
    )

    def on_mount(self) -> None:
        """Plan, and keep the plan where it may be kept."""
        if self.workshop.is_final or self.is_pulse:
            return
        planned = self.planned()
        if planned != self.workshop.assessment.roadmap:
            self.workshop.follow(self.workshop.assessment.with_roadmap(planned, now()))

    async def action_deeper(self) -> None:
        """After a pulse ask the practices of its weakest dimensions, else show what the workshop is."""
        before = self.workshop.assessment
        if self.workshop.is_final or not (self.is_pulse and weakest(before)):
            await self.run_action("app.room('workshop')")
        elif self.change(lambda: deeper(before, now())):
            await self.run_action("app.room('scoring')")

    def action_edit(self) -> None:
        """Open a window with everything about the step."""
        key, record = self.chosen(), self.record()
        if key is None:
            self.tell(_("Go to a step first."))
            return
        kind, step, own = f"step {next(_WINDOWS)}", record.steps.get(key), record.own.get(key)
        values = _fields(step, record)
        if own is not None:
            values |= as_typed(self.workshop.assessment.model, own)
        self._open(
            initiative_titles(self.model, [key]),
            values,
            lambda typed: self._take(*edited(self.workshop.assessment, key, typed, now()), kind),
            lambda: key,
        )

    def action_add(self) -> None:
        """Open a window for a step of the group's own."""
        if self.workshop.assessment.roadmap is None:
            self.tell(pulse_line(self.workshop.assessment))
            return
        blank = {"title": "", "days": "5", "weeks": "6", "practice": "", "start": "", "end": ""}
        values = _fields(PlannedStep(quarter=self.quarter()), self.record()) | blank
        kind, at = f"step {next(_WINDOWS)}", [""]

        def take(typed: Mapping[str, str]) -> Mapping[str, str]:
            if {**typed} == values:
                return {}
            assessment, known = self.workshop.assessment, self.workshop.model.initiatives
            after, at[0], wrong = added(assessment, known, typed, now(), at[0])
            return self._take(after, wrong, kind)

        self._open(_("A step of your own"), values, take, lambda: at[0])

    def action_status(self) -> None:
        """Go round the statuses."""
        key, step = self.chosen_step()
        if key is not None and step is not None:
            status = STATUSES[(STATUSES.index(step.status) + 1) % len(STATUSES)]
            self._keep(key, status=status)

    def action_move(self, by: int) -> None:
        """Move the step by a quarter, and pin it there."""
        key, record = self.chosen(), self.record()
        step = None if key is None else record.steps.get(key)
        if key is None or (step is not None and step.status == "dropped"):
            self.tell(_("Only a step of the plan can be moved."))
            return
        quarter = record.quarters if step is None else step.quarter + by
        if not 1 <= quarter <= record.quarters:
            self.tell(_("There is no quarter before this one.") if by < 0 else _("This is the last quarter."))
            return
        moved = (step or PlannedStep(quarter=quarter)).model_copy(update={"quarter": quarter, "pinned": True})
        if self.change(lambda: placed(self.workshop.assessment, key, moved, now())):
            self.show_at(key)

    def action_owner(self) -> None:
        """Say who leads."""
        key = self.chosen()
        step = None if key is None else self.record().steps.get(key)
        if key is None or step is None:
            self.tell(_("Only what is in the plan can have an owner."))
            return
        title = initiative_titles(self.model, [key])
        dialog = LinesDialog(title, (_("Owner"),), lambda _lines: "", (step.owner,))
        self.app.push_screen(dialog, lambda lines: self._keep_owner(key, lines))

    def action_pin(self) -> None:
        """Keep an initiative in its quarter, or let it move again."""
        key, step = self.chosen_step()
        if key is None or step is None:
            return
        if key in self.record().own:
            self.tell(_("A step of your own stays where you put it."))
        else:
            self._keep(key, pinned=not step.pinned)

    def action_remove(self) -> None:
        """Remove an own step, or one that the model no longer has; drop one of the model's."""
        key, step = self.chosen_step()
        if key is None or step is None:
            return
        title, beside = initiative_titles(self.model, [key]), self.beside(key)
        if key in self.workshop.model.initiatives and key not in self.record().own:
            self._keep(key, status="dropped")
            self.tell(_("Dropped: {title}. s or u takes it back.").format(title=title))
        elif self.change(lambda: without_step(self.workshop.assessment, key, now())):
            self.show_at(beside)
            self.tell(_("Removed: {title}. u takes it back.").format(title=title))

    def action_replan(self) -> None:
        """Plan anew, and say what moved."""
        self._plan_anew(None)

    def action_capacity(self) -> None:
        """Ask for the days a quarter and the number of quarters, and plan anew."""
        fields = (_("Person-days a quarter, one number or one for each"), _("Quarters (1 to 12)"))
        in_force = capacity_lines(self.record())
        dialog = LinesDialog(_("Capacity"), fields, wrong_capacity, in_force)
        self.app.push_screen(dialog, self._plan_with_capacity)

    def _plan_with_capacity(self, lines: tuple[str, ...] | None) -> None:
        if lines is not None and lines != capacity_lines(self.record()):
            self._plan_anew(capacity_from(lines))

    def _plan_anew(self, capacity: Sequence[float] | None) -> None:
        if self.is_pulse:
            self.tell(pulse_line(self.workshop.assessment))
            return
        before, planned = self.workshop.assessment.roadmap, self.planned(capacity)
        if planned == before or self.change(lambda: self.workshop.assessment.with_roadmap(planned, now())):
            self.show_all()
            self.tell(moves_text(moves(before, planned)))

    def _keep_owner(self, key: str, lines: tuple[str, ...] | None) -> None:
        if lines is not None:
            self._keep(key, owner=clean_line(lines[0]))

    def _keep(self, key: str, **changes: object) -> None:
        if self.change(lambda: self.workshop.assessment.with_step(key, now(), **changes)):
            self.show_at(key)

    def _take(self, after: Assessment, wrong: Mapping[str, Phrase], kind: str) -> Mapping[str, str]:
        """Keep what was typed; what is wrong with the fields that do not fit."""
        if after is not self.workshop.assessment and (said := self.wrong_with(lambda: after, kind)):
            return {"quarter": said}
        return {name: say(what) for name, what in wrong.items()}

    def _open(self, title: str, values: Mapping[str, str], take: Keep, key: Callable[[], str]) -> None:
        self.app.clear_notifications()
        dialog = StepDialog(title, values, self.workshop.assessment, take, self.trouble)
        self.app.push_screen(dialog, lambda _closed: self.show_at(key()))


def _fields(step: PlannedStep | None, record: RoadmapRecord) -> dict[str, str]:
    """What stands in the fields of a step's window to begin with."""
    if step is None:
        return {"quarter": "", "status": "planned", "owner": "", "due": "", "note": ""}
    return {
        "quarter": quarter_text(record.start, step.quarter, interface_words()),
        "status": step.status,
        "owner": step.owner,
        "due": "" if step.due is None else step.due.isoformat(),
        "note": step.note,
    }
