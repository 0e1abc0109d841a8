"""Scoring on small and large screens: the question and the levels never go out of sight."""

from __future__ import annotations

import pytest

from culture_tui import language
from pilot.reading import screen_text, seen, wait_for, wait_until
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, model_text, settle
from support import flagship

PRACTICES = flagship().model.practices


def squeezed(text: str) -> str:
    """A text without its blanks, so that it can be found wherever its lines break."""
    return "".join(text.split())


async def test_question_and_every_descriptor_are_on_one_screen_for_all_practices(stage: Stage) -> None:
    """A group cannot choose between levels of which one is below the edge of the screen."""
    path = stage.keep(stage.shipped())
    walked = []
    async with stage.open(path) as pilot:
        for practice in PRACTICES.values():
            rows = screen_text(pilot.app)
            question = squeezed(" ".join(rows[1:5]))
            assert squeezed(practice.question) in question
            texts = squeezed(" ".join(row[23:] for row in rows))
            assert [each for each in practice.levels if squeezed(each) not in texts] == []
            walked.append(practice.title)
            await pilot.press("right")
    assert len(walked) == 36


async def test_every_level_can_be_told_apart_on_every_screen(stage: Stage) -> None:
    """Each level has its digit and its name beside its text."""
    path = stage.keep(stage.shipped())
    scale = flagship().model.scale
    async with stage.open(path) as pilot:
        for _ in PRACTICES:
            marks = [row[:22].split() for row in screen_text(pilot.app)]
            named = [mark[-2:] for mark in marks if mark[-2:-1] and mark[-2].isdecimal()]
            assert named == [[str(step.level), step.name] for step in scale]
            await pilot.press("right")


async def test_a_small_screen_keeps_question_cursor_and_help(stage: Stage) -> None:
    """In a corner of a shared screen the group can still read what it is asked."""
    path = stage.keep(stage.shipped())
    async with stage.open(path, SMALL) as pilot:
        for number, practice in enumerate(PRACTICES.values()):
            level = number % 5 + 1
            await pilot.press(*["down"] * (level - 1))
            rows = screen_text(pilot.app)
            assert squeezed(practice.question) in squeezed(" ".join(rows[1:5]))
            (at,) = [number for number, row in enumerate(rows) if row.startswith(" ›")]
            assert rows[at].split()[1] == f"{level}"
            shown = squeezed(" ".join(row[7:] for row in rows[at : at + 4]))
            assert squeezed(practice.levels[level - 1])[:40] in shown
            assert "? Help" in rows[-1]
            await pilot.press("right")


@pytest.mark.parametrize(("spoken", "count"), [("en", 10), ("es", 10), ("es", 5)])
async def test_a_small_screen_keeps_every_level_whatever_the_room_does(
    stage: Stage, spoken: str, count: int
) -> None:
    """Nobody can vote for a level that is below the edge of the screen."""
    language.use(spoken)
    words = ("Absent", "Begun", "Agreed", "Lived", "Renewed", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
    names = [f"{word} level" for word in words]
    asked = "How do we greet a guest " + "who comes in from the rain " * 5
    stage.model = stage.add_model(
        "harbour", model_text(names[:count]).replace("How do we greet a guest", asked)
    )
    path = stage.keep(stage.rated())
    async with stage.open(path, SMALL) as pilot:
        for keys in ((), ("v",), ("escape", "t"), ("2", "space", "4", "space", "4"), ("enter",), ("v", "P")):
            await pilot.press(*keys)
            await settle(pilot)
            said = seen(pilot.app)
            missing = [
                name for level, name in enumerate(names[:count], 1) if f"{level} {name[:5]}" not in said
            ]
            assert missing == [], (keys, screen_text(pilot.app))
            assert said.count("rain") == 5


async def test_a_large_screen_shows_the_tree_beside_the_card(stage: Stage) -> None:
    """On a projector everybody sees where the workshop stands."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path, LARGE) as pilot:
        rows = screen_text(pilot.app)
        assert [row[:34].split()[-2:] for row in rows[1:4]] == [
            ["for", "guests"],
            ["2", "Welcome"],
            ["·", "Farewell"],
        ]
        assert rows[2].endswith("How do we part from a guest?")
        await pilot.press("4")
        await wait_for(pilot, "4 Farewell")


async def test_a_terminal_that_is_made_smaller_keeps_the_question(stage: Stage) -> None:
    """Somebody drags the window aside while the group is talking."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path, LARGE) as pilot:
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert screen_text(pilot.app)[2].strip() == "How do we part from a guest?"
        assert "? Help" in seen(pilot.app)
        await pilot.resize_terminal(*LARGE)
        await pilot.pause()
        assert "2 Welcome" in seen(pilot.app)


@pytest.mark.parametrize("keys", [(), ("d",), ("n",), ("e",), ("g",), ("m",), ("f1",), ("escape",)])
async def test_a_tiny_terminal_is_survived(stage: Stage, keys: tuple[str, ...]) -> None:
    """A split window that is dragged too far must not end the workshop."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        for size in ((30, 8), (12, 4), (4, 1), TERMINAL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.press(*["escape"] * len(keys))
        assert pilot.app.is_running


async def test_a_scale_of_ten_levels_stands_on_one_screen_and_zero_is_the_tenth(stage: Stage) -> None:
    """Some models come with ten steps, and the keyboard has ten digits."""
    stage.model = stage.add_model("harbour", model_text(tuple("abcdefghij")))
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("0")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 10)
        await wait_for(pilot, "Rated 10 j")
        rows = [row.split() for row in screen_text(pilot.app) if row.endswith(" here.")]
        assert [row[-2] for row in rows] == list("abcdefghij")
        assert rows[-1][:3] == ["›", "●10", "j"]
