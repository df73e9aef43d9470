"""The very first start: a name, and three ways to begin."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from refdesk.domain.person import Person
from refdesk.domain.records import Me
from refdesk.gui.theme.theme import Theme
from refdesk.gui.welcome.view import WelcomeView
from refdesk.services.settings import me, save_me
from refdesk.storage.records import each
from tests.gui.hands import press, type_
from tests.gui.views import Seen, tools_for
from tests.storage.desks import titles

WIDE, LOW = (1064, 742), (908, 542)


@contextmanager
def welcome_view(theme: Theme, tmp_path: Path, size: tuple[int, int] = WIDE) -> Iterator[tuple[WelcomeView, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        view = WelcomeView(tools)
        view.resize(*size)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        view.panes()[0].setFocus()
        try:
            yield view, seen
        finally:
            view.close()
            view.deleteLater()


def paste(view: WelcomeView, text: str) -> None:
    view.begin.by_hand.click()
    view.paste.text.setPlainText(text)


def test_a_name_is_kept_and_an_import_begun(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, seen):
        type_("Dana  Hart")
        press(Qt.Key.Key_Return, Qt.Key.Key_Return)
        assert me(view.session.desk()).name == "Dana Hart"
        assert (seen.said, [place.view for place in seen.places]) == (["Nice to meet you, Dana Hart."], ["import"])
        assert view.tools.preferences.welcomed


def test_no_name_is_needed(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, seen):
        view.act_primary()
        assert (seen.said, [place.view for place in seen.places]) == ([], ["import"])
        assert titles(view.session.book) == []


def test_the_sample_is_asked_for_and_the_welcome_comes_again(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, seen):
        asked: list[bool] = []
        view.navigation.sample_requested.connect(lambda: asked.append(True))
        press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
        assert (asked, seen.places, view.tools.preferences.welcomed) == ([True], [], False)


def test_pasted_names_become_people_in_one_act(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, seen):
        paste(view, "Ana Ruiz\n - Søren Lindqvist\n\nAna Ruiz")
        assert view.paste.add.accessibleName() == "Add 2 people"
        view.act_primary()
        assert [person.name for person in each(view.session.book, Person)] == ["Ana Ruiz", "Søren Lindqvist"]
        assert (seen.said, [place.view for place in seen.places]) == (["2 people added."], ["triage"])
        view.session.undo()
        assert list(each(view.session.book, Person)) == []


def test_nothing_pasted_adds_nobody(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, _):
        paste(view, " \n - \n")
        assert not view.paste.add.isEnabled()
        view.paste.text.setPlainText("Ana")
        assert view.paste.add.accessibleName() == "Add 1 person"


@pytest.mark.parametrize(
    ("text", "why"), [("x" * 300, "too long to be a name"), ("\n".join(map(str, range(1001))), "1,001 names")]
)
def test_what_is_no_list_of_names_is_said_and_stays_there(theme: Theme, tmp_path: Path, text: str, why: str) -> None:
    with welcome_view(theme, tmp_path) as (view, seen):
        paste(view, text)
        view.act_primary()
        assert why in view.paste.error.text()
        assert why in view.paste.text.accessibleDescription()
        assert (view.paste.text.toPlainText(), seen.places) == (text, [])
        view.paste.text.setPlainText("Ana")
        assert not view.paste.error.isVisible()


def test_names_wait_while_the_book_is_locked(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, seen):
        paste(view, "Ana Ruiz")
        view.session.hold("An import is at work.")
        view.act_primary()
        assert (view.paste.error.text(), view.paste.text.toPlainText()) == ("An import is at work.", "Ana Ruiz")
        assert seen.places == []


def test_the_book_may_stay_empty(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, seen):
        view.begin.by_hand.click()
        assert QApplication.focusWidget() is view.paste.text
        view.paste.back.click()
        assert QApplication.focusWidget() is view.begin.name
        view.begin.by_hand.click()
        view.paste.none.click()
        assert ([place.view for place in seen.places], view.tools.preferences.welcomed) == (["today"], True)


def test_leaving_keeps_the_name(theme: Theme, tmp_path: Path) -> None:
    with welcome_view(theme, tmp_path) as (view, _):
        QTest.keyClicks(view.begin.name, "Dana")
        assert view.may_leave()
        assert me(view.session.desk()).name == "Dana"
        view.session.do(lambda desk: save_me(desk, Me(name="Dana Hart")))
        assert view.begin.name.text() == "Dana Hart"


@pytest.mark.parametrize("size", [WIDE, LOW])
def test_all_of_it_fits(theme: Theme, tmp_path: Path, size: tuple[int, int]) -> None:
    with welcome_view(theme, tmp_path, size) as (view, _):
        assert view.begin.by_hand.visibleRegion().boundingRect() == view.begin.by_hand.rect()
        view.begin.by_hand.click()
        QApplication.processEvents()
        assert view.paste.add.visibleRegion().boundingRect() == view.paste.add.rect()
