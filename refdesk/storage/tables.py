"""Which table keeps which record, and the statements that all tables share."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Entry, Later, Note, Partner, Profile, Project, Referral, Story, Task
from refdesk.storage import rows_following, rows_people
from refdesk.storage.codec import Codec
from refdesk.storage.rows import Row

Record = Any  # any of the dataclasses in TABLES: each has an ``id``, or a ``key`` that serves as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One of the book's single records, as JSON text: ``me`` or ``policy``."""

    id: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One import: when, of which files, and what became of their records.

    ``wrote`` is the act that wrote them (the batch row itself may be written again, when the import is undone).
    """

    id: str
    at: datetime
    files: tuple[str, ...]
    read: int
    created: int
    updated: int
    unchanged: int
    skipped: int
    undone_on: date | None = None
    wrote: int = 0


class Table:
    """One table of primary rows: its record type, its model and its statements."""

    def __init__(self, record: type[Record], model: type[Row], columns: dict[str, str] | None = None) -> None:
        """Name the record that the model's table keeps; ``columns`` renames fields."""
        self.record = record
        self.model = model
        self.name: str = model._meta.table_name
        self._renamed = columns

    @cached_property
    def codec(self) -> Codec[Record]:
        """Made on first use: reading a record's annotations costs about a millisecond."""
        return Codec(self.record, self._renamed)

    @cached_property
    def column_list(self) -> str:
        """The record's columns, quoted, for a SELECT."""
        return ", ".join(f'"{column}"' for column in self.codec.columns)

    def columns_of(self, alias: str) -> str:
        """The record's columns, quoted and behind a table's alias."""
        return ", ".join(f'{alias}."{column}"' for column in self.codec.columns)

    @cached_property
    def insert(self) -> str:
        """INSERT of (pk, act, the record's columns)."""
        marks = ", ".join("?" for _ in range(len(self.codec.columns) + 2))
        return f'INSERT INTO "{self.name}" (pk, act, {self.column_list}) VALUES ({marks})'

    @cached_property
    def update(self) -> str:
        """UPDATE to (act, the record's columns) of the row with the last parameter as its pk."""
        sets = ", ".join(f'"{column}" = ?' for column in self.codec.columns)
        return f'UPDATE "{self.name}" SET act = ?, {sets} WHERE pk = ?'


TABLES: tuple[Table, ...] = (
    Table(Setting, rows_following.SettingRow),
    Table(Profile, rows_people.ProfileRow),
    Table(Person, rows_people.PersonRow),
    Table(Entry, rows_people.EntryRow),
    Table(Ask, rows_following.AskRow),
    Table(Referral, rows_following.ReferralRow),
    Table(Note, rows_following.NoteRow),
    Table(Task, rows_following.TaskRow),
    Table(Later, rows_following.LaterRow, {"key": "id"}),
    Table(Partner, rows_following.PartnerRow),
    Table(Project, rows_following.ProjectRow),
    Table(Story, rows_following.StoryRow),
    Table(Batch, rows_following.BatchRow),
)
"""Every table of primary rows, referred-to ones before those that refer to them."""

_BY_RECORD = {table.record: table for table in TABLES}
_BY_NAME = {table.name: table for table in TABLES}


def table_of(record: type[Record]) -> Table:
    """The table that keeps records of this type."""
    return _BY_RECORD[record]


def table_named(name: str) -> Table:
    """The table of this name."""
    return _BY_NAME[name]
