"""Google Contacts, the old layout, the new one and its template."""

import pytest

from refdesk.domain.person import Address, ContactPoint, NamedDate, Related
from tests.formats.csv.samples import GOOGLE_NEW, GOOGLE_OLD, GOOGLE_TEMPLATE, csv_of, incoming_of, person_of, read

INES = {
    "Name Prefix": "Dr.",
    "First Name": "Ines",
    "Middle Name": "M.",
    "Last Name": "Aalto",
    "Nickname": "Inka",
    "File As": "Aalto, Ines",
    "Organization Name": "Example Oy",
    "Organization Title": "Head of Data",
    "Organization Department": "Analytics; R&D",
    "Birthday": "--03-09",
    "Notes": "met at “DataConf”,\nliked the talk",
    "Labels": "Friends ::: * myContacts ::: Sauna ::: * starred",
    "E-mail 1 - Label": "* Work",
    "E-mail 1 - Value": "ines@example.org",
    "Phone 1 - Label": "Mobile",
    "Phone 1 - Value": "+358 40 123 4567 ::: +358 9 1234",
    "Address 1 - Label": "Home",
    "Address 1 - Street": "Katu 1",
    "Address 1 - Extended Address": "B 12",
    "Address 1 - PO Box": "PL 7",
    "Address 1 - City": "Helsinki",
    "Address 1 - Region": "Uusimaa",
    "Address 1 - Postal Code": "00100",
    "Address 1 - Country": "FI",
    "Website 1 - Label": "Profile",
    "Website 1 - Value": "https://example.org/ines",
    "Event 1 - Label": "Anniversary",
    "Event 1 - Value": "2001-01-04",
    "Relation 1 - Label": "Spouse",
    "Relation 1 - Value": "Otto Aalto",
    "Custom Field 1 - Label": "Shoe size",
    "Custom Field 1 - Value": "38; wide",
}


@pytest.mark.parametrize("header", [GOOGLE_NEW, GOOGLE_TEMPLATE])
def test_the_new_layout_in_either_order(header: list[str]) -> None:
    reading = read(csv_of(header, INES))
    person = reading.people[0].person
    assert (reading.layout, reading.source, reading.people[0].flaws) == ("google-new", "google", ())
    assert (person.name, person.given, person.family) == ("Dr. Ines M. Aalto", "Ines", "Aalto")
    assert (person.org, person.title, person.birthday) == ("Example Oy", "Head of Data", "--03-09")
    assert person.emails == (ContactPoint("ines@example.org", "Work"),)
    assert person.phones == (ContactPoint("+358 40 123 4567", "Mobile"), ContactPoint("+358 9 1234", "Mobile"))
    assert person.urls == (ContactPoint("https://example.org/ines", "Profile"),)
    assert person.tags == ("Friends", "Sauna")
    assert person.about == "met at “DataConf”,\nliked the talk"
    assert person.dates == (NamedDate("Anniversary", "2001-01-04"),)
    assert person.related == (Related(name="Otto Aalto", how="Spouse"),)
    (address,) = person.addresses
    assert set(address.street.split("\n")) == {"Katu 1", "B 12", "PL 7"}
    assert (address.city, address.region, address.postcode) == ("Helsinki", "Uusimaa", "00100")
    assert (address.country, address.label) == ("FI", "Home")
    assert person.extra == (
        "N:Aalto;Ines;M.;Dr.;",
        "ORG:Example Oy;Analytics\\; R&D",
        "NICKNAME:Inka",
        'X-REFDESK-CSV;X-COLUMN="Shoe size":38\\; wide',
    )


def test_the_old_layout_takes_its_display_name_and_keeps_what_has_no_home() -> None:
    person = person_of(
        GOOGLE_OLD,
        {
            "Name": "Dr. Max Mustermann jr.",
            "Given Name": "Max",
            "Family Name": "Mustermann",
            "Name Prefix": "Dr.",
            "Name Suffix": "jr.",
            "Given Name Yomi": "マックス",
            "Birthday": "1972-01-31",
            "Hobby": 'Chess, "Go"\nand poker',
            "Sensitivity": "Normal",
            "Group Membership": "Import 29.3. ::: * myContacts",
            "E-mail 1 - Type": "* Home",
            "E-mail 1 - Value": "a@example.org ::: b@example.org",
            "IM 1 - Service": "Jabber",
            "IM 1 - Value": "max@jabber.example",
            "Organization 1 - Name": "Firma",
            "Organization 1 - Title": "Chef",
            "Organization 1 - Department": "Vertrieb",
        },
    )
    assert (person.name, person.given, person.org, person.title) == ("Dr. Max Mustermann jr.", "Max", "Firma", "Chef")
    assert person.emails == (ContactPoint("a@example.org", "Home"), ContactPoint("b@example.org", "Home"))
    assert (person.tags, person.birthday) == (("Import 29.3.",), "1972-01-31")
    assert person.extra == (
        "N:Mustermann;Max;;Dr.;jr.",
        "ORG:Firma;Vertrieb",
        "X-PHONETIC-FIRST-NAME:マックス",
        'X-REFDESK-CSV;X-COLUMN="Hobby":Chess\\, "Go"\\nand poker',
        'X-REFDESK-CSV;X-COLUMN="IM 1 - Service":Jabber',
        'X-REFDESK-CSV;X-COLUMN="IM 1 - Value":max@jabber.example',
    )


def test_two_addresses_in_the_cells_of_one_group_stay_two() -> None:
    person = person_of(
        GOOGLE_OLD,
        {
            "Name": "Max",
            "Address 1 - Type": "Work",
            "Address 1 - Formatted": "One\nLeipzig ::: Two\nBonn",
            "Address 1 - Street": "One ::: Two",
            "Address 1 - City": "Leipzig ::: Bonn",
            "Address 1 - Country": "DE ::: ",
        },
    )
    assert person.addresses == (
        Address(street="One", city="Leipzig", country="DE", label="Work"),
        Address(street="Two", city="Bonn", label="Work"),
    )


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        ({}, Address(street="1 High St\nLeeds")),
        ({"Country": "UK"}, Address(street="1 High St\nLeeds", country="UK")),
        ({"Street": "1 High St", "City": "Leeds"}, Address(street="1 High St", city="Leeds")),
        ({"Region": "High St 1, Leeds"}, Address(region="High St 1, Leeds")),
    ],
)
def test_a_formatted_address_counts_where_it_says_what_no_part_does(parts: dict[str, str], address: Address) -> None:
    row = {"First Name": "Ann", "Address 1 - Formatted": "1 High St\nLeeds"}
    row |= {f"Address 1 - {part}": text for part, text in parts.items()}
    assert person_of(GOOGLE_NEW, row).addresses == (address,)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"Organization Name": "Only Company GmbH"}, "Only Company GmbH"),
        ({"Nickname": "Inka", "E-mail 1 - Value": "i@example.org"}, "Inka"),
        ({"File As": "Aalto", "E-mail 1 - Value": "i@example.org"}, "Aalto"),
        ({"E-mail 1 - Value": "i@example.org"}, "i@example.org"),
        ({"Phone 1 - Value": "+44 20 7946 0000"}, "+44 20 7946 0000"),
        ({"Middle Name": "Only"}, "Only"),
    ],
)
def test_somebody_without_a_name_is_called_by_the_best_there_is(row: dict[str, str], name: str) -> None:
    assert person_of(GOOGLE_NEW, row).name == name


def test_another_name_that_says_something_new_is_kept() -> None:
    person = person_of(GOOGLE_NEW, {"First Name": "Ines", "File As": "The Boss"})
    assert person.extra == ('X-REFDESK-CSV;X-COLUMN="File As":The Boss',)


@pytest.mark.parametrize(("text", "day"), [("30th March 1987", "1987-03-30"), ("1 December", "--12-01")])
def test_a_birthday_in_words_is_understood(text: str, day: str) -> None:
    assert person_of(GOOGLE_NEW, {"First Name": "Ann", "Birthday": text}).birthday == day


def test_a_birthday_that_is_no_day_is_never_lost() -> None:
    incoming = incoming_of(GOOGLE_NEW, {"First Name": "Ann", "Birthday": "sometime in May", "Event 1 - Value": "??"})
    assert incoming.person.birthday == ""
    assert incoming.person.extra == (
        'X-REFDESK-CSV;X-COLUMN="Birthday":sometime in May',
        'X-REFDESK-CSV;X-COLUMN="Event 1 - Value":??',
    )
    assert [flaw.why for flaw in incoming.flaws] == [
        "“sometime in May” in Birthday is no date; it was kept as text.",
        "“??” in Event 1 - Value is no date; it was kept as text.",
    ]


def test_no_day_in_an_event_is_no_event() -> None:
    person = person_of(GOOGLE_NEW, {"First Name": "Ann", "Event 1 - Value": "0/0/00"})
    assert (person.dates, person.extra) == ((), ())


def test_the_mark_of_the_default_may_be_all_that_a_label_says() -> None:
    person = person_of(GOOGLE_NEW, {"E-mail 1 - Label": "* ", "E-mail 1 - Value": "ann@example.org"})
    assert person.emails == (ContactPoint("ann@example.org"),)


def test_a_picture_on_the_web_is_kept_as_its_address() -> None:
    person = person_of(GOOGLE_NEW, {"First Name": "Ann", "Photo": "https://lh3.example/p"})
    assert person.photo == ""
    assert person.extra == ('X-REFDESK-CSV;X-COLUMN="Photo":https://lh3.example/p',)


def test_a_second_organisation_is_kept_too() -> None:
    header = [*GOOGLE_OLD, "Organization 2 - Name"]
    person = person_of(header, {"Name": "Max", "Organization 1 - Name": "One", "Organization 2 - Name": "Two"})
    assert person.org == "One"
    assert person.extra == ('X-REFDESK-CSV;X-COLUMN="Organization 2 - Name":Two',)


def test_decomposed_letters_are_composed() -> None:
    assert person_of(GOOGLE_NEW, {"First Name": "Ju\u0308rgen"}).name == "J\u00fcrgen"
