"""The line of keys at the foot of a screen."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import Footer


class KeyLine(Footer):
    """Shows the keys in force, and stays as it is while they do: most key presses change none of them."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._shown: list[tuple[Binding, bool, str]] = []

    async def recompose(self) -> None:
        """Lay the keys out anew where others are in force than those shown."""
        in_force = self.screen.active_bindings.values() if self.is_attached else ()
        keys = [(binding, enabled, told) for _, binding, enabled, told in in_force if binding.show]
        if keys != self._shown:
            self._shown = keys
            await super().recompose()
