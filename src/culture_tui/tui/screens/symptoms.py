"""Symptoms: what a group recognises in daily life, read aloud one by one, before or after scoring."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from gettext import NullTranslations
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import SymptomSeen
from culture_tui.domain.safe_text import clean
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.document import Document
from culture_tui.reports.profile import profile_document
from culture_tui.reports.symptoms import ANSWERS, SymptomTold, not_asked, symptoms_told
from culture_tui.tui.screens.base import AROUND_A_LINE
from culture_tui.tui.screens.notes import NoteDialog
from culture_tui.tui.screens.workshop_screen import EXPORT, SYMPTOMS, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.lines import padded, plain, shortened
from culture_tui.tui.workshop import now

_BEFORE_TITLE: Final = 3
"""Cells between the longest answer and the titles."""

_LOW: Final = 20
"""Below this height the list gives way to the symptom that is asked."""


class SymptomsScreen(WorkshopScreen):
    """Asks how often each symptom is seen, and shows where it points."""

    HELP = marked(
        "Read each symptom aloud and ask how often the group sees it: 1 never, 2 sometimes, 3 often. What is "
        "seen often although the practices behind it are rated high is worth a talk. Every key is saved at "
        "once."
    )
    AUTO_FOCUS = "OptionList"
    CHANGES: ClassVar[frozenset[str]] = frozenset({"undo", "answer", "clear", "note"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1", "answer(0)", marked("Never"), id="symptoms.never", tooltip=marked("Nobody sees it here.")
        ),
        Binding(
            "2",
            "answer(1)",
            marked("Sometimes"),
            id="symptoms.sometimes",
            tooltip=marked("It is seen now and then."),
        ),
        Binding("3", "answer(2)", marked("Often"), id="symptoms.often", tooltip=marked("It is seen often.")),
        Binding(
            "n",
            "note",
            marked("Note"),
            id="scoring.note",
            tooltip=marked("Write down what was said about it."),
        ),
        Binding(
            "backspace",
            "clear",
            marked("Not asked"),
            id="symptoms.clear",
            show=False,
            tooltip=marked("Take the answer and its note back: not asked."),
        ),
        Binding(
            "space",
            "next_not_asked",
            marked("Next not asked"),
            id="symptoms.next",
            show=False,
            tooltip=marked("Go to the next symptom that the group was not asked about."),
        ),
        replace(
            SYMPTOMS, description=marked("Back"), tooltip=marked("Go back to the screen before this one.")
        ),
        replace(EXPORT, show=False),
    ]

    def content(self) -> Iterable[Widget]:
        """A line a symptom, and the one that is asked in full."""
        yield OptionList(id="symptoms", compact=True)
        with VerticalScroll(id="symptom"):
            yield Static(id="symptom-title")
            yield Static(id="symptom-probe")
            yield Static(id="symptom-points")
            yield Static(id="symptom-riddle")
            yield Static(id="symptom-said")

    def on_resize(self, event: Resize) -> None:
        """Lines take what room there is."""
        self.set_class(event.size.height < _LOW, "-low")
        self.show_all()

    def show_all(self) -> None:
        """Show every symptom with its answer."""
        super().show_all()
        told = self._told()
        asked = len(told) - len(not_asked(self.workshop.assessment, self.workshop.model.symptoms))
        said = _("{done} of {total} asked").format(done=asked, total=len(told)) if told else ""
        self.query_one(TopBar).show(self.titled(_("Symptoms")), said)
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        width = self.size.width - AROUND_A_LINE
        with self.prevent(OptionList.OptionHighlighted):
            options.clear_options()
            answers = max((cell_len(f"{each.sign} {each.answer}") for each in told), default=0)
            options.add_options([Option(_line(each, answers, width), each.id) for each in told])
            options.highlighted = min(at, len(told) - 1) if told else None
        self._show_one()

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The profile, which holds the symptoms."""
        symptoms = self.workshop.model.symptoms
        return "profile", lambda words: profile_document(self.workshop.assessment, words, symptoms)

    def on_option_list_option_highlighted(self) -> None:
        """Show the symptom that the cursor is on."""
        self._show_one()

    def action_answer(self, which: int) -> None:
        """Take in how often it is seen."""
        told = self._at()
        if told is not None:
            seen = SymptomSeen(seen=ANSWERS[which], note=told.note)
            self._keep(lambda: self.workshop.assessment.with_symptom(told.id, seen, now()))

    def action_clear(self) -> None:
        """Take the answer back."""
        told = self._at()
        if told is not None and told.id in self.workshop.assessment.symptoms:
            self._keep(lambda: self.workshop.assessment.with_symptom(told.id, None, now()))

    def action_note(self) -> None:
        """Write down what was said."""
        told = self._at()
        if told is None:
            return
        if told.id not in self.workshop.assessment.symptoms:
            self.tell(_("Answer with 1, 2 or 3 first; a note belongs to an answer."))
            return
        title = _("Note") + f" · {told.title}"
        self.app.push_screen(
            NoteDialog(title, told.note, lambda text: self._note(told.id, text), self.trouble)
        )

    def action_next_not_asked(self) -> None:
        """Go to what is still to be asked, going round once."""
        told, options = self._told(), self.query_one(OptionList)
        left = not_asked(self.workshop.assessment, self.workshop.model.symptoms)
        at = options.highlighted or 0
        order = [*range(at + 1, len(told)), *range(at + 1)]
        following = next((index for index in order if index < len(told) and told[index].id in left), None)
        if following is None:
            self.tell(_("The group was asked about every symptom: y goes back, g shows the results."))
        else:
            options.highlighted = following

    def _keep(self, make: Callable[[], Assessment]) -> None:
        if self.change(make):
            self.show_all()

    def _note(self, key: str, text: str) -> str:
        assessment = self.workshop.assessment
        answer = assessment.symptoms[key].model_copy(update={"note": clean(text)})
        return self.wrong_with(lambda: assessment.with_symptom(key, answer, now()), f"symptom note {key}")

    def _told(self) -> list[SymptomTold]:
        workshop = self.workshop
        return symptoms_told(workshop.assessment, workshop.model.symptoms, interface_words())

    def _at(self) -> SymptomTold | None:
        told, at = self._told(), self.query_one(OptionList).highlighted
        return None if at is None or at >= len(told) else told[at]

    def _show_one(self) -> None:
        told = self._at()
        if told is None:
            empty = _("This model has no symptoms to ask about. y goes back.")
            texts = (empty, "", "", "", "")
        else:
            texts = (told.title, told.probe, told.points_to, told.contradiction, told.note)
        for name, text in zip(("title", "probe", "points", "riddle", "said"), texts, strict=True):
            shown = self.query_one(f"#symptom-{name}", Static)
            shown.update(plain(text))
            shown.display = bool(text)


def _line(told: SymptomTold, answers: int, width: int) -> Text:
    answer = padded(f"{told.sign} {told.answer}", answers + _BEFORE_TITLE)
    mark = " ▲" if told.contradiction else ""
    title = shortened(told.title, width - len(mark) - answers - _BEFORE_TITLE)
    return Text(f"{answer}{title}{mark}", no_wrap=True)
