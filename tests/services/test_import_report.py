"""A bad record never costs its neighbours, a bad file never another file, and the report says where and why."""

import os
from pathlib import Path

import pytest

from refdesk.services.desk import Desk
from refdesk.services.imports.run import import_files, imports
from tests.services.books import GOOGLE, LINKEDIN, bring_in, card, names, people, put, table, vcf
from tests.storage.desks import text_of, titles

BAD_CARDS = {
    "empty": "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD",
    "photo cut off": "BEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b:AAAA\nFN",
    "no end": "BEGIN:VCARD\nVERSION:3.0\nFN:Half",
    "noise": "BEGIN:VCARD\n\x00\x01\x02;;;:::\n====\nEND:VCARD",
    "a group": card("Golfers", "X-ADDRESSBOOKSERVER-KIND:group"),
    "a birthday that is none": card("Odd", "BDAY:next spring"),
    "a very long line": card("Long", "NOTE:" + "x" * 100_000),
    "bad quoted-printable": card("Zo=ZZ", "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=\n=Z9"),
}

CUT_OFF = "BEGIN:VCARD\nVERSION:3.0"
"""The end of a file that was cut off before its last card said anything: the one kind of card that is skipped."""


@pytest.mark.parametrize("bad", BAD_CARDS.values(), ids=BAD_CARDS)
def test_a_bad_card_costs_no_neighbour(desk: Desk, bad: str) -> None:
    report = bring_in(desk, vcf(desk, card("Ann Lee"), bad, card("Bob Ray")))
    assert {"Ann Lee", "Bob Ray"} <= set(names(desk))
    assert not report.failed


def test_a_problem_names_file_line_record_and_reason(desk: Desk) -> None:
    path = vcf(desk, card("Ann Lee"), card("Odd", "BDAY:next spring"), CUT_OFF, name="my phone.vcf")
    report = bring_in(desk, path)
    assert [(p.file, p.line, p.record, p.outcome) for p in report.problems] == [
        ("my phone.vcf", 8, "card 2 (Odd)", "created"),
        ("my phone.vcf", 10, "card 3", "skipped"),
    ]
    assert "next spring" in report.problems[0].why
    assert report.problems[1].why == "The card is empty."
    assert (report.read, report.created, report.skipped) == (3, 2, 1)


def test_rows_that_hold_nobody_are_skipped_and_named(desk: Desk) -> None:
    path = table(
        desk,
        LINKEDIN,
        ("Ann", "Lee"),
        ("", "", "", "", "", "", "01 Jan 2023"),
        ("Bob", "Ray"),
        ("", "", "", "", "", "", "02 Jan 2023"),
    )
    report = bring_in(desk, path)
    assert (report.created, report.skipped) == (2, 2)
    assert [(p.line, p.record) for p in report.problems] == [(3, "row 3"), (5, "row 5")]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "holds no contact data"),
        ("\n\n \n", "holds no contact data"),
        (b"\x00\x01\x02\xff" * 500, ""),
        (b"PK\x03\x04" + bytes(range(256)) * 4, ""),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4, ""),
        (b"SQLite format 3\x00" + bytes(1000), ""),
        ("{", "not JSON"),
        ("{}", "version of RefDesk JSON"),
        ("[1, 2]", ""),
        ('{"refdesk": 2}', "version of RefDesk JSON"),
    ],
)
def test_a_file_that_is_no_address_book_says_so(desk: Desk, content: str | bytes, why: str) -> None:
    report = bring_in(desk, put(desk, "thing", content))
    assert report.failed
    assert people(desk) == []
    (problem,) = report.problems
    assert (problem.file, problem.outcome) == ("thing", "skipped")
    assert why in problem.why


def test_a_file_that_is_not_there_or_no_file_says_so(desk: Desk, tmp_path: Path) -> None:
    report = bring_in(desk, tmp_path / "none.vcf", tmp_path)
    assert [p.why for p in report.problems] == ["There is no such file.", "This is not a file."]
    assert (report.read, report.failed, report.id) == (2, True, None)


def test_a_file_that_may_not_be_read_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = vcf(desk, card("Ann Lee"))
    monkeypatch.setattr(Path, "open", refuse)
    assert bring_in(desk, path).problems[0].why == "The file can't be read: permission denied."


def test_a_file_that_is_too_large_is_refused(desk: Desk) -> None:
    report = bring_in(desk, put(desk, "big.vcf", b"BEGIN:VCARD\n" * 4_200_000))
    assert report.problems[0].why == "The file has 50 MB; at most 50 can be read."


def test_an_unreadable_file_costs_no_other_one(desk: Desk) -> None:
    good, other = vcf(desk, card("Ann Lee")), table(desk, GOOGLE, ("Bob", "Ray"))
    report = bring_in(desk, good, put(desk, "bad.json", "{"), other, desk.book.path.parent)
    assert report.failed
    assert (report.created, report.skipped, names(desk)) == (2, 2, ["Ann Lee", "Bob Ray"])
    (batch,) = imports(desk)
    assert (batch.id, batch.files) == (report.id, ("phone.vcf", "bad.json", "people.csv", good.parent.name))
    assert (batch.read, batch.created, batch.skipped) == (4, 2, 2)


def test_several_files_are_one_act(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee")), table(desk, GOOGLE, ("Bob", "Ray")))
    assert titles(desk.book) == ["Import of phone.vcf, people.csv: 2 added."]


def test_people_of_several_files_are_known_across_them(desk: Desk) -> None:
    one = vcf(desk, card("Ann Lee", "EMAIL:a@x.example"))
    two = vcf(desk, card("Ann Lee", "EMAIL:a@x.example", "TEL:030 1234567"), name="two.vcf")
    three = table(desk, LINKEDIN, ("Ann", "Lee", "", "A@x.example", "Acme"))
    report = bring_in(desk, one, two, three)
    assert (report.created, report.updated, names(desk)) == (1, 2, ["Ann Lee"])


def test_an_import_of_nothing_new_leaves_no_trace(desk: Desk) -> None:
    path = vcf(desk, card("Ann Lee"))
    bring_in(desk, path)
    report = bring_in(desk, path)
    assert (report.id, report.sentence()) == (None, "0 added, 1 unchanged.")
    assert len(imports(desk)) == len(titles(desk.book)) == 1


def test_a_rehearsal_writes_nothing(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1")))
    before = text_of(desk), titles(desk.book), len(imports(desk))
    report = bring_in(desk, vcf(desk, card("Ann Ray", "UID:u1"), card("Bob Ray")), put(desk, "x", ""), dry_run=True)
    assert (report.created, report.updated, report.skipped, report.id) == (1, 1, 1, None)
    assert (text_of(desk), titles(desk.book), len(imports(desk))) == before
    assert bring_in(desk, vcf(desk, card("Cy Young"))).created == 1


def test_a_file_whose_name_is_no_text_comes_in(desk: Desk) -> None:
    path = vcf(desk, card("Ann Lee"), CUT_OFF)
    odd = path.rename(os.fsdecode(os.fsencode(path.parent) + b"/\xff\xfe.vcf"))
    report = import_files(desk, [odd])
    assert report.problems[0].file == "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}.vcf"
    assert imports(desk)[0].files == (report.problems[0].file,)


def test_the_sentence_of_a_report(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1"), card("Cy", "UID:u3")))
    report = bring_in(desk, vcf(desk, card("Ann Ray", "UID:u1"), card("Bob", "UID:u2"), card("Cy", "UID:u3"), CUT_OFF))
    assert report.sentence() == "1 added, 1 updated, 1 unchanged, 1 skipped."
