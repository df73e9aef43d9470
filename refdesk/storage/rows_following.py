"""The peewee models of what is asked, owed, promised and planned."""

from peewee import BooleanField, FloatField, IntegerField, TextField

from refdesk.storage.rows import Row


class AskRow(Row):
    """See `domain.records.Ask`."""

    person = TextField(null=True)
    target_person = TextField(null=True)
    target_profile = TextField(null=True)
    level = TextField(null=True)
    why_glad = TextField(null=True)
    action = TextField(null=True)
    words = TextField(null=True)
    comfortable = BooleanField(null=True)
    occasion = TextField(null=True)
    occasion_on = TextField(null=True)
    confirm_how = TextField(null=True)
    confirm_by = TextField(null=True)
    state = TextField(null=True)
    asked_on = TextField(null=True)
    answered_on = TextField(null=True)
    later_until = TextField(null=True)
    override_why = TextField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "ask"


class ReferralRow(Row):
    """See `domain.records.Referral`."""

    direction = TextField(null=True)
    champion = TextField(null=True)
    to = TextField(null=True)
    prospect = TextField(null=True)
    ask = TextField(null=True)
    level = TextField(null=True)
    state = TextField(null=True)
    agreed_on = TextField(null=True)
    confirm_by = TextField(null=True)
    made_on = TextField(null=True)
    followed_up_on = TextField(null=True)
    told_on = TextField(null=True)
    outcome_on = TextField(null=True)
    thank_by = TextField(null=True)
    thanks = TextField(null=True)
    consents = TextField(null=True)
    currency = TextField(null=True)
    value = FloatField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "referral"


class NoteRow(Row):
    """See `domain.records.Note`."""

    person = TextField(null=True)
    occasion = TextField(null=True)
    referral = TextField(null=True)
    text = TextField(null=True)
    state = TextField(null=True)
    due = TextField(null=True)
    written_on = TextField(null=True)
    posted_on = TextField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "note"


class TaskRow(Row):
    """See `domain.records.Task`."""

    kind = TextField(null=True)
    title = TextField(null=True)
    person = TextField(null=True)
    due = TextField(null=True)
    at = TextField(null=True)
    rrule = TextField(null=True)
    done_on = TextField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "task"


class LaterRow(Row):
    """See `domain.records.Later`; its key is the row's id."""

    until = TextField(null=True)
    why = TextField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "later"


class PartnerRow(Row):
    """See `domain.records.Partner`."""

    person = TextField(null=True)
    since = TextField(null=True)
    next_on = TextField(null=True)
    seeks = TextField(null=True)
    promised = TextField(null=True)
    every_days = IntegerField()
    paused = BooleanField()

    class Meta:
        """Where it is kept."""

        table_name = "partner"


class ProjectRow(Row):
    """See `domain.records.Project`."""

    name = TextField(null=True)
    starts_on = TextField(null=True)
    ends_on = TextField(null=True)
    goal = TextField(null=True)
    profile = TextField(null=True)
    people = TextField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "project"


class StoryRow(Row):
    """See `domain.records.Story`."""

    client = TextField(null=True)
    client_type = TextField(null=True)
    problem = TextField(null=True)
    done = TextField(null=True)
    result = TextField(null=True)
    consent = TextField(null=True)
    tags = TextField(null=True)

    class Meta:
        """Where it is kept."""

        table_name = "story"


class SettingRow(Row):
    """One of the book's single records, as JSON: the user (``me``) and the ``policy``."""

    value = TextField()

    class Meta:
        """Where it is kept."""

        table_name = "setting"


class BatchRow(Row):
    """See `storage.batches.Batch`."""

    at = TextField()
    files = TextField()
    read = IntegerField()
    created = IntegerField()
    updated = IntegerField()
    unchanged = IntegerField()
    skipped = IntegerField()
    undone_on = TextField(null=True)
    wrote = IntegerField()

    class Meta:
        """Where it is kept."""

        table_name = "batch"
