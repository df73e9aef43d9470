"""People and entries are found by what a plain keyboard can type, by beginnings and by parts, in any script."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refdesk.domain.folding import words
from refdesk.domain.person import Address, ContactPoint, Person, Related
from refdesk.services import people, timeline
from refdesk.services.desk import Desk
from refdesk.services.finding import MANY, find
from refdesk.services.people import UnclearPersonError, resolve
from refdesk.storage import check, search
from tests.storage.desks import add, log

LETTERS = st.characters(categories=["L", "M", "Nd"])
NAMES = {
    "soren": "Søren Kierkegaard",
    "lukasz": "Łukasz Żółć",
    "strasse": "Anna Straße",
    "yildiz": "Yıldız Tilbe",
    "ipek": "İpek Çelik",
    "aether": "Æther Œuvre",
    "thor": "Þór Guðmundsson",
    "oneill": "Eugene O'Neill",
    "jeanluc": "Jean-Luc Picard",
    "wang": "王伟",
    "dmitri": "Дмитрий Шостакович",
    "emoji": "Zoë 🌻 Bloom",
    "greek": "Άννα Παπαδοπούλου",
    "arabic": "محمد علي",
    "hebrew": "דוד לוי",
    "hindi": "हिन्दी शर्मा",
    "thai": "สมชาย ใจดี",
    "water": "น้ำฝน วงศ์",
    "marathi": "संतराऊन पाटील",
    "tamil": "கொள்ளுப்பேரன்",
    "korean": "김민준",
    "decomposed": "Rene\u0301e Muller",
    "ligature": "Sofﬁa Ｗｉｄｅ",
}


@pytest.fixture
def world(desk: Desk) -> Desk:
    """A desk on which people of many languages are known."""
    for id_, name in NAMES.items():
        add(desk, name, id=id_)
    return desk


def ids(desk: Desk, text: str) -> list[str]:
    return [found.id for found in find(desk, text).people]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("soren", "soren"),
        ("SØREN", "soren"),
        ("so", "soren"),
        ("lukasz zolc", "lukasz"),
        ("Łuk", "lukasz"),
        ("zo", "lukasz"),
        ("strasse", "strasse"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("stra", "strasse"),
        ("rass", "strasse"),
        ("yildiz", "yildiz"),
        ("YILDIZ", "yildiz"),
        ("Yıl", "yildiz"),
        ("ldiz", "yildiz"),
        ("ipek", "ipek"),
        ("IPEK CELIK", "ipek"),
        ("İp", "ipek"),
        ("aether", "aether"),
        ("Æ", "aether"),
        ("oeuvre", "aether"),
        ("thor", "thor"),
        ("Þ", "thor"),
        ("gudmund", "thor"),
        ("o'neill", "oneill"),
        ("o’neill", "oneill"),
        ("neill", "oneill"),
        ("o neill", "oneill"),
        ("jean-luc", "jeanluc"),
        ("jean luc", "jeanluc"),
        ("luc", "jeanluc"),
        ("luc pic", "jeanluc"),
        ("card", "jeanluc"),
        ("王", "wang"),
        ("王伟", "wang"),
        ("дмитрий", "dmitri"),
        ("ДМ", "dmitri"),
        ("стако", "dmitri"),
        ("zoe", "emoji"),
        ("zoë bloom", "emoji"),
        ("🌻 zoe", "emoji"),
        ("άννα", "greek"),
        ("αννα", "greek"),
        ("محمد", "arabic"),
        ("דוד", "hebrew"),
        ("हिन्दी", "hindi"),
        ("शर्मा", "hindi"),
        ("สมชาย", "thai"),
        ("ใจ", "thai"),
        ("น้ำ", "water"),
        ("ाऊन", "marathi"),
        ("김민준", "korean"),
        ("김", "korean"),
        ("renée", "decomposed"),
        ("renee mueller", None),
        ("müller", "decomposed"),
        ("soffia", "ligature"),
        ("wide", "ligature"),
    ],
)
def test_a_name_is_found_by_what_a_keyboard_can_type(world: Desk, typed: str, expected: str | None) -> None:
    found = ids(world, typed)
    assert (expected in found) if expected else found == []
    assert list(check.problems(world.book)) == []


@pytest.mark.parametrize("letters", [1, 2])
@pytest.mark.parametrize("id_", NAMES)
def test_one_letter_or_two_find_a_name_by_its_beginning(world: Desk, id_: str, letters: int) -> None:
    assert id_ in ids(world, NAMES[id_][:letters])


def test_whoever_has_the_words_in_their_name_comes_first(desk: Desk) -> None:
    add(desk, "Bo Li", id="noted", about="knows Ana Ruiz well")
    add(desk, "Zana Ruizing", id="inside")
    add(desk, "Ruiz Ana", id="turned")
    add(desk, "Ana Ruiz", id="ana")
    assert ids(desk, "ana ruiz") == ["ana", "turned", "inside", "noted"]
    assert [found.why for found in find(desk, "ana ruiz").people] == ["name", "name", "name", "knows ana ruiz well"]
    assert ids(desk, "ana ruiz")[:2] == [found.id for found in find(desk, "ana ruiz", limit=2).people]


def test_everything_known_of_somebody_finds_them(desk: Desk) -> None:
    add(
        desk,
        "Ana Ruiz",
        org="Harbour Bank",
        title="Head of Lending",
        emails=(ContactPoint("ana.ruiz@harbour-bank.example", "work"),),
        phones=(ContactPoint("+49 (30) 1234-567", "work"),),
        urls=(ContactPoint("https://www.linkedin.example/in/ana-ruiz-99"),),
        addresses=(Address(street="Große Straße 7", city="Kraków", postcode="31-001", country="Polska"),),
        tags=("Sailing",),
        knows=("shipyards",),
        about="plays the 'cello; met in Łódź",
        met="at the fair",
        related=(Related(name="Ōtani Hiroshi", how="husband"),),
    )
    for typed in (
        "harbour",
        "lending",
        "arbou",
        "harbour-bank.example",
        "linkedin",
        "1234567",
        "4567",
        "+49 (30) 1234",
        "grosse strasse",
        "krakow",
        "31-001",
        "polska",
        "sail",
        "hipyar",
        "cello",
        "lodz",
        "fair",
        "otani",
        "ana harbour krakow",
    ):
        assert ids(desk, typed) == ["ana"], typed
    assert ids(desk, "ana hamburg") == []


def test_parts_are_found_from_three_letters_on(desk: Desk) -> None:
    add(desk, "Ana Ruiz", org="Harbour Bank")
    entry = log(desk, "ana", summary="spoke of lighthouses", place="Lisboa", line="call Ana")
    assert ids(desk, "arb") == ["ana"]
    assert ids(desk, "ar") == []
    assert [found.id for found in find(desk, "thouse").entries] == [entry.id]
    assert [found.id for found in find(desk, "isb").entries] == [entry.id]
    assert [found.id for found in find(desk, "li").entries] == [entry.id]
    assert find(desk, "th").entries == ()
    assert ids(desk, "arb xyz") == []
    assert find(desk, "thous xyz").entries == ()


def test_the_letters_of_a_part_stand_together(desk: Desk) -> None:
    """A text that holds all the threes of letters of a word need not hold the word."""
    add(desk, "Ana Ruiz", about="abcd xbcde")
    assert ids(desk, "bcd") == ["ana"]
    assert ids(desk, "bcde") == ["ana"]
    assert ids(desk, "abcde") == []


def test_entries_are_found_newest_first(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    texts = [log(desk, "ana", days=days, summary=f"Über den Hafen {days}").summary for days in (5, 1, 9, 0)]
    found = find(desk, "uber hafen").entries
    assert [entry.text for entry in found] == [texts[3], texts[1], texts[0], texts[2]]
    assert len(find(desk, "hafen", limit=2).entries) == 2


def test_what_was_written_before_an_edit_is_not_found(desk: Desk) -> None:
    add(desk, "Ana Ruiz", org="Harbour Bank")
    entry = log(desk, "ana", summary="about lighthouses")
    people.edit_person(desk, replace(desk.person("ana"), name="Bea Ruiz", org="River Bank"))
    timeline.edit_entry(desk, replace(entry, summary="about bridges"))
    assert ids(desk, "ana") == ids(desk, "harbour") == ids(desk, "arbou") == []
    assert ids(desk, "bea") == ids(desk, "iver") == ["ana"]
    assert find(desk, "lighthouses").entries == find(desk, "ighth").entries == ()
    assert [found.id for found in find(desk, "ridge").entries] == [entry.id]
    timeline.delete_entry(desk, entry.id)
    assert find(desk, "bridges").entries == ()


def test_the_archived_are_found_and_the_trash_is_not(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Ana Day", id="day")
    people.archive_person(desk, "ana")
    people.delete_person(desk, "day")
    assert ids(desk, "ana") == ["ana"]
    assert resolve(desk, "ana") == "ana"


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
