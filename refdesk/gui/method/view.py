"""How this works: the method in seven steps and all keys, on one page that the keyboard scrolls."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.gui.method.words import HEADINGS, IN_FIRST_COLUMN, KEYS, KeyGroup
from refdesk.gui.theme.fonts import BODY, LEAD, REGULAR, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.status_bar import KeyHint

SIDE, NUMBER, KEY_WIDTH = 24, 24, 92
ROOMY = 960
"""From this width on, in pixels, the keys stand beside the steps instead of below them."""


class Page(QScrollArea):
    """What scrolls; it takes the focus itself, so that the arrows and PgUp, PgDn move it, and shows that by a ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("How this works")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QFrame()
        page.setProperty("pane", "base")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._sides.setContentsMargins(SIDE, 20, SIDE, SIDE)
        self._sides.setSpacing(40)
        self._sides.addWidget(_steps(theme), 5)
        self._sides.addWidget(_keys(theme), 6)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the keys beside the steps, or below them where the window is narrow."""
        super().resizeEvent(event)
        roomy = self.width() >= self._theme.px(ROOMY)
        direction = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the focus."""
        super().paintEvent(event)
        if painting.has_keyboard_focus(self):
            painter = QPainter(self.viewport())
            painting.focus_ring(painter, self.viewport().rect(), self._theme.tokens.focus, 0)
            painter.end()


class MethodView(View):
    """The page, with the way back to who is ready."""

    key = "method"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        header = Header(self.theme, "How this works", self)
        header.set_summary("Good work gets talked about when it’s easy to talk about.")
        ready = Button(self.theme, "See who’s ready", Kind.GHOST, icon="sprout")
        ready.clicked.connect(partial(self.navigation.go, "ready"))
        header.add(ready)
        self.page = Page(self.theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.page, 1)

    def panes(self) -> Sequence[QWidget]:
        """The page, which the arrows scroll."""
        return (self.page,)

    def hints(self) -> Sequence[KeyHint]:
        """How to leave."""
        return (KeyHint("Alt+Left", "back"), KeyHint("PgDown", "further down"))


def _steps(theme: Theme) -> QWidget:
    """The seven steps, numbered."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    column.addWidget(Label(theme, "Seven steps", LEAD))
    for number, heading in enumerate(HEADINGS, 1):
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(theme, heading.title, BODY, weight=SEMIBOLD))
        words.addWidget(Label(theme, heading.text, BODY, "text2", wrap=True))
        figure = Label(theme, str(number), LEAD, "text3", REGULAR)
        figure.setFixedWidth(theme.px(NUMBER))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column.addLayout(row)
    column.addStretch(1)
    return side


def _keys(theme: Theme) -> QWidget:
    """All keys, in two columns that begin with those of everywhere and those of every list."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    column.addWidget(Label(theme, "Keys", LEAD))
    halves = QHBoxLayout()
    halves.setSpacing(24)
    for groups in (KEYS[:IN_FIRST_COLUMN], KEYS[IN_FIRST_COLUMN:]):
        half = QVBoxLayout()
        half.setSpacing(14)
        for group in groups:
            half.addLayout(_group(theme, group))
        half.addStretch(1)
        halves.addLayout(half, 1)
    column.addLayout(halves)
    column.addStretch(1)
    return side


def _group(theme: Theme, group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(2)
    grid.setHorizontalSpacing(12)
    grid.setColumnMinimumWidth(0, theme.px(KEY_WIDTH))
    grid.setColumnStretch(1, 1)
    grid.addWidget(Label(theme, group.title, SMALL, "text2", SEMIBOLD), 0, 0, 1, 2)
    for row, key in enumerate(group.keys, 1):
        grid.addWidget(Label(theme, key.shown, SMALL, weight=SEMIBOLD), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(theme, key.does, SMALL, "text2", wrap=True), row, 1)
    return grid
