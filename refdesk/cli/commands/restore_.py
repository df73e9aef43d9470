"""Put a verified backup in the book's place; the present book is kept aside."""

import argparse
import sys
from pathlib import Path

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, REFUSED, complain
from refdesk.services.safekeeping import restore


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    if not (asked.yes or _agreed(context.path, asked.file)):
        complain("Nothing was changed. Say --yes to restore without being asked.")
        return REFUSED
    kept = restore(context.path, asked.file, context.clock.now_utc())
    text = f"{context.path} is restored from {asked.file}." + (f" The book before is kept as {kept}." if kept else "")
    context.show({"restored": str(context.path), "kept": str(kept) if kept else None}, text)
    return DONE


def _agreed(book: Path, backup: Path) -> bool:
    """Ask on the terminal; without one nobody has agreed."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write(f"Put {backup} in the place of {book}? The present book is kept aside. [restore/cancel] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() == "restore"
