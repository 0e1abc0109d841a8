"""Working on the roadmap: every change is on the screen, on disk, and taken back exactly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import OwnInitiative, PlannedStep, RoadmapRecord
from culture_tui.tui.screens.projected import ProjectedDialog
from culture_tui.tui.screens.roadmap import RoadmapScreen
from culture_tui.tui.screens.step_dialog import StepDialog
from culture_tui.tui.screens.text import TextDialog
from pilot.reading import screen_text, seen, wait_for, wait_until, window, write
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, final
from support import step

GREET, ALOUD, HALL = "greet-at-the-door", "say-it-aloud", "rebuild-the-hall"
NOTE = "[post-mortem] \u0645\u0631\u062d\u0628\u0627"


async def roadmap(pilot: Pilot[None]) -> None:
    """Go from scoring to the roadmap."""
    await pilot.press("m")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, RoadmapScreen))
    await pilot.pause()


def kept(stage: Stage, path: Path) -> RoadmapRecord:
    """The roadmap on disk."""
    record = stage.read(path).roadmap
    return record or RoadmapRecord(start=date(2027, 1, 1), quarters=1, capacity=(0.0,))


def dropped(stage: Stage, path: Path) -> bool:
    """Whether the greeting is given up on disk."""
    return on_disk(stage, path, GREET) == PlannedStep(quarter=1, status="dropped")


def on_disk(stage: Stage, path: Path, key: str) -> PlannedStep | None:
    """A step on disk."""
    return kept(stage, path).steps.get(key)


def planned(
    stage: Stage,
    steps: Mapping[str, PlannedStep],
    own: Mapping[str, OwnInitiative] | None = None,
    capacity: tuple[float, ...] = (20.0, 20.0, 20.0),
) -> Assessment:
    """Everything at level 2, with this roadmap."""
    record = RoadmapRecord(
        start=date(2027, 1, 1), quarters=len(capacity), capacity=capacity, steps=steps, own=own or {}
    )
    return stage.all_rated().model_copy(update={"roadmap": record})


def with_greeting(stage: Stage, greeting: PlannedStep) -> Assessment:
    """A roadmap of two steps, the greeting first."""
    return planned(stage, {GREET: greeting, ALOUD: PlannedStep(quarter=3, pinned=True)})


def section(pilot: Pilot[None], heading: str) -> list[str]:
    """The rows on the screen below a heading, squeezed, up to the next quarter."""
    rows = [" ".join(row.split()) for row in screen_text(pilot.app)]
    at = next(index for index, row in enumerate(rows) if row.startswith(heading))
    below = rows[at + 1 :]
    end = next((index for index, row in enumerate(below) if row.startswith(("Q", "Did not"))), len(below))
    return below[:end]


@pytest.mark.parametrize("keys", [("greater_than_sign", "less_than_sign"), ("shift+right", "shift+left")])
async def test_a_key_moves_a_step_a_quarter_on_and_back(stage: Stage, keys: tuple[str, str]) -> None:
    """“Not before the summer” is one key, stays where it was put, and is on disk."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press(keys[0])
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=2, pinned=True))
        assert section(pilot, "Q2 2027") == ["■ Greet at the door (Front desk lead) 4 d", "pinned"]
        await pilot.press(keys[1], keys[1])
        await wait_for(pilot, "There is no quarter before this one.")
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1, pinned=True))
        await pilot.press("escape", "m")
        await pilot.pause()
        assert section(pilot, "Q1 2027")[0] == "■ Greet at the door (Front desk lead) 4 d"


async def test_a_moved_step_keeps_the_cursor_and_undo_goes_back_to_it(stage: Stage) -> None:
    """Who moves three quarters on presses one key three times; who was wrong presses u three times."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        before = kept(stage, path)
        await pilot.press("greater_than_sign", "greater_than_sign", "greater_than_sign")
        await wait_for(pilot, "This is the last quarter.")
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=3, pinned=True))
        await pilot.press("home", "u", "u", "s")
        await wait_until(
            pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1, status="started")
        )
        await pilot.press("u")
        await wait_until(pilot, lambda: kept(stage, path) == before)


async def test_what_did_not_fit_can_be_put_into_the_plan(stage: Stage) -> None:
    """The management may want what the days do not allow; then it is over-full, and says so."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("end", "less_than_sign")
        await wait_until(pilot, lambda: on_disk(stage, path, HALL) == PlannedStep(quarter=6, pinned=True))
        await wait_for(pilot, "9000 of 20 days ▲ 8980 over")
        assert "Did not fit" not in seen(pilot.app)
        await pilot.press("u")
        await wait_for(pilot, "Did not fit")


async def test_a_key_goes_round_the_statuses(stage: Stage) -> None:
    """At the review each step is ticked off with a key, and a dropped one comes back with it."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        for mark, status in (("▸", "started"), ("✓", "done")):
            await pilot.press("s")
            await wait_for(pilot, f"{mark} Greet at the door")
            assert section(pilot, "Q1 2027")[1] == status
        await pilot.press("s")
        await wait_for(pilot, "Dropped (s takes one back) ✗ Greet at the door Q1 2027")
        assert section(pilot, "Q1 2027") == []
        await pilot.press("R")
        await wait_for(pilot, "Nothing moved")
        await wait_until(
            pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1, status="dropped")
        )
        await pilot.press("s")
        await wait_for(pilot, "● Greet at the door")


async def test_a_window_takes_everything_about_a_step_and_saves_while_it_is_written(stage: Stage) -> None:
    """Nobody presses a key to save: what was typed is on disk while the window is still open."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("e", "ctrl+u", "2", "tab", "tab")
        await write(pilot, "[ops] lead\n")
        await write(pilot, "2027-05-31")
        await pilot.press("tab")
        await write(pilot, f"{NOTE}\nline two")
        wanted = PlannedStep(
            quarter=2, pinned=True, owner="[ops] lead", due=date(2027, 5, 31), note=f"{NOTE}\nline two"
        )
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == wanted)
        assert isinstance(pilot.app.screen, StepDialog)
        await pilot.press("escape")
        await wait_for(pilot, "■ Greet at the door [ops] lead")
        assert section(pilot, "Q2 2027")[1].startswith(f"due 2027-05-31 · pinned · “{NOTE} line two”"[:40])
        await pilot.press("u")
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1))


async def test_closing_a_window_loses_nothing(stage: Stage) -> None:
    """Esc right behind the last letter is how everybody closes a window."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("e", "tab", "tab", *"Maria", "escape")
        await wait_for(pilot, "● Greet at the door Maria")
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1, owner="Maria"))


async def test_two_windows_are_taken_back_one_by_one(stage: Stage) -> None:
    """To take back the due date is not to lose the owner of an hour ago."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        for letter in "ab":
            await pilot.press("e", "tab", "tab", letter, "escape")
            await pilot.pause()
        await wait_for(pilot, "● Greet at the door ab")
        await pilot.press("u")
        await wait_for(pilot, "● Greet at the door a")
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1, owner="a"))


@pytest.mark.parametrize(
    ("keys", "typed", "said"),
    [
        ((), "0", "The quarter must be one of the roadmap: a number from 1 to 3"),
        ((), "99", "The quarter must be one of the roadmap: a number from 1 to 3"),
        (("tab", "tab", "tab"), "2026-02-30", "The calendar has no day 2026-02-30"),
        (("tab", "tab", "tab"), "soon", "The due date must look like 2027-03-31, or be empty"),
        (("tab", "tab"), "x" * 301, "Longer than 300 characters"),
    ],
)
@pytest.mark.parametrize("size", [SMALL, TERMINAL])
async def test_what_does_not_fit_is_said_and_the_window_stays_once(
    stage: Stage, keys: tuple[str, ...], typed: str, said: str, size: tuple[int, int]
) -> None:
    """A date that was lost in silence would be missed in spring; nobody is locked in either."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path, size) as pilot:
        await roadmap(pilot)
        await pilot.press("e", *keys, "ctrl+u")
        pilot.app.copy_to_clipboard(typed)
        await pilot.press("ctrl+v", "escape")
        await wait_until(pilot, lambda: said in window(pilot.app))
        assert "Esc again leaves without it." in window(pilot.app)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, RoadmapScreen))
    assert on_disk(stage, path, GREET) == PlannedStep(quarter=1)


async def test_a_wrong_field_is_told_once_it_is_left_and_the_others_are_kept(stage: Stage) -> None:
    """Nobody is told off in the middle of a date, and the owner does not wait for it."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("e", "tab", "tab", *"Maria", "tab", *"2027-02-3")
        await wait_until(pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1, owner="Maria"))
        assert "The due date must" not in window(pilot.app)
        await pilot.press("tab")
        await wait_until(pilot, lambda: "The due date must look like" in window(pilot.app))
        await pilot.press("shift+tab", "backspace", *"28")
        await pilot.press("tab")
        await wait_until(pilot, lambda: "The due date must" not in window(pilot.app))


async def test_a_long_note_is_kept_whole(stage: Stage) -> None:
    """Minutes are pasted into notes."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path, SMALL) as pilot:
        await roadmap(pilot)
        pilot.app.copy_to_clipboard("x" * 10_000)
        await pilot.press("e", "tab", "tab", "tab", "tab", "ctrl+v", "escape")
        await wait_for(pilot, "“xxxxx")
        await wait_until(
            pilot, lambda: (on_disk(stage, path, GREET) or PlannedStep(quarter=1)).note == "x" * 10_000
        )
        await pilot.press("enter")
        await wait_for(pilot, "Note: xxxxx")


async def add_mirror(pilot: Pilot[None]) -> None:
    """Add a step that lifts a practice, found by a part of its title."""
    await pilot.press("a")
    await write(pilot, "Mirror [big]")
    await pilot.press(*["tab"] * 5, "ctrl+u", "3", "tab", "ctrl+u", "2", "tab")
    await write(pilot, "fare")
    await wait_until(pilot, lambda: "Farewell" in window(pilot.app))
    await pilot.press("enter")


async def test_a_step_of_ones_own_is_added_planned_with_and_taken_back(stage: Stage) -> None:
    """The best ideas come from the room; they count like those of the model."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        before = kept(stage, path)
        await add_mirror(pilot)
        wanted = OwnInitiative(
            title="Mirror [big]", steps=(step("farewell", 2, 3),), effort_days=3.0, weeks=2
        )
        await wait_until(pilot, lambda: dict(kept(stage, path).own) == {"own-mirror-big": wanted})
        await pilot.press("escape")
        await wait_for(pilot, "◆ Mirror [big]")
        assert section(pilot, "Q1 2027")[1:] == ["◆ Mirror [big] 3 d", "own step"]
        await wait_for(pilot, "Q1 2027 7 of 20 days")
        await pilot.press("R", "d")
        await wait_for(pilot, "Lifts: Farewell 2→3")
        await pilot.press("escape", "u", "u")
        await wait_until(pilot, lambda: kept(stage, path) == before)
        assert "Mirror" not in seen(pilot.app)


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_an_own_step_is_removed_and_comes_back(stage: Stage, key: str) -> None:
    """A slip of the finger costs nothing."""
    own = {"own-mirror": OwnInitiative(title="Mirror", effort_days=1.0, weeks=1)}
    path = stage.keep(planned(stage, {"own-mirror": PlannedStep(quarter=1, note="n")}, own))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        rows = section(pilot, "Q1 2027")
        await pilot.press(*["down"] * [row for row in rows if row[0] in "●◆"].index("◆ Mirror 1 d"), key)
        await wait_for(pilot, "Removed: Mirror. u takes it back.")
        await wait_until(pilot, lambda: not kept(stage, path).own)
        assert on_disk(stage, path, "own-mirror") is None
        await pilot.press("d")
        await wait_until(pilot, lambda: window(pilot.app).startswith("Say the mission aloud"))
        await pilot.press("escape")
        await pilot.press("u")
        await wait_for(pilot, "◆ Mirror")
        await wait_until(
            pilot, lambda: on_disk(stage, path, "own-mirror") == PlannedStep(quarter=1, note="n")
        )


async def test_a_step_of_the_model_is_dropped_instead_and_stays_dropped(stage: Stage) -> None:
    """What was decided against does not come back by itself when the plan is opened again."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("delete")
        await wait_for(pilot, "Dropped: Greet at the door. s or u takes it back.")
        await wait_for(pilot, "Q1 2027 0 of 20 days")
        await pilot.press("escape", "m")
        await wait_for(pilot, "✗ Greet at the door")
        await wait_until(
            pilot, lambda: on_disk(stage, path, GREET) == PlannedStep(quarter=1, status="dropped")
        )


async def test_an_own_step_without_a_title_is_not_made(stage: Stage) -> None:
    """Who opens the window and closes it again has added nothing."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        before = kept(stage, path)
        await pilot.press("plus", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, RoadmapScreen))
        await pilot.press("a", "tab", "tab", "tab", "x", "escape")
        await wait_until(pilot, lambda: "The step needs a title" in window(pilot.app))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, RoadmapScreen))
    assert kept(stage, path) == before


async def test_planning_anew_keeps_what_is_settled_and_says_what_moved(stage: Stage) -> None:
    """One sentence tells the room what the new plan did to the old one."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("R")
        await wait_for(pilot, "Nothing moved: the plan fits the ratings as it is.")
        await pilot.press("greater_than_sign", "p", "R")
        await wait_for(pilot, "1 step moved, 1 stayed.")
        await pilot.press("greater_than_sign")
        await wait_for(pilot, "■ ")
        await pilot.press("c", "home", "ctrl+k", "4", "enter", "enter")
        await wait_for(pilot, "no longer fits")
        pinned = [each for each in kept(stage, path).steps.values() if each.pinned]
        assert pinned == [PlannedStep(quarter=2, pinned=True)]


async def test_undo_gives_the_plan_of_before_a_rating_back_exactly(stage: Stage) -> None:
    """The plan follows the ratings by itself; a rating taken back brings its plan back, edits and all."""
    path = stage.keep(stage.all_rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("e", "tab", "tab", *"Maria", "escape")
        await wait_until(pilot, lambda: "Maria" in {each.owner for each in kept(stage, path).steps.values()})
        before = kept(stage, path)
        await pilot.press("escape", "right", "right", "4", "m")
        await wait_until(pilot, lambda: kept(stage, path) != before)
        assert "Maria" in {each.owner for each in kept(stage, path).steps.values()}
        await pilot.press("u")
        await wait_until(pilot, lambda: kept(stage, path) == before)
        assert "Taken back: a change on another screen." in seen(pilot.app) or "Maria" in seen(pilot.app)


@pytest.mark.parametrize("size", [SMALL, TERMINAL, LARGE])
async def test_the_projected_profile_is_one_key_away(stage: Stage, size: tuple[int, int]) -> None:
    """Today beside then, with what lifts it and how much of it was rated."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1, pinned=True)))
    async with stage.open(path, size) as pilot:
        await roadmap(pilot)
        await pilot.press("v")
        await wait_until(pilot, lambda: "Projected profile after Q1 2027" in window(pilot.app))
        said = window(pilot.app)
        assert "score 2.0 → 2.3, from 4 of 4 rated." in said
        assert "2.0 → 2.5" in said
        assert "lifted by Greet at the door" in said
        heads, care = (
            next(row for row in screen_text(pilot.app) if text in row) for text in ("Dimension", "Care for")
        )
        assert heads.index("score") + len("score") == care.index("2.5") + len("2.5")
        assert "Say the mission aloud" not in said
        await pilot.press("right", "right")
        await wait_until(pilot, lambda: "after Q3 2027" in window(pilot.app))
        if size != SMALL:
            assert "lifted by Say the mission aloud" in window(pilot.app)
        await pilot.press("left", "escape", "home", "enter")
        await wait_until(pilot, lambda: "Projected profile after Q1 2027" in window(pilot.app))


async def test_a_click_goes_there_and_a_second_one_opens(stage: Stage) -> None:
    """The mouse reads the plan as the keys do."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1, pinned=True)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        rows = screen_text(pilot.app)
        aloud = next(at for at, row in enumerate(rows) if "Say the mission" in row)
        heading = next(at for at, row in enumerate(rows) if row.strip().startswith("Q2 2027"))
        await pilot.click(offset=(10, aloud))
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoadmapScreen)
        await pilot.press("s")
        await wait_for(pilot, "▸ Say the mission aloud")
        await pilot.click(offset=(10, aloud))
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, TextDialog))
        await pilot.press("escape")
        await pilot.click(offset=(10, heading))
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoadmapScreen)
        await pilot.click(offset=(10, heading))
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ProjectedDialog))


async def test_what_is_over_full_overdue_or_too_early_is_marked_in_words(stage: Stage) -> None:
    """Nothing is moved behind anybody's back; it is said, and readable without a colour."""
    text = stage.model.path.read_text("utf-8")
    stage.add_model(
        "harbour", text.replace('owner_role = "Front', 'needs = ["say-it-aloud"]\nowner_role = "Front')
    )
    steps = {
        GREET: PlannedStep(quarter=1, pinned=True, due=date(2020, 1, 1)),
        ALOUD: PlannedStep(quarter=2, pinned=True, due=date(2199, 1, 1)),
    }
    path = stage.keep(planned(stage, steps, capacity=(3.0, 5.0)))
    async with stage.open(path, LARGE) as pilot:
        await roadmap(pilot)
        await wait_for(pilot, "Q1 2027 4 of 3 days ▲ 1 over then level 2, score 2.3")
        assert section(pilot, "Q1 2027")[1] == (
            "▲ before what it needs: Say the mission aloud · ▲ overdue since 2020-01-01 · pinned"
        )
        assert section(pilot, "Q2 2027")[1] == "due 2199-01-01 · pinned"
    assert dict(kept(stage, path).steps) == steps


async def test_a_step_that_the_model_lost_is_shown_by_its_id_and_can_be_removed(stage: Stage) -> None:
    """A newer model does not erase what was agreed with an older one; people may."""
    gone = PlannedStep(quarter=2, owner="Lead", note="n")
    path = stage.keep(planned(stage, {"old-habit": gone}))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await wait_for(pilot, "No longer in the model ● old-habit Q2 2027")
        await wait_until(pilot, lambda: on_disk(stage, path, "old-habit") == gone)
        await pilot.press("end", "d")
        await wait_for(pilot, "The model no longer has this initiative; the step is kept.")
        await pilot.press("escape", "e", "escape", "delete")
        await wait_for(pilot, "Removed: old-habit.")
        await wait_until(pilot, lambda: on_disk(stage, path, "old-habit") is None)


async def test_a_heading_has_no_owner_or_status_and_says_so(stage: Stage) -> None:
    """A key that does nothing in silence looks broken."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("home", "s")
        await wait_for(pilot, "Go to a step of the plan first.")
        await pilot.press("e")
        await wait_for(pilot, "Go to a step first.")
        await pilot.press("greater_than_sign")
        await wait_for(pilot, "Only a step of the plan can be moved.")


@pytest.mark.parametrize("key", ["e", "s", "a", "R", "greater_than_sign", "delete", "u"])
async def test_nothing_of_a_final_roadmap_changes_and_everything_can_be_read(stage: Stage, key: str) -> None:
    """What was handed in stays as it was handed in."""
    path = stage.keep(final(with_greeting(stage, PlannedStep(quarter=1))))
    before = path.read_bytes()
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoadmapScreen)
        await pilot.press("v")
        await wait_until(pilot, lambda: "lifted by Greet" in window(pilot.app))
        await pilot.press("escape", "d")
        await wait_for(pilot, "Done when:")
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", [SMALL, TERMINAL, LARGE])
@pytest.mark.parametrize("quarters", [1, 12])
async def test_one_quarter_without_days_and_twelve_can_be_planned(
    stage: Stage, quarters: int, size: tuple[int, int]
) -> None:
    """The ends of the range are where a screen breaks."""
    path = stage.keep(planned(stage, {}, capacity=(0.0,) * quarters))
    async with stage.open(path, size) as pilot:
        await roadmap(pilot)
        await wait_for(pilot, "Q1 2027 0 of 0 days")
        await pilot.press("end")
        await wait_for(pilot, "Did not fit")
        assert "Greet at the door" in seen(pilot.app)
        await pilot.press("v", "escape", "x")
        await wait_for(pilot, "Written to")


async def test_with_nothing_rated_there_is_no_plan_but_a_place_for_ideas(stage: Stage) -> None:
    """The first idea may come before the first rating."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await wait_for(pilot, "Nothing is rated yet, so there is nothing to plan.")
        await pilot.press("v")
        await wait_for(pilot, "Nothing is rated yet, so nothing is promised.")
        await pilot.press("escape", "a", *"Idea", "escape")
        await wait_for(pilot, "◆ Idea")


async def test_with_everything_at_the_top_the_screen_says_that_nothing_is_to_do(stage: Stage) -> None:
    """An empty list would look like a fault."""
    path = stage.keep(stage.rated(welcome=5, farewell=5, mission=5, vision=5))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await wait_for(pilot, "Everything rated stands at its target, so there is nothing to plan.")


async def test_pulse_mode_says_why_there_is_no_roadmap_and_which_key_helps(stage: Stage) -> None:
    """Twelve answers are too few to plan from; a full workshop's plan is not thrown away either."""
    of = stage.all_rated()
    pulse = of.model_copy(
        update={"workshop": of.workshop.model_copy(update={"mode": "pulse"}), "ratings": {}}
    )
    path = stage.keep(pulse)
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await wait_for(pilot, "Pulse mode: a roadmap needs rated practices.")
        await pilot.press("R", "a", "v", "e", "delete")
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoadmapScreen)
    assert stage.read(path).roadmap is None


@pytest.mark.parametrize("size", [SMALL, TERMINAL])
async def test_an_over_full_quarter_is_told_in_whole_on_any_screen(
    stage: Stage, size: tuple[int, int]
) -> None:
    """The days that are too many are what the room must decide on."""
    steps = {GREET: PlannedStep(quarter=1, pinned=True), "own-mirror": PlannedStep(quarter=1)}
    own = {"own-mirror": OwnInitiative(title="Mirror", effort_days=5.0, weeks=20)}
    path = stage.keep(planned(stage, steps, own, capacity=(2.5, 20.0)))
    async with stage.open(path, size) as pilot:
        await roadmap(pilot)
        await wait_for(pilot, "Q1 2027 6.5 of 2.5 days ▲ 4 over then level 2")
        assert "◆ Mirror 5 d 2.5 of 5 days fall in this quarter" in seen(pilot.app)
        assert ("2.5 from before" in seen(pilot.app)) == (size == TERMINAL)


async def test_under_no_colour_a_heading_and_a_step_are_told_apart_by_the_cursor(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a colour the signs, the words and the cursor's line carry everything."""
    monkeypatch.setenv("NO_COLOR", "1")
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1, pinned=True)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        await pilot.press("home")
        await pilot.pause()
        heading = next(at for at, row in enumerate(screen_text(pilot.app)) if "Q1 2027" in row)
        styles = [pilot.app.screen.get_style_at(3, heading + below) for below in (0, 1)]
        assert [style.underline or style.reverse or False for style in styles] == [True, False]
        await wait_for(pilot, "■ Greet at the door")


async def test_a_heading_under_the_cursor_can_be_read(stage: Stage) -> None:
    """The headings have the cursor's own colour, which must not swallow them."""
    path = stage.keep(with_greeting(stage, PlannedStep(quarter=1, pinned=True)))
    async with stage.open(path) as pilot:
        await roadmap(pilot)
        heading = next(at for at, row in enumerate(screen_text(pilot.app)) if "Q1 2027" in row)
        resting = pilot.app.screen.get_style_at(3, heading)
        await pilot.press("home")
        await pilot.pause()
        chosen = pilot.app.screen.get_style_at(3, heading)
        assert chosen.bgcolor != resting.bgcolor
        assert chosen.color != chosen.bgcolor
        await pilot.press("down")
        await pilot.pause()
        assert pilot.app.screen.get_style_at(3, heading) == resting
