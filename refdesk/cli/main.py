"""The entry point: reads the words that come before any command, then hands over to that command's own file.

Only the chosen command is imported, so that each starts as fast as what it needs.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from refdesk import __version__
from refdesk.cli.context import Context
from refdesk.cli.words import REFUSED, USAGE, a_day, complain, harmless
from refdesk.desktop import clock
from refdesk.domain.errors import KnownError, UnclearPersonError

COMMANDS = {
    "import": "bring people in from vCard, CSV or RefDesk JSON files",
    "imports": "list the imports so far",
    "undo": "take back the last act, or an import",
    "export": "write the book as RefDesk JSON, the people as vCards or CSV",
    "ready": "list who is ready to be asked",
    "why": "say why somebody may or may not be asked",
    "today": "list what is due and what is proposed",
    "remind": "show what is due as notifications, once",
    "log": "log what happened from one line",
    "refer": "note a referral, received or given",
    "thank": "note that somebody was thanked for a referral",
    "find": "find people and entries",
    "backup": "make a verified copy of the book",
    "restore": "put a backup in the book's place",
    "check": "prove the book",
    "demo": "write a sample book",
}
"""Each command with what it does; its code is the module of its name in ``refdesk.cli.commands``."""


OpenWindow = Callable[[Path | None, date | None, bool], int]
"""Opens the window on a book, on a day, or in the background; gives the exit status."""


def run(open_window: OpenWindow) -> None:
    """The ``refdesk`` program, which opens the window where no command is named.

    What it would print to a stream that its user has closed is not missed.
    """
    with Path(os.devnull).open("w") as nowhere:
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
        try:
            sys.exit(main(sys.argv[1:], open_window))
        except KeyboardInterrupt:
            sys.exit(130)


def main(arguments: Sequence[str], open_window: OpenWindow | None = None) -> int:
    """Run one command, or the window where none is named.

    Gives the exit status of `docs/interchange.md`: 0 done, 1 refused, 2 wrong usage.
    """
    options = _parser().parse_args(arguments)
    if options.command is None:
        if open_window is None:
            _parser().print_help(sys.stderr)
            return USAGE
        return open_window(options.book, options.today, options.background)
    command = import_module(f"refdesk.cli.commands.{options.command}_")
    parser = _Parser(prog=f"refdesk {options.command}", description=(command.__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    command.configure(parser)
    asked = parser.parse_args(options.arguments)
    if not _is_text(vars(asked).values()):
        parser.error("an argument is no text in the encoding of this system")
    context = Context(book_path=options.book, day=options.today, clock=clock, json=asked.json or options.json)
    try:
        status: int = command.run(context, asked)
        sys.stdout.flush()
    except UnclearPersonError as error:
        complain(error)
        sys.stderr.writelines(harmless(f"  {name}  {id_}\n") for id_, name in error.candidates)
        return USAGE
    except KnownError as error:
        complain(error)
        return REFUSED
    except OSError as error:  # of standard output: the services turn all others into sentences
        if not isinstance(error, BrokenPipeError):  # whoever was reading has seen enough
            complain(f"The result can't be written out: {(error.strerror or str(error)).lower()}.")
        # Python must not complain of it again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    return status


class _Parser(argparse.ArgumentParser):
    """Repeats what it does not understand without letting it steer the terminal."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and exit with 2."""
        super().error(harmless(message))


def _parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:8} {what}" for name, what in COMMANDS.items())
    parser = _Parser(
        prog="refdesk",
        description="Who is ready to be asked for a referral, why, and what to do first with the others. "
        "Without a command it opens the window.",
        epilog=f"commands:\n{commands}\n\n'refdesk COMMAND --help' tells more of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"RefDesk {__version__}")
    parser.add_argument("--book", type=Path, metavar="FILE", help="the book; without it, the one in your data folder")
    parser.add_argument("--today", type=a_day, metavar="DATE", help="the day to reckon with, such as 2026-11-22")
    parser.add_argument("--background", action="store_true", help="remind, and show no window until it is asked for")
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("command", nargs="?", choices=tuple(COMMANDS), metavar="COMMAND")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _is_text(values: Iterable[object]) -> bool:
    """Whether all texts among these, and in lists of them, are made of characters: names of files need not be."""
    for value in values:
        if isinstance(value, list | tuple) and not _is_text(value):
            return False
        if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
            return False
    return True
