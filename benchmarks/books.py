"""The books and files that are measured: made from a seed, so that every run measures the same."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from refdesk.domain.person import ContactPoint, Person
from refdesk.domain.records import Entry, Profile
from refdesk.domain.words import Kind, Mark, Role, Satisfaction, Trust
from refdesk.services.desk import Desk
from refdesk.storage.book import Book

TODAY = date(2026, 11, 20)
ENTRIES_EACH = 10

_GIVEN = (
    "Ana", "Ben", "Carla", "Dmitri", "Eva", "Farid", "Gita", "Hana", "Ivo", "Jun", "Kira", "Lars", "Mei", "Noor",
    "Olga", "Pia", "Quinn", "Rosa", "Søren", "Tara",
)  # fmt: skip
_SYLLABLES = (
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi",
    "yo", "zu", "łu", "ße",
)  # fmt: skip
_WORDS = (
    "coffee", "about", "the", "pension", "plan,", "tax", "return", "sent,", "likes", "sailing,", "spoke", "of",
    "her", "brother's", "shop,", "wants", "a", "new", "office,", "asked", "for", "the", "draft", "contract,",
    "happy", "with", "the", "audit,", "moves", "to", "Lisbon,", "looks", "for", "a", "bookkeeper",
)  # fmt: skip
_KINDS: tuple[Kind, ...] = ("meeting", "call", "video", "message", "note", "event")
_MARKS: tuple[Mark, ...] = ("gave", "received", "explained", "story", "delivered", "offered_help")
_SATISFACTIONS: tuple[Satisfaction, ...] = ("delighted", "satisfied", "satisfied", "mixed")
_ROLES: tuple[Role, ...] = ("client", "past_client", "prospect", "colleague", "vendor", "friend")
_TRUSTS: tuple[Trust, ...] = ("unknown", "growing", "high")


def now() -> datetime:
    """A fixed instant: what is measured does not depend on when."""
    return datetime(2026, 11, 20, 9, tzinfo=UTC)


def write_cards(path: Path, count: int) -> None:
    """A vCard file of so many cards, about 280 bytes each."""
    chance = random.Random(count)
    with path.open("w", newline="") as file:
        for number in range(count):
            given, family = chance.choice(_GIVEN), _family(chance)
            mail = f"{given}.{family}{number}@example.org".lower()
            file.write(
                f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:{number:08d}-1111-2222-3333-444455556666\r\n"
                f"FN:{given} {family}\r\nN:{family};{given};;;\r\nORG:{family} Ltd\r\nTITLE:Head of Tax\r\n"
                f"TEL;TYPE=CELL:+44 20 7946 {number:06d}\r\nEMAIL;TYPE=WORK:{mail}\r\n"
                f"ADR;TYPE=WORK:;;{number} High Street;London;;N1 {number % 9}AB;UK\r\nEND:VCARD\r\n"
            )


def build(path: Path, people: int) -> None:
    """A book of so many people with ten entries each, every verdict reckoned."""
    chance = random.Random(people)
    with Book.open(path, now) as book:
        desk = Desk(book, TODAY)
        with desk.act("Benchmark.") as act:
            act.put(Profile(id="profile", name="Owners", tags=("owners",)))
            everybody = list(_people(chance, people))
            act.put_new(everybody)
            # In pieces, so that a million entries need not be in memory at once.
            for start in range(0, people, 5_000):
                piece = everybody[start : start + 5_000]
                act.put_new([entry for person in piece for entry in _entries(chance, person)])
    # A book is used long after it was made: measure what is in the file, not in a log beside it.
    with Book.open(path, now) as book:
        book.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def _people(chance: random.Random, count: int) -> Iterator[Person]:
    for number in range(count):
        given, family = chance.choice(_GIVEN), _family(chance)
        yield Person(
            id=f"p{number}",
            name=f"{given} {family}",
            given=given,
            family=family,
            org=f"{_family(chance)} Ltd",
            roles=(chance.choice(_ROLES),),
            emails=(ContactPoint(f"{given}.{family}{number}@example.org".lower(), "work"),),
            phones=(ContactPoint(f"+44 20 7946 {number:06d}", "mobile"),),
            trust=chance.choice(_TRUSTS),
            known_since=TODAY - timedelta(days=chance.randrange(30, 2_000)),
            cadence_days=chance.choice((None, 30, 60, 90)),
            knows=("owners",) if chance.random() < 0.4 else (),
            sorted=True,
        )


def _entries(chance: random.Random, person: Person) -> Iterator[Entry]:
    for number in range(ENTRIES_EACH):
        marks = (chance.choice(_MARKS),) if chance.random() < 0.5 else ()
        yield Entry(
            id=f"{person.id}-{number}",
            on=TODAY - timedelta(days=chance.randrange(0, 400)),
            kind=chance.choice(_KINDS),
            people=(person.id,),
            summary=" ".join(chance.choices(_WORDS, k=9)),
            marks=marks,
            satisfaction=chance.choice(_SATISFACTIONS) if "delivered" in marks else None,
        )


def _family(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
