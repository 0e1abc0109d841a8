"""Where results go: the terminal, a pipe or a file, in the form that was asked for."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path
from typing import Any, Final, TypedDict, TypeVar, Unpack

import click

from culture_tui.errors import NotWrittenError, Phrase, Place, Problem, WrongUsageError
from culture_tui.language import LANGUAGES, _, catalogue, in_use, interface_words
from culture_tui.reports.csv_rows import Rows, csv_text
from culture_tui.reports.document import Document
from culture_tui.reports.markdown import markdown
from culture_tui.storage.reading import exists, is_ours, shown
from culture_tui.storage.writing import write_bytes

_ACTING: Final = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What could act on a terminal or not be encoded; a file name can hold it."""

_BY_ENDING: Final = {".csv": "csv", ".json": "json", ".txt": "text"}
_PICTURES: Final = {".svg": "svg", ".png": "png"}
_IN_ITS_OWN: Final = frozenset({"csv", "json", *_PICTURES.values()})

Command = TypeVar("Command", bound=Callable[..., Any])


def output_options(command: Command) -> Command:
    """The options of every command that prints a result."""
    return _options(command, ["text", "markdown", "json"])


def table_options(command: Command) -> Command:
    """The same for a command whose result also makes rows for a spreadsheet."""
    return _options(command, ["text", "markdown", "json", "csv"])


def picture_options(command: Command) -> Command:
    """The same for a command whose result can also be drawn."""
    return _options(command, ["text", "markdown", "json", *_PICTURES.values()])


def _options(command: Command, kinds: list[str]) -> Command:
    for option in (
        click.option("--language", type=click.Choice(list(LANGUAGES)), help=_("Language of the document.")),
        click.option("-o", "--output", metavar="FILE", help=_("Write to a file instead.")),
        click.option(
            "--format",
            "kind",
            type=click.Choice(kinds),
            help=_("Default: text on a terminal, Markdown otherwise."),
        ),
    ):
        command = option(command)
    return command


class OutputOptions(TypedDict):
    """What `output_options` adds to a command."""

    kind: str | None
    output: str | None
    language: str | None


def language_of(options: OutputOptions, own: str) -> str:
    """The language of a model's texts: the one asked for, else the interface's.

    What programs read, and pictures, stay in the file's own where none is asked for.
    """
    if options["language"] is not None:
        return options["language"]
    ending = Path(options["output"] or "").suffix.lower()
    form = options["kind"] or {**_BY_ENDING, **_PICTURES}.get(ending)
    return own if form in _IN_ITS_OWN else in_use()


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def json_text(facts: object) -> str:
    """Facts as JSON that is safe to look at on a terminal."""
    return _ACTING.sub(_as_escape, json.dumps(facts, ensure_ascii=False, indent=2)) + "\n"


def emit(
    document: Callable[[NullTranslations], Document],
    facts: Callable[[], object],
    rows: Callable[[], Rows] | None = None,
    **options: Unpack[OutputOptions],
) -> None:
    """Print a result, or write it to a file, in the form and the language that were asked for.

    Raises:
        NotWrittenError: the file could not be written.
    """
    output, language = options["output"], options["language"]
    words = interface_words() if language is None else catalogue(language)
    chosen = options["kind"] or _usual_form(output, can_be_rows=rows is not None)
    if chosen == "text" and output is None:
        from culture_tui.reports.terminal import print_document

        print_document(document(words))
        return
    if chosen == "json":
        text = json_text(facts())
    elif chosen == "csv" and rows is not None:
        text = csv_text(rows())
    elif chosen == "text":
        from culture_tui.reports.terminal import plain_text

        text = plain_text(document(words))
    else:
        text = markdown(document(words))
    if output is None:
        click.echo(text, nl=False)
        return
    write_output(output, text.encode("utf-8-sig" if chosen == "csv" else "utf-8"))


def picture_form(options: OutputOptions) -> str | None:
    """`svg` or `png` where a picture was asked for, by name or by the ending of the file; else None."""
    if options["kind"] is not None:
        return options["kind"] if options["kind"] in _PICTURES.values() else None
    return _PICTURES.get(Path(options["output"] or "").suffix.lower())


def emit_picture(svg: str, form: str, output: str | None) -> None:
    """Print a picture, or write it to a file.

    Raises:
        WrongUsageError: a PNG was asked for, and no file to write it to.
        NotWrittenError: the file could not be written, or the picture not be made.
    """
    if form == "svg" and output is None:
        click.echo(svg, nl=False)
        return
    if output is None:
        raise WrongUsageError(Problem(Phrase("a PNG needs a file"), hint=Phrase("name it with -o")))
    if form == "svg":
        write_output(output, svg.encode("utf-8"))
        return
    from culture_tui.reports.pictures.png import png

    write_output(output, png(svg))


def write_output(output: str, content: bytes) -> None:
    """Write a file that a person named; never over an assessment or a model.

    Raises:
        NotWrittenError: nothing was written.
    """
    path = Path(output)
    refuse_without_folder(path)
    if exists(path) and is_ours(path):
        what = Phrase("holds an assessment or a model, which a document must not replace")
        raise NotWrittenError(Problem(what, Place(shown(path)), Phrase("give another name with -o")))
    write_bytes(path, content)


def refuse_without_folder(path: Path) -> None:
    """Make no folder that nobody asked for.

    Raises:
        NotWrittenError: the folder of a file that a person named is not there.
    """
    if not exists(path.parent):
        raise NotWrittenError(Problem(Phrase("there is no such folder"), Place(shown(path.parent))))


def _usual_form(output: str | None, *, can_be_rows: bool) -> str:
    """The form where none was asked for: what the name of the file says, else for people or for programs."""
    if output is None:
        return "text" if sys.stdout.isatty() else "markdown"
    named = _BY_ENDING.get(Path(output).suffix.lower(), "markdown")
    return "markdown" if named == "csv" and not can_be_rows else named
