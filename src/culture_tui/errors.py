"""What went wrong, where, and what to do next: in words that can be said in any language.

A phrase keeps its English template apart from its values until somebody knows in which
language to say it, so that the domain can complain without knowing any language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final


class Phrase:
    """A sentence for a person: an English template and the values that go into it.

    `Phrase("{count} descriptors for {levels} levels", count=4, levels=5)`
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, /, **values: object) -> None:
        self.template: Final = template
        self.values: Final = values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __repr__(self) -> str:
        return f"Phrase({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and self.template == other.template and self.values == other.values

    def __hash__(self) -> int:
        return hash(self.template)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands: a file, a line in it (from 1), the path of a key."""

    file: str = ""
    line: int | None = None
    key: str = ""

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (where, self.key) if part)


NOWHERE: Final = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place and what to do about it."""

    what: Phrase
    place: Place = NOWHERE
    hint: Phrase | None = None

    def __str__(self) -> str:
        said = str(self.what) if self.hint is None else f"{self.what}; {self.hint}"
        return f"{self.place}: {said}" if str(self.place) else said


class CultureError(Exception):
    """Something that a person can put right; never a defect of the program."""

    exit_status: ClassVar[int] = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems: Final = problems


class UnsoundInputError(CultureError):
    """A file or an answer cannot be used as it is."""


class NewerFormatError(UnsoundInputError):
    """A newer version of the program wrote the file; it is left as it is."""


class WrongUsageError(CultureError):
    """The command was called in a way that it does not know."""

    exit_status = 2


class NotWrittenError(CultureError):
    """Something could not be written; what was there before is untouched."""

    exit_status = 3
