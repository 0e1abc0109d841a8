"""A field in which a practice is found by a part of its title."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from culture_tui.domain.model import ModelSkeleton
from culture_tui.domain.step_edits import matching
from culture_tui.language import _, marked
from culture_tui.tui.messages import PracticeChosen
from culture_tui.tui.widgets.lines import plain

_MOST: Final = 4
"""Practices that are offered at once; to see others is to type more."""


class PracticeField(Vertical):
    """Offers the practices whose title holds what was typed; Enter or a click takes one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "down",
            "look(1)",
            marked("Next practice"),
            id="practice.next",
            show=False,
            tooltip=marked("Go to the next practice on offer."),
        ),
        Binding(
            "up",
            "look(-1)",
            marked("Previous practice"),
            id="practice.previous",
            show=False,
            tooltip=marked("Go to the practice on offer before this one."),
        ),
    ]

    def __init__(self, model: ModelSkeleton, title: str) -> None:
        """Ask for a practice.

        Args:
            model: whose practices.
            title: what stands in the field to begin with.
        """
        super().__init__()
        self._model = model
        self._title = title
        self._offered: list[str] = []

    def compose(self) -> ComposeResult:
        """The name of the field, the field, and what is on offer."""
        field = Input(
            self._title,
            id="practice",
            placeholder=_("a part of its title; may be empty"),
            compact=True,
            select_on_focus=False,
        )
        yield Horizontal(Static(plain(_("Lifts practice")), classes="field-name"), field, classes="row")
        offer = OptionList(id="offered", compact=True)
        offer.can_focus = False
        yield offer

    def on_mount(self) -> None:
        """There is nothing to offer yet."""
        self._offer([])

    def take(self) -> bool:
        """Take the practice that is marked; False where none is on offer."""
        options = self.query_one(OptionList)
        if not self._offered or options.highlighted is None:
            return False
        self._choose(self._offered[options.highlighted])
        return True

    def action_look(self, by: int) -> None:
        """Mark another practice on offer."""
        options = self.query_one(OptionList)
        if self._offered and options.highlighted is not None:
            options.highlighted = (options.highlighted + by) % len(self._offered)

    @on(Input.Changed, "#practice")
    def find(self, event: Input.Changed) -> None:
        """Offer what the text fits, but for what it names already."""
        found = matching(self._model, event.value)
        named = len(found) == 1 and self._model.practices[found[0]].title == event.value
        self._offer([] if named or not self.has_focus_within else found[:_MOST])

    @on(Input.Blurred, "#practice")
    def close(self) -> None:
        """What is not looked for is not offered."""
        self.set_timer(0.2, lambda: None if self.has_focus_within else self._offer([]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked."""
        event.stop()
        self._choose(self._offered[event.option_index])

    def _choose(self, practice: str) -> None:
        field = self.query_one(Input)
        field.value = self._model.practices[practice].title
        field.cursor_position = len(field.value)
        self._offer([])
        field.focus()
        self.post_message(PracticeChosen(practice))

    def _offer(self, practices: list[str]) -> None:
        self._offered = practices
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(plain(self._model.practices[key].title)) for key in practices])
        options.highlighted = 0 if practices else None
        options.display = bool(practices)
