"""What a test of a view needs: a book with people in it, and the tools that the window would hand the view."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from refdesk.desktop import clock
from refdesk.gui.navigation import LogRequest, Navigation, Place
from refdesk.gui.preferences import Preferences
from refdesk.gui.session import Session
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.worker import Worker
from refdesk.services.desk import Desk
from refdesk.storage.book import Book

NOON = datetime(2026, 11, 18, 12, 0)
"""A Wednesday."""


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until a test moves it; UTC and the wall agree."""

    at: datetime = NOON

    def now_utc(self) -> datetime:
        return self.at.replace(tzinfo=clock.now_utc().tzinfo)

    def now_local(self) -> datetime:
        return self.at


@dataclass(slots=True)
class Seen:
    """What a view asked for and told: where to go, what to log, whom to ask, its toasts and its refusals."""

    places: list[Place] = field(default_factory=list)
    logs: list[LogRequest] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@contextmanager
def tools_for(theme: Theme, path: Path, wall: FixedClock | None = None) -> Iterator[tuple[Tools, Seen]]:
    """Tools over the book at ``path`` (made when missing), and what goes through them."""
    wall = wall or FixedClock()
    with Book.open(path, wall.now_utc) as book:
        worker = Worker(lambda: Desk(Book.open(path, wall.now_utc), wall.now_local().date()))
        session, navigation, seen = Session(book, wall), Navigation(), Seen()
        tools = Tools(session, theme, navigation, worker, Preferences(path.with_suffix(".ini")))
        navigation.requested.connect(seen.places.append)
        navigation.log_requested.connect(seen.logs.append)
        navigation.ask_requested.connect(seen.asks.append)
        session.said.connect(seen.said.append)
        session.refused.connect(seen.refused.append)
        try:
            yield tools, seen
        finally:
            worker.stop()
