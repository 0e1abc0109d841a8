"""Votes gathered before the workshop, on the screen: offered at set-up, shown as round 0."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import GatheredVotes, with_gathered
from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.scoring import ScoringScreen
from culture_tui.tui.screens.setup import SetupScreen
from pilot.forms import to
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, model_text, settle
from support import NOW, assessment, flagship
from votes import table

VOTES = table(("When", "Welcome", "Mission"), *[("x", "3", "n/a")] * 40, ("x", "4", ""))
TOLD = "Votes gathered before the workshop: 41"
SIZES = pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])


def put(stage: Stage, name: str, content: str = VOTES) -> Path:
    """A file of votes in the workspace."""
    path = stage.workspace / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


async def at_votes(pilot: Pilot[None]) -> None:
    """Open the questions for the small model, name the organisation, and go to the field for votes."""
    await pilot.press("home", "enter")
    await wait_for(pilot, "Organisation")
    await write(pilot, "Bank")
    await pilot.press(*to("votes"))
    await settle(pilot)


async def begun(pilot: Pilot[None], stage: Stage) -> Assessment:
    """The assessment that the workshop began with."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ScoringScreen))
    await wait_until(pilot, lambda: any(path.suffix == ".toml" for path in stage.assessments.iterdir()))
    (path,) = stage.assessments.glob("*.toml")
    return stage.read(path)


@SIZES
async def test_files_of_votes_that_are_there_are_offered(stage: Stage, size: tuple[int, int]) -> None:
    """The program reminds the facilitator of the form that went out a week ago."""
    put(stage, "votes/may.csv")
    async with stage.open(size=size) as pilot:
        await at_votes(pilot)
        assert "Found: votes/may.csv." in seen(pilot.app)


async def test_the_newest_files_are_offered_first_and_what_is_no_votes_is_not(stage: Stage) -> None:
    """Links are not followed, and a name that could act on a terminal is not typed by anybody."""
    for age, name in enumerate(("votes/new.csv", "root.CSV", "votes/old.csv", "votes/oldest.csv")):
        path = put(stage, name)
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    put(stage, "votes/notes.txt")
    put(stage, "votes/\x1b[2J.csv")
    (stage.workspace / "votes/link.csv").symlink_to(stage.workspace / "root.CSV")
    (stage.workspace / "votes/folder.csv").mkdir()
    async with stage.open() as pilot:
        await at_votes(pilot)
        assert "Found: votes/new.csv, root.CSV, votes/old.csv." in seen(pilot.app)


async def test_without_files_nothing_is_offered_and_nothing_is_needed(stage: Stage) -> None:
    """Most workshops begin in the room."""
    async with stage.open() as pilot:
        await at_votes(pilot)
        assert "Found" not in seen(pilot.app)
        await pilot.press("f2")
        kept = await begun(pilot, stage)
        await settle(pilot)
        assert "gathered before" not in seen(pilot.app)
    assert (kept.workshop.gathered, kept.ratings) == (None, {})


@SIZES
async def test_a_file_is_taken_from_its_first_letters_and_its_votes_are_told(
    stage: Stage, size: tuple[int, int]
) -> None:
    """Nobody types a whole name in front of a group."""
    put(stage, "votes/may.csv")
    async with stage.open(size=size) as pilot:
        await at_votes(pilot)
        await write(pilot, "VO")
        await settle(pilot)
        await pilot.press("right", "enter")
        await wait_for(pilot, TOLD)
        await wait_for(pilot, "votes: 1 of 4 · Left out: “When”")


@SIZES
async def test_enter_stays_until_the_votes_are_told_and_then_goes_on(
    stage: Stage, size: tuple[int, int]
) -> None:
    """On a small screen the next field would push what is said out of sight."""
    put(stage, "may.csv", table(("When", "Mission"), *[("x", "3")] * 41))
    async with stage.open(size=size) as pilot:
        await pilot.press("down", "enter")  # the model that ships: its list of dimensions is long
        await wait_for(pilot, "Organisation")
        await write(pilot, "Bank")
        await pilot.press(*to("votes"))
        await write(pilot, "may.csv\n")
        await settle(pilot)
        assert TOLD in seen(pilot.app)
        await pilot.press("enter", "down", "space", "f2")
        kept = await begun(pilot, stage)
    assert "true-north" not in kept.workshop.scope
    assert len(kept.workshop.scope) == 11


async def test_the_workshop_begins_with_the_votes_as_round_0(stage: Stage) -> None:
    """What the form said is there when the group comes in."""
    put(stage, "votes/may.csv")
    async with stage.open() as pilot:
        await at_votes(pilot)
        await write(pilot, "votes/may.csv\n")
        await wait_for(pilot, TOLD)
        await pilot.press("f2")
        kept = await begun(pilot, stage)
        await wait_for(pilot, TOLD)
        assert "40" not in seen(pilot.app)
    assert (kept.workshop.gathered, kept.workshop.participants) == (41, None)
    assert kept.ratings["welcome"].rounds == ((0, 0, 40, 1, 0),)
    reason = kept.ratings["mission"].not_applicable
    assert reason == "All who voted before the workshop say that it does not apply."


@SIZES
async def test_starting_waits_for_a_file_that_was_not_read_yet(stage: Stage, size: tuple[int, int]) -> None:
    """F2 right behind the last letter must not begin without the votes."""
    put(stage, "may.csv")
    async with stage.open(size=size) as pilot:
        await at_votes(pilot)
        await write(pilot, "may.csv")
        await pilot.press("f2")
        kept = await begun(pilot, stage)
    assert kept.workshop.gathered == 41


@SIZES
@pytest.mark.parametrize(
    ("name", "said"),
    [("wrong.csv", "wrong.csv:2: Welcome: 'maybe' is no level"), ("nowhere.csv", "cannot be opened")],
)
async def test_a_wrong_file_says_what_is_wrong_and_the_form_stays(
    stage: Stage, name: str, said: str, size: tuple[int, int]
) -> None:
    """Beginning without the votes in silence would be worse than not beginning."""
    put(stage, "wrong.csv", table(("Welcome", "Mission"), ("maybe", "7")))
    put(stage, "right.csv")
    async with stage.open(size=size) as pilot:
        await at_votes(pilot)
        await write(pilot, name)
        await pilot.press("f2")
        await wait_for(pilot, said)
        assert isinstance(pilot.app.screen, SetupScreen)
        assert list(stage.assessments.iterdir()) == []
        await pilot.press("ctrl+u")
        await settle(pilot)
        await write(pilot, "right.csv")
        await pilot.press("f2")
        assert (await begun(pilot, stage)).workshop.gathered == 41


async def test_a_file_that_was_put_right_is_read_again(stage: Stage) -> None:
    """The slip is corrected in another window, and nobody types the name again."""
    path = put(stage, "may.csv", table(("Welcome",), ("maybe",)))
    async with stage.open() as pilot:
        await at_votes(pilot)
        await write(pilot, "may.csv")
        await pilot.press("f2")
        await wait_for(pilot, "'maybe' is no level")
        path.write_text(VOTES, encoding="utf-8")
        await pilot.press("f2")
        assert (await begun(pilot, stage)).workshop.gathered == 41


async def test_leaving_the_field_tells_what_is_wrong_and_how_much_more(stage: Stage) -> None:
    """It is seen where it was typed, before anybody starts."""
    put(stage, "wrong.csv", table(("Welcome", "Mission"), ("maybe", "7")))
    async with stage.open() as pilot:
        await at_votes(pilot)
        await write(pilot, "wrong.csv\n")
        await wait_for(
            pilot, "Welcome: 'maybe' is no level from 1 to 5, no n/a and not blank (and 1 more problem)"
        )


async def test_letters_that_may_be_wrong_are_told_on_the_form_too(stage: Stage) -> None:
    """A title that does not match has its reason there."""
    put(stage, "may.csv").write_bytes(VOTES.replace("When", "Größe").encode("cp1252"))
    async with stage.open(size=LARGE) as pilot:
        await at_votes(pilot)
        await write(pilot, "may.csv\n")
        await wait_for(pilot, "Left out: “Größe” · ")
        await wait_for(pilot, "read as Windows-1252")


async def test_another_name_takes_back_what_was_said_of_the_first(stage: Stage) -> None:
    """Numbers of one file beside the name of another would be believed."""
    put(stage, "may.csv")
    async with stage.open() as pilot:
        await at_votes(pilot)
        await write(pilot, "may.csv\n")
        await wait_for(pilot, TOLD)
        await pilot.press("end", "backspace")
        await settle(pilot)
        assert TOLD not in seen(pilot.app)


async def test_an_emptied_field_begins_without_votes(stage: Stage) -> None:
    """Somebody may think better of it."""
    put(stage, "may.csv")
    async with stage.open() as pilot:
        await at_votes(pilot)
        await write(pilot, "may.csv\n")
        await wait_for(pilot, TOLD)
        await pilot.press("ctrl+u", "f2")
        assert (await begun(pilot, stage)).workshop.gathered is None


@pytest.mark.parametrize("form", ["{}", "'{}'", '"{}"'])
async def test_a_file_elsewhere_is_named_by_its_path_as_a_terminal_pastes_it(stage: Stage, form: str) -> None:
    """Dragging a file onto a terminal puts quotation marks around it."""
    elsewhere = stage.home / "my votes.csv"
    elsewhere.write_text(VOTES, encoding="utf-8")
    async with stage.open() as pilot:
        await at_votes(pilot)
        pilot.app.copy_to_clipboard(form.format(elsewhere))
        await pilot.press("ctrl+v", "enter")
        await wait_for(pilot, TOLD)


async def test_the_form_stays_alive_while_a_file_is_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A survey of a country takes seconds, in which people type on."""
    put(stage, "may.csv")
    free = Event()
    monkeypatch.setattr("culture_tui.tui.vote_files.exists", lambda _path: free.wait(60))
    async with stage.open() as pilot:
        await at_votes(pilot)
        await write(pilot, "may.csv")
        await pilot.press("tab", "shift+tab", "shift+tab")
        await wait_for(pilot, "Reading the file…")
        await pilot.press(*["shift+tab"] * len(to("language", start="people")))
        await write(pilot, "12")
        assert "12" in seen(pilot.app)
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SetupScreen)
        free.set()
        kept = await begun(pilot, stage)
    assert (kept.workshop.gathered, kept.workshop.participants) == (41, 12)


async def test_whoever_leaves_the_form_does_not_wait_for_the_file(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no workshop begins behind their back."""
    put(stage, "may.csv")
    free = Event()
    monkeypatch.setattr("culture_tui.tui.vote_files.exists", lambda _path: free.wait(60))
    async with stage.open() as pilot:
        await at_votes(pilot)
        await write(pilot, "may.csv")
        await pilot.press("f2", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        free.set()
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
    assert list(stage.assessments.iterdir()) == []


@pytest.mark.parametrize("title", ["[@click=app.quit]x[/]", "[red]x", "[/"])
async def test_titles_and_names_are_shown_and_never_act(stage: Stage, title: str) -> None:
    """The form was public, and the file came by mail."""
    name = f"{title.replace('/', '')}.csv"
    put(stage, name, table((title, "Welcome"), ("x", "3")))
    async with stage.open() as pilot:
        await at_votes(pilot)
        assert name in seen(pilot.app)
        await write(pilot, name[0])
        await settle(pilot)
        await pilot.press("right", "enter")
        await wait_for(pilot, f"Left out: “{title}”")
        assert pilot.app.is_running


def gathered(stage: Stage, *histogram: int) -> Assessment:
    """A workshop to come, with these votes for its first practice."""
    votes = GatheredVotes(41, {"welcome": histogram or (0, 2, 5, 1, 0)})
    return with_gathered(stage.rated(), votes, "", NOW)


async def test_opening_tells_once_how_many_voted_before(stage: Stage) -> None:
    """The facilitator knows at once that there is something to compare with."""
    path = stage.keep(gathered(stage))
    async with stage.open(path) as pilot:
        await wait_for(pilot, TOLD)
        await pilot.press("g", "escape")
        await settle(pilot)
        assert TOLD not in seen(pilot.app)


async def test_opening_from_home_tells_it_too(stage: Stage) -> None:
    """Most people open a workshop from the list."""
    stage.keep(gathered(stage))
    async with stage.open() as pilot:
        await pilot.press("enter")
        await wait_for(pilot, TOLD)


async def test_once_something_is_rated_it_is_not_told_any_more(stage: Stage) -> None:
    """The workshop has begun; who comes back knows it."""
    path = stage.keep(gathered(stage).with_level("vision", 2, NOW))
    async with stage.open(path) as pilot:
        await settle(pilot)
        assert TOLD not in seen(pilot.app)


@SIZES
async def test_the_votes_of_a_practice_are_told_once_the_room_has_settled_it(
    stage: Stage, size: tuple[int, int]
) -> None:
    """Seen before, they would sway the room; afterwards they stand in the status, also on a small screen."""
    path = stage.keep(gathered(stage).with_level("vision", 2, NOW))
    async with stage.open(path, size) as pilot:
        await settle(pilot)
        assert "before" not in seen(pilot.app)
        assert "0 2 5 1 0" not in seen(pilot.app)
        await pilot.press("4")
        await wait_for(pilot, "Rated 4 Lived · before: 0 2 5 1 0, median 3")
        await pilot.press("right")
        await pilot.pause()
        assert "before:" not in seen(pilot.app)


@pytest.mark.parametrize("size", [LARGE, TERMINAL], ids=["large", "usual"])
async def test_the_votes_from_before_are_told_with_the_first_reveal(
    stage: Stage, size: tuple[int, int]
) -> None:
    """Not while the laptop goes round, and not before it."""
    path = stage.keep(gathered(stage, 8, 0, 0, 0, 0))
    async with stage.open(path, size) as pilot:
        await settle(pilot)
        assert "8 0 0 0 0" not in seen(pilot.app)
        assert "■" not in seen(pilot.app)
        await pilot.press("v", "3")
        await wait_for(pilot, "1 of 9 voted")
        assert "8 0 0 0 0" not in seen(pilot.app)
        assert "■" not in seen(pilot.app)
        await pilot.press("backspace", "escape", "t", *"00900", "enter")
        await wait_for(pilot, "Before the workshop: 8 0 0 0 0")
    assert stage.read(path).rating("welcome").rounds == ((8, 0, 0, 0, 0), (0, 0, 9, 0, 0))


async def test_what_does_not_apply_shows_the_votes_all_the_same(stage: Stage) -> None:
    """Some had answered it, and the group should know."""
    kept = gathered(stage).with_not_applicable("welcome", "We have no guests", NOW)
    async with stage.open(stage.keep(kept)) as pilot:
        await pilot.press("home", "left", "left", "left")
        await wait_for(pilot, "Not applicable: We have no guests · before: 0 2 5 1 0, median 3")


async def test_with_room_the_votes_are_a_picture_with_numbers(stage: Stage) -> None:
    """A group sees at a glance where it stood."""
    async with stage.open(stage.keep(gathered(stage)), LARGE) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "Gathered before the workshop: 8 votes, median 3, spread")
        rows = [row.partition("│ ")[2].split() for row in screen_text(pilot.app) if " │ " in row]
        assert rows == [["0"], ["■■", "2"], ["■■■■■", "5"], ["■", "1"], ["0"]]


async def test_fewer_than_five_votes_are_only_counted(stage: Stage) -> None:
    """A median of two people is no median."""
    async with stage.open(stage.keep(gathered(stage, 0, 1, 1, 0, 0)), LARGE) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "Gathered before the workshop: 2 votes")
        assert "before: 0 1 1 0 0" in seen(pilot.app)
        assert "median" not in seen(pilot.app)


def squeezed(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


async def test_no_question_and_no_level_gives_way_to_the_votes(stage: Stage) -> None:
    """Round 0 is a help; the levels are what the group votes on."""
    practices = flagship().model.practices
    votes = GatheredVotes(41, dict.fromkeys(practices, (7, 7, 10, 13, 4)))
    kept = with_gathered(assessment(flagship().skeleton()), votes, "", NOW)
    path = stage.keep(kept)
    async with stage.open(path) as pilot:
        for practice in practices.values():
            rows = screen_text(pilot.app)
            assert squeezed(practice.question) in squeezed(" ".join(rows[1:5]))
            texts = squeezed(" ".join(row[23:] for row in rows))
            assert [each for each in practice.levels if squeezed(each) not in texts] == []
            await pilot.press("right")


async def test_a_scale_of_ten_levels_keeps_its_picture_straight(stage: Stage) -> None:
    """Ten has two digits."""
    stage.model = stage.add_model("harbour", model_text(tuple("abcdefghij")))
    path = stage.keep(gathered(stage, 0, 1, 2, 3, 4, 5, 4, 3, 2, 11))
    async with stage.open(path, LARGE) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "Gathered before the workshop: 35 votes")
        rows = [row for row in screen_text(pilot.app) if " │ " in row and "■" in row]
        assert len({row.index("│") for row in rows}) == 1
        assert len({len(row) for row in rows}) == 1
