"""A window with everything that people may say about a step of the roadmap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantBlur
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.step_edits import OWN_FIELDS, STATUSES
from culture_tui.language import _, interface_words, marked
from culture_tui.reports.roadmap import status_text
from culture_tui.tui.messages import PracticeChosen
from culture_tui.tui.screens.base import CultureDialog
from culture_tui.tui.screens.notes import REST_SECONDS
from culture_tui.tui.widgets.bars import SavingHint
from culture_tui.tui.widgets.lines import plain
from culture_tui.tui.widgets.practice_field import PracticeField

Keep = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Takes the fields as they stand; says what is wrong with those that cannot be kept."""


class StepDialog(CultureDialog[None]):
    """A field a line; what stands in them is saved while it is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next_field",
            marked("Next field"),
            id="step.next",
            show=False,
            priority=True,
            tooltip=marked("Go to the next field; take the practice that is marked."),
        ),
        Binding(
            "escape",
            "close",
            marked("Done"),
            id="step.close",
            tooltip=marked("Close this window; what fits is saved as it is."),
        ),
    ]

    def __init__(
        self,
        title: str,
        values: Mapping[str, str],
        assessment: Assessment,
        keep: Keep,
        trouble: Callable[[], str],
    ) -> None:
        """Edit a step.

        Args:
            title: of the window.
            values: what stands in the fields to begin with, by name; an own step has more of them.
            assessment: whose practices an own step may lift.
            keep: takes the newest fields, at most 300 ms after a key.
            trouble: says what is not saved, and why; empty where all is.
        """
        super().__init__()
        self._title = title
        self._kept = dict(values)
        self._assessment = assessment
        self._keep = keep
        self._trouble = trouble
        self._wrong: Mapping[str, str] = {}
        self._told: dict[str, str] | None = None
        self._left: set[str | None] = set()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, fields, what is wrong, and how to close."""
        with VerticalScroll(classes="dialog wide", can_focus=False):
            yield Static(plain(self._title), classes="dialog-title")
            if "title" in self._kept:
                yield self._line(_("Title"), "title")
            yield self._line(_("Quarter"), "quarter")
            yield self._status()
            yield self._line(_("Owner"), "owner")
            yield self._line(_("Due (2027-03-31)"), "due")
            if "title" in self._kept:
                yield from self._own_fields()
            yield Static(plain(_("Note")), classes="field-name")
            yield TextArea(self._kept["note"], id="note", soft_wrap=True, tab_behavior="focus")
            with Vertical(id="step-said"):
                yield Static(id="wrong")
                said = _("Saved while you write. Tab goes on, Esc closes.")
                yield SavingHint(said, "dialog-foot", _("Tab goes on, Esc closes"))

    def on_mount(self) -> None:
        """Begin with the first field."""
        self.query(Input).first().focus()
        self.show_state()

    def show_state(self) -> None:
        """Say that the step is saved while it is written, or that it is not."""
        for hint in self.query(SavingHint):
            hint.show(self._trouble())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter means the next field in a line of text only; in a note it is a new line."""
        del parameters
        return action != "next_field" or isinstance(self.focused, Input)

    def action_next_field(self) -> None:
        """Go on; in the field of the practice, take the one on offer first."""
        lookup = self.query(PracticeField)
        if not (lookup and lookup.first().has_focus_within and lookup.first().take()):
            self.focus_next()

    def action_close(self) -> None:
        """Hand on and close; with what cannot be kept stay, and close when asked again."""
        self.hand_on()
        if not self._wrong or self._told == self._typed():
            self.dismiss(None)
            return
        self._told = self._typed()
        self._say([*self._wrong.values(), _("Esc again leaves without it.")])
        self.query_one(f"#{next(iter(self._wrong))}").focus()

    def on_input_changed(self) -> None:
        """Hand the fields on soon."""
        self._soon()

    def on_text_area_changed(self) -> None:
        """Hand the note on soon."""
        self._soon()

    def on_select_changed(self) -> None:
        """Hand the status on soon."""
        self._soon()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Say what is wrong with a field once it is left."""
        self._left.add(event.widget.id)
        self.hand_on()

    def on_practice_chosen(self, message: PracticeChosen) -> None:
        """Propose the next level up."""
        level = self._assessment.rating(message.practice_id).level or 1
        start = min(level, self._assessment.model.top - 1)
        self.query_one("#start", Input).value = f"{start}"
        self.query_one("#end", Input).value = f"{start + 1}"

    def hand_on(self) -> str:
        """Hand the newest fields on."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        typed = self._typed()
        if typed != self._kept:
            self._wrong = self._keep(typed)
            self._kept = typed
        if typed == self._told:  # it stands there already, with the way out
            return "\n".join(self._wrong.values())
        told = self._left - {self.focused.id if self.focused is not None else None}
        self._say([said for name, said in self._wrong.items() if name in told])
        return "\n".join(self._wrong.values())

    def _own_fields(self) -> Iterator[Widget]:
        yield self._line(_("Person-days"), "days")
        yield self._line(_("Weeks"), "weeks")
        yield PracticeField(self._assessment.model, self._kept["practice"])
        yield self._line(_("From level"), "start")
        yield self._line(_("To level"), "end")

    def _line(self, name: str, key: str) -> Widget:
        field = Input(self._kept[key], id=key, compact=True, select_on_focus=False)
        return Horizontal(Static(plain(name), classes="field-name"), field, classes="row")

    def _status(self) -> Widget:
        words = interface_words()
        choices = [(status_text(status, words), status) for status in STATUSES]
        field = Select(choices, value=self._kept["status"], allow_blank=False, id="status", compact=True)
        return Horizontal(Static(plain(_("Status")), classes="field-name"), field, classes="row")

    def _soon(self) -> None:
        if self._timer is None and self._typed() != self._kept:
            self._timer = self.set_timer(REST_SECONDS, self.hand_on)

    def _typed(self) -> dict[str, str]:
        lines = {name: self.query_one(f"#{name}", Input).value for name in ("quarter", "owner", "due")}
        if "title" in self._kept:
            lines |= {name: self.query_one(f"#{name}", Input).value for name in OWN_FIELDS}
        lines["status"] = str(self.query_one("#status", Select).value)
        return lines | {"note": self.query_one("#note", TextArea).text}

    def _say(self, said: list[str]) -> None:
        lines = [each[:1].upper() + each[1:] for each in dict.fromkeys(said)]
        self.query_one("#wrong", Static).update(plain("\n".join(lines)))
