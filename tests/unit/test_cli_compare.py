"""`culture compare`: two files, many files, folders, and what people give it by mistake."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from comparing import HIGH, LOW, later, levels, model, of_unit, taken, voted
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.storage.model_files import load_model
from documents import bent, written
from running import Culture
from support import flagship, skeleton

EXAMPLES = Path(__file__).parents[2] / "assessments"
SPRING, AUTUMN = sorted(EXAMPLES.glob("*payments-desk*.toml"))


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in an empty folder."""
    return Culture(capsys, monkeypatch, tmp_path)


def kept(culture: Culture, of: Assessment, name: str) -> str:
    """Write an assessment to a file; its name."""
    path = culture.home / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(to_toml(to_table(of)))
    return name


def facts(culture: Culture, *arguments: str) -> dict[str, Any]:
    """What the command answers in JSON; nothing in it is "not a number"."""
    ran = culture("compare", *arguments, "--format", "json")
    assert ran.status == 0
    read: dict[str, Any] = json.loads(ran.out, parse_constant=pytest.fail)
    return read


def unit(name: str, month: int, level: int) -> Assessment:
    """An assessment of a unit in a month."""
    return of_unit(taken(levels(mission=level), on=date(2026, month, 1)), name, month)


def test_two_files_of_a_unit_are_then_and_now_in_either_order(culture: Culture) -> None:
    """Nobody remembers which file comes first."""
    first = kept(culture, taken({"mission": voted(2, LOW)}), "a.toml")
    second = kept(culture, later({"mission": voted(3, HIGH)}), "b.toml")
    ran = culture("compare", second, first)
    assert (ran.status, ran.err) == (0, "")
    assert ran == culture("compare", first, second)
    assert "| mission | 2 → 3 | — | 2 → 4 |" in ran.out


def test_two_units_stand_in_the_order_that_they_are_given(culture: Culture) -> None:
    """Which unit is the yardstick is the consultant's choice, not the calendar's."""
    desk, lab = kept(culture, unit("desk", 9, 2), "a.toml"), kept(culture, unit("lab", 5, 3), "b.toml")
    assert facts(culture, desk, lab)["then"]["unit"] == "desk"
    assert facts(culture, lab, desk)["then"]["unit"] == "lab"


def test_the_shipped_examples_tell_the_story_that_their_notes_tell() -> None:
    """A first impression: what the payments desk says about its half year is what the numbers say."""
    spring, autumn = SPRING.read_text(encoding="utf-8"), AUTUMN.read_text(encoding="utf-8")
    assert "The check is still missing" in spring
    assert "The missing check of the file number is in place" in autumn
    assert "Down from 3. The chat opened in September" in autumn
    assert "Three rounds and still two camps." in autumn


def test_the_numbers_of_the_shipped_examples_support_their_notes(culture: Culture) -> None:
    """Causes removed, drills held, the chat opened without training: up, up, down."""
    found = facts(culture, str(SPRING), str(AUTUMN))
    practices = found["practices"]
    moved = {key for key, each in practices.items() if each["changed"]}
    assert {key for key in moved if practices[key]["now"] < practices[key]["then"]} == {
        "consistent-touchpoints"
    }
    assert {"root-causes", "preparedness", "shared-decisions", "excellence-practised", "vision"} <= moved
    assert {"teaching-learning", "managerial-coaching", "emotional-intelligence"}.isdisjoint(moved)
    assert (practices["root-causes"]["target"], practices["root-causes"]["target_met"]) == (4, True)
    assert practices["teaching-learning"]["target_met"] is False
    assert found["dimensions"]["proactive"]["like_for_like"]["now"]["level"] == 4
    assert found["dimensions"]["leader-of-leaders"]["changed"] is False
    assert found["symptoms"]["customer-not-first"] == {"then": "sometimes", "now": "often"}
    assert found["symptoms"]["recurring-incidents"] == {"then": "sometimes", "now": "never"}
    assert {key: each["now"] for key, each in found["not_comparable"].items()} == {
        "life-plans": "rated",
        "business-relationship": "not-applicable",
        "hire-for-service": "not-applicable",
        "improvement-drive": "unrated",
        "safe-to-fail": "unrated",
    }
    assert (found["census"], found["wording_known"]) == (False, True)


def test_three_files_or_a_folder_are_set_side_by_side(culture: Culture) -> None:
    """A folder of a client's units is one argument."""
    for name, month, level in (("desk", 5, 2), ("lab", 5, 3), ("shop", 5, 4)):
        kept(culture, unit(name, month, level), f"units/{name}.toml")
    by_folder = facts(culture, "units")
    assert [each["unit"] for each in by_folder["units"]] == ["shop", "lab", "desk"]
    by_files = facts(culture, *(f"units/{name}.toml" for name in ("shop", "desk", "lab")))
    assert by_files["units"] == by_folder["units"]
    assert culture("compare", "units").out.startswith("# 3 units side by side\n")


def test_a_bar_above_the_scale_is_refused(culture: Culture) -> None:
    """Sixty of sixty units below level 10 of 5 would look like a finding."""
    for name in ("desk", "lab", "shop"):
        kept(culture, unit(name, 5, 2), f"units/{name}.toml")
    ran = culture("compare", "units", "--target", "6")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "--target: level 6 is not on the scale of 1 to 5\n"
    assert culture("compare", "units", "--target", "5").status == 0


def test_a_document_never_replaces_an_assessment(culture: Culture) -> None:
    """One slip of -o, and a workshop's only file would be a report about it."""
    first = kept(culture, taken(levels(mission=2)), "a.toml")
    second = kept(culture, later(levels(mission=3)), "b.toml")
    before = (culture.home / first).read_bytes()
    for command in (("compare", first, second), ("show", first)):
        ran = culture(*command, "-o", first)
        assert (ran.status, ran.out) == (3, "")
        assert ran.last_said.startswith("a.toml: holds an assessment or a model")
    assert (culture.home / first).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "begins"),
    [("o.csv", b"\xef\xbb\xbfkind,"), ("o.json", b"{"), ("o.txt", b"What"), ("o.md", b"# What")],
)
def test_the_name_of_the_file_says_its_form(culture: Culture, name: str, begins: bytes) -> None:
    """A file called .csv that holds Markdown opens as one long column."""
    first = kept(culture, taken(levels(mission=2)), "a.toml")
    second = kept(culture, later(levels(mission=3)), "b.toml")
    assert culture("compare", first, second, "-o", name).status == 0
    assert (culture.home / name).read_bytes().startswith(begins)


def test_documents_for_others_do_not_tell_where_the_files_lie(culture: Culture) -> None:
    """A client's report with the consultant's folders in it is read by the client."""
    first = kept(culture, taken(levels(mission=2)), "clients/a.toml")
    second = kept(culture, later(levels(mission=3)), "clients/b.toml")
    assert "clients" not in culture("compare", first, second, "--format", "json").out


def test_a_workspace_stands_for_the_assessments_in_it(culture: Culture) -> None:
    """People point at the folder that they know, and that is the client's."""
    for name in ("desk", "lab", "shop"):
        kept(culture, unit(name, 5, 2), f"assessments/{name}.toml")
    assert len(facts(culture, ".")["units"]) == 3


def test_a_broken_file_in_a_folder_is_told_and_the_others_are_compared(culture: Culture) -> None:
    """One bad attachment among forty must not stop the work, nor vanish from the count."""
    for name in ("desk", "lab", "shop"):
        kept(culture, unit(name, 5, 2), f"units/{name}.toml")
    written(culture.home / "units", b"format = 1\nhalf", "broken.toml")
    ran = culture("compare", "units")
    assert ran.status == 0
    assert ran.out.startswith("# 3 units side by side\n")
    assert ran.err.splitlines()[0].startswith("units/broken.toml:2: not TOML")
    assert ran.last_said == "1 file is left out."


def test_a_broken_file_that_was_named_is_an_error(culture: Culture) -> None:
    """Who names a file wants that file."""
    first = kept(culture, taken(levels(mission=2)), "a.toml")
    content = bent(
        to_toml(to_table(later(levels(mission=3)))),
        "[ratings.mission]\nlevel = 3",
        '[ratings.mission]\nlevel = "3"',
    )
    written(culture.home, content, "b.toml")
    ran = culture("compare", first, "b.toml")
    assert (ran.status, ran.out) == (1, "")
    assert "ratings.mission.level: '3' is not a whole number" in ran.err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("a.toml",), 2, "to compare takes two assessments, and here is one"),
        (("a.toml", "nowhere.toml"), 1, "nowhere.toml: cannot be opened"),
        (("a.toml", "empty"), 2, "to compare takes two assessments, and here is one"),
        (("empty",), 2, "to compare takes two assessments, and there is none"),
        ((), 2, "Missing argument"),
        (("a.toml", "a.toml", "--floor", "2"), 2, "2 is not in the range x>=3"),
        (("a.toml", "a.toml", "--target", "11"), 2, "11 is not in the range 1<=x<=10"),
        (("a.toml", "a.toml", "--target", "3"), 2, "--target is for three assessments or more"),
    ],
)
def test_too_little_to_compare_is_said_in_a_sentence(
    culture: Culture, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """Each mistake has its own words and its own exit status."""
    kept(culture, taken(levels(mission=2)), "a.toml")
    (culture.home / "empty").mkdir()
    ran = culture("compare", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert ran.has_no_traceback()


def test_the_same_file_twice_is_answered_and_told(culture: Culture) -> None:
    """A slip on the command line costs a sentence, not a traceback."""
    name = kept(culture, taken({"mission": voted(2, LOW)}), "a.toml")
    ran = culture("compare", name, name)
    assert ran.status == 0
    assert "Both files hold the same assessment, word for word: nothing can have changed." in ran.out


def test_among_many_a_file_that_is_there_twice_counts_once(culture: Culture) -> None:
    """A copy of a file in the folder is not another unit."""
    for name in ("desk", "lab"):
        kept(culture, unit(name, 5, 2), f"units/{name}.toml")
    shutil.copy(culture.home / "units/desk.toml", culture.home / "units/desk copy.toml")
    ran = culture("compare", "units")
    assert ran.err == "units/desk.toml: the same as units/desk copy.toml; it counts once\n"
    assert "and Harbour Bank · lab side by side" in ran.out


ODD = {
    "another model": later(levels(mission=3), of=model(id="other")),
    "another scale": later(levels(mission=3), of=skeleton({"purpose": ("mission",)}, levels=4)),
    "pulse": later({}, workshop={"mode": "pulse"}),
    "no votes": later(levels(mission=3)),
    "one voter": later({"mission": voted(3, (0, 0, 1, 0, 0))}),
    "all not applicable": later(
        {"mission": Rating(not_applicable="x"), "vision": Rating(not_applicable="x")}
    ),
    "nothing in common": later(levels(farewell=3)),
    "nothing at all": later({}),
    "unanimous": later({"mission": voted(3, (0, 0, 9, 0, 0))}),
    "thousands": later({"mission": voted(3, (90_000, 200_000, 90_000, 5, 5))}),
}


@pytest.mark.parametrize("kind", ["text", "markdown", "json", "csv"])
@pytest.mark.parametrize("name", ODD)
def test_an_odd_pair_gives_a_useful_answer_in_every_form(culture: Culture, name: str, kind: str) -> None:
    """Real folders hold all of these."""
    first = kept(culture, taken({"mission": voted(2, LOW)}), "a.toml")
    second = kept(culture, ODD[name], "b.toml")
    for pair in ((first, second), (second, first)):
        ran = culture("compare", *pair, "--format", kind)
        assert (ran.status, ran.err) == (0, "")
        assert ran.has_no_traceback()
        assert [word for word in ("nan", "inf", "None") if word in ran.out.replace("infor", "").split()] == []
        assert "2.0" in ran.out


def test_rows_for_a_spreadsheet_go_to_a_file_that_excel_opens_in_the_right_letters(culture: Culture) -> None:
    """Without its mark, Excel shows Recepción as RecepciÃ³n."""
    first = kept(culture, unit("Recepción", 5, 2), "a.toml")
    second = kept(culture, unit("Recepción", 9, 3), "b.toml")
    printed = culture("compare", first, second, "--format", "csv").out
    assert culture("compare", first, second, "--format", "csv", "-o", "out.csv").status == 0
    raw = (culture.home / "out.csv").read_bytes()
    assert raw == b"\xef\xbb\xbf" + printed.encode()
    header, *rows = csv.reader(StringIO(printed, newline=""))
    assert {len(row) for row in rows} == {len(header)}
    mission = dict(zip(header, next(row for row in rows if row[1] == "mission"), strict=True))
    assert (mission["then_level"], mission["now_level"], mission["changed"]) == ("2", "3", "yes")


def test_reworded_practices_are_found_by_the_models_at_hand(culture: Culture) -> None:
    """Two versions of a model in the folder are enough to tell which step is the ruler's."""
    shipped = flagship()
    text = shipped.path.read_bytes()
    folder = culture.home / "models"
    folder.mkdir()
    written(folder, text, "old.toml")
    question = shipped.model.practices["mission"].question
    version = f'"{shipped.model.version}"'.encode()
    changed = text.replace(question.encode(), b"Is there a mission?").replace(version, b'"1.1.0"', 1)
    newer = written(folder, changed, "new.toml")
    first = kept(culture, taken(levels(mission=2, vision=2), of=shipped.skeleton()), "a.toml")
    second = kept(culture, later(levels(mission=3, vision=3), of=load_model(newer).skeleton()), "b.toml")
    found = facts(culture, first, second)
    assert {key: each["reworded"] for key, each in found["practices"].items()} == {
        "mission": True,
        "vision": False,
    }
    newer.unlink()
    assert facts(culture, first, second)["wording_known"] is False


def test_the_document_is_in_the_language_that_was_asked_for(culture: Culture) -> None:
    """A client reads the comparison in the client's language."""
    found = culture("compare", str(SPRING), str(AUTUMN), "--language", "es").out
    assert "## Antes de leer los números" in found
    assert [line for line in found.splitlines() if "than before" in line or "people could show" in line] == []


def test_comparing_changes_nothing_on_disk(culture: Culture) -> None:
    """A consultant looks at clients' files without touching them."""
    first = kept(culture, taken(levels(mission=2)), "a.toml")
    second = kept(culture, later(levels(mission=3)), "b.toml")
    before = {path: path.read_bytes() for path in culture.home.iterdir()}
    assert culture("compare", first, second).status == 0
    assert {path: path.read_bytes() for path in culture.home.iterdir()} == before
