"""The application object that a window needs before all else."""

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from refdesk import __version__
from refdesk.services.resources import resource


def make_application() -> QApplication:
    """One for the life of the process; it closes with none of its windows."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("RefDesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("refdesk")
    application.setWindowIcon(QIcon(str(resource("app/refdesk.svg"))))
    application.setQuitOnLastWindowClosed(False)
    return application
