"""The icon in the system tray, where there is one, late if it comes late: what is due, the pause, the way back."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from refdesk.domain.daywords import day_name
from refdesk.gui.session import Session
from refdesk.gui.window.reminding import Reminding
from refdesk.reminders.ports import Answered, Notice
from refdesk.services.resources import resource
from refdesk.services.today import Due, due_today

MOST_SHOWN = 5
_LATE_MS = 10_000
"""After how long a tray that was not there at first is looked for again."""

_MORNING = time(8, 0)
_DIMMED = 0.4


class Tray(QObject):
    """Shows itself as soon as there is a tray; without one it does nothing, and `is_there` says so."""

    toggled = Signal()
    opened = Signal(str)
    log_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()
    came = Signal()

    def __init__(
        self,
        session: Session,
        reminding: Reminding,
        names_allowed: Callable[[], bool],
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        parent: QObject | None = None,
    ) -> None:
        """``names_allowed`` says whether the menu may bear names, which anybody who looks on could read."""
        super().__init__(parent)
        self._session = session
        self._reminding = reminding
        self._names_allowed = names_allowed
        self._is_available = is_available
        self._due: tuple[Due, ...] = ()
        self._plain = QIcon(str(resource("app/tray.svg")))
        self._dotted = QIcon(str(resource("app/tray-due.svg")))
        self.icon = QSystemTrayIcon(self._plain, self)
        self.menu = QMenu()
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.menu.aboutToShow.connect(self._fill)
        self._late = QTimer(self)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self.look)
        session.changed.connect(self.refresh)
        session.renewed.connect(self.refresh)
        reminding.beaten.connect(self.refresh_pause)

    @property
    def is_there(self) -> bool:
        """Whether the icon can be seen now."""
        return self.icon.isVisible() and self._is_available()

    def look(self) -> None:
        """Show the icon if there is a tray by now, else look again later."""
        if self._is_available():
            self._late.stop()
            self.icon.show()
            self.refresh()
            self.came.emit()
        else:
            self._late.start()

    def refresh(self, _: object = None) -> None:
        """Count what is due anew; nothing is read where nothing is shown."""
        if self.icon.isVisible():
            self._due = due_today(self._session.desk())
            self.refresh_pause()
            self._fill()

    def refresh_pause(self) -> None:
        """Show whether reminders are paused, and until when."""
        until = self._reminding.paused_until()
        count = len(self._due)
        icon = self._dotted if count else self._plain
        self.icon.setIcon(_dimmed(icon) if until else icon)
        if until:
            self.icon.setToolTip(f"Reminders paused until {self._moment(until)}")
        else:
            self.icon.setToolTip(f"RefDesk: {count} to do today" if count else "RefDesk: nothing due today")

    def hide(self) -> None:
        """Take the icon away."""
        self._late.stop()
        self.icon.hide()

    def _fill(self) -> None:
        menu = self.menu
        menu.clear()
        count = len(self._due)
        head = menu.addAction(f"Today: {count} to do" if count else "Today: nothing due")
        head.setEnabled(False)
        if self._names_allowed():
            for due in self._due[:MOST_SHOWN]:
                self._add(menu, due.title.replace("&", "&&"), partial(self.opened.emit, due.key))
        menu.addSeparator()
        self._add(menu, "Log interaction…", self.log_requested.emit)
        menu.addSeparator()
        self._fill_pause(menu)
        self._add(menu, "Open RefDesk", partial(self.opened.emit, ""))
        self._add(menu, "Settings…", self.settings_requested.emit)
        self._add(menu, "Quit", self.quit_requested.emit)

    def _fill_pause(self, menu: QMenu) -> None:
        until = self._reminding.paused_until()
        if until:
            self._add(menu, f"Resume reminders, paused until {self._moment(until)}", self._resume)
            return
        now = self._session.now()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), _MORNING)
        monday = datetime.combine(now.date() + timedelta(days=7 - now.weekday()), _MORNING)
        pause = menu.addMenu("Pause reminders")
        for words, end in (
            ("1 hour", (now + timedelta(hours=1)).replace(second=0, microsecond=0)),
            ("Until tomorrow", tomorrow),
            ("Until Monday", monday),
        ):
            self._add(pause, words, partial(self._pause, end))

    @staticmethod
    def _add(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(act)
        return action

    def _pause(self, until: datetime) -> None:
        self._reminding.pause(until)
        self.refresh_pause()
        self._fill()

    def _resume(self) -> None:
        self._reminding.resume()
        self.refresh_pause()
        self._fill()

    def _moment(self, until: datetime) -> str:
        today = self._session.today
        return f"{until:%H:%M}" if until.date() == today else f"{day_name(until.date(), today).lower()} {until:%H:%M}"

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.toggled.emit()


class TrayNotifier:
    """Notices by the tray's own balloon, which has no buttons: for systems where nothing better answers."""

    def __init__(self, icon: QSystemTrayIcon) -> None:
        """Show them at this icon."""
        self.answered: Answered = _nobody
        self._icon = icon
        self._last = ""
        icon.messageClicked.connect(self._clicked)

    @property
    def capabilities(self) -> frozenset[str]:
        """A body, where the icon is to be seen."""
        return frozenset({"body"}) if self._icon.isVisible() else frozenset()

    def send(self, notice: Notice) -> bool:
        """Show a notice; False without a tray, for then Qt would say nothing and tell nobody."""
        if not self._icon.isVisible():
            return False
        self._last = notice.key
        self._icon.showMessage(notice.title, notice.body)
        return True

    def process_incoming(self) -> None:
        """Clicks come by the event loop."""

    def fileno(self) -> int | None:
        """There is nothing to watch."""
        return None

    def close(self) -> None:
        """The icon belongs to the tray."""

    def _clicked(self) -> None:
        self.answered(self._last, "open")


def _nobody(key: str, action: str) -> None:
    """Where clicks go until somebody wants them."""


def _dimmed(icon: QIcon) -> QIcon:
    whole = icon.pixmap(64, 64)
    dim = QPixmap(whole.size())
    dim.fill("transparent")
    painter = QPainter(dim)
    painter.setOpacity(_DIMMED)
    painter.drawPixmap(0, 0, whole)
    painter.end()
    return QIcon(dim)
