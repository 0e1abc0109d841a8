"""Draws the pictures in docs/pictures and their page: `make gallery`.

Each is a screen as the program really shows it, opened on a copy of the example workshops.
`gallery.py FOLDER` draws every screen in every size and every look instead, to be looked at.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from culture_tui.domain.ballot import SECONDS_OF_A_PERSON
from culture_tui.tui.app import CultureApp
from culture_tui.tui.themes import THEMES

HERE: Final = Path(__file__).parent
EXAMPLES: Final = HERE.parent / "assessments"
NOVEMBER: Final = "2026-11-17-payments-desk-9a06.toml"
SIZE: Final = (110, 34)
SIZES: Final = ((60, 15), (80, 24), (120, 36))
SETTLE: Final = 0.4
BETWEEN_VOTES: Final = SECONDS_OF_A_PERSON + 0.1
NO_COLOUR: Final = "no-colour"


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen to draw, and how a person gets there."""

    name: str
    caption: str
    keys: tuple[str, ...] = ()
    example: str | None = NOVEMBER
    theme: str = "culture-dark"
    is_shown: bool = True
    """Whether it stands on the page; all are drawn when they are to be looked at."""


VOTES: Final = tuple("v" + "23343")
SCENES: Final = (
    Scene("first-run", "An empty library: `t` opens a sample workshop at once.", example=""),
    Scene("library", "The library: search, filter, compare, next round.", example=None),
    Scene("filter", "Filtered by unit, tag, status or date.", ("f",), None, is_shown=False),
    Scene(
        "compare",
        "Two assessments side by side: what moved, and what nobody can tell.",
        ("m", "down", "m", "c"),
        None,
    ),
    Scene("setup", "A new workshop: only the organisation is needed.", ("n",), None),
    Scene("scoring", "A practice: question, levels, what was agreed the last time.", ("left", "left")),
    Scene("voting", "A silent vote: the count shows, the levels do not.", VOTES),
    Scene("revealed", "The reveal: votes, median, range, who speaks first.", (*VOTES, "r", "r")),
    Scene("hands", "Hands typed as they are seen.", tuple("t2 3 3 4"), is_shown=False),
    Scene("note", "A note, saved while it is written.", ("n",), is_shown=False),
    Scene("evidence", "Evidence: what shows that a rating is true.", ("e",), is_shown=False),
    Scene("open", "What is still open: split, parked, contradictions, not rated.", ("i",)),
    Scene("symptoms", "Symptoms of daily life, before or after scoring.", ("y",)),
    Scene("results", "Results: what holds back comes first.", ("g", "down", "down")),
    Scene("radar", "The same as a radar.", ("g", "h"), theme="culture-light"),
    Scene("heatmap", "Where traits and processes meet.", ("g", "h", "h")),
    Scene("dimension", "Down to the practices of a dimension.", ("g", "down", "enter"), is_shown=False),
    Scene("practice", "All that is kept about a practice.", ("g", "down", "enter", "enter"), is_shown=False),
    Scene("why", "Why a number is what it is.", ("g", "down", "w"), is_shown=False),
    Scene("roadmap", "The roadmap: what to do in which quarter, and what it promises.", ("m",)),
    Scene("step", "A step of the roadmap.", ("m", "e"), is_shown=False),
    Scene("projected", "The profile that a quarter promises.", ("m", "v"), is_shown=False),
    Scene("workshop", "Mode, scope and head counts can be changed at any time.", ("b",), is_shown=False),
    Scene(
        "projector",
        "For the wall: the question and its levels, and nothing else.",
        ("f5",),
        theme="culture-high-contrast",
    ),
    Scene("finalise", "Before an assessment is closed: what is still open.", ("F",), is_shown=False),
    Scene("help", "Every key of the screen at hand.", ("question_mark",), is_shown=False),
    Scene("palette", "Every command by its name.", ("colon",), is_shown=False),
    Scene("look", "Three looks.", ("colon", *"theme", "enter"), is_shown=False),
)


async def drawn(scene: Scene, size: tuple[int, int], theme: str) -> str:
    """The picture of a scene, in a size and a look."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "culture"
        if scene.example != "":
            shutil.copytree(EXAMPLES, place / "assessments")
        else:
            (place / "assessments").mkdir(parents=True)
        os.environ["CULTURE_SETTINGS"] = str(Path(folder) / "settings.toml")
        for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = str(Path(folder) / "own")
        os.environ.pop("NO_COLOR", None)
        if theme == NO_COLOUR:
            os.environ["NO_COLOR"] = "1"
        app = CultureApp(str(place), place / "assessments" / scene.example if scene.example else None)
        async with app.run_test(size=size) as pilot:
            if theme != NO_COLOUR:
                app.theme = theme
            await pilot.pause(SETTLE)
            for key in scene.keys:
                await pilot.press("space" if key == " " else key)
                await pilot.pause(BETWEEN_VOTES if scene.keys[0] == "v" else SETTLE / 4)
            await pilot.pause(SETTLE)
            picture = app.export_screenshot(simplify=True)
    picture = picture.replace(folder, "~").replace("<svg ", '<svg xml:space="preserve" ', 1)
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # no font from elsewhere
    return re.sub(r"terminal-\d+", f"culture-{scene.name}", picture) + "\n"


def page() -> Iterator[str]:
    """The page of pictures."""
    yield "# What it looks like"
    yield ""
    yield "Each picture is drawn from the example workshops by `make gallery`."
    for scene in SCENES:
        if scene.is_shown:
            yield ""
            yield f"![{scene.caption.replace('`', '')}](pictures/{scene.name}.svg)"
            yield ""
            yield scene.caption


def main() -> None:
    """Draw the pictures of the page, or all of them into a folder."""
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
        folder.mkdir(parents=True, exist_ok=True)
        looks = [*(theme.name for theme in THEMES), NO_COLOUR]
        for scene in SCENES:
            for width, height in SIZES:
                for look in looks:
                    name = f"{scene.name}-{width}x{height}-{look}.svg"
                    picture = asyncio.run(drawn(scene, (width, height), look))
                    (folder / name).write_text(picture, encoding="utf-8")
        return
    for old in (HERE / "pictures").glob("*.svg"):
        old.unlink()
    for scene in SCENES:
        if scene.is_shown:
            picture = asyncio.run(drawn(scene, SIZE, scene.theme))
            (HERE / "pictures" / f"{scene.name}.svg").write_text(picture, encoding="utf-8")
    (HERE / "gallery.md").write_text("\n".join(page()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
