"""A screen that lists a folder of assessments: read in the background, searched, narrowed and sorted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.containers import Horizontal
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from culture_tui.errors import CultureError
from culture_tui.language import _, say_error
from culture_tui.tui.messages import ColumnChosen
from culture_tui.tui.screens.base import CultureScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.row_list import MARK, ColumnNames, Row, RowList

if TYPE_CHECKING:
    from culture_tui.storage.shelf import Batch
    from culture_tui.tui.deeds import Deeds
    from culture_tui.tui.library import Listing

_BESIDE_A_ROW: Final = 3
"""Cells beside a row: padding and the scrollbar."""

_BESIDE_A_COUNT: Final = 4
"""Cells beside heading and count."""

Outcome = TypeVar("Outcome")


class LibraryDoing(CultureScreen):
    """A screen that does things with files, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = asyncio.Lock()

    def attempt(self, deed: Callable[[], Outcome], then: Callable[[Outcome], object]) -> None:
        """Do something that waits for the disk, after what was begun before it; tell what goes wrong."""
        self.run_worker(self._attempted(deed, then), group="deeds")

    def tell(self, said: str, *, severe: bool = False) -> None:
        """Say something that goes away by itself, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(said, severity="error" if severe else "information", markup=False)

    def look_again(self) -> None:
        """Something could not be done: show how things are."""

    async def _attempted(self, deed: Callable[[], Outcome], then: Callable[[Outcome], object]) -> None:
        async with self._turn:
            try:
                outcome = await asyncio.to_thread(deed)
            except CultureError as error:
                self.tell("\n".join(say_error(error)), severe=True)
                self.look_again()
                return
        then(outcome)


class LibraryScreen(LibraryDoing):
    """Shows the files of a folder as they become known, and does things with them in turn."""

    def __init__(self, workspace_name: str | None) -> None:
        super().__init__()
        self._workspace_name = workspace_name
        self._has_begun = False

    @cached_property
    def listing(self) -> Listing:
        """What is known of the folder; loaded by the first look, after the first frame."""
        from culture_tui.tui.library import Listing

        return Listing()

    @cached_property
    def deeds(self) -> Deeds:
        """What can be done in this workspace."""
        from culture_tui.storage.workspace import workspace
        from culture_tui.tui.deeds import Deeds

        return Deeds(workspace(self._workspace_name))

    @property
    def folder(self) -> Path:
        """What is listed."""
        raise NotImplementedError

    def content(self) -> Iterable[Widget]:
        """Heading with a count, what is looked for, and the rows."""
        yield Horizontal(Static(plain(self.heading()), classes="heading"), Static(id="count"), id="head")
        yield Input(id="search", compact=True, select_on_focus=False)
        yield Static(plain(_("Reading the folder…")), id="empty")
        yield ColumnNames(id="columns")
        yield RowList(id="assessments")

    def on_mount(self) -> None:
        """The frame first, what is in the folder right after it."""
        self.query_one(TopBar).show("culture", "")
        self.query_one(Input).display = False
        self.query_one(ColumnNames).display = False
        self.call_after_refresh(self.action_read_again)

    def on_resize(self, event: Resize) -> None:
        """Lines take what room there is."""
        super().on_resize(event)
        self.show_rows()

    def heading(self) -> str:
        """What is listed."""
        return _("Assessments")

    def empty_text(self) -> Text:
        """What to do where nothing is listed."""
        raise NotImplementedError

    def rows(self) -> Sequence[Row]:
        """What is seen of the listing."""
        return self.listing.entries()

    def action_read_again(self) -> None:
        """Read the folder in the background."""
        self.run_worker(self._read, thread=True, exclusive=True, group="library")

    def read_more(self) -> None:
        """Read what else the screen shows, in the background and after the first rows."""

    def action_search(self) -> None:
        """Type what to look for; the list follows."""
        search = self.query_one(Input)
        search.display = True
        search.focus()

    def action_filter(self) -> None:
        """Pick what to narrow the list to."""
        from culture_tui.tui.screens.filter import FilterDialog

        values = self.listing.values()
        if not any(values.values()):
            self.tell(_("There is nothing to filter yet."))
            return
        self.app.push_screen(FilterDialog(values, self.query_one(Input).value), self._narrow)

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.listing.sort_by_next()
        self.show_rows()

    def on_column_chosen(self, message: ColumnChosen) -> None:
        """Sort by the column whose name was clicked on."""
        self.listing.sort_by(message.column)
        self.show_rows()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is looked for while it is typed; the first that is found is at hand."""
        self.listing.typed = event.value
        if self.listing.terms:
            self.query_one(RowList).cursor = 0
        self.show_rows()

    @on(Input.Submitted, "#search")
    def leave_search(self) -> None:
        """Go from the search to what it has found."""
        self.look_for(self.query_one(Input).value)

    def look_for(self, typed: str) -> None:
        """Look for something else, or for nothing; the cursor is in the list."""
        search = self.query_one(Input)
        search.value = typed
        search.display = bool(typed.strip())
        self.query_one(RowList).focus()

    def show_rows(self) -> None:
        """Show what is known by now."""
        if not self._has_begun or not self.query(RowList):  # nothing read yet, or being taken down
            return
        from culture_tui.storage.reading import shown
        from culture_tui.tui.library import column_names

        rows, listing = self.rows(), self.listing
        self.query_one(TopBar).show("culture", shown(self.deeds.place.root))
        beside = self.size.width - cell_len(self.heading()) - _BESIDE_A_COUNT
        self.query_one("#count", Static).update(plain(listing.said(len(rows), beside)))
        names, lines = self.query_one(ColumnNames), self.query_one(RowList)
        width = self.size.width - _BESIDE_A_ROW
        names.show(column_names(width - len(MARK), listing.sort))
        names.display = bool(rows)
        lines.display = bool(rows or listing.paths or listing.to_come)
        lines.show(rows, width)
        empty = self.query_one("#empty", Static)
        empty.display = not rows
        empty.update(self._why_empty())

    def row_path(self) -> Path | None:
        """The file that the cursor is on."""
        lines = self.query_one(RowList)
        return Path(lines.row.key) if lines.row is not None and lines.has_focus else None

    def look_again(self) -> None:
        """Read the folder: what could not be done may have a reason in it."""
        self.action_read_again()

    def done(self, said: str) -> None:
        """Something was done with files: say it, and show what has become of them."""
        self.tell(said)
        self.action_read_again()

    def _narrow(self, typed: str | None) -> None:
        if typed is not None:
            self.look_for(typed)

    def _read(self) -> None:
        """Look into the folder; in a thread."""
        from culture_tui.errors import UnsoundInputError
        from culture_tui.storage.shelf import shelved

        worker, is_first = get_current_worker(), True
        try:
            for batch in shelved(self.folder):
                if worker.is_cancelled:
                    return
                self.app.call_from_thread(self._take, worker, batch, is_first=is_first)
                if is_first:
                    self.read_more()
                is_first = False
        except UnsoundInputError as error:
            self.app.call_from_thread(self.tell, "\n".join(say_error(error)), severe=True)

    def _take(self, worker: Worker[None], batch: Batch, *, is_first: bool) -> None:
        if worker.is_cancelled:  # the folder is read again by now
            return
        if is_first:
            self.listing.begin()
        self.listing.take(batch.files, batch.to_come)
        self._has_begun = self._has_begun or not is_first or bool(batch.files) or not batch.to_come
        self.show_rows()

    def _why_empty(self) -> Text:
        if self.listing.terms:
            return Text(_("Nothing matches. Esc shows all again."))
        return Text(_("Reading the folder…")) if self.listing.to_come else self.empty_text()
