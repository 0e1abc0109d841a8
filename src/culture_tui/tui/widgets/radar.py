"""A drawing of braille dots in the theme's colours; without any colour its lines still look different."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from culture_tui.reports.braille import Piece


class Radar(Widget):
    """Shows the lines of a radar, or nothing."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "radar--score",
        "radar--target",
        "radar--grid",
        "radar--number",
    }

    drawing: reactive[tuple[tuple[Piece, ...], ...]] = reactive((), layout=True)

    def show(self, drawing: tuple[tuple[Piece, ...], ...]) -> None:
        """Show this, as wide as it is; hidden where there is nothing."""
        self.display = bool(drawing)
        if drawing:
            self.styles.width = sum(len(text) for text, _ in drawing[0])
        self.drawing = drawing

    def render(self) -> Text:
        """The lines with their styles."""
        text = Text(no_wrap=True, end="")
        for number, row in enumerate(self.drawing):
            if number:
                text.append("\n")
            for piece, layer in row:
                text.append(piece, self._styled(layer))
        return text

    def _styled(self, layer: str) -> Style:
        return self.get_component_rich_style(f"radar--{layer}") if layer else Style.null()
