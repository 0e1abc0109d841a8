"""Home: the saved assessments, the models, and the one key to press when there is nothing yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
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

    def on_screen_resume(self) -> None:
        """Show what a workshop has changed."""
        if self._library is not None:
            self.post_message(WorkshopLeft())

    def action_read_again(self) -> None:
        """Read the folder in the background."""
        self.run_worker(self._read, thread=True, exclusive=True)

    def action_start_workshop(self) -> None:
        """Begin a workshop with the model that ships."""
        self.post_message(WorkshopWanted())

    def action_back(self) -> None:
        """There is nothing before home; Esc never quits."""

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the assessment that was chosen, or begin a workshop with the model."""
        if self._library is None:
            return
        if event.option_list.id == "models":
            self.post_message(WorkshopWanted(str(self._library.models[event.option_index].path)))
            return
        self.post_message(AssessmentChosen(self._library.assessments[event.option_index].path))

    def _read(self) -> None:
        from culture_tui.tui.library import read_library

        library = read_library(self._workspace_name)
        self.app.call_from_thread(self._show, library)

    def _show(self, library: Library) -> None:
        from culture_tui.tui.library import header_line

        self._library = library
        self.query_one(TopBar).show("culture", library.root)
        columns = self.query_one("#columns", Static)
        columns.display = bool(library.assessments)
        columns.update(plain(header_line(self.size.width)))
        rows = self.query_one("#assessments", OptionList)
        rows.clear_options()
        rows.add_options([Option(plain(entry.shown(self.size.width))) for entry in library.assessments])
        rows.display = bool(library.assessments)
        empty = self.query_one("#empty", Static)
        empty.display = not library.assessments
        empty.update(_empty_text())
        models = self.query_one("#models", OptionList)
        models.clear_options()
        models.add_options([Option(plain(entry.shown(self.size.width))) for entry in library.models])
        if library.assessments and rows.highlighted is None:
            rows.highlighted = 0
        (rows if library.assessments else models).focus()


def _empty_text() -> Text:
    before, _key, after = _("No assessments here yet. Press {key} to start a workshop.").partition("{key}")
    return Text.assemble(before, (" n ", "reverse bold"), after)
