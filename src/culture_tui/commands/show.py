"""`culture show FILE`: the profile, with why."""

from __future__ import annotations

from pathlib import Path

import click

from culture_tui.commands.output import emit, output_options, words_for
from culture_tui.language import _
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.storage.assessment_files import load_assessment


@click.command("show", help=_("Print the profile of an assessment, with why."))
@click.argument("file")
@output_options
def command(file: str, kind: str | None, output: str | None, language: str | None) -> None:
    """Print the profile of an assessment, with why."""
    assessment = load_assessment(Path(file)).assessment
    emit(
        lambda: profile_document(assessment, words_for(language)),
        lambda: profile_json(assessment),
        kind,
        output,
    )
