"""One person's page: its head and menu, the timeline, entries edited and deleted in their place."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Referral
from refdesk.domain.words import Kind
from refdesk.gui.contacts.timeline_model import exact_day, month_name, short_day, spoken
from refdesk.gui.contacts.view import ContactsView
from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.widgets.chip import Chip
from refdesk.gui.widgets.rows import RowRole
from refdesk.services import people
from refdesk.services.desk import Desk
from refdesk.services.timeline import log_entry
from refdesk.services.timeline_words import entry_happening
from refdesk.storage.writing import Changes
from tests.gui.contacts.book import LOW, contacts_of, settle, timeline
from tests.gui.views import NOON, Seen

Shown = tuple[ContactsView, Seen]
TODAY = NOON.date()


@pytest.fixture
def shown(theme: Theme, tmp_path: Path) -> Iterator[Shown]:
    with contacts_of(theme, tmp_path / "book.refdesk", "Ana Ruiz", "Bo Li") as shown:
        yield shown


def entry(id_: str, days: int = 0, kind: Kind = "call", **fields: object) -> Entry:
    plain = {"id": id_, "on": TODAY - timedelta(days=days), "kind": kind, "people": ("ana",), "summary": id_}
    return Entry(**{**plain, **fields})  # type: ignore[arg-type] # a test's own words


def logged(view: ContactsView, *entries: Entry) -> None:
    for each in entries:
        view.session.do(partial(_log, each))
    settle()


def _log(each: Entry, desk: Desk) -> Changes:
    return log_entry(desk, each)[1]


def put(view: ContactsView, referral: Referral) -> None:
    """Write a referral as an act of the user."""

    def write(desk: Desk) -> Changes:
        with desk.act("Referral.") as act:
            act.put(referral)
        return act.changes

    view.session.do(write)
    settle()


def summary_of(view: ContactsView, id_: str) -> str:
    return view.session.desk().find(Entry, id_).summary


def press(view: ContactsView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.page.timeline.view, key)
    settle()


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


def test_the_timeline_stands_by_month_with_steps_among_the_entries(shown: Shown) -> None:
    view, _ = shown
    referral = Referral(id="r", champion="ana", prospect="bo", state="made", made_on=TODAY - timedelta(days=20))

    logged(view, entry("a", 1), entry("b", 30, "meeting"), entry("c", 400))
    put(view, referral)
    assert timeline(view) == [
        "[November]", "Call", "[October]", "Recommended you to Bo Li", "Meeting", "[October 2025]", "Call",
    ]  # fmt: skip
    view.show_record("bo")
    assert timeline(view) == ["[October]", "Ana Ruiz recommended you to them"]


def test_enter_edits_an_entry_in_its_place_and_saving_writes_it(shown: Shown) -> None:
    view, seen = shown
    logged(view, entry("a", 1), entry("b", 2))
    pane = view.page.timeline
    pane.view.setFocus()
    pane.view.go_to_first()
    press(view, Qt.Key.Key_Return)
    form = pane._form
    assert form is not None
    assert form.isVisible()
    assert form.height() >= form.minimumSizeHint().height()
    form.summary.setPlainText("Other words")
    assert form.save()
    settle()
    assert (summary_of(view, "a"), pane._form) == ("Other words", None)
    assert seen.said[-1] == "Entry with Ana Ruiz changed."
    assert pane.view.hasFocus()
    assert pane.view.current_id() == "entry:a"


def test_f2_edits_the_entry_that_has_the_focus_and_else_the_person(shown: Shown) -> None:
    view, _ = shown
    logged(view, entry("a", 1))
    pane = view.page.timeline
    pane.view.setFocus()
    pane.view.go_to_first()
    view.edit()
    assert pane._form is not None
    pane._form.cancelled.emit()
    assert pane._form is None
    view.list.view.setFocus()
    view.edit()
    assert view.editor.isVisible()


def test_an_entry_that_is_being_changed_is_saved_before_somebody_else_is_shown(shown: Shown) -> None:
    view, _ = shown
    logged(view, entry("a", 1))
    pane = view.page.timeline
    pane.view.go_to_first()
    pane.edit_current()
    assert pane._form is not None
    pane._form.summary.setPlainText("Half a sentence")
    logged(view, entry("b", 0))
    assert pane._form.summary.toPlainText() == "Half a sentence"
    view.show_record("bo")
    assert summary_of(view, "a") == "Half a sentence"


def test_an_entry_that_cannot_be_saved_keeps_its_person(shown: Shown) -> None:
    view, _ = shown
    logged(view, entry("a", 1))
    pane = view.page.timeline
    pane.view.go_to_first()
    pane.edit_current()
    assert pane._form is not None
    pane._form.day.setText("the twelfth of never")
    QTest.keyClick(view.list.view, Qt.Key.Key_Down)
    settle()
    assert (view.current_person(), view.list.view.currentIndex().data()) == ("ana", "Ana Ruiz")
    assert not view.may_leave()
    pane.stop_editing()
    assert view.may_leave()


def test_delete_takes_an_entry_with_undo_and_the_next_row_becomes_current(shown: Shown) -> None:
    view, seen = shown
    logged(view, entry("a", 1), entry("b", 2), entry("c", 40))
    pane = view.page.timeline
    pane.view.setFocus()
    pane.view.go_to_first()
    press(view, Qt.Key.Key_Delete)
    assert (timeline(view), seen.said[-1]) == (
        ["[November]", "Call", "[October]", "Call"],
        "Entry with Ana Ruiz deleted.",
    )
    assert pane.view.current_id() == "entry:b"
    press(view, Qt.Key.Key_Delete)
    assert pane.view.current_id() == "entry:c"
    view.session.undo()
    assert len(timeline(view)) == 4


def test_a_step_is_neither_edited_nor_deleted_here(shown: Shown) -> None:
    view, seen = shown

    put(view, Referral(id="r", champion="ana", state="made", made_on=TODAY))
    view.page.timeline.view.setFocus()
    view.page.timeline.view.go_to_first()
    press(view, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert seen.refused == ["This comes from a referral, an ask or a note, and is changed there."] * 2


def test_a_long_timeline_is_read_as_it_is_scrolled_to(shown: Shown) -> None:
    view, _ = shown
    with view.session.desk().act("Many.") as act:
        act.put_new([entry(str(number), number) for number in range(200)])
    view.session.renewed.emit()
    settle()
    pane = view.page.timeline
    assert pane._model.entry_count() < 200
    pane.view.setFocus()
    for _ in range(10):
        press(view, Qt.Key.Key_End)
    assert pane._model.entry_count() == 200
    assert pane.view.current_id() == "entry:199"


def test_a_timeline_is_there_at_once_when_its_room_changes_however_much_was_fetched(shown: Shown) -> None:
    view, _ = shown
    with view.session.desk().act("Many.") as act:
        act.put_new([entry(str(number), number) for number in range(600)])
    pane = view.page.timeline
    pane.show_person(view.session.desk().person("ana"), "599")
    settle()
    assert pane.view.current_id() == "entry:599"
    pane.view.scrollToTop()
    pane.view.doItemsLayout()
    assert pane.view.indexAt(QPoint(100, 60)).row() == 1


def test_logging_by_the_line_of_the_page_shows_the_entry(shown: Shown) -> None:
    view, _ = shown
    quick = view.page.timeline.quick_add
    QTest.keyClicks(quick.edit, "Coffee yesterday: spoke of oak")
    QTest.keyClick(quick.edit, Qt.Key.Key_Return)
    settle()
    assert timeline(view) == ["[November]", "Coffee"]
    assert view.list.view.currentIndex().data(RowRole.ROW).right == "1 d"


def test_in_a_narrow_window_the_facts_stand_behind_a_tab(theme: Theme, tmp_path: Path) -> None:
    with contacts_of(theme, tmp_path / "book.refdesk", "Ana Ruiz", size=LOW) as (view, _):
        page = view.page
        assert (page.tabs.isVisible(), page.timeline.isVisible(), page.facts.isVisible()) == (True, True, False)
        view.show_record("ana", "knows")
        assert (page.timeline.isVisible(), page.facts.isVisible(), page.tabs.key()) == (False, True, "about")
        view.resize(1064, 742)
        settle()
        assert (page.tabs.isVisible(), page.timeline.isVisible(), page.facts.isVisible()) == (False, True, True)


def test_heights_follow_the_words_and_the_text_size(shown: Shown, theme: Theme) -> None:
    view, _ = shown
    logged(view, entry("a", 1, summary="word " * 60), entry("b", 2, summary="word"))
    pane = view.page.timeline
    long, short = (pane.view.visualRect(pane._model.place_of(f"entry:{id_}")).height() for id_ in "ab")
    assert long > 2 * short
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST))
    settle()
    assert pane.view.visualRect(pane._model.place_of("entry:a")).height() > long
    assert pane.view.visualRect(pane._model.place_of("entry:a")).topLeft() != QPoint()


def test_days_and_months_are_said_as_people_say_them() -> None:
    told = entry_happening(entry("Spoke", 15, at=NOON.time(), approximate=True), "Ana", ())
    exact = entry_happening(entry("Spoke", 15), "Ana", ())
    assert [short_day(each, TODAY) for each in (told, exact)] == ["about two weeks ago", "3 Nov"]
    assert exact_day(told) == "About 3 November 2026, 12:00"
    assert spoken(exact, TODAY) == "Call. Spoke. 2 weeks ago."
    assert (month_name(TODAY, TODAY), month_name(TODAY - timedelta(days=365), TODAY)) == ("November", "November 2025")


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
