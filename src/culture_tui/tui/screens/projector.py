"""The projector view: what thirty people may read, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from time import monotonic
from typing import ClassVar, Final

from textual.binding import ActiveBinding, BindingType
from textual.events import Key
from textual.widget import Widget

from culture_tui.domain.ballot import Voting
from culture_tui.domain.progress import items_in_scope, next_unanswered, progress_of
from culture_tui.domain.rounds import last_held, needs_reason
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.left_open import progress_text
from culture_tui.reports.reveal import vote_lines
from culture_tui.reports.rounds import voting_told
from culture_tui.tui.footing import with_votes
from culture_tui.tui.level_keys import CHOOSE, DIGITS, DOWN, NEXT, NEXT_UNRATED, PREVIOUS, UP
from culture_tui.tui.messages import LevelChosen
from culture_tui.tui.projector_view import heading, projector_view
from culture_tui.tui.screens.workshop_screen import PROJECTOR, WorkshopScreen
from culture_tui.tui.widgets.bars import TopBar
from culture_tui.tui.widgets.projection import Projection
from culture_tui.tui.workshop import OpenWorkshop, now

_WHILE_VOTING: Final = frozenset({"rate", "move", "projector", "back"})
"""While the laptop goes round, people vote here too; nothing else, and nothing shows how."""


class ProjectorScreen(WorkshopScreen):
    """Shows the practice at hand large; the keys of scoring that say nothing about it work here too."""

    HELP = marked(
        "For the projector: the question and its levels, without notes and names. Digits rate, the arrows "
        "lead to other practices and levels, P and Esc lead back."
    )
    AUTO_FOCUS = ""
    CHANGES: ClassVar[frozenset[str]] = frozenset({"undo", "rate", "choose"})
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(
            PROJECTOR,
            description=marked("Back"),
            show=True,
            tooltip=marked("Leave the projector view."),
        ),
        *DIGITS,
        replace(PREVIOUS, show=True),
        NEXT,
        NEXT_UNRATED,
        UP,
        DOWN,
        CHOOSE,
    ]

    def __init__(self, workshop: OpenWorkshop) -> None:
        super().__init__(workshop)
        self.clock = monotonic
        self._order = items_in_scope(workshop.assessment)
        chosen = workshop.assessment.answer(workshop.current).level
        self._cursor = 1 if workshop.voting is not None or chosen is None else chosen

    def arranged(self, bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
        """The bindings in force; while the laptop goes round a digit votes."""
        return bindings if self.workshop.voting is None else with_votes(bindings)

    def content(self) -> Iterable[Widget]:
        """The practice, and nothing beside it."""
        yield Projection()

    def below(self) -> tuple[str, ...]:
        """How many have voted while a round is under way."""
        workshop = self.workshop
        ballot = workshop.ballots.of(workshop.assessment, workshop.current)
        if workshop.voting is not None:
            ballot = workshop.voting.ballot
        if ballot is None:
            return ()
        return vote_lines(workshop.assessment, workshop.current, ballot, interface_words())

    def show_all(self) -> None:
        """Show the practice at hand."""
        super().show_all()
        assessment, model, item = self.workshop.assessment, self.workshop.model, self.workshop.current
        view = projector_view(assessment, model, item, self._cursor, self.below())
        self.query_one(Projection).view = view

    def show_state(self) -> None:
        """When it was saved; not where, since a file's name may be a client's."""
        assessment, model, item = self.workshop.assessment, self.workshop.model, self.workshop.current
        said = [progress_text(progress_of(assessment, self._order), interface_words())]
        failed = self.workshop.failed
        if self.workshop.saved_at is not None and not failed:
            said.append(_("saved {time}").format(time=f"{self.workshop.saved_at:%H:%M}"))
        self.set_class(failed, "-failed")
        self.show_saved(_("NOT SAVED: Esc leads to what is wrong"), failed=failed)
        for bar in self.query(TopBar):
            bar.show(heading(assessment, model, item), " · ".join(said))

    def on_key(self, event: Key) -> None:
        """Say to a key that does nothing during a vote which ones do something."""
        if self.workshop.voting is not None and event.key not in self.active_bindings:
            self.tell(_("The vote is open: P or Esc leads back to it."))

    def on_level_chosen(self, message: LevelChosen) -> None:
        """A level was settled on with the mouse."""
        if not self.refuses():
            self.action_rate(message.level)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit beyond the scale is no key; while the laptop goes round only the vote is."""
        if self.workshop.voting is not None and action not in _WHILE_VOTING:
            return False
        if action == "rate" and parameters[0] not in range(1, self.workshop.assessment.model.top + 1):
            return False
        return super().check_action(action, parameters)

    def action_rate(self, level: int) -> None:
        """Settle on a level of the practice at hand; one that needs a reason is settled where it is typed."""
        workshop = self.workshop
        if workshop.voting is not None:
            self._vote(workshop.voting.with_key(level, self.clock()))
            return
        if workshop.ballots.of(workshop.assessment, workshop.current) is not None:
            self.tell(_("A vote is under way: v goes on with it, and Del in it starts it over."))
            return
        votes = last_held(workshop.assessment, workshop.current)
        if votes is not None and needs_reason(votes, level):
            self.tell(_("The votes do not give {level}: Esc, then its digit asks why.").format(level=level))
            return
        if self.change(lambda: workshop.assessment.with_level(workshop.current, level, now())):
            self._cursor = level
            self.show_all()

    def action_choose(self) -> None:
        """Settle on the level that the cursor is on."""
        self.action_rate(self._cursor)

    def action_move(self, by: int) -> None:
        """Move the cursor up or down the levels."""
        self._cursor = min(max(1, self._cursor + by), self.workshop.assessment.model.top)
        self.show_all()

    def action_go(self, by: int) -> None:
        """Go on or back; the ends stay."""
        position = self._order.index(self.workshop.current) + by
        self._go_to(self._order[min(max(0, position), len(self._order) - 1)])

    def action_next_unrated(self) -> None:
        """Go to what is still to be asked."""
        item = next_unanswered(self.workshop.assessment, self.workshop.current)
        if item is None:
            self.tell(_("Everything is answered."))
        else:
            self._go_to(item)

    def _vote(self, voting: Voting) -> None:
        """Take a vote in; the count tells it, and only what is asked or was not counted is said."""
        if self.workshop.go_on(voting):
            self.app.clear_notifications()
            self._cursor = 1
        else:
            self.tell(voting_told(voting, interface_words()).notice)
        self.show_all()

    def _go_to(self, item: str) -> None:
        self.workshop.current = item
        self._cursor = self.workshop.assessment.answer(item).level or 1
        self.show_all()
        self.show_clock()
