"""`culture assess [FILE]`: start or resume a workshop, on screen or line by line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from culture_tui.commands.settings import Settings
from culture_tui.errors import Phrase, Problem, WrongUsageError
from culture_tui.language import _


@click.command("assess", help=_("Start or resume a workshop."))
@click.argument("file", required=False)
@click.option("--model", metavar="MODEL", help=_("Model file or id for a new workshop."))
@click.option("--plain", is_flag=True, help=_("Ask line by line: for screen readers, pipes and scripts."))
@click.pass_obj
def command(settings: Settings, file: str | None, model: str | None, *, plain: bool) -> int:
    """Start or resume a workshop."""
    path = Path(file) if file else None
    if plain:
        from culture_tui.commands.plain import run

        run(settings, path, model)
        return 0
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
