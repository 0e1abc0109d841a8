"""What is kept beside a level: notes, evidence, the last time, and what has become worth a talk."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual.binding import Binding, BindingType

from culture_tui.domain.asking import asked
from culture_tui.domain.safe_text import clean
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.talking import talk_line
from culture_tui.tui.evidence_kept import EvidenceKept
from culture_tui.tui.last_time import told
from culture_tui.tui.screens.evidence import EvidenceDialog
from culture_tui.tui.screens.notes import NoteDialog, Place
from culture_tui.tui.screens.text import TextDialog
from culture_tui.tui.screens.workshop_screen import WorkshopScreen
from culture_tui.tui.widgets.talk_line import TalkLine
from culture_tui.tui.workshop import now


class KeepingScreen(WorkshopScreen):
    """A screen with a practice at hand, and room beside it for what is kept about it."""

    CHANGES: ClassVar[frozenset[str]] = WorkshopScreen.CHANGES | {"note", "evidence"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "n",
            "note",
            marked("Note"),
            id="scoring.note",
            tooltip=marked("Write down what was said about this practice."),
        ),
        Binding(
            "e",
            "evidence",
            marked("Evidence"),
            id="scoring.evidence",
            show=False,
            tooltip=marked("List what shows that the rating is true, and add to it."),
        ),
        Binding(
            "w",
            "last_time",
            marked("Last time"),
            id="scoring.last-time",
            show=False,
            tooltip=marked("Show all that was kept about this practice the last time."),
        ),
    ]

    def on_mount(self) -> None:
        """Read the assessment before this one in the background."""
        self.run_worker(self._read_previous())

    def show_talk(self) -> None:
        """Say what has become worth a talk, until the group has moved on twice."""
        workshop = self.workshop
        workshop.in_sight = workshop.in_sight.moved_on(workshop.current)
        said = talk_line(workshop.assessment, workshop.in_sight.riddles, interface_words())
        self.query_one(TalkLine).show(said)

    def action_note(self) -> None:
        """Write down what was said."""
        item = self.workshop.current
        note = self.workshop.assessment.answer(item).note
        title = _("Note") + f" · {self._title_at_hand()}"
        self.app.push_screen(
            NoteDialog(title, note, lambda text: self._note(item, text), self.trouble, self._make_room)
        )

    def action_evidence(self) -> None:
        """List what shows that the rating is true."""
        title = _("Evidence") + f" · {self._title_at_hand()}"
        self.app.push_screen(EvidenceDialog(title, EvidenceKept(self.workshop, self.workshop.current)))

    def action_last_time(self) -> None:
        """Show all of the last time."""
        found = told(self.workshop)
        if found is None:
            self.tell(_("Nothing is known of a last time for this practice."))
        else:
            title = _("Last time") + f" · {self._title_at_hand()}"
            self.app.push_screen(TextDialog(title, found.opening, found.sections))

    async def _read_previous(self) -> None:
        if self.workshop.previous is None:
            wrong = await asyncio.to_thread(self.workshop.read_previous)
            if wrong:
                self.notify(wrong, markup=False)
            elif self.workshop.previous is not None:
                self.show_all()

    def _title_at_hand(self) -> str:
        workshop = self.workshop
        return asked(workshop.assessment, workshop.model, workshop.current).title

    def _note(self, item: str, text: str) -> str:
        return self.wrong_with(
            lambda: self.workshop.assessment.with_note(item, clean(text), now()), f"note {item}"
        )

    def _make_room(self, place: Place) -> None:
        """Let an editor stand beside or below the card."""
        self.set_class(place == "beside", "-editor-beside")
        self.set_class(place == "below", "-editor-below")
