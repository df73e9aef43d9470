"""One person's timeline: read by the page, entries changed and deleted in their place."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from refdesk.domain.records import Entry, Referral
from refdesk.domain.words import Kind
from refdesk.gui.contacts.timeline_model import exact_day, month_name, short_day, spoken
from refdesk.gui.contacts.view import ContactsView
from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.widgets.rows import RowRole
from refdesk.services.desk import Desk
from refdesk.services.timeline import log_entry
from refdesk.services.timeline_words import entry_happening
from refdesk.storage.writing import Changes
from tests.gui.contacts.book import contacts_of, settle, timeline
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
    form = pane.in_place.form
    assert form is not None
    assert form.isVisible()
    assert form.height() >= form.minimumSizeHint().height()
    form.summary.setPlainText("Other words")
    assert form.save()
    settle()
    assert (summary_of(view, "a"), pane.in_place.form) == ("Other words", None)
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
    assert pane.in_place.form is not None
    pane.in_place.form.cancelled.emit()
    assert pane.in_place.form is None
    view.list.view.setFocus()
    view.edit()
    assert view.editor.isVisible()


def test_an_entry_that_is_being_changed_is_saved_before_another_is(shown: Shown) -> None:
    view, _ = shown
    logged(view, entry("a", 1), entry("b", 2))
    pane = view.page.timeline
    pane.view.go_to_first()
    pane.edit_current()
    assert pane.in_place.form is not None
    pane.in_place.form.summary.setPlainText("Half a sentence")
    pane.view.chosen.emit(pane._model.place_of("entry:b"))
    settle()
    assert summary_of(view, "a") == "Half a sentence"
    assert pane.in_place.form.summary.toPlainText() == "b"
    pane.in_place.form.day.setText("the twelfth of never")
    pane.view.chosen.emit(pane._model.place_of("entry:a"))
    assert pane.in_place.form.summary.toPlainText() == "b"


def test_an_entry_is_changed_from_its_words_on(shown: Shown) -> None:
    view, _ = shown
    logged(view, entry("a", 1))
    pane = view.page.timeline
    pane.view.setFocus()
    pane.view.go_to_first()
    press(view, Qt.Key.Key_Return)
    assert pane.in_place.form is not None
    assert pane.in_place.form.summary.hasFocus()


def test_an_entry_that_is_being_changed_is_saved_before_somebody_else_is_shown(shown: Shown) -> None:
    view, _ = shown
    logged(view, entry("a", 1))
    pane = view.page.timeline
    pane.view.go_to_first()
    pane.edit_current()
    assert pane.in_place.form is not None
    pane.in_place.form.summary.setPlainText("Half a sentence")
    logged(view, entry("b", 0))
    assert pane.in_place.form.summary.toPlainText() == "Half a sentence"
    view.show_record("bo")
    assert summary_of(view, "a") == "Half a sentence"


def test_an_entry_that_cannot_be_saved_keeps_its_person(shown: Shown) -> None:
    view, _ = shown
    logged(view, entry("a", 1))
    pane = view.page.timeline
    pane.view.go_to_first()
    pane.edit_current()
    assert pane.in_place.form is not None
    pane.in_place.form.day.setText("the twelfth of never")
    QTest.keyClick(view.list.view, Qt.Key.Key_Down)
    settle()
    assert (view.current_person(), view.list.view.currentIndex().data()) == ("ana", "Ana Ruiz")
    assert not view.may_leave()
    pane.in_place.close()
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
