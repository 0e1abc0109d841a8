"""Documents in Spanish: no sentence of the program's own is left in English in what a client reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from comparing import HIGH, LOW, entries, later, levels, model, of_unit, taken, voted
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.comparison import compare
from culture_tui.domain.model import Gate, Link
from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.domain.units import side_by_side
from culture_tui.reports.changes import changes_document
from culture_tui.reports.document import Document
from culture_tui.reports.markdown import markdown
from culture_tui.reports.profile import profile_document
from culture_tui.reports.units import units_document
from culture_tui.reports.why import why_document
from documents import written
from foreign import SENTENCE, left_in_english, spanish_or_nothing
from running import Culture, in_a_process
from support import assessment, skeleton
from votes import small_model, table

EXAMPLES: Final = Path(__file__).parents[2] / "assessments"
SPRING, AUTUMN = sorted(EXAMPLES.glob("*payments-desk*.toml"))
EVERYBODY: Final = {"participants": 10, "population": 10}


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, spoken to by somebody whose system speaks Spanish, with the small model at hand."""
    (tmp_path / "assessments").mkdir()
    small_model(tmp_path / "models")
    culture = Culture(capsys, monkeypatch, tmp_path)
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    return culture


def plain(text: str) -> str:
    """A page as one line, without the strokes that keep signs from acting."""
    return " ".join(text.replace("\\", "").split())


def unit(name: str, number: int = 0, on: date = date(2026, 5, 1), **found: int) -> Assessment:
    """An assessment of a unit with these levels."""
    return of_unit(taken(levels(**found), on=on, workshop={"participants": 8}), name, number)


def changes(
    then: Assessment, now: Assessment, reworded: frozenset[str] | None = frozenset(), floor: int = 5
) -> Document:
    """What changed, in Spanish."""
    return changes_document(compare(then, now, reworded, floor), {}, spanish_or_nothing())


def units(*assessments: Assessment, target: int | None = None) -> Document:
    """Units side by side, in Spanish."""
    symptoms = {"noise": "Ruido"}
    return units_document(side_by_side(entries(*assessments), target), symptoms, spanish_or_nothing())


def pair(of: Mapping[str, object] | None = None) -> tuple[Assessment, Assessment]:
    """A desk that rose, fell, and hardly moved; some of it with targets, some of it not comparable."""
    then = {"mission": voted(2, LOW, target=3), "vision": voted(3, HIGH), "welcome": voted(3, HIGH)}
    now = {"mission": voted(3, HIGH), "vision": voted(2, LOW), "welcome": voted(3, (0, 1, 2, 7, 0))}
    seen = {"noise": SymptomSeen(seen="often"), "haste": SymptomSeen(seen="never")}
    first = taken(then, workshop=of).model_copy(update={"symptoms": seen})
    return first, later({**now, "farewell": Rating(level=4)}, workshop=of).model_copy(
        update={"symptoms": {"noise": SymptomSeen(seen="sometimes")}}
    )


def two() -> Iterator[Document]:
    """Two units side by side."""
    one, other = pair()
    yield changes(of_unit(one, "A"), of_unit(other, "B"))


def sizes() -> Iterator[Document]:
    """Effects of every size, and votes of few and of very many."""
    base = (0, 10, 10, 10, 0)
    for later_votes in (base, (0, 8, 10, 12, 0), (0, 7, 9, 14, 0), (0, 4, 10, 16, 0), HIGH):
        yield changes(taken({"mission": voted(3, base)}), later({"mission": voted(3, later_votes)}))
    crowd = {"mission": voted(2, (0, 150, 50, 0, 0))}
    yield changes(taken(crowd), later(crowd))
    few = {"mission": voted(2, (0, 0, 3, 0, 0)), "vision": voted(2, (0, 0, 4, 0, 0))}
    yield changes(taken(few), later(few))
    yield changes(taken(few), later(few), floor=3)
    yield changes(taken({"mission": few["mission"]}), later(few))


def missing() -> Iterator[Document]:
    """All reasons for which a practice, a dimension or the whole is not compared."""
    practices = model().practices
    older = model(practices={**practices, "old": practices["mission"]})
    newer = model("2.0.0", digest="1" * 32, practices={**practices, "new": practices["mission"]})
    ratings = {"mission": Rating(level=2), "vision": Rating(not_applicable="x"), "old": Rating(level=2)}
    now = later({**ratings, "welcome": Rating(level=3)}, of=newer, workshop={"scope": ("purpose",)})
    yield changes(taken(ratings, of=older), now, frozenset({"mission"}))
    yield changes(of_unit(taken(ratings, of=older), "A"), of_unit(now, "B"), frozenset({"mission"}))
    yield changes(taken(levels(mission=2)), later(levels(vision=3)))
    yield changes(taken(levels(mission=2)), later(levels(mission=2), of=model(id="other", digest="1" * 32)))
    four = skeleton({"purpose": ("mission",)}, levels=4)
    yield changes(taken(levels(mission=2)), later(levels(mission=2), of=four))
    yield changes(taken(levels(mission=2)), later({}, workshop={"mode": "pulse"}))


def versions() -> Iterator[Document]:
    """Of the model, and of one and the same file."""
    newer = model("1.1.0", digest="1" * 32)
    then, now = taken(levels(mission=2, vision=2)), later(levels(mission=3, vision=2), of=newer)
    for reworded in (frozenset({"mission"}), frozenset({"mission", "vision"}), None):
        yield changes(then, now, reworded)
    yield changes(then, then)
    yield changes(then, then.with_level("mission", 3, then.updated))
    yield changes(then, later(levels(mission=2)))


def census() -> Iterator[Document]:
    """Everybody was there, both times or in both units."""
    then, now = pair(EVERYBODY)
    yield changes(then, now)
    yield changes(of_unit(then, "A"), of_unit(now, "B"))


def three() -> Iterator[Document]:
    """Few units: beside each other, with what they share and how each went."""
    linked = skeleton(
        {"purpose": ("mission",), "care": ("welcome",)}, links=(Link(between=("purpose", "care"), why="w"),)
    )
    often = {"noise": SymptomSeen(seen="often")}
    apart = taken(levels(mission=4, welcome=2), of=linked).model_copy(update={"symptoms": often})
    yield units(*(of_unit(apart, name) for name in "abc"))
    yield units(unit("a", mission=4, welcome=3), unit("b", mission=2), unit("c", mission=3), target=3)
    other = of_unit(taken(levels(mission=2), of=model(id="other")), "x")
    scale = of_unit(taken(levels(mission=2), of=skeleton({"purpose": ("mission",)}, levels=4)), "y")
    pulse = of_unit(taken({}, workshop={"mode": "pulse"}), "z")
    copy = unit("a", mission=1)
    changed = copy.with_level("mission", 3, copy.updated)
    newer = of_unit(taken(levels(mission=2), of=model("1.1.0"), workshop={"scope": ("purpose",)}), "b")
    yield units(other, scale, pulse, copy, changed, newer, unit("a", 1, mission=2))
    yield units(*(unit("a", month, date(2026, month, 1), mission=2) for month in (1, 2, 3)))


def many() -> Iterator[Document]:
    """Many units: below each other, with places, ranges and percentiles."""
    run = [unit("a", month, date(2026, month, 1), mission=2) for month in (1, 2, 3)]
    yield units(*run, *(unit(f"u{n}", mission=n % 5 + 1) for n in range(6)))
    yield units(*(unit(f"u{n}", mission=n % 3 + 1, vision=2) for n in range(24)))


def reasons() -> Iterator[Document]:
    """Why a number: weights, gates, rounds of all kinds, one question, nothing at all."""
    gate = Gate(id="floor", dimension="core", every_practice_at_least=4, caps_overall_at=3)
    model_of = skeleton(
        {"core": ("x", "y"), "rest": ("a", "b")}, weights={"a": 2.0, "rest": 2.0}, gates=(gate,)
    )
    for core, rest in (({"x": 3, "y": 5}, 5), ({"x": 3}, 2), ({"x": 4, "y": 5}, 2), ({"x": 4}, 1), ({}, 2)):
        yield of(assessment(model_of, core | dict.fromkeys("ab", rest)))
    yield of(assessment(model_of, {"a": 5}, scope=("rest",)))
    flat = skeleton({"care": tuple("abcdefgh"), "one": ("i",)})
    rounds = (
        ((1, 3, 3, 2, 0), (0, 7, 2, 0, 0)),
        ((5, 0, 0, 0, 5),),
        ((0, 0, 2, 2, 0),),
        ((0, 9, 0, 0, 0),) * 2,
    )
    rated = [Rating(level=2, rounds=each, target=4) for each in rounds]
    rated += [Rating(level=5, rounds=((0, 40, 40, 0, 0),), reason="-"), Rating(level=3, rounds=rounds[0])]
    rated += [Rating(not_applicable="-"), Rating(rounds=((0, 0, 0, 0, 0),))]
    voted_on = assessment(flat, ratings=dict(zip("abcdefgh", rated, strict=True)))
    yield of(voted_on)
    yield of(voted_on.model_copy(update={"workshop": voted_on.workshop.model_copy(update={"gathered": 9})}))
    held = voted_on.workshop.model_copy(update={"mode": "pulse"})
    yield of(voted_on.model_copy(update={"workshop": held, "pulse": {"care": rated[0]}}))
    for votes in ((0, 0, 6, 0, 0), (0, 0, 2, 0, 0), (1, 0, 0, 0, 0)):
        yield of(assessment(flat, ratings={"a": Rating(level=3, rounds=(votes,)), "i": Rating(level=1)}))
    yield of(assessment(flat))


def of(assessed: Assessment) -> Document:
    """Every number of it explained, and its profile."""
    words = spanish_or_nothing()
    return (*why_document(assessed, words), *profile_document(assessed, words))


MADE: Final[dict[str, Callable[[], Iterator[Document]]]] = {
    "a desk then and now": lambda: iter([changes(*pair())]),
    "two units": two,
    "a census": census,
    "effects of every size": sizes,
    "what is missing": missing,
    "versions": versions,
    "three units": three,
    "many units": many,
    "why": reasons,
}


@pytest.mark.parametrize("name", MADE)
def test_a_document_says_nothing_in_english(name: str) -> None:
    """Every text that a document asks for has Spanish words, and none of its sentences is English."""
    pages = [plain(markdown(document)) for document in MADE[name]()]
    assert pages != []
    assert [text for page in pages for text in left_in_english(page, SENTENCE)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", SPRING, AUTUMN),
        ("compare", SPRING, AUTUMN, "--floor", "3"),
        ("compare", *sorted(EXAMPLES.glob("*.toml"))),
        ("compare", EXAMPLES, "--target", "3"),
        ("show", AUTUMN),
        ("show", AUTUMN, "--why"),
        ("show", SPRING, "--why"),
    ],
    ids=lambda arguments: "-".join(str(each).rpartition("/")[2] for each in arguments),
)
def test_the_shipped_examples_are_told_in_spanish(
    culture: Culture, arguments: tuple[str | Path, ...]
) -> None:
    """The first pages that a Spanish client sees; only titles and notes are those of the English files."""
    ran = culture(*arguments)
    notes = left_in_english(plain(SPRING.read_text("utf-8") + AUTUMN.read_text("utf-8")), SENTENCE)
    found = left_in_english(plain(ran.out + ran.err), SENTENCE)
    assert (ran.status, [text for text in found if text not in notes]) == (0, [])


def test_the_roadmap_of_a_shipped_example_is_told_in_spanish(culture: Culture) -> None:
    """What an initiative is worth is asked in the language of those who pay for it."""
    path = written(culture.home, AUTUMN.read_bytes(), AUTUMN.name)
    ran = culture("roadmap", path)
    assert (ran.status, left_in_english(plain(ran.out + ran.err), SENTENCE)) == (0, [])
    assert "multiplicado por 1,25 porque" in plain(ran.out)


ASKED: Final = ("Cuándo", "Welcome", "Farewell", "Mission", "Vision")
ANSWERS: Final = [("hoy", "3", "n/a", level, "") for level in "2442"]


@pytest.mark.parametrize(
    ("rows", "options", "status"),
    [
        ([ASKED, *ANSWERS], (), 0),
        ([ASKED, *ANSWERS], ("--accept", "median", "--organisation", "Casa"), 0),
        ([("Welcome", "Mission", "Vision"), *[("2", level, "3") for level in "123"]], (), 0),
        ([ASKED, *ANSWERS], ("--ignore", "E-mail"), 1),
        ([ASKED, *ANSWERS], ("--population", "3"), 2),
        ([ASKED, *ANSWERS], ("--output", "votes.csv"), 3),
        ([("Cuándo",), ("hoy",)], (), 1),
        ([("Welcome", "welcome"), ("2", "3")], (), 1),
        ([("Welcome",), ("quizá",)], (), 1),
        ([("Welcome",), ("",)], (), 1),
        ([("Welcome",), ("2", "3")], (), 1),
        ([("Welcome",), ('"2',)], (), 1),
        ([("Welcome",), ("x" * 200_000,)], (), 1),
        ([("Welcome\0",), ("2",)], (), 1),
    ],
)
def test_an_import_is_talked_about_in_spanish(
    culture: Culture, rows: list[tuple[str, ...]], options: tuple[str, ...], status: int
) -> None:
    """What was read, what was left out, and what is wrong with a form that Spanish colleagues made."""
    written(culture.home, table(*rows).encode(), "votes.csv")
    ran = culture("import", "votes.csv", "--model", "harbour", *options)
    assert (ran.status, left_in_english(ran.err, SENTENCE - 1)) == (status, [])
    assert "Cuándo" not in rows[0] or status != 0 or "Columnas omitidas" in ran.err


@pytest.mark.parametrize("name", ["compare", "import", "show", "roadmap"])
def test_help_on_a_command_is_in_spanish(tmp_path: Path, name: str) -> None:
    """Somebody who reads no English finds the option; a process has its help in one language."""
    ran = in_a_process(tmp_path, name, "--help", environment={"LANG": "es_ES.UTF-8"})
    assert (ran.status, left_in_english(plain(ran.out), SENTENCE)) == (0, [])


def test_files_that_cannot_be_compared_are_spoken_of_in_spanish(culture: Culture) -> None:
    """Also what goes wrong is said so that it can be put right."""
    empty = culture.home / "nada"
    empty.mkdir()
    for arguments in (
        (SPRING,),
        (empty,),
        (SPRING, SPRING, SPRING),
        (SPRING, SPRING, AUTUMN),
        (empty, SPRING),
    ):
        ran = culture("compare", *arguments)
        assert left_in_english(plain(ran.out + ran.err), SENTENCE) == []
    written(empty, b"format = 1\n", "roto.toml")
    assert "Se omite 1 archivo." in culture("compare", empty, SPRING, AUTUMN).err


def test_the_guard_bites() -> None:
    """A guard that finds nothing in English pages would let every other test here pass."""
    english = "What changed: X. 5 of 7 targets that were set are reached. Before you read the numbers"
    assert len(left_in_english(english, SENTENCE)) == 2
    with pytest.raises(AssertionError, match="never translated"):
        spanish_or_nothing().gettext("never translated")
