"""The practice that the group talks about: question, levels, and what was settled."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.widget import Widget

from culture_tui.language import marked
from culture_tui.tui.level_keys import CHOOSE, DOWN, UP
from culture_tui.tui.messages import ChoiceHeld, LevelChosen
from culture_tui.tui.widgets.card_layout import CardView, card_lines
from culture_tui.tui.widgets.lines import Line


class PracticeCard(Widget, can_focus=True):
    """Shows a practice; arrows move over its levels, Enter or a click settles on one."""

    HELP = marked(
        "The question and its levels. A digit settles on a level at once; arrow keys move over the levels "
        "and Enter takes the one under the cursor. › is the cursor, ● the level, ○ the target."
    )
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--dim",
        "card--question",
        "card--status",
        "card--extra",
        "card--mark",
        "card--name",
        "card--cursor",
        "card--chosen",
    }
    BINDINGS: ClassVar[list[BindingType]] = [CHOOSE, UP, DOWN]

    view: reactive[CardView | None] = reactive(None)
    cursor: reactive[int] = reactive(1)

    _lines: tuple[Line, ...] = ()
    _held: bool = False

    def show(self, view: CardView) -> None:
        """Show a practice; the cursor goes where the view has it, or stays while only a detail changes."""
        before = self.view
        if before is None or _subject(before) != _subject(view):
            self.cursor = view.cursor
            self._held = False
        self.view = view

    def hold(self) -> None:
        """Let Enter settle nothing until the cursor is moved: it may be the key that revealed the votes."""
        self._held = True

    def rest(self) -> None:
        """Put the cursor back where it begins, so that it tells nothing."""
        if self.view is not None:
            self.cursor = self.view.cursor

    def render(self) -> Text:
        """The card's lines with their styles."""
        if self.view is None:
            return Text()
        view = replace(self.view, cursor=self.cursor)
        self._lines = tuple(card_lines(view, self.size.width, self.size.height))
        text = Text(no_wrap=True, end="")
        names = {name for line in self._lines for _piece, name in line.pieces}
        styles = {name: self._styled(name) for name in names}
        for number, line in enumerate(self._lines):
            if number:
                text.append("\n")
            for piece, name in line.pieces:
                text.append(piece, styles[name])
        return text

    def action_move(self, by: int) -> None:
        """Move the cursor up or down the levels."""
        self._held = False
        if self.view is not None:
            self.cursor = min(max(1, self.cursor + by), len(self.view.levels))

    def action_choose(self) -> None:
        """Settle on the level that the cursor is on."""
        if self.view is not None:
            self.post_message(ChoiceHeld() if self._held else LevelChosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click on a level settles on it."""
        if event.y < len(self._lines) and (level := self._lines[event.y].level) is not None:
            self.post_message(LevelChosen(level))

    def _styled(self, names: str) -> Style:
        if f"card--{names}" in self.COMPONENT_CLASSES:
            return self.get_component_rich_style(f"card--{names}")
        parts = [f"card--{name}" for name in names.split()]
        known = [
            self.get_component_rich_style(part, partial=True)
            for part in parts
            if part in self.COMPONENT_CLASSES
        ]
        return sum(known, Style.null())


def _subject(view: CardView) -> tuple[str, int | None, tuple[int, ...]]:
    """What a card is about: while this stays, so does the cursor."""
    return view.practice, view.chosen, view.voted
