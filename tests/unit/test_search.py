"""Finding one assessment among a thousand: words, fields, dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from culture_tui.domain.search import Term, findable, folded, found, query_of, toggled, values_of
from culture_tui.domain.summary import Summary, summary_of
from support import assessment, skeleton

HARBOUR = summary_of(assessment(skeleton({"care": ["welcome"]}), {"welcome": 2}))
DESK = replace(
    HARBOUR,
    title="Autumn round",
    organisation="Banco São José",
    unit="Balcão de câmbio",
    tags=("pilot", "Região Norte"),
    date="2026-05-17",
    status="final",
)
SPANISH = {"estado": "status", "unidad": "unit", "borrador": "draft"}


def hits(typed: str, among: Summary | None = DESK) -> bool:
    """Whether this is found by what was typed."""
    return found(query_of(typed, SPANISH), findable("2026-05-17-balcao.toml", among))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "sao jose",
        "SÃO câmbio",
        "jose balcao autumn",
        "norte",
        "small",
        "2026-05-17-balcao.toml",
        "2026-05",
        "status:final",
        "STATUS:fin",
        "status:",
        "estado:final unidad:balcao",
        'unit:"Balcão de"',
        'org:"são jose"',
        "tag:pilot",
        'tag:"regiao norte"',
        "tag:none tag:pilot",
        "model:small",
        'unit="balcao de cambio"',
        "tag=pilot",
        "status=final",
        "date:2026",
        "date:2026-05",
        "from:2026-05",
        "from:2026-05-17 to:2026-05-17",
        "to:2026",
        "from:2025 to:2026-11 status:final pilot",
    ],
)
def test_an_assessment_is_found_however_it_is_asked_for(typed: str) -> None:
    """Nobody remembers the accent, the case or the file's name in front of a client."""
    assert hits(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "jose harbour",
        "status:draft",
        "estado:borrador",
        "status:closed",
        "tag:none",
        "unit:porto",
        "org:pilot",
        "from:2026-06",
        "to:2026-04",
        "date:2026-1",
        "from:may",
        "to:never",
        "other:pilot",
        "unit=balcao",
        "tag=pil",
    ],
)
def test_what_does_not_hold_is_not_found(typed: str) -> None:
    """A list that shows too much is a list that nobody trusts."""
    assert not hits(typed)


def test_a_file_that_cannot_be_read_is_found_by_its_name_only() -> None:
    """What is in it, nobody knows."""
    assert hits("balcao", None)
    assert not hits("status:final", None)


def test_what_was_asked_for_can_be_said_again() -> None:
    """The list tells what it is narrowed to, term by term."""
    assert query_of('porto unit:"Front desk" estado:borr a:b', SPANISH) == (
        Term("", "porto"),
        Term("unit", "Front desk"),
        Term("status", "draft"),
        Term("", "a:b"),
    )


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("from:may", False), ("from:2026-05", True), ("status:closed", False), ("status:draft", True)],
)
def test_a_value_that_is_none_is_told(typed: str, *, understood: bool) -> None:
    """An empty list with a typing mistake in it must not look like an empty folder."""
    assert [term.is_understood for term in query_of(typed)] == [understood]


@pytest.mark.parametrize("text", ["", "[@click=app.quit]x[/]", "שלום", '"', ":", 'unit:"', "a:" * 200])
def test_any_text_can_be_looked_for(text: str) -> None:
    """Whatever was pasted, it is a search and nothing else."""
    among = findable("x.toml", replace(DESK, title=f"so {text} it is"))
    assert found(query_of(text.replace('"', "")), among) or ":" in text


def test_folding_drops_accents_and_case_and_nothing_else() -> None:
    """Letters of other scripts stay what they are."""
    assert folded("Ærø ŠĆĐ Ünïcode שלום") == "ærø scđ unicode שלום"


def test_what_can_be_chosen_is_counted() -> None:
    """A list of filters says how much each would leave, and nothing that would leave none."""
    other = replace(DESK, unit="", tags=("pilot", "pilot"), status="draft", date="2026-06-01")
    counts = values_of([DESK, other])
    assert counts == {
        "status": {"final": 1, "draft": 1},
        "org": {"Banco São José": 2},
        "unit": {"Balcão de câmbio": 1},
        "tag": {"pilot": 2, "Região Norte": 1},
        "date": {"2026-05": 1, "2026-06": 1},
    }


@pytest.mark.parametrize("value", ["Front desk", "Desk", 'the "A" team', "a:b", "[/]", "שלום"])
def test_a_filter_that_is_chosen_finds_just_its_own_and_can_be_taken_out(value: str) -> None:
    """What the list of filters writes into the search line means what the list said."""
    typed = toggled("", Term("unit", value, is_whole=True))
    chosen = query_of(typed)
    assert found(chosen, findable("a", replace(DESK, unit=value)))
    assert not found(chosen, findable("a", replace(DESK, unit=f"{value} 2")))
    assert toggled(f"porto {typed}", chosen[0]) == "porto"
