"""List the imports so far, oldest first."""

import argparse

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, columns, iso
from refdesk.services.imports.run import imports


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing."""


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        batches = imports(desk)
    plain = [
        {
            "id": batch.id,
            "at": batch.at.isoformat(),
            "files": list(batch.files),
            "read": batch.read,
            "created": batch.created,
            "updated": batch.updated,
            "unchanged": batch.unchanged,
            "skipped": batch.skipped,
            "undone_on": iso(batch.undone_on),
        }
        for batch in batches
    ]
    rows = [
        (
            batch.id,
            f"{batch.at:%Y-%m-%d}",
            f"{batch.created} added, {batch.updated} updated" + (", taken back" if batch.undone_on else ""),
            ", ".join(batch.files),
        )
        for batch in batches
    ]
    context.show({"imports": plain}, columns(rows) or "No imports yet.")
    return DONE
