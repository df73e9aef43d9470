"""What a file is before it is imported: its kind, how many it holds, its columns, and what only the user can say."""

from dataclasses import dataclass
from pathlib import Path

from refdesk.formats.csv.dates import DateOrder, in_words, parse_day
from refdesk.formats.csv.reader import Column, CsvReading
from refdesk.formats.incoming import Reading, UnreadableFileError
from refdesk.services.imports.files import HowRead, look_into

_UNKNOWN_FIELDS = ("", "other")
"""What a column fills of which nobody knows what it holds."""

_PROGRAMS = {"google": "Google", "outlook": "Outlook", "linkedin": "LinkedIn", "thunderbird": "Thunderbird"}


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """A day of the file, as it is written there, that could be read with the day or with the month first.

    ``likely`` is what stands first in most files of that program.
    """

    text: str
    day_first: str
    month_first: str
    likely: DateOrder = "dmy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One file; ``why`` says why it cannot be read, and is empty where it can.

    ``kind`` is in words for the user. ``records`` counts people and whatever else is read. ``columns`` are those of a
    CSV file, and ``need_mapping`` says that of these nobody is read until the user has said what they hold.
    """

    path: Path
    kind: str = ""
    records: int = 0
    columns: tuple[Column, ...] = ()
    need_mapping: bool = False
    date_question: DateQuestion | None = None
    why: str = ""

    @property
    def recognised(self) -> int:
        """How many of the columns are known."""
        return sum(column.field not in _UNKNOWN_FIELDS for column in self.columns)

    @property
    def needs_match(self) -> bool:
        """Whether the user has something to say of it: of a column nobody knows, or of how its days are written."""
        return self.recognised < len(self.columns) or self.date_question is not None


def preview_file(path: Path, how: HowRead | None = None) -> Preview:
    """Look into a file, read as the user says; nothing of it comes in."""
    try:
        reading = look_into(path, "auto", how)
    except UnreadableFileError as error:
        return Preview(path=path, why=str(error))
    if isinstance(reading, CsvReading):
        return Preview(
            path=path,
            kind=f"{_PROGRAMS.get(reading.source, '')} CSV".strip(),
            records=len(reading.people) + len(reading.unread),
            columns=reading.columns,
            need_mapping=reading.need_mapping,
            date_question=_question(reading.doubtful_day, "mdy" if reading.layout == "outlook" else "dmy"),
        )
    if isinstance(reading, Reading):
        return Preview(path=path, kind="vCard", records=len(reading.people) + len(reading.unread))
    return Preview(path=path, kind="RefDesk book", records=len(reading.people))


def _question(day: str, likely: DateOrder) -> DateQuestion | None:
    day_first, month_first = parse_day(day, "dmy"), parse_day(day, "mdy")
    if not day_first or not month_first:
        return None
    return DateQuestion(day, in_words(day_first), in_words(month_first), likely)
