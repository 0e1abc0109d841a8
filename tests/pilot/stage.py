"""Where pilot tests play: a home of their own, a workspace in it, and a small model to rate against."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot

from culture_tui import language
from culture_tui.domain.assessment import Assessment
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from culture_tui.storage.model_files import LoadedModel, load_model
from culture_tui.tui.app import CultureApp
from culture_tui.tui.times import Times
from running import surroundings
from support import NOW, assessment, flagship

TERMINAL: Final = (80, 24)
SMALL: Final = (60, 15)
LARGE: Final = (140, 40)

_LEVELS: Final = ("Absent", "Begun", "Agreed", "Lived", "Renewed")

_PRACTICES: Final = {
    "welcome": ("care", "Welcome", "How do we greet a guest?"),
    "farewell": ("care", "Farewell", "How do we part from a guest?"),
    "mission": ("purpose", "Mission", "What are we here for?"),
    "vision": ("purpose", "Vision", "Where do we want to be?"),
}

_INITIATIVES: Final = """
[initiatives.greet-at-the-door]
title = "Greet at the door"
action = "Stand at the door for an hour a day."
done_when = "Every guest has heard a good morning."
steps = [{ practice = "welcome", from = 2, to = 3 }]
effort_days = 4
weeks = 6
owner_role = "Front desk lead"

[initiatives.say-it-aloud]
title = "Say the mission aloud"
action = "Begin each week with it."
done_when = "Every team has said it ten times."
steps = [{ practice = "mission", from = 2, to = 3 }]
effort_days = 5
weeks = 8
owner_role = "Director"

[initiatives.rebuild-the-hall]
title = "Rebuild the hall"
action = "Build a new hall."
done_when = "The hall is open."
steps = [{ practice = "farewell", from = 2, to = 3 }]
effort_days = 9000
weeks = 12
owner_role = "Director"
"""


def model_text(names: Sequence[str] = _LEVELS) -> str:
    """A model of four practices in two dimensions, with three things to do; its levels have these names."""
    lines = [
        "format = 1",
        'id = "harbour"',
        'version = "1.0.0"',
        'language = "en"',
        'title = "Harbour model"',
    ]
    for number, name in enumerate(names, start=1):
        lines += ["[[scale]]", f"level = {number}", f'id = "l{number}"', f'name = "{name}"', 'meaning = "m"']
    lines += ["[parts.whole]", 'title = "The house"']
    for key, title in (("care", "Care for guests"), ("purpose", "Our purpose")):
        lines += [f"[dimensions.{key}]", 'part = "whole"', f'title = "{title}"']
    for key, (dimension, title, question) in _PRACTICES.items():
        said = ", ".join(f'"{title} is {name.lower()} here."' for name in names)
        lines += [f"[practices.{key}]", f'dimension = "{dimension}"', f'title = "{title}"']
        lines += [f'question = "{question}"', f"levels = [{said}]"]
    return "\n".join(lines) + "\n" + _INITIATIVES


def surround(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Give the program a home of its own, and nothing of the caller's taste."""
    own = surroundings(home)
    for name in [name for name in os.environ if name not in own or name.startswith("TEXTUAL_")]:
        monkeypatch.delenv(name)
    for name, value in own.items():
        if not name.startswith("TEXTUAL_"):
            monkeypatch.setenv(name, value)


class Stage:
    """A workspace with the small model, and the program opened on it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.workspace = home / "workspace"
        self.assessments = self.workspace / "assessments"
        self.exports = self.workspace / "exports"
        self.models = self.workspace / "models"
        for folder in (self.assessments, self.models):
            folder.mkdir(parents=True)
        self.model = self.add_model("harbour", model_text())

    def add_model(self, name: str, text: str) -> LoadedModel:
        """A model file in the workspace."""
        path = self.models / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return load_model(path)

    def rated(self, **levels: int) -> Assessment:
        """An assessment against the small model."""
        return assessment(self.model.skeleton(), levels)

    def all_rated(self) -> Assessment:
        """An assessment in which everything has level 2."""
        return self.rated(welcome=2, farewell=2, mission=2, vision=2)

    def shipped(self) -> Assessment:
        """An assessment against the model that ships, with nothing rated yet."""
        return assessment(flagship().skeleton())

    def keep(self, kept: Assessment, name: str | None = None) -> Path:
        """Put an assessment into the workspace."""
        path = self.assessments / f"{name or kept.id}.toml"
        path.write_bytes(to_toml(to_table(kept)))
        return path

    def read(self, path: Path) -> Assessment:
        """What stands on disk now."""
        return load_assessment(path).assessment

    def level(self, path: Path, practice: str) -> int | None:
        """The level of a practice on disk."""
        return self.read(path).rating(practice).level

    def app(self, path: Path | None = None, model: str | None = None) -> CultureApp:
        """The program, on home or at an assessment."""
        app = CultureApp(str(self.workspace), path, model)
        app.preferences.times = Times(lambda: 0.0, lambda: NOW)  # time stands still unless a test turns it
        return app

    @asynccontextmanager
    async def open(
        self, path: Path | None = None, size: tuple[int, int] = TERMINAL
    ) -> AsyncIterator[Pilot[None]]:
        """The program, running and settled, on a terminal of this size."""
        app = self.app(path)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield pilot


@contextmanager
def playing(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A stage at this home; nothing of one test reaches the next, and nothing is written elsewhere."""
    surround(monkeypatch, home)
    yield Stage(home)
    language.use("en")


async def settle(pilot: Pilot[None]) -> None:
    """Let the program finish what it reads in the background."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def final(kept: Assessment) -> Assessment:
    """The same assessment, closed."""
    return kept.model_copy(update={"status": "final"})
