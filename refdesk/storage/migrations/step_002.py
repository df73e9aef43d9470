"""Schema version 2: which moments of something owed have been raised (`docs/method.md` section 8)."""

SQL = """
CREATE TABLE shown (key TEXT NOT NULL, moment TEXT NOT NULL, PRIMARY KEY (key, moment)) STRICT, WITHOUT ROWID;
CREATE INDEX shown_moment ON shown(moment);
"""
