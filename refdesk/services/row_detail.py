"""What Today shows beside its list of the line that is looked at: who it is, why now, and words to start from."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from refdesk.domain.asof import as_of
from refdesk.domain.horizon import Horizon
from refdesk.domain.obligations import obligations
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Referral
from refdesk.services.daily import Line
from refdesk.services.desk import Desk
from refdesk.services.lately import lately
from refdesk.services.profiles import portrait, profiles
from refdesk.services.wording.why import why_now
from refdesk.services.wording.words import Known, wordings
from refdesk.storage.agenda import names_of
from refdesk.storage.records import get, in_trash

Thanked = Literal["given", "due", "late", "later"]
"""Where one of the three thank-yous of a referral stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """The inspector's contents; ``person`` is None for a line that is about nobody.

    ``thanked`` holds the three thank-yous of a referral or nothing, ``new_first`` the first name of whom it brought.
    """

    person: Person | None
    role: str
    why: str
    words: tuple[str, ...]
    thanked: tuple[Thanked, ...] = ()
    new_first: str = ""
    lately: tuple[Entry, ...] = ()

    @property
    def first(self) -> str:
        """What to call them."""
        return self.person.first_name if self.person else ""

    @property
    def email(self) -> str:
        """Where a message goes; empty where there is no address."""
        return self.person.emails[0].value if self.person and self.person.emails else ""


def detail(desk: Desk, line: Line) -> Detail:
    """What is to be known for this line."""
    person: Person | None = get(desk.book, Person, line.person) if line.person else None
    if person is not None and in_trash(desk.book, person.id):
        person = None
    referral: Referral | None = get(desk.book, Referral, line.due.referral) if line.due and line.due.referral else None
    known = _known(desk, line, person, referral)
    own = (line.due.note.text,) if line.due and line.due.note and line.due.note.text else ()
    advice = why_now(_advice(line), known.first)
    return Detail(
        person=person,
        role=", ".join(filter(None, (person.title, person.org))) if person else "",
        why=f"{line.due.why if line.due else line.why} {advice}".strip(),
        words=own + wordings(wording_of(line.about, referral), known),
        thanked=thanked(referral, desk.policy, desk.today) if referral else (),
        new_first=known.new_first,
        lately=lately(desk, person.id) if person else (),
    )


def _known(desk: Desk, line: Line, person: Person | None, referral: Referral | None) -> Known:
    ask: Ask | None = get(desk.book, Ask, line.id.split(":")[1]) if line.about == "any_answer" else None
    new = referral.prospect if referral else ask.target_person if ask else ""
    champion = referral.champion if referral and line.about == "follow_up" else ""
    names = names_of(desk.book, [id_ for id_ in (new, champion) if id_])
    first = names.get(new, ("", ""))
    return Known(
        first=person.first_name if person else "",
        new_first="" if person and new == person.id else first[1] or first[0].partition(" ")[0],
        champion=names.get(champion, ("", ""))[0],
        business=next((portrait(profile) for profile in profiles(desk) if profile.active), ""),
    )


def _advice(line: Line) -> str:
    """By which name the method's advice is found."""
    return "note" if line.due and line.due.note else line.about


def wording_of(about: str, referral: Referral | None) -> str:
    """By which name the wordings are found: as `services.today_words` tells the reasons apart."""
    if about == "thank_you_1" and referral and referral.made_on and not referral.agreed_on:
        return "thank_you_1_made"
    if about == "closing_word" and referral and referral.state == "not_a_fit":
        return "closing_word_not_a_fit"
    return about


def thanked(referral: Referral, policy: Policy, today: date) -> tuple[Thanked, ...]:
    """The three thank-yous of a referral received; nothing for one that was given."""
    known = as_of(referral, Horizon(today))
    if known is None or known.direction == "given":
        return ()
    given = {thanks.step for thanks in known.thanks if thanks.done_on or thanks.skipped_on}
    due = {owed.step: owed.due for owed in obligations(known, policy) if owed.step}

    def stands(step: int) -> Thanked:
        if step in given:
            return "given"
        if step not in due or due[step] > today:
            return "later"
        return "due" if due[step] == today else "late"

    return stands(1), stands(2), stands(3)
