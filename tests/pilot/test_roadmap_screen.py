"""Roadmap: what to do in which quarter, following the ratings, and kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.domain.records import PlannedStep, RoadmapRecord
from culture_tui.tui.screens.roadmap import RoadmapScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, window, write
from pilot.stage import LARGE, SMALL, Stage, final, settle

GREET, ALOUD = "greet-at-the-door", "say-it-aloud"


async def roadmap(pilot: Pilot[None]) -> None:
    """Go from scoring to the roadmap."""
    await pilot.press("m")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, RoadmapScreen))
    await pilot.pause()


def record(stage: Stage, path: Path) -> RoadmapRecord | None:
    """The roadmap on disk."""
    return stage.read(path).roadmap


def steps(stage: Stage, path: Path) -> dict[str, PlannedStep]:
    """The steps on disk."""
    kept = record(stage, path)
    return {} if kept is None else dict(kept.steps)


async def is_planned(pilot: Pilot[None], stage: Stage, path: Path, *keys: str) -> None:
    """Wait until just these initiatives are in the plan on disk."""
    await wait_until(pilot, lambda: sorted(steps(stage, path)) == sorted(keys))


async def test_the_roadmap_is_planned_and_kept(stage: Stage) -> None:
    """The group sees next quarter's work while it is still in the room, and it is on disk."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await is_planned(pilot, stage, path, GREET, ALOUD)
        kept = record(stage, path)
        assert kept is not None
        assert kept.start == date(2027, 1, 1)
        rows = [" ".join(row.split()) for row in screen_text(pilot.app)]
        first = next(at for at, row in enumerate(rows) if row.startswith("Q1 2027"))
        assert rows[first].startswith("Q1 2027 9 of 20 days")
        assert sorted(rows[first + 1 : first + 3]) == [
            "● Greet at the door (Front desk lead) 4 d",
            "● Say the mission aloud (Director) 5 d",
        ]


async def test_what_does_not_fit_is_listed_with_its_reason(stage: Stage) -> None:
    """An idea that silently vanished from the plan would be asked for by its author."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, LARGE) as pilot:
        await roadmap(pilot)
        rows = [" ".join(row.split()) for row in screen_text(pilot.app)]
        at = rows.index("Did not fit")
        assert rows[at + 1] == "Rebuild the hall no room left within the days a quarter"


@pytest.mark.parametrize("size", [(80, 24), LARGE])
async def test_the_summary_stands_right_above_the_first_quarter(stage: Stage, size: tuple[int, int]) -> None:
    """Where it leads and where it begins are read together."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, size) as pilot:
        await roadmap(pilot)
        rows = [row for row in screen_text(pilot.app)[1:5] if row]
        assert rows[0].strip().startswith("Today level 2 Begun, score 2.0. After 6 quarters level")
        assert any(row.strip().startswith("Q1 2027") for row in rows)


async def test_the_plan_follows_a_rating_that_has_changed(stage: Stage) -> None:
    """A roadmap for yesterday's ratings would waste a quarter."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await is_planned(pilot, stage, path, GREET, ALOUD)
        await pilot.press("escape", "4")
        await roadmap(pilot)
        await is_planned(pilot, stage, path, ALOUD)
        assert "Greet at the door" not in seen(pilot.app)


async def test_an_owner_is_kept_and_shown(stage: Stage) -> None:
    """A step without a name beside it is nobody's."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("o")
        await write(pilot, "[ops] lead\n")
        await wait_until(pilot, lambda: "[ops] lead" in {each.owner for each in steps(stage, path).values()})
        await wait_for(pilot, "[ops] lead")
        await pilot.press("o")
        await settle(pilot)
        assert "[ops] lead" in window(pilot.app)


async def test_an_owner_goes_to_the_step_that_the_cursor_is_on(stage: Stage) -> None:
    """The wrong name beside a step is worse than none."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("down", "o")
        await write(pilot, "Lead\n")
        await wait_until(pilot, lambda: "Lead" in {each.owner for each in steps(stage, path).values()})
        title = {GREET: "Greet at the door", ALOUD: "Say the mission aloud"}
        (owned,) = [key for key, each in steps(stage, path).items() if each.owner == "Lead"]
        assert f"● {title[owned]} Lead" in seen(pilot.app)
        rows = [row for row in screen_text(pilot.app) if row.startswith(" ●")]
        assert [("Lead" in row) for row in rows] == [False, True]


async def test_what_is_not_in_the_plan_has_no_owner_and_says_so(stage: Stage) -> None:
    """A key that does nothing in silence looks broken."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("end", "o")
        await wait_for(pilot, "Only what is in the plan can have an owner.")


async def test_a_pinned_step_stays_when_the_ratings_change(stage: Stage) -> None:
    """What was promised to the management does not move by itself."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await is_planned(pilot, stage, path, GREET, ALOUD)
        await pilot.press("p", "down", "p")
        await wait_until(pilot, lambda: all(each.pinned for each in steps(stage, path).values()))
        await wait_for(pilot, "■ Greet at the door")
        await pilot.press("escape", "4")
        await roadmap(pilot)
        assert "■ Greet at the door" in seen(pilot.app)
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 4)
        assert sorted(steps(stage, path)) == [GREET, ALOUD]
        await pilot.press("p")
        await wait_until(pilot, lambda: not all(each.pinned for each in steps(stage, path).values()))


async def test_less_capacity_is_planned_for_at_once(stage: Stage) -> None:
    """The first question of every management: what if we have half the days."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await is_planned(pilot, stage, path, GREET, ALOUD)
        await pilot.press("c", "home", "ctrl+k", "5", "enter", "home", "ctrl+k", "2", "enter")
        await wait_for(pilot, "Q1 2027 4 of 5 days")
        await wait_for(pilot, "Q2 2027 5 of 5 days")
        kept = record(stage, path)
        assert kept is not None
        assert (kept.capacity, kept.quarters) == ((5.0, 5.0), 2)
        assert "Q3 2027" not in seen(pilot.app)


async def test_a_shorter_plan_with_a_pinned_step_can_be_opened_again(stage: Stage) -> None:
    """A plan that the program makes must never become a file that it refuses."""
    kept = RoadmapRecord(
        start=date(2027, 1, 1),
        quarters=3,
        capacity=(20.0, 20.0, 20.0),
        steps={GREET: PlannedStep(quarter=3, pinned=True)},
    )
    path = stage.keep(stage.all_rated().model_copy(update={"roadmap": kept}))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("c", "enter", "home", "ctrl+k", "1", "enter")
        await wait_for(pilot, "After 1 quarters")
    after = record(stage, path)
    assert after is not None
    assert after.quarters == 1
    assert GREET in after.steps


@pytest.mark.parametrize(
    ("days", "quarters", "said"),
    [
        ("0", "4", "The days must be"),
        ("nan", "4", "The days must be"),
        ("ten", "4", "The days must be"),
        ("10", "0", "The quarters must be"),
        ("10", "13", "The quarters must be"),
    ],
)
async def test_a_wrong_capacity_is_refused_in_words(
    stage: Stage, days: str, quarters: str, said: str
) -> None:
    """A plan with no days, or of a hundred quarters, is a slip of the finger."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await is_planned(pilot, stage, path, GREET, ALOUD)
        before = record(stage, path)
        await pilot.press("c", "home", "ctrl+k", *days, "enter", "home", "ctrl+k", *quarters, "enter")
        await wait_for(pilot, said)
        await pilot.press("escape")
        await pilot.pause()
    assert record(stage, path) == before


async def test_details_tell_what_an_initiative_is(stage: Stage) -> None:
    """Whoever is to lead it must be able to read what it asks for."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("d")
        await wait_for(pilot, "Done when:")
        said = seen(pilot.app)
        assert "Lifts:" in said
        assert "2→3" in said
        await pilot.press("escape", "enter")
        await wait_for(pilot, "Done when:")
        await pilot.press("escape", "i")
        await wait_for(pilot, "Still open")


@pytest.mark.parametrize("keys", [("p",), ("o",), ("c",), ("u",)])
async def test_the_roadmap_of_a_final_assessment_is_shown_but_never_written(
    stage: Stage, keys: tuple[str, ...]
) -> None:
    """What was handed in stays as it was handed in."""
    path = stage.keep(final(stage.all_rated()))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        assert "final" in screen_text(pilot.app)[0]
        assert screen_text(pilot.app)[-1] == "F Reopen d Details x Export ? Help : Commands"
        await pilot.press(*keys)
        await wait_for(pilot, "It is final. F reopens it.")
        assert "● Greet at the door (Front desk lead)" in seen(pilot.app)
        assert "6 quarters" in seen(pilot.app)
    assert path.read_bytes() == before


async def test_a_small_screen_keeps_initiatives_and_help(stage: Stage) -> None:
    """In a corner of a shared screen the plan can still be read."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path, SMALL) as pilot:
        await roadmap(pilot)
        assert "● Greet at the door" in seen(pilot.app)
        assert "? Help" in screen_text(pilot.app)[-1]
