"""A new referral by keys: three answers, people made with it, and what is asked of one that is given."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from refdesk.domain.person import Person
from refdesk.domain.records import Consents
from refdesk.gui.referrals.new_referral import WHICH
from refdesk.gui.referrals.view import ReferralsView
from refdesk.storage.records import each
from tests.gui.hands import press, type_
from tests.gui.referrals.book import TODAY, fill, referrals_in
from tests.gui.views import Seen
from tests.storage.desks import ago

Key = Qt.Key


def names(view: ReferralsView) -> dict[str, str]:
    return {person.name: person.id for person in each(view.session.book, Person)}


def test_three_answers_make_a_referral_and_its_people(view: ReferralsView, seen: Seen) -> None:
    view.new_referral()
    type_("Dee Dunn")
    press(Key.Key_Tab)
    type_("Ana Ruiz")
    press(Key.Key_Tab, Key.Key_Space, Key.Key_Right, Key.Key_Return)
    found = referrals_in(view)[-1]
    assert found.prospect == names(view)["Dee Dunn"]
    assert (found.champion, found.level, found.state) == ("ana", "introduction", "agreed")
    assert (found.agreed_on, found.confirm_by) == (TODAY, ago(-7))
    assert view.current_id() == f"referral:{found.id}"
    assert seen.said == ["Dee Dunn from Ana Ruiz: referral noted."]
    assert QApplication.focusWidget() is view.list
    view.session.undo()
    assert "Dee Dunn" not in names(view)


def test_what_is_missing_is_said_and_the_focus_goes_there(view: ReferralsView) -> None:
    view.new_referral()
    press(Key.Key_Return)
    assert view.panel.accessibleDescription() == "Who was referred? Name one person."
    type_("Dee")
    assert view.panel.accessibleDescription() == ""
    view.act_primary()
    assert view.panel.accessibleDescription() == "By whom? Name one person."
    assert QApplication.focusWidget() is view.panel.other
    type_("Bo Li")
    press(Key.Key_Return)
    assert view.panel.accessibleDescription() == "How? Choose one of the two."
    assert len(referrals_in(view)) == 6


def test_a_name_that_several_have_is_asked_about(view: ReferralsView) -> None:
    fill(view.tools, Person(id="ana2", name="Ana Pavlović", sorted=True))
    view.new_referral()
    type_("Ana")
    press(Key.Key_Return)
    assert view.panel.accessibleDescription() == WHICH


def test_one_that_has_happened_asks_when(view: ReferralsView) -> None:
    view.new_referral("bo")
    assert view.panel.other.text() == "Bo Li"
    type_("Dee")
    view.panel.level._buttons[0].click()
    view.panel.next._buttons[1].click()
    assert view.panel.day.accessibleName() == "When was it?"
    view.panel.day.set_day(ago(3))
    view.act_primary()
    found = referrals_in(view)[-1]
    assert (found.champion, found.state, found.made_on, found.agreed_on) == ("bo", "made", ago(3), None)


def test_one_given_asks_for_both_consents(view: ReferralsView) -> None:
    view.new_referral()
    view.panel.direction._buttons[1].click()
    assert (view.panel.prospect.accessibleName(), view.panel.other.accessibleName()) == (
        "Who is referred?",
        "To whom?",
    )
    assert not view.panel.day.isVisible()
    view.panel.prospect.setFocus()
    type_("Bo Li")
    press(Key.Key_Tab)
    type_("Ana Ruiz")
    view.panel.level_given._buttons[1].click()
    view.panel.to_agrees.click()
    view.act_primary()
    found = referrals_in(view)[-1]
    assert (found.direction, found.to, found.prospect) == ("given", "ana", "bo")
    assert (found.consents, found.confirm_by) == (Consents(to=TODAY), None)


def test_escape_gives_it_up_and_goes_back_to_the_list(view: ReferralsView) -> None:
    view.show_record("ana", "new")
    press(Key.Key_Escape)
    assert not view.panel.isVisible()
    assert QApplication.focusWidget() is view.list
    assert len(referrals_in(view)) == 6


def test_nobody_refers_themselves(view: ReferralsView, seen: Seen) -> None:
    view.new_referral("bo")
    type_("Bo Li")
    view.panel.level._buttons[0].click()
    view.act_primary()
    assert seen.refused == ["Nobody refers themselves. Name two people."]
    assert view.panel.isVisible()
