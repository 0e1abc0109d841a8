"""`culture assess [FILE]`: start or resume a workshop, on screen or line by line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from culture_tui.commands.settings import Settings
from culture_tui.errors import Phrase, Problem, WrongUsageError
from culture_tui.language import _

if TYPE_CHECKING:
    from culture_tui.commands.plain.beginning import PlainOptions


@click.command("assess", help=_("Start or resume a workshop."))
@click.argument("file", required=False)
@click.option("--model", metavar="MODEL", help=_("Model file or id for a new workshop."))
@click.option("--plain", is_flag=True, help=_("Ask line by line: for screen readers, pipes and scripts."))
@click.option("--organisation", metavar="NAME", help=_("With --plain: whose workshop it is, unasked."))
@click.option("--unit", metavar="NAME", help=_("With --plain: which unit of it."))
@click.option(
    "--people", type=click.IntRange(1, 1_000_000), help=_("With --plain: how many are in the room.")
)
@click.option(
    "--mode",
    type=click.Choice(["full", "pulse"]),
    help=_("With --plain: every practice, or one question a dimension."),
)
@click.option(
    "--scope", metavar="WHAT,WHAT", help=_("With --plain: parts and dimensions to talk about; default: all.")
)
@click.option("--reopen", metavar="REASON", help=_("With --plain: make a final assessment a draft again."))
@click.option("--quiet", is_flag=True, help=_("With --plain: read titles and questions only, no levels."))
@click.option(
    "--strict", is_flag=True, help=_("With --plain: end with exit status 1 at a line that is wrong.")
)
@click.pass_obj
def command(
    settings: Settings,
    /,
    file: str | None,
    model: str | None,
    *,
    plain: bool,
    **options: Unpack[PlainOptions],
) -> int:
    """Start or resume a workshop."""
    path = Path(file) if file else None
    if plain:
        from culture_tui.commands.plain.running import run

        return run(settings, path, model, options)
    for name, value in options.items():
        if value:
            raise WrongUsageError(Problem(Phrase("--{option} goes with --plain", option=name)))
    return open_program(settings, path, model)


def open_program(settings: Settings, path: Path | None, model: str | None = None) -> int:
    """Open the program, at an assessment where a file is given; its exit status.

    Raises:
        WrongUsageError: there is no terminal to show it on.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        what = Phrase("the program needs a terminal, and there is none here")
        hint = Phrase("`culture assess --plain` works without one; `culture show FILE` prints a result")
        raise WrongUsageError(Problem(what, hint=hint))
    from culture_tui.tui.app import run

    return run(settings.workspace, path, model)
