"""The rows of the whole timeline: days and what happened on them, fetched by the page as they are scrolled to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from refdesk.gui.widgets.rows import RowRole, SectionHead
from refdesk.services.timeline_list import PAGE, Listed, TimelinePage, by_day, day_title
from refdesk.storage.timeline_list import Place

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Place, int], TimelinePage]


class EntryListModel(QAbstractListModel):
    """`fetch` gives the page after a place, of at most so many.

    A page may hold fewer than it could, where a filter admits little: the walk goes on between two events, until
    there is a page to look at or the end is reached.
    """

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._rows: list[date | Listed] = []
        self._after: Place | None = None
        self._today = date.min
        self._owed = 0
        self._walk = QTimer(self)
        self._walk.setInterval(0)
        self._walk.timeout.connect(self._step)

    def set_page(self, page: TimelinePage, today: date) -> None:
        """Show this page instead, and what follows it."""
        self.beginResetModel()
        self._today = today
        self._rows = by_day(page.entries, None)
        self._after = page.after
        self.endResetModel()
        self._owe(PAGE - len(page.entries))

    def entry_count(self) -> int:
        """How many entries have been fetched."""
        return sum(isinstance(row, Listed) for row in self._rows)

    def is_searching(self) -> bool:
        """Whether the walk goes on by itself."""
        return self._walk.isActive()

    def listed(self, index: Index) -> Listed | None:
        """The entry of this row; None for a day."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row if isinstance(row, Listed) else None

    def place_of(self, id_: str) -> QModelIndex:
        """Where an entry stands; an invalid index when it was not fetched."""
        places = (at for at, row in enumerate(self._rows) if isinstance(row, Listed) and row.entry.id == id_)
        place = next(places, -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows have been fetched."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older entries that nobody is fetching yet."""
        return self._after is not None and not self._walk.isActive()

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page."""
        self._owe(PAGE)
        self._step()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days are enabled, so that screen readers meet them, but cannot be selected."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self.listed(index) is None else flags | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The record of a row, its title, or its words for screen readers."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, date):
            title = day_title(row, self._today)
            found: dict[int, object] = {RowRole.HEAD: SectionHead(title, 0)}
            found[Qt.ItemDataRole.DisplayRole] = found[Qt.ItemDataRole.AccessibleTextRole] = title
            return found.get(role)
        match role:
            case RowRole.ROW:
                return row
            case RowRole.ID:
                return row.entry.id
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._today)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "Enter changes it, Shift+Enter opens the contact"
        return None

    def _owe(self, entries: int) -> None:
        """Let the walk go on until so many more have been found."""
        self._owed = entries
        if self._after is not None and entries > 0:
            self._walk.start()
        else:
            self._walk.stop()

    def _step(self) -> None:
        if self._after is None or self._owed <= 0:
            self._walk.stop()
            return
        page = self._fetch(self._after, self._owed)
        self._after = page.after
        self._owed -= len(page.entries)
        last = self._rows[-1] if self._rows else None
        rows = by_day(page.entries, last.entry.on if isinstance(last, Listed) else None)
        if self._after is None or self._owed <= 0:
            self._walk.stop()
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()


def spoken(listed: Listed, today: date) -> str:
    """A row as a screen reader says it."""
    entry = listed.entry
    at = f", {entry.at:%H:%M}" if entry.at else ""
    labels = ", ".join(label.words for label in listed.labels)
    parts = (listed.title, labels, entry.place, entry.summary, f"{day_title(entry.on, today)}{at}")
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
