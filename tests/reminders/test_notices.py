"""The words of notices: whose row it is only where names are allowed, and its own verbs always."""

from dataclasses import fields
from datetime import date, timedelta
from typing import Any, get_args

import pytest

from refdesk.domain.records import Ask, Note, Referral
from refdesk.domain.words import TaskKind
from refdesk.reminders.notices import digest_of, notice_of
from refdesk.services.today import Due, due_today
from tests.reminders.conftest import Bench
from tests.services.test_following import AGREED, FOLLOWED, GIVEN, MADE, PARTNER, PLANNED, WON
from tests.services.test_row_verbs import ASK, INTRODUCED, NOTE, OUTCOME
from tests.storage.desks import TODAY, add, ago

SNOOZE_AND_OPEN = [("hour", "In an hour"), ("morning", "Tomorrow morning"), ("open", "Open")]

ROWS: list[tuple[object, str, str, str]] = [
    (AGREED, "referral:r:thank_you:1", "Thank Ana Ruiz", "Someone to thank"),
    (FOLLOWED, "referral:r:thank_you:2", "Thank Ana Ruiz", "Someone to thank"),
    (WON, "referral:r:thank_you:3", "Thank Ana Ruiz", "Someone to thank"),
    (OUTCOME, "referral:r:thank_you:3", "Thank Ana Ruiz", "Someone to thank"),
    (AGREED, "referral:r:check", "Check with Ana Ruiz", "Someone to check with"),
    (MADE, "referral:r:check", "Check with Ana Ruiz", "Someone to check with"),
    (GIVEN, "referral:r:check", "Ask Ana Ruiz whether it helped", "Someone to check with"),
    (INTRODUCED, "referral:r:follow_up", "Call Dele Okafor", "Someone to call"),
    (FOLLOWED, "referral:r:status", "Tell Ana Ruiz how it stands", "Someone to tell how it stands"),
    (PLANNED, "entry:e:happened", "Ana Ruiz: did it take place?", "Did it take place?"),
    (ASK, "ask:a:check", "Did you ask Ana Ruiz?", "Did you ask?"),
    (Ask(id="a", person="ana", state="asked", asked_on=ago(20)), "ask:a:check", "Any answer from", "Any answer yet?"),
    (
        Ask(id="a", person="ana", state="later", asked_on=ago(20), later_until=ago(1)),
        "ask:a:check",
        "Is it time to ask Ana",
        "Is it time to ask again?",
    ),
    (PARTNER, "partner:p:partner_meeting", "Meet Ana Ruiz", "A partner to meet"),
    (NOTE, "note:n", "Write to Ana Ruiz", "A note to write"),
    (Note(id="n", person="ana", state="written", due=TODAY), "note:n", "Post the note to", "A note to post"),
]
every_row = pytest.mark.parametrize(("record", "key", "named", "discreet"), ROWS)


def row(bench: Bench, key: str) -> Due:
    return next(due for due in due_today(bench.desk) if due.key == key)


@pytest.fixture(autouse=True)
def people(bench: Bench) -> None:
    add(bench.desk, "Dele Okafor", birthday="--11-18")


@every_row
def test_with_leave_a_notice_says_what_the_row_says(
    bench: Bench, record: object, key: str, named: str, discreet: str
) -> None:
    bench.put(record)
    due = row(bench, key)
    notice = notice_of(due, TODAY, names=True)
    assert notice.title.startswith(named)
    assert notice.body == due.why
    assert discreet not in (notice.title, notice.body)


@every_row
def test_without_leave_a_notice_names_nobody(bench: Bench, record: object, key: str, named: str, discreet: str) -> None:
    bench.put(record)
    notice = notice_of(row(bench, key), TODAY, names=False)
    assert notice.title == discreet
    assert not names_in(notice)


@pytest.mark.parametrize("kind", get_args(TaskKind))
def test_without_leave_a_task_of_ones_own_keeps_its_words_to_itself(bench: Bench, kind: TaskKind) -> None:
    bench.tasks(1, kind=kind)
    notice = notice_of(row(bench, "task:t0"), TODAY, names=False)
    assert "Task" not in notice.title
    assert notice.title[0].isupper()


def test_a_birthday_is_wished(bench: Bench) -> None:
    due = row(bench, "person:dele:birthday")
    assert notice_of(due, TODAY, names=True).title == "Dele Okafor has a birthday"
    assert notice_of(due, TODAY, names=False).title == "Someone to wish a happy birthday"


@pytest.mark.parametrize(
    ("late", "body"),
    [
        (0, "Due today."),
        (1, "1 day late."),
        (4, "4 days late."),
        (30, "30 days late."),
        (31, "Due since 18 October."),
        (365, "Due since 18 November 2025."),
    ],
)
def test_without_leave_the_body_says_how_late_it_is(bench: Bench, late: int, body: str) -> None:
    bench.tasks(1, due=ago(late))
    assert notice_of(row(bench, "task:t0"), TODAY, names=False).body == body


@pytest.mark.parametrize("names", [True, False])
def test_a_notice_offers_its_verbs_then_to_put_off_then_to_open(bench: Bench, names: bool) -> None:
    bench.put(AGREED)
    check, thanks = row(bench, "referral:r:check"), row(bench, "referral:r:thank_you:1")
    expected = [("happened", "It happened"), ("not_yet", "Not yet"), *SNOOZE_AND_OPEN]
    assert list(notice_of(check, TODAY, names=names).actions) == expected
    assert list(notice_of(thanks, TODAY, names=names).actions) == [("done", "Thanked"), *SNOOZE_AND_OPEN]


def test_a_digest_counts_and_names_the_first(bench: Bench) -> None:
    bench.put(AGREED, NOTE)
    dues = due_today(bench.desk)
    with_names, without = digest_of(dues, names=True), digest_of(dues, names=False)
    assert with_names.title == without.title == f"{len(dues)} to do today"
    assert with_names.body == f"First: {dues[0].title}"
    assert without.body == "First: Someone to thank"
    assert [action for action, _ in without.actions] == ["open", "hour", "morning"]
    assert not names_in(without)


def test_the_users_leave_is_asked_for_every_time(bench: Bench) -> None:
    bench.put(AGREED)
    bench.service.look()
    assert not any(names_in(notice) for notice in bench.notifier.sent)
    bench.names = True
    bench.clock.now += timedelta(days=1)
    bench.service.look()
    assert names_in(bench.notifier.sent[-1])


def names_in(notice: Any) -> list[str]:
    """The words of a notice that say who it is about."""
    text = " ".join(str(getattr(notice, field.name)) for field in fields(notice) if field.name != "key")
    return [word for word in ("Ana", "Ruiz", "Dele", "Okafor") if word in text]


def test_every_kind_of_obligation_has_discreet_words(bench: Bench) -> None:
    """So that a look can never fail for want of them."""
    bench.put(Referral(id="r", champion="ana", prospect="dele", state="lapsed", agreed_on=date(2026, 11, 1)))
    assert [notice_of(due, TODAY, names=False).title for due in due_today(bench.desk)] == [
        "Someone to thank",
        "Someone to wish a happy birthday",
    ]
