"""A defect: a plain sentence for the room, the details in a file, nothing of the client's anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.tui.app import CultureApp
from pilot.stage import Stage
from support import NOW

NOTE = "They said that the lead must go"


def broken(*arguments: object) -> str:
    """A defect with the client's words among its values."""
    words = NOTE
    raise RuntimeError(words, len(arguments))


async def until_it_breaks(app: CultureApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rate, then press a key whose handler has a defect."""
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("4")
        monkeypatch.setattr("culture_tui.tui.screens.scoring.next_unanswered", broken)
        await pilot.press("space")
        await pilot.pause()


async def crashed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, int | None]:
    """Open a workshop with a secret in it and run into a defect; its file, and the exit status."""
    path = stage.keep(stage.rated().with_note("welcome", NOTE, NOW))
    app = stage.app(path)
    with pytest.raises(RuntimeError):
        await until_it_breaks(app, monkeypatch)
    return path, app.return_code


def log(stage: Stage) -> str:
    """What was written down about the defect."""
    (path,) = stage.home.rglob("crash-*.log")
    return path.read_text(encoding="utf-8")


async def test_a_defect_ends_with_exit_status_one(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever started the program learns that it did not end well."""
    _, status = await crashed(stage, monkeypatch)
    assert status == 1


async def test_a_defect_is_told_in_a_plain_sentence(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A group that looks at the projector must not see a traceback, nor what a client wrote."""
    await crashed(stage, monkeypatch)
    said = "".join(capsys.readouterr())
    assert "culture stopped because of a defect of its own. Every rating is saved." in said
    assert "Traceback" not in said
    assert NOTE not in said
    assert "locals" not in said


async def test_the_sentence_names_the_log_file(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody can mend the defect only if the file can be found and sent."""
    await crashed(stage, monkeypatch)
    (path,) = stage.home.rglob("crash-*.log")
    assert str(path) in "".join(capsys.readouterr().err.split())


async def test_the_log_file_says_where_the_defect_is_and_nothing_of_the_client(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is mailed to strangers."""
    await crashed(stage, monkeypatch)
    written = log(stage)
    assert written.startswith("culture ")
    assert "action_next_unrated" in written
    assert "RuntimeError" in written
    assert NOTE not in written


async def test_every_rating_is_saved_as_the_sentence_says(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence must be true."""
    path, _ = await crashed(stage, monkeypatch)
    assert stage.level(path, "welcome") == 4
