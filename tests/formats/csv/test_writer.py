"""Our own CSV: its columns, and that reading it gives back who was written."""

import csv
import io
from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related, Source
from refdesk.domain.words import ROLES, Trust
from refdesk.formats.csv.layouts import recognise
from refdesk.formats.csv.writer import write_csv
from tests.formats.csv.samples import GOOGLE_NEW, read

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n"), max_size=8)
FILLED = TEXT.filter(str.strip)
WORDS = st.lists(FILLED.map(str.strip).filter(lambda word: ":" not in word), unique=True, max_size=3).map(tuple)
DAYS = st.dates().filter(lambda day: day.year != 1604)
PARTIAL_DATES = DAYS.map(date.isoformat) | DAYS.map(lambda day: f"-{day.isoformat()[4:]}")
POINTS = st.lists(st.builds(ContactPoint, FILLED, TEXT), max_size=3).map(tuple)
ADDRESSES = st.builds(Address, street=TEXT, city=TEXT, region=TEXT, postcode=TEXT, country=TEXT, label=TEXT).filter(
    lambda address: replace(address, label="") != Address()
)
EXTRA_LINES = st.builds(
    "{}:{}".format,
    st.sampled_from(["X-ODD", "item1.X-ABLABEL", "N", "NICKNAME", 'X-REFDESK-CSV;X-COLUMN="Hobby"']),
    TEXT.filter(lambda text: text.isprintable()),
)
PEOPLE = st.builds(
    Person,
    id=st.just(""),
    name=FILLED,
    given=TEXT,
    family=TEXT,
    org=TEXT,
    title=TEXT,
    roles=st.lists(st.sampled_from(ROLES), unique=True).map(tuple),
    emails=POINTS,
    phones=POINTS,
    urls=POINTS,
    addresses=st.lists(ADDRESSES, max_size=2).map(tuple),
    birthday=st.just("") | PARTIAL_DATES,
    dates=st.lists(st.builds(NamedDate, FILLED, PARTIAL_DATES), max_size=2).map(tuple),
    related=st.lists(st.builds(Related, name=FILLED, how=TEXT), max_size=2).map(tuple),
    tags=WORDS,
    about=TEXT,
    met=TEXT,
    pronouns=TEXT,
    trust=st.sampled_from(get_args(Trust)),
    cadence_days=st.none() | st.integers(1, 9999),
    known_since=st.none() | DAYS,
    do_not_ask=st.booleans(),
    do_not_ask_why=TEXT,
    knows=WORDS,
    added_on=st.none() | DAYS,
    archived=st.booleans(),
    died_on=st.none() | DAYS,
    uid=TEXT,
    extra=st.lists(EXTRA_LINES, max_size=2).map(tuple),
)

ANN = Person(
    id="p1",
    name="Ann Lee",
    given="Ann",
    family="Lee",
    org="Acme",
    title="CEO",
    roles=("past_client", "friend"),
    emails=(ContactPoint("ann@example.org", "Work"), ContactPoint("a@example.net")),
    addresses=(Address(street="1 High St\nFlat 2", city="Leeds", postcode="LS1", label="Home"),),
    birthday="--04-05",
    related=(Related(name="Jo", how="Spouse"), Related(person="p2", how="Friend")),
    tags=("golf", "Leeds"),
    known_since=date(2020, 5, 1),
    cadence_days=90,
    introduced_by="p2",
    photo="ann.jpg",
    sources=(Source(source="vcard", key="x"),),
    could_introduce=("p2",),
    sorted=True,
)
NAMES = {"p2": "Bob Hope"}


def cells_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@settings(max_examples=60)
@given(st.lists(PEOPLE, max_size=3))
def test_whoever_is_written_is_read_again(people: list[Person]) -> None:
    reading = read(write_csv(people, str))
    assert [incoming.person for incoming in reading.people] == people
    assert reading.unread == []
    assert all(not incoming.flaws for incoming in reading.people)


def test_the_columns_are_google_s_with_ours_after_them() -> None:
    (row,) = cells_of(write_csv([ANN], NAMES.__getitem__))
    assert {name: cell for name, cell in row.items() if cell} == {
        "Name": "Ann Lee",
        "First Name": "Ann",
        "Last Name": "Lee",
        "Organization Name": "Acme",
        "Organization Title": "CEO",
        "Roles": "past client, friend",
        "Labels": "golf ::: Leeds",
        "Birthday": "'--04-05",
        "E-mail 1 - Label": "Work",
        "E-mail 1 - Value": "ann@example.org",
        "E-mail 2 - Value": "a@example.net",
        "Address 1 - Label": "Home",
        "Address 1 - Street": "1 High St\nFlat 2",
        "Address 1 - City": "Leeds",
        "Address 1 - Postal Code": "LS1",
        "Relation 1 - Label": "Spouse",
        "Relation 1 - Value": "Jo",
        "Relation 2 - Label": "Friend",
        "Relation 2 - Value": "Bob Hope",
        "Known Since": "2020-05-01",
        "Referred By": "Bob Hope",
        "Keep In Touch Days": "90",
        "UID": "refdesk-p1",
    }
    assert len(set(GOOGLE_NEW) & row.keys()) >= 20


def test_our_own_file_is_known_again_and_names_who_referred_them() -> None:
    text = write_csv([ANN], NAMES.__getitem__)
    reading = read("\ufeff" + text)
    (incoming,) = reading.people
    assert (reading.layout, reading.source, incoming.referred_by) == ("refdesk", "csv", "Bob Hope")
    assert incoming.key == "refdesk-p1"
    assert incoming.person == replace(
        ANN,
        id="",
        related=(ANN.related[0], Related(name="Bob Hope", how="Friend")),
        introduced_by="",
        photo="",
        sources=(),
        could_introduce=(),
        sorted=False,
    )


def test_every_column_of_the_header_has_a_home_when_it_is_read() -> None:
    header = next(csv.reader([write_csv([], str)]))
    layout = recognise(header)
    assert layout is not None
    assert layout.name == "refdesk"
    assert [name for name in header if " - " not in name and name.casefold() not in layout.columns] == []


def test_the_header_is_the_same_whoever_is_written() -> None:
    assert write_csv([], str) == write_csv([Person(id="", name="Ann")], str).partition("\r\n")[0] + "\r\n"


def test_a_file_that_went_through_a_european_spreadsheet_is_read_all_the_same() -> None:
    rows = csv.reader(io.StringIO(write_csv([ANN], NAMES.__getitem__), newline=""))
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(
        [cell.replace("2020-05-01", "01.05.2020") for cell in row] for row in rows
    )
    person = read(text.getvalue()).people[0].person
    assert (person.name, person.known_since, person.birthday) == ("Ann Lee", date(2020, 5, 1), "--04-05")


def test_lines_that_would_end_a_vcard_are_not_taken_for_properties() -> None:
    person = Person(id="", name="Ann", extra=("END:VCARD", "no property"))
    (incoming,) = read(write_csv([person], str)).people
    assert incoming.person.extra == (
        'X-REFDESK-CSV;X-COLUMN="Other Properties":END:VCARD',
        'X-REFDESK-CSV;X-COLUMN="Other Properties":no property',
    )


def test_what_somebody_typed_over_is_a_flaw_and_kept() -> None:
    text = write_csv([replace(ANN, trust="high")], NAMES.__getitem__).replace("high", "very").replace(",90,", ",often,")
    (incoming,) = read(text).people
    assert (incoming.person.trust, incoming.person.cadence_days) == ("unknown", None)
    assert [flaw.why for flaw in incoming.flaws] == [
        "“very” in Trust is none of unknown, low, growing, high; it was kept as text.",
        "“often” in Keep In Touch Days is no number of days; it was kept as text.",
    ]
    assert len(incoming.person.extra) == 2
