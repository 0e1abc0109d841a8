"""Votes of a round under way: on disk at once, counts only, and gone with the reveal."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.ballot import Ballot, new_ballot
from culture_tui.storage.ballots import BallotBox
from support import NOW, assessment, skeleton

WORKSHOP = assessment(skeleton({"care": ["a", "b"]}))
VOTES = new_ballot(WORKSHOP, "a").with_vote(3).with_vote(5)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of our own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def files(home: Path) -> list[Path]:
    """What is kept of votes under way."""
    return sorted((home / "state").rglob("ballots/*"))


def box(home: Path, of: Assessment = WORKSHOP, name: str = "a.toml") -> BallotBox:
    """The box of an assessment at a path."""
    return BallotBox(of, home / name)


def kept(home: Path, ballot: Ballot = VOTES) -> Path:
    """A file with this ballot, written by a box that is closed."""
    first = box(home)
    first.keep(ballot)
    first.close()
    (file,) = files(home)
    return file


def test_votes_are_there_when_the_assessment_is_opened_again(home: Path) -> None:
    """A laptop that dies in the middle of a vote costs nobody a second round of pressing."""
    kept(home)
    again = box(home)
    assert again.of(WORKSHOP, "a") == VOTES.sealed()
    assert again.under_way(WORKSHOP) == [VOTES.sealed()]
    assert again.of(WORKSHOP, "b") is None


def test_the_file_holds_counts_and_not_the_last_vote(home: Path) -> None:
    """Who looks into the folder after each person would else know what that one pressed."""
    file = kept(home)
    said = json.loads(file.read_text())
    assert said["ballots"] == [{"mode": "full", "item": "a", "round": 1, "counts": [0, 0, 1, 0, 1]}]
    assert set(said) == {"format", "assessment", "ballots"}


def test_only_its_owner_may_read_it(home: Path) -> None:
    """Laptops are shared, votes are not."""
    assert stat.S_IMODE(kept(home).stat().st_mode) == 0o600


def test_two_files_of_one_assessment_have_two_boxes(home: Path) -> None:
    """A copy on a stick is another workshop."""
    kept(home)
    assert box(home, name="copy.toml").of(WORKSHOP, "a") is None
    assert len(files(home)) == 1


def test_two_rounds_can_be_under_way(home: Path) -> None:
    """The group left one vote for the break and began the next."""
    first = box(home)
    first.keep(VOTES)
    first.keep(new_ballot(WORKSHOP, "b").with_vote(1))
    first.close()
    assert [ballot.item for ballot in box(home).under_way(WORKSHOP)] == ["a", "b"]


def test_an_emptied_ballot_leaves_no_file(home: Path) -> None:
    """The only vote was taken back."""
    first = box(home)
    first.keep(VOTES)
    first.keep(new_ballot(WORKSHOP, "a"))
    first.close()
    assert files(home) == []


def test_the_file_goes_when_the_votes_are_safe_elsewhere_and_not_before(home: Path) -> None:
    """Between the reveal and the save a power cut must still find them."""
    kept(home)
    opened, asked, safe = box(home), Event(), Event()

    def once() -> bool:
        asked.set()
        return safe.wait(20)

    opened.drop(VOTES, once)
    assert asked.wait(20)
    assert len(files(home)) == 1
    assert opened.of(WORKSHOP, "a") is None
    safe.set()
    opened.close()
    assert files(home) == []


def test_the_file_stays_where_the_reveal_could_not_be_saved(home: Path) -> None:
    """It is then the only copy on a disk."""
    kept(home)
    opened = box(home)
    opened.drop(VOTES, lambda: False)
    opened.close()
    assert len(files(home)) == 1


def test_votes_of_a_round_that_was_revealed_since_are_thrown_away(home: Path) -> None:
    """Else the same people would be counted twice."""
    kept(home)
    revealed = WORKSHOP.with_round("a", VOTES.counts, NOW)
    assert box(home, revealed).under_way(revealed) == []
    assert files(home) == []


WAYS_TO_SPOIL: tuple[Callable[[str], str], ...] = (
    lambda _said: "",
    lambda _said: "not json",
    lambda said: said[:-5],
    lambda said: said.replace('"format":1', '"format":2'),
    lambda said: said.replace("payments", "another"),
    lambda said: said.replace("[0,0,1,0,1]", "[0,0,1]"),
    lambda said: said.replace("[0,0,1,0,1]", "[0,0,-1,0,1]"),
    lambda said: said.replace('"item":"a"', '"item":"gone"'),
    lambda said: said.replace('"item":"a"', '"item":"../a"'),
    lambda said: said.replace('"round":1', '"round":2'),
    lambda said: said.replace('"round":1', '"round":true'),
    lambda _said: "[" * 100_000,
    lambda said: said + " " * 300_000,
)
"""Ways in which a file can be no ballot of ours."""


@pytest.mark.parametrize("spoil", WAYS_TO_SPOIL)
def test_a_file_that_is_no_ballot_of_this_workshop_is_ignored_and_removed(
    home: Path, spoil: Callable[[str], str]
) -> None:
    """Half a file or a stranger's must neither stop a workshop nor vote in it."""
    file = kept(home)
    before = file.read_text()
    assert spoil(before) != before
    file.write_text(spoil(before))
    assert box(home).under_way(WORKSHOP) == []
    assert files(home) == []


def test_a_final_assessment_has_no_vote_under_way(home: Path) -> None:
    """Nothing is voted on any more; whoever reopens it finds the votes."""
    kept(home)
    final = WORKSHOP.model_copy(update={"status": "final"})
    assert box(home, final).under_way(WORKSHOP) == []
    assert len(files(home)) == 1


def test_a_disk_that_refuses_is_known(home: Path) -> None:
    """The screen can say that the votes are in memory only."""
    (home / "state").write_text("a file where the folder should be")
    opened = box(home)
    opened.keep(VOTES)
    opened.close()
    assert opened.failed
    assert opened.of(WORKSHOP, "a") == VOTES
