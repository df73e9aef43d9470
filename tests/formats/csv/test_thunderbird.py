"""Thunderbird's address book."""

import pytest

from refdesk.domain.person import Address, ContactPoint
from tests.formats.csv.samples import THUNDERBIRD, csv_of, incoming_of, person_of, read

MAX = {
    "First Name": "Max",
    "Last Name": "Muster",
    "Display Name": "Maxl Muster",
    "Nickname": "Maxl",
    "Primary Email": "max@example.org",
    "Secondary Email": "m@example.net",
    "Screen Name": "maxl88",
    "Work Phone": "1",
    "Home Phone": "2",
    "Fax Number": "3",
    "Pager Number": "4",
    "Mobile Number": "5",
    "Home Address": "Weg 2",
    "Home Address 2": "Hinterhaus",
    "Home ZipCode": "06779",
    "Work City": "Leipzig",
    "Work Country": "DE",
    "Job Title": "Chef",
    "Department": "Vertrieb",
    "Organization": "Firma",
    "Web Page 1": "work.example",
    "Web Page 2": "home.example",
    "Birth Year": "1972",
    "Birth Month": "1",
    "Birth Day": "31",
    "Custom 1": "blue",
    "Notes": "Kommentar",
}


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_every_column_has_its_place(delimiter: str) -> None:
    reading = read(csv_of(THUNDERBIRD, MAX, delimiter=delimiter))
    person = reading.people[0].person
    assert (reading.layout, reading.source, reading.people[0].flaws) == ("thunderbird", "thunderbird", ())
    assert (person.name, person.given, person.family) == ("Maxl Muster", "Max", "Muster")
    assert person.emails == (ContactPoint("max@example.org"), ContactPoint("m@example.net"))
    labels = ("Work", "Home", "Fax", "Pager", "Mobile")
    assert person.phones == tuple(ContactPoint(str(at), label) for at, label in enumerate(labels, start=1))
    assert person.addresses == (
        Address(street="Weg 2\nHinterhaus", postcode="06779", label="Home"),
        Address(city="Leipzig", country="DE", label="Work"),
    )
    assert (person.org, person.title, person.birthday, person.about) == ("Firma", "Chef", "1972-01-31", "Kommentar")
    assert person.urls == (ContactPoint("work.example", "Work"), ContactPoint("home.example", "Home"))
    assert person.extra == (
        "ORG:Firma;Vertrieb",
        "NICKNAME:Maxl",
        'X-REFDESK-CSV;X-COLUMN="Screen Name":maxl88',
        'X-REFDESK-CSV;X-COLUMN="Custom 1":blue',
    )


@pytest.mark.parametrize(
    ("year", "month", "day", "birthday"),
    [
        ("", "12", "1", "--12-01"),
        ("1980", "April", "5", "1980-04-05"),
        ("1980", "", "", ""),
        ("1980", "4", "31", ""),
    ],
)
def test_a_birthday_in_three_columns(year: str, month: str, day: str, birthday: str) -> None:
    row = {"First Name": "Ann", "Birth Year": year, "Birth Month": month, "Birth Day": day}
    person = person_of(THUNDERBIRD, row)
    assert person.birthday == birthday
    kept = [] if birthday else [cell for cell in (year, month, day) if cell]
    assert [line.partition(":")[2] for line in person.extra] == kept


def test_without_a_display_name_the_names_count() -> None:
    assert incoming_of(THUNDERBIRD, {"First Name": "Ann", "Last Name": "Lee"}).person.name == "Ann Lee"
