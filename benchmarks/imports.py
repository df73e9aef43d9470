"""Importing 10,000 cards, beside the least that could be done with them and beside a library that only parses them."""

import sqlite3
import tempfile
from pathlib import Path

import vobject

from benchmarks import books
from benchmarks.measure import alternated
from refdesk.services.desk import Desk
from refdesk.services.imports.run import import_files
from refdesk.storage.book import Book

CARDS = 10_000


def import_cards(cards: Path, folder: Path) -> None:
    """What is measured: a new book, and everybody of the file in it."""
    with tempfile.TemporaryDirectory(dir=folder) as place, Book.open(Path(place) / "new.refdesk", books.now) as book:
        report = import_files(Desk(book, books.TODAY), [cards])
        if report.created != CARDS:
            raise RuntimeError(f"{report.created} of {CARDS} cards were imported")


def least(cards: Path, folder: Path) -> None:
    """The floor: read the bytes, and write as many bare names."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        data = cards.read_bytes()
        database = sqlite3.connect(Path(place) / "least.db")
        database.execute("PRAGMA journal_mode = wal")
        database.execute("PRAGMA synchronous = full")
        database.execute("CREATE TABLE person (pk INTEGER PRIMARY KEY, name TEXT)")
        names = [(line[3:].decode(),) for line in data.splitlines() if line.startswith(b"FN:")]
        with database:
            database.executemany("INSERT INTO person (name) VALUES (?)", names)
        database.close()


def only_parse(cards: Path) -> None:
    """The peer: vobject reads the cards and does nothing with them."""
    found = sum(1 for _ in vobject.readComponents(cards.read_text(encoding="utf-8")))
    if found != CARDS:
        raise RuntimeError(f"vobject read {found} of {CARDS} cards")


def report(folder: Path) -> list[str]:
    """The lines of the report."""
    cards = folder / "cards.vcf"
    books.write_cards(cards, CARDS)
    size = cards.stat().st_size / CARDS
    ours, floor, peer = alternated(
        (lambda: import_cards(cards, folder), lambda: least(cards, folder), lambda: only_parse(cards)), 5
    )
    return [
        f"import of {CARDS} cards of {size:.0f} bytes: {ours.median:.2f} s "
        f"({ours.median / floor.median:.0f} x reading the bytes and writing bare names, {floor.median:.3f} s; "
        f"{ours.median / peer.median:.2f} x vobject only parsing them, {peer.median:.2f} s)"
    ]
