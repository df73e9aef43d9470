"""What the window asks of every view, with an answer that does for most."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from refdesk.gui.navigation import Navigation
from refdesk.gui.preferences import Preferences
from refdesk.gui.session import Session
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.gui.worker import Worker
from refdesk.storage.writing import Changes


@dataclass(frozen=True, slots=True)
class Tools:
    """What every view is handed: the book, the look, the way to other views, the worker, and the user's choices."""

    session: Session
    theme: Theme
    navigation: Navigation
    worker: Worker
    preferences: Preferences


class View(QWidget):
    """One view of the window. While hidden it notes that it is stale, and reads anew when it is shown.

    A view overrides `refresh`, and `apply` where a change of a few rows costs less than reading all.
    """

    key = ""
    """What the window and `Navigation.go` call it."""

    hints_changed = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self.session, self.theme, self.navigation = tools.session, tools.theme, tools.navigation
        self._is_stale = True
        self.session.changed.connect(self._changed)
        self.session.renewed.connect(self._renewed)

    def refresh(self) -> None:
        """Read everything that is shown anew, keeping the current row and the scroll."""

    def apply(self, changes: Changes) -> None:
        """Take up what one act changed, while shown."""
        self.refresh()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of the focused pane, for the status bar; `hints_changed` says when they are others."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes to, in order; the first takes the focus when the view is opened."""
        return ()

    def current_person(self) -> str:
        """The id of whom the view shows now, whom the log line begins with; empty for nobody."""
        return ""

    def current_id(self) -> str:
        """The id of the record that is shown, to come back to; empty for none."""
        return self.current_person()

    def show_record(self, id_: str, part: str = "") -> None:
        """Show this record, and of it this part."""

    def filter_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return None

    def act_primary(self) -> None:
        """Press the primary button, as Ctrl+Enter does."""

    def edit(self) -> None:
        """Edit what is shown, as F2 does."""

    def may_leave(self) -> bool:
        """Whether the view can be left now; one with unsaved words saves them first, or says why not."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what changed while it was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.apply(changes)
        else:
            self._is_stale = True

    def _renewed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
