"""Home: what a person sees first, and the one key that leads on."""

from __future__ import annotations

import pytest

from culture_tui.domain.records import Subject, Workshop
from culture_tui.tui.screens.home import HomeScreen
from culture_tui.tui.screens.problem import ProblemScreen
from culture_tui.tui.screens.setup import SetupScreen
from documents import doc
from pilot.reading import screen_text, seen, wait_for, wait_until
from pilot.stage import LARGE, Stage, final, settle
from support import NOW


async def test_an_empty_workspace_says_the_one_key_to_press(stage: Stage) -> None:
    """Somebody who opens the program for the first time must not have to search."""
    async with stage.open() as pilot:
        said = seen(pilot.app)
        assert "No assessments here yet. n start a workshop" in said
        assert not (stage.home / "data").exists()
        await pilot.press("f")
        await wait_for(pilot, "There is nothing to filter yet.")


async def test_n_starts_a_workshop_with_the_model_that_ships(stage: Stage) -> None:
    """The key that the empty home names does what it says."""
    async with stage.open() as pilot:
        await pilot.press("n")
        await wait_for(pilot, "Organisation")
        assert isinstance(pilot.app.screen, SetupScreen)
        assert screen_text(pilot.app)[0].startswith(" New workshop · Service culture")


async def test_the_workspace_stands_in_the_title(stage: Stage) -> None:
    """A consultant with three clients must see whose folder is open."""
    async with stage.open(size=LARGE) as pilot:
        assert screen_text(pilot.app)[0].split() == ["culture", str(stage.workspace)]


async def test_the_newest_workshop_is_listed_first(stage: Stage) -> None:
    """What a group goes on with is nearly always the last thing it did."""
    for day, name in ((3, "oldest"), (17, "newest"), (9, "middle")):
        at = Workshop(date=NOW.date().replace(day=day))
        kept = stage.all_rated().model_copy(
            update={"workshop": at, "subject": Subject(organisation=f"The {name} bank")}
        )
        stage.keep(kept, f"a-{name}")
    async with stage.open() as pilot:
        rows = [row.split() for row in screen_text(pilot.app) if row.strip().startswith("2026-")]
        assert [row[2] for row in rows] == ["newest", "middle", "oldest"]


async def test_a_line_tells_level_score_coverage_and_whether_it_is_final(stage: Stage) -> None:
    """Which of the saved workshops is unfinished must be visible before it is opened."""
    stage.keep(stage.rated(welcome=2, farewell=3), "a-draft")
    stage.keep(final(stage.all_rated()), "b-final")
    async with stage.open() as pilot:
        rows = [row.split()[-4:] for row in screen_text(pilot.app) if row.strip().startswith("2026-")]
        assert sorted(rows) == [["2", "2.0", "4/4", "final"], ["2", "2.5", "2/4", "draft"]]


@pytest.mark.parametrize("size", [(80, 24), LARGE])
async def test_names_of_columns_stand_right_above_their_lines(stage: Stage, size: tuple[int, int]) -> None:
    """On a projector, a number far from the name of its column cannot be read."""
    stage.keep(stage.all_rated())
    async with stage.open(size=size) as pilot:
        rows = screen_text(pilot.app)
        named = next(number for number, row in enumerate(rows) if row.split()[:3] == ["date", "↓", "about"])
        assert rows[named].index("date") == rows[named + 1].index("2026-11-21")
        assert rows[named].index("score") + len("score") == rows[named + 1].index("2.0") + len("2.0")


async def test_enter_opens_the_assessment_that_the_cursor_is_on(stage: Stage) -> None:
    """Going on with a workshop is one key."""
    stage.keep(stage.rated(welcome=2))
    async with stage.open() as pilot:
        await pilot.press("enter")
        await wait_for(pilot, "How do we part from a guest?")


async def test_a_broken_file_is_listed_and_its_problem_named(stage: Stage) -> None:
    """A file that silently vanished from the list would be believed lost."""
    (stage.assessments / "mailed.toml").write_bytes(doc(value="9"))
    async with stage.open() as pilot:
        listed = next(row for row in screen_text(pilot.app) if "mailed.toml" in row)
        assert listed.split() == ["mailed.toml", "cannot", "be", "read"]
        await pilot.press("enter")
        await wait_for(pilot, "mailed.toml:50:")
        assert isinstance(pilot.app.screen, ProblemScreen)
        said = seen(pilot.app).replace(" ", "")
        assert "mailed.toml:50:ratings.mission.level:" in said
        assert "Nothing on disk was changed." in seen(pilot.app)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_problem_leads_back_home(stage: Stage, key: str) -> None:
    """A bad file from a client is no dead end in front of a group."""
    (stage.assessments / "mailed.toml").write_bytes(doc(value="9"))
    async with stage.open() as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ProblemScreen))
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "cannot be read" in seen(pilot.app)


async def test_a_file_of_a_newer_version_is_named_as_such_and_left_alone(stage: Stage) -> None:
    """A colleague with a newer program must not be told that the file is broken."""
    newer = doc().replace(b"format = 1", b"format = 2")
    path = stage.assessments / "newer.toml"
    path.write_bytes(newer)
    async with stage.open() as pilot:
        await pilot.press("enter")
        await wait_for(pilot, "newer version")
        assert "cannot be used as it is" not in seen(pilot.app)
        assert path.read_bytes() == newer


async def test_an_assessment_whose_model_is_missing_says_which_one(stage: Stage) -> None:
    """The consultant mailed the result and forgot the model: the colleague learns what to ask for."""
    stage.keep(stage.all_rated())
    (stage.models / "harbour.toml").unlink()
    async with stage.open() as pilot:
        await pilot.press("enter")
        await wait_for(pilot, "its model harbour 1.0.0 is not at hand")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_models_are_listed_with_their_practices_also_one_that_cannot_be_read(stage: Stage) -> None:
    """A consultant who drops a model into the folder must see it there, or why not."""
    (stage.models / "broken.toml").write_text("format = 1\n", encoding="utf-8")
    async with stage.open() as pilot:
        rows = [" ".join(row.split()) for row in screen_text(pilot.app)]
        assert rows[rows.index("Models") + 1 :][:6] == [
            "broken.toml cannot be read",
            "Harbour model 1.0.0 4 practices",
            "Service culture 1.0.1 36 practices",
            "A culture that suits its customers 1.0.0 13 practices",
            "Four levers of a service culture 1.0.0 12 practices",
            "Warm service 1.0.0 12 practices",
        ]


async def test_a_model_that_is_chosen_begins_a_workshop_with_it(stage: Stage) -> None:
    """One's own model is as near as the one that ships."""
    async with stage.open() as pilot:
        await pilot.press("home", "enter")
        await wait_for(pilot, "New workshop · Harbour model 1.0.0")


async def test_r_reads_the_folder_again(stage: Stage) -> None:
    """A file that a colleague has just mailed appears without starting anew."""
    async with stage.open() as pilot:
        stage.keep(stage.all_rated())
        await pilot.press("r")
        await settle(pilot)
        assert "2026-11-21" in seen(pilot.app)


async def test_home_shows_what_a_workshop_has_changed(stage: Stage) -> None:
    """The list must not tell the state of an hour ago."""
    stage.keep(stage.rated(welcome=2))
    async with stage.open() as pilot:
        assert "1/4" in seen(pilot.app)
        await pilot.press("enter")
        await wait_for(pilot, "How do we part from a guest?")
        await pilot.press("4", "escape")
        await wait_for(pilot, "2/4")


async def test_home_remembers_where_the_cursor_was(stage: Stage) -> None:
    """Whoever looks into one workshop after the other goes on from where they were."""
    stage.keep(stage.rated(welcome=2), "a-newer")
    earlier = Workshop(date=NOW.date().replace(day=1))
    stage.keep(stage.all_rated().model_copy(update={"workshop": earlier}), "b-older")
    async with stage.open() as pilot:
        await wait_for(pilot, "draft")
        for keys in (("down", "enter"), ("enter",)):
            await pilot.press(*keys)
            await wait_for(pilot, "How do we greet a guest?")
            await pilot.press("escape")
            await wait_for(pilot, "draft")
            await settle(pilot)


async def test_escape_never_quits(stage: Stage) -> None:
    """Somebody who presses Esc once too often must not lose the screen."""
    async with stage.open() as pilot:
        await pilot.press("escape", "escape", "escape")
        await pilot.pause()
        assert pilot.app.is_running
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quitting_is_one_key_where_nothing_would_be_lost(stage: Stage, key: str) -> None:
    """Everything is saved, so nobody needs to be asked."""
    async with stage.open() as pilot:
        await pilot.press(key)
        await wait_until(pilot, lambda: not pilot.app.is_running)
        assert pilot.app.return_code == 0


async def test_a_folder_that_is_read_while_home_is_taken_down_is_no_defect(stage: Stage) -> None:
    """Somebody who leaves at once, before a slow network disk has answered, must not meet a crash."""
    async with stage.open() as pilot:
        await pilot.app.screen.remove_children()
        await pilot.press("r")
        await settle(pilot)
        assert pilot.app.is_running
