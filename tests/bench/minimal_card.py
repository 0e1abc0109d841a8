"""A practice card that follows the digit keys, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Tree

from culture_tui.tui.widgets.bars import SavedLine, TopBar
from culture_tui.tui.widgets.card_layout import CardView
from culture_tui.tui.widgets.practice_card import PracticeCard

DESCRIPTOR = (
    "Nearly everyone names the reason behind a hard choice. Exceptions are counted, and leaders go first."
)


class MinimalCard(App[None]):
    """The widgets of scoring; a digit moves the mark."""

    CSS = "PracticeCard { height: 1fr; } TopBar, SavedLine { height: 1; } Tree { display: none; }"
    AUTO_FOCUS = "PracticeCard"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{level}", f"rate({level})", show=False) for level in range(1, 6)),
        Binding("question_mark", "nothing", "Help"),
    ]

    view = CardView(
        path="Establish the True North › Mission",
        position="2 / 5",
        question="If a customer asked what this place exists for, what would they hear, and from whom?",
        levels=tuple((f"Level {level}", DESCRIPTOR) for level in range(1, 6)),
        cursor=1,
        chosen=None,
        target=None,
        status="Not rated yet: press 1 to 5",
    )

    def compose(self) -> ComposeResult:
        """Title, tree, card, saved line, keys."""
        yield TopBar()
        yield Horizontal(Tree("practices"), PracticeCard())
        yield SavedLine()
        yield Footer()

    def on_mount(self) -> None:
        """Show the practice."""
        self.query_one(PracticeCard).show(self.view)

    def action_rate(self, level: int) -> None:
        """Move the mark."""
        view = replace(self.view, cursor=level, chosen=level, status=f"Rated {level}")
        self.query_one(PracticeCard).show(view)
