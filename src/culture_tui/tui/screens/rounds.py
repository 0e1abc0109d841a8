"""Voting in the room, on the scoring screen: pass the laptop or type the hands, then reveal.

The question and its levels stay where they are; all of this happens in the panel below them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import ClassVar, Final

from textual.binding import ActiveBinding, BindingType
from textual.events import Key

from culture_tui.domain.ballot import SECONDS_OF_A_PERSON, Voting, new_ballot
from culture_tui.domain.hands import ShowOfHands
from culture_tui.domain.records import Round
from culture_tui.domain.rounds import last_held, next_number, rounds_held
from culture_tui.language import _, interface_words
from culture_tui.reports.reveal import enough_rounds_text, not_settled_text
from culture_tui.tui.footing import Footing, State, in_footer, useless
from culture_tui.tui.messages import HandsEntered, HandsTyped
from culture_tui.tui.round_view import hands_views, panel_view
from culture_tui.tui.screens.keeping import KeepingScreen
from culture_tui.tui.vote_keys import VOTE_KEYS
from culture_tui.tui.widgets.practice_card import PracticeCard
from culture_tui.tui.widgets.practice_map import PracticeMap
from culture_tui.tui.widgets.vote_panel import VotePanel
from culture_tui.tui.workshop import OpenWorkshop, now

_WHILE_VOTING: Final = frozenset({"rate", "clear", "reveal", "start_over", "look", "back", "projector"})
"""What a laptop that goes round may do; to any other key it says what does something."""

_WHILE_TYPING: Final = frozenset({"back"})
_ONLY_VOTING: Final = frozenset({"reveal", "start_over", "look"})


class RoundsScreen(KeepingScreen):
    """Takes votes in, writes the round down, shows it."""

    BINDINGS: ClassVar[list[BindingType]] = VOTE_KEYS

    def __init__(self, workshop: OpenWorkshop, clock: Callable[[], float] = monotonic) -> None:
        """Show a workshop.

        Args:
            workshop: the open one.
            clock: seconds that only go up, to tell one person's key from the next one's.
        """
        super().__init__(workshop)
        self.clock = clock
        self.card = PracticeCard()
        self.panel = VotePanel()
        self.practice_map = PracticeMap(workshop.assessment, workshop.model)
        self._hands: ShowOfHands | None = None
        self._typed: dict[tuple[str, str], str] = {}
        self._talked_about: str | None = None
        self._notice = ""
        self._revealed_at = float("-inf")
        self._footing: tuple[str, ...] = ()

    def arranged(self, bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
        """The bindings in force; the footer shows the few that matter now."""
        footing: Footing = "final" if self.workshop.is_final else self.state
        return in_footer(super().arranged(bindings), footing, self._useless)

    @property
    def _useless(self) -> frozenset[str]:
        return useless(self.workshop.assessment, self.workshop.current)

    @property
    def state(self) -> State:
        """What the room does just now."""
        if self.workshop.voting is not None:
            return "voting"
        if self._hands is not None:
            return "hands"
        assessment, item = self.workshop.assessment, self.workshop.current
        is_open = item == self._talked_about or not assessment.answer(item).is_settled
        held = is_open and not self.workshop.is_final and rounds_held(assessment, item)
        return "revealed" if held else "card"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the laptop goes round, or hands are typed, only what belongs to it."""
        state = self.state
        if state == "voting" and action not in _WHILE_VOTING:
            return False
        if state == "hands" and action not in _WHILE_TYPING:
            return False
        if state != "voting" and action in _ONLY_VOTING:
            return False
        return super().check_action(action, parameters)

    def action_vote(self) -> None:
        """Begin to pass the laptop, or go on where it was left."""
        assessment, item = self.workshop.assessment, self.workshop.current
        if self._may_begin():
            ballot = self.workshop.ballots.of(assessment, item) or new_ballot(assessment, item)
            self.workshop.voting = Voting(ballot, assessment.workshop.participants)
            self._hush()
            self.set_focus(None)
            self.show_practice()

    def action_hands(self) -> None:
        """Type what hands are up, going on with what was typed before."""
        assessment, item = self.workshop.assessment, self.workshop.current
        if self.workshop.ballots.of(assessment, item) is not None:
            self.say(_("A vote is under way: v goes on with it, and Del in it starts it over."))
        elif self._may_begin():
            typed = self._typed.get((assessment.workshop.mode, item), "")
            people = assessment.workshop.participants
            self._hands = ShowOfHands(assessment.model.top, next_number(assessment, item), people, typed)
            self._hush()
            self.panel.open_field(typed)
            self.show_practice()

    def cast(self, level: int) -> None:
        """Somebody pressed a digit while the laptop goes round."""
        if self.workshop.voting is not None:
            self._go_on(self.workshop.voting.with_key(level, self.clock()))

    def take_back(self) -> None:
        """Take the last vote back."""
        if self.workshop.voting is not None:
            self._go_on(self.workshop.voting.with_last_taken_back())

    def action_reveal(self) -> None:
        """Show the votes, asking once where people are missing."""
        if self.workshop.voting is not None:
            self._go_on(self.workshop.voting.with_reveal(self.clock()))

    def action_start_over(self) -> None:
        """Throw the votes away, asking once."""
        if self.workshop.voting is not None:
            self._go_on(self.workshop.voting.with_start_over(self.clock()))

    def action_look(self, by: int) -> None:
        """Show another level in full; the next vote forgets which."""
        self.card.action_move(by)

    def on_hands_typed(self, message: HandsTyped) -> None:
        """Show what the line is read as."""
        if self._hands is not None:
            key = (self.workshop.assessment.workshop.mode, self.workshop.current)
            self._typed[key] = message.typed
            self._hands = self._hands.with_typed(message.typed)
            self.show_round()

    def on_hands_entered(self, message: HandsEntered) -> None:
        """Keep the votes, or ask."""
        if self._hands is None:
            return
        outcome = self._hands.with_typed(message.typed).with_enter()
        if isinstance(outcome, ShowOfHands):
            self._hands = outcome
            self.show_round()
        else:
            self._typed.pop((self.workshop.assessment.workshop.mode, self.workshop.current), None)
            self._write_down(outcome)

    def on_other_reading_wanted(self) -> None:
        """Read the line the other way."""
        if self._hands is not None:
            self._hands = self._hands.with_other_reading()
            self.show_round()

    def action_back(self) -> None:
        """Leave the vote or the line of hands; both are kept. Else step back."""
        if self.state in {"voting", "hands"}:
            self.leave_round()
            self.show_practice()
        else:
            super().action_back()

    def on_key(self, event: Key) -> None:
        """Say to a key that does nothing now which ones do something."""
        if self.state not in {"voting", "hands"} or event.key in self.active_bindings:
            return
        if self.workshop.voting is not None:
            self._go_on(self.workshop.voting.with_other_key())
        else:
            self.tell(_("The hands are open: Enter reveals them, Esc closes and keeps the line."))

    def on_choice_held(self) -> None:
        """Say that Enter settles nothing where it may still be the key that revealed."""
        votes = last_held(self.workshop.assessment, self.workshop.current)
        if self.state == "revealed" and votes is not None:
            self.say(not_settled_text(votes, interface_words()))

    def leave_round(self) -> None:
        """Stop voting or typing; what there is so far is kept."""
        self._notice = ""
        if self.workshop.voting is not None:
            self.workshop.ballots.keep(self.workshop.voting.ballot.sealed())
        if self.state in {"voting", "hands"}:
            self.workshop.voting = self._hands = None
            self.panel.close_field()
            self._wake()

    def say(self, said: str) -> None:
        """Say something in the panel where it is open, else for a moment."""
        workshop = self.workshop
        ballot = workshop.ballots.of(workshop.assessment, workshop.current)
        if self.state == "revealed" or ballot is not None:
            self._notice = said
            self.show_round()
        else:
            self.tell(said)

    def show_practice(self) -> None:
        """Show the card and the panel; the screen that has them says how."""
        raise NotImplementedError

    def show_change(self) -> None:
        """Show what was changed about the practice at hand, wherever it stands on the screen."""
        raise NotImplementedError

    def show_round(self) -> None:
        """Show what the panel has to say, and the keys that matter now."""
        if self._hands is not None:
            self.panel.show_hands(*hands_views(self._hands))
        else:
            self.panel.show(panel_view(self.workshop, self.state, self._notice))
        footing = (self.state, self.workshop.current, *sorted(self._useless))
        if footing != self._footing:
            self._footing = footing
            self.refresh_bindings()

    @property
    def is_just_revealed(self) -> bool:
        """Whether a key may still be the one that revealed: held down, it must not settle anything."""
        return self.clock() - self._revealed_at < SECONDS_OF_A_PERSON

    def forget_talk(self) -> None:
        """The group is done with the round that it looked at."""
        self._talked_about, self._notice, self._revealed_at = None, "", float("-inf")

    def _may_begin(self) -> bool:
        enough = enough_rounds_text(self.workshop.assessment, self.workshop.current, interface_words())
        if enough:
            self.say(enough)
        return not enough

    def _go_on(self, voting: Voting) -> None:
        """Take the next step of a vote."""
        ballots = self.workshop.ballots
        if voting.ended == "revealed":
            if self._write_down(voting.ballot.counts):
                ballots.drop(voting.ballot, once=self.workshop.settle)
        elif voting.ended == "dropped":
            self.workshop.voting = replace(
                voting, ballot=new_ballot(self.workshop.assessment, voting.ballot.item)
            )
            self.action_back()
        else:
            if self.workshop.go_on(voting):
                self.card.rest()
            self.show_round()

    def _write_down(self, votes: Round) -> bool:
        """A round is revealed: keep it, and look at it; False where it could not be kept."""
        item = self.workshop.current
        self.workshop.voting = self._hands = None
        self._notice = ""
        self.panel.close_field()
        self._wake()
        self._revealed_at = self.clock()
        kept = self.change(lambda: self.workshop.assessment.with_round(item, votes, now()))
        self._talked_about = item if kept else None
        self.show_change()
        self.card.hold()
        return kept

    def _hush(self) -> None:
        """No widget but the line for hands takes keys: none may act on what it does not show."""
        self._notice = ""
        self.card.can_focus = self.practice_map.can_focus = False

    def _wake(self) -> None:
        self.card.can_focus = self.practice_map.can_focus = True
        self.card.focus()
