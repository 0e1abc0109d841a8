"""The library: a thousand assessments, found, narrowed and sorted."""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest

from culture_tui.domain.records import Subject
from culture_tui.storage import shelf
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.tui.screens.problem import ProblemScreen
from documents import doc
from pilot.reading import screen_text, seen, wait_for, wait_until, write
from pilot.shelves import held, library, rows, three_units, units, until_told, until_units
from pilot.stage import LARGE, SMALL, TERMINAL, Stage, final, settle
from support import NOW


async def test_a_thousand_are_listed_and_the_last_is_one_key_away(stage: Stage) -> None:
    """A consultant's library of ten years opens like an empty one."""
    text = to_toml(to_table(held(stage, "Desk"))).decode()
    days = [date(2026, 11, 2) - timedelta(days=number) for number in range(1000)]
    for day in days:
        name = f"{day}-desk"
        of_day = text.replace("2026-11-02", f"{day}")
        (stage.assessments / f"{name}.toml").write_text(of_day, encoding="utf-8")
    async with library(stage) as pilot:
        assert "Assessments 1,000" in seen(pilot.app)
        assert rows(pilot)[0].startswith("2026-11-02")
        await pilot.press("end")
        await wait_for(pilot, f"{days[-1]}")
        await pilot.press("pageup", "home")
        await wait_until(pilot, lambda: rows(pilot)[0].startswith("2026-11-02"))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("kitchen", ["Kitchen"]),
        ("harbour front", ["Front desk"]),
        ("status:final", ["Back office"]),
        ("from:2026-06 to:2026-10", ["Back office"]),
        ('unit="Front desk"', ["Front desk"]),
        ("tag:pil desk", ["Front desk"]),
        ("", ["Front desk", "Back office", "Kitchen"]),
    ],
)
async def test_a_search_narrows_the_list_while_it_is_typed(
    typed: str, wanted: list[str], stage: Stage
) -> None:
    """In front of a client the right workshop is three letters away."""
    paths = three_units(stage)
    stage.keep(final(stage.read(paths[1])), paths[1].stem)
    async with library(stage) as pilot:
        await pilot.press("slash")
        await write(pilot, typed)
        await until_units(pilot, *wanted)


async def test_what_the_list_is_narrowed_to_is_always_said(stage: Stage) -> None:
    """Somebody who forgot the filter must not believe that files are lost."""
    three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("slash")
        await write(pilot, "status:draft kit")
        await wait_for(pilot, "1 of 3 · status draft · “kit” · Esc shows all")
        await pilot.press("enter", "escape")
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        assert "Esc shows all" not in seen(pilot.app)


async def test_the_way_back_is_seen_however_much_was_typed(stage: Stage) -> None:
    """On a small screen the long search gives way, not the key."""
    three_units(stage)
    async with library(stage, SMALL) as pilot:
        await pilot.press("slash")
        await write(pilot, "status:draft org:harbour tag:pilot from:2026-01 to:2026-12")
        await wait_for(pilot, "Esc shows all")
        await wait_for(pilot, "3 of 3 · status draft")


async def test_nothing_found_says_so_and_how_to_get_back(stage: Stage) -> None:
    """An empty list is explained."""
    three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("slash")
        await write(pilot, "from:may")
        await wait_for(pilot, "Nothing matches. Esc shows all again.")
        assert "0 of 3 · may is not understood" in seen(pilot.app)
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        await pilot.press("down", "enter")
        await wait_for(pilot, "How do we part from a guest?")


async def test_the_filter_counts_what_there_is_and_narrows_to_what_is_picked(stage: Stage) -> None:
    """Whoever does not know the words picks from a list."""
    paths = three_units(stage)
    stage.keep(final(stage.read(paths[1])), paths[1].stem)
    async with library(stage, LARGE) as pilot:
        await pilot.press("f")
        await wait_for(pilot, "Filter")
        said = seen(pilot.app)
        for line in ("Status draft 2 final 1", "Tag pilot 3", "Organisation Harbour Bank 3", "2026-05 1"):
            assert line in said
        await pilot.press("down", "enter")
        await until_units(pilot, "Back office")
        await wait_for(pilot, "1 of 3 · status final")
        await pilot.press("f", "backspace")
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)


async def test_picks_of_one_kind_add_up(stage: Stage) -> None:
    """Two units out of forty are two picks."""
    three_units(stage)
    async with library(stage, LARGE) as pilot:
        await pilot.press("f", "down", "down", "space", "down", "space", "escape")
        await wait_for(pilot, "2 of 3")
        assert seen(pilot.app).count("unit ") == 2


async def test_columns_sort_by_key_and_by_click(stage: Stage) -> None:
    """The weakest unit, the one with least done, the oldest: each is a key away."""
    for unit, day, levels in (
        ("A", 3, {"welcome": 1, "farewell": 1}),
        ("B", 2, {"welcome": 4}),
        ("C", 4, {"welcome": 3}),
    ):
        stage.keep(held(stage, unit, date(2026, 11, day), **levels))
    async with library(stage) as pilot:
        assert units(pilot) == ["C", "A", "B"]
        await pilot.press("s")
        await until_units(pilot, "A", "B", "C")
        await pilot.press("s")
        await until_units(pilot, "B", "C", "A")
        names = next(row for row in screen_text(pilot.app) if "status" in row)
        at = screen_text(pilot.app).index(names)
        await pilot.click(offset=(names.index("rated"), at))
        await until_units(pilot, "A", "C", "B")
        await pilot.click(offset=(names.index("date"), at))
        await until_units(pilot, "C", "A", "B")
        assert "date ↓" in seen(pilot.app)


async def test_a_click_brings_the_cursor_and_another_one_opens(stage: Stage) -> None:
    """Everything works with the mouse, and nothing opens by accident."""
    three_units(stage)
    async with library(stage) as pilot:
        at = next(n for n, row in enumerate(screen_text(pilot.app)) if "Kitchen" in row)
        await pilot.click(offset=(20, at))
        await settle(pilot)
        assert len(rows(pilot)) == 3
        await pilot.click(offset=(20, at))
        await wait_for(pilot, "Kitchen 2026-05-04")


async def test_j_and_k_move_like_arrows(stage: Stage) -> None:
    """Hands that know other terminal programs find their way."""
    three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("j", "j", "k", "enter")
        await wait_for(pilot, "Back office 2026-09-01")


async def test_what_cannot_be_read_is_listed_and_explained(stage: Stage) -> None:
    """A pipe, a folder, a link out of the workspace and a broken file neither hang nor hide."""
    outside = stage.home / "outside.toml"
    outside.write_bytes(doc())
    (stage.assessments / "2026-01-01-link.toml").symlink_to(outside)
    (stage.assessments / "2026-01-02-folder.toml").mkdir()
    os.mkfifo(stage.assessments / "2026-01-03-pipe.toml")
    (stage.assessments / "2026-01-04-broken.toml").write_bytes(doc(value="9"))
    three_units(stage)
    async with library(stage) as pilot:
        assert len([row for row in rows(pilot) if row.endswith("cannot be read")]) == 4
        await pilot.press("end", "enter")
        await wait_for(pilot, "links are not followed")
        assert isinstance(pilot.app.screen, ProblemScreen)


async def test_copies_are_shown_and_told_apart(stage: Stage) -> None:
    """Which of two copies is the right one, a person decides; on a small screen too."""
    path, back = three_units(stage)[:2]
    for name in (f"{path.stem} (conflict)", f"{path.stem}-2"):
        path.with_name(f"{name}.toml").write_bytes(path.read_bytes())
    stage.keep(
        held(stage, "Back room", date(2026, 9, 2)).model_copy(update={"id": back.stem}), f"{back.stem}-2"
    )
    async with library(stage, SMALL) as pilot:
        assert [row[12:].split("  ")[0] for row in rows(pilot)] == [
            "Front desk · Harb…",
            "Front desk · H… -2",
            "Front d… (conflic…",
            "Back room · Ha… -2",
            "Back office · Har…",
            "Kitchen · Harbour…",
        ]


async def test_a_file_that_went_away_or_changed_outside_is_seen_on_coming_back(stage: Stage) -> None:
    """The list and the folder say the same."""
    paths = three_units(stage)
    async with library(stage) as pilot:
        paths[2].unlink()
        stage.keep(held(stage, "Front desk", date(2026, 11, 4), welcome=5), paths[0].stem)
        await pilot.press("down", "enter")
        await wait_for(pilot, "How do we part from a guest?")
        await pilot.press("escape")
        await until_units(pilot, "Front desk", "Back office")
        assert rows(pilot)[0].split()[-4:] == ["5", "5.0", "1/4", "draft"]


async def test_enter_opens_the_first_row_until_somebody_goes_to_another_one_and_then_that_one(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows come in while people press keys: none of them may slip in below the cursor."""
    monkeypatch.setattr(shelf, "_YOUNG_SECONDS", 0.0)
    paths = three_units(stage)
    assert sum(len(batch.files) for batch in shelf.shelved(stage.assessments)) == 3
    stage.keep(held(stage, "Front desk", date(2026, 11, 4), welcome=5), paths[0].stem)
    async with library(stage) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, "Front desk 2026-11-04 ·")
        await pilot.press("escape")
        await until_units(pilot, "Front desk", "Back office", "Kitchen")
        await pilot.press("down")
        stage.keep(held(stage, "Vault", date(2026, 12, 1)))
        paths[2].unlink()
        await pilot.press("r")
        await until_units(pilot, "Vault", "Front desk", "Back office")
        await pilot.press("enter")
        await wait_for(pilot, "Back office 2026-09-01 ·")


async def test_a_search_offers_its_first_row_and_leads_back_to_the_row_before(stage: Stage) -> None:
    """What was typed is one Enter away, wherever the cursor was; Esc forgets the search, not the place."""
    three_units(stage)
    async with library(stage) as pilot:
        await pilot.press("down", "slash")
        await write(pilot, "04\n")
        await until_units(pilot, "Front desk", "Kitchen")
        await pilot.press("escape")
        await until_units(pilot, "Front desk", "Back office", "Kitchen")
        await pilot.press("m", "up", "slash")
        await wait_until(pilot, lambda: "✓ 2026-09-01" in seen(pilot.app))
        await write(pilot, "04\n")
        await until_units(pilot, "Front desk", "Kitchen")
        await pilot.press("m")
        await wait_until(pilot, lambda: "✓ 2026-11-04" in seen(pilot.app))
        await pilot.press("escape", "slash")
        await write(pilot, "2026\n")
        await until_units(pilot, "Front desk", "Back office", "Kitchen")
        await pilot.press("up", "delete", "escape", "m")
        await until_units(pilot, "Front desk", "Kitchen")
        await wait_until(pilot, lambda: "✓ 2026-05-04" in seen(pilot.app))


@pytest.mark.parametrize(("key", "said"), [("enter", "is not there any more"), ("d", "No such file")])
async def test_a_file_that_is_gone_is_not_begun_anew(key: str, said: str, stage: Stage) -> None:
    """A colleague may have moved it a second ago; an empty workshop of its name helps nobody."""
    paths = three_units(stage)
    async with library(stage) as pilot:
        paths[0].unlink()
        await pilot.press(key)
        await until_told(pilot, said)
        await until_units(pilot, "Back office", "Kitchen")


@pytest.mark.parametrize("size", [SMALL, TERMINAL, LARGE])
@pytest.mark.parametrize(
    "text", ["[post-mortem]", "[@click=app.quit]x[/]", "שלום", "desk \U0001f600", "x" * 300, "[/"]
)
async def test_any_name_is_shown_as_text(text: str, size: tuple[int, int], stage: Stage) -> None:
    """A client's brackets are letters, and every row stays a row."""
    kept = held(stage, "Desk", NOW.date())
    subject = Subject(organisation=text, unit=text, tags=(text,))
    stage.keep(kept.model_copy(update={"title": text, "subject": subject}))
    async with library(stage, size) as pilot:
        (row,) = rows(pilot)
        assert text[:6] in row
        assert row.endswith("draft")
        await pilot.click(
            offset=(18, next(n for n, line in enumerate(screen_text(pilot.app)) if row in line))
        )
        await settle(pilot)
        assert pilot.app.is_running


async def test_at_sixty_columns_without_colour_the_row_under_the_cursor_stands_out(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meaning is never colour alone."""
    monkeypatch.setenv("NO_COLOR", "1")
    three_units(stage)
    async with library(stage, SMALL) as pilot:
        assert units(pilot) == ["Front desk", "Back office", "Kitchen"]
        await pilot.press("m")
        await wait_until(pilot, lambda: any("✓ 2026-11-04" in row for row in screen_text(pilot.app)))
        assert "? Help" in seen(pilot.app)
