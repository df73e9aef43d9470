"""The timeline, walked, filtered and changed by keys."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Entry
from refdesk.gui.navigation import Place
from refdesk.gui.timeline.entry_form import EntryForm
from refdesk.gui.timeline.view import LOOKING, TimelineView
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.rows import RowRole
from refdesk.services import timeline_list
from refdesk.services.timeline import delete_entry
from refdesk.storage import timeline_list as walk
from refdesk.storage.records import each, get
from tests.gui.views import Seen
from tests.storage.desks import log

KEY, SHIFT, CONTROL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot, tools: Tools) -> TimelineView:
    view = TimelineView(tools)
    qtbot.addWidget(view)
    view.resize(908, 542)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.list.setFocus()
    return view


def shown(view: TimelineView) -> list[str]:
    model = view.list.model()
    assert model is not None
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def form_of(view: TimelineView) -> EntryForm:
    return view.findChildren(EntryForm)[-1]


def labels(view: TimelineView) -> Sequence[str]:
    return [label.text() for label in view.findChildren(Label) if label.isVisible()]


def test_it_shows_everything_by_day(view: TimelineView) -> None:
    assert shown(view) == [
        "Today, Wednesday 18 November",
        "Call with Bo Li",
        "Yesterday, Tuesday 17 November",
        "Coffee with Ana Ruiz, Bo Li",
        "Tuesday 14 October 2025",
        "Handwritten note to Ana Ruiz",
    ]
    assert view.current_id() == "today"
    assert "Everything you've logged, newest first." in labels(view)


def test_a_row_is_spoken_whole(view: TimelineView) -> None:
    spoken = view.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Call with Bo Li. Given. Rossi. Golf. Today, Wednesday 18 November, 09:30."


def test_the_arrows_pass_over_days(view: TimelineView) -> None:
    QTest.keyClick(view.list, KEY.Key_Down)
    assert (view.current_id(), view.current_person()) == ("both", "ana")


def test_an_empty_timeline_says_what_to_do(qtbot: QtBot, view: TimelineView, tools: Tools, seen: Seen) -> None:
    for id_ in ("today", "both", "old"):
        tools.session.do(lambda desk, id_=id_: delete_entry(desk, id_))  # type: ignore[misc]
    assert {"Your story starts here", "Log a call or coffee with Ctrl+L. It takes a few seconds."} <= set(labels(view))
    panes = view.panes()
    qtbot.keyClick(panes[0], KEY.Key_Space)
    assert len(seen.logs) == 1


@pytest.mark.parametrize(("typed", "found"), [("b", "both"), ("golf", "today"), ("thank", "old"), ("rossi", "today")])
def test_typing_searches_the_text(qtbot: QtBot, view: TimelineView, typed: str, found: str) -> None:
    QTest.keyClicks(view.filters.text, typed)
    qtbot.waitUntil(lambda: len(shown(view)) == 2)
    assert view.current_id() == found


def test_what_nothing_matches_is_told(qtbot: QtBot, view: TimelineView) -> None:
    QTest.keyClicks(view.filters.text, "zap")
    qtbot.waitUntil(lambda: "Nothing matches" in labels(view))
    qtbot.keyClick(view.panes()[0], KEY.Key_Space)
    qtbot.waitUntil(lambda: len(shown(view)) == 6)


def test_a_long_search_says_that_it_goes_on(qtbot: QtBot, view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "WALKED", 1)
    seen: list[str] = []
    view._stack.currentChanged.connect(lambda _: seen.append(" ".join(labels(view))))
    view._patience.setInterval(0)
    QTest.keyClicks(view.filters.text, "z")
    qtbot.waitUntil(lambda: "Nothing matches" in labels(view))
    assert any(LOOKING in words for words in seen)


def test_the_kind_the_person_and_the_period_filter(qtbot: QtBot, view: TimelineView) -> None:
    view.filters.kind.choose("letter")
    assert view.current_id() == "old"
    view.filters.show_all()
    view.filters.person.setFocus()
    QTest.keyClicks(view.filters.person, "bo l")
    QTest.keyClick(view.filters.person, KEY.Key_Return)
    assert (view.filters.person.text(), len(shown(view))) == ("Bo Li", 4)
    view.filters.person.clear()
    assert len(shown(view)) == 6
    view.filters.period.choose("week")
    assert len(shown(view)) == 4
    qtbot.mouseClick(view.filters.clear, Qt.MouseButton.LeftButton)
    assert len(shown(view)) == 6
    assert not view.filters.clear.isVisible()


def test_shift_enter_and_a_click_on_a_name_open_the_contact(qtbot: QtBot, view: TimelineView, seen: Seen) -> None:
    QTest.keyClick(view.list, KEY.Key_Return, SHIFT)
    assert seen.places == [Place("contacts", "bo")]
    rect = view.list.visualRect(view.list.currentIndex())
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(150, 18))
    assert seen.places == [Place("contacts", "bo")] * 2


def test_del_deletes_and_the_next_is_current(view: TimelineView, tools: Tools, seen: Seen) -> None:
    QTest.keyClick(view.list, KEY.Key_Delete)
    assert (get(tools.session.book, Entry, "today"), view.current_id()) == (None, "both")
    assert seen.said == ["Entry with Bo Li deleted."]
    tools.session.undo()
    assert shown(view)[1] == "Call with Bo Li"


def test_l_logs(view: TimelineView, tools: Tools, seen: Seen) -> None:
    QTest.keyClick(view.list, KEY.Key_L)
    tools.preferences.single_keys = False
    QTest.keyClick(view.list, KEY.Key_L)
    assert len(seen.logs) == 1


@pytest.mark.parametrize("by", ["enter", "f2"])
def test_an_entry_is_changed_in_its_place(view: TimelineView, tools: Tools, by: str) -> None:
    if by == "enter":
        QTest.keyClick(view.list, KEY.Key_Return)
    else:
        view.edit()
    form = form_of(view)
    assert form.summary.hasFocus()
    QTest.keyClicks(form.summary, "Tennis and ")
    QTest.keyClick(form.summary, KEY.Key_Return, CONTROL)
    entry = get(tools.session.book, Entry, "today")
    assert entry is not None
    assert entry.summary == "Tennis and Golf"
    assert view.list.hasFocus()
    assert view.current_id() == "today"


def test_esc_changes_nothing(view: TimelineView, tools: Tools) -> None:
    view.edit()
    QTest.keyClicks(form_of(view).summary, "x")
    QTest.keyClick(form_of(view).summary, KEY.Key_Escape)
    entry = get(tools.session.book, Entry, "today")
    assert entry is not None
    assert entry.summary == "Golf"
    assert view.list.hasFocus()


def test_what_happens_elsewhere_meanwhile_loses_no_words(view: TimelineView, tools: Tools) -> None:
    view.edit()
    QTest.keyClicks(form_of(view).summary, "x")
    tools.session.do(lambda desk: delete_entry(desk, "old"))
    assert form_of(view).summary.toPlainText() == "xGolf"
    QTest.keyClick(form_of(view).summary, KEY.Key_Escape)
    assert len(shown(view)) == 4


def test_leaving_saves_what_can_be_saved(view: TimelineView, tools: Tools) -> None:
    assert view.may_leave()
    view.edit()
    form_of(view).day.setText("soon")
    assert not view.may_leave()
    form_of(view).day.setText("yesterday")
    assert view.may_leave()
    entry = get(tools.session.book, Entry, "today")
    assert entry is not None
    assert entry.on.day == 17


def test_one_entry_is_gone_to(view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    view.filters.kind.choose("call")
    view.show_record("old")
    assert (view.current_id(), len(shown(view))) == ("old", 6)
    monkeypatch.setattr(timeline_list, "FAR", 1)
    view.filters.kind.choose("call")
    view.show_record("both")
    assert view.current_id() == "both"
    assert view.filters.clear.accessibleName() == "Up to Yesterday, Tuesday 17 November: show all"
    view.show_record("gone")
    assert view.current_id() == "both"


def test_coming_back_leaves_the_filter(view: TimelineView) -> None:
    view.filters.kind.choose("letter")
    view.show_record(view.current_id())
    assert len(shown(view)) == 2


def test_a_long_timeline_is_read_by_the_page(qtbot: QtBot, view: TimelineView, tools: Tools) -> None:
    desk = tools.session.desk()
    last = log(desk, "bo", days=200).id
    with desk.act("Many.") as act:
        template = desk.find(Entry, last)
        act.put_new([replace(template, id=f"copy{number}") for number in range(250)])
    view.refresh()
    view.list.doItemsLayout()
    first = view.list.model().rowCount()
    assert first < 250

    def is_at_the_end() -> bool:
        QTest.keyClick(view.list, KEY.Key_End)
        return view.current_id() == "old"

    qtbot.waitUntil(is_at_the_end)
    assert len([row for row in shown(view) if row.startswith("Call")]) == 252
    assert len(list(each(tools.session.book, Entry))) == 254


def test_it_is_there_at_once_however_much_was_fetched(view: TimelineView, tools: Tools) -> None:
    desk = tools.session.desk()
    template = desk.find(Entry, log(desk, "bo", days=200).id)
    with desk.act("Many.") as act:
        act.put_new([replace(template, id=f"copy{number}") for number in range(250)])
    view.refresh()
    view.list.model().fetchMore(view.list.rootIndex())
    view.list.scrollToTop()
    view.list.doItemsLayout()
    assert view.list.indexAt(QPoint(100, 60)).row() == 1


def test_days_have_no_id(view: TimelineView) -> None:
    assert view.list.model().index(0, 0).data(RowRole.ID) is None
