"""Write the book as RefDesk JSON, or its people as vCards or CSV."""

import argparse
import sys
from pathlib import Path
from typing import get_args

from refdesk.cli.context import Context
from refdesk.cli.words import DONE
from refdesk.services.exports import ExportFormat, export_bytes, export_to


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--format", choices=get_args(ExportFormat), required=True)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the file to write, - for standard output"
    )


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        if asked.out == Path("-"):
            sys.stdout.buffer.write(export_bytes(desk, asked.format))
            return DONE
        length = export_to(desk, asked.format, asked.out)
    context.show({"out": str(asked.out), "bytes": length}, f"Written to {asked.out}.")
    return DONE
