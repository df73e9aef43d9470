"""The import on a screen, over a book of its own, and files to bring in."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.gui.imports.view import ImportView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import RowRole
from refdesk.storage.search import find_people
from tests.gui.views import Seen, tools_for

GOOGLE = ("First Name", "Last Name", "E-mail 1 - Value", "Phone 1 - Value", "Organization Name", "Labels")
WIDE, LOW = (1064, 742), (908, 542)


@contextmanager
def import_view(theme: Theme, tmp_path: Path, size: tuple[int, int] = WIDE) -> Iterator[tuple[ImportView, Seen]]:
    """The view, shown."""
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        view = ImportView(tools)
        view.resize(*size)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        try:
            yield view, seen
        finally:
            view.close()
            view.deleteLater()


def table(folder: Path, header: Sequence[str], *rows: Sequence[str], name: str = "people.csv") -> Path:
    """A CSV file."""
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *((*row, *[""] * (len(header) - len(row))) for row in rows)])
    return path


def cards(folder: Path, *names: str, name: str = "phone.vcf") -> Path:
    """A vCard file of these people."""
    path = folder / name
    each = (f"BEGIN:VCARD\nVERSION:3.0\nUID:{one}\nFN:{one}\nEND:VCARD\n" for one in names)
    path.write_text("".join(each), encoding="utf-8")
    return path


def choose(qtbot: QtBot, view: ImportView, *files: Path) -> None:
    """Hand it these files, and wait for what it makes of them."""
    view.choose_files(list(files))
    idle(qtbot, view)


def forward(qtbot: QtBot, view: ImportView) -> None:
    """Go on by Ctrl+Enter, and wait for what comes of it."""
    view.act_primary()
    idle(qtbot, view)


def idle(qtbot: QtBot, view: ImportView) -> None:
    """Wait until the worker has done what the view wanted of it."""
    qtbot.waitUntil(lambda: not view.is_working())


def names(view: ImportView) -> list[str]:
    """Everybody in the book who is called Lee, in alphabetical order."""
    return [found.name for found in find_people(view.session.book, "lee", 20)]


def texts(list_: ListView) -> list[str]:
    """What a list shows: titles with their second line, and heads in brackets."""
    model = list_.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [(index.data(RowRole.HEAD), index.data(RowRole.ROW)) for index in indexes]
    return [f"[{head.title}]" if head else f"{row.title}: {row.second}" for head, row in rows]
