"""The projector view: what thirty people may read, and not a word more."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Evidence, Rating, Subject, Workshop
from culture_tui.tui.screens.projector import ProjectorScreen
from culture_tui.tui.screens.results import ResultsScreen
from culture_tui.tui.screens.roadmap import RoadmapScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import screen_text, seen, wait_for, wait_until
from pilot.rooms import pass_round, press
from pilot.stage import SMALL, TERMINAL, Stage, final
from support import NOW

SIZES = (SMALL, TERMINAL, (120, 36), (160, 50))
SECRETS = ("Zephyr", "Quartz", "Vesper", "mortem", "Indigo", "Walnut", "nimbus")
KEYS = ("right", "left", "4", "down", "u", "z", "z", "u", "u", "u", "space", "e", "n")
ROUND = (0, 4, 1, 4, 0)


def secretive(stage: Stage) -> Path:
    """An assessment whose every text of people holds a word that the room must not see."""
    kept = stage.rated(farewell=2)
    welcome = Rating(
        level=3, note="Vesper said it [post-mortem]", evidence=(Evidence(text="Indigo", link="", date=None),)
    )
    workshop = {**kept.workshop.model_dump(), "facilitator": "Walnut"}
    changes = {
        "title": "Zephyr workshop",
        "subject": Subject(organisation="Zephyr", unit="Quartz"),
        "ratings": {**kept.ratings, "welcome": welcome},
        "workshop": Workshop.model_validate(workshop),
    }
    return stage.keep(kept.model_copy(update=changes), "nimbus")


def voted(kept: Assessment) -> Assessment:
    """With a round on each practice, revealed and not settled."""
    for practice in ("welcome", "farewell", "mission", "vision"):
        kept = kept.with_round(practice, ROUND, NOW)
    return kept


async def at_projector(pilot: Pilot[None], key: str = "P") -> None:
    """Go there."""
    await pilot.press(key)
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ProjectorScreen))
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_of_people_is_on_the_projector(stage: Stage, size: tuple[int, int]) -> None:
    """A client's name, a note or a path on the wall ends a contract."""
    path = secretive(stage)
    async with stage.open(path, size) as pilot:
        await pilot.press("left", "left")
        await wait_for(pilot, "How do we greet a guest?")
        assert any(word in seen(pilot.app) for word in SECRETS)
        await at_projector(pilot)
        told = []
        for key in (*KEYS, "v", "t", "c"):
            await pilot.press(key)
            await pilot.pause()
            told += [(key, word) for word in SECRETS if word in seen(pilot.app)]
        assert isinstance(pilot.app.screen, ProjectorScreen)
        assert told == []
        assert "What are we here for?" in seen(pilot.app)


async def test_it_says_when_it_was_saved_and_not_where(stage: Stage) -> None:
    """The facilitator still knows that nothing is lost."""
    path = secretive(stage)
    async with stage.open(path) as pilot:
        await at_projector(pilot)
        await pilot.press("4")
        await wait_for(pilot, "3 of 4 · saved ")
        said = screen_text(pilot.app)[0].rpartition("saved ")[2]
        assert len(said) == len("10:14")
        assert said[2] == ":"


async def test_what_could_not_be_saved_is_said_without_a_path(stage: Stage) -> None:
    """The banner is for the facilitator, the path is for nobody in the room."""
    path = secretive(stage)
    async with stage.open(path) as pilot:
        await at_projector(pilot)
        path.unlink()
        path.mkdir()
        await pilot.press("4")
        await wait_for(pilot, "NOT SAVED: Esc leads to what is wrong")
        assert [word for word in SECRETS if word in seen(pilot.app)] == []
        path.rmdir()


@pytest.mark.parametrize("key", ["P", "f5", "escape"])
async def test_the_same_key_and_esc_lead_back(stage: Stage, key: str) -> None:
    """One key in, one key out."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        before = pilot.app.screen
        await at_projector(pilot, "f5")
        await pilot.press(key)
        await wait_until(pilot, lambda: pilot.app.screen is before)


@pytest.mark.parametrize(("way", "room"), [("g", ResultsScreen), ("m", RoadmapScreen)])
async def test_it_is_one_key_from_every_screen_of_a_workshop(stage: Stage, way: str, room: type) -> None:
    """Whatever the facilitator looked up, the room sees the question again at once."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await pilot.press(way)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, room))
        await at_projector(pilot)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, room))


async def test_digits_rate_arrows_lead_on_and_undo_takes_back(stage: Stage) -> None:
    """A whole workshop can be run from here, and everything is on disk."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await at_projector(pilot)
        await pilot.press("4")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 4)
        await pilot.press("right", "down", "down", "enter")
        await wait_until(pilot, lambda: stage.level(path, "farewell") == 3)
        assert "● 3" in seen(pilot.app)
        await pilot.press("space")
        await wait_for(pilot, "What are we here for?")
        await pilot.press("u")
        await wait_until(pilot, lambda: stage.level(path, "farewell") is None)
        await pilot.press("P")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
        await wait_for(pilot, "How do we part from a guest?")


async def test_a_click_on_a_level_rates(stage: Stage) -> None:
    """Everything works by mouse too."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await at_projector(pilot)
        rows = screen_text(pilot.app)
        (row,) = [number for number, text in enumerate(rows) if "Welcome is agreed here." in text]
        await pilot.click(offset=(20, row))
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 3)
        await pilot.click(offset=(2, len(rows) - 1))
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))


async def test_a_final_assessment_can_be_shown_and_not_changed(stage: Stage) -> None:
    """The closing meeting looks at the levels once more."""
    path = stage.keep(final(stage.all_rated()))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await at_projector(pilot)
        await pilot.press("4", "enter", "u")
        await wait_for(pilot, "It is final. F reopens it.")
        pilot.app.clear_notifications()
        await wait_for(pilot, "is renewed here.")
        rows = screen_text(pilot.app)
        (row,) = [number for number, text in enumerate(rows) if "is renewed here." in text]
        await pilot.click(offset=(20, row))
        await wait_for(pilot, "It is final. F reopens it.")
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_revealed_vote_is_drawn_large(stage: Stage, size: tuple[int, int]) -> None:
    """The room sees its own two camps, and reads what each of them means."""
    path = stage.keep(voted(stage.rated()))
    async with stage.open(path, size) as pilot:
        await at_projector(pilot)
        said = seen(pilot.app)
        assert "Round 1: 9 votes, median 3, split in two" in said
        assert "2 Begun: Welcome is begun here." in said
        assert "4 Lived: Welcome is lived here." in said
        await pilot.press("3")
        await wait_until(pilot, lambda: "Round 1" not in seen(pilot.app))


@pytest.mark.parametrize("size", [TERMINAL, SMALL], ids=str)
async def test_it_can_be_read_without_any_colour(
    stage: Stage, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cursor and level are marks; under NO_COLOR nothing is missing."""
    monkeypatch.setenv("NO_COLOR", "1")
    path = stage.keep(stage.rated(welcome=3))
    async with stage.open(path, size) as pilot:
        await pilot.press("left")
        await at_projector(pilot)
        await pilot.press("down")
        marked = [row.split()[:2] for row in screen_text(pilot.app) if row.lstrip()[:1] in {"›", "●"}]
        assert marked == [["●", "3"], ["›", "4"]]


async def test_a_tiny_terminal_is_survived(stage: Stage) -> None:
    """Somebody drags the window off the projector."""
    path = stage.keep(voted(stage.rated()))
    async with stage.open(path) as pilot:
        await at_projector(pilot)
        for size in ((30, 8), (12, 4), (4, 1), TERMINAL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await wait_for(pilot, "How do we greet a guest?")


async def test_the_wall_shows_how_many_have_voted_and_then_what_was_revealed(stage: Stage) -> None:
    """Large and for all: the count while it is secret, the votes when it is not."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pass_round(pilot, "5", "5", "escape", "P")
        await wait_for(pilot, "2 of 9 voted")
        await pilot.press("escape")
        clock = await pass_round(pilot, "delete", "delete")
        await press(pilot, clock, "t", *"02511", "enter", "P")
        await wait_for(pilot, "Round 1: 9 votes, median 3, spread")


async def test_a_digit_on_the_wall_settles_nothing_while_a_vote_is_under_way(stage: Stage) -> None:
    """Whoever reads "Voting" and presses a digit means to vote, and not to agree for all."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pass_round(pilot, "5", "5", "escape", "P")
        await wait_for(pilot, "2 of 9 voted")
        await pilot.press("4")
        await wait_for(pilot, "A vote is under way")
    assert stage.read(path).ratings == {}


async def test_a_level_beside_the_votes_is_not_settled_from_the_wall(stage: Stage) -> None:
    """Its reason is typed where notes are, and not in front of thirty eyes."""
    path = stage.keep(stage.rated().with_round("welcome", (0, 2, 5, 1, 1), NOW))
    async with stage.open(path) as pilot:
        await pilot.press("P", "4")
        await wait_for(pilot, "The votes do not give 4")
        assert stage.level(path, "welcome") is None
        await pilot.press("3")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 3)


@pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])
async def test_the_vote_goes_on_on_the_wall_and_back(stage: Stage, size: tuple[int, int]) -> None:
    """The room reads the levels large while it votes; it sees the count, and no digit rates or leads away."""
    path = stage.keep(stage.rated(welcome=4))
    async with stage.open(path, size) as pilot:
        await pilot.press("left")
        clock = await pass_round(pilot, "P")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ProjectorScreen))
        assert "0 of 9 voted" in seen(pilot.app)
        assert isinstance(pilot.app.screen, ProjectorScreen)
        pilot.app.screen.clock = clock
        await press(pilot, clock, "3", "down", "5")
        clock.passes(0.1)
        await pilot.press("5")
        await wait_for(pilot, "One key a person: that one was not counted.")
        for key in ("right", "space", "g", "b", "u", "enter", "F", "z", "9"):
            await press(pilot, clock, key)
            await wait_for(pilot, "The vote is open: P or Esc leads back to it.")
        await press(pilot, clock, "question_mark")
        await wait_for(pilot, "Vote for this level; nothing shows")
        await press(pilot, clock, "escape", "2")
        await wait_for(pilot, "3 of 9 voted")
        assert not {"●", "■", "█"} & set(seen(pilot.app).partition("Voting, round 1")[0])
        assert [row.split()[:2] for row in screen_text(pilot.app) if row.strip().startswith("›")] == [
            ["›", "1"]
        ]
        assert "How do we greet a guest?" in seen(pilot.app)
        await press(pilot, clock, "f5", "r", "r")
        await wait_until(pilot, lambda: stage.read(path).rating("welcome").rounds == ((0, 1, 1, 0, 1),))
    assert stage.level(path, "welcome") == 4


async def test_votes_gathered_before_are_not_on_the_projector(stage: Stage) -> None:
    """A room that has seen round 0 votes for it once more."""
    kept = stage.rated()
    workshop = Workshop.model_validate({**kept.workshop.model_dump(), "gathered": 9})
    changes = {"workshop": workshop, "ratings": {"welcome": Rating(rounds=(ROUND,))}}
    path = stage.keep(kept.model_copy(update=changes))
    async with stage.open(path) as pilot:
        assert "workshop: 9" in seen(pilot.app)
        await at_projector(pilot)
        assert "Welcome is absent here." in seen(pilot.app)
        assert "votes" not in seen(pilot.app)
