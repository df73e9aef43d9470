"""Prove the book: the file, the method's rules, the search index, and every kept verdict."""

import argparse

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, REFUSED
from refdesk.services.safekeeping import check_book


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing."""


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        health = check_book(desk)
    text = "All is well with the book." if health.ok else "\n".join(health.problems)
    context.show({"ok": health.ok, "problems": list(health.problems)}, text)
    return DONE if health.ok else REFUSED
