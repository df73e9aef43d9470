"""People and entries are found by what a plain keyboard can type, by beginnings and by parts, in any script."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from refdesk.domain.person import Address, ContactPoint, Related
from refdesk.services import people, timeline
from refdesk.services.desk import Desk
from refdesk.services.finding import find
from refdesk.services.people import resolve
from refdesk.storage import check
from refdesk.storage.derived import name_text
from tests.storage.desks import add, desk_at, log

NAMES = {
    "soren": "Søren Kierkegaard",
    "lukasz": "Łukasz Żółć",
    "strasse": "Anna Straße",
    "yildiz": "Yıldız Tilbe",
    "ipek": "İpek Çelik",
    "aether": "Æther Œuvre",
    "thor": "Þór Guðmundsson",
    "oneill": "Eugene O'Neill",
    "odwyer": "Sean O’Dwyer",
    "plain": "Liam Obrien",
    "spaced": "Nora O Shea",
    "double": "Ann-Marie Smith-O'Hara",
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


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on which people of many languages are known."""
    with desk_at(tmp_path_factory.mktemp("world") / "book.refdesk") as desk:
        for id_, name in NAMES.items():
            add(desk, name, id=id_)
        assert list(check.problems(desk.book)) == []
        yield desk


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
        ("oneill", "oneill"),
        ("oneil", "oneill"),
        ("odwyer", "odwyer"),
        ("o'dwyer", "odwyer"),
        ("O’Dwyer", "odwyer"),
        ("o'dw", "odwyer"),
        ("dwyer", "odwyer"),
        ("sean odwyer", "odwyer"),
        ("o'brien", "plain"),
        ("o'shea", "spaced"),
        ("ohara", "double"),
        ("smith o'hara", "double"),
        ("annmarie", "double"),
        ("ann-marie smith", "double"),
        ("jean-luc", "jeanluc"),
        ("jeanluc", "jeanluc"),
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


def test_an_entry_is_found_with_and_without_its_apostrophes_and_hyphens(desk: Desk) -> None:
    add(desk, "Ana Ruiz", org="O'Reilly & Sons")
    entry = log(desk, "ana", summary="her brother's e-mail about the re-opening")
    for typed in ("brothers", "brother's", "brother", "email", "e-mail", "reopening", "re-opening"):
        assert [found.id for found in find(desk, typed).entries] == [entry.id], typed
    assert find(desk, "brothel").entries == ()
    assert [find(desk, typed).people[0].id for typed in ("oreilly", "o'reilly", "reilly")] == ["ana"] * 3


@pytest.mark.parametrize("typed", ["odwyer", "o'dwyer", "O’Dwyer", "sean odwyer", "Sean O'Dwyer", "dwyer"])
def test_a_command_means_somebody_with_or_without_their_apostrophe(desk: Desk, typed: str) -> None:
    add(desk, "Sean O'Dwyer")
    add(desk, "Ana Ruiz")
    assert resolve(desk, typed) == "sean"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sean O’Dwyer", "sean o dwyer odwyer"),
        ("Ann-Marie Smith-O'Hara", "ann marie smith o hara annmarie ohara smithohara"),
        ("Bo Li Bo", "bo li bo"),
        ("🌻", ""),
    ],
)
def test_a_name_is_indexed_in_its_own_order_first(name: str, text: str) -> None:
    assert name_text(name) == text
