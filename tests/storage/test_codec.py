"""Every record comes out of its row as it went in, and models, records and tables agree on their columns."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refdesk.storage.migrations import STEPS
from refdesk.storage.rows import Row
from refdesk.storage.tables import TABLES, Table
from tests.storage.records import records

OWN_COLUMNS = {"person": {"deleted_on", "first_due"}}
"""Columns that hold what is kept of a record besides itself."""

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def bare() -> Iterator[sqlite3.Connection]:
    """The tables alone, where a row may point to nobody."""
    connection = sqlite3.connect(":memory:")
    for step in STEPS:
        connection.executescript(step)
    yield connection
    connection.close()


def columns_on_disk(connection: sqlite3.Connection, table: Table) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}


@every_table
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_record_comes_out_as_it_went_in(bare: sqlite3.Connection, table: Table, data: st.DataObject) -> None:
    record = data.draw(records(table.record))
    bare.execute(table.insert, (1, 7, *table.codec.encode(record)))
    row = bare.execute(f'SELECT {table.column_list}, pk, act FROM "{table.name}"').fetchone()
    bare.rollback()
    assert table.codec.decode(row) == record
    assert row[-2:] == (1, 7)


@every_table
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_an_update_leaves_nothing_of_what_stood_there(
    bare: sqlite3.Connection, table: Table, data: st.DataObject
) -> None:
    first, second = data.draw(records(table.record)), data.draw(records(table.record))
    bare.execute(table.insert, (1, 7, *table.codec.encode(first)))
    bare.execute(table.update, (8, *table.codec.encode(second), 1))
    row = bare.execute(f'SELECT {table.column_list}, act FROM "{table.name}"').fetchone()
    bare.rollback()
    assert table.codec.decode(row) == second
    assert row[-1] == 8


@every_table
def test_model_record_and_table_have_the_same_columns(bare: sqlite3.Connection, table: Table) -> None:
    own = OWN_COLUMNS.get(table.name, set())
    of_the_model = {field.column_name for field in table.model._meta.sorted_fields}
    of_the_record = {*table.codec.columns, "pk", "act"}
    assert of_the_model == of_the_record | own
    assert columns_on_disk(bare, table) == of_the_record | own


@every_table
def test_model_and_table_agree_what_is_a_number(bare: sqlite3.Connection, table: Table) -> None:
    kinds = {"TEXT": "TEXT", "INT": "INTEGER", "BOOL": "INTEGER", "FLOAT": "REAL"}
    of_the_model = {field.column_name: kinds.get(field.field_type) for field in table.model._meta.sorted_fields}
    on_disk = {row[1]: row[2] for row in bare.execute(f"PRAGMA table_info({table.name})")}
    assert of_the_model | {"pk": "INTEGER"} == on_disk


def test_every_table_of_records_is_known() -> None:
    assert {table.model for table in TABLES} == set(Row.__subclasses__())
