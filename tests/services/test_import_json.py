"""RefDesk JSON into a book: new records, updates, what it may point to, and what refuses a file."""

import json
from typing import Any

import pytest

from refdesk.domain.records import Entry, Profile
from refdesk.services.desk import Desk
from refdesk.services.imports.report import Report
from refdesk.services.people import delete_person, take_from_trash
from refdesk.services.ready import why
from refdesk.storage.facts import me_of, policy_of
from refdesk.storage.records import get
from tests.services.books import assert_no_change, bring_in, card, names, put, vcf
from tests.storage.desks import TODAY, add, log, text_of

TOMORROW, TODAY_TEXT = "2026-11-19", TODAY.isoformat()


def book(desk: Desk, **lists: Any) -> Report:
    """Import a RefDesk JSON file of these lists."""
    return bring_in(desk, put(desk, "book.json", json.dumps({"refdesk": 1, **lists})))


def plain(desk: Desk) -> dict[str, Any]:
    """The book as its export says."""
    found: dict[str, Any] = json.loads(text_of(desk))
    return found


def entry(**fields: Any) -> dict[str, Any]:
    return {"id": "e", "on": TODAY_TEXT, "kind": "call", "people": ["ann"], **fields}


def ask(**fields: Any) -> dict[str, Any]:
    return {"id": "a", "person": "ann", **fields}


def referral(**fields: Any) -> dict[str, Any]:
    return {"id": "r", "champion": "ann", "agreed_on": TODAY_TEXT, **fields}


def test_every_record_is_counted(desk: Desk) -> None:
    report = book(desk, people=[{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}], timeline=[entry()])
    assert (report.created, report.created_ids) == (3, ["ann", "bob"])
    report = book(
        desk, people=[{"id": "ann", "name": "Anne"}, {"id": "bob", "name": "Bob"}, {"id": "cy", "name": "Cy"}]
    )
    assert (report.created, report.updated, report.unchanged) == (1, 1, 1)


def test_keys_that_are_there_replace_and_others_stay(desk: Desk) -> None:
    add(desk, "Ann Lee", title="Partner", tags=("golf", "sail"), roles=("client",), cadence_days=30, trust="high")
    report = book(
        desk,
        people=[{"id": "ann", "name": "Ann Lee", "tags": ["chess"], "title": "", "roles": [], "cadence_days": None}],
    )
    ann = desk.person("ann")
    assert (ann.tags, ann.title, ann.roles, ann.cadence_days) == (("chess",), "", (), None)
    assert (ann.trust, ann.sorted, ann.added_on) == ("high", True, TODAY)
    assert report.updated == 1


def test_an_entry_is_updated_in_its_place(desk: Desk) -> None:
    add(desk, "Ann Lee")
    first = log(desk, "ann", days=2, summary="Lunch", marks=("gave",))
    log(desk, "ann", days=1)
    book(desk, timeline=[{"id": first.id, "on": "2026-11-16T12:30", "kind": "meeting", "people": ["ann"]}])
    changed = desk.find(Entry, first.id)
    assert (changed.kind, str(changed.at), changed.summary, changed.marks) == (
        "meeting",
        "12:30:00",
        "Lunch",
        ("gave",),
    )
    assert plain(desk)["timeline"][0]["id"] == first.id


def test_the_user_and_the_numbers_of_the_method_are_updated_by_key(desk: Desk) -> None:
    book(desk, me={"name": "Kim", "business": "Bright"}, policy={"dormant_after": 100, "morning_at": "07:15"})
    book(desk, me={"email": "kim@x.example"}, policy={"warm_within": 60})
    assert (me_of(desk.book).name, me_of(desk.book).email) == ("Kim", "kim@x.example")
    policy = policy_of(desk.book)
    assert (policy.dormant_after, policy.warm_within, str(policy.morning_at)) == (100, 60, "07:15:00")
    assert policy.settle_days == 7


EVERYTHING: dict[str, Any] = {
    "me": {"name": "Kim"},
    "policy": {"warm_within": 60, "days_off": ["sunday"]},
    "profiles": [{"id": "p", "name": "Dentists", "tags": ["dentists"], "active": False}],
    "people": [
        {"id": "ann", "name": "Ann", "could_introduce": ["bob"], "related": [{"person": "bob", "how": "brother"}]},
        {"id": "bob", "name": "Bob", "introduced_by": "ann", "uid": "u1", "extra": ["X-A:1"]},
    ],
    "timeline": [entry(people=["ann", "bob"], story="s"), entry(id="f", on=f"{TODAY_TEXT}T09:30", value=12.5)],
    "asks": [ask(target_profile="p", state="agreed", asked_on=TODAY_TEXT)],
    "referrals": [referral(ask="a", prospect="bob", thanks=[{"step": 1, "done_on": TODAY_TEXT, "by": "call"}])],
    "notes": [{"id": "n", "person": "ann", "referral": "r", "due": "2026-12-01"}],
    "tasks": [{"id": "t", "title": "Call", "person": "ann", "due": "2026-12-01", "at": "09:00", "rrule": "FREQ=DAILY"}],
    "later": [{"key": "task:t", "until": "2026-12-02T09:00"}],
    "partners": [{"id": "x", "person": "bob", "promised": [{"by": "me", "what": "A name"}]}],
    "projects": [{"id": "y", "name": "Round", "profile": "p", "people": [{"person": "ann", "station": "ask"}]}],
    "stories": [{"id": "s", "client": "ann", "consent": "named", "tags": ["dentists"]}],
}


def test_a_record_of_every_kind_comes_in_and_a_second_time_changes_nothing(desk: Desk) -> None:
    report = book(desk, **EVERYTHING)
    assert report.created == 13
    assert not report.warnings
    for _ in range(2):
        assert_no_change(desk, desk.book.path.parent / "book.json")


def test_what_it_says_twice_is_said_by_the_export(desk: Desk) -> None:
    book(desk, **EVERYTHING)
    out = plain(desk)
    for name, value in EVERYTHING.items():
        assert out[name] == value


@pytest.mark.parametrize(
    ("lists", "place"),
    [
        ({"people": [{"id": "ann", "name": "Ann", "introduced_by": "x"}]}, "people[0].introduced_by"),
        ({"people": [{"id": "ann", "name": "Ann", "could_introduce": ["ann", "x"]}]}, "people[0].could_introduce[1]"),
        ({"people": [{"id": "a", "name": "A", "related": [{"person": "x"}]}]}, "people[0].related[0].person"),
        ({"timeline": [entry(people=["zoe", "x"])]}, "timeline[0].people[1]"),
        ({"asks": [ask(person="x")]}, "asks[0].person"),
        ({"asks": [ask(person="zoe", target_person="x")]}, "asks[0].target_person"),
        ({"asks": [ask(person="zoe", target_profile="x")]}, "asks[0].target_profile"),
        ({"referrals": [referral(champion="x")]}, "referrals[0].champion"),
        ({"referrals": [referral(champion="zoe", prospect="x")]}, "referrals[0].prospect"),
        ({"referrals": [referral(champion="zoe", ask="x")]}, "referrals[0].ask"),
        ({"notes": [{"id": "n", "person": "x"}]}, "notes[0].person"),
        ({"notes": [{"id": "n", "person": "zoe", "referral": "x"}]}, "notes[0].referral"),
        ({"tasks": [{"id": "t", "title": "T", "person": "x", "due": TODAY_TEXT}]}, "tasks[0].person"),
        ({"partners": [{"id": "p", "person": "x"}]}, "partners[0].person"),
        ({"projects": [{"id": "p", "name": "P", "profile": "x"}]}, "projects[0].profile"),
        ({"projects": [{"id": "p", "name": "P", "people": [{"person": "x"}]}]}, "projects[0].people[0].person"),
        ({"stories": [{"id": "s", "client": "x"}]}, "stories[0].client"),
        # rules of the method
        ({"people": [{"id": "ann", "name": "Ann", "cadence_days": 0}]}, "people[0].cadence_days"),
        ({"timeline": [entry(people=["zoe", "bob"], marks=["delivered"])]}, "timeline[0].marks"),
        ({"timeline": [entry(people=["zoe", "bob"], satisfaction="delighted")]}, "timeline[0].satisfaction"),
        ({"asks": [ask(person="zoe", state="asked")]}, "asks[0].asked_on"),
        ({"asks": [ask(person="zoe", state="later", asked_on=TODAY_TEXT)]}, "asks[0].later_until"),
        ({"asks": [ask(person="zoe", state="agreed", asked_on=TODAY_TEXT)]}, "asks[0].state"),
        ({"referrals": [{"id": "r", "champion": "zoe"}]}, "referrals[0].agreed_on"),
        ({"referrals": [referral(champion="zoe", state="made")]}, "referrals[0].made_on"),
        ({"referrals": [referral(champion="zoe", state="won", made_on=TODAY_TEXT)]}, "referrals[0].outcome_on"),
        ({"referrals": [referral(champion="zoe", direction="given")]}, "referrals[0].to"),
        ({"referrals": [referral(champion="zoe", thanks=[{"step": 4, "done_on": "2026-11-01"}])]},
         "referrals[0].thanks[0].step"),
        ({"tasks": [{"id": "t", "title": "T", "due": TODAY_TEXT, "rrule": "FREQ=NEVER"}]}, "tasks[0].rrule"),
        ({"later": [{"key": "nothing", "until": TODAY_TEXT}]}, "later[0].key"),
        # what cannot have happened yet
        ({"timeline": [entry(people=["zoe"], marks=["complaint"], resolved_on=TOMORROW)]}, "timeline[0].resolved_on"),
        ({"asks": [ask(person="zoe", state="asked", asked_on=TOMORROW)]}, "asks[0].asked_on"),
        ({"referrals": [referral(champion="zoe", agreed_on=TOMORROW)]}, "referrals[0].agreed_on"),
        ({"referrals": [referral(champion="zoe", told_on=[TODAY_TEXT, TOMORROW])]}, "referrals[0].told_on[1]"),
        ({"notes": [{"id": "n", "person": "zoe", "posted_on": TOMORROW}]}, "notes[0].posted_on"),
        ({"tasks": [{"id": "t", "title": "T", "due": TODAY_TEXT, "done_on": TOMORROW}]}, "tasks[0].done_on"),
        # types and words
        ({"people": [{"id": "ann"}]}, "people[0].name"),
        ({"people": [{"id": "ann", "name": "Ann", "trust": "deep"}]}, "people[0].trust"),
        ({"people": [{"id": "ann", "name": "Ann", "sorted": 1}]}, "people[0].sorted"),
        ({"people": [{"id": "ann", "name": "Ann"}, {"id": "ann", "name": "Bob"}]}, "people[1].id"),
        ({"timeline": [entry(people=[])]}, "timeline[0].people"),
        ({"timeline": [entry(on="2026-02-30")]}, "timeline[0].on"),
        ({"people": [{"id": "an\0n", "name": "Ann"}]}, "people[0]"),
        ({"later": [{"key": "task:\0", "until": TODAY_TEXT}]}, "later[0]"),
        ({"timeline": [entry(people=["zoe\0"])]}, "timeline[0].people[0]"),
        ({"people": {"id": "ann"}}, "people"),
        ({"policy": {"warm_within": -1}}, "policy.warm_within"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place_and_nothing_of_the_file_comes_in(
    desk: Desk, lists: dict[str, Any], place: str
) -> None:
    for name in ("Zoe", "Bob"):
        add(desk, name)
    before = text_of(desk)
    report = book(desk, **{"stories": [{"id": "good"}], **lists})
    assert place in [problem.record for problem in report.problems]
    assert (report.failed, report.id, report.created) == (True, None, 0)
    assert text_of(desk) == before


def test_every_fault_is_a_problem_of_its_own(desk: Desk) -> None:
    report = book(desk, timeline=[entry(), entry(id="f", people=["bob"])])
    assert [problem.record for problem in report.problems] == ["timeline[0].people[0]", "timeline[1].people[0]"]
    assert (report.skipped, report.read) == (2, 2)


def test_a_faulty_file_costs_no_other_one(desk: Desk) -> None:
    bad = put(desk, "bad.json", json.dumps({"refdesk": 1, "people": [{"id": "x", "name": "X"}], "timeline": [entry()]}))
    good = put(desk, "good.json", json.dumps({"refdesk": 1, "people": [{"id": "ann", "name": "Ann"}]}))
    report = bring_in(desk, bad, good, vcf(desk, card("Bob")))
    assert (report.created, report.skipped, names(desk)) == (2, 1, ["Ann", "Bob"])


def test_a_file_may_point_into_the_book_and_into_an_earlier_file(desk: Desk) -> None:
    add(desk, "Zoe")
    people = put(
        desk, "1.json", json.dumps({"refdesk": 1, "people": [{"id": "ann", "name": "A", "introduced_by": "zoe"}]})
    )
    talks = put(desk, "2.json", json.dumps({"refdesk": 1, "timeline": [entry(people=["zoe", "ann"])]}))
    assert bring_in(desk, people, talks).created == 2
    assert desk.find(Entry, "e").people == ("zoe", "ann")


def test_an_update_is_judged_as_it_will_stand(desk: Desk) -> None:
    book(desk, people=[{"id": "ann", "name": "Ann"}], asks=[ask(state="asked", asked_on=TODAY_TEXT)])
    assert not book(desk, asks=[{"id": "a", "person": "ann", "state": "declined"}]).failed
    assert book(desk, asks=[{"id": "a", "person": "ann", "state": "later"}]).failed
    assert book(desk, asks=[{"id": "a", "person": "ann", "asked_on": None}]).failed


def test_an_entry_of_a_later_day_is_a_plan(desk: Desk) -> None:
    book(desk, people=[{"id": "ann", "name": "Ann"}], timeline=[entry(on=TOMORROW), entry(id="f")])
    assert [desk.find(Entry, id_).planned for id_ in ("e", "f")] == [True, False]
    assert_no_change(desk, desk.book.path.parent / "book.json")


def test_unknown_keys_warn_and_are_left_out(desk: Desk) -> None:
    report = book(desk, people=[{"id": "ann", "name": "Ann", "shoe_size": 40}], dreams=[])
    assert report.created == 1
    places = [warning.rpartition(":")[0] for warning in report.warnings]
    assert places == ["book.json: people[0].shoe_size", "book.json: dreams"]


def test_a_silent_entrys_direction_warns_and_is_left_out(desk: Desk) -> None:
    report = book(desk, people=[{"id": "ann", "name": "Ann"}], timeline=[entry(kind="note", direction="in")])
    assert "timeline[0].direction" in report.warnings[0]
    assert desk.find(Entry, "e").direction is None


def test_whoever_is_in_the_trash_is_updated_there_and_named(desk: Desk) -> None:
    add(desk, "Ann")
    delete_person(desk, "ann")
    report = book(desk, people=[{"id": "ann", "name": "Anne"}])
    assert report.warnings == ["book.json: people[0]: Anne is in the trash, and stays there."]
    take_from_trash(desk, "ann")
    assert desk.person("ann").name == "Anne"


def test_a_new_profile_moves_who_is_ready(desk: Desk) -> None:
    """After a change of profile everybody is reckoned again."""
    add(desk, "Ann", knows=("dentists",))
    book(desk, profiles=[{"id": "p", "name": "Dentists", "tags": ["Dentists "]}])
    assert why(desk, "ann")[0].standing.verdict.opportunity.verdict == "met"
    assert get(desk.book, Profile, "p") is not None
