"""Referrals: their steps in any order, their ends, their thank-yous and consents; each one act with one undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.obligations import obligations
from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Consents, Later, Note, Referral, Thanks
from refdesk.services import following, referrals
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.referrals import Terms
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes
from tests.storage.desks import TODAY, add, ago, text_of, titles

AGREED = Referral(id="r", champion="ana", prospect="dele", level="introduction", agreed_on=ago(9))
MADE = replace(AGREED, state="made", made_on=ago(8))
FOLLOWED = replace(MADE, state="followed_up", followed_up_on=ago(5))
WON = replace(FOLLOWED, state="won", outcome_on=ago(3))
LAPSED = replace(AGREED, state="lapsed", outcome_on=ago(1))
UNASKED = Referral(id="r", champion="ana", prospect="dele", state="made", made_on=ago(8))
GIVEN = Referral(id="r", direction="given", to="ana", prospect="dele", agreed_on=ago(2))


def put(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(record)


@pytest.fixture(autouse=True)
def people(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Dele Okafor", roles=("prospect",))


def referral(desk: Desk) -> Referral:
    found = get(desk.book, Referral, "r")
    assert isinstance(found, Referral)
    return found


ACTS: list[tuple[Referral, Callable[[Desk], Changes], Referral]] = [
    (AGREED, lambda desk: referrals.take_step(desk, "r", "made"), replace(AGREED, state="made", made_on=TODAY)),
    (MADE, lambda desk: referrals.take_step(desk, "r", "made", ago(4)), replace(MADE, made_on=ago(4))),
    (
        AGREED,
        lambda desk: referrals.take_step(desk, "r", "followed_up", ago(1)),
        replace(AGREED, state="followed_up", made_on=ago(1), followed_up_on=ago(1)),
    ),
    (WON, lambda desk: referrals.take_step(desk, "r", "followed_up", ago(6)), replace(WON, followed_up_on=ago(6))),
    (WON, lambda desk: referrals.take_step(desk, "r", "outcome", ago(2)), replace(WON, outcome_on=ago(2))),
    (LAPSED, lambda desk: referrals.take_step(desk, "r", "made"), replace(AGREED, state="made", made_on=TODAY)),
    (UNASKED, lambda desk: referrals.take_step(desk, "r", "agreed", ago(9)), replace(UNASKED, agreed_on=ago(9))),
    (MADE, lambda desk: referrals.take_back_step(desk, "r", "made"), AGREED),
    (FOLLOWED, lambda desk: referrals.take_back_step(desk, "r", "followed_up"), MADE),
    (WON, lambda desk: referrals.take_back_step(desk, "r", "outcome"), FOLLOWED),
    (LAPSED, lambda desk: referrals.take_back_step(desk, "r", "outcome"), AGREED),
    (MADE, lambda desk: referrals.take_back_step(desk, "r", "agreed"), replace(MADE, agreed_on=None)),
    (AGREED, lambda desk: referrals.end(desk, "r", "lapsed"), replace(LAPSED, outcome_on=TODAY)),
    (FOLLOWED, lambda desk: referrals.end(desk, "r", "not_a_fit"), replace(WON, state="not_a_fit", outcome_on=TODAY)),
    (
        AGREED,
        lambda desk: referrals.end(desk, "r", "won", ago(1)),
        replace(AGREED, state="won", made_on=ago(1), outcome_on=ago(1)),
    ),
    (
        WON,
        lambda desk: referrals.set_terms(desk, "r", Terms(level=None, thank_by="call", value=1200, currency=" eur ")),
        replace(WON, level=None, thank_by="call", value=1200, currency="EUR"),
    ),
    (
        GIVEN,
        lambda desk: referrals.agree_to_meet(desk, "r", "prospect"),
        replace(GIVEN, consents=Consents(prospect=TODAY)),
    ),
    (
        AGREED,
        lambda desk: following.not_yet(desk, "r", until=date(2026, 12, 1)),
        replace(AGREED, confirm_by=date(2026, 12, 1)),
    ),
    (
        AGREED,
        lambda desk: following.settle_thank_you(desk, "r", 2, "call", early=True),
        replace(AGREED, thanks=(Thanks(step=2, done_on=TODAY, by="call"),)),
    ),
]


@pytest.mark.parametrize(("before", "act", "after"), ACTS)
def test_each_act_does_one_thing_and_one_undo_takes_it_back(
    desk: Desk, before: Referral, act: Callable[[Desk], Changes], after: Referral
) -> None:
    put(desk, before)
    was = text_of(desk)
    assert act(desk).act is not None
    assert referral(desk) == after
    undo(desk)
    assert text_of(desk) == was


REFUSALS: list[tuple[Referral, Callable[[Desk], Changes], str]] = [
    (FOLLOWED, lambda desk: referrals.take_back_step(desk, "r", "made"), "Take back what came after it first."),
    (
        UNASKED,
        lambda desk: referrals.take_back_step(desk, "r", "made"),
        "It began with this. Delete the referral instead.",
    ),
    (
        AGREED,
        lambda desk: referrals.take_back_step(desk, "r", "agreed"),
        "It began with this. Delete the referral instead.",
    ),
    (
        MADE,
        lambda desk: referrals.end(desk, "r", "lapsed"),
        "It has happened, so it can't have lapsed. Choose how it ended instead.",
    ),
    (MADE, lambda desk: referrals.take_step(desk, "r", "outcome"), "Say how it ended first."),
    (
        AGREED,
        lambda desk: referrals.take_step(desk, "r", "made", ago(-1)),
        "This lies after the day of recording, so it cannot have happened yet.",
    ),
    (
        GIVEN,
        lambda desk: referrals.agree_to_meet(desk, "r", "to", ago(-1)),
        "This lies after the day of recording, so it cannot have happened yet.",
    ),
    (
        AGREED,
        lambda desk: referrals.agree_to_meet(desk, "r", "to"),
        "Consents belong to a referral that you give.",
    ),
    (
        WON,
        lambda desk: referrals.set_terms(desk, "r", Terms(level=None, thank_by="call", value=-1, currency="")),
        "What it came to is an amount, such as 1200.",
    ),
    (
        WON,
        lambda desk: referrals.set_terms(desk, "r", Terms(level=None, thank_by="call", value=1, currency="€")),
        "A currency has three letters, such as EUR.",
    ),
]


@pytest.mark.parametrize(("before", "act", "why"), REFUSALS)
def test_what_cannot_be_is_refused_in_one_sentence(
    desk: Desk, before: Referral, act: Callable[[Desk], Changes], why: str
) -> None:
    put(desk, before)
    was = text_of(desk)
    with pytest.raises(RefusedError) as refused:
        act(desk)
    assert str(refused.value) == why
    assert text_of(desk) == was


def test_a_thank_you_taken_back_is_owed_again_and_can_be_dated_anew(desk: Desk) -> None:
    put(desk, MADE)
    following.settle_thank_you(desk, "r", 1, "call")
    referrals.redate_thanks(desk, "r", 1, ago(7))
    assert referral(desk).thanks == (Thanks(step=1, done_on=ago(7), by="call"),)
    referrals.take_back_thanks(desk, "r", 1)
    assert [owed.step for owed in obligations(referral(desk), desk.policy)] == [1, None]


def test_who_became_a_client_is_one_from_then_on(desk: Desk) -> None:
    put(desk, FOLLOWED)
    referrals.end(desk, "r", "won")
    assert desk.person("dele").roles == ("client",)
    assert titles(desk.book)[-1] == "Dele Okafor became a client."
    undo(desk)
    assert desk.person("dele").roles == ("prospect",)


def test_who_was_given_becomes_nobodys_client_of_the_user(desk: Desk) -> None:
    put(desk, replace(GIVEN, state="made", made_on=ago(1)))
    referrals.end(desk, "r", "won")
    assert desk.person("dele").roles == ("prospect",)


def test_a_step_taken_forgets_that_its_task_was_put_off(desk: Desk) -> None:
    put(desk, AGREED, Later(key="referral:r:check", until=ago(-9)), Later(key="referral:r:thank_you:1", until=ago(-9)))
    referrals.take_step(desk, "r", "made")
    assert [later.key for later in each(desk.book, Later)] == ["referral:r:thank_you:1"]


def test_a_deleted_referral_leaves_no_loose_end(desk: Desk) -> None:
    ask = Ask(id="a", person="ana", state="agreed", asked_on=ago(9), answered_on=ago(9))
    posted = Note(id="n1", person="ana", referral="r", state="posted", posted_on=ago(1))
    waiting = Note(id="n2", person="ana", referral="r")
    put(desk, ask, replace(AGREED, ask="a"), posted, waiting, Later(key="referral:r:check", until=ago(-9)))
    was = text_of(desk)
    referrals.delete_referral(desk, "r")
    assert get(desk.book, Referral, "r") is None
    assert get(desk.book, Ask, "a") == replace(ask, state="asked", answered_on=None)
    assert list(each(desk.book, Note)) == [replace(posted, referral="")]
    assert list(each(desk.book, Later)) == []
    undo(desk)
    assert text_of(desk) == was


def test_nothing_is_done_to_a_referral_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="There is no referral with the id r"):
        referrals.take_step(desk, "r", "made")


def test_nobody_is_made_for_an_outcome_without_a_prospect(desk: Desk) -> None:
    put(desk, replace(MADE, prospect=""))
    referrals.end(desk, "r", "won")
    assert titles(desk.book)[-1] == "Somebody became a client."
    assert len(list(each(desk.book, Person))) == 2
