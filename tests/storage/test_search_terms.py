"""Whatever somebody types is words to look for and nothing else: no query language, no limit, no crash."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refdesk.domain.errors import UnclearPersonError
from refdesk.domain.folding import words
from refdesk.domain.person import ContactPoint, Person
from refdesk.services.desk import Desk
from refdesk.services.finding import MANY, find
from refdesk.services.people import resolve
from refdesk.storage import check, search
from tests.storage.desks import add, log

LETTERS = st.characters(categories=["L", "M", "Nd"])


def ids(desk: Desk, text: str) -> list[str]:
    return [found.id for found in find(desk, text).people]


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '"ana',
        'ana"',
        "ana*",
        "*",
        "-ana",
        "name:ana",
        "name : ana",
        "{name rest} : ana",
        "^ana",
        "ana OR bo",
        "ana AND bo",
        "NOT ana",
        "NEAR(ana bo, 2)",
        "ana + bo",
        "(ana",
        "ana)",
        "'; DROP TABLE person; --",
        "%",
        "_",
        "ana\0ruiz",
        "\\",
        "",
        " ",
        "ﷺ",
        "½",
        "²",
        "\u202eana",
        "a" * 100_000,
        "ana " * 5_000,
        " ".join(f"word{number}" for number in range(3_000)),
    ],
    ids=lambda typed: typed[:12].encode("unicode_escape").decode(),
)
def test_no_sign_of_a_query_language_does_anything(desk: Desk, typed: str) -> None:
    add(desk, "Ana Ruiz")
    log(desk, "ana", summary="about the harbour")
    found = find(desk, typed)
    assert {person.id for person in found.people} <= {"ana"}
    with_no_more_than_letters = typed.replace('"', "").replace("*", "").replace("-", "").strip("^()")
    if with_no_more_than_letters == "ana":
        assert ids(desk, typed) == ["ana"]
    assert list(check.problems(desk.book)) == []


@pytest.mark.parametrize("word", ["and", "or", "not", "near", "name", "rest"])
def test_words_of_a_query_language_are_words(desk: Desk, word: str) -> None:
    add(desk, f"{word.title()} Ruiz", id=word)
    assert ids(desk, word.upper()) == [word]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_looked_for_in_any_name(desk: Desk, name: str, typed: str) -> None:
    with desk.book.database.atomic() as transaction:
        if name.strip():
            add(desk, name, id="x")
        assert {found.id for found in find(desk, typed).people} <= {"x"}
        assert {found.id for found in search.named(desk.book, typed)} <= {"x"}
        transaction.rollback()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(LETTERS, min_size=3, max_size=12).filter(lambda text: len(words(text)) == 1), st.data())
def test_every_beginning_and_every_part_of_a_word_finds_it(desk: Desk, text: str, data: st.DataObject) -> None:
    (word,) = words(text)
    start = data.draw(st.integers(0, max(0, len(word) - 3)))
    end = data.draw(st.integers(min(start + 3, len(word)), len(word)))
    with desk.book.database.atomic() as transaction:
        add(desk, "Ana Ruiz", id="x", about=text)
        assert ids(desk, word) == ["x"]
        assert ids(desk, word[:end]) == ["x"]
        assert len(word[start:end]) < 3 or ids(desk, word[start:end]) == ["x"]
        transaction.rollback()


def test_as_many_are_found_as_are_asked_for(desk: Desk) -> None:
    with desk.act("Many.") as act:
        act.put_new([numbered(number) for number in range(40)])
    assert len(find(desk, "smith").people) == MANY
    assert len(find(desk, "smith", limit=40).people) == 40
    assert len(find(desk, "mit", limit=5).people) == 5


def numbered(number: int) -> Person:
    return Person(id=f"p{number}", name=f"Smith {number}")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("id-7", "id-7"),
        ("Ana Ruiz", "id-7"),
        ("ruiz ana", None),
        ("ANA RUIZ", "id-7"),
        ("ana.ruiz@example.org", "id-7"),
        ("Ana.Ruiz@Example.org", "id-7"),
        ("ana", None),
        ("ruizw", "other"),
        ("an ruizw", "other"),
        ("nobody", None),
        ("", None),
        ("harbour", None),
    ],
)
def test_a_person_is_named_by_id_then_whole_name_or_address_then_beginnings(
    desk: Desk, typed: str, expected: str | None
) -> None:
    add(desk, "Ana Ruiz", id="id-7", emails=(ContactPoint("ana.ruiz@example.org"),), org="Harbour")
    add(desk, "Ana Ruizwell", id="other", about="id-7")
    if expected:
        assert resolve(desk, typed) == expected
    else:
        with pytest.raises(UnclearPersonError):
            resolve(desk, typed)


def test_two_of_one_name_are_both_meant(desk: Desk) -> None:
    add(desk, "Ana Ruiz", id="one")
    add(desk, "ana ruiz", id="two")
    with pytest.raises(UnclearPersonError, match="Several people match “Ana Ruiz”") as unclear:
        resolve(desk, "Ana Ruiz")
    assert unclear.value.candidates == (("one", "Ana Ruiz"), ("two", "ana ruiz"))
    with pytest.raises(UnclearPersonError, match="Nobody matches “Zoe”"):
        resolve(desk, "Zoe")
