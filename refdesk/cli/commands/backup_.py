"""Make a verified copy of the book, by default among the backups beside it."""

import argparse
from pathlib import Path

from refdesk.cli.context import Context
from refdesk.cli.words import DONE
from refdesk.services.safekeeping import back_up


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the copy goes")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        made = back_up(desk, asked.out)
    plain = {"backup": str(made.path), "made_at": made.made_at.isoformat()}
    context.show(plain, f"Backed up to {made.path} and checked.")
    return DONE
