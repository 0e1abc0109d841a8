"""The library: a line for each assessment, also for those that cannot be read, found, narrowed and sorted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.cells import cell_len

from culture_tui.domain.names import ends_of
from culture_tui.domain.search import Term, found, query_of, values_of
from culture_tui.domain.summary import Summary
from culture_tui.language import _, interface_words
from culture_tui.reports.numbers import NOTHING, score_text
from culture_tui.storage.reading import shown
from culture_tui.storage.shelf import Shelved
from culture_tui.storage.trash import name_before
from culture_tui.tui.search_words import search_words, term_said
from culture_tui.tui.widgets.lines import at_right, padded, shortened, spread

NARROW: Final = 72
"""Below this width there is no room for how many practices are rated."""

ROOMY: Final = 110
"""From this width on tags have a column of their own."""

_RIGHT: Final = frozenset({"level", "score", "rated"})
_LEAST_NAME: Final = 8

SORTS: Final = ("date", "about", "level", "score", "rated", "status")
"""The columns that the list can be sorted by, in the order in which a key goes round."""


def columns(width: int) -> dict[str, int]:
    """The columns of the assessments that fit into so many cells, with the width of each."""
    widths = {"date": 12, "about": 0, "tags": 20, "level": 7, "score": 7, "rated": 8, "status": 11}
    if width < ROOMY:
        del widths["tags"]
    if width < NARROW:
        del widths["rated"]
        widths |= {"level": 6}
    widths["about"] = max(_LEAST_NAME, width - sum(widths.values()))
    return widths


def _cell(column: str, text: str, width: int) -> str:
    """A text in its column, with room before the next one."""
    if column in _RIGHT:
        return at_right(text, width)
    if column == "status":
        return "   " + padded(text, width - 3)
    return padded(text, width - 1) + " "


def column_names(width: int, sort: str) -> tuple[tuple[str, str], ...]:
    """The names of the columns, each as wide as its column; the one that sorts has an arrow."""
    names = {
        "date": _("date"),
        "about": _("about"),
        "tags": _("tags"),
        "level": _("level"),
        "score": _("score"),
        "rated": _("rated"),
        "status": _("status"),
    }
    arrow = "↑" if sort in {"about", "status"} else "↓"
    marked = {**names, sort: f"{names[sort]} {arrow}"} if sort in names else names
    return tuple((column, _cell(column, marked[column], size)) for column, size in columns(width).items())


@dataclass(frozen=True)
class Entry:
    """A row: a file, how it stands, and what tells it from another one."""

    file: Shelved
    end: str = ""
    """Of its name, where another row reads the same or has the same id, such as a conflict copy."""

    @property
    def key(self) -> str:
        """Its path."""
        return str(self.file.path)

    def shown(self, width: int) -> str:
        """The row as one line; whom it is about gives way."""
        summary = self.file.summary
        if summary is None:
            return spread(shown(Path(name_before(self.file.path))), _("cannot be read"), width)
        texts = {
            "date": summary.date,
            "about": _with_end(summary.about, self.end, columns(width)["about"] - 1),
            "tags": ", ".join(summary.tags),
            "level": NOTHING if summary.level is None else str(summary.level),
            "score": score_text(summary.score, interface_words()),
            "rated": f"{summary.rated}/{summary.applicable}",
            "status": _("draft") if summary.status == "draft" else _("final"),
        }
        return "".join(_cell(column, texts[column], size) for column, size in columns(width).items())


@dataclass(frozen=True, slots=True)
class UnsavedEntry:
    """A workshop whose newest change is not on disk: always at the top."""

    key: str
    title: str

    def shown(self, width: int) -> str:
        """The row as one line."""
        return padded(_("{title} · not saved").format(title=self.title), width)


class Listing:
    """The files of a folder as they become known, and what is seen of them."""

    def __init__(self) -> None:
        self._files: dict[Path, Shelved] = {}
        self._stale: set[Path] = set()
        self.to_come = 0
        self.typed = ""
        self.sort = "date"

    def __len__(self) -> int:
        return len(self._files)

    def begin(self) -> None:
        """The folder is read again: what does not turn up any more goes at the end."""
        self._stale = set(self._files)

    def take(self, files: Iterable[Shelved], to_come: int) -> None:
        """Some files more, and how many are still to be read."""
        for file in files:
            self._files[file.path] = file
            self._stale.discard(file.path)
        self.to_come = to_come
        if not to_come:
            for path in self._stale:
                del self._files[path]
            self._stale = set()

    def drop(self, path: Path) -> None:
        """A file is not there any more."""
        self._files.pop(path, None)

    def clear(self) -> None:
        """Another folder is to be read: nothing is known of it."""
        self._files.clear()

    def file(self, path: Path) -> Shelved | None:
        """What is known of a file."""
        return self._files.get(path)

    @property
    def paths(self) -> Iterable[Path]:
        """All files that are known."""
        return self._files.keys()

    def sort_by(self, column: str) -> None:
        """Sort by a column, where that can be."""
        if column in SORTS:
            self.sort = column

    def sort_by_next(self) -> None:
        """Sort by the column after the one that sorts now."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]

    @property
    def terms(self) -> tuple[Term, ...]:
        """What is looked for."""
        return query_of(self.typed, search_words())

    def entries(self) -> list[Entry]:
        """The rows: those that are looked for, in order, those that read the same with what differs."""
        terms = self.terms
        files = [file for file in self._files.values() if found(terms, file.entry)]
        files.sort(key=lambda file: file.path.name, reverse=True)
        files.sort(key=_ORDERS[self.sort])
        ends = self._ends()
        return [Entry(file, ends.get(file.path, "")) for file in files]

    def values(self) -> dict[str, Counter[str]]:
        """What the list can be narrowed to, with counts."""
        return values_of(file.summary for file in self._files.values() if file.summary is not None)

    def said(self, count: int, width: int) -> str:
        """How many of how many are seen, by what they are narrowed, and how to see all; may be empty."""
        if not self.terms:
            reading = _("reading, {count} to go").format(count=f"{self.to_come:,}") if self.to_come else ""
            return " · ".join(part for part in (f"{len(self):,}" if len(self) else "", reading) if part)
        template = _("{count} of {total}, still reading") if self.to_come else _("{count} of {total}")
        narrowed = template.format(count=f"{count:,}", total=f"{len(self):,}")
        way_back = " · " + _("Esc shows all")
        by = " · ".join([narrowed, *map(term_said, self.terms)])
        return shortened(by, width - cell_len(way_back)) + way_back

    def _ends(self) -> dict[Path, str]:
        """What tells files apart that read the same or have one id, by their names."""
        alike: dict[tuple[str, ...], list[Path]] = {}
        for path, file in self._files.items():
            if file.summary is not None:
                alike.setdefault((file.summary.id,), []).append(path)
                alike.setdefault((file.summary.date, file.summary.about), []).append(path)
        ends: dict[Path, str] = {}
        for paths in sorted((each for each in alike.values() if len(each) > 1), key=len):
            ends |= zip(paths, _told_apart(paths), strict=True)
        return ends


def _told_apart(paths: Sequence[Path]) -> list[str]:
    """The ends of their names; of files in the trash that were called the same, with when that was."""
    called = [Path(name_before(path)).stem for path in paths]
    names = called if len(set(called)) == len(called) else [path.stem for path in paths]
    return [shown(Path(end)) if end else "" for end in map(str.strip, ends_of(names))]


def _with_end(about: str, end: str, width: int) -> str:
    """Whom it is about, and behind it what tells it from another one, which is always seen."""
    if not end:
        return about
    kept = shortened(end, width // 2)
    return f"{shortened(about, width - cell_len(kept) - 1)} {kept}"


def _by_number(of: Callable[[Summary], float | None]) -> Callable[[Shelved], tuple[bool, float]]:
    """The highest first; what has no number at the end."""

    def order(file: Shelved) -> tuple[bool, float]:
        number = None if file.summary is None else of(file.summary)
        return number is None, -(number or 0)

    return order


def _by_date(file: Shelved) -> tuple[bool, float]:
    day = "" if file.summary is None else file.summary.date.replace("-", "")
    return not day, -float(day or 0)


_ORDERS: Final[Mapping[str, Callable[[Shelved], tuple[bool, float | str]]]] = {
    "date": _by_date,
    "about": lambda file: (file.summary is None, file.summary.about.casefold() if file.summary else ""),
    "level": _by_number(lambda summary: summary.level),
    "score": _by_number(lambda summary: summary.score),
    "rated": _by_number(lambda summary: summary.rated / (summary.applicable or 1)),
    "status": lambda file: (file.summary is None, file.summary.status if file.summary else ""),
}
