"""The list of contacts: filtered, ordered, typed into and deleted from, by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.gui.contacts.list_words import row_of, short_ago
from refdesk.gui.contacts.view import ContactsView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.rows import RowRole
from refdesk.services import contacts, people
from refdesk.services.desk import Desk
from refdesk.services.timeline import log_entry
from refdesk.storage.people_list import ListedPerson
from tests.gui.contacts.book import add, contacts_of, rows, settle
from tests.gui.views import Seen
from tests.storage.desks import TODAY, ago, log

NAMES = ("Ana Ruiz", "Ángel Mora", "Bo Li", "Søren Lund")
Shown = tuple[ContactsView, Seen]


@pytest.fixture
def shown(theme: Theme, tmp_path: Path) -> Iterator[Shown]:
    with contacts_of(theme, tmp_path / "book.refdesk", *NAMES) as shown:
        yield shown


def press(view: ContactsView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.list.view, key)
    settle()


def current(view: ContactsView) -> str:
    return view.list.view.currentIndex().data() or ""


def test_people_stand_under_their_letters_and_the_first_is_shown(shown: Shown) -> None:
    view, _ = shown
    assert rows(view) == ["[A]", "Ana Ruiz", "Ángel Mora", "[B]", "Bo Li", "[S]", "Søren Lund"]
    assert view.current_person() == "ana"
    assert view.list.filter.placeholderText() == "Filter 4 contacts"


def test_arrows_pass_over_letters_and_show_whoever_is_current(shown: Shown) -> None:
    view, _ = shown
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (current(view), view.current_person()) == ("Bo Li", "bo")
    press(view, Qt.Key.Key_End)
    assert view.current_person() == "søren"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("s", "Søren Lund"),
        ("an", "Ana Ruiz"),
        ("ang", "Ángel Mora"),
        ("ana r", "Ana Ruiz"),
        ("li", "Bo Li"),
        ("x", "Ana Ruiz"),
    ],
)
def test_a_name_that_is_typed_is_gone_to(shown: Shown, typed: str, found: str) -> None:
    view, _ = shown
    QTest.keyClicks(view.list.view, typed)
    assert current(view) == found


def test_typing_goes_on_in_any_order_of_the_list(shown: Shown) -> None:
    view, _ = shown
    log(view.session.desk(), "bo")
    view.list._set_order("last_spoke")
    QTest.keyClicks(view.list.view, "an")
    assert current(view) == "Ana Ruiz"


def test_the_filter_knows_no_case_and_no_accents_and_keeps_whoever_is_shown_where_it_can(shown: Shown) -> None:
    view, _ = shown
    view.show_record("ángel")
    QTest.keyClicks(view.list.filter, "ang")
    assert rows(view) == ["[Found by name]", "Ángel Mora"]
    assert view.current_person() == "ángel"
    view.list.clear_filter()
    assert (current(view), len(rows(view))) == ("Ángel Mora", 7)
    QTest.keyClicks(view.list.filter, "SOREN")
    assert (current(view), view.current_person()) == ("Søren Lund", "søren")


def test_down_and_enter_go_from_the_filter_to_the_list(shown: Shown) -> None:
    view, _ = shown
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        view.list.filter.setFocus()
        QTest.keyClick(view.list.filter, key)
        assert view.list.view.hasFocus()


def test_a_filter_that_finds_nobody_offers_to_add_them(shown: Shown) -> None:
    view, _ = shown
    QTest.keyClicks(view.list.filter, "zap & co")
    assert view.no_match.isVisible()
    assert view.no_match.accessibleName() == "No one matches “zap & co”"
    assert view.no_match.primary.accessibleName() == "Add “zap & co”"
    view.act_primary()
    assert view.editor.isVisible()
    assert view.editor.rows["name"].field.apply(Person(id="", name="")).name == "zap & co"


def test_clearing_a_filter_that_found_nobody_shows_everybody_again(shown: Shown) -> None:
    view, _ = shown
    view.show_record("bo")
    QTest.keyClicks(view.list.filter, "zap")
    view.no_match.secondary_chosen.emit()
    assert (len(rows(view)), view.page.isVisible()) == (7, True)
    assert (current(view), view.current_person()) == ("Bo Li", "bo")


def test_a_filter_that_is_corrected_shows_the_first_whom_it_finds(shown: Shown) -> None:
    view, _ = shown
    view.list.filter.setText("zap")
    view.list.filter.setText("l")
    assert (current(view), view.current_person()) == ("Bo Li", "bo")
    assert view.page.isVisible()


def test_adding_somebody_in_an_empty_book_shows_them(theme: Theme, tmp_path: Path) -> None:
    with contacts_of(theme, tmp_path / "book.refdesk") as (view, _):
        view.act_primary()
        for field in view.editor.rows["name"].field.findChildren(QLineEdit):
            QTest.keyClicks(field, "Cy Day")
        assert view.editor.save()
        settle()
        assert (rows(view), current(view), view.page.isVisible()) == (["[C]", "Cy Day"], "Cy Day", True)
        assert not view.editor._ask.isVisible()


def test_an_empty_book_offers_to_add_or_import(theme: Theme, tmp_path: Path) -> None:
    with contacts_of(theme, tmp_path / "book.refdesk") as (view, seen):
        assert view.nobody.isVisible()
        view.nobody.secondary_chosen.emit()
        assert [place.view for place in seen.places] == ["import"]
        view.act_primary()
        assert view.editor.isVisible()


def test_delete_takes_whoever_is_current_and_the_next_becomes_so(shown: Shown) -> None:
    view, seen = shown
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert rows(view) == ["[A]", "Ana Ruiz", "[B]", "Bo Li", "[S]", "Søren Lund"]
    assert (current(view), view.current_person()) == ("Bo Li", "bo")
    assert seen.said == ["Ángel Mora deleted."]
    view.session.undo()
    assert len(rows(view)) == 7
    assert view.current_person() == "bo"


def test_delete_of_the_last_makes_the_one_before_current_and_of_the_only_one_nobody(shown: Shown) -> None:
    view, _ = shown
    press(view, Qt.Key.Key_End, Qt.Key.Key_Delete)
    assert (current(view), view.current_person()) == ("Bo Li", "bo")
    press(view, Qt.Key.Key_Delete, Qt.Key.Key_Delete, Qt.Key.Key_Delete)
    assert (rows(view), view.current_person()) == ([], "")
    assert view.nobody.isVisible()
    press(view, Qt.Key.Key_Delete)


def test_the_archive_is_shown_on_demand(shown: Shown) -> None:
    view, _ = shown
    view.session.do(lambda desk: people.archive_person(desk, "ana"))
    assert "Ana Ruiz" not in rows(view)
    assert view.current_person() == "ángel"
    view.list._set_archived(True)
    assert rows(view)[-2:] == ["[Archived]", "Ana Ruiz"]
    view.list._set_archived(False)
    assert view.list.filter.placeholderText() == "Filter 3 contacts"


def test_the_order_is_kept_for_the_next_time(theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "book.refdesk"
    with contacts_of(theme, path, *NAMES) as (view, _):
        log(view.session.desk(), "bo", days=3)
        order = next(action for action in view.list._menu.actions() if action.text() == "By when you last spoke")
        order.trigger()
        assert rows(view)[:2] == ["[Most recent first]", "Bo Li"]
        view.session.book.close()
    with contacts_of(theme, path) as (view, _):
        assert rows(view)[:2] == ["[Most recent first]", "Bo Li"]
        assert [action.text() for action in view.list._menu.actions() if action.isChecked()] == [
            "By when you last spoke"
        ]


def test_an_act_renews_the_rows_and_leaves_the_list_as_it_is(shown: Shown) -> None:
    view, _ = shown
    press(view, Qt.Key.Key_Down)
    view.session.do(
        lambda desk: people.edit_person(desk, Person(id="ana", name="Ana Ruiz", title="Notary", sorted=True))
    )
    assert view.list.view.model().index(1, 0).data(RowRole.ROW).second == "Notary"
    assert (current(view), view.current_person()) == ("Ángel Mora", "ángel")


def test_what_another_process_wrote_is_taken_up(shown: Shown) -> None:
    view, _ = shown
    add(view.session.desk(), "Cy Day")
    view.session.renewed.emit()
    assert "Cy Day" in rows(view)
    assert view.current_person() == "ana"


def test_somebody_is_shown_whatever_the_list_is_filtered_by(shown: Shown) -> None:
    view, _ = shown
    QTest.keyClicks(view.list.filter, "bo")
    view.show_record("søren")
    assert (view.list.filter.text(), current(view), view.current_person()) == ("", "Søren Lund", "søren")


def test_somebody_archived_is_shown_though_the_list_has_no_row_of_theirs(shown: Shown) -> None:
    view, _ = shown
    view.session.do(lambda desk: people.archive_person(desk, "søren"))
    view.show_record("søren")
    assert (current(view), view.current_person()) == ("", "søren")


def test_somebody_who_is_gone_is_told_of_and_nothing_changes(shown: Shown) -> None:
    view, seen = shown
    view.show_record("nobody")
    assert seen.refused == ["They are no longer in the book."]
    assert view.current_person() == "ana"


def test_enter_goes_on_to_the_line_that_logs(shown: Shown) -> None:
    view, _ = shown
    press(view, Qt.Key.Key_Return)
    assert view.page.timeline.quick_add.edit.hasFocus()


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "1 d"), (13, "13 d"), (14, "2 wk"), (90, "12 wk"), (91, "3 mo"), (729, "24 mo"), (730, "2 y")],
)
def test_how_long_ago_is_said_in_a_narrow_column(days: int, words: str) -> None:
    assert short_ago(ago(days), TODAY) == words


def test_a_row_speaks_in_full_and_shows_what_has_room() -> None:
    person = ListedPerson(1, "ana", "Ana Ruiz", "Owner", "Ruiz Joinery", ago(20), False, False)
    row = row_of(person, TODAY)
    assert (row.title, row.second, row.right) == ("Ana Ruiz", "Owner, Ruiz Joinery", "2 wk")
    assert row.accessible == "Ana Ruiz. Owner, Ruiz Joinery. Last spoke 2 weeks ago."
    long = row_of(ListedPerson(1, "a", "A", "Managing director", "Ruiz Joinery", None, True, False), TODAY)
    assert (long.second, long.right) == ("Archived", "–")


def test_every_part_of_the_list_has_a_name(shown: Shown) -> None:
    view, _ = shown
    assert view.list.view.accessibleName() == "Contacts"
    assert view.list.filter.accessibleName() == "Filter 4 contacts"
    assert isinstance(view.no_match, EmptyState)
    assert view.list._options.accessibleName() == "Order and archive"


def test_an_entry_alone_leaves_the_order_of_names_unread_and_shows_when_they_last_spoke(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = shown
    asked: list[str] = []
    read = contacts.list_contacts

    def counted(desk: Desk, order: contacts.Order, text: str = "", *, archived: bool = False) -> object:
        asked.append(order)
        return read(desk, order, text, archived=archived)

    monkeypatch.setattr(contacts, "list_contacts", counted)
    view.session.do(lambda desk: log_entry(desk, Entry(id="", on=TODAY, kind="call", people=("bo",)))[1])
    settle()
    row = view.list.view.model().index(4, 0).data(RowRole.ROW)
    assert (row.title, row.right) == ("Bo Li", "today")
    assert asked == []
    view.session.do(lambda desk: people.edit_person(desk, Person(id="bo", name="Zoe Li")))
    settle()
    assert asked == ["name"]
    assert rows(view)[-2:] == ["[Z]", "Zoe Li"]
