"""The view of Ready to ask over a small town, and what a test does to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from refdesk.gui.ready.detail import Detail
from refdesk.gui.ready.view import ReadyView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label
from tests.gui.views import Seen, tools_for


@dataclass(slots=True)
class Shown:
    """The view over that town, and what came of it."""

    view: ReadyView
    seen: Seen

    def titles(self) -> list[str]:
        """Every head and row from top to bottom."""
        model = self.view.list.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    def go_to(self, title: str) -> None:
        """Make the row of this title the current one."""
        self.view.list.setCurrentIndex(self.view.list.model().index(self.titles().index(title), 0))

    def name(self) -> str:
        """Whose details are shown; empty for nobody's."""
        return self.view.current_person()


@contextmanager
def shown_in(theme: Theme, path: Path) -> Iterator[Shown]:
    """The view over the book at ``path``, shown with the focus in its list."""
    with tools_for(theme, path) as (tools, seen):
        view = ReadyView(tools)
        view.resize(1064, 742)
        view.show()
        view.activateWindow()
        view.panes()[0].setFocus()
        yield Shown(view, seen)
        tools.worker.stop()
        view.close()
        view.deleteLater()
        # Or the next test's theme would dress this view too.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(town: Shown, key: str, *modifiers: Qt.KeyboardModifier) -> None:
    """A real key in the list."""
    codes = {"enter": Qt.Key.Key_Return, "down": Qt.Key.Key_Down, "end": Qt.Key.Key_End}
    code = codes.get(key) or getattr(Qt.Key, f"Key_{key}")
    QTest.keyClick(town.view.list, code, *modifiers)


def words(detail: Detail) -> list[str]:
    """Everything that the details say."""
    QApplication.processEvents()
    return [label.text() for label in detail.findChildren(Label) if label.isVisibleTo(detail)]


def button(town: Shown, name: str) -> Button:
    """The button of this name that is shown."""
    QApplication.processEvents()  # a layout shows what was just put in when it is next at work
    return next(each for each in town.view.findChildren(Button) if each.isVisible() and each.accessibleName() == name)


def put(town: Shown, record: object) -> None:
    """Write a record beside the view."""
    with town.view.session.desk().act("Put.") as act:
        act.put(record)
    town.view.session.publish(act.changes)
