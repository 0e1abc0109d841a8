"""Files that an earlier version wrote are read as they were meant, and written back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from culture_tui.domain.scoring import profile
from culture_tui.storage.assessment_files import load_assessment, to_table, to_toml

GOLDEN = Path(__file__).parents[1] / "golden"
EXAMPLES = sorted((Path(__file__).parents[2] / "assessments").glob("*.toml"))


def test_a_file_of_format_1_says_what_it_said() -> None:
    """Last year's workshop must not mean something else this year."""
    kept = load_assessment(GOLDEN / "assessment-format-1.toml").assessment
    overall = profile(kept).overall
    assert (kept.id, kept.subject.unit, kept.workshop.participants) == (
        "2026-11-17-payments-desk-9a06",
        "Payments desk",
        9,
    )
    assert (overall.level, round(overall.score or 0, 3), overall.coverage.rated) == (3, 2.653, 32)
    assert kept.rating("root-causes").rounds[-1] == (0, 0, 2, 7, 0)


def test_a_file_of_format_1_is_written_as_it_was_read() -> None:
    """A consultant's folder under version control shows what changed, and nothing else."""
    path = GOLDEN / "assessment-format-1.toml"
    assert to_toml(to_table(load_assessment(path).assessment)) == path.read_bytes()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_as_the_program_would_write_them(path: Path) -> None:
    """The first rating in an example changes one line, not the whole file."""
    assert to_toml(to_table(load_assessment(path).assessment)) == path.read_bytes()
