"""`culture assess --plain` at a terminal: more is asked, votes are typed unseen, mistakes are sentences."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from culture_tui.storage.assessment_files import load_assessment
from plain import with_our_model
from running import surroundings
from terminal import Sitting, sitting

COMMAND = [sys.executable, "-m", "culture_tui", "assess", "--plain", "--model", "our-model", "a.toml"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")


def begun(desk: Sitting, *, people: str = "", mode: str = "") -> None:
    """Answer what a terminal asks before the first question."""
    desk.read("Organisation:")
    desk.press("Harbour Bank", "enter", then="Unit (may be empty):")
    desk.press("Payments", "enter", then="People in the room (may be empty):")
    desk.press(people, "enter", then="(empty: full):")
    desk.press(mode, "enter", then="help tells all of them.")


def test_a_terminal_asks_for_people_and_mode(tmp_path: Path) -> None:
    """A person is there who knows."""
    with sitting("memory", COMMAND, surroundings(with_our_model(tmp_path)), (100, 30), tmp_path) as desk:
        begun(desk, people="7", mode="p")
        desk.read("Question 1 of 1")
        desk.press("2", "enter", then="Everything has been asked.")
        desk.leave("quit", "enter")
    of = load_assessment(tmp_path / "a.toml").assessment
    assert (of.workshop.participants, of.workshop.mode) == (7, "pulse")
    assert of.pulse["purpose"].level == 2


def test_a_wrong_head_count_is_asked_again(tmp_path: Path) -> None:
    """Wrong is no reason to begin anew."""
    with sitting("memory", COMMAND, surroundings(with_our_model(tmp_path)), (100, 30), tmp_path) as desk:
        desk.read("Organisation:")
        desk.press("Harbour Bank", "enter", then="Unit")
        desk.press("", "enter", then="People in the room")
        desk.press(
            "many", "enter", then="The number of people is a whole number from 1 on. People in the room"
        )
        desk.press("", "enter", then="(empty: full):")
        desk.press("half", "enter", then="The mode is full or pulse. Mode:")
        desk.press("", "enter", then="Practice 1 of 3")
        desk.leave("q", "enter")
    assert load_assessment(tmp_path / "a.toml").assessment.workshop.participants is None


def test_the_votes_of_a_ballot_are_never_on_the_screen(tmp_path: Path) -> None:
    """The laptop goes round, and the next one must not see what the one before voted."""
    with sitting("memory", COMMAND, surroundings(with_our_model(tmp_path)), (100, 30), tmp_path) as desk:
        begun(desk)
        desk.press("ballot", "enter", then="Vote:")
        for count, vote in enumerate("212", start=1):
            desk.press(vote, "enter", then=f"{count} {'have' if count > 1 else 'has'} voted. Vote:")
            rows = desk.terminal.rows()
            assert [row for row in rows if row.startswith("Vote:")] == ["Vote:"] * (count + 1)
        desk.press("1\r2\r", then="5 have voted. Vote:")
        rows = desk.terminal.rows()
        assert [row for row in rows if row in {"1", "2"} or row.startswith("Vote:")] == ["Vote:"] * 6
        desk.press("", "enter", then="Level 1: 2, level 2: 3.")
        desk.press("accept", "enter", then="Practice 2 of 3")
        desk.leave("q", "enter")
    assert load_assessment(tmp_path / "a.toml").assessment.ratings["mission"].rounds == ((2, 3),)


def test_a_mistake_is_a_sentence_without_a_line_and_words_stay_whole(tmp_path: Path) -> None:
    """Nobody at a terminal counts lines; who listens row by row hears no half words."""
    with sitting("memory", COMMAND, surroundings(with_our_model(tmp_path)), (60, 30), tmp_path) as desk:
        begun(desk)
        seen = desk.press("nte", "enter", then="Not understood: nte. Did you mean note? help tells")
        assert "stdin" not in seen
        desk.leave("q", "enter")


@pytest.mark.parametrize("key", ["\x04", "\x03"], ids=["ctrl+d", "ctrl+c"])
def test_the_keys_that_end_a_program_end_it_with_everything_saved(tmp_path: Path, key: str) -> None:
    """Also in the middle of a ballot, which stays under way."""
    with sitting("memory", COMMAND, surroundings(with_our_model(tmp_path)), (100, 30), tmp_path) as desk:
        begun(desk)
        desk.press("1", "enter", then="Practice 2 of 3")
        desk.press("ballot", "enter", then="Vote:")
        desk.press("2", "enter", then="1 has voted. Vote:")
        desk.leave(key)
        seen = desk.terminal.rows()
    assert "Traceback" not in "\n".join(seen)
    ratings = load_assessment(tmp_path / "a.toml").assessment.ratings
    assert {name: rating.level for name, rating in ratings.items()} == {"mission": 1}
    assert "Round 1 under way: 1 has voted; ballot goes on with it." in seen
