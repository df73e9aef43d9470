"""What of the timeline is shown: a kind, a person, a period, and words in the text."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit

from refdesk.domain.words import KINDS
from refdesk.gui.log.kinds import title_of
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.choice import Choice
from refdesk.services.facts import people_like
from refdesk.services.timeline_list import PERIODS, day_title, span_of
from refdesk.storage.timeline_list import EntryFilter

TYPING_MS = 80
ID = Qt.ItemDataRole.UserRole


class PersonFilter(QLineEdit):
    """Somebody by name, offered as they are typed; `chosen` carries their id, empty for anybody."""

    chosen = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._session = tools.session
        self._id = ""
        self.setPlaceholderText("Anybody")
        self.setAccessibleName("Person")
        self.setClearButtonEnabled(True)
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index] # one of its two forms
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.offer)
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self._take_first)

    def id(self) -> str:
        """The id of whoever is chosen; empty for anybody."""
        return self._id

    def offer(self) -> None:
        """Offer the people of this name."""
        self._typing.stop()
        self._model.clear()
        typed = self.text().strip()
        for found in people_like(self._session.desk(), typed) if typed else []:
            item = QStandardItem(found.name)
            item.setData(found.id, ID)
            self._model.appendRow(item)
        if self._model.rowCount() and self.hasFocus():
            self._completer.complete()

    def choose(self, id_: str, name: str) -> None:
        """Choose somebody."""
        self._typing.stop()
        blocked = self.blockSignals(True)
        self.setText(name)
        self.blockSignals(blocked)
        self._id = id_
        self.chosen.emit(id_)

    def _changed(self, text: str) -> None:
        if self._id or not text:
            self._id = ""
            self.chosen.emit("")
        if text:
            self._typing.start()

    def _picked(self, index: QModelIndex) -> None:
        self.choose(str(index.data(ID)), str(index.data()))

    def _take_first(self) -> None:
        if not self._id and self.text().strip():
            self.offer()
            if self._model.rowCount():
                if (popup := self._completer.popup()) is not None:
                    popup.hide()
                self._picked(self._model.index(0, 0))


class FilterBar(QFrame):
    """`changed` when the filter is another; `wanted` gives it."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._session = tools.session
        self._until: date | None = None
        self.setProperty("pane", "base")
        self.text = QLineEdit()
        self.text.setPlaceholderText("Search in the text")
        self.text.setAccessibleName("Search in the text")
        self.text.setClearButtonEnabled(True)
        kinds = [("", "Any kind"), *((kind, title_of(kind)) for kind in KINDS)]
        self.kind = Choice(tools.theme, "Kind", kinds)
        self.person = PersonFilter(tools)
        self.period = Choice(tools.theme, "Period", PERIODS)
        self.clear = Button(tools.theme, "Show all", Kind.GHOST)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 6)
        row.setSpacing(8)
        row.addWidget(self.text, 3)
        row.addWidget(self.kind, 1)
        row.addWidget(self.person, 2)
        row.addWidget(self.period, 1)
        row.addWidget(self.clear)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self.text.textChanged.connect(self._typing.start)
        self.kind.currentIndexChanged.connect(self._tell)
        self.person.chosen.connect(self._tell)
        self.period.currentIndexChanged.connect(self._tell)
        self.clear.clicked.connect(self.show_all)
        self.clear.hide()

    def wanted(self) -> EntryFilter:
        """What is to be shown."""
        period = PERIODS[self.period.currentIndex()][0]
        since, until = span_of(period, self._session.today)
        kind = next((kind for kind in KINDS if kind == self.kind.key()), None)
        text = self.text.text().strip()
        return EntryFilter(kind=kind, person=self.person.id(), since=since, until=self._until or until, text=text)

    def show_all(self) -> None:
        """Take every filter away."""
        self.set_until(None)
        self.text.setFocus()
        self._tell()

    def set_until(self, until: date | None) -> None:
        """Show only what is as old as this day or older, and nothing else filtered; tells nobody."""
        for field in (self.text, self.kind, self.person, self.period):
            field.blockSignals(True)
        self.text.clear()
        self.kind.setCurrentIndex(0)
        self.person.choose("", "")
        self.period.setCurrentIndex(0)
        for field in (self.text, self.kind, self.person, self.period):
            field.blockSignals(False)
        self._until = until
        self._typing.stop()
        self._show_clear()

    def _tell(self) -> None:
        self._typing.stop()
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        until = self._until
        self.clear.set_words(f"Up to {day_title(until, self._session.today)}: show all" if until else "Show all")
        self.clear.setVisible(self.wanted() != EntryFilter())
