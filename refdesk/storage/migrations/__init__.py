"""The schema's history: one frozen step of SQL per version, run in order by `storage.migrate`.

A step is never edited once released: it must go on making the same tables whatever today's code looks like.
"""

from refdesk.storage.migrations import step_001, step_002

STEPS: tuple[str, ...] = (step_001.SQL, step_002.SQL)
"""``STEPS[n]`` takes a book from schema version n to n + 1."""

SCHEMA_VERSION = len(STEPS)
