"""Whole processes: how long the command line takes to answer, and how much memory an import needs."""

from pathlib import Path

from benchmarks import books
from benchmarks.measure import alternated, peak_memory_mb, process

_PEOPLE = 10_000


def book_to_ask(folder: Path, people: int) -> Path:
    """A book reckoned on the very day that is asked for: the other benchmarks move theirs to the next day."""
    path = folder / f"asked-{people}.refdesk"
    books.build(path, people)
    return path


def asking(book: Path) -> list[str]:
    """The command's arguments. With ``--today`` it writes nothing, so every run finds the same book."""
    return ["--book", str(book), "--today", books.TODAY.isoformat(), "ready"]


def report(folder: Path) -> list[str]:
    """The lines of the report."""
    arguments = asking(book_to_ask(folder, _PEOPLE))
    answer, floor = alternated(
        (lambda: process("-m", "refdesk", *arguments), lambda: process("-c", "import peewee")), 15
    )
    cards = folder / "cards.vcf"
    books.write_cards(cards, _PEOPLE)
    imported = folder / "memory.refdesk"
    memory = peak_memory_mb("refdesk", "--book", str(imported), "import", str(cards))
    nothing = peak_memory_mb("refdesk", "--version")
    return [
        f"'refdesk ready' on {_PEOPLE} people: {answer} "
        f"({answer.median / floor.median:.2f} x importing peewee, {floor})",
        f"peak memory of importing {_PEOPLE} cards: {memory:.0f} MB ({memory / nothing:.1f} x doing nothing, "
        f"{nothing:.0f} MB)",
    ]
