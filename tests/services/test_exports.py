"""The whole book out and in again is the same book; what goes to other programs, and how a file is written."""

import base64
import json
import stat
from pathlib import Path

import pytest

from refdesk.domain.errors import KnownError
from refdesk.domain.person import ContactPoint, Person
from refdesk.domain.records import Task
from refdesk.formats.refdesk_json.writer import write_json
from refdesk.services import people, tasks
from refdesk.services.desk import Desk
from refdesk.services.exports import export_bytes, export_to, write_out
from refdesk.services.sample.book import sample_book
from refdesk.storage.check import problems
from refdesk.storage.photos import photo_data
from tests.services.books import assert_no_change, bring_in, card, fresh_desk, names, only, put, vcf
from tests.services.test_people import ODD
from tests.storage.desks import TODAY, add, log, text_of
from tests.storage.random_books import change, fill

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PIXEL_URL = "data:image/png;base64," + base64.b64encode(PIXEL).decode()


def assert_comes_back(text: str) -> None:
    """This export, imported into an empty book, is exported as the same bytes."""
    with fresh_desk() as desk:
        path = put(desk, "book.json", text)
        report = bring_in(desk, path)
        assert not report.failed
        assert text_of(desk) == text
        assert list(problems(desk.book)) == []
        assert_no_change(desk, path)


def test_the_sample_book_comes_back() -> None:
    assert_comes_back(write_json(sample_book(today=TODAY, people=150, years=2, seed=1)))


def test_an_empty_book_comes_back(desk: Desk) -> None:
    assert text_of(desk) == '{\n  "refdesk": 1\n}\n'
    assert_comes_back(text_of(desk))


@pytest.mark.parametrize("seed", range(12))
def test_a_random_book_comes_back(desk: Desk, seed: int) -> None:
    records = fill(desk, seed)
    for _ in range(4):
        change(desk, records)
    assert_comes_back(text_of(desk))


@pytest.mark.soak
def test_many_random_books_come_back() -> None:
    for seed in range(1_000):
        with fresh_desk() as desk:
            records = fill(desk, seed)
            for _ in range(seed % 10):
                change(desk, records)
            assert_comes_back(text_of(desk))


def test_a_book_of_imported_people_comes_back_and_knows_its_sources(desk: Desk) -> None:
    path = vcf(desk, card("Ann", "UID:u1", "X-A:1", "TITLE:Clerk"), card("Bob"), card("Bob"))
    bring_in(desk, path)
    text, cards = text_of(desk), path.read_text()
    assert_comes_back(text)
    with fresh_desk() as other:
        bring_in(other, put(other, "book.json", text))
        assert_no_change(other, put(other, "phone.vcf", cards))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_names_and_notes_come_back_unharmed(desk: Desk, text: str) -> None:
    add(desk, text, id="odd", about=text, org=text, tags=(text,), emails=(ContactPoint(text),))
    log(desk, "odd", summary=text, line=text, place=text)
    assert_comes_back(text_of(desk))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("format_", ["vcard", "csv"])
def test_odd_names_go_to_other_programs_and_back(desk: Desk, format_: str, text: str) -> None:
    """Whatever a program could trip over is left out; what is left comes in as one person, again and again."""
    add(desk, text, id="odd", org=text)
    with fresh_desk() as other:
        path = put(other, "out", export_bytes(desk, format_))  # type: ignore[arg-type]
        assert bring_in(other, path).created == 1
        assert only(other).name.replace("\0", "").split() == text.replace("\0", "").split()
        assert_no_change(other, path)


def test_whoever_is_in_the_trash_stays_behind_with_what_speaks_of_them_alone(desk: Desk) -> None:
    for name in ("Ann", "Bob", "Cy"):
        add(desk, name)
    people.edit_person(desk, Person(id="ann", name="Ann", could_introduce=("bob", "cy"), introduced_by="bob"))
    log(desk, "bob", summary="alone")
    log(desk, "ann", "bob", summary="together")
    tasks.add_task(desk, Task(id="t", title="Call Bob", person="bob", due=TODAY))
    people.delete_person(desk, "bob")
    plain = json.loads(text_of(desk))
    assert [person["id"] for person in plain["people"]] == ["ann", "cy"]
    assert plain["people"][0] == {"id": "ann", "name": "Ann", "could_introduce": ["cy"]}
    assert [(entry["summary"], entry["people"]) for entry in plain["timeline"]] == [("together", ["ann"])]
    assert "tasks" not in plain
    assert_comes_back(text_of(desk))


def test_a_photo_beside_the_file_is_kept_in_the_book(desk: Desk) -> None:
    put(desk, "ann.png", PIXEL)
    bring_in(desk, put(desk, "a.json", '{"refdesk": 1, "people": [{"id": "a", "name": "A", "photo": "ann.png"}]}'))
    assert photo_data(desk.book, only(desk).photo) == PIXEL
    assert PIXEL_URL in text_of(desk)
    assert_comes_back(text_of(desk))


def test_a_photo_in_the_file_is_kept_in_the_book(desk: Desk) -> None:
    bring_in(
        desk, put(desk, "a.json", json.dumps({"refdesk": 1, "people": [{"id": "a", "name": "A", "photo": PIXEL_URL}]}))
    )
    assert not only(desk).photo.startswith("data:")
    assert_comes_back(text_of(desk))
    assert_no_change(desk, desk.book.path.parent / "a.json")


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/passwd", "sub/ann.png", "..", ".", "none.png", "book.refdesk", "C:\\x.png"]
)
def test_a_photos_name_never_reads_another_file(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(PIXEL)
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "ann.png").write_bytes(PIXEL)
    (folder / "book.refdesk").write_bytes(b"no picture")
    file = folder / "a.json"
    file.write_text(json.dumps({"refdesk": 1, "people": [{"id": "a", "name": "A", "photo": name}]}))
    assert bring_in(desk, file).created == 1
    assert only(desk).photo == name
    assert photo_data(desk.book, name) is None
    assert_comes_back(text_of(desk))


@pytest.mark.parametrize("format_", ["vcard", "csv"])
def test_the_people_go_out_and_come_in_where_they_were(desk: Desk, format_: str) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee", "EMAIL:a@x.example", "TEL:030 1"), card("Bob Ray"), card("Bob Ray")))
    out = put(desk, "out", export_bytes(desk, format_))  # type: ignore[arg-type]
    report = bring_in(desk, out)
    assert (report.created, report.updated, names(desk)) == (0, 0, ["Ann Lee", "Bob Ray", "Bob Ray"])
    with fresh_desk() as other:
        path = put(other, "in", out.read_bytes())
        assert bring_in(other, path).created == 3
        assert_no_change(other, path)


def test_csv_begins_with_the_mark_by_which_excel_reads_accents(desk: Desk) -> None:
    add(desk, "Zoë Łuczak")
    data = export_bytes(desk, "csv")
    assert data.startswith(b"\xef\xbb\xbfName,")
    assert data.count(b"\xef\xbb\xbf") == 1
    with fresh_desk() as other:
        bring_in(other, put(other, "people.csv", data))
        assert names(other) == ["Zoë Łuczak"]


def test_a_file_is_written_for_its_user_alone_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    for data in (b"one", b"another"):
        write_out(path, data)
        assert path.read_bytes() == data
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_replaced_and_its_target_untouched(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "out.json"
    target.write_text("precious")
    link.symlink_to(target)
    write_out(link, b"new")
    assert (target.read_text(), link.is_symlink(), link.read_bytes()) == ("precious", False, b"new")


@pytest.mark.parametrize("name", ["", "none/out.json", "nul\0.json", "x" * 300])
def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError, match=r"(is a folder|can't be written: .+)\.$"):
        write_out(tmp_path / name, b"data")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "out.json"
    path.write_text("old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KnownError, match=r"no space left on device\.$"):
        write_out(path, b"new")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("out.json", "old")]


def test_names_of_255_bytes_and_emoji_can_be_written(tmp_path: Path) -> None:
    for name in ("x" * 250 + ".json", "📇" * 62 + ".json", " -o; rm *"):
        write_out(tmp_path / name, b"data")
        assert (tmp_path / name).read_bytes() == b"data"


@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_an_export_never_takes_the_open_book_s_place(desk: Desk, suffix: str) -> None:
    path = desk.book.path.with_name(desk.book.path.name + suffix)
    desk.book.rows("SELECT 1")
    path.touch()
    before = path.read_bytes()
    with pytest.raises(KnownError, match="is the book itself"):
        export_to(desk, "csv", path)
    assert path.read_bytes() == before
