"""The terminal as Textual drives it, and what to do when it is gone.

A window that is closed, a dropped connection or a killed tmux takes the terminal away. Textual's own
driver then waits for ever: its writing thread ends with the first error, the event loop fills the
queue of that thread and stops, and its reading thread spins at the end of the input. Here writing to
nowhere is harmless, and the program is told to leave, which saves what was typed.
"""

from __future__ import annotations

import select
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Final, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver

from culture_tui.tui.messages import TerminalGone

if TYPE_CHECKING:
    from io import TextIOWrapper

    from textual.app import App

_GONE: Final = select.POLLHUP | select.POLLERR


class _Output:
    """A file for a terminal that may be gone: what is written then is dropped."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def fileno(self) -> int:
        """The number of the file behind this."""
        return self._file.fileno()

    def write(self, text: str) -> None:
        """Write where there is still somebody to read it."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Hand on what was written."""
        with suppress(OSError):
            self._file.flush()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, which notices that its terminal is gone."""

    def __init__(
        self, app: App[None], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Take the terminal that the program was started in."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = cast("TextIOWrapper", _Output(self._file))
        self._watch = Thread(target=self._wait_for_the_end, daemon=True, name="terminal-watch")

    def run_input_thread(self) -> None:
        """Take in keys, and watch the terminal from the first time on."""
        if self._watch.ident is None:
            self._watch.start()
        super().run_input_thread()

    def _wait_for_the_end(self) -> None:
        watched = select.poll()
        watched.register(self.fileno, 0)  # no event is asked for: a hang-up is always told
        if any(seen & _GONE for _file, seen in watched.poll()):
            self._app.post_message(TerminalGone())
