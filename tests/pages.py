"""The pages of docs/ taken apart: the files, tables and messages that they show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_DOCS: Final = Path(__file__).parents[1] / "docs"


def page(name: str) -> str:
    """A page of docs/ as it stands."""
    return (_DOCS / f"{name}.md").read_text(encoding="utf-8")


def example(document: str) -> bytes:
    """The TOML file that a document shows."""
    (found,) = re.findall(r"^```toml\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    return str(found).encode()


def errors_shown(document: str) -> list[str]:
    """The problems that a document says a file has."""
    (found,) = re.findall(
        r"^\$ culture (?:model )?check .*\n((?:front-desk\.toml:.*\n)+)", document, re.MULTILINE
    )
    return str(found).splitlines()


def rows(document: str, first: str) -> list[list[str]]:
    """The cells of the one table whose header begins with this."""
    lines = document.splitlines()
    (at,) = (index for index, line in enumerate(lines) if line.startswith(f"| {first} |"))
    found = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def section(document: str, heading: str) -> str:
    """What stands under a heading, down to the next one of its rank."""
    return document.split(f"\n{heading}\n", 1)[1].split(f"\n{heading.split(' ', 1)[0]} ", 1)[0]


def keys_in(part: str) -> set[str]:
    """The keys that the tables of a part of a page name in their first column."""
    cells = re.findall(r"^\| (`[^|]+) \|", part, re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([a-z_]+)`", cell)}
