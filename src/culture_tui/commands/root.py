"""`culture`: the group of all commands, each loaded only when it is called."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Final

import click

from culture_tui import __version__
from culture_tui.commands.settings import Settings
from culture_tui.language import LANGUAGES, _, marked

COMMANDS: Final = {
    "assess": marked("Start or resume a workshop."),
    "show": marked("Print the profile of an assessment, with why."),
    "roadmap": marked("Print the roadmap of an assessment; plan it if there is none."),
    "compare": marked("Tell what changed between two assessments, or set many side by side."),
    "import": marked("Make an assessment of votes that were gathered elsewhere."),
    "list": marked("List the saved assessments."),
    "check": marked("Tell whether assessments and models are sound."),
    "model": marked("List, show, write, check and explain maturity models."),
    "keys": marked("List every key, what it does, and the id by which it can be changed."),
}


def _assess() -> click.Command:
    from culture_tui.commands.assess import command

    return command


def _show() -> click.Command:
    from culture_tui.commands.show import command

    return command


def _roadmap() -> click.Command:
    from culture_tui.commands.roadmap import command

    return command


def _compare() -> click.Command:
    from culture_tui.commands.compare import command

    return command


def _import() -> click.Command:
    from culture_tui.commands.import_votes import command

    return command


def _list() -> click.Command:
    from culture_tui.commands.list import command

    return command


def _check() -> click.Command:
    from culture_tui.commands.check import command

    return command


def _model() -> click.Command:
    from culture_tui.commands.model import command

    return command


def _keys() -> click.Command:
    from culture_tui.commands.keys import command

    return command


_LOADERS: Final[dict[str, Callable[[], click.Command]]] = {
    "assess": _assess,
    "show": _show,
    "roadmap": _roadmap,
    "compare": _compare,
    "import": _import,
    "list": _list,
    "check": _check,
    "model": _model,
    "keys": _keys,
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order that people meet them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of this name.

        What an import makes stays, so the collector would look through it again and again in vain.
        """
        del ctx
        if cmd_name not in _LOADERS:
            return None
        gc.disable()
        try:
            return _LOADERS[cmd_name]()
        finally:
            gc.enable()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading one."""
        del ctx
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(said)) for name, said in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Run service-culture workshops: without a command, open the program."),
)
@click.version_option(__version__, message="culture %(version)s", help=_("Show the version and exit."))
@click.option("--workspace", metavar="DIR", help=_("Folder with assessments, models and exports."))
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    help=_("Language of the interface; the system's where none is given."),
)
@click.pass_context
def culture(ctx: click.Context, workspace: str | None, language: str | None) -> int:
    """Open the program where no command is given."""
    del language
    ctx.obj = Settings(workspace)
    if ctx.invoked_subcommand is not None:
        return 0
    from culture_tui.commands.assess import open_program

    return open_program(ctx.obj, None)
