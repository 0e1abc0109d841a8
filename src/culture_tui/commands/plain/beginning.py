"""What a workshop line by line needs to know before its first question, asked or given as options."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, TypedDict

from culture_tui.commands.plain.framing import MODES, WhichScope, people_in, scope_of
from culture_tui.commands.plain.grammar import choice
from culture_tui.commands.plain.listening import Talk
from culture_tui.commands.settings import Settings
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.model import MaturityModel
from culture_tui.domain.records import Subject, Workshop
from culture_tui.domain.values import LONGEST_LINE
from culture_tui.errors import CultureError, Phrase, Place, Problem, UnsoundInputError, WrongUsageError
from culture_tui.language import _, in_use
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.model_files import (
    DEFAULT_MODEL,
    LoadedModel,
    find_model,
    in_language,
    needed_model_of,
)
from culture_tui.storage.reading import exists, shown
from culture_tui.storage.starting import start
from culture_tui.storage.workspace import folders_for, workspace

_FINAL: Final = Phrase("the assessment is final: it can be read and exported, not changed")


class PlainOptions(TypedDict):
    """What can be said on the command line of a workshop line by line."""

    organisation: str | None
    unit: str | None
    people: int | None
    mode: Literal["full", "pulse"] | None
    scope: str | None
    quiet: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """A workshop that can be asked: new, or as it was left."""

    assessment: Assessment
    model: MaturityModel
    path: Path

    digest: str | None
    """Of the file as it was read; None for a new one."""

    previous: Assessment | None


def resumed(settings: Settings, path: Path, model_name: str | None, options: PlainOptions) -> Begun:
    """A workshop as it was left.

    Raises:
        UnsoundInputError: it is final, or cannot be read.
        WrongUsageError: an option is about a new one.
    """
    for name in ("organisation", "unit", "people", "mode", "scope"):
        if options[name] is not None:
            what = Phrase("--{option} is for a new workshop, and this one has begun", option=name)
            raise WrongUsageError(Problem(what, Place(shown(path))))
    stored = load_assessment(path)
    place = workspace(settings.workspace)
    if stored.assessment.status == "final":
        raise UnsoundInputError(Problem(_FINAL, Place(shown(path))))
    folders, language = folders_for(place, path), stored.assessment.language
    loaded = needed_model_of(stored.assessment.model, folders, path, model_name).in_language(language)
    assessment = in_language(stored.assessment, language, folders)
    previous = _previous(stored.assessment, (path.parent, place.assessments))
    return Begun(assessment, loaded.model, path, stored.digest, previous)


def begun(
    settings: Settings, path: Path | None, model_name: str | None, options: PlainOptions, talk: Talk
) -> Begun:
    """A new workshop, of what the options say and the room answers.

    Raises:
        WrongUsageError: there is no organisation, or an answer cannot be.
    """
    place = workspace(settings.workspace)
    loaded = find_model(model_name or DEFAULT_MODEL, place.model_folders).in_language(in_use())
    subject = _subject(options, talk)
    today = datetime.now().astimezone()
    workshop = Workshop(
        date=today.date(),
        participants=_people(options, talk),
        mode=_mode(options, talk),
        scope=_scope(options, loaded),
    )
    assessment, file = start(path or place, loaded, subject, workshop, in_use(), today)
    return Begun(assessment, loaded.model, file, None, None)


def is_new(path: Path | None) -> bool:
    """Whether there is no workshop yet to go on with."""
    return path is None or not exists(path)


def _subject(options: PlainOptions, talk: Talk) -> Subject:
    """Whose workshop it is; in a pipe the unit is asked only where the organisation is."""
    given, unit = options["organisation"], options["unit"]
    organisation = _name(talk.ask(_("Organisation")) if given is None else given)
    if not organisation:
        raise WrongUsageError(Problem(Phrase("a workshop needs the name of an organisation")))
    if unit is None and (given is None or talk.is_terminal):
        unit = talk.ask(_("Unit (may be empty)"))
    return Subject(organisation=organisation, unit=_name(unit))


def _name(answer: str | None) -> str:
    name = (answer or "").strip()
    if len(name) > LONGEST_LINE:
        raise WrongUsageError(Problem(Phrase("longer than {bound} characters", bound=LONGEST_LINE)))
    return name


def _people(options: PlainOptions, talk: Talk) -> int | None:
    """How many are in the room; asked at a terminal only, so that a pipe's lines stay what they are."""
    if options["people"] is not None or not talk.is_terminal:
        return options["people"]
    while answer := talk.ask(_("People in the room (may be empty)")):
        many = people_in(answer)
        if many is not None:
            return many
        talk.complain((Problem(Phrase("the number of people is a whole number from 1 on")),))
    return None


def _mode(options: PlainOptions, talk: Talk) -> Literal["full", "pulse"]:
    if options["mode"] is not None or not talk.is_terminal:
        return options["mode"] or "full"
    while answer := talk.ask(
        _("Mode: full asks every practice, pulse one question a dimension (empty: full)")
    ):
        chosen = choice(answer, MODES, _("full, pulse"))
        if chosen is not None:
            return "pulse" if chosen == "pulse" else "full"
        talk.complain((Problem(Phrase("the mode is full or pulse")),))
    return "full"


def _scope(options: PlainOptions, loaded: LoadedModel) -> tuple[str, ...]:
    if options["scope"] is None:
        return ()
    found = scope_of(loaded.skeleton(), options["scope"])
    if isinstance(found, WhichScope):
        near = ", ".join(found.near)
        what = Phrase("no one part or dimension is called {name}", name=options["scope"])
        raise WrongUsageError(
            Problem(
                what, Place(key="--scope"), Phrase("did you mean {titles}?", titles=near) if near else None
            )
        )
    return found


def _previous(assessment: Assessment, folders: tuple[Path, ...]) -> Assessment | None:
    """The assessment before this one, where it lies under its id beside it or in the workspace."""
    wanted = assessment.workshop.previous
    for folder in folders if wanted is not None else ():
        path = folder / f"{wanted}.toml"
        try:
            found = load_assessment(path).assessment if exists(path) else None
        except CultureError:
            continue
        if found is not None and found.id == wanted and found.model.id == assessment.model.id:
            return found
    return None
