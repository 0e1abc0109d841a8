"""What every value of the domain has in common: it is frozen, strict and made of clean text.

Strict means that nothing is guessed: "3" and 3.0 are not levels, and an unknown key is an error.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

from culture_tui.domain.safe_text import clean, clean_line

_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
SENSIBLE_YEARS: Final = range(1900, 2200)


class Frozen(BaseModel):
    """A value: to change it is to make another."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


def _not_reserved(slug: str) -> str:
    if slug in _RESERVED:
        raise PydanticCustomError("reserved_id", "reserved on Windows")
    return slug


def _sensible_year(day: date) -> date:
    if day.year not in SENSIBLE_YEARS:
        raise PydanticCustomError("year", "outside 1900 to 2199")
    return day


def _at_most(longest: int) -> AfterValidator:
    """A bound on the text as it is kept: cleaning can make it longer."""

    def check(text: str) -> str:
        if len(text) > longest:
            raise PydanticKnownError("string_too_long", {"max_length": longest})
        return text

    return AfterValidator(check)


LONGEST_LINE: Final = 300
LONGEST_PROSE: Final = 20_000
LONGEST_SENTENCE: Final = 2_000

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64),
    AfterValidator(_not_reserved),
]
"""An id: lower-case letters, digits and single hyphens, at most 64 characters, no file name of Windows."""

Title = Annotated[str, StringConstraints(min_length=1), AfterValidator(clean_line), _at_most(LONGEST_LINE)]
"""One line that names something: never empty, at most 300 characters."""

Line = Annotated[str, AfterValidator(clean_line), _at_most(LONGEST_LINE)]
"""One line that may be empty."""

Prose = Annotated[str, AfterValidator(clean), _at_most(LONGEST_PROSE)]
"""Text of any number of lines, at most 20,000 characters."""

Sentence = Annotated[
    str, StringConstraints(min_length=1), AfterValidator(clean_line), _at_most(LONGEST_SENTENCE)
]
"""A text to read aloud: one paragraph, never empty."""

SentenceOrNothing = Annotated[str, AfterValidator(clean_line), _at_most(LONGEST_SENTENCE)]
"""A paragraph that may be empty."""

Level = Annotated[int, Field(ge=1, le=10)]
"""A step of a scale; whether the scale at hand has it is checked where both are known."""

Weight = Annotated[float, Field(gt=0, le=1000)]
"""How much something counts beside its siblings."""

Day = Annotated[date, AfterValidator(_sensible_year)]
Moment = Annotated[AwareDatetime, AfterValidator(_sensible_year)]
