"""A desk with a letter owed, a card begun, a note written and one posted; and what a user does to its view."""

from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from refdesk.domain.person import Address, Person
from refdesk.domain.records import Note, Referral
from refdesk.gui.notes.view import NotesView
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.storage.records import get
from tests.gui.hands import on_screen
from tests.gui.views import NOON

TODAY = NOON.date()
HOME = Address(street="27 Welsh Back", city="Bristol", postcode="BS1 4RR")
PEOPLE = (
    Person(id="ana", name="Ana Ruiz", addresses=(HOME,), sorted=True),
    Person(id="bob", name="Bob Ray", sorted=True),
    Person(id="cy", name="Cy <b>Young</b>", sorted=True),
)
WON = Referral(
    id="won",
    champion="ana",
    prospect="cy",
    state="won",
    made_on=date(2026, 9, 1),
    outcome_on=date(2026, 11, 12),
)
CARD = Note(id="card", person="bob", occasion="birthday", due=TODAY + timedelta(days=2), text="Dear Bob,\n\nhappy day.")
DONE = Note(id="done", person="cy", occasion="other", state="written", written_on=TODAY)
OLD = Note(id="old", person="bob", occasion="condolence", state="posted", posted_on=date(2026, 11, 3), text="Dear Bob")
LETTER = "won.letter"


def shown(tools: Tools, qtbot: QtBot, width: int = 1064) -> NotesView:
    view = NotesView(tools)
    on_screen(qtbot, view, width)
    view.panes()[0].setFocus()
    return view


def note(view: NotesView, id_: str) -> Note:
    found = get(view.session.book, Note, id_)
    assert isinstance(found, Note)
    return found


def texts(view: NotesView) -> list[str]:
    return [label.text() for label in view.findChildren(Label)]
