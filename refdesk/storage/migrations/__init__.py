"""The schema's history: one frozen step of SQL per version, run in order by `storage.migrate`.

A step is never edited once released: it must go on making the same tables whatever today's code looks like.
"""

from refdesk.storage.migrations import step_001, step_002, step_003, step_004, step_005

STEPS: tuple[str, ...] = (step_001.SQL, step_002.SQL, step_003.SQL, step_004.SQL, step_005.SQL)
"""``STEPS[n]`` takes a book from schema version n to n + 1."""

SCHEMA_VERSION = len(STEPS)

DERIVED_FORM = 2
"""Count it up with a change of how text is indexed, of the keys that identify somebody, or of how people are reckoned.

A book that bears another number has its derived rows made anew when it is opened (`storage.renewal`).
"""
