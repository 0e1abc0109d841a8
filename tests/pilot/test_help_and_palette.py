"""Help, palette and footer: every key can be found, on the screen where it works."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from culture_tui.tui.screens.help import HelpDialog
from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, window, write
from pilot.stage import SMALL, TERMINAL, Stage

TALL = (100, 60)

WAYS: dict[str, tuple[str, ...]] = {
    "home": ("escape",),
    "scoring": (),
    "results": ("g",),
    "roadmap": ("m",),
    "set-up": ("escape", "n"),
    "a problem": ("escape", "end", "enter"),
}
"""How to come to each screen from scoring."""


async def go(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    """Press these keys one after the other, letting each act."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def opened(pilot: Pilot[None], name: str) -> None:
    """Go to a screen."""
    await go(pilot, WAYS[name])


def with_a_broken_one(stage: Stage) -> None:
    """A file that cannot be read, the last in the list."""
    (stage.assessments / "broken.toml").write_text("format = 1\n", encoding="utf-8")


@pytest.mark.parametrize("name", WAYS)
async def test_help_lists_every_key_with_what_it_does(stage: Stage, name: str) -> None:
    """A facilitator who forgot a key finds it without leaving the room."""
    with_a_broken_one(stage)
    path = stage.keep(stage.all_rated())
    async with stage.open(path, TALL) as pilot:
        await opened(pilot, name)
        bindings = list(pilot.app.screen.active_bindings.values())
        await pilot.press("f1")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await pilot.pause()
        said = window(pilot.app)
        told = [active.tooltip for active in bindings if active.binding.id and active.enabled]
        assert "" not in told
        assert [each for each in told if each not in said] == []


@pytest.mark.parametrize("name", ["home", "scoring", "results", "roadmap", "a problem"])
async def test_a_question_mark_asks_for_help_and_esc_leads_back(stage: Stage, name: str) -> None:
    """The key that everybody tries first works on every screen."""
    with_a_broken_one(stage)
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await opened(pilot, name)
        before = pilot.app.screen
        await pilot.press("question_mark")
        await wait_until(pilot, lambda: window(pilot.app).startswith("Help"))
        await pilot.press("escape")
        await wait_until(pilot, lambda: pilot.app.screen is before)


async def test_help_names_the_keys_of_the_tree_of_levels_and_of_digits(stage: Stage) -> None:
    """The keys that are used most stand with their names, not only with what they do."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, TALL) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        rows = [row.split("│")[1].split() for row in screen_text(pilot.app) if row.count("│") > 1]
        lines = [" ".join(row) for row in rows]
        assert "n Write down what was said about this practice." in lines
        assert "u Take the last change back; again for the one before." in lines
        assert "Backspace Take the level back: not rated." in lines
        assert "? F1 Show what every key does here." in lines
        assert "Ctrl+Q Leave the program; everything is saved already." in lines
        assert any(line.startswith("1 ") and line.endswith("Settle on this level.") for line in lines)


async def test_help_names_the_key_g_that_leads_back_from_the_results(stage: Stage) -> None:
    """A key that works and stands nowhere is found only by accident."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, TALL) as pilot:
        await go(pilot, ("g", "question_mark"))
        rows = [row.split("│")[1].split() for row in screen_text(pilot.app) if row.count("│") > 1]
        (keys,) = [row[:-4] for row in rows if row[-4:] == ["Go", "back", "to", "scoring."]]
        assert "g" in keys


async def test_the_key_that_opens_help_closes_it_too(stage: Stage) -> None:
    """Whoever looks up a key goes on with the same finger."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await go(pilot, ("f1", "f1"))
        assert isinstance(pilot.app.screen, ScoringScreen)


async def test_help_on_a_small_screen_can_be_scrolled_to_its_end(stage: Stage) -> None:
    """What does not fit is still there."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, SMALL) as pilot:
        await go(pilot, ("question_mark", "end"))
        await wait_until(pilot, lambda: "Esc closes this window." in window(pilot.app))


@pytest.mark.parametrize("size", [TERMINAL, SMALL])
@pytest.mark.parametrize("name", WAYS)
async def test_a_footer_has_at_most_six_keys_and_help_among_them(
    stage: Stage, name: str, size: tuple[int, int]
) -> None:
    """What is always in sight must be readable at a glance, on a narrow screen too."""
    with_a_broken_one(stage)
    path = stage.keep(stage.all_rated())
    async with stage.open(path, size) as pilot:
        await opened(pilot, name)
        footer = screen_text(pilot.app)[-1]
        named = {
            active.binding.action: active.binding.description
            for active in pilot.app.screen.active_bindings.values()
            if active.binding.show
        }
        assert ("F1 Help" if name == "set-up" else "? Help") in footer  # where one types, ? is a letter
        assert 2 <= len(named) <= 6
        assert [each for each in named.values() if each not in footer] == []


async def test_the_line_of_keys_is_laid_out_anew_only_where_the_keys_change(stage: Stage) -> None:
    """Most key presses change none of them, and need not pay for it."""
    async with stage.open(stage.keep(stage.rated())) as pilot:
        shown = list(pilot.app.screen.query("FooterKey"))
        said = screen_text(pilot.app)[-1]
        await go(pilot, ("2", "right", "left"))
        assert list(pilot.app.screen.query("FooterKey")) == shown
        assert screen_text(pilot.app)[-1] == said
        await go(pilot, ("v",))
        assert screen_text(pilot.app)[-1] not in ("", said)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_finds_an_action_by_its_name(stage: Stage, key: str) -> None:
    """Whoever does not know the key types what they want."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await pilot.press(key)
        await wait_for(pilot, "Search for commands")
        await write(pilot, "roadm")
        await wait_for(pilot, "Show what to do in which quarter.")
        await pilot.press("down", "enter")
        await wait_for(pilot, "Q1 2027")


@pytest.mark.parametrize("name", WAYS)
async def test_the_palette_names_each_command_once(stage: Stage, name: str) -> None:
    """Two lines with the same words make people wonder which is the right one."""
    with_a_broken_one(stage)
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await opened(pilot, name)
        names = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
    assert sorted(set(names)) == sorted(names)


async def test_the_palette_says_when_no_command_has_this_name(stage: Stage) -> None:
    """An empty list leaves people waiting."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await pilot.press("colon")
        await wait_for(pilot, "Search for commands")
        await write(pilot, "zzq")
        await wait_for(pilot, "No command has this name.")


async def test_the_palette_lists_the_commands_of_its_screen(stage: Stage) -> None:
    """A command that does not work here would be a promise that is not kept."""
    async with stage.open() as pilot:
        await pilot.press("colon")
        await wait_for(pilot, "Search for commands")
        await write(pilot, "work")
        await wait_for(pilot, "New workshop")
        assert "Raise the target" not in seen(pilot.app)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


async def test_without_colour_one_sees_where_one_types_and_what_enter_takes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cursor that is only a colour is none where there are no colours."""
    monkeypatch.setenv("NO_COLOR", "1")
    path = stage.keep(stage.all_rated())
    async with stage.open(path, SMALL) as pilot:
        await pilot.press("n", "h")
        await wait_until(pilot, lambda: stands_out(pilot, "│   h", " "))
        await pilot.press("escape", "colon")
        await wait_for(pilot, "Go back to the screen before this one.")
        await wait_until(pilot, lambda: stands_out(pilot, "", "Search for commands"))
        at = next(at for at, row in enumerate(screen_text(pilot.app)) if "Back" in row)
        assert pilot.app.screen.get_style_at(4, at).underline


def stands_out(pilot: Pilot[None], before: str, text: str) -> bool:
    """Whether the first cell of a text, right behind another one, has its colours the other way round."""
    rows = enumerate(screen_text(pilot.app))
    found = next(((row.index(before + text), at) for at, row in rows if before + text in row), None)
    return found is not None and bool(pilot.app.screen.get_style_at(found[0] + len(before), found[1]).reverse)
