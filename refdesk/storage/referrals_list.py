"""The referrals for a screen: those at their end by the page, what ended lately, and who led to whom."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from refdesk.domain.records import Note, Referral
from refdesk.domain.words import Level, ReferralState
from refdesk.storage.book import Book
from refdesk.storage.records import each

_AT_END = "state IN ('won', 'lost', 'not_a_fit', 'lapsed')"
_OF_SOMEBODY = (
    "EXISTS (SELECT 1 FROM person p WHERE p.deleted_on IS NULL "
    "AND p.id = CASE referral.direction WHEN 'given' THEN referral.\"to\" ELSE referral.champion END)"
)


@dataclass(frozen=True, slots=True)
class Led:
    """One step of a chain: who referred, whom, and when; names of people who are in the trash stand for themselves."""

    champion: str
    champion_name: str
    prospect: str
    prospect_name: str
    on: date


def ended_since(book: Book, day: date) -> Iterator[Referral]:
    """The referrals whose outcome is of this day or a later one."""
    return each(book, Referral, f"{_AT_END} AND outcome_on >= ?", (day.isoformat(),))


def ended(book: Book) -> list[tuple[str, ReferralState]]:
    """(id, state) of all that are at their end, the latest first; without those of whom the other is in the trash."""
    return book.rows(
        f"SELECT id, state FROM referral WHERE {_AT_END} AND {_OF_SOMEBODY} "
        "ORDER BY coalesce(outcome_on, made_on, agreed_on) DESC, pk DESC"
    )


def referrals_of(book: Book, ids: Collection[str]) -> Iterator[Referral]:
    """These referrals, in no order that matters; without those that the book has no more."""
    return each(book, Referral, "id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))


def levels_of(book: Book, asks: Collection[str]) -> dict[str, Level | None]:
    """The level of each of these asks, by its id."""
    return dict(
        book.rows("SELECT id, level FROM ask WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(asks)),))
    )


def notes_of(book: Book, referral: str) -> list[Note]:
    """The notes that belong to a referral."""
    return list(each(book, Note, "referral = ?", (referral,)))


def open_count(book: Book) -> int:
    """How many stand open: asks planned, asked or put off, and referrals on their way."""
    asks = "SELECT count(*) FROM ask a JOIN person p ON p.id = a.person WHERE a.state IN ('planned', 'asked', 'later')"
    referrals = f"SELECT count(*) FROM referral WHERE state IN ('agreed', 'made', 'followed_up') AND {_OF_SOMEBODY}"
    return int(book.value(f"{asks} AND p.deleted_on IS NULL")) + int(book.value(referrals))


def led_from(book: Book, person: str) -> list[Led]:
    """Every referral received that this person led to, and those whom they led to in turn, at any depth.

    Each is there once, the earliest first, even where people referred each other.
    """
    sql = (
        "WITH RECURSIVE reached(id) AS (VALUES(?) UNION SELECT r.prospect FROM reached JOIN referral r "
        "ON r.champion = reached.id WHERE r.direction = 'received' AND r.made_on IS NOT NULL "
        "AND r.prospect IS NOT NULL) "
        "SELECT r.champion, c.name, r.prospect, n.name, r.made_on FROM reached JOIN referral r "
        "ON r.champion = reached.id JOIN person c ON c.id = r.champion JOIN person n ON n.id = r.prospect "
        "WHERE r.direction = 'received' AND r.made_on IS NOT NULL ORDER BY r.made_on, r.pk"
    )
    return [_led(row) for row in book.rows(sql, (person,))]


def led_to(book: Book, person: str) -> list[Led]:
    """Every referral received by which this person came, and by which those came who referred them, at any depth."""
    sql = (
        "WITH RECURSIVE reached(id) AS (VALUES(?) UNION SELECT r.champion FROM reached JOIN referral r "
        "ON r.prospect = reached.id WHERE r.direction = 'received' AND r.made_on IS NOT NULL) "
        "SELECT r.champion, c.name, r.prospect, n.name, r.made_on FROM reached JOIN referral r "
        "ON r.prospect = reached.id JOIN person c ON c.id = r.champion JOIN person n ON n.id = r.prospect "
        "WHERE r.direction = 'received' AND r.made_on IS NOT NULL ORDER BY r.made_on, r.pk"
    )
    return [_led(row) for row in book.rows(sql, (person,))]


def _led(row: tuple[str, str, str, str, str]) -> Led:
    champion, champion_name, prospect, prospect_name, on = row
    return Led(champion, champion_name, prospect, prospect_name, date.fromisoformat(on))
