"""Coming back to the window: what was written meanwhile, by a command in a terminal perhaps, is seen at once."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from refdesk.gui.session import Session


class Returning(QObject):
    """Lets the session look whenever this window becomes the one that is worked in."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._session = session
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and let the event go on."""
        if event.type() == QEvent.Type.WindowActivate:
            self._session.look()
        return super().eventFilter(watched, event)
