"""What every primary row of the book has.

The models describe the tables and serve single records; what is done in bulk goes through the same columns by raw
statements (a peewee model costs five times a tuple). Columns bear the names of the records' fields.
"""

from peewee import IntegerField, Model, TextField


class Row(Model):
    """A record's place in the order of entry, its id, and the act that last wrote it."""

    pk = IntegerField(primary_key=True)
    id = TextField(unique=True)
    act = IntegerField()
