"""Arguments in, an exit status out: 0 done, 1 the input is unsound, 2 usage, 3 not written.

Standard output is for data, standard error for talk. What a command needs is imported when
it is called, so that `culture --version` costs little more than starting Python.
"""

from __future__ import annotations

import sys

from culture_tui import __version__


def main() -> None:
    """Run the command that the arguments name; without any, open the program."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"culture {__version__}\n")
        return
    from culture_tui.commands.running import run

    sys.exit(run(arguments))
