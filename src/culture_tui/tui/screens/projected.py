"""A window with the profile that is promised for the end of a quarter."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.projecting import promises
from culture_tui.domain.records import RoadmapRecord
from culture_tui.domain.safe_text import clean
from culture_tui.language import _, marked
from culture_tui.tui.projected_view import projected_lines, projected_title
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.widgets.lines import plain

_STYLES = {"bold": "bold", "dim": "$text-muted", "": ""}


class ProjectedDialog(CultureDialog[None]):
    """Shows today beside then, and goes from quarter to quarter."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,h",
            "go(-1)",
            marked("Quarter before"),
            id="projected.before",
            show=False,
            tooltip=marked("Show the profile after the quarter before."),
        ),
        Binding(
            "right,l",
            "go(1)",
            marked("Next quarter"),
            id="projected.next",
            show=False,
            tooltip=marked("Show the profile after the next quarter."),
        ),
        Binding(
            "enter,q,v",
            "close",
            marked("Close"),
            id="projected.close",
            show=False,
            tooltip=marked("Close this window."),
        ),
    ]

    def __init__(
        self, assessment: Assessment, model: MaturityModel, record: RoadmapRecord, quarter: int
    ) -> None:
        """Show what a plan promises.

        Args:
            assessment: what was rated.
            model: with the group's own steps.
            record: the plan.
            quarter: to begin with, from 1.
        """
        super().__init__()
        self._assessment, self._model, self._record = assessment, model, record
        self._promised = promises(assessment, model, record)
        self._quarter = quarter

    def compose(self) -> ComposeResult:
        """Title, lines, and how to go on."""
        with VerticalScroll(classes="dialog wide"):
            yield Static(id="projected-title", classes="dialog-title")
            yield Static(id="projected-lines")
            yield Static(plain(_("←→ another quarter, Esc closes this window.")), classes="dialog-foot")

    def on_resize(self, event: Resize) -> None:
        """Lines take what room there is."""
        del event
        self.call_after_refresh(self._show)

    def action_go(self, by: int) -> None:
        """Go to another quarter."""
        self._quarter = max(1, min(self._record.quarters, self._quarter + by))
        self._show()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _show(self) -> None:
        width = max(30, self.query_one(VerticalScroll).scrollable_content_region.width)
        self.query_one("#projected-title", Static).update(plain(projected_title(self._record, self._quarter)))
        lines = projected_lines(self._assessment, self._model, self._promised, self._quarter, width)
        shown = [Content.styled(clean(text), _STYLES[style]) for style, text in lines]
        self.query_one("#projected-lines", Static).update(Content("\n").join(shown))
