"""Where the focus is, and where Tab takes it when parts of a form come and go."""

from collections.abc import Iterable

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
