"""A program whose terminal is taken away leaves, and saves what was typed on the way out."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import App
from textual.driver import Driver


class HangsUp(App[None]):
    """Drives the terminal so that its end is noticed, and leaves then."""

    def get_driver_class(self) -> type[Driver]:
        """Where terminals can hang up, a driver that notices it."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":  # Windows, or one that was asked for by name
            return chosen
        from culture_tui.tui.terminal_driver import TerminalDriver

        return TerminalDriver

    def on_terminal_gone(self) -> None:
        """Leave: there is nobody left to ask."""
        self.leave()

    @abstractmethod
    def leave(self) -> None:
        """Leave without a question; what was typed is saved on the way out."""
