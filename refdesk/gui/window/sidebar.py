"""The sidebar: the mark, search, log, the views with what waits in them; a rail of icons where there is little room."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, MEDIUM, MICRO, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import IconButton
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.nav_list import NavItem, NavList
from refdesk.services.counts import Counts

WIDE, RAIL = 216, 52
MARK, MARK_ICON = 22, 14
HEIGHT, LEFT, RIGHT, GAP, ICON = 30, 8, 7, 8, 16

VIEWS = (
    NavItem("today", "Today", "sun"),
    NavItem("ready", "Ready to ask", "sprout", "ready"),
    NavItem("contacts", "Contacts", "users-round", starts_group=True),
    NavItem("timeline", "Timeline", "history"),
    NavItem("referrals", "Referrals", "route", "open", starts_group=True),
    NavItem("notes", "Notes desk", "pen-line", "to write"),
    NavItem("partners", "Partners", "handshake", "without a date"),
)
TOOLS = (NavItem("import", "Import", "file-input"), NavItem("settings", "Settings", "settings"))


@dataclass(frozen=True, slots=True)
class _Look:
    """How a sidebar button is drawn: as a field to type in, or as a link."""

    words_role: str
    icon_role: str
    is_field: bool


FIELD, LINK = _Look("text3", "text3", is_field=True), _Look("accent", "accent", is_field=False)


class Mark(QWidget):
    """The program's mark: a handshake on a square of the accent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """22 pixels square."""
        return painting.square(self._theme.px(MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painting.fill(painter, self.rect(), self._theme.tokens.accent)
        painting.icon(painter, self._theme, self.rect(), "handshake", "on_accent", MARK_ICON, "2")
        painter.end()


class SideButton(QAbstractButton):
    """A button of the whole width: icon, words, and the key that does the same; on the rail the icon alone."""

    def __init__(self, theme: Theme, icon: str, words: str, key: str, look: _Look) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self._key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._look = look
        self._rail = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_rail(self, rail: bool) -> None:
        """Show the icon alone, with a tool tip, or all of it."""
        self._rail = rail
        self.setToolTip(painting.plain_tool_tip(f"{self.text()} ({self._key})") if rail else "")
        self._restyle()

    def sizeHint(self) -> QSize:
        """30 pixels high."""
        return QSize(self._theme.px(RAIL - 2 * LEFT), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box where it looks like a field, then icon, words and key."""
        theme, tokens, px, look = self._theme, self._theme.tokens, self._theme.px, self._look
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if look.is_field and not self._rail:
            painting.fill(painter, self.rect(), tokens.base)
            painting.outline(painter, self.rect(), tokens.border)
        elif self.underMouse():
            painting.fill(painter, self.rect(), tokens.neutral_soft)
        if self._rail:
            painting.icon(painter, theme, self.rect(), self._icon_name, "text2", ICON)
        else:
            spot = QRect(px(LEFT), 0, px(ICON), self.height())
            painting.icon(painter, theme, self._visual(spot), self._icon_name, look.icon_role, ICON)
            line = self._visual(self.rect().adjusted(spot.right() + 1 + px(GAP), 0, -px(RIGHT), 0))
            font = theme.fonts.font(BODY, None if look.is_field else MEDIUM)
            painting.text(painter, line, self.text(), font, tokens.colour(look.words_role))
            key_font, end = theme.fonts.font(MICRO), Qt.AlignmentFlag.AlignRight
            painting.text(painter, line, self._key, key_font, tokens.text3, end)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, self.rect(), tokens.focus)
        painter.end()

    def _visual(self, rect: QRect) -> QRect:
        return painting.mirrored(self.layoutDirection(), self.rect(), rect)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Sidebar(QFrame):
    """`chosen` carries the key of a view; search, log and menu are asked for by their own signals."""

    chosen = Signal(str)
    search_requested = Signal()
    log_requested = Signal()
    menu_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", "window")
        self.mark = Mark(theme)
        self.menu_button = IconButton(theme, "menu", "Menu")
        self.search = SideButton(theme, "search", "Search or do…", "Ctrl+K", FIELD)
        self.log = SideButton(theme, "plus", "Log interaction", "Ctrl+L", LINK)
        self.views = NavList(theme, "Views", VIEWS)
        self.tools = NavList(theme, "Tools", TOOLS)
        self._name = Label(theme, "RefDesk", BODY, weight=SEMIBOLD)
        self._lock = IconMark(theme, "lock", "text3", 12)
        self._promise = Label(theme, "Kept only on this computer", MICRO, "text3")
        self.tools.select("")
        self._lay_out()
        self.views.chosen.connect(self.chosen)
        self.tools.chosen.connect(self.chosen)
        self.search.clicked.connect(self.search_requested)
        self.log.clicked.connect(self.log_requested)
        self.menu_button.clicked.connect(self.menu_requested)
        theme.changed.connect(self._resize)
        self.rail = False
        self.set_rail(False)

    def set_rail(self, rail: bool) -> None:
        """Be a rail of icons, or wide."""
        self.rail = rail
        for part in (self._name, self._promise, self._lock):
            part.setVisible(not rail)
        self._brand.removeWidget(self.menu_button)
        self._column.removeWidget(self.menu_button)
        if rail:
            self._column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._brand.addWidget(self.menu_button)
        for button in (self.search, self.log):
            button.set_rail(rail)
        for nav in (self.views, self.tools):
            nav.set_rail(rail)
        self._resize()

    def select(self, key: str) -> None:
        """Mark this view as the one that is shown; one that is not in the sidebar marks none."""
        for nav, items in ((self.views, VIEWS), (self.tools, TOOLS)):
            nav.select(key if key in [item.key for item in items] else "")

    def show_counts(self, found: Counts) -> None:
        """Show what waits in the views."""
        counts = (
            ("today", found.due),
            ("ready", found.ready),
            ("referrals", found.referrals),
            ("notes", found.notes),
            ("partners", found.partners),
        )
        for key, count in counts:
            self.views.set_count(key, count)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line at the end."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.window)
        line = QRect(self.width() - 1, 0, 1, self.height())
        painting.hairline(
            painter, painting.mirrored(self.layoutDirection(), self.rect(), line), self._theme.tokens.border
        )
        painter.end()

    def _lay_out(self) -> None:
        self._brand = QHBoxLayout()
        self._brand.setContentsMargins(6, 0, 2, 0)
        self._brand.setSpacing(8)
        self._brand.addWidget(self.mark)
        self._brand.addWidget(self._name, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(LEFT, 10, LEFT, LEFT)
        self._column.setSpacing(0)
        self._column.addLayout(self._brand)
        self._column.addSpacing(8)
        self._column.addWidget(self.search)
        self._column.addSpacing(6)
        self._column.addWidget(self.log)
        self._column.addSpacing(8)
        self._column.addWidget(self.views)
        self._column.addStretch(1)
        self._column.addWidget(self.tools)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 8, 8, 0)
        foot.setSpacing(6)
        foot.addWidget(self._lock)
        foot.addWidget(self._promise, 1)
        self._column.addLayout(foot)

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(RAIL if self.rail else WIDE))
