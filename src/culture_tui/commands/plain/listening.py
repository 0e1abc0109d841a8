"""Lines in and words out: standard input a line at a time, standard error for all that is said.

A reader of what is said that has gone away, such as `head`, does not end a workshop: answers go on
being taken, in silence. A signal ends it between two lines, never within one that is being saved.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from shutil import get_terminal_size
from textwrap import fill
from types import FrameType
from typing import Any, Final

import click

from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError
from culture_tui.language import say, say_problem

_LOCAL_MODES: Final = 3
"""Where `termios` keeps whether typing is shown."""

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")


class StoppedError(Exception):
    """A signal says that it is time to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_status: Final = 128 + number


class Talk:
    """Asks and hears, line by line."""

    def __init__(self, *, strict: bool) -> None:
        self.is_terminal: Final = sys.stdin is not None and sys.stdin.isatty()
        self._strict = strict
        self._line = 0
        self._mute = False
        self._reading = False
        self._stopped: int | None = None
        self._shown: list[Any] | None = None  # the terminal's modes, while it shows nothing of what is typed

    def ask(self, question: str) -> str | None:
        """The next line that is no comment, cleaned; None where the input has ended.

        Raises:
            StoppedError: a signal came before or meanwhile.
        """
        self._show_typing()
        while (line := self._asked(question)) is not None:
            if not self.is_terminal:
                self.say(line)
            if not line.startswith("#"):
                return line
        self._end_of_line()
        return None

    def ask_secretly(self, question: str) -> str | None:
        """The same, and nobody sees what is typed, not even what is typed too early for the next question."""
        if sys.platform == "win32" and self.is_terminal:
            return clean_line(getpass(f"{clean_line(question)}: ", sys.stderr).strip())
        self._hide_typing()
        line = self._asked(question)
        self._end_of_line()
        return line

    def say(self, *lines: str) -> None:
        """Say lines, each fit to show."""
        for line in lines:
            self._put(f"{self._wrapped(clean(line))}\n")

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say why a line changed nothing: as a sentence to people, with its place to scripts.

        Raises:
            UnsoundInputError: this run is strict, so the first such line ends it.
        """
        placed = [Problem(each.what, Place("stdin", self._line or None), each.hint) for each in problems]
        if self._strict and placed:
            raise UnsoundInputError(*placed)
        for each in placed:
            self.say(sentence(each) if self.is_terminal else say_problem(each))

    @contextmanager
    def ending_cleanly(self) -> Iterator[None]:
        """Signals end the workshop as a line would, from here on."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
        before = {number: signal.signal(number, self._note_signal) for number in numbers}
        try:
            yield
        finally:
            self._show_typing()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _note_signal(self, number: int, frame: FrameType | None) -> None:
        del frame
        self._stopped = number
        if self._reading:
            raise StoppedError(number)

    @contextmanager
    def _open_to_signals(self) -> Iterator[None]:
        if self._stopped is not None:
            raise StoppedError(self._stopped)
        self._reading = True
        try:
            yield
        finally:
            self._reading = False

    def _asked(self, question: str) -> str | None:
        self._put(self._wrapped(f"{clean_line(question)}:") + " ")
        with self._open_to_signals():
            line = "" if sys.stdin is None else sys.stdin.readline()
        self._line += 1
        return clean_line(line.strip()) if line else None

    def _hide_typing(self) -> None:
        if sys.platform == "win32" or not self.is_terminal or self._shown is not None:
            return
        import termios

        self._shown = termios.tcgetattr(sys.stdin)
        hidden = [*self._shown]
        hidden[_LOCAL_MODES] &= ~termios.ECHO
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, hidden)

    def _show_typing(self) -> None:
        if sys.platform == "win32" or self._shown is None:
            return
        import termios

        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._shown)
        self._shown = None

    def _wrapped(self, text: str) -> str:
        """A text with its line ends between words, where it is shown in lines of one width."""
        if not sys.stderr.isatty():
            return text
        width = get_terminal_size().columns
        lines = (
            fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
        )
        return "\n".join(lines)

    def _end_of_line(self) -> None:
        self._put("\n")

    def _put(self, text: str) -> None:
        if self._mute:
            return
        try:
            click.echo(text, nl=False, err=True)
        except BrokenPipeError:
            self._mute = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def sentence(problem: Problem) -> str:
    """A problem as people hear it: what is wrong, then what to do."""
    phrases: list[Phrase] = [problem.what, *([] if problem.hint is None else [problem.hint])]
    told = [say(phrase).rstrip(".") for phrase in phrases]
    return " ".join(f"{each[:1].upper()}{each[1:]}{'' if each.endswith('?') else '.'}" for each in told)
