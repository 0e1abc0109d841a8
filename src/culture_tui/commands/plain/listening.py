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
from types import FrameType
from typing import Final

import click

from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.errors import Phrase, Place, Problem, UnsoundInputError
from culture_tui.language import say, say_problem

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

    def ask(self, question: str) -> str | None:
        """The next line that is no comment, cleaned; None where the input has ended.

        Raises:
            StoppedError: a signal came before or meanwhile.
        """
        while (line := self._asked(f"{clean_line(question)}: ")) is not None:
            if not self.is_terminal:
                self.say(line)
            if not line.startswith("#"):
                return line
        self._end_of_line()
        return None

    def ask_secretly(self, question: str) -> str | None:
        """The same, and nobody sees what is typed."""
        if not self.is_terminal:
            line = self._asked(f"{clean_line(question)}: ")
            self._end_of_line()
            return line
        with self._open_to_signals():
            try:
                return clean_line(getpass(f"{clean_line(question)}: ", sys.stderr).strip())
            except EOFError:
                return None

    def say(self, *lines: str) -> None:
        """Say lines, each fit to show."""
        for line in lines:
            self._put(f"{clean(line)}\n")

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
        self._put(question)
        with self._open_to_signals():
            line = "" if sys.stdin is None else sys.stdin.readline()
        self._line += 1
        return clean_line(line.strip()) if line else None

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
