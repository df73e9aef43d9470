"""A row's verbs: which it has, what each does, and that a row which has moved on since is left alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

import pytest

from refdesk.domain.records import Ask, Entry, Later, Note, Partner, Referral, Task
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.row_verbs import Verb, answer, put_off, verbs_of
from refdesk.services.tasks import finish_task, snooze
from refdesk.services.today import Due, due_today, owed, today
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes
from tests.services.test_following import AGREED, ASK, FOLLOWED, GIVEN, MADE, PARTNER, PLANNED, put
from tests.storage.desks import TODAY, add, ago, text_of

WEEKLY = Task(id="t:1", title="Call the bank", due=ago(7), rrule="FREQ=WEEKLY")
NOTE = Note(id="n", person="ana", occasion="other", due=ago(1))
INTRODUCED = replace(MADE, level="introduction")
OUTCOME = Referral(id="r", champion="ana", state="not_a_fit", made_on=ago(9), outcome_on=ago(3), thank_by="call")


@pytest.fixture(autouse=True)
def people(desk: Desk) -> None:
    add(desk, "Ana Ruiz", birthday="--11-16", sorted=True)
    add(desk, "Dele Okafor")


def row(desk: Desk, key: str) -> Due:
    return next(due for due in due_today(desk) if due.key == key)


def acts(desk: Desk) -> int:
    """How many acts could be undone."""
    return int(desk.book.value("SELECT count(*) FROM act WHERE undone = 0"))


VERBS: list[tuple[object, str, list[str]]] = [
    (AGREED, "referral:r:thank_you:1", ["Thanked"]),
    (AGREED, "referral:r:check", ["It happened", "Not yet"]),
    (MADE, "referral:r:check", ["It happened", "Not yet"]),
    (GIVEN, "referral:r:check", ["It happened", "Not yet"]),
    (INTRODUCED, "referral:r:follow_up", ["Called"]),
    (FOLLOWED, "referral:r:status", ["Told"]),
    (OUTCOME, "referral:r:thank_you:3", ["Thanked"]),
    (PLANNED, "entry:e:happened", ["It happened", "Not yet"]),
    (ASK, "ask:a:check", ["It happened", "Not yet"]),
    (replace(ASK, state="asked", asked_on=ago(20)), "ask:a:check", ["Not yet"]),
    (replace(ASK, state="later", asked_on=ago(20), later_until=ago(1)), "ask:a:check", ["Not yet"]),
    (PARTNER, "partner:p:partner_meeting", ["Met"]),
    (WEEKLY, "task:t:1", ["Done"]),
    (replace(WEEKLY, kind="thank_you"), "task:t:1", ["Done"]),
    (NOTE, "note:n", ["Written"]),
    (replace(NOTE, state="written", written_on=TODAY), "note:n", ["Posted"]),
]
every_row = pytest.mark.parametrize(("record", "key", "labels"), VERBS)


@every_row
def test_a_row_has_the_verbs_of_its_kind(desk: Desk, record: object, key: str, labels: list[str]) -> None:
    put(desk, record)
    assert [label for _, label in verbs_of(row(desk, key))] == labels


@every_row
def test_every_verb_moves_its_row_once_and_can_be_undone(
    desk: Desk, record: object, key: str, labels: list[str]
) -> None:
    put(desk, record)
    before, shown = text_of(desk), row(desk, key)
    for verb, _ in verbs_of(shown):
        count = acts(desk)
        assert answer(desk, shown, verb).act is not None
        assert acts(desk) == count + 1
        after = text_of(desk)
        assert after != before
        answer(desk, shown, verb)
        assert text_of(desk) == after
        undo(desk)
        assert text_of(desk) == before


def test_a_verb_that_the_row_has_not_does_nothing(desk: Desk) -> None:
    put(desk, WEEKLY, AGREED)
    assert answer(desk, row(desk, "task:t:1"), "not_yet") == Changes()
    assert answer(desk, row(desk, "referral:r:check"), "done") == Changes()


def test_a_birthday_wished_comes_back_next_year(desk: Desk) -> None:
    answer(desk, row(desk, "person:ana:birthday"), "done")
    assert [due.key for due in due_today(desk)] == []
    assert [due.key for due in due_today(Desk(desk.book, ago(-3)))] == []
    assert [due.key for due in due_today(Desk(desk.book, TODAY.replace(year=2027)))] == ["person:ana:birthday"]


def test_a_task_that_recurs_moves_on_once_however_often_its_old_row_is_answered(desk: Desk) -> None:
    put(desk, WEEKLY)
    shown = row(desk, "task:t:1")
    finish_task(desk, "t:1")
    assert answer(desk, shown, "done") == Changes()
    (task,) = each(desk.book, Task)
    assert task.due == ago(-7)


def test_an_old_check_does_not_answer_the_next_question(desk: Desk) -> None:
    """Both are asked under one key."""
    put(desk, AGREED)
    shown = row(desk, "referral:r:check")
    put(desk, replace(AGREED, state="made", made_on=ago(7)))
    assert answer(desk, shown, "happened") == Changes()


def test_a_note_goes_from_written_to_posted(desk: Desk) -> None:
    put(desk, AGREED, replace(NOTE, referral="r", occasion="thank_you_1"))
    key = "referral:r:thank_you:1"
    answer(desk, row(desk, key), "done")
    assert verbs_of(row(desk, key)) == (("done", "Posted"),)
    answer(desk, row(desk, key), "done")
    assert owed(desk, key) is None
    found = get(desk.book, Referral, "r")
    assert found is not None
    assert [thanks.by for thanks in found.thanks] == ["letter"]


def test_words_that_were_changed_meanwhile_do_not_stop_the_answer(desk: Desk) -> None:
    put(desk, NOTE)
    shown = row(desk, "note:n")
    put(desk, replace(NOTE, text="Dear Ana"))
    assert answer(desk, shown, "done").act is not None


@pytest.mark.parametrize(("record", "key"), [(MADE, "referral:r:check"), (PLANNED, "entry:e:happened")])
def test_not_yet_asks_again_in_confirm_within_days(desk: Desk, record: object, key: str) -> None:
    put(desk, record)
    answer(desk, row(desk, key), "not_yet")
    assert list(each(desk.book, Later)) == [Later(key=key, until=ago(-7))]


def test_what_was_put_off_can_still_be_answered(desk: Desk) -> None:
    put(desk, WEEKLY)
    shown = row(desk, "task:t:1")
    snooze(desk, "task:t:1", ago(-1))
    assert answer(desk, shown, "done").act is not None


def test_rows_are_put_off_together_as_one_act(desk: Desk) -> None:
    put(desk, WEEKLY, NOTE)
    before = text_of(desk)
    put_off(desk, [row(desk, "task:t:1"), row(desk, "note:n")], ago(-1))
    assert {due.key for due in due_today(desk)} == {"person:ana:birthday"}
    undo(desk)
    assert text_of(desk) == before


@pytest.mark.parametrize("others", [[], ["note:n"], ["note:n", "person:ana:birthday"]])
def test_what_was_settled_meanwhile_is_not_put_off(desk: Desk, others: list[str]) -> None:
    put(desk, WEEKLY, NOTE)
    shown = [row(desk, key) for key in ("task:t:1", *others)]
    finish_task(desk, "t:1")
    put_off(desk, shown, ago(-1))
    assert sorted(later.key for later in each(desk.book, Later)) == others


def test_a_row_tells_its_time_and_until_when_it_was_put_off(desk: Desk) -> None:
    until = datetime(2026, 11, 18, 15, 7)
    put(desk, replace(WEEKLY, at=time(9, 0)), Later(key="task:t:1", until=until))
    due = row(desk, "task:t:1")
    assert (due.at, due.later) == (time(9, 0), until)


def test_the_list_of_what_is_due_is_todays(desk: Desk) -> None:
    put(desk, WEEKLY, NOTE, AGREED, PLANNED)
    assert today(desk).tasks == due_today(desk)


def test_a_row_of_somebody_in_the_trash_is_not_there(desk: Desk, remove: Callable[[str], None]) -> None:
    put(desk, NOTE)
    remove("ana")
    assert owed(desk, "note:n") is None


@pytest.fixture
def remove(desk: Desk) -> Callable[[str], None]:
    def away(id_: str) -> None:
        with desk.act("Somebody thrown away.") as act:
            act.set_person_column("deleted_on", id_, TODAY.isoformat())

    return away


def test_every_verb_is_one_that_can_be_done(desk: Desk) -> None:
    put(desk, *dict.fromkeys(record for record, _, _ in VERBS if not isinstance(record, Ask | Entry | Partner)))
    verbs: set[Verb] = {verb for due in due_today(desk) for verb, _ in verbs_of(due)}
    assert verbs <= {"done", "happened", "not_yet"}
