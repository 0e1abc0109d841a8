"""On the smallest screen, in a language with longer words: everything that must be read can be read whole."""

from __future__ import annotations

from culture_tui import language
from pilot.reading import seen, wait_for, window
from pilot.riddles import with_riddles
from pilot.shelves import held, library
from pilot.stage import SMALL, Stage
from support import NOW


async def test_nothing_is_cut_in_the_middle_in_spanish(stage: Stage) -> None:
    """Columns grow with their names, and a question takes the lines that it needs."""
    language.use("es")
    with_riddles(stage)
    async with stage.open(stage.keep(stage.rated(welcome=4, farewell=5)), SMALL) as pilot:
        await pilot.press("y")
        await wait_for(pilot, "· sin preguntar Guests wait in the cold")
        await pilot.press("3", "i")
        await wait_for(pilot, "Contradicciones de las que hablar (1)")
        assert "por qué y qué preguntar" not in seen(pilot.app)
        await pilot.press("escape", "g", "down", "enter")
        await wait_for(pilot, "nivel objet. brecha votos")
        await pilot.press("m", "c")
        await wait_for(pilot, "un número o uno para cada uno")


async def test_a_window_shows_what_it_asks_and_how_to_answer(stage: Stage) -> None:
    """What is long can be scrolled; the way on and the way out stay in sight."""
    made = held(stage, "Front desk of the house by the harbour this summer", welcome=2, mission=3)
    stage.keep(made.with_left_open("vision", "parked", NOW))
    async with library(stage, SMALL) as pilot:
        await wait_for(pilot, "Front desk of")
        await pilot.press("f")
        await wait_for(pilot, "Status draft 1")
        assert window(pilot.app).endswith("Backspace shows all.")
        await pilot.press("escape", "F")
        await wait_for(pilot, "2026-11-02 final?")
        assert "Cancel Finalise (F)" in window(pilot.app)
        assert "until it is reopened." not in window(pilot.app)
        await pilot.press("shift+tab", "end")
        await wait_for(pilot, "until it is reopened.")
