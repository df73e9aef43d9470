"""The questions a user asks all day, in books of three sizes: who is ready, search, logging, a new day."""

import itertools
import random
import sqlite3
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

from benchmarks import books
from benchmarks.measure import Timing, timed
from refdesk.services.desk import Desk
from refdesk.services.finding import find
from refdesk.services.log_line import log_line
from refdesk.services.ready import ready
from refdesk.storage.book import Book

TIMES = 200
PAGE = 50
"""How many of a list a window shows at once."""

_SEARCHES = ("s", "an", "han", "soren", "bafo", "pension", "ana ce", "lisbon boo", "7946 0001")


def report(folder: Path, people: int) -> list[str]:
    """The lines of the report for a book of so many people."""
    path = folder / f"{people}.refdesk"
    if not path.exists():
        books.build(path, people)
    with Book.open(path, books.now) as book:
        desk = Desk(book, books.TODAY)
        floors = _Floors(path, folder)
        lines = [
            _line("who is ready", timed(lambda: ready(desk, limit=PAGE), TIMES), floors.row),
            _line("search", timed(_searching(desk), TIMES), floors.row),
            _line("logging one entry", timed(_logging(desk, people), TIMES), floors.insert),
        ]
        return [f"{people:>7} people: {line}" for line in [*lines, *_days(desk)]]


class _Floors:
    """The least that a question and an entry can cost here."""

    def __init__(self, path: Path, folder: Path) -> None:
        """Measure on the same file and the same disk."""
        with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as database:
            ask = "SELECT name FROM person WHERE pk = ?"
            self.row = timed(lambda: database.execute(ask, (1,)).fetchall(), TIMES)
        database.close()
        with sqlite3.connect(folder / "floor.db", isolation_level=None) as database:
            database.execute("PRAGMA journal_mode = wal")
            database.execute("PRAGMA synchronous = full")
            database.execute("CREATE TABLE IF NOT EXISTS entry (pk INTEGER PRIMARY KEY, text TEXT)")
            self.insert = timed(lambda: database.execute("INSERT INTO entry (text) VALUES ('coffee')"), TIMES)
        database.close()


def _line(what: str, timing: Timing, floor: Timing) -> str:
    ratio = timing.median / floor.median
    return f"{what}: {timing} ({ratio:.0f} x one row, {floor.median * 1000:.3f} ms)"


def _searching(desk: Desk) -> Callable[[], object]:
    texts = itertools.cycle(_SEARCHES)
    return lambda: find(desk, next(texts))


def _logging(desk: Desk, people: int) -> Callable[[], object]:
    chance = random.Random(1)
    at = time(9, 30)
    return lambda: log_line(desk, f"Call with @p{chance.randrange(people)}: all is well >2w +gave", at)


def _days(desk: Desk) -> list[str]:
    """A new day for whose verdict expires, against reckoning everybody again."""
    tomorrow = Desk(desk.book, books.TODAY + timedelta(days=1))
    expired: list[int] = []
    one_day = timed_once(lambda: expired.append(tomorrow.bring_up_to_date()))
    quiet_day = timed_once(lambda: expired.append(tomorrow.bring_up_to_date()))
    everybody = timed_once(lambda: expire_and_reckon(tomorrow))
    return [
        f"a new day: {one_day * 1000:.1f} ms for {expired[0]} verdicts that expired, {quiet_day * 1000:.2f} ms for "
        f"{expired[1]}; everybody: {everybody:.2f} s ({everybody / max(one_day, 1e-9):.0f} x the day)"
    ]


def expire_and_reckon(desk: Desk) -> None:
    """What a change of policy asks for."""
    from refdesk.storage.readiness import expire_all

    with desk.book.transaction():
        expire_all(desk.book)
    desk.bring_up_to_date()


def timed_once(call: Callable[[], object]) -> float:
    """Seconds of one call."""
    import time as clock

    start = clock.perf_counter()
    call()
    return clock.perf_counter() - start
