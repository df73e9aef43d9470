"""Partners: started with care, met in rhythm, their names and promises kept; each act with one undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Entry, Later, Partner, Promise, Referral
from refdesk.services import following, log_line, partners
from refdesk.services.desk import Desk
from refdesk.services.facts import about_person
from refdesk.services.history import undo
from refdesk.services.log_preview import Draft
from refdesk.services.new_referral import Who
from refdesk.services.partners import Beginning, Swap
from refdesk.storage.partners_list import without_date
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes
from tests.storage.desks import TODAY, add, ago, log, text_of

OWED = Promise(by="me", what="The list", on=ago(9))
KEY = "partner:p:partner_meeting"


def put(desk: Desk, *records: Any) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(record)


@pytest.fixture(autouse=True)
def people(desk: Desk) -> None:
    add(desk, "Ana Ruiz", roles=("partner",))
    add(desk, "Bo Li")


@pytest.fixture
def with_ana(desk: Desk) -> None:
    put(desk, Partner(id="p", person="ana", next_on=TODAY, promised=(OWED,)), Later(key=KEY, until=ago(-3)))


def partner(desk: Desk) -> Partner:
    (found,) = each(desk.book, Partner)
    assert isinstance(found, Partner)
    return found


def begin(desk: Desk, person: str = "bo", **fields: Any) -> tuple[str, Changes]:
    return partners.start(desk, Beginning(**{"person": person, "equal": True, "trusting": True, **fields}))


def test_a_partnership_begins_with_its_role_and_its_date(desk: Desk) -> None:
    before = text_of(desk)
    id_, _ = begin(desk, seeks=" dentists ", next_on=ago(-9))
    assert partner(desk) == Partner(id=id_, person="bo", since=TODAY, next_on=ago(-9), seeks="dentists")
    assert desk.person("bo").roles == ("partner",)
    assert undo(desk).title == "Bo Li is your partner."
    assert text_of(desk) == before


@pytest.mark.parametrize(
    ("person", "fields", "why"),
    [
        ({}, {"equal": False}, "equally"),
        ({}, {"trusting": False}, "trust each other"),
        ({}, {"next_on": ago(1)}, "over"),
        ({"trust": "low"}, {}, "low"),
        ({"do_not_ask": True}, {}, "never to ask"),
        ({"died_on": ago(3)}, {}, "died"),
    ],
)
def test_one_that_should_not_begin_is_refused(
    desk: Desk, person: dict[str, Any], fields: dict[str, Any], why: str
) -> None:
    put(desk, replace(desk.person("bo"), **person))
    before = text_of(desk)
    with pytest.raises(RefusedError, match=why):
        begin(desk, **fields)
    assert text_of(desk) == before


def test_nobody_is_a_partner_twice(desk: Desk) -> None:
    begin(desk)
    with pytest.raises(RefusedError, match="already"):
        begin(desk)


ACTS: list[tuple[str, Callable[[Desk], Changes]]] = [
    ("Swaps with Ana Ruiz rest.", lambda desk: partners.pause(desk, "p")),
    ("Next swap with Ana Ruiz set.", lambda desk: partners.meet_on(desk, "p", ago(-5))),
    ("Partnership with Ana Ruiz changed.", lambda desk: partners.revise(desk, "p", "bakers", 60)),
    ("Partnership with Ana Ruiz ended.", lambda desk: partners.end(desk, "p")),
    ("Logged a swap with Ana Ruiz.", lambda desk: partners.log_swap(desk, "p", Swap(on=TODAY))),
    ("“A call” is on the agenda with Ana Ruiz.", lambda desk: partners.promise(desk, "p", "them", " A call ")),
    ("“The list” marked as done.", lambda desk: partners.keep_promise(desk, "p", OWED)),
    ("“The list” is off the agenda.", lambda desk: partners.drop_promise(desk, "p", OWED)),
]


@pytest.mark.usefixtures("with_ana")
@pytest.mark.parametrize(("title", "do"), ACTS)
def test_every_act_has_one_undo(desk: Desk, title: str, do: Callable[[Desk], Changes]) -> None:
    before = text_of(desk)
    assert do(desk).act is not None
    assert text_of(desk) != before
    assert undo(desk).title == title
    assert text_of(desk) == before


@pytest.mark.usefixtures("with_ana")
def test_a_pause_has_no_date_until_the_two_go_on(desk: Desk) -> None:
    partners.pause(desk, "p")
    assert (partner(desk).paused, partner(desk).next_on, get(desk.book, Later, KEY)) == (True, None, None)
    partners.resume(desk, "p")
    assert (partner(desk).paused, partner(desk).next_on) == (False, None)


@pytest.mark.usefixtures("with_ana")
def test_a_promise_is_kept_once_and_an_empty_one_refused(desk: Desk) -> None:
    partners.keep_promise(desk, "p", OWED)
    assert partner(desk).promised == (replace(OWED, done_on=TODAY),)
    assert partners.keep_promise(desk, "p", OWED).act is None
    assert partners.drop_promise(desk, "p", OWED).act is None
    with pytest.raises(RefusedError, match="word or two"):
        partners.promise(desk, "p", "me", "  ")


@pytest.mark.usefixtures("with_ana")
def test_a_swap_becomes_a_meeting_referrals_and_the_next_date(desk: Desk) -> None:
    swap = Swap(on=ago(2), words="Bakers", gave=Who("bo"), received=Who(name="Cy Young"), helped=True)
    partners.log_swap(desk, "p", swap)
    (met,) = each(desk.book, Entry)
    assert (met.on, met.kind, met.people, met.summary, met.marks) == (ago(2), "meeting", ("ana",), "Bakers", ("gave",))
    given, received = each(desk.book, Referral)
    assert (given.direction, given.to, given.prospect, given.state, given.made_on) == (
        "given", "ana", "bo", "made", ago(2),
    )  # fmt: skip
    assert (received.direction, received.champion, received.made_on) == ("received", "ana", ago(2))
    assert desk.person(received.prospect).name == "Cy Young"
    assert partner(desk).next_on == ago(-28)
    balance = about_person(desk, "ana").ledger.balance
    assert (balance.gave, balance.received) == (2, 1)


@pytest.mark.usefixtures("with_ana")
def test_a_swap_that_lies_ahead_or_refers_the_partner_writes_nothing(desk: Desk) -> None:
    before = text_of(desk)
    with pytest.raises(RefusedError, match="ahead"):
        partners.log_swap(desk, "p", Swap(on=ago(-1)))
    with pytest.raises(RefusedError, match="themselves"):
        partners.log_swap(desk, "p", Swap(on=TODAY, gave=Who("ana")))
    assert text_of(desk) == before


@pytest.mark.usefixtures("with_ana")
@pytest.mark.parametrize(
    "do",
    [
        lambda desk: partners.log_swap(desk, "p", Swap(on=TODAY)),
        lambda desk: following.met_partner(desk, "p"),
        lambda desk: following.entry_happened(desk, "plan"),
    ],
)
def test_the_meeting_that_was_planned_is_the_one_that_took_place(desk: Desk, do: Callable[[Desk], Changes]) -> None:
    put(desk, Entry(id="plan", on=TODAY, kind="meeting", people=("ana",), summary="Swap", planned=True))
    do(desk)
    (met,) = each(desk.book, Entry)
    assert (met.id, met.planned, met.on, met.summary) == ("plan", False, TODAY, "Swap")
    assert partner(desk).next_on == ago(-30)


@pytest.mark.usefixtures("with_ana")
def test_a_plan_moves_with_its_date(desk: Desk) -> None:
    put(desk, Entry(id="plan", on=TODAY, kind="meeting", people=("ana",), planned=True))
    partners.meet_on(desk, "p", ago(-7))
    (plan,) = each(desk.book, Entry)
    assert (plan.on, plan.planned, partner(desk).next_on) == (ago(-7), True, ago(-7))
    with pytest.raises(RefusedError, match="over"):
        partners.meet_on(desk, "p", ago(1))


@pytest.mark.usefixtures("with_ana")
def test_a_meeting_logged_anywhere_moves_the_next_one(desk: Desk) -> None:
    log(desk, "ana", kind="call")
    log(desk, "ana", days=1, kind="meeting")
    assert partner(desk).next_on == TODAY
    log_line.log_draft(desk, Draft(text="Coffee with Ana Ruiz today: bakers"), time(12))
    assert (partner(desk).next_on, get(desk.book, Later, KEY)) == (ago(-30), None)


def test_who_has_no_date_is_counted_until_they_have_met_this_month(desk: Desk) -> None:
    put(desk, Partner(id="p", person="ana"), Partner(id="q", person="bo", paused=True))
    log(desk, "ana", days=18, kind="meeting")
    log(desk, "ana", days=-2, kind="meeting")
    assert without_date(desk.book, TODAY) == 1
    log(desk, "ana", days=17, kind="meeting")
    assert without_date(desk.book, TODAY) == 0
