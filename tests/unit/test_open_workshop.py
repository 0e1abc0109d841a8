"""An open workshop takes changes in and back, says in words what is saved, and never loses an export."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from errno import EDQUOT
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest

from culture_tui import language
from culture_tui.domain.assessment import Assessment
from culture_tui.errors import NotWrittenError, UnsoundInputError
from culture_tui.reports.document import Document, Heading
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml
from culture_tui.storage.saver import Saver, SaveState
from culture_tui.storage.workspace import Workspace
from culture_tui.tui.messages import SaveStateChanged
from culture_tui.tui.workshop import OpenWorkshop
from saving import ALWAYS, AN_HOUR, Desk, Heard, sitting_down
from support import NOW, digested, maturity_model, rated

MODEL = maturity_model({"purpose": ["mission", "vision"], "care": ["welcome"]})
NAME = "2026-11-21-payments-7f3a"
LATER = NOW + timedelta(minutes=5)
FULL = f"NOT SAVED: cannot be written: {os.strerror(EDQUOT)} · a.toml"


class Room:
    """A workshop at a desk, and what was heard of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.heard: Heard[SaveStateChanged] = Heard()
        self.exports = desk.folder.parent / "exports"

    def opened(self, assessment: Assessment) -> OpenWorkshop:
        """A workshop from a file."""
        self.desk.path.write_bytes(to_toml(to_table(assessment)))
        stored = load_assessment(self.desk.path)
        return self._workshop(stored.assessment, stored.digest)

    def begun(self, assessment: Assessment) -> OpenWorkshop:
        """A workshop that has no file yet."""
        return self._workshop(assessment, None)

    def on_disk(self) -> Assessment:
        """What the file says."""
        return load_assessment(self.desk.path).assessment

    def _workshop(self, assessment: Assessment, digest: str | None) -> OpenWorkshop:
        place = Workspace(self.desk.folder.parent)
        return OpenWorkshop(assessment, MODEL, self.desk.path, digest, place, self.heard)


@pytest.fixture(name="room")
def a_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A file to save to, with savers that do not try again by themselves."""
    made: list[Saver] = []

    def saver(path: Path, digest: str | None, report: Heard[SaveState]) -> Saver:
        made.append(Saver(path, digest, report, retry_seconds=(AN_HOUR,)))
        return made[-1]

    monkeypatch.setattr("culture_tui.tui.workshop.Saver", saver)
    monkeypatch.setattr("culture_tui.tui.workshop.now", lambda: LATER)
    language.use("en")
    yield from map(Room, sitting_down(tmp_path, monkeypatch))
    for each in made:
        each.close()


def back(assessment: Assessment) -> Assessment:
    """An assessment after something was taken back: as it was, but changed later."""
    return assessment.model_copy(update={"updated": LATER})


def final(assessment: Assessment) -> Assessment:
    """The same, finished."""
    return assessment.model_copy(update={"status": "final"})


def page(title: str, words: NullTranslations) -> Document:
    """A document of a heading and a word of ours."""
    return (Heading(1, title), Heading(2, words.gettext("draft")))


@pytest.mark.parametrize(
    ("levels", "scope", "current"),
    [
        ({}, (), "mission"),
        ({"mission": 2}, (), "vision"),
        ({"mission": 2, "vision": 2, "welcome": 2}, (), "mission"),
        ({"welcome": 2}, ("care",), "welcome"),
    ],
    ids=["new", "begun", "all answered", "all in scope answered"],
)
def test_a_workshop_goes_on_where_it_stopped(
    levels: dict[str, int], scope: tuple[str, ...], current: str, room: Room
) -> None:
    """After the break the first thing on the projector is the next open question."""
    of = rated(MODEL, **levels)
    of = of.model_copy(update={"workshop": of.workshop.model_copy(update={"scope": scope})})
    assert room.opened(of).current == current


def test_nothing_is_written_before_something_changes(room: Room) -> None:
    """Whoever only looks leaves no trace, and the line says so."""
    workshop = room.opened(rated(MODEL))
    assert workshop.settle()
    assert workshop.close()
    assert (workshop.said, workshop.failed) == ("nothing new to save in a.toml", False)
    assert (room.heard.all, room.desk.disk.written) == ([], [])


def test_a_new_workshop_is_on_disk_at_once(room: Room) -> None:
    """What was typed at the beginning is there even if the laptop dies before the first vote."""
    workshop = room.begun(rated(MODEL))
    assert workshop.settle()
    assert room.on_disk() == rated(MODEL)


def test_a_change_is_on_disk_and_said(room: Room) -> None:
    """The room sees the time and the file of what it has just agreed on."""
    workshop = room.opened(rated(MODEL))
    workshop.change(rated(MODEL, mission=4))
    assert workshop.settle()
    assert workshop.assessment == room.on_disk() == rated(MODEL, mission=4)
    (heard,) = room.heard.all
    assert (heard.said, heard.failed) == (workshop.said, workshop.failed)
    assert (workshop.said[:6], workshop.said[14:], workshop.failed) == ("saved ", " in a.toml", False)


def test_undo_goes_back_change_by_change_and_to_their_practices(room: Room) -> None:
    """Whoever takes a level back sees the practice that it belonged to."""
    workshop = room.opened(rated(MODEL))
    workshop.change(rated(MODEL, mission=4))
    workshop.current = "welcome"
    workshop.change(rated(MODEL, mission=4, welcome=1))
    workshop.current = "vision"
    for before, current in ((back(rated(MODEL, mission=4)), "welcome"), (back(rated(MODEL)), "mission")):
        assert workshop.undo()
        assert workshop.settle()
        assert (workshop.assessment, workshop.current, room.on_disk()) == (before, current, before)


def test_there_is_nothing_to_take_back_from_before_opening(room: Room) -> None:
    """A key pressed once too often changes nothing on disk."""
    workshop = room.opened(rated(MODEL, mission=4))
    assert not workshop.undo()
    workshop.change(rated(MODEL, mission=5))
    assert workshop.undo()
    assert not workshop.undo()
    assert workshop.settle()
    assert (workshop.assessment, workshop.current) == (back(rated(MODEL, mission=4)), "vision")
    assert room.on_disk() == back(rated(MODEL, mission=4))


def test_a_change_after_an_undo_is_taken_back_first(room: Room) -> None:
    """Undo follows what people did, not what they took back long ago."""
    workshop = room.opened(rated(MODEL))
    workshop.change(rated(MODEL, mission=4))
    workshop.undo()
    workshop.change(rated(MODEL, mission=2))
    assert workshop.undo()
    assert workshop.assessment == back(rated(MODEL))
    assert not workshop.undo()


def test_changes_of_one_kind_in_a_row_are_taken_back_together(room: Room) -> None:
    """A note is taken back as a note, not pause by pause of the typing."""
    workshop = room.opened(rated(MODEL))
    for level, kind in ((1, "note"), (2, "note"), (3, ""), (4, ""), (5, "note")):
        workshop.change(rated(MODEL, mission=level), kind)
    seen = []
    while workshop.undo():
        seen.append(workshop.assessment.rating("mission").level)
    assert seen == [4, 3, 2, None]


def test_what_followed_from_a_change_is_taken_back_with_it(room: Room) -> None:
    """What the program worked out by itself is nobody's to take back."""
    workshop = room.opened(rated(MODEL))
    workshop.change(rated(MODEL, mission=4))
    workshop.follow(rated(MODEL, mission=4, vision=1))
    assert workshop.settle()
    assert room.on_disk() == rated(MODEL, mission=4, vision=1)
    assert workshop.undo()
    assert workshop.assessment == back(rated(MODEL))


def test_a_final_assessment_is_not_changed(room: Room) -> None:
    """What was handed over to a client stays what it was."""
    workshop = room.opened(final(rated(MODEL, mission=4)))
    before = room.desk.path.read_bytes()
    assert workshop.is_final
    with pytest.raises(UnsoundInputError) as caught:
        workshop.change(rated(MODEL, mission=5))
    assert str(caught.value) == "the assessment is final: it can be read and exported, not changed"
    assert not workshop.undo()
    assert workshop.settle()
    assert workshop.assessment == final(rated(MODEL, mission=4))
    assert (room.desk.path.read_bytes(), room.heard.all) == (before, [])


def test_making_final_is_taken_back_and_then_what_was_before(room: Room) -> None:
    """A slip of the finger at the end of a day costs nothing, and reopening is no way around undo."""
    workshop = room.opened(rated(MODEL))
    workshop.change(rated(MODEL, mission=4))
    workshop.restate(workshop.assessment.with_status("final", LATER))
    workshop.restate(workshop.assessment.with_status("draft", LATER, "more"))
    workshop.restate(workshop.assessment.with_status("final", LATER))
    assert (workshop.is_final, workshop.can_undo) == (True, True)
    seen = []
    while workshop.undo():
        seen.append((workshop.assessment.status, len(workshop.assessment.trace)))
    assert seen == [("draft", 2), ("final", 1), ("draft", 0), ("draft", 0)]
    assert (workshop.assessment, workshop.can_undo) == (back(rated(MODEL)), False)
    assert workshop.settle()
    assert room.on_disk() == back(rated(MODEL))


def test_a_final_assessment_can_be_exported(room: Room) -> None:
    """A finished one is what clients ask for most."""
    workshop = room.opened(final(rated(MODEL)))
    path = workshop.export(partial(page, "Final"), "profile")
    assert path.read_text("utf-8") == "# Final\n\n## draft\n"


def test_exports_are_named_after_the_assessment_and_kept(room: Room) -> None:
    """A report that somebody has sent is still there after the next one."""
    workshop = room.opened(rated(MODEL))
    paths = [
        workshop.export(partial(page, f"Nº {number}"), kind)
        for number, kind in enumerate(["profile", "profile", "roadmap", "profile"])
    ]
    names = [f"{NAME}-{rest}.md" for rest in ("profile", "profile-2", "roadmap", "profile-3")]
    assert paths == [room.exports / name for name in names]
    assert [path.read_bytes() for path in paths] == [
        f"# Nº {number}\n\n## draft\n".encode() for number in range(4)
    ]


def test_an_export_speaks_the_language_of_the_assessment(room: Room) -> None:
    """A client in Spain gets Spanish from a consultant whose program speaks English."""
    workshop = room.opened(rated(MODEL).model_copy(update={"language": "es"}))
    path = workshop.export(partial(page, "Perfil"), "profile")
    assert path.read_text("utf-8") == "# Perfil\n\n## borrador\n"


def test_an_export_that_cannot_be_written_is_said(room: Room) -> None:
    """A report that is not there must not be thought to be."""
    workshop = room.opened(rated(MODEL))
    room.exports.write_bytes(b"in the way")
    with pytest.raises(NotWrittenError):
        workshop.export(partial(page, "Profile"), "profile")
    assert room.exports.read_bytes() == b"in the way"


def test_what_is_not_saved_is_said_until_it_is(room: Room) -> None:
    """The line, the failure and the way to the copy go together, and go away together."""
    workshop = room.opened(rated(MODEL))
    room.desk.disk.refusals = 1
    workshop.change(rated(MODEL, mission=4))
    room.heard.first(1)
    assert (workshop.said, workshop.failed, workshop.recovery) == (FULL, True, room.desk.copy())
    assert load_assessment(room.desk.copy()).assessment == workshop.assessment == rated(MODEL, mission=4)
    workshop.change(rated(MODEL, mission=5))
    assert workshop.settle()
    assert (workshop.said[14:], workshop.failed, workshop.recovery) == (" in a.toml", False, None)
    assert [heard.failed for heard in room.heard.all] == [True, False]
    assert room.heard.all[0].said == FULL
    assert room.on_disk() == rated(MODEL, mission=5)


def test_leaving_tells_whether_everything_is_on_disk(room: Room) -> None:
    """Only then may a program go without asking."""
    workshop = room.opened(rated(MODEL))
    room.desk.disk.refusals = ALWAYS
    workshop.change(rated(MODEL, mission=4))
    assert not workshop.close()
    assert (workshop.failed, workshop.recovery) == (True, room.desk.copy())
    with pytest.raises(RuntimeError):
        workshop.change(rated(MODEL, mission=5))


def test_beside_the_file_of_somebody_else_the_new_name_is_said(room: Room) -> None:
    """Whoever looks for today's file must find it under the name on the screen."""
    workshop = room.opened(rated(MODEL))
    room.desk.path.write_bytes(to_toml(to_table(rated(MODEL, mission=1))))
    workshop.change(rated(MODEL, mission=4))
    assert workshop.settle()
    assert workshop.said[14:] == " beside somebody's change, in a-2.toml"
    assert not workshop.failed


def test_the_model_and_the_place_stay_at_hand(room: Room) -> None:
    """Every screen reads from the same workshop."""
    workshop = room.opened(rated(MODEL))
    assert (workshop.model, workshop.path) == (MODEL, room.desk.path)
    assert workshop.workspace == Workspace(room.desk.folder.parent)
    assert workshop.assessment.model == digested(MODEL)
