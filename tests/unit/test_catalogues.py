"""A language that we claim to speak has no hole in its catalogue."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import catalogues
import culture_tui
from culture_tui.language import LANGUAGES

CLAIMED = [code for code in LANGUAGES if code != "en"]


def forms(message: Message) -> list[str]:
    """The translations of a message: one, or one for each plural form."""
    found = message.string
    return list(found) if isinstance(found, (tuple, list)) else [str(found or "")]


def ids(message: Message) -> list[str]:
    """The English texts of a message: one, or singular and plural."""
    return list(message.id) if isinstance(message.id, (tuple, list)) else [str(message.id)]


def placeholders(text: str) -> set[str]:
    """The names in braces, and click's in percent signs."""
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return braces | {part.split(")")[0] for part in text.split("%(")[1:]}


def messages(catalogue: Catalog) -> list[Message]:
    """Every message but the header."""
    return [message for message in catalogue if message.id]


@pytest.mark.parametrize("language", CLAIMED)
def test_every_text_of_the_code_is_in_the_catalogue(language: str) -> None:
    """One English word on the projector, and the client's staff wonder what else is foreign."""
    catalogue = catalogues.read(language)
    assert [message.id for message in messages(catalogues.texts()) if message.id not in catalogue] == []


@pytest.mark.parametrize(
    "path", sorted(Path(culture_tui.__file__).parent.rglob("*.py")), ids=lambda path: path.name
)
def test_no_text_hides_within_another_one(path: Path) -> None:
    """A text that is looked up within an f-string is not found for the catalogue, so nobody translates it."""
    within = [
        node.lineno
        for formatted in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(formatted, ast.JoinedStr)
        for node in ast.walk(formatted)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "marked", "ngettext"}
    ]
    assert within == []


@pytest.mark.parametrize("language", CLAIMED)
def test_every_text_is_translated_and_none_is_a_guess(language: str) -> None:
    """A catalogue that claims to be complete is."""
    found = messages(catalogues.read(language))
    assert [each.id for each in found if each.fuzzy or not all(forms(each))] == []


@pytest.mark.parametrize("language", CLAIMED)
def test_no_text_is_left_that_the_code_no_longer_has(language: str) -> None:
    """Translators' time is not spent on what nobody sees."""
    known = catalogues.texts()
    assert [each.id for each in messages(catalogues.read(language)) if each.id not in known] == []


@pytest.mark.parametrize("language", CLAIMED)
def test_a_translation_takes_the_values_that_its_text_takes(language: str) -> None:
    """A missing number is a wrong sentence; a strange one is a crash."""
    wrong = []
    for message in messages(catalogues.read(language)):
        allowed = set().union(*map(placeholders, ids(message)))
        needed = set.intersection(*map(placeholders, ids(message)))
        wrong += [message.id for said in forms(message) if not needed <= placeholders(said) <= allowed]
    assert wrong == []
