"""What a RefDesk JSON file may say, and how what it must not say is named (`docs/interchange.md`)."""

import gc
import json
from datetime import date, datetime, time
from typing import Any

import pytest

from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Consents, Entry, Me, Referral
from refdesk.formats.refdesk_json.reader import JsonItem, JsonReading, merge, read_json
from refdesk.formats.refdesk_json.text import RefusedJsonError

DAY = date(2026, 10, 1)
ENTRY = {"id": "e", "on": "2026-10-01", "kind": "call", "people": ["p"]}


def read(**parts: Any) -> JsonReading:
    return read_json(json.dumps({"refdesk": 1, **parts}))


def problems(**parts: Any) -> list[str]:
    """The problems of a refused file, each with its place."""
    with pytest.raises(RefusedJsonError) as refused:
        read_json(json.dumps(parts if "refdesk" in parts else {"refdesk": 1, **parts}))
    return [str(problem) for problem in refused.value.problems]


def places(**parts: Any) -> list[str]:
    return [problem.partition(": ")[0] for problem in problems(**parts)]


def test_an_item_knows_its_place_and_its_keys() -> None:
    reading = read(people=[{"id": "a", "name": "A"}, {"id": "b", "name": "B", "tags": ["x"]}])
    first, second = reading.people
    assert (first.id, first.place, first.keys) == ("a", "people[0]", {"id", "name"})
    assert (second.id, second.place, second.keys) == ("b", "people[1]", {"id", "name", "tags"})
    assert second.record.tags == ("x",)


def test_an_entrys_on_is_its_day_and_its_time() -> None:
    with_time = {**ENTRY, "id": "f", "on": "2026-10-01T09:30"}
    plain, timed = read(timeline=[ENTRY, with_time]).timeline
    assert (plain.record.on, plain.record.at) == (DAY, None)
    assert (timed.record.on, timed.record.at) == (DAY, time(9, 30))
    assert plain.keys == timed.keys == {"id", "on", "at", "kind", "people"}


def test_until_is_a_day_or_a_moment() -> None:
    later = [{"key": "note:a", "until": "2026-10-01"}, {"key": "note:b", "until": "2026-10-01T09:30"}]
    assert [item.record.until for item in read(later=later).later] == [DAY, datetime(2026, 10, 1, 9, 30)]
    assert [item.id for item in read(later=later).later] == ["note:a", "note:b"]


def test_me_and_policy_may_be_partial() -> None:
    reading = read(me={"name": "Ana"}, policy={"warm_within": 60, "quiet_from": "21:30", "days_off": []})
    assert reading.me == JsonItem("", ("me",), frozenset({"name"}), Me(name="Ana"))
    assert reading.policy is not None
    assert reading.policy.keys == {"warm_within", "quiet_from", "days_off"}
    assert reading.policy.record == Policy(warm_within=60, quiet_from=time(21, 30), days_off=())
    assert read().me is None
    assert read().policy is None


def test_a_part_that_is_null_or_empty_is_absent() -> None:
    reading = read(me=None, policy="", people=None, timeline=[], asks="")
    assert reading == read()


@pytest.mark.parametrize("empty", [None, ""])
def test_null_and_empty_text_set_back(empty: Any) -> None:
    person = {"id": "p", "name": "P", "birthday": empty, "trust": empty, "cadence_days": empty, "tags": empty}
    (item,) = read(people=[person]).people
    assert item.keys == set(person)
    record = item.record
    assert (record.birthday, record.trust, record.cadence_days, record.tags) == ("", "unknown", None, ())


def test_an_update_puts_the_present_keys_over_the_old_record() -> None:
    old = Ask(id="a", person="p", state="asked", asked_on=DAY, words="old words", comfortable=True)
    (item,) = read(asks=[{"id": "a", "person": "p", "words": "new", "comfortable": None, "level": "introduction"}]).asks
    expected = Ask(id="a", person="p", state="asked", asked_on=DAY, words="new", level="introduction")
    assert merge(old, item) == expected


def test_an_update_of_on_replaces_the_time_too() -> None:
    old = Entry(id="e", on=date(2026, 1, 1), at=time(12), kind="call", people=("p",), summary="kept")
    (item,) = read(timeline=[ENTRY]).timeline
    assert merge(old, item) == Entry(id="e", on=DAY, kind="call", people=("p",), summary="kept")


def test_merging_what_is_the_same_changes_nothing() -> None:
    (item,) = read(referrals=[{"id": "r", "champion": "p", "consents": {"to": "2026-10-01"}}]).referrals
    record = Referral(id="r", champion="p", consents=Consents(to=DAY), currency="EUR")
    assert merge(record, item) == record


def test_unknown_keys_are_named_and_left_out() -> None:
    reading = read(
        colour="blue",
        me={"age": 3},
        people=[{"id": "p", "name": "P", "mood": {"deep": 1}, "emails": [{"value": "a@b", "kind": "x"}]}],
        timeline=[{**ENTRY, "at": "09:30", "new\nline": 1}],
    )
    assert sorted(warning.partition(": ")[0] for warning in reading.warnings) == [
        "colour",
        "me.age",
        "people[0].emails[0].kind",
        "people[0].mood",
        "timeline[0].at",
        "timeline[0].new\\nline",
    ]
    assert reading.people[0].keys == {"id", "name", "emails"}


@pytest.mark.parametrize("kind", ["milestone", "note"])
def test_a_direction_is_ignored_where_nobody_talked(kind: str) -> None:
    reading = read(timeline=[{**ENTRY, "kind": kind, "direction": "in"}])
    assert reading.warnings == (f"timeline[0].direction: A {kind} has no direction; it was left out.",)
    assert reading.timeline[0].record.direction is None
    assert "direction" not in reading.timeline[0].keys


def test_all_problems_are_collected_with_their_places() -> None:
    found = problems(
        refdesk=2,
        me=[1],
        policy={"warm_within": "90", "days_off": ["Sunday"]},
        people=[{"id": "p", "name": "P", "birthday": "5 April"}, "nobody", {"name": "No id"}, {"id": "p", "name": ""}],
        timeline=[{"id": "e", "on": "2026-02-30", "kind": "chat", "people": [1, "p"]}],
        referrals=[{"id": "r", "thanks": [{"step": 1}, {"step": "2"}]}],
        later={},
    )
    assert found == [
        "refdesk: This must be 1, the version of RefDesk JSON that is read here.",
        "me: This must be an object.",
        "policy.warm_within: This must be a whole number from 0 to 999999.",
        "policy.days_off[0]: This must be one of monday, tuesday, wednesday, thursday, friday, saturday, sunday, "
        "not “Sunday”.",
        "people[0].birthday: This must be a date such as 1980-04-05 or --04-05, not “5 April”.",
        "people[1]: This must be an object.",
        "people[2].id: This is required.",
        "people[3].name: This must not be empty.",
        "people[3].id: This is the same as in people[0].",
        "timeline[0].on: This must be a date or a local date and time such as 2026-10-01T09:30, not “2026-02-30”.",
        "timeline[0].kind: This must be one of meeting, video, call, message, letter, event, milestone, note, "
        "not “chat”.",
        "timeline[0].people[0]: This must be text.",
        "referrals[0].thanks[1].step: This must be a whole number from 0 to 999999.",
        "later: This must be a list.",
    ]


@pytest.mark.parametrize("version", [None, 0, 2, 1.0, True, "1", [1]])
def test_another_version_is_refused(version: Any) -> None:
    assert places(refdesk=version) == ["refdesk"]


@pytest.mark.parametrize(
    ("part", "record", "missing"),
    [
        ("profiles", {}, ["id", "name"]),
        ("people", {"id": "p", "name": None}, ["name"]),
        ("timeline", {"id": "e"}, ["on", "kind", "people"]),
        ("asks", {}, ["id", "person"]),
        ("referrals", {}, ["id"]),
        ("notes", {"id": "n", "person": None}, ["person"]),
        ("tasks", {"title": "x"}, ["id", "due"]),
        ("later", {"why": "x"}, ["key", "until"]),
        ("partners", {"id": "x"}, ["person"]),
        ("projects", {"id": "x"}, ["name"]),
        ("stories", {}, ["id"]),
    ],
)
def test_required_keys_are_asked_for(part: str, record: Any, missing: list[str]) -> None:
    assert problems(**{part: [record]}) == [f"{part}[0].{key}: This is required." for key in missing]


@pytest.mark.parametrize(
    ("part", "record", "place"),
    [
        ("people", {"id": "", "name": "P"}, "id"),
        ("people", {"id": "p", "name": ""}, "name"),
        ("timeline", {**ENTRY, "people": []}, "people"),
        ("tasks", {"id": "t", "title": "", "due": "2026-10-01"}, "title"),
        ("later", {"key": "", "until": "2026-10-01"}, "key"),
    ],
)
def test_required_keys_are_not_empty(part: str, record: Any, place: str) -> None:
    assert problems(**{part: [record]}) == [f"{part}[0].{place}: This must not be empty."]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("given", 1),
        ("given", []),
        ("given", "\ud800"),
        ("sorted", 1),
        ("sorted", "true"),
        ("cadence_days", True),
        ("cadence_days", 30.0),
        ("cadence_days", -1),
        ("cadence_days", 10**30),
        ("known_since", "20261001"),
        ("known_since", "2026-W14-1"),
        ("known_since", "2026-10-01T09:30"),
        ("known_since", 20261001),
        ("known_since", "2026-02-29"),
        ("birthday", "1980"),
        ("birthday", "--02-30"),
        ("birthday", 1980),
        ("roles", "client"),
        ("roles", {"client": True}),
        ("trust", "High"),
        ("trust", ["high"]),
        ("trust", 1),
    ],
)
def test_a_wrong_type_or_word_is_named(key: str, value: Any) -> None:
    assert places(people=[{"id": "p", "name": "P", key: value}]) == [f"people[0].{key}"]


@pytest.mark.parametrize(
    "on", ["2026-10-01 09:30", "2026-10-01T", "2026-10-01T9:30", "2026-10-01T24:00", "2026-10-01T09:30Z", "T09:30", 7]
)
def test_a_moment_is_local_and_complete(on: Any) -> None:
    assert places(timeline=[{**ENTRY, "on": on}]) == ["timeline[0].on"]


@pytest.mark.parametrize("at", ["8:30", "24:00", "08:30Z", "0830", 830, {}])
def test_a_time_of_day_is_of_the_wall_clock(at: Any) -> None:
    assert places(policy={"morning_at": at}) == ["policy.morning_at"]


@pytest.mark.parametrize(
    ("value", "fits"),
    [(12, True), (12.5, True), (0, True), (10**400, False), (True, False), ("12", False), ([], False)],
)
def test_numbers_are_numbers(value: Any, fits: bool) -> None:
    if fits:
        (item,) = read(referrals=[{"id": "r", "value": value}]).referrals
        assert item.record.value == value
    else:
        assert places(referrals=[{"id": "r", "value": value}]) == ["referrals[0].value"]


def test_a_whole_number_beyond_exactness_becomes_a_float() -> None:
    (item,) = read(referrals=[{"id": "r", "value": 10**300}]).referrals
    assert isinstance(item.record.value, float)
    assert item.record.value == 1e300


def test_a_float_that_overflows_is_no_number() -> None:
    with pytest.raises(RefusedJsonError, match=r"referrals\[0\].value: This must be a number."):
        read_json('{"refdesk": 1, "referrals": [{"id": "r", "value": 1e999}]}')


def test_whole_numbers_stay_whole() -> None:
    whole, real = read(referrals=[{"id": "r", "value": 12}, {"id": "s", "value": 12.5}]).referrals
    assert isinstance(whole.record.value, int)
    assert isinstance(real.record.value, float)


@pytest.mark.parametrize(
    ("wrote", "why"),
    [
        ([], "This must be an object."),
        ({"a": "\ud800"}, "This holds half of a character (a lone surrogate)."),
        ({"\ud800": 1}, "This holds half of a character (a lone surrogate)."),
        ({"a": json.loads("[" * 50 + "]" * 50)}, "This is nested too deep."),
        ({"a": [10**400]}, "This is too large a number."),
    ],
)
def test_what_an_import_wrote_is_any_json_that_can_be_kept(wrote: Any, why: str) -> None:
    source = {"source": "csv", "key": "", "wrote": wrote}
    found = problems(people=[{"id": "p", "name": "P", "sources": [source]}])
    assert found == [f"people[0].sources[0].wrote: {why}"]


def test_records_that_share_an_id_across_lists_are_no_problem() -> None:
    reading = read(people=[{"id": "1", "name": "P"}], stories=[{"id": "1"}])
    assert [item.id for item in (*reading.people, *reading.stories)] == ["1", "1"]


@pytest.mark.parametrize("running", [True, False])
def test_the_garbage_collector_is_left_as_it_was(running: bool) -> None:
    before = gc.isenabled()
    (gc.enable if running else gc.disable)()
    try:
        read_json('{"refdesk": 1}')
        after_success = gc.isenabled()
        with pytest.raises(RefusedJsonError):
            read_json("{")
        after_failure = gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()
    assert after_success is after_failure is running
