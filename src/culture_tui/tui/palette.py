"""The command palette with our own words: each key of a screen can be found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import App, SystemCommand
from textual.binding import ActiveBinding
from textual.command import CommandList, CommandPalette, SearchIcon
from textual.screen import Screen
from textual.widgets.option_list import Option

from culture_tui.language import _
from culture_tui.tui.screens.base import translated
from culture_tui.tui.widgets.lines import plain


class Palette(CommandPalette):
    """Textual's palette; where that one says something in English, this one says it in ours.

    Textual has no public place for the line that says that nothing was found.
    """

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings in force, in the interface's language."""
        return translated(super().active_bindings)

    def on_mount(self) -> None:
        """No emoji: its width differs from terminal to terminal."""
        self.query_one(SearchIcon).icon = ""

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN, partial(self._say_no_matches, search_value)
        )

    def _say_no_matches(self, search_value: str) -> None:
        self._list_visible = bool(search_value)
        if search_value:
            said = Option(plain(_("No command has this name.")), id=self._NO_MATCHES, disabled=True)
            self.query_one(CommandList).add_option(said)


def commands_of(app: App[None], screen: Screen[object]) -> Iterator[SystemCommand]:
    """A command for each binding of a screen that has a name."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.description and binding.description not in seen and active.enabled:
            seen.add(binding.description)
            run = partial(app.run_action, binding.action, active.node)
            yield SystemCommand(binding.description, active.tooltip, run)
