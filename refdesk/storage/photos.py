"""People's pictures: kept once each, apart from the people, so that reading people stays quick."""

import base64
import binascii
import hashlib
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

from refdesk.domain.person import Person
from refdesk.storage.book import Book

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "image/bmp": "bmp"}
_MEDIA_TYPES = {ending: media for media, ending in _ENDINGS.items()} | {"jpeg": "image/jpeg"}


def keep_photo(book: Book, person: Person) -> Person:
    """The person with a data URL of ``photo`` put into the store and replaced by its name there.

    Inside a transaction. A data URL that holds no picture of a known kind stays as it is, so nothing is lost.
    """
    decoded = decode_data_url(person.photo)
    return person if decoded is None else replace(person, photo=_keep(book, *decoded))


def keep_photo_file(book: Book, person: Person, folder: Path) -> Person:
    """The person with a photo that is the name of a file in ``folder`` put into the store; else as they were.

    Inside a transaction. Only a plain name is looked up, so no file outside the folder is ever read.
    """
    name = person.photo
    media = _MEDIA_TYPES.get(name.rpartition(".")[2].lower())
    if media is None or name != Path(name).name or not (folder / name).is_file():
        return person
    return replace(person, photo=_keep(book, media, (folder / name).read_bytes()))


def _keep(book: Book, media: str, data: bytes) -> str:
    """Put a picture into the store, under a name that its content gives, so that two never meet under one."""
    name = f"{hashlib.sha256(data).hexdigest()[:32]}.{_ENDINGS[media]}"
    book.execute("INSERT OR IGNORE INTO photo (name, data) VALUES (?, ?)", (name, data))
    return name


def photo_data(book: Book, name: str) -> bytes | None:
    """The bytes of a kept picture."""
    data: bytes | None = book.value("SELECT data FROM photo WHERE name = ?", (name,))
    return data


def with_photo_inline(book: Book, person: Person) -> Person:
    """The person with the name of a kept picture replaced by a data URL of it."""
    if not person.photo or (data := photo_data(book, person.photo)) is None:
        return person
    media = _MEDIA_TYPES[person.photo.rpartition(".")[2]]
    return replace(person, photo=f"data:{media};base64,{base64.b64encode(data).decode('ascii')}")


def decode_data_url(url: str) -> tuple[str, bytes] | None:
    """A data URL of a picture as its media type and its bytes (RFC 2397), or None when it is none."""
    if not url.startswith("data:"):
        return None
    head, comma, body = url[5:].partition(",")
    media, *parameters = head.split(";")
    media = "image/jpeg" if media == "image/jpg" else media.lower()
    if not comma or media not in _ENDINGS:
        return None
    try:
        data = base64.b64decode(body, validate=True) if "base64" in parameters else unquote_to_bytes(body)
    except binascii.Error:
        return None
    return (media, data) if data else None
