"""The line between two panes: one pixel to look at, seven to grab, a double click for the default."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

REACH = 3


class Splitter(QSplitter):
    """Panes that cannot be folded away; the first keeps its width when the window grows, the others share the rest."""

    def __init__(self, theme: Theme, defaults: Sequence[int], parent: QWidget | None = None) -> None:
        """`defaults` are the widths of the panes at first, in pixels at 100 %."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self._defaults = list(defaults)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._wanted = self._defaults
        self._scale = theme.px(100)
        self.splitterMoved.connect(self._moved)
        theme.changed.connect(self._restyle)

    def add_pane(self, pane: QWidget, least: int) -> None:
        """Add a pane that is never narrower than `least` pixels."""
        pane.setMinimumWidth(least)
        self.addWidget(pane)
        place = self.indexOf(pane)
        self.setStretchFactor(place, 1 if place else 0)
        self.reset()

    def reset(self) -> None:
        """Give every pane its default width again."""
        self._wanted = self._defaults
        self._give()

    def createHandle(self) -> QSplitterHandle:
        """Our own handle."""
        return SplitterHandle(self)

    def _give(self) -> None:
        """Give the panes that keep theirs what is wanted, the others what is left; Qt would take from all alike."""
        widths = [self.theme.px(width) for width in self._wanted[: self.count()]]
        panes = [pane for place in range(len(widths)) if (pane := self.widget(place)) is not None]
        sharing = [place for place, pane in enumerate(panes) if pane.sizePolicy().horizontalStretch()]
        wanted = sum(widths[place] for place in sharing)
        kept = sum(widths) - wanted
        left = self.width() - self.handleWidth() * (len(widths) - 1) - kept
        if wanted and left >= sum(panes[place].minimumWidth() for place in sharing):
            for place in sharing:
                widths[place] = left * widths[place] // wanted
        self.setSizes(widths)

    def _restyle(self) -> None:
        """Let panes be as wide for larger text as they were for smaller."""
        if self._scale != self.theme.px(100):
            self._scale = self.theme.px(100)
            self._give()
        self.update()

    def _moved(self) -> None:
        self._wanted = [width * 100 // self._scale for width in self.sizes()]


class SplitterHandle(QSplitterHandle):
    """One pixel of line with three of reach on each side, which lie over the panes and show nothing."""

    def __init__(self, splitter: Splitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._splitter = splitter
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        self.setContentsMargins(REACH, 0, REACH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the line; Qt's own would set its reach of two pixels here."""
        self.setContentsMargins(REACH, 0, REACH, 0)
        self.setMask(QRegion(self.contentsRect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painting.hairline(painter, self.contentsRect(), self._splitter.theme.tokens.border)
        painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the default."""
        self._splitter.reset()
