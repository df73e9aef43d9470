"""Schema version 3: which form the derived rows are of (`storage.renewal`); 0 is none that is known."""

SQL = """
CREATE TABLE derived_form (form INTEGER NOT NULL) STRICT;
INSERT INTO derived_form VALUES (0);
"""
