"""How to reach somebody: opened outside by harmless addresses alone, and then offered to be logged."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Address, ContactPoint, NamedDate, Related
from refdesk.gui.contacts.facts_pane import FactsPane
from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.view import Tools
from refdesk.services import people
from tests.gui.contacts.facts_book import ANA, in_focus, now
from tests.gui.views import Seen

KEY = Qt.Key

REACH = replace(
    ANA,
    phones=(ContactPoint("+44 (0)117 496", "work"), ContactPoint("no digits")),
    emails=(ContactPoint("ana@example.org?bcc=all@example.org"),),
    urls=(
        ContactPoint("example.org/ana"),
        ContactPoint("file:///etc/passwd"),
        ContactPoint("javascript://x/%0aalert(1)"),
    ),
    addresses=(Address(street="4 Portland Square", city="Bristol", postcode="BS2 8RR"),),
    dates=(NamedDate("Wedding day", "2001-06-01"),),
    related=(Related(person="bo", how="brother"), Related(name="Vasyl", how="child")),
)


@pytest.fixture
def went(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened outside."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


@pytest.fixture
def reached(pane: FactsPane, tools: Tools) -> FactsPane:
    tools.session.do(lambda desk: people.edit_person(desk, replace(REACH, added_on=desk.today, sorted=True)))
    return pane


def press(qtbot: QtBot, pane: FactsPane, words: str) -> None:
    qtbot.keyClick(next(row for row in pane.reach.rows if row.words.startswith(words)), KEY.Key_Return)


def test_a_call_is_made_outside_and_offered_to_be_logged(
    qtbot: QtBot, reached: FactsPane, seen: Seen, went: list[str]
) -> None:
    press(qtbot, reached, "+44")
    assert went == ["tel:+440117496"]
    assert reached.reach.offer.isVisible()
    qtbot.keyClick(reached.reach.offer.button, KEY.Key_Space)
    assert seen.logs == [LogRequest(("ana",), "Call with Ana Ruiz ")]
    assert not reached.reach.offer.isVisible()


def test_a_letter_goes_to_one_address_alone(qtbot: QtBot, reached: FactsPane, seen: Seen, went: list[str]) -> None:
    press(qtbot, reached, "ana@")
    assert went == ["mailto:ana@example.org%3Fbcc=all@example.org"]
    qtbot.keyClick(reached.reach.offer.button, KEY.Key_Space)
    assert seen.logs == [LogRequest(("ana",), "Email with Ana Ruiz ")]


def test_pages_open_without_an_offer_and_places_are_looked_up_nowhere(
    qtbot: QtBot, reached: FactsPane, went: list[str]
) -> None:
    press(qtbot, reached, "example.org")
    with qtbot.waitSignal(reached.page_wanted) as wanted:
        press(qtbot, reached, "4 Portland")
    assert went == ["https://example.org/ana"]
    assert wanted.args == ["addresses"]
    assert not reached.reach.offer.isVisible()


@pytest.mark.parametrize("words", ["no digits", "file:", "javascript:"])
def test_nothing_else_is_opened(qtbot: QtBot, reached: FactsPane, seen: Seen, went: list[str], words: str) -> None:
    press(qtbot, reached, words)
    assert went == []
    assert len(seen.refused) == 1
    assert "can’t be opened" in seen.refused[0]


def test_people_in_their_life_lead_to_their_page(qtbot: QtBot, reached: FactsPane, seen: Seen) -> None:
    press(qtbot, reached, "Bo Li")
    assert seen.places == [Place("contacts", "bo")]
    with qtbot.waitSignal(reached.page_wanted) as asked:
        press(qtbot, reached, "Vasyl")
    assert asked.args == ["related"]


def test_a_way_is_copied(qtbot: QtBot, reached: FactsPane) -> None:
    qtbot.keyClick(reached.reach.rows[0], KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+44 (0)117 496"


def test_the_offer_goes_with_its_person(qtbot: QtBot, reached: FactsPane, went: list[str]) -> None:
    press(qtbot, reached, "+44")
    reached.show_person("bo")
    assert not reached.reach.offer.isVisible()
    assert [row.accessibleName() for row in reached.reach.rows] == ["Add a phone, an email or an address"]


def test_rows_that_stay_keep_the_focus(qtbot: QtBot, reached: FactsPane, tools: Tools) -> None:
    row = reached.reach.rows[1]
    row.setFocus()
    tools.session.do(lambda desk: people.edit_person(desk, replace(desk.person("ana"), trust="high")))
    assert in_focus(reached) is row


def test_every_word_fits_into_the_pane(qtbot: QtBot, reached: FactsPane, tools: Tools) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 4
    wide = replace(
        now(tools), knows=(long, "short"), phones=(ContactPoint("0117", long),), about=long, org=long, met="أحمد " * 40
    )
    tools.session.do(lambda desk: people.edit_person(desk, wide))
    reached.edit_field("knows")
    qtbot.waitUntil(lambda: reached.rows["knows"].height() > 90)
    for row in (*reached.rows.values(), *reached.reach.rows, reached.ready_card):
        left = row.mapTo(reached, row.rect().topLeft()).x()
        assert left >= 0
        assert left + row.width() <= reached.width()
