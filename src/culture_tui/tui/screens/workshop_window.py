"""What is known about an open workshop, to be put right or changed at any time; nothing rated is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from culture_tui.domain.answers import answers_of, with_answers
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.facts import facts_texts
from culture_tui.reports.modes import switched_text
from culture_tui.tui.messages import FactsChanged
from culture_tui.tui.screens.setup import LEADS_ON, NEXT_FIELD
from culture_tui.tui.screens.workshop_screen import UNDO, WORKSHOP, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.workshop_form import WorkshopForm
from culture_tui.tui.workshop import now

_SWITCHES: Final = frozenset({"mode", "scope"})
"""Fields of which each change is taken back by itself; the letters of the others go together."""


class WorkshopWindow(WorkshopScreen):
    """The form of the set-up, on a workshop that goes on: what is typed is kept at once."""

    HELP = marked(
        "What stands here is saved while you change it, and u takes it back. Another mode or another scope "
        "keeps every answer: what is not asked now is in the file and counts again when it is asked."
    )
    AUTO_FOCUS = "ModeChoice"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "back",
            marked("Back"),
            id="workshop-window.back",
            tooltip=marked("Go back to the screen before this one; all is saved."),
        ),
        replace(UNDO, show=True),
        NEXT_FIELD,
        WORKSHOP,
    ]

    def content(self) -> Iterable[Widget]:
        """The form; at the bottom what the workshop amounts to and what is kept."""
        yield WorkshopForm(self.workshop.model, answers_of(self.workshop.assessment), self.workshop.settings)
        yield VerticalScroll(Static(id="told"), id="facts")
        yield Horizontal(Static(id="amounts-to"), classes="buttons")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter means the next field where an answer is given."""
        if action == "next_field":
            return isinstance(self.focused, LEADS_ON)
        return super().check_action(action, parameters)

    def show_all(self) -> None:
        """Show what the workshop is now; what is final is there to be read."""
        super().show_all()
        form, facts, final = self.query_one(WorkshopForm), self.query_one("#facts"), self.workshop.is_final
        form.display, facts.display = not final, final
        if final:
            said = facts_texts(self.workshop.assessment, self.workshop.settings, interface_words())
            self.query_one("#told", Static).update(plain("\n".join(said)))
            facts.focus()
        form.fill(answers_of(self.workshop.assessment))
        self._show_amount()

    def on_facts_changed(self, message: FactsChanged) -> None:
        """Keep the change, or say at the field why it is not kept."""
        form, assessment = self.query_one(WorkshopForm), self.workshop.assessment
        form.show_wrong()
        after = with_answers(assessment, form.answers, now())
        kind = "" if message.field in _SWITCHES else f"workshop {message.field}"
        if after is assessment:
            return
        if wrong := self.wrong_with(lambda: after, kind):
            self.tell(wrong, severe=True)
        else:
            self._show_amount()

    def action_next_field(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def _show_amount(self) -> None:
        assessment = self.workshop.assessment
        self.query_one(TopBar).show(self.titled(_("Workshop")), f"{assessment.workshop.date}")
        said = switched_text(assessment, self.workshop.settings, interface_words())
        said = "" if self.workshop.is_final else said
        self.query_one("#amounts-to", Static).update(plain(said))
