"""What referrals given, asks, planned entries, notes and tasks owe."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import (
    ask_obligations,
    entry_obligation,
    note_obligation,
    obligations,
    task_obligation,
    thank_you_step,
)
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Consents, Entry, Note, Referral, Task, Thanks
from refdesk.domain.words import AskState, Occasion, ReferralState

POLICY = Policy()
DAY = date(2026, 3, 2)
GIVEN = Referral(id="g1", direction="given", to="ana", prospect="dele", state="made", made_on=DAY)
WON = Referral(
    id="r1",
    champion="ana",
    state="won",
    agreed_on=DAY,
    made_on=DAY,
    outcome_on=DAY + timedelta(days=30),
    thanks=(Thanks(step=1, done_on=DAY),),
)
NOTE = Note(id="n1", person="ana", occasion="thank_you_3", referral="r1", due=date(2026, 6, 1))


@pytest.mark.parametrize("state", ["made", "followed_up"])
def test_a_referral_given_owes_one_check(state: ReferralState) -> None:
    helped = Obligation(
        key="referral:g1:check",
        kind="check",
        person="ana",
        due=DAY + timedelta(days=14),
        reason="did_it_help",
        referral="g1",
    )
    given = replace(GIVEN, state=state, agreed_on=DAY, followed_up_on=DAY, consents=Consents(to=DAY))
    assert obligations(given, POLICY) == (helped,)
    assert obligations(given, Policy(helped_check=20))[0].due == DAY + timedelta(days=20)


@pytest.mark.parametrize(
    "fields",
    [
        {"told_on": (DAY,)},
        {"outcome_on": DAY},
        {"made_on": None},
        {"state": "agreed", "agreed_on": DAY},
        {"state": "won", "outcome_on": DAY},
        {"state": "lost"},
        {"state": "not_a_fit"},
        {"state": "lapsed"},
    ],
)
def test_a_referral_given_owes_nothing_else(fields: dict[str, Any]) -> None:
    assert obligations(replace(GIVEN, **fields), POLICY) == ()


@pytest.mark.parametrize(
    ("state", "fields", "due", "reason"),
    [
        ("planned", {"occasion_on": DAY}, DAY, "did_you_ask"),
        ("asked", {"asked_on": DAY}, DAY + timedelta(days=14), "any_answer"),
        ("later", {"asked_on": DAY, "later_until": date(2026, 9, 1)}, date(2026, 9, 1), "is_it_time"),
    ],
)
def test_an_ask_owes_a_check(state: AskState, fields: dict[str, Any], due: date, reason: str) -> None:
    check = Obligation(key="ask:a1:check", kind="check", person="ana", due=due, reason=reason)
    assert ask_obligations(Ask(id="a1", person="ana", state=state, **fields), POLICY) == (check,)


@pytest.mark.parametrize("state", ["draft", "planned", "asked", "agreed", "declined", "later"])
def test_an_ask_without_the_date_of_its_state_owes_nothing(state: AskState) -> None:
    assert ask_obligations(Ask(id="a1", person="ana", state=state), POLICY) == ()


@pytest.mark.parametrize("state", ["draft", "agreed", "declined"])
def test_an_ask_that_waits_for_nobody_owes_nothing(state: AskState) -> None:
    ask = Ask(id="a1", person="ana", state=state, occasion_on=DAY, asked_on=DAY, later_until=DAY)
    assert ask_obligations(ask, POLICY) == ()


def test_the_answer_is_asked_for_after_the_policys_days() -> None:
    ask = Ask(id="a1", person="ana", state="asked", asked_on=DAY)
    assert ask_obligations(ask, Policy(answer_within=3))[0].due == date(2026, 3, 5)


def test_a_planned_entry_asks_the_day_after_whether_it_took_place() -> None:
    lunch = Entry(id="e1", on=date(2026, 2, 28), kind="meeting", people=("ana", "ben"), planned=True)
    asked = Obligation(key="entry:e1:happened", kind="check", person="ana", due=date(2026, 3, 1), reason="happened")
    assert entry_obligation(lunch) == asked
    assert entry_obligation(replace(lunch, planned=False)) is None


def test_a_plan_without_anybody_or_at_the_calendars_end_still_has_its_check() -> None:
    owed = entry_obligation(Entry(id="e1", on=date.max, kind="meeting", people=(), planned=True))
    assert owed is not None
    assert (owed.person, owed.due) == ("", date.max)


def test_a_note_of_its_own_is_due_on_its_day() -> None:
    birthday = Note(id="n1", person="ana", occasion="birthday", due=DAY)
    own = Obligation(key="note:n1", kind="note", person="ana", due=DAY, reason="note")
    assert note_obligation(birthday, None, POLICY) == own
    assert note_obligation(replace(birthday, state="written"), None, POLICY) == own
    assert note_obligation(replace(birthday, state="posted"), None, POLICY) is None
    assert note_obligation(replace(birthday, due=None), None, POLICY) is None


@pytest.mark.parametrize(
    ("referral", "kind", "reason"),
    [
        (WON, "note", "thank_you_3"),
        (replace(WON, thank_by="call"), "thank_you", "thank_you_3"),
        (replace(WON, state="lost"), "thank_you", "closing_word"),
    ],
)
def test_a_note_that_is_a_thank_you_is_that_thank_yous_task(referral: Referral, kind: str, reason: str) -> None:
    owed = note_obligation(NOTE, referral, POLICY)
    assert owed is not None
    assert owed in obligations(referral, POLICY)
    assert (owed.key, owed.kind, owed.due, owed.reason) == ("referral:r1:thank_you:3", kind, date(2026, 4, 2), reason)


def test_the_note_of_a_thank_you_not_owed_makes_no_task() -> None:
    assert note_obligation(replace(NOTE, occasion="thank_you_1"), WON, POLICY) is None
    assert note_obligation(NOTE, replace(WON, state="made"), POLICY) is None
    assert note_obligation(replace(NOTE, state="posted"), WON, POLICY) is None


@pytest.mark.parametrize(("occasion", "step"), [("thank_you_1", 1), ("thank_you_2", 2), ("thank_you_3", 3)])
def test_an_occasion_names_its_thank_you(occasion: Occasion, step: int) -> None:
    assert thank_you_step(replace(NOTE, occasion=occasion), WON) == step


@pytest.mark.parametrize(
    ("note", "referral"),
    [
        (NOTE, None),
        (NOTE, replace(WON, id="other")),
        (NOTE, replace(WON, direction="given", to="ana")),
        (replace(NOTE, person="dele"), WON),
        (replace(NOTE, occasion="congratulation"), WON),
    ],
)
def test_any_other_note_stands_for_itself(note: Note, referral: Referral | None) -> None:
    assert thank_you_step(note, referral) is None
    owed = note_obligation(note, referral, POLICY)
    assert owed is not None
    assert (owed.key, owed.due) == ("note:n1", date(2026, 6, 1))


def test_a_task_is_owed_until_it_is_done() -> None:
    task = Task(id="t1", kind="follow_up", title="Intro to the CFO", person="ana", due=DAY)
    assert task_obligation(task) == Obligation(key="task:t1", kind="follow_up", person="ana", due=DAY, reason="task")
    assert task_obligation(replace(task, done_on=DAY)) is None
