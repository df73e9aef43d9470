"""What a second import writes: only what has changed in its source, and never over the user's word."""

from dataclasses import fields, replace
from typing import Any

import pytest

from refdesk.domain.person import ContactPoint, Person
from refdesk.services.desk import Desk
from refdesk.services.imports.merging import what_is_said
from refdesk.services.imports.report import Report
from refdesk.services.people import edit_person
from tests.services.books import LINKEDIN, assert_no_change, bring_in, card, only, table, vcf
from tests.storage.desks import add

PROFILE = "https://www.linkedin.com/in/ann-lee"


def come(desk: Desk, *lines: str, name: str = "Ann Lee") -> Report:
    """Import a card of Ann with these lines."""
    return bring_in(desk, vcf(desk, card(name, "UID:u1", *lines)))


def connect(desk: Desk, title: str, org: str = "Acme") -> Report:
    """Import Ann from LinkedIn."""
    row = ("Ann", "Lee", PROFILE, "a@x.example", org, title, "15 Jan 2024")
    return bring_in(desk, table(desk, LINKEDIN, row))


def edit(desk: Desk, **changes: Any) -> None:
    """Change Ann as the user does."""
    edit_person(desk, replace(only(desk), **changes))


SINGLE = {
    "TITLE": "title",
    "ORG": "org",
    "FN": "name",
    "NOTE": "about",
    "BDAY": "birthday",
}


@pytest.mark.parametrize("name", ["title", "org", "about"])
def test_a_changed_value_replaces_the_sources_own(desk: Desk, name: str) -> None:
    line = next(line for line, field in SINGLE.items() if field == name)
    come(desk, f"{line}:Old")
    report = come(desk, f"{line}:New")
    assert (report.created, report.updated) == (0, 1)
    assert getattr(only(desk), name) == "New"


@pytest.mark.parametrize("name", ["title", "org", "about"])
def test_a_changed_value_does_not_replace_the_users(desk: Desk, name: str) -> None:
    line = next(line for line, field in SINGLE.items() if field == name)
    come(desk, f"{line}:Old")
    edit(desk, **{name: "Mine"})
    come(desk, f"{line}:New")
    assert getattr(only(desk), name) == "Mine"


@pytest.mark.parametrize("name", ["title", "org", "about"])
def test_an_unchanged_value_stays_what_the_user_made_of_it(desk: Desk, name: str) -> None:
    line = next(line for line, field in SINGLE.items() if field == name)
    come(desk, f"{line}:Old")
    for mine in ("Mine", ""):
        edit(desk, **{name: mine})
        assert_no_change(desk, vcf(desk, card("Ann Lee", "UID:u1", f"{line}:Old")))
        assert getattr(only(desk), name) == mine


def test_a_birthday_and_a_name_follow_their_source_until_the_user_speaks(desk: Desk) -> None:
    come(desk, "BDAY:1980-04-05")
    come(desk, "BDAY:1980-05-04", name="Ann Miller")
    assert (only(desk).birthday, only(desk).name) == ("1980-05-04", "Ann Miller")
    edit(desk, birthday="--05-04", name="Annie")
    come(desk, "BDAY:1981-05-04", name="Ann Ray")
    assert (only(desk).birthday, only(desk).name) == ("--05-04", "Annie")


def test_what_a_source_no_longer_says_stays(desk: Desk) -> None:
    come(desk, "TITLE:Partner", "EMAIL:a@x.example", "NOTE:Met in Rome")
    come(desk)
    person = only(desk)
    assert (person.title, person.about, len(person.emails)) == ("Partner", "Met in Rome", 1)
    come(desk, "TITLE:Partner")
    assert only(desk).title == "Partner"


def test_a_value_that_is_new_in_the_source_fills_an_empty_field(desk: Desk) -> None:
    come(desk)
    assert come(desk, "TITLE:Partner").updated == 1
    assert only(desk).title == "Partner"


def test_lists_are_united_and_what_the_user_took_out_stays_out(desk: Desk) -> None:
    come(desk, "EMAIL:a@x.example", "EMAIL:b@x.example", "CATEGORIES:golf,sail")
    edit(desk, emails=(ContactPoint("mine@x.example"), ContactPoint("A@x.example")), tags=("Golf", "mine"))
    come(desk, "EMAIL:b@x.example", "EMAIL:a@x.example", "EMAIL:c@x.example", "CATEGORIES:golf,sail,chess")
    assert [email.value for email in only(desk).emails] == ["mine@x.example", "A@x.example", "c@x.example"]
    assert only(desk).tags == ("Golf", "mine", "chess")


@pytest.mark.parametrize(
    ("field", "first", "again"),
    [
        ("phones", "TEL:+49 30 1234567", "TEL:+49 (30) 123-4567"),
        ("urls", f"URL:{PROFILE}", "URL:http://LINKEDIN.com/in/ann-lee/?trk=x"),
        ("urls", "URL:https://acme.example/Ann/", "URL:https://ACME.example/ann"),
        ("emails", "EMAIL:a@x.example", "EMAIL;TYPE=work:A@X.example"),
        ("addresses", "ADR:;;1 High St;Leeds;;LS1;UK", "ADR;TYPE=home:;;1 HIGH ST;Leeds;;LS1;United Kingdom"),
        ("addresses", "ADR:;;;;Kent;;UK", "ADR:;;;;KENT;;UK"),
        ("tags", "CATEGORIES:Golf", "CATEGORIES:golf"),
    ],
)
def test_one_item_in_another_spelling_is_no_second_one(desk: Desk, field: str, first: str, again: str) -> None:
    come(desk, first)
    come(desk, again)
    assert len(getattr(only(desk), field)) == 1


def test_two_addresses_of_two_countries_are_two(desk: Desk) -> None:
    come(desk, "ADR:;;;;;;UK")
    come(desk, "ADR:;;;;;;France")
    assert [address.country for address in only(desk).addresses] == ["UK", "France"]


def test_foreign_properties_follow_their_source(desk: Desk) -> None:
    come(desk, "X-KEEP:1", "X-GO:1", "X-TURN:old")
    assert only(desk).extra == ("X-KEEP:1", "X-GO:1", "X-TURN:old")
    come(desk, "X-KEEP:1", "X-TURN:new", "X-COME:1")
    assert only(desk).extra == ("X-KEEP:1", "X-TURN:new", "X-COME:1")


def test_two_sources_keep_their_own_words(desk: Desk) -> None:
    come(desk, "TITLE:Partner", "EMAIL:a@x.example")
    assert connect(desk, "Managing Partner").updated == 1
    person = only(desk)
    assert (person.title, person.org, len(person.sources)) == ("Partner", "Acme", 2)
    assert_no_change(desk, vcf(desk, card("Ann Lee", "UID:u1", "TITLE:Partner", "EMAIL:a@x.example")))
    connect(desk, "Owner")
    assert only(desk).title == "Partner"
    come(desk, "TITLE:Senior Partner", "EMAIL:a@x.example")
    assert only(desk).title == "Senior Partner"
    connect(desk, "Owner", org="Nest")
    assert (only(desk).title, only(desk).org) == ("Senior Partner", "Nest")


def test_two_exports_of_one_person_do_not_take_turns(desk: Desk) -> None:
    """A telephone's card and a mail program's card, each with a UID of its own."""
    phone = vcf(desk, card("Ann Lee", "UID:u1", "EMAIL:a@x.example", "TITLE:Partner"))
    mail = vcf(desk, card("Ann Lee", "UID:u2", "EMAIL:a@x.example", "TITLE:Owner"), name="mail.vcf")
    bring_in(desk, phone)
    bring_in(desk, mail)
    assert (only(desk).title, only(desk).uid) == ("Partner", "u1")
    for path in (phone, mail, phone):
        assert_no_change(desk, path)


def test_a_card_without_a_uid_is_known_again_when_it_changes(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee", "EMAIL:a@x.example", "TITLE:Clerk")))
    for title in ("Partner", "Owner"):
        assert bring_in(desk, vcf(desk, card("Ann Lee", "EMAIL:a@x.example", f"TITLE:{title}"))).updated == 1
        assert only(desk).title == title
    assert len(only(desk).sources) == 1


def test_a_person_made_by_hand_gains_what_is_missing_and_loses_nothing(desk: Desk) -> None:
    add(desk, "Ann Lee", id="ann", title="Friend", emails=(ContactPoint("a@x.example"),), trust="high")
    connect(desk, "Partner")
    person = only(desk)
    assert (person.id, person.title, person.org, person.trust) == ("ann", "Friend", "Acme", "high")
    assert str(person.known_since) == "2024-01-15"


def test_a_death_that_a_source_tells_later_is_taken_in(desk: Desk) -> None:
    come(desk)
    bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1", "DEATHDATE:20260101").replace("3.0", "4.0")))
    assert str(only(desk).died_on) == "2026-01-01"


def test_what_a_source_says_is_every_field_that_a_file_can_fill() -> None:
    """All but what is the book's own; so a field that comes new to `Person` is thought of here."""
    person = Person(
        id="ann",
        name="Ann",
        roles=("client",),
        trust="high",
        cadence_days=30,
        do_not_ask=True,
        do_not_ask_why="she asked",
    )
    assert what_is_said(person).keys() == {"name", "roles", "trust", "cadence_days", "do_not_ask", "do_not_ask_why"}
    assert what_is_said(Person(id="ann", name="Ann", sorted=True, archived=True)) == {"name": "Ann"}
    own = {"id", "sorted", "archived", "added_on", "could_introduce", "introduced_by", "sources"}
    filled: dict[str, Any] = {part.name: (ContactPoint("x"),) for part in fields(Person)}
    assert what_is_said(Person(**filled)).keys() == filled.keys() - own
