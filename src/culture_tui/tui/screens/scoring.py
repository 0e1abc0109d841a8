"""Scoring: the practice that the group talks about, and one key for each thing to settle."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from gettext import NullTranslations
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import awaits_the_room
from culture_tui.domain.progress import is_answered, items_in_scope, next_unanswered
from culture_tui.domain.roadmap import target_of
from culture_tui.domain.safe_text import clean
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.document import Document
from culture_tui.reports.gathering import people_text
from culture_tui.reports.profile import profile_document
from culture_tui.tui.messages import LevelChosen, PracticeChosen
from culture_tui.tui.pacing import WorkshopClock
from culture_tui.tui.practice_view import card_view, evidence_from, wrong_evidence
from culture_tui.tui.screens.dialogs import LinesDialog, NoteDialog
from culture_tui.tui.screens.workshop_screen import EXPORT, RESULTS, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.clock import PracticeClock
from culture_tui.tui.widgets.practice_card import PracticeCard
from culture_tui.tui.widgets.practice_map import PracticeMap
from culture_tui.tui.workshop import OpenWorkshop, now


def _key(keys: str, action: str, name: str, tooltip: str, *, show: bool = False) -> Binding:
    name_id = action.split("(", maxsplit=1)[0].replace("_", "-")
    return Binding(keys, action, name, id=f"scoring.{name_id}", tooltip=tooltip, show=show)


class ScoringScreen(WorkshopScreen):
    """Take in a level, write it down, show it."""

    HELP = marked(
        "Read the question and the levels aloud, let the group settle on one, press its digit. "
        "Every key is saved at once."
    )
    AUTO_FOCUS = "PracticeCard"
    CHANGES: ClassVar[frozenset[str]] = frozenset(
        {"undo", "rate", "note", "evidence", "not_applicable", "clear", "target"}
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                f"{level % 10}",
                f"rate({level})",
                "",
                id=f"scoring.rate-{level}",
                tooltip=marked("Settle on this level."),
                show=False,
            )
            for level in range(1, 11)
        ),
        _key("right,l", "go(1)", marked("Next"), marked("Go to the next practice."), show=True),
        _key("n", "note", marked("Note"), marked("Write down what was said about this practice."), show=True),
        replace(RESULTS, show=True),
        Binding(
            "left,h",
            "go(-1)",
            marked("Previous"),
            id="scoring.previous",
            tooltip=marked("Go to the practice before this one."),
            show=False,
        ),
        _key(
            "space",
            "next_unrated",
            marked("Next unrated"),
            marked("Go to the next practice without an answer."),
        ),
        _key("plus", "target(1)", marked("Raise the target"), marked("Aim one level higher.")),
        Binding(
            "minus",
            "target(-1)",
            marked("Lower the target"),
            id="scoring.target-down",
            tooltip=marked("Aim one level lower."),
            show=False,
        ),
        _key(
            "e", "evidence", marked("Evidence"), marked("Add something that shows that the rating is true.")
        ),
        _key(
            "a", "not_applicable", marked("Not applicable"), marked("Leave this practice out, with a reason.")
        ),
        _key("backspace", "clear", marked("Clear the rating"), marked("Take the level back: not rated.")),
        replace(EXPORT, show=False),
        _key(
            "d",
            "map",
            marked("Dimensions"),
            marked("Show or leave the tree of all dimensions and practices."),
        ),
    ]

    def __init__(self, workshop: OpenWorkshop) -> None:
        super().__init__(workshop)
        self._order = items_in_scope(workshop.assessment)
        self._to_tell = awaits_the_room(workshop.assessment)

    def content(self) -> Iterable[Widget]:
        """The tree beside the card; on a narrow screen one of the two."""
        workshop = self.workshop
        yield Horizontal(PracticeMap(workshop.assessment, workshop.model), PracticeCard(), id="scoring")

    def beside_saved(self) -> Iterable[Widget]:
        """How long the group has been talking about the practice."""
        yield PracticeClock()

    def show_clock(self) -> None:
        """The time of the practice too; where something is not saved, only that is said."""
        super().show_clock()
        if self.workshop.clock is not None:
            hidden = self.workshop.failed or self.workshop.is_final
            self.query_one(PracticeClock).show_time(None if hidden else self.workshop.clock)

    def clock_text(self, clock: WorkshopClock) -> str:
        """The time of the workshop, and when it ends."""
        return "" if self.workshop.is_final else clock.workshop_text

    def show_all(self) -> None:
        """Show the practice at hand and how far the workshop has come."""
        super().show_all()
        self._show_practice()
        tree = self.query_one(PracticeMap)
        for practice in self._order:
            tree.show_practice(self.workshop.assessment, practice)
        if self._to_tell:
            self._to_tell = False
            self.tell(people_text(self.workshop.assessment.workshop.gathered or 0, interface_words()))

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The profile with every note."""
        symptoms = self.workshop.model.symptoms
        return "profile", lambda words: profile_document(self.workshop.assessment, words, symptoms)

    def on_level_chosen(self, message: LevelChosen) -> None:
        """A level was settled on in the card."""
        self.action_rate(message.level)

    def on_practice_chosen(self, message: PracticeChosen) -> None:
        """A practice was picked in the tree."""
        self._go_to(message.practice_id)
        self.remove_class("-map")
        self.query_one(PracticeCard).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit beyond the scale is no key; a final assessment takes no change."""
        if action == "rate" and parameters[0] not in range(1, self.workshop.assessment.model.top + 1):
            return False
        behind_the_tree = self.has_class("-map") and self.has_class("-narrow")
        if behind_the_tree and action in self.CHANGES:
            return False
        return super().check_action(action, parameters)

    def action_rate(self, level: int) -> None:
        """Settle on a level of the practice at hand."""
        workshop = self.workshop
        self._change(lambda: workshop.assessment.with_level(workshop.current, level, now()))

    def action_clear(self) -> None:
        """Take the level, or what stands in its place, back."""
        if is_answered(self.workshop.assessment, self.workshop.current):
            self._change(lambda: self.workshop.assessment.with_level(self.workshop.current, None, now()))

    def action_target(self, by: int) -> None:
        """Aim higher or lower."""
        assessment, practice = self.workshop.assessment, self.workshop.current
        target = target_of(assessment, practice)
        if assessment.answer(practice).not_applicable is not None:
            self.tell(_("What is not applicable has no target."))
        elif target is None:
            self.tell(_("Rate the practice first; then it has a target."))
        elif 1 <= target + by <= assessment.model.top:
            self._change(lambda: assessment.with_target(practice, target + by, now()))

    def action_go(self, by: int) -> None:
        """Go on or back; the ends stay."""
        position = self._order.index(self.workshop.current) + by
        self._go_to(self._order[min(max(0, position), len(self._order) - 1)])

    def action_next_unrated(self) -> None:
        """Go to what is still to be asked."""
        practice = next_unanswered(self.workshop.assessment, self.workshop.current)
        if practice is None:
            self.tell(_("Everything is answered: g shows the results, m the roadmap."))
        else:
            self._go_to(practice)

    def action_note(self) -> None:
        """Write down what was said."""
        practice = self.workshop.current
        note = self.workshop.assessment.answer(practice).note
        self.app.push_screen(
            NoteDialog(self._title(_("Note")), note, lambda text: self._note(practice, text))
        )

    def action_evidence(self) -> None:
        """Add a piece of evidence."""
        fields = (_("What it is"), _("Link (may be empty)"), _("Date (may be empty)"))
        self.app.push_screen(
            LinesDialog(self._title(_("Evidence")), fields, wrong_evidence), self._add_evidence
        )

    def action_not_applicable(self) -> None:
        """Leave the practice out."""
        dialog = LinesDialog(
            self._title(_("Not applicable")),
            (_("Why it does not apply here"),),
            lambda lines: "" if lines[0] else _("A reason is needed: somebody will ask."),
        )
        self.app.push_screen(dialog, self._leave_out)

    def action_map(self) -> None:
        """Move between the tree and the card."""
        tree, card = self.query_one(PracticeMap), self.query_one(PracticeCard)
        opening = not tree.has_focus
        self.set_class(opening, "-map")
        tree.point_at(self.workshop.current)
        (tree if opening else card).focus()

    def action_back(self) -> None:
        """Leave the tree, or the workshop."""
        if self.has_class("-map"):
            self.action_map()
        else:
            super().action_back()

    def _change(self, make: Callable[[], Assessment]) -> None:
        if self.change(make):
            self.query_one(PracticeMap).show_practice(self.workshop.assessment, self.workshop.current)
            self._show_practice()

    def _go_to(self, practice: str) -> None:
        self.workshop.current = practice
        self._show_practice()

    def _show_practice(self) -> None:
        workshop = self.workshop
        view = card_view(workshop.assessment, workshop.model, workshop.current)
        self.query_one(PracticeCard).show(view)
        if self.has_class("-wide"):
            self.query_one(PracticeMap).point_at(workshop.current)
        done = sum(is_answered(workshop.assessment, practice) for practice in self._order)
        shown = _("{done} of {total}") if workshop.clock else _("{done} of {total} answered")
        said = shown.format(done=done, total=len(self._order))
        self.query_one(TopBar).show(self.titled(workshop.model.title), said)
        self.show_clock()

    def _title(self, what: str) -> str:
        workshop = self.workshop
        return f"{what} · {asked(workshop.assessment, workshop.model, workshop.current).title}"

    def _note(self, practice: str, text: str) -> str:
        return self.wrong_with(
            lambda: self.workshop.assessment.with_note(practice, clean(text), now()), f"note {practice}"
        )

    def _add_evidence(self, lines: tuple[str, ...] | None) -> None:
        if lines is not None:
            assessment, practice = self.workshop.assessment, self.workshop.current
            evidence = (*assessment.answer(practice).evidence, evidence_from(lines))
            self._change(lambda: assessment.with_evidence(practice, evidence, now()))

    def _leave_out(self, lines: tuple[str, ...] | None) -> None:
        if lines is not None:
            assessment, practice = self.workshop.assessment, self.workshop.current
            self._change(lambda: assessment.with_not_applicable(practice, clean(lines[0]), now()))
