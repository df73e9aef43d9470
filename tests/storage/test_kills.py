"""A process that is killed in the middle of its work leaves every act that it had finished, and no part of another."""

import signal
import time
from pathlib import Path
from random import Random

import pytest

from refdesk.domain.person import ContactPoint, Person
from refdesk.domain.records import Entry
from refdesk.services import people, timeline
from refdesk.services.desk import Desk
from refdesk.services.imports.run import import_files, imports, undo_import
from refdesk.storage import check
from refdesk.storage.readiness import count_to_sort
from refdesk.storage.records import each
from tests.storage import children
from tests.storage.desks import TODAY, add, desk_at, text_of


def edit_for_ever(path: Path, say: children.Say, first: int) -> None:
    """Add people and log two entries with each, one of them shared, saying each id once it is committed."""
    with desk_at(path) as desk:
        say("ready")
        add_if_missing(desk)
        for number in range(first, first + 100_000):
            id_ = f"p{number}"
            phone = ContactPoint(f"+49 30 {number:06}", "work")
            people.add_person(desk, Person(id=id_, name=f"Person {number}", phones=(phone,), about="x" * 500))
            say(id_)
            for place, who in enumerate(((id_,), (id_, "everybody"))):
                entry = Entry(id=f"e{number}.{place}", on=TODAY, kind="call", people=who, summary="talked")
                timeline.log_entry(desk, entry)
                say(entry.id)


def add_if_missing(desk: Desk) -> None:
    if not list(each(desk.book, Person, "id = 'everybody'")):
        add(desk, "Everybody")


def try_killing_edits(path: Path, kills: int) -> int:
    """Kill an editing process so many times over one book; gives how many acts were acknowledged in all."""
    random = Random(kills)
    acknowledged: set[str] = set()
    for kill in range(kills):
        child = children.Child(lambda say, first=kill * 100_000: edit_for_ever(path, say, first))
        child.wait_for("ready")
        time.sleep(random.uniform(0.03, 0.15))
        ended = child.kill()
        assert ended.code == -signal.SIGKILL, ended.lines[-1:]
        said = set(ended.lines) - {"ready"}
        acknowledged |= said
        with desk_at(path) as desk:
            found = {record.id for kind in (Person, Entry) for record in each(desk.book, kind)} - {"everybody"}
            assert acknowledged <= found
            assert len(found - acknowledged) <= kill + 1  # one may have been committed and not yet said, each time
            acknowledged = found
            assert all(len(person.phones) == 1 for person in each(desk.book, Person, "id <> 'everybody'"))
            if kill % 5 == 0 or kill == kills - 1:
                assert list(check.problems(desk.book)) == []
    return len(acknowledged)


def test_no_acknowledged_edit_is_lost_by_a_kill(path: Path) -> None:
    assert try_killing_edits(path, 15) > 15


@pytest.mark.soak
@pytest.mark.parametrize("tenth", range(10))
def test_no_acknowledged_edit_is_lost_by_five_hundred_kills(tmp_path: Path, tenth: int) -> None:
    assert try_killing_edits(tmp_path / f"{tenth}.refdesk", 50) > 50


def cards(folder: Path, count: int) -> Path:
    """An address book of so many cards."""
    path = folder / "people.vcf"
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Person {0}",
        "N:{0};Person;;;",
        "TEL:+49 30 {0:08}",
        "UID:u{0}",
        "END:VCARD",
    )
    card = "".join(f"{line}\r\n" for line in lines)
    path.write_text("".join(card.format(number) for number in range(count)), newline="")
    return path


def try_killing_imports(path: Path, file: Path, count: int, kills: int) -> None:
    """Kill imports of one file at moments spread over how long it takes: each time all of it is there, or nothing."""
    random = Random(kills)
    with desk_at(path) as desk:
        add(desk, "Zoe Quux")
        before = text_of(desk)
    started = time.monotonic()
    assert children.run(lambda _: take_in(path, file)).code == 0
    whole = time.monotonic() - started
    with desk_at(path) as desk:
        undo_import(desk, imports(desk)[-1].id)
    outcomes = set()
    for kill in range(kills):
        child = children.Child(lambda _: take_in(path, file))
        time.sleep(whole * (kill + random.random()) / kills)
        child.kill()
        with desk_at(path) as desk:
            found = count_to_sort(desk.book)
            assert found in (0, count)
            outcomes.add(found)
            assert desk.book.value("PRAGMA integrity_check") == "ok"
            for batch in imports(desk):
                if batch.undone_on is None:
                    assert undo_import(desk, batch.id).gone == count
            assert text_of(desk) == before
    assert 0 in outcomes
    with desk_at(path) as desk:
        assert list(check.problems(desk.book)) == []


def take_in(path: Path, file: Path) -> None:
    with desk_at(path) as desk:
        report = import_files(desk, [file])
        assert report.problems == []


def test_an_import_that_is_killed_is_there_whole_or_not_at_all(path: Path, tmp_path: Path) -> None:
    try_killing_imports(path, cards(tmp_path, 2_000), 2_000, kills=6)


@pytest.mark.soak
def test_fifty_killed_imports_of_ten_thousand_cards(path: Path, tmp_path: Path) -> None:
    try_killing_imports(path, cards(tmp_path, 10_000), 10_000, kills=50)
