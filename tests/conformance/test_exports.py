"""Every hostile text of the catalogue, in every free-text field: the exports keep their shape."""

from __future__ import annotations

import csv
import json
from datetime import date
from gettext import NullTranslations
from io import StringIO
from pathlib import Path
from typing import Any, Final

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.comparison import Comparison, compare
from culture_tui.domain.model import Gate, MaturityModel, Symptom
from culture_tui.domain.records import Evidence, PlannedStep, Rating, RoadmapRecord, Subject, SymptomSeen
from culture_tui.domain.safe_text import clean
from culture_tui.domain.units import Entry, Units, side_by_side
from culture_tui.reports.changes import changes_document
from culture_tui.reports.changes_data import changes_json, changes_rows
from culture_tui.reports.csv_rows import csv_text
from culture_tui.reports.document import Document, PageBreak
from culture_tui.reports.handbook import handbook
from culture_tui.reports.listing import listing_document
from culture_tui.reports.markdown import markdown
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.reports.roadmap import roadmap_document
from culture_tui.reports.roadmap_data import roadmap_json
from culture_tui.reports.terminal import plain_text
from culture_tui.reports.units import units_document
from culture_tui.reports.units_data import units_json, units_rows
from culture_tui.reports.why import why_document
from reread import acting, blocks, harmless, markup
from support import CONFORMANCE, assessment, digested, initiative, maturity_model, step

WORDS: Final = NullTranslations()
LINE: Final = "a line of somebody"
PROSE: Final = "a text of somebody"
LONGEST: Final = {LINE: 300, PROSE: 20_000}

ENTRIES: Final[list[dict[str, Any]]] = json.loads((CONFORMANCE / "bad_inputs.json").read_text("utf-8"))
OURS: Final = {
    "table-without-pipes": "a | b\n:--",
    "indented": "    <b>x</b>",
    "tab-first": "a\n\n\t*x*",
    "surrogate-free-emoji": "👩\u200d👩\u200d👧 🇷🇸",
}


def _text(entry: dict[str, Any]) -> str:
    if "text" in entry:
        return str(entry["text"])
    unit = str(entry["repeat"]["unit"])
    total = int(entry["repeat"]["total"])
    return (unit * (total // len(unit) + 1))[:total]


TEXTS: Final = {each["id"]: _text(each) for each in ENTRIES if each["kind"] in {"export", "display"}} | OURS


def filled(value: object, text: str) -> object:
    """The same with a text where somebody's text stands, as much of it as fits."""
    if isinstance(value, dict):
        return {key: filled(each, text) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(filled(each, text) for each in value)
    return text[: LONGEST[value]] if isinstance(value, str) and value in LONGEST else value


def _model() -> MaturityModel:
    gate = Gate(id="g", dimension="purpose", every_practice_at_least=4, caps_overall_at=2, explanation=LINE)
    made = maturity_model(
        {"purpose": ("mission", "vision"), "care": ("welcome",)},
        {
            "talk": initiative(step("mission", 2, 3)),
            "write": initiative(step("vision", 2, 3), needs=("talk",)),
        },
        gates=(gate,),
        symptoms={"s": Symptom(title=LINE, probe=LINE, points_to=("mission", "vision"))},
    )
    table = made.model_dump(by_alias=True)
    names = {"title", "name", "meaning", "summary", "question", "action", "done_when", "owner_role"}
    links = ({"between": ("purpose", "care"), "why": LINE},)
    return MaturityModel.model_validate(_named(table | {"links": links}, names))


def _named(value: object, names: set[str]) -> object:
    """The same with somebody's text under each of these keys."""
    if isinstance(value, dict):
        return {
            key: LINE if key in names and isinstance(each, str) else _named(each, names)
            for key, each in value.items()
        }
    return tuple(_named(each, names) for each in value) if isinstance(value, tuple) else value


def _assessment(model: MaturityModel) -> Assessment:
    ratings = {
        "mission": Rating(
            level=2,
            note=PROSE,
            reason=PROSE,
            evidence=(Evidence(text=PROSE, link=LINE),),
            rounds=((1, 5, 2, 0, 0),),
        ),
        "vision": Rating(not_applicable=PROSE),
        "welcome": Rating(level=5, note=PROSE),
    }
    record = RoadmapRecord(
        start=date(2027, 1, 1),
        quarters=2,
        capacity=(20.0, 20.0),
        steps={"talk": PlannedStep(quarter=1, owner=LINE, note=PROSE), "write": PlannedStep(quarter=2)},
    )
    of = assessment(digested(model), ratings=ratings)
    subject = Subject(organisation=LINE, unit=LINE, tags=(LINE,))
    symptoms = {"s": SymptomSeen(seen="often", note=PROSE)}
    changes = {"title": LINE, "subject": subject, "roadmap": record, "symptoms": symptoms}
    return of.model_copy(update=changes)


def _compared(of: Assessment) -> Comparison:
    """An assessment against what it was before, by another version of its model."""
    earlier = {"mission": Rating(level=1, rounds=((3, 5, 0, 0, 0),)), "gone": Rating(level=1)}
    practices = {**of.model.practices, "gone": of.model.practices["mission"]}
    model = of.model.model_copy(update={"version": "0.9.0", "practices": practices})
    before = of.model_copy(update={"id": "earlier", "ratings": earlier, "model": model})
    return compare(before, of, frozenset({"mission"}))


def _side_by_side(of: Assessment) -> Units:
    """Three assessments of its unit, one of another and one that is set aside; hostile file names too."""
    name = of.title
    other = of.subject.model_copy(update={"unit": "other"})
    run = [of.model_copy(update={"id": f"of-{number}"}) for number in range(3)]
    aside = of.model_copy(
        update={"id": "aside", "model": of.model.model_copy(update={"id": "another"}), "ratings": {}}
    )
    everything = (*run, of.model_copy(update={"id": "other", "subject": other}), aside)
    return side_by_side([Entry(name, each) for each in everything])


def exports(text: str) -> dict[str, Document]:
    """Every document, made of files in which somebody wrote this text wherever one can write."""
    model = MaturityModel.model_validate(filled(_model().model_dump(by_alias=True), text))
    of = Assessment.model_validate(filled(_assessment(_model()).model_dump(by_alias=True), text))
    assert of.roadmap is not None
    compared = _compared(of)
    return {
        "changes": changes_document(compared, {"s": text[: LONGEST[LINE]]}, WORDS),
        "units": units_document(_side_by_side(of), {"s": text[: LONGEST[LINE]]}, WORDS),
        "profile": profile_document(of, WORDS, model.symptoms),
        "why": why_document(of, WORDS),
        "roadmap": roadmap_document(of, model, of.roadmap, WORDS),
        "handbook": handbook(model, WORDS),
    }


@pytest.mark.parametrize("name", TEXTS)
def test_markdown_keeps_its_headings_rows_and_cells(name: str) -> None:
    """A client's title must not add a row, a picture or a link to a consultant's report."""
    calm = exports(harmless(TEXTS[name]))
    for kind, document in exports(TEXTS[name]).items():
        page = markdown(document)
        assert blocks(page) == blocks(markdown(calm[kind]))
        assert markup(page) == ["html_block"] * document.count(PageBreak())
        assert acting(page) == set()


@pytest.mark.parametrize("name", TEXTS)
def test_the_form_for_the_terminal_holds_nothing_that_acts(name: str) -> None:
    """What is printed is read, not obeyed."""
    for document in exports(TEXTS[name]).values():
        assert acting(plain_text(document)) == set()


@pytest.mark.parametrize("name", TEXTS)
def test_json_is_valid_and_holds_the_text_that_was_written(name: str) -> None:
    """Another program gets the words as they may be shown."""
    text = TEXTS[name]
    model = _model()
    of = Assessment.model_validate(filled(_assessment(model).model_dump(by_alias=True), text))
    assert of.roadmap is not None
    compared, units = _compared(of), _side_by_side(of)
    for facts in (
        profile_json(of, model.symptoms),
        roadmap_json(of, model, of.roadmap),
        changes_json(compared, ("a", "b")),
        units_json(units),
    ):
        page = json.dumps(facts, ensure_ascii=False, allow_nan=False).encode()
        assert json.loads(page) == json.loads(json.dumps(facts))
        assert acting(page.decode()) == set()
    facts = profile_json(of, model.symptoms)
    assert facts["title"] == clean(text[:300]).replace("\n", " ")


@pytest.mark.parametrize("name", TEXTS)
def test_rows_for_a_spreadsheet_hold_text_as_text(name: str) -> None:
    """A formula in a title must not run when a client opens the table; the words stay readable."""
    of = Assessment.model_validate(filled(_assessment(_model()).model_dump(by_alias=True), TEXTS[name]))
    for table in (changes_rows(_compared(of)), units_rows(_side_by_side(of))):
        page = csv_text(table)
        assert acting(page.replace("\r\n", "\n")) == set()
        header, *rows = csv.reader(StringIO(page, newline=""))
        assert [len(row) for row in rows] == [len(header)] * len(table.rows)
        texts = [cell for row in rows for cell in row if not _is_number(cell)]
        assert [cell for cell in texts if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", TEXTS)
def test_a_list_of_assessments_keeps_its_rows(name: str, tmp_path: Path) -> None:
    """File names come from others too."""
    of = Assessment.model_validate(filled(_assessment(_model()).model_dump(by_alias=True), TEXTS[name]))
    page = markdown(listing_document(tmp_path / TEXTS[name][:99], [(TEXTS[name], of)] * 3, WORDS))
    assert blocks(page).count("tr_open tr") == 4
    assert blocks(page).count("td_open td") == 21
    assert markup(page) == []
    assert acting(page) == set()


def test_the_texts_of_the_catalogue_reach_every_document() -> None:
    """If a document were made without them, the tests above would prove nothing."""
    for document in exports("needle").values():
        assert markdown(document).count("needle") > 8
