"""The texts that a new model begins with: one practice written out, the others to be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import TypeVar

Rung = TypeVar("Rung")
Texts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Samples:
    """The texts of a new model, in one language and for one scale."""

    opening: Sequence[str]
    """What to do with the file."""

    advice: Sequence[str]
    """What makes a good practice."""

    summary: str
    scale: Sequence[tuple[str, str]]
    """Name and meaning of each level."""

    source: Texts
    part: Texts
    dimensions: Sequence[Texts]
    practices: Sequence[Texts]
    symptom: Texts
    gate: str
    link: str
    initiative: Texts
    to_level: str
    """The title of an initiative, with a place for the level that it leads to."""

    owner: str


def samples(levels: int, words: NullTranslations) -> Samples:
    """The texts for a scale of so many levels."""
    _ = words.gettext
    return Samples(
        opening=(
            _("A model of your own. Replace every text; the first practice shows how one may read."),
            _("A # with a space explains. A # without one is in front of what you may leave out;"),
            _("take it away to use it. The program never writes into this file."),
        ),
        advice=(
            _("A good descriptor says what one would see and hear, in this practice and in no other."),
            _("From level to level it changes who does it, how reliably, and what happens unwatched."),
            _("Words such as better, fully or managed only repeat the scale. Read it aloud: is it short?"),
        ),
        summary=_("Say here what this model is for, and whom it suits."),
        scale=_scale(levels, words),
        source={
            "author": _("Who wrote it"),
            "title": _("What it is called"),
            "year": 2004,
            "url": "https://example.org",
        },
        part={"title": _("Service"), "summary": _("Say here what its dimensions have in common.")},
        dimensions=_dimensions(words),
        practices=_practices(levels, words),
        symptom={
            "title": _("Customers ask for the same thing twice"),
            "probe": _("How often does a customer have to remind us?"),
        },
        gate=_("Say here why nothing is worth much below this floor."),
        link=_("Say here what the two have to do with each other."),
        initiative={
            "action": _("Write here what somebody can start on Monday: who does what, and how often."),
            "done_when": _("Write here an end that others can check."),
        },
        to_level=_("Reach level {level}"),
        owner=_("Team lead"),
    )


def between(written_out: Sequence[Rung], filled_in: Sequence[Rung]) -> list[Rung]:
    """As many as are to be filled in, with those written out spread among them; the ends always."""
    levels, most = len(filled_in), len(written_out)
    if levels <= most:
        return [written_out[round(index * (most - 1) / (levels - 1))] for index in range(levels)]
    places = {round(index * (levels - 1) / (most - 1)): each for index, each in enumerate(written_out)}
    return [places.get(index, each) for index, each in enumerate(filled_in)]


def _scale(levels: int, words: NullTranslations) -> list[tuple[str, str]]:
    _ = words.gettext
    written_out = [
        (_("By chance"), _("It depends on who happens to be there, and nobody minds.")),
        (_("Here and there"), _("Some people do it, because they want to.")),
        (_("Agreed"), _("It is agreed and written down, and on some days it is done.")),
        (_("Reliable"), _("Nearly everybody does it, and somebody looks whether it is so.")),
        (_("Second nature"), _("People do it without thinking, and make it better themselves.")),
    ]
    meaning = _("Say here what this level means in any practice.")
    filled_in = [(_("Level {level}").format(level=n), meaning) for n in range(1, levels + 1)]
    return between(written_out, filled_in)


def _dimensions(words: NullTranslations) -> tuple[Texts, Texts]:
    _ = words.gettext
    return (
        {
            "title": _("Reliability"),
            "summary": _("What we say we will do, we do."),
            "pulse": _("Taken together: how far can a customer rely on what we say?"),
        },
        {
            "title": _("A second dimension"),
            "summary": _("Say here in a breath what it is about."),
            "pulse": _("Ask here about the whole dimension in one question."),
        },
    )


def _practices(levels: int, words: NullTranslations) -> tuple[Texts, Texts, Texts]:
    _ = words.gettext
    fill_in = _("Write here what one would see and hear at level {level}.")
    filled_in = [fill_in.format(level=level) for level in range(1, levels + 1)]
    question = _("Ask here what happens in a case that everybody knows.")
    return (
        {
            "title": _("Kept promises"),
            "question": _("When somebody here promises to call a customer back, what happens?"),
            "levels": between(_promises(words), filled_in),
            "probes": [
                _("Name the last promise that was not kept. Who noticed first?"),
                _("Where would a newcomer see what we promised yesterday?"),
            ],
            "evidence": [
                _("the list of promises of the last two weeks"),
                _("complaints about calls that never came"),
            ],
        },
        {"title": _("A second practice"), "question": question, "levels": filled_in},
        {"title": _("A third practice"), "question": question, "levels": filled_in},
    )


def _promises(words: NullTranslations) -> list[str]:
    _ = words.gettext
    return [
        _("Nobody writes the promise down. The customer calls again and starts from the beginning."),
        _("A few people keep a list of their own. When they are away, so are their promises."),
        _("There is one list for all, and a rule to use it. It is used on quiet days and not on busy ones."),
        _(
            "Every promise stands on the common list with a name and an hour. Somebody looks at it twice a "
            "day, and a late one is talked about the next morning."
        ),
        _(
            "Whoever sees a promise fall due keeps it, whoever gave it. Customers hear from us before they "
            "ask, in the holidays too."
        ),
    ]
