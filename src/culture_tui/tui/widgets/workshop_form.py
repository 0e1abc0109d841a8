"""The questions about a workshop: whom, when, how many, in which mode, about what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from culture_tui.domain.answers import Answers, wrong_with
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.modes import Mode, Workload, workload
from culture_tui.domain.settings import Settings
from culture_tui.language import _, interface_words, say
from culture_tui.reports.modes import mode_text, workload_text
from culture_tui.tui.messages import FactsChanged
from culture_tui.tui.widgets.field import Field
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.mode_choice import ModeChoice
from culture_tui.tui.widgets.scope_list import ScopeList

_LINES: Final = ("organisation", "unit", "title", "tags", "date", "facilitator", "people", "concerned")


class WorkshopForm(VerticalScroll, can_focus=False):
    """Holds the answers as they are typed, and says at each what is wrong with it."""

    def __init__(
        self,
        model: MaturityModel,
        answers: Answers,
        settings: Settings,
        others: Sequence[Widget] = (),
        below_the_unit: Widget | None = None,
    ) -> None:
        """Ask about a workshop.

        Args:
            model: what it talks about.
            answers: what stands in the form to begin with.
            settings: how long each of the things that are asked takes.
            others: what else the screen asks, between the mode and the scope.
            below_the_unit: what follows from whom it is about.
        """
        super().__init__(id="form")
        self._model = model
        self._first = answers
        self._settings = settings
        self._others = others
        self._below_the_unit = below_the_unit

    def compose(self) -> ComposeResult:
        """A line a question, the scope last."""
        for field in _fields(self._first):
            yield field
            if field.id == "unit-field" and self._below_the_unit is not None:
                yield self._below_the_unit
        yield from self._others
        yield Static(plain(_("What to talk about")), classes="heading")
        yield ScopeList(self._model, self._first.scope)
        yield Static(id="scope-wrong", classes="field-wrong")

    def on_mount(self) -> None:
        """Say what the two modes amount to."""
        self._show_modes(self._first.mode)

    @property
    def answers(self) -> Answers:
        """What stands in the form now."""
        return Answers(
            **{field: self.query_one(f"#{field}", Input).value for field in _LINES},
            mode=self.query_one(ModeChoice).mode,
            scope=self.query_one(ScopeList).ticked,
        )

    @property
    def workload_text(self) -> str:
        """What the workshop amounts to, in a sentence."""
        answers = self.answers
        if not answers.scope:
            return _("Pick at least one dimension to talk about.")
        return workload_text(self._workload(answers.mode), interface_words())

    def fill(self, answers: Answers) -> None:
        """Show other answers, as after an undo; what stands there already is left alone."""
        with self.prevent(Input.Changed):
            for field in _LINES:
                line, value = self.query_one(f"#{field}", Input), str(getattr(answers, field))
                if line.value != value:
                    line.value = value
        self.query_one(ScopeList).tick(answers.scope)
        self._show_modes(answers.mode)
        self.show_wrong()

    def show_wrong(self, more: Mapping[str, str] | None = None) -> str | None:
        """Say at each field what is wrong with it; the first field that is wrong, None where none is."""
        found = {field: say(what) for field, what in wrong_with(self.answers).items()} | dict(more or {})
        for each in self.query(Field):
            each.show_wrong(found.get(str(each.id).removesuffix("-field"), ""))
        scope = self.query_one("#scope-wrong", Static)
        scope.display = "scope" in found
        scope.update(plain(found.get("scope", "")))
        return next((field for field in self._in_order() if field in found), None)

    @on(Input.Changed)
    def report(self, event: Input.Changed) -> None:
        """Report a field that was typed into."""
        if event.input.id in _LINES:
            event.stop()
            self.post_message(FactsChanged(event.input.id))

    def on_facts_changed(self) -> None:
        """Let the modes follow the scope; whoever asks takes in the rest."""
        self._show_modes(self.query_one(ModeChoice).mode)

    def _show_modes(self, mode: Mode) -> None:
        full, pulse = (mode_text(self._workload(each), interface_words()) for each in ("full", "pulse"))
        self.query_one(ModeChoice).show(mode, (full, pulse))

    def _workload(self, mode: Mode) -> Workload:
        return workload(self._model.practices, mode, self.query_one(ScopeList).ticked, self._settings)

    def _in_order(self) -> Iterable[str]:
        return [*(str(each.id).removesuffix("-field") for each in self.query(Field)), "scope"]


def _line(field: str, answers: Answers, placeholder: str = "") -> Input:
    numbers = field in {"people", "concerned"}
    return Input(
        str(getattr(answers, field)),
        placeholder=placeholder,
        id=field,
        type="integer" if numbers else "text",
        valid_empty=True,
        compact=True,
        select_on_focus=False,
    )


def _fields(answers: Answers) -> Iterable[Field]:
    may_be_empty = _("may be empty")
    asked = (
        ("organisation", _("Organisation"), "", _("Whose culture the workshop is about.")),
        ("unit", _("Unit"), may_be_empty, _("The team, desk or department; may be empty.")),
        (
            "title",
            _("Title"),
            _("as the unit"),
            _("What the assessment is called; empty, it is called after the unit or the organisation."),
        ),
        (
            "tags",
            _("Tags"),
            _("with commas between; may be empty"),
            _("Words to find the assessment by later, with commas between."),
        ),
        ("date", _("Date"), "", _("The day of the workshop, as 2026-11-21.")),
        ("facilitator", _("Facilitator"), may_be_empty, _("Who leads the workshop; may be empty.")),
        ("people", _("People in the room"), may_be_empty, _("How many vote; may be empty.")),
        (
            "concerned",
            _("People concerned"),
            may_be_empty,
            _(
                "How many the workshop is about, also those who are not in the room. Where all of them are "
                "in the room, nothing is estimated."
            ),
        ),
    )
    for field, name, placeholder, about in asked:
        yield Field(name, _line(field, answers, placeholder), about)
    yield Field(_("Mode"), ModeChoice(id="mode"))
