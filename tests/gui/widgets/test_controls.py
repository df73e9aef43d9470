"""Buttons, segments, chips, the sidebar, the toast and the rest: named, worked by keys, literal, and freed."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.theme.tokens import DARK, LIGHT
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, IconButton, Kind
from refdesk.gui.widgets.chip import ActionChip, Chip
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone, count_words, initials
from refdesk.gui.widgets.nav_list import NavItem, NavList
from refdesk.gui.widgets.segment import Choice, Segment
from refdesk.gui.widgets.splitter import Splitter
from refdesk.gui.widgets.status_bar import StatusBar
from tests.gui.gallery import gallery
from tests.gui.widgets.bands import band
from tests.gui.widgets.lists import Source, list_view

KEY = Qt.Key
MARKUP = "<b>x</b>"
NAV = (
    NavItem("today", "Today", "sun"),
    NavItem("ready", "Ready", "sprout", "ready"),
    NavItem("notes", "Notes", "pen-line"),
)
CHOICES = (Choice("call", "Call", "phone"), Choice("mail", "Email"), Choice("note", "Note"))


def splitter(theme: Theme) -> Splitter:
    split = Splitter(theme, (300, 500))
    split.add_pane(QWidget(), 100)
    split.add_pane(QWidget(), 100)
    return split


MAKERS: dict[str, Callable[[Theme], QWidget]] = {
    "button": lambda theme: Button(theme, "Mark as thanked", Kind.PRIMARY, icon="check", key="Ctrl+L"),
    "icon button": lambda theme: IconButton(theme, "ellipsis", "More for Aisha"),
    "segment": lambda theme: Segment(theme, "How?", CHOICES),
    "chip": lambda theme: Chip(theme, "Dentists", Tone.ACCENT, "tag"),
    "action chip": lambda theme: ActionChip(theme, "Dentists", "Remove Dentists"),
    "nav": lambda theme: NavList(theme, "Views", NAV),
    "band": band,
    "splitter": splitter,
    "empty state": lambda theme: EmptyState(theme, "Nothing due yet", "Add people.", "Add a person", "Import", "check"),
    "status bar": StatusBar,
    "label": lambda theme: Label(theme, "words", wrap=True),
    "list": lambda theme: list_view(theme, Source()),
    "gallery": gallery,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_a_widget_is_freed_when_it_closes(theme: Theme, qtbot: QtBot, make: Callable[[Theme], QWidget]) -> None:
    widget = make(theme)
    widget.show()
    theme.set_appearance(Appearance(Scheme.DARK, TextSize.LARGE))
    widget.grab()
    alive = weakref.ref(widget)
    widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    widget.close()
    del widget
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert alive() is None
    theme.set_appearance(Appearance(Scheme.LIGHT))  # whoever is gone is told no more


def test_whatever_can_be_used_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    window = gallery(theme)
    qtbot.addWidget(window)
    for field in window.findChildren(QLineEdit):
        field.setAccessibleName("Filter")
    usable = [*window.findChildren(QAbstractButton), *window.findChildren(QAbstractItemView)]
    assert len(usable) > 15
    unnamed = [
        type(widget).__name__
        for widget in usable
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_markup_is_shown_literally(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, MARKUP)
    qtbot.addWidget(label)
    assert label.sizeHint().width() == painting.text_width(MARKUP, label.text_font()) > 30
    assert painting.plain_tool_tip(MARKUP) == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"
    assert painting.plain_tool_tip("Open contact") == "Open contact"
    button = Button(theme, "Thank R&D")
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName()) == ("Thank R&&D", "Thank R&D")


def test_a_label_breaks_lines_as_far_apart_as_designed(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "one two three four five six seven", wrap=True)
    qtbot.addWidget(label)
    one_line = label.sizeHint()
    assert one_line.height() == 18
    assert label.heightForWidth(one_line.width() // 2 + 20) == 36
    label.setText("one\ntwo\n")
    assert label.sizeHint().height() == 3 * 18


def test_a_label_wears_its_colour_after_it_is_shown_and_the_theme_has_changed(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = Label(theme, "████", role="text3", parent=window)
    theme.set_appearance(Appearance(Scheme.DARK))
    window.show()
    assert QColor(DARK.text3) == label.grab().toImage().pixelColor(20, 9)
    label.set_role("bad")
    assert QColor(DARK.bad) == label.grab().toImage().pixelColor(20, 9)


@pytest.mark.parametrize(
    ("kind", "ground"), [(Kind.PRIMARY, LIGHT.accent), (Kind.NORMAL, LIGHT.raised)], ids=["primary", "normal"]
)
def test_buttons_have_their_ground_and_size(theme: Theme, qtbot: QtBot, kind: Kind, ground: str) -> None:
    button = Button(theme, "Copy words", kind, icon="copy")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.height() == 30
    assert button.grab().toImage().pixelColor(5, 15) == QColor(ground)
    assert Button(theme, "Later", small=True).sizeHint().height() == 26
    assert button.minimumSizeHint() == button.sizeHint()
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST))
    assert button.sizeHint().height() == 39


def test_a_button_works_by_keys_and_shows_its_focus(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Later")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, KEY.Key_Space)
    qtbot.waitUntil(button.hasFocus)
    button.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, True)
    assert button.grab().toImage().pixelColor(button.width() // 2, 0) == QColor(LIGHT.focus)
    button.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
    assert button.grab().toImage().pixelColor(button.width() // 2, 0) == QColor(LIGHT.border)


def test_icon_buttons_and_chips_are_large_enough_to_hit(theme: Theme, qtbot: QtBot) -> None:
    button, chip = IconButton(theme, "x", "Close"), ActionChip(theme, "Dentists", "Remove Dentists")
    qtbot.addWidget(button)
    qtbot.addWidget(chip)
    assert min(button.sizeHint().width(), button.sizeHint().height(), chip.sizeHint().height()) >= 24
    assert (button.toolTip(), chip.accessibleName()) == ("Close", "Remove Dentists")
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, KEY.Key_Space)


def test_arrows_choose_among_segments(theme: Theme, qtbot: QtBot) -> None:
    segment = Segment(theme, "How will you say it?", CHOICES)
    qtbot.addWidget(segment)
    with qtbot.waitExposed(segment):
        segment.show()
    assert segment.key() == "call"
    first, second, _third = segment.findChildren(QAbstractButton)
    first.setFocus()
    with qtbot.waitSignal(segment.chosen) as chosen:
        qtbot.keyClick(first, KEY.Key_Right)
    assert (chosen.args, segment.key()) == (["mail"], "mail")
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus != Qt.FocusPolicy.TabFocus
    assert second.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    with qtbot.assertNotEmitted(segment.chosen):
        segment.choose("note")
    assert segment.key() == "note"


def test_the_sidebar_is_walked_by_arrows_and_goes_on_enter(theme: Theme, qtbot: QtBot) -> None:
    nav = NavList(theme, "Views", NAV)
    qtbot.addWidget(nav)
    nav.resize(200, 200)
    nav.show()
    nav.select("today")
    with qtbot.assertNotEmitted(nav.chosen):
        qtbot.keyClick(nav, KEY.Key_Down)
    assert nav.selected() == "today"
    with qtbot.waitSignal(nav.chosen) as chosen:
        qtbot.keyClick(nav, KEY.Key_Return)
    assert chosen.args == ["ready"]
    with qtbot.waitSignal(nav.chosen) as chosen:
        qtbot.mouseClick(nav.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 70))
    assert chosen.args == ["notes"]
    nav.select("")
    assert nav.selected() == ""


def test_the_sidebar_counts(theme: Theme, qtbot: QtBot) -> None:
    nav = NavList(theme, "Views", NAV)
    qtbot.addWidget(nav)
    nav.set_count("today", 9)
    names = [nav.model().index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(3)]
    assert names == ["Today, 9 to do", "Ready", "Notes"]
    assert nav.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == ""
    nav.set_rail(True)
    assert nav.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Today, 9 to do"
    assert [count_words(count) for count in (0, 9, 99, 100)] == ["", "9", "99", "99+"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Marisol Quintana", "MQ"),
        ("Ana Maria de la Cruz", "AC"),
        ("张伟", "张"),
        ("", ""),
        ("(Bob) ßen", "SS"),
        ("–", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_splitter_is_one_pixel_to_see_and_seven_to_grab(theme: Theme, qtbot: QtBot) -> None:
    split = splitter(theme)
    qtbot.addWidget(split)
    split.resize(801, 400)
    split.show()
    split.reset()
    assert split.sizes() == [300, 500]
    handle = split.handle(1)
    assert handle.width() == 7
    assert handle.mask().boundingRect().width() == 1
    assert split.grab().toImage().pixelColor(300, 200) == QColor(LIGHT.border)
    split.setSizes([400, 400])
    qtbot.mouseDClick(handle, Qt.MouseButton.LeftButton)
    assert split.sizes() == [300, 500]
    assert not split.childrenCollapsible()
    split.resize(1001, 400)
    assert split.sizes()[0] == 300


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("Agreed.", Qt.LayoutDirection.LeftToRight),
        ("1 أحمد", Qt.LayoutDirection.RightToLeft),
        ("4 דן", Qt.LayoutDirection.RightToLeft),
        ("12.", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_words_run_in_their_own_direction_where_the_window_is_turned(words: str, direction: Qt.LayoutDirection) -> None:
    assert painting.direction_of(words, Qt.LayoutDirection.RightToLeft) == direction
    assert painting.direction_of(words, Qt.LayoutDirection.LeftToRight) == Qt.LayoutDirection.LeftToRight
