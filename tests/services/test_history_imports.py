"""Taking back an import, however late: whoever nobody has touched since goes, the others stay and are named."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person, Related
from refdesk.domain.records import Ask, Note, Profile, Project, ProjectPerson, Referral, Task
from refdesk.services import history, notes, people, tasks
from refdesk.services.desk import Desk
from refdesk.services.imports.run import import_files, imports, undo_import
from refdesk.storage import check
from refdesk.storage.records import each, get
from refdesk.storage.writing import KEPT_ACTS
from tests.storage.desks import TODAY, add, desk_at, log, text_of, titles


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_at(tmp_path / "book.refdesk") as desk:
        yield desk


def take_in(desk: Desk, folder: Path, **lists: Sequence[dict[str, Any]]) -> str:
    """Import a book of these records; the import's id."""
    path = folder / "book.json"
    path.write_text(json.dumps({"refdesk": 1, **lists}), encoding="utf-8")
    report = import_files(desk, [path])
    assert report.problems == []
    assert report.id
    return report.id


def persons(*names: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": name.lower(), "name": name, **more} for name in names]


def next_week(desk: Desk) -> Desk:
    return Desk(desk.book, desk.today + timedelta(days=7))


def known(desk: Desk) -> list[str]:
    return [person.id for person in each(desk.book, Person)]


def test_an_import_can_be_taken_back_whole(desk: Desk, tmp_path: Path) -> None:
    add(desk, "Zoe Day")
    before = text_of(desk)
    id_ = take_in(desk, tmp_path, people=persons("Ana", "Bo"), timeline=[
        {"id": "e", "on": "2026-11-01", "kind": "call", "people": ["ana", "zoe"]}
    ])  # fmt: skip
    taken = undo_import(next_week(desk), id_)
    assert (taken.gone, taken.stay) == (2, ())
    assert text_of(desk) == before
    assert [batch.undone_on for batch in imports(desk)] == [TODAY + timedelta(days=7)]
    assert list(check.problems(desk.book)) == []
    with pytest.raises(RefusedError, match="taken back already"):
        undo_import(desk, id_)


def test_taking_an_import_back_can_be_taken_back(desk: Desk, tmp_path: Path) -> None:
    id_ = take_in(desk, tmp_path, people=persons("Ana", "Bo", could_introduce=["ana"]))
    people.archive_person(desk, "bo")
    before = text_of(desk)
    undo_import(desk, id_)
    after = text_of(desk)
    for _ in range(2):
        assert history.undo(desk).title == "Import of book.json taken back."
        assert text_of(desk) == before
        assert imports(desk)[0].undone_on is None
        assert list(check.problems(desk.book)) == []
        history.redo(desk)
        assert text_of(desk) == after
        assert list(check.problems(desk.book)) == []
    history.undo(desk)
    assert undo_import(desk, id_).stay == ("Ana", "Bo")


def test_whoever_was_touched_stays_and_is_named(desk: Desk, tmp_path: Path) -> None:
    names = ("Ana", "Bo", "Cy", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida", "Jo")
    id_ = take_in(desk, tmp_path, people=persons(*names))
    people.edit_person(desk, replace(desk.person("ana"), org="Harbour Bank"))
    log(desk, "bo")
    tasks.add_task(desk, Task(id="", title="Call", person="cy", due=TODAY))
    notes.queue_note(desk, Note(id="", person="dee"))
    people.archive_person(desk, "eve")
    people.delete_person(desk, "fay")
    add(desk, "Zoe Day", introduced_by="gus", could_introduce=("hal",))
    people.give_cadence(desk, ["ida"], 30)
    taken = undo_import(next_week(desk), id_)
    assert (taken.gone, taken.stay) == (1, ("Ana", "Bo", "Cy", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida"))
    assert known(desk) == ["ana", "bo", "cy", "dee", "eve", "fay", "gus", "hal", "ida", "zoe"]
    assert list(check.problems(desk.book)) == []


def test_whoever_stays_keeps_those_of_whom_they_speak(desk: Desk, tmp_path: Path) -> None:
    """Ana was spoken with; she was introduced by Bo, who could introduce Cy; Dee is related to her."""
    id_ = take_in(
        desk,
        tmp_path,
        people=[
            *persons("Cy", "Eve"),
            *persons("Bo", could_introduce=["cy"]),
            *persons("Ana", introduced_by="bo", related=[{"person": "dee", "how": "sister"}]),
            *persons("Dee"),
        ],
    )
    log(desk, "ana")
    assert undo_import(desk, id_).stay == ("Cy", "Bo", "Ana", "Dee")
    assert known(desk) == ["cy", "bo", "ana", "dee"]
    assert list(check.problems(desk.book)) == []


@pytest.mark.parametrize(
    "pointing",
    [{"could_introduce": ("ana",)}, {"introduced_by": "ana"}, {"related": (Related(person="ana", how="friend"),)}],
)
def test_whoever_is_spoken_of_by_somebody_in_the_trash_stays(
    desk: Desk, tmp_path: Path, pointing: dict[str, Any]
) -> None:
    id_ = take_in(desk, tmp_path, people=persons("Ana", "Bo"))
    add(desk, "Cy Day", **pointing)
    people.delete_person(desk, "cy")
    assert undo_import(desk, id_).stay == ("Ana",)
    people.take_from_trash(desk, "cy")
    assert known(desk) == ["ana", "cy"]


def test_records_stay_that_something_later_points_to(desk: Desk, tmp_path: Path) -> None:
    id_ = take_in(
        desk,
        tmp_path,
        profiles=[{"id": "owners", "name": "Owners"}, {"id": "others", "name": "Others"}],
        people=persons("Ana", "Bo"),
        asks=[{"id": "a", "person": "ana", "state": "asked", "asked_on": "2026-11-01"}, {"id": "b", "person": "bo"}],
        referrals=[{"id": "r", "champion": "ana", "state": "made", "made_on": "2026-11-02"}],
    )
    add(desk, "Zoe Day")
    with desk.act("An ask, an answer and a note.") as act:
        act.put(Ask(id="hers", person="zoe", target_profile="owners"))
        act.put(Referral(id="new", champion="zoe", ask="a", state="made", made_on=TODAY))
        act.put(Note(id="n", person="zoe", referral="r"))
    assert undo_import(desk, id_).stay == ("Ana",)
    assert get(desk.book, Profile, "owners")
    assert not get(desk.book, Profile, "others")
    assert [ask.id for ask in each(desk.book, Ask)] == ["a", "hers"]
    assert [referral.id for referral in each(desk.book, Referral)] == ["r", "new"]
    assert list(check.problems(desk.book)) == []


def test_what_an_import_updated_becomes_what_it_was(desk: Desk, tmp_path: Path) -> None:
    add(desk, "Ana", org="Old Bank")
    add(desk, "Bo", org="Old Bank")
    before = text_of(desk)
    id_ = take_in(desk, tmp_path, people=persons("Cy") + persons("Ana", "Bo", org="New Bank", introduced_by="cy"))
    people.edit_person(desk, replace(desk.person("bo"), about="met again"))
    taken = undo_import(desk, id_)
    assert taken.stay == ("Bo", "Cy")
    assert desk.person("ana").org == "Old Bank"
    assert desk.person("ana").introduced_by == ""
    assert (desk.person("bo").org, desk.person("bo").introduced_by) == ("New Bank", "cy")
    for _ in range(3):
        history.undo(desk)
    assert text_of(desk) == before


def test_an_import_is_kept_when_older_acts_are_not(desk: Desk, tmp_path: Path) -> None:
    id_ = take_in(desk, tmp_path, people=persons("Ana", "Bo"))
    log(desk, "ana")
    for number in range(KEPT_ACTS):
        tasks.add_task(desk, Task(id="", title=f"Task {number}", due=TODAY))
    assert len(titles(desk.book)) == KEPT_ACTS + 1
    for _ in range(KEPT_ACTS):
        history.undo(desk)
    with pytest.raises(RefusedError, match="There is nothing to undo"):
        history.undo(desk)
    assert undo_import(desk, id_).stay == ("Ana",)
    assert list(check.problems(desk.book)) == []


def write_project(desk: Desk) -> None:
    with desk.act("A project.") as act:
        act.put(Project(id="spring", name="Spring", people=(ProjectPerson(person="bo"),)))


SPEAKS_OF_BO: dict[str, Callable[[Desk], object]] = {
    "an entry": lambda desk: log(desk, "bo"),
    "an edit": lambda desk: people.archive_person(desk, "bo"),
    "a relative": lambda desk: add(desk, "Zoe Day", related=(Related(person="bo", how="friend"),)),
    "a project": write_project,
}


@pytest.mark.parametrize("speak", SPEAKS_OF_BO.values(), ids=SPEAKS_OF_BO.keys())
def test_an_old_import_is_not_undone_past_acts_that_are_forgotten(
    desk: Desk, tmp_path: Path, speak: Callable[[Desk], object]
) -> None:
    """An act that spoke of the imported was forgotten; some that are kept were undone and dropped."""
    take_in(desk, tmp_path, people=persons("Ana", "Bo", "Cy"))
    speak(desk)
    for number in range(KEPT_ACTS):
        tasks.add_task(desk, Task(id="", title=f"Task {number}", due=TODAY))
    for _ in range(30):
        history.undo(desk)
    tasks.add_task(desk, Task(id="", title="A new act", due=TODAY))
    for _ in range(21):
        history.undo(desk)
    before = text_of(desk)
    with pytest.raises(RefusedError, match=r"“Import of book\.json: 3 added\.” can't be undone: .*Bo"):
        history.undo(desk)
    assert text_of(desk) == before
    assert list(check.problems(desk.book)) == []


def test_an_import_that_changes_nothing_is_none(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, tmp_path, people=persons("Ana"))
    report = import_files(desk, [tmp_path / "book.json"])
    assert (report.id, report.unchanged) == (None, 1)
    assert len(imports(desk)) == 1
    assert len(titles(desk.book)) == 1


def test_an_unknown_import_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="There is no import with the id x"):
        undo_import(desk, "x")
