"""Partners: with whom names are swapped each month, each act with one undo (`docs/method.md` section 7)."""

from dataclasses import dataclass, replace
from datetime import date

from refdesk.domain.errors import RefusedError
from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Later, Partner, Promise
from refdesk.domain.words import Mark, PromiseBy, ReferralDirection
from refdesk.services.desk import Desk
from refdesk.services.new_referral import NewReferral, Who, put_new_referral
from refdesk.services.people import put_person
from refdesk.services.rhythm import set_next
from refdesk.services.timeline import put_entry
from refdesk.storage.about import partner_of
from refdesk.storage.partners_list import plan_on
from refdesk.storage.writing import Changes, Writing, new_id

BOTH = "Begin when the answer to both is yes: you can refer about equally, and trust each other’s work."
NOBODY = Who()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A partnership to be started: ``equal`` and ``trusting`` are the answers to the two questions before it."""

    person: str
    equal: bool
    trusting: bool
    seeks: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A meeting of partners on a day up to today: the names that were swapped, and help apart from names."""

    on: date
    words: str = ""
    gave: Who = NOBODY
    received: Who = NOBODY
    helped: bool = False
    was_helped: bool = False


def why_not(desk: Desk, id_: str) -> str:
    """Why no partnership can be started with somebody; empty where one can."""
    person = desk.person(id_)
    first = person.first_name
    if person.died_on:
        return f"{first} has died."
    if person.do_not_ask:
        return f"You chose never to ask {first}, and a swap asks each time."
    if person.trust == "low":
        return f"{first}’s trust stands at low. Earn it first, then swap names."
    if partner_of(desk.book, id_):
        return f"{first} is your partner already."
    return ""


def start(desk: Desk, beginning: Beginning) -> tuple[str, Changes]:
    """Start a partnership, once both questions are answered with yes; gives its id.

    Raises:
        RefusedError: one of them is not, or `why_not` says why.
    """
    with desk.act("A partnership begins.") as act:
        if why := why_not(desk, beginning.person):
            raise RefusedError(why)
        if not (beginning.equal and beginning.trusting):
            raise RefusedError(BOTH)
        _refuse_past(desk, beginning.next_on)
        person = desk.person(beginning.person)
        partner = Partner(
            id=new_id(),
            person=person.id,
            since=desk.today,
            next_on=beginning.next_on,
            seeks=beginning.seeks.strip(),
        )
        act.put(desk.checked(partner))
        if "partner" not in person.roles:
            put_person(desk, act, replace(person, roles=(*person.roles, "partner")))
        act.retitle(f"{person.name} is your partner.")
    return partner.id, act.changes


def pause(desk: Desk, id_: str) -> Changes:
    """Rest the monthly meeting: no date, and Today asks for none."""
    with desk.act("A partnership rests.") as act:
        partner = desk.find(Partner, id_)
        set_next(desk, act, replace(partner, paused=True), None)
        act.retitle(f"Swaps with {_name(desk, partner)} rest.")
    return act.changes


def resume(desk: Desk, id_: str) -> Changes:
    """Take the monthly meeting up again; its date is set apart."""
    with desk.act("A partnership goes on.") as act:
        partner = desk.find(Partner, id_)
        act.put(replace(partner, paused=False))
        act.retitle(f"Swaps with {_name(desk, partner)} go on.")
    return act.changes


def end(desk: Desk, id_: str) -> Changes:
    """End a partnership, with its agenda and its rhythm; the timeline and the ledger stay."""
    with desk.act("A partnership ended.") as act:
        partner = desk.find(Partner, id_)
        person = desk.person(partner.person)
        act.delete(Partner, id_)
        act.delete(Later, f"partner:{id_}:partner_meeting")
        put_person(desk, act, replace(person, roles=tuple(role for role in person.roles if role != "partner")))
        act.retitle(f"Partnership with {person.name} ended.")
    return act.changes


def meet_on(desk: Desk, id_: str, on: date) -> Changes:
    """Meet next on this day, from today on; a meeting planned for the day before moves with it.

    Raises:
        RefusedError: the day is over.
    """
    _refuse_past(desk, on)
    with desk.act("Next swap moved.") as act:
        partner = desk.find(Partner, id_)
        if plan := _plan(act, partner):
            put_entry(desk, act, replace(plan, on=on, planned=True))
            act.delete(Later, f"entry:{plan.id}:happened")
        set_next(desk, act, replace(partner, paused=False), on)
        act.retitle(f"Next swap with {_name(desk, partner)} set.")
    return act.changes


def revise(desk: Desk, id_: str, seeks: str, every_days: int) -> Changes:
    """Write down what they look for, and after how many days the two meet again."""
    with desk.act("Partnership changed.") as act:
        partner = desk.find(Partner, id_)
        act.put(desk.checked(replace(partner, seeks=seeks.strip(), every_days=every_days)))
        act.retitle(f"Partnership with {_name(desk, partner)} changed.")
    return act.changes


def log_swap(desk: Desk, id_: str, swap: Swap) -> Changes:
    """Partners met: a meeting on the timeline, a referral for each name, and the next meeting in their rhythm.

    A meeting that was planned for its day becomes this one. A name not in the book yet is added to it.

    Raises:
        RefusedError: the day lies ahead, or a referral is refused.
    """
    if swap.on > desk.today:
        raise RefusedError("This day lies ahead. Log the swap when you have met.")
    with desk.act("Logged a swap.") as act:
        partner = desk.find(Partner, id_)
        person = desk.person(partner.person)
        plan = _plan(act, partner) or Entry(id="", on=swap.on, kind="meeting", people=(person.id,))
        marks: tuple[Mark, ...] = (*(("gave",) if swap.helped else ()), *(("received",) if swap.was_helped else ()))
        summary = swap.words.strip() or plan.summary or "Swap"
        met = put_entry(desk, act, replace(plan, on=swap.on, at=None, planned=False, marks=marks, summary=summary))
        act.delete(Later, f"entry:{met.id}:happened")
        _put_names(desk, act, person, swap)
        set_next(desk, act, partner, days_after(swap.on, partner.every_days))
        act.retitle(f"Logged a swap with {person.name}.")
    return act.changes


def promise(desk: Desk, id_: str, by: PromiseBy, what: str) -> Changes:
    """Put something on the agenda that one of the two promised, or a name that is to be offered or asked for.

    Raises:
        RefusedError: nothing was said.
    """
    said = what.strip()
    if not said:
        raise RefusedError("Say it in a word or two.")
    with desk.act("Agenda changed.") as act:
        partner = desk.find(Partner, id_)
        made = Promise(by=by, what=said, on=desk.today)
        act.put(desk.checked(replace(partner, promised=(*partner.promised, made))))
        act.retitle(f"“{said}” is on the agenda with {_name(desk, partner)}.")
    return act.changes


def keep_promise(desk: Desk, id_: str, made: Promise) -> Changes:
    """It was done; a second time changes nothing."""
    with desk.act("Done.") as act:
        partner = desk.find(Partner, id_)
        promised = list(partner.promised)
        if made in promised:
            promised[promised.index(made)] = replace(made, done_on=desk.today)
            act.put(desk.checked(replace(partner, promised=tuple(promised))))
        act.retitle(f"“{made.what}” marked as done.")
    return act.changes


def drop_promise(desk: Desk, id_: str, made: Promise) -> Changes:
    """Take it off the agenda; a second time changes nothing."""
    with desk.act("Agenda changed.") as act:
        partner = desk.find(Partner, id_)
        promised = list(partner.promised)
        if made in promised:
            promised.remove(made)
            act.put(replace(partner, promised=tuple(promised)))
        act.retitle(f"“{made.what}” is off the agenda.")
    return act.changes


def _put_names(desk: Desk, act: Writing, person: Person, swap: Swap) -> None:
    """A referral that is made, for each of the names that were swapped."""
    swapped: tuple[tuple[ReferralDirection, Who], ...] = (("given", swap.gave), ("received", swap.received))
    for direction, prospect in swapped:
        if not prospect.is_nobody:
            new = NewReferral(
                direction=direction,
                prospect=prospect,
                other=Who(person.id),
                level="introduction",
                made=True,
                on=swap.on,
            )
            put_new_referral(desk, act, new, [])


def _plan(act: Writing, partner: Partner) -> Entry | None:
    return plan_on(act.book, partner.person, partner.next_on) if partner.next_on else None


def _refuse_past(desk: Desk, on: date | None) -> None:
    if on is not None and on < desk.today:
        raise RefusedError("That day is over. Choose one from today on.")


def _name(desk: Desk, partner: Partner) -> str:
    return desk.person(partner.person).name
