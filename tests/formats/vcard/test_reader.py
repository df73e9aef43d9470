"""What every property says of a person, and that what has no home is kept word by word."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from refdesk.domain.person import Address, ContactPoint, NamedDate, Related
from refdesk.formats.incoming import Flaw, Unread
from refdesk.formats.vcard.reader import read_vcards
from tests.formats.vcard.cards import card, person_of, read_one


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN: Ann Lee ", "N:Other;One;;;"), "Ann Lee"),
        (("FN:", "FN:Ann", "FN:Bea"), "Ann"),
        (("N:Lee;Ann;M.;Dr.;Jr.", "NICKNAME:Annie"), "Dr. Ann M. Lee Jr."),
        (("N:Lee;Ann",), "Ann Lee"),
        (("N:;;;;", "NICKNAME:Annie", "ORG:Acme"), "Annie"),
        (("ORG:Acme;Sales", "EMAIL:a@b.c"), "Acme"),
        (("TEL:1", "EMAIL:a@b.c"), "a@b.c"),
        (("TEL:1", "NOTE:x"), "1"),
        (("NOTE:x",), "No name (card 1)"),
        (("FN:Doe\\, John",), "Doe, John"),
    ],
)
def test_the_name_to_show(lines: tuple[str, ...], name: str) -> None:
    assert person_of(*lines).name == name


def test_who_has_no_name_is_told_apart_and_reported() -> None:
    reading = read_vcards(card("NOTE:x") + card("NOTE:y"))
    assert [incoming.person.name for incoming in reading.people] == ["No name (card 1)", "No name (card 2)"]
    assert [(flaw.line, flaw.why) for flaw in reading.people[1].flaws] == [(5, "The card names nobody.")]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("N:Lee;Ann;;;", "family", "Lee"),
        ("N:Lee\\;Roy; Ann ;;;", "given", "Ann"),
        ("ORG:Company, The;Sales", "org", "Company, The"),
        ("TITLE:Chief\\, of\\nall", "title", "Chief, of\nall"),
        ("NOTE:one\\ntwo ", "about", "one\ntwo "),
        ("UID: urn:uuid:1 ", "uid", "urn:uuid:1"),
        ("PRONOUNS:she/her", "pronouns", "she/her"),
        ("BDAY:19800405", "birthday", "1980-04-05"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-05", "birthday", "--04-05"),
        ("BDAY;VALUE=date:--0405", "birthday", "--04-05"),
        ("DEATHDATE:20200102", "died_on", date(2020, 1, 2)),
        ("EMAIL;TYPE=INTERNET,WORK:a@b.c", "emails", (ContactPoint("a@b.c", "work"),)),
        ("EMAIL:MAILTO: a%2B%00x@b.c", "emails", (ContactPoint("a+x@b.c"),)),
        ("TEL;CELL;VOICE:+1 2", "phones", (ContactPoint("+1 2", "mobile"),)),
        ('TEL;VALUE=uri;TYPE="work,voice":tel:+1-2;ext=3', "phones", (ContactPoint("+1-2 ext. 3", "work"),)),
        ("URL;TYPE=WORK:http\\://a.b/?c\\,d", "urls", (ContactPoint("http://a.b/?c,d", "work"),)),
        ("X-SOCIALPROFILE;type=twitter:https://t.co/a", "urls", (ContactPoint("https://t.co/a", "twitter"),)),
        ("SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://m.a", "urls", (ContactPoint("https://m.a", "Mastodon"),)),
        ("ANNIVERSARY:20090808T1430-0500", "dates", (NamedDate("Anniversary", "2009-08-08"),)),
        ("X-EVOLUTION-ANNIVERSARY:1980-03-22", "dates", (NamedDate("Anniversary", "1980-03-22"),)),
        ("X-ABDATE;type=pref:2008-12-11", "dates", (NamedDate("Date", "2008-12-11"),)),
        ("RELATED;TYPE=spouse;VALUE=text:Jim Lee", "related", (Related(name="Jim Lee", how="spouse"),)),
        ("RELATED;TYPE=friend:name:Alex Chen", "related", (Related(name="Alex Chen", how="friend"),)),
        ("RELATED:Jim Lee", "related", (Related(name="Jim Lee"),)),
        ("X-SPOUSE:Jim", "related", (Related(name="Jim", how="spouse"),)),
        ("X-MS-CHILD:Kim", "related", (Related(name="Kim", how="child"),)),
        ("X-EVOLUTION-MANAGER:Big", "related", (Related(name="Big", how="manager"),)),
        ("X-ASSISTANT:Sue", "related", (Related(name="Sue", how="assistant"),)),
        ("CATEGORIES:VIP,a\\,b, vip ,,myContacts,* myContacts", "tags", ("VIP", "a,b")),
        ("PHOTO;ENCODING=b;TYPE=PNG:Zm9v", "photo", "data:image/png;base64,Zm9v"),
    ],
)
def test_a_property_becomes_a_field(line: str, field: str, value: Any) -> None:
    incoming = read_one("FN:Ann", line)
    assert getattr(incoming.person, field) == value
    assert not incoming.flaws


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (
            ";;1 Main St;Town;TX;123;USA",
            Address(street="1 Main St", city="Town", region="TX", postcode="123", country="USA"),
        ),
        ("Box 1;Suite 2;1 Main St;Town", Address(street="Box 1\nSuite 2\n1 Main St", city="Town")),
        (";;1 Main St\\nTown\\, TX;;;;", Address(street="1 Main St\nTown, TX")),
        (";;1 Main St;Town;;;;;;;1;Main St;;;Old Barn", Address(street="1 Main St\nOld Barn", city="Town")),
        (f";;1 Main St;Town{';' * 15}Barn", Address(street="1 Main St\nBarn", city="Town")),
        ("; ;1 Main St", Address(street="1 Main St")),
    ],
)
def test_no_part_of_an_address_is_lost(value: str, address: Address) -> None:
    assert person_of("FN:Ann", f"ADR;HOME:{value}").addresses == (replace(address, label="home"),)


def test_an_address_without_any_part_is_none() -> None:
    assert person_of("FN:Ann", "ADR;HOME:;; ;;;;").addresses == ()


@pytest.mark.parametrize(
    "line",
    [
        "X-SKYPE;TYPE=home:live:ann\\,lee ",
        'x-odd;P="a:b;c":v',
        "item1.X-THING:1",
        "NICKNAME:Annie",
        "ROLE:Boss",
        "GEO:1;2",
        "KIND:individual",
        "LABEL;TYPE=home:1 Main St\\nTown",
        "RELATED;TYPE=spouse:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "PHOTO;VALUE=uri:http://a.b/c.png",
        "BDAY;VALUE=text:circa 1800",
        "DEATHDATE:--0405",
        "PRONOUNS;LANGUAGE=de:sie",
        "FN;LANGUAGE=ja:安",
        "TITLE:Second",
        "UID:second",
        "item9.X-ABLabel:Nothing to name",
    ],
)
def test_what_has_no_home_is_kept_word_by_word(line: str) -> None:
    person = person_of("FN:Ann", "TITLE:First", "UID:first", "PRONOUNS:she", line)
    assert person.extra == (line,)
    assert (person.name, person.title, person.uid, person.pronouns) == ("Ann", "First", "first", "she")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("X-OLD;HOME;CHARSET=utf-8;QUOTED-PRINTABLE:caf=C3=A9=0D=0Ax", "X-OLD;TYPE=HOME:café\\nx"),
        ("X-OLD;ENCODING=8BIT:a", "X-OLD:a"),
        ('X-OLD;"A;QUOTED-PRINTABLE";C; :=41', 'X-OLD;TYPE="A;QUOTED-PRINTABLE";TYPE=C:=41'),
        ("my.own_group.X_Odd:a", "my-own-group.X-Odd:a"),
        ("LABEL;WORK;ENCODING=QUOTED-PRINTABLE:1 Main=0D=0ATown", "LABEL;TYPE=WORK:1 Main\\nTown"),
        ("LOGO;PNG;BASE64:Zm9v", "LOGO;TYPE=PNG;VALUE=uri:data:image/png;base64,Zm9v"),
        ("KEY;X509;ENCODING=BASE64:not:base64", "KEY;TYPE=X509:not:base64"),
        ("ADR;HOME;LABEL=1 Main^nTown:;;;;;;", "LABEL;TYPE=home:1 Main\\nTown"),
    ],
)
def test_what_is_kept_is_a_line_of_a_later_version(line: str, kept: str) -> None:
    assert person_of("FN:Ann", line, version="2.1").extra == (kept,)


def test_what_speaks_of_the_file_or_says_nothing_is_dropped() -> None:
    lines = (
        "REV:20200101T000000Z",
        "PRODID:-//x",
        "PROFILE:VCARD",
        "X-EMPTY:",
        "X-BLANK:  ",
        "TEL:",
        "EMAIL; TYPE=home: ",
        "URL:\\n",
        "N:;;;;",
        "ORG:;",
    )
    person = person_of("FN:Ann", *lines)
    assert person == person_of("FN:Ann")
    assert not person.extra


def test_several_values_keep_the_files_order() -> None:
    person = person_of(
        "FN:A", "EMAIL:b@x", "EMAIL;TYPE=PREF:a@x", "NOTE:one", "NOTE:two", "CATEGORIES:x", "CATEGORIES:y"
    )
    assert [email.value for email in person.emails] == ["b@x", "a@x"]
    assert person.about == "one\n\ntwo"
    assert person.tags == ("x", "y")


@pytest.mark.parametrize("label_first", [True, False])
def test_a_groups_label_names_its_property(label_first: bool) -> None:
    lines = [
        ("item1.TEL;TYPE=home:1", "item1.X-ABLabel:_$!<Other>!$_"),
        ("ITEM2.URL:u", "item2.x-ablabel:My\\, page"),
        ("item3.X-ABDATE:1970-06-02", "item3.X-ABLabel:_$!<Anniversary>!$_"),
        ("item4.X-ABRELATEDNAMES:Jim", "item4.X-ABLabel:_$!<Spouse>!$_"),
        ("item5.EMAIL:e", "item5.X-ABLabel:"),
    ]
    person = person_of("FN:A", *(line for pair in lines for line in (pair[::-1] if label_first else pair)))
    assert person.phones == (ContactPoint("1", "Other"),)
    assert person.urls == (ContactPoint("u", "My, page"),)
    assert person.dates == (NamedDate("Anniversary", "1970-06-02"),)
    assert person.related == (Related(name="Jim", how="Spouse"),)
    assert person.emails == (ContactPoint("e"),)
    assert not person.extra


def test_a_label_stays_with_a_kept_property_of_its_group() -> None:
    lines = ("g.X-THING:1", "g.TEL:2", "g.X-ABLabel:Both")
    person = person_of("FN:A", *lines)
    assert person.phones == (ContactPoint("2", "Both"),)
    assert person.extra == ("g.X-THING:1", "g.X-ABLabel:Both")


def test_name_parts_and_units_without_a_field_are_kept_in_front() -> None:
    person = person_of("X-A:1", "ORG:Acme;Sales", "N:Lee;Ann;M.;Dr.;", "FN:Ann")
    assert person.extra == ("N:Lee;Ann;M.;Dr.;", "ORG:Acme;Sales", "X-A:1")


def test_a_second_name_does_not_replace_the_first() -> None:
    person = person_of("FN:Ann", "N:Lee;Ann;;;", "N:Kim;Bea;;;")
    assert (person.given, person.family) == ("Ann", "Lee")
    assert person.extra == ("N:Lee;Ann;;;", "N:Kim;Bea;;;")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("BDAY:in spring", "“in spring” is no date; it was kept as text."),
        ("ANNIVERSARY:some text", "“some text” is no date; it was kept as text."),
        ("PHOTO;ENCODING=b:AAAG:ASDF==", "The picture is damaged; it was kept as it is."),
        ("PHOTO;ENCODING=b:" + "A" * 14_000_000, "The picture is larger than 10 MB and was left out."),
        ("nonsense", "“nonsense” is no line of a vCard and was left out."),
    ],
)
def test_what_is_not_understood_is_told(line: str, why: str) -> None:
    incoming = read_one("FN:Ann", line, "TEL:1")
    assert [(flaw.line, flaw.why) for flaw in incoming.flaws] == [(4, why)]
    assert incoming.person.phones == (ContactPoint("1"),)
    assert (incoming.person.photo, incoming.person.birthday, incoming.person.dates) == ("", "", ())
    assert bool(incoming.person.extra) == ("kept" in why)


@pytest.mark.parametrize("kind", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:GROUP"])
def test_a_group_comes_in_and_is_named_as_one(kind: str) -> None:
    reading = read_vcards(card("FN:Ann") + card(kind, "FN:Family", "MEMBER:urn:uuid:1") + card("FN:Bea"))
    assert [incoming.person.name for incoming in reading.people] == ["Ann", "Family", "Bea"]
    assert reading.people[1].flaws == (Flaw(5, "This is a group of contacts, not a person."),)


@pytest.mark.parametrize("lines", [(), ("TEL;HOME;FAX:",), ("REV:1", "N:;;;;")])
def test_an_empty_card_comes_in_without_a_name(lines: tuple[str, ...]) -> None:
    reading = read_vcards(card(*lines) + card("FN:Ann"))
    assert [incoming.person.name for incoming in reading.people] == ["No name (card 1)", "Ann"]
    assert Flaw(1, "The card names nobody.") in reading.people[0].flaws


def test_an_empty_card_that_never_ends_is_nobody() -> None:
    reading = read_vcards(b"BEGIN:VCARD\r\n" + card("FN:Ann"))
    assert reading.unread == [Unread(1, "card 1", "The card is empty.")]
    assert [incoming.record for incoming in reading.people] == ["card 2"]


def test_a_card_that_held_only_what_was_left_out_says_what() -> None:
    (incoming,) = read_vcards(card("PHOTO;ENCODING=b:" + "A" * 14_000_000)).people
    assert "The picture is larger than 10 MB and was left out." in [flaw.why for flaw in incoming.flaws]


def test_our_stand_in_for_a_uid_is_a_key_and_no_uid() -> None:
    incoming = read_one("FN:Ann", "UID:refdesk-7")
    assert (incoming.key, incoming.person.uid, incoming.person.extra) == ("refdesk-7", "", ())
    assert read_one("FN:Ann", "UID:other").key == ""
