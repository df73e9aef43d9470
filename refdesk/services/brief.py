"""The brief before a meeting: one page of what to have in mind about somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from refdesk.domain.asof import as_of
from refdesk.domain.birthdays import next_birthday
from refdesk.domain.daywords import day_name, days_ago
from refdesk.domain.horizon import Horizon
from refdesk.domain.obligations import obligations
from refdesk.domain.records import Entry, Partner, Referral
from refdesk.services.desk import Desk
from refdesk.services.facts import About, about_person, dossier_of
from refdesk.services.today_words import referral_words
from refdesk.storage import about as storage
from refdesk.storage.agenda import names_of
from refdesk.storage.facts import Dossier

LAST_ENTRIES = 3
DAYS_NEAR = timedelta(days=30)
"""How far ahead a birthday, or a day of their own, is good to mention."""

_STANDS = {
    "agreed": "agreed, not made yet",
    "made": "made",
    "followed_up": "followed up, still open",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page: its title and its lines, each a sentence; never without lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The page: who it is about, one line about them, and its parts in order."""

    name: str
    who: str
    sections: tuple[Section, ...]


def brief(desk: Desk, id_: str) -> Brief:
    """What to have in mind about somebody today.

    Raises:
        RefusedError: nobody has this id, or they are in the trash.
    """
    dossier = dossier_of(desk, id_)
    about = about_person(desk, id_)
    partner = storage.partner_of(desk.book, id_)
    person = about.person
    parts = (
        ("Next step", [about.sentence]),
        ("Lately", _lately(dossier, desk.today)),
        ("Promised by you", _promised(desk, id_, partner, "me")),
        (f"Promised by {person.first_name}", _promised(desk, id_, partner, "them")),
        ("Good to mention", [*_owed(desk, dossier), *_days_near(about, desk.today)]),
        ("What you know", filter(None, (person.about, person.met and f"How you met: {person.met}"))),
        ("Giving and receiving", _given_and_received(about, desk.today)),
        ("Open referrals", _referrals(desk, dossier)),
        ("Could introduce", _introductions(about)),
        ("Looks for", [f"{about.seeks}."] if about.seeks else []),
    )
    sections = tuple(Section(title, lines) for title, found in parts if (lines := tuple(filter(None, found))))
    return Brief(person.name, _who(about), sections)


def brief_text(page: Brief) -> str:
    """The page as plain text, for the clipboard."""
    blocks = [f"{page.name}\n{page.who}".rstrip()]
    blocks += ["\n".join((section.title, *(f"- {line}" for line in section.lines))) for section in page.sections]
    return "\n\n".join(blocks) + "\n"


def _who(about: About) -> str:
    person = about.person
    job = ", ".join(filter(None, (person.title, person.org)))
    known = f"known since {person.known_since.year}" if person.known_since else ""
    roles = ", ".join(role.replace("_", " ") for role in person.roles)
    return " · ".join(filter(None, (job, roles, known, person.pronouns)))


def _lately(dossier: Dossier, today: date) -> list[str]:
    past = [entry for entry in dossier.entries if not entry.planned and entry.on <= today]
    return [_told(entry, today) for entry in reversed(past[-LAST_ENTRIES:])]


def _told(entry: Entry, today: date) -> str:
    when = days_ago(entry.on, today, entry.approximate)
    said = entry.summary or entry.kind.capitalize()
    return f"{when[:1].upper()}{when[1:]}: {said}"


def _promised(desk: Desk, id_: str, partner: Partner | None, by: str) -> Iterator[str]:
    for promise in partner.promised if partner else ():
        if promise.by == by and promise.done_on is None:
            yield promise.what
    if by == "me":
        for task in storage.open_tasks_of(desk.book, id_):
            late = "was due" if task.due < desk.today else "due"
            when = days_ago(task.due, desk.today) if task.due < desk.today else day_name(task.due, desk.today)
            yield f"{task.title}, {late} {when}"


def _open_referrals(desk: Desk, dossier: Dossier) -> list[Referral]:
    found = (as_of(referral, Horizon(desk.today)) for referral in dossier.referrals)
    return [referral for referral in found if referral and referral.state in _STANDS]


def _referrals(desk: Desk, dossier: Dossier) -> Iterator[str]:
    for referral in _open_referrals(desk, dossier):
        new = _name(desk, referral.prospect) or "somebody"
        gave = referral.to == dossier.person.id
        yield f"{new}, {'referred by you' if gave else 'referred to you'}: {_STANDS[referral.state]}"


def _owed(desk: Desk, dossier: Dossier) -> Iterator[str]:
    """What is owed to them by today: thanks, a word how it stands."""
    horizon = Horizon(desk.today)

    def name_of(id_: str) -> str:
        return _name(desk, id_)

    def first_of(_: str) -> str:
        return dossier.person.first_name

    for referral in filter(None, (as_of(recorded, horizon) for recorded in dossier.referrals)):
        for owed in obligations(referral, desk.policy):
            if owed.person == dossier.person.id and owed.due <= desk.today:
                yield referral_words(owed, referral, desk.today, name_of, first_of)[1]


def _days_near(about: About, today: date) -> Iterator[str]:
    person = about.person
    if person.died_on:
        return
    days = [("Birthday", person.birthday), *((own.name or "A day of their own", own.on) for own in person.dates)]
    for name, on in days:
        day = next_birthday(on, today)
        if day and day - today <= DAYS_NEAR:
            yield f"{name}: {day_name(day, today)}"


def _given_and_received(about: About, today: date) -> list[str]:
    latest = reversed(about.ledger.things[-LAST_ENTRIES:])
    return [about.ledger.balance.words(today), *(thing.told(today) for thing in latest)]


def _introductions(about: About) -> list[str]:
    named = [name for name in map(about.name_of, about.person.could_introduce) if name]
    worlds = ", ".join(about.person.knows)
    return [", ".join(named), f"Moves among: {worlds}" if worlds else ""]


def _name(desk: Desk, id_: str) -> str:
    return names_of(desk.book, [id_]).get(id_, ("", ""))[0] if id_ else ""
