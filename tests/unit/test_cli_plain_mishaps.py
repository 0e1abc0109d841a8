"""`culture assess --plain` where something goes wrong: nothing said is lost, nothing lost is called saved."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.saver import Saver
from documents import MODEL, written
from plain import OURS, WHO, held, kept, levels, with_our_model
from running import Conversation, Culture, in_a_process


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with a model of three practices on two levels."""
    with_our_model(tmp_path)
    return Culture(capsys, monkeypatch, tmp_path)


def test_a_workshop_killed_in_the_middle_keeps_all_answers(tmp_path: Path) -> None:
    """A laptop that dies takes nothing with it."""
    talk = Conversation(with_our_model(tmp_path), "--model", "our-model", "a.toml")
    talk.answer("Harbour Bank", then="Unit")
    talk.answer("", then="Practice 1 of 3")
    talk.answer("2", then="Practice 2 of 3")
    talk.answer("note nobody was sure", then="Welcome: ")
    talk.answer("1", then="Practice 3 of 3")
    ran = talk.end(signal.SIGKILL)
    assert ran.status == -signal.SIGKILL
    of = load_assessment(tmp_path / "a.toml").assessment
    assert {key: rating.level for key, rating in of.ratings.items()} == {"mission": 2, "welcome": 1}
    assert of.ratings["welcome"].note == "nobody was sure"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.toml"]


def test_a_ballot_outlives_a_kill_and_goes_on_where_it_was(tmp_path: Path) -> None:
    """Nobody votes twice; the assessment tells no vote, and the file beside it counts only."""
    talk = Conversation(with_our_model(tmp_path), "--model", "our-model", "a.toml")
    talk.answer("Harbour Bank", then="Unit")
    talk.answer("", then="Mission: ")
    talk.answer("skip", then="Welcome: ")
    talk.answer("ballot", then="Vote: ")
    talk.answer("2", then="1 has voted.")
    talk.answer("1", then="2 have voted.")
    talk.end(signal.SIGKILL)
    assert load_assessment(tmp_path / "a.toml").assessment.ratings == {}
    (file,) = (tmp_path / "state").rglob("ballots/*.json")
    assert ('"counts":[1,1]' in file.read_text(), "last" in file.read_text()) == (True, False)
    ran = in_a_process(tmp_path, "assess", "--plain", "a.toml", answers="ballot\n2\n\naccept\n")
    assert "Round 1 under way: 2 have voted; ballot goes on with it.\nWelcome: ballot\n" in ran.err
    assert load_assessment(tmp_path / "a.toml").assessment.ratings["welcome"].rounds == ((1, 2),)
    assert not file.exists()


def test_votes_that_cannot_be_kept_on_disk_are_told_once(culture: Culture) -> None:
    """The ballot goes on all the same; whoever passes the laptop must know not to close it."""
    written(culture.home, b"", "state")
    ran = held(culture, "ballot\n2\n2\n\n")
    assert ran.err.count("These votes cannot be kept on disk.") == 1
    assert kept(culture).ratings["mission"].rounds == ((0, 2),)


IMPOSSIBLE: Final = (
    "0",
    "3",
    "-1",
    "2.0",
    "+2",
    "two",
    "\uff12",
    "2 because",
    "na",
    "note",
    "target",
    "target 3",
)


@pytest.mark.parametrize("answer", [*IMPOSSIBLE, "target two", "9" * 5000, "0019", "quit now", "\x1b[A"])
def test_an_answer_that_cannot_be_is_asked_again(culture: Culture, answer: str) -> None:
    """A slip of the finger rates nothing and ends nothing."""
    ran = held(culture, f"{answer}\n2\n")
    assert ran.status == 0
    assert ran.err.count("\nstdin:3: ") == 1
    assert kept(culture).ratings.keys() == {"mission"}
    mission = kept(culture).ratings["mission"]
    assert (mission.level, mission.target, mission.note, mission.not_applicable) == (2, None, "", None)


@pytest.mark.parametrize("word", ["note", "na"])
def test_a_text_too_long_to_keep_is_said_so_and_asked_again(culture: Culture, word: str) -> None:
    """A whole transcript pasted at a prompt must not end the workshop."""
    ran = held(culture, f"{word} {'x' * 20_001}\n2\n")
    assert ran.status == 0
    assert levels(culture) == {"mission": 2}


@pytest.mark.parametrize("names", [f"{'x' * 301}\n\n", f"Harbour Bank\n{'x' * 301}\n"], ids=["who", "unit"])
def test_a_name_too_long_to_keep_is_told_without_a_traceback(tmp_path: Path, names: str) -> None:
    """The wrong file piped in is a mistake of input, not of the program."""
    ran = in_a_process(with_our_model(tmp_path), *OURS, "a.toml", answers=f"{names}2\n")
    assert ran.has_no_traceback()
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize("answers", ["", "\n", "  \nPayments\n2\n"], ids=["end", "empty", "blank"])
def test_without_an_organisation_there_is_no_workshop(culture: Culture, answers: str) -> None:
    """An empty script is a mistake: exit 2, nothing on disk."""
    ran = culture(*OURS, "a.toml", answers=answers)
    assert (ran.status, ran.out) == (2, "")
    assert not (culture.home / "a.toml").exists()


def test_the_file_that_is_named_is_there_even_without_a_rating(culture: Culture) -> None:
    """A script that opens the name it was given must find a file: the names were answers too."""
    ran = held(culture, "")
    assert (ran.status, ran.out) == (0, "a.toml\n")
    assert kept(culture).subject.organisation == "Harbour Bank"


def test_what_cannot_be_saved_ends_with_exit_3(culture: Culture) -> None:
    """Nobody talks on for an hour into a file that is not there."""
    written(culture.home, b"", "in-the-way")
    ran = held(culture, "2\n1\n", "in-the-way/a.toml")
    assert (ran.status, ran.out) == (3, "")
    assert "in-the-way/a.toml: cannot be " in ran.last_said
    assert "Practice 2 of 3" not in ran.err


def test_a_disk_that_does_not_answer_is_not_called_saved(
    culture: Culture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network folder that hangs has saved nothing, whatever it may do later."""
    monkeypatch.setattr(Saver, "settle", lambda _saver, _seconds: False)
    ran = held(culture, "2\n")
    assert (ran.status, ran.out) == (3, "")


def test_where_somebody_else_changed_the_file_ours_is_named(culture: Culture) -> None:
    """Theirs stays as it is, and the name on standard output is the one with our answers."""
    path = culture.home / "a.toml"

    def answers() -> Iterator[str]:
        yield "2\n"
        path.write_bytes(path.read_bytes() + b"# theirs\n")
        yield "1\n"

    ran = held(culture, answers())
    assert path.read_bytes().endswith(b"# theirs\n")
    assert ran.status == 0
    assert levels(culture, ran.out.strip()) == {"mission": 2, "welcome": 1}


def test_a_model_that_lacks_a_practice_of_the_file_is_told(tmp_path: Path) -> None:
    """Resuming with the wrong model is a slip that happens; it must not end in a stack."""
    home = with_our_model(tmp_path)
    other = MODEL.replace(b"mission", b"vision").replace(b'"our-model"', b'"other"')
    written(home / "models", other, "other.toml")
    in_a_process(home, *OURS, "a.toml", answers=WHO + "skip\n2\n")
    ran = in_a_process(home, "assess", "--plain", "--model", "other", "a.toml", answers="1\n")
    assert ran.has_no_traceback()
    assert (ran.status, ran.out) == (1, "")


def test_a_model_whose_author_took_a_practice_out_is_told(tmp_path: Path) -> None:
    """Authors forget to count the version up; the file's own practices are still what is asked."""
    home = with_our_model(tmp_path)
    in_a_process(home, *OURS, "a.toml", answers=WHO + "2\n")
    written(home / "models", MODEL, "our-model.toml")
    ran = in_a_process(home, "assess", "--plain", "a.toml", answers="1\n")
    assert ran.has_no_traceback()
    assert (ran.status, ran.out) == (1, "")


def test_a_final_assessment_is_read_only(culture: Culture) -> None:
    """What was signed off is not changed by a script; it must be reopened first."""
    held(culture, "2\n")
    path = culture.home / "a.toml"
    final = path.read_bytes().replace(b'language = "en"', b'status = "final"\nlanguage = "en"', 1)
    path.write_bytes(final)
    ran = culture("assess", "--plain", "a.toml", answers="1\n1\n")
    assert path.read_bytes() == final
    assert (ran.status, ran.out) == (1, "")
    told = "a.toml: the assessment is final: it can be read and exported, not changed; "
    hint = "`culture assess --plain --reopen REASON FILE` makes it a draft again"
    assert ran.err == f"{told}{hint}\n"


def test_a_final_assessment_is_reopened_for_a_reason(culture: Culture) -> None:
    """Whoever cannot use the screen can do it too; the file tells when and why."""
    held(culture, "2\nfinish\nyes\n")
    day = kept(culture).trace[-1].at.date()
    ran = culture("assess", "--plain", "a.toml")
    assert f"a.toml: the assessment is final since {day}: it can be read" in ran.err
    ran = culture("assess", "--plain", "--reopen", " ", "a.toml")
    assert (ran.status, kept(culture).status) == (2, "final")
    ran = culture("assess", "--plain", "--reopen", "one was missing", "a.toml")
    assert (ran.status, ran.err.splitlines()[0]) == (0, "It is a draft again.")
    assert (kept(culture).status, kept(culture).trace[-1].reason) == ("draft", "one was missing")
    for file in ("a.toml", "b.toml"):
        ran = culture("assess", "--plain", "--reopen", "again", file)
        assert (ran.status, "this one is not final" in ran.err) == (2, True)


def test_answers_of_any_bytes_are_taken_without_a_traceback(tmp_path: Path) -> None:
    """A script may be in another encoding, and a paste may hold an escape code."""
    strict = {"PYTHONIOENCODING": "utf-8:strict"}
    answers = "Caf\udce9 \x1b]0;owned\x07\n\n2\n"
    ran = in_a_process(with_our_model(tmp_path), *OURS, "a.toml", answers=answers, environment=strict)
    assert ran.has_no_traceback()
    assert (ran.status, ran.out) == (0, "a.toml\n")
    organisation = load_assessment(tmp_path / "a.toml").assessment.subject.organisation
    assert organisation.startswith("Caf")
    assert organisation.isprintable()
