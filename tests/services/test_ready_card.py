"""One person's readiness in full, and the acts of the next step: each once, each with one undo."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Ask, Entry, Profile, Referral, Task
from refdesk.services import ready_acts
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.people import delete_person
from refdesk.services.profiles import save_profile
from refdesk.services.ready_card import ready_card
from refdesk.services.tasks import finish_task
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes
from tests.services.ready_town import know_well, settle
from tests.storage.desks import TODAY, add, ago, log, text_of

ASKED = Ask(id="a", person="yusuf", state="asked", asked_on=ago(20), target_person="piotr", level="introduction")


@pytest.fixture(autouse=True)
def town(desk: Desk) -> None:
    settle(desk)


def put(desk: Desk, *records: object) -> None:
    with desk.act("Put.") as act:
        for record in records:
            act.put(record)


def test_every_gate_has_its_sentence_and_what_decided_it(desk: Desk) -> None:
    card = ready_card(desk, "tomasz")
    assert (card.met, card.timing.verdict, card.readiness.next_step) == (5, "met", None)
    assert [(gate.gate, gate.sentence) for gate in card.gates] == [
        ("results", "Tomasz was delighted with the work 7 months ago."),
        ("relationship", "Last spoke 9 days ago."),
        ("understanding", "You told Tomasz what you do 4 months ago."),
        ("opportunity", "Tomasz could introduce you to Piotr Zielinski."),
        ("giving", "You've given 2 more than you received."),
    ]
    spoke = card.gate("relationship").evidence[0]
    assert (spoke.kind, spoke.words, spoke.on) == ("entry", "Coffee at the Quay", ago(9))
    assert [(one.kind, one.id) for one in card.gate("opportunity").evidence] == [("person", "piotr")]
    assert [one.words for one in card.gate("giving").evidence] == ["Sent them a book", "Milestone"]


def test_referrals_are_evidence_of_both_directions(desk: Desk) -> None:
    put(
        desk,
        Referral(id="r", champion="yusuf", prospect="piotr", state="made", made_on=ago(40)),
        Referral(id="g", direction="given", to="yusuf", prospect="grace", state="made", made_on=ago(30)),
    )
    told = [(one.words, one.id, one.on) for one in ready_card(desk, "yusuf").gate("giving").evidence[:2]]
    assert told == [
        ("You referred Grace Adeyemi to them", "grace", ago(30)),
        ("They referred Piotr Zielinski to you", "piotr", ago(40)),
    ]


def test_whom_they_could_introduce_comes_with_the_best_fit_first(desk: Desk) -> None:
    for name, tags in (("Ann Lee", ()), ("Ben Fox", ("Family firms",)), ("Cat Ray", ()), ("Dan Kim", ())):
        add(desk, name, tags=tags, roles=("client",) if name == "Dan Kim" else ())
    know_well(desk, "Eva Novak", could_introduce=("dan", "ann", "ben", "cat"), knows=("law",))
    delete_person(desk, "cat")
    card = ready_card(desk, "eva")
    assert [other.name for other in card.targets] == ["Ben Fox", "Ann Lee"]
    assert card.profile is None


def test_the_profile_is_the_active_one_that_shares_most_of_their_world(desk: Desk) -> None:
    save_profile(desk, Profile(id="", name="Brewers", tags=("brewers", "FAMILY FIRMS ")))
    save_profile(desk, Profile(id="", name="Off", tags=("brewers", "family firms", "law"), active=False))
    know_well(desk, "Eva Novak", knows=("Family Firms", "brewers", "law"))
    profile = ready_card(desk, "eva").profile
    assert profile is not None
    assert profile.name == "Brewers"


def test_ideas_come_from_what_helped_before_then_from_what_always_helps(desk: Desk) -> None:
    assert [(idea.title, idea.text) for idea in ready_card(desk, "grace").ideas] == [
        ("Grace was glad of", "Sent them a book"),
        ("Others were glad of", "Found her a printer"),
    ]
    for entry in each(desk.book, Entry):
        if "gave" in entry.marks:
            with desk.act("Gone.") as act:
                act.delete(Entry, entry.id)
    titles = [idea.title for idea in ready_card(desk, "grace").ideas]
    assert titles == ["An introduction", "Something to read"]


def test_nobody_in_the_trash_has_a_card(desk: Desk) -> None:
    delete_person(desk, "grace")
    with pytest.raises(RefusedError):
        ready_card(desk, "grace")


def test_a_reminder_is_a_task_on_that_day_and_known_until_it_is_done(desk: Desk) -> None:
    until = ready_card(desk, "hana").timing.until
    assert until == TODAY + timedelta(days=2)
    ready_acts.remind_then(desk, "hana", until)
    (task,) = each(desk.book, Task)
    assert (task.title, task.due, task.person) == ("Is it time to ask Hana Novotna?", until, "hana")
    assert ready_card(desk, "hana").reminders == (until,)
    finish_task(desk, task.id)
    assert ready_card(desk, "hana").reminders == ()


def test_a_complaint_is_resolved_once(desk: Desk) -> None:
    entry = log(desk, "yusuf", days=3, marks=("complaint",))
    assert ready_card(desk, "yusuf").readiness.standing.verdict.state == "do_not_ask"
    assert ready_acts.resolve_complaint(desk, entry.id).act is not None
    settled = get(desk.book, Entry, entry.id)
    assert settled is not None
    assert settled.resolved_on == TODAY
    assert ready_card(desk, "yusuf").gate("results").result.verdict == "not_yet"
    assert ready_acts.resolve_complaint(Desk(desk.book, TODAY + timedelta(days=1)), entry.id).act is None


ACTS: list[Callable[[Desk], Changes]] = [
    lambda desk: ready_acts.spoke_today(desk, "yusuf"),
    lambda desk: ready_acts.remind_then(desk, "yusuf", TODAY),
]


@pytest.mark.parametrize("act", ACTS)
def test_each_is_one_act_with_one_undo(desk: Desk, act: Callable[[Desk], Changes]) -> None:
    put(desk, ASKED)
    before = text_of(desk)
    assert act(desk).act is not None
    assert text_of(desk) != before
    undo(desk)
    assert text_of(desk) == before
