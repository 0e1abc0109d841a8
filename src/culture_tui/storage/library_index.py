"""An index over the files of a folder, so that a thousand assessments are listed without reading them.

It is a convenience in the cache folder and never the truth: a row counts only while its file is the
very one that was read. An index that is broken, locked, made by another version, or cannot be written
is made anew or done without; nobody ever notices but by the time it takes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

from culture_tui import __version__
from culture_tui.domain.summary import Summary
from culture_tui.storage.workspace import NAME

FORMAT: Final = 1
"""Of the index; one of a later format is left alone."""

_PATIENCE_SECONDS: Final = 0.2
"""Another program that is writing is waited for so long."""

_TABLES: Final = """
create table made_by (version text not null);
create table files (
    folder text not null, name text not null, stamp text not null, summary text not null,
    primary key (folder, name)
) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file is still the one that was read."""

    written: int
    changed: int
    size: int
    number: int
    """Its inode: a file that was replaced is another one."""

    def __str__(self) -> str:
        return f"{self.written} {self.changed} {self.size} {self.number}"


def index_path() -> Path:
    """Where the index is."""
    return user_cache_path(NAME) / "library.sqlite"


def known(folder: Path) -> Mapping[str, tuple[str, Summary]]:
    """What is known of a folder's files: by name, the stamp and the summary; nothing without an index."""
    try:
        with closing(_opened()) as index:
            rows = index.execute(
                "select name, stamp, summary from files where folder = ?", (_key(folder),)
            ).fetchall()
    except (sqlite3.Error, OSError):
        return {}
    found = ((name, stamp, _summary(text)) for name, stamp, text in rows)
    return {name: (stamp, summary) for name, stamp, summary in found if summary is not None}


def remember(folder: Path, read: Mapping[str, tuple[Stamp, Summary]], gone: Iterable[str] = ()) -> None:
    """Keep what was read of a folder, and forget the files that are gone."""
    gone = list(gone)
    if not read and not gone:
        return
    try:
        with closing(_opened()) as index, index:
            index.executemany(
                "delete from files where folder = ? and name = ?", [(_key(folder), name) for name in gone]
            )
            index.executemany(
                "insert or replace into files values (?, ?, ?, ?)",
                [
                    (_key(folder), name, str(stamp), json.dumps(asdict(summary)))
                    for name, (stamp, summary) in read.items()
                ],
            )
    except (sqlite3.Error, OSError, UnicodeEncodeError):
        return


def _key(folder: Path) -> str:
    return str(folder.absolute())


def _opened() -> sqlite3.Connection:
    """The index, made or made anew where it cannot be used.

    Raises:
        OSError: it cannot be made.
        sqlite3.Error: it is locked, or a later version's.
    """
    path = index_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connected(path)
    except sqlite3.OperationalError:  # locked, read-only, a folder: none of them is mended by deleting
        raise
    except sqlite3.DatabaseError:  # not an index at all
        path.unlink()
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    index = sqlite3.connect(path, timeout=_PATIENCE_SECONDS)
    try:
        index.execute("pragma synchronous = off")  # whatever a power cut leaves is made anew
        (found,) = index.execute("pragma user_version").fetchone()
        if found > FORMAT:
            raise sqlite3.OperationalError(path)
        if found < FORMAT or _maker(index) != __version__:
            _make_anew(index)
    except sqlite3.Error:
        index.close()
        raise
    return index


def _maker(index: sqlite3.Connection) -> str:
    row = index.execute("select version from made_by").fetchone()
    return str(row[0]) if row else ""


def _make_anew(index: sqlite3.Connection) -> None:
    """Empty it: what another version understood by a score is not ours."""
    with index:
        names = index.execute("select name from sqlite_master where type = 'table'").fetchall()
        for (name,) in names:
            index.execute(f'drop table "{name.replace(chr(34), chr(34) * 2)}"')
        for statement in _TABLES.split(";\n"):
            index.execute(statement)
        index.execute("insert into made_by values (?)", (__version__,))
        index.execute(f"pragma user_version = {FORMAT}")


def _summary(text: str) -> Summary | None:
    """A summary as it was kept; None where it is none."""
    with suppress(ValueError, TypeError, AttributeError):
        kept = json.loads(text)
        if all(isinstance(kept.get(name), kinds) for name, kinds in _KINDS.items()):
            return Summary(**{**kept, "tags": tuple(map(str, kept["tags"]))})
    return None


_KINDS: Final = {
    **dict.fromkeys(("id", "title", "date", "organisation", "unit", "status", "model", "updated"), str),
    "tags": list,
    "rated": int,
    "applicable": int,
    "level": int | None,
    "score": int | float | None,
}
