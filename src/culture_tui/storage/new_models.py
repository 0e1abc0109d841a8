"""Files of new models: a text of one's own, or a copy of a model with its translations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import rtoml
from pydantic import TypeAdapter, ValidationError

from culture_tui.domain.model import Language
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.values import Slug
from culture_tui.errors import NotWrittenError, Phrase, Place, Problem, WrongUsageError
from culture_tui.storage.model_files import LoadedModel, load_translation, translation_paths
from culture_tui.storage.reading import Document, exists, line_of, read_document, shown, unsound
from culture_tui.storage.writing import write_bytes

_ID: Final[TypeAdapter[str]] = TypeAdapter(Slug)
_LANGUAGE: Final[TypeAdapter[str]] = TypeAdapter(Language)


def id_typed(typed: str) -> str:
    """The id that somebody typed.

    Raises:
        WrongUsageError: it is none.
    """
    what = "{value} is not an id: lower-case letters, digits and single hyphens, at most 64"
    return _typed(_ID, typed, Phrase(what, value=clean_line(typed)))


def language_typed(typed: str) -> str:
    """The code of a language that somebody typed.

    Raises:
        WrongUsageError: it is none.
    """
    what = Phrase("{value} is no code of a language, such as en or es", value=clean_line(typed))
    return _typed(_LANGUAGE, typed, what)


def _typed(kind: TypeAdapter[str], typed: str, what: Phrase) -> str:
    try:
        return kind.validate_python(typed, strict=True)
    except ValidationError:
        raise WrongUsageError(Problem(what)) from None


def write_new(files: Mapping[Path, str]) -> None:
    """Write files that are not there yet: all of them, or none where one is there.

    Raises:
        NotWrittenError: one is there already, or could not be written.
    """
    for path in files:
        if exists(path):
            hint = Phrase("choose another id")
            raise NotWrittenError(
                Problem(Phrase("is there already, and is left as it is"), Place(shown(path)), hint)
            )
    for path, text in files.items():
        write_bytes(path, text.encode())


def copies(source: LoadedModel, new_id: str, folder: Path) -> dict[Path, str]:
    """The files of a copy with another id, the model's first: every comment kept, its translations with it.

    Raises:
        UnsoundInputError: a translation beside the model is unsound.
    """
    copied = {folder / f"{new_id}.toml": _with_id(read_document(source.path), new_id)}
    for path in translation_paths(source.path):
        language = load_translation(path, source.model).language
        copied[folder / f"{new_id}.{language}.toml"] = _with_id(read_document(path), new_id)
    return copied


def _with_id(document: Document, new_id: str) -> str:
    """The text of a model or a translation with another id and nothing else changed.

    Raises:
        UnsoundInputError: the id is written in a way that cannot be changed in its place.
    """
    line = line_of(document.text, ("id",))
    lines = document.text.split("\n")
    if line is not None:
        lines[line - 1] = re.sub(r"""=\s*(["']).*?\1""", f'= "{new_id}"', lines[line - 1], count=1)
    text = "\n".join(lines)
    if rtoml.loads(text) != document.table | {"id": new_id}:
        raise unsound(document.path, Phrase("write the id on a line of its own"), line, "id")
    return text
