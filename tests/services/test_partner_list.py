"""The list of partners: who stands in which group, how they balance, and what their agenda holds."""

from dataclasses import replace
from typing import Any

from refdesk.domain.records import Partner, Profile, Promise, Referral, Task
from refdesk.services import partners, tasks
from refdesk.services.desk import Desk
from refdesk.services.facts import about_person
from refdesk.services.partner_list import PartnerLine, PartnerSheet, partner_list, partner_sheet
from refdesk.storage.partners_list import without_date
from tests.storage.desks import TODAY, add, ago, log


def put(desk: Desk, *records: Any) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(record)


def known_well(desk: Desk, name: str, **fields: Any) -> str:
    person = add(desk, name, known_since=ago(900), **{"trust": "high", **fields})
    log(desk, person, days=20, kind="meeting", marks=("explained",))
    return person


def only(desk: Desk) -> PartnerLine:
    (line,) = partner_list(desk)
    return line


def sheet(desk: Desk) -> PartnerSheet:
    return partner_sheet(desk, only(desk))


def test_groups_follow_the_gates_and_the_pause(desk: Desk) -> None:
    for name, fields in (("Ana", {}), ("Bo", {}), ("Cy", {"trust": "low"}), ("Di", {})):
        put(desk, Partner(id=name, person=known_well(desk, name, **fields), next_on=ago(-9) if name == "Bo" else None))
    put(desk, Partner(id="Ed", person=add(desk, "Ed")))
    partners.pause(desk, "Di")
    found = [(line.name, line.group) for line in partner_list(desk)]
    assert found == [("Bo", "month"), ("Ana", "month"), ("Cy", "growing"), ("Ed", "growing"), ("Di", "paused")]


def test_who_lacks_a_date_is_who_is_counted(desk: Desk) -> None:
    ana = add(desk, "Ana")
    put(desk, Partner(id="p", person=ana))
    log(desk, ana, days=18, kind="meeting")
    assert (only(desk).lacks_date(TODAY), without_date(desk.book, TODAY)) == (True, 1)
    log(desk, ana, days=17, kind="video")
    assert (only(desk).lacks_date(TODAY), without_date(desk.book, TODAY)) == (False, 0)
    put(desk, Partner(id="p", person=add(desk, "Bo"), next_on=TODAY))
    assert (only(desk).lacks_date(TODAY), without_date(desk.book, TODAY)) == (False, 0)


def test_the_balance_is_the_contacts_own_and_the_months_add_up_to_it(desk: Desk) -> None:
    ana = known_well(desk, "Ana")
    put(desk, Partner(id="p", person=ana))
    log(desk, ana, days=40, kind="meeting", marks=("gave",))
    log(desk, ana, days=2, kind="meeting", marks=("gave", "received"))
    put(desk, Referral(id="r", champion=ana, state="made", made_on=ago(2)))
    line = only(desk)
    assert line.ledger == about_person(desk, ana).ledger
    assert (line.meetings, line.gave, line.received) == ((ago(40), ago(20), ago(2)), 1, 2)
    months = sheet(desk).months
    assert (len(months), sum(m.gave for m in months), sum(m.received for m in months)) == (12, 2, 2)


def test_the_agenda_holds_names_promises_tasks_and_what_the_book_knows(desk: Desk) -> None:
    ana = known_well(desk, "Ana", could_introduce=(add(desk, "Noor Rashid"),))
    kept = Promise(by="me", what="Kept", done_on=TODAY)
    put(desk, Partner(id="p", person=ana, seeks="dentists", promised=(kept,)))
    put(desk, Profile(id="f", name="Owners", role="an owner", situation="sixty"))
    partners.promise(desk, "p", "me", "Offer: Bo Li")
    partners.promise(desk, "p", "them", "Ask: a baker")
    partners.promise(desk, "p", "them", "The pension note")
    tasks.add_task(desk, Task(id="t", title="Send the list", person=ana, due=ago(-3)))
    told = [(line.title, line.why, line.due) for line in sheet(desk).agenda]
    assert told == [
        ("Offer: Bo Li", "For Ana.", None),
        ("Offer: a name for Ana", "Ana looks for dentists.", None),
        ("Ask: a baker", "For you.", None),
        ("Ask: Noor Rashid", "Ana could introduce you.", None),
        ("Ask: an owner", "Sixty.", None),
        ("Promised: The pension note", "By Ana.", None),
        ("Promised: Send the list", "By you.", ago(-3)),
    ]


def test_a_partner_who_is_never_to_be_asked_is_asked_for_nothing(desk: Desk) -> None:
    ana = known_well(desk, "Ana", could_introduce=(add(desk, "Noor Rashid"),))
    put(desk, Partner(id="p", person=ana, seeks="dentists"), Profile(id="f", name="Owners"))
    assert "ask" in [line.kind for line in sheet(desk).agenda]
    put(desk, replace(desk.person(ana), do_not_ask=True))
    assert [line.kind for line in sheet(desk).agenda] == ["offer"]
