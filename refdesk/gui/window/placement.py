"""Where the window stands: as it was left, or in the middle when that place is no longer on any screen."""

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from refdesk.gui.preferences import Preferences

FIRST, LEAST = QSize(1280, 800), QSize(960, 600)
_KEY = "window/geometry"
_SHARE = 0.9
"""Of a screen that is too small for the first size."""


def restore(window: QMainWindow, preferences: Preferences) -> None:
    """Put the window where it was left."""
    kept = preferences.bytes_of(_KEY)
    if kept.isEmpty() or not window.restoreGeometry(kept) or not _is_seen(window.frameGeometry()):
        _centre(window)


def keep(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where it stands."""
    preferences.keep_bytes(_KEY, QByteArray(window.saveGeometry()))


def _is_seen(frame: QRect) -> bool:
    """Whether enough of the window lies on a screen to take hold of it."""
    seen = [screen.availableGeometry().intersected(frame) for screen in QGuiApplication.screens()]
    return any(part.width() >= LEAST.width() // 4 and part.height() >= LEAST.height() // 4 for part in seen)


def _centre(window: QMainWindow) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    width = FIRST.width() if FIRST.width() <= room.width() else round(room.width() * _SHARE)
    height = FIRST.height() if FIRST.height() <= room.height() else round(room.height() * _SHARE)
    frame = QRect(0, 0, width, height)
    frame.moveCenter(room.center())
    window.setGeometry(frame)
