"""How a comparison speaks: of one unit then and now, or of two units side by side."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from culture_tui.domain.comparison import Comparison
from culture_tui.reports.wording import about


@dataclass(frozen=True, slots=True)
class Voice:
    """The words that differ; all are in the language of the document."""

    title: str
    sides: tuple[str, str]
    """What the two assessments are called: then and now, or the names of the units."""

    higher: str
    lower: str
    nothing_shown: str
    """What is said where no change is reported: never that there is none."""

    holds_as_before: str
    """Takes `level`."""

    both: str
    """Takes `state`: what is true of both sides."""


def voice_of(found: Comparison, words: NullTranslations) -> Voice:
    """The voice that fits a comparison."""
    _ = words.gettext
    if found.terms.same_unit:
        return Voice(
            title=_("What changed: {about}").format(about=about(found.now)),
            sides=(_("Then"), _("Now")),
            higher=_("Higher than before"),
            lower=_("Lower than before"),
            nothing_shown=(
                _("The same level, and votes that hardly moved")
                if found.terms.is_census
                else _("No change that this many people could show")
            ),
            holds_as_before=_("holds {level} as before"),
            both=_("{state}, then and now"),
        )
    first, second = about(found.then), about(found.now)
    if first == second:
        first, second = found.then.title, found.now.title
    return Voice(
        title=_("{first} and {second} side by side").format(first=first, second=second),
        sides=(first, second),
        higher=_("Higher in {second}").format(second=second),
        lower=_("Lower in {second}").format(second=second),
        nothing_shown=(
            _("The same level, and votes that hardly differ")
            if found.terms.is_census
            else _("No difference that this many people could show")
        ),
        holds_as_before=_("both hold {level}"),
        both=_("{state} in both"),
    )
