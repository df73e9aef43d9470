"""Writes the kept book of today's form: run ``python -m tests.storage.old_books`` once, when a form is released.

A form is the schema's version and then that of the derived rows. One that was released is never written again: the
file is what shows that its books still open.
"""

import gzip
import tempfile
from pathlib import Path

from refdesk.services import people
from refdesk.storage.migrations import DERIVED_FORM, SCHEMA_VERSION
from tests.storage.desks import add, desk_at, log, text_of
from tests.storage.random_books import fill

FOLDER = Path(__file__).parent.parent / "data" / "books"
TODAYS = f"form-{SCHEMA_VERSION}-{DERIVED_FORM}"


def write() -> None:
    """Write the book, packed, and beside it what it says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.refdesk"
        with desk_at(path) as desk:
            fill(desk, 17)
            add(desk, "Zoe Quux")
            log(desk, "zoe", place="Harbour", summary="Søren was there too")
            people.delete_person(desk, add(desk, "Cy Day"))
            add(desk, "Sean O’Dwyer", org="Dún-Laoghaire Boats")
            log(desk, "sean", summary="spoke of his brother's re-opening")
            text = text_of(desk)
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{TODAYS}.refdesk.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
        (FOLDER / f"{TODAYS}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
