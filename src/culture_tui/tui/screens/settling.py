"""Settling a practice, on the scoring screen: a level, the split, later, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final, Literal

from textual.binding import Binding, BindingType

from culture_tui.domain.asking import asked
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import is_answered
from culture_tui.domain.roadmap import target_of
from culture_tui.domain.rounds import accepted_level, can_be_split, last_held
from culture_tui.domain.safe_text import clean
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.reveal import reason_asked, why_not_accepted
from culture_tui.tui.level_keys import DIGITS
from culture_tui.tui.messages import LevelChosen
from culture_tui.tui.screens.dialogs import LinesDialog
from culture_tui.tui.screens.rounds import RoundsScreen
from culture_tui.tui.workshop import now

_SURER: Final[dict[str | None, Literal["low", "medium", "high"] | None]] = {
    None: "low",
    "low": "medium",
    "medium": "high",
    "high": None,
}


def key(keys: str, action: str, name: str, tooltip: str, *, show: bool = False) -> Binding:
    """A key of the scoring screen, with an id made of its action."""
    name_id = action.split("(", maxsplit=1)[0].replace("_", "-")
    return Binding(keys, action, name, id=f"scoring.{name_id}", tooltip=tooltip, show=show)


class SettlingScreen(RoundsScreen):
    """Takes in what the group settles on, writes it down, shows it."""

    CHANGES: ClassVar[frozenset[str]] = frozenset(
        {
            "undo",
            "rate",
            "vote",
            "hands",
            "accept",
            "split",
            "park",
            "confidence",
            "note",
            "evidence",
            "not_applicable",
            "clear",
            "target",
        }
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *DIGITS,
        key("a", "accept", marked("Accept"), marked("Settle on the median of the last round.")),
        key("s", "split", marked("Split"), marked("Record that the votes stay split: no level is agreed.")),
        key("p", "park", marked("Park"), marked("Leave this practice open and come back to it later.")),
        key("c", "confidence", marked("Confidence"), marked("How sure the group is: low, medium, high.")),
        key(
            "o", "not_applicable", marked("Not applicable"), marked("Leave this practice out, with a reason.")
        ),
        key("plus", "target(1)", marked("Raise the target"), marked("Aim one level higher.")),
        Binding(
            "minus",
            "target(-1)",
            marked("Lower the target"),
            id="scoring.target-down",
            tooltip=marked("Aim one level lower."),
            show=False,
        ),
        key(
            "backspace",
            "clear",
            marked("Clear the rating"),
            marked("Take the level back: not rated."),
        ),
    ]

    def on_level_chosen(self, message: LevelChosen) -> None:
        """A level was settled on in the card."""
        if self.state != "hands" and not self.refuses():
            self.action_rate(message.level)

    def action_rate(self, level: int) -> None:
        """Settle on a level of the practice at hand; while the laptop goes round, vote for it."""
        if self.state == "voting":
            self.cast(level)
            return
        if self.is_just_revealed:
            return
        assessment, item = self.workshop.assessment, self.workshop.current
        votes = last_held(assessment, item)
        why = "" if votes is None else reason_asked(votes, level, interface_words())
        if not why:
            self.settle(lambda: assessment.with_level(item, level, now()))
            return
        before = assessment.answer(item)
        dialog = LinesDialog(
            self.titled_practice(_("Level {level}").format(level=level)),
            (why,),
            lambda lines: "" if lines[0] else _("A reason is needed: somebody will ask."),
            (before.reason.replace("\n", " ") if before.level == level else "",),
        )
        self.app.push_screen(dialog, lambda lines: self._settle_with_reason(item, level, lines))

    def action_accept(self) -> None:
        """Settle on the median of the last round."""
        assessment, item = self.workshop.assessment, self.workshop.current
        votes = last_held(assessment, item)
        if votes is None:
            self._say_that_nobody_voted()
        elif (level := accepted_level(votes)) is None:
            self.say(why_not_accepted(votes, interface_words()))
        else:
            self.settle(lambda: assessment.with_level(item, level, now()))

    def action_split(self) -> None:
        """Record that the votes stay split."""
        assessment, item = self.workshop.assessment, self.workshop.current
        votes = last_held(assessment, item)
        if votes is None:
            self._say_that_nobody_voted()
        elif not can_be_split(votes):
            self.say(
                _("All voted for {level}: there is no split to record.").format(level=accepted_level(votes))
            )
        else:
            self.settle(lambda: assessment.with_left_open(item, "split", now()))

    def action_park(self) -> None:
        """Leave it for later."""
        assessment, item = self.workshop.assessment, self.workshop.current
        self.settle(lambda: assessment.with_left_open(item, "parked", now()))

    def action_clear(self) -> None:
        """Take the level, or what stands in its place, back; while voting, the last vote."""
        assessment, item = self.workshop.assessment, self.workshop.current
        if self.state == "voting":
            self.take_back()
        elif is_answered(assessment, item):
            self.settle(lambda: assessment.with_level(item, None, now()))

    def action_confidence(self) -> None:
        """The next answer to how sure the group is."""
        assessment, item = self.workshop.assessment, self.workshop.current
        rating = assessment.answer(item)
        if rating.level is None:
            self.say(_("Agree on a level first; then say how sure you are of it."))
        else:
            self.revise(lambda: assessment.with_confidence(item, _SURER[rating.confidence], now()))

    def action_target(self, by: int) -> None:
        """Aim higher or lower."""
        assessment, practice = self.workshop.assessment, self.workshop.current
        target = target_of(assessment, practice)
        if assessment.answer(practice).not_applicable is not None:
            self.say(_("What is not applicable has no target."))
        elif target is None:
            self.say(_("Rate the practice first; then it has a target."))
        elif 1 <= target + by <= assessment.model.top:
            self.revise(lambda: assessment.with_target(practice, target + by, now()))

    def action_not_applicable(self) -> None:
        """Leave the practice out."""
        dialog = LinesDialog(
            self.titled_practice(_("Not applicable")),
            (_("Why it does not apply here"),),
            lambda lines: "" if lines[0] else _("A reason is needed: somebody will ask."),
        )
        self.app.push_screen(dialog, self._leave_out)

    def settle(self, make: Callable[[], Assessment]) -> None:
        """Have the group's answer kept, and be done with the round that it looked at."""
        if self.change(make):
            self.forget_talk()
            self.show_change()

    def revise(self, make: Callable[[], Assessment]) -> None:
        """Have something else about the practice kept."""
        if self.change(make):
            self.show_change()

    def titled_practice(self, what: str) -> str:
        """The title of a window about the practice at hand."""
        workshop = self.workshop
        return f"{what} · {asked(workshop.assessment, workshop.model, workshop.current).title}"

    def _say_that_nobody_voted(self) -> None:
        self.say(_("The room has not voted yet: v passes the laptop, t types the hands."))

    def _settle_with_reason(self, item: str, level: int, lines: tuple[str, ...] | None) -> None:
        if lines is not None:
            reason = clean(lines[0])
            self.settle(lambda: self.workshop.assessment.with_level(item, level, now(), reason))

    def _leave_out(self, lines: tuple[str, ...] | None) -> None:
        if lines is not None:
            assessment, practice = self.workshop.assessment, self.workshop.current
            self.settle(lambda: assessment.with_not_applicable(practice, clean(lines[0]), now()))
