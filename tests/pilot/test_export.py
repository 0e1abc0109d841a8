"""Exporting: what the screen shows becomes a file that can be handed on, and no file is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.errors import NotWrittenError, Phrase, Problem
from pilot.reading import wait_for, wait_until
from pilot.stage import Stage, final
from support import NOW

WAYS = [((), "profile"), (("g",), "profile"), (("m",), "roadmap")]


def text_of(path: Path) -> str:
    """What a document says."""
    return path.read_text(encoding="utf-8")


async def export(pilot: Pilot[None], path: Path) -> str:
    """Press the key, wait for the file, and give its text."""
    await pilot.press("x")
    await wait_until(pilot, path.exists)
    await wait_for(pilot, "Written to")
    return text_of(path)


@pytest.mark.parametrize(("keys", "kind"), WAYS)
async def test_x_writes_what_the_screen_shows(stage: Stage, keys: tuple[str, ...], kind: str) -> None:
    """The facilitator sends the result before the group has left the room."""
    kept = stage.all_rated().with_note("welcome", "The door was shut.", NOW)
    path = stage.keep(kept)
    async with stage.open(path) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        text = await export(pilot, stage.exports / f"{kept.id}-{kind}.md")
    assert text.startswith("# ")
    assert "Payments desk" in text.splitlines()[0]
    assert ("The door was shut." if kind == "profile" else "Greet at the door") in text


@pytest.mark.parametrize(("keys", "kind"), WAYS)
async def test_an_export_never_overwrites_one_from_before(
    stage: Stage, keys: tuple[str, ...], kind: str
) -> None:
    """Somebody may have written into the first one by hand."""
    kept = stage.all_rated()
    path = stage.keep(kept)
    stage.exports.mkdir()
    first = stage.exports / f"{kept.id}-{kind}.md"
    first.write_text("by hand", encoding="utf-8")
    async with stage.open(path) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        second = await export(pilot, stage.exports / f"{kept.id}-{kind}-2.md")
        third = await export(pilot, stage.exports / f"{kept.id}-{kind}-3.md")
    assert first.read_text(encoding="utf-8") == "by hand"
    assert second == third


async def test_an_export_tells_where_it_is(stage: Stage) -> None:
    """A file that nobody finds was not written."""
    kept = stage.all_rated()
    path = stage.keep(kept)
    async with stage.open(path, (140, 40)) as pilot:
        await pilot.press("x")
        await wait_for(pilot, "Written to")
        await wait_for(pilot, "-profile.md")


async def test_a_final_assessment_can_be_exported(stage: Stage) -> None:
    """It cannot be changed, but it is there to be read."""
    kept = final(stage.all_rated())
    path = stage.keep(kept)
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await pilot.press("m")
        await pilot.pause()
        text = await export(pilot, stage.exports / f"{kept.id}-roadmap.md")
    assert "Greet at the door" in text
    assert path.read_bytes() == before


async def test_an_export_that_cannot_be_written_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: the workshop goes on, and nobody believes in a file that is not there."""

    def refuse(path: Path, content: bytes) -> None:
        del path, content
        raise NotWrittenError(Problem(Phrase("no space left")))

    monkeypatch.setattr("culture_tui.tui.workshop.write_bytes", refuse)
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await pilot.press("x")
        await wait_for(pilot, "no space left")
        assert pilot.app.is_running
    assert not stage.exports.exists()
