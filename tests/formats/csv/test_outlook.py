"""Outlook's three layouts, and in what order its days are to be read."""

import pytest

from refdesk.domain.person import Address, ContactPoint, NamedDate, Related
from refdesk.formats.csv.reader import read_csv
from tests.formats.csv.samples import (
    OUTLOOK_BY_GOOGLE,
    OUTLOOK_DESKTOP,
    OUTLOOK_WEB,
    csv_of,
    incoming_of,
    person_of,
    read,
)

MAX = {
    "Title": "Dr.",
    "First Name": "Max",
    "Last Name": "Muster",
    "Suffix": "Jr.",
    "Company": "Firma",
    "Department": "Vertrieb",
    "Job Title": "Chef",
    "Business Street": "Allee 1",
    "Business City": "Magdeburg",
    "Business State": "Sachsen-Anhalt",
    "Business Postal Code": "39104",
    "Home Street": "Weg 2",
    "Home City": "Dresden",
    "Business Phone": "+49 391 1",
    "Business Fax": "+49 391 2",
    "Mobile Phone": "+49 170 3",
    "Assistant's Phone": "+49 391 4",
    "E-mail Address": "max@example.org",
    "E-mail 2 Address": "m@example.net",
    "Birthday": "1/20/1981",
    "Anniversary": "0/0/00",
    "Spouse": "Petra",
    "Manager's Name": "Ruth",
    "Assistant's Name": "Olaf",
    "Notes": "Line 1\r\nLine 2",
    "Web Page": "https://example.org",
    "Hobby": "Chess",
}


@pytest.mark.parametrize(
    ("header", "country", "bom"),
    [
        (OUTLOOK_DESKTOP, "Business Country/Region", ""),
        (OUTLOOK_WEB, "Business Country/Region", "\ufeff"),
        (OUTLOOK_BY_GOOGLE, "Business Country", ""),
    ],
)
def test_all_three_layouts_give_the_same_person(header: list[str], country: str, bom: str) -> None:
    reading = read(bom + csv_of(header, MAX | {country: "Germany"}))
    person = reading.people[0].person
    assert (reading.layout, reading.source, reading.people[0].flaws) == ("outlook", "outlook", ())
    assert (person.name, person.given, person.family) == ("Dr. Max Muster Jr.", "Max", "Muster")
    assert (person.org, person.title, person.about) == ("Firma", "Chef", "Line 1\nLine 2")
    assert [email.value for email in person.emails] == ["max@example.org", "m@example.net"]
    assert set(person.phones) == {
        ContactPoint("+49 391 1", "Work"),
        ContactPoint("+49 391 2", "Work Fax"),
        ContactPoint("+49 170 3", "Mobile"),
        ContactPoint("+49 391 4", "Assistant"),
    }
    assert set(person.addresses) == {
        Address(
            street="Allee 1",
            city="Magdeburg",
            region="Sachsen-Anhalt",
            postcode="39104",
            country="Germany",
            label="Work",
        ),
        Address(street="Weg 2", city="Dresden", label="Home"),
    }
    assert (person.birthday, person.dates) == ("1981-01-20", ())
    assert set(person.related) == {
        Related(name="Petra", how="Spouse"),
        Related(name="Ruth", how="Manager"),
        Related(name="Olaf", how="Assistant"),
    }
    assert person.urls == (ContactPoint("https://example.org"),)
    assert person.extra == (
        "N:Muster;Max;;Dr.;Jr.",
        "ORG:Firma;Vertrieb",
        'X-REFDESK-CSV;X-COLUMN="Hobby":Chess',
    )


def test_a_referral_categories_children_and_settings() -> None:
    row = {
        "First Name": "Ann",
        "Referred By": "Bob Hope",
        "Categories": "Clients;Leeds; Golf",
        "Children": "Tom, Ada",
        "Priority": "Normal",
        "Sensitivity": "Normal",
        "Private": "False",
        "E-mail Address": "ann@example.org",
        "E-mail Type": "SMTP",
        "E-mail Display Name": "Ann (ann@example.org)",
        "Business Street": "1 High Street",
        "Business Street 2": "Suite 4",
        "Business Address PO Box": "PO 9",
    }
    incoming = incoming_of(OUTLOOK_DESKTOP, row)
    assert incoming.referred_by == "Bob Hope"
    assert incoming.person.tags == ("Clients", "Leeds", "Golf")
    assert incoming.person.related == (Related(name="Tom", how="Child"), Related(name="Ada", how="Child"))
    assert incoming.person.addresses == (Address(street="1 High Street\nSuite 4\nPO 9", label="Work"),)
    assert incoming.person.extra == ()
    telling = {"Priority": "High", "E-mail Display Name": "The Boss (ann@example.org)"}
    assert set(person_of(OUTLOOK_DESKTOP, row | telling).extra) == {
        'X-REFDESK-CSV;X-COLUMN="Priority":High',
        'X-REFDESK-CSV;X-COLUMN="E-mail Display Name":The Boss (ann@example.org)',
    }


def test_somebody_known_by_the_name_of_an_address_only() -> None:
    row = {"E-mail Address": "ann@example.org", "E-mail Display Name": "Ann Lee (ann@example.org)"}
    assert person_of(OUTLOOK_DESKTOP, row).name == "Ann Lee"


def test_one_cell_too_many_is_nothing_while_it_is_empty() -> None:
    header, _, row = csv_of(OUTLOOK_BY_GOOGLE, MAX).partition("\r\n")
    (incoming,) = read(f"{header}\r\n{row.rstrip()},\r\n").people
    assert (incoming.person, incoming.flaws) == (person_of(OUTLOOK_BY_GOOGLE, MAX), ())
    (incoming,) = read(f"{header}\r\n{row.rstrip()},more\r\n").people
    assert [flaw.why for flaw in incoming.flaws] == [
        "The row has more cells than the header has columns; they were kept as text."
    ]
    assert 'X-REFDESK-CSV;X-COLUMN="More cells":more' in incoming.person.extra


def test_a_short_row_is_read_as_far_as_it_goes() -> None:
    header = ",".join(OUTLOOK_WEB)
    (incoming,) = read(f"{header}\r\nAnn,,Lee\r\n").people
    assert (incoming.person.name, incoming.flaws) == ("Ann Lee", ())


def test_bytes_of_an_old_windows_program() -> None:
    text = csv_of(OUTLOOK_DESKTOP, {"First Name": "Jörg", "Last Name": "O’Brien", "Home City": "Gießen"})
    person = read_csv(text.encode("cp1252")).people[0].person
    assert (person.name, person.addresses[0].city) == ("Jörg O’Brien", "Gießen")


def birthdays(*days: str, anniversary: str = "") -> str:
    rows = [{"First Name": f"P{at}", "Birthday": day} for at, day in enumerate(days)]
    return csv_of(OUTLOOK_DESKTOP, *rows, {"First Name": "Last", "Anniversary": anniversary})


@pytest.mark.parametrize(
    ("days", "order", "first"),
    [
        (("03/04/1980", "1/20/1981"), "mdy", "1980-03-04"),
        (("03/04/1980", "20/01/1991"), "dmy", "1980-04-03"),
        (("3.4.1980", "31.1.1972"), "dmy", "1980-04-03"),
        (("3.4.1980",), "dmy", "1980-04-03"),
        (("1980-04-03",), "ymd", "1980-04-03"),
        (("4/4/1980",), "ymd", "1980-04-04"),
    ],
)
def test_a_column_decides_its_order_as_a_whole(days: tuple[str, ...], order: str, first: str) -> None:
    reading = read(birthdays(*days))
    assert (reading.date_order, reading.warnings) == (order, [])
    assert reading.people[0].person.birthday == first


def test_a_column_in_doubt_follows_the_others_of_its_file() -> None:
    reading = read(birthdays("03/04/1980", anniversary="20/01/1991"))
    assert reading.people[0].person.birthday == "1980-04-03"
    assert reading.people[1].person.dates == (NamedDate("Anniversary", "1991-01-20"),)
    assert (reading.date_order, reading.warnings) == ("dmy", [])


def test_where_nothing_decides_the_user_is_told_and_may_answer() -> None:
    text = birthdays("03/04/1980", "05/06/1981")
    reading = read(text)
    assert reading.date_order == "ambiguous"
    assert reading.warnings == ["“03/04/1980” in Birthday was read as 4 March 1980; it could also be 3 April 1980."]
    assert [one.person.birthday for one in reading.people[:2]] == ["1980-03-04", "1981-05-06"]
    answered = read(text, date_order="dmy")
    assert (answered.date_order, answered.warnings) == ("dmy", [])
    assert [one.person.birthday for one in answered.people[:2]] == ["1980-04-03", "1981-06-05"]


def test_a_column_of_both_orders_reads_the_clear_days_and_doubts_the_others() -> None:
    reading = read(birthdays("20/01/1991", "1/20/1981", "03/04/1980"))
    assert reading.date_order == "ambiguous"
    assert [one.person.birthday for one in reading.people[:3]] == ["1991-01-20", "1981-01-20", "1980-03-04"]
