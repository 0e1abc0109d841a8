"""Hostile text on the screen: it is shown for what it is, and none of it acts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import rtoml
import tomli_w
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen

from culture_tui.domain.safe_text import clean, clean_line
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.storage.model_files import LoadedModel
from culture_tui.tui.screens.scoring import ScoringScreen
from pilot.reading import editor, screen_text
from pilot.stage import Stage, model_text, playing, settle
from support import CONFORMANCE


def _text(entry: dict[str, Any]) -> str:
    if "repeat" not in entry:
        return str(entry["text"])
    unit, total = str(entry["repeat"]["unit"]), int(entry["repeat"]["total"])
    return unit * (total // len(unit))


TEXTS: Final = {
    entry["id"]: _text(entry)
    for entry in json.loads((CONFORMANCE / "bad_inputs.json").read_text("utf-8"))
    if entry["kind"] == "display"
}
ALONE: Final = [key for key, text in TEXTS.items() if "@click" in text or "link=" in text or len(text) > 99]
CLICKED: Final = [key for key in ALONE if "[" in TEXTS[key]]
TOGETHER: Final = [key for key in TEXTS if key not in ALONE]
GROUPS: Final = [
    *((key,) for key in ALONE),
    *(tuple(TOGETHER[at : at + 4]) for at in range(0, len(TOGETHER), 4)),
]
"""Texts that stand in one field, one behind the other, which may not act together either."""

IN_A_MODEL: Final = [*((key,) for key in CLICKED), ("markup-close-name", "osc8-link", "c1-osc", "rtl-text")]

WIDE: Final = (230, 24)

_ON_A_LINE: Final = 40
"""As much of a text as is put where one line is expected."""

_SEEN: Final = 12
"""As much of it as must be seen; some fields are narrow."""

Walk = list[tuple[tuple[str, ...], str]]


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A workspace, and the program to open on it."""
    with playing(tmp_path, monkeypatch) as made:
        yield made


def line_of(texts: tuple[str, ...]) -> str:
    """The texts as they are put where one line is expected."""
    return " ".join(text[:_ON_A_LINE] for text in texts)


def with_texts(stage: Stage, texts: tuple[str, ...]) -> Path:
    """An assessment file with these texts in every field that takes one, unchanged."""
    line, prose = line_of(texts), " ".join(texts)
    table = rtoml.loads(to_toml(to_table(stage.all_rated())).decode())
    table |= {"title": line, "subject": {"organisation": line}}
    table["ratings"]["welcome"] = {"level": 2, "note": prose}
    table["ratings"]["farewell"] = {"not_applicable": prose}
    table["symptoms"] = {"late": {"seen": "often", "note": prose}}
    table["ratings"]["mission"]["evidence"] = [{"text": line, "link": line}]
    table["roadmap"] = {
        "start": table["workshop"]["date"],
        "quarters": 1,
        "capacity": [20.0],
        "steps": {"greet-at-the-door": {"quarter": 1, "owner": line, "pinned": True}},
    }
    path = stage.assessments / "mailed.toml"
    path.write_bytes(tomli_w.dumps(table).encode())
    return path


def model_with(stage: Stage, texts: tuple[str, ...]) -> LoadedModel:
    """A model file with these texts in every field that takes one, unchanged."""
    line = line_of(texts)
    table = rtoml.loads(model_text())
    table |= {"id": "mailed", "title": line}
    table["parts"]["whole"]["title"] = line
    table["dimensions"]["care"]["title"] = line
    table["practices"]["welcome"] |= {"title": line, "question": line, "levels": [line] * 5}
    table["initiatives"]["greet-at-the-door"] |= {"title": line, "action": line, "owner_role": line}
    return stage.add_model("mailed", tomli_w.dumps(table))


def squeezed(text: str) -> str:
    """A text without its blanks, so that it can be found wherever its lines break."""
    return "".join(text.split())


def beginning(text: str) -> str:
    """What of a text must be seen, without its blanks."""
    return squeezed(clean_line(text))[:_SEEN]


def styles(screen: Screen[object]) -> Iterator[Style]:
    """How each piece of text is drawn in the rows of widgets that a person can see, and click on."""
    for y in range(screen.size.height):
        for widget in {screen.get_widget_at(x, y)[0] for x in range(screen.size.width)}:
            row = Region(0, y - widget.region.y, widget.region.width, 1)
            for strip in widget.render_lines(row):
                yield from (segment.style for segment in strip if segment.style is not None)


def assert_harmless(pilot: Pilot[None]) -> str:
    """Nothing on the screen can act, on the terminal or when it is clicked; the screen without blanks."""
    rows = screen_text(pilot.app)
    assert rows == [clean(row) for row in rows]
    drawn = list(styles(pilot.app.screen))
    assert [style.meta["@click"] for style in drawn if "@click" in style.meta] == []
    assert {style.link for style in drawn} == {None}
    return squeezed("".join(rows).replace("▕", " "))


def pressed(kind: type[events.MouseEvent], x: int, y: int) -> events.MouseEvent:
    """What the left button of a mouse reports at a cell."""
    return kind(None, x, y, 0, 0, button=1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)


async def click_every_cell(pilot: Pilot[None], rows: range) -> None:
    """Press and release the mouse button on each cell of these rows."""
    for y in rows:
        for x in range(pilot.app.size.width):
            for kind in (events.MouseDown, events.MouseUp):
                pilot.app.post_message(pressed(kind, x, y))
    await pilot.pause()


async def assert_walk(pilot: Pilot[None], walk: Walk, texts: tuple[str, ...]) -> None:
    """On each screen of a walk the texts are seen, the first one in its place, and harmless."""
    for keys, before in walk:
        for key in keys:
            await pilot.press(key)
        await settle(pilot)
        shown = assert_harmless(pilot)
        assert squeezed(before) + beginning(texts[0]) in shown
        assert [text for text in texts if beginning(text) not in shown] == []


async def assert_edited(pilot: Pilot[None], texts: tuple[str, ...]) -> None:
    """While a note is edited its texts are seen in the editor, and harmless."""
    await pilot.press("n")
    await settle(pilot)
    assert_harmless(pilot)
    assert [text for text in texts if beginning(text) not in squeezed(editor(pilot.app))] == []
    await pilot.press("escape")


@pytest.mark.parametrize("keys", GROUPS, ids="+".join)
async def test_a_text_is_shown_for_what_it_is_on_every_screen(keys: tuple[str, ...], stage: Stage) -> None:
    """Assessments come by mail; what somebody wrote into one must neither act nor vanish."""
    texts = tuple(TEXTS[key] for key in keys)
    walk: Walk = [
        ((), ""),
        (("right",), "Not applicable:"),
        (("right",), "Evidence"),
        (("g",), ""),
        (("c",), ""),
        (("escape", "down", "enter"), ""),
        (("escape", "m", "d"), "Owner:"),
        (("escape", "question_mark"), ""),
        (("escape", "escape", "escape", "escape"), "2026-11-21"),
    ]
    async with stage.open(with_texts(stage, texts), WIDE) as pilot:
        await assert_edited(pilot, texts)
        await assert_walk(pilot, walk, texts)
        assert pilot.app.is_running


@pytest.mark.parametrize("key", CLICKED)
async def test_a_click_on_any_cell_runs_nothing_that_a_text_asks_for(key: str, stage: Stage) -> None:
    """A link in a client's text has quit programs, pressed keys and written files."""
    text = TEXTS[key]
    path = with_texts(stage, (text,))
    async with stage.open(path) as pilot:
        stack = list(pilot.app.screen_stack)
        await click_every_cell(pilot, range(23))
        assert pilot.app.is_running
        assert pilot.app.screen_stack == stack
        await pilot.press("m", "d")
        await settle(pilot)
        stack = list(pilot.app.screen_stack)
        await click_every_cell(pilot, range(24))
        assert pilot.app.is_running
        assert pilot.app.screen_stack == stack
    assert stage.read(path).rating("welcome").note == clean(text)
    assert sorted(each.name for each in stage.workspace.rglob("*")) == [
        *("assessments", "harbour.toml", "mailed.toml", "models"),
    ]


@pytest.mark.parametrize("keys", IN_A_MODEL, ids="+".join)
async def test_a_text_of_a_model_is_shown_for_what_it_is(keys: tuple[str, ...], stage: Stage) -> None:
    """Models are mailed between consultants as freely as assessments."""
    texts = tuple(TEXTS[key] for key in keys)
    stage.model = model_with(stage, texts)
    path = stage.keep(stage.all_rated(), "rated")
    walk: Walk = [
        ((), ""),
        (("g",), ""),
        (("w",), "Why:"),
        (("escape", "m"), "●"),
        (("d",), ""),
        (("escape", "escape", "escape", "escape"), "Harbour model 1.0.0 4 practices"),
        (("tab", "home", "down", "enter"), "New workshop ·"),
    ]
    async with stage.open(path, WIDE) as pilot:
        await assert_walk(pilot, walk, texts)


@pytest.mark.parametrize("key", CLICKED)
async def test_a_click_on_any_cell_of_a_practice_runs_nothing_that_a_model_asks_for(
    key: str, stage: Stage
) -> None:
    """The question itself is text from outside, and everybody clicks on it."""
    stage.model = model_with(stage, (TEXTS[key],))
    path = stage.keep(stage.all_rated(), "rated")
    async with stage.open(path) as pilot:
        await click_every_cell(pilot, range(23))
        assert pilot.app.is_running
        assert isinstance(pilot.app.screen, ScoringScreen)


@pytest.mark.parametrize("key", ["n", "e", "o"])
async def test_what_is_pasted_is_harmless_before_it_is_kept(key: str, stage: Stage) -> None:
    """A text copied from a web page can carry what drives a terminal, and is shown at once."""
    path = stage.keep(stage.rated())
    async with stage.open(path) as pilot:
        pilot.app.copy_to_clipboard("a\x1b]0;owned\x07b\x9bc\u202ed")
        await pilot.press(key, "ctrl+v")
        await settle(pilot)
        assert "owned" in assert_harmless(pilot)
