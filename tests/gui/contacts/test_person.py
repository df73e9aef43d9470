"""One person's page: its head and menu, its parts, and whose page is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from refdesk.domain.person import Person
from refdesk.gui.contacts.view import ContactsView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.chip import Chip
from refdesk.services import people
from refdesk.services.facts import never_ask
from tests.gui.contacts.book import LOW, contacts_of, settle
from tests.gui.views import NOON, Seen

Shown = tuple[ContactsView, Seen]
TODAY = NOON.date()


@pytest.fixture
def shown(theme: Theme, tmp_path: Path) -> Iterator[Shown]:
    with contacts_of(theme, tmp_path / "book.refdesk", "Ana Ruiz", "Bo Li") as shown:
        yield shown


def test_the_head_says_who_somebody_is(shown: Shown) -> None:
    view, _ = shown
    person = Person(
        id="ana",
        name="Ana Ruiz",
        title="Owner",
        org="Ruiz <b>Joinery</b>",
        roles=("partner", "friend"),
        met="Met 2019",
        do_not_ask=True,
        sorted=True,
    )
    view.session.do(lambda desk: people.edit_person(desk, person))
    settle()
    header = view.page.header
    assert header.accessibleName() == "Ana Ruiz. Owner, Ruiz <b>Joinery</b>"
    chips = [chip.accessibleName() for chip in header.findChildren(Chip) if chip.isVisible()]
    assert chips == ["Partner", "Friend", "Met 2019", "Never ask"]


def test_a_photo_that_cannot_be_read_gives_way_to_the_initials(shown: Shown) -> None:
    view, _ = shown
    portrait = view.page.header._portrait
    portrait.show_person("Ana Ruiz", b"no picture")
    initials = portrait.grab().toImage()
    portrait.show_person("Ana Ruiz", None)
    assert portrait.grab().toImage() == initials


def test_log_interaction_opens_the_log_line_with_them(shown: Shown) -> None:
    view, seen = shown
    QTest.mouseClick(view.page.header.log_button, Qt.MouseButton.LeftButton)
    view.act_primary()
    assert [request.people for request in seen.logs] == [("ana",), ("ana",)]


def test_an_ask_is_prepared_by_a_button_that_is_an_icon_where_it_is_narrow(shown: Shown) -> None:
    view, seen = shown
    ask = view.page.header.ask_button
    view.page.header.resize(700, 100)
    assert ask.text() == "Prepare an ask"
    view.page.header.resize(460, 100)
    assert (ask.text(), ask.accessibleName()) == ("", "Prepare an ask")
    QTest.mouseClick(ask, Qt.MouseButton.LeftButton)
    assert seen.asks == ["ana"]


def test_who_is_never_to_be_asked_has_no_such_button(shown: Shown) -> None:
    view, _ = shown
    view.session.do(lambda desk: never_ask(desk, "ana"))
    settle()
    assert not view.page.header.ask_button.isVisible()


def test_the_menu_archives_and_takes_back(shown: Shown) -> None:
    view, seen = shown
    header = view.page.header
    header._archive.trigger()
    settle()
    assert seen.said == ["Ana Ruiz archived."]
    view.show_record("ana")
    assert header._archive.text() == "Take back from the archive"
    header._archive.trigger()
    assert seen.said[1:] == ["Ana Ruiz taken back from the archive."]


def test_the_menu_deletes_and_edits(shown: Shown) -> None:
    view, seen = shown
    view.page.header._edit.trigger()
    assert view.editor.isVisible()
    view.editor.cancel()
    assert view.page.isVisible()
    view.page.header._delete.trigger()
    assert (seen.said, view.current_person()) == (["Ana Ruiz deleted."], "bo")


def test_never_ask_is_answered_in_the_facts(shown: Shown) -> None:
    view, _ = shown
    view.page.header._never_ask.trigger()
    assert view.page.facts.rows["do_not_ask"].is_editing()


def test_a_field_of_theirs_can_be_gone_to(shown: Shown) -> None:
    view, _ = shown
    view.show_record("bo", "knows")
    assert view.current_person() == "bo"
    assert view.page.facts.rows["knows"].is_editing()


def test_a_new_contact_is_added_and_shown(shown: Shown) -> None:
    view, seen = shown
    view.new_person("Cy Day")
    assert view.editor.save()
    settle()
    assert (seen.said, view.page.isVisible()) == (["Cy Day added."], True)
    assert view.page.header.accessibleName() == "Cy Day."
    assert view.page.timeline._empty.text() == "Nothing here yet. How did you meet?"
    assert view.list.view.currentIndex().data() == "Cy Day"


def test_a_new_contact_that_is_given_up_leaves_whoever_was_shown(shown: Shown) -> None:
    view, _ = shown
    view.show_record("bo")
    view.new_person()
    view.editor.cancel()
    assert (view.current_person(), view.page.isVisible()) == ("bo", True)


def test_changes_that_are_not_saved_keep_the_page_that_is_edited(shown: Shown) -> None:
    view, _ = shown
    view.edit()
    view.editor.rows["name"].touched = True
    QTest.keyClick(view.list.view, Qt.Key.Key_Down)
    settle()
    assert (view.editor.isVisible(), view.list.view.currentIndex().data()) == (True, "Ana Ruiz")
    assert not view.may_leave()


def test_in_a_narrow_window_the_facts_stand_behind_a_tab(theme: Theme, tmp_path: Path) -> None:
    with contacts_of(theme, tmp_path / "book.refdesk", "Ana Ruiz", size=LOW) as (view, _):
        page = view.page
        assert (page.tabs.isVisible(), page.timeline.isVisible(), page.facts.isVisible()) == (True, True, False)
        view.show_record("ana", "knows")
        assert (page.timeline.isVisible(), page.facts.isVisible(), page.tabs.key()) == (False, True, "about")
        view.resize(1064, 742)
        settle()
        assert (page.tabs.isVisible(), page.timeline.isVisible(), page.facts.isVisible()) == (False, True, True)


def test_the_list_has_the_same_menu(shown: Shown) -> None:
    view, _ = shown
    view.list.view.customContextMenuRequested.emit(QPoint(40, 60))
    menu = view.page.header.menu
    assert menu.isVisible()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Edit", "Brief before a meeting", "Never ask…", "Archive", "Died…", "Delete", "Erase for good…",
    ]  # fmt: skip
    menu.close()


def test_f6_has_a_stop_in_every_part_of_the_page(shown: Shown) -> None:
    view, _ = shown
    stops = view.panes()
    for pane in stops:
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        focused = view.focusWidget()
        assert focused is not None
        assert pane.hasFocus() or pane.isAncestorOf(focused)
    assert len(stops) == 5


def test_going_to_whom_the_page_shows_leaves_an_editor_that_has_no_changes(shown: Shown) -> None:
    view, _ = shown
    view.edit()
    view.show_record("ana")
    assert (view.page.isVisible(), view.current_person()) == (True, "ana")


def test_what_others_write_leaves_an_editor_alone(shown: Shown) -> None:
    view, _ = shown
    view.edit()
    people.delete_person(view.session.desk(), "ana")
    view.session.renewed.emit()
    settle()
    assert view.editor.isVisible()
    view.editor.cancel()
    assert (view.page.isVisible(), view.current_person()) == (True, "bo")


def test_delete_takes_nobody_whom_the_view_does_not_show(shown: Shown) -> None:
    view, seen = shown
    QTest.keyClicks(view.list.filter, "zap")
    view.list.view.setFocus()
    QTest.keyClick(view.list.view, Qt.Key.Key_Delete)
    settle()
    assert seen.said == []
