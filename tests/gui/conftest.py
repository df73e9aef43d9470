"""Give the window's tests an application without a screen, in our theme, and fail them on any warning of Qt's."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.logging import _QtMessageCapture

from refdesk.gui.theme.fonts import Families, load_fonts
from refdesk.gui.theme.theme import Appearance, Scheme, Theme

# What the offscreen platform says of itself, whatever the window does.
OFFSCREEN_SAYS = (
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
    "This plugin does not support propagateSizeHints()",
    "systemTrayWindowChanged",
)
GRAVE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application's arguments; the platform is chosen here, before Qt looks for a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return ["refdesk"]


@pytest.fixture(scope="session")
def families(qapp: QApplication) -> Families:
    """The bundled fonts, registered once."""
    return load_fonts()


@pytest.fixture
def theme(qapp: QApplication, families: Families) -> Iterator[Theme]:
    """A light theme; the next test gets its own."""
    theme = Theme(qapp, families, Appearance(Scheme.LIGHT))
    yield theme
    # The test's widgets wait to be deleted; as long as they live, every later theme has to dress them too.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.setParent(None)
    theme.deleteLater()


@pytest.fixture(autouse=True)
def no_qt_warning(qtlog: _QtMessageCapture) -> Iterator[None]:
    """Fail a test during which Qt complained."""
    yield
    complaints = [record.message for record in qtlog.records if record.type in GRAVE]
    assert [words for words in complaints if not any(known in words for known in OFFSCREEN_SAYS)] == []
