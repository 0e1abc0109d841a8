"""A model of 200 practices, and a workshop in the middle of it: `make bench` scores in that one too."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from culture_tui.domain.assessment import Assessment
from culture_tui.domain.records import Rating, Subject, Workshop
from culture_tui.storage.assessment_files import to_table, to_toml
from culture_tui.storage.model_files import load_model

_DIMENSIONS = 40
_EACH = 5
_LEVELS = 5
_DESCRIPTOR = (
    "Nearly everyone names the reason behind a hard choice. Exceptions are counted, leaders go first."
)


def make(workspace: Path) -> Path:
    """Write the model and its workshop into a workspace; the workshop's file."""
    model_file = workspace / "models" / "large.toml"
    model_file.parent.mkdir(parents=True, exist_ok=True)
    model_file.write_text(_model_text(), encoding="utf-8")
    loaded = load_model(model_file)
    practices = list(loaded.model.practices)
    at = datetime(2026, 11, 21, 9, tzinfo=UTC)
    workshop = Assessment(
        id="2026-11-21-large",
        title="Large",
        language="en",
        created=at,
        updated=at,
        subject=Subject(organisation="Harbour Bank"),
        workshop=Workshop(date=date(2026, 11, 21), participants=9),
        model=loaded.skeleton(),
        ratings={key: Rating(level=3, rounds=((0, 2, 5, 2, 0),)) for key in practices[:150]},
    )
    file = workspace / "assessments" / f"{workshop.id}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(to_toml(to_table(workshop)))
    return file


def _model_text() -> str:
    lines = ["format = 1", 'id = "large"', 'version = "1.0.0"', 'language = "en"', 'title = "Large"']
    for level in range(1, _LEVELS + 1):
        lines += [
            "[[scale]]",
            f"level = {level}",
            f'id = "l{level}"',
            f'name = "Level {level}"',
            'meaning = "m"',
        ]
    lines += ["[parts.whole]", 'title = "Whole"']
    levels = ", ".join(f'"{_DESCRIPTOR}"' for _ in range(_LEVELS))
    for dimension in range(_DIMENSIONS):
        lines += [f"[dimensions.d{dimension}]", 'part = "whole"', f'title = "Dimension {dimension}"']
        for practice in range(_EACH):
            lines += [f"[practices.p{dimension}-{practice}]", f'dimension = "d{dimension}"']
            lines += [
                f'title = "Practice {dimension}.{practice}"',
                'question = "How is it done here, and by whom?"',
            ]
            lines += [f"levels = [{levels}]"]
    return "\n".join(lines) + "\n"
