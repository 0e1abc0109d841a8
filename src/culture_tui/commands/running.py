"""Choosing the language, calling the command, and saying what went wrong."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from culture_tui import language
from culture_tui.errors import CultureError

_INTERRUPTED: Final = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit status."""
    _speak(_language_in(arguments) or language.preferred())
    from culture_tui.commands.root import culture  # its help texts are in the language chosen above

    try:
        status = culture.main(list(arguments), prog_name="culture", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except CultureError as error:
        for line in language.say_error(error):
            click.echo(line, err=True)
        return error.exit_status
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


def _speak(code: str) -> None:
    """Choose the language of the interface, click's own texts included."""
    language.use(code)
    gettext.bindtextdomain(language.DOMAIN, str(language.FOLDER))
    gettext.textdomain(language.DOMAIN)
    os.environ["LANGUAGE"] = language.in_use()


def _language_in(arguments: Sequence[str]) -> str | None:
    """The language that the arguments ask for, before any command is looked at."""
    for index, argument in enumerate(arguments):
        following = arguments[index + 1] if index + 1 < len(arguments) else ""
        wanted = following if argument == "--language" else argument.removeprefix("--language=")
        if argument.startswith("--language") and wanted in language.LANGUAGES:
            return wanted
    return None
