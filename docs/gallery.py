"""Draws the pictures in docs/pictures: `make gallery`.

Each is a screen as the program really shows it, opened on a copy of the example workshops.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from pathlib import Path
from typing import Final

from culture_tui.tui.app import CultureApp

HERE: Final = Path(__file__).parent
EXAMPLES: Final = HERE.parent / "assessments"
SIZE: Final = (110, 34)
SETTLE: Final = 0.4

PICTURES: Final = {
    "home": (None, ()),
    "scoring": ("2026-11-17-payments-desk-9a06.toml", ("left", "left")),
    "results": ("2026-11-17-payments-desk-9a06.toml", ("g", "down", "down")),
    "roadmap": ("2026-11-17-payments-desk-9a06.toml", ("m",)),
}
"""By name: the example to open, and the keys to press."""


async def draw(name: str, example: str | None, keys: tuple[str, ...]) -> None:
    """Open the program, press the keys, keep the picture."""
    with tempfile.TemporaryDirectory() as folder:
        workshops = Path(folder) / "culture"
        shutil.copytree(EXAMPLES, workshops / "assessments")
        path = None if example is None else workshops / "assessments" / example
        app = CultureApp(str(workshops), path)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(SETTLE)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(SETTLE)
            picture = app.export_screenshot(simplify=True)
        picture = picture.replace(folder, "~").replace("<svg ", '<svg xml:space="preserve" ', 1)
        picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # no font from elsewhere
        picture = re.sub(r"terminal-\d+", f"culture-{name}", picture)
        (HERE / "pictures" / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")


def main() -> None:
    """Draw them all."""
    for name, (example, keys) in PICTURES.items():
        asyncio.run(draw(name, example, keys))


if __name__ == "__main__":
    main()
