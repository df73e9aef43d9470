"""Today as its user has it: keys, rings, buttons, what leaves and what comes next."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from refdesk.domain.records import Entry, Later, Note, Referral, Task
from refdesk.gui.navigation import LogRequest, Place
from refdesk.services.desk import Desk
from refdesk.storage.records import each
from tests.gui.today.conftest import ROWS, Opened
from tests.gui.today.conftest import fill as full
from tests.services.books import bring_in, card, vcf
from tests.storage.desks import TODAY, add, ago

Key = Qt.Key


def thanks_of(today: Opened, id_: str) -> list[tuple[int, str | None]]:
    referral = today.find(Referral, id_)
    assert isinstance(referral, Referral)
    return [(thanks.step, thanks.by) for thanks in referral.thanks]


def test_the_day_is_listed_and_its_first_row_shown(today: Opened) -> None:
    assert set(today.rows()) == set(ROWS)
    assert today.rows()[0] in ("referral:c:thank_you:1", "referral:r:thank_you:1")
    assert today.row == today.rows()[0]
    assert today.view.header.progress_words() == "0 of 6 done"
    assert today.view.current_person() == "cem"


def test_space_thanks_and_the_next_row_is_current(today: Opened) -> None:
    today.select("referral:c:thank_you:1")
    today.qtbot.keyClick(today.view.list, Key.Key_Space)
    assert today.view.list.is_settled("referral:c:thank_you:1")
    assert "referral:c:thank_you:1" in today.rows(), "it stays for a moment"
    today.wait()
    assert "referral:c:thank_you:1" not in today.rows()
    assert today.row == "referral:r:thank_you:1"
    assert thanks_of(today, "c") == [(1, "call")]
    assert today.seen.said == ["Cem Kaya thanked."]
    assert today.view.header.progress_words() == "1 of 6 done"
    assert today.view.list.hasFocus()


def test_a_second_space_on_a_row_that_leaves_does_nothing(today: Opened) -> None:
    today.select("task:t")
    today.qtbot.keyClick(today.view.list, Key.Key_Space)
    today.qtbot.keyClick(today.view.list, Key.Key_Space)
    today.wait()
    assert today.seen.said == ["“Send Bo the guide” marked as done."]


def test_rows_can_be_settled_one_right_after_the_other(today: Opened) -> None:
    today.select("task:t")
    today.qtbot.keyClick(today.view.list, Key.Key_Space)
    today.qtbot.keyClick(today.view.list, Key.Key_Down)
    today.qtbot.keyClick(today.view.list, Key.Key_Space)
    today.wait()
    assert len(today.seen.said) == 2
    assert "task:t" not in today.rows()
    assert len(today.rows()) == len(ROWS) - 2


def test_undo_brings_a_row_back(today: Opened) -> None:
    today.select("task:t")
    today.press(Key.Key_Space)
    assert "task:t" not in today.rows()
    today.tools.session.undo()
    today.wait()
    assert "task:t" in today.rows()
    assert today.view.header.progress_words() == "0 of 6 done"


def test_a_click_on_the_ring_is_space(today: Opened) -> None:
    view = today.view.list
    place = view.model().index(
        [view.model().index(n, 0).data(258) for n in range(view.model().rowCount())].index("task:t"), 0
    )
    rect = view.visualRect(place)
    today.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 28, rect.center().y()))
    today.wait()
    assert today.seen.said == ["“Send Bo the guide” marked as done."]


def test_a_check_answers_both_ways(today: Opened) -> None:
    today.select("referral:c:check")
    footer = today.view.inspector.footer
    assert (footer.primary.text(), footer.second.text()) == ("It happened", "Not yet")
    today.press(Key.Key_N)
    assert [later.key for later in each(today.book, Later)] == ["referral:c:check"]
    today.select("entry:e:happened")
    today.press(Key.Key_Space)
    entry = today.find(Entry, "e")
    assert isinstance(entry, Entry)
    assert not entry.planned


def test_not_yet_is_only_for_checks(today: Opened) -> None:
    today.select("task:t")
    today.press(Key.Key_N)
    assert today.seen.said == []


def test_space_on_a_note_writes_it_and_then_posts_it(today: Opened) -> None:
    today.select("note:n")
    today.press(Key.Key_Space)
    today.select("note:n")
    assert today.view.inspector.footer.primary.text() == "Mark as posted"
    today.press(Key.Key_Space)
    note = today.find(Note, "n")
    assert isinstance(note, Note)
    assert note.state == "posted"


def test_space_on_reconnect_logs_a_call_that_can_be_a_meeting(today: Opened) -> None:
    offered: list[object] = []
    today.tools.session.offered.connect(offered.extend)
    today.select("reconnect:ed")
    today.press(Key.Key_Space)
    assert "reconnect:ed" not in today.rows()
    assert [each.words for each in offered] == ["Met", "Message"]
    today.tools.session.do(offered[0].act)
    today.wait()
    kinds = [entry.kind for entry in each(today.book, Entry) if entry.on == TODAY]
    assert kinds == ["meeting"]


def test_space_on_ready_goes_to_the_ask(today: Opened) -> None:
    today.select("ready:di")
    today.press(Key.Key_Space)
    assert today.seen.asks == ["di"]
    assert "ready:di" in today.rows()


def test_keys_lead_to_the_person_and_to_an_ask_of_them(today: Opened) -> None:
    today.select("task:t")
    today.press(Key.Key_A)
    assert today.seen.asks == ["bo"]
    today.press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert today.seen.places == [Place("contacts", "bo")]


def test_l_logs_with_the_person(today: Opened) -> None:
    today.select("task:t")
    today.press(Key.Key_L)
    assert today.seen.logs == [LogRequest(people=("bo",))]


def test_c_copies_the_words_as_they_stand(today: Opened) -> None:
    noted: list[str] = []
    today.tools.session.noted.connect(noted.append)
    today.select("referral:r:thank_you:1")
    today.view.inspector.words.field.setPlainText("Ana, thank you.")
    today.press(Key.Key_C)
    assert QApplication.clipboard().text() == "Ana, thank you."
    assert noted == ["Words copied."]
    today.select("task:t")
    today.press(Key.Key_C)
    assert noted == ["Words copied."], "there are no words for it"


def test_t_thanks_only_where_thanks_are_owed(today: Opened) -> None:
    today.select("task:t")
    today.press(Key.Key_T)
    assert today.seen.said == []
    today.select("referral:r:thank_you:1")
    today.press(Key.Key_T)
    assert thanks_of(today, "r") == [(1, "call")]


def test_del_takes_away_ones_own_task_alone(today: Opened) -> None:
    today.select("note:n")
    today.press(Key.Key_Delete)
    today.select("task:t")
    today.press(Key.Key_Delete)
    assert today.seen.said == ["“Send Bo the guide” deleted."]
    assert today.find(Task, "t") is None
    assert today.find(Note, "n") is not None


def test_single_letters_can_be_switched_off_and_space_stays(today: Opened) -> None:
    today.tools.preferences.single_keys = False
    today.select("task:t")
    today.press(Key.Key_L)
    assert today.seen.logs == []
    assert [hint.key for hint in today.view.hints()] == ["Space", "Enter"]
    today.press(Key.Key_Space)
    assert len(today.seen.said) == 1


def test_enter_leads_to_the_details_and_escape_back(today: Opened) -> None:
    today.select("referral:r:thank_you:1")
    today.press(Key.Key_Return)
    assert today.view.inspector.words.field.hasFocus()
    assert [hint.key for hint in today.view.hints()] == ["Ctrl+Enter", "Esc"]
    today.press(Key.Key_Escape)
    assert today.view.list.hasFocus()
    assert [hint.does for hint in today.view.hints()] == ["done", "later", "log", "copy words", "details"]
    today.select("task:t")
    today.press(Key.Key_Return)
    assert today.view.inspector.footer.primary.hasFocus()


@pytest.mark.parametrize(("size", "height"), [((1064, 742), 64), ((908, 542), 56)])
def test_it_fits_both_windows(empty: Callable[..., Opened], size: tuple[int, int], height: int) -> None:
    today = empty(full, size)
    assert today.view.header.height() == height
    icons = {today.view.list.model().index(place, 0).data(256).icon for place in (1, 2)}
    assert icons == ({"phone"} if size[0] > 1000 else {""})
    footer = today.view.inspector.footer
    for row in today.rows():
        today.select(row)
        footer.layout().activate()
        assert footer.later.geometry().right() <= footer.width()
        for button in (footer.primary, footer.second, footer.copy, footer.later):
            assert button.isHidden() or button.width() >= button.sizeHint().width()


def test_people_who_wait_are_shown_on_demand(empty: Callable[..., Opened]) -> None:
    def many(desk: Desk) -> None:
        for number in range(11):
            add(desk, f"P{number:02}", cadence_days=7, added_on=ago(9))

    today = empty(many)
    assert today.rows()[-1] == "more"
    assert len(today.rows()) == 9
    today.select("keep_in_touch:p07")
    today.press(Key.Key_Down)
    assert today.row == "more"
    assert not today.view.inspector.footer.isVisible()
    today.press(Key.Key_S)
    today.press(Key.Key_Space)
    assert len(today.rows()) == 11
    assert "more" not in today.rows()


def test_sorting_ten_people_is_proposed(empty: Callable[..., Opened]) -> None:
    def unsorted(desk: Desk) -> None:
        bring_in(desk, vcf(desk, card("Bo Berg")))

    today = empty(unsorted)
    assert today.rows() == ["sort:"]
    assert today.view.inspector.footer.later.isHidden()
    today.press(Key.Key_S)
    today.press(Key.Key_A)
    today.press(Key.Key_Space)
    today.view.act_primary()
    assert today.seen.places == [Place("triage"), Place("triage")]
