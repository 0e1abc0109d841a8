"""What widgets report: past tense, a fact, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from culture_tui.domain.assessment import Assessment
    from culture_tui.domain.gathering import VotesFound
    from culture_tui.domain.model import MaturityModel
    from culture_tui.storage.workspace import Workspace


@dataclass
class LevelChosen(Message):
    """Somebody settled on a level of the practice that is shown."""

    level: int


class ChoiceHeld(Message):
    """Somebody pressed Enter on a level right after a reveal, without having pointed at one."""


@dataclass
class PracticeChosen(Message):
    """Somebody picked a practice to go to."""

    practice_id: str


@dataclass
class AssessmentChosen(Message):
    """Somebody picked a saved assessment to go on with."""

    path: Path


@dataclass
class RowChosen(Message):
    """Somebody picked a row of a list to open it."""

    key: str


@dataclass
class ColumnChosen(Message):
    """Somebody clicked on the name of a column."""

    column: str


@dataclass
class WorkshopWanted(Message):
    """Somebody wants to start a workshop, with the model given or the one that ships."""

    model: str | None = None


@dataclass
class FactsChanged(Message):
    """Somebody changed a field of what is known about a workshop."""

    field: str


@dataclass
class WorkspaceChosen(Message):
    """Somebody named a folder to work in."""

    root: Path


@dataclass
class WorkshopBegun(Message):
    """Everything that a new workshop needs to know has been said."""

    assessment: Assessment
    model: MaturityModel
    path: Path
    place: Workspace


@dataclass
class VoteFilesSeen(Message):
    """Somebody has looked for files of votes."""

    files: list[str]


@dataclass
class VotesRead(Message):
    """A file of votes was read, or could not be."""

    typed: str
    found: VotesFound | None
    wrong: str


@dataclass
class WorkshopLeft(Message):
    """Somebody came back home."""


@dataclass
class SaveStateChanged(Message):
    """The saver wrote a change, or could not; said in words."""

    said: str
    failed: bool


@dataclass
class HandsTyped(Message):
    """Somebody changed the line of hands."""

    typed: str


@dataclass
class HandsEntered(Message):
    """Somebody wants the line of hands kept."""

    typed: str


@dataclass
class OtherReadingWanted(Message):
    """Somebody means the line of hands in the other way."""


@dataclass
class TerminalGone(Message):
    """Nobody can read the screen any more."""
