"""`culture import VOTES.csv`: votes gathered with a form or a survey become an assessment."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from culture_tui.commands.day import Day
from culture_tui.commands.output import refuse_without_folder
from culture_tui.commands.settings import Settings
from culture_tui.domain.assessment import Assessment
from culture_tui.domain.gathering import VotesFound, with_gathered, with_medians_accepted
from culture_tui.domain.records import Subject, Workshop
from culture_tui.domain.safe_text import clean_line
from culture_tui.domain.values import LONGEST_LINE
from culture_tui.errors import NotWrittenError, Phrase, Place, Problem, WrongUsageError
from culture_tui.language import LANGUAGES, _, catalogue, in_use, interface_words, say_problem
from culture_tui.reports.gathering import accepted_lines, found_lines, reason_text
from culture_tui.reports.numbers import NOTHING
from culture_tui.storage.model_files import DEFAULT_MODEL, find_model
from culture_tui.storage.reading import exists, shown
from culture_tui.storage.saver import checked
from culture_tui.storage.starting import start
from culture_tui.storage.votes_file import read_votes
from culture_tui.storage.workspace import workspace
from culture_tui.storage.writing import write_bytes


class Named(TypedDict):
    """What the options say about the workshop."""

    organisation: str | None
    unit: str | None
    title: str | None
    date: datetime | None
    population: int | None
    language: str | None


@click.command("import", help=_("Make an assessment of votes that were gathered elsewhere."))
@click.argument("votes", metavar="VOTES.csv")
@click.option("--model", metavar="MODEL", default=DEFAULT_MODEL, help=_("Model file or id."))
@click.option("-o", "--output", metavar="FILE", help=_("A new file; default: one in the workspace."))
@click.option(
    "--ignore", "ignored", metavar="TITLE", multiple=True, help=_("A column to drop; may be repeated.")
)
@click.option("--accept", type=click.Choice(["median"]), help=_("Take the lower median as the agreed level."))
@click.option("--organisation", metavar="NAME", help=_("Whose votes; default: the name of the file."))
@click.option("--unit", metavar="NAME", help=_("Which part of the organisation."))
@click.option("--title", metavar="TITLE", help=_("Default: the unit or the organisation."))
@click.option("--date", type=Day(), help=_("Day of the workshop; default: today."))
@click.option("--population", type=click.IntRange(1, 100_000_000), help=_("Heads of all concerned."))
@click.option("--language", type=click.Choice(list(LANGUAGES)), help=_("Language of the documents."))
@click.pass_obj
def command(
    settings: Settings,
    /,
    votes: str,
    model: str,
    output: str | None,
    ignored: tuple[str, ...],
    accept: str | None,
    **named: Unpack[Named],
) -> None:
    """Make an assessment of votes, and say what was left out of it."""
    place = workspace(settings.workspace)
    file = None if output is None else _new_file(Path(output))
    loaded = find_model(model, place.model_folders)
    subject = _subject(Path(votes), named)
    title = _name("--title", named["title"])
    found = read_votes(Path(votes), loaded, ignored)
    at = datetime.now().astimezone().replace(microsecond=0)
    language = named["language"] or in_use()
    spoken = loaded.in_language(language)
    assessment, path = start(file or place, spoken, subject, _workshop(found, named, at), language, at)
    if title:
        assessment = assessment.model_copy(update={"title": title})
    assessment = with_gathered(assessment, found.votes, reason_text(catalogue(language)), at)
    if accept == "median":
        assessment = with_medians_accepted(assessment, at)
    content = checked(assessment, path)
    write_bytes(_new_file(path) if output else path, content)
    for line in _talk(found, assessment, named):
        click.echo(line, err=True)
    click.echo(shown(path) if sys.stdout.isatty() else str(path))


def _new_file(path: Path) -> Path:
    """A path at which nothing stands yet, in a folder that is there.

    Raises:
        NotWrittenError: something stands there, and an import replaces nothing; or there is no folder.
    """
    if exists(path):
        what = Phrase("stands there already, and an import replaces nothing")
        raise NotWrittenError(Problem(what, Place(shown(path)), Phrase("give another name with -o")))
    refuse_without_folder(path)
    return path


def _subject(votes: Path, named: Named) -> Subject:
    """Whom the votes are about; the file's name where nobody says."""
    organisation = _name("--organisation", named["organisation"]) or shown(Path(votes.stem)).strip()
    unit = _name("--unit", named["unit"])
    return Subject(organisation=organisation[:LONGEST_LINE] or NOTHING, unit=unit)


def _name(option: str, said: str | None) -> str:
    """A name as it is kept; empty where none was given.

    Raises:
        WrongUsageError: it is empty although it was given, or too long.
    """
    name = clean_line(said or "").strip()
    if said is not None and not name:
        raise WrongUsageError(Problem(Phrase("must not be empty"), Place(key=option)))
    if len(name) > LONGEST_LINE:
        raise WrongUsageError(
            Problem(Phrase("longer than {bound} characters", bound=LONGEST_LINE), Place(key=option))
        )
    return name


def _workshop(found: VotesFound, named: Named, at: datetime) -> Workshop:
    """The workshop to come, or the survey that stands for one.

    Raises:
        WrongUsageError: more people voted than there are.
    """
    people, population = found.votes.people, named["population"]
    if population is not None and population < people:
        what = Phrase(
            "{people} people voted, more than the {population} concerned",
            people=people,
            population=population,
        )
        raise WrongUsageError(Problem(what, Place(key="--population")))
    return Workshop(date=(named["date"] or at).date(), participants=people, population=population)


def _talk(found: VotesFound, assessment: Assessment, named: Named) -> list[str]:
    """What a person should know of what was done."""
    said = [say_problem(problem) for problem in found.warnings]
    said += found_lines(found, assessment.model, interface_words())
    said += accepted_lines(assessment, interface_words())
    if named["organisation"] is None:
        template = _("Organisation: {name}, from the name of the file; --organisation gives another.")
        said.append(template.format(name=assessment.subject.organisation))
    return said
