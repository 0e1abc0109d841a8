"""`culture show`: a profile in the form, the place and the language that were asked for."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from culture_tui.domain.records import Rating, SymptomSeen
from culture_tui.language import catalogue
from culture_tui.reports.charts import CHARTS, ChartKind
from culture_tui.reports.markdown import markdown
from culture_tui.reports.pictures import picture
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.reports.terminal import plain_text
from culture_tui.reports.why import why_document
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from documents import doc, written
from running import Culture, in_a_process
from support import assessment, flagship


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a folder with one assessment."""
    written(tmp_path, doc())
    return Culture(capsys, monkeypatch, tmp_path)


def test_a_profile_in_a_pipe_is_markdown(culture: Culture) -> None:
    """What goes on to another program is the form that programs read."""
    shown = markdown(profile_document(load_assessment(culture.home / "a.toml").assessment, catalogue("en")))
    ran = culture("show", "a.toml")
    assert (ran.status, ran.out, ran.err) == (0, shown, "")


def test_json_is_one_object_on_standard_output(culture: Culture) -> None:
    """A consultant's spreadsheet reads the same figures as the program shows."""
    ran = culture("show", "a.toml", "--format", "json")
    facts = json.loads(json.dumps(profile_json(load_assessment(culture.home / "a.toml").assessment)))
    assert (ran.status, ran.err) == (0, "")
    assert ran.facts == facts


def test_json_keeps_letters_of_every_language_readable(culture: Culture) -> None:
    """Spanish notes must not become backslashes in the file that a client opens."""
    written(culture.home, doc(note='"Reunión de ñandúes"'))
    assert "Reunión de ñandúes" in culture("show", "a.toml", "--format", "json").out


def test_text_has_no_colour_codes_in_a_pipe(culture: Culture) -> None:
    """`culture show FILE --format text | mail` sends words, not escape codes."""
    ran = culture("show", "a.toml", "--format", "text")
    assert ran.status == 0
    assert "Payments desk" in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("kind", ["text", "markdown", "json"])
def test_an_output_file_holds_what_would_have_been_printed(culture: Culture, kind: str) -> None:
    """-o only changes the place: nothing is left on standard output."""
    of = load_assessment(culture.home / "a.toml").assessment
    document = profile_document(of, catalogue("en"))
    expected = {
        "text": plain_text(document),
        "markdown": markdown(document),
        "json": json.dumps(profile_json(of), ensure_ascii=False, indent=2) + "\n",
    }
    ran = culture("show", "a.toml", "--format", kind, "-o", "profile")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (culture.home / "profile").read_bytes() == expected[kind].encode()


def test_a_folder_that_is_not_there_is_told_and_not_made(culture: Culture) -> None:
    """A slip in the path must not end as a new folder that nobody looks into."""
    ran = culture("show", "a.toml", "-o", "profles/a.md")
    assert (ran.status, ran.out, ran.err) == (3, "", "profles: there is no such folder\n")
    assert not (culture.home / "profles").exists()


def test_showing_changes_nothing_on_disk(culture: Culture) -> None:
    """A consultant looks at a client's file without touching it."""
    before = (culture.home / "a.toml").read_bytes()
    culture("show", "a.toml")
    assert [path.name for path in culture.home.iterdir()] == ["a.toml"]
    assert (culture.home / "a.toml").read_bytes() == before


def test_an_assessment_is_shown_without_its_model_at_hand(culture: Culture) -> None:
    """The file is complete in itself: the colleague who gets it may not have the model."""
    assert load_assessment(culture.home / "a.toml").assessment.model.id == "small"
    assert culture("--workspace", "nowhere", "show", "a.toml").status == 0


WITH_SYMPTOMS = {"high-turnover": SymptomSeen(seen="often"), "lost": SymptomSeen(seen="never")}


def test_why_explains_every_score_instead_of_printing_the_profile(culture: Culture) -> None:
    """Where does this number come from? One word more on the command line answers."""
    of = load_assessment(culture.home / "a.toml").assessment
    assert culture("show", "a.toml", "--why").out == markdown(why_document(of, catalogue("en")))
    culture("show", "a.toml", "--why", "--format", "text", "-o", "why.txt")
    assert (culture.home / "why.txt").read_text("utf-8") == plain_text(why_document(of, catalogue("en")))
    data = culture("show", "a.toml", "--why", "--format", "json")
    assert data.facts == culture("show", "a.toml", "--format", "json").facts


def test_symptoms_are_told_with_the_texts_of_the_model_that_is_at_hand(culture: Culture) -> None:
    """The assessment keeps ids; what they mean stands in the model."""
    of = assessment(flagship().skeleton(), {"managerial-coaching": 2})
    of = of.model_copy(update={"symptoms": WITH_SYMPTOMS})
    written(culture.home, to_toml(to_table(of)), "b.toml")
    shown = culture("show", "b.toml").out
    assert "### Good people leave us" in shown
    assert "Managers who coach 2" in shown
    symptoms = culture("show", "b.toml", "--format", "json").facts["symptoms"]
    assert isinstance(symptoms, dict)
    assert symptoms["high-turnover"]["points_to"] == list(
        flagship().model.symptoms["high-turnover"].points_to
    )
    assert symptoms["lost"]["points_to"] is None


def test_symptoms_are_told_by_id_where_the_model_is_not_at_hand(culture: Culture) -> None:
    """A mailed file is shown all the same, and says what could not be looked up."""
    of = load_assessment(culture.home / "a.toml").assessment
    of = of.model_copy(update={"symptoms": WITH_SYMPTOMS})
    written(culture.home, to_toml(to_table(of)), "b.toml")
    ran = culture("show", "b.toml")
    assert (ran.status, ran.err) == (0, "")
    assert "The model file is not at hand" in ran.out
    assert "### high-turnover" in ran.out


def test_a_model_that_is_not_sound_is_as_good_as_none(culture: Culture) -> None:
    """A broken model beside the file must not keep anybody from reading the result."""
    of = load_assessment(culture.home / "a.toml").assessment
    of = of.model_copy(update={"symptoms": WITH_SYMPTOMS})
    written(culture.home, to_toml(to_table(of)), "b.toml")
    written(culture.home, b'id = "small"\nformat = ', "small.toml")
    ran = culture("show", "b.toml")
    assert (ran.status, ran.err) == (0, "")
    assert "The model file is not at hand" in ran.out


def test_a_workshop_in_which_nothing_was_rated_yet_is_shown(culture: Culture) -> None:
    """A facilitator checks the set-up before the group arrives."""
    written(culture.home, to_toml(to_table(assessment(flagship().skeleton()))), "empty.toml")
    ran = culture("show", "empty.toml", "--format", "json")
    assert ran.status == 0
    assert ran.facts["coverage"] == {"rated": 0, "applicable": 36, "total": 36}
    overall = ran.facts["overall"]
    assert isinstance(overall, dict)
    assert (overall["score"], overall["level"]) == (None, None)


def test_a_round_in_which_nobody_voted_is_no_agreement(culture: Culture) -> None:
    """A round that was opened and closed by mistake must not end the command."""
    of = assessment(flagship().skeleton(), ratings={"mission": Rating(rounds=((0, 0, 0, 0, 0),))})
    written(culture.home, to_toml(to_table(of)), "b.toml")
    ran = culture("show", "b.toml", "--format", "json")
    practices = ran.facts["practices"]
    assert isinstance(practices, dict)
    assert practices["mission"]["agreement"] is None


def test_every_problem_of_an_unsound_file_is_a_line_of_talk(culture: Culture) -> None:
    """The place and the key of each are told, so that it can be mended in one go."""
    written(culture.home, doc(value="9", extra="colour = 1"), "b.toml")
    ran = culture("show", "b.toml")
    assert (ran.status, ran.out) == (1, "")
    assert [line.split(": ")[:2] for line in ran.err.splitlines()] == [["b.toml:10", "subject.colour"]]


def test_a_file_of_a_newer_version_is_refused_and_left_alone(culture: Culture) -> None:
    """A colleague with a newer program must not find her file cut down to what ours knows."""
    newer = doc().replace(b"format = 1", b"format = 2")
    written(culture.home, newer, "b.toml")
    ran = culture("show", "b.toml")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("b.toml:1: format: ")
    assert (culture.home / "b.toml").read_bytes() == newer


def test_a_name_that_begins_with_a_dash_can_be_shown(culture: Culture) -> None:
    """Such files exist; `--` is how every command line takes them."""
    written(culture.home, doc(), "-x.toml")
    assert culture("show", "--", "-x.toml").status == 0


def test_a_document_can_be_in_another_language_than_the_program(tmp_path: Path) -> None:
    """A consultant who works in English hands over a Spanish profile."""
    written(tmp_path, doc())
    english = in_a_process(tmp_path, "--language", "en", "show", "a.toml")
    spanish = in_a_process(tmp_path, "--language", "en", "show", "a.toml", "--language", "es")
    assert (english.status, spanish.status) == (0, 0)
    assert english.out != spanish.out


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_drawn_into_the_file_that_its_name_says(culture: Culture, chart: ChartKind) -> None:
    """The slide is made by a script as well as by the key on the screen."""
    ran = culture("show", "a.toml", "--chart", chart, "-o", "chart.svg")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    of = load_assessment(culture.home / "a.toml").assessment
    expected = picture(chart, of, catalogue(of.language))
    assert (culture.home / "chart.svg").read_text(encoding="utf-8") == expected


def test_a_picture_without_a_file_is_svg_on_standard_output(culture: Culture) -> None:
    """It goes on to a converter of one's own."""
    ran = culture("show", "a.toml", "--format", "svg")
    assert (ran.status, ran.out.splitlines()[0]) == (0, '<?xml version="1.0" encoding="UTF-8"?>')


def test_a_picture_is_in_the_language_of_the_assessment_unless_told(culture: Culture) -> None:
    """Slides are for the client."""
    asked = ("show", "a.toml", "--format", "svg")
    drawn = {code: culture(*asked, "--language", code).out for code in ("en", "es")}
    assert drawn["en"] != drawn["es"]
    own = load_assessment(culture.home / "a.toml").assessment.language
    assert culture("show", "a.toml", "--format", "svg").out == drawn[own]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--chart", "radar"), "--chart is for pictures"),
        (("--format", "png"), "a PNG needs a file; name it with -o"),
        (("--why", "-o", "a.svg"), "--why is told in words, not drawn"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    culture: Culture, arguments: tuple[str, ...], said: str
) -> None:
    """Nothing is silently ignored."""
    ran = culture("show", "a.toml", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_never_replaces_an_assessment(culture: Culture, form: str) -> None:
    """A slip of the completion key must not cost a workshop."""
    before = (culture.home / "a.toml").read_bytes()
    ran = culture("show", "a.toml", "--format", form, "-o", "a.toml")
    assert ran.status == 3
    assert (culture.home / "a.toml").read_bytes() == before


def test_a_png_without_its_library_says_what_to_install(
    culture: Culture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written, and the way on is named."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = culture("show", "a.toml", "-o", "chart.png")
    assert ran.status == 3
    assert "pip install 'culture-tui[pictures]'" in ran.err
    assert not (culture.home / "chart.png").exists()
