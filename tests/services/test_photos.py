"""Pictures: kept by what they show, so that two files of one name stay two."""

import json
from pathlib import Path

import pytest

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.services.imports.run import import_files
from refdesk.storage.photos import photo_data
from refdesk.storage.records import each


def book_with_photo(folder: Path, id_: str, photo: str, data: bytes) -> Path:
    folder.mkdir()
    (folder / photo).write_bytes(data)
    file = folder / "book.json"
    file.write_text(json.dumps({"refdesk": 1, "people": [{"id": id_, "name": id_, "photo": photo}]}))
    return file


@pytest.mark.parametrize("photo", ["ann.jpg", "ann.jpeg", "ANN.PNG"])
def test_two_files_of_one_name_are_two_pictures(desk: Desk, tmp_path: Path, photo: str) -> None:
    one = book_with_photo(tmp_path / "one", "a", photo, b"first")
    two = book_with_photo(tmp_path / "two", "b", photo, b"second")
    assert import_files(desk, [one, two]).created == 2
    people: list[Person] = list(each(desk.book, Person))
    assert [photo_data(desk.book, person.photo) for person in people] == [b"first", b"second"]
