"""`culture model list|show|new|copy|check|explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Unpack

import click

from culture_tui.commands.check import CheckOptions, check_options
from culture_tui.commands.check import check as check_files
from culture_tui.commands.model_making import copy, new
from culture_tui.commands.output import OutputOptions, emit, language_of, output_options
from culture_tui.commands.settings import Settings
from culture_tui.domain.safe_text import clean_line
from culture_tui.errors import CultureError, Phrase, Problem, UnsoundInputError
from culture_tui.language import _, in_use, say_error
from culture_tui.reports.handbook import handbook, models_document
from culture_tui.reports.model_keys import keys_about, keys_data, model_keys
from culture_tui.reports.model_keys_page import keys_document
from culture_tui.storage.model_files import DEFAULT_MODEL, find_model, load_model, model_paths, path_of_model
from culture_tui.storage.workspace import workspace

TRANSLATION: Final = "translation"


@click.group("model", help=_("List, show, write, check and explain maturity models."))
def command() -> None:
    """List, show, write, check and explain maturity models."""


@command.command("list", help=_("List the models at hand."))
@output_options
@click.pass_obj
def list_models(settings: Settings, /, **output: Unpack[OutputOptions]) -> None:
    """List the models at hand: the workspace's, one's own, the shipped ones."""
    models, language = [], language_of(output, in_use())
    for path in model_paths(workspace(settings.workspace).model_folders):
        try:
            models.append(load_model(path).in_language(language).model)
        except CultureError as error:
            for line in say_error(error):
                click.echo(line, err=True)
    emit(
        lambda words: models_document(models, words),
        lambda: [model.model_dump(mode="json", include={"id", "version", "title"}) for model in models],
        **output,
    )


@command.command("show", help=_("Print a model: its questions, levels and initiatives."))
@click.argument("model", default=DEFAULT_MODEL)
@output_options
@click.pass_obj
def show(settings: Settings, /, model: str, **output: Unpack[OutputOptions]) -> None:
    """Print a model as a handbook."""
    loaded = find_model(model, workspace(settings.workspace).model_folders)
    found = loaded.in_language(language_of(output, loaded.model.language)).model
    emit(
        lambda words: handbook(found, words),
        lambda: found.model_dump(mode="json", by_alias=True),
        **output,
    )


command.add_command(new)
command.add_command(copy)


@command.command("check", help=_("Tell whether models are sound."))
@click.argument("files", nargs=-1)
@check_options
@click.pass_obj
def check(settings: Settings, /, files: tuple[str, ...], **options: Unpack[CheckOptions]) -> int:
    """Tell whether models are sound, all at hand if none is named; an id stands for the model that has it."""
    folders = workspace(settings.workspace).model_folders
    named = (path_of_model(file, folders) if _is_id(file) else Path(file) for file in files)
    status = check_files(named if files else model_paths(folders), **options)
    if status:
        click.echo(_("`culture model explain` lists every key of a model."), err=True)
    return status


@command.command("explain", help=_("Say what each key of a model file is for, or those of one table."))
@click.argument("key", default="")
@output_options
def explain(key: str, **output: Unpack[OutputOptions]) -> None:
    """Say what each key of a model file is for, from the schema itself; `translation` means those of one."""
    known = model_keys()
    if key == TRANSLATION:
        found = [each for each in known if each.file == TRANSLATION]
    elif key:
        found = keys_about(key, [each for each in known if each.file != TRANSLATION])
    else:
        found = known
    if not found:
        tables = ", ".join(dict.fromkeys(each.path.split(".")[0].rstrip("[]") for each in known))
        hint = Phrase("these are known: {known}; or say translation", known=tables)
        raise UnsoundInputError(Problem(Phrase("no key is called `{key}`", key=clean_line(key)), hint=hint))
    emit(lambda words: keys_document(found, words), lambda: keys_data(found), **output)


def _is_id(file: str) -> bool:
    """Whether an argument means a model at hand rather than a file."""
    return Path(file).parent == Path() and not Path(file).suffix and not Path(file).exists()
