"""The steps of asks, referrals and notes as they appear on a person's timeline: views of records, never entries.

A step has the day that its record gives it, and appears on the timelines of both people (`docs/method.md` sections 2
and 5).
"""

from collections.abc import Callable, Iterator
from datetime import date

from refdesk.domain.records import Ask, Note, Referral, Thanks
from refdesk.domain.words import AskState, Occasion, ReferralState, ThankBy
from refdesk.services.timeline_words import Happening, Label, Sign

NameOf = Callable[[str], str]
"""Gives the name of a person by their id; empty for nobody."""

_ANSWERS: dict[AskState, Label] = {
    "asked": Label("No answer yet"),
    "agreed": Label("Agreed", "good"),
    "declined": Label("Not this time"),
    "later": Label("Later"),
}
_OUTCOMES: dict[ReferralState, tuple[Sign, str]] = {
    "won": ("won", "{new} became a client"),
    "lost": ("ended", "It didn’t work out with {new}"),
    "not_a_fit": ("ended", "{new} wasn’t the right fit"),
}
_STEPS = {1: "First thank-you", 2: "Second thank-you", 3: "Third thank-you"}
_WAYS: dict[ThankBy, str] = {
    "letter": "by handwritten note",
    "call": "by phone",
    "message": "in a message",
    "meeting": "in person",
}
_OCCASIONS: dict[Occasion, str] = {
    "thank_you_1": "First thank-you.",
    "thank_you_2": "Second thank-you.",
    "thank_you_3": "Third thank-you.",
    "birthday": "For their birthday.",
    "congratulation": "To congratulate.",
    "condolence": "A word of condolence.",
    "nice_to_meet": "It was good to meet.",
    "other": "",
}


def ask_steps(ask: Ask, person: str, name_of: NameOf) -> Iterator[Happening]:
    """That somebody was asked: on their own timeline, and on that of whom it was about."""
    if ask.asked_on is None:
        return
    about = name_of(ask.target_person) or "somebody new"
    what = "an introduction" if ask.level == "introduction" else "a recommendation"
    answer = _ANSWERS.get(ask.state)
    mine = person == ask.person
    yield Happening(
        key=f"ask:{ask.id}",
        on=ask.asked_on,
        sign="asked",
        title=f"Asked for {what}" if mine else f"You asked {name_of(ask.person) or 'somebody'} for {what}",
        text=_sentences(f"To {about}" if mine else "", ask.action, ask.override_why and f"Why now: {ask.override_why}"),
        labels=(answer,) if answer else (),
    )


def referral_steps(referral: Referral, person: str, name_of: NameOf) -> Iterator[Happening]:
    """What came of a referral on the timeline of one of its people."""
    if referral.direction == "given":
        yield from _given(referral, person, name_of)
    elif person == referral.champion:
        yield from _of_champion(referral, name_of)
    else:
        yield from _of_prospect(referral, name_of)


def note_steps(note: Note) -> Iterator[Happening]:
    """That a handwritten note was posted."""
    if note.posted_on:
        text = _OCCASIONS[note.occasion]
        yield Happening(
            key=f"note:{note.id}", on=note.posted_on, sign="letter", title="Handwritten note posted", text=text
        )


def _of_champion(referral: Referral, name_of: NameOf) -> Iterator[Happening]:
    new = name_of(referral.prospect) or "somebody new"
    introduces = referral.level == "introduction"
    if referral.agreed_on:
        what = f"Agreed to {'introduce' if introduces else 'recommend'} you to {new}"
        lapsed = (Label("It never happened"),) if referral.state == "lapsed" else ()
        yield _step(referral, "agreed", referral.agreed_on, "promised", what, labels=lapsed)
    if referral.made_on:
        what = f"{'Introduced' if introduces else 'Recommended'} you to {new}"
        yield _step(referral, "made", referral.made_on, "received", what, labels=(Label("Received", "accent"),))
    yield from _after(referral, new, "You followed up with {new}")
    for on in referral.told_on:
        yield _step(referral, f"told:{on}", on, "told", f"Told how it stands with {new}")
    for thanks in referral.thanks:
        yield from _thanked(referral, thanks, new)


def _of_prospect(referral: Referral, name_of: NameOf) -> Iterator[Happening]:
    champion = name_of(referral.champion) or "Somebody"
    verb = "introduced you" if referral.level == "introduction" else "recommended you to them"
    if referral.made_on:
        yield _step(referral, "made", referral.made_on, "received", f"{champion} {verb}")
    yield from _after(referral, name_of(referral.prospect), "You followed up")


def _given(referral: Referral, person: str, name_of: NameOf) -> Iterator[Happening]:
    new, to = name_of(referral.prospect) or "somebody new", name_of(referral.to) or "somebody"
    verb = "introduce" if referral.level == "introduction" else "recommend"
    whom = new if person == referral.to else f"them to {to}"
    if referral.agreed_on:
        yield _step(referral, "agreed", referral.agreed_on, "promised", f"You offered to {verb} {whom}")
    if referral.made_on:
        labels = (Label("Given"),) if person == referral.to else ()
        past = "introduced" if referral.level == "introduction" else "recommended"
        yield _step(referral, "made", referral.made_on, "given", f"You {past} {whom}", labels=labels)
    for on in referral.told_on:
        yield _step(referral, f"told:{on}", on, "told", f"Said how it went with {new if person == referral.to else to}")
    yield from _after(referral, new, "They followed up")


def _after(referral: Referral, new: str, followed: str) -> Iterator[Happening]:
    if referral.followed_up_on:
        on, title = referral.followed_up_on, followed.format(new=new)
        yield _step(referral, "followed_up", on, "followed_up", title)
    if referral.outcome_on and referral.state in _OUTCOMES:
        sign, title = _OUTCOMES[referral.state]
        if referral.direction == "given":
            title = {"won": "They work together", "lost": "It came to nothing"}.get(referral.state, "It wasn’t a fit")
        yield _step(referral, "outcome", referral.outcome_on, sign, title.format(new=new))


def _thanked(referral: Referral, thanks: Thanks, new: str) -> Iterator[Happening]:
    on, what = thanks.done_on, f"{_STEPS.get(thanks.step, 'Thank-you')} for {new}"
    if on is not None:
        way = _WAYS[thanks.by] if thanks.by else ""
        yield _step(referral, f"thanks:{thanks.step}", on, "thanked", " ".join(filter(None, (what, way))))
    elif thanks.skipped_on is not None:
        labels = (Label("Skipped"),)
        yield _step(referral, f"thanks:{thanks.step}", thanks.skipped_on, "thanked", what, thanks.why, labels)


def _step(
    referral: Referral, step: str, on: date, sign: Sign, title: str, text: str = "", labels: tuple[Label, ...] = ()
) -> Happening:
    return Happening(key=f"referral:{referral.id}:{step}", on=on, sign=sign, title=title, text=text, labels=labels)


def _sentences(*parts: str) -> str:
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
