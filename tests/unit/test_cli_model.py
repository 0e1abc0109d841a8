"""`culture model`: which models there are, what one says, whether it is sound, which keys it may have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from culture_tui.domain.model import MaturityModel
from culture_tui.reports.markdown import PAGE_BREAK
from documents import MODEL, written
from pages import page
from running import Culture
from support import flagship

SHIPPED = ["service-culture", "customer-culture", "service-levers", "warm-service"]


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with a model of one's own."""
    (tmp_path / "assessments").mkdir()
    (tmp_path / "models").mkdir()
    written(tmp_path / "models", MODEL, "our-model.toml")
    return Culture(capsys, monkeypatch, tmp_path)


def listed(culture: Culture) -> list[dict[str, str]]:
    """The models at hand, as data."""
    found: list[dict[str, str]] = json.loads(culture("model", "list", "--format", "json").out)
    return found


def test_the_models_at_hand_are_listed_ones_own_first(culture: Culture) -> None:
    """What a consultant dropped into the folder is there without any registration."""
    assert [each["id"] for each in listed(culture)] == ["our-model", *SHIPPED]
    assert listed(culture)[0] == {"id": "our-model", "version": "1.0.0", "title": "Our model"}


def test_a_model_in_the_workspace_hides_the_shipped_one_of_the_same_name(culture: Culture) -> None:
    """Lookup order: the workspace before what ships."""
    ours = MODEL.replace(b'"our-model"', b'"service-culture"')
    written(culture.home / "models", ours, "service-culture.toml")
    titles = {each["id"]: each["title"] for each in listed(culture)}
    assert sorted(titles) == sorted(["our-model", *SHIPPED])
    assert titles["service-culture"] == "Our model"
    assert culture("model", "show").out.startswith("# Our model 1.0.0\n")


def test_a_broken_model_is_told_and_does_not_hide_the_others(culture: Culture) -> None:
    """A half-edited model must not stop a workshop with another one."""
    written(culture.home / "models", b"format = 1\n", "broken.toml")
    ran = culture("model", "list", "--format", "json")
    assert ran.status == 0
    assert [each["id"] for each in json.loads(ran.out)] == ["our-model", *SHIPPED]
    assert "broken.toml" in ran.err


def test_the_handbook_holds_every_practice_with_its_question(culture: Culture) -> None:
    """A facilitator prints it for the table."""
    ran = culture("model", "show")
    assert (ran.status, ran.err) == (0, "")
    model = flagship().model
    assert ran.out.startswith(f"# {model.title} {model.version}\n")
    lines = ran.out.splitlines()
    questions = [practice.question for practice in model.practices.values()]
    assert [question for question in questions if question not in lines] == []
    headings = [line.removeprefix("#### ") for line in lines if line.startswith("#### ")]
    assert sorted(headings) == sorted(practice.title for practice in model.practices.values())


def test_the_handbook_is_printed_with_a_page_for_each_dimension(culture: Culture) -> None:
    """The scale and the contents come first, the sources last; a group has one page before it."""
    model = flagship().model
    first, *pages = culture("model", "show", "--format", "markdown").out.split(PAGE_BREAK)
    assert [line for line in first.splitlines() if line.startswith("#")] == [
        f"# {model.title} {model.version}",
        "## The scale",
        "## Contents",
    ]
    assert f"- {model.parts['traits'].title}: " in first
    of_page = [[line[4:] for line in page.splitlines() if line.startswith("### ")] for page in pages]
    assert of_page == [*([each.title] for each in model.dimensions.values()), [], []]
    questions = {each.dimension: each.question for each in model.practices.values()}
    assert [
        question for page, question in zip(pages, questions.values(), strict=False) if question not in page
    ] == []
    floor = model.dimensions["serve-with-excellence"].title
    assert f"- {floor}: while a practice stands below 4, the whole holds 4 at most. " in pages[-2]
    assert pages[-1].strip().startswith("## Sources")
    assert all(source.title in pages[-1] for source in model.sources)


@pytest.mark.parametrize("name", ["our-model", "models/our-model.toml"])
def test_a_model_is_meant_by_its_id_or_its_path(culture: Culture, name: str) -> None:
    """A colleague's file can be read before it is put anywhere."""
    assert culture("model", "show", name).out.startswith("# Our model 1.0.0\n")


def test_a_model_as_data_can_be_read_back_as_a_model(culture: Culture) -> None:
    """The JSON is the whole model with the file's own keys, `from` and `to` included."""
    shown = culture("model", "show", "--format", "json").out
    again = MaturityModel.model_validate_json(shown)
    assert again == flagship().model


def test_an_unknown_model_is_told_with_those_that_are_known(culture: Culture) -> None:
    """The next step after a typing mistake is in the message."""
    ran = culture("model", "show", "our-modle")
    assert (ran.status, ran.out) == (1, "")
    assert "our-modle" in ran.err
    assert f"these are known: our-model, {', '.join(SHIPPED)}; or" in ran.err


def test_names_of_models_cannot_drive_the_terminal(culture: Culture) -> None:
    """A received model file can have any name."""
    written(culture.home / "models", MODEL, "\x1b]0;owned\x07.toml")
    for arguments in (("list",), ("show", "\x1b[2J"), ("check", "models/\x1b]0;owned\x07.toml")):
        ran = culture("model", *arguments)
        assert not {"\x1b", "\x07"} & set(ran.out + ran.err)


def test_a_model_is_checked_by_its_id_or_its_path(culture: Culture) -> None:
    """A shipped model and a draft beside it are checked in one call."""
    ran = culture("model", "check", "service-culture", "our-model", "models/our-model.toml")
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 4  # the shipped one speaks Spanish too


def test_an_unsound_model_is_told_with_file_line_and_key(culture: Culture) -> None:
    """The author mends it where it stands."""
    broken = MODEL.replace(b'dimension = "purpose"', b'dimension = "purpos"')
    written(culture.home / "models", broken, "our-model.toml")
    ran = culture("model", "check", "our-model")
    assert ran.status == 1
    assert "models/our-model.toml:27: practices.mission.dimension: " in ran.out
    assert ran.err.startswith("2 problems.")


def explained(culture: Culture, *asked: str) -> list[dict[str, str]]:
    """The keys that `explain` tells, as data."""
    ran = culture("model", "explain", *asked, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    found: list[dict[str, str]] = json.loads(ran.out)
    return found


def test_explain_lists_every_key_that_a_model_file_may_have(culture: Culture) -> None:
    """Authors of models need no source code."""
    keys = {each["key"]: each for each in explained(culture) if each["file"] == "model"}
    assert set(keys) == {
        *("format", "id", "version", "language", "title", "summary"),
        *(f"sources[].{key}" for key in ("id", "author", "title", "year", "url")),
        *(f"scale[].{key}" for key in ("level", "id", "name", "meaning")),
        *(f"parts.<id>.{key}" for key in ("title", "summary")),
        *(
            f"dimensions.<id>.{key}"
            for key in ("part", "title", "summary", "sources", "weight", "rests_on", "pulse")
        ),
        *(
            f"practices.<id>.{key}"
            for key in ("dimension", "title", "question", "levels", "probes", "evidence", "weight")
        ),
        *(f"symptoms.<id>.{key}" for key in ("title", "probe", "points_to")),
        *(f"initiatives.<id>.{key}" for key in ("title", "action", "done_when", "effort_days", "weeks")),
        *(f"initiatives.<id>.{key}" for key in ("owner_role", "needs", "steps")),
        *(f"initiatives.<id>.steps[].{key}" for key in ("practice", "from", "to")),
        *(f"gates[].{key}" for key in ("id", "dimension", "every_practice_at_least")),
        *("gates[].caps_overall_at", "gates[].explanation", "links[].between", "links[].why"),
    }
    assert (keys["format"]["needed"], keys["dimensions.<id>.weight"]["needed"]) == ("yes", "no")
    assert (keys["practices.<id>.levels"]["kind"], keys["sources[].year"]["kind"]) == (
        "list of sentences",
        "whole number",
    )


def test_every_key_says_in_a_sentence_what_it_is_for(culture: Culture) -> None:
    """A key without a reason is one that its author guesses at."""
    found = explained(culture)
    assert [each["key"] for each in found if not each["purpose"].endswith(".")] == []
    assert [each["key"] for each in found if len(each["purpose"]) > 100] == []
    texts = {each["key"] for each in found if each["file"] == "translation"}
    assert {"title", "practices.<id>.levels", "links[].why"} <= texts
    assert texts < {each["key"] for each in found if each["file"] == "model"}


@pytest.mark.parametrize(
    ("asked", "first", "count"),
    [
        ("practices", "practices.<id>.title", 7),
        ("practices.mission.levels", "practices.<id>.levels", 1),
        ("gates.0.dimension", "gates[].dimension", 1),
        ("initiatives.steps", "initiatives.<id>.steps", 4),
        ("translation", "format", 29),
    ],
)
def test_explain_tells_one_table_or_the_key_that_a_check_named(
    culture: Culture, asked: str, first: str, count: int
) -> None:
    """Whoever reads a problem copies its key, id and all."""
    found = explained(culture, asked)
    assert (found[0]["key"], len(found)) == (first, count)


def test_a_key_that_is_not_known_is_told_with_the_tables(culture: Culture) -> None:
    """The next step is in the message."""
    ran = culture("model", "explain", "practises")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("no key is called `practises`; these are known: format, id, version,")


def test_the_page_of_model_keys_is_what_the_program_says(culture: Culture) -> None:
    """`culture model explain --format markdown -o docs/model-keys.md` brings it up to date."""
    assert culture("model", "explain", "--format", "markdown", "--language", "en").out == page("model-keys")
