"""An entry changed where its row stands: the form over the row, and the room that the row makes for it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal

from refdesk.gui.timeline.entry_form import EntryForm
from refdesk.gui.timeline.rail_delegate import RailDelegate
from refdesk.gui.view import Tools
from refdesk.gui.widgets.focus import holds_focus
from refdesk.gui.widgets.list_view import ListView


class InPlaceForm(QObject):
    """One form at most; `closed` tells that it is gone, saved or not. `place_of` finds a row by its id."""

    closed = Signal()

    def __init__(
        self, tools: Tools, view: ListView, delegate: RailDelegate[Any, Any], place_of: Callable[[str], QModelIndex]
    ) -> None:
        super().__init__(view)
        self._tools, self._view, self._delegate, self._place_of = tools, view, delegate, place_of
        self._row = ""
        self.form: EntryForm | None = None

    def is_changed(self) -> bool:
        """Whether the form holds what was not saved."""
        return self.form is not None and self.form.is_changed()

    def may_close(self) -> bool:
        """Whether nothing would be lost: what was changed is saved, where it can be."""
        return self.form is None or not self.form.is_changed() or self.form.save()

    def open(self, row: str, entry: str) -> None:
        """Put the form of an entry over its row, both by their ids; one that is open and cannot be saved stays."""
        if not self.may_close():
            return
        self.close()
        self._row = row
        self.form = form = EntryForm(self._tools)
        form.installEventFilter(self)
        form.saved.connect(self.close)
        form.cancelled.connect(self.close)
        index = self._place_of(row)
        self._view.setIndexWidget(index, form)
        form.start(entry)
        if self.form is form:  # or else the entry is gone, which the form has told
            self._make_room(form)
            self._view.scrollTo(index)

    def close(self) -> None:
        """Take the form away; what it holds and was not saved is dropped."""
        if self.form is None:
            return
        form, self.form = self.form, None
        had_focus = holds_focus(form)
        index = self._place_of(self._row)
        self._row = ""
        self._delegate.set_edited("", 0)
        form.hide()
        form.deleteLater()
        self._delegate.sizeHintChanged.emit(index)
        if had_focus:
            self._view.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the form's height as it opens and closes parts of itself."""
        if self.form is not None and watched is self.form and event.type() == QEvent.Type.LayoutRequest:
            self._make_room(self.form)
        return super().eventFilter(watched, event)

    def _make_room(self, form: EntryForm) -> None:
        width = self._view.viewport().width()
        wrapped = form.heightForWidth(width) if form.hasHeightForWidth() else form.sizeHint().height()
        self._delegate.set_edited(self._row, max(wrapped, form.minimumSizeHint().height()))
        self._delegate.sizeHintChanged.emit(self._place_of(self._row))
