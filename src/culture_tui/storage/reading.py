"""Reading a received TOML file without trusting it.

Files come from clients and colleagues. Before anything is parsed the file must be a regular
one, small enough, and text; afterwards every complaint names the file, the line and the key.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final

import rtoml

from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import NewerFormatError, Phrase, Place, Problem, UnsoundInputError

FORMAT: Final = 1
MOST_BYTES: Final = 1_000_000
"""Two hundred practices with long notes need a fifth of it."""

_HEAD: Final = 4_096
_OURS: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:#[^\n]*\n|\s)*format\s*=\s*\d")
"""The first key of our files, behind comments if any."""

_BOM: Final = "\ufeff"
_LINE_IN_MESSAGE: Final = re.compile(r" at line (\d+) column \d+$")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


_READ_ONLY: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
"""No link is followed, and a pipe that nobody writes to does not hang; where the system knows these."""


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file as it was read."""

    path: Path
    text: str
    table: dict[str, object]

    digest: str
    """SHA-256 of the file's bytes, 64 hexadecimal digits."""


def shown(path: Path) -> str:
    """A path as it may be shown: its name can hold anything a file system allows."""
    return clean_line(os.fsdecode(path).encode("utf-8", "replace").decode())


def read_document(path: Path) -> Document:
    """Read a TOML file of ours.

    Raises:
        UnsoundInputError: it cannot be opened, is no regular file, too large, not UTF-8 or not TOML.
        NewerFormatError: a newer version wrote it.
    """
    raw = _read_bytes(path)
    text = _decode(path, raw)
    found = _FORBIDDEN.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        what = Phrase("the control character U+{code} is not allowed in TOML", code=f"{ord(found[0]):04X}")
        raise unsound(path, what, line)
    try:
        table = rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        message = str(error)
        match = _LINE_IN_MESSAGE.search(message)
        problem = clean_line(_LINE_IN_MESSAGE.sub("", message))
        line_number = int(match[1]) if match else _most_dotted(text)
        raise unsound(path, Phrase("not TOML: {problem}", problem=problem), line_number) from None
    _check_format(path, text, table)
    return Document(path, text, table, hashlib.sha256(raw).hexdigest())


def unsound(path: Path, what: Phrase, line: int | None = None, key: str = "") -> UnsoundInputError:
    """The error for one problem of a file."""
    return UnsoundInputError(Problem(what, Place(shown(path), line, key)))


def exists(path: Path) -> bool:
    """Whether something stands at a path.

    Raises:
        UnsoundInputError: the system cannot even look, as at a name that is too long.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise unsound(path, Phrase("cannot be opened: {reason}", reason=reason)) from None
    return True


def is_ours(path: Path) -> bool:
    """Whether a file begins as our assessments and models do; False where that cannot be seen."""
    try:
        with open_regular(path, MOST_BYTES) as file:
            return _OURS.match(file.read(_HEAD)) is not None
    except (UnsoundInputError, OSError):
        return False


def open_regular(path: Path, most_bytes: int) -> BinaryIO:
    """Open a regular file of at most so many bytes for reading; no link, nothing that hangs.

    Raises:
        UnsoundInputError: it cannot be opened, is no regular file, or too large.
    """
    if exists(path) and path.is_symlink():
        raise unsound(path, Phrase("a link, and links are not followed"))
    try:
        handle = os.open(path, _READ_ONLY)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise unsound(path, Phrase("cannot be opened: {reason}", reason=reason)) from None
    status = os.fstat(handle)
    regular = stat.S_ISREG(status.st_mode)
    if not regular or status.st_size > most_bytes:
        os.close(handle)
        raise too_large(path, most_bytes) if regular else unsound(path, Phrase("not a regular file"))
    return os.fdopen(handle, "rb")


def too_large(path: Path, most_bytes: int) -> UnsoundInputError:
    """The error for a file of more bytes than we read."""
    return unsound(path, Phrase("larger than the limit of {limit} bytes", limit=most_bytes))


def not_readable(path: Path, error: OSError) -> UnsoundInputError:
    """The error for a file that the system stops giving us."""
    return unsound(path, Phrase("cannot be read: {reason}", reason=error.strerror))


def _read_bytes(path: Path) -> bytes:
    with open_regular(path, MOST_BYTES) as file:
        try:
            raw = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise not_readable(path, error) from None
    if len(raw) > MOST_BYTES:
        raise too_large(path, MOST_BYTES)
    return raw


def _decode(path: Path, raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise unsound(path, Phrase("not UTF-8 text"), line) from None
    text = text.removeprefix(_BOM)
    if text.startswith(_BOM):
        raise unsound(path, Phrase("begins with two byte order marks"), 1)
    if not text.strip("\0 \t\r\n"):
        raise unsound(path, Phrase("the file is empty"), 1)
    return text


def _check_format(path: Path, text: str, table: dict[str, object]) -> None:
    found = table.get("format")
    line = line_of(text, ("format",))
    if found is None:
        hint = Phrase("an assessment or a model of ours begins with `format = 1`")
        raise UnsoundInputError(Problem(Phrase("this key is missing"), Place(shown(path), 1, "format"), hint))
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise unsound(path, Phrase("not a format number"), line, "format")
    if found > FORMAT:
        what = Phrase("written by a newer version of culture (format {found})", found=found)
        hint = Phrase("update culture to open it; the file is left as it is")
        raise NewerFormatError(Problem(what, Place(shown(path), line, "format"), hint))


def _most_dotted(text: str) -> int:
    """The line with the most dots: what the parser gives up on without naming a line is nested there."""
    lines = text.split("\n")
    return max(range(len(lines)), key=lambda index: lines[index].count(".")) + 1


_HEADER: Final = re.compile(r"^\s*\[\[?([A-Za-z0-9_.\-\"' ]+)\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(r"^\s*([A-Za-z0-9_\-\"'.]+)\s*=")
_LONG_QUOTES: Final = ('"""', "'''")


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """The line (from 1) where a key stands, or the nearest table above it that can be found.

    It reads headers and keys line by line; keys inside inline tables and lists are on the line
    of the key that holds them.
    """
    wanted = tuple(map(str, path))
    best, found = 0, None
    for number, key in _keys_of(text):
        if len(key) > best and key == wanted[: len(key)]:
            best, found = len(key), number
        elif best < len(wanted) and key[: len(wanted)] == wanted:
            best, found = len(wanted), number
    return found


@lru_cache(maxsize=2)
def _keys_of(text: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Found once for all the problems of a file."""
    return tuple(_keys(text))


def _keys(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each line that begins with a header or a key, with the key's full path."""
    table: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    for number, line in _lines_outside_texts(text):
        if header := _HEADER.match(line):
            name = header[1].strip()
            table = _parts(name)
            if line.lstrip().startswith("[["):
                counts[name] = counts.get(name, -1) + 1
                table = (*table, str(counts[name]))
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_parts(key[1]))


def _lines_outside_texts(text: str) -> Iterator[tuple[int, str]]:
    """The lines that do not begin inside a text of several lines, numbered from 1."""
    opened = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not opened:
            yield number, line
        for quotes in _LONG_QUOTES:
            if opened in {"", quotes} and line.count(quotes) % 2:
                opened = "" if opened else quotes


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
