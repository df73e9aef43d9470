"""The trash page: who was deleted, until when they can be taken back, and taking them back."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from refdesk.domain.person import Person
from refdesk.gui.settings.trash import MOST, TrashPage
from refdesk.gui.widgets.label import Label
from refdesk.services.desk import Desk
from refdesk.services.people import add_person, delete_person
from tests.gui.hands import button
from tests.gui.settings.windows import Opened


def throw(opened: Opened, *names: str, days: int = 0) -> None:
    """Delete people, so many days ago."""
    desk = opened.view.session.desk()
    then = Desk(desk.book, desk.today - timedelta(days=days))
    for name in names:
        add_person(then, Person(id=name, name=name))
        delete_person(then, name)


def words(page: TrashPage) -> list[str]:
    QCoreApplication.processEvents()  # what is added to a page on screen is shown by the loop
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def page_of(opened: Opened) -> TrashPage:
    page = opened.page("trash")
    assert isinstance(page, TrashPage)
    return page


def test_nobody_is_in_an_empty_trash(opened: Opened) -> None:
    assert "Nobody is in the trash." in words(page_of(opened))


def test_each_says_until_when_and_the_latest_stands_first(opened: Opened) -> None:
    throw(opened, "Ana Ruiz", days=8)
    throw(opened, "Bo Li")
    found = words(page_of(opened))
    assert found.index("Bo Li") < found.index("Ana Ruiz")
    assert "Deleted today, goes for good 19 December." in found
    assert "Deleted 10 November, goes for good 11 December." in found


def test_taken_back_they_leave_the_page_and_undo_throws_them_away_again(opened: Opened) -> None:
    throw(opened, "Ana Ruiz")
    page = page_of(opened)
    assert "Ana Ruiz" in words(page)
    button(page, "Take Ana Ruiz back").click()
    assert opened.seen.said == ["Ana Ruiz taken back from the trash."]
    assert "Nobody is in the trash." in words(page)
    opened.view.session.undo()
    assert "Ana Ruiz" in words(page)


def test_a_full_trash_lists_the_latest_and_counts_the_others(opened: Opened) -> None:
    throw(opened, *(f"P{number:02}" for number in range(MOST + 3)))
    assert "and 3 deleted earlier" in words(page_of(opened))
