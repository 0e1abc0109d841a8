"""`culture show FILE`: the profile, with why; `--why` explains every score down to the practices."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path
from typing import Unpack

import click

from culture_tui.commands.check import warnings
from culture_tui.commands.output import OutputOptions, emit, output_options
from culture_tui.commands.settings import Settings
from culture_tui.language import _
from culture_tui.reports.document import Document
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.model_files import symptoms_of
from culture_tui.storage.workspace import folders_for, workspace


@click.command("show", help=_("Print the profile of an assessment, with why."))
@click.argument("file")
@click.option("--why", is_flag=True, help=_("Explain every score instead, down to the practices."))
@output_options
@click.pass_obj
def command(settings: Settings, /, file: str, *, why: bool, **output: Unpack[OutputOptions]) -> None:
    """Print the profile of an assessment, with why."""
    path = Path(file)
    stored = load_assessment(path)
    assessment = stored.assessment
    for line in warnings(stored):
        click.echo(line, err=True)
    folders = folders_for(workspace(settings.workspace), path)
    symptoms = symptoms_of(assessment.model, folders) if assessment.symptoms else None

    def document(words: NullTranslations) -> Document:
        if not why:
            return profile_document(assessment, words, symptoms)
        from culture_tui.reports.why import why_document

        return why_document(assessment, words)

    emit(
        document,
        lambda: profile_json(assessment, symptoms),
        **output,
    )
