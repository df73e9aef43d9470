"""The peewee models of people and of what happened with them."""

from peewee import BooleanField, FloatField, IntegerField, TextField

from refdesk.storage.rows import Row


class ProfileRow(Row):
    """See `domain.records.Profile`."""

    name = TextField(null=True)
    industry = TextField(null=True)
    role = TextField(null=True)
    situation = TextField(null=True)
    wants = TextField(null=True)
    tags = TextField(null=True)
    active = BooleanField()

    class Meta:
        """Where it is kept."""

        table_name = "profile"


class PersonRow(Row):
    """See `domain.person.Person`; ``deleted_on`` is the day they went to the trash.

    ``first_due`` is the day on which somebody of a batch falls due to be spoken with for the first time.
    """

    name = TextField(null=True)
    given = TextField(null=True)
    family = TextField(null=True)
    org = TextField(null=True)
    title = TextField(null=True)
    roles = TextField(null=True)
    emails = TextField(null=True)
    phones = TextField(null=True)
    urls = TextField(null=True)
    addresses = TextField(null=True)
    birthday = TextField(null=True)
    dates = TextField(null=True)
    related = TextField(null=True)
    tags = TextField(null=True)
    about = TextField(null=True)
    met = TextField(null=True)
    pronouns = TextField(null=True)
    photo = TextField(null=True)
    trust = TextField(null=True)
    cadence_days = IntegerField(null=True)
    known_since = TextField(null=True)
    do_not_ask_why = TextField(null=True)
    knows = TextField(null=True)
    could_introduce = TextField(null=True)
    introduced_by = TextField(null=True)
    do_not_ask = BooleanField()
    sorted = BooleanField()
    archived = BooleanField()
    added_on = TextField(null=True)
    died_on = TextField(null=True)
    uid = TextField(null=True)
    sources = TextField(null=True)
    extra = TextField(null=True)
    deleted_on = TextField(null=True)
    first_due = TextField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "person"


class EntryRow(Row):
    """See `domain.records.Entry`."""

    on = TextField(null=True)
    at = TextField(null=True)
    kind = TextField(null=True)
    direction = TextField(null=True)
    people = TextField(null=True)
    summary = TextField(null=True)
    line = TextField(null=True)
    place = TextField(null=True)
    marks = TextField(null=True)
    satisfaction = TextField(null=True)
    resolved_on = TextField(null=True)
    story = TextField(null=True)
    currency = TextField(null=True)
    planned = BooleanField()
    approximate = BooleanField()
    value = FloatField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "entry"
