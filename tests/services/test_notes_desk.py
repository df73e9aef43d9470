"""The notes desk: its heaps, one note's sheet, what is owed and not begun, and every act with its one undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Address
from refdesk.domain.records import Entry, Later, Me, Note, Profile, Referral, Thanks
from refdesk.services import people
from refdesk.services.addresses import envelope_lines, save_address
from refdesk.services.counts import counts
from refdesk.services.desk import Desk
from refdesk.services.history import redo, undo
from refdesk.services.note_wording import letter
from refdesk.services.notes import mark_posted, mark_written
from refdesk.services.notes_desk import delete_note, new_note, notes_desk, put_off_note, reword, sheet
from refdesk.services.profiles import save_profile
from refdesk.services.settings import save_me
from refdesk.services.today import owed
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes
from tests.services.test_following import put
from tests.storage.desks import TODAY, add, ago, text_of, titles

WON = Referral(
    id="won", champion="ana", prospect="dele", level="introduction", state="won", made_on=ago(50), outcome_on=ago(6)
)
CARD = Note(id="card", person="bob", occasion="birthday", due=ago(-2), text="Dear Bob")
READY = Note(id="ready", person="dele", occasion="nice_to_meet", state="written", written_on=ago(1))
OLD = Note(id="old", person="ana", occasion="congratulation", state="posted", written_on=ago(9), posted_on=ago(8))
LETTER = "won.letter"


@pytest.fixture(autouse=True)
def book(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Dele Okafor", given="Dele")
    add(desk, "Bob Ray", birthday="1970-11-20")
    put(desk, WON, CARD, READY, OLD)


def note(desk: Desk, id_: str) -> Note:
    found = get(desk.book, Note, id_)
    assert isinstance(found, Note)
    return found


def test_the_heaps_hold_what_waits_and_the_letter_that_is_owed(desk: Desk) -> None:
    heaps = notes_desk(desk)
    assert [(row.id, row.name, row.about, row.day) for row in heaps.to_write] == [
        (LETTER, "Ana Ruiz", "Third thank-you, for Dele", ago(5)),
        ("card", "Bob Ray", "Birthday", ago(-2)),
    ]
    assert [(row.id, row.about, row.day) for row in heaps.written] == [("ready", "Good to have met", None)]
    assert [(row.id, row.day) for row in heaps.posted] == [("old", ago(8))]
    assert counts(desk).notes == len(heaps.to_write)


def test_notes_to_somebody_in_the_trash_lie_nowhere(desk: Desk) -> None:
    for id_ in ("ana", "dele", "bob"):
        people.delete_person(desk, id_)
    assert notes_desk(desk).everything == ()


def test_what_was_posted_long_ago_has_left_the_desk(desk: Desk) -> None:
    put(desk, replace(OLD, posted_on=ago(61)))
    assert notes_desk(desk).posted == ()


def test_no_letter_is_owed_twice_settled_or_for_a_call(desk: Desk) -> None:
    for changed in (
        replace(WON, thanks=(Thanks(step=3, done_on=ago(1), by="call"),)),
        replace(WON, thank_by="call"),
        replace(WON, state="lost"),
    ):
        put(desk, changed)
        assert [row.id for row in notes_desk(desk).to_write] == ["card"]
    put(desk, WON, Note(id="mine", person="ana", occasion="thank_you_3", referral="won"))
    assert [row.id for row in notes_desk(desk).to_write] == ["mine", "card"]


def test_the_sheet_tells_why_and_knows_what_the_letter_may_speak_of(desk: Desk) -> None:
    save_me(desk, Me(name="Inês Carvalho"))
    found = sheet(desk, LETTER)
    assert found.why == ("Dele Okafor became a client on 12 November. Ana introduced you. This is the third thank-you.")
    text = letter(found.facts)
    assert text.startswith("Dear Ana,\n\nI wanted you to hear it from me first: Dele has asked")
    assert text.endswith("\nInês Carvalho")
    assert [(one.about, one.posted_on) for one in found.earlier] == [("Congratulations", ago(8))]
    assert sheet(desk, "card").why == "Bob's birthday is on Friday."


@pytest.mark.parametrize(
    ("state", "about", "why"),
    [
        ("lost", "A closing word, for Dele", "It didn't work out with Dele Okafor. Ana introduced you. This is the"),
        ("not_a_fit", "A closing word, for Dele", "Dele Okafor wasn't the right fit. Ana introduced you. This is the"),
    ],
)
def test_a_closing_word_takes_the_place_of_the_third_thank_you(desk: Desk, state: str, about: str, why: str) -> None:
    save_profile(desk, Profile(id="", name="", role="an owner", situation="stepping back"))
    put(desk, replace(WON, state=state), Note(id="n", person="ana", occasion="thank_you_3", referral="won"))
    assert next(row for row in notes_desk(desk).to_write if row.id == "n").about == about
    found = sheet(desk, "n")
    assert found.why == f"{why} closing word of thanks."
    assert ("an owner, who is stepping back" in letter(found.facts)) == (state == "not_a_fit")


def test_thanks_for_an_agreed_and_for_a_followed_up_referral(desk: Desk) -> None:
    agreed = Referral(id="a", champion="bob", prospect="dele", state="agreed", agreed_on=TODAY)
    put(desk, agreed, Note(id="n1", person="bob", occasion="thank_you_1", referral="a"))
    assert sheet(desk, "n1").why == "Bob agreed today to put in a word with Dele Okafor. This is the first thank-you."
    made = replace(agreed, agreed_on=None, made_on=ago(9), state="followed_up", followed_up_on=ago(2))
    put(desk, made, Note(id="n2", person="bob", occasion="thank_you_2", referral="a"))
    assert sheet(desk, "n1").facts.reason == "thank_you_1_made"
    assert sheet(desk, "n2").why == (
        "You followed up with Dele Okafor on 16 November. Bob put in a word for you. This is the second thank-you."
    )


ACTS: dict[str, tuple[Callable[[Desk], object], str]] = {
    "reword": (lambda desk: reword(desk, "card", "Dear Bob, many happy returns."), "Wording of the note to Bob Ray"),
    "reword what is owed": (lambda desk: reword(desk, LETTER, "Dear Ana,"), "Wording of the note to Ana Ruiz"),
    "write with its wording": (
        lambda desk: mark_written(desk, LETTER, "Dear Ana,"),
        "Note to Ana Ruiz marked as written",
    ),
    "post with its wording": (lambda desk: mark_posted(desk, LETTER, "Dear Ana,"), "Note to Ana Ruiz marked as posted"),
    "put off what is due": (lambda desk: put_off_note(desk, "card", ago(-9)), "Note to Bob Ray put off"),
    "put off what is owed": (lambda desk: put_off_note(desk, LETTER, ago(-9)), "Note to Ana Ruiz put off"),
    "give a day": (lambda desk: put_off_note(desk, "ready", ago(-9)), "Note to Dele Okafor put off"),
    "delete": (lambda desk: delete_note(desk, "card"), "Note to Bob Ray deleted"),
    "new": (lambda desk: new_note(desk, "bob", "other", TODAY), "A note to Bob Ray put on the desk"),
    "new for a thank-you": (lambda desk: new_note(desk, "ana", "thank_you_3", TODAY), "A note to Ana Ruiz put"),
    "address": (lambda desk: save_address(desk, "bob", Address(city="Bristol")), "Address of Bob Ray saved"),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_verb_is_one_act_with_one_undo(desk: Desk, name: str) -> None:
    act, title = ACTS[name]
    before, acts = text_of(desk), len(titles(desk.book))
    act(desk)
    after = text_of(desk)
    assert after != before
    assert len(titles(desk.book)) == acts + 1
    assert titles(desk.book)[-1].startswith(title)
    undo(desk)
    assert text_of(desk) == before
    redo(desk)
    assert text_of(desk) == after


def test_a_letter_that_is_written_keeps_its_place_and_its_words(desk: Desk) -> None:
    mark_written(desk, LETTER, "Dear Ana,")
    assert (note(desk, LETTER).text, note(desk, LETTER).written_on) == ("Dear Ana,", TODAY)
    assert [row.id for row in notes_desk(desk).written] == [LETTER, "ready"]
    mark_posted(desk, LETTER)
    assert note(desk, LETTER).text == "Dear Ana,"
    referral = get(desk.book, Referral, "won")
    assert referral.thanks == (Thanks(step=3, done_on=TODAY, by="letter"),)
    assert [entry.kind for entry in each(desk.book, Entry)] == ["letter"]
    assert mark_posted(desk, LETTER, "Other words") == Changes()


def test_the_same_words_change_nothing(desk: Desk) -> None:
    assert reword(desk, "card", "Dear Bob").act is None
    assert reword(desk, "card", "Dear Bob,").act is not None


def test_what_was_put_off_stays_on_the_desk_and_says_until_when(desk: Desk) -> None:
    put_off_note(desk, LETTER, ago(-9))
    put_off_note(desk, "ready", ago(-3))
    heaps = notes_desk(desk)
    assert (heaps.to_write[0].later, heaps.to_write[0].day) == (ago(-9), ago(5))
    assert (heaps.written[0].later, heaps.written[0].day) == (None, ago(-3))
    with pytest.raises(RefusedError, match="later day"):
        put_off_note(desk, LETTER, TODAY)
    assert notes_desk(Desk(desk.book, TODAY + timedelta(days=9))).to_write[0].later is None


def test_deleting_a_note_forgets_that_it_was_put_off(desk: Desk) -> None:
    put_off_note(desk, "card", ago(-9))
    delete_note(desk, "card")
    assert list(each(desk.book, Later)) == []
    with pytest.raises(RefusedError, match="no longer"):
        delete_note(desk, "card")


def test_a_letter_that_is_owed_cannot_be_deleted(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="is owed"):
        delete_note(desk, LETTER)
    reword(desk, LETTER, "Dear Ana,")
    delete_note(desk, LETTER)
    assert notes_desk(desk).to_write[0].id == LETTER


def test_a_new_note_of_thanks_belongs_to_the_referral_that_owes_it(desk: Desk) -> None:
    queued = new_note(desk, "ana", "thank_you_3", None)
    assert (queued.id, queued.needs_address) == (LETTER, True)
    assert note(desk, LETTER).referral == "won"
    assert owed(desk, "referral:won:thank_you:3") is not None
    with pytest.raises(RefusedError, match="already"):
        new_note(desk, "ana", "thank_you_3", None)
    free = new_note(desk, "bob", "thank_you_1", TODAY)
    assert note(desk, free.id).referral == ""
    with pytest.raises(RefusedError, match="no person"):
        new_note(desk, "nobody", "other", None)


def test_an_envelope_bears_what_is_known(desk: Desk) -> None:
    assert envelope_lines(desk.person("bob")) == ()
    whole = Address(street="Casa Ray\n27 Welsh Back", city="Bristol", region="Avon", postcode="BS1 4RR", country="UK")
    save_address(desk, "bob", whole)
    lines = ("Bob Ray", "Casa Ray", "27 Welsh Back", "BRISTOL", "BS1 4RR", "UNITED KINGDOM")
    assert envelope_lines(desk.person("bob")) == lines
    assert envelope_lines(desk.person("bob"), "GB") == lines[:-1]
    save_address(desk, "bob", Address(street="1 Quay"))
    assert envelope_lines(desk.person("bob")) == ("Bob Ray", "1 Quay")
    with pytest.raises(RefusedError, match="street or a town"):
        save_address(desk, "bob", Address(street="  ", country="UK"))


def test_a_new_address_leaves_the_others_alone(desk: Desk) -> None:
    home, work = Address(country="UK"), Address(street="1 Quay", label="work")
    people.edit_person(desk, replace(desk.person("bob"), addresses=(home, work)))
    save_address(desk, "bob", Address(street="2 Quay"))
    assert desk.person("bob").addresses == (home, Address(street="2 Quay", label="work"))
