"""Reading the program's screen as a person does: what is drawn, in rows from the top."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Final

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot

_CELL: Final = 12.2
"""How wide a cell of the exported picture is."""

_MOST_ROUNDS: Final = 400
"""As many as take some ten seconds."""

_FRAMES: Final = str.maketrans(dict.fromkeys("│╭╮╰╯─▌▔▁▎▊", " "))

_NAMED: Final = {" ": "space", "\n": "enter"}
"""Characters whose keys have a name."""


class _Rows(HTMLParser):
    """Takes the texts of an exported picture, each with its row and its column."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, int, str]] = []
        self._at: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A text of a line begins."""
        told = {name: value or "" for name, value in attrs}
        _, is_line, row = told.get("clip-path", "").partition("-line-")
        if tag == "text" and is_line:
            self._at = (int(row.rstrip(")")), round(float(told["x"]) / _CELL))
            self.found.append((*self._at, ""))

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag == "text":
            self._at = None

    def handle_data(self, data: str) -> None:
        """It says this."""
        if self._at is not None:
            row, column, text = self.found.pop()
            self.found.append((row, column, text + data.replace("\xa0", " ")))


def screen_text(app: App[None]) -> list[str]:
    """The rows that a person sees, without the blanks at their ends."""
    picture = _Rows()
    picture.feed(app.export_screenshot())
    picture.close()
    rows = [""] * app.size.height
    for row, column, text in sorted(picture.found):
        rows[row] += " " * (column - cell_len(rows[row])) + text
    return [row.rstrip() for row in rows]


def seen(app: App[None]) -> str:
    """The whole screen as one text: frames and line ends are blanks, a run of blanks is one."""
    return " ".join(" ".join(screen_text(app)).translate(_FRAMES).split())


def window(app: App[None]) -> str:
    """The text within the frame of the window in front, as one line."""
    framed = (row.split("│") for row in screen_text(app) if row.count("│") > 1)
    return " ".join(" ".join(pieces[1] for pieces in framed).split())


def editor(app: App[None]) -> str:
    """The text of the editor beside a card, behind its rule, as one line."""
    behind = (row.split("▏", 1)[1] for row in screen_text(app) if "▏" in row)
    return " ".join(" ".join(behind).split())


async def wait_until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the program work until this is so; fail, with what is on the screen, where it never is."""
    for _ in range(_MOST_ROUNDS):
        if condition():
            return
        await pilot.pause()
    pytest.fail("\n".join(screen_text(pilot.app)))


async def wait_for(pilot: Pilot[None], text: str) -> None:
    """Let the program work until a person can see this."""
    await wait_until(pilot, lambda: text in seen(pilot.app))


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text, a key for each character."""
    await pilot.press(*(_NAMED.get(character, character) for character in text))
