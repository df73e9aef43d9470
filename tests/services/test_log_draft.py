"""A line with what the user answered about it: who was meant, whose it is, and the guesses that are true."""

from datetime import time

import pytest

from refdesk.domain.errors import RefusedError, UnclearPersonError
from refdesk.domain.records import Entry, Referral
from refdesk.services import history
from refdesk.services.desk import Desk
from refdesk.services.log_line import Logged, log_draft
from refdesk.services.log_preview import Draft, Preview, preview
from refdesk.storage.records import each
from tests.services.books import names
from tests.storage.desks import add, text_of, titles

NINE = time(9, 30, 12)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk over a book of three people, two of whom are called Ana."""
    add(desk, "Ana Ruiz")
    add(desk, "Ana Pavlović", id="pavlovic")
    add(desk, "Tomasz Nowak")
    return desk


def read(desk: Desk, text: str, **answers: tuple[str, ...]) -> Preview:
    return preview(desk, Draft(text=text, **answers), NINE)  # type: ignore[arg-type]


def say(desk: Desk, draft: Draft) -> Logged:
    return log_draft(desk, draft, NINE)


def entries(desk: Desk) -> list[Entry]:
    return list(each(desk.book, Entry))


def test_a_preview_writes_nothing_and_knows_who_is_new_and_who_unclear(desk: Desk) -> None:
    before = text_of(desk)
    found = read(desk, "Coffee with tom, Ana and Dora Fox")
    assert [(named.shown, len(named.candidates)) for named in found.people] == [
        ("Tomasz Nowak", 1),
        ("Ana", 2),
        ("Dora Fox", 0),
    ]
    assert found.unclear is not None
    assert found.unclear.text == "Ana"
    assert text_of(desk) == before


def test_whoever_was_chosen_is_meant(desk: Desk) -> None:
    with pytest.raises(UnclearPersonError, match="Several people match “Ana”"):
        say(desk, Draft(text="Coffee with Ana"))
    assert say(desk, Draft(text="Coffee with Ana", chosen=(("Ana", "pavlovic"),))).entry.people == ("pavlovic",)


def test_whom_the_line_is_about_needs_no_name_and_is_not_asked_for(desk: Desk) -> None:
    found = read(desk, "Coffee with Ana and Tomasz: talked", people=("ana",))
    assert [named.key for named in found.people] == ["ana", "tomasz"]
    assert found.unclear is None
    logged = say(desk, Draft(text="Coffee yesterday: talked", people=("ana",)))
    assert (logged.entry.people, logged.entry.summary) == (("ana",), "talked")


def test_somebody_deleted_meanwhile_is_not_logged_with(desk: Desk) -> None:
    assert read(desk, "Coffee", people=("gone",)).people == ()
    with pytest.raises(RefusedError, match="With whom"):
        say(desk, Draft(text="Coffee", people=("gone",)))


def test_somebody_new_is_made(desk: Desk) -> None:
    logged = say(desk, Draft(text="Coffee with Dora Fox"))
    assert names(desk)[-1] == "Dora Fox"
    assert logged.created == logged.entry.people


@pytest.mark.parametrize("mark", ["+done", "+complaint", "!delighted", "+done !satisfied"])
def test_what_is_of_one_stands_on_a_milestone_of_theirs(desk: Desk, mark: str) -> None:
    text = f"Lunch with Tomasz and Ana Ruiz {mark} +told: handed over"
    assert read(desk, text).asks_whose
    before = text_of(desk)
    talk = say(desk, Draft(text=text, whose="ana")).entry
    theirs = next(entry for entry in entries(desk) if entry.id != talk.id)
    assert (talk.kind, talk.people, talk.marks, talk.satisfaction) == (
        "meeting",
        ("tomasz", "ana"),
        ("explained",),
        None,
    )
    assert (theirs.kind, theirs.people, theirs.summary, theirs.line) == ("milestone", ("ana",), "handed over", "")
    assert (theirs.marks != (), theirs.satisfaction is not None) == ("+" in mark, "!" in mark)
    assert not theirs.is_conversation
    history.undo(desk)
    assert text_of(desk) == before


def test_it_can_be_of_somebody_new(desk: Desk) -> None:
    logged = say(desk, Draft(text="Lunch with Tomasz and Dora Fox !mixed", whose="Dora Fox"))
    theirs = next(entry for entry in entries(desk) if entry.satisfaction)
    assert theirs.people == logged.created


@pytest.mark.parametrize("whose", ["", "pavlovic"])
def test_without_an_answer_it_is_refused(desk: Desk, whose: str) -> None:
    before = text_of(desk)
    with pytest.raises(RefusedError, match="with one person"):
        say(desk, Draft(text="Lunch with Tomasz and Ana Ruiz +done", whose=whose))
    assert text_of(desk) == before


def test_nothing_is_made_of_a_guess_unasked(desk: Desk) -> None:
    text = "Coffee with Tomasz: offered to help. introduced me to Bo Li. I introduced Ana Ruiz to Cy Orr"
    logged = say(desk, Draft(text=text))
    assert (logged.entry.marks, list(each(desk.book, Referral)), len(names(desk))) == ((), [], 3)


def test_an_offer_agreed_to_is_a_mark(desk: Desk) -> None:
    text = "Coffee with Tomasz +gave: offered to help"
    assert say(desk, Draft(text=text, agreed=("help_offered",))).entry.marks == ("gave", "offered_help")
    assert say(desk, Draft(text=text, agreed=("repayment_offer",))).entry.marks == ("gave", "repayment_offer")


def test_an_introduction_received_is_a_referral_made(desk: Desk) -> None:
    logged = say(
        desk, Draft(text="Coffee with Tomasz yesterday: introduced me to Bo Li", agreed=("introduction_received",))
    )
    (referral,) = each(desk.book, Referral)
    (bo,) = logged.created
    assert (referral.direction, referral.champion, referral.prospect) == ("received", "tomasz", bo)
    assert (referral.state, referral.level, referral.made_on) == ("made", "introduction", logged.entry.on)


@pytest.mark.parametrize(
    ("words", "to", "prospect"),
    [("I introduced Ana Ruiz to Ana Pavlović", "pavlovic", "ana"), ("I introduced him to Ana Ruiz", "ana", "tomasz")],
)
def test_an_introduction_given_is_a_referral_too(desk: Desk, words: str, to: str, prospect: str) -> None:
    say(desk, Draft(text=f"Call with Tomasz: {words}", agreed=("introduction_given",)))
    (referral,) = each(desk.book, Referral)
    assert (referral.direction, referral.to, referral.prospect, referral.state) == ("given", to, prospect, "made")


def test_whom_an_introduction_names_is_asked_for_too(desk: Desk) -> None:
    agreed = ("introduction_received",)
    found = read(desk, "Coffee with Tomasz: introduced me to Ana", agreed=agreed)
    assert found.unclear is not None
    assert found.unclear.text == "Ana"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Coffee with Ana Ruiz yesterday: promised it #follow-up 2w", "Logged coffee with Ana Ruiz. Next: Wed 2 Dec."),
        ("coffee with ana r", "Logged coffee with Ana Ruiz."),
        ("Lunch with tom and ana r tomorrow", "Planned lunch with Tomasz Nowak and Ana Ruiz."),
        ("Call with tom >60d", "Logged call with Tomasz Nowak. Next: Sun 17 Jan 2027."),
    ],
)  # fmt: skip
def test_what_the_user_is_told(desk: Desk, text: str, words: str) -> None:
    logged = say(desk, Draft(text=text))
    assert logged.words(desk.today) == words
    assert words.startswith(titles(desk.book)[-1])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Lunch with Tomasz today", ["Tomasz Nowak"]),
        ("Lunch Tomasz: about the lease", ["Tomasz Nowak"]),
        ("Lunch yesterday: about the lease", ["Ana Ruiz"]),
        ("Lunch at Tide & Table", ["Ana Ruiz"]),
        ("Coffee with Zoe Zander", ["Zoe Zander"]),
    ],
)
def test_whom_the_window_happened_to_show_gives_way_to_a_name(desk: Desk, text: str, meant: list[str]) -> None:
    shown = preview(desk, Draft(text=text, people=("ana",), gives_way=True), NINE)
    assert [named.shown for named in shown.people] == meant
    asked_for = preview(desk, Draft(text=text, people=("ana",)), NINE)
    assert next(named.shown for named in asked_for.people) == "Ana Ruiz"
