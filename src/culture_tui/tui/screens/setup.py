"""What a workshop needs to know before it begins: whom, when, how many, in which language, about what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantBlur
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Button, Input, Select, SelectionList, Static
from textual.widgets.selection_list import Selection

from culture_tui.domain.gathering import VotesFound, with_gathered
from culture_tui.domain.records import Subject, Workshop
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.values import LONGEST_LINE
from culture_tui.language import LANGUAGES, _, catalogue, in_use, marked
from culture_tui.reports.gathering import reason_text
from culture_tui.storage.model_files import LoadedModel
from culture_tui.storage.starting import start
from culture_tui.storage.workspace import Workspace
from culture_tui.tui.messages import VotesRead, WorkshopBegun
from culture_tui.tui.screens.base import CultureScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.previous_field import PreviousField
from culture_tui.tui.widgets.votes_field import VotesField
from culture_tui.tui.workshop import now

_MOST_DIGITS: Final = 6


class TickList(SelectionList[str]):
    """A list to tick in: a tick is a sign, not a shade of a colour."""

    def render_line(self, y: int) -> Strip:
        """A line with its box drawn as ticked or empty, instead of an X in two shades."""
        left, inner, right, gap, *rest = super().render_line(y)
        chosen = self.get_option_at_index(self.scroll_offset.y + y).value in self.selected
        marks = zip((left, inner, right), ("[", "x" if chosen else " ", "]"), strict=True)
        plain_style = gap.style or Style()
        box = [Segment(mark, plain_style + Style(meta=(old.style or Style()).meta)) for old, mark in marks]
        return Strip([*box, gap, *rest])


class SetupScreen(CultureScreen):
    """A short form; everything but the organisation may stay as it is."""

    HELP = marked(
        "Only the organisation is needed. Enter goes to the next field; Space picks what to talk about."
    )
    AUTO_FOCUS = "#organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2,ctrl+s",
            "start",
            marked("Start"),
            id="setup.start",
            key_display="F2",
            tooltip=marked("Start the workshop with these answers."),
        ),
        Binding(
            "enter",
            "next_field",
            marked("Next field"),
            id="setup.next",
            show=False,
            priority=True,
            tooltip=marked("Go to the next field."),
        ),
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="setup.back",
            key_display="Esc",
            tooltip=marked("Go back; no workshop is begun."),
        ),
    ]

    def __init__(self, loaded: LoadedModel, place: Workspace, path: Path | None) -> None:
        super().__init__()
        self._loaded = loaded
        self._place = place
        self._path = path
        self._waiting = False

    def content(self) -> Iterable[Widget]:
        """A row a question."""
        model = self._loaded.model
        scopes = [
            Selection(
                plain(f"{model.parts[dimension.part].title}: {dimension.title}"), key, initial_state=True
            )
            for key, dimension in model.dimensions.items()
        ]
        languages = [(name, code) for code, name in LANGUAGES.items()]
        yield VerticalScroll(
            _row(_("Organisation"), Input(id="organisation", compact=True)),
            _row(_("Unit"), Input(id="unit", compact=True)),
            PreviousField(self._place.assessments, model.id),
            _row(_("Date"), Input(now().date().isoformat(), id="date", compact=True)),
            _row(_("People in the room"), Input(id="people", type="integer", valid_empty=True, compact=True)),
            _row(
                _("Language"),
                Select(languages, value=in_use(), allow_blank=False, id="language", compact=True),
            ),
            VotesField(self._loaded, self._place),
            Static(plain(_("What to talk about")), classes="heading"),
            TickList(*scopes, id="scope", compact=True),
            id="form",
        )
        yield Static(id="wrong")
        yield Horizontal(Button(plain(_("Start the workshop")), id="go", compact=True), classes="buttons")

    def on_mount(self) -> None:
        """Say which model it will be."""
        model = self._loaded.model
        practices = _("{count} practices").format(count=len(model.practices))
        title = _("New workshop")
        self.query_one(TopBar).show(f"{title} · {model.title} {model.version}", practices)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter means the next field in a line of text only; elsewhere it presses and picks."""
        del parameters
        return action != "next_field" or isinstance(self.focused, Input)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Offer the assessment before this one, once it is said whom it is about."""
        if event.widget.id in {"organisation", "unit"}:
            organisation, unit = self._line("organisation"), self._line("unit")
            known = organisation and max(len(organisation), len(unit)) <= LONGEST_LINE
            subject = Subject(organisation=organisation, unit=unit) if known else None
            self.query_one(PreviousField).look_for(subject)

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
        """Begin, or wait for the votes where they are still read."""
        self._waiting, wrong = False, self.query_one("#wrong", Static)
        wrong.update()
        try:
            workshop = self._workshop()
            self._waiting = self._is_reading_votes()
        except ValueError as error:
            wrong.update(plain(str(error)))
            return
        if not self._waiting:
            self._begin(workshop, self.query_one(VotesField).found)

    def _begin(self, workshop: Workshop, votes: VotesFound | None) -> None:
        subject = Subject(organisation=self._line("organisation"), unit=self._line("unit"))
        language, at = str(self.query_one("#language", Select).value), now()
        assessment, path = start(self._path or self._place, self._loaded, subject, workshop, language, at)
        if votes is not None:
            assessment = with_gathered(assessment, votes.votes, reason_text(catalogue(language)), at)
        self.app.post_message(WorkshopBegun(assessment, self._loaded.model, path, self._place))

    def _line(self, field: str) -> str:
        return clean_line(self.query_one(f"#{field}", Input).value.strip())

    def _workshop(self) -> Workshop:
        """The answers as a value; a ValueError in words where one does not fit."""
        if not self._line("organisation"):
            self.query_one("#organisation").focus()
            raise ValueError(_("The workshop needs the name of an organisation."))
        for field in ("organisation", "unit"):
            if len(self._line(field)) > LONGEST_LINE:
                self.query_one(f"#{field}").focus()
                raise ValueError(_("A name has at most {bound} characters.").format(bound=LONGEST_LINE))
        return Workshop(
            date=self._date(),
            participants=self._people(),
            scope=self._scope(),
            previous=self.query_one(PreviousField).chosen,
        )

    def _is_reading_votes(self) -> bool:
        """Whether the votes are still to come; a ValueError in words where they cannot be read."""
        votes = self.query_one(VotesField)
        reading = votes.is_reading()
        if votes.wrong:
            votes.query_one(Input).focus()
            raise ValueError(votes.wrong)
        return reading

    def _date(self) -> date:
        try:
            return Workshop(date=date.fromisoformat(self._line("date"))).date
        except ValueError:
            self.query_one("#date").focus()
            raise ValueError(_("The date must look like 2026-11-21.")) from None

    def _people(self) -> int | None:
        said = self._line("people")
        if not said:
            return None
        if not (said.isdecimal() and len(said) <= _MOST_DIGITS and int(said) > 0):
            self.query_one("#people").focus()
            raise ValueError(_("The number of people must be a whole number from 1 on, or empty."))
        return int(said)

    def _scope(self) -> tuple[str, ...]:
        chosen = set(self.query_one("#scope", SelectionList).selected)
        if not chosen:
            self.query_one("#scope").focus()
            raise ValueError(_("Pick at least one dimension to talk about."))
        dimensions = self._loaded.model.dimensions
        return () if len(chosen) == len(dimensions) else tuple(key for key in dimensions if key in chosen)


def _row(name: str, field: Widget) -> Horizontal:
    return Horizontal(Static(plain(name), classes="field-name"), field, classes="row")
