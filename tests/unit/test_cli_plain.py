"""`culture assess --plain`: a workshop as a script, a screen reader or a pipe holds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from culture_tui.storage.assessment_files import load_assessment
from plain import WHO, held, kept, levels, with_our_model
from running import Culture


@pytest.fixture
def culture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Culture:
    """The command, in a workspace with a model of three practices on two levels."""
    with_our_model(tmp_path)
    return Culture(capsys, monkeypatch, tmp_path)


def test_answers_become_a_file_whose_name_is_the_only_data(culture: Culture) -> None:
    """A script reads the file's name from standard output; the questions are talk."""
    ran = held(culture, "2\n1\n2\n")
    assert (ran.status, ran.out) == (0, "a.toml\n")
    assert levels(culture) == {"mission": 2, "welcome": 1, "farewell": 2}
    subject = kept(culture).subject
    assert (subject.organisation, subject.unit) == ("Harbour Bank", "Payments")
    assert kept(culture).model.id == "our-model"


def test_each_question_is_read_aloud_with_its_place_and_its_levels(culture: Culture) -> None:
    """Somebody who cannot see the screen hears all that is on it."""
    said = held(culture, "2\n").err
    first = "Practice 1 of 3, Purpose: Mission.\nDo we have a mission?\n"
    assert f"{first}Level 1, No: We do not\nLevel 2, Yes: We do\n" in said
    assert "Practice 2 of 3, Purpose: Welcome.\nDo we welcome people?\n" in said


def test_a_new_workshop_gets_a_file_of_its_own_in_the_workspace(culture: Culture) -> None:
    """Without a name it lies where `culture list` finds it, under its id."""
    ran = culture("--workspace", "elsewhere", "assess", "--plain", answers=WHO + "2\n")
    path = culture.home / ran.out.strip()
    assert path.parent == culture.home / "elsewhere" / "assessments"
    stored = load_assessment(path).assessment
    assert path.name == f"{stored.id}.toml"
    assert stored.id.startswith(f"{stored.workshop.date}-payments-")


def test_every_answer_is_on_disk_before_the_next_question(culture: Culture) -> None:
    """Whatever happens then, what was said is kept."""
    seen: list[dict[str, int | None]] = []

    def answers() -> Iterator[str]:
        for answer in ("2\n", "1\n"):
            yield answer
            seen.append(levels(culture))

    held(culture, answers())
    assert seen == [{"mission": 2}, {"mission": 2, "welcome": 1}]


def test_back_asks_the_practice_before_and_says_its_level(culture: Culture) -> None:
    """A group may change its mind."""
    ran = held(culture, "1\nback\n2\n")
    assert levels(culture) == {"mission": 2}
    again = ran.err.split("Practice 1 of 3")[2]
    assert "So far: level 1 No.\n" in again.partition("Practice 2 of 3")[0].rpartition("We do\n")[2]


def test_back_at_the_first_practice_stays_there(culture: Culture) -> None:
    """There is nothing before the first, and the last must not be asked instead."""
    held(culture, "b\n2\n")
    assert levels(culture) == {"mission": 2}


@pytest.mark.parametrize("word", ["skip", "s", "", "SKIP"])
def test_skip_leaves_a_practice_unrated(culture: Culture, word: str) -> None:
    """Unrated is neither zero nor the lowest level."""
    held(culture, f"{word}\n2\n")
    assert levels(culture) == {"welcome": 2}


@pytest.mark.parametrize("word", ["na", "n/a", "NA"])
def test_not_applicable_needs_a_reason_and_keeps_it(culture: Culture, word: str) -> None:
    """The report says why a practice was left out."""
    ran = held(culture, f"{word} Not in our hands\n2\n")
    rating = kept(culture).ratings["mission"]
    assert (rating.level, rating.not_applicable) == (None, "Not in our hands")
    assert levels(culture)["welcome"] == 2
    assert "1 of 2 rated" in ran.err


def test_notes_and_targets_stay_with_the_practice_that_is_asked(culture: Culture) -> None:
    """The level is still to come: the same practice is asked on."""
    held(culture, "note Said twice\ntarget 2\n1\n2\n")
    mission = kept(culture).ratings["mission"]
    assert (mission.level, mission.target, mission.note) == (1, 2, "Said twice")
    welcome = kept(culture).ratings["welcome"]
    assert (welcome.level, welcome.target, welcome.note) == (2, None, "")


@pytest.mark.parametrize("word", ["quit", "q", "Quit"])
def test_quit_ends_and_what_follows_is_not_read(culture: Culture, word: str) -> None:
    """Leaving is one word; nothing is lost."""
    ran = held(culture, f"2\n{word}\n1\n")
    assert (ran.status, ran.out) == (0, "a.toml\n")
    assert levels(culture) == {"mission": 2}


def test_the_end_of_input_ends_the_workshop(culture: Culture) -> None:
    """A script need not know how many practices a model has."""
    ran = held(culture, "2")
    assert (ran.status, ran.out) == (0, "a.toml\n")
    assert levels(culture) == {"mission": 2}


def test_a_workshop_is_resumed_at_the_first_unanswered_practice(culture: Culture) -> None:
    """The second half is another day."""
    held(culture, "2\nna Not ours\n")
    ran = culture("assess", "--plain", "a.toml", answers="1\n")
    assert ran.status == 0
    assert "Practice 1 of 3" not in ran.err
    assert "Practice 3 of 3, Purpose: Farewell" in ran.err
    assert levels(culture) == {"mission": 2, "welcome": None, "farewell": 1}


def test_a_finished_workshop_asks_nothing(culture: Culture) -> None:
    """All is answered: the file's name is all that is left to say."""
    held(culture, "2\n2\n2\n")
    before = (culture.home / "a.toml").read_bytes()
    ran = culture("assess", "--plain", "a.toml", answers="1\n")
    assert (ran.status, ran.out) == (0, "a.toml\n")
    assert (culture.home / "a.toml").read_bytes() == before
