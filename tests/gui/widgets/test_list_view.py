"""Rows are painted, walked, clicked and spoken as designed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize, Theme
from refdesk.gui.theme.tokens import LIGHT
from refdesk.gui.widgets.delegate import RowDelegate, RowLayout
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import CONTACT_ROW, NOTE_ROW, PARTNER_ROW, READY_ROW, REFERRAL_ROW, TODAY_ROW, RowShape
from tests.gui.widgets.lists import Source, list_view, row

KEY = Qt.Key


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> ListView:
    view = list_view(theme, Source())
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.go_to_first()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    return view


def press(qtbot: QtBot, view: ListView, *keys: Qt.Key) -> str:
    for key in keys:
        qtbot.keyClick(view, key)
    return view.current_id()


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        ((KEY.Key_Down,), "b"),
        ((KEY.Key_Down, KEY.Key_Down), "c"),
        ((KEY.Key_End, KEY.Key_Up), "c"),
        ((KEY.Key_End,), "d"),
        ((KEY.Key_End, KEY.Key_Home), "a"),
        ((KEY.Key_PageDown,), "d"),
        ((KEY.Key_PageDown, KEY.Key_PageUp), "a"),
        ((KEY.Key_Up,), "a"),
    ],
)
def test_the_arrows_pass_over_heads(view: ListView, qtbot: QtBot, keys: tuple[Qt.Key, ...], reached: str) -> None:
    assert press(qtbot, view, *keys) == reached


def test_enter_opens(view: ListView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as opened:
        press(qtbot, view, KEY.Key_Return)
    assert opened.args[0].row() == 1
    with qtbot.waitSignal(view.contact_requested):
        qtbot.keyClick(view, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_single_letters_act_only_in_the_list(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view, field = list_view(theme, Source()), QLineEdit()
    line = QHBoxLayout(window)
    line.addWidget(view)
    line.addWidget(field)
    put_off: list[str] = []
    view.add_letter("S", "Later", lambda: put_off.append("S"))
    window.show()
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, KEY.Key_S)
    assert put_off == ["S"]
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_S)
    assert (put_off, field.text()) == (["S"], "s")
    view.setFocus()
    view.set_letters_enabled(False)
    qtbot.keyClick(view, KEY.Key_S)
    assert put_off == ["S"]


def test_the_next_row_is_current_after_one_leaves(view: ListView) -> None:
    model = view.model()
    for gone, current in (("a", "b"), ("b", "c"), ("c", "d")):
        model.remove(gone)  # type: ignore[attr-defined]  # the view knows only that it has a model
        assert view.current_id() == current


def test_a_click_on_a_head_moves_nothing(view: ListView, qtbot: QtBot) -> None:
    head = view.visualRect(view.model().index(3, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=head.center())
    assert view.current_id() == "a"


def test_screen_readers_get_the_whole_row(view: ListView) -> None:
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Today's actions"
    names = [spoken.child(place).text(QAccessible.Text.Name) for place in range(2)]
    assert names == ["Due, 2 items", "Thank a. Due today."]


def option(view: ListView, place: int) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(view.model().index(place, 0))
    option.direction = view.layoutDirection()
    return option


def layout(view: ListView) -> RowLayout:
    """Where the parts of the first row stand."""
    where, delegate = option(view, 1), view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    return delegate.layout(where.rect, row("a"), where.direction)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_marks_can_be_clicked_with_room_to_spare(view: ListView, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    view.setLayoutDirection(direction)
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    left, parts = Qt.MouseButton.LeftButton, layout(view)
    for beside in (QPoint(0, 0), QPoint(10, 10), QPoint(-11, -11)):
        with qtbot.waitSignal(delegate.ring_clicked):
            qtbot.mouseClick(view.viewport(), left, pos=parts.ring.center() + beside)
    with qtbot.waitSignal(delegate.heart_clicked) as heart:
        qtbot.mouseClick(view.viewport(), left, pos=parts.hearts[1].center())
    assert [heart.args[0].row(), heart.args[1]] == [1, 1]
    with qtbot.waitSignal(delegate.pip_clicked) as pip:
        qtbot.mouseClick(view.viewport(), left, pos=parts.pips[2].center())
    assert pip.args[1] == 2


def test_tool_tips_name_a_gate_or_give_the_whole_line(view: ListView) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    wide = option(view, 1)
    parts = layout(view)
    assert delegate.tool_tip(wide, row("a"), parts.pips[1].center()) == "begun"
    assert delegate.tool_tip(wide, row("a"), parts.title.center()) == ""
    wide.rect.setWidth(450)
    assert delegate.tool_tip(wide, row("a"), parts.title.topLeft()) == "Agreed to introduce you to Dele Okafor."


def test_parts_are_mirrored(theme: Theme) -> None:
    delegate, rect = RowDelegate(theme, TODAY_ROW), QRect(0, 0, 600, 50)
    plain = delegate.layout(rect, row("a"), Qt.LayoutDirection.LeftToRight)
    turned = delegate.layout(rect, row("a"), Qt.LayoutDirection.RightToLeft)
    assert plain.ring.left() < plain.avatar.left() < plain.title.left() < plain.icon.left() < plain.right.left()
    assert turned.ring.left() > turned.avatar.left() > turned.title.left() > turned.icon.left() > turned.right.left()
    assert plain.ring.left() == 599 - turned.ring.right()


@pytest.mark.parametrize(
    ("shape", "comfortable", "compact"),
    [
        (TODAY_ROW, 50, 42),
        (READY_ROW, 50, 42),
        (CONTACT_ROW, 42, 34),
        (REFERRAL_ROW, 45, 40),
        (NOTE_ROW, 48, 40),
        (PARTNER_ROW, 56, 48),
    ],
)
def test_heights_are_the_designed_ones(theme: Theme, shape: RowShape, comfortable: int, compact: int) -> None:
    delegate = RowDelegate(theme, shape)
    assert abs(delegate.row_height() - comfortable) <= 1
    assert delegate.head_height() == 30
    theme.set_appearance(Appearance(Scheme.LIGHT, density=Density.COMPACT))
    assert abs(delegate.row_height() - compact) <= 1
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST))
    assert delegate.row_height() >= comfortable + 0.3 * (14 + 16)


def painted(view: ListView, place: int) -> QColor:
    """The colour just inside the row's box, clear of its round corners and of its contents."""
    rect = view.visualRect(view.model().index(place, 0))
    return view.viewport().grab().toImage().pixelColor(rect.left() + 12, rect.top() + 4)


def edge(view: ListView, place: int) -> QColor:
    rect = view.visualRect(view.model().index(place, 0))
    return view.viewport().grab().toImage().pixelColor(rect.center().x(), rect.top())


def test_selection_shows_the_window_and_the_ring_shows_the_keyboard(view: ListView, qtbot: QtBot) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    assert painted(view, 1) == QColor(LIGHT.accent_soft)
    assert painted(view, 2) == QColor(LIGHT.base)
    view.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
    assert edge(view, 1) == QColor(LIGHT.accent_soft)
    view.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, True)
    assert edge(view, 1) == QColor(LIGHT.focus)


def test_selection_without_the_window_is_grey(theme: Theme) -> None:
    view = list_view(theme, Source())
    view.go_to_first()
    assert painted(view, 1) == QColor(LIGHT.neutral_soft)
