"""Taking an import back, at once or next week: whoever nobody has touched since goes, the others stay and are named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.person import ContactPoint
from refdesk.domain.records import Note, Task
from refdesk.services import history, notes, tasks
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.imports.run import imports, undo_import
from refdesk.services.people import archive_person, delete_person, edit_person
from refdesk.storage.check import problems
from tests.services.books import bring_in, card, names, people, put, vcf
from tests.storage.desks import TODAY, add, log, text_of


def ids(desk: Desk) -> dict[str, str]:
    """Everybody's id by name."""
    return {person.name: person.id for person in people(desk)}


def write_json(desk: Desk, list_: str, record: str) -> None:
    """Bring one record in as RefDesk JSON."""
    assert not bring_in(desk, put(desk, "part.json", f'{{"refdesk": 1, "{list_}": [{record}]}}')).failed


TOUCHES: dict[str, Callable[[Desk, str], object]] = {
    "edited": lambda desk, id_: edit_person(desk, replace(desk.person(id_), met="In Rome")),
    "archived": archive_person,
    "an entry": log,
    "an entry with another": lambda desk, id_: log(desk, "zoe", id_),
    "sorted": lambda desk, id_: answer_first_ten(desk, id_, FirstTenAnswers(glad="delighted")),
    "a task": lambda desk, id_: tasks.add_task(desk, Task(id="", title="Call", person=id_, due=TODAY)),
    "a note": lambda desk, id_: notes.queue_note(desk, Note(id="", person=id_, occasion="other")),
    "an ask": lambda desk, id_: write_json(desk, "asks", f'{{"id": "a", "person": "{id_}"}}'),
    "the target of an ask": lambda desk, id_: write_json(
        desk, "asks", f'{{"id": "a", "person": "zoe", "target_person": "{id_}"}}'
    ),
    "a champion": lambda desk, id_: write_json(
        desk, "referrals", f'{{"id": "r", "champion": "{id_}", "agreed_on": "2026-11-01"}}'
    ),
    "given business": lambda desk, id_: write_json(
        desk,
        "referrals",
        f'{{"id": "r", "direction": "given", "to": "{id_}", "state": "made", "made_on": "2026-11-01"}}',
    ),
    "a prospect": lambda desk, id_: write_json(
        desk, "referrals", f'{{"id": "r", "champion": "zoe", "prospect": "{id_}", "agreed_on": "2026-11-01"}}'
    ),
    "a partner": lambda desk, id_: write_json(desk, "partners", f'{{"id": "p", "person": "{id_}"}}'),
    "in a project": lambda desk, id_: write_json(
        desk, "projects", f'{{"id": "p", "name": "Round", "people": [{{"person": "{id_}"}}]}}'
    ),
    "in a story": lambda desk, id_: write_json(desk, "stories", f'{{"id": "s", "client": "{id_}"}}'),
    "whom another could introduce": lambda desk, id_: edit_person(
        desk, replace(desk.person("zoe"), could_introduce=(id_,))
    ),
    "who introduced another": lambda desk, id_: edit_person(desk, replace(desk.person("zoe"), introduced_by=id_)),
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
def test_whoever_was_touched_since_stays_and_is_named(desk: Desk, touch: Callable[[Desk, str], object]) -> None:
    add(desk, "Zoe")
    report = bring_in(desk, vcf(desk, card("Ann Lee", "X-A:1"), card("Bob Ray"), card("Cy Young")))
    touch(desk, ids(desk)["Bob Ray"])
    assert report.id
    before = text_of(desk)
    next_week = Desk(desk.book, TODAY + timedelta(days=7))
    back = undo_import(next_week, report.id)
    assert (back.gone, back.stay) == (2, ("Bob Ray",))
    assert names(desk) == ["Zoe", "Bob Ray"]
    assert list(problems(desk.book)) == []
    batch = next(each for each in imports(desk) if each.id == report.id)
    assert batch.undone_on == next_week.today
    history.undo(next_week)
    assert text_of(desk) == before
    assert list(problems(desk.book)) == []
    history.redo(next_week)
    assert names(desk) == ["Zoe", "Bob Ray"]


def test_an_import_taken_back_at_once_leaves_the_book_as_it_was(desk: Desk) -> None:
    add(desk, "Ann Lee", uid="u1")
    before = text_of(desk)
    bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1", "TITLE:Partner"), card("Bob Ray")))
    after = text_of(desk)
    assert history.undo(desk).title == "Import of phone.vcf: 1 added, 1 updated."
    assert (text_of(desk), imports(desk)) == (before, [])
    history.redo(desk)
    assert (text_of(desk), len(imports(desk))) == (after, 1)


def test_an_import_taken_back_by_its_id_is_an_act_of_its_own(desk: Desk) -> None:
    add(desk, "Ann Lee", uid="u1")
    before = text_of(desk)
    report = bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1", "TITLE:Partner"), card("Bob Ray")))
    after = text_of(desk)
    assert report.id
    assert undo_import(desk, report.id).stay == ()
    assert text_of(desk) == before
    assert history.undo(desk).title == "Import of phone.vcf taken back."
    assert text_of(desk) == after
    assert imports(desk)[0].undone_on is None


def test_a_change_of_somebody_known_is_taken_back_unless_they_were_touched(desk: Desk) -> None:
    add(desk, "Ann Lee", uid="u1")
    add(desk, "Bob Ray", uid="u2", emails=(ContactPoint("b@x.example"),))
    report = bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1", "TITLE:A"), card("Bob Ray", "UID:u2", "TITLE:B")))
    edit_person(desk, replace(desk.person("bob"), met="In Rome"))
    assert report.id
    back = undo_import(desk, report.id)
    assert back.stay == ("Bob Ray",)
    assert [desk.person(id_).title for id_ in ("ann", "bob")] == ["", "B"]


def test_an_import_is_taken_back_once(desk: Desk) -> None:
    report = bring_in(desk, vcf(desk, card("Ann Lee")))
    assert report.id
    undo_import(desk, report.id)
    with pytest.raises(RefusedError, match=r"This import has been taken back already\."):
        undo_import(desk, report.id)


def test_an_import_that_never_was_cannot_be_taken_back(desk: Desk) -> None:
    with pytest.raises(RefusedError, match=r"There is no import with the id x\."):
        undo_import(desk, "x")


def test_of_two_imports_each_takes_back_its_own(desk: Desk) -> None:
    one = bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1")))
    two = bring_in(desk, vcf(desk, card("Ann Lee", "UID:u1", "TITLE:Partner"), card("Bob Ray")))
    assert one.id
    assert two.id
    assert undo_import(desk, one.id).stay == ("Ann Lee",)
    assert undo_import(desk, two.id).stay == ()
    assert [(person.name, person.title) for person in people(desk)] == [("Ann Lee", "")]


def test_a_book_is_taken_back_but_what_was_touched(desk: Desk) -> None:
    book = """{"refdesk": 1, "me": {"name": "Kim"},
      "people": [{"id": "a", "name": "Ann"}, {"id": "b", "name": "Bob"}, {"id": "c", "name": "Cy"}],
      "timeline": [{"id": "e", "on": "2026-11-01", "kind": "call", "people": ["a"]},
                   {"id": "f", "on": "2026-11-02", "kind": "call", "people": ["b", "c"]}],
      "tasks": [{"id": "t", "title": "Call", "person": "a", "due": "2026-12-01"}]}"""
    before = text_of(desk)
    report = bring_in(desk, put(desk, "book.json", book))
    assert report.id
    everything = text_of(desk)
    assert undo_import(desk, report.id).stay == ()
    assert text_of(desk) == before
    history.undo(desk)
    assert text_of(desk) == everything
    tasks.finish_task(desk, "t")
    assert undo_import(desk, report.id).stay == ("Ann",)
    assert names(desk) == ["Ann"]
    assert list(problems(desk.book)) == []


def test_somebody_deleted_since_stays_in_the_trash(desk: Desk) -> None:
    report = bring_in(desk, vcf(desk, card("Ann Lee"), card("Bob Ray")))
    delete_person(desk, ids(desk)["Ann Lee"])
    assert report.id
    assert undo_import(desk, report.id).stay == ("Ann Lee",)
    assert names(desk) == ["Ann Lee"]


def test_whom_the_import_itself_names_does_not_hold_anybody(desk: Desk) -> None:
    book = '{"refdesk": 1, "people": [{"id": "a", "name": "Ann", "introduced_by": "b"}, {"id": "b", "name": "Bob"}]}'
    report = bring_in(desk, put(desk, "book.json", book))
    assert report.id
    assert undo_import(desk, report.id).gone == 2
    assert names(desk) == []
