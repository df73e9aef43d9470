"""The view of partners by its keys: who stands where, swaps, dates, agenda, a new partner, and undo."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Partner, Referral, Task
from refdesk.gui.navigation import Place
from refdesk.gui.partners.questions import AskAgenda, AskSwapDay
from refdesk.gui.partners.view import PartnersView
from refdesk.gui.view import Tools
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.rows import RowRole, SectionHead
from refdesk.services import partners
from refdesk.storage.records import each, get
from tests.gui.hands import press, type_
from tests.gui.views import Seen
from tests.storage.desks import TODAY, ago

Key = Qt.Key
Circle = tuple[Tools, Seen]


def rows_of(view: PartnersView) -> list[str]:
    model = view._panes.list.model()
    found = []
    for place in range(model.rowCount()):
        head = model.index(place, 0).data(RowRole.HEAD)
        found.append(f"{head.title} {head.count}" if isinstance(head, SectionHead) else spoken(view, place))
    return found


def spoken(view: PartnersView, place: int) -> str:
    return str(view._panes.list.model().index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def agenda_of(view: PartnersView) -> list[str]:
    model = view._panes.detail.agenda.model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def tone_of(view: PartnersView) -> Tone:
    return view._panes.detail.band._message.tone


def partner(view: PartnersView, id_: str = "a") -> Partner:
    found = get(view.session.book, Partner, id_)
    assert isinstance(found, Partner)
    return found


def test_groups_and_their_rows(view: PartnersView) -> None:
    assert rows_of(view) == [
        "This month 1",
        "Ana Ruiz. Swap today. You gave 4, received 1. Leaning one way.",
        "Getting to know each other 1",
        "Bo <b>Li</b>. One meeting so far. No date yet. You gave 0, received 0.",
        "Paused 1",
        "Cy Young. The monthly meeting rests. You gave 0, received 0.",
    ]


def test_the_details_follow_the_arrows(view: PartnersView) -> None:
    texts = [label.text() for label in view._panes.detail.findChildren(Label)]
    assert "Leaning one way. You’ve given 4, received 1 since September." in texts
    assert "Ruiz Law · Partner since 2024" in texts
    assert tone_of(view) == Tone.WARN
    press(Key.Key_Down)
    assert view.current_person() == "bo"
    assert "Bo <b>Li</b>" in [label.text() for label in view._panes.detail.findChildren(Label)]
    assert tone_of(view) == Tone.NEUTRAL


def test_space_marks_a_swap_that_is_due_as_met_with_one_undo(view: PartnersView, tools_of: Circle) -> None:
    press(Key.Key_Space)
    assert partner(view).next_on == ago(-30)
    assert view._panes.detail.next.text() == "Next swap: Fri 18 Dec"
    assert tools_of[1].said == ["Met Ana Ruiz."]
    tools_of[0].session.undo()
    assert partner(view).next_on == TODAY


def test_space_before_it_is_due_asks_what_was_swapped(view: PartnersView) -> None:
    press(Key.Key_Down, Key.Key_Space)
    assert view._panes.form() is view._panes.swap
    press(Key.Key_Escape)
    assert view._panes.form() is None
    assert view._panes.list.hasFocus()


def test_l_logs_a_swap_with_its_names(view: PartnersView, tools_of: Circle) -> None:
    press(Key.Key_L)
    type_("Dee")
    press(Key.Key_Tab)
    type_("Eve New")
    press(Key.Key_Return)
    given, received = each(view.session.book, Referral)
    assert (given.to, given.prospect, received.champion) == ("ana", "dee", "ana")
    assert view.session.desk().person(received.prospect).name == "Eve New"
    assert partner(view).next_on == ago(-30)
    assert rows_of(view)[1].endswith("You gave 5, received 2. Leaning one way.")
    tools_of[0].session.undo()
    assert list(each(view.session.book, Referral)) == []


def test_a_name_that_means_several_is_asked_for_again(view: PartnersView) -> None:
    with view.session.desk().act("Two Dees.") as act:
        act.put(Person(id="dee2", name="Dee Moor"))
    press(Key.Key_L)
    type_("Dee")
    press(Key.Key_Return)
    assert view._panes.form() is view._panes.swap
    assert view._panes.swap.gave.accessibleDescription().startswith("Which Dee?")
    assert list(each(view.session.book, Referral)) == []


def test_s_sets_the_date_of_the_next_swap(view: PartnersView, qtbot: QtBot) -> None:
    press(Key.Key_S)
    question = view.findChild(AskSwapDay)
    assert question is not None
    field = question.findChild(QDateEdit)
    assert field is not None
    assert field.minimumDate() == QDate(2026, 11, 18)
    field.setDate(QDate(2026, 12, 4))
    QTest.keyClick(field, Key.Key_Return)
    assert partner(view).next_on == ago(-16)
    assert view._panes.detail.next.text() == "Next swap: Fri 4 Dec"
    assert "Agenda for 4 December" in [label.text() for label in view._panes.detail.findChildren(Label)]


def test_n_puts_a_name_on_the_agenda(view: PartnersView) -> None:
    press(Key.Key_N)
    question = view.findChild(AskAgenda)
    assert question is not None
    line, kind = question.findChild(QLineEdit), question.findChild(Choice)
    assert line is not None
    assert kind is not None
    QTest.keyClick(line, Key.Key_Return)
    assert question.error.text() == "Say it in a word or two."
    QTest.keyClicks(line, "Noor Rashid")
    kind.choose("ask")
    QTest.keyClick(line, Key.Key_Return)
    assert (partner(view).promised[-1].by, partner(view).promised[-1].what) == ("them", "Ask: Noor Rashid")
    assert "Ask: Noor Rashid" in agenda_of(view)


def test_the_agenda_is_worked_through_by_keys(view: PartnersView) -> None:
    assert agenda_of(view) == ["Offer: a name for Ana", "Promised: The list", "Promised: Send the book"]
    press(Key.Key_Return)
    assert view._panes.detail.agenda.hasFocus()
    press(Key.Key_Space)
    assert len(agenda_of(view)) == 3
    press(Key.Key_Down, Key.Key_Space)
    assert partner(view).promised[0].done_on == TODAY
    press(Key.Key_Space)
    assert [task.done_on for task in each(view.session.book, Task)] == [TODAY]
    assert agenda_of(view) == ["Offer: a name for Ana"]


def test_del_takes_a_promise_off(view: PartnersView, tools_of: Circle) -> None:
    press(Key.Key_Return, Key.Key_Down, Key.Key_Delete)
    assert partner(view).promised == ()
    tools_of[0].session.undo()
    assert "Promised: The list" in agenda_of(view)


def test_t_shows_the_same_as_a_table(view: PartnersView) -> None:
    chart = view._panes.detail.chart
    assert chart.accessibleDescription() == "Sep 2026: gave 2, received 1. Oct 2026: gave 2, received 0"
    press(Key.Key_T)
    assert chart.table is not None
    words = [label.text() for label in chart.table.findChildren(Label)]
    assert words[:6] == ["Month", "You gave", "You received", "Nov 2026", "0", "0"]
    assert words[6:9] == ["Oct 2026", "2", "0"]
    press(Key.Key_T)
    assert chart.table is None


def test_a_partner_is_added_after_both_questions(view: PartnersView) -> None:
    view._add.click()
    type_("Dee")
    press(Key.Key_Return)
    form = view._panes.beginning
    assert form.equal.hasFocus()
    assert "both is yes" in form.equal.accessibleDescription()
    press(Key.Key_Space, Key.Key_Tab, Key.Key_Space, Key.Key_Tab)
    type_("bakers")
    press(Key.Key_Return)
    assert view._panes.form() is None
    assert view.current_person() == "dee"
    found = next(one for one in each(view.session.book, Partner) if one.person == "dee")
    assert (found.seeks, found.next_on, found.since) == ("bakers", ago(-7), TODAY)


def test_nobody_and_the_unknown_are_no_partners(view: PartnersView, tools_of: Circle) -> None:
    view._add.click()
    press(Key.Key_Return)
    assert view._panes.beginning.person.accessibleDescription() == "Who will it be?"
    type_("Zed Unknown")
    press(Key.Key_Return)
    assert view._panes.beginning.person.accessibleDescription().startswith("Zed Unknown isn’t in your contacts")
    assert len(list(each(view.session.book, Partner))) == 3


def test_the_monthly_meeting_rests_and_goes_on(view: PartnersView) -> None:
    view._panes.detail.rest.click()
    assert rows_of(view)[-2].startswith("Ana Ruiz. The monthly meeting rests")
    assert view._panes.detail.rest.text() == "Go on meeting"
    view._panes.detail.rest.click()
    assert partner(view).paused is False
    view._panes.detail.end.click()
    assert get(view.session.book, Partner, "a") is None


def test_del_ends_a_partnership_and_undo_brings_it_back(view: PartnersView, tools_of: Circle) -> None:
    before = partner(view)
    press(Key.Key_Delete)
    assert get(view.session.book, Partner, "a") is None
    assert view.current_person() == "bo"
    tools_of[0].session.undo()
    assert partner(view) == before


def test_what_is_agreed_is_changed(view: PartnersView) -> None:
    view.edit()
    assert view._panes.revision.seeks.hasFocus()
    view._panes.revision.seeks.selectAll()
    type_("bakers")
    view.act_primary()
    assert partner(view).seeks == "bakers"


def test_shift_enter_opens_the_contact(view: PartnersView, tools_of: Circle) -> None:
    press(Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert tools_of[1].places == [Place("contacts", "ana")]


def test_an_empty_circle_offers_the_first_partner(nobody: PartnersView) -> None:
    words = [label.text() for label in nobody._empty.findChildren(Label)]
    assert words[:2] == [
        "No partners yet",
        "Choose someone in a neighbouring field who shares your clients and your standards.",
    ]
    press(Key.Key_Space)
    assert nobody._panes.beginning.person.hasFocus()
    press(Key.Key_Escape)
    assert nobody._stack.currentWidget() is nobody._empty


def test_letters_can_be_switched_off(view: PartnersView, tools_of: Circle) -> None:
    tools_of[0].preferences.single_keys = False
    press(Key.Key_L)
    assert view._panes.form() is None
    assert view.hints() == ()


def test_another_window_takes_the_partner_away(view: PartnersView) -> None:
    partners.end(view.session.desk(), "a")
    view.session.renewed.emit()
    assert view.current_person() == "bo"
    assert len(list(each(view.session.book, Entry))) == 5
