"""No cell of our exports is a formula to a spreadsheet, and all of them read back as they were."""

import csv
import io
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related
from refdesk.formats.csv.guard import guard, unguard, unguard_start
from refdesk.formats.csv.writer import write_csv
from tests.formats.csv.samples import LINKEDIN, csv_of, person_of, read

SIGNS = "=+-@＝＋－＠\t\r"
FORMULAS = ("cmd|' /C calc'!A0", "1+1", "SUM(A1:A9)", 'HYPERLINK("http://x.example","y")', "")
BEFORE = ("", "x;", 'x"', 'x";', "x\t", "x\n", " ", "'", "x\r\n'", "'\"';")
PAYLOADS = [before + sign + formula for before, sign, formula in itertools.product(BEFORE, SIGNS, FORMULAS)]
A_FORMULA = re.compile(r" *[=+\-@＝＋－＠]| *[\t\r]")


def riddled(payload: str) -> Person:
    """Somebody with the payload in every field that can hold it."""
    return Person(
        id="p",
        name=payload,
        given=payload,
        family=payload,
        org=payload,
        title=payload,
        emails=(ContactPoint(payload, payload),),
        phones=(ContactPoint(payload, payload),),
        urls=(ContactPoint(payload, payload),),
        addresses=(Address(street=payload, city=payload, region=payload, country=payload, label=payload),),
        dates=(NamedDate(payload, "--12-01"),),
        related=(Related(name=payload, how=payload),),
        about=payload,
        met=payload,
        pronouns=payload,
        do_not_ask_why=payload,
        uid=payload,
    )


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 200


def test_no_payload_is_a_formula() -> None:
    for payload in PAYLOADS:
        rows = csv.reader(io.StringIO(write_csv([riddled(payload)], str), newline=""))
        assert [cell for row in rows for cell in row if A_FORMULA.match(cell)] == []


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_no_payload_is_a_formula_under_the_wrong_delimiter(delimiter: str) -> None:
    for payload in PAYLOADS:
        rows = csv.reader(io.StringIO(write_csv([riddled(payload)], str), newline=""), delimiter=delimiter)
        assert [cell for row in rows for cell in row if re.match(r"\s*[=+\-@＝＋－＠]", cell)] == []


def test_no_payload_is_a_formula_where_quotes_mean_nothing() -> None:
    for payload in PAYLOADS:
        cells = re.split(r"[;\t\r\n]", write_csv([riddled(payload)], str).replace("\r\n", "\n"))
        assert [cell for cell in cells if re.match(r'"*[=+@＝＋－＠-]', cell)] == []


def test_every_payload_reads_back_as_it_was() -> None:
    people = [riddled(payload) for payload in PAYLOADS if payload.strip()]
    back = [incoming.person for incoming in read(write_csv(people, str)).people]
    assert [person.about for person in back] == [person.about for person in people]
    assert [person.emails for person in back] == [person.emails for person in people]
    assert [person.addresses for person in back] == [person.addresses for person in people]


@given(st.text(st.sampled_from("=+-@＝'\"; \t\r\nx")))
def test_the_guard_comes_off_exactly(cell: str) -> None:
    guarded = guard(cell)
    assert unguard(guarded) == cell
    assert not A_FORMULA.match(guarded)


def test_harmless_cells_are_left_alone() -> None:
    for cell in ("Ann Lee", "a-b", "1 + 1 = 2", "'tis", "me@example.org", "O'Brien", "don't; -- stop", "2024-01-02"):
        assert guard(cell) == cell


def test_a_phone_number_keeps_its_plus() -> None:
    person = Person(id="", name="Ann", phones=(ContactPoint("+49 391 1234"), ContactPoint("'+49")))
    text = write_csv([person], str)
    assert ",'+49 391 1234," in text
    assert read(text).people[0].person.phones == person.phones


def test_the_guard_of_other_programs_comes_off_too() -> None:
    row = {"First Name": "'=Ann", "Last Name": "'Brien", "Company": "a\"'=b", "Position": "'\t=x"}
    person = person_of(LINKEDIN, row)
    assert (person.given, person.family, person.org, person.title) == ("=Ann", "'Brien", "a\"'=b", "=x")
    assert csv_of(LINKEDIN, row).count("'") == 4
    assert unguard_start("'+49") == "+49"
