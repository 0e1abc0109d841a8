"""A workshop line by line, on a model of three practices and two levels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from culture_tui.domain.assessment import Assessment
from culture_tui.storage.assessment_files import load_assessment
from documents import MODEL, written
from running import Culture, Ran

MORE: Final = b"""
[practices.welcome]
dimension = "purpose"
title = "Welcome"
question = "Do we welcome people?"
levels = ["Hardly", "Warmly"]

[practices.farewell]
dimension = "purpose"
title = "Farewell"
question = "Do we say goodbye?"
levels = ["Hardly", "Warmly"]
"""
OURS: Final = ("assess", "--plain", "--model", "our-model")
WHO: Final = "Harbour Bank\nPayments\n"


def with_our_model(home: Path) -> Path:
    """A workspace with a model of three practices on two levels."""
    (home / "assessments").mkdir()
    (home / "models").mkdir()
    written(home / "models", MODEL + MORE, "our-model.toml")
    return home


def held(culture: Culture, answers: str | Iterator[str], file: str = "a.toml") -> Ran:
    """A new workshop in which these answers are given, after the names."""
    if isinstance(answers, str):
        return culture(*OURS, file, answers=WHO + answers)
    return culture(*OURS, file, answers=chain(WHO.splitlines(keepends=True), answers))


def kept(culture: Culture, file: str = "a.toml") -> Assessment:
    """What stands on disk."""
    return load_assessment(culture.home / file).assessment


def levels(culture: Culture, file: str = "a.toml") -> dict[str, int | None]:
    """The levels on disk, by practice."""
    return {key: rating.level for key, rating in kept(culture, file).ratings.items()}
