"""The marked parts of the quick line, its hints, and the nastier things that people type."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.log_line.hints import Hint
from refdesk.formats.log_line.line import parse_log_line
from tests.formats.log_line.test_line import NOW, TUESDAY, WITH_ANA, check

EVERYTHING = ("gave", "received", "explained", "story", "expectation", "delivered", "complaint")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("coffee with Ana +gave", {"marks": ("gave",)}),
        ("+got coffee with Ana", {"marks": ("received",)}),
        ("coffee with Ana: x +told +STORY y", {"marks": ("explained", "story"), "summary": "x y"}),
        ("coffee with Ana +complaint +done +lives +story +told +got +gave", {"marks": EVERYTHING}),
        ("coffee with Ana: +gaveaway +1 a+got", {"summary": "+gaveaway +1 a+got"}),
        ("coffee with Ana +done !delighted", {"marks": ("delivered",), "satisfaction": "delighted"}),
        ("coffee with Ana: ok !Unhappy.", {"satisfaction": "unhappy", "summary": "ok."}),
        ("coffee with Ana !mixed !satisfied", {"satisfaction": "mixed"}),
        ("coffee with Ana: Great! Really great!!", {"summary": "Great! Really great!!"}),
        ("coffee with Ana #golf", {"tags": ("golf",)}),
        ("coffee with Ana: x #Golf #two-words, #golf", {"tags": ("Golf", "two-words"), "summary": "x,"}),
        ("coffee with Ana: C# and #1", {"summary": "C# and #1"}),
        ("coffee with Ana >3d", {"follow_up": date(2025, 11, 21)}),
        ("coffee with Ana: x >1 dec", {"follow_up": date(2025, 12, 1), "summary": "x"}),
        ("coffee with Ana >fri 9:30", {"follow_up": date(2025, 11, 21), "follow_up_at": time(9, 30)}),
        ("coffee with Ana #fu fri", {"follow_up": date(2025, 11, 21)}),
        ("coffee with Ana #FU 1m: x", {"follow_up": date(2025, 12, 18), "summary": "x"}),
        ("coffee with Ana #followup: in 1y", {"follow_up": date(2026, 11, 18)}),
        ("coffee with Ana #follow-up next month", {"follow_up": date(2025, 12, 18)}),
        ("coffee with Ana #fu someday", {"summary": "#fu someday"}),
        ("coffee with Ana: x > 3m, >soon", {"summary": "x > 3m, >soon"}),
        ("coffee with Ana: x -> 3d", {"summary": "x -> 3d"}),
        ("coffee with Ana !send the note", {"promise": "send the note"}),
        ("coffee with Ana: !send list to Dr. Smith. Nice", {"promise": "send list to Dr. Smith", "summary": "Nice"}),
        ("coffee with Ana: x !send v1.2 #golf", {"promise": "send v1.2", "tags": ("golf",), "summary": "x"}),
        ("coffee with Ana !call Bo !mail Cy >2w", {"promise": "call Bo; mail Cy", "follow_up": date(2025, 12, 2)}),
        ("coffee with Ana: I'll send it. Nice", {"promise": "send it", "summary": "I'll send it. Nice"}),
        ("coffee with Ana: so I’ll call", {"promise": "call", "summary": "so I’ll call"}),
        ("coffee with Ana: I will write; x", {"promise": "write; x", "summary": "I will write; x"}),
        ("coffee with Ana: talked and promised to call", {"promise": "call", "summary": "talked and promised to call"}),
        ("coffee with Ana: I've promised that I'll pay", {"promise": "pay", "summary": "I've promised that I'll pay"}),
        ("coffee with Ana: she promised a list", {"summary": "she promised a list"}),
        ("coffee with Ana: promised me a list", {"summary": "promised me a list"}),
        ("coffee with Ana: unpromised", {"summary": "unpromised"}),
    ],
)
def test_marked_parts(line: str, expected: dict[str, Any]) -> None:
    check(line, **WITH_ANA, **expected)


def test_tags_are_spelt_like_the_known_ones() -> None:
    found = parse_log_line("Ana #GOLF #family-business #new", TUESDAY, NOW, known_tags=["Golf", "Family business"])
    assert found.tags == ("Golf", "Family business", "new")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("coffee with May", ("May",)),
        ("coffee with April and June", ("April", "June")),
        ("coffee with Mark", ("Mark",)),
        ("coffee with Al", ("Al",)),
        ("coffee with Augusta", ("Augusta",)),
        ("coffee with Sunday Okafor", ("Sunday Okafor",)),
        ("coffee with Mei Sun", ("Mei Sun",)),
        ("coffee with Dr. O'Neill", ("Dr. O'Neill",)),
        ("coffee with Ana R.", ("Ana R.",)),
        ("coffee with Ana!", ("Ana",)),
        ("coffee with Jean-Luc", ("Jean-Luc",)),
        ("coffee with John Smith, Jr.", ("John Smith, Jr.",)),
        ("coffee with José María de la Cruz", ("José María de la Cruz",)),
        ("coffee with Maarten van 't Hooft", ("Maarten van 't Hooft",)),
        ("coffee with Søren and Łukasz", ("Søren", "Łukasz")),
        ("coffee with 王小明", ("王小明",)),
        ("coffee with يوسف العلي", ("يوسف العلي",)),
        ("coffee with मारिया शर्मा", ("मारिया शर्मा",)),
        ("coffee with Ірина", ("Ірина",)),
        ("coffee with me", ()),
    ],
)
def test_names_of_all_kinds(line: str, names: tuple[str, ...]) -> None:
    found = parse_log_line(line, TUESDAY, NOW)
    assert found.names == names
    assert (found.on, found.at) == (TUESDAY, NOW)


@pytest.mark.parametrize(
    ("line", "name", "on"),
    [
        ("call with May 12 nov", "May", date(2025, 11, 12)),
        ("call with April 3 days ago", "April", date(2025, 11, 15)),
        ("call with Mark on mon", "Mark", date(2025, 11, 17)),
        ("call with Al 12/11", "Al", date(2025, 11, 12)),
        ("call with Sunday Okafor sunday", "Sunday Okafor", date(2025, 11, 16)),
    ],
)
def test_a_name_beside_a_day(line: str, name: str, on: date) -> None:
    check(line, word="call", kind="call", names=(name,), on=on)


@pytest.mark.parametrize(
    "line", ["", " ", "\t  \n \n", ":", ":::", "-", "!", "#", "> ", "@", "+", "…", ",,;", "\x1f", "\ufeff "]
)
def test_lines_that_say_nothing(line: str) -> None:
    found = parse_log_line(line, TUESDAY, NOW)
    assert (found.line, found.names, found.kind, found.on, found.at) == (line, (), "note", TUESDAY, NOW)


def test_emoji_is_text() -> None:
    check("🎉", summary="🎉")
    check("coffee with Ana 🎉: 👍🏽 great", **WITH_ANA, summary="🎉 👍🏽 great")


def test_a_sentence_is_no_name() -> None:
    line = "we had a long talk that went on and on until the very late evening of that day"
    check(line, summary=line)


@pytest.mark.parametrize(
    "unit", ["a", "a ", "Ana ", "#a ", "!a ", "!a. ", ">3 ", "@A ", ": ", "12/", "and ", "I'll ", "\x1f "]
)
def test_ten_thousand_letters(unit: str) -> None:
    line = (unit * 10_000)[:10_000]
    found = parse_log_line(line, TUESDAY, NOW)
    assert found.line == line
    assert all(len(name) <= 80 for name in found.names)


@pytest.mark.parametrize(
    ("line", "hints"),
    [
        (
            "coffee with Ana: introduced me to Bob Smith and offered to help",
            (
                Hint("introduction_received", ("Bob Smith",), "introduced me to Bob Smith"),
                Hint("help_offered", (), "offered to help"),
            ),
        ),
        ("Ana introduced me to bob", (Hint("introduction_received", ("bob",), "introduced me to bob"),)),
        ("I introduced Ana to Bo Li.", (Hint("introduction_given", ("Ana", "Bo Li"), "I introduced Ana to Bo Li"),)),
        ("coffee with Ana: introduced her to Bo", (Hint("introduction_given", ("Bo",), "introduced her to Bo"),)),
        (
            "Ana: I've introduced Bo to Cy de Wit",
            (Hint("introduction_given", ("Bo", "Cy de Wit"), "I've introduced Bo to Cy de Wit"),),
        ),
        ("coffee with Ana: she offered their help", (Hint("help_offered", (), "offered their help"),)),
        ("coffee with Ana: I offered to help", ()),
        ("coffee with Ana: she introduced Bo to Cy", ()),
        ("coffee with Ana: offered coffee", ()),
    ],
)
def test_hints_are_only_offered(line: str, hints: tuple[Hint, ...]) -> None:
    found = parse_log_line(line, TUESDAY, NOW)
    assert found.hints == hints
    assert found.marks == ()


def test_who_introduced_whom_is_read_without_a_colon() -> None:
    found = parse_log_line("Ana introduced me to Bo yesterday", TUESDAY, NOW)
    assert (found.names, found.summary, found.on) == (("Ana",), "introduced me to Bo", date(2025, 11, 17))


PARTS = [
    "coffee",
    "with",
    "Ana",
    "Bo,",
    "and",
    "yesterday",
    "12/11",
    "14:30",
    ":",
    "!do it",
    "!mixed",
    "+gave",
    "#fu",
    "2w",
    ">3d",
    "#tag",
    "@Cy",
    "I'll",
    "promised",
    "introduced",
    "me",
    "to",
    ".",
    "\n",
    "May",
    "at",
    "from",
]


@given(st.text() | st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join), st.dates(), st.none() | st.times())
def test_any_line_is_read_and_kept(line: str, today: date, now: time | None) -> None:
    found = parse_log_line(line, today, now)
    assert found.line == line
    assert all(name.strip() == name != "" for name in found.names)
    assert not found.planned or found.on >= today
    assert found.follow_up is None or found.follow_up >= today
    assert "\x1f" not in "".join((found.summary, found.promise, found.place, *found.names, *found.tags))


@given(st.sampled_from(["coffee", "call", "note"]), st.sampled_from(["yesterday", "12 nov", "3 days ago"]))
def test_the_order_of_the_parts_does_not_matter(kind: str, when: str) -> None:
    lines = [
        f"{kind} with Ana {when}: x #golf +gave",
        f"{when} {kind} with Ana #golf +gave: x",
        f"+gave {kind} {when} Ana: x #golf",
    ]
    first, *others = [parse_log_line(line, TUESDAY, NOW) for line in lines]
    assert [replace(other, line=first.line) for other in others] == [first, first]
    assert (first.names, first.tags, first.marks, first.summary) == (("Ana",), ("golf",), ("gave",), "x")
