"""`culture roadmap FILE`: what to do in which quarter; planned now if the file has no plan."""

from __future__ import annotations

from datetime import datetime
from math import isnan
from pathlib import Path
from typing import Unpack

import click

from culture_tui.commands.day import Day
from culture_tui.commands.output import OutputOptions, emit, language_of, output_options
from culture_tui.commands.settings import Settings
from culture_tui.domain.own_steps import with_own_steps
from culture_tui.domain.quarters import next_quarter
from culture_tui.language import _
from culture_tui.planning.plan import plan
from culture_tui.reports.roadmap import roadmap_document
from culture_tui.reports.roadmap_data import roadmap_json
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.model_files import needed_model_of, told_by
from culture_tui.storage.workspace import folders_for, workspace


class Days(click.FloatRange):
    """Person-days: a number, which "nan" is not."""

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number of days, from what was typed or from a default."""
        days = super().convert(value, param, ctx)
        if isnan(days):
            self.fail(_("not a number of days"), param, ctx)
        return days


@click.command("roadmap", help=_("Print the roadmap of an assessment; plan it if there is none."))
@click.argument("file")
@click.option("--model", metavar="MODEL", help=_("Model file or id; default: the assessment's own."))
@click.option("--capacity", type=Days(min=0, max=1_000_000, min_open=True), help=_("Person-days a quarter."))
@click.option("--start", type=Day(), help=_("First day; default: the next quarter's."))
@click.option("--quarters", type=click.IntRange(1, 12), help=_("How many quarters to plan."))
@output_options
@click.pass_obj
def command(
    settings: Settings,
    /,
    file: str,
    model: str | None,
    capacity: float | None,
    start: datetime | None,
    quarters: int | None,
    **output: Unpack[OutputOptions],
) -> None:
    """Print the roadmap of an assessment; plan it if there is none."""
    path = Path(file)
    folders, stored = folders_for(workspace(settings.workspace), path), load_assessment(path).assessment
    language = language_of(output, stored.language)
    loaded = needed_model_of(stored.model, folders, path, model).in_language(language)
    assessment = told_by(stored, loaded, language)
    whole = with_own_steps(loaded.model, assessment)
    record = assessment.roadmap
    if record is None or start or capacity or quarters:
        first = start.date() if start else record.start if record else next_quarter(assessment.workshop.date)
        record = plan(assessment, whole, start=first, quarters=quarters, capacity=capacity)
    planned = record
    emit(
        lambda words: roadmap_document(assessment, whole, planned, words),
        lambda: roadmap_json(assessment, whole, planned),
        **output,
    )
