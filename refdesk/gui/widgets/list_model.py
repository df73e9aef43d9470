"""The model under every list: it holds ids and section heads, and fetches rows by the page when they are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refdesk.gui.widgets.painting import plain_tool_tip
from refdesk.gui.widgets.rows import Row, RowRole, SectionHead

PAGE = 100
PAGES_KEPT = 20

Entry = str | SectionHead
Fetch = Callable[[Sequence[str]], Sequence[Row]]
Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractListModel):
    """Entries in their order; sorting and filtering happen in the query that gives them, never here.

    `fetch` takes ids and returns their rows in any order; one that it leaves out is shown as an empty row
    until the entries are set anew, for somebody else may have just deleted it.
    """

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._entries: list[Entry] = []
        self._heads: list[int] | None = None
        self._rows: OrderedDict[str, Row | None] = OrderedDict()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these instead, reading their rows anew."""
        self.beginResetModel()
        self._entries = list(entries)
        self._heads = None
        self._rows.clear()
        self.endResetModel()

    def refresh(self, ids: Collection[str]) -> None:
        """Read these rows anew, where they are shown."""
        changed = set(ids)
        for row_id in changed:
            self._rows.pop(row_id, None)
        for place, entry in enumerate(self._entries):
            if entry in changed:
                self.dataChanged.emit(self.index(place), self.index(place))

    def read_anew(self) -> None:
        """Read every row anew when it is looked at next."""
        self._rows.clear()
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def remove(self, row_id: str) -> None:
        """Take one row away; its section counts one less, and leaves when it was the last."""
        place = self._entries.index(row_id) if row_id in self._entries else -1
        if place < 0:
            return
        head = next((at for at in range(place, -1, -1) if isinstance(self._entries[at], SectionHead)), -1)
        alone = head == place - 1 and not self._is_row(place + 1)
        first = head if head >= 0 and alone else place
        self.beginRemoveRows(QModelIndex(), first, place)
        del self._entries[first : place + 1]
        self._heads = None
        self._rows.pop(row_id, None)
        self.endRemoveRows()
        if head >= 0 and not alone:
            entry = self._entries[head]
            if isinstance(entry, SectionHead):
                self._entries[head] = replace(entry, count=entry.count - 1)
            self.dataChanged.emit(self.index(head), self.index(head))

    def place_of(self, row_id: str) -> QModelIndex:
        """Where the row stands; an invalid index when it is not shown."""
        return self.index(self._entries.index(row_id)) if row_id in self._entries else QModelIndex()

    def heads(self) -> list[int]:
        """In which rows the section heads stand."""
        if self._heads is None:
            self._heads = [place for place, entry in enumerate(self._entries) if isinstance(entry, SectionHead)]
        return self._heads

    def first_among(self, ids: Collection[str]) -> QModelIndex:
        """Where the first of these rows stands that is shown; an invalid index when none is."""
        place = next((at for at, entry in enumerate(self._entries) if entry in ids), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows and heads there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are enabled, so that screen readers meet them, but cannot be selected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsSelectable if self._is_row(index.row()) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's record, its title, or its words for screen readers; a head's without any fetching."""
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if isinstance(entry, SectionHead):
            return self._head_data(entry, role)
        if role == RowRole.ID:
            return entry
        if role == RowRole.HEAD:
            return None
        row = self._row(index.row(), entry)
        return row and _row_data(row, role)

    @staticmethod
    def _head_data(head: SectionHead, role: int) -> object:
        if role == RowRole.HEAD:
            return head
        if role == Qt.ItemDataRole.DisplayRole:
            return head.title
        return head.accessible if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _is_row(self, place: int) -> bool:
        return 0 <= place < len(self._entries) and isinstance(self._entries[place], str)

    def _row(self, place: int, row_id: str) -> Row | None:
        if row_id not in self._rows:
            start = place - place % PAGE
            wanted = [entry for entry in self._entries[start : start + PAGE] if isinstance(entry, str)]
            wanted = [entry for entry in wanted if entry not in self._rows]
            self._rows.update(dict.fromkeys(wanted))
            self._rows.update((row.id, row) for row in self._fetch(wanted))
            while len(self._rows) > PAGE * PAGES_KEPT:
                self._rows.popitem(last=False)
        return self._rows.get(row_id)


def _row_data(row: Row, role: int) -> object:
    match role:
        case RowRole.ROW:
            return row
        case Qt.ItemDataRole.DisplayRole:
            return row.title
        case Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible
        case Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.description
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(f"{row.title}\n{row.second}".strip())
    return None
