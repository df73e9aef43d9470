"""A small book for the tests of the facts and of the page: Ana, and those around her."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.gui.view import Tools
from refdesk.services import people

ANA = Person(
    id="ana",
    name="Ana Ruiz",
    given="Ana",
    org="Ruiz & Sons <b>",
    roles=("client",),
    trust="growing",
    cadence_days=28,
    known_since=date(2019, 3, 12),
    knows=("dentists",),
    birthday="--04-05",
)


def add(tools: Tools, *everybody: Person) -> None:
    """Put these people into the book."""
    for person in everybody:
        people.add_person(tools.session.desk(), person)


def now(tools: Tools, id_: str = "ana") -> Person:
    """Somebody as the book has them now."""
    return tools.session.desk().person(id_)


def shown(qtbot: QtBot, widget: QWidget, width: int = 0, height: int = 742) -> Any:
    """The widget, shown in a window of its own that has the focus."""
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitExposed(widget)
    return widget


def in_focus(parent: QWidget) -> QWidget:
    """What has the focus in this pane, page or dialog."""
    focus = parent.focusWidget()
    assert focus is not None
    return focus
