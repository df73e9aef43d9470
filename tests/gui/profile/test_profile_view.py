"""Profiles as their user writes them: the sentence grows with the blanks, one act saves, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Profile
from refdesk.gui.profile.form import ProfileForm
from refdesk.gui.profile.view import ProfileView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.services.profiles import NEARLY, SPECIFIC, profiles, save_profile
from tests.gui.hands import button, on_screen, press, type_
from tests.gui.views import Seen, tools_for

OWNERS = Profile(
    id="owners",
    name="Owners",
    role="an owner",
    industry="food",
    situation="stepping back",
    wants="leave well",
    tags=("family firms", "food"),
)
VETS = Profile(id="vets", name="Vets", role="a vet", active=False)


@pytest.fixture
def book(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        with tools.session.desk().act("Book.") as act:
            for record in (OWNERS, VETS, Person(id="ana", name="Ana Ruiz")):
                act.put(record)
        yield tools, seen


@pytest.fixture
def view(book: tuple[Tools, Seen], qtbot: QtBot) -> ProfileView:
    return shown(book[0], qtbot)


@pytest.fixture
def seen(book: tuple[Tools, Seen]) -> Seen:
    return book[1]


def shown(tools: Tools, qtbot: QtBot) -> ProfileView:
    view = ProfileView(tools)
    on_screen(qtbot, view)
    view.panes()[0].setFocus()
    return view


def said(view: ProfileView) -> str:
    return view.form._card.spoken.text()


def check(view: ProfileView) -> str:
    return view.form._card.check.text()


def in_book(view: ProfileView) -> list[Profile]:
    return profiles(view.session.desk())


def test_the_first_profile_is_shown_as_it_would_be_said(view: ProfileView) -> None:
    assert view.current_id() == "owners"
    assert said(view) == "“Do you know an owner in food, who is stepping back? I'd like to help them leave well.”"
    assert check(view) == SPECIFIC
    assert view.form.profile() == OWNERS
    assert not button(view, "Save profile").isEnabled()


def test_the_sentence_grows_while_it_is_typed_and_one_act_saves_it(view: ProfileView, seen: Seen) -> None:
    press(Qt.Key.Key_Return)
    type_("the founder or ")
    assert said(view).startswith("“Do you know the founder or an owner in food")
    assert in_book(view)[0] == OWNERS
    view.act_primary()
    assert in_book(view)[0].role == "the founder or an owner"
    assert seen.said == ["Profile “Owners” saved."]
    view.session.undo()
    assert in_book(view)[0] == OWNERS
    assert view.form.profile() == OWNERS


def test_what_is_written_is_saved_before_another_profile_or_view(view: ProfileView, seen: Seen) -> None:
    view.edit()
    type_("1 ")
    view._list.setFocus()
    press(Qt.Key.Key_Down)
    assert view.current_id() == "vets"
    assert view.form.profile() == VETS
    assert in_book(view)[0].role == "1 an owner"
    view.edit()
    type_("2 ")
    assert view.may_leave()
    assert in_book(view)[1].role == "2 a vet"
    view.edit()
    press(Qt.Key.Key_Home)
    type_("3 ")
    view.hide()
    assert in_book(view)[1].role == "3 2 a vet"
    assert len(seen.said) == 3


def test_what_cannot_be_saved_stays(view: ProfileView, seen: Seen) -> None:
    view.edit()
    type_("1 ")
    view.session.hold("The book is busy.")
    assert not view.may_leave()
    view._list.setFocus()
    press(Qt.Key.Key_Down)
    assert view.current_id() == "owners"
    assert view.form.profile().role == "1 an owner"
    assert set(seen.refused) == {"The book is busy."}


def test_a_new_profile_starts_from_an_example_and_is_called_after_whom_it_describes(view: ProfileView) -> None:
    button(view, "New profile").click()
    assert view.current_id() == ""
    assert said(view) == "“Do you know somebody?”"
    button(view, "Financial adviser").click()
    assert "an owner of a family firm" in said(view)
    assert check(view) == SPECIFIC
    view.form._fields["situation"].clear()
    view.form._fields["name"].clear()
    assert check(view) == NEARLY
    view.act_primary()
    new = in_book(view)[2]
    assert (new.name, new.tags) == ("an owner of a family firm", ("family firms", "manufacturing", "food"))
    assert view.current_id() == new.id
    assert view._list.current_id() == new.id


def test_an_empty_new_profile_is_left_without_a_word(view: ProfileView, seen: Seen) -> None:
    view.new_profile()
    assert view.may_leave()
    view.act_primary()
    assert seen.refused == ["A profile needs at least one of its blanks."]
    assert len(in_book(view)) == 2


def test_switching_a_profile_off_is_an_act_like_any_other(view: ProfileView) -> None:
    button(view, "Look for these people").click()
    view.act_primary()
    assert not in_book(view)[0].active
    row = view._model.index(0, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Owners. Not looked for now."


def test_delete_can_be_undone_and_is_refused_while_an_ask_speaks_of_it(view: ProfileView, seen: Seen) -> None:
    view._list.setFocus()
    press(Qt.Key.Key_Delete)
    assert [profile.id for profile in in_book(view)] == ["vets"]
    assert view.current_id() == "vets"
    view.session.undo()
    assert len(in_book(view)) == 2
    with view.session.desk().act("Ask.") as act:
        act.put(Ask(id="a", person="ana", target_profile="vets"))
    view.edit()
    type_("my ")
    button(view, "Delete").click()
    assert seen.refused == ["An ask or a project speaks of this profile. Switch it off instead."]
    assert len(in_book(view)) == 2
    assert view.may_leave()
    assert in_book(view)[1].role == "my a vet"


def test_what_is_being_written_of_a_profile_that_vanishes_becomes_a_new_one(view: ProfileView) -> None:
    view.edit()
    type_("my ")
    with view.session.desk().act("Elsewhere.") as act:
        act.delete(Profile, "owners")
    view.session.publish(act.changes)
    assert view.form.profile().role == "my an owner"
    assert view.current_id() == ""
    assert view.may_leave()
    assert [profile.role for profile in in_book(view)] == ["a vet", "my an owner"]


def test_a_change_elsewhere_is_taken_up_and_leaves_what_is_being_written(view: ProfileView) -> None:
    view.session.publish(save_profile(view.session.desk(), Profile(id="vets", name="Vets", role="a horse vet"))[1])
    view.edit()
    type_("my ")
    view.session.publish(save_profile(view.session.desk(), Profile(id="vets", name="Vets", role="a cow vet"))[1])
    assert view.form.profile().role == "my an owner"
    view.show_record("vets")
    assert view.form.profile().role == "a cow vet"
    assert in_book(view)[0].role == "my an owner"


def test_without_a_profile_the_form_is_there_at_once(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    with tools_for(theme, tmp_path / "empty.refdesk") as (tools, _):
        view = shown(tools, qtbot)
        assert not view._list.isVisible()
        assert view.form._fields["role"].hasFocus()
        assert view._list.currentIndex() == QModelIndex()
        type_("a baker")
        view.act_primary()
        assert view._list.isVisible()


def test_the_accent_counts_letters_as_qt_does(theme: Theme, qtbot: QtBot) -> None:
    form = ProfileForm(theme)
    qtbot.addWidget(form)
    form.show_profile(Profile(id="", name="", role="🦊 breeder", industry="food"))
    first, second = form._card.spoken._formats()
    assert (first.start, first.length) == (13, 10)
    assert second.start == 13 + 10 + 4


def test_everything_that_can_be_used_has_a_name(view: ProfileView) -> None:
    view.new_profile()
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or widget.focusProxy(), widget
