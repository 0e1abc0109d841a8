"""`culture check FILE …`: is each assessment or model sound?"""

from __future__ import annotations

from pathlib import Path

import click

from culture_tui.errors import CultureError
from culture_tui.language import _, ngettext, say_error
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.model_files import load_model
from culture_tui.storage.reading import read_document, shown


@click.command("check", help=_("Tell whether assessments and models are sound."))
@click.argument("files", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> int:
    """Tell whether assessments and models are sound: 0 where all are, 1 where one is not."""
    problems = 0
    for file in files:
        try:
            check(Path(file))
        except CultureError as error:
            problems += len(error.problems)
            for line in say_error(error):
                click.echo(line)
        else:
            click.echo(_("{file}: sound").format(file=shown(Path(file))))
    if problems:
        said = ngettext("{count} problem.", "{count} problems.", problems).format(count=problems)
        click.echo(f"{said} {_('`culture model explain` lists every key of a model.')}", err=True)
    return 1 if problems else 0


def check(path: Path) -> None:
    """Load a file as what it says it is.

    Raises:
        UnsoundInputError: it is not sound.
    """
    table = read_document(path).table
    if "practices" in table or "dimensions" in table:
        load_model(path)
    else:
        load_assessment(path)
