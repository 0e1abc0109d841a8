"""Roadmap: what to do in which quarter, who leads, and what it promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from gettext import NullTranslations
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.domain.projecting import projections
from culture_tui.domain.quarters import next_quarter
from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.domain.safe_text import clean_line
from culture_tui.language import _, marked
from culture_tui.planning.plan import plan
from culture_tui.reports.document import Document
from culture_tui.reports.roadmap import roadmap_document
from culture_tui.tui.roadmap_view import (
    capacity_from,
    capacity_lines,
    particulars,
    roadmap_rows,
    summary_line,
    wrong_capacity,
)
from culture_tui.tui.screens.base import AROUND_A_LINE
from culture_tui.tui.screens.dialogs import LinesDialog
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.screens.workshop_screen import EXPORT, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.workshop import OpenWorkshop, now


class RoadmapScreen(WorkshopScreen):
    """Plans when it opens, so that the roadmap always follows the ratings; what is pinned stays."""

    HELP = marked(
        "Each quarter holds no more days than it may, but for what people have pinned or written about. "
        "The plan follows the ratings each time it is opened. Days are spread over the weeks that an "
        "initiative takes, so a quarter can hold a part of one from before. Signs: ● planned, ■ pinned, "
        "▸ started, ✓ done; a role in brackets is a proposal."
    )
    AUTO_FOCUS = "OptionList"
    CHANGES: ClassVar[frozenset[str]] = frozenset({"undo", "owner", "pin", "capacity"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "i",
            "particulars",
            marked("Details"),
            id="roadmap.particulars",
            tooltip=marked("Show what the initiative is and when it is done."),
        ),
        Binding(
            "o",
            "owner",
            marked("Owner"),
            id="roadmap.owner",
            tooltip=marked("Say who leads this initiative."),
        ),
        Binding(
            "p",
            "pin",
            marked("Pin"),
            id="roadmap.pin",
            tooltip=marked("Keep this initiative in its quarter, or let it move again."),
        ),
        Binding(
            "c",
            "capacity",
            marked("Capacity"),
            id="roadmap.capacity",
            show=False,
            tooltip=marked("Say how many person-days a quarter may hold, and how many quarters there are."),
        ),
        EXPORT,
    ]

    def __init__(self, workshop: OpenWorkshop) -> None:
        super().__init__(workshop)
        self._ids: list[str | None] = []

    def content(self) -> Iterable[Widget]:
        """A summary, then the quarters."""
        yield Static(id="summary")
        yield OptionList(id="steps", compact=True)

    def on_mount(self) -> None:
        """Plan, and keep the plan where it may be kept."""
        planned = self._planned()
        if not self.workshop.is_final and planned != self.workshop.assessment.roadmap:
            self.workshop.follow(self.workshop.assessment.with_roadmap(planned, now()))

    def on_resize(self, event: Resize) -> None:
        """Lines take what room there is."""
        del event
        self.show_all()

    def show_all(self) -> None:
        """Show the plan as it is kept."""
        super().show_all()
        assessment, record = self.workshop.assessment, self._record()
        after = projections(assessment, self.workshop.model, record)
        self.query_one(TopBar).show(self.titled(_("Improvement roadmap")), f"{assessment.workshop.date}")
        self.query_one("#summary", Static).update(plain(summary_line(assessment, record, after)))
        listed = roadmap_rows(self.workshop.model, record, after, self.size.width - AROUND_A_LINE)
        self._ids = [row.id for row in listed]
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(
            [
                Option(
                    Text(row.text, style="bold" if row.id is None else "", no_wrap=True),
                    disabled=row.id is None,
                )
                for row in listed
            ]
        )
        first = next((index for index, key in enumerate(self._ids) if key is not None), None)
        options.highlighted = at if at is not None and at < len(listed) else first

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The roadmap."""
        assessment, model = self.workshop.assessment, self.workshop.model
        record = self._record()
        return "roadmap", lambda words: roadmap_document(assessment, model, record, words)

    def on_option_list_option_selected(self) -> None:
        """Show what the initiative is."""
        self.action_particulars()

    def action_particulars(self) -> None:
        """Show what the initiative is."""
        key = self._chosen()
        if key is not None:
            title, paragraphs = particulars(self.workshop.assessment, self.workshop.model, key)
            self.app.push_screen(TextDialog(title, paragraphs))

    def action_owner(self) -> None:
        """Say who leads."""
        key = self._chosen()
        step = self._step(key)
        if key is None or step is None:
            self.tell(_("Only what is in the plan can have an owner."))
            return
        title = self.workshop.model.initiatives[key].title
        dialog = LinesDialog(title, (_("Owner"),), lambda _lines: "", (step.owner,))
        self.app.push_screen(dialog, lambda lines: self._keep_owner(key, lines))

    def action_pin(self) -> None:
        """Keep an initiative in its quarter, or let it move again."""
        key = self._chosen()
        step = self._step(key)
        if key is not None and step is not None:
            self._keep(key, pinned=not step.pinned)

    def action_capacity(self) -> None:
        """Ask for the days a quarter and the number of quarters, and plan anew."""
        fields = (_("Person-days a quarter, one number or one for each"), _("Quarters (1 to 12)"))
        in_force = capacity_lines(self._record())
        self.app.push_screen(
            LinesDialog(_("Capacity"), fields, wrong_capacity, in_force), self._plan_with_capacity
        )

    def _planned(self, capacity: Sequence[float] | None = None) -> RoadmapRecord:
        assessment = self.workshop.assessment
        before = assessment.roadmap
        first = next_quarter(assessment.workshop.date) if before is None else before.start
        quarters = None if capacity is None else len(capacity)
        return plan(assessment, self.workshop.model, start=first, quarters=quarters, capacity=capacity)

    def _plan_with_capacity(self, lines: tuple[str, ...] | None) -> None:
        if lines is None or lines == capacity_lines(self._record()):
            return
        planned = self._planned(capacity_from(lines))
        if self.change(lambda: self.workshop.assessment.with_roadmap(planned, now())):
            self.show_all()

    def _record(self) -> RoadmapRecord:
        return self.workshop.assessment.roadmap or self._planned()

    def _chosen(self) -> str | None:
        at = self.query_one(OptionList).highlighted
        return None if at is None else self._ids[at]

    def _step(self, key: str | None) -> PlannedStep | None:
        return None if key is None else self._record().steps.get(key)

    def _keep_owner(self, key: str, lines: tuple[str, ...] | None) -> None:
        if lines is not None:
            self._keep(key, owner=clean_line(lines[0]))

    def _keep(self, key: str, **changes: object) -> None:
        if self.change(lambda: self.workshop.assessment.with_step(key, now(), **changes)):
            self.show_all()
