"""The strip above every screen and the line below it that says where everything was saved."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from culture_tui.tui.widgets.lines import plain, shortened, spread, with_end

_END: Final = 8
"""Cells of `…-2.toml`."""


class TopBar(Widget):
    """What is open, at the left; how far it has come and how the time goes, at the right."""

    ALLOW_SELECT = False
    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")
    clock: reactive[str] = reactive("")

    def show(self, left: str, right: str = "") -> None:
        """Show these two texts."""
        self.left, self.right = left, right

    def render(self) -> Content:
        """One line, the left text giving way to the right one."""
        right = " · ".join(part for part in (self.right, self.clock) if part)
        return plain(spread(self.left, right, self.size.width))


class SavedLine(Widget):
    """Where and when the newest change was saved; a banner where it was not."""

    ALLOW_SELECT = False
    said: reactive[str] = reactive("")
    failed: reactive[bool] = reactive(default=False, toggle_class="-failed")

    def show(self, said: str, *, failed: bool) -> None:
        """Say what the saver reports; a failure stays until it is over."""
        self.said, self.failed = said, failed

    def render(self) -> Content:
        """One line; of a file's name the end stays, which tells a copy from what it is a copy of."""
        if self.failed:
            return plain(shortened(self.said, self.size.width))
        return plain(with_end(self.said, self.size.width, _END))


class SavingHint(Static):
    """Where a text is written: that it is saved meanwhile, or what is not saved and why."""

    def __init__(self, said: str, place: str, keys: str = "") -> None:
        """Say that all is well.

        Args:
            said: while everything is saved.
            place: the class of its style.
            keys: before what is said of a trouble: the way out, where nothing else tells it.
        """
        super().__init__(plain(said), classes=place)
        self._said = said
        self._keys = keys

    def show(self, trouble: str) -> None:
        """Say what is not saved, until it is."""
        self.set_class(bool(trouble), "-failed")
        self.update(plain(" · ".join(filter(None, (self._keys, trouble))) if trouble else self._said))
