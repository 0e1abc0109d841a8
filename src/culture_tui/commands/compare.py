"""`culture compare FILE FILE …`: what changed between two, or how many units stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Unpack

import click

from culture_tui.commands.output import OutputOptions, emit, language_of, table_options
from culture_tui.commands.settings import Settings
from culture_tui.domain.small_cells import FLOOR, LOWEST_FLOOR
from culture_tui.domain.units import Entry, side_by_side
from culture_tui.errors import CultureError, Phrase, Place, Problem, WrongUsageError
from culture_tui.language import _, ngettext, say_error
from culture_tui.reports.changes import changes_document
from culture_tui.reports.changes_data import changes_json, changes_rows
from culture_tui.reports.units import units_document
from culture_tui.reports.units_data import units_json, units_rows
from culture_tui.storage.assessment_files import StoredAssessment, assessments_in, load_assessment
from culture_tui.storage.comparing import compared, in_order, spoken, symptom_titles
from culture_tui.storage.reading import shown
from culture_tui.storage.workspace import Workspace, workspace

_PAIR: Final = 2


@click.command("compare", help=_("Tell what changed between two assessments, or set many side by side."))
@click.argument("files", nargs=-1, required=True, metavar=_("FILE…"))
@click.option(
    "--floor",
    type=click.IntRange(LOWEST_FLOOR),
    default=FLOOR,
    show_default=True,
    help=_("Withhold votes of fewer people than this."),
)
@click.option(
    "--target",
    type=click.IntRange(1, 10),
    help=_("Hold all units against this level instead of their own targets."),
)
@table_options
@click.pass_obj
def command(
    settings: Settings,
    /,
    files: tuple[str, ...],
    floor: int,
    target: int | None,
    **output: Unpack[OutputOptions],
) -> None:
    """Tell what changed between two assessments, or set many side by side."""
    place = workspace(settings.workspace)
    found = [spoken(each, language_of(output, each.assessment.language), place) for each in _given(files)]
    if len(found) != _PAIR:
        found = _once(found)
    if not found:
        raise WrongUsageError(Problem(Phrase("to compare takes two assessments, and there is none")))
    if len(found) < _PAIR:
        what = Phrase("to compare takes two assessments, and here is one")
        raise WrongUsageError(Problem(what, hint=Phrase("`culture show FILE` prints a single one")))
    if len(found) > _PAIR:
        _tell_units(found, place, target, output)
        return
    if target is not None:
        raise WrongUsageError(Problem(Phrase("--target is for three assessments or more")))
    _tell_changes(found[0], found[1], place, floor, output)


def _given(files: Iterable[str]) -> Iterator[StoredAssessment]:
    """The assessments that are meant; a folder stands for its files, the broken ones told and left out."""
    for file in files:
        path = Path(file)
        if not path.is_dir():
            yield load_assessment(path)
            continue
        inside = path / "assessments"
        is_workspace = inside.is_dir() and not inside.is_symlink()
        broken = 0
        for each in assessments_in(inside if is_workspace else path):
            if isinstance(each, StoredAssessment):
                yield each
            else:
                broken += 1
                _say(each.error)
        if broken:
            said = ngettext("{count} file is left out.", "{count} files are left out.", broken)
            click.echo(said.format(count=broken), err=True)


def _once(found: Iterable[StoredAssessment]) -> list[StoredAssessment]:
    """Each content once; a file that is given again, or copied as it is, is told."""
    seen: dict[str, StoredAssessment] = {}
    for each in found:
        if each.digest in seen:
            template = _("{file}: the same as {other}; it counts once")
            other = shown(seen[each.digest].path)
            click.echo(template.format(file=shown(each.path), other=other), err=True)
        else:
            seen[each.digest] = each
    return list(seen.values())


def _say(error: CultureError) -> None:
    for line in say_error(error):
        click.echo(line, err=True)


def _tell_changes(
    one: StoredAssessment, other: StoredAssessment, place: Workspace, floor: int, output: OutputOptions
) -> None:
    then, now = in_order(one, other)
    found = compared(then, now, place, floor)
    symptoms = symptom_titles([then, now], place)
    emit(
        lambda words: changes_document(found, symptoms, words),
        lambda: changes_json(found, (_name(then), _name(now))),
        lambda: changes_rows(found),
        **output,
    )


def _tell_units(
    found: list[StoredAssessment], place: Workspace, target: int | None, output: OutputOptions
) -> None:
    units = side_by_side([Entry(_name(each), each.assessment) for each in found], target)
    if target is not None and target > units.model.top:
        what = Phrase("level {level} is not on the scale of 1 to {top}", level=target, top=units.model.top)
        raise WrongUsageError(Problem(what, Place(key="--target")))
    symptoms = next(
        (symptom_titles([each], place) for each in found if each.assessment.symptoms),
        {},
    )
    emit(
        lambda words: units_document(units, symptoms, words),
        lambda: units_json(units),
        lambda: units_rows(units),
        **output,
    )


def _name(stored: StoredAssessment) -> str:
    """The file's name without its folder: where clients' files lie is nobody else's business."""
    return shown(Path(stored.path.name))
