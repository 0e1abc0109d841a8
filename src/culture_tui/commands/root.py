"""`culture`: the group of all commands, each loaded only when it is called."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Final

import click

from culture_tui import __version__
from culture_tui.language import LANGUAGES, _

COMMANDS: Final = {
    "assess": lambda: _("Start or resume a workshop."),
    "show": lambda: _("Print the profile of an assessment, with why."),
    "roadmap": lambda: _("Print the roadmap of an assessment; plan it if there is none."),
    "list": lambda: _("List the saved assessments."),
    "check": lambda: _("Tell whether assessments and models are sound."),
    "model": lambda: _("List, show, check and explain maturity models."),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every command."""

    workspace: str | None


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order that people meet them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of this name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"culture_tui.commands.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading one."""
        del ctx
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, said()) for name, said in COMMANDS.items()])


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
def culture(ctx: click.Context, workspace: str | None, language: str | None) -> None:
    """Open the program where no command is given."""
    del language
    ctx.obj = Settings(workspace)
    if ctx.invoked_subcommand is None:
        import_module("culture_tui.commands.assess").open_program(ctx.obj, None)
