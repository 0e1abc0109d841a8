"""What a workshop line by line needs to know before its first question, asked or given as options."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, TypedDict

from culture_tui.commands.plain.framing import HOW_TO_REOPEN, MODES, WhichScope, people_in, scope_of
from culture_tui.commands.plain.grammar import choice
from culture_tui.commands.plain.listening import Talk, sentence
from culture_tui.commands.settings import Settings
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.closing import final_since
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
    needed_model_of,
    told_by,
)
from culture_tui.storage.previous import previous_of
from culture_tui.storage.reading import exists, shown
from culture_tui.storage.starting import start
from culture_tui.storage.workspace import folders_for, workspace

_NOT_FINAL: Final = Phrase("--reopen is for a final assessment, and this one is not final")


class PlainOptions(TypedDict):
    """What can be said on the command line of a workshop line by line."""

    organisation: str | None
    unit: str | None
    people: int | None
    mode: Literal["full", "pulse"] | None
    scope: str | None
    reopen: str | None
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
    """The assessment before this one, where one is named and at hand."""

    told: tuple[str, ...] = ()
    """What is to be known before the first question."""

    is_on_disk: bool = True
    """Whether the file holds it as it is."""


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
    draft = _draft(stored.assessment, path, options["reopen"])
    folders = folders_for(place, path)
    loaded = needed_model_of(draft.model, folders, path, model_name).in_language(draft.language)
    assessment = told_by(draft, loaded, draft.language)
    reopened = draft is not stored.assessment
    told = [_("It is a draft again.")] if reopened else []
    previous = None
    try:
        previous = previous_of(assessment, (path.parent, place.assessments))
    except CultureError as error:
        told += map(sentence, error.problems)
    return Begun(
        assessment, loaded.model, path, stored.digest, previous, tuple(told), is_on_disk=not reopened
    )


def begun(
    settings: Settings, path: Path | None, model_name: str | None, options: PlainOptions, talk: Talk
) -> Begun:
    """A new workshop, of what the options say and the room answers.

    Raises:
        WrongUsageError: there is no organisation, or an answer cannot be.
    """
    if options["reopen"] is not None:
        raise WrongUsageError(Problem(_NOT_FINAL))
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
    return Begun(assessment, loaded.model, file, None, None, is_on_disk=False)


def _draft(assessment: Assessment, path: Path, reason: str | None) -> Assessment:
    """An assessment that can be changed: as it is, or reopened for a reason."""
    if assessment.status == "draft":
        if reason is None:
            return assessment
        raise WrongUsageError(Problem(_NOT_FINAL, Place(shown(path))))
    if reason is None:
        since = final_since(assessment)
        what = Phrase("the assessment is final: it can be read and exported, not changed")
        if since is not None:
            what = Phrase(
                "the assessment is final since {date}: it can be read and exported, not changed",
                date=f"{since:%Y-%m-%d}",
            )
        raise UnsoundInputError(Problem(what, Place(shown(path)), HOW_TO_REOPEN))
    if not reason.strip():
        raise WrongUsageError(
            Problem(Phrase("A reason is needed: somebody will ask."), Place(key="--reopen"))
        )
    return assessment.with_status("draft", datetime.now().astimezone().replace(microsecond=0), reason.strip())


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
