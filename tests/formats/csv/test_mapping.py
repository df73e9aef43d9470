"""Files of no known program: what the user is asked, and what a mapping makes of them."""

from datetime import date

import pytest

from refdesk.domain.person import Address, ContactPoint, NamedDate, Related
from refdesk.formats.csv.reader import Column, read_csv
from refdesk.formats.incoming import UnreadableFileError
from tests.formats.csv.samples import LINKEDIN, OUTLOOK_WEB, csv_of, read

CLIENTS = "Full Name,E-Mail,Shoe,Joined\nAnn Lee,ann@example.org,38,2020-05-01\nBob,,,\n,,45,\n"


def test_columns_are_shown_with_their_first_values_and_a_proposal() -> None:
    reading = read("Full Name;first_name;Zip Code;Shoe;\nA;a;1;\nB;;2;\nC;c;;\nD;d;4;x;y\n")
    assert reading.need_mapping
    assert reading.columns == (
        Column("Full Name", ("A", "B", "C"), "name"),
        Column("first_name", ("a", "c", "d"), "given"),
        Column("Zip Code", ("1", "2", "4"), "postcode"),
        Column("Shoe", ("x",), ""),
        Column("Column 5", ("y",), ""),
    )
    assert reading.warnings == [
        "No known program writes these columns; say which is which: “Full Name”, “first_name”, “Zip Code”, “Shoe”."
    ]


def test_a_mapping_reads_the_file_and_keeps_what_it_leaves_out() -> None:
    reading = read(CLIENTS, mapping={"full name ": "name", "E-Mail": "email:Work", "Joined": "known_since"})
    assert (reading.layout, reading.source, reading.need_mapping) == ("mapped", "csv", False)
    ann, bob = (incoming.person for incoming in reading.people)
    assert (ann.name, ann.emails, ann.known_since) == (
        "Ann Lee",
        (ContactPoint("ann@example.org", "Work"),),
        date(2020, 5, 1),
    )
    assert ann.extra == ('X-REFDESK-CSV;X-COLUMN="Shoe":38',)
    assert (bob.name, bob.extra) == ("Bob", ())
    assert [(one.line, one.why) for one in reading.unread] == [(4, "The row holds no name, e-mail or phone.")]
    assert [column.field for column in reading.columns] == ["name", "email:Work", "other", "known_since"]


def test_a_column_can_be_left_out() -> None:
    reading = read(CLIENTS, mapping={"Full Name": "name", "Shoe": "ignore"})
    assert all("Shoe" not in line for incoming in reading.people for line in incoming.person.extra)


def test_every_field_can_be_mapped() -> None:
    mapping = {
        "a": "given",
        "b": "family",
        "c": "org",
        "d": "title",
        "e": "phone:Mobile",
        "f": "url",
        "g": "street",
        "h": "city",
        "i": "region",
        "j": "postcode",
        "k": "country",
        "l": "birthday",
        "m": "about",
        "n": "tags",
        "o": "referred_by",
        "p": "role",
        "q": "date:Wedding",
        "r": "related:Wife",
        "s": "met",
        "t": "knows",
        "u": "about",
    }
    cells = (
        "Ann|Lee|Acme|CEO|555|x.example|1 High St|Leeds|Yorks|LS1|UK|5 April 1980|one|golf, Leeds; golf|Bob|"
        "Past client; friend|2001-02-03|Jo|at a fair|dentists ::: farms|two"
    )
    reading = read("|".join(mapping) + "\n" + cells + "\n", mapping=mapping)
    (incoming,) = reading.people
    person = incoming.person
    assert (person.name, person.org, person.title) == ("Ann Lee", "Acme", "CEO")
    assert (person.phones, person.urls) == ((ContactPoint("555", "Mobile"),), (ContactPoint("x.example"),))
    assert person.addresses == (
        Address(street="1 High St", city="Leeds", region="Yorks", postcode="LS1", country="UK"),
    )
    assert (person.birthday, person.about, person.tags) == ("1980-04-05", "one\ntwo", ("golf", "Leeds"))
    assert (incoming.referred_by, person.roles) == ("Bob", ("past_client", "friend"))
    assert (person.dates, person.related) == ((NamedDate("Wedding", "2001-02-03"),), (Related(name="Jo", how="Wife"),))
    assert (person.met, person.knows) == ("at a fair", ("dentists", "farms"))
    assert (person.extra, incoming.flaws) == ((), ())


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("a@example.org; b@example.org", ["a@example.org", "b@example.org"]),
        ("a@example.org,b@example.org", ["a@example.org", "b@example.org"]),
        ("a@example.org ::: b@example.org", ["a@example.org", "b@example.org"]),
        ("a@example.org, at work", ["a@example.org, at work"]),
        ("a@example.org or b@example.org", ["a@example.org or b@example.org"]),
    ],
)
def test_several_addresses_may_share_a_cell(cell: str, emails: list[str]) -> None:
    (incoming,) = read(f'A,B\nAnn,"{cell}"\n', mapping={"A": "name", "B": "email"}).people
    assert [email.value for email in incoming.person.emails] == emails


def test_a_second_column_of_a_field_that_holds_one_is_kept() -> None:
    reading = read("A,B\nAcme,Bcme\n", mapping={"A": "org", "B": "org"})
    (incoming,) = reading.people
    assert (incoming.person.org, incoming.person.extra) == ("Acme", ('X-REFDESK-CSV;X-COLUMN="B":Bcme',))


def test_a_role_that_the_method_does_not_know_is_a_flaw_and_kept() -> None:
    (incoming,) = read('A,B\nAnn,"client, boss"\n', mapping={"A": "name", "B": "role"}).people
    assert incoming.person.roles == ("client",)
    assert [flaw.why.partition(" is ")[0] for flaw in incoming.flaws] == ["“boss” in B"]
    assert incoming.person.extra == ('X-REFDESK-CSV;X-COLUMN="B":boss',)


def test_a_mapping_overrides_a_known_layout() -> None:
    row = {"First Name": "Ann", "Company": "Acme", "Position": "CEO"}
    reading = read(csv_of(LINKEDIN, row), mapping={"Position": "about"})
    person = reading.people[0].person
    assert (reading.layout, reading.source) == ("linkedin", "linkedin")
    assert (person.title, person.about, person.org) == ("", "CEO", "Acme")


@pytest.mark.parametrize("text", [CLIENTS, csv_of(OUTLOOK_WEB, {"First Name": "Ann"}), "Ann,ann@example.org\n"])
@pytest.mark.parametrize(
    ("mapping", "names"), [({"Namen": "name"}, "no column “Namen”"), ({"Namen": "name", "x": "y"}, "no column “Namen”")]
)
def test_a_column_that_there_is_not_is_named(text: str, mapping: dict[str, str], names: str) -> None:
    with pytest.raises(UnreadableFileError, match=names):
        read(text, mapping=mapping)


def test_a_field_that_there_is_not_is_named() -> None:
    with pytest.raises(UnreadableFileError, match="no field “shoe:size”"):
        read(CLIENTS, mapping={"Shoe": "shoe:size"})


@pytest.mark.parametrize(
    "text", ["Ann Lee,ann@example.org\nBob,b@example.org\n", "+44 20 7946 0000,Ann Lee\n0151 12345678,Bob\n"]
)
def test_a_file_without_a_header_is_asked_about_by_number(text: str) -> None:
    reading = read(text)
    assert reading.need_mapping
    assert [column.name for column in reading.columns] == ["Column 1", "Column 2"]
    assert len(reading.columns[0].values) == 2
    name = next(column.name for column in reading.columns if "Bob" in column.values)
    mapped = read(text, mapping={name: "name"})
    assert [(one.line, one.person.name) for one in mapped.people] == [(1, "Ann Lee"), (2, "Bob")]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "1,,3\n4,5,6\n", "Name,Email\n", "sep=;\n", ",,,\n,,\n"])
def test_a_file_without_contact_data_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"no contact data.*\.$"):
        read(text)


def test_a_known_header_without_rows_is_an_empty_address_book() -> None:
    reading = read(",".join(LINKEDIN))
    assert (reading.layout, reading.people, reading.unread) == ("linkedin", [], [])
    assert reading.warnings == ["The file has a header but no rows."]


@pytest.mark.parametrize("text", ["Name\nAnn\nBob\n", "sep=,\nName\nAnn\nBob\n"])
def test_one_column_is_enough(text: str) -> None:
    reading = read(text, mapping={"Name": "name"})
    assert [incoming.person.name for incoming in reading.people] == ["Ann", "Bob"]


def test_the_delimiter_may_be_said_by_the_first_line() -> None:
    reading = read("sep=|\nName, first|Tags;x\nAnn|a\n")
    assert [column.name for column in reading.columns] == ["Name, first", "Tags;x"]


def test_many_columns_are_not_all_named_in_the_sentence() -> None:
    header = ",".join(f"c{number}" for number in range(40))
    (sentence,) = read(f"{header}\nAnn\n").warnings
    assert sentence.endswith("“c29” and 10 more.")


def test_bytes_are_wanted_whatever_their_encoding() -> None:
    text = "Prénom,Mél\nÉlodie,e@example.fr\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        reading = read_csv(text.encode(encoding), {"Prénom": "given", "Mél": "email"})
        assert [incoming.person.name for incoming in reading.people] == ["Élodie"]
