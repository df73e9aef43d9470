"""Beside a line of the day: who it is, the three thank-yous, why now, words to start from, and what happened lately."""

from dataclasses import replace

import pytest

from refdesk.domain.person import Address, ContactPoint
from refdesk.domain.records import Ask, Note, Profile, Referral, Thanks
from refdesk.services import people
from refdesk.services.daily import Line, read_day
from refdesk.services.desk import Desk
from refdesk.services.row_detail import Detail, detail
from refdesk.services.tasks import delete_task
from tests.services.test_daily import NOTE, TASK
from tests.services.test_following import AGREED, FOLLOWED, GIVEN, MADE, WON, put
from tests.storage.desks import TODAY, add, ago, log, titles

ANA = {"title": "Solicitor", "org": "Ruiz & Co", "emails": (ContactPoint("ana@ruiz.example"),)}


@pytest.fixture(autouse=True)
def named(desk: Desk) -> None:
    add(desk, "Ana Ruiz", **ANA)
    add(desk, "Dele Okafor")


def shown(desk: Desk, key: str) -> Detail:
    return detail(desk, line(desk, key))


def line(desk: Desk, key: str) -> Line:
    return next(line for line in read_day(desk).lines if line.id == key)


def test_who_it_is(desk: Desk) -> None:
    put(desk, TASK)
    found = shown(desk, "task:t")
    assert found.person is not None
    assert (found.person.name, found.first, found.role) == ("Ana Ruiz", "Ana", "Solicitor, Ruiz & Co")
    assert found.email == "ana@ruiz.example"
    people.edit_person(desk, replace(found.person, emails=(), addresses=(Address(city="Bath"),)))
    assert shown(desk, "task:t").email == ""


def test_a_task_may_be_about_nobody(desk: Desk) -> None:
    put(desk, replace(TASK, person=""))
    found = shown(desk, "task:t")
    assert (found.person, found.first, found.role, found.email, found.lately) == (None, "", "", "", ())


def test_somebody_in_the_trash_is_nobody(desk: Desk) -> None:
    put(desk, TASK)
    shown_before = line(desk, "task:t")
    people.delete_person(desk, "ana")
    assert detail(desk, shown_before).person is None


THANKED: list[tuple[Referral, str, tuple[str, ...]]] = [
    (replace(AGREED, agreed_on=TODAY), "referral:r:thank_you:1", ("due", "later", "later")),
    (AGREED, "referral:r:thank_you:1", ("late", "later", "later")),
    (
        replace(AGREED, thanks=(Thanks(step=1, skipped_on=ago(2), why="Said."),)),
        "referral:r:check",
        ("given", "later", "later"),
    ),
    (FOLLOWED, "referral:r:thank_you:2", ("late", "late", "later")),
    (replace(WON, thanks=(Thanks(step=1, done_on=ago(9)),)), "referral:r:thank_you:3", ("given", "later", "late")),
    (GIVEN, "referral:r:check", ()),
]


@pytest.mark.parametrize(("referral", "key", "thanked"), THANKED)
def test_the_three_thank_yous(desk: Desk, referral: Referral, key: str, thanked: tuple[str, ...]) -> None:
    put(desk, referral)
    assert shown(desk, key).thanked == thanked


def test_why_now_tells_the_whole_reason(desk: Desk) -> None:
    put(desk, AGREED)
    assert shown(desk, "referral:r:thank_you:1").why == (
        "Ana agreed to put in a word with Dele Okafor. Say thank you before it happens. Ana is putting a good name "
        "behind yours. Thanking now, before it happens, is courteous and a gentle reminder."
    )


def test_words_speak_of_whom_it_is_about(desk: Desk) -> None:
    put(desk, replace(MADE, level="introduction"))
    thanks, call = shown(desk, "referral:r:thank_you:1"), shown(desk, "referral:r:follow_up")
    assert (thanks.new_first, thanks.words[0].partition(".")[0]) == (
        "Dele",
        "Ana, thank you for offering to speak to Dele",
    )
    assert (call.new_first, call.words[0].partition(".")[0]) == ("", "Dele, Ana Ruiz was kind enough to introduce us")


WORDS: list[tuple[object, str, str]] = [
    (replace(MADE, agreed_on=None), "referral:r:thank_you:1", "Ana, thank you for telling Dele about me."),
    (
        Referral(id="r", champion="ana", prospect="dele", state="not_a_fit", made_on=ago(9), outcome_on=ago(3)),
        "referral:r:thank_you:3",
        "The people I help most are owners in food.",
    ),
    (
        Ask(id="a", person="ana", target_person="dele", state="asked", asked_on=ago(20)),
        "ask:a:check",
        "Ana, no rush about what I asked you lately.",
    ),
    (NOTE, "note:n", "Ana, congratulations."),
    (replace(NOTE, text="Dear Ana, well done."), "note:n", "Dear Ana, well done."),
]


@pytest.mark.parametrize(("record", "key", "words"), WORDS)
def test_words_fit_what_is_due(desk: Desk, record: object, key: str, words: str) -> None:
    put(desk, Profile(id="f", name="Food", role="owners", industry="food"), Profile(id="o", name="Old", active=False))
    put(desk, record)
    assert words in shown(desk, key).words[0]


def test_a_task_of_ones_own_has_no_words(desk: Desk) -> None:
    put(desk, TASK)
    assert shown(desk, "task:t").words == ()


def test_a_note_is_told_why_by_hand(desk: Desk) -> None:
    put(desk, AGREED, Note(id="n", person="ana", referral="r", occasion="thank_you_1"))
    assert shown(desk, "referral:r:thank_you:1").why == (
        "To say thank you. A note by hand is rare, so it's remembered."
    )


def test_the_last_three_things_that_happened(desk: Desk) -> None:
    put(desk, TASK)
    for days in (40, 3, 9, 1):
        log(desk, "ana", days=days, summary=f"{days} days ago")
    log(desk, "ana", days=-2, kind="meeting")
    log(desk, "dele", days=1)
    assert [entry.summary for entry in shown(desk, "task:t").lately] == ["1 days ago", "3 days ago", "9 days ago"]


def test_a_task_of_ones_own_can_be_taken_away(desk: Desk) -> None:
    put(desk, TASK)
    assert delete_task(desk, "t").act is not None
    assert read_day(desk).lines == ()
    assert titles(desk.book)[-1] == "“Send Ana the guide” deleted."
