"""The whole page of a person: everything can be changed, nothing is lost, nothing else is written."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related
from refdesk.gui.contacts.edit_page import EditPage
from refdesk.gui.contacts.edit_parts import PARTS
from refdesk.gui.contacts.edit_rows import ODD_EMAIL, RowsField
from refdesk.gui.view import Tools
from refdesk.services import people
from tests.gui.contacts.facts_book import in_focus, now, shown
from tests.gui.views import Seen

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(tools: Tools, qtbot: QtBot) -> EditPage:
    found: EditPage = shown(qtbot, EditPage(tools), 796)
    found.start("ana")
    return found


@pytest.fixture
def enter(qtbot: QtBot, page: EditPage) -> Callable[[str, str], None]:
    """Type into the line that edits a part."""

    def typed(part: str, words: str) -> None:
        page.rows[part].field.setFocus()
        qtbot.keyClick(in_focus(page), KEY.Key_A, CTRL)
        qtbot.keyClicks(in_focus(page), words)
        if not words:
            qtbot.keyClick(in_focus(page), KEY.Key_Delete)

    return typed


def rows_of(page: EditPage, part: str) -> RowsField:
    field = page.rows[part].field
    assert isinstance(field, RowsField)
    return field


def save(qtbot: QtBot, page: EditPage) -> None:
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(in_focus(page), KEY.Key_Return, CTRL)


def test_every_part_of_a_person_can_be_edited() -> None:
    elsewhere = {"id", "do_not_ask_why", "added_on", "sorted", "archived", "died_on", "uid", "sources", "extra"}
    assert {field.name for field in fields(Person)} == PARTS.keys() | elsewhere


def test_a_new_contact_needs_a_name_alone(qtbot: QtBot, page: EditPage, tools: Tools, seen: Seen) -> None:
    page.start("", "Zed Zebra")
    assert in_focus(page) is page.rows["name"].field.focusProxy()
    with qtbot.waitSignal(page.finished) as done:
        qtbot.keyClick(in_focus(page), KEY.Key_Return, CTRL)
    zed = now(tools, done.args[0])
    assert zed == Person(id=zed.id, name="Zed Zebra", added_on=tools.session.today, sorted=True)
    assert seen.said == ["Zed Zebra added."]


def test_without_a_name_nothing_is_saved(qtbot: QtBot, page: EditPage, seen: Seen) -> None:
    page.start("")
    qtbot.keyClick(in_focus(page), KEY.Key_Return, CTRL)
    assert page.rows["name"].message() == "A person needs a name."
    assert in_focus(page).accessibleDescription() == "A person needs a name."
    assert seen.said == []


def test_only_what_the_user_changed_is_written(
    qtbot: QtBot, page: EditPage, tools: Tools, enter: Callable[[str, str], None], seen: Seen
) -> None:
    people.edit_person(tools.session.desk(), replace(now(tools), org="By another window", trust="high"))
    before = now(tools)
    enter("title", "Solicitor")
    save(qtbot, page)
    assert now(tools) == replace(before, title="Solicitor")
    tools.session.undo()
    assert now(tools) == before
    assert seen.said[0] == "Ana Ruiz changed."


def test_what_was_not_touched_is_not_tidied(qtbot: QtBot, page: EditPage, tools: Tools, seen: Seen) -> None:
    odd = replace(now(tools), about="  kept  ", knows=("A", "a", " b "), phones=(ContactPoint("", "label"),))
    people.edit_person(tools.session.desk(), odd)
    page.start("ana")
    assert not page.has_changes()
    save(qtbot, page)
    assert now(tools) == odd
    assert seen.said == []


def test_ctrl_enter_is_the_pages_own(qtbot: QtBot, page: EditPage, tools: Tools) -> None:
    elsewhere: list[bool] = []
    for key in ("Ctrl+Return", "Esc"):
        QShortcut(QKeySequence(key), page.window()).activated.connect(partial_append(elsewhere))
    page.rows["about"].field.setFocus()
    qtbot.keyClicks(in_focus(page), "Sings")
    save(qtbot, page)
    assert now(tools).about == "Sings"
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(in_focus(page), KEY.Key_Escape)
    assert elsewhere == []


def partial_append(into: list[bool]) -> Callable[[], None]:
    def append() -> None:
        into.append(True)

    return append


def test_esc_asks_only_where_something_would_be_lost(
    qtbot: QtBot, page: EditPage, tools: Tools, enter: Callable[[str, str], None]
) -> None:
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(in_focus(page), KEY.Key_Escape)
    enter("title", "Solicitor")
    with qtbot.assertNotEmitted(page.cancelled):
        qtbot.keyClick(in_focus(page), KEY.Key_Escape)
    keep = in_focus(page)
    assert isinstance(keep, QAbstractButton)
    assert keep.text() == "Keep editing"
    qtbot.keyClick(keep, KEY.Key_Space)
    assert page.has_changes()
    qtbot.keyClick(in_focus(page), KEY.Key_Escape)
    qtbot.keyClick(in_focus(page), KEY.Key_Tab)
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(in_focus(page), KEY.Key_Space)
    assert now(tools).title == ""
    assert page.may_leave()


def test_an_odd_email_is_told_and_kept(qtbot: QtBot, page: EditPage, tools: Tools) -> None:
    field = rows_of(page, "emails")
    field.setFocus()
    qtbot.keyClick(in_focus(page), KEY.Key_Space)
    qtbot.keyClicks(in_focus(page), "ana at example")
    qtbot.keyClick(in_focus(page), KEY.Key_Tab)
    qtbot.keyClicks(in_focus(page), "work")
    assert page.rows["emails"].message() == ""
    page.rows["about"].field.setFocus()
    assert page.rows["emails"].message() == ODD_EMAIL
    save(qtbot, page)
    assert now(tools).emails == (ContactPoint("ana at example", "work"),)


def test_rows_are_added_and_taken_away(qtbot: QtBot, page: EditPage, tools: Tools) -> None:
    points = (ContactPoint("1", "a"), ContactPoint("2", "b"))
    people.edit_person(tools.session.desk(), replace(now(tools), phones=points))
    page.start("ana", part="phones")
    field = rows_of(page, "phones")
    assert in_focus(page) is field.rows[0].lines["value"]
    assert field.rows[0].button.accessibleName() == "Remove phone number 1"
    qtbot.keyClick(field.rows[0].button, KEY.Key_Space)
    assert in_focus(page) is field.rows[0].button
    save(qtbot, page)
    assert now(tools).phones == points[1:]


def test_an_address_and_a_day_of_their_own(qtbot: QtBot, page: EditPage, tools: Tools) -> None:
    for part, words in (("addresses", ("4 Portland Square", "home", "Bristol")), ("dates", ("Wedding", "1 June"))):
        rows_of(page, part).setFocus()
        qtbot.keyClick(in_focus(page), KEY.Key_Space)
        for said in words:
            qtbot.keyClicks(in_focus(page), said)
            qtbot.keyClick(in_focus(page), KEY.Key_Tab)
    save(qtbot, page)
    assert now(tools).addresses == (Address(street="4 Portland Square", label="home", city="Bristol"),)
    assert now(tools).dates == (NamedDate("Wedding", "--06-01"),)


@pytest.mark.parametrize("part", ["birthday", "known_since", "cadence_days"])
def test_what_is_no_day_is_told_below_it(
    qtbot: QtBot, page: EditPage, tools: Tools, enter: Callable[[str, str], None], part: str
) -> None:
    enter(part, "whenever")
    enter("title", "Solicitor")
    assert page.rows[part].message()
    qtbot.keyClick(in_focus(page), KEY.Key_Return, CTRL)
    assert in_focus(page) is page.rows[part].field.focusProxy()
    assert now(tools).title == ""
    enter(part, "")
    save(qtbot, page)
    assert now(tools).title == "Solicitor"


def test_a_day_of_their_own_needs_its_day(qtbot: QtBot, page: EditPage) -> None:
    rows_of(page, "dates").setFocus()
    qtbot.keyClick(in_focus(page), KEY.Key_Space)
    qtbot.keyClicks(in_focus(page), "Wedding")
    qtbot.keyClick(in_focus(page), KEY.Key_Return, CTRL)
    assert page.rows["dates"].message().startswith("This isn’t a day")


def test_relatives_of_the_book_stay_themselves(qtbot: QtBot, page: EditPage, tools: Tools) -> None:
    related = (Related(person="bo", how="brother"), Related(name="Vasyl", how="child"))
    people.edit_person(tools.session.desk(), replace(now(tools), related=related))
    people.delete_person(tools.session.desk(), "bo")
    page.start("ana")
    field = rows_of(page, "related")
    assert field.rows[0].text("name") == "Somebody in the trash"
    field.rows[1].lines["how"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(in_focus(page), "son")
    save(qtbot, page)
    assert now(tools).related == (related[0], Related(name="Vasyl", how="son"))


def test_a_name_typed_over_is_somebody_else(qtbot: QtBot, page: EditPage, tools: Tools) -> None:
    people.edit_person(tools.session.desk(), replace(now(tools), related=(Related(person="bo", how="brother"),)))
    page.start("ana", part="related")
    qtbot.keyClicks(in_focus(page), "Cy")
    save(qtbot, page)
    assert now(tools).related == (Related(name="Cy", how="brother"),)


def test_whoever_is_thrown_away_meanwhile_keeps_the_page(
    qtbot: QtBot, page: EditPage, tools: Tools, seen: Seen, enter: Callable[[str, str], None]
) -> None:
    enter("title", "Solicitor")
    people.delete_person(tools.session.desk(), "ana")
    with qtbot.assertNotEmitted(page.finished):
        qtbot.keyClick(in_focus(page), KEY.Key_Return, CTRL)
    assert seen.refused == ["They are in the trash. Take them out first."]
    assert page.has_changes()


def test_somebody_gone_is_not_edited(qtbot: QtBot, page: EditPage, seen: Seen) -> None:
    with qtbot.waitSignal(page.cancelled):
        page.start("nobody")
    assert len(seen.refused) == 1


def test_everything_to_press_or_type_in_has_a_name(page: EditPage, tools: Tools) -> None:
    people.edit_person(
        tools.session.desk(),
        replace(
            now(tools),
            emails=(ContactPoint("a@b.cd"),),
            addresses=(Address(city="Bristol"),),
            dates=(NamedDate("Day", "--01-01"),),
            related=(Related(name="Cy"),),
        ),
    )
    page.start("ana")
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    found: list[QWidget] = [widget for kind in kinds for widget in page.findChildren(kind)]
    assert [widget for widget in found if not widget.accessibleName()] == []


@pytest.mark.parametrize("width", [640, 796])
def test_the_page_fits_both_sizes_of_the_window(qtbot: QtBot, page: EditPage, tools: Tools, width: int) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 4
    everything = replace(now(tools), name=long, knows=(long,), emails=(ContactPoint(long, long),))
    people.edit_person(tools.session.desk(), everything)
    page.start("ana")
    page.resize(width, 542)
    scroll = page.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    qtbot.waitUntil(lambda: scroll.horizontalScrollBar().maximum() == 0)
    for row in page.rows.values():
        assert row.mapTo(page, row.rect().topRight()).x() < width


def test_the_page_is_worked_from_top_to_bottom(qtbot: QtBot, page: EditPage) -> None:
    for part in ("name", "given", "family", "pronouns", "title", "org"):
        assert in_focus(page) is page.rows[part].field.focusProxy()
        qtbot.keyClick(in_focus(page), KEY.Key_Tab)


def test_tab_reaches_new_rows_and_chips_where_they_stand(qtbot: QtBot, page: EditPage) -> None:
    page.rows["knows"].field.setFocus()
    qtbot.keyClick(in_focus(page), KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert in_focus(page).accessibleName() == "Remove dentists"
    rows_of(page, "phones").setFocus()
    qtbot.keyClick(in_focus(page), KEY.Key_Space)
    said = []
    for _ in range(5):
        said.append(in_focus(page).accessibleName())
        qtbot.keyClick(in_focus(page), KEY.Key_Tab)
    assert said == ["Phone number", "Label", "Remove phone number 1", "Add a phone number", "Add a web address"]
