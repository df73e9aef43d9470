"""How a person is written in either version, line by line."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related
from refdesk.formats.vcard.reader import read_vcards
from refdesk.formats.vcard.writer import Version, export_uid, fold, write_vcards

ANN = Person(id="", name="Ann Lee")
PICTURE = "data:image/jpeg;base64,Zm9v"


def lines_of(person: Person, version: Version) -> list[str]:
    """The unfolded lines between the fixed ones."""
    lines = write_vcards([person], version).decode().replace("\r\n ", "").split("\r\n")
    assert lines[:3] == ["BEGIN:VCARD", f"VERSION:{version}", f"FN:{person.name}"]
    assert lines[-2:] == ["END:VCARD", ""]
    return lines[3:-2]


@pytest.mark.parametrize("version", get_args(Version))
def test_a_bare_person_has_what_the_standards_require(version: Version) -> None:
    assert lines_of(ANN, version) == ["N:;;;;"]
    assert write_vcards([], version) == b""


@pytest.mark.parametrize(
    ("fields", "lines_3", "lines_4"),
    [
        ({"birthday": "1980-04-05"}, ["BDAY:1980-04-05"], ["BDAY:19800405"]),
        ({"birthday": "--04-05"}, ["BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-05"], ["BDAY:--0405"]),
        ({"died_on": date(2020, 1, 2)}, ["DEATHDATE:2020-01-02"], ["DEATHDATE:20200102"]),
        (
            {"dates": (NamedDate("Anniversary", "2008-12-11"), NamedDate("Anniversary", "--12-11"))},
            [
                "item1.X-ABDATE:2008-12-11",
                "item1.X-ABLabel:_$!<Anniversary>!$_",
                "item2.X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-12-11",
                "item2.X-ABLabel:_$!<Anniversary>!$_",
            ],
            ["ANNIVERSARY:20081211", "item1.X-ABDATE:--1211", "item1.X-ABLabel:_$!<Anniversary>!$_"],
        ),
        (
            {"related": (Related(name="Jim", how="spouse"), Related(name="Kim", how="Godchild"), Related(name="Bo"))},
            [
                "item1.X-ABRELATEDNAMES:Jim",
                "item1.X-ABLabel:spouse",
                "item2.X-ABRELATEDNAMES:Kim",
                "item2.X-ABLabel:Godchild",
                "X-ABRELATEDNAMES:Bo",
            ],
            [
                "RELATED;TYPE=spouse;VALUE=text:Jim",
                "item1.RELATED;VALUE=text:Kim",
                "item1.X-ABLabel:Godchild",
                "RELATED;VALUE=text:Bo",
            ],
        ),
        ({"photo": PICTURE}, ["PHOTO;ENCODING=b;TYPE=JPEG:Zm9v"], [f"PHOTO;VALUE=uri:{PICTURE}"]),
        ({"photo": "data:text/plain,x"}, ["PHOTO;VALUE=uri:data:text/plain,x"], ["PHOTO;VALUE=uri:data:text/plain,x"]),
        ({"photo": "ann.jpg"}, [], []),
        ({"emails": (ContactPoint("a@b", "work"),)}, ["EMAIL;TYPE=internet,work:a@b"], ["EMAIL;TYPE=work:a@b"]),
    ],
)
def test_what_the_versions_write_each_in_its_own_way(
    fields: dict[str, Any], lines_3: list[str], lines_4: list[str]
) -> None:
    person = replace(ANN, **fields)
    assert lines_of(person, "3.0")[1:] == lines_3
    assert lines_of(person, "4.0")[1:] == lines_4


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"given": "A;n,n", "family": "L\\ee\n"}, ["N:L\\\\ee\\n;A\\;n\\,n;;;"]),
        ({"org": "Acme, Inc", "title": "Boss"}, ["N:;;;;", "ORG:Acme\\, Inc", "TITLE:Boss"]),
        (
            {"phones": (ContactPoint("+1", "mobile"), ContactPoint("2", "work fax"))},
            ["N:;;;;", "TEL;TYPE=cell:+1", "TEL;TYPE=work,fax:2"],
        ),
        ({"phones": (ContactPoint("1", "Work"),)}, ["N:;;;;", "item1.TEL;TYPE=work:1", "item1.X-ABLabel:Work"]),
        (
            {"urls": (ContactPoint("http://a/?b,c;d", "Blog"),)},
            ["N:;;;;", "item1.URL:http://a/?b,c;d", "item1.X-ABLabel:Blog"],
        ),
        ({"urls": (ContactPoint("\\\\a\nb"),)}, ["N:;;;;", "URL:\\\\\\\\a\\nb"]),
        (
            {"addresses": (Address(street="1, Main\nSt", city="T", label="home"), Address(label="work"))},
            ["N:;;;;", "ADR;TYPE=home:;;1\\, Main\\nSt;T;;;"],
        ),
        (
            {"tags": ("a,b", "c"), "about": "x\r\ny", "pronouns": "she", "uid": "u"},
            ["N:;;;;", "CATEGORIES:a\\,b,c", "NOTE:x\\ny", "PRONOUNS:she", "UID:u"],
        ),
    ],
)
def test_what_both_versions_write_alike(fields: dict[str, Any], lines: list[str]) -> None:
    assert lines_of(replace(ANN, **fields), "4.0") == lines
    assert lines_of(replace(ANN, **fields), "3.0") == lines


def test_a_relative_of_the_same_file_is_named() -> None:
    ann = replace(ANN, id="1", related=(Related(person="2", how="friend"), Related(person="3", how="friend")))
    (found, _) = read_vcards(write_vcards([ann, Person(id="2", name="Bea")])).people
    assert found.person.related == (Related(name="Bea", how="friend"),)


def test_who_has_no_uid_gets_a_stand_in() -> None:
    assert export_uid(replace(ANN, id="7")) == "refdesk-7"
    assert export_uid(replace(ANN, id="7", uid="urn:1")) == "urn:1"
    assert export_uid(ANN) == ""
    (found,) = read_vcards(write_vcards([replace(ANN, id="7")])).people
    assert (found.key, found.person) == ("refdesk-7", ANN)


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"given": "Ann", "family": "Lee"}, ["N:Lee;Ann;M.;Dr.;", "X-A:1"]),
        ({"given": "Ann", "family": "Kim"}, ["N:Kim;Ann;;;", "X-A:1"]),
    ],
)
def test_a_kept_name_line_is_used_as_long_as_it_is_true(fields: dict[str, Any], lines: list[str]) -> None:
    person = replace(ANN, extra=("N:Lee;Ann;M.;Dr.;", "X-A:1"), **fields)
    assert lines_of(person, "4.0") == lines


@pytest.mark.parametrize(
    ("org", "lines"),
    [
        ("Acme", ["N:;;;;", "ORG:Acme;Sales", "X-A:1"]),
        ("Other", ["N:;;;;", "ORG:Other", "ORG:Acme;Sales", "X-A:1"]),
    ],
)
def test_kept_units_are_used_as_long_as_the_organisation_is_that_one(org: str, lines: list[str]) -> None:
    person = replace(ANN, org=org, extra=("ORG:Acme;Sales", "X-A:1"))
    assert lines_of(person, "3.0") == lines


def test_an_organisation_that_a_card_had_twice_stays_twice() -> None:
    assert lines_of(replace(ANN, org="Acme", extra=("ORG:Acme",)), "4.0") == ["N:;;;;", "ORG:Acme", "ORG:Acme"]


def test_own_groups_do_not_meet_kept_ones() -> None:
    person = replace(ANN, phones=(ContactPoint("1", "Hut"),), extra=("item1.X-A:1", "ITEM2.X-B:2"))
    assert "item3.X-ABLabel:Hut" in lines_of(person, "4.0")


@pytest.mark.parametrize(
    "line",
    ["BEGIN:VCARD", "end:vcard", "VERSION:2.1", "no colon", "a b:c", ""],
    ids=["begin", "end", "version", "no colon", "no name", "empty"],
)
def test_a_kept_line_cannot_break_the_card(line: str) -> None:
    assert lines_of(replace(ANN, extra=(line, "X-A:1")), "4.0") == ["N:;;;;", "X-A:1"]


def test_a_kept_line_stays_one_line() -> None:
    assert lines_of(replace(ANN, extra=("X-A:1\r\nEND:VCARD\nX",)), "4.0") == ["N:;;;;", "X-A:1\\nEND:VCARD\\nX"]


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)), max_size=200))
def test_folding(line: str) -> None:
    folded = fold(line)
    assert folded.endswith("\r\n")
    pieces = folded[:-2].split("\r\n ")
    assert "".join(pieces) == line
    widths = [len(piece.encode()) + (at > 0) for at, piece in enumerate(pieces)]
    assert max(widths) <= 75
    # No piece could have taken the next one's first character.
    for width, following in zip(widths, pieces[1:], strict=False):
        assert width + len(following[0].encode()) > 75


def test_text_that_no_file_can_hold_does_not_stop_an_export() -> None:
    assert b"FN:a?b" in write_vcards([replace(ANN, name="a\ud800b")])
    assert fold("\ud800" * 80).startswith("?")
