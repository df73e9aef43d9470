"""The toast, the band, the empty view and the status line say what they are told, offer it, and keep out of the way."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme, Wishes
from refdesk.gui.theme.tokens import LIGHT
from refdesk.gui.widgets.band import Message
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.status_bar import KeyHint, StatusBar
from refdesk.gui.widgets.toast import FADE_MS, SECONDS, Toast
from tests.gui.widgets.bands import band


class TestToast:
    @pytest.fixture
    def toast(self, theme: Theme, qtbot: QtBot) -> Toast:
        theme.set_wishes(Wishes(reduced_motion=True))
        content = QWidget()
        qtbot.addWidget(content)
        field = QLineEdit(content)
        content.resize(600, 400)
        toast = Toast(theme, content)
        content.show()
        field.setFocus()
        toast.show_message("Marisol Quintana thanked.")
        return toast

    def test_it_lies_at_the_bottom_and_follows(self, toast: Toast) -> None:
        assert toast.geometry().bottom() == 400 - 16 - 1
        toast.parentWidget().resize(800, 500)
        assert toast.geometry().bottom() == 500 - 16 - 1
        assert abs(toast.geometry().center().x() - 400) <= 1

    def test_a_new_message_takes_the_place_of_the_last(self, toast: Toast) -> None:
        toast.show_message("Moved to Thu 20 Nov.", action="")
        assert (toast.words(), toast.button().isVisible()) == ("Moved to Thu 20 Nov.", False)

    def test_what_is_offered_besides_is_told_by_its_words_and_goes_with_the_message(
        self, toast: Toast, qtbot: QtBot
    ) -> None:
        toast.offer(["Met", "Message"])
        others = [button for button in toast.findChildren(Button) if button is not toast.button()]
        assert [button.isVisible() for button in others] == [True, True]
        with qtbot.waitSignal(toast.chosen) as chosen:
            others[1].click()
        assert chosen.args == ["Message"]
        toast.show_message("Undone.")
        qtbot.waitUntil(lambda: toast.findChildren(Button) == [toast.button()])

    def test_it_takes_no_focus_and_acts_once(self, toast: Toast, qtbot: QtBot) -> None:
        assert not toast.button().hasFocus()
        assert toast.button().focusPolicy() == Qt.FocusPolicy.TabFocus
        with qtbot.waitSignal(toast.acted):
            toast.button().click()
        qtbot.waitUntil(toast.isHidden)

    def test_it_waits_while_pointed_at(self, toast: Toast) -> None:
        timer = toast._timer
        assert (timer.isActive(), timer.interval()) == (True, SECONDS * 1000)
        at = QPointF(1, 1)
        QCoreApplication.sendEvent(toast, QEnterEvent(at, at, at))
        assert not timer.isActive()
        QCoreApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
        assert timer.isActive()

    def test_it_goes_by_itself(self, toast: Toast, qtbot: QtBot) -> None:
        toast._timer.start(1)
        qtbot.waitUntil(toast.isHidden)

    def test_it_fades_only_where_motion_is_wanted(self, toast: Toast, theme: Theme) -> None:
        assert toast._fade.duration() == 0
        theme.set_wishes(Wishes())
        toast.show_message("x")
        assert toast._fade.duration() == FADE_MS <= 120


def test_a_band_says_and_offers(theme: Theme, qtbot: QtBot) -> None:
    shown = band(theme)
    qtbot.addWidget(shown)
    assert shown.accessibleName() == "Not saved. The disk is full."
    with qtbot.waitSignal(shown.acted) as acted:
        shown.buttons()[1].click()
    assert acted.args == ["Save a copy"]
    shown.show_message(Message(Tone.GOOD, "Saved."), announce=True)
    assert list(shown.buttons()) == []
    shown.resize(300, 60)
    assert shown.grab().toImage().pixelColor(150, 3) == QColor(LIGHT.good_soft)


def test_an_empty_view_says_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "Nothing due yet", "Add people.", "Add a person", "Import contacts")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.primary_chosen):
        empty.primary.click()
    other = next(button for button in empty.findChildren(Button) if button is not empty.primary)
    with qtbot.waitSignal(empty.secondary_chosen):
        other.click()


def test_the_status_bar_tells_keys(theme: Theme, qtbot: QtBot) -> None:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    bar.set_hints([KeyHint("Space", "done"), KeyHint("Shift+Enter", "open contact")])
    assert bar.accessibleDescription() == "Space: done, Shift Enter: open contact"
    assert bar.sizeHint().height() == 26
    bar.resize(500, 26)
    wide = bar.grab().toImage()
    bar.set_hints([])
    assert bar.grab().toImage() != wide
    bar.set_message("Backup hasn't worked since 14 Nov.", Tone.BAD)
    assert bar.findChildren(Label)[0].role() == "bad"


def test_an_empty_state_shows_the_whole_of_its_sentence(theme: Theme, qtbot: QtBot) -> None:
    """Two lines of it need the height of two."""
    state = EmptyState(theme, "Nothing due yet", "Add the people who know your work best, and see. " * 3, "Add")
    qtbot.addWidget(state)
    state.resize(1000, 600)
    state.show()
    sentence = state.findChildren(Label)[1]
    assert sentence.height() >= sentence.heightForWidth(sentence.width()) > sentence.heightForWidth(2000)
    assert not state.secondary.isVisible()
