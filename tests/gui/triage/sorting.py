"""The first ten on a screen: a book of people to be sorted, and the view over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.gui.theme.theme import Theme
from refdesk.gui.triage.view import TriageView
from refdesk.services.welcome import add_names
from refdesk.storage.records import each
from tests.gui.views import Seen, tools_for

NAMES = ("Ann Lee", "Bob Lee", "Cy Lee")
WIDE, LOW = (1064, 742), (908, 542)
NAMED_KEYS = {" ": Qt.Key.Key_Space, "<": Qt.Key.Key_Backspace, "\n": Qt.Key.Key_Return, "^": Qt.Key.Key_Down}


@contextmanager
def triage_view(
    qtbot: QtBot, theme: Theme, path: Path, *names: str, size: tuple[int, int] = WIDE
) -> Iterator[tuple[TriageView, Seen]]:
    """The view over the book at ``path``, into which these names are added."""
    with tools_for(theme, path) as (tools, seen):
        if names:
            add_names(tools.session.desk(), names)
        view = TriageView(tools)
        view.resize(*size)
        shown: list[bool] = []
        view.pick.read.connect(lambda: shown.append(True))
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        if not view.round.picked:
            qtbot.waitUntil(lambda: bool(shown))
        view.panes()[0].setFocus()
        try:
            yield view, seen
        finally:
            view.close()
            view.deleteLater()


def press(keys: str) -> None:
    """Press keys one after the other on whatever has the focus: ``<`` is Backspace, ``\\n`` Enter, ``^`` Down."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        if key in NAMED_KEYS:
            QTest.keyClick(widget, NAMED_KEYS[key])
        else:
            QTest.keyClick(widget, key)


def begin_all(view: TriageView) -> None:
    """Pick whoever is suggested, and start."""
    view.left.click()
    view.act_primary()


def person(view: TriageView, name: str) -> Person:
    """Somebody of the book by name."""
    return next(one for one in each(view.session.book, Person) if one.name == name)


def entries(view: TriageView, name: str) -> list[Entry]:
    """What the book has about somebody."""
    id_ = person(view, name).id
    return [entry for entry in each(view.session.book, Entry) if id_ in entry.people]
