"""Ready to ask as its user drives it: the groups, the keys, the filter, and who is shown."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.ready.parts import RecordLine
from refdesk.gui.ready.view import ReadyView
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.services.people import archive_person, delete_person
from tests.gui.ready.town import Shown, button, press, words


def test_the_groups_stand_in_the_method_s_order(town: Shown) -> None:
    assert town.titles() == [
        "Ready now",
        "Tomasz Wieczorek",
        "Yusuf Demir",
        "One step away",
        "Grace Adeyemi",
        "On hold",
        "Hana Novotna",
        "Reconnect first",
        "Leilani Kahale",
        "Not yet",
        "Piotr Zielinski",
        "3 people to sort",
        "Don’t ask",
        "Show 1 person",
    ]
    assert town.name() == "tomasz"


def test_the_arrows_pass_over_heads_and_show_each_person(town: Shown) -> None:
    press(town, "down")
    press(town, "down")
    assert town.name() == "grace"
    assert "One step away. Find out who Grace knows." in words(town.view.detail)
    assert "4 of 5 gates met" in words(town.view.detail)


def test_somebody_ready_is_shown_with_whom_to_ask_for(town: Shown) -> None:
    said = words(town.view.detail)
    assert {"Tomasz Wieczorek", "Owner, Wieczorek Joinery · Client since 2024"} <= set(said)
    assert {"Ready. All five gates are met.", "Why Tomasz is ready", "Piotr Zielinski", "A profile instead"} <= set(
        said
    )
    assert any(text.startswith("Place in the list: 62 of 100 points, for trust 20") for text in said)


def test_a_row_speaks_of_state_gates_and_the_next_step(town: Shown) -> None:
    town.go_to("Leilani Kahale")
    spoken = town.view.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Leilani Kahale, reconnect first. 4 of 5 gates met. Open: relationship is warm. "
        "Last spoke 7 months ago. Reconnect first."
    )


def test_p_l_and_o_open_the_log_line(town: Shown) -> None:
    town.go_to("Leilani Kahale")
    for key in "PLO":
        press(town, key)
    assert town.seen.logs == [
        LogRequest(("leilani",), "Meeting with Leilani Kahale next week"),
        LogRequest(("leilani",)),
        LogRequest(("leilani",), marks=("offered_help",)),
    ]


def test_single_letters_can_be_switched_off(town: Shown) -> None:
    town.view.tools.preferences.single_keys = False
    press(town, "S")
    press(town, "1")
    assert (town.seen.said, town.seen.logs) == ([], [])
    assert [hint.key for hint in town.view.hints()] == ["Shift+Enter"]


def test_a_digit_opens_a_gate_with_what_decided_it(town: Shown) -> None:
    press(town, "2")
    assert town.view.detail.gates.rows[1].head.isChecked()
    assert any("within 90 days keeps it warm" in text for text in words(town.view.detail))
    (line,) = town.view.findChildren(RecordLine)
    assert line.accessibleName() == "Mon 9 Nov: Coffee at the Quay"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [place.view for place in town.seen.places] == ["timeline"]
    press(town, "2")
    assert not town.view.detail.gates.rows[1].head.isChecked()


def test_a_click_on_a_pip_opens_its_gate(town: Shown) -> None:
    view = town.view.list
    index = view.model().index(town.titles().index("Grace Adeyemi"), 0)
    option_rect = view.visualRect(index)
    delegate = view.itemDelegate()
    row = index.data(Qt.ItemDataRole.UserRole)
    spot = delegate.layout(option_rect, row, Qt.LayoutDirection.LeftToRight).pips[3].center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert town.name() == "grace"
    assert town.view.detail.gates.rows[3].head.isChecked()
    gate = town.view.detail.gates.rows[3]
    button(town, gate.findChildren(Button)[0].accessibleName()).click()
    assert town.seen.places == [Place("contacts", "grace", "knows")]


def test_people_to_sort_open_the_first_ten(town: Shown) -> None:
    town.go_to("3 people to sort")
    press(town, "enter")
    assert town.seen.places == [Place("triage")]
    assert town.name() == "tomasz"
    press(town, "L")
    assert town.seen.logs == []


def test_enter_goes_to_the_details_and_shift_enter_to_the_contact(town: Shown) -> None:
    press(town, "enter")
    assert QApplication.focusWidget() is button(town, "Prepare the ask")
    town.view.list.setFocus()
    press(town, "enter", Qt.KeyboardModifier.ShiftModifier)
    assert town.seen.places == [Place("contacts", "tomasz")]


def test_the_filter_keeps_the_list_to_some(town: Shown, qtbot: QtBot) -> None:
    box = town.view.filter
    qtbot.waitUntil(lambda: box.count() == 4)
    assert [box.itemText(place) for place in range(4)] == ["All contacts", "Clients", "Partners", "panel"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: town.titles() == ["Ready now", "Yusuf Demir"])
    assert town.name() == "yusuf"
    box.setCurrentIndex(2)
    box.activated.emit(2)
    qtbot.waitUntil(lambda: isinstance(town.view.frame.currentWidget(), EmptyState))
    button(town, "Show all contacts").click()
    assert len(town.titles()) == 14


def test_who_is_gone_leaves_and_the_next_is_shown(town: Shown) -> None:
    town.view.session.do(lambda desk: delete_person(desk, "tomasz"))
    assert (town.titles()[1], town.name()) == ("Yusuf Demir", "yusuf")
    town.view.session.undo()
    assert town.titles()[1] == "Tomasz Wieczorek"


def test_somebody_without_a_row_can_be_shown(town: Shown) -> None:
    town.view.session.do(lambda desk: archive_person(desk, "grace"))
    town.view.show_record("grace")
    assert town.name() == "grace"
    assert town.view.list.current_id() == ""


def test_where_nobody_is_ready_the_next_best_are_offered(town: Shown) -> None:
    for person in ("tomasz", "yusuf"):
        town.view.session.do(partial(archive_person, id_=person))
    later = Shown(ReadyView(town.view.tools, town.view.parentWidget()), town.seen)
    later.view.show()
    assert [later.name(), later.view.list.current_id()] == ["", ""]
    assert later.view.panes()[0] is button(later, "Show them")
    later.view.list.setFocus()
    assert later.name() == ""
    button(later, "Show them").click()
    assert later.name() == "grace"
    later.view.close()
    later.view.deleteLater()


def test_an_empty_book_says_whom_to_add(nobody: Shown) -> None:
    state = nobody.view.frame.currentWidget()
    assert isinstance(state, EmptyState)
    assert state.accessibleName() == "Add a few people who know your work"
    assert list(nobody.view.panes()) == [state.primary]
    state.primary.click()
    assert nobody.seen.places == [Place("contacts", "", "new")]
    nobody.view.act_primary()
    for action in nobody.view.list.actions():
        assert isinstance(action, QAction)
        action.trigger()
    assert (nobody.seen.logs, nobody.seen.refused) == ([], [])


def test_the_menu_of_a_row_offers_what_its_keys_do(town: Shown) -> None:
    town.view.list.customContextMenuRequested.emit(QPoint(40, 40))
    (menu,) = (each for each in town.view.findChildren(QMenu) if each.isVisible())
    words_of_menu = [action.text() for action in menu.actions()]
    assert words_of_menu == [
        "Prepare the ask",
        "Plan a catch-up",
        "Log",
        "They offered to help",
        "Not now",
        "Open contact",
    ]
    menu.actions()[-1].trigger()
    menu.close()
    assert town.seen.places == [Place("contacts", "tomasz")]


def test_a_long_group_is_shown_further_on_demand(town: Shown) -> None:
    town.view.list.limits["ready"] = 1
    town.view.refresh()
    assert town.titles()[:3] == ["Ready now", "Tomasz Wieczorek", "Show more, 1 left"]
    town.go_to("Show more, 1 left")
    press(town, "enter")
    assert town.titles()[:4] == ["Ready now", "Tomasz Wieczorek", "Yusuf Demir", "One step away"]
    assert town.name() == "yusuf"


def test_where_all_are_to_sort_that_comes_first(nobody: Shown) -> None:
    with nobody.view.session.desk().act("Imported.") as act:
        act.put_new([Person(id=f"u{number}", name=f"Unsorted {number}") for number in range(2)])
    nobody.view.session.publish(act.changes)
    assert nobody.titles() == ["Not yet", "2 people to sort"]
    button(nobody, "Sort ten people").click()
    assert nobody.seen.places == [Place("triage")]


def test_to_sort_stands_before_who_is_never_asked(nobody: Shown) -> None:
    with nobody.view.session.desk().act("Two.") as act:
        act.put_new([Person(id="u", name="Unsorted"), Person(id="o", name="Owen", sorted=True, do_not_ask=True)])
    nobody.view.session.publish(act.changes)
    assert nobody.titles() == ["Not yet", "1 person to sort", "Don’t ask", "Show 1 person"]
