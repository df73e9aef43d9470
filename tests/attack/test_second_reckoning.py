"""What the program says of whole random books, against a second reckoning from their JSON (`docs/method.md` 2, 5)."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.attack.json_books import Json, Maker
from tests.attack.owed import known, owed_on
from tests.attack.program import refdesk
from tests.attack.reckoning import GATES, STATES, Judged, judge

DAY = date(2026, 11, 22)
SHIFTS = (0, -1, 1, -7, 14, -40, 90, -100, 200)
AHEAD = 1200
"""Further than any count of days in these books reaches."""


def imported(seed: int, tmp_path: Path) -> tuple[Json, Path]:
    """A random book, as JSON and as the program keeps it."""
    plain, file, book = Maker(seed, DAY).book(), tmp_path / "book.json", tmp_path / f"{seed}.refdesk"
    file.write_text(json.dumps(plain), encoding="utf-8")
    ran = refdesk("import", "--json", file, book=book, day=DAY)
    assert ran.code == 0, ran.out
    return plain, book


def told(found: Any) -> tuple[object, ...]:
    """What ``why --json`` says of somebody, as far as the second reckoning speaks of it."""
    gates = tuple((found["gates"][gate]["verdict"], found["gates"][gate]["begun"]) for gate in GATES)
    step = found["next_step"]["gate"] if found["next_step"] else None
    until = found["until"], found["gates"]["timing"]["until"]
    return gates, found["state"], found["score_terms"], found["score"], step, found["level"], until


def reckoned(it: Judged) -> tuple[object, ...]:
    """The same of the second reckoning."""
    gates = tuple((it.gates[gate], it.begun[gate]) for gate in GATES)
    until = it.until.isoformat() if it.until else None
    return gates, it.state, it.terms, it.score, it.step, it.level, (until if it.state == "hold" else None, until)


def order(book: Json, judged: dict[str, Judged], day: date) -> list[str]:
    """Whom the list of a day shows, in its order."""
    people = [p for p in book["people"] if not p.get("archived") and not known(p, "died_on", day)]

    def place(person: Json) -> tuple[object, ...]:
        it = judged[person["id"]]
        return STATES.index(it.state), -it.score, it.first_talk, person["name"].casefold(), person["id"]

    return [person["id"] for person in sorted(people, key=place)]


def compare(plain: Json, book: Path, day: date) -> None:
    """Everything that the program says on a day."""
    judged = {person["id"]: judge(plain, person, day) for person in plain["people"]}
    listed = refdesk("ready", "--all", "--json", book=book, day=day).json()["people"]
    assert [row["id"] for row in listed] == order(plain, judged, day)
    rows = {row["id"]: row for row in listed}
    for id_, it in judged.items():
        found = refdesk("why", id_, "--json", book=book, day=day).json()
        assert told(found) == reckoned(it), id_
        assert {key: found[key] for key in rows.get(id_, {})} == rows.get(id_, {})
    tasks = refdesk("today", "--json", book=book, day=day).json()["tasks"]
    names = {person["id"]: person["name"].casefold() for person in plain["people"]}
    wanted = sorted(owed_on(plain, day), key=lambda o: (o.due, o.kind, names.get(o.person or "", ""), o.key))
    assert [(t["key"], t["kind"], t["person"], t["due"], t["step"]) for t in tasks] == [
        (o.key, o.kind, o.person, o.due.isoformat(), o.step) for o in wanted
    ]


@pytest.mark.parametrize("seed", range(12))
def test_every_verdict_and_task_is_the_second_reckonings(seed: int, tmp_path: Path) -> None:
    plain, book = imported(seed, tmp_path)
    for shift in SHIFTS[seed % 3 :: 3]:
        compare(plain, book, DAY + timedelta(shift))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1400))
def test_many_books_get_the_same_verdicts_and_tasks(seed: int, tmp_path: Path) -> None:
    plain, book = imported(seed, tmp_path)
    for shift in SHIFTS:
        compare(plain, book, DAY + timedelta(shift))


def turning_day(plain: Json, person: Json, day: date) -> str | None:
    """The last day before anything of the verdict changes, found by looking at every day."""
    now = reckoned(judge(plain, person, day))
    later = (day + timedelta(days) for days in range(1, AHEAD))
    turn = next((each for each in later if reckoned(judge(plain, person, each)) != now), None)
    return (turn - timedelta(1)).isoformat() if turn else None


@pytest.mark.parametrize("seed", range(3))
def test_a_verdict_holds_to_the_very_day_it_names(seed: int, tmp_path: Path) -> None:
    plain, book = imported(seed, tmp_path)
    day = DAY + timedelta((0, 17, -20)[seed % 3])
    for person in plain["people"]:
        found = refdesk("why", person["id"], "--json", book=book, day=day).json()
        assert found["valid_until"] == turning_day(plain, person, day)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2000, 2060))
def test_many_verdicts_hold_to_the_very_day_they_name(seed: int, tmp_path: Path) -> None:
    plain, book = imported(seed, tmp_path)
    for day in (DAY, DAY + timedelta(17), DAY - timedelta(20)):
        for person in plain["people"]:
            found = refdesk("why", person["id"], "--json", book=book, day=day).json()
            assert found["valid_until"] == turning_day(plain, person, day)
