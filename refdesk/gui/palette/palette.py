"""The command palette (Ctrl+K): people, what can be done with them, and everything the window can do, by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.domain.person import Person
from refdesk.gui.log.overlay import Head
from refdesk.gui.navigation import LogRequest
from refdesk.gui.palette.offers import Offer, Offers, PersonCommand, standard_person_commands
from refdesk.gui.palette.rows import OfferDelegate, OfferModel
from refdesk.gui.theme.fonts import BODY, MICRO, REGULAR, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.overlay import Overlay
from refdesk.gui.window.commands import Command
from refdesk.services.people import add_person

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TYPED_WIDTH = 170
"""Pixels for what was typed where it is said again; it is said twice in one line."""
WALKING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PaletteLine(QLineEdit):
    """What is typed; the keys that walk and choose are the palette's."""

    def __init__(self, palette: "Palette") -> None:
        super().__init__()
        self._palette = palette
        self.setProperty("kind", "lead")
        self.setPlaceholderText("Find a person or do something")
        self.setAccessibleName("Find a person or do something")

    def event(self, event: object) -> bool:
        """Keep Ctrl+Enter, which the window would use otherwise."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.ShortcutOverride and event.key() in ENTER:
            event.accept()
            return True
        return super().event(event)  # type: ignore[arg-type] # whatever Qt hands over

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the list, Enter takes the current row, `+` at the beginning logs; the rest is typing."""
        if not self._palette.takes(event):
            super().keyPressEvent(event)


class FoundList(ListView):
    """Covers what lies below it, so that not the whole window is painted for every letter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Found", OfferDelegate(theme))
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel's ground, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.tokens.raised)
        painter.end()
        super().paintEvent(event)


class Foot(QWidget):
    """The keys of the palette at its foot."""

    HEIGHT = 30

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(5)
        for key, does in (("↑ ↓", "choose"), ("Enter", "open"), ("Ctrl Enter", "log with this person")):
            self._add(row, key, does)
            row.addSpacing(11)
        row.addStretch(1)
        self._add(row, "Esc", "close")
        self.setFixedHeight(theme.px(self.HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the rule above it."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        painting.fill(painter, self.rect(), tokens.panel, painting.CARD_RADIUS - 1)
        painter.fillRect(QRect(0, 0, self.width(), self.height() // 2), tokens.panel)
        painting.hairline(painter, QRect(0, 0, self.width(), 1), tokens.border)
        painter.end()

    def _add(self, row: QHBoxLayout, key: str, does: str) -> None:
        row.addWidget(Label(self._theme, key, MICRO, "text2", SEMIBOLD, parent=self))
        row.addWidget(Label(self._theme, does, MICRO, "text3", REGULAR, parent=self))


class Palette(Overlay):
    """Open it with `open`; it closes by itself as soon as something was chosen, or the focus goes elsewhere."""

    def __init__(
        self,
        tools: Tools,
        content: QWidget,
        commands: Sequence[Command],
        person_commands: Sequence[PersonCommand] | None = None,
    ) -> None:
        """`commands` are the window's; `person_commands` what can be done with somebody, the usual where not given."""
        super().__init__(tools.theme, content, "Search or do")
        self._session, self._navigation = tools.session, tools.navigation
        of_person = standard_person_commands(tools.navigation) if person_commands is None else person_commands
        self._offers = Offers(tools.navigation, commands, of_person)
        self._current = ""
        self.line = PaletteLine(self)
        self.list = FoundList(tools.theme)
        self._model = OfferModel(self)
        self.list.setModel(self._model)
        self._nothing_words = Label(tools.theme, "", BODY, "text2")
        self.add_button = Button(tools.theme, "", small=True, icon="user-plus")
        self._nothing = self._lay_out()
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.setInterval(0)
        self._search.timeout.connect(self._show)
        self.line.textChanged.connect(self._search.start)
        self.list.clicked.connect(self._choose)
        self.add_button.clicked.connect(self._add_person)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusObjectChanged.connect(self._focus_moved)

    def _lay_out(self) -> QWidget:
        """The line, the list and the keys; gives what is shown in the list's place when nothing was found."""
        nothing = QWidget()
        row = QHBoxLayout(nothing)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        row.addWidget(self._nothing_words)
        row.addWidget(self.add_button)
        row.addStretch(1)
        body = QVBoxLayout()
        body.setContentsMargins(0, 6, 0, 6)
        body.addWidget(self.list)
        body.addWidget(nothing)
        self.column.addWidget(Head(self._theme, "search", self.line))
        self.column.addLayout(body)
        self.column.addWidget(Foot(self._theme))
        return nothing

    def open(self, current_person: str = "") -> None:
        """Come up empty; ``current_person`` is the id of whom the view shows."""
        self._current = current_person
        self.line.clear()
        self._show()
        self.show_over(self.line)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key of the line was the palette's own, and is done."""
        key = event.key()
        if key in ENTER:
            self._flush()
            logs = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._log() if logs else self._choose(self.list.currentIndex())
        elif key in WALKING:
            self.list.keyPressEvent(event)
        elif event.text() == "+" and not self.line.text():
            self.close_overlay()
            self._navigation.log(LogRequest())
        else:
            return False
        return True

    def offers(self) -> list[Offer]:
        """The rows that are shown."""
        found = (self._model.offer(self._model.index(row)) for row in range(self._model.rowCount()))
        return [offer for offer in found if offer is not None]

    def _flush(self) -> None:
        """Look for what was typed at last, before anything is taken."""
        if self._search.isActive():
            self._show()

    def _show(self) -> None:
        self._search.stop()
        typed = self.line.text().strip()
        desk = self._session.desk()
        offers = self._offers.found(desk, typed) if typed else self._offers.at_first(desk, self._current)
        self._model.set_offers(offers)
        self.list.go_to_first()
        self.list.setVisible(bool(offers))
        self._nothing.setVisible(not offers and bool(typed))
        room = QFontMetrics(self._nothing_words.font())
        shown = room.elidedText(painting.one_line(typed), Qt.TextElideMode.ElideRight, self._theme.px(TYPED_WIDTH))
        self._nothing_words.setText(f"Nothing called '{shown}'.")
        self.add_button.set_words(f"Add a person '{shown}'")
        self.list.setFixedHeight(self._list_height())
        self.place()

    def _list_height(self) -> int:
        rows = range(self._model.rowCount())
        wanted = sum(self.list.sizeHintForIndex(self._model.index(row)).height() for row in rows)
        return max(1, min(wanted, self.height() - self._theme.px(140))) if self.isVisible() else max(1, wanted)

    def _choose(self, index: QModelIndex) -> None:
        offer = self._model.offer(index)
        if offer is not None:
            self.close_overlay()
            offer.act()
        elif not self.offers() and self.line.text().strip():
            self._add_person()

    def _log(self) -> None:
        """Log with whom the current row is about."""
        offer = self._model.offer(self.list.currentIndex())
        if offer is not None and offer.person:
            self.close_overlay()
            self._navigation.log(LogRequest(people=(offer.person,)))

    def _add_person(self) -> None:
        try:
            id_, changes = add_person(self._session.desk(), Person(id="", name=self.line.text().strip()))
        except KnownError as error:
            self._session.refused.emit(str(error))
            return
        self.close_overlay()
        self._session.publish(changes)
        self._navigation.go("contacts", id_)

    def _focus_moved(self, now: QObject | None) -> None:
        """Close when the focus went elsewhere in the window; another window's focus is none of ours."""
        if self.isVisible() and isinstance(now, QWidget) and now is not self and not self.isAncestorOf(now):
            self.close_overlay()
