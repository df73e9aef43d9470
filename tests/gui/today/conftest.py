"""A book for Today, and the view over it, shown and read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Address, ContactPoint
from refdesk.domain.records import Entry, Note, Profile, Referral, Task
from refdesk.gui.theme.theme import Theme
from refdesk.gui.today import day_list
from refdesk.gui.today.view import TodayView
from refdesk.gui.view import Tools
from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from refdesk.storage.records import get
from tests.gui.views import FixedClock, Seen, tools_for
from tests.storage.desks import TODAY, add, ago, log

THANKS = Referral(id="r", champion="ana", prospect="dele", state="agreed", agreed_on=TODAY)
CHECK = Referral(id="c", champion="cem", prospect="dele", state="made", made_on=ago(11), agreed_on=ago(20))
NOTE = Note(id="n", person="bo", occasion="congratulation", due=TODAY)
TASK = Task(id="t", title="Send Bo the guide", person="bo", due=ago(1))
PLAN = Entry(id="e", on=ago(1), kind="meeting", people=("cem",), planned=True, summary="Lunch")

ROWS = [
    "referral:r:thank_you:1",
    "referral:c:thank_you:1",
    "referral:c:check",
    "note:n",
    "task:t",
    "entry:e:happened",
    "ready:di",
    "reconnect:ed",
]
"""The rows of the book below, from the top."""


def fill(desk: Desk) -> None:
    """Something of every kind."""
    email, home = ContactPoint("ana+b@ruiz.example"), Address(city="Bath")
    add(desk, "Ana Ruiz", title="Solicitor", org="Ruiz & Co", emails=(email,), addresses=(home,))
    for name in ("Bo Berg", "Cem Kaya", "Dele Okafor", "Ed Eck"):
        add(desk, name, known_since=ago(900))
    add(desk, "Di Dunn", roles=("client",), known_since=ago(900), knows=("farms",))
    log(desk, "di", days=300, kind="milestone", marks=("delivered",), satisfaction="delighted")
    log(desk, "di", days=20, marks=("explained",))
    log(desk, "ed", days=365)
    log(desk, "ana", days=1, kind="meeting", line="Lunch with Ana", summary="Agreed to introduce Dele.")
    put(desk, Profile(id="p", name="Farmers", tags=("farms",)), THANKS, CHECK, NOTE, TASK, PLAN)


def put(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(record)


@dataclass(slots=True)
class Opened:
    """The view under test, with what it asked for and told."""

    qtbot: QtBot
    view: TodayView
    tools: Tools
    seen: Seen
    wall: FixedClock

    @property
    def book(self) -> Book:
        return self.tools.session.book

    @property
    def row(self) -> str:
        return self.view.list.current_id()

    def wait(self) -> None:
        """Until the list shows what the book says."""
        self.qtbot.waitUntil(lambda: not self.view.is_reading)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and wait for what comes of it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)
        self.wait()

    def select(self, row: str) -> None:
        self.view.show_record(row)
        assert self.row == row

    def rows(self) -> list[str]:
        """The ids of the rows, heads left out."""
        model = self.view.list.model()
        return [words for place in range(model.rowCount()) if (words := model.index(place, 0).data(258))]

    def find(self, record: type, id_: str) -> object:
        return get(self.book, record, id_)


@pytest.fixture
def empty(
    theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Opened]]:
    """Opens Today over a book that a function fills, once per test; settled rows leave soon."""
    monkeypatch.setattr(day_list, "STAY_MS", 30)
    wall = FixedClock()
    with tools_for(theme, tmp_path / "book.refdesk", wall) as (tools, seen):

        def open_(fill_in: Callable[[Desk], None] | None = None, size: tuple[int, int] = (1064, 742)) -> Opened:
            if fill_in:
                fill_in(Desk(tools.session.book, tools.session.today))
            view = TodayView(tools)
            qtbot.addWidget(view)
            view.resize(*size)
            with qtbot.waitExposed(view):
                view.show()
            view.activateWindow()
            opened = Opened(qtbot, view, tools, seen, wall)
            opened.wait()
            view.panes()[0].setFocus()
            return opened

        yield open_


@pytest.fixture
def today(empty: Callable[..., Opened]) -> Opened:
    """Today over a book with something of every kind, the list with the focus."""
    return empty(fill)
