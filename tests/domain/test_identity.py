"""By what two records are known to be of one person, and by what they never are."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.identity import compatible_names, digits_of, email_key, match_keys, name_key, phone_key
from refdesk.domain.person import ContactPoint, Person, Source

ANN = [
    "Ann Lee",
    "ann lee",
    "Lee, Ann",
    "A. Lee",
    "Lee A",
    "Dr. Ann Lee PhD",
    "Prof Ann Lee, MD",
    "Ann Mary Lee",
    "Lee",
]


@pytest.mark.parametrize("name", ANN)
def test_one_name_is_written_in_many_ways(name: str) -> None:
    assert compatible_names("Ann Lee", name)
    assert compatible_names(name, "Ann Lee")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "Bob Ray"),
        ("Ann Lee", "Amy Lee"),
        ("Ann Lee", "Ann Ray"),
        ("A. Lee", "Bob Lee"),
        ("A. L.", "Ann Lee"),
        ("Ann Lee", "Ann Mary Ray"),
        ("Ann Ann", "Ann Lee"),
        ("Mr Lee", "Mrs Lee"),
        ("Mr. J. Lee", "Ms J. Lee"),
        ("Sir Sam Lee", "Dame Sam Lee"),
        ("Sam Lee", "Sam Lee Jr."),
        ("Sam Lee Sr", "Sam Lee Jr"),
        ("Sam Lee II", "Sam Lee III"),
        ("Md Rahman", "Rafiq Rahman"),
        ("राम", "रोम"),
        ("🌟", "Ann Lee"),
        ("🌟", "🌈"),
        ("Acme Ltd", "Ann Lee"),
    ],
)
def test_two_names_are_two_people(one: str, other: str) -> None:
    assert not compatible_names(one, other)
    assert not compatible_names(other, one)


def test_a_name_that_is_missing_may_be_anybody() -> None:
    assert compatible_names("", "Ann Lee")
    assert compatible_names("", "")


def test_a_title_alone_is_a_name() -> None:
    assert compatible_names("Miss", "Miss")
    assert name_key("Dr") == "dr"
    assert not compatible_names("Miss", "Ann")


@given(st.text(max_size=12), st.text(max_size=12))
def test_it_does_not_matter_who_comes_first(one: str, other: str) -> None:
    assert compatible_names(one, other) == compatible_names(other, one)
    assert compatible_names(one, one)


def test_a_name_is_compared_without_case_accents_order_and_titles() -> None:
    assert len({name_key(name) for name in ("Zoë Lee", "LEE, Zoe", "Dr. Zoe Lee, PhD", "zoe  lee")}) == 1
    assert len({name_key(name) for name in ("Zoe Lee", "Zoe Lee Jr", "Z. Lee", "Zoe Li")}) == 4


@pytest.mark.parametrize(
    "numbers",
    [
        ("+49 30 1234567", "030/123 45 67", "0049-30-1234567", "(030) 1234567"),
        ("+44 20 7946 0958", "020 7946 0958", "+44 (0)20 7946 0958"),
        ("+354 555 1234", "555 1234"),
        ("+1 (415) 555-1234", "415.555.1234", "555-1234"),
        ("٠٣٠١٢٣٤٥٦٧", "0301234567"),
    ],
)
def test_one_number_is_written_in_many_ways(numbers: tuple[str, ...]) -> None:
    for one, other in combinations(numbers, 2):
        assert phone_key(one) == phone_key(other) != ""


@pytest.mark.parametrize("number", ["", "112", "1234", "call me", "-"])
def test_a_number_that_is_too_short_is_nobodys(number: str) -> None:
    assert phone_key(number) == ""


def test_digits_are_those_of_any_script() -> None:
    assert digits_of("+49 (30) 12-3") == "4930123"
    assert digits_of("٠٣٠ ¹") == "030"


def test_an_address_is_compared_without_case() -> None:
    assert email_key(" Ann@X.org ") == email_key("ann@x.ORG")


def test_the_keys_of_a_person() -> None:
    person = Person(
        id="ann",
        name="Ann Lee",
        uid="U1",
        urls=(ContactPoint("https://linkedin.com/in/Ann"), ContactPoint("https://acme.example")),
        emails=(ContactPoint("Ann@X.org"),),
        phones=(ContactPoint("+49 30 1234567"), ContactPoint("112")),
        sources=(Source(source="vcard", key="U1"), Source(source="linkedin", key="linkedin.com/in/ann")),
    )
    assert list(match_keys(person)) == [
        "uid:U1",
        "url:linkedin.com/in/ann",
        "email:ann@x.org",
        "phone:1234567",
        "name:ann lee",
        "linkedin/linkedin.com/in/ann",
    ]


def test_nobody_at_all_has_no_key() -> None:
    assert list(match_keys(Person(id="x", name=" "))) == []
