"""The house stays small: sizes of files, functions and screens, and how much of it is tested."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_SCREEN = 250


def lines_of(paths: list[Path]) -> int:
    """All lines of these files."""
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def definitions(path: Path, *kinds: type[ast.AST]) -> Iterator[tuple[str, int]]:
    """Name and number of lines of each definition of these kinds in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, kinds) and isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        ):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_holds_one_idea(path: Path) -> None:
    """A file that ran away is where the next mistake hides."""
    assert lines_of([path]) <= MOST_LINES


def test_a_function_fits_in_the_eye() -> None:
    """What cannot be seen at once cannot be checked at once."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    sizes = {(path.name, name): size for path in SOURCES for name, size in definitions(path, *kinds)}
    assert {which: size for which, size in sizes.items() if size > MOST_LINES_OF_A_FUNCTION} == {}


def test_a_screen_takes_in_writes_down_and_shows() -> None:
    """The screen that ran away is the usual end of a terminal program."""
    screens = [path for path in SOURCES if path.parent.name == "screens"]
    sizes = {(path.name, name): size for path in screens for name, size in definitions(path, ast.ClassDef)}
    assert {which: size for which, size in sizes.items() if size > MOST_LINES_OF_A_SCREEN} == {}


def test_there_is_at_least_a_line_of_test_for_a_line_of_code() -> None:
    """A facilitator in front of a client cannot try things out."""
    assert lines_of(sorted((ROOT / "tests").rglob("*.py"))) >= lines_of(SOURCES)


def test_less_than_half_of_the_house_is_screens() -> None:
    """What the product knows must not live in what it looks like."""
    screens = [path for path in SOURCES if "tui" in path.relative_to(ROOT / "src/culture_tui").parts]
    assert lines_of(screens) < lines_of(SOURCES) / 2


def test_nothing_is_silenced_without_a_reason() -> None:
    """A rule that is switched off in passing is a rule that nobody keeps."""
    silenced = ("# no" + "qa", "# type: ig" + "nore", "except Exc" + "eption", "except Base" + "Exception")
    found = [
        (path.name, mark) for path in SOURCES for mark in silenced if mark in path.read_text(encoding="utf-8")
    ]
    assert found == []
