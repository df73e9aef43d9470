"""A preview says what a file is, and asks only what nobody but the user can know."""

import pytest

from refdesk.services.desk import Desk
from refdesk.services.imports.files import HowRead
from refdesk.services.imports.preview import DateQuestion, preview_file
from refdesk.services.imports.report import Lookalike
from tests.services.books import GOOGLE, LINKEDIN, OUTLOOK, bring_in, card, names, only, people, put, table, vcf
from tests.storage.desks import text_of

UNKNOWN = ("Vorname", "Kunde seit", "Shoe size")


def test_a_known_file_needs_nothing(desk: Desk) -> None:
    found = preview_file(table(desk, LINKEDIN, ("Ann", "Lee"), ("Bob", "Ray")))
    assert (found.kind, found.records, found.recognised, len(found.columns)) == ("LinkedIn CSV", 2, 7, 7)
    assert not found.needs_match


def test_a_column_that_no_program_writes_is_asked_about(desk: Desk) -> None:
    found = preview_file(table(desk, (*GOOGLE, "Shoe size"), ("Ann", "Lee", "", "", "", "", "40")))
    assert (found.recognised, len(found.columns), found.needs_match) == (6, 7, True)
    assert found.columns[-1].values == ("40",)
    assert not found.need_mapping


def test_a_file_of_nobody_knows_which_program_must_be_matched(desk: Desk) -> None:
    path = table(desk, UNKNOWN, ("Ann", "2/3/2020", "40"))
    found = preview_file(path)
    assert (found.need_mapping, found.needs_match, found.kind) == (True, True, "CSV")
    how = HowRead({"Vorname": "given", "Kunde seit": "known_since", "Shoe size": "ignore"})
    matched = preview_file(path, how)
    assert (matched.need_mapping, matched.records, matched.recognised) == (False, 1, 3)
    assert matched.date_question == DateQuestion("2/3/2020", "2 March 2020", "3 February 2020")


@pytest.mark.parametrize(("order", "day"), [("dmy", "2020-03-02"), ("mdy", "2020-02-03")])
def test_the_answer_about_days_is_heard(desk: Desk, order: str, day: str) -> None:
    path = table(desk, UNKNOWN, ("Ann", "2/3/2020", "40"))
    how = HowRead({"Vorname": "given", "Kunde seit": "known_since"}, order)  # type: ignore[arg-type]
    assert preview_file(path, how).date_question is None
    bring_in(desk, path, how={path: how})
    assert str(only(desk).known_since) == day


def test_each_file_is_read_as_said_of_it(desk: Desk) -> None:
    one = table(desk, ("A", "B"), ("Ann", "Lee"), name="one.csv")
    two = table(desk, ("A", "B"), ("Acme", "Bob"), name="two.csv")
    how = {one: HowRead({"A": "given", "B": "family"}), two: HowRead({"A": "org", "B": "name"})}
    report = bring_in(desk, one, two, how=how)
    assert (report.created, names(desk), people(desk)[1].org) == (2, ["Ann Lee", "Bob"], "Acme")


def test_a_column_without_a_name_can_be_matched(desk: Desk) -> None:
    path = table(desk, ("Vorname", ""), ("Ann", "Acme"))
    assert preview_file(path).columns[1].name == "Column 2"
    bring_in(desk, path, how={path: HowRead({"Vorname": "given", "Column 2": "org"})})
    assert only(desk).org == "Acme"


def test_cards_and_books_are_counted(desk: Desk) -> None:
    cards = preview_file(vcf(desk, card("Ann Lee"), card("Bob Ray")))
    assert (cards.kind, cards.records, cards.needs_match) == ("vCard", 2, False)
    bring_in(desk, vcf(desk, card("Ann Lee")))
    book = preview_file(put(desk, "book.json", text_of(desk)))
    assert (book.kind, book.records) == ("RefDesk book", 1)


@pytest.mark.parametrize("content", ["", "\n \n", "{", b"\x00\x01\xff" * 99])
def test_a_file_that_cannot_be_read_says_why_in_a_sentence(desk: Desk, content: str | bytes) -> None:
    found = preview_file(put(desk, "thing", content))
    assert found.why.endswith(".")
    assert (found.records, found.needs_match) == (0, False)


def test_a_missing_file_says_so(desk: Desk) -> None:
    assert preview_file(desk.book.path.parent / "none.vcf").why == "There is no such file."


def test_who_may_be_somebody_known_is_told_apart_from_flaws(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann Lee", "EMAIL:a@x.example")))
    path = table(desk, OUTLOOK, ("Ann", "Lee", "", "", "b@y.example"))
    report = bring_in(desk, path, dry_run=True)
    (found,) = report.problems
    assert isinstance(found, Lookalike)
    assert found.why == "May be the same as Ann Lee."
