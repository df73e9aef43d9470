"""A day line by line: sections in their order, the most urgent first, and what is said when nothing is left."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.policy import Policy
from refdesk.domain.records import Entry, Note, Profile, Referral, Task
from refdesk.services import people
from refdesk.services.daily import Day, Line, read_day
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.tasks import snooze
from refdesk.storage.facts import setting_of
from tests.services.books import bring_in, card, vcf
from tests.services.test_following import AGREED, ASK, FOLLOWED, GIVEN, MADE, PARTNER, PLANNED, WON, put
from tests.storage.desks import TODAY, add, ago, log

NOTE = Note(id="n", person="ana", occasion="congratulation", due=ago(1))
TASK = Task(id="t", title="Send Ana the guide", person="ana", due=ago(1))
INTRODUCED = replace(MADE, level="introduction", thanks=())


@pytest.fixture
def named(desk: Desk) -> None:
    add(desk, "Ana Ruiz", title="Solicitor", org="Ruiz & Co")
    add(desk, "Dele Okafor")


def only(day: Day, id_: str) -> Line:
    return next(line for line in day.lines if line.id == id_)


def titles(day: Day) -> list[tuple[str, str]]:
    return [(line.section, line.title) for line in day.lines]


PLACES: list[tuple[object, str, str]] = [
    (AGREED, "referral:r:thank_you:1", "thanks"),
    (WON, "referral:r:thank_you:3", "thanks"),
    (replace(WON, thank_by="letter"), "referral:r:thank_you:3", "thanks"),
    (AGREED, "referral:r:check", "checks"),
    (GIVEN, "referral:r:check", "checks"),
    (ASK, "ask:a:check", "checks"),
    (NOTE, "note:n", "notes"),
    (INTRODUCED, "referral:r:follow_up", "follow_ups"),
    (FOLLOWED, "referral:r:status", "follow_ups"),
    (PLANNED, "entry:e:happened", "follow_ups"),
    (PARTNER, "partner:p:partner_meeting", "follow_ups"),
    (TASK, "task:t", "follow_ups"),
    (replace(TASK, kind="thank_you"), "task:t", "thanks"),
    (replace(TASK, kind="note"), "task:t", "notes"),
]


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(("record", "key", "section"), PLACES)
def test_every_row_has_its_section(desk: Desk, record: object, key: str, section: str) -> None:
    put(desk, record)
    assert only(read_day(desk), key).section == section


@pytest.mark.usefixtures("named")
def test_a_thank_you_that_is_a_note_stands_with_the_notes(desk: Desk) -> None:
    put(desk, AGREED, replace(NOTE, referral="r", occasion="thank_you_1"))
    line = only(read_day(desk), "referral:r:thank_you:1")
    assert (line.section, line.title) == ("notes", "Write to Ana Ruiz")


@pytest.mark.usefixtures("named")
def test_sections_stand_in_their_order_and_late_rows_first(desk: Desk) -> None:
    put(
        desk,
        NOTE,
        replace(TASK, due=TODAY),
        replace(TASK, id="u", title="Ring the bank", person="", due=ago(3)),
        AGREED,
    )
    assert titles(read_day(desk)) == [
        ("thanks", "Thank Ana Ruiz"),
        ("checks", "Check with Ana Ruiz"),
        ("notes", "Write to Ana Ruiz"),
        ("follow_ups", "Ring the bank"),
        ("follow_ups", "Send Ana the guide"),
    ]


@pytest.mark.usefixtures("named")
def test_urgency_is_counted_in_the_intervals_of_its_kind(desk: Desk) -> None:
    """Eight days late is little for a word every thirty days, and much for a call within two."""
    status = replace(FOLLOWED, id="s", followed_up_on=ago(38), thanks=())
    put(desk, status, replace(INTRODUCED, id="i", champion="ana", made_on=ago(6)))
    follow_ups = [line.about for line in read_day(desk).lines if line.section == "follow_ups"]
    assert follow_ups == ["follow_up", "status"]


WAYS: list[tuple[Referral, str, str | None]] = [
    (AGREED, "referral:r:thank_you:1", "call"),
    (replace(FOLLOWED, thanks=()), "referral:r:thank_you:2", "message"),
    (WON, "referral:r:thank_you:3", "call"),
    (replace(WON, thank_by="letter"), "referral:r:thank_you:3", "letter"),
    (AGREED, "referral:r:check", None),
]


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(("record", "key", "way"), WAYS)
def test_a_thank_you_has_its_usual_way(desk: Desk, record: Referral, key: str, way: str | None) -> None:
    put(desk, record)
    assert only(read_day(desk), key).way == way


WHYS: list[tuple[object, str, str]] = [
    (AGREED, "referral:r:thank_you:1", "Agreed to put in a word with Dele Okafor. Thank them first."),
    (AGREED, "referral:r:check", "Was going to put in a word with Dele Okafor. Has it happened?"),
    (FOLLOWED, "referral:r:thank_you:2", "You talked with Dele Okafor 5 weeks ago. Say how it went."),
    (replace(PLANNED, summary="Lunch."), "entry:e:happened", "Lunch."),
]


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(("record", "key", "why"), WHYS)
def test_a_reason_does_not_repeat_its_title(desk: Desk, record: object, key: str, why: str) -> None:
    put(desk, record)
    assert only(read_day(desk), key).why == why


@pytest.mark.usefixtures("named")
def test_proposals_are_not_counted_as_owed(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Bo Berg")))
    put(desk, TASK)
    day = read_day(desk)
    assert titles(day) == [("follow_ups", "Send Ana the guide"), ("sort", "Sort ten people")]
    assert (day.owed, day.done, day.waiting) == (1, 0, 0)


def ready(desk: Desk, *names: str) -> list[str]:
    """People who are ready to be asked."""
    put(desk, Profile(id="law", name="Law", tags=("law",)))
    made = [add(desk, name) for name in names]
    for id_ in made:
        answers = FirstTenAnswers(glad="delighted", last_talk="week", explained=True, knows=("law",))
        answer_first_ten(desk, id_, answers)
    return made


def test_somebody_ready_is_proposed_with_the_last_talk_or_the_next(desk: Desk) -> None:
    ready(desk, "Ana Ruiz", "Bo Berg")
    put(desk, Entry(id="e", on=ago(-2), kind="meeting", people=("bo",), planned=True, summary="Lunch"))
    put(desk, Entry(id="f", on=ago(-5), kind="call", people=("bo",), planned=True))
    ana, bo = read_day(desk).lines
    assert (ana.why, ana.plan) == ("All five gates met. Last spoke 3 days ago.", None)
    assert bo.why == "All five gates met, and you have a meeting on Friday."
    assert bo.plan is not None
    assert bo.plan.id == "e"


PLANS = {
    "meeting": "a meeting",
    "video": "a video call",
    "event": "an event",
    "message": "a word",
}


@pytest.mark.parametrize(("kind", "words"), PLANS.items())
@pytest.mark.parametrize(("ahead", "when"), [(0, "today"), (1, "tomorrow"), (3, "on Saturday")])
def test_a_plan_is_named(desk: Desk, kind: Any, words: str, ahead: int, when: str) -> None:
    ready(desk, "Ana Ruiz")
    put(desk, Entry(id="e", on=ago(-ahead), kind=kind, people=("ana",), planned=True))
    assert read_day(desk).lines[0].why == f"All five gates met, and you have {words} {when}."


def test_reconnecting_asks_for_nothing(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    log(desk, "ana", days=210, kind="meeting")
    log(desk, "ana", days=240)
    (line,) = read_day(desk).lines
    assert (line.section, line.why) == ("reconnect", "Last spoke 7 months ago. Nothing to ask yet, just say hello.")


@pytest.mark.parametrize(("cadence", "how_often"), [(56, "every 8 weeks"), (10, "every 10 days"), (7, "every 7 days")])
def test_keeping_in_touch_says_how_often_and_since_when(desk: Desk, cadence: int, how_often: str) -> None:
    add(desk, "Ana Ruiz", cadence_days=cadence, added_on=ago(100))
    assert read_day(desk).lines[0].why == f"You like to speak {how_often}. You haven't talked yet."
    log(desk, "ana", days=77)
    assert read_day(desk).lines[0].why == f"You like to speak {how_often}. Last spoke 11 weeks ago."


def test_who_is_left_out_can_wait_and_can_be_shown(desk: Desk) -> None:
    desk_policy = setting_of(replace(Policy(), people_per_day=2))
    with desk.act("Fewer people a day.") as act:
        act.put(desk_policy)
    ready(desk, "Ana Ruiz", "Bo Berg", "Cy Cole", "Di Dunn", "Ed Eck")
    # Whoever was spoken with today counts among the day's people and is not proposed again.
    assert (len(read_day(desk).lines), read_day(desk).waiting) == (2, 3)
    assert (len(read_day(desk, 2).lines), read_day(desk, 2).waiting) == (4, 1)
    assert (len(read_day(desk, 9).lines), read_day(desk, 9).waiting) == (5, 0)
    snooze(desk, "person:ed:keep_in_touch", ago(-1))
    assert read_day(desk).waiting == 2
    people.archive_person(desk, "di")
    assert read_day(desk).waiting == 1
    log(desk, "cy")
    assert (len(read_day(desk).lines), read_day(desk).waiting) == (1, 1)


def test_nobody_waits_where_all_were_proposed(desk: Desk) -> None:
    ready(desk, "Ana Ruiz")
    assert read_day(desk).waiting == 0


def test_an_empty_book_says_so(desk: Desk) -> None:
    day = read_day(desk)
    assert (day.lines, day.has_people, day.ahead) == ((), False, "Nothing is due tomorrow.")


def test_who_is_in_the_trash_is_nobody(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    assert read_day(desk).has_people
    people.delete_person(desk, "ana")
    assert not read_day(desk).has_people


AHEAD: list[tuple[tuple[object, ...], str]] = [
    ((), "Nothing is due tomorrow."),
    ((replace(TASK, due=ago(-1)),), "Tomorrow: send Ana the guide."),
    (
        (
            replace(TASK, due=ago(-1)),
            Entry(id="e", on=ago(-2), kind="meeting", people=("ana", "dele"), planned=True),
        ),
        "Tomorrow: send Ana the guide, and a meeting with Ana Ruiz and Dele Okafor on Friday.",
    ),
    (
        tuple(replace(TASK, id=title, title=title, due=ago(-1)) for title in ("A", "B", "C", "D", "E")),
        "Tomorrow: a, b, c, and 2 more.",
    ),
]


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(("records", "ahead"), AHEAD)
def test_a_finished_day_says_what_comes_next(desk: Desk, records: tuple[object, ...], ahead: str) -> None:
    put(desk, *records)
    assert read_day(desk).lines == ()
    assert read_day(desk).ahead == ahead


def test_a_finished_day_says_who_is_ready(desk: Desk, away: Callable[[str], None]) -> None:
    for id_ in ready(desk, "Ana Ruiz", "Bo Berg"):
        away(id_)
    assert read_day(desk).ahead == "Nothing is due tomorrow. 2 people are ready when you are."
    people.archive_person(desk, "ana")
    assert read_day(desk).ahead == "Nothing is due tomorrow. One person is ready when you are."


@pytest.fixture
def away(desk: Desk) -> Callable[[str], None]:
    def put_off(id_: str) -> None:
        snooze(desk, f"person:{id_}:keep_in_touch", ago(-14))

    return put_off
