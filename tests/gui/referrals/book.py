"""A book with a referral at every stage, and what a user does to its view."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Referral, Thanks
from refdesk.gui.referrals.view import ReferralsView
from refdesk.gui.view import Tools
from refdesk.storage.records import each, get
from tests.gui.hands import on_screen
from tests.gui.views import NOON
from tests.storage.desks import ago

TODAY = NOON.date()
PEOPLE = (
    Person(id="ana", name="Ana Ruiz", sorted=True),
    Person(id="bo", name="Bo Li", sorted=True, title="Owner", org="Li & Sons"),
    Person(id="cy", name="Cy <b>Young</b>", sorted=True, roles=("prospect",)),
)
FIRST = (Thanks(step=1, done_on=ago(9), by="meeting"),)
BOTH = (*FIRST, Thanks(step=2, done_on=ago(2), by="call"))
ASK = Ask(id="ask", person="ana", target_person="bo", state="asked", asked_on=ago(3))
AGREED = Referral(id="agreed", champion="ana", prospect="bo", level="introduction", agreed_on=ago(9), thanks=FIRST)
MADE = replace(AGREED, id="made", prospect="cy", state="made", made_on=ago(1))
FOLLOWED = replace(MADE, id="followed", state="followed_up", made_on=ago(5), followed_up_on=ago(3))
WON = replace(FOLLOWED, id="won", state="won", outcome_on=ago(1), thanks=BOTH)
OLD = replace(WON, id="old", state="lost", outcome_on=ago(90), thanks=(*BOTH, Thanks(step=3, done_on=ago(80))))
GIVEN = Referral(id="given", direction="given", to="ana", prospect="cy", level="introduction", agreed_on=ago(2))
BOOK = (*PEOPLE, ASK, AGREED, MADE, FOLLOWED, WON, OLD, GIVEN)


def fill(tools: Tools, *records: object) -> None:
    with tools.session.desk().act("Book.") as act:
        for record in records:
            act.put(record)


def shown(tools: Tools, qtbot: QtBot, width: int = 1064) -> ReferralsView:
    view = ReferralsView(tools)
    on_screen(qtbot, view, width)
    view.panes()[0].setFocus()
    return view


def at(view: ReferralsView, id_: str) -> Referral:
    """The referral as it is written now, once the view has gone to it."""
    view.show_record(id_)
    return written(view, id_)


def written(view: ReferralsView, id_: str) -> Referral:
    found = get(view.session.book, Referral, id_)
    assert isinstance(found, Referral)
    return found


def referrals_in(view: ReferralsView) -> list[Referral]:
    return list(each(view.session.book, Referral))


def mark(view: ReferralsView, key: str) -> QAbstractButton:
    row = view.detail.steps.row_of(key)
    assert row is not None
    return row.mark
