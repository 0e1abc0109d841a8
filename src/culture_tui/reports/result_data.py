"""A result as data: the same keys wherever a score and a level are handed to another program."""

from __future__ import annotations

from dataclasses import asdict

from culture_tui.domain.scoring import Result


def result_json(result: Result) -> dict[str, object]:
    """The score, not rounded, the level held, and what they cover."""
    return {"score": result.score, "level": result.level, "coverage": asdict(result.coverage)}
