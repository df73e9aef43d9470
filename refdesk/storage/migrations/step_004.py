"""Schema version 4: people in the order of their names and of last conversations, without reading the people."""

SQL = """
CREATE INDEX person_text_name ON person_text(name);
CREATE INDEX readiness_talk ON readiness(last_talk DESC, name_key) WHERE listed = 1;
CREATE INDEX readiness_unlisted ON readiness(person) WHERE listed = 0;
"""
