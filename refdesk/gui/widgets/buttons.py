"""Buttons: the one primary, normal and quiet ones, and those of an icon alone, which always have a name."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from refdesk.gui.theme.fonts import BODY, MEDIUM, MICRO, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

GAP, ICON = 7, 16


class Kind(Enum):
    """How much a button asks for attention; a view has one primary at most."""

    PRIMARY = "primary"
    NORMAL = "normal"
    GHOST = "ghost"
    LINK = "link"
    TOAST = "toast"

    @property
    def role(self) -> str:
        """The colour of its words and icon."""
        return {"primary": "on_accent", "link": "accent", "toast": "toast_action"}.get(self.value, "text")


class Button(QPushButton):
    """A button with words, drawn on the style sheet's box so that icon, words and key keep the designed distances.

    `key` is shown beside the words and not bound; `small` makes it 26 instead of 30 pixels high.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        kind: Kind = Kind.NORMAL,
        *,
        icon: str = "",
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon_name = icon
        self._key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._small = small
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.set_words(words)
        theme.changed.connect(self._restyle)

    def set_words(self, words: str) -> None:
        """Say something else; an ampersand in a name stays one."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon beside the words; none for an empty name."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for icon, words and key."""
        px = self._theme.px
        icon = px(ICON) + (px(GAP) if self._words else 0) if self._icon_name else 0
        key = painting.text_width(self._key, self._key_font()) + px(GAP) if self._key else 0
        width = icon + painting.text_width(self._words, self._words_font()) + key + 2 * self._padding() + 2
        return QSize(width, px(26 if self._small else 30))

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box by the style sheet, then what it holds, then the focus ring."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_contents(painter)
        if painting.has_keyboard_focus(self):
            primary = self._kind is Kind.PRIMARY
            inset = 2 if primary else 0  # a ring in the accent would not be seen on the accent
            role = {Kind.PRIMARY: "on_accent", Kind.TOAST: "toast_action"}.get(self._kind, "focus")
            box = self.rect().adjusted(inset, inset, -inset, -inset)
            painting.focus_ring(painter, box, self._theme.tokens.colour(role), painting.RADIUS - inset)

    def _paint_contents(self, painter: QStylePainter) -> None:
        theme, px = self._theme, self._theme.px
        role = self._kind.role if self.isEnabled() else "disabled"
        spare = (self.width() - self.sizeHint().width()) // 2
        line = self.rect().adjusted(self._padding() + 1 + spare, 0, -self._padding() - 1 - spare, 0)
        if self._icon_name:
            spot = QRect(line.left(), line.top(), px(ICON), line.height())
            painting.icon(painter, theme, self._visual(spot), self._icon_name, role, ICON)
            line.setLeft(spot.right() + 1 + px(GAP))
        words = self._visual(line)
        painting.text(painter, words, self._words, self._words_font(), theme.tokens.colour(role))
        if self._key:
            key_role = "text3" if role == "text" else role
            end = Qt.AlignmentFlag.AlignRight
            painting.text(painter, words, self._key, self._key_font(), theme.tokens.colour(key_role), end)

    def _visual(self, rect: QRect) -> QRect:
        return painting.mirrored(self.layoutDirection(), self.rect(), rect)

    def _padding(self) -> int:
        return self._theme.px(7 if self._kind is Kind.LINK else 8 if self._small else 11)

    def _words_font(self) -> QFont:
        strong = self._kind in (Kind.PRIMARY, Kind.TOAST)
        return self._theme.fonts.font(SMALL if self._small else BODY, SEMIBOLD if strong else MEDIUM)

    def _key_font(self) -> QFont:
        return self._theme.fonts.font(MICRO)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(Button):
    """A quiet square button of an icon alone; `name` is its accessible name and its tool tip."""

    SIDE = 28

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", Kind.GHOST, icon=icon, parent=parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does now."""
        self.setAccessibleName(name)
        self.setToolTip(painting.plain_tool_tip(name))

    def sizeHint(self) -> QSize:
        """28 pixels square, above the 24 that a finger or an unsteady hand needs."""
        return painting.square(self._theme.px(self.SIDE))

    def _paint_contents(self, painter: QStylePainter) -> None:
        role = "text2" if self.isEnabled() else "disabled"
        painting.icon(painter, self._theme, self.rect(), self._icon_name, role, ICON)
