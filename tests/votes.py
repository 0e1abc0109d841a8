"""Files of votes, and the small model that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from culture_tui.domain.gathering import VotesFound
from culture_tui.errors import UnsoundInputError
from culture_tui.storage.model_files import LoadedModel, load_model
from culture_tui.storage.votes_file import read_votes
from pilot.stage import model_text

PRACTICES: Final = ("welcome", "farewell", "mission", "vision")

SPANISH: Final = """
format = 1
[[scale]]
name = "Ausente"
[[scale]]
name = "Iniciado"
[practices.mission]
title = "Misión"
question = "¿Para qué estamos aquí?"
[practices.vision]
title = "Visión"
"""


def small_model(folder: Path) -> LoadedModel:
    """A model of four practices on five levels: Absent, Begun, Agreed, Lived, Renewed."""
    folder.mkdir(exist_ok=True)
    path = folder / "harbour.toml"
    path.write_text(model_text(), encoding="utf-8")
    return load_model(path)


def in_spanish(folder: Path, text: str = SPANISH) -> None:
    """Its translation, beside it."""
    (folder / "harbour.es.toml").write_text(text, encoding="utf-8")


def table(*rows: Sequence[str], delimiter: str = ",") -> str:
    """Rows as the lines of a file."""
    return "".join(f"{delimiter.join(row)}\r\n" for row in rows)


def voted(folder: Path, content: str | bytes, ignored: Sequence[str] = ()) -> VotesFound:
    """What is found in a file of this content."""
    path = folder / "votes.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_votes(path, small_model(folder / "models"), ignored)


def rounds(folder: Path, content: str | bytes) -> dict[str, tuple[int, ...]]:
    """The histograms in a file of this content."""
    return dict(voted(folder, content).votes.rounds)


def refusal(folder: Path, content: str | bytes, ignored: Sequence[str] = ()) -> list[str]:
    """What a person is told about a file that is refused, without its folder."""
    try:
        voted(folder, content, ignored)
    except UnsoundInputError as error:
        return [str(problem).removeprefix(f"{folder}/") for problem in error.problems]
    raise AssertionError(content)
