"""Bringing the catalogues up to date with the texts in the code: `make catalogues`.

Click's own texts ("Usage", "No such option") are part of the interface, so they stand in our
catalogues too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import culture_tui
from culture_tui.language import DOMAIN, FOLDER, LANGUAGES

KEYWORDS = {"_": None, "ngettext": (1, 2), "marked": None, "Phrase": None}
PLURALS = {"es": "nplurals=2; plural=(n != 1);"}


def texts() -> Catalog:
    """Every text that the interface can show, with the files that it stands in."""
    catalogue = Catalog(project="culture-tui", charset="utf-8", fuzzy=False)
    for message, file in (*_ours(), *_click()):
        catalogue.add(message, locations=[(file, 1)], auto_comments=())
    return catalogue


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """A language's catalogue as it stands; empty where there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def update(language: str) -> None:
    """Add new texts to a catalogue, drop those that are gone, keep what is translated."""
    catalogue = read(language)
    created = catalogue.creation_date
    catalogue.update(texts(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = created
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, omit_header=False, include_lineno=False)


def _ours() -> Iterator[tuple[str | tuple[str, ...], str]]:
    folder = Path(culture_tui.__file__).parent
    for file, _, message, _, _ in extract_from_dir(folder, keywords=KEYWORDS):
        yield message, file


def _click() -> Iterator[tuple[str | tuple[str, ...], str]]:
    folder = Path(click.__file__).parent
    for file, _, message, _, _ in extract_from_dir(folder, keywords={"_": None, "ngettext": (1, 2)}):
        yield message, f"click/{file}"


if __name__ == "__main__":
    for code in LANGUAGES:
        if code != "en":
            update(code)
