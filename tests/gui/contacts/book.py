"""Contacts on a screen: a book with a few people in it, and the view over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from refdesk.domain.person import Person
from refdesk.gui.contacts.view import ContactsView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.rows import RowRole
from refdesk.services import people
from tests.gui.views import Seen, tools_for

WIDE, LOW = (1064, 742), (908, 542)


@contextmanager
def contacts_of(
    theme: Theme, path: Path, *names: str, size: tuple[int, int] = WIDE
) -> Iterator[tuple[ContactsView, Seen]]:
    """The view over a book of these people, each with the first word of the name in lower case as the id."""
    with tools_for(theme, path) as (tools, seen):
        for name in names:
            add(tools.session.desk(), name)
        view = ContactsView(tools)
        view.resize(*size)
        view.show()
        view.activateWindow()
        view.panes()[0].setFocus()  # as the window does
        settle()
        try:
            yield view, seen
        finally:
            view.close()
            view.deleteLater()
            settle()


def add(desk: Any, name: str, **fields: Any) -> str:
    """Somebody in the book."""
    return people.add_person(desk, Person(**{"id": name.partition(" ")[0].lower(), "name": name, **fields}))[0]


def settle() -> None:
    """Let everything that is waiting happen."""
    for _ in range(3):
        QApplication.processEvents()


def rows(view: ContactsView) -> list[str]:
    """What the list shows: names, and heads in brackets."""
    model = view.list.view.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [f"[{index.data()}]" if index.data(RowRole.HEAD) else index.data() for index in indexes]


def timeline(view: ContactsView) -> list[str]:
    """What the timeline shows: titles, and months in brackets."""
    model = view.page.timeline.view.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [f"[{index.data()}]" if index.data(RowRole.HEAD) else index.data() for index in indexes]
