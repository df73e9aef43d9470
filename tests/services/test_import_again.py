"""Any address book: a second import changes nothing, nobody is lost, and no two people become one."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.identity import compatible_names
from refdesk.services.desk import Desk
from refdesk.storage.check import problems
from tests.services.books import (
    GOOGLE,
    LINKEDIN,
    assert_no_change,
    bring_in,
    card,
    fresh_desk,
    names,
    people,
    put,
    table,
    vcf,
)

NAMES = (
    "Ann Lee",
    "Amy Lee",
    "Lee, Ann",
    "A. Lee",
    "Mr Lee",
    "Mrs Lee",
    "Priya Sharma",
    "Sam Lee Jr",
    "रोम",
    "राम",
    "🌟",
)
NAMED = {"Ann Lee": "ann", "Priya Sharma": "priya", "Bob Ray": "bob", "Zoë Ng": "zoe", "राम": "ram", "रोम": "rom"}
"""Names of which no two may be one person's."""

some = st.sampled_from
emails = some(("", "office@acme.example", "OFFICE@acme.example", "a@x.example", "b@x.example"))
phones = some(("", "+49 30 1234567", "030/1234567", "0301234567", "112", "555 0000"))
uids = some(("", "", "u1", "u2", "u3"))
titles = some(("", "Partner", "Clerk"))
urls = some(
    ("", "https://www.linkedin.com/in/ann", "linkedin.com/in/ANN/", "https://linkedin.com/in/bob", "acme.example")
)
extras = some(("", "X-A:1", "X-A:2", "NICKNAME:Annie"))


def cards_of(called: Sequence[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, email, phone, uid, title, url, extra: card(
            name,
            *(line for line, value in (
                (f"EMAIL:{email}", email), (f"TEL:{phone}", phone), (f"UID:{uid}", uid), (f"TITLE:{title}", title),
                (f"URL:{url}", url), (extra, extra),
            ) if value),
        ),
        some(called), emails, phones, uids, titles, urls, extras,
    )  # fmt: skip


cards = cards_of(NAMES)
rows = st.tuples(
    some(("Ann", "A.", "Priya", "")),
    some(("Lee", "Sharma", "")),
    emails,
    phones,
    some(("", "Acme")),
    some(("", "x ::: y")),
).filter(any)
connections = st.tuples(
    some(("Ann", "Priya", "")), some(("Lee", "Sharma")), urls, emails, some(("Acme", "Nest")), titles,
    some(("15 Jan 2024", "16 Jan 2024", "")),
)  # fmt: skip


def assert_settled(desk: Desk, *paths: object) -> None:
    assert_no_change(desk, *paths)  # type: ignore[arg-type]
    assert list(problems(desk.book)) == []


@settings(max_examples=60)
@given(st.lists(cards, max_size=7))
def test_vcards_again_change_nothing(book: list[str]) -> None:
    with fresh_desk() as desk:
        path = vcf(desk, *book)
        report = bring_in(desk, path)
        assert report.read == len(book)
        assert_settled(desk, path)


@settings(max_examples=30)
@given(st.lists(rows, max_size=7))
def test_rows_again_change_nothing(book: list[tuple[str, ...]]) -> None:
    with fresh_desk() as desk:
        path = table(desk, GOOGLE, *book)
        report = bring_in(desk, path)
        assert report.read == len(book)
        assert_settled(desk, path)


@settings(max_examples=30)
@given(st.lists(connections, max_size=7))
def test_connections_again_change_nothing(book: list[tuple[str, ...]]) -> None:
    with fresh_desk() as desk:
        path = table(desk, LINKEDIN, *book)
        assert bring_in(desk, path).read == len(book)
        assert_settled(desk, path)


@settings(max_examples=30)
@given(st.lists(cards, max_size=4), st.lists(cards, max_size=4), st.lists(connections, max_size=3))
def test_several_files_again_change_nothing(one: list[str], two: list[str], three: list[tuple[str, ...]]) -> None:
    with fresh_desk() as desk:
        paths = vcf(desk, *one), vcf(desk, *two, name="other.vcf"), table(desk, LINKEDIN, *three)
        bring_in(desk, *paths)
        assert_settled(desk, *paths)


@settings(max_examples=30)
@given(st.lists(cards, max_size=5), st.lists(cards, max_size=5))
def test_a_file_that_grew_settles(before: list[str], added: list[str]) -> None:
    with fresh_desk() as desk:
        bring_in(desk, vcf(desk, *before))
        path = vcf(desk, *before, *added)
        bring_in(desk, path)
        assert_settled(desk, path)


@settings(max_examples=60)
@given(st.lists(cards_of(tuple(NAMED)), max_size=8), st.lists(cards_of(tuple(NAMED)), max_size=4))
def test_nobody_is_lost_and_nobody_becomes_somebody_else(one: list[str], two: list[str]) -> None:
    """A UID may pass from file to file with another name, as by marriage; within one file it may not."""
    with fresh_desk() as desk:
        bring_in(desk, vcf(desk, *one, name="one.vcf"), vcf(desk, *two, name="two.vcf"))
        came = {name for name in NAMED if any(f"FN:{name}\n" in text for text in (*one, *two))}
        assert set(names(desk)) == came
        for person in people(desk):
            said = {source.wrote["name"] for source in person.sources}
            assert all(compatible_names(name, person.name) for name in said)


@pytest.mark.parametrize("times", [1, 2])
def test_a_file_given_twice_in_one_act_comes_in_once(desk: Desk, times: int) -> None:
    path = vcf(desk, card("Priya Sharma"), card("Priya Sharma"), card("Ann Lee", "EMAIL:a@x.example"))
    report = bring_in(desk, *[path] * (times + 1))
    assert (report.created, report.unchanged) == (3, 3 * times)
    assert_settled(desk, path)


def test_connections_without_any_address_again_change_nothing(desk: Desk) -> None:
    rows = [("Ann", f"Lee{number // 2}", "", "", "Acme", "", "15 Jan 2024") for number in range(60)]
    path = table(desk, LINKEDIN, *rows)
    assert bring_in(desk, path).created == 60
    assert_settled(desk, path)
    assert_settled(desk, table(desk, LINKEDIN, *reversed(rows)))


def test_moving_the_cards_of_a_file_changes_nothing(desk: Desk) -> None:
    book = [card("Priya Sharma"), card("Priya Sharma", "TITLE:Clerk"), card("Ann Lee", "UID:u1"), card("राम")]
    bring_in(desk, vcf(desk, *book))
    assert_settled(desk, vcf(desk, *reversed(book)))


def test_the_same_text_with_other_line_ends_changes_nothing(desk: Desk) -> None:
    path = vcf(desk, card("Ann Lee", "NOTE:one"), card("Priya Sharma"))
    bring_in(desk, path)
    assert_settled(desk, put(desk, "phone.vcf", path.read_text().replace("\n", "\r\n")))


def test_a_uid_that_two_came_with_tells_each_from_the_other(desk: Desk) -> None:
    """Ann came with two UIDs, joined by her profile; Amy with a copy of the second one."""
    linked = "URL:https://www.linkedin.com/in/ann"
    path = vcf(desk, card("Ann Lee", "UID:u2", linked), card("Ann Lee", "UID:u1", linked), card("Amy Lee", "UID:u1"))
    bring_in(desk, path)
    assert names(desk) == ["Ann Lee", "Amy Lee"]
    assert_settled(desk, path)


def test_files_that_share_a_uid_settle_alone_and_together(desk: Desk) -> None:
    paths = [
        vcf(desk, card("Ann Lee", "EMAIL:office@acme.example"), name="0.vcf"),
        vcf(desk, card("Mr Lee", "UID:u1"), name="1.vcf"),
        vcf(desk, card("Mrs Lee", "EMAIL:office@acme.example", "UID:u1"), card("Mr Lee", "UID:u1"), name="2.vcf"),
    ]
    for path in paths:
        bring_in(desk, path)
        assert_settled(desk, path)
    bring_in(desk, *paths)
    assert_settled(desk, *paths)


@pytest.mark.soak
@settings(max_examples=1_000)
@given(st.lists(st.lists(cards, max_size=8), min_size=1, max_size=3), st.lists(connections, max_size=8))
def test_many_books_settle(files: list[list[str]], linked: list[tuple[str, ...]]) -> None:
    with fresh_desk() as desk:
        paths = [vcf(desk, *file, name=f"{number}.vcf") for number, file in enumerate(files)]
        for path in (*paths, table(desk, LINKEDIN, *linked)):
            bring_in(desk, path)
            assert_settled(desk, path)
        bring_in(desk, *paths)
        assert_settled(desk, *paths)
