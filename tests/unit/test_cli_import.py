"""`culture import`: votes from a form become an assessment, and nothing of the people is kept."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from culture_tui.domain.agreement import agreement
from culture_tui.domain.assessment import Assessment
from culture_tui.storage.assessment_files import load_assessment
from documents import written
from running import Culture, Ran, in_a_process
from support import CONFORMANCE, flagship
from votes import in_spanish, small_model, table

OURS = ("--model", "harbour")
OUT = ("-o", "out.toml")
VOTES = table(
    ("When", "E-mail", "Welcome", "Farewell", "Mission", "Vision"),
    ("2026-11-02", "zoe@harbour.example", "3", "n/a", "2", ""),
    ("2026-11-03", "ana@harbour.example", "4", "n/a", "4", ""),
    ("2026-11-03", "mo@harbour.example", "4", "", "4", ""),
    ("2026-11-04", "jo@harbour.example", "5", "", "2", ""),
)


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with the small model and a file of votes."""
    (tmp_path / "assessments").mkdir()
    small_model(tmp_path / "models")
    written(tmp_path, VOTES.encode(), "votes.csv")
    return Culture(capsys, monkeypatch, tmp_path)


def imported(culture: Culture, *options: str) -> Ran:
    """The votes, imported into `out.toml`."""
    return culture("import", "votes.csv", *OURS, *OUT, *options)


def kept(culture: Culture) -> Assessment:
    """What stands in `out.toml`."""
    return load_assessment(culture.home / "out.toml").assessment


def test_votes_become_an_assessment_whose_path_is_the_only_data(culture: Culture) -> None:
    """A script reads the path; a person reads the rest."""
    ran = imported(culture)
    assert (ran.status, ran.out) == (0, "out.toml\n")
    assessment = kept(culture)
    assert (assessment.workshop.participants, assessment.workshop.gathered) == (4, 4)
    assert (assessment.status, assessment.model.id, assessment.language) == ("draft", "harbour", "en")
    assert {key: rating.rounds for key, rating in assessment.ratings.items()} == {
        "welcome": ((0, 0, 1, 2, 1),),
        "mission": ((0, 2, 0, 2, 0),),
        "farewell": (),
    }
    assert all(rating.level is None for rating in assessment.ratings.values())


def test_all_that_was_left_out_is_told_by_name(culture: Culture) -> None:
    """A column that vanishes in silence may have been the one that mattered."""
    said = imported(culture).err.splitlines()
    assert said == [
        "Votes gathered before the workshop: 4",
        "Practices with votes: 2 of 4",
        "Columns left out, because no practice is called so: “When”, “E-mail”",
        "--ignore TITLE says that a column is left out on purpose.",
        "Practices that nobody answered: Vision",
        "Not applicable, as all say who answered: Farewell",
        "Organisation: votes, from the name of the file; --organisation gives another.",
    ]


def test_what_is_ignored_on_purpose_is_not_told_again(culture: Culture) -> None:
    """With both columns named, nothing is left to say about them."""
    said = imported(culture, "--ignore", "when", "--ignore", "E-mail").err
    assert "left out" not in said
    assert "--ignore" not in said


def test_a_column_can_be_ignored_although_it_is_a_practice(culture: Culture) -> None:
    """A question that was misunderstood is dropped before anything is kept."""
    ran = imported(culture, "--ignore", "Mission")
    assert set(kept(culture).ratings) == {"welcome", "farewell"}
    assert "Practices without a column: Mission" in ran.err


def test_a_practice_that_applies_to_nobody_says_so_in_the_documents_language(culture: Culture) -> None:
    """The reason stands in the client's report."""
    imported(culture)
    rating = kept(culture).ratings["farewell"]
    assert rating.not_applicable == "All who voted before the workshop say that it does not apply."
    assert rating.rated_at == kept(culture).created


def test_accepting_the_median_rates_with_the_lower_one(culture: Culture) -> None:
    """For a survey without a workshop; of 2 and 4 the 2, and it is told."""
    ran = imported(culture, "--accept", "median")
    assert "Lower medians taken as agreed levels: 2, 1 of them from middle votes apart" in ran.err
    ratings = kept(culture).ratings
    assert {key: rating.level for key, rating in ratings.items()} == {
        "welcome": 4,
        "mission": 2,
        "farewell": None,
    }
    assert ratings["mission"].rated_at == kept(culture).created


def test_the_options_name_the_workshop(culture: Culture) -> None:
    """All that the screen asks can be said on the command line."""
    ran = imported(
        culture,
        *("--organisation", "Harbour Bank", "--unit", "Payments", "--title", "Spring survey"),
        *("--date", "2026-05-12", "--population", "14"),
    )
    assessment = kept(culture)
    assert assessment.subject.model_dump() == {"organisation": "Harbour Bank", "unit": "Payments", "tags": ()}
    assert (assessment.title, assessment.workshop.date) == ("Spring survey", date(2026, 5, 12))
    assert assessment.workshop.population == 14
    assert assessment.id.startswith("2026-05-12-payments-")
    assert "Organisation:" not in ran.err


def test_the_language_is_that_of_the_documents(culture: Culture) -> None:
    """A consultant who works in English hands over in the client's language."""
    assert imported(culture, "--language", "es").status == 0
    assert kept(culture).language == "es"


def test_without_a_name_for_the_file_it_lies_where_the_list_finds_it(culture: Culture) -> None:
    """Under its id in the workspace, so that two imports never meet."""
    paths = {culture("import", "votes.csv", *OURS).out.strip() for _ in range(2)}
    assert len(paths) == 2
    for path in map(Path, paths):
        stored = load_assessment(culture.home / path)
        assert path.name == f"{stored.assessment.id}.toml"
        assert (culture.home / path).parent == culture.home / "assessments"


def test_a_workspace_that_is_not_there_yet_is_made(culture: Culture) -> None:
    """The first thing that somebody does may be an import."""
    written(culture.home, b"mission\r\n3\r\n", "one.csv")
    ran = culture("--workspace", "new", "import", "one.csv")
    assert load_assessment(culture.home / ran.out.strip()).assessment.model.id == "service-culture"


@pytest.mark.parametrize("what", ["assessment", "empty", "folder", "link"])
def test_what_stands_there_already_is_never_replaced(what: str, culture: Culture) -> None:
    """A slip of the name must not cost a workshop."""
    path = culture.home / "out.toml"
    if what == "folder":
        path.mkdir()
    elif what == "link":
        path.symlink_to("elsewhere.toml")
    else:
        path.write_bytes(b"precious" if what == "assessment" else b"")
    before = path.lstat()
    ran = imported(culture)
    assert (ran.status, ran.out) == (3, "")
    assert (
        ran.err
        == "out.toml: stands there already, and an import replaces nothing; give another name with -o\n"
    )
    assert path.lstat() == before


def test_a_file_that_appears_while_votes_are_read_is_not_replaced_either(
    culture: Culture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a minute is long enough for a colleague to save under the same name."""
    path = culture.home / "out.toml"

    def reading(*_arguments: object) -> None:
        path.write_text("precious", encoding="utf-8")

    monkeypatch.setattr("culture_tui.commands.import_votes.checked", reading)
    ran = imported(culture)
    assert (ran.status, path.read_text("utf-8")) == (3, "precious")


def test_a_folder_that_is_not_there_is_not_made(culture: Culture) -> None:
    """It is a slip, as for every other `-o`."""
    ran = culture("import", "votes.csv", *OURS, "-o", "nowhere/out.toml")
    assert (ran.status, ran.err) == (3, "nowhere: there is no such folder\n")
    assert not (culture.home / "nowhere").exists()


def test_a_slip_is_told_with_line_and_column_and_nothing_is_written(culture: Culture) -> None:
    """Whoever made the form can put it right."""
    rows = ("3", "maybe", "7", "3.5"), ("0", "1", "2", "3")
    written(culture.home, table(("Welcome", "Farewell", "Mission", "Vision"), *rows).encode(), "votes.csv")
    ran = imported(culture)
    said = "is no level from 1 to 5, no n/a and not blank"
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        f"votes.csv:2: Farewell: 'maybe' {said}",
        f"votes.csv:2: Mission: '7' {said}",
        f"votes.csv:2: Vision: '3.5' {said}",
        f"votes.csv:3: Welcome: '0' {said}",
    ]
    assert not (culture.home / "out.toml").exists()


def test_at_most_ten_slips_are_told_and_none_of_them_at_length(culture: Culture) -> None:
    """A column of comments taken for votes is told in ten lines."""
    rows = [(f"{number} {'x' * 5_000}",) for number in range(1_000)]
    written(culture.home, table(("Welcome",), *rows).encode(), "votes.csv")
    ran = imported(culture)
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 10
    assert max(map(len, ran.err.splitlines())) < 200


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--ignore", "Email"), 1, "no column is called “Email”"),
        (("--population", "3"), 2, "--population: 4 people voted, more than the 3 concerned"),
        (("--organisation", " "), 2, "--organisation: must not be empty"),
        (("--title", "x" * 301), 2, "--title: longer than 300 characters"),
        (("--date", "1850-01-01"), 2, "the year is not between 1900 and 2199"),
        (("--accept", "mean"), 2, "'mean' is not 'median'"),
        (("--model", "unheard"), 1, "no model has the id `unheard`"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_a_wrong_option_is_refused_and_nothing_is_written(
    options: tuple[str, ...], status: int, said: str, culture: Culture
) -> None:
    """What was meant is not guessed."""
    ran = imported(culture, *options)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert not (culture.home / "out.toml").exists()


def test_nothing_that_identifies_a_person_is_in_the_file(culture: Culture) -> None:
    """That is the promise people answered under."""
    secret = [f"secret-{number}" for number in range(6)]
    rows = [(name, name, "3", "n/a", f"{name}, I say") for name in secret]
    content = table(("Name", "secret-name", "Mission", "Vision", "Comment"), *rows, delimiter="\t")
    written(culture.home, content.encode(), "votes.csv")
    assert imported(culture, "--ignore", "secret-name").status == 0
    text = (culture.home / "out.toml").read_text("utf-8")
    assert "secret" not in text
    assert "Name" not in text
    assert "Comment" not in text
    assert "[0, 0, 6, 0, 0]" in text


def test_the_order_of_the_answers_leaves_no_trace(culture: Culture) -> None:
    """Who came first and who came last is nobody's business."""
    head, *rows = VOTES.splitlines(keepends=True)
    texts = []
    for content in ("".join([head, *rows]), "".join([head, *reversed(rows)])):
        written(culture.home, content.encode(), "votes.csv")
        imported(culture)
        path = culture.home / "out.toml"
        texts.append(
            [line for line in path.read_text("utf-8").splitlines() if line.startswith(("    [", "["))]
        )
        path.unlink()
    assert texts[0] == texts[1]


def test_concordance_is_said_once_and_not_kept(culture: Culture) -> None:
    """It needs whole rows, and rows are not ours to keep."""
    vectors = json.loads((CONFORMANCE / "vectors.json").read_text("utf-8"))
    (vector,) = (each for each in vectors if each["name"] == "workshop_6raters_4items_scale")
    levels = [tuple(map(str, row)) for row in vector["input"]["ratings_rows_are_raters"]]
    incomplete = [("1", "5", "", "1"), ("n/a", "1", "5", "1")]
    content = table(("Welcome", "Farewell", "Mission", "Vision"), *levels, *incomplete)
    written(culture.home, content.encode(), "votes.csv")
    said = imported(culture).err
    assert "Kendall's W of the 6 who gave a level to every practice asked: 0.72. It is not kept." in said
    assert "0.72" not in (culture.home / "out.toml").read_text("utf-8")


def test_without_two_whole_answers_there_is_no_concordance(culture: Culture) -> None:
    """A figure that is not defined is not shown as a zero."""
    assert "Kendall" not in imported(culture).err


def test_a_form_in_spanish_becomes_votes_for_the_same_practices(culture: Culture) -> None:
    """Half of the staff may have answered in their own language."""
    in_spanish(culture.home / "models")
    content = table(("Misión", "VISIÓN"), ("2 - Iniciado", "Ausente"), ("3,0", "No aplica"), delimiter=";")
    written(culture.home, content.encode("cp1252"), "votes.csv")
    ran = imported(culture)
    assert {key: rating.rounds[0] for key, rating in kept(culture).ratings.items()} == {
        "mission": (0, 1, 1, 0, 0),
        "vision": (1, 0, 0, 0, 0),
    }
    assert ran.err.splitlines()[0] == (
        "votes.csv: not UTF-8; read as Windows-1252; if letters look wrong, save it as CSV UTF-8"
    )


def test_the_profile_of_votes_that_were_gathered_shows_their_agreement(culture: Culture) -> None:
    """A consultant may show a survey without any workshop."""
    imported(culture, "--accept", "median")
    facts = culture("show", "out.toml", "--format", "json").facts
    workshop, practices = facts["workshop"], facts["practices"]
    assert isinstance(workshop, dict)
    assert isinstance(practices, dict)
    figures = agreement((0, 0, 1, 2, 1))
    assert figures is not None
    assert workshop["gathered"] == 4
    assert (practices["welcome"]["level"], practices["welcome"]["agreement"]["n"]) == (4, figures.n)


def test_what_was_imported_is_sound_and_can_be_gone_on_with(culture: Culture) -> None:
    """Import, then the workshop in the room: round 0 stays, and is not told before the room has voted."""
    imported(culture)
    assert culture("check", "out.toml").status == 0
    before = kept(culture).ratings["welcome"].rounds
    ran = culture("assess", "--plain", "out.toml", answers="4\nquit\n")
    assert "Votes gathered before the workshop: 4\n" in ran.err
    assert "Gathered before" not in ran.err
    rating = kept(culture).ratings["welcome"]
    assert (rating.level, rating.rounds) == (4, before)
    again = culture("assess", "--plain", "out.toml", answers="quit\n")
    assert "Votes gathered before the workshop" not in again.err


def test_enough_votes_are_read_aloud_with_their_median_and_how_far_they_agree(culture: Culture) -> None:
    """With fewer than five a word would say more than it knows."""
    written(culture.home, table(("Welcome",), *[(level,) for level in "22345"]).encode(), "votes.csv")
    imported(culture)
    said = culture("assess", "--plain", "out.toml", answers="votes 3 3 4 4 5 5\nyes\nquit\n").err
    assert "Gathered before: 5 votes, median 3, spread; level 2: 2, level 3: 1" in said


def test_every_shipped_practice_can_be_named_by_its_id_and_by_its_title(culture: Culture) -> None:
    """A form for the model that ships is made from either."""
    practices = flagship().model.practices
    for number, header in enumerate([list(practices), [each.title for each in practices.values()]]):
        content = table([f'"{title}"' for title in header], ["3"] * len(practices))
        written(culture.home, content.encode(), "votes.csv")
        ran = culture("import", "votes.csv", "-o", f"{number}.toml")
        assert "Practices with votes: 36 of 36" in ran.err
        assert list(load_assessment(culture.home / f"{number}.toml").assessment.ratings) == list(practices)


def test_the_command_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    """As a consultant's script calls it, with nothing loaded before."""
    written(tmp_path, b"mission\r\n3\r\n4\r\n", "votes.csv")
    ran = in_a_process(tmp_path, "import", "votes.csv", "-o", "out.toml")
    assert (ran.status, ran.out) == (0, "out.toml\n")
    stored = load_assessment(tmp_path / "out.toml").assessment
    assert stored.ratings["mission"].rounds == ((0, 0, 1, 1, 0),)
    assert abs((datetime.now().astimezone() - stored.created).total_seconds()) < 60
