"""What a workshop talks about: dimensions to tick, and parts whose line ticks all of theirs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from culture_tui.domain.model import MaturityModel
from culture_tui.domain.safe_text import clean_line
from culture_tui.language import marked
from culture_tui.tui.messages import FactsChanged
from culture_tui.tui.widgets.lines import plain

_PART: Final = "part/"
"""Before the id of a part, so that no dimension has the same."""


class ScopeList(SelectionList[str]):
    """A list to tick in: a tick is a sign, not a shade of a colour."""

    HELP = marked(
        "What the workshop talks about. Space ticks a line or takes its tick back; the line of a part does "
        "so for all of its dimensions, and shows [–] where only some are ticked."
    )

    def __init__(self, model: MaturityModel, ticked: Collection[str]) -> None:
        self._parts = _dimensions_by_part(model)
        lines = []
        for part, dimensions in self._parts.items():
            title = clean_line(model.parts[part].title)
            lines.append(Selection(plain(title), f"{_PART}{part}"))
            lines += [
                Selection(
                    plain(f"  {clean_line(model.dimensions[key].title)}"), key, initial_state=key in ticked
                )
                for key in dimensions
            ]
        super().__init__(*lines, id="scope", compact=True)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The dimensions that are ticked, in the model's order by parts."""
        selected = set(self.selected)
        return tuple(key for keys in self._parts.values() for key in keys if key in selected)

    def tick(self, dimensions: Collection[str]) -> None:
        """Tick these, and no others."""
        with self.prevent(SelectionList.SelectedChanged, SelectionList.SelectionToggled):
            self.deselect_all()
            for key in dimensions:
                self.select(key)
        self.refresh()

    def on_selection_list_selection_toggled(self, event: SelectionList.SelectionToggled[str]) -> None:
        """Let the line of a part stand for all of its dimensions, and report the change."""
        event.stop()
        value = str(event.selection.value)
        if value.startswith(_PART):
            mine, ticked = self._parts[value.removeprefix(_PART)], set(self.ticked)
            self.tick(ticked - set(mine) if ticked >= set(mine) else ticked | set(mine))
        self.refresh()
        self.post_message(FactsChanged("scope"))

    def render_line(self, y: int) -> Strip:
        """A line with its box drawn as ticked, partly ticked or empty, instead of an X in two shades."""
        line, at = super().render_line(y), self.scroll_offset.y + y
        if at >= self.option_count:
            return line
        left, inner, right, gap, *rest = line
        mark = self._mark(str(self.get_option_at_index(at).value))
        marks = zip((left, inner, right), ("[", mark, "]"), strict=True)
        plain_style = gap.style or Style()
        box = [Segment(text, plain_style + Style(meta=(old.style or Style()).meta)) for old, text in marks]
        return Strip([*box, gap, *rest])

    def _mark(self, value: str) -> str:
        ticked = set(self.selected)
        if not value.startswith(_PART):
            return "x" if value in ticked else " "
        mine = self._parts[value.removeprefix(_PART)]
        count = sum(key in ticked for key in mine)
        return " " if not count else "x" if count == len(mine) else "–"


def _dimensions_by_part(model: MaturityModel) -> Mapping[str, tuple[str, ...]]:
    """The ids of the dimensions of each part that has some."""
    found = {
        part: tuple(key for key, dimension in model.dimensions.items() if dimension.part == part)
        for part in model.parts
    }
    return {part: keys for part, keys in found.items() if keys}
