"""A person's settings: the theme is remembered, keys can be moved, and what is wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, window, write
from pilot.stage import SMALL, TERMINAL, Stage, settle


def settings(stage: Stage, text: str) -> Path:
    """A settings file with this text."""
    path = stage.home / "config" / "culture" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_theme_is_shown_while_choosing_and_remembered_for_the_next_time(stage: Stage) -> None:
    """A projector in a bright room needs dark letters on a light ground, tomorrow too."""
    async with stage.open() as pilot:
        assert pilot.app.theme == "culture-dark"
        await pilot.press("colon")
        await wait_for(pilot, "Search for commands")
        await write(pilot, "theme")
        await wait_for(pilot, "Choose how the program looks.")
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: window(pilot.app).startswith("Theme Dark Light High contrast"))
        await pilot.press("down")
        await wait_until(pilot, lambda: pilot.app.theme == "culture-light")
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: pilot.app.theme == "culture-high-contrast")
        await settle(pilot)
    path = stage.home / "config" / "culture" / "settings.toml"
    assert path.read_text(encoding="utf-8") == 'format = 1\ntheme = "high-contrast"\n'
    async with stage.open() as pilot:
        assert pilot.app.theme == "culture-high-contrast"


async def test_esc_keeps_the_theme_from_before(stage: Stage) -> None:
    """Looking is not choosing."""
    path = settings(stage, 'format = 1\ntheme = "light"\n')
    async with stage.open() as pilot:
        await pilot.press("colon")
        await wait_for(pilot, "Search for commands")
        await write(pilot, "theme")
        await wait_for(pilot, "Choose how the program looks.")
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: window(pilot.app).startswith("Theme"))
        await pilot.press("down")
        await wait_until(pilot, lambda: pilot.app.theme == "culture-high-contrast")
        await pilot.press("escape")
        await wait_until(pilot, lambda: pilot.app.theme == "culture-light")
        await settle(pilot)
    assert path.read_text(encoding="utf-8") == 'format = 1\ntheme = "light"\n'


async def test_a_theme_that_cannot_be_remembered_holds_and_is_told_once(stage: Stage) -> None:
    """A folder of settings may belong to somebody else."""
    (stage.home / "config").write_text("no folder", encoding="utf-8")
    async with stage.open() as pilot:
        for expected in (1, 0):
            pilot.app.search_themes()
            await wait_until(pilot, lambda: window(pilot.app).startswith("Theme"))
            await pilot.press("down", "enter")
            await settle(pilot)
            assert seen(pilot.app).count("could not be remembered") == expected
            pilot.app.clear_notifications()
            await pilot.pause()
        assert pilot.app.theme == "culture-high-contrast"


async def test_a_moved_key_works_and_footer_help_and_palette_show_it(stage: Stage) -> None:
    """What is on the screen is what the finger must do."""
    settings(stage, 'format = 1\n[keys]\nscoring.note = "N"\nworkshop.results = "f6"\n')
    path = stage.keep(stage.rated())
    async with stage.open(path, (100, 60)) as pilot:
        await wait_until(pilot, lambda: "N Note" in screen_text(pilot.app)[-1])
        assert "F6 Results" in screen_text(pilot.app)[-1]
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ScoringScreen)
        await pilot.press("N")
        await wait_for(pilot, "Note · Welcome")
        await pilot.press("escape", "question_mark")
        await wait_until(
            pilot, lambda: "N Write down what was said about this practice." in window(pilot.app)
        )
        await pilot.press("escape", "f6")
        await wait_for(pilot, "Results")
        await pilot.press("f6")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_keys_of_dialogs_and_of_the_program_can_be_moved_too(stage: Stage) -> None:
    """Every binding means every one."""
    settings(stage, 'format = 1\n[keys]\nnote.close = "f10"\napp.help = "f8"\nscreen.back = "f9"\n')
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await wait_until(pilot, lambda: "F8 Help" in screen_text(pilot.app)[-1])
        await pilot.press("n")
        await wait_for(pilot, "Note · Welcome")
        await write(pilot, "Hello")
        await pilot.press("f10")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").note == "Hello")
        await pilot.press("f9")
        await wait_for(pilot, "New workshop")


@pytest.mark.parametrize("size", [TERMINAL, SMALL], ids=str)
async def test_what_is_wrong_with_the_settings_is_told_and_the_rest_holds(
    stage: Stage, size: tuple[int, int]
) -> None:
    """A slip in a file stops no workshop."""
    text = 'format = 1\ntheme = "light"\ncolour = 3\n[keys]\nscoring.notes = "N"\nhome.new = "y"\n'
    settings(stage, text)
    async with stage.open(None, size) as pilot:
        await wait_for(pilot, "settings.toml:3: colour: this key is not known here")
        said = seen(pilot.app)
        assert "did you mean `scoring.note`?" in said
        assert str(stage.home) not in " ".join(screen_text(pilot.app)[1:])
        assert pilot.app.theme == "culture-light"
        assert "y New workshop" in screen_text(pilot.app)[-1]


@pytest.mark.parametrize(
    "text", ["", "\x00", "format = 2\n", "format = 1\ntheme = [[[[\n", 'theme = "light"\n', "[post-mortem]\n"]
)
async def test_a_broken_file_stops_nothing(stage: Stage, text: str) -> None:
    """Whatever stands there, the program opens."""
    path = settings(stage, text)
    async with stage.open() as pilot:
        assert pilot.app.theme == "culture-dark"
        if text:
            await wait_for(pilot, "settings.toml:")
    assert path.read_text(encoding="utf-8") == text


async def test_another_settings_file_can_be_named(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """One for the office, one for the big hall."""
    path = stage.home / "hall.toml"
    path.write_text('format = 1\ntheme = "light"\n', encoding="utf-8")
    monkeypatch.setenv("CULTURE_SETTINGS", str(path))
    async with stage.open() as pilot:
        assert pilot.app.theme == "culture-light"
