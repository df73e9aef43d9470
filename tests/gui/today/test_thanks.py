"""How a thank-you is said: called, mailed, in person, by a note on the desk; and the words it begins with."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from refdesk.domain.records import Note, Referral
from refdesk.gui.navigation import Place
from refdesk.gui.today.acts import mail_to
from refdesk.storage.records import each
from tests.gui.today.conftest import Opened

Key = Qt.Key
ANA, CEM = "referral:r:thank_you:1", "referral:c:thank_you:1"


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What was handed to the mail program."""
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


def ways(today: Opened, id_: str) -> list[str | None]:
    referral = today.find(Referral, id_)
    assert isinstance(referral, Referral)
    return [thanks.by for thanks in referral.thanks]


def choose(today: Opened, row: str, words: str) -> None:
    """Choose a way as the mouse does."""
    today.select(row)
    segment = today.view.inspector.way
    button = next(button for button in segment._buttons if button.choice.words == words)
    today.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def press_primary(today: Opened) -> None:
    today.qtbot.mouseClick(today.view.inspector.footer.primary, Qt.MouseButton.LeftButton)
    today.wait()


@pytest.mark.parametrize(("words", "by"), [("Call", "call"), ("In person", "meeting")])
def test_it_is_settled_the_way_it_was_said(today: Opened, words: str, by: str) -> None:
    choose(today, ANA, words)
    assert today.view.inspector.footer.primary.text() == "Mark as thanked"
    press_primary(today)
    assert ways(today, "r") == [by]


def test_a_mail_goes_to_this_one_person_with_the_words(today: Opened, mails: list[QUrl]) -> None:
    choose(today, ANA, "Email")
    assert today.view.inspector.footer.primary.text() == "Write the email"
    today.view.inspector.words.field.setPlainText("Thank you & goodbye?\n100 % yours, Ana")
    press_primary(today)
    (mail,) = mails
    assert (mail.scheme(), mail.path()) == ("mailto", "ana+b@ruiz.example")
    assert mail.query(QUrl.ComponentFormattingOption.FullyDecoded) == "body=Thank you & goodbye?\n100 % yours, Ana"
    assert ways(today, "r") == ["message"]


def test_without_an_address_no_mail_is_begun_and_nothing_is_lost(today: Opened, mails: list[QUrl]) -> None:
    choose(today, CEM, "Email")
    today.view.inspector.words.field.setPlainText("Thank you, Cem.")
    press_primary(today)
    assert mails == []
    assert today.seen.refused == ["Cem Kaya has no email address. Copy the words, or add one in Contacts."]
    assert ways(today, "c") == []
    assert today.row == CEM
    assert today.view.inspector.words.words() == "Thank you, Cem."


def test_without_a_mail_program_nothing_is_settled(today: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    choose(today, ANA, "Email")
    press_primary(today)
    assert today.seen.refused == ["No mail program could be opened. Copy the words instead."]
    assert ways(today, "r") == []


@pytest.mark.parametrize(("row", "name", "asks"), [(ANA, "Ana Ruiz", False), (CEM, "Cem Kaya", True)])
def test_a_note_goes_on_the_desk_with_the_words_and_asks_where_to(
    today: Opened, row: str, name: str, asks: bool
) -> None:
    choose(today, row, "Note")
    assert today.view.inspector.footer.primary.text() == "Put on the desk"
    words = today.view.inspector.words.words()
    press_primary(today)
    assert today.seen.said == [f"A note to {name} put on the desk."]
    (note,) = (note for note in each(today.book, Note) if note.id != "n")
    assert (note.occasion, note.text, note.state) == ("thank_you_1", words, "to_write")
    assert today.seen.places == ([Place("notes", note.id, "address")] if asks else [])
    assert row in today.rows(), "it is still owed"
    today.select(row)
    assert today.view.inspector.footer.primary.text() == "Mark as written"
    assert today.view.inspector.words.words() == words


def test_space_says_it_was_said_and_sends_nothing(today: Opened, mails: list[QUrl]) -> None:
    choose(today, ANA, "Email")
    today.view.list.setFocus()
    today.press(Key.Key_Space)
    assert (mails, ways(today, "r")) == ([], ["message"])


def test_the_way_of_each_row_is_its_own(today: Opened) -> None:
    choose(today, ANA, "In person")
    today.select(CEM)
    assert today.view.inspector.way.key() == "call"
    today.select(ANA)
    assert today.view.inspector.way.key() == "meeting"


def test_the_way_is_asked_for_thank_yous_alone(today: Opened) -> None:
    today.select(ANA)
    assert today.view.inspector.way.isVisible()
    today.select("task:t")
    assert not today.view.inspector.way.isVisible()


@pytest.mark.parametrize(
    "address", ["a@b.example", "a+b@c.example", "a?subject=x@b.example", "a&b@c.example", "ö@ü.example"]
)
def test_an_address_is_only_an_address(address: str) -> None:
    url = mail_to(address, "Hello")
    assert url.isValid()
    assert url.path(QUrl.ComponentFormattingOption.FullyDecoded) == address
    assert url.query() == "body=Hello"


def test_another_wording_can_be_tried_and_taken_back(today: Opened) -> None:
    today.select(ANA)
    words = today.view.inspector.words
    first = words.words()
    seen = []
    for _ in range(3):
        seen.append(words.words())
        today.qtbot.mouseClick(words.another, Qt.MouseButton.LeftButton)
    assert len(set(seen)) == 3
    assert words.words() == first
    words.field.undo()
    assert words.words() == seen[-1]


def test_words_of_ones_own_are_kept_while_others_are_looked_at(today: Opened) -> None:
    today.select(ANA)
    words = today.view.inspector.words
    words.field.setPlainText("My own words.")
    today.select("task:t")
    assert not words.isVisible()
    today.select(CEM)
    assert words.words().startswith("Cem, ")
    today.select(ANA)
    assert words.words() == "My own words."
    words.try_another()
    assert words.words().startswith("Ana, thank you for offering")
    words.field.undo()
    assert words.words() == "My own words."


def test_a_long_wording_scrolls_and_a_short_one_takes_two_lines(today: Opened) -> None:
    today.select(ANA)
    field = today.view.inspector.words.field
    field.setPlainText("Thanks.")
    low = field.height()
    field.setPlainText("Thanks. " * 400)
    assert low < field.height() < 220
    assert field.verticalScrollBar().maximum() > 0


def test_the_inspector_says_who_and_what_happened(today: Opened) -> None:
    today.select(ANA)
    inspector = today.view.inspector
    assert inspector._name.text() == "Ana Ruiz"
    assert inspector._role.text() == "Solicitor, Ruiz & Co"
    assert inspector._hearts.accessibleName() == "First thank-you due, Second thank-you later, Third thank-you later"
    assert inspector._lately.accessibleDescription() == "17 Nov: Agreed to introduce Dele"
    assert inspector.open_contact.accessibleName() == "Open contact: Ana Ruiz"
    assert not inspector.grab().isNull()
    today.qtbot.mouseClick(inspector.open_contact, Qt.MouseButton.LeftButton)
    assert [(place.view, place.id) for place in today.seen.places] == [("contacts", "ana")]


def test_enter_in_the_inspector_opens_all_steps_of_the_referral(today: Opened) -> None:
    today.select("referral:c:check")
    today.view.inspector.open_referral.setFocus()
    today.press(Key.Key_Return)
    assert today.seen.places == [Place("referrals", "c")]
    today.select("task:t")
    assert not today.view.inspector.open_referral.isVisible()
