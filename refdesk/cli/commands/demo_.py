"""Write a sample book that looks lived in; the same seed and day give the same book."""

import argparse
from pathlib import Path

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, whole_number
from refdesk.services.demo import MOST_PEOPLE, MOST_YEARS, write_demo


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--people", type=whole_number(0, MOST_PEOPLE), default=150, metavar="N")
    parser.add_argument("--years", type=whole_number(1, MOST_YEARS), default=2, metavar="Y")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the new book; it must not exist yet")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    count = write_demo(
        asked.out, context.clock.now_utc, context.today, people=asked.people, years=asked.years, seed=asked.seed
    )
    context.show({"out": str(asked.out), "people": count}, f"A sample book of {count} people is at {asked.out}.")
    return DONE
