"""Schema version 5: the era of each kept verdict; a change of policy or profile begins a new one for everybody."""

SQL = """
CREATE TABLE era (number INTEGER NOT NULL) STRICT;
INSERT INTO era VALUES (0);
ALTER TABLE readiness ADD COLUMN era INTEGER NOT NULL DEFAULT 0;
CREATE INDEX readiness_era ON readiness(era);
"""
