"""A question of a form: its name, the widget that takes the answer, and what is wrong with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from culture_tui.tui.widgets.lines import plain


class Field(Vertical):
    """A question with the widget that takes its answer, and below them what is wrong with it."""

    def __init__(self, name: str, widget: Widget, about: str = "") -> None:
        super().__init__(id=f"{widget.id}-field")
        self._title = name
        self._widget = widget
        self.about = about

    def compose(self) -> ComposeResult:
        """The name before the widget; what is wrong stands below, when something is."""
        with Horizontal(classes="row"):
            yield Static(plain(self._title), classes="field-name")
            yield self._widget
        yield Static(classes="field-wrong")

    def on_resize(self) -> None:
        """What is wrong must not be out of sight."""
        if self.has_focus_within:
            self.scroll_visible(animate=False)

    def show_wrong(self, said: str) -> None:
        """Say what is wrong with the answer; nothing where it can be used."""
        line = self.query_one(".field-wrong", Static)
        line.display = bool(said)
        line.update(plain(said))
