"""The first ten in the window: picked by name, answered by single keys, and seen as they stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Profile
from refdesk.gui.theme.theme import Theme
from refdesk.gui.triage.view import CARD, EMPTY, PICK, RESULT, TriageView
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.rows import RowRole
from refdesk.services.people import delete_person
from refdesk.services.welcome import add_names
from tests.gui.triage.sorting import LOW, NAMES, WIDE, begin_all, entries, person, press, triage_view
from tests.storage.desks import titles


def rows(view: TriageView) -> list[str]:
    """The outcome as it is listed."""
    model = view.result.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def picked(view: TriageView) -> list[str]:
    return [view.session.desk().person(id_).name for id_ in view.pick.picked]


def test_people_are_picked_by_space_and_let_go_again(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        assert (view.page(), view.right.isEnabled()) == (PICK, False)
        press(" ^ ")
        assert picked(view) == ["Ann Lee", "Bob Lee"]
        assert view.pick.count.text() == "2 of 3 picked, 3 to sort"
        press(" ")
        assert picked(view) == ["Ann Lee"]
        row = view.pick.list.model().index(0, 0).data(RowRole.ROW)
        assert (row.accessible, row.description) == ("Ann Lee. Picked", "Space picks them")


def test_people_are_found_by_name_and_picked_by_enter(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        field = view.filter_field()
        assert field is not None
        field.setFocus()
        press("bob\n")
        assert (picked(view), field.text()) == (["Bob Lee"], "")
        press("zap\n")
        assert picked(view) == ["Bob Lee"]
        press("cy")
        qtbot.waitUntil(lambda: view.pick.list.model().rowCount() == 1)
        press("^")
        assert QApplication.focusWidget() is view.pick.list


def test_ten_are_suggested_and_ten_are_enough(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    people = [f"Ann {number:02}" for number in range(12)]
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *people) as (view, seen):
        view.left.click()
        assert picked(view) == people[:10]
        QTest.keyClick(view.pick.list, Qt.Key.Key_End)
        press(" ")
        assert (len(view.pick.picked), seen.refused) == (10, ["Ten people are enough to begin with."])


def test_single_keys_answer_the_four_questions(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, seen):
        begin_all(view)
        assert (view.page(), view.card.place.text()) == (CARD, "1 of 3")
        press("dswyBakers, Dentists\n\n")
        ann = person(view, "Ann Lee")
        assert (ann.sorted, ann.knows, str(ann.known_since)) == (True, ("Bakers", "Dentists"), "2025-11-18")
        said = {(entry.kind, entry.satisfaction, entry.marks, str(entry.on)) for entry in entries(view, "Ann Lee")}
        assert said == {
            ("milestone", "satisfied", ("delivered",), "2026-10-19"),
            ("call", None, (), "2026-11-15"),
            ("note", None, ("explained",), "2026-10-19"),
        }
        assert seen.said == ["Ann Lee sorted."]
        assert (view.card.place.text(), view.card.person().name) == ("2 of 3", "Bob Lee")


def test_a_tag_that_stands_in_the_line_yet_counts(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", "Ann Lee") as (view, _):
        begin_all(view)
        press("   Bakers")
        view.card.skip.click()
        assert person(view, "Ann Lee").knows == ("Bakers",)


def test_the_outcome_is_shown_and_leads_on(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, seen):
        with view.session.desk().act("A profile.") as act:
            act.put(Profile(id="p", name="Bakers", tags=("bakers",)))
        begin_all(view)
        press("ddwyBakers\n\n" + "ddwy " + " l  ")
        assert view.page() == RESULT
        assert view.result.sentence.text() == "One person looks ready, one is one step away."
        assert rows(view) == ["Ready now", "Ann Lee", "One step away", "Bob Lee", "On their way", "Cy Lee"]
        press("\n")
        view.act_primary()
        assert [(place.view, place.id) for place in seen.places] == [
            ("ready", person(view, "Ann Lee").id),
            ("ready", ""),
        ]
        view.session.undo()
        assert rows(view) == ["Ready now", "Ann Lee", "One step away", "Bob Lee"]


def test_not_now_leaves_somebody_and_keeps_what_was_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        begin_all(view)
        press("n")
        assert (person(view, "Ann Lee").sorted, titles(view.session.book)) == (False, ["3 people added."])
        press("ddn")
        assert [entry.satisfaction for entry in entries(view, "Bob Lee")] == ["delighted"]
        press("n")
        assert view.page() == RESULT
        assert rows(view) == ["On their way", "Bob Lee"]


def test_who_is_not_known_is_put_aside(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", "Ann Lee") as (view, seen):
        begin_all(view)
        press("x")
        assert (person(view, "Ann Lee").archived, seen.said) == (True, ["Ann Lee archived."])
        assert view.result.sentence.text() == "Nobody was sorted this time."


def test_skipping_every_question_sorts_nobody(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", "Ann Lee") as (view, seen):
        begin_all(view)
        press("    ")
        ann = person(view, "Ann Lee")
        assert (ann.sorted, str(ann.known_since), entries(view, "Ann Lee")) == (False, "2025-11-18", [])
        assert (view.page(), seen.said) == (RESULT, ["Noted that you know Ann."])


def test_backspace_goes_back_by_question_and_by_person(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, seen):
        begin_all(view)
        assert not view.card.back.isEnabled()
        press("<")
        press("dd<<")
        assert view.card.question.text() == "Have you delivered something Ann was glad of?"
        press("ddwy ")
        assert person(view, "Ann Lee").sorted
        press("<")
        assert (view.card.person().name, view.card.place.text()) == ("Ann Lee", "1 of 3")
        assert (person(view, "Ann Lee").sorted, entries(view, "Ann Lee")) == (False, [])
        press("n<")
        assert view.card.person().name == "Ann Lee"
        assert seen.refused == []


def test_what_was_done_since_is_not_undone_by_backspace(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, seen):
        begin_all(view)
        press("dd   ")
        view.session.do(lambda desk: delete_person(desk, person(view, "Cy Lee").id))
        press("<")
        assert seen.refused == ["Something else was done since. Undo that first, with Ctrl+Z."]
        assert (view.card.person().name, person(view, "Ann Lee").sorted) == ("Bob Lee", True)


def test_an_undo_brings_somebody_back_into_the_round(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        begin_all(view)
        press("dd   d")
        view.session.undo()
        assert (view.card.person().name, view.card.question.text()) == ("Bob Lee", "How does Bob feel about it?")
        press("d   ")
        assert view.card.person().name == "Ann Lee"


def test_a_later_start_goes_on_with_who_is_left(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "b.refdesk"
    with triage_view(qtbot, theme, path, *NAMES) as (view, _):
        begin_all(view)
        press("n" + "dd   ")
    with triage_view(qtbot, theme, path) as (view, _):
        assert (view.page(), view.card.person().name, view.card.place.text()) == (CARD, "Cy Lee", "3 of 3")
        press("dd   ")
        assert (view.page(), rows(view)) == (RESULT, ["On their way", "Bob Lee", "Cy Lee"])
    with triage_view(qtbot, theme, path) as (view, _):
        assert view.page() == PICK


def test_somebody_deleted_meanwhile_is_passed_over(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        begin_all(view)
        view.session.do(lambda desk: delete_person(desk, person(view, "Ann Lee").id))
        assert view.card.person().name == "Bob Lee"


def test_a_refused_answer_is_asked_again(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, seen):
        begin_all(view)
        view.session.hold("An import is at work.")
        press("dd  Bakers\n\n")
        assert seen.refused == ["An import is at work."]
        assert view.card.question.text() == "Whose world does Ann move in?"
        view.session.release()
        press("\n")
        assert person(view, "Ann Lee").sorted
        assert person(view, "Ann Lee").knows == ("Bakers",)


def test_single_keys_can_be_switched_off(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        view.tools.preferences.single_keys = False
        begin_all(view)
        press("dnx")
        assert view.card.question.text() == "Have you delivered something Ann was glad of?"
        view.card.buttons[0].click()
        assert view.card.question.text() == "How does Ann feel about it?"
        press(" ")
        assert view.card.question.text() == "When did you and Ann last really talk?"


def test_a_button_with_the_focus_is_pressed_by_space(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        begin_all(view)
        press(" ")
        QApplication.processEvents()
        view.card.buttons[2].setFocus()
        press(" ")
        assert (view.card.interview.answers.last_talk, QApplication.focusWidget()) == ("quarter", view.card)


def test_nobody_to_sort_is_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk") as (view, seen):
        assert view.page() == EMPTY
        view.act_primary()
        view.empty.secondary_chosen.emit()
        assert [place.view for place in seen.places] == ["ready", "import"]


def test_new_people_are_taken_up(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "b.refdesk"
    with triage_view(qtbot, theme, path) as (view, _):
        with qtbot.waitSignal(view.pick.read):
            view.session.do(lambda desk: add_names(desk, NAMES)[1])
        assert (view.page(), view.pick.to_sort) == (PICK, 3)


def test_what_happens_elsewhere_does_not_disturb_the_picking(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", *NAMES) as (view, _):
        press(" ")
        view.pick.filter.setFocus()
        press("bo")
        qtbot.waitUntil(lambda: view.pick.list.model().rowCount() == 1)
        with qtbot.waitSignal(view.pick.read):
            view.session.do(lambda desk: delete_person(desk, person(view, "Cy Lee").id))
        assert QApplication.focusWidget() is view.pick.filter
        assert (view.pick.filter.text(), picked(view), view.pick.to_sort) == ("bo", ["Ann Lee"], 2)


@pytest.mark.parametrize("size", [WIDE, LOW])
def test_no_button_is_cut(qtbot: QtBot, theme: Theme, tmp_path: Path, size: tuple[int, int]) -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff " * 3
    with triage_view(qtbot, theme, tmp_path / "b.refdesk", long, size=size) as (view, _):
        begin_all(view)
        press("d")
        QApplication.processEvents()
        for button in filter(Button.isVisible, view.findChildren(Button)):
            assert button.width() >= button.minimumSizeHint().width()
        assert view.card.width() <= size[0]
