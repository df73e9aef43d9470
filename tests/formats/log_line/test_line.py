"""The quick line: every form of its grammar, and what must not be mistaken for one."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from refdesk.formats.log_line.line import LogLine, parse_log_line

TUESDAY = date(2025, 11, 18)
MONDAY = date(2025, 11, 17)
NOW = time(10, 0)

NOTHING = LogLine(
    line="", word="", kind="note", direction=None, names=(), on=TUESDAY, at=NOW, planned=False, place="", summary="",
    marks=(), satisfaction=None, promise="", follow_up=None, follow_up_at=None, tags=(), hints=(),
)  # fmt: skip


def check(line: str, **expected: Any) -> None:
    """The line says what is expected and nothing else, but for its hints; a day without a time has none."""
    if "on" in expected:
        expected.setdefault("at", None)
    found = parse_log_line(line, TUESDAY, NOW)
    assert replace(found, hints=()) == replace(NOTHING, line=line, **expected)


COFFEE = {"word": "coffee", "kind": "meeting"}
WITH_ANA = {**COFFEE, "names": ("Ana",)}
MEETING = {"word": "meeting", "kind": "meeting"}
EMAIL = {"word": "email", "kind": "message", "names": ("Ana",)}
LETTER = {"word": "letter", "kind": "letter", "names": ("Bo",)}
EVENT = {"word": "event", "kind": "event"}
CHAT = {**COFFEE, "names": ("Ana Ruiz",), "summary": "great chat about pensions"}


def test_the_example_of_the_manual() -> None:
    check(
        "Coffee with Ana Ruiz yesterday: promised intro to CFO #follow-up 2w",
        **COFFEE,
        names=("Ana Ruiz",),
        on=MONDAY,
        summary="promised intro to CFO",
        promise="intro to CFO",
        follow_up=date(2025, 12, 2),
    )
    check(
        "Coffee yesterday: promised the pension note #follow-up 2w",
        **COFFEE,
        on=MONDAY,
        summary="promised the pension note",
        promise="the pension note",
        follow_up=date(2025, 12, 2),
    )


@pytest.mark.parametrize(
    ("word", "kind", "marks"),
    [
        ("coffee", "meeting", ()),
        ("lunch", "meeting", ()),
        ("dinner", "meeting", ()),
        ("meeting", "meeting", ()),
        ("call", "call", ()),
        ("video", "video", ()),
        ("email", "message", ()),
        ("message", "message", ()),
        ("card", "letter", ()),
        ("letter", "letter", ()),
        ("event", "event", ()),
        ("note", "note", ()),
        ("gift", "note", ("gave",)),
        ("favour", "note", ("gave",)),
        ("favor", "note", ("gave",)),
    ],
)
def test_kinds(word: str, kind: Any, marks: Any) -> None:
    for line in (f"{word} with Ana", f"{word.title()} Ana", f"{word.upper()}, Ana", f"Ana {word}"):
        check(line, word=word, kind=kind, names=("Ana",), marks=marks)
    check(f"{word}", word=word, kind=kind, marks=marks)
    check(f"{word}: hello", word=word, kind=kind, marks=marks, summary="hello")


@pytest.mark.parametrize(
    ("line", "word", "kind"),
    [
        ("c Ana", "call", "call"),
        ("m Ana", "meeting", "meeting"),
        ("e Ana", "email", "message"),
        ("n Ana", "note", "note"),
    ],
)
def test_kinds_by_a_letter(line: str, word: str, kind: Any) -> None:
    check(line, word=word, kind=kind, names=("Ana",))


@pytest.mark.parametrize("name", ["C. Smith", "M Smith", "Caller Ana", "Notes", "Coffee-Ann", "Carda", "x Ana"])
def test_what_is_no_kind(name: str) -> None:
    check(name, names=(name,))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lunch with Tomasz", {"word": "lunch", "kind": "meeting", "names": ("Tomasz",)}),
        ("m ana r, bo and cy: talked", {**MEETING, "names": ("ana r", "bo", "cy"), "summary": "talked"}),
        ("coffee with Ana, Bo & Cy", {**COFFEE, "names": ("Ana", "Bo", "Cy")}),
        ("coffee with", {**COFFEE, "names": (), "summary": "with"}),
        ("coffee with Ana; Bo and ana", {**COFFEE, "names": ("Ana", "Bo")}),
        ("coffee w/ Ana", WITH_ANA),
        ("Ana", {"names": ("Ana",)}),
        ("Ana: good talk", {"names": ("Ana",), "summary": "good talk"}),
        ("@Ana", {"names": ("Ana",)}),
        ("coffee @Ana @Bo", {**COFFEE, "names": ("Ana", "Bo")}),
        ("coffee with Ana: met @Bo Li there", {**WITH_ANA, "names": ("Ana", "Bo Li"), "summary": "met Bo Li there"}),
        ("coffee with Ana: met @bo li", {**WITH_ANA, "names": ("Ana", "bo"), "summary": "met bo li"}),
        ("coffee with Ana: met @Ana.", {**WITH_ANA, "summary": "met Ana."}),
        ("coffee with Ana: mail ana@example.org", {**WITH_ANA, "summary": "mail ana@example.org"}),
        ("coffee with ana@example.org", {**COFFEE, "names": ("ana@example.org",)}),
        ("quick coffee with Ana", {**WITH_ANA, "summary": "quick"}),
        ("Spoke with Ana", {"names": ("Ana",), "summary": "Spoke"}),
        ("meeting about pensions with Bo", {**MEETING, "names": ("Bo",), "summary": "about pensions"}),
        ("sent a card to Ana", {"word": "card", "kind": "letter", "names": ("Ana",), "summary": "sent a"}),
        ("email to Ana", EMAIL),
        ("email from Ana: asked", {**EMAIL, "direction": "in", "summary": "asked"}),
        ("got a letter from Bo", {**LETTER, "direction": "in", "summary": "got a"}),
        ("call from Ana", {"word": "call", "kind": "call", "names": ("Ana",), "direction": "in"}),
        ("gift for Ana: a book", {"word": "gift", "names": ("Ana",), "marks": ("gave",), "summary": "a book"}),
        ("coffee with Ana at Luigi's", {**WITH_ANA, "place": "Luigi's"}),
        ("coffee at Luigi's with Ana: hi", {**WITH_ANA, "place": "Luigi's", "summary": "hi"}),
        ("coffee with Ana Ruiz great chat about pensions", CHAT),
        ("event spring fair with Ana, Bo", {**EVENT, "names": ("Ana", "Bo"), "summary": "spring fair"}),
        ("coffee with Ana\nshe runs\n  the firm", {**WITH_ANA, "summary": "she runs\nthe firm"}),
        ("coffee with Ana：谈话", {**WITH_ANA, "summary": "谈话"}),
        ("coffee with Ana:10 came", {**WITH_ANA, "summary": "10 came"}),
        ("coffee with Ana: at 9:30: really", {**WITH_ANA, "summary": "at 9:30: really"}),
        ("email Ana https://x.org now", {**EMAIL, "summary": "https://x.org now"}),
    ],
)
def test_names_and_text(line: str, expected: dict[str, Any]) -> None:
    check(line, **expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("coffee with Ana today", {"on": TUESDAY}),
        ("coffee yesterday with Ana", {"on": MONDAY}),
        ("yesterday coffee with Ana", {"on": MONDAY}),
        ("Ana coffee yesterday", {"on": MONDAY}),
        ("coffee with Ana mon", {"on": MONDAY}),
        ("coffee with Ana, Monday", {"on": MONDAY}),
        ("coffee with Ana tue", {"on": date(2025, 11, 11)}),
        ("coffee with Ana 12 nov", {"on": date(2025, 11, 12)}),
        ("coffee with Ana on 12/11", {"on": date(2025, 11, 12)}),
        ("coffee with Ana 2025-11-12", {"on": date(2025, 11, 12)}),
        ("coffee with Ana 3 days ago", {"on": date(2025, 11, 15)}),
        ("coffee with Ana two weeks ago", {"on": date(2025, 11, 4)}),
        ("coffee with Ana last week", {"on": date(2025, 11, 11)}),
        ("coffee with Ana 9:15", {"at": time(9, 15)}),
        ("coffee with Ana at 9:15 yesterday", {"on": MONDAY, "at": time(9, 15)}),
        ("coffee with Ana 12 nov 14:30: x", {"on": date(2025, 11, 12), "at": time(14, 30), "summary": "x"}),
        ("coffee with Ana yesterday at Luigi's", {"on": MONDAY, "place": "Luigi's"}),
        ("coffee with Ana yesterday great chat", {"on": MONDAY, "summary": "great chat"}),
        ("coffee with Ana tomorrow", {"on": date(2025, 11, 19), "planned": True}),
        ("coffee with Ana next fri 12:30", {"on": date(2025, 11, 21), "at": time(12, 30), "planned": True}),
        ("coffee with Ana 1 dec", {"on": date(2025, 12, 1), "planned": True}),
        ("coffee with Ana 12:30", {"at": time(12, 30), "planned": True}),
        ("coffee with Ana today 12:30", {"on": TUESDAY, "at": time(12, 30), "planned": True}),
        ("coffee with Ana: met yesterday, 12 nov", {"summary": "met yesterday, 12 nov"}),
        ("coffee with Ana 31/02: x", {"summary": "31/02 x"}),
        ("coffee with Ana 30 feb", {"summary": "30 feb"}),
        ("coffee with Ana 10", {"summary": "10"}),
    ],
)
def test_when(line: str, expected: dict[str, Any]) -> None:
    check(line, **WITH_ANA, **expected)


def test_without_a_clock_a_time_of_today_is_no_plan() -> None:
    found = parse_log_line("coffee with Ana 23:59", TUESDAY, None)
    assert (found.on, found.at, found.planned) == (TUESDAY, time(23, 59), False)
    assert parse_log_line("coffee with Ana", TUESDAY, None).at is None
