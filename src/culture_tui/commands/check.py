"""`culture check FILE …`: is each assessment or model sound?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from culture_tui.domain.consistency import strangers_of
from culture_tui.errors import CultureError
from culture_tui.language import _, ngettext, say_error, say_problem
from culture_tui.storage.assessment_files import StoredAssessment, load_assessment
from culture_tui.storage.model_files import load_model
from culture_tui.storage.reading import read_document, shown


@click.command("check", help=_("Tell whether assessments and models are sound."))
@click.argument("files", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> int:
    """Tell whether assessments and models are sound: 0 where all are, 1 where one is not."""
    problems = 0
    for file in files:
        try:
            strangers = check(Path(file))
        except CultureError as error:
            problems += len(error.problems)
            for line in say_error(error):
                click.echo(line)
        else:
            for line in strangers:
                click.echo(line, err=True)
            click.echo(_("{file}: sound").format(file=shown(Path(file))))
    if problems:
        said = ngettext("{count} problem.", "{count} problems.", problems).format(count=problems)
        click.echo(said, err=True)
    return 1 if problems else 0


def check(path: Path) -> list[str]:
    """Load a file as what it says it is; what is sound but may be a slip, a line each.

    Raises:
        UnsoundInputError: it is not sound.
    """
    table = read_document(path).table
    if "practices" in table or "dimensions" in table:
        load_model(path)
        return []
    return warnings(load_assessment(path))


def warnings(stored: StoredAssessment) -> list[str]:
    """What an assessment holds that its model does not know, a line each."""
    place = shown(stored.path)
    return [
        say_problem(replace(problem, place=replace(problem.place, file=place)))
        for problem in strangers_of(stored.assessment)
    ]
