"""The trash: what was deleted, to bring it back or to be rid of it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from culture_tui.language import _, marked, ngettext
from culture_tui.tui.deeds import Deeds
from culture_tui.tui.messages import RowChosen
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.screens.library_screen import LibraryScreen
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.row_list import RowList


class TrashScreen(LibraryScreen):
    """Lists the trash; Enter brings a row back."""

    HELP = marked("Enter brings an assessment back to where it was. Nothing leaves the trash by itself.")
    AUTO_FOCUS = "RowList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "b",
            "restore",
            marked("Bring back"),
            id="trash.restore",
            key_display="enter",
            tooltip=marked("Bring the assessment that the cursor is on back to the library."),
        ),
        Binding(
            "e",
            "empty",
            marked("Empty the trash"),
            id="trash.empty",
            tooltip=marked("Delete all that is in the trash for good; asks first."),
        ),
        Binding(
            "slash",
            "search",
            marked("Search"),
            id="trash.search",
            show=False,
            tooltip=marked("Look for words, or for fields such as status:final."),
        ),
        Binding(
            "s",
            "sort",
            marked("Sort"),
            id="trash.sort",
            show=False,
            tooltip=marked("Sort by the next column; a click on its name does too."),
        ),
        Binding(
            "escape,T",
            "back",
            marked("Back"),
            id="trash.back",
            tooltip=marked("Go back to the library."),
        ),
    ]

    def __init__(self, deeds: Deeds) -> None:
        super().__init__(None)
        self._the_deeds = deeds

    @property
    def deeds(self) -> Deeds:
        """Those of home, so that both are taken back in order."""
        return self._the_deeds

    @property
    def folder(self) -> Path:
        """The trash."""
        return self.deeds.place.trash

    def heading(self) -> str:
        """What is listed."""
        return _("Trash")

    def empty_text(self) -> Text:
        """Nothing is in it."""
        return Text(_("The trash is empty."))

    def action_back(self) -> None:
        """Show all again, or leave."""
        if self.listing.typed:
            self.look_for("")
        else:
            super().action_back()

    def action_restore(self) -> None:
        """Bring the row back."""
        self.query_one(RowList).action_choose()

    def on_row_chosen(self, message: RowChosen) -> None:
        """Bring it back."""
        kept = Path(message.key)
        self.listing.drop(kept)
        self.show_rows()
        self.attempt(lambda: self.deeds.restore(kept), self.done)

    def action_empty(self) -> None:
        """Ask, then delete what is listed for good."""
        files = [Path(row.key) for row in self.rows()]
        if files:
            self.app.push_screen(EmptyDialog(len(files)), lambda how: self._empty(how, files))

    def _empty(self, how: str | None, files: list[Path]) -> None:
        if how is not None:
            self.attempt(lambda: self.deeds.empty_trash(files), self.done)


class EmptyDialog(CultureDialog[str]):
    """Asks before files are gone for good; Cancel has the focus."""

    AUTO_FOCUS = "#cancel"

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def compose(self) -> ComposeResult:
        """How many, and the two ways."""
        said = ngettext(
            "{count} assessment is deleted for good. This cannot be taken back.",
            "{count} assessments are deleted for good. This cannot be taken back.",
            self._count,
        )
        with Vertical(classes="dialog"):
            yield Static(plain(_("Empty the trash?")), classes="dialog-title")
            yield Static(plain(said.format(count=self._count)), classes="dialog-text")
            with Horizontal(classes="buttons"):
                yield Button(plain(_("Cancel")), id="cancel", compact=True)
                yield Button(plain(_("Delete for good")), id="empty", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Say which."""
        self.dismiss("empty" if event.button.id == "empty" else None)
