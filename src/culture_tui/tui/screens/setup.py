"""What a workshop needs to know before it begins: whom, when, how many, in which language, about what."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static

from culture_tui.domain.answers import Answers, known_subject, subject_from, title_from, workshop_from
from culture_tui.domain.gathering import VotesFound, with_gathered
from culture_tui.domain.settings import Settings
from culture_tui.language import LANGUAGES, _, catalogue, in_use, marked
from culture_tui.reports.gathering import reason_text
from culture_tui.storage.model_files import LoadedModel
from culture_tui.storage.starting import start
from culture_tui.storage.workspace import Workspace
from culture_tui.tui.messages import VotesRead, WorkshopBegun
from culture_tui.tui.screens.base import CultureScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.field import Field
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.mode_choice import ModeChoice
from culture_tui.tui.widgets.previous_field import PreviousField
from culture_tui.tui.widgets.scope_list import ScopeList
from culture_tui.tui.widgets.votes_field import VotesField
from culture_tui.tui.widgets.workshop_form import WorkshopForm
from culture_tui.tui.workshop import now

NEXT_FIELD = Binding(
    "enter",
    "next_field",
    marked("Next field"),
    id="form.next",
    show=False,
    priority=True,
    tooltip=marked("Go to the next field."),
)
LEADS_ON = (Input, Select, ModeChoice, ScopeList)
"""The widgets in which Enter means the next field; elsewhere it presses and picks."""


class SetupScreen(CultureScreen):
    """A form; everything but the organisation may stay as it is."""

    HELP = marked(
        "Only the organisation is needed. Enter goes to the next field, F2 starts from anywhere. "
        "Nearly all of it can be changed later, with b."
    )
    AUTO_FOCUS = "#organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2,ctrl+s",
            "start",
            marked("Start"),
            id="setup.start",
            tooltip=marked("Start the workshop with these answers."),
        ),
        NEXT_FIELD,
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="setup.back",
            tooltip=marked("Go back; no workshop is begun."),
        ),
    ]

    def __init__(self, loaded: LoadedModel, place: Workspace, path: Path | None, settings: Settings) -> None:
        super().__init__()
        self._loaded = loaded
        self._settings = settings
        self._place = place
        self._path = path
        self._waiting = False

    def content(self) -> Iterable[Widget]:
        """A row a question; at the bottom what it amounts to."""
        languages = [(name, code) for code, name in LANGUAGES.items()]
        language = Select(languages, value=in_use(), allow_blank=False, id="language", compact=True)
        model = self._loaded.model
        answers = Answers(date=now().date().isoformat(), scope=tuple(model.dimensions))
        yield WorkshopForm(
            model,
            answers,
            self._settings,
            [
                Field(
                    _("Language"),
                    language,
                    _("The language of the questions and of the documents that are handed out."),
                ),
                VotesField(self._loaded, self._place),
            ],
            below_the_unit=PreviousField(self._place.assessments, model.id),
        )
        go = Button(plain(_("Start the workshop")), id="go", compact=True)
        yield Horizontal(go, Static(id="amounts-to"), classes="buttons")

    def on_mount(self) -> None:
        """Say which model it will be, and what the answers amount to."""
        model = self._loaded.model
        practices = _("{count} practices").format(count=len(model.practices))
        title = _("New workshop")
        self.query_one(TopBar).show(f"{title} · {model.title} {model.version}", practices)
        self.call_after_refresh(self.on_facts_changed)

    def on_facts_changed(self) -> None:
        """Let the sentence at the bottom follow the answers."""
        self.query_one("#amounts-to", Static).update(plain(self.query_one(WorkshopForm).workload_text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter means the next field where an answer is given; elsewhere it presses and picks."""
        del parameters
        return action != "next_field" or isinstance(self.focused, LEADS_ON)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Offer the assessment before this one, once it is said whom it is about."""
        if event.widget.id in {"organisation", "unit"}:
            self.query_one(PreviousField).look_for(known_subject(self.query_one(WorkshopForm).answers))

    def action_next_field(self) -> None:
        """Go on to the next field; stay with votes that were not read yet, to see what is in them."""
        votes = self.query_one(VotesField)
        if votes.has_focus_within and votes.is_unread:
            votes.read()
        else:
            self.focus_next()

    @on(Button.Pressed, "#go")
    def press_start(self) -> None:
        """The button does what the key does."""
        self.action_start()

    def action_start(self) -> None:
        """Begin, or say what is wrong with an answer."""
        self.query_one(VotesField).forgive()
        self._start()

    def on_votes_read(self, message: VotesRead) -> None:
        """Go on with starting, where the votes were all that was waited for."""
        if self._waiting and message.typed == self.query_one(VotesField).typed:
            self._start()

    def _start(self) -> None:
        """Begin, or wait for the votes where they are still read, or go to what is wrong."""
        form, votes = self.query_one(WorkshopForm), self.query_one(VotesField)
        self._waiting = False
        wrong = form.show_wrong()
        if wrong is not None:
            form.query_one(f"#{wrong}").focus()
        elif votes.typed and form.answers.mode == "pulse":
            votes.refuse(
                _("These are votes of practices, and pulse mode asks none. Choose full, or leave this empty.")
            )
        elif not (reading := votes.is_reading()) and votes.wrong:
            votes.query_one(Input).focus()
        else:
            self._waiting = reading
            if not reading:
                self._begin(form.answers, votes.found)

    def _begin(self, answers: Answers, votes: VotesFound | None) -> None:
        language, at = str(self.query_one("#language", Select).value), now()
        loaded = self._loaded.in_language(language)
        subject = subject_from(answers)
        workshop = workshop_from(answers, self._loaded.model.dimensions)
        workshop = workshop.model_copy(update={"previous": self.query_one(PreviousField).chosen})
        assessment, path = start(self._path or self._place, loaded, subject, workshop, language, at)
        assessment = assessment.with_subject(title_from(answers), subject, assessment.created)
        if votes is not None:
            assessment = with_gathered(assessment, votes.votes, reason_text(catalogue(language)), at)
        self.app.post_message(WorkshopBegun(assessment, loaded.model, path, self._place))
