"""`culture show FILE`: the profile, with why."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from culture_tui.commands.check import warnings
from culture_tui.commands.output import OutputOptions, emit, output_options
from culture_tui.language import _
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.storage.assessment_files import load_assessment


@click.command("show", help=_("Print the profile of an assessment, with why."))
@click.argument("file")
@output_options
def command(file: str, **output: Unpack[OutputOptions]) -> None:
    """Print the profile of an assessment, with why."""
    stored = load_assessment(Path(file))
    assessment = stored.assessment
    for line in warnings(stored):
        click.echo(line, err=True)
    emit(
        lambda words: profile_document(assessment, words),
        lambda: profile_json(assessment),
        **output,
    )
