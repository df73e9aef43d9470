"""The panes of the referrals side by side: the list under its column heads, and one referral or a new one."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.referrals.delegate import ColumnHeads
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.splitter import Splitter

LIST, SIDE, LEAST_LIST, LEAST_SIDE = 680, 384, 460, 340


class ReferralsLayout(QWidget):
    """List and side; the side shows the detail, or the panel of a new referral."""

    def __init__(
        self,
        theme: Theme,
        heads: ColumnHeads,
        rows: ListView,
        detail: QWidget,
        panel: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads, self._rows, self._detail, self._panel = heads, rows, detail, panel
        self._pages = QStackedWidget()
        self._pages.addWidget(detail)
        self._pages.addWidget(panel)
        left = QFrame()
        left.setProperty("pane", "base")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heads)
        column.addWidget(rows, 1)
        split = Splitter(theme, (LIST, SIDE))
        split.add_pane(left, LEAST_LIST)
        split.add_pane(self._pages, LEAST_SIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        rows.viewport().installEventFilter(self)

    def side(self) -> QWidget:
        """What the side shows."""
        return self._panel if self.has_panel() else self._detail

    def has_panel(self) -> bool:
        """Whether a new referral is being written."""
        return self._pages.currentWidget() is self._panel

    def show_panel(self) -> None:
        """Show the panel of a new referral."""
        self._pages.setCurrentWidget(self._panel)

    def close_panel(self) -> None:
        """Show the detail again."""
        self._pages.setCurrentIndex(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the heads over the columns when a scroll bar takes some of the rows' width."""
        if event.type() == QEvent.Type.Resize:
            self._heads.follow(self._rows.viewport().width())
        return False
