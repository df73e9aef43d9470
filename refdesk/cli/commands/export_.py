"""Write the book as RefDesk JSON, or its people as vCards or CSV."""

import argparse
import sys
from pathlib import Path
from typing import get_args

from refdesk.cli.context import Context
from refdesk.cli.words import DONE
from refdesk.services.exports import ExportFormat, export_bytes, write_out


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--format", choices=get_args(ExportFormat), required=True)
    parser.add_argument("--out", required=True, metavar="FILE", help="the file to write, - for standard output")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        data = export_bytes(desk, asked.format)
    if asked.out == "-":
        sys.stdout.buffer.write(data)
        return DONE
    path = Path(asked.out)
    write_out(path, data)
    context.show({"out": str(path), "bytes": len(data)}, f"Written to {path}.")
    return DONE
