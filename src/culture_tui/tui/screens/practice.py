"""A practice explained: its rounds of votes, why its level, evidence and note; one key to score it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from culture_tui.language import _, marked
from culture_tui.reports.story import Told
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.widgets.lines import plain


class PracticeDialog(CultureDialog[Literal["score"]]):
    """Shows what is kept about a practice; says `score` where somebody wants to go to scoring."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "s",
            "score",
            marked("To scoring"),
            id="practice.score",
            tooltip=marked("Go to this practice where it is scored."),
        ),
        Binding(
            "enter,q",
            "close",
            marked("Close"),
            id="practice.close",
            show=False,
            tooltip=marked("Close this window."),
        ),
    ]

    def __init__(self, path: str, told: Sequence[Told]) -> None:
        """Make the window.

        Args:
            path: the way here, from the dimension to the practice.
            told: headings and the lines under them.
        """
        super().__init__()
        self._path = path
        self._told = told

    def compose(self) -> ComposeResult:
        """The way here, the sections, and the two ways on."""
        with VerticalScroll(classes="dialog wide"):
            yield Static(plain(self._path), classes="dialog-title")
            for heading, lines in self._told:
                yield Static(plain(heading), classes="dialog-section")
                yield Static(plain("\n".join(lines)), classes="dialog-text")
            yield Static(plain(_("s goes to scoring, Esc back to the practices.")), classes="dialog-foot")

    def action_score(self) -> None:
        """Close, and ask for scoring."""
        self.dismiss("score")
