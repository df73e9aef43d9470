"""Every CSV file that other programs wrote reads as its expected values say."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from refdesk.domain.person import Person
from refdesk.formats.csv.reader import read_csv
from refdesk.formats.incoming import UnreadableFileError

CORPUS = Path(__file__).parents[2] / "data" / "corpus"
EXPECTED: dict[str, Any] = json.loads((CORPUS / "expected_csv.json").read_text(encoding="utf-8"))["files"]
SOURCES = {"linkedin": "linkedin", "google-new": "google", "google-old": "google", "outlook": "outlook"}

MAPPINGS = {
    "fkcontacts__ThunderbirdAnsi.csv": {
        "Vorname": "given",
        "Nachname": "family",
        "Anzeigename": "name",
        "Spitzname": "nickname",
        "Primäre E-Mail-Adresse": "email",
        "Sekundäre E-Mail-Adresse": "email",
        "Tel. dienstlich": "phone:Work",
        "Privat: Adresse": "street:Home",
        "Privat: Adresse 2": "street:Home",
        "Privat: Ort": "city:Home",
        "Dienstlich: Ort": "city:Work",
        "Geburtsjahr": "birth_year",
        "Geburtsmonat": "birth_month",
        "Geburtstag": "birth_day",
        "Notizen": "about",
    },
    "fkcontacts__WindowsLiveMail.csv": {
        "Vorname": "given",
        "Nachname": "family",
        "2. Vorname": "middle",
        "Name": "name",
        "E-Mail-Adresse": "email",
        "Firma": "org",
    },
    "fkcontacts__ThunderbirdUtf8UnknownAndLessColumnNames.csv": {
        "XVorname": "given",
        "XNachname": "family",
        "XAnzeigename": "name",
    },
}
"""What a user would answer where the reader has to ask."""


def plain(person: Person, keys: set[str]) -> dict[str, Any]:
    """The person in the words of the expected values."""
    values: dict[str, Any] = {
        "display": unicodedata.normalize("NFC", person.name),
        "emails": [email.value for email in person.emails],
        "phones": [phone.value for phone in person.phones],
        "org": person.org,
        "title": person.title,
        "bday": person.birthday,
        "labels": list(person.tags),
        "addresses": len(person.addresses),
        "connected_on": person.known_since and person.known_since.isoformat(),
    }
    return {key: values[key] for key in keys}


@pytest.mark.parametrize("name", sorted(name for name, said in EXPECTED.items() if said["count"]))
def test_a_file_of_the_corpus_reads_as_expected(name: str) -> None:
    said = EXPECTED[name]
    reading = read_csv((CORPUS / "csv" / name).read_bytes(), MAPPINGS.get(name))
    assert len(reading.people) == said["count"]
    assert not reading.unread
    assert reading.source == SOURCES.get(said["format"], "csv")
    assert reading.layout == ("mapped" if said.get("need_mapping") else said["format"])
    for incoming, expected in zip(reading.people, said["people"], strict=False):
        assert plain(incoming.person, set(expected)) == expected


@pytest.mark.parametrize("name", sorted(MAPPINGS))
def test_a_file_of_no_known_program_asks_and_reads_nobody(name: str) -> None:
    assert EXPECTED[name]["need_mapping"]
    reading = read_csv((CORPUS / "csv" / name).read_bytes())
    assert (reading.need_mapping, reading.layout, reading.people) == (True, "unknown", [])
    assert all(column in {shown.name for shown in reading.columns} for column in MAPPINGS[name])
    (sentence,) = reading.warnings
    assert f"“{reading.columns[0].name}”" in sentence


def test_a_file_of_digits_alone_holds_no_contact_data() -> None:
    with pytest.raises(UnreadableFileError, match="no contact data"):
        read_csv((CORPUS / "csv" / "fkcontacts__NoHeader.csv").read_bytes())


def test_the_german_address_book_is_mapped_with_its_labels() -> None:
    name = "fkcontacts__ThunderbirdAnsi.csv"
    (incoming,) = read_csv((CORPUS / "csv" / name).read_bytes(), MAPPINGS[name]).people
    assert [(place.label, place.city) for place in incoming.person.addresses] == [("Home", "Wohnort"), ("Work", "Ort")]
    assert incoming.person.addresses[0].street == "Privatstr. 88\n2. Zeile"
    assert [(phone.label, phone.value) for phone in incoming.person.phones] == [("Work", "Tel geschäftlich")]
    assert 'X-REFDESK-CSV;X-COLUMN="Mobil-Tel.-Nr.":Handy' in incoming.person.extra
