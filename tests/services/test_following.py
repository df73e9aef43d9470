"""Following through: each act moves its record by one step, once, with one undo, and settles what was owed."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Ask, Entry, Later, Partner, Referral, Thanks
from refdesk.services import asking, following
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.today import owed
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes
from tests.storage.desks import TODAY, add, ago, text_of, titles

AGREED = Referral(id="r", champion="ana", prospect="dele", state="agreed", agreed_on=ago(9))
MADE = Referral(id="r", champion="ana", prospect="dele", state="made", agreed_on=ago(9), made_on=ago(8))
FOLLOWED = Referral(
    id="r", champion="ana", prospect="dele", state="followed_up", made_on=ago(50), followed_up_on=ago(40)
)
WON = Referral(id="r", champion="ana", state="won", made_on=ago(50), outcome_on=ago(3), thank_by="call")
GIVEN = Referral(id="r", direction="given", to="ana", prospect="dele", state="made", made_on=ago(20))
PLANNED = Entry(id="e", on=ago(1), kind="meeting", people=("ana",), planned=True)
ASK = Ask(id="a", person="ana", state="planned", occasion_on=ago(2))
PARTNER = Partner(id="p", person="ana", next_on=ago(3), every_days=30)


def put(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(record)


@pytest.fixture(autouse=True)
def people(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Dele Okafor")


def referral(desk: Desk) -> Referral:
    found = get(desk.book, Referral, "r")
    assert isinstance(found, Referral)
    return found


ACTS: list[tuple[object, str, Callable[[Desk], Changes]]] = [
    (AGREED, "referral:r:thank_you:1", lambda desk: following.settle_thank_you(desk, "r", 1)),
    (AGREED, "referral:r:thank_you:1", lambda desk: following.settle_thank_you(desk, "r", 1, skipped="Said twice.")),
    (AGREED, "referral:r:check", lambda desk: following.confirm_made(desk, "r")),
    (AGREED, "referral:r:check", lambda desk: following.not_yet(desk, "r")),
    (MADE, "referral:r:check", lambda desk: following.followed_up(desk, "r")),
    (FOLLOWED, "referral:r:status", lambda desk: following.told_status(desk, "r")),
    (GIVEN, "referral:r:check", lambda desk: following.helped(desk, "r")),
    (PLANNED, "entry:e:happened", lambda desk: following.entry_happened(desk, "e")),
    (PLANNED, "entry:e:happened", lambda desk: following.entry_not_happened(desk, "e")),
    (ASK, "ask:a:check", lambda desk: asking.asked(desk, "a")),
    (PARTNER, "partner:p:partner_meeting", lambda desk: following.met_partner(desk, "p")),
]


@pytest.mark.parametrize(("record", "key", "do"), ACTS)
def test_an_act_settles_its_row_once_and_can_be_undone(
    desk: Desk, record: object, key: str, do: Callable[[Desk], Changes]
) -> None:
    put(desk, record, Later(key=key, until=TODAY))
    before, row = text_of(desk), owed(desk, key)
    assert row
    assert row.due <= TODAY
    assert do(desk).act is not None
    after, count = text_of(desk), len(titles(desk.book))
    assert after != before
    now = owed(desk, key)
    assert now is None or now.due > TODAY or now.reason != row.reason
    assert get(desk.book, Later, key) is None
    if get(desk.book, type(record), row.key.split(":")[1]):
        assert do(desk) == Changes()
    assert (text_of(desk), len(titles(desk.book))) == (after, count)
    undo(desk)
    assert text_of(desk) == before


def test_a_thank_you_is_dated_today_and_the_third_is_said_in_its_own_way(desk: Desk) -> None:
    put(desk, WON)
    following.settle_thank_you(desk, "r", 1)
    following.settle_thank_you(desk, "r", 3)
    assert referral(desk).thanks == (Thanks(step=1, done_on=TODAY), Thanks(step=3, done_on=TODAY, by="call"))


def test_the_way_in_which_it_was_said_can_be_given(desk: Desk) -> None:
    put(desk, WON)
    following.settle_thank_you(desk, "r", 3, by="meeting")
    assert referral(desk).thanks == (Thanks(step=3, done_on=TODAY, by="meeting"),)


def test_a_thank_you_is_skipped_only_with_a_reason(desk: Desk) -> None:
    put(desk, WON)
    with pytest.raises(RefusedError, match="has a reason"):
        following.settle_thank_you(desk, "r", 3, skipped=" ")
    following.settle_thank_you(desk, "r", 3, skipped="They moved away.")
    assert referral(desk).thanks == (Thanks(step=3, skipped_on=TODAY, why="They moved away."),)


def test_a_thank_you_that_is_not_owed_is_not_written(desk: Desk) -> None:
    put(desk, AGREED)
    assert following.settle_thank_you(desk, "r", 2) == Changes()


def test_not_yet_is_asked_again_in_confirm_within_days(desk: Desk) -> None:
    put(desk, AGREED)
    following.not_yet(desk, "r")
    assert referral(desk).confirm_by == ago(-7)


@pytest.mark.parametrize(
    ("record", "do", "changed"),
    [
        (AGREED, following.confirm_made, {"state": "made", "made_on": TODAY}),
        (MADE, following.followed_up, {"state": "followed_up", "followed_up_on": TODAY}),
        (FOLLOWED, following.told_status, {"state": "followed_up", "told_on": (TODAY,)}),
        (GIVEN, following.helped, {"state": "made", "told_on": (TODAY,)}),
    ],
)
def test_a_step_is_dated_today(
    desk: Desk, record: Referral, do: Callable[[Desk, str], Changes], changed: dict[str, Any]
) -> None:
    put(desk, record)
    do(desk, "r")
    found = referral(desk)
    assert {name: getattr(found, name) for name in changed} == changed


@pytest.mark.parametrize("record", [AGREED, MADE, FOLLOWED, WON, GIVEN])
@pytest.mark.parametrize(
    ("do", "fits"),
    [
        (following.confirm_made, AGREED),
        (following.not_yet, AGREED),
        (following.followed_up, MADE),
        (following.told_status, FOLLOWED),
        (following.helped, GIVEN),
    ],
)
def test_a_step_is_taken_only_from_where_it_leads_on(
    desk: Desk, record: Referral, do: Callable[[Desk, str], Changes], fits: Referral
) -> None:
    put(desk, record)
    assert (do(desk, "r").act is not None) is (record is fits)


def test_what_took_place_is_no_plan_any_more(desk: Desk) -> None:
    put(desk, PLANNED)
    following.entry_happened(desk, "e")
    (entry,) = each(desk.book, Entry)
    assert (entry.planned, entry.on) == (False, ago(1))


def test_what_was_moved_stays_planned_and_is_asked_about_after_its_new_day(desk: Desk) -> None:
    put(desk, PLANNED)
    following.entry_moved(desk, "e", ago(-4), time(12, 30))
    (entry,) = each(desk.book, Entry)
    assert (entry.planned, entry.on, entry.at) == (True, ago(-4), time(12, 30))
    assert owed(desk, "entry:e:happened") is None


def test_what_did_not_take_place_is_gone(desk: Desk) -> None:
    put(desk, PLANNED)
    following.entry_not_happened(desk, "e")
    assert list(each(desk.book, Entry)) == []


def test_what_has_taken_place_can_be_neither_moved_nor_taken_off(desk: Desk) -> None:
    put(desk, PLANNED)
    following.entry_happened(desk, "e")
    assert following.entry_moved(desk, "e", TODAY) == Changes()
    assert following.entry_not_happened(desk, "e") == Changes()


def test_a_birthday_wished_is_on_the_timeline_once(desk: Desk) -> None:
    put(desk, Later(key="person:ana:birthday", until=TODAY))
    following.wished(desk, "ana", ago(-4))
    assert following.wished(desk, "ana", ago(-4)) == Changes()
    (entry,) = each(desk.book, Entry)
    assert (entry.kind, entry.on, entry.people) == ("message", TODAY, ("ana",))
    assert list(each(desk.book, Later)) == [Later(key="person:ana:birthday", until=ago(-4))]


def test_partners_met_meet_again_in_their_rhythm(desk: Desk) -> None:
    put(desk, PARTNER)
    following.met_partner(desk, "p")
    (partner,) = each(desk.book, Partner)
    (entry,) = each(desk.book, Entry)
    assert partner.next_on == ago(-30)
    assert (entry.kind, entry.on, entry.people) == ("meeting", TODAY, ("ana",))
