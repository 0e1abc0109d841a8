"""Three charts of the same results: each read as a person would, on screens of every size."""

from __future__ import annotations

import sys

import pytest
from textual.pilot import Pilot

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating
from culture_tui.errors import NotWrittenError, Phrase, Problem
from culture_tui.storage.model_files import LoadedModel
from culture_tui.tui.screens.dimension import DimensionScreen
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import LARGE, SMALL, TERMINAL, Stage
from support import assessment, scale

WIDE = (160, 50)
DOTS = frozenset(chr(0x2801 + bits) for bits in range(255))

LEVELS = {"learning-organization": 5, "leader-of-leaders": 1, "true-north": 2, "customer-first": 4}


def flagship_rated(stage: Stage) -> Assessment:
    """Every practice of the model that ships at 3, but some dimensions higher or lower."""
    of = stage.shipped()
    ratings = {
        key: Rating(level=LEVELS.get(each.dimension, 3), rounds=((0, 0, 5, 1, 0),))
        for key, each in of.model.practices.items()
    }
    return of.model_copy(update={"ratings": ratings})


def many(stage: Stage, dimensions: int, levels: int = 5, title: str = "Dimension") -> Assessment:
    """A model with so many dimensions, all rated 2, that the program can open."""
    lines = ["format = 1", 'id = "many"', 'version = "1.0.0"', 'language = "en"', 'title = "Many"']
    for step in scale(levels):
        lines += ["[[scale]]", f"level = {step.level}", f'id = "{step.id}"']
        lines += [f'name = "{step.name}"', 'meaning = "m"']
    lines += ["[parts.whole]", 'title = "The whole"']
    for number in range(1, dimensions + 1):
        lines += [f"[dimensions.d{number}]", 'part = "whole"', f'title = "{title} {number}"']
        lines += [f"[practices.p{number}]", f'dimension = "d{number}"', f'title = "Practice {number}"']
        lines += ['question = "How?"', f"levels = {[f'a{level}' for level in range(levels)]!r}"]
    model: LoadedModel = stage.add_model("many", "\n".join(lines))
    return assessment(model.skeleton(), {f"p{number}": 2 for number in range(1, dimensions + 1)})


async def charted(pilot: Pilot[None], *keys: str) -> list[str]:
    """Go from scoring to the results, press these keys, and read the screen."""
    for key in ("g", *keys):
        await pilot.press(key)
        await pilot.pause()
    return screen_text(pilot.app)


def has_dots(rows: list[str]) -> bool:
    """Whether a braille drawing is on the screen."""
    return any(DOTS & set(row) for row in rows)


async def test_h_goes_round_bars_radar_and_heatmap(stage: Stage) -> None:
    """One key, three looks, and the same line stays marked."""
    path = stage.keep(flagship_rated(stage))
    async with stage.open(path) as pilot:
        assert any("━" in row for row in await charted(pilot))
        await pilot.press("down", "h")
        await wait_for(pilot, "Solid line: score. Broken line: target.")
        assert has_dots(screen_text(pilot.app))
        await pilot.press("h")
        await wait_for(pilot, "A cell is the lower score of two linked dimensions")
        await pilot.press("h")
        await wait_until(pilot, lambda: any("━" in row for row in screen_text(pilot.app)))
        await pilot.press("enter")
        await wait_for(pilot, "Results › Establish the True North")


async def test_the_marked_dimension_stays_marked_where_a_chart_puts_it_elsewhere(stage: Stage) -> None:
    """A heatmap has the longer part first; whoever talks about a dimension goes on with that one."""
    of = many(stage, 3)
    text = (stage.models / "many.toml").read_text(encoding="utf-8")
    first = text.replace("[parts.whole]", '[parts.short]\ntitle = "The short one"\n[parts.whole]')
    text = first.replace('[dimensions.d1]\npart = "whole"', '[dimensions.d1]\npart = "short"')
    model = stage.add_model("many", text + '\n[[links]]\nbetween = ["d1", "d2"]\n')
    path = stage.keep(assessment(model.skeleton(), dict.fromkeys(of.model.practices, 2)))
    async with stage.open(path) as pilot:
        await charted(pilot, "down", "3", "enter")
        await wait_for(pilot, "Results › Dimension 1")


@pytest.mark.parametrize("name", ["Bars", "Radar", "Heatmap", "Picture"])
async def test_the_palette_knows_each_chart_by_its_name(stage: Stage, name: str) -> None:
    """Nobody has to remember a key."""
    path = stage.keep(flagship_rated(stage))
    async with stage.open(path, LARGE) as pilot:
        await charted(pilot)
        await pilot.press("colon")
        await pilot.pause()
        await write(pilot, name)
        await wait_until(pilot, lambda: sum(name in row for row in screen_text(pilot.app)) >= 2)


async def test_the_chart_that_was_chosen_is_there_when_one_comes_back(stage: Stage) -> None:
    """Scoring on for a moment is no reason to start over."""
    path = stage.keep(flagship_rated(stage))
    async with stage.open(path) as pilot:
        await charted(pilot, "h", "g", "g")
        assert has_dots(screen_text(pilot.app))


@pytest.mark.parametrize("size", [TERMINAL, (120, 36), WIDE])
async def test_a_radar_has_a_numbered_axis_and_a_line_for_each_dimension(
    stage: Stage, size: tuple[int, int]
) -> None:
    """The shape is seen at once, and each axis can be looked up beside it, with level and score."""
    path = stage.keep(flagship_rated(stage))
    async with stage.open(path, size) as pilot:
        rows = await charted(pilot, "h")
        first = next(at for at, row in enumerate(rows) if DOTS & set(row)) - 1
        drawing = [row[:34] if size == TERMINAL else row for row in rows[first:-2]]
        words = " ".join(drawing).translate(dict.fromkeys(map(ord, DOTS), " ")).split()
        assert {str(number) for number in range(1, 13)} <= set(words)
        legend = next(row for row in rows if " 4 New leadership" in row)
        assert ["1", "1.0"] in [legend.split()[at : at + 2] for at in range(len(legend.split()))]
        assert "12 Creativity" in seen(pilot.app)


@pytest.mark.parametrize("size", [SMALL, (80, 16), (70, 40)])
async def test_a_screen_too_small_for_a_radar_says_so_and_shows_bars(
    stage: Stage, size: tuple[int, int]
) -> None:
    """A heap of dots would be guessed at."""
    path = stage.keep(flagship_rated(stage))
    async with stage.open(path, size) as pilot:
        rows = await charted(pilot, "h")
        assert "The radar needs a larger screen" in " ".join(rows)
        assert not has_dots(rows)
        assert any(row.strip().startswith("Establish the") for row in rows)


@pytest.mark.parametrize("size", [SMALL, TERMINAL, WIDE])
async def test_a_heatmap_has_a_digit_in_every_cell_and_none_without_a_link(
    stage: Stage, size: tuple[int, int]
) -> None:
    """Read without colour and without shade, it says the same."""
    path = stage.keep(flagship_rated(stage))
    async with stage.open(path, size) as pilot:
        rows = await charted(pilot, "3")
        assert any(row.split() == ["score", "A", "B", "C", "D", "E"] for row in rows)
        leader = next(row for row in rows if row.strip().startswith("New lead"))
        shaded = "".join(" " if character in "░▒▓█" else character for character in leader)
        assert shaded.split()[-4:] == ["1.0", "1.0≠", "1.0≠", "1.0≠"]
        assert leader.count("█") >= 3
        align = next(row for row in rows if row.strip().startswith("Align"))
        assert align.split()[-1] == "3.0"


async def test_where_parts_are_not_linked_a_heatmap_shows_the_practices(stage: Stage) -> None:
    """Which practice is weak is the honest "where" of such a model."""
    of = stage.rated(welcome=1, farewell=4, mission=5)
    path = stage.keep(of)
    async with stage.open(path) as pilot:
        rows = await charted(pilot, "3")
        assert "A cell is a practice with its level" in " ".join(rows)
        cells = {row.split()[0]: row.split()[-2:] for row in rows if row.strip()[:4] in {"Care", "Our "}}
        assert cells == {"Care": ["██1", "░░4"], "Our": ["5", "·"]}


@pytest.mark.parametrize("count", [1, 2])
async def test_a_radar_of_fewer_than_three_dimensions_is_bars_and_says_why(stage: Stage, count: int) -> None:
    """A line is no shape."""
    path = stage.keep(many(stage, count))
    async with stage.open(path) as pilot:
        rows = await charted(pilot, "h")
        assert "A radar needs three dimensions or more" in " ".join(rows)
        assert any("━" in row for row in rows)


@pytest.mark.parametrize("levels", [2, 10])
@pytest.mark.parametrize("count", [3, 40])
@pytest.mark.parametrize("size", [SMALL, TERMINAL, WIDE])
async def test_models_of_any_size_are_charted(
    stage: Stage, size: tuple[int, int], count: int, levels: int
) -> None:
    """Consultants bring models of their own, with titles as long as they like."""
    title = "[post-mortem] 😀 שלום " + "long " * 50
    path = stage.keep(many(stage, count, levels, title))
    async with stage.open(path, size) as pilot:
        for key in ("g", "1", "2", "3", "down", "enter"):
            await pilot.press(key)
            await pilot.pause()
            rows = screen_text(pilot.app)
            assert "? Help" in rows[-1]
            assert "[post-mortem]" in " ".join(rows)
        assert isinstance(pilot.app.screen, DimensionScreen)


@pytest.mark.parametrize("key", ["1", "2", "3"])
@pytest.mark.parametrize("size", [SMALL, TERMINAL])
async def test_nothing_rated_is_a_chart_without_numbers(
    stage: Stage, size: tuple[int, int], key: str
) -> None:
    """Nobody asked is not the lowest level."""
    path = stage.keep(stage.shipped())
    async with stage.open(path, size) as pilot:
        rows = await charted(pilot, key)
        assert "Nothing is rated yet" in " ".join(rows)
        assert "0.0" not in " ".join(rows)
        assert "█" not in " ".join(rows)


@pytest.mark.parametrize("key", ["1", "2", "3"])
async def test_pulse_results_are_charted(stage: Stage, key: str) -> None:
    """Twelve questions make a profile too."""
    of = stage.shipped()
    pulse = of.workshop.model_copy(update={"mode": "pulse"})
    answers = {dimension: Rating(level=3) for dimension in of.model.dimensions}
    path = stage.keep(of.model_copy(update={"workshop": pulse, "pulse": answers}))
    async with stage.open(path, LARGE) as pilot:
        rows = await charted(pilot, key)
        assert "score 3.0; 12 of 12 rated" in " ".join(rows)


async def test_agreement_and_what_was_left_open_stand_above_the_chart(stage: Stage) -> None:
    """Whether the levels stand on agreement is part of the result."""
    of = stage.all_rated()
    changed = {
        "welcome": Rating(level=2, rounds=((0, 6, 0, 0, 0),)),
        "farewell": Rating(left_open="parked"),
        "mission": Rating(left_open="split", rounds=((3, 0, 0, 0, 3),)),
    }
    path = stage.keep(of.model_copy(update={"ratings": {**of.ratings, **changed}}))
    async with stage.open(path) as pilot:
        said = " ".join(" ".join(await charted(pilot)).split())
        assert "Left open: split 1, parked 1." in said
        assert "Last rounds of votes: 1 all agreed, 1 split in two." in said


@pytest.mark.parametrize(("key", "kind"), [("1", "bars"), ("2", "radar"), ("3", "heatmap")])
async def test_p_draws_the_chart_that_is_shown(stage: Stage, key: str, kind: str) -> None:
    """The slide is ready before the group has left the room; one from before is kept."""
    kept = flagship_rated(stage)
    path = stage.keep(kept)
    async with stage.open(path, LARGE) as pilot:
        await charted(pilot, key, "p")
        drawn = stage.exports / f"{kept.id}-{kind}.svg"
        await wait_until(pilot, drawn.exists)
        await wait_for(pilot, "Written to")
        await pilot.press("p")
        await wait_until(pilot, (stage.exports / f"{kept.id}-{kind}-2.svg").exists)
    assert drawn.read_text(encoding="utf-8").startswith("<?xml")
    assert "The seven processes" in drawn.read_text(encoding="utf-8")


async def test_without_the_library_p_still_draws_svg_and_says_what_to_install(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can be had is had, and the way to the rest is named."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    kept = flagship_rated(stage)
    path = stage.keep(kept)
    async with stage.open(path, LARGE) as pilot:
        await charted(pilot, "p")
        await wait_for(pilot, "pip install 'culture-tui[pictures]'")
    assert [each.suffix for each in stage.exports.iterdir()] == [".svg"]


async def test_a_picture_that_cannot_be_written_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: the workshop goes on."""

    def refuse(*_given: object) -> None:
        raise NotWrittenError(Problem(Phrase("no space left")))

    monkeypatch.setattr("culture_tui.tui.workshop.write_bytes", refuse)
    path = stage.keep(flagship_rated(stage))
    async with stage.open(path) as pilot:
        await charted(pilot, "p")
        await wait_for(pilot, "no space left")
        assert pilot.app.is_running
