"""The rows of one person's timeline: months and what happened in them, fetched page by page as they are scrolled to."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refdesk.domain.daywords import MONTHS, days_ago
from refdesk.gui.widgets.painting import plain_tool_tip
from refdesk.gui.widgets.rows import RowRole, SectionHead
from refdesk.services.contacts import TimelinePage
from refdesk.services.timeline_words import Happening
from refdesk.storage.person_timeline import Position

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Position], TimelinePage]


class TimelineModel(QAbstractListModel):
    """`fetch` gives the page that begins after a position."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._rows: list[SectionHead | Happening] = []
        self._next: Position | None = None
        self._today = date.min

    def set_page(self, page: TimelinePage, today: date) -> None:
        """Show this page instead, and what follows it."""
        self.beginResetModel()
        self._today = today
        self._rows = []
        self._next = page.next
        self._rows = self._with_months(page.happenings)
        self.endResetModel()

    def entry_count(self) -> int:
        """How many entries have been fetched."""
        return sum(isinstance(row, Happening) and row.entry is not None for row in self._rows)

    def is_empty(self) -> bool:
        """Whether nothing happened yet."""
        return not self._rows

    def happening(self, index: Index) -> Happening | None:
        """What stands in this row; None for a month."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row if isinstance(row, Happening) else None

    def place_of(self, key: str) -> QModelIndex:
        """Where something stands, by its key; an invalid index when it was not fetched."""
        places = (at for at, row in enumerate(self._rows) if isinstance(row, Happening) and row.key == key)
        place = next(places, -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def nearest(self, place: int) -> QModelIndex:
        """The row at this place, or the nearest that is no month; an invalid index when nothing happened."""
        places = (at for at, row in enumerate(self._rows) if isinstance(row, Happening))
        found = min(places, key=lambda at: (abs(at - place), -at), default=-1)
        return self.index(found) if found >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows have been fetched."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older entries."""
        return self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page."""
        if self._next is None:
            return
        page = self._fetch(self._next)
        self._next = page.next
        rows = self._with_months(page.happenings)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Months are enabled, so that screen readers meet them, but cannot be selected."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self.happening(index) is None else flags | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The record of a row, its title, or its words for screen readers."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, SectionHead):
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.title if role in words else row if role == RowRole.HEAD else None
        match role:
            case RowRole.ROW:
                return row
            case RowRole.ID:
                return row.key
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._today)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(exact_day(row))
        return None

    def _with_months(self, happenings: Sequence[Happening]) -> list[SectionHead | Happening]:
        last = self._rows[-1] if self._rows else None
        before = last.on if isinstance(last, Happening) else None
        rows: list[SectionHead | Happening] = []
        for happening in happenings:
            on = happening.on
            if before is None or (on.year, on.month) != (before.year, before.month):
                rows.append(SectionHead(month_name(on, self._today), 0))
            rows.append(happening)
            before = on
        return rows


def month_name(day: date, today: date) -> str:
    """The month of a day, with the year when it is another: "November", "October 2025"."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{MONTHS[day.month - 1]}{year}"


def short_day(happening: Happening, today: date) -> str:
    """When something happened, beside it: "17 Nov"; roughly where that is all that is known."""
    on = happening.on
    if happening.approximate and on <= today:
        return days_ago(on, today, approximate=True)
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def exact_day(happening: Happening) -> str:
    """The whole of it: "17 November 2026, 14:30"."""
    on, at = happening.on, happening.at
    about = "About " if happening.approximate else ""
    return f"{about}{on.day} {MONTHS[on.month - 1]} {on.year}{f', {at:%H:%M}' if at else ''}"


def spoken(happening: Happening, today: date) -> str:
    """A row as a screen reader says it."""
    labels = ", ".join(label.words for label in happening.labels)
    when = days_ago(happening.on, today, happening.approximate) if happening.on <= today else exact_day(happening)
    parts = (happening.title, labels, happening.text, when)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
