"""`culture list [FOLDER]`: saved assessments, a line each."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from culture_tui.commands.output import OutputOptions, emit, output_options
from culture_tui.commands.settings import Settings
from culture_tui.errors import Phrase
from culture_tui.language import _, say_error
from culture_tui.reports.listing import listing_document, listing_json
from culture_tui.storage.assessment_files import StoredAssessment, Unreadable, assessments_in
from culture_tui.storage.reading import exists, unsound
from culture_tui.storage.workspace import workspace


@click.command("list", help=_("List the saved assessments."))
@click.argument("folder", required=False)
@output_options
@click.pass_obj
def command(settings: Settings, /, folder: str | None, **output: Unpack[OutputOptions]) -> None:
    """List the saved assessments, and say which files are none."""
    place = Path(folder) if folder else workspace(settings.workspace).assessments
    if folder and not (exists(place) and place.is_dir()):
        raise unsound(place, Phrase("there is no such folder"))
    found = list(assessments_in(place))
    sound = [(each.path.name, each.assessment) for each in found if isinstance(each, StoredAssessment)]
    emit(
        lambda words: listing_document(place, sound, words),
        lambda: listing_json(sound),
        **output,
    )
    for each in found:
        if isinstance(each, Unreadable):
            for line in say_error(each.error):
                click.echo(line, err=True)
