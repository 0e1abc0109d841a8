"""Choosing the language, calling the command, and saying what went wrong."""

from __future__ import annotations

import gettext
import io
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from culture_tui import language
from culture_tui.errors import CultureError, NotWrittenError

_INTERRUPTED: Final = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit status."""
    _speak(_language_in(arguments) or _language_set() or language.preferred())
    from culture_tui.commands.root import culture  # its help texts are in the language chosen above

    _survive_odd_characters()
    try:
        status = _called(culture, list(arguments))
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except CultureError as error:
        for line in language.say_error(error):
            click.echo(line, err=True)
        return error.exit_status
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except OSError as error:  # of standard output: every other one is a CultureError by now
        _write_nowhere()
        click.echo(error.strerror, err=True)
        return NotWrittenError.exit_status
    return status if isinstance(status, int) else 0


def _called(group: click.Group, arguments: list[str]) -> object:
    """Call a command. A reader that has seen enough, such as `head`, is no failure.

    click would take a closed pipe for one, so the context is made here.
    """
    with group.make_context("culture", arguments) as context:
        try:
            result: object = group.invoke(context)
            sys.stdout.flush()
        except BrokenPipeError:
            _write_nowhere()
            return 0
        return result


def _write_nowhere() -> None:
    """What is still to be flushed when Python ends must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _survive_odd_characters() -> None:
    """A terminal with few letters, and answers that are not UTF-8, must not end in a traceback."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def _speak(code: str) -> None:
    """Choose the language of the interface, click's own texts included."""
    language.use(code)
    gettext.bindtextdomain(language.DOMAIN, str(language.FOLDER))
    gettext.textdomain(language.DOMAIN)
    os.environ["LANGUAGE"] = language.in_use()


def _language_set() -> str | None:
    """The language that the settings file asks for, unless `CULTURE_LANGUAGE` asks for one."""
    if os.environ.get("CULTURE_LANGUAGE"):
        return None
    from culture_tui.storage.settings_place import settings_path

    path = settings_path()
    if not path.is_file():  # nothing is loaded for what most people do not have
        return None
    from culture_tui.storage.settings_file import read_settings

    wanted = read_settings(path).named("language")
    return wanted if wanted in language.LANGUAGES else None


def _language_in(arguments: Sequence[str]) -> str | None:
    """The language that the arguments ask for, before any command is looked at."""
    for index, argument in enumerate(arguments):
        following = arguments[index + 1] if index + 1 < len(arguments) else ""
        wanted = following if argument == "--language" else argument.removeprefix("--language=")
        if argument.startswith("--language") and wanted in language.LANGUAGES:
            return wanted
    return None
