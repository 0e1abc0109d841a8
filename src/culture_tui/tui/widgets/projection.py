"""A practice drawn for the far end of a room."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.reactive import reactive
from textual.widget import Widget

from culture_tui.tui.messages import LevelChosen
from culture_tui.tui.widgets.lines import Line
from culture_tui.tui.widgets.projector_layout import ProjectorView, projector_lines

_STYLES = ("question", "name", "cursor", "chosen", "bar", "told", "below")


class Projection(Widget):
    """Shows what a room may see; a click on a level settles on it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"stage--{name}" for name in _STYLES}

    view: reactive[ProjectorView | None] = reactive(None)

    _lines: tuple[Line, ...] = ()

    def render(self) -> Text:
        """The lines with their styles."""
        if self.view is None:
            return Text()
        self._lines = tuple(projector_lines(self.view, self.size.width, self.size.height))
        text = Text(no_wrap=True, end="")
        for number, line in enumerate(self._lines):
            if number:
                text.append("\n")
            for piece, style in line.pieces:
                text.append(piece, self._styled(style))
        return text

    def on_click(self, event: events.Click) -> None:
        """A click on a level settles on it."""
        if event.y < len(self._lines) and (level := self._lines[event.y].level) is not None:
            self.post_message(LevelChosen(level))

    def _styled(self, names: str) -> Style:
        known = [name for name in names.split() if name in _STYLES]
        return sum(
            (self.get_component_rich_style(f"stage--{name}", partial=True) for name in known), Style.null()
        )
