"""What counts on a day, and until when that stays so."""

from refdesk.domain.digest import digest
from refdesk.domain.facts import Facts
from refdesk.domain.reasons import Happening
from tests.domain.builders import POLICY, TODAY, ago, ask, entry, facts, given, person, received, spoke

LATER = facts(
    entry(5, "note", "complaint", resolved_on=ago(-4)),
    spoke(-3),
    spoke(-1, planned=True),
    asks=(ask(-5),),
    referrals=(received(-6),),
)


def test_it_names_the_first_day_on_which_more_comes_to_count() -> None:
    counted = digest(LATER, POLICY, TODAY)
    days = []
    while counted.renew_on:
        days.append(counted.renew_on)
        counted = counted.on(counted.renew_on)
    assert days == [ago(-3), ago(-4), ago(-5), ago(-6)]


def test_it_holds_until_then() -> None:
    counted = digest(LATER, POLICY, TODAY)
    assert counted.on(ago(-2)) is counted
    assert counted.horizon(TODAY).next_change == ago(-3)
    renewed = counted.on(ago(-3))
    assert renewed == digest(LATER, POLICY, ago(-3))
    assert [entry.on for entry in renewed.conversations] == [ago(-3)]


def test_a_digest_of_what_has_all_happened_holds_for_good() -> None:
    counted = digest(facts(spoke(5), referrals=(given(3),)), POLICY, TODAY)
    assert counted.renew_on is None
    assert counted.on(ago(-10_000)) is counted
    assert counted.horizon(TODAY).next_change is None


def test_records_are_brought_into_the_order_of_their_days() -> None:
    counted = digest(Facts(person=person(), asks=(ask(3), ask(9)), referrals=(received(2), received(7))), POLICY, TODAY)
    assert [put.on for put in counted.asks] == [ago(9), ago(3)]
    assert counted.made == (Happening(ago(7), "received-7"), Happening(ago(2), "received-2"))
