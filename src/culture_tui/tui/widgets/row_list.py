"""A list of thousands of rows: only those that are seen are ever drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, Protocol

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from culture_tui.domain.safe_text import clean_line
from culture_tui.language import marked
from culture_tui.tui.messages import ColumnChosen, RowChosen
from culture_tui.tui.widgets.lines import padded, plain

MARK: Final = "✓ "
NO_MARK: Final = "  "


class Row(Protocol):
    """Something that can be a row."""

    @property
    def key(self) -> str:
        """What tells it from the others."""

    def shown(self, width: int) -> str:
        """The row as one line of so many cells."""


def _key(keys: str, action: str, name: str, tooltip: str) -> Binding:
    name_id = name.lower().replace(" ", "-")
    return Binding(keys, action, name, id=f"list.{name_id}", tooltip=tooltip, show=False)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows with a cursor and marks; a row that is picked is reported."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--plain", "row--marked", "row--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("up,k", "move(-1)", marked("Up"), marked("Go to the row above.")),
        _key("down,j", "move(1)", marked("Down"), marked("Go to the row below.")),
        _key("pageup", "page(-1)", marked("Page up"), marked("Go a screen up.")),
        _key("pagedown", "page(1)", marked("Page down"), marked("Go a screen down.")),
        _key("home", "move(-1000000)", marked("First row"), marked("Go to the first row.")),
        _key("end", "move(1000000)", marked("Last row"), marked("Go to the last row.")),
        _key("enter", "choose", marked("Open row"), marked("Open the row that the cursor is on.")),
    ]

    cursor: reactive[int] = reactive(0)
    marks: reactive[frozenset[str]] = reactive(frozenset())

    _rows: Sequence[Row] = ()
    _width: int = 0
    _wanted: str | None = None
    """The row that a person went to; None: nobody has moved the cursor yet."""

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[Row], width: int) -> None:
        """Show these rows; the cursor stays on the row that a person went to, until then on the first.

        Where that row is missing, the cursor stays on the row that it is on, else where it is.

        Args:
            rows: in order.
            width: of each with its mark, whether or not there is a scrollbar beside it.
        """
        on = "" if self.row is None else self.row.key
        self._rows, self._width = rows, width
        self.virtual_size = Size(0, len(rows))
        at = {row.key: index for index, row in enumerate(rows)}
        if self._wanted is None:
            self.cursor = 0
        else:
            self.cursor = at.get(self._wanted, at.get(on, self.cursor))
        self._follow_cursor()
        self.refresh()

    def begin_anew(self) -> None:
        """Other rows are to come: none of them is marked, and the first one has the cursor."""
        self._wanted, self.marks = None, frozenset()

    def render_line(self, y: int) -> Strip:
        """One row, drawn when it is seen."""
        width, index = self.scrollable_content_region.width, y + self.scroll_offset.y
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[index]
        is_marked = row.key in self.marks
        name = "row--cursor" if index == self.cursor else "row--marked" if is_marked else "row--plain"
        mark = MARK if is_marked else NO_MARK
        text = padded(mark + clean_line(row.shown(self._width - len(mark))), width)
        return Strip([Segment(text, self.get_component_rich_style(name))], width)

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on a row."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        self._follow_cursor()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._go_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a screen."""
        self._go_to(self.cursor + by * max(1, self.size.height - 1))

    def action_choose(self) -> None:
        """Report the row that the cursor is on."""
        if self.row is not None:
            self._go_to(self.cursor)
            self.post_message(RowChosen(self.row.key))

    def on_click(self, event: events.Click) -> None:
        """The first click on a row brings the cursor, the second one opens it."""
        index = event.y + self.scroll_offset.y
        if index >= len(self._rows):
            return
        if index == self.cursor:
            self.action_choose()
        self._go_to(index)

    def on_resize(self) -> None:
        """Keep the cursor in sight where there is less room."""
        self._follow_cursor()

    def _go_to(self, index: int) -> None:
        """A person goes to a row, and stays on it whatever comes above."""
        self.cursor = index
        self._wanted = None if self.row is None else self.row.key

    def _follow_cursor(self) -> None:
        if self.is_mounted and self._rows:
            region = Region(0, self.cursor, 1, 1)
            self.scroll_to_region(region, animate=False, force=True)


class ColumnNames(Widget):
    """The names of the columns above a list; a click on one is reported."""

    ALLOW_SELECT = False

    _names: tuple[tuple[str, str], ...] = ()

    def show(self, names: tuple[tuple[str, str], ...]) -> None:
        """Show names: each column's id with its text, as wide as the column is."""
        self._names = names
        self.refresh()

    def render(self) -> Content:
        """The names in a line, right above their columns."""
        return plain(NO_MARK + "".join(text for _, text in self._names))

    def on_click(self, event: events.Click) -> None:
        """Report the column whose name stands there."""
        end = len(NO_MARK) + self.gutter.left
        for column, text in self._names:
            end += cell_len(text)
            if event.x < end:
                self.post_message(ColumnChosen(column))
                return
