"""Where results go: the terminal, a pipe or a file, in the form that was asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path
from typing import Any, TypeVar

import click

from culture_tui.language import LANGUAGES, _, catalogue, interface_words
from culture_tui.reports.document import Document
from culture_tui.reports.markdown import markdown
from culture_tui.storage.writing import write_bytes

Command = TypeVar("Command", bound=Callable[..., Any])


def output_options(command: Command) -> Command:
    """The options of every command that prints a result."""
    for option in (
        click.option("--language", type=click.Choice(list(LANGUAGES)), help=_("Language of the document.")),
        click.option("-o", "--output", metavar="FILE", help=_("Write to a file instead.")),
        click.option(
            "--format",
            "kind",
            type=click.Choice(["text", "markdown", "json"]),
            help=_("Default: text on a terminal, Markdown otherwise."),
        ),
    ):
        command = option(command)
    return command


def words_for(language: str | None) -> NullTranslations:
    """The words of a document: of the language asked for, else of the interface."""
    return interface_words() if language is None else catalogue(language)


def emit(
    document: Callable[[], Document], facts: Callable[[], object], kind: str | None, output: str | None
) -> None:
    """Print a result, or write it to a file.

    Raises:
        NotWrittenError: the file could not be written.
    """
    chosen = kind or ("text" if output is None and sys.stdout.isatty() else "markdown")
    if chosen == "text" and output is None:
        from culture_tui.reports.terminal import print_document

        print_document(document())
        return
    if chosen == "json":
        text = json.dumps(facts(), ensure_ascii=False, indent=2) + "\n"
    elif chosen == "text":
        from culture_tui.reports.terminal import plain_text

        text = plain_text(document())
    else:
        text = markdown(document())
    if output is None:
        click.echo(text, nl=False)
    else:
        write_bytes(Path(output), text.encode("utf-8"))
