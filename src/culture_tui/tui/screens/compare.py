"""Two assessments compared, or more side by side: what changed, what did not, what cannot be told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from culture_tui.language import interface_words, marked
from culture_tui.reports.document import Heading
from culture_tui.tui.comparing import Compared
from culture_tui.tui.deeds import Deeds
from culture_tui.tui.document_lines import DocumentLine, document_lines, results_first
from culture_tui.tui.screens.base import AROUND_A_LINE
from culture_tui.tui.screens.library_screen import LibraryDoing
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.widgets.bars import TopBar


class CompareScreen(LibraryDoing):
    """The comparison, line by line; Enter tells what does not fit on a line."""

    HELP = marked(
        "What was, an arrow, what is. Only what was rated both times is compared. Enter on a line tells all "
        "that is known of it, on a dimension also its practices. x writes the whole comparison to a file."
    )
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,w",
            "details",
            marked("Details"),
            id="compare.details",
            key_display="enter",
            tooltip=marked("Tell all of this line; on a dimension also its practices."),
        ),
        Binding(
            "x",
            "export",
            marked("Export"),
            id="compare.export",
            tooltip=marked("Write the comparison to a Markdown file."),
        ),
        Binding(
            "j",
            "move('down')",
            marked("Down"),
            id="compare.down",
            show=False,
            tooltip=marked("Go to the row below."),
        ),
        Binding(
            "k",
            "move('up')",
            marked("Up"),
            id="compare.up",
            show=False,
            tooltip=marked("Go to the row above."),
        ),
        Binding(
            "escape,c",
            "back",
            marked("Back"),
            id="compare.back",
            tooltip=marked("Go back to the library."),
        ),
    ]

    def __init__(self, found: Compared, deeds: Deeds) -> None:
        super().__init__()
        self._found = found
        self._deeds = deeds
        self._lines: list[DocumentLine] = []

    def content(self) -> Iterable[Widget]:
        """One list with all of it."""
        yield OptionList(id="comparison", compact=True)

    def on_resize(self, event: Resize) -> None:
        """Columns that do not fit are told by Enter."""
        super().on_resize(event)
        document = self._found.document(interface_words())
        if self._found.opens_with_results:
            document = results_first(document)
        title = next((block.text for block in document if isinstance(block, Heading)), "")
        self.query_one(TopBar).show(title, self._found.dates)
        self._lines = document_lines(document, self.size.width - AROUND_A_LINE)
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(
            [Option(Text(line.text, no_wrap=True), disabled=line.is_heading) for line in self._lines]
        )
        first = next((index for index, line in enumerate(self._lines) if line.row is not None), None)
        options.highlighted = first if at is None else min(at, len(self._lines) - 1)

    def on_option_list_option_selected(self) -> None:
        """Tell all of the line."""
        self.action_details()

    def action_move(self, way: str) -> None:
        """Move the cursor."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if way == "down" else options.action_cursor_up()

    def action_details(self) -> None:
        """Tell all of the line that the cursor is on."""
        at = self.query_one(OptionList).highlighted
        line = None if at is None else self._lines[at]
        if line is None or not line.cells:
            return
        title, sections = ("", []) if line.row is None else self._found.below(line.row)
        said = [f"{name}: {cell}" for name, cell in line.cells[1:] if cell]
        self.app.push_screen(TextDialog(title or line.cells[0][1], ("\n".join(said),), sections))

    def action_export(self) -> None:
        """Write the comparison to a file."""
        found = self._found
        self.attempt(lambda: self._deeds.export(found.document, found.name, found.language), self.tell)
