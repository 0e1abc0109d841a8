"""The assessment before this one, beside the question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Evidence, PlannedStep, Rating, RoadmapRecord
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.stage import SMALL, TERMINAL, Stage, settle
from support import flagship

SIZES = [SMALL, TERMINAL]
ID = "2026-05-12-payments-4c1e"


def earlier(stage: Stage) -> Assessment:
    """The workshop of May."""
    record = RoadmapRecord(
        start=date(2026, 7, 1),
        quarters=2,
        capacity=(9.0, 9.0),
        steps={"greet-at-the-door": PlannedStep(quarter=1, owner="M. Ilic")},
    )
    rating = Rating(
        level=2,
        note="the [post-mortem] of March",
        evidence=(Evidence(text="minutes"),),
        rounds=((1, 6, 2, 0, 0),),
    )
    then = stage.rated(farewell=4)
    return then.model_copy(
        update={
            "id": ID,
            "ratings": {**then.ratings, "welcome": rating},
            "roadmap": record,
            "workshop": then.workshop.model_copy(update={"date": date(2026, 5, 12)}),
        }
    )


def after(stage: Stage) -> Assessment:
    """The workshop at hand, which names the one of May."""
    now = stage.rated()
    return now.model_copy(update={"workshop": now.workshop.model_copy(update={"previous": ID})})


def kept(stage: Stage) -> Path:
    """Both in the workspace; the path of the one at hand."""
    stage.keep(earlier(stage))
    return stage.keep(after(stage))


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_time_stands_beside_the_question(stage: Stage, size: tuple[int, int]) -> None:
    """The group sees what it said in May and what it set out to do, without anybody looking it up."""
    async with stage.open(kept(stage), size) as pilot:
        await wait_for(pilot, "Last time (May 2026): 2, target 3 · open step: “Gree")
        assert "How do we greet a guest?" in seen(pilot.app)
        assert all(f"Welcome is {name} here." in seen(pilot.app) for name in ("absent", "lived", "renewed"))
        await pilot.press("2")
        await wait_for(pilot, "target 3 not met yet · open")
        await pilot.press("3")
        await wait_for(pilot, "target 3 met · open")
        await pilot.press("right")
        await wait_for(pilot, "Last time (May 2026): 4, target 5")
        await pilot.press("right")
        await pilot.pause()
        assert "Last time" not in seen(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_w_tells_all_of_the_last_time(stage: Stage, size: tuple[int, int]) -> None:
    """Before it asks again, a facilitator reads what was said, shown and voted."""
    async with stage.open(kept(stage), size) as pilot:
        await wait_for(pilot, "Last time")
        await pilot.press("w")
        await wait_for(pilot, "Rated 2 Begun · target 3")
        told = ["the [post-mortem] of March", "· minutes", "2 ■■■■■■ 6", "Greet at the door · Q3 2026"]
        for _ in range(30):
            told = [text for text in told if text not in seen(pilot.app)]
            await pilot.press("down")
        assert told == []
        await wait_for(pilot, "led by M. Ilic")
        await pilot.press("escape")
        await wait_for(pilot, "How do we greet a guest?")


async def test_w_says_where_nothing_is_known(stage: Stage) -> None:
    """A key that does nothing looks broken."""
    async with stage.open(stage.keep(stage.rated())) as pilot:
        await pilot.press("w")
        await wait_for(pilot, "Nothing is known of a last time for this practice.")


async def test_a_previous_assessment_that_is_gone_is_said_once_and_does_no_harm(stage: Stage) -> None:
    """The file may be on another laptop; the workshop goes on."""
    path = stage.keep(after(stage))
    async with stage.open(path) as pilot:
        await wait_for(pilot, f"the previous assessment {ID} is not in this folder")
        await pilot.press("3")
        await wait_until(pilot, lambda: stage.level(path, "welcome") == 3)
        await pilot.press("g", "g")
        await pilot.pause()
        assert "is not in this folder" not in seen(pilot.app)


async def test_every_descriptor_stays_whole_beside_the_last_time(stage: Stage) -> None:
    """What was said in May must not push a level off the screen."""
    then = stage.shipped()
    rated = {key: Rating(level=2) for key in flagship().model.practices}
    stage.keep(then.model_copy(update={"id": ID, "ratings": rated}))
    workshop = then.workshop.model_copy(update={"previous": ID})
    path = stage.keep(then.model_copy(update={"workshop": workshop}))
    async with stage.open(path) as pilot:
        for practice in flagship().model.practices.values():
            await wait_for(pilot, "Last time (November 2026): 2, target 3")
            texts = "".join("".join(row[23:] for row in screen_text(pilot.app)).split())
            cut = [each for each in practice.levels if "".join(each.split()) not in texts]
            assert cut == []
            await pilot.press("right")


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_workshop_offers_the_last_one_of_the_same_people(
    stage: Stage, size: tuple[int, int]
) -> None:
    """The second round is linked to the first without knowing its id."""
    stage.keep(earlier(stage))
    app = stage.app(stage.assessments / "new.toml", "harbour")
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "harbour bank\nPayments desk\n")
        await wait_for(pilot, "Last time 2026-05-12, Payments desk")
        await pilot.press("f2")
        await wait_for(pilot, "Last time (May 2026): 2, target 3")
    assert stage.read(stage.assessments / "new.toml").workshop.previous == ID


async def test_what_is_offered_can_be_declined(stage: Stage) -> None:
    """The same name may be another team by now."""
    stage.keep(earlier(stage))
    app = stage.app(stage.assessments / "new.toml", "harbour")
    async with app.run_test(size=TERMINAL, notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "harbour bank\nPayments desk\n")
        await wait_for(pilot, "Last time 2026-05-12, Payments desk")
        row = next(at for at, line in enumerate(screen_text(pilot.app)) if "2026-05-12, Payments" in line)
        await pilot.click(offset=(30, row))
        await pilot.press("down", "enter")
        await wait_for(pilot, "begin without it")
        await pilot.press("f2")
        await wait_for(pilot, "How do we greet a guest?")
    assert stage.read(stage.assessments / "new.toml").workshop.previous is None


async def test_other_people_are_offered_nothing(stage: Stage) -> None:
    """A client must not read another client's name on the projector."""
    stage.keep(earlier(stage))
    async with stage.app(model="harbour").run_test(size=TERMINAL, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await write(pilot, "other bank\nPayments desk\n")
        await settle(pilot)
        assert "Last time" not in seen(pilot.app)
