"""A page in one column of a readable width, centred in what there is, which scrolls where it is longer."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from refdesk.gui.theme.theme import Theme

WIDTH, SIDE, ABOVE = 680, 24, 28


class ColumnPage(QScrollArea):
    """`fills` gives the page all the height there is, for one that holds a list of its own."""

    def __init__(
        self, theme: Theme, page: QWidget, width: int = WIDTH, *, fills: bool = False, parent: QWidget | None = None
    ) -> None:
        """`width` is the column's, in pixels at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self._width = width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        holder = QFrame()
        holder.setProperty("pane", "base")
        row = QHBoxLayout(holder)
        row.setContentsMargins(SIDE, ABOVE, SIDE, 0 if fills else SIDE)
        row.addStretch(1)
        row.addWidget(page, 1_000)
        row.addStretch(1)
        self.setWidget(holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds takes the focus, and is scrolled to
        self._restyle()
        theme.changed.connect(self._restyle)

    def minimumSizeHint(self) -> QSize:
        """As small as need be: it scrolls."""
        return QSize(0, 0)

    def _restyle(self) -> None:
        self._page.setMaximumWidth(self._theme.px(self._width))
