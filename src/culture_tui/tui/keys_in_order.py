"""What is typed while a screen opens reaches that screen, in the order in which it was typed."""

from __future__ import annotations

from time import monotonic
from typing import Final

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

PATIENCE_SECONDS: Final = 2.0
"""A key that was not told to be done by then was sent to a widget that is gone: the others go on."""


class KeyActed(Message):
    """Goes the way that a key has gone, one step behind it: where this arrives, the key has acted."""

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self.screen = screen


class KeysInOrder(App[None]):
    """Gives out one key at a time.

    Textual sends every key at once to the widget that has the focus, and the key acts later, on its way
    up from there. In a quick "n" and a word, the word would go to the widget below the note, which has
    no use for it. Here a key waits until the one before it has acted, and until the screen that it has
    opened can take keys.
    """

    def __init__(self) -> None:
        """Begin with no key under way."""
        super().__init__()
        self._waiting: list[Key | Paste] = []
        self._since: float | None = None
        self._patience: Timer | None = None

    async def on_event(self, event: Event) -> None:
        """Keep a key while another is under way."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._since is not None and monotonic() - self._since < PATIENCE_SECONDS:
            self._waiting.append(event)
            if self._patience is None:
                self._patience = self.set_timer(PATIENCE_SECONDS, self._give_next)
        else:
            self._waiting.append(event)
            await self._give_next()

    async def on_key_acted(self, message: KeyActed) -> None:
        """A key has acted: give out the next one, once the screen that is open now has its focus."""
        if message.screen is self.screen or not self._follow(self.screen, self.screen):
            await self._give_next()

    async def _give_next(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        self._since = None
        while self._waiting and self._since is None:
            event, screen, target = self._waiting.pop(0), self.screen, self.focused or self.screen
            await super().on_event(event)
            self._follow(target, screen)

    def _follow(self, target: DOMNode, screen: Screen[object]) -> bool:
        """Send word behind a key; False where nobody is there to take it."""
        sent = target.post_message(KeyActed(screen))
        self._since = monotonic() if sent else None
        return sent
