"""Home: the saved assessments, the models, and the one key to press when there is nothing yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.language import _, marked
from culture_tui.tui.messages import AssessmentChosen, WorkshopLeft, WorkshopWanted
from culture_tui.tui.screens.base import CultureScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain

if TYPE_CHECKING:
    from culture_tui.tui.library import Library
    from culture_tui.tui.workshop import OpenWorkshop


class HomeScreen(CultureScreen):
    """Where the program begins and where Esc leads back to."""

    HELP = marked("Choose an assessment to go on with it, or start a workshop with one of the models.")
    AUTO_FOCUS = "#assessments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "n",
            "start_workshop",
            marked("New workshop"),
            id="home.new",
            tooltip=marked("Start a workshop with the model that ships."),
        ),
        Binding(
            "o",
            "open",
            marked("Open"),
            id="home.open",
            key_display="⏎",
            tooltip=marked("Go on with the assessment that the cursor is on, or start with the model."),
        ),
        Binding(
            "x",
            "export",
            marked("Export"),
            id="home.export",
            show=False,
            tooltip=marked("Write the profile of the assessment that the cursor is on to a Markdown file."),
        ),
        Binding(
            "r",
            "read_again",
            marked("Read again"),
            id="home.read",
            show=False,
            tooltip=marked("Look again at what is in the folder."),
        ),
        Binding(
            "q",
            "app.quit",
            marked("Quit"),
            id="home.quit",
            tooltip=marked("Leave the program; everything is saved already."),
        ),
    ]

    def __init__(self, workspace_name: str | None) -> None:
        super().__init__()
        self._workspace_name = workspace_name
        self._library: Library | None = None
        self._unsaved: dict[str, str] = {}

    def content(self) -> Iterable[Widget]:
        """Assessments above, models below."""
        yield Static(plain(_("Assessments")), classes="heading")
        yield Static(id="empty")
        yield Static(id="columns")
        yield OptionList(id="assessments", compact=True)
        yield Static(plain(_("Models")), classes="heading")
        yield OptionList(id="models", compact=True)

    def on_mount(self) -> None:
        """The frame first, what is in the folder right after it."""
        self.query_one(TopBar).show("culture", "")
        self.query_one("#empty", Static).update(plain(_("Reading the folder…")))
        self.query_one("#assessments").display = False
        self.call_after_refresh(self.action_read_again)

    def on_resize(self, event: Resize) -> None:
        """Lines take what room there is."""
        del event
        self._show()

    def on_screen_resume(self) -> None:
        """Show what a workshop has changed."""
        if self._library is not None:
            self.post_message(WorkshopLeft())

    def take_unsaved(self, workshops: Sequence[OpenWorkshop]) -> None:
        """Show the workshops that have something that is not on disk, and how the first one stands."""
        unsaved = {str(workshop.path): workshop.assessment.title for workshop in workshops}
        said = workshops[0].said if workshops else ""
        self.show_saved(said, failed=bool(workshops))
        if unsaved != self._unsaved:  # each key saves: a thousand lines are not drawn anew for it
            self._unsaved = unsaved
            self._show()

    def action_read_again(self) -> None:
        """Read the folder in the background."""
        self.run_worker(self._read, thread=True, exclusive=True)

    def action_start_workshop(self) -> None:
        """Begin a workshop with the model that ships."""
        self.post_message(WorkshopWanted())

    def action_back(self) -> None:
        """There is nothing before home; Esc never quits."""

    def action_open(self) -> None:
        """Open what the cursor is on."""
        for rows in self.query(OptionList):
            if rows.has_focus:
                rows.action_select()

    def action_export(self) -> None:
        """Write the profile of the assessment that the cursor is on to a file."""
        rows = self.query_one("#assessments", OptionList)
        if rows.highlighted is not None:
            path = Path(str(rows.get_option_at_index(rows.highlighted).id))
            self.run_worker(lambda: self._export(path), thread=True)

    def _export(self, path: Path) -> None:
        from culture_tui.tui.library import export_profile

        said, failed = export_profile(path, self._workspace_name)
        self.app.clear_notifications()
        self.notify(said, severity="error" if failed else "information", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the assessment that was chosen, or begin a workshop with the model."""
        path = str(event.option.id)
        if event.option_list.id == "models":
            self.post_message(WorkshopWanted(path))
        else:
            self.post_message(AssessmentChosen(Path(path)))

    def _read(self) -> None:
        from culture_tui.tui.library import read_library

        library = read_library(self._workspace_name)
        self.app.call_from_thread(self._take, library)

    def _take(self, library: Library) -> None:
        first = self._library is None
        self._library = library
        self._show()
        if first and self.query(TopBar):
            self.query_one("#assessments" if library.assessments else "#models", OptionList).focus()

    def _show(self) -> None:
        if self._library is None or not self.query(TopBar):  # nothing read yet, or being taken down
            return
        from culture_tui.tui.library import header_line

        self.query_one(TopBar).show("culture", self._library.root)
        lines = {str(entry.path): entry.shown(self.size.width) for entry in self._library.assessments}
        unsaved = {
            path: _("{title} · not saved").format(title=title) for path, title in self._unsaved.items()
        }
        columns, empty = self.query_one("#columns", Static), self.query_one("#empty", Static)
        columns.display = bool(lines)
        columns.update(plain(header_line(self.size.width)))
        empty.display = not (lines or unsaved)
        empty.update(_empty_text())
        fill(self.query_one("#assessments", OptionList), unsaved | lines)
        models = {str(entry.path): entry.shown(self.size.width) for entry in self._library.models}
        fill(self.query_one("#models", OptionList), models)


def fill(rows: OptionList, lines: Mapping[str, str]) -> None:
    """Show these lines by id; the cursor stays on the id that it was on, else goes to the first."""
    at = rows.highlighted
    before = None if at is None or at >= rows.option_count else rows.get_option_at_index(at).id
    rows.clear_options()
    rows.add_options([Option(plain(line), key) for key, line in lines.items()])
    rows.display = bool(lines)
    if lines:
        rows.highlighted = list(lines).index(before) if before is not None and before in lines else 0


def _empty_text() -> Text:
    before, _key, after = _("No assessments here yet. Press {key} to start a workshop.").partition("{key}")
    return Text.assemble(before, (" n ", "reverse bold"), after)
