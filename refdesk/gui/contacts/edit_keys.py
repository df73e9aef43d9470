"""Esc and Ctrl+Enter while something is edited: they belong to it, whatever they do elsewhere in the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


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
