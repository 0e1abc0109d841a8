"""`culture show FILE`: the profile, with why; `--why` explains every score down to the practices."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path
from typing import Unpack

import click

from culture_tui.commands.output import (
    OutputOptions,
    emit,
    emit_picture,
    language_of,
    picture_form,
    picture_options,
)
from culture_tui.commands.settings import Settings
from culture_tui.domain.assessment import Assessment
from culture_tui.errors import Phrase, Problem, WrongUsageError
from culture_tui.language import _, catalogue, say_problem
from culture_tui.reports.charts import CHARTS, ChartKind
from culture_tui.reports.document import Document
from culture_tui.reports.profile import profile_document, profile_json
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.checkup import strangers
from culture_tui.storage.model_files import in_language, symptoms_of
from culture_tui.storage.workspace import folders_for, workspace


@click.command("show", help=_("Print the profile of an assessment, with why."))
@click.argument("file")
@click.option("--why", is_flag=True, help=_("Explain every score instead, down to the practices."))
@click.option(
    "--chart",
    type=click.Choice(CHARTS),
    help=_("Draw this chart; with --format svg or png, or -o with such an ending."),
)
@picture_options
@click.pass_obj
def command(
    settings: Settings,
    /,
    file: str,
    *,
    why: bool,
    chart: ChartKind | None,
    **output: Unpack[OutputOptions],
) -> None:
    """Print the profile of an assessment, with why.

    Raises:
        WrongUsageError: the options do not go together.
    """
    form, folders = picture_form(output), folders_for(workspace(settings.workspace), Path(file))
    _refuse_mixed(form, why=why, chart=chart)
    path = Path(file)
    stored = load_assessment(path)
    assessment = in_language(stored.assessment, language_of(output, stored.assessment.language), folders)
    for stranger in strangers(stored):
        click.echo(say_problem(stranger), err=True)
    if form is not None:
        _draw(assessment, chart or "bars", form, output)
        return
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


def _refuse_mixed(form: str | None, *, why: bool, chart: str | None) -> None:
    if form is not None and why:
        raise WrongUsageError(Problem(Phrase("--why is told in words, not drawn")))
    if form is None and chart is not None:
        what = Phrase("--chart is for pictures")
        hint = Phrase("add --format svg, or -o with a name that ends in .svg or .png")
        raise WrongUsageError(Problem(what, hint=hint))


def _draw(assessment: Assessment, chart: ChartKind, form: str, output: OutputOptions) -> None:
    """Draw a chart in the language asked for, else in the assessment's own."""
    from culture_tui.reports.pictures import picture

    language = output["language"] or assessment.language
    emit_picture(picture(chart, assessment, catalogue(language)), form, output["output"])
