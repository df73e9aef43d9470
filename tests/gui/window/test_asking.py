"""Preparing an ask from anywhere in the window: by its key, of whom the view shows; never of who is not to be asked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Ask
from refdesk.gui.composer.dialog import Composer
from refdesk.gui.navigation import Place
from refdesk.services.facts import never_ask
from refdesk.services.ready import ready
from refdesk.storage.records import each
from tests.gui.window.conftest import Shown

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press_ask(shown: Shown) -> list[Composer]:
    """Ctrl+Shift+A, to whatever has the focus; gives the composers that are open."""
    QTest.keyClick(QApplication.focusWidget() or shown.window, Key.Key_A, Ctrl | Shift)
    return [each for each in shown.window.findChildren(Composer) if each.isVisible()]


def somebody_ready(shown: Shown) -> str:
    return ready(shown.window.tools.session.desk(), limit=1).people[0].standing.id


def test_the_key_prepares_an_ask_of_whom_the_view_shows(shown: Shown, qtbot: QtBot) -> None:
    person, book = somebody_ready(shown), shown.window.tools.session.book
    shown.window.show_place(Place("contacts", person))
    before = len(list(each(book, Ask)))
    (composer,) = press_ask(shown)
    qtbot.waitUntil(composer.isActiveWindow)
    assert composer.isModal()
    QTest.keyClicks(composer.form.why, "They sell next year")
    QTest.keyClick(composer.form.why, Key.Key_Return, Ctrl)
    planned = [ask for ask in each(book, Ask) if ask.why_glad.endswith("They sell next year")]
    assert [(ask.person, ask.state) for ask in planned] == [(person, "planned")]
    assert len(list(each(book, Ask))) - before in (0, 1)


def test_nobody_who_is_not_to_be_asked_gets_there(shown: Shown) -> None:
    person, session = somebody_ready(shown), shown.window.tools.session
    session.do(lambda desk: never_ask(desk, person))
    shown.window.show_place(Place("contacts", person))
    assert press_ask(shown) == []
    assert shown.seen.refused[-1].endswith("is not to be asked.")


def test_a_view_of_nobody_says_so(shown: Shown) -> None:
    shown.window.go("settings")
    noted: list[str] = []
    shown.window.tools.session.noted.connect(noted.append)
    assert press_ask(shown) == []
    assert noted == ["Choose whom to ask first."]
