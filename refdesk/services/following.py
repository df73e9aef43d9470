"""Following through on what is owed: thanked, confirmed, followed up, told, met (`docs/method.md` sections 3 to 5).

Every function is one act with one undo. A second time changes nothing, and neither does one that comes too late,
when the record has moved on meanwhile.
"""

from dataclasses import replace
from datetime import date, datetime, time

from refdesk.domain.obligations import days_after, obligations
from refdesk.domain.records import Entry, Later, Partner, Referral, Thanks
from refdesk.domain.referral_steps import with_step
from refdesk.domain.words import ThankBy
from refdesk.services.desk import Desk
from refdesk.services.rhythm import keep_rhythm, set_next
from refdesk.services.timeline import names_of, put_entry
from refdesk.storage.partners_list import plan_on
from refdesk.storage.writing import Changes, Writing


def settle_thank_you(
    desk: Desk, referral: str, step: int, by: ThankBy | None = None, skipped: str = "", *, early: bool = False
) -> Changes:
    """A thank-you that is owed was said, ``by`` some way; or was ``skipped``, for the reason given there.

    The third is said in the referral's own way where none is given. One said ``early`` need not be owed yet.
    """
    found = desk.find(Referral, referral)
    title = f"{_name(desk, found.champion)} thanked." if not skipped else "A thank-you skipped."
    with desk.act(title) as act:
        is_new = early and all(thanks.step != step for thanks in found.thanks)
        if is_new or any(owed.step == step for owed in obligations(found, desk.policy)):
            way = by or (found.thank_by if step == 3 else None)
            thanks = (
                Thanks(step=step, skipped_on=desk.today, why=skipped)
                if skipped
                else Thanks(step=step, done_on=desk.today, by=way)
            )
            put_referral(desk, act, replace(found, thanks=(*found.thanks, thanks)), f"thank_you:{step}")
    return act.changes


def confirm_made(desk: Desk, referral: str) -> Changes:
    """They did what they had agreed to: the referral is made."""
    found = desk.find(Referral, referral)
    with desk.act(f"{_name(desk, found.champion)} has put in the word.") as act:
        if found.direction == "received" and found.state == "agreed":
            put_referral(desk, act, with_step(found, "made", desk.today), "check")
    return act.changes


def not_yet(desk: Desk, referral: str, until: date | None = None) -> Changes:
    """What they agreed to has not happened yet: asked again on that day, or in ``confirm_within`` days."""
    found = desk.find(Referral, referral)
    with desk.act(f"To be checked with {_name(desk, found.champion)} again.") as act:
        if found.direction == "received" and found.state == "agreed":
            put_referral(desk, act, replace(found, confirm_by=until or ask_again_on(desk)), "check")
    return act.changes


def followed_up(desk: Desk, referral: str) -> Changes:
    """The user and the prospect have talked, whoever called: the referral is followed up."""
    found = desk.find(Referral, referral)
    with desk.act(f"{_name(desk, found.prospect)} followed up.") as act:
        if found.direction == "received" and found.state == "made":
            put_referral(desk, act, with_step(found, "followed_up", desk.today), "follow_up", "check")
    return act.changes


def told_status(desk: Desk, referral: str) -> Changes:
    """Who referred was told how it stands; the next word is owed ``status_every`` days on."""
    found = desk.find(Referral, referral)
    with desk.act(f"{_name(desk, found.champion)} told how it stands.") as act:
        if found.direction == "received" and found.state == "followed_up" and desk.today not in found.told_on:
            put_referral(desk, act, replace(found, told_on=(*found.told_on, desk.today)), "status")
    return act.changes


def helped(desk: Desk, referral: str) -> Changes:
    """Whoever was given a referral said whether it helped; asked once only."""
    found = desk.find(Referral, referral)
    with desk.act(f"{_name(desk, found.to)} said how it went.") as act:
        if found.direction == "given" and found.state in ("made", "followed_up") and not found.told_on:
            put_referral(desk, act, replace(found, told_on=(desk.today,)), "check")
    return act.changes


def entry_happened(desk: Desk, entry: str) -> Changes:
    """What was planned took place on its day."""
    found = desk.find(Entry, entry)
    with desk.act(f"{found.kind.capitalize()} with {names_of(desk, found.people)} took place.") as act:
        if found.planned and found.on <= desk.today:
            keep_rhythm(desk, act, put_entry(desk, act, replace(found, planned=False)))
            act.delete(Later, f"entry:{entry}:happened")
    return act.changes


def entry_moved(desk: Desk, entry: str, on: date, at: time | None = None) -> Changes:
    """What was planned was moved to another day."""
    found = desk.find(Entry, entry)
    with desk.act(f"{found.kind.capitalize()} with {names_of(desk, found.people)} moved.") as act:
        if found.planned:
            put_entry(desk, act, replace(found, on=on, at=at))
            act.delete(Later, f"entry:{entry}:happened")
    return act.changes


def entry_not_happened(desk: Desk, entry: str) -> Changes:
    """What was planned did not take place: it goes from the timeline."""
    found = desk.find(Entry, entry)
    with desk.act(f"{found.kind.capitalize()} with {names_of(desk, found.people)} did not take place.") as act:
        if found.planned:
            act.delete(Entry, entry)
            act.delete(Later, f"entry:{entry}:happened")
    return act.changes


def wished(desk: Desk, person: str, until: date) -> Changes:
    """Somebody was wished a happy birthday: a message on the timeline, and the row rests ``until`` then."""
    found = desk.person(person)
    key = f"person:{person}:birthday"
    with desk.act(f"{found.name} wished a happy birthday.") as act:
        known: Later | None = act.get(Later, key)
        if known is None or _day(known.until) < until:
            wishes = Entry(id="", on=desk.today, kind="message", people=(person,), summary="Birthday wishes")
            put_entry(desk, act, wishes)
            act.put(desk.checked(Later(key=key, until=until)))
    return act.changes


def met_partner(desk: Desk, partner: str) -> Changes:
    """Partners met today: a meeting on the timeline, the planned one if there is one, and the next in their rhythm."""
    found = desk.find(Partner, partner)
    with desk.act(f"Met {desk.person(found.person).name}.") as act:
        if found.next_on and found.next_on <= desk.today:
            plan = plan_on(act.book, found.person, found.next_on) or Entry(
                id="", on=desk.today, kind="meeting", people=(found.person,)
            )
            met = put_entry(desk, act, replace(plan, on=desk.today, at=None, planned=False))
            act.delete(Later, f"entry:{met.id}:happened")
            set_next(desk, act, found, days_after(desk.today, found.every_days))
    return act.changes


def ask_again_on(desk: Desk) -> date:
    """The day on which a check answered "not yet" is asked again."""
    return days_after(desk.today, desk.policy.confirm_within)


def _day(until: date | datetime) -> date:
    return until.date() if isinstance(until, datetime) else until


def put_referral(desk: Desk, act: Writing, referral: Referral, *kinds: str) -> None:
    """Write a referral as part of an act, and forget that what is settled with it was put off."""
    act.put(desk.checked(referral))
    for kind in kinds:
        act.delete(Later, f"referral:{referral.id}:{kind}")


def _name(desk: Desk, person: str) -> str:
    return desk.person(person).name if person else "Somebody"
