"""The roadmap as a list with a cursor: what stands in it, and what can be read about each of its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from gettext import NullTranslations
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from culture_tui.domain.model import MaturityModel
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.projecting import promises
from culture_tui.domain.quarters import next_quarter
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.safe_text import clean
from culture_tui.domain.standing import changed_steps
from culture_tui.language import _
from culture_tui.planning.plan import plan
from culture_tui.reports.document import Document
from culture_tui.reports.roadmap import roadmap_document
from culture_tui.tui.roadmap_view import RoadmapRow, particulars, roadmap_rows, summary_line
from culture_tui.tui.screens.base import AROUND_A_LINE
from culture_tui.tui.screens.projected import ProjectedDialog
from culture_tui.tui.screens.roadmap_keys import ROADMAP_KEYS
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.screens.workshop_screen import WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.step_list import StepList
from culture_tui.tui.workshop import OpenWorkshop, now


class RoadmapList(WorkshopScreen):
    """Shows the plan as it is kept, and keeps the cursor on its step."""

    AUTO_FOCUS = "StepList"
    BINDINGS: ClassVar[list[BindingType]] = [*ROADMAP_KEYS]

    def __init__(self, workshop: OpenWorkshop) -> None:
        super().__init__(workshop)
        self._rows: list[RoadmapRow] = []
        self._coloured_at: int | None = None

    def content(self) -> Iterable[Widget]:
        """A summary, then the quarters."""
        yield Static(id="summary")
        yield StepList()

    def on_resize(self, event: Resize) -> None:
        """Lines take what room there is."""
        del event
        self.show_all()

    def show_all(self) -> None:
        """Show the plan as it is kept."""
        super().show_all()
        assessment, model, record = self.workshop.assessment, self.model, self.record()
        after = promises(assessment, model, record)
        self.query_one(TopBar).show(self.titled(_("Improvement roadmap")), f"{assessment.workshop.date}")
        self.query_one("#summary", Static).update(plain(summary_line(assessment, record, after)))
        at, before = self.query_one(StepList).highlighted, self._row()
        look = (self.size.width - AROUND_A_LINE, now().date())
        nothing = self.is_pulse and assessment.roadmap is None
        self._rows = [] if nothing else roadmap_rows(assessment, model, record, after, look)
        self._list_rows()
        same = self._index(before.id, before.quarter) if before is not None else self._first_step()
        self._go_to(same if same is not None else at)

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The roadmap."""
        assessment, model, record = self.workshop.assessment, self.model, self.record()
        return "roadmap", lambda words: roadmap_document(assessment, model, record, words)

    def on_option_list_option_highlighted(self) -> None:
        """A heading under the cursor has the cursor's colours, not its own."""
        options = self.query_one(StepList)
        for at in {self._coloured_at, options.highlighted} - {None}:
            if at is not None and at < len(self._rows):
                options.replace_option_prompt_at_index(at, self._shown(at))
        self._coloured_at = options.highlighted

    def on_option_list_option_selected(self) -> None:
        """Show what the initiative is, or what its quarter promises."""
        if self.chosen() is None:
            self.action_projected()
        else:
            self.action_particulars()

    def action_particulars(self) -> None:
        """Show what the initiative is."""
        key = self.chosen()
        if key is not None:
            self.app.clear_notifications()
            today = now().date()
            title, said = particulars(self.workshop.assessment, self.model, self.record(), key, today)
            self.app.push_screen(TextDialog(title, said))

    def action_projected(self) -> None:
        """Show what is promised for the end of the quarter at hand."""
        if self._rows:
            self.app.clear_notifications()
            record = self.record()
            dialog = ProjectedDialog(self.workshop.assessment, self.model, record, self.quarter())
            self.app.push_screen(dialog)

    def action_undo(self) -> None:
        """Take the last change back, and go to the step that it was about."""
        before = self.workshop.assessment.roadmap
        if not self.workshop.undo():
            self.tell(_("There is nothing to take back."))
            return
        changed = changed_steps(before, self.workshop.assessment.roadmap)
        self.show_at(changed[0] if changed else None)
        if before == self.workshop.assessment.roadmap:
            self.tell(_("Taken back: a change on another screen."))

    @property
    def model(self) -> MaturityModel:
        """The model with the group's own steps."""
        return with_own_steps(self.workshop.model, self.workshop.assessment)

    @property
    def is_pulse(self) -> bool:
        """Whether the workshop asks one question a dimension, so that there is nothing to plan."""
        return self.workshop.assessment.workshop.mode == "pulse"

    def planned(self, capacity: Sequence[float] | None = None) -> RoadmapRecord:
        """The plan that the ratings ask for, with what people have settled."""
        assessment = self.workshop.assessment
        before = assessment.roadmap
        first = next_quarter(assessment.workshop.date) if before is None else before.start
        quarters = None if capacity is None else len(capacity)
        return plan(assessment, self.model, start=first, quarters=quarters, capacity=capacity)

    def record(self) -> RoadmapRecord:
        """The plan that is kept; one that is only shown where none can be."""
        return self.workshop.assessment.roadmap or self.planned()

    def _row(self) -> RoadmapRow | None:
        at = self.query_one(StepList).highlighted
        return None if at is None or at >= len(self._rows) else self._rows[at]

    def quarter(self) -> int:
        """The quarter that the cursor is in; the last one below the plan."""
        row = self._row()
        return 1 if row is None else row.quarter or self.record().quarters

    def chosen(self) -> str | None:
        """The id of what the cursor is on; a heading has none."""
        row = self._row()
        return None if row is None else row.id

    def chosen_step(self) -> tuple[str | None, PlannedStep | None]:
        """The step that the cursor is on; says so where there is none."""
        key = self.chosen()
        step = None if key is None else self.record().steps.get(key)
        if step is None:
            self.tell(_("Go to a step of the plan first."))
        return key, step

    def beside(self, key: str) -> str | None:
        """The step next to another one, in its quarter where there is one; None where it is the only one."""
        at = next(at for at, row in enumerate(self._rows) if row.id == key)
        others = [other for other, row in enumerate(self._rows) if row.id not in {None, key}]
        quarter = self._rows[at].quarter
        nearest = min(
            others,
            key=lambda other: (self._rows[other].quarter != quarter, abs(other - at), other < at),
            default=None,
        )
        return None if nearest is None else self._rows[nearest].id

    def _list_rows(self) -> None:
        options = self.query_one(StepList)
        options.clear_options()
        options.add_options(
            [
                Option(self._shown(at), disabled=row.id is None and row.quarter is None)
                for at, row in enumerate(self._rows)
            ]
        )
        self._coloured_at = None

    def _shown(self, at: int) -> Content:
        row, has_cursor = self._rows[at], at == self.query_one(StepList).highlighted
        style = "" if row.id is not None else "bold" if has_cursor else "bold $accent"
        return Content.styled(clean(row.text), style)

    def _first_step(self) -> int | None:
        steps = (at for at, row in enumerate(self._rows) if row.id is not None and row.quarter is not None)
        return next(steps, 0 if self._rows else None)

    def _index(self, key: str | None, quarter: int | None) -> int | None:
        """Where a step is listed, or where there is no id the heading of a quarter."""
        found = (at for at, row in enumerate(self._rows) if row.id == key and (key or row.quarter == quarter))
        return next(found, None)

    def _go_to(self, at: int | None) -> None:
        self.query_one(StepList).highlighted = (
            None if at is None or not self._rows else min(at, len(self._rows) - 1)
        )

    def show_at(self, key: str | None) -> None:
        """Bring the screen up to date, with the cursor on a step."""
        self.show_all()
        at = None if key is None else self._index(key, None)
        if at is not None:
            self._go_to(at)
