"""Every dialog: it is named and whole, Enter has a button, Esc closes it, and nothing of it stays."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from shiboken6 import isValid

from refdesk.gui.contacts.view import ContactsView
from refdesk.gui.today.questions import AskDay, AskWhy
from refdesk.gui.window.closing import ClosingDialog
from refdesk.gui.window.trouble import TroubleDialog
from tests.gui.window.conftest import Shown
from tests.gui.window.looking import cut, unnamed

DAY = date(2026, 11, 20)


def contacts(shown: Shown) -> ContactsView:
    shown.window.go("contacts")
    QApplication.processEvents()
    view = shown.window.view
    assert isinstance(view, ContactsView)
    return view


def held(dialog: QDialog) -> None:
    """As the program does with one that it asks for an answer."""
    dialog.exec()
    dialog.deleteLater()


OPENED: dict[str, Callable[[Shown], object]] = {
    "brief": lambda shown: contacts(shown).page.facts.brief_button.click(),
    "died": lambda shown: contacts(shown).page.facts.died_button.click(),
    "erase": lambda shown: contacts(shown).page.header.erase_requested.emit(),
    "closing": lambda shown: held(
        ClosingDialog(shown.window.tools.theme, has_tray=True, parent=shown.window),
    ),
    "trouble": lambda shown: held(TroubleDialog(shown.window.tools.theme, "It is damaged.", "", shown.window)),
    "backup": lambda shown: held(TroubleDialog(shown.window.tools.theme, "It is damaged.", "today", shown.window)),
    "day": lambda shown: AskDay(shown.window.tools.theme, DAY, DAY, shown.window).exec(),
    "why": lambda shown: AskWhy(shown.window.tools.theme, "Ana Ruiz", shown.window).exec(),
}


@pytest.mark.parametrize("name", OPENED)
def test_a_dialog_is_whole_and_esc_leaves_nothing_of_it(shown: Shown, name: str) -> None:
    seen: list[QDialog] = []

    def look_and_leave() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            looking.stop()
            seen.append(dialog)
            defaults = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
            complaints.extend([*cut(dialog), *unnamed(dialog), *(["no default"] if len(defaults) != 1 else [])])
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    complaints: list[str] = []
    looking = QTimer(shown.window)
    looking.timeout.connect(look_and_leave)
    looking.start(0)
    OPENED[name](shown)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(seen) == 1
    assert complaints == []
    assert not isValid(seen[0])
    assert shown.window.findChildren(QDialog) == []
    assert shown.window.focusWidget() is not None
