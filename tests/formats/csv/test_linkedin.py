"""LinkedIn's Connections.csv, wherever its note stands, and what its rows mean."""

from datetime import date

import pytest

from refdesk.domain.person import ContactPoint
from tests.formats.csv.samples import LINKEDIN, LINKEDIN_DE, LINKEDIN_FR, LINKEDIN_NOTE, csv_of, incoming_of, read

ADA = {
    "First Name": "Ada",
    "Last Name": "Lovelace",
    "URL": "https://www.linkedin.com/in/ada",
    "Email Address": "ada@example.org",
    "Company": "Analytical Engines Inc",
    "Position": "Engineer",
    "Connected On": "05 Mar 2024",
}
TABLE = csv_of(LINKEDIN, ADA)
HEADER, _, ROW = TABLE.partition("\r\n")


def test_a_row_gives_a_person_whom_one_has_known_since_the_day_of_connection() -> None:
    incoming = incoming_of(LINKEDIN, ADA)
    person = incoming.person
    assert (person.id, person.name, person.given, person.family) == ("", "Ada Lovelace", "Ada", "Lovelace")
    assert (person.org, person.title) == ("Analytical Engines Inc", "Engineer")
    assert person.emails == (ContactPoint("ada@example.org"),)
    assert person.urls == (ContactPoint("https://www.linkedin.com/in/ada", "LinkedIn"),)
    assert person.known_since == date(2024, 3, 5)
    assert (incoming.key, incoming.line, incoming.record) == ("linkedin.com/in/ada", 2, "row 2")
    assert (person.extra, incoming.flaws) == ((), ())


@pytest.mark.parametrize(
    ("before", "after_header", "line"),
    [
        (f'Notes:\r\n"{LINKEDIN_NOTE}"\r\n\r\n', "", 5),
        (f"Notes:\r\n{LINKEDIN_NOTE}\r\n\r\n", "", 5),
        ('\ufeffNotes:\r\n"Some ""quoted"" words,\r\nover two lines"\r\n\r\n', "", 6),
        ("Notes:\n\n\n\n", "", 6),
        ("", f'Notes:\r\n"{LINKEDIN_NOTE}"\r\n\r\n', 5),
        ("", f"Notes:\r\n{LINKEDIN_NOTE}\r\n\r\n", 5),
        ("", f'"Notes:",,,,,,\r\n"{LINKEDIN_NOTE}",,,,,,\r\n', 4),
        ("\ufeff", "", 2),
    ],
)
def test_the_note_may_stand_before_the_header_or_after_it(before: str, after_header: str, line: int) -> None:
    reading = read(f"{before}{HEADER}\r\n{after_header}{ROW}")
    assert [(one.person.name, one.line) for one in reading.people] == [("Ada Lovelace", line)]
    assert (reading.layout, reading.unread, reading.warnings) == ("linkedin", [], [])


def test_a_short_name_alone_in_the_first_row_is_no_note() -> None:
    reading = read(f"{HEADER}\r\nCher\r\n{ROW}")
    assert [one.person.name for one in reading.people] == ["Cher", "Ada Lovelace"]


@pytest.mark.parametrize(
    ("header", "connected"),
    [(LINKEDIN_DE, "15. März 2024"), (LINKEDIN_DE, "15 Dez 2024"), (LINKEDIN_FR, "15 mars 2024")],
)
def test_german_and_french_headers_and_months_are_known(header: list[str], connected: str) -> None:
    values = ("Jürgen", "Groß", "https://de.linkedin.com/in/juergen", "j@example.de", "Firma", "Chef", connected)
    reading = read(csv_of(header, dict(zip(header, values, strict=True))))
    person = reading.people[0].person
    assert reading.source == "linkedin"
    assert (person.name, person.org, person.title, person.emails[0].value) == (
        "Jürgen Groß",
        "Firma",
        "Chef",
        "j@example.de",
    )
    assert person.known_since is not None
    assert (person.known_since.year, person.known_since.day) == (2024, 15)


def test_a_member_who_does_not_want_to_be_named_is_reported_not_created() -> None:
    reading = read(csv_of(LINKEDIN, ADA, {"Connected On": "01 Jan 2023"}, {"Company": "Stripe", "Position": "PM"}, ADA))
    assert len(reading.people) == 2
    assert [(one.line, one.record, one.why) for one in reading.unread] == [
        (3, "row 3", "The row holds no name, e-mail or phone."),
        (4, "row 4", "The row holds no name, e-mail or phone."),
    ]


def test_empty_tails_are_no_rows() -> None:
    reading = read(TABLE + ",,,,,,\r\n , ,,,,,\r\n\r\n")
    assert (len(reading.people), reading.unread) == (1, [])


@pytest.mark.parametrize(
    "family", ["Lovelace, PhD, MBA", "Lovelace 🚀", "(she/her) Lovelace", "O’Lovelace-Byron Jr.", "لوفلايس"]
)
def test_credentials_emoji_and_any_script_stay_in_a_name(family: str) -> None:
    assert incoming_of(LINKEDIN, ADA | {"Last Name": family}).person.name == f"Ada {family}"


@pytest.mark.parametrize("connected", ["05-???-26", "31 Feb 2024", "soon", "5 March"])
def test_a_day_that_cannot_be_understood_is_a_flaw_and_kept(connected: str) -> None:
    incoming = incoming_of(LINKEDIN, ADA | {"Connected On": connected})
    assert incoming.person.known_since is None
    (flaw,) = incoming.flaws
    assert (flaw.line, flaw.why) == (2, f"“{connected}” in Connected On is no date; it was kept as text.")
    assert incoming.person.extra == (f'X-REFDESK-CSV;X-COLUMN="Connected On":{connected}',)


@pytest.mark.parametrize(
    ("connected", "day"),
    [
        ("2024-03-05", date(2024, 3, 5)),
        ("05-Mar-26", date(2026, 3, 5)),
        ("Mar 5, 2024", date(2024, 3, 5)),
        ("5 märz 2024", date(2024, 3, 5)),
        ("2024-03-05 10:11:12 UTC", date(2024, 3, 5)),
    ],
)
def test_other_ways_to_write_the_day_of_connection(connected: str, day: date) -> None:
    assert incoming_of(LINKEDIN, ADA | {"Connected On": connected}).person.known_since == day


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/ada/",
        "http://linkedin.com/in/Ada?trk=contacts",
        "www.linkedin.com/in/ada",
        "https://uk.linkedin.com/in/ada/",
    ],
)
def test_people_are_known_by_their_profile_however_it_is_spelled(url: str) -> None:
    assert incoming_of(LINKEDIN, ADA | {"URL": url}).key == "linkedin.com/in/ada"


def test_without_a_profile_the_key_is_the_name_with_the_day_and_without_a_day_there_is_none() -> None:
    anonymous = ADA | {"URL": "", "Last Name": "Łukasz"}
    assert incoming_of(LINKEDIN, anonymous).key == "ada lukasz|2024-03-05"
    assert incoming_of(LINKEDIN, anonymous | {"URL": "https://www.linkedin.com/company/acme"}).key == (
        "ada lukasz|2024-03-05"
    )
    assert incoming_of(LINKEDIN, anonymous | {"Connected On": ""}).key == ""


def test_columns_count_by_name_wherever_they_stand() -> None:
    shuffled = [name.upper() + " " for name in reversed(LINKEDIN)]
    incoming = incoming_of(shuffled, {name.upper() + " ": value for name, value in ADA.items()})
    assert incoming.person == incoming_of(LINKEDIN, ADA).person


def test_an_older_file_has_no_addresses_of_profiles() -> None:
    older = [name for name in LINKEDIN if name != "URL"]
    incoming = incoming_of(older, {name: ADA[name] for name in older})
    assert (incoming.person.name, incoming.key) == ("Ada Lovelace", "ada lovelace|2024-03-05")
