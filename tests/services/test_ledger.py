"""The ledger in words: each thing given and received by its day, the same wherever it is shown."""

from refdesk.domain.records import Referral
from refdesk.services.brief import brief
from refdesk.services.desk import Desk
from refdesk.services.facts import about_person
from tests.storage.desks import add, ago, log


def test_each_thing_is_told_by_its_day(desk: Desk) -> None:
    ana, bo = add(desk, "Ana Ruiz", roles=("client",)), add(desk, "Bo Li")
    log(desk, ana, days=30, kind="milestone", marks=("delivered",), satisfaction="delighted")
    log(desk, ana, days=20, marks=("received",), summary="A bookkeeper")
    log(desk, ana, days=9, marks=("gave",))
    with desk.act("Referrals.") as act:
        act.put(Referral(id="in", champion=ana, prospect=bo, state="made", made_on=ago(3)))
        act.put(Referral(id="out", direction="given", to=ana, state="made", made_on=ago(1)))
        act.put(Referral(id="open", champion=ana, prospect=bo, state="agreed", agreed_on=ago(1)))
    told = [thing.told(desk.today) for thing in about_person(desk, ana).ledger.things]
    assert told == [
        "Gave 4 weeks ago: Work they were glad of",
        "Received 2 weeks ago: A bookkeeper",
        "Gave 9 days ago: You helped",
        "Received 3 days ago: Bo Li, referred to you",
        "Gave yesterday: somebody, referred to them",
    ]
    page = next(section for section in brief(desk, ana).sections if section.title == "Giving and receiving")
    assert page.lines == ("In balance. You’ve given 3 and received 2.", *reversed(told[-3:]))
