"""Models of others on the screen: every level is seen, voted for and found again in the results."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot

from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import SMALL, TERMINAL, Stage
from support import assessment

MODELS: Final = Path(__file__).parents[1] / "models"


def levels_seen(pilot: Pilot[None]) -> set[int]:
    """The digits before the descriptors that are in sight."""
    marks = [row[:6].split() for row in screen_text(pilot.app)[3:-2]]
    return {int(mark[-1]) for mark in marks if mark and mark[-1].isdecimal()}


@pytest.mark.parametrize(
    ("name", "size"), [("four", TERMINAL), ("four", SMALL), ("ten", TERMINAL), ("ten", SMALL)]
)
async def test_every_level_is_seen_and_voted_for(stage: Stage, name: str, size: tuple[int, int]) -> None:
    """A consultant's own scale is as good as ours, on a small screen too."""
    model = stage.add_model(name, (MODELS / f"{name}.toml").read_text(encoding="utf-8"))
    path = stage.keep(assessment(model.skeleton()))
    practice = next(iter(model.model.practices))
    top = len(model.model.scale)
    async with stage.open(path, size) as pilot:
        found = levels_seen(pilot)
        for downs in (top - 2, 1):
            await pilot.press(*["down"] * downs)
            found |= levels_seen(pilot)
        assert found == set(range(1, top + 1))
        await pilot.press("t")
        await write(pilot, f"{top} {top} 1")
        await pilot.press("enter")
        await wait_for(pilot, "Round 1 revealed")
        assert f"range 1–{top} · 3 votes" in seen(pilot.app)
        await pilot.press("a")
        await wait_until(pilot, lambda: stage.level(path, practice) == top)
        await pilot.press("g")
        await wait_for(pilot, f"it holds level {top} {model.model.scale[-1].name} of {top}")
