"""The keys while something is edited: Esc and Ctrl+Enter belong to it, and Tab reaches what came later in its place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


def stops_in(widget: QWidget) -> list[QWidget]:
    """What Tab can go to inside a widget, in its own order."""
    found: list[QWidget] = []
    inside = widget.nextInFocusChain()
    while inside is not None and widget.isAncestorOf(inside):
        if inside.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
            found.append(inside)
        inside = inside.nextInFocusChain()
    return found


def tab_before(stop: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab reach widgets that were made later in this order before ``stop``; Qt puts them at the very end."""
    last = stop
    for widget in widgets:
        QWidget.setTabOrder(last, widget)
        last = widget
    if last is not stop:
        QWidget.setTabOrder(last, stop)


class Editing(QWidget):
    """Whatever can be edited: Esc calls `cancel`, Ctrl+Enter calls `save`, from every field in it."""

    def is_editing(self) -> bool:
        """Whether the two keys are its own now."""
        return True

    def save(self) -> bool:
        """Write what was typed; whether that was possible."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Leave it as it was."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Claim the two keys before a shortcut of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel or save."""
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            self.save()

    def _is_own(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        own = event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier)
        return own and self.is_editing()
