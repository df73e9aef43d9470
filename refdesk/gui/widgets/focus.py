"""Where the focus is, where in a pane it goes, and where Tab takes it when parts of a form come and go."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget


def holds_focus(widget: QWidget) -> bool:
    """Whether the widget, or anything in it, has the focus."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def tab_after(first: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go from `first` to these, one after the other: what is made late would come last in the window."""
    before = first
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


class _Lead(QObject):
    """Hands on the focus that is given to its parent."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.first: QWidget | None = None
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand it on, with its reason."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and self.first is not None:
            self.first.setFocus(event.reason())
        return super().eventFilter(watched, event)


def lead_focus(pane: QWidget, first: QWidget) -> None:
    """Let the focus that is given to a pane go to this one inside it, until another is named.

    Qt's own focus proxy would stand in the order of Tab besides: before the pane's first child, from where Tab jumps
    to the proxy again and never comes to what lies between.
    """
    lead = pane.findChild(_Lead, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Lead(pane)
    lead.first = first
