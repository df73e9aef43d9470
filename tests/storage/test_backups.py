"""Backups are whole, private to their name, verified before they count, and thinned out by a rule."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from refdesk.domain.errors import BookError
from refdesk.services.desk import Desk
from refdesk.services.safekeeping import back_up, backups_beside, restore
from refdesk.storage.backup import Backup, backups_in, to_thin_out, verify
from refdesk.storage.book import Book
from tests.storage.desks import NOW, add, desk_at, now, text_of
from tests.storage.random_books import fill


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def dated(path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk over a book whose clock the test sets."""
    with Book.open(path, clock) as book:
        yield Desk(book, NOW.date())


def dates(path: Path) -> list[date]:
    """The days of the backups beside a book, newest first."""
    return [one.made_at.date() for one in backups_in(backups_beside(path))]


def expected_to_stay(days: list[date]) -> set[date]:
    """The rule in other words: the last of each day, week and month, of so many of each."""
    kept = set()
    for count, label in (
        (12, date.toordinal),
        (10, lambda day: day.isocalendar()[:2]),
        (9, lambda d: (d.year, d.month)),
    ):
        last = {label(day): day for day in sorted(days)}
        kept.update(sorted(last.values())[-count:])
    return kept


def test_a_backup_holds_what_the_book_held(desk: Desk, tmp_path: Path) -> None:
    fill(desk, 1)
    made = back_up(desk)
    assert made == Backup(backups_beside(desk.book.path) / "book-20261118T090000Z.refdesk", NOW)
    assert verify(made.path) == NOW
    assert [each.name for each in made.path.parent.iterdir()] == [made.path.name]
    copy = tmp_path / "copy.refdesk"
    assert restore(copy, made.path, NOW) is None
    with desk_at(copy) as copied:
        assert text_of(copied) == text_of(desk)


def test_a_backup_has_what_is_in_the_log_alone(desk: Desk, path: Path, tmp_path: Path) -> None:
    """The book is in use, and its file alone would be an old or an empty one."""
    add(desk, "Ana")
    assert b"Ana" not in path.read_bytes()
    made = back_up(desk, tmp_path / "elsewhere" / "my.backup")
    restore(tmp_path / "restored.refdesk", made.path, NOW)
    with desk_at(tmp_path / "restored.refdesk") as restored:
        assert restored.person("ana")


def test_a_backup_takes_the_place_of_an_older_one_of_its_name(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "my.backup"
    back_up(desk, target)
    add(desk, "Ana")
    back_up(desk, target)
    assert restore(tmp_path / "restored.refdesk", target, NOW) is None
    with desk_at(tmp_path / "restored.refdesk") as restored:
        assert restored.person("ana")


def test_a_backup_never_takes_the_place_of_its_book(desk: Desk, path: Path, tmp_path: Path) -> None:
    add(desk, "Ana")
    (tmp_path / "link").symlink_to(path)
    for target in (path, tmp_path / "link"):
        with pytest.raises(BookError, match="is the book itself"):
            back_up(desk, target)
    add(desk, "Bo")
    with desk_at(path) as again:
        assert "Bo" in text_of(again)


def test_a_backup_of_a_restored_book_that_was_opened_in_place(desk: Desk, tmp_path: Path) -> None:
    """A backup is a book: somebody may open it as one, go on with it, and back that up."""
    add(desk, "Ana")
    made = back_up(desk, tmp_path / "my.refdesk")
    with desk_at(made.path) as opened:
        add(opened, "Bo")
        second = back_up(opened, tmp_path / "second.refdesk")
    with pytest.raises(BookError, match="are not those that were sealed"):
        verify(made.path)
    assert verify(second.path) == NOW
    restore(tmp_path / "restored.refdesk", second.path, NOW)
    with desk_at(tmp_path / "restored.refdesk") as restored:
        assert '"bo"' in text_of(restored)


def test_a_backup_that_is_not_good_is_not_kept(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = back_up(desk, tmp_path / "backups" / "my.backup").path.read_bytes()

    def unsound(_: Path) -> datetime:
        raise BookError("damaged")

    monkeypatch.setattr("refdesk.storage.backup.verify", unsound)
    with pytest.raises(BookError, match="damaged"):
        back_up(desk, tmp_path / "backups" / "my.backup")
    assert {each.name: each.read_bytes() for each in (tmp_path / "backups").iterdir()} == {"my.backup": before}


@pytest.mark.parametrize("target", ["file/my.backup", "folder"])
def test_a_backup_that_cannot_be_written_says_so(desk: Desk, tmp_path: Path, target: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(BookError, match=r"^The backup .* can't be written: "):
        back_up(desk, tmp_path / target)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data", "file", "folder"]


def test_a_book_is_no_backup(desk: Desk, path: Path) -> None:
    with pytest.raises(BookError, match="it carries no seal"):
        verify(path)
    with pytest.raises(BookError, match="There is no backup at"):
        verify(path.with_name("missing"))


def test_a_seal_without_a_row_is_none(desk: Desk, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "my.backup")
    connection = sqlite3.connect(made.path)
    connection.execute("DELETE FROM seal")
    connection.commit()
    connection.close()
    with pytest.raises(BookError, match="it carries no seal"):
        verify(made.path)


def test_backups_are_thinned_out_over_four_hundred_days(
    dated: Desk, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backup a day, two on some. Copying and checking, proved elsewhere, is left out for most of them."""
    monkeypatch.setattr("refdesk.storage.backup.back_up", lambda _, target: stand_in(target, clock.at))
    backups_beside(path).mkdir()
    made: list[date] = []
    for day in range(400):
        clock.at = NOW + timedelta(days=day)
        if day % 9 == 4:
            back_up(dated)
            clock.at += timedelta(hours=5)
        newest = back_up(dated)
        made.append(clock.at.date())
        assert newest.path.exists()
        assert set(dates(path)) == expected_to_stay(made)
        assert len(dates(path)) == len(set(dates(path)))
    kept = dates(path)
    assert kept[:12] == [made[-1] - timedelta(days=days) for days in range(12)]
    assert len({day.isocalendar()[:2] for day in kept}) >= 10
    assert len({(day.year, day.month) for day in kept}) == 9
    assert len(kept) <= 12 + 10 + 9


def stand_in(target: Path, at: datetime) -> Backup:
    """An empty file in the place of a backup."""
    target.touch()
    return Backup(target, at)


def test_thinning_removes_nothing_but_backups(dated: Desk, path: Path, clock: Clock) -> None:
    folder = backups_beside(path)
    folder.mkdir()
    others = ["notes.txt", "book-old.refdesk", "book-20200101.refdesk", "book-20200101T000000Z.refdesk.partial"]
    for name in others:
        (folder / name).touch()
    for day in range(14):
        clock.at = NOW + timedelta(days=day)
        back_up(dated)
    assert {each.name for each in folder.iterdir()} > set(others)
    assert len(dates(path)) == 12


@pytest.mark.parametrize("wrong", [timedelta(days=-800), timedelta(days=-1), timedelta(days=800)])
def test_a_wrong_clock_costs_no_backup(
    dated: Desk, path: Path, clock: Clock, wrong: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does having had one: when the clock is right again, backups are thinned as if it had never been wrong."""
    monkeypatch.setattr("refdesk.storage.backup.back_up", lambda _, target: stand_in(target, clock.at))
    backups_beside(path).mkdir()
    for day in range(40):
        clock.at = NOW + timedelta(days=day)
        back_up(dated)
    before = set(dates(path))
    clock.at += wrong
    for _ in range(15):
        clock.at += timedelta(minutes=10)
        made = back_up(dated)
        assert made.path.exists()
        if wrong < timedelta(0):
            assert before <= set(dates(path))
    clock.at = NOW + timedelta(days=40)
    back_up(dated)
    right = {day for day in dates(path) if NOW.date() <= day <= clock.at.date()}
    assert expected_to_stay(list(right)) == right
    assert right > {clock.at.date() - timedelta(days=days) for days in range(11)}


def test_the_rule_keeps_what_lies_ahead_and_counts_it_not() -> None:
    days = [date(2030, 1, day) for day in range(20, 0, -1)]
    assert to_thin_out(days, date(2029, 12, 31)) == []
    assert to_thin_out([date(2040, 5, 5), *days], date(2030, 1, 20)) == [
        1 + place for place in to_thin_out(days, days[0])
    ]
    assert to_thin_out([], date(2030, 1, 1)) == []
    assert to_thin_out(days[:1], days[0]) == []


def test_two_backups_of_one_moment_are_one(dated: Desk, path: Path, clock: Clock) -> None:
    back_up(dated)
    back_up(dated)
    assert [one.made_at for one in backups_in(backups_beside(path))] == [datetime(2026, 11, 18, 9, 0)]
    clock.at = datetime(2026, 11, 18, 9, 0, 1, tzinfo=UTC)
    back_up(dated)
    assert len(backups_in(backups_beside(path))) == 1
    assert now() == NOW
