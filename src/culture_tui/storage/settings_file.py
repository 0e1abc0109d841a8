"""The settings file: read without trusting it, changed without touching what somebody wrote into it.

The theme is wanted before the first frame, so looking into the file needs no validation;
everything else is checked when it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rtoml

from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import NotWrittenError, Phrase, Place, Problem, UnsoundInputError
from culture_tui.storage.reading import Document, exists, line_of, read_document, shown
from culture_tui.storage.writing import write_bytes

if TYPE_CHECKING:
    from culture_tui.domain.settings import Settings

_HEAD: Final = "format = 1\n"
_KEYS: Final = "keys"
_MOST_ROUNDS: Final = 5
"""Ten problems a round: who has more than fifty sees the first of them, and the usual settings."""


@dataclass(frozen=True, slots=True)
class SettingsText:
    """A settings file as it was read; without a document where there is none, or none that can be used."""

    path: Path
    document: Document | None = None
    problems: tuple[Problem, ...] = ()

    def named(self, key: str) -> str | None:
        """The text that a key has, unchecked; None where it has none."""
        found = None if self.document is None else self.document.table.get(key)
        return found if isinstance(found, str) else None


def read_settings(path: Path) -> SettingsText:
    """Read a settings file; a missing or empty one says nothing, a broken one says what is wrong."""
    try:
        if not exists(path) or not path.resolve().stat().st_size:
            return SettingsText(path)
        return SettingsText(path, read_document(path.resolve()))
    except UnsoundInputError as error:
        return SettingsText(path, problems=error.problems)
    except (OSError, RuntimeError) as error:  # a link that leads nowhere, or in a circle
        reason = Phrase("cannot be opened: {reason}", reason=clean_line(str(error)))
        return SettingsText(path, problems=(Problem(reason, Place(shown(path))),))


def checked(read: SettingsText, languages: Collection[str]) -> tuple[Settings, tuple[Problem, ...]]:
    """What a settings file says that can be used, and what is wrong with the rest of it."""
    from culture_tui.domain.settings import Settings
    from culture_tui.storage.checking import validated

    if read.document is None:
        return Settings(), read.problems
    keys, problems = _keys_of(read.document)
    table, found = {**read.document.table, _KEYS: keys}, Settings(keys=keys)
    for _round in range(_MOST_ROUNDS):
        try:
            found = validated(Settings, replace(read.document, table=table), lambda _settings: ())
            break
        except UnsoundInputError as error:
            problems += [_with_hint(problem, Settings.model_fields) for problem in error.problems]
            wrong = {problem.place.key.split(".")[0] for problem in error.problems}
            table = {key: value for key, value in table.items() if clean_line(key).split(".")[0] not in wrong}
    if found.language is not None and found.language not in languages:
        what = Phrase("the language {code} is not spoken here", code=clean_line(found.language))
        problems.append(_problem(read.document, what, "language"))
        found = found.model_copy(update={"language": None})
    return found, tuple(problems)


def remember(path: Path, key: str, value: str) -> None:
    """Change one setting that is a text; every other byte of the file stays.

    Raises:
        UnsoundInputError: the file is broken, so that nothing can be changed in it.
        NotWrittenError: it cannot be written, or the change would not be read back as it is meant.
    """
    read = read_settings(path)
    if read.problems:
        raise UnsoundInputError(*read.problems)
    before: Mapping[str, object] = {} if read.document is None else read.document.table
    text = _with_line(_HEAD if read.document is None else read.document.text, key, f'"{value}"')
    try:
        after = rtoml.loads(text)
    except rtoml.TomlParsingError:
        after = {}
    if after != {"format": 1, **before, key: value}:
        what = Phrase("{key} stands there in a way that only a person can change", key=key)
        raise NotWrittenError(Problem(what, Place(shown(path))))
    write_bytes(path.resolve(), text.encode())


def _with_line(text: str, key: str, value: str) -> str:
    """A text of TOML in which a key at the top has this value."""
    lines = text.split("\n")
    at = line_of(text, (key,))
    if at is not None:
        told = re.compile(rf"""^(\s*["']?{re.escape(key)}["']?\s*=\s*)("[^"]*"|'[^']*'|[^#\s]+)""")
        lines[at - 1] = told.sub(lambda found: f"{found[1]}{value}", lines[at - 1])
        return "\n".join(lines)
    at = line_of(text, ("format",)) or 0
    end = "\r" if lines[at - 1].endswith("\r") else ""
    return "\n".join([*lines[:at], f"{key} = {value}{end}", *lines[at:]])


def _keys_of(document: Document) -> tuple[dict[str, str], list[Problem]]:
    """The keymap, whether its ids are quoted or not, and what is wrong with it."""
    table = document.table.get(_KEYS, {})
    if not isinstance(table, dict):
        return {}, [_problem(document, Phrase("must be a table: [keys]"), _KEYS)]
    keys, problems = {}, []
    for name, value in _flat(table):
        if isinstance(value, str):
            keys[name] = value
        else:
            what = Phrase("must be the name of a key in quotes, or several separated by commas")
            problems.append(_problem(document, what, f"{_KEYS}.{name}"))
    return keys, problems


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def key_problem(read: SettingsText, binding_id: str, what: Phrase, hint: Phrase | None = None) -> Problem:
    """What is wrong with an entry of the keymap, with its line."""
    key = f"{_KEYS}.{binding_id}"
    if read.document is None:
        return Problem(what, Place(shown(read.path), key=clean_line(key)), hint)
    return replace(_problem(read.document, what, key), hint=hint)


def _problem(document: Document, what: Phrase, key: str) -> Problem:
    line = line_of(document.text, key.split("."))
    return Problem(what, Place(shown(document.path), line, clean_line(key)))


def _with_hint(problem: Problem, known: Collection[str]) -> Problem:
    """The same with the known key that looks most like it, where the key is not known."""
    key = problem.place.key
    near = get_close_matches(key, known, n=1) if key not in known else []
    return replace(problem, hint=Phrase("did you mean `{id}`?", id=near[0])) if near else problem
