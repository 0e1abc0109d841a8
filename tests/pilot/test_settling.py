"""After the reveal: take the median, another level for a reason, the split, or later."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating
from pilot.reading import screen_text, seen, wait_for, wait_until, window, write
from pilot.rooms import clock_of
from pilot.stage import LARGE, SMALL, TERMINAL, Stage
from support import NOW

SIZES = pytest.mark.parametrize("size", [SMALL, TERMINAL], ids=["small", "usual"])
SPREAD = (0, 2, 5, 1, 1)
SPLIT = (0, 4, 0, 4, 0)


def held(stage: Stage, *rounds: tuple[int, ...]) -> Assessment:
    """A workshop that has held these rounds about its first practice."""
    kept = stage.rated()
    for votes in rounds:
        kept = kept.with_round("welcome", votes, NOW)
    return kept


def rating(stage: Stage, path: Path) -> Rating:
    """What stands on disk about the first practice."""
    return stage.read(path).rating("welcome")


async def level_is(pilot: Pilot[None], stage: Stage, path: Path, level: int) -> None:
    """Wait until the level is on disk."""
    await wait_until(pilot, lambda: rating(stage, path).level == level)


@SIZES
async def test_a_revealed_round_shows_what_the_talk_needs(stage: Stage, size: tuple[int, int]) -> None:
    """Measurement, section 1.2: counts, median, range, the word for it, and who speaks first."""
    path = stage.keep(held(stage, SPREAD))
    async with stage.open(path, size) as pilot:
        said = seen(pilot.app)
        assert "Round 1 revealed: spread median 3 · range 2–5 · 9 votes" in said
        assert "Let a 2 speak first, then a 5; the leader speaks last." in said
        assert "2:2 3:5 4:1 5:1" in said or "3 ■■■■■ 5 ← median" in said
        levels = [row for row in screen_text(pilot.app) if " is " in row[:40]]
        marked = [row[2:6].split() for row in levels if row[2] in "◆◇"]
        assert marked == [["◇", "2"], ["◆", "3"]]
        assert "◆ most votes · ◇ another view" in said
        keys = screen_text(pilot.app)[-1]
        assert [
            each for each in ("a Accept", "v Vote again", "s Split", "p Park", "? Help") if each not in keys
        ] == []


async def test_the_two_descriptors_in_question_stand_side_by_side_where_there_is_room(stage: Stage) -> None:
    """The group compares words, not digits."""
    path = stage.keep(held(stage, SPREAD))
    async with stage.open(path, LARGE) as pilot:
        rows = screen_text(pilot.app)
        at = next(number for number, row in enumerate(rows) if "◇ 2 Begun" in row and "◆ 3 Agreed" in row)
        assert "Welcome is begun here." in rows[at + 1]
        assert "Welcome is agreed here." in rows[at + 1]


@SIZES
async def test_votes_that_are_spread_evenly_are_told_as_such(stage: Stage, size: tuple[int, int]) -> None:
    """One vote for each level: nobody may read that 1 and 5 have the most."""
    path = stage.keep(held(stage, (1, 1, 1, 1, 1)))
    async with stage.open(path, size) as pilot:
        said = seen(pilot.app)
        assert "Round 1 revealed: spread evenly" in said
        assert "votes spread evenly" in said
        assert "◆" not in said
        assert "◇" not in said


@SIZES
async def test_a_accepts_the_median(stage: Stage, size: tuple[int, int]) -> None:
    """One key, and the round is kept beside the level."""
    path = stage.keep(held(stage, SPREAD))
    async with stage.open(path, size) as pilot:
        await pilot.press("a")
        await level_is(pilot, stage, path, 3)
        await wait_for(pilot, "Rated 3 Agreed · round 1: 0 2 5 1 1, median 3")
        assert "v Vote" in screen_text(pilot.app)[-1]
        assert "revealed" not in seen(pilot.app)
    assert (rating(stage, path).rounds, rating(stage, path).reason) == ((SPREAD,), "")


@SIZES
async def test_a_middle_that_is_no_level_is_not_accepted(stage: Stage, size: tuple[int, int]) -> None:
    """A level that nobody voted for must not come out of a key."""
    path = stage.keep(held(stage, SPLIT))
    before = path.read_bytes()
    async with stage.open(path, size) as pilot:
        await pilot.press("a")
        await wait_for(pilot, "The middle lies between 2 and 4: choose a level, or s records the")
        assert path.read_bytes() == before
        await pilot.press("4")
        await level_is(pilot, stage, path, 4)


@SIZES
async def test_another_level_needs_a_reason(stage: Stage, size: tuple[int, int]) -> None:
    """A year later somebody asks why."""
    path = stage.keep(held(stage, SPREAD))
    async with stage.open(path, size) as pilot:
        await pilot.press("4")
        await wait_for(pilot, "Why 4, and not the median of the votes, 3")
        await pilot.press("enter")
        await wait_for(pilot, "A reason is needed")
        assert rating(stage, path).level is None
        await write(pilot, "[seen] in May\n")
        await level_is(pilot, stage, path, 4)
    assert rating(stage, path).reason == "[seen] in May"


async def test_escape_from_the_reason_changes_nothing(stage: Stage) -> None:
    """Looking is no answer."""
    path = stage.keep(held(stage, SPREAD))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await pilot.press("4", "x", "escape")
        await wait_for(pilot, "Round 1 revealed")
    assert path.read_bytes() == before


async def test_a_reason_can_be_put_right(stage: Stage) -> None:
    """The same digit again shows what was written."""
    path = stage.keep(held(stage, SPREAD).with_level("welcome", 4, NOW, "seen"))
    async with stage.open(path) as pilot:
        await pilot.press("left", "4")
        await wait_until(pilot, lambda: "seen" in window(pilot.app))
        await write(pilot, " in May\n")
        await wait_until(pilot, lambda: rating(stage, path).reason == "seen in May")


async def test_the_median_by_its_digit_needs_no_reason(stage: Stage) -> None:
    """Whoever looks at the level presses its digit."""
    path = stage.keep(held(stage, SPREAD))
    async with stage.open(path) as pilot:
        await pilot.press("3")
        await level_is(pilot, stage, path, 3)


@SIZES
async def test_a_split_is_recorded_and_undone(stage: Stage, size: tuple[int, int]) -> None:
    """Two camps are a finding; an average would hide it."""
    path = stage.keep(held(stage, SPLIT))
    async with stage.open(path, size) as pilot:
        await pilot.press("s")
        await wait_until(pilot, lambda: rating(stage, path).left_open == "split")
        await wait_for(pilot, "Split: no level agreed · round 1: 0 4 0 4 0")
        assert "0 of 4 · 1 open" in screen_text(pilot.app)[0]
        await pilot.press("u")
        await wait_until(pilot, lambda: rating(stage, path).left_open is None)
        await wait_for(pilot, "Round 1 revealed: split in two")


async def test_footer_and_palette_offer_only_what_works(stage: Stage) -> None:
    """Of a tie nothing can be accepted, and after three rounds nobody votes; the keys still say why."""
    path = stage.keep(held(stage, SPLIT, SPLIT, SPLIT))
    async with stage.open(path) as pilot:
        keys = screen_text(pilot.app)[-1]
        assert [each for each in ("a Accept", "v Vote", "s Split", "p Park") if each in keys] == [
            "s Split",
            "p Park",
        ]
        await pilot.press("a")
        await wait_for(pilot, "The middle lies between 2 and 4")
        await pilot.press("v")
        await wait_for(pilot, "3 rounds are enough: s records the split, p parks it.")
        await pilot.press("colon")
        await wait_for(pilot, "Search for commands")
        await pilot.press(*"accept")
        await wait_for(pilot, "No command has this name.")
        await pilot.press("escape", "p", "u", "u")
        await wait_for(pilot, "There is nothing to take back.")
        assert "v Vote" not in screen_text(pilot.app)[-1]


async def test_there_is_no_split_where_all_agree(stage: Stage) -> None:
    """The list of splits is for those to come back to."""
    path = stage.keep(held(stage, (0, 0, 9, 0, 0)))
    async with stage.open(path) as pilot:
        assert "s Split" not in screen_text(pilot.app)[-1]
        await pilot.press("s")
        await wait_for(pilot, "All voted for 3: there is no split to record.")
        assert rating(stage, path).left_open is None


async def test_anything_can_be_parked_and_taken_up_again(stage: Stage) -> None:
    """Lunch is ready; the question is not lost."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("p")
        await wait_until(pilot, lambda: rating(stage, path).left_open == "parked")
        await wait_for(pilot, "Parked for later")
        await pilot.press("2")
        await level_is(pilot, stage, path, 2)
    assert rating(stage, path).left_open is None


@pytest.mark.parametrize("key", ["a", "s"])
async def test_without_votes_there_is_nothing_to_accept_or_to_split(stage: Stage, key: str) -> None:
    """The key says how votes come about."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press(key)
        await wait_for(pilot, "The room has not voted yet: v passes the laptop, t types the")
    assert stage.read(path).ratings == {}


async def test_three_rounds_are_enough_and_what_moved_is_said(stage: Stage) -> None:
    """After the third talk the group decides otherwise."""
    path = stage.keep(held(stage, (4, 0, 0, 0, 5)))
    async with stage.open(path) as pilot:
        await pilot.press("t", *"0 4 0 5 0".replace(" ", ""), "enter")
        await wait_for(pilot, "Round 2 revealed: spread")
        assert "The median went from 5 to 4, the range from 1–5 to" in seen(pilot.app)
        assert "Round 1: 4 0 0 0 5" in seen(pilot.app)
        await pilot.press("t", *"00450", "enter")
        await wait_for(pilot, "Round 3 revealed: neighbouring levels")
        for key in ("v", "t"):
            await pilot.press(key)
            await wait_for(pilot, "3 rounds are enough: a accepts 4, s records the split, p parks it.")
        assert len(rating(stage, path).rounds) == 3
        await pilot.press("a")
        await level_is(pilot, stage, path, 4)


async def test_undo_takes_a_revealed_round_back(stage: Stage) -> None:
    """Somebody typed another practice's hands."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("t", *"02511", "enter")
        await wait_until(pilot, lambda: rating(stage, path).rounds == (SPREAD,))
        await pilot.press("u")
        await wait_until(pilot, lambda: rating(stage, path).rounds == ())
        assert "revealed" not in seen(pilot.app)
        assert "under way" not in seen(pilot.app)


async def test_a_rated_practice_can_be_voted_on_again(stage: Stage) -> None:
    """The group doubts its first answer; the new round is looked at although a level stands."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("left", "t", *"02511", "enter")
        await wait_for(pilot, "Round 1 revealed: spread")
        assert rating(stage, path).level == 2
        await pilot.press("right", "left")
        await wait_for(pilot, "Rated 2 Begun · round 1: 0 2 5 1 1, median 3")


async def test_a_level_straight_from_the_talk_is_one_key_as_before(stage: Stage) -> None:
    """Where the group has agreed without a vote, nobody is sent through one."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("4")
        await level_is(pilot, stage, path, 4)
    assert rating(stage, path).rounds == ()


async def test_a_quick_hand_rates_the_next_practice_at_once(stage: Stage) -> None:
    """Right after a reveal a digit is taken for a vote that comes late, but not on another practice."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await clock_of(pilot)  # it stands still: all keys come within a moment
        await pilot.press(*"t2333", "enter", "a", "right", "4")
        await wait_until(pilot, lambda: stage.level(path, "farewell") == 4)
    assert stage.level(path, "welcome") == 3


async def test_confidence_goes_round(stage: Stage) -> None:
    """How sure the group is, beside what it said."""
    path = stage.keep(stage.rated(welcome=2))
    async with stage.open(path) as pilot:
        await pilot.press("left")
        for sure in ("low", "medium", "high"):
            await pilot.press("c")
            await wait_for(pilot, f"confidence {sure}")
        await wait_until(pilot, lambda: rating(stage, path).confidence == "high")
        await pilot.press("c")
        await wait_until(pilot, lambda: rating(stage, path).confidence is None)
        assert "confidence" not in seen(pilot.app)


async def test_confidence_needs_a_level(stage: Stage) -> None:
    """Nobody is sure of nothing."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await pilot.press("c")
        await wait_for(pilot, "Agree on a level first")
    assert stage.read(path).ratings == {}
