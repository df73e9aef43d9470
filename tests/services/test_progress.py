"""How far a day has got: what was due and is settled counts once, and nothing else does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from refdesk.domain.records import Ask, Note, Partner, Referral, Task
from refdesk.services import asking, following, notes, tasks
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.progress import settled_today
from refdesk.services.row_verbs import answer, put_off
from refdesk.services.today import due_today
from refdesk.storage.writing import Changes
from tests.services.test_following import AGREED, ASK, FOLLOWED, GIVEN, MADE, PARTNER, WON, put
from tests.storage.desks import TODAY, add, ago, log

INTRODUCED = replace(MADE, level="introduction")
NOTE = Note(id="n", person="ana", occasion="other", due=ago(1), state="written", written_on=ago(1))
TASK = Task(id="t", title="Send the guide", person="ana", due=TODAY)


@pytest.fixture(autouse=True)
def people(desk: Desk) -> None:
    add(desk, "Ana Ruiz", birthday="--11-17", sorted=True)
    add(desk, "Dele Okafor")


SETTLED: list[tuple[object, Callable[[Desk], Changes]]] = [
    (AGREED, lambda desk: following.settle_thank_you(desk, "r", 1)),
    (AGREED, lambda desk: following.settle_thank_you(desk, "r", 1, skipped="Said already.")),
    (AGREED, lambda desk: following.confirm_made(desk, "r")),
    (MADE, lambda desk: following.followed_up(desk, "r")),
    (INTRODUCED, lambda desk: following.followed_up(desk, "r")),
    (FOLLOWED, lambda desk: following.told_status(desk, "r")),
    (GIVEN, lambda desk: following.helped(desk, "r")),
    (WON, lambda desk: following.settle_thank_you(desk, "r", 3)),
    (NOTE, lambda desk: notes.mark_posted(desk, "n")),
    (TASK, lambda desk: tasks.finish_task(desk, "t")),
    (replace(ASK, occasion_on=TODAY), lambda desk: asking.asked(desk, "a")),
    (PARTNER, lambda desk: following.met_partner(desk, "p")),
    (None, lambda desk: answer(desk, next(d for d in due_today(desk) if d.reason == "birthday"), "done")),
]


@pytest.mark.parametrize(("record", "act"), SETTLED)
def test_what_was_due_and_is_settled_counts_until_it_is_undone(
    desk: Desk, record: object, act: Callable[[Desk], Changes]
) -> None:
    if record is not None:
        put(desk, record)
    before = len(due_today(desk))
    assert settled_today(desk) == 0
    act(desk)
    assert settled_today(desk) == 1
    assert len(due_today(desk)) == before - 1
    undo(desk)
    assert settled_today(desk) == 0


@pytest.mark.parametrize(("record", "act"), SETTLED)
def test_yesterdays_work_is_not_todays(desk: Desk, record: object, act: Callable[[Desk], Changes]) -> None:
    if record is not None:
        put(desk, record)
    act(desk)
    assert settled_today(replace(desk, today=TODAY + timedelta(days=1))) == 0


def test_a_referral_of_this_very_day_counts_too(desk: Desk) -> None:
    put(desk, Referral(id="r", champion="ana", state="agreed", agreed_on=TODAY))
    following.settle_thank_you(desk, "r", 1)
    assert settled_today(desk) == 1


def test_a_thank_you_that_is_a_note_counts_once(desk: Desk) -> None:
    put(desk, AGREED, replace(NOTE, referral="r", occasion="thank_you_1"))
    notes.mark_posted(desk, "n")
    assert settled_today(desk) == 1


NOT_DUE: list[tuple[object, Callable[[Desk], Changes]]] = [
    (replace(AGREED, agreed_on=ago(1)), lambda desk: following.confirm_made(desk, "r")),
    (replace(INTRODUCED, made_on=ago(1)), lambda desk: following.followed_up(desk, "r")),
    (replace(NOTE, due=None), lambda desk: notes.mark_posted(desk, "n")),
    (replace(TASK, due=ago(-1)), lambda desk: tasks.finish_task(desk, "t")),
    (Ask(id="a", person="ana", state="planned", occasion_on=ago(-3)), lambda desk: asking.asked(desk, "a")),
]


@pytest.mark.parametrize(("record", "act"), NOT_DUE)
def test_what_was_not_due_yet_does_not_count(desk: Desk, record: object, act: Callable[[Desk], Changes]) -> None:
    put(desk, record)
    act(desk)
    assert settled_today(desk) == 0


def test_what_is_put_off_is_not_done(desk: Desk) -> None:
    put(desk, AGREED, TASK, PARTNER)
    put_off(desk, due_today(desk), ago(-1))
    assert due_today(desk) == ()
    assert settled_today(desk) == 0


def test_a_partner_met_before_their_day_is_not_done(desk: Desk) -> None:
    put(desk, Partner(id="p", person="ana", next_on=ago(-5), every_days=30))
    log(desk, "ana", kind="meeting")
    assert settled_today(desk) == 0


def test_the_level_of_an_ask_counts(desk: Desk) -> None:
    """A referral without a level has its ask's: an introduction is followed up, and sooner than a check is due."""
    ask = Ask(id="a", person="ana", level="introduction", state="agreed", asked_on=ago(9))
    put(desk, ask, replace(MADE, ask="a", made_on=ago(3)))
    following.followed_up(desk, "r")
    assert settled_today(desk) == 1
