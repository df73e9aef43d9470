"""The people of the sample book: from everywhere, in many trades, and none of them real or reachable."""

import re
import unicodedata
from collections import Counter
from datetime import date

import pytest

from refdesk.domain.identity import name_key, phone_key
from refdesk.domain.person import Person
from refdesk.services.sample import sample_book
from refdesk.services.sample.names import TRADITIONS
from refdesk.services.sample.professions import ADVISERS, OTHERS, SUPPLIERS
from refdesk.services.sample.trades import OWNERS

TODAY = date(2025, 11, 18)
SEEDS = (1, 2, 3, 4, 5)

FICTIONAL_NUMBERS = re.compile(
    r"""
    07700\ 900\d{3} | 0117\ 496\ 0\d{3} | 0131\ 496\ 0\d{3} | 020\ 7946\ 0\d{3} | 029\ 2018\ 0\d{3}
    | 028\ 9649\ 6\d{3} | 01632\ 960\d{3}      # Ofcom, for drama
    | \+49\ (221\ 4710|40\ 66969)\ \d{3}        # Bundesnetzagentur, Amtsblatt 7/2021
    | \+33\ 4\ 65\ 71\ \d{2}\ \d{2}             # Arcep, for works of fiction
    | \+46\ 31\ 390\ 06\ \d{2}                  # PTS, for books and films
    | \+1\ 503-555-01\d{2}                      # North American Numbering Plan, 555-0100 to 0199
    | \+61\ 3\ 5550\ \d{4}                      # ACMA, for creative works
    """,
    re.VERBOSE,
)


def latin(written: str) -> str:
    return written.rpartition("=")[2]


def family_names() -> dict[str, str]:
    """Which tradition each family name is of, in every spelling; names that several traditions have are left out."""
    found: dict[str, set[str]] = {}
    for tradition in TRADITIONS:
        for written in tradition.family + tradition.women_family or tradition.women + tradition.men:
            for spelling in (written.partition("=")[0], latin(written)):
                found.setdefault(spelling, set()).add(tradition.name)
    return {name: next(iter(traditions)) for name, traditions in found.items() if len(traditions) == 1}


def people(seed: int) -> tuple[Person, ...]:
    return sample_book(today=TODAY, seed=seed).people


def script_of(name: str) -> str:
    """The script of the first letter, as Unicode names it: LATIN, CYRILLIC, CJK ..."""
    return unicodedata.name(name.removeprefix("Dr. ")[0]).partition(" ")[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_names_come_from_everywhere(seed):
    families = family_names()
    seen = Counter(families.get(person.family or person.given) for person in people(seed))
    assert len(seen.keys() - {None}) >= 30
    assert max(count for name, count in seen.items() if name) <= 25


@pytest.mark.parametrize("seed", SEEDS)
def test_some_names_have_a_script_of_their_own(seed):
    scripts = Counter(script_of(person.name) for person in people(seed))
    assert scripts["LATIN"] >= 125
    assert len(scripts) >= 4


@pytest.mark.parametrize("seed", SEEDS)
def test_names_take_every_form(seed):
    names = [person.name for person in people(seed)]
    assert any("-" in name for name in names)
    assert any("'" in name for name in names)
    assert any(name.startswith("Dr. ") for name in names)
    assert sum(not name.isascii() for name in names) >= 20
    assert [person for person in people(seed) if not person.family and person.name == person.given]


@pytest.mark.parametrize("seed", SEEDS)
def test_names_with_letters_that_searching_must_know_are_there(seed):
    names = {person.name.removeprefix("Dr. ") for person in people(seed)}
    assert {"Søren Lindqvist", "Łukasz Święcicki", "Elif Yıldız", "Jürgen Großmann", "Þórdís Þórðardóttir"} <= names


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_there_twice(seed):
    everybody = people(seed)
    for keys in (
        [name_key(person.name) for person in everybody],
        [email.value for person in everybody for email in person.emails],
        [phone_key(phone.value) for person in everybody for phone in person.phones],
        [url.value for person in everybody for url in person.urls],
    ):
        assert len(set(keys)) == len(keys) > 10


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_can_be_reached(seed):
    book = sample_book(today=TODAY, people=600, seed=seed)
    emails = [book.me.email, *(email.value for person in book.people for email in person.emails)]
    assert {email.rpartition("@")[2] for email in emails} == {"example.org", "example.com", "example.net"}
    assert all(re.fullmatch(r"[a-z0-9.]+@[a-z.]+", email) for email in emails)
    numbers = [phone.value for person in book.people for phone in person.phones]
    assert [number for number in numbers if not FICTIONAL_NUMBERS.fullmatch(number)] == []
    assert all(url.value.startswith("https://www.example.com/") for person in book.people for url in person.urls)


@pytest.mark.parametrize("seed", SEEDS)
def test_some_things_are_not_known_of_everybody(seed):
    everybody = people(seed)
    for name in (
        "emails",
        "phones",
        "addresses",
        "birthday",
        "about",
        "met",
        "tags",
        "knows",
        "cadence_days",
        "related",
    ):
        known = sum(bool(getattr(person, name)) for person in everybody)
        assert 15 <= known <= 140, name


@pytest.mark.parametrize("seed", SEEDS)
def test_addresses_are_laid_out_as_in_their_countries(seed):
    addresses = [address for person in people(seed) for address in person.addresses]
    assert len({address.country for address in addresses}) >= 8
    shapes = {
        "United Kingdom": r"[A-Z]{1,2}\d{1,2} \d[A-Z]{2}",
        "Germany": r"50\d{3}|204\d{2}",
        "United States": r"9720\d",
        "Poland": r"31-\d{3}",
    }
    for address in addresses:
        assert address.street
        assert re.fullmatch(shapes.get(address.country, r"[\d A-Z-]+"), address.postcode), address
    assert [address for address in addresses if re.fullmatch(r"\w+(straße|gasse) \d+", address.street)]


@pytest.mark.parametrize("seed", SEEDS)
def test_there_are_many_trades_and_firms(seed):
    everybody = people(seed)
    trade_of = {title: trade.name for trade in OWNERS + ADVISERS + SUPPLIERS + OTHERS for title in trade.titles}
    titles = {person.title for person in everybody}
    assert len(titles) >= 50
    assert len({trade_of[title] for title in titles}) >= 30
    assert len({person.org for person in everybody}) >= 100


def test_there_are_more_than_forty_trades():
    names = [trade.name for trade in OWNERS + ADVISERS + SUPPLIERS + OTHERS]
    assert len(set(names)) == len(names) >= 40


@pytest.mark.parametrize("seed", SEEDS)
def test_birthdays_come_with_and_without_a_year_and_on_a_leap_day(seed):
    birthdays = [person.birthday for person in people(seed) if person.birthday]
    assert any(birthday.startswith("--") for birthday in birthdays)
    assert any(not birthday.startswith("--") for birthday in birthdays)
    assert any(birthday.endswith("-02-29") for birthday in birthdays)
    assert any(birthday.endswith("-11-18") for birthday in birthdays)
    assert any(birthday.endswith("-11-22") for birthday in birthdays)


@pytest.mark.parametrize("seed", SEEDS)
def test_names_and_titles_fit_their_rows(seed):
    for person in people(seed):
        assert len(person.name) <= 30
        assert len(person.title) <= 28
        assert len(person.org) <= 36


@pytest.mark.parametrize("seed", SEEDS)
def test_people_have_led_to_people(seed):
    everybody = {person.id: person for person in people(seed)}
    referred = [person for person in everybody.values() if person.introduced_by]
    assert len(referred) >= 12
    assert [person for person in referred if everybody[person.introduced_by].introduced_by]
    assert sum(bool(person.could_introduce) for person in everybody.values()) >= 8
    assert [related for person in everybody.values() for related in person.related if related.person]
