"""A whole workshop at a real terminal: twelve people, 36 practices, in Spanish, until the file is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Final

import pytest

from culture_tui.domain.agreement import middle_votes
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.progress import items_in_scope, left_open
from culture_tui.language import catalogue
from culture_tui.storage.assessment_files import load_assessment
from running import COMMAND, surroundings
from terminal import SECONDS, TERMINALS, Sitting, sitting

WORDS: Final = catalogue("es")
NOTE: Final = "Lo dijo todo el equipo [post-mortem]"
BETWEEN_PEOPLE: Final = 0.8
"""A laptop does not change hands faster; the program takes quicker keys for a key that is held."""

LAPTOP, PARKED, REASON, LEFT_OUT, AT_ONCE = 4, 7, 9, 11, 13
"""By its number in the order of asking: what is done with a practice, where not by hands and the median."""

WHY: Final = "Why {level}, and not the median of the votes, {median}"
WINDOW: Final = 30
"""Cells of a line of a window that are read as one."""

SPLITS: Final = frozenset({2, 15, 28})


def es(text: str, **named: object) -> str:
    """A text of the program as a Spanish facilitator reads it."""
    said = WORDS.gettext(text)
    assert said != text, f"not translated: {text}"
    return said.format(**named)


class Room:
    """A facilitator at the keyboard, and the file that must follow."""

    def __init__(self, at: Sitting, folder: Path) -> None:
        self.at = at
        self._folder = folder

    @property
    def kept(self) -> Assessment:
        """What is on disk now."""
        (path,) = self._folder.glob("*.toml")
        return load_assessment(path).assessment

    def until(self, is_so: Callable[[Assessment], bool]) -> None:
        """Wait until the file says so."""
        end = monotonic() + SECONDS
        while not is_so(self.kept):
            assert monotonic() < end, "\n".join(self.at.terminal.rows())
            sleep(0.02)

    def hands(self, typed: str, number: int = 1) -> None:
        """Type the hands, and reveal them."""
        self.at.press("t", then=es("Hands, round {number}", number=number))
        self.at.press(typed, then=typed)
        self.at.press("enter", then=es("Round {number} revealed", number=number))

    def laptop(self, votes: str) -> None:
        """Pass the laptop round; nobody sees a level before the reveal."""
        seen = self.at.press("v", then=es("Voting, round {number}", number=1))
        for count, vote in enumerate(votes, start=1):
            sleep(BETWEEN_PEOPLE)
            seen = self.at.press(vote, then=es("{count} of {people} voted", count=count, people=12))
            assert "■" not in seen
            assert "◆" not in seen
        self.at.press("r", then=es("Round {number} revealed", number=1))


def settle(room: Room, number: int, practice: str) -> None:
    """Do with a practice what this workshop does with it, and see it on disk."""
    if number in SPLITS:
        room.hands("5 0 2 0 5")
        room.hands("4 1 2 1 4", number=2)
        room.at.terminal.press("s")
        room.until(lambda kept: kept.rating(practice).left_open == "split")
    elif number == LAPTOP:
        room.laptop("233343323334")
        room.at.terminal.press("a")
        room.until(lambda kept: kept.rating(practice).level == 3)
    elif number == PARKED:
        room.hands("0 6 0 6 0")
        room.at.terminal.press("p")
        room.until(lambda kept: kept.rating(practice).left_open == "parked")
    elif number == REASON:
        room.hands("0 3 6 3 0")
        sleep(BETWEEN_PEOPLE)  # right after the reveal a digit is taken for a key that is held
        room.at.press("2", then=es(WHY, level=2, median=3)[:WINDOW])
        room.at.press("La nueva sede aún no lo hace", then="nueva sede")
        room.at.terminal.press("enter")
        room.until(lambda kept: kept.rating(practice).level == 2)
    elif number == LEFT_OUT:
        room.at.press("o", then=es("Why it does not apply here"))
        room.at.press("Aquí no hay proveedores", then="proveedores")
        room.at.terminal.press("enter")
        room.until(lambda kept: kept.rating(practice).not_applicable is not None)
    elif number == AT_ONCE:
        room.at.terminal.press("4")
        room.until(lambda kept: kept.rating(practice).level == 4)
    else:
        room.hands("0 3 6 3 0")
        room.at.terminal.press("a")
        room.until(lambda kept: kept.rating(practice).level == 3)


def set_up(room: Room) -> None:
    """Begin a workshop for twelve people."""
    room.at.read(es("start a workshop"))
    room.at.press("n", then=es("People in the room"))
    room.at.press("Banco del Puerto", "enter", "Caja", then="Caja")
    for _ in range(5):
        room.at.terminal.press("enter")
    room.at.press("12", then=f"{es('People in the room')} 12")
    room.at.press("f2", then=es("Not rated yet: press 1 to {top}", top=5))


def close(room: Room) -> None:
    """Look at everything once more, and close the assessment."""
    room.at.press("y", then=es("Symptoms"))
    room.at.terminal.press("3")
    room.until(lambda kept: [each.seen for each in kept.symptoms.values()] == ["often"])
    room.at.press("escape", then=es("{done} of {total}", done=36 - len(SPLITS) - 1, total=36))
    room.at.press("g", then=es("Held back by: {titles}.", titles="")[:-2])
    room.at.press("m", then=es("Improvement roadmap"))
    room.until(lambda kept: kept.roadmap is not None)
    room.at.press("F", then=es("Still open:"))
    room.at.terminal.press("F")
    room.until(lambda kept: kept.status == "final")


@pytest.mark.timeout(400)
@pytest.mark.parametrize("kind", TERMINALS)
def test_twelve_people_rate_a_whole_model_in_spanish_and_close_it(kind: str, tmp_path: Path) -> None:
    """What a facilitator does in half a day, key by key, and what is in the client's hands at the end."""
    folder = tmp_path / "taller" / "assessments"
    command = [*COMMAND, "--language", "es", "--workspace", str(tmp_path / "taller")]
    own = {"TERM": "xterm-256color", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    with sitting(kind, command, surroundings(tmp_path, own), (80, 24), tmp_path) as at:
        room = Room(at, folder)
        set_up(room)
        order = items_in_scope(room.kept)
        for number, practice in enumerate(order, start=1):
            settle(room, number, practice)
            if number == 1:
                at.press("n", then=es("Note"))
                sleep(BETWEEN_PEOPLE)
                at.press(NOTE, then="[post-mortem]")
                at.terminal.press("escape")
                room.until(lambda kept: NOTE in kept.rating(order[0]).note)
            if number < len(order):
                at.press("right", then=es("Not rated yet: press 1 to {top}", top=5))
        close(room)
        at.leave("ctrl+q")
        transcript = at.transcript
    kept = room.kept
    splits = {order[number - 1] for number in SPLITS}
    assert kept.status == "final"
    assert kept.trace[-1].status == "final"
    assert kept.workshop.participants == 12
    assert {item for item in left_open(kept) if kept.rating(item).left_open == "split"} == splits
    assert all(kept.rating(item).rounds == ((5, 0, 2, 0, 5), (4, 1, 2, 1, 4)) for item in splits)
    assert sum(rating.level is not None for rating in kept.ratings.values()) == 31
    assert kept.rating(order[LAPTOP - 1]).rounds == ((0, 2, 8, 2, 0),)
    assert kept.rating(order[REASON - 1]).reason == "La nueva sede aún no lo hace"
    for rating in kept.ratings.values():
        assert all(sum(votes) == 12 for votes in rating.rounds)
        if rating.level and rating.rounds and not rating.reason:
            assert rating.level == middle_votes(rating.rounds[-1])[0]
    said = "\n".join(transcript)
    assert NOTE.split(maxsplit=1)[0] in said
    for text in (
        "Round 1",
        "v Vote",
        "saved ",
        "Not rated",
        " ? Help :",
        "a Accept",
        ": Commands",
        "g Results",
    ):
        assert text not in said, text
