"""The trash: what is in it is nowhere else to be seen, can be taken back, and after thirty days is gone for good."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from refdesk.domain.errors import RefusedError, UnclearPersonError
from refdesk.domain.person import Person, Related
from refdesk.domain.records import (
    Ask,
    Entry,
    Later,
    Note,
    Partner,
    Profile,
    Project,
    ProjectPerson,
    Referral,
    Story,
    Task,
)
from refdesk.services import history, people, tasks, timeline
from refdesk.services.desk import Desk
from refdesk.services.finding import find
from refdesk.services.people import TRASH_DAYS, empty_trash
from refdesk.services.ready import everybody
from refdesk.storage import check
from refdesk.storage.book import Book
from refdesk.storage.photos import photo_data
from refdesk.storage.records import each, get
from refdesk.storage.trash import deleted_before
from tests.storage.desks import TODAY, add, ago, desk_at, log, text_of
from tests.storage.random_books import change, fill

PICTURE = "data:image/png;base64,iVBORw0KGgo="
OTHER_PICTURE = "data:image/gif;base64,R0lGODlh"


def later(desk: Desk, days: int) -> Desk:
    """The same book, that many days on."""
    return Desk(desk.book, desk.today + timedelta(days=days))


def whole_content(book: Book) -> str:
    """Every row of every table as text, the journal and the indexes' texts among them."""
    names = [name for (name,) in book.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    indexes = ("_data", "_idx", "_docsize", "_config", "_content")
    return "\n".join(
        f"{name}: {row}" for name in names if not name.endswith(indexes) for row in book.rows(f'SELECT * FROM "{name}"')
    )


def put(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(desk.checked(record))


def test_whoever_is_in_the_trash_is_nowhere_to_be_seen(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    log(desk, "ana", summary="about the harbour")
    people.delete_person(desk, "ana")
    assert everybody(desk).people == ()
    assert find(desk, "ruiz").people == ()
    assert find(desk, "harbour").entries == ()
    assert "Ruiz" not in text_of(desk)
    with pytest.raises(RefusedError, match="in the trash"):
        desk.person("ana")
    with pytest.raises(UnclearPersonError):
        people.resolve(desk, "ana")


def test_an_entry_with_somebody_else_stays_to_be_seen(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Bo Li")
    log(desk, "ana", "bo", summary="about the harbour")
    people.delete_person(desk, "ana")
    assert [found.text for found in find(desk, "harbour").entries] == ["about the harbour"]


def test_taking_back_brings_back_everything(desk: Desk) -> None:
    fill(desk, 3)
    ids = [person.id for person in each(desk.book, Person)]
    before = text_of(desk)
    for id_ in ids:
        people.delete_person(desk, id_)
    for id_ in ids:
        people.take_from_trash(desk, id_)
    assert text_of(desk) == before
    assert list(check.problems(desk.book)) == []


def test_taking_back_who_is_not_in_the_trash_is_no_act(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    assert people.take_from_trash(desk, "ana").act is None
    assert history.undo(desk).title == "Ana Ruiz added."


def test_the_trash_keeps_people_for_thirty_days(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    people.delete_person(desk, "ana")
    assert TRASH_DAYS == 30
    assert empty_trash(later(desk, 30)) == 0
    people.take_from_trash(later(desk, 30), "ana")
    people.delete_person(desk, "ana")
    assert empty_trash(later(desk, 31)) == 1
    with pytest.raises(RefusedError, match="There is no person"):
        people.take_from_trash(later(desk, 31), "ana")


def test_a_clock_set_back_empties_nothing(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    people.delete_person(desk, "ana")
    assert empty_trash(later(desk, -400)) == 0


def write_all_of(desk: Desk) -> None:
    """Zoe Quux and everything that can be said of her, alone and with Bo."""
    add(desk, "Bo Li", roles=("client",))
    zoe = Person(id="zoe", name="Zoe Quux", photo=PICTURE, about="likes quuxing", knows=("quux trade",))
    people.add_person(desk, zoe)
    bo = replace(desk.person("bo"), could_introduce=("zoe",), introduced_by="zoe", photo=OTHER_PICTURE)
    people.edit_person(desk, replace(bo, related=(Related(name="Quux", person="zoe", how="friend"),)))
    log(desk, "zoe", summary="quux alone")
    log(desk, "zoe", "bo", summary="lunch together", marks=("gave",))
    put(desk, Profile(id="owners", name="Owners"))
    put(desk, Ask(id="her-ask", person="zoe", words="quux", state="agreed", asked_on=ago(5)))
    put(desk, Ask(id="his-ask", person="bo", target_person="zoe"))
    put(desk, Referral(id="hers", champion="zoe", prospect="bo", ask="her-ask", state="made", made_on=ago(3)))
    put(desk, Referral(id="his", champion="bo", prospect="zoe", state="made", made_on=ago(3)))
    put(desk, Note(id="her-note", person="zoe", text="Dear quux", referral="his"))
    put(desk, Note(id="his-note", person="bo", text="Dear Bo", referral="hers"))
    put(desk, Task(id="her-task", title="Send quux", person="zoe", due=TODAY), Task(id="own", title="Tax", due=TODAY))
    put(desk, Partner(id="partner", person="zoe", seeks="quux"))
    stations = (ProjectPerson(person="zoe"), ProjectPerson(person="bo"))
    put(desk, Project(id="spring", name="Spring", people=stations, profile="owners"))
    put(desk, Story(id="story", client="zoe", problem="late"))
    for key in (
        "task:her-task",
        "note:her-note",
        "ask:her-ask:check",
        "referral:hers:thank_you:1",
        "person:zoe:birthday",
    ):
        tasks.snooze(desk, key, TODAY + timedelta(days=9), why="quux")
    tasks.snooze(desk, "task:own", TODAY + timedelta(days=9))


def test_an_erased_person_is_gone_and_everybody_else_is_not(desk: Desk) -> None:
    write_all_of(desk)
    people.delete_person(desk, "zoe")
    assert empty_trash(later(desk, 31)) == 1
    content = whole_content(desk.book)
    assert [line for line in content.splitlines() if "quux" in line.lower() or "zoe" in line.lower()] == []
    kept = desk.person("bo")
    assert (kept.could_introduce, kept.introduced_by, kept.related) == ((), "", ())
    assert [(entry.summary, entry.people) for entry in each(desk.book, Entry)] == [("lunch together", ("bo",))]
    assert [ask.id for ask in each(desk.book, Ask)] == ["his-ask"]
    assert [(referral.id, referral.prospect) for referral in each(desk.book, Referral)] == [("his", "")]
    assert [(note.id, note.referral) for note in each(desk.book, Note)] == [("his-note", "")]
    assert [task.id for task in each(desk.book, Task)] == ["own"]
    assert [put_off.key for put_off in each(desk.book, Later)] == ["task:own"]
    assert [one.person for project in each(desk.book, Project) for one in project.people] == ["bo"]
    assert get(desk.book, Story, "story") == Story(id="story", problem="late")
    assert list(check.problems(desk.book)) == []


def test_pictures_go_with_their_people_and_not_with_others(desk: Desk) -> None:
    add(desk, "Zoe Quux", photo=PICTURE)
    add(desk, "Cy Day", photo=OTHER_PICTURE)
    hers, his = desk.person("zoe").photo, desk.person("cy").photo
    people.delete_person(desk, "zoe")
    people.edit_person(desk, replace(desk.person("cy"), photo=""))
    empty_trash(later(desk, 31))
    assert photo_data(desk.book, hers) is None
    assert history.undo(desk).title == "Cy Day changed."
    assert desk.person("cy").photo == his
    assert photo_data(desk.book, his)


def test_what_speaks_of_the_erased_cannot_be_brought_back_by_an_undo(desk: Desk) -> None:
    write_all_of(desk)
    shared = next(entry for entry in each(desk.book, Entry) if len(entry.people) == 2)
    timeline.edit_entry(desk, replace(shared, summary="dinner together"))
    people.delete_person(desk, "zoe")
    add(desk, "Cy Day")
    after = later(desk, 31)
    empty_trash(after)
    assert history.undo(after).title == "Cy Day added."
    undone = 0
    while True:
        try:
            history.undo(after)
        except RefusedError:
            break
        undone += 1
    assert undone > 0
    assert "zoe" not in whole_content(desk.book)
    assert list(check.problems(desk.book)) == []


@pytest.mark.parametrize("seed", range(15))
def test_erasing_takes_nothing_that_could_still_be_seen(tmp_path: Path, seed: int) -> None:
    """Whatever is in the trash of a random book, the export is the same before it is emptied and after."""
    with desk_at(tmp_path / "book.refdesk") as desk:
        records = fill(desk, 500 + seed)
        for _ in range(6):
            change(desk, records)
        ids = [person.id for person in each(desk.book, Person, "deleted_on IS NULL")]
        for id_ in Random(seed).sample(ids, len(ids) // 2):
            people.delete_person(desk, id_)
        after = later(desk, 31)
        gone = deleted_before(desk.book, after.today)
        before = without_putting_off(desk)
        assert empty_trash(after) == len(gone)
        assert without_putting_off(desk) == before
        assert list(check.problems(desk.book)) == []
        content = whole_content(desk.book)
        assert [id_ for id_ in gone if f'"{id_}"' in content or f"'{id_}'" in content] == []
        while titles_undone(after):
            assert list(check.problems(desk.book)) == []


def without_putting_off(desk: Desk) -> dict[str, Any]:
    """The export without its list of what was put off, which names its tasks by key alone."""
    exported: dict[str, Any] = json.loads(text_of(desk))
    exported.pop("later", None)
    return exported


def titles_undone(desk: Desk) -> list[str]:
    """The act that an undo takes back, as far as it goes."""
    try:
        return [history.undo(desk).title]
    except RefusedError:
        return []


@pytest.mark.parametrize(
    ("pointing", "left"),
    [
        ({"could_introduce": ("ana", "cy")}, {"could_introduce": ("cy",)}),
        ({"related": (Related(person="ana", how="friend"),)}, {"related": ()}),
        ({"introduced_by": "ana"}, {"introduced_by": ""}),
    ],
)
def test_whoever_goes_is_left_out_by_those_in_the_trash_too(
    desk: Desk, pointing: dict[str, Any], left: dict[str, Any]
) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Cy Day")
    add(desk, "Bo Li", **pointing)
    bo = desk.person("bo")
    people.delete_person(desk, "ana")
    people.delete_person(later(desk, 20), "bo")
    assert empty_trash(later(desk, TRASH_DAYS + 1)) == 1
    people.take_from_trash(desk, "bo")
    assert desk.person("bo") == replace(bo, **left)
    assert list(check.problems(desk.book)) == []
