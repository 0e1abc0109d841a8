"""`culture check FILE …`: is each assessment, model or translation sound?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypedDict, TypeVar, Unpack

import click

from culture_tui.commands.output import json_text
from culture_tui.errors import Problem
from culture_tui.language import _, ngettext, say, say_problem
from culture_tui.storage.checkup import MOST_IN_A_CHECK, Finding, findings
from culture_tui.storage.reading import shown

_MOST_ALIKE: Final = 3
"""Pieces of advice of one kind on one file, unless all are asked for."""

Command = TypeVar("Command", bound=Callable[..., Any])


class CheckOptions(TypedDict):
    """What `check_options` adds to a command."""

    everything: bool
    kind: str


def check_options(command: Command) -> Command:
    """The options of every command that checks files."""
    for option in (
        click.option("--all", "everything", is_flag=True, help=_("List all advice, not the first few.")),
        click.option(
            "--format",
            "kind",
            type=click.Choice(["text", "json"]),
            default="text",
            help=_("Default: text, a line for each problem."),
        ),
    ):
        command = option(command)
    return command


@click.command("check", help=_("Tell whether assessments and models are sound."))
@click.argument("files", nargs=-1, required=True)
@check_options
def command(files: tuple[str, ...], **options: Unpack[CheckOptions]) -> int:
    """Tell whether files are sound: 0 where all are, 1 where one is not."""
    return check(map(Path, files), **options)


def check(paths: Iterable[Path], **options: Unpack[CheckOptions]) -> int:
    """Check files, each once, and say what was found; 1 where one is unsound, else 0."""
    found: dict[Path, Finding] = {}
    for path in paths:
        for finding in findings(path):
            found.setdefault(finding.path, finding)
    if options["kind"] == "json":
        click.echo(json_text([_facts(finding) for finding in found.values()]), nl=False)
    else:
        for finding in found.values():
            _say(finding, everything=options["everything"])
    problems = sum(len(finding.problems) for finding in found.values())
    if problems:
        said = ngettext("{count} problem.", "{count} problems.", problems).format(count=problems)
        click.echo(said, err=True)
    return 1 if problems else 0


def _say(finding: Finding, *, everything: bool) -> None:
    for problem in finding.problems:
        click.echo(say_problem(problem))
    if len(finding.problems) >= MOST_IN_A_CHECK:
        said = _("{file}: these are the first {count}; mend them, then check again")
        click.echo(said.format(file=shown(finding.path), count=MOST_IN_A_CHECK), err=True)
    for line in _advice(finding, everything=everything):
        click.echo(line, err=True)
    if not finding.problems:
        click.echo(_("{file}: sound").format(file=shown(finding.path)))


def _advice(finding: Finding, *, everything: bool) -> Iterator[str]:
    """The advice on a file, a line each; of what is said again and again the first few."""
    count = Counter(each.what.template for each in finding.advice)
    so_far: Counter[str] = Counter()
    for each in finding.advice:
        kind = each.what.template
        so_far[kind] += 1
        if everything or so_far[kind] <= _MOST_ALIKE:
            yield say_problem(each)
        left = count[kind] - _MOST_ALIKE
        if so_far[kind] == _MOST_ALIKE < count[kind] and not everything:
            said = ngettext(
                "{file}: and {count} more like this; --all lists it",
                "{file}: and {count} more like this; --all lists them",
                left,
            )
            yield said.format(file=shown(finding.path), count=left)


def _facts(finding: Finding) -> dict[str, object]:
    return {
        "file": shown(finding.path),
        "sound": not finding.problems,
        "problems": [_problem(each) for each in finding.problems],
        "advice": [_problem(each) for each in finding.advice],
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "line": problem.place.line,
        "key": problem.place.key,
        "problem": say(problem.what),
        "hint": say(problem.hint) if problem.hint else None,
    }
