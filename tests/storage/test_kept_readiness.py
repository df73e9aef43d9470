"""Whatever somebody's readiness rests on, the lists are right the moment it changes, and so after an undo."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Related
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Note, Profile, Referral, Thanks
from refdesk.services import history, notes, people, ready, timeline
from refdesk.services.desk import Desk
from refdesk.services.people import empty_trash
from refdesk.storage import check, readiness
from refdesk.storage.facts import setting_of
from tests.storage.desks import TODAY, add, ago, log, text_of


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A book in which Ana, who could introduce Bo, is ready to be asked."""
    add(desk, "Bo Li")
    add(desk, "Ana Ruiz", roles=("client",), known_since=ago(2000), could_introduce=("bo",))
    log(desk, "ana", days=300, kind="milestone", marks=("delivered",), satisfaction="delighted")
    log(desk, "ana", days=200, kind="note", marks=("gave",))
    log(desk, "ana", days=120)
    log(desk, "ana", days=100, kind="meeting", marks=("explained",))
    log(desk, "ana", days=20)
    assert is_ready(desk)
    return desk


def is_ready(desk: Desk) -> bool:
    return [one.standing.id for one in ready.ready(desk).people] == ["ana"]


def write(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(desk.checked(record))


def edit(desk: Desk, id_: str, **fields: object) -> None:
    people.edit_person(desk, replace(desk.person(id_), **fields))


TURNS_HER_AWAY: dict[str, Callable[[Desk], object]] = {
    "who she could introduce is archived": lambda desk: people.archive_person(desk, "bo"),
    "who she could introduce is deleted": lambda desk: people.delete_person(desk, "bo"),
    "who she could introduce becomes a client": lambda desk: edit(desk, "bo", roles=("friend", "client")),
    "she could introduce nobody any more": lambda desk: edit(desk, "ana", could_introduce=()),
    "she is archived": lambda desk: people.archive_person(desk, "ana"),
    "she is deleted": lambda desk: people.delete_person(desk, "ana"),
    "she is not to be asked": lambda desk: edit(desk, "ana", do_not_ask=True),
    "a complaint": lambda desk: log(desk, "ana", days=1, kind="note", marks=("complaint",)),
    "help lately": lambda desk: log(desk, "ana", days=1, kind="note", marks=("gave",)),
    "she was asked": lambda desk: write(desk, Ask(id="a", person="ana", state="asked", asked_on=TODAY)),
    "a thank-you is owed to her": lambda desk: write(
        desk, Referral(id="r", champion="ana", state="made", made_on=ago(5))
    ),
    "a policy": lambda desk: write(desk, setting_of(Policy(warm_within=10))),
}


@pytest.mark.parametrize("turn", TURNS_HER_AWAY.values(), ids=TURNS_HER_AWAY.keys())
def test_the_list_is_right_at_once_and_again_after_an_undo(desk: Desk, turn: Callable[[Desk], object]) -> None:
    turn(desk)
    assert not is_ready(desk)
    assert list(check.problems(desk.book)) == []
    history.undo(desk)
    assert is_ready(desk)
    history.redo(desk)
    assert not is_ready(desk)
    assert list(check.problems(desk.book)) == []


@pytest.mark.parametrize(
    ("away", "back"),
    [
        (people.archive_person, people.unarchive_person),
        (people.delete_person, people.take_from_trash),
    ],
)
def test_who_she_could_introduce_comes_back(
    desk: Desk, away: Callable[[Desk, str], object], back: Callable[[Desk, str], object]
) -> None:
    away(desk, "bo")
    assert not is_ready(desk)
    back(desk, "bo")
    assert is_ready(desk)


def test_somebody_new_to_introduce_counts_at_once(desk: Desk) -> None:
    edit(desk, "ana", could_introduce=())
    add(desk, "Cy Day")
    edit(desk, "ana", could_introduce=("cy",))
    assert is_ready(desk)


def test_an_erased_acquaintance_stays_away(desk: Desk) -> None:
    people.delete_person(desk, "bo")
    after = Desk(desk.book, ago(-31))
    empty_trash(after)
    assert not is_ready(desk)
    assert list(check.problems(desk.book)) == []


def test_a_profile_switched_off_and_on_moves_everybody(desk: Desk) -> None:
    edit(desk, "ana", could_introduce=(), knows=(" Harbours ",))
    assert not is_ready(desk)
    profile = Profile(id="owners", name="Owners", tags=("harbours",))
    write(desk, profile)
    assert is_ready(desk)
    write(desk, replace(profile, active=False))
    assert not is_ready(desk)
    write(desk, replace(profile, active=True, tags=("farms",)))
    assert not is_ready(desk)
    history.undo(desk)
    history.undo(desk)
    assert is_ready(desk)
    assert readiness.stale_people(desk.book, TODAY) == []


def test_lists_are_right_before_everybody_is_reckoned_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of policy the program may be killed before it has reckoned everybody anew."""
    monkeypatch.setattr(Desk, "bring_up_to_date", lambda _: 0)
    write(desk, setting_of(Policy(warm_within=10)))
    assert len(readiness.stale_people(desk.book, TODAY)) == 2
    assert not is_ready(desk)
    assert list(check.problems(desk.book)) == []


def test_a_change_of_policy_marks_everybody_stale_by_writing_one_row(desk: Desk) -> None:
    for name in ("Dele Okafor", "Eva Lund", "Farid Aziz"):
        add(desk, name)
    with desk.book.transaction():
        before = desk.book.database.connection().total_changes
        readiness.expire_all(desk.book)
        written = desk.book.database.connection().total_changes - before
    assert (written, len(readiness.stale_people(desk.book, TODAY))) == (1, 5)
    log(desk, "ana")
    assert len(readiness.stale_people(desk.book, TODAY)) == 4
    assert desk.bring_up_to_date() == 4
    assert readiness.stale_people(desk.book, TODAY) == []
    assert list(check.problems(desk.book)) == []


def test_whoever_is_stale_is_found_without_going_through_everybody(desk: Desk) -> None:
    plan = desk.book.rows(f"EXPLAIN QUERY PLAN {readiness.STALE}", {"day": TODAY.isoformat()})
    assert [step for *_, step in plan if "SCAN readiness" in step] == []


def test_a_correction_of_the_timeline_moves_all_its_people(desk: Desk) -> None:
    entry = log(desk, "bo", "ana", days=2, kind="note", marks=("gave",))
    assert not is_ready(desk)
    timeline.edit_entry(desk, replace(entry, people=("bo",)))
    assert is_ready(desk)
    timeline.edit_entry(desk, replace(entry, people=("ana",)))
    assert not is_ready(desk)
    timeline.delete_entry(desk, entry.id)
    assert is_ready(desk)


def test_a_thank_you_settled_by_a_note_moves_her(desk: Desk) -> None:
    write(desk, Referral(id="r", champion="ana", state="made", made_on=ago(5)))
    queued = notes.queue_note(desk, Note(id="", person="ana", referral="r"))
    assert not is_ready(desk)
    notes.mark_posted(desk, queued.id)
    assert is_ready(desk)
    assert desk.find(Referral, "r").thanks == (Thanks(step=1, done_on=TODAY, by="letter"),)


def test_days_pass_and_lists_follow(desk: Desk) -> None:
    """Warm for ninety days after the last conversation, dormant after a hundred and eighty."""
    assert is_ready(Desk(desk.book, TODAY + (ago(20) - ago(90))))
    assert not is_ready(Desk(desk.book, TODAY + (ago(20) - ago(91))))
    assert [one.standing.id for one in ready.ready(Desk(desk.book, ago(-161)), ("reconnect",)).people] == ["ana"]
    assert is_ready(desk)


def test_unsorted_people_are_counted_until_anything_is_recorded(desk: Desk) -> None:
    with desk.act("An import.", is_import=True) as act:
        act.put_new([replace(desk.person("bo"), id=f"new{number}", sorted=False) for number in range(3)])
    assert ready.ready(desk).to_sort == 3
    log(desk, "new0")
    assert ready.ready(desk).to_sort == 2
    notes.queue_note(desk, Note(id="n", person="new1"))
    assert ready.ready(desk).to_sort == 1
    history.undo(desk)
    assert ready.ready(desk).to_sort == 2


@pytest.mark.parametrize(
    "pointing",
    [
        {"could_introduce": ("bo", "nobody")},
        {"introduced_by": "nobody"},
        {"related": (Related(person="nobody", how="sister"),)},
    ],
)
def test_nobody_can_be_named_who_is_not_there(desk: Desk, pointing: dict[str, object]) -> None:
    before = text_of(desk)
    with pytest.raises(RefusedError, match="Nobody in the book has the id nobody"):
        edit(desk, "ana", **pointing)
    with pytest.raises(RefusedError, match="Nobody in the book has the id nobody"):
        add(desk, "Cy Day", **pointing)
    assert text_of(desk) == before


def test_somebody_in_the_trash_does_not_stand_in_the_way_of_an_edit(desk: Desk) -> None:
    people.delete_person(desk, "bo")
    edit(desk, "ana", about="met again")
    people.take_from_trash(desk, "bo")
    assert is_ready(desk)
