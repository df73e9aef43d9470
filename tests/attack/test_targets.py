"""Where an export or a backup is told to go: a file there is replaced, and nothing else is ever touched."""

import json
import os
import socket
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from refdesk.desktop import clock
from refdesk.services.desk import Desk
from refdesk.services.people import delete_person
from refdesk.storage.book import Book
from tests.attack.program import refdesk

COMMANDS = {
    "json": ("export", "--format", "json"),
    "vcard": ("export", "--format", "vcard"),
    "csv": ("export", "--format", "csv"),
    "backup": ("backup",),
}


def pipe(path: Path) -> None:
    """A named pipe."""
    os.mkfifo(path)


def listener(path: Path) -> None:
    """A socket."""
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))


def link_to_a_device(path: Path) -> None:
    """A link to the device that swallows everything, as /dev/stdout is a link to a terminal."""
    path.symlink_to("/dev/null")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with Ana."""
    path = tmp_path / "book.refdesk"
    assert refdesk("log", "--new", "Coffee with Ana Ruiz", book=path).code == 0
    return path


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("make", [pipe, listener, link_to_a_device, Path.mkdir])
def test_what_is_no_file_is_left_as_it_is(
    make: Callable[[Path], object],
    command: tuple[str, ...],
    book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    target = Path("target")
    make(target)
    before = target.lstat()
    ran = refdesk(*command, "--out", target, book=book)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert os.path.samestat(target.lstat(), before)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.refdesk", "target"]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("name", ["", ".", "..", "n" * 256, "folder/", "book.refdesk", "book.refdesk-wal"])
def test_a_name_that_cannot_be_is_refused_in_a_sentence(
    command: tuple[str, ...], name: str, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    before = book.read_bytes()
    with Book.open(book, clock.now_utc):  # so that there is a log
        ran = refdesk(*command, "--out", name, book=book)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert not list(tmp_path.rglob("*.partial"))
    assert book.read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("name", ["folder/../x", "n" * 255, "😀" * 60, "-x", "a b\n", "\udcff"])
def test_an_odd_name_is_a_name(
    command: tuple[str, ...], name: str, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert refdesk(*command, f"--out={name}", book=book).code == 0
    assert stat.S_IMODE(Path(name).stat().st_mode) == 0o600


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_link_put_there_at_the_last_moment_is_replaced_and_not_followed(
    command: tuple[str, ...], book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim, target, real = tmp_path / "victim", tmp_path / "out", os.fsync
    victim.write_text("mine", encoding="utf-8")

    def swap(descriptor: int) -> None:
        target.unlink(missing_ok=True)
        target.symlink_to(victim)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", swap)
    refdesk(*command, "--out", target, book=book)
    assert victim.read_text(encoding="utf-8") == "mine"


def test_what_hangs_on_somebody_in_the_trash_leaves_an_export_that_comes_back(book: Path, tmp_path: Path) -> None:
    day = date(2026, 11, 22)
    plain = {
        "refdesk": 1,
        "people": [{"id": id_, "name": id_} for id_ in ("ana", "bo", "cy")],
        "asks": [
            {"id": "a1", "person": "ana", "state": "agreed", "asked_on": "2026-11-01"},
            {"id": "a2", "person": "ana", "state": "agreed", "asked_on": "2026-11-01"},
        ],
        "referrals": [
            {"id": "r1", "champion": "ana", "to": "bo", "prospect": "bo", "ask": "a1", "agreed_on": "2026-11-02"},
            {"id": "r2", "champion": "bo", "ask": "a2", "agreed_on": "2026-11-02"},
            {"id": "r3", "direction": "given", "champion": "bo", "to": "cy", "agreed_on": "2026-11-02"},
        ],
    }
    file, out = tmp_path / "in.json", tmp_path / "out.json"
    file.write_text(json.dumps(plain), encoding="utf-8")
    assert refdesk("import", file, book=book, day=day).code == 0
    with Book.open(book, clock.now_utc) as opened:
        delete_person(Desk(opened, day), "bo")
    assert refdesk("export", "--format", "json", "--out", out, book=book).code == 0
    exported = json.loads(out.read_bytes())
    assert [ask["id"] for ask in exported["asks"]] == ["a1"]
    assert [referral["id"] for referral in exported["referrals"]] == ["r1", "r3"]
    assert refdesk("import", out, book=tmp_path / "fresh.refdesk", day=day).code == 0


PAYLOADS = [
    start + rest
    for start in ("=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", '"=', ";=", "'=", " =", "|", "%", "\n=")
    for rest in ("1+1", 'cmd|"/C calc"!A0', 'HYPERLINK("http://x","y")', "SUM(A1:A9)", "49 30 1234567")
]


def test_formulas_survive_the_way_to_a_spreadsheet_and_back_as_text(book: Path, tmp_path: Path) -> None:
    people = [
        {"id": f"p{number}", "name": f"Ana {number}", "org": payload, "about": payload, "title": payload}
        for number, payload in enumerate(PAYLOADS)
    ]
    file, out, fresh = tmp_path / "in.json", tmp_path / "out.csv", tmp_path / "fresh.refdesk"
    file.write_text(json.dumps({"refdesk": 1, "people": people}), encoding="utf-8")
    assert refdesk("import", file, book=book).code == 0
    for _ in range(2):
        assert refdesk("export", "--format", "csv", "--out", out, book=book).code == 0
        assert refdesk("import", "--json", out, book=fresh).code == 0
        book = fresh
    assert refdesk("export", "--format", "json", "--out", file, book=fresh).code == 0
    back = {person["name"]: person for person in json.loads(file.read_bytes())["people"]}
    for person in people:
        for key in ("org", "about", "title"):
            assert back[person["name"]][key].strip() == person[key].strip(), key
