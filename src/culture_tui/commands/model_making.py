"""`culture model new` and `culture model copy`: a model of one's own to write."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from culture_tui.commands.output import refuse_without_folder
from culture_tui.commands.settings import Settings
from culture_tui.errors import Phrase, Problem, WrongUsageError
from culture_tui.language import _, in_use, interface_words
from culture_tui.reports.model_template import model_template
from culture_tui.storage.model_files import MODELS, find_model, is_at_hand, path_of_model
from culture_tui.storage.new_models import copies, id_typed, language_typed, write_new
from culture_tui.storage.reading import shown
from culture_tui.storage.workspace import workspace

_USUAL_LEVELS: Final = 5


@click.command("new", help=_("Write a model to begin with: sound as it is, every key explained."))
@click.argument("model_id", metavar="ID")
@click.option(
    "--levels", type=click.IntRange(2, 10), default=_USUAL_LEVELS, help=_("Levels of its scale, 2 to 10.")
)
@click.option("--language", metavar="CODE", help=_("Language of its texts; else the interface's."))
@click.option("-o", "--output", metavar="FILE", help=_("Write to this file, not into the workspace."))
@click.pass_obj
def new(settings: Settings, /, model_id: str, levels: int, language: str | None, output: str | None) -> None:
    """Write a model to begin with; never over a file, nor under an id that a model at hand has."""
    chosen, spoken = id_typed(model_id), language_typed(language or in_use())
    place = workspace(settings.workspace)
    if output is None and is_at_hand(chosen, place.model_folders):
        hint = Phrase("choose another id, or copy it: culture model copy {id}", id=chosen)
        raise WrongUsageError(Problem(Phrase("there is a model called {id} already", id=chosen), hint=hint))
    path = place.root / MODELS / f"{chosen}.toml" if output is None else Path(output)
    if output is not None:
        refuse_without_folder(path)
    write_new({path: model_template(chosen, levels, spoken, interface_words())})
    _say_next(path)


@click.command("copy", help=_("Copy a model, with its translations, to make it your own."))
@click.argument("model")
@click.argument("new_id", metavar="[ID]", default="")
@click.pass_obj
def copy(settings: Settings, /, model: str, new_id: str) -> None:
    """Copy a model into the workspace, comments and all; without a new id it takes the place of the other."""
    place = workspace(settings.workspace)
    folders = place.model_folders
    source = find_model(model, folders)
    chosen = id_typed(new_id or source.model.id)
    made = copies(source, chosen, place.root / MODELS)
    hidden = path_of_model(chosen, folders) if is_at_hand(chosen, folders) else None
    write_new(made)
    for path in list(made)[1:]:
        click.echo(_("With its translation {file}").format(file=shown(path)), err=True)
    if hidden is not None:
        said = _(
            "From now on {id} means this copy; {file} is hidden while the copy is there. "
            "Raise its version when you change its texts."
        )
        click.echo(said.format(id=chosen, file=shown(hidden)), err=True)
    elif chosen != source.model.id:
        said = _("Give it a title of its own: so far both are called {title}.")
        click.echo(said.format(title=source.model.title), err=True)
    _say_next(next(iter(made)))


def _say_next(path: Path) -> None:
    """The path of a new model as a result, and as talk what to do with it."""
    click.echo(shown(path))
    file = shown(path)
    click.echo(_("Edit it, then: culture model check {file}").format(file=file), err=True)
    click.echo(_("Use it: culture assess --model {file}").format(file=file), err=True)
