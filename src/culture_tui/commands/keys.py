"""`culture keys`: every key, what it does, and the id by which it can be changed."""

from __future__ import annotations

from typing import Unpack

import click

from culture_tui.commands.output import OutputOptions, emit, output_options
from culture_tui.language import _, say_problem
from culture_tui.reports.keys import KeyLine, all_keys_document


@click.command("keys", help=_("List every key, what it does, and the id by which it can be changed."))
@output_options
def command(**output: Unpack[OutputOptions]) -> None:
    """List every key as it is now, and say what is wrong with the settings, if anything."""
    from culture_tui.tui.app import CultureApp
    from culture_tui.tui.keys import every_key, rebound, written
    from culture_tui.tui.preferences import Preferences

    kept, problems = Preferences().keymap(CultureApp)
    for problem in problems:
        click.echo(say_problem(problem), err=True)
    lines = [
        KeyLine(bound.id, tuple(map(written, bound.keys)), bound.said)
        for bound in rebound(every_key(CultureApp), kept)
    ]
    emit(
        lambda words: all_keys_document(lines, words),
        lambda: [{"id": line.id, "keys": line.keys, "does": line.said} for line in lines],
        **output,
    )
