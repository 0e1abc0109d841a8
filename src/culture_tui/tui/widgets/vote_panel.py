"""The lower part of scoring: a vote under way, the hands that somebody types, a round revealed."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from culture_tui.language import marked
from culture_tui.tui.messages import HandsEntered, HandsTyped, OtherReadingWanted
from culture_tui.tui.widgets.lines import Line
from culture_tui.tui.widgets.vote_layout import PanelView, panel_lines, room_for

_AROUND = 2
"""Cells beside a line: one at each side."""

_FIELD_LINES = 1


class PanelText(Widget):
    """Lines about a round; as high as they need."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--title",
        "panel--bars",
        "panel--prompt",
        "panel--notice",
        "panel--note",
        "panel--name",
        "panel--keys",
    }

    view: reactive[PanelView] = reactive(PanelView(), layout=True)
    reserved: reactive[int] = reactive(0)
    """Lines that something else in the panel takes."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are to show."""
        del container
        return len(self._lines(width, viewport.height))

    def render(self) -> Text:
        """The lines with their styles."""
        text = Text(no_wrap=True, end="")
        for number, line in enumerate(self._lines(self.size.width, self.screen.size.height)):
            text.append("\n" if number else "")
            text.append(" ")
            for piece, style in line.pieces:
                text.append(piece, self.get_component_rich_style(f"panel--{style}") if style else "")
        return text

    def _lines(self, width: int, screen_height: int) -> list[Line]:
        room = room_for(screen_height - _OF_THE_SCREEN, self.view.levels) - self.reserved
        return panel_lines(self.view, max(1, width - _AROUND), max(1, room))


_OF_THE_SCREEN = 3
"""Lines that are no part of the card or the panel: title, saved line, keys."""


class HandsField(Input):
    """One line of hands or counts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab",
            "other_reading",
            marked("Read otherwise"),
            id="hands.other",
            tooltip=marked("Read the line the other way: as hands, or as counts."),
        ),
        Binding(
            "enter",
            "submit",
            marked("Reveal"),
            id="hands.keep",
            tooltip=marked("Keep these votes as a round and reveal them."),
        ),
    ]

    def action_other_reading(self) -> None:
        """Report that the line is meant otherwise."""
        self.post_message(OtherReadingWanted())


class VotePanel(Vertical):
    """Shows a round; the line for hands is there while hands are typed."""

    def compose(self) -> ComposeResult:
        """What is told, the line to type in, and how it is read."""
        yield PanelText(id="told")
        yield HandsField(id="hands", compact=True, select_on_focus=False, max_length=4000)
        yield PanelText(id="read")

    def show(self, view: PanelView) -> None:
        """Show a round, or nothing."""
        self.query_one("#told", PanelText).view = view
        self.set_class(view.told is not None, "-shown")

    def show_hands(self, heading: PanelView, read: PanelView) -> None:
        """Show what is typed under a heading."""
        below = self.query_one("#read", PanelText)
        below.reserved = 1 + _FIELD_LINES
        below.view = read
        self.show(heading)

    def open_field(self, typed: str) -> None:
        """Let somebody type, going on with what stands there."""
        self.add_class("-hands")
        field = self.query_one(HandsField)
        field.value = typed
        field.cursor_position = len(typed)
        field.focus()

    def close_field(self) -> None:
        """No more typing."""
        self.remove_class("-hands")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Report the line as it stands."""
        event.stop()
        if self.has_class("-hands"):
            self.post_message(HandsTyped(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Report that it is meant."""
        event.stop()
        self.post_message(HandsEntered(event.value))

    def on_resize(self, event: events.Resize) -> None:
        """Another room for the same lines."""
        del event
        for text in self.query(PanelText):
            text.refresh(layout=True)
