"""Home: the saved assessments, the models, and the one key to press when there is nothing yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.binding import BindingType
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.language import _, marked
from culture_tui.tui.messages import (
    AssessmentChosen,
    RowChosen,
    WorkshopLeft,
    WorkshopWanted,
    WorkspaceChosen,
)
from culture_tui.tui.screens.base import AROUND_A_LINE
from culture_tui.tui.screens.home_keys import HOME_KEYS
from culture_tui.tui.screens.library_screen import LibraryScreen
from culture_tui.tui.widgets.lines import plain, spread
from culture_tui.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from culture_tui.tui.models_at_hand import Models
    from culture_tui.tui.workshop import OpenWorkshop


class HomeScreen(LibraryScreen):
    """Where the program begins and where Esc leads back to."""

    HELP = marked(
        "Choose an assessment to go on with it, or start a workshop with one of the models. / finds one "
        "among many: all words must be there, and status:final, unit:desk, org:, tag:, model:, from:2026-05 "
        "and to:2026-11 narrow it down."
    )
    AUTO_FOCUS = "RowList"
    BINDINGS: ClassVar[list[BindingType]] = HOME_KEYS

    def __init__(self, workspace_name: str | None) -> None:
        super().__init__(workspace_name)
        self._models: Models = ()
        self._unsaved: dict[str, str] = {}
        self._has_looked = False

    def content(self) -> Iterable[Widget]:
        """Assessments above, models below."""
        yield from super().content()
        yield Static(plain(_("Models")), classes="heading", id="models-heading")
        yield OptionList(id="models", compact=True)

    @property
    def folder(self) -> Path:
        """The assessments."""
        return self.deeds.place.assessments

    def on_resize(self, event: Resize) -> None:
        """Lines take what room there is."""
        super().on_resize(event)
        self._show_models()

    def on_screen_resume(self) -> None:
        """Show what a workshop has changed."""
        if self._has_looked:
            self.post_message(WorkshopLeft())

    def take_unsaved(self, workshops: Sequence[OpenWorkshop]) -> None:
        """Show the workshops that have something that is not on disk, and how the first one stands."""
        unsaved = {str(workshop.path): workshop.assessment.title for workshop in workshops}
        said = workshops[0].said if workshops else ""
        self.show_saved(said, failed=bool(workshops))
        if unsaved != self._unsaved:  # each key saves: a thousand lines are not drawn anew for it
            self._unsaved = unsaved
            self.show_rows()

    def read_more(self) -> None:
        """The models too; then whoever has none but models is led to them."""
        from culture_tui.tui.models_at_hand import models_at_hand

        models = models_at_hand(self.deeds.place)
        self.app.call_from_thread(self._take_models, models)

    def rows(self) -> list[Row]:
        """The assessments, below those that are not on disk."""
        from culture_tui.tui.library import UnsavedEntry

        unsaved = [
            UnsavedEntry(path, title)
            for path, title in self._unsaved.items()
            if self.listing.file(Path(path)) is None
        ]
        return [*unsaved, *self.listing.entries()]

    def empty_text(self) -> Text:
        """The keys that begin."""
        return _empty_text()

    def action_start_workshop(self) -> None:
        """Begin a workshop with the model that ships."""
        self.post_message(WorkshopWanted())

    def action_back(self) -> None:
        """Show all again; there is nothing before home, and Esc never quits."""
        self.look_for("")

    def action_open(self) -> None:
        """Open what the cursor is on."""
        models = self.query_one(OptionList)
        if models.has_focus:
            models.action_select()
        else:
            self.query_one(RowList).action_choose()

    def action_mark(self) -> None:
        """Mark the row, or take its mark away, and go on to the next."""
        rows = self.query_one(RowList)
        if rows.row is not None:
            rows.marks ^= {rows.row.key}
            rows.action_move(1)

    def action_compare(self) -> None:
        """Compare what is marked."""
        from culture_tui.tui.comparing import compared_files
        from culture_tui.tui.screens.compare import CompareScreen

        there = {*map(str, self.listing.paths), *self._unsaved}
        paths = [Path(key) for key in sorted(self.query_one(RowList).marks & there)]
        if len(paths) > 1:
            place = self.deeds.place
            self.attempt(
                lambda: compared_files(paths, place),
                lambda found: self.app.push_screen(CompareScreen(found, self.deeds)),
            )
        else:
            self.tell(_("Mark two assessments with m, then c compares them."))

    def action_next_round(self) -> None:
        """Begin the next round of the assessment."""
        path = self._saved_row()
        if path is not None:
            self.attempt(lambda: self.deeds.next_round(path), self._enter_next)

    def action_finalise(self) -> None:
        """Make the assessment final, or reopen it."""
        from culture_tui.tui.screens.closing import ask_status

        path = self._saved_row()
        if path is not None:
            self.attempt(
                lambda: self.deeds.load(path),
                lambda stored: ask_status(
                    self.app,
                    stored.assessment,
                    lambda reason: self.attempt(lambda: self.deeds.restate(stored, reason), self.done),
                ),
            )

    def action_delete(self) -> None:
        """Move the file to the trash."""
        path = self._saved_row()
        if path is not None:
            self.listing.drop(path)
            self.show_rows()
            self.attempt(lambda: self.deeds.delete(path), self.done)

    def action_undo(self) -> None:
        """Take the last deed back."""
        self.attempt(self.deeds.take_back, self.done)

    def action_sample(self) -> None:
        """Open the sample workshop; it is made where there is none yet."""
        from culture_tui.tui.first_run import sample

        self.attempt(lambda: sample(self._workspace_name), self.post_message)

    def action_open_place(self) -> None:
        """Ask for a folder to work in, or a file to open."""
        from culture_tui.tui.first_run import wrong_place
        from culture_tui.tui.screens.dialogs import LinesDialog

        fields = (_("A folder with assessments, or the file of one"),)
        self.app.push_screen(LinesDialog(_("Open a folder"), fields, wrong_place), self._open_place)

    def action_export(self) -> None:
        """Write the profile of the assessment that the cursor is on to a file."""
        path = self.row_path()
        if path is not None:
            self.attempt(lambda: self.deeds.export_profile(path), self.tell)

    def action_trash(self) -> None:
        """Show what was deleted."""
        from culture_tui.tui.screens.trash import TrashScreen

        self.app.push_screen(TrashScreen(self.deeds))

    def on_workspace_chosen(self, message: WorkspaceChosen) -> None:
        """List the other folder."""
        from culture_tui.storage.workspace import Workspace
        from culture_tui.tui.deeds import Deeds

        self._workspace_name = str(message.root)
        self.deeds = Deeds(Workspace(message.root))
        self._has_looked = False
        self.listing.clear()
        rows = self.query_one(RowList)
        rows.begin_anew()
        rows.display = True
        rows.focus()
        self.action_read_again()

    def on_row_chosen(self, message: RowChosen) -> None:
        """Open the assessment that was chosen, if it is still there."""
        from culture_tui.storage.reading import exists, shown

        path = Path(message.key)
        if message.key in self._unsaved or exists(path):
            self.post_message(AssessmentChosen(path))
        else:
            self.tell(_("{file} is not there any more.").format(file=shown(Path(path.name))), severe=True)
            self.action_read_again()

    @on(OptionList.OptionSelected, "#models")
    def choose_model(self, event: OptionList.OptionSelected) -> None:
        """Begin a workshop with the model that was chosen."""
        self.post_message(WorkshopWanted(str(event.option.id)))

    def _saved_row(self) -> Path | None:
        """The file that the cursor is on; None, and why, where it has changes that are not on disk."""
        path = self.row_path()
        if path is not None and str(path) in self._unsaved:
            self.tell(_("It has changes that are not saved yet: open it first."), severe=True)
            return None
        return path

    def _open_place(self, lines: tuple[str, ...] | None) -> None:
        from culture_tui.storage.workspace import named_place

        if lines is not None:
            path = named_place(lines[0])
            self.post_message(WorkspaceChosen(path) if path.is_dir() else AssessmentChosen(path))

    def _enter_next(self, begun: tuple[Path, str]) -> None:
        path, said = begun
        self.post_message(AssessmentChosen(path))
        if said:
            self.call_later(self.notify, said, markup=False)

    def _take_models(self, models: Models) -> None:
        self._models = models
        self._show_models()
        if not self.query(RowList):  # being taken down
            return
        if not self._has_looked and not self.query_one(RowList).display:
            self.query_one(OptionList).focus()
        self._has_looked = True

    def _show_models(self) -> None:
        if not self.query(OptionList):  # being taken down
            return
        options = self.query_one(OptionList)
        at = options.highlighted
        width = self.size.width - AROUND_A_LINE
        options.clear_options()
        options.add_options(
            [Option(plain(spread(title, said, width)), key) for key, title, said in self._models]
        )
        options.display = bool(self._models)
        if self._models:
            options.highlighted = min(at or 0, len(self._models) - 1)


def _empty_text() -> Text:
    text = Text(_("No assessments here yet."))
    for key, said in (
        ("n", _("start a workshop")),
        ("t", _("try a five-minute sample")),
        ("o", _("open a folder")),
    ):
        text.append("\n\n" if key == "n" else "\n")
        text.append(f" {key} ", "reverse bold").append(f"  {said}")
    return text
