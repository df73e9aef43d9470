"""Who an incoming record is taken for, and whom it is never taken for."""

from dataclasses import replace

import pytest

from refdesk.services.desk import Desk
from refdesk.services.imports.report import Report
from refdesk.services.people import delete_person, edit_person
from tests.services.books import LINKEDIN, OUTLOOK, assert_no_change, bring_in, card, names, only, people, table, vcf
from tests.storage.desks import add

OFFICE = "EMAIL:office@acme.example"
LINE = "TEL:+49 30 1234567"


def second(desk: Desk, one: str, other: str) -> Report:
    """Import the one card, then the other as another file; the report of the second."""
    bring_in(desk, vcf(desk, one))
    return bring_in(desk, vcf(desk, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (card("Ann Lee", "UID:u1"), card("Ann Miller", "UID:u1")),
        (card("Ann Lee", "URL:https://www.linkedin.com/in/ann-lee"), card("A", "URL:http://LinkedIn.com/in/Ann-Lee/")),
        (card("Ann Lee", OFFICE), card("A. Lee", OFFICE)),
        (card("Ann Lee", OFFICE), card("Lee, Ann", OFFICE)),
        (card("Ann Lee", OFFICE), card("Dr. Ann Lee PhD", OFFICE)),
        (card("A. Lee", OFFICE), card("Ann Lee", OFFICE)),
        (card("Ann Lee", OFFICE), card("ann lee", "EMAIL:OFFICE@ACME.example")),
        (card("Ann Lee", OFFICE, "UID:u1"), card("Ann Lee", OFFICE, "UID:u2")),
        (card("Ann Lee", LINE), card("Ann Lee", "TEL:030/1234567")),
        (card("Ann Lee", LINE), card("Lee, Ann", "TEL:0049 30 123 45 67")),
        (card("Ann Lee", LINE), card("Dr Ann Lee", "TEL;TYPE=work:(030) 123-45-67")),
    ],
)
def test_one_person_stays_one(desk: Desk, one: str, other: str) -> None:
    report = second(desk, one, other)
    assert report.created == 0
    assert len(people(desk)) == 1
    assert report.problems == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (card("Ann Lee", OFFICE), card("Bob Ray", OFFICE)),
        (card("Ann Lee", OFFICE), card("Amy Lee", OFFICE)),
        (card("Mr Lee", OFFICE), card("Mrs Lee", OFFICE)),
        (card("Sam Lee Sr.", LINE), card("Sam Lee Jr.", LINE)),
        (card("Ann Lee", LINE), card("Bob Ray", LINE)),
        (card("Ann Lee", LINE), card("A. Lee", LINE)),
        (card("Ann Lee", "URL:https://acme.example"), card("Bob Ray", "URL:https://acme.example")),
        (card("Ann Lee", "URL:https://www.linkedin.com/company/acme"), card("B", "URL:linkedin.com/company/acme")),
        (card("Ann Lee", "TEL:112"), card("Ann Leeson", "TEL:112")),
    ],
)
def test_two_people_stay_two(desk: Desk, one: str, other: str) -> None:
    report = second(desk, one, other)
    assert report.created == 1
    assert len(people(desk)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (card("Priya Sharma"), card("Priya Sharma")),
        (card("Priya Sharma", "EMAIL:p@one.example"), card("Priya Sharma", "EMAIL:p@two.example")),
        (card("Priya Sharma", "TEL:030 1234567"), card("Priya Sharma", "TEL:030 7654321")),
        (card("Priya Sharma", "UID:u1"), card("Priya Sharma", "UID:u2")),
        (card("Priya Sharma", "ORG:Nest"), card("Dr. Sharma, Priya")),
    ],
)
def test_two_of_one_name_are_two_and_may_be_one(desk: Desk, one: str, other: str) -> None:
    """In one file, the second of which is the second card."""
    path = vcf(desk, one, other)
    report = bring_in(desk, path)
    assert (report.created, len(people(desk))) == (2, 2)
    (problem,) = report.problems
    called = "Priya Sharma (Nest)" if "ORG" in one else "Priya Sharma"
    assert problem.why == f"May be the same as {called}."
    assert (problem.file, problem.outcome) == ("phone.vcf", "created")
    assert problem.line == one.count("\n") + 2
    assert problem.record.startswith("card 2 (")
    assert_no_change(desk, path)


def test_a_name_that_two_have_names_both(desk: Desk) -> None:
    add(desk, "Priya Sharma", org="Nest")
    add(desk, "Priya Sharma", id="p2", org="Bright")
    report = bring_in(desk, vcf(desk, card("Priya Sharma")))
    assert report.problems[0].why == "May be the same as Priya Sharma (Nest), Priya Sharma (Bright)."


def test_an_initial_that_two_have_is_neither(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee", OFFICE), card("Amy Lee", OFFICE)))
    report = bring_in(desk, vcf(desk, card("A. Lee", OFFICE)))
    assert report.created == 1
    assert report.problems[0].why == "May be the same as Ann Lee, Amy Lee."


def test_the_whole_name_decides_between_two_at_one_address(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee", OFFICE, "UID:u1"), card("Ann Mary Lee", OFFICE, "UID:u2")))
    report = bring_in(desk, vcf(desk, card("Ann Mary Lee", OFFICE, "TITLE:Partner")))
    assert (report.updated, [person.title for person in people(desk)]) == (1, ["", "Partner"])


@pytest.mark.parametrize("known", ["u1", "u2", ""])
@pytest.mark.parametrize("first", ["u1", "u2"])
def test_two_uids_of_one_name_and_office_are_two_whoever_is_known(desk: Desk, known: str, first: str) -> None:
    cards = {uid: card("Ann Lee", OFFICE, f"UID:{uid}") for uid in ("u1", "u2")}
    bring_in(desk, *([vcf(desk, cards[known])] if known else []))
    path = vcf(desk, cards[first], *(text for uid, text in cards.items() if uid != first))
    bring_in(desk, path)
    assert sorted(person.uid for person in people(desk)) == ["u1", "u2"]
    assert_no_change(desk, path)


def test_two_profiles_of_one_name_and_office_are_two(desk: Desk) -> None:
    path = table(
        desk,
        LINKEDIN,
        ("Ann", "Lee", "https://www.linkedin.com/in/ann-1", "office@acme.example"),
        ("Ann", "Lee", "https://www.linkedin.com/in/ann-2", "office@acme.example"),
    )
    assert bring_in(desk, path).created == 2
    assert_no_change(desk, path)


def test_a_copied_uid_under_another_name_is_another_person(desk: Desk) -> None:
    cards = [card("Ann Lee", "UID:u1"), card("Bob Ray", "UID:u1")]
    report = bring_in(desk, vcf(desk, *cards))
    assert names(desk) == ["Ann Lee", "Bob Ray"]
    assert [problem.why for problem in report.problems] == ["May be the same as Ann Lee."]
    assert_no_change(desk, vcf(desk, *cards))
    bring_in(desk, vcf(desk, *reversed(cards)))
    assert names(desk) == ["Ann Lee", "Bob Ray"]


def test_a_uid_twice_is_one_person_and_the_first_card_counts(desk: Desk) -> None:
    path = vcf(desk, card("Ann Lee", "UID:u1", "TITLE:Partner"), card("A. Lee", "UID:u1", "TITLE:Clerk", OFFICE))
    bring_in(desk, path)
    assert (only(desk).name, only(desk).title, len(only(desk).emails)) == ("Ann Lee", "Partner", 1)
    assert_no_change(desk, path)


def test_a_card_twice_is_one_person(desk: Desk) -> None:
    path = vcf(desk, *[card("Ann Lee", OFFICE)] * 3)
    report = bring_in(desk, path)
    assert (report.created, report.unchanged) == (1, 2)
    assert_no_change(desk, path)


def test_rows_of_one_person_join_their_numbers(desk: Desk) -> None:
    path = table(
        desk,
        OUTLOOK,
        ("Ann", "Lee", "Acme", "", "ann@acme.example", "030 1234567"),
        ("Ann", "Lee", "", "Partner", "ann@acme.example", "0171 7654321"),
    )
    report = bring_in(desk, path)
    assert (report.created, report.updated) == (1, 1)
    assert [len(only(desk).phones), only(desk).org, only(desk).title] == [2, "Acme", "Partner"]
    assert_no_change(desk, path)


def test_the_record_of_an_earlier_import_is_known_again_by_nothing_but_itself(desk: Desk) -> None:
    """No address, no number, and the user has given them another name since."""
    path = table(desk, LINKEDIN, ("Ann", "Lee", "", "", "Acme", "Clerk", "15 Jan 2024"))
    bring_in(desk, path)
    edit_person(desk, replace(only(desk), name="Ann Miller"))
    changed = table(desk, LINKEDIN, ("Ann", "Lee", "", "", "Acme", "Partner", "15 Jan 2024"))
    assert bring_in(desk, changed).updated == 1
    assert (only(desk).name, only(desk).title) == ("Ann Miller", "Partner")


@pytest.mark.parametrize("url", ["http://linkedin.com/in/ANN-LEE", "https://uk.linkedin.com/in/ann-lee/?trk=x"])
def test_a_profile_is_known_again_however_it_is_written(desk: Desk, url: str) -> None:
    bring_in(desk, table(desk, LINKEDIN, ("Ann", "Lee", "https://www.linkedin.com/in/ann-lee", "", "Acme")))
    report = bring_in(desk, table(desk, LINKEDIN, ("Ann", "Miller", url, "", "Acme")))
    assert (report.created, report.updated) == (0, 1)
    assert only(desk).name == "Ann Miller"
    assert len(only(desk).urls) == 1


def test_whoever_is_in_the_trash_is_nobody(desk: Desk) -> None:
    delete_person(desk, add(desk, "Ann Lee", uid="u1"))
    report = bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1")))
    assert (report.created, report.problems) == (1, [])


def test_our_own_card_is_known_by_its_id_and_name(desk: Desk) -> None:
    add(desk, "Ann Lee")
    add(desk, "Bob Ray")
    bring_in(desk, vcf(desk, card("Ann Lee", "UID:refdesk-ann", "TITLE:Partner"), card("Cy Young", "UID:refdesk-bob")))
    assert [(person.name, person.title) for person in people(desk)] == [
        ("Ann Lee", "Partner"),
        ("Bob Ray", ""),
        ("Cy Young", ""),
    ]
    assert_no_change(desk, desk.book.path.parent / "phone.vcf")


def test_what_many_share_tells_only_those_of_one_name(desk: Desk) -> None:
    """The switchboard's number and the office's address of a firm."""
    office = [card(f"Person{number} Family{number}", OFFICE, LINE) for number in range(40)]
    path = vcf(desk, *office)
    assert bring_in(desk, path).created == 40
    assert_no_change(desk, path)
    again = vcf(desk, *(text.replace("VERSION:3.0", "VERSION:3.0\nTITLE:Clerk") for text in office), name="new.vcf")
    assert bring_in(desk, again).updated == 40
    report = bring_in(desk, vcf(desk, card("P. Family7", OFFICE, LINE), name="other.vcf"))
    assert (report.created, len(people(desk))) == (1, 41)


def test_a_uid_that_a_program_gave_to_everybody_tells_nobody(desk: Desk) -> None:
    path = vcf(desk, *(card(f"Person{number} Family{number}", "UID:0") for number in range(40)))
    assert bring_in(desk, path).created == 40
    assert_no_change(desk, path)
