"""Scoring: the practice that the group talks about, and one key for each thing to settle."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from gettext import NullTranslations
from time import monotonic
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from culture_tui.domain.gathering import awaits_the_room
from culture_tui.domain.progress import items_in_scope, left_open, next_unanswered, progress_of
from culture_tui.language import _, interface_words, marked, ngettext
from culture_tui.reports.document import Document
from culture_tui.reports.gathering import people_text
from culture_tui.reports.left_open import answered_text, progress_text
from culture_tui.reports.profile import profile_document
from culture_tui.reports.symptoms import not_asked
from culture_tui.tui.last_time import beside
from culture_tui.tui.level_keys import NEXT, NEXT_UNRATED, PREVIOUS
from culture_tui.tui.messages import PracticeChosen
from culture_tui.tui.pacing import WorkshopClock
from culture_tui.tui.practice_view import card_view
from culture_tui.tui.screens.settling import SettlingScreen, key
from culture_tui.tui.screens.workshop_screen import EXPORT, RESULTS, WORKSHOP
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.clock import PracticeClock
from culture_tui.tui.widgets.first_keys import FirstKeys
from culture_tui.tui.widgets.talk_line import TalkLine
from culture_tui.tui.workshop import OpenWorkshop


class ScoringScreen(SettlingScreen):
    """Shows the practice that the group talks about, and leads to the next one."""

    HELP = marked(
        "Read the question and the levels aloud, let the group settle on one, press its digit. "
        "Every key is saved at once. y asks for symptoms, before or after scoring."
    )
    AUTO_FOCUS = "PracticeCard"
    BINDINGS: ClassVar[list[BindingType]] = [
        NEXT,
        replace(RESULTS, show=True),
        PREVIOUS,
        NEXT_UNRATED,
        replace(EXPORT, show=False),
        WORKSHOP,
        key(
            "d",
            "map",
            marked("Dimensions"),
            marked("Show or leave the tree of all dimensions and practices."),
        ),
    ]

    def __init__(self, workshop: OpenWorkshop, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(workshop, clock)
        self._order = items_in_scope(workshop.assessment)
        self._to_tell = awaits_the_room(workshop.assessment)

    def content(self) -> Iterable[Widget]:
        """The tree beside the card and the votes; on a narrow screen one of the two."""
        yield Horizontal(self.practice_map, Vertical(self.card, self.panel, id="asked"), id="scoring")
        yield FirstKeys(self.workshop.assessment.model, is_wanted=self.workshop.is_new)
        yield TalkLine()

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
        order = items_in_scope(self.workshop.assessment)
        if order != self._order:
            self._order = order
            self.practice_map.grow(self.workshop.assessment, self.workshop.model)
        self.show_practice()
        for practice in self._order:
            self.practice_map.show_practice(self.workshop.assessment, practice)
        if self._to_tell:
            self._to_tell = False
            self.tell(people_text(self.workshop.assessment.workshop.gathered or 0, interface_words()))

    def document(self) -> tuple[str, Callable[[NullTranslations], Document]]:
        """The profile with every note."""
        symptoms = self.workshop.model.symptoms
        return "profile", lambda words: profile_document(self.workshop.assessment, words, symptoms)

    def on_practice_chosen(self, message: PracticeChosen) -> None:
        """A practice was picked in the tree."""
        self._go_to(message.practice_id)
        self.remove_class("-map")
        self.card.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit beyond the scale is no key; a final assessment takes no change."""
        if action == "rate" and parameters[0] not in range(1, self.workshop.assessment.model.top + 1):
            return False
        behind_the_tree = self.has_class("-map") and self.has_class("-narrow")
        if behind_the_tree and action in self.CHANGES:
            return False
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Take the last change back; a round that was revealed is not looked at any more."""
        self.forget_talk()
        super().action_undo()

    def action_go(self, by: int) -> None:
        """Go on or back; the ends stay."""
        position = self._order.index(self.workshop.current) + by
        self._go_to(self._order[min(max(0, position), len(self._order) - 1)])

    def action_next_unrated(self) -> None:
        """Go to what is still to be asked."""
        practice = next_unanswered(self.workshop.assessment, self.workshop.current)
        if practice is None:
            self.tell(self._nothing_left())
        else:
            self._go_to(practice)

    def action_map(self) -> None:
        """Move between the tree and the card."""
        opening = not self.practice_map.has_focus
        self.set_class(opening, "-map")
        self.practice_map.point_at(self.workshop.current)
        (self.practice_map if opening else self.card).focus()

    def action_back(self) -> None:
        """Leave the tree, or the workshop."""
        if self.has_class("-map"):
            self.action_map()
        else:
            super().action_back()

    def show_practice(self) -> None:
        """Show the practice at hand with its votes, and how many are done."""
        workshop = self.workshop
        self.query_one(FirstKeys).follow(workshop.assessment, self.state)
        self.show_round()
        before = "" if self.state in {"voting", "hands"} else beside(workshop)
        self.card.show(card_view(workshop.assessment, workshop.model, workshop.current, self.state, before))
        self.show_talk()
        if self.has_class("-wide"):
            self.practice_map.point_at(workshop.current)
        come = progress_of(workshop.assessment, self._order)
        text = progress_text if workshop.clock else answered_text
        said = text(come, interface_words())
        self.query_one(TopBar).show(self.titled(workshop.model.title), said)
        self.show_clock()

    def show_change(self) -> None:
        """Show what was changed, in the tree too."""
        self.practice_map.show_practice(self.workshop.assessment, self.workshop.current)
        self.show_practice()

    def _go_to(self, practice: str) -> None:
        self.leave_round()
        self.forget_talk()
        self.workshop.current = practice
        self.show_practice()

    def _nothing_left(self) -> str:
        count = len(left_open(self.workshop.assessment))
        if count:
            return ngettext(
                "Everything has been asked; {count} is left open: i shows it.",
                "Everything has been asked; {count} are left open: i shows them.",
                count,
            ).format(count=count)
        if not_asked(self.workshop.assessment, self.workshop.model.symptoms):
            return _("Everything is answered: y asks for symptoms not asked yet, g shows the results.")
        return _("Everything is answered: g shows the results, m the roadmap.")
