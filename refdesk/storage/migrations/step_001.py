"""Schema version 1: every record of the interchange form, the journal of acts, and the derived indexes."""

# Primary rows: one row per record. An empty text or list is NULL; lists and nested values are JSON; days are
# ISO text. ``act`` is the act that last wrote the row, by which an undo sees that it has changed since.
_RECORDS = """
CREATE TABLE setting (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, value TEXT NOT NULL, act INTEGER NOT NULL
) STRICT;
CREATE TABLE profile (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, industry TEXT, role TEXT,
  situation TEXT, wants TEXT, tags TEXT, active INTEGER NOT NULL, act INTEGER NOT NULL
) STRICT;
CREATE TABLE person (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, given TEXT, family TEXT,
  org TEXT, title TEXT, roles TEXT, emails TEXT, phones TEXT, urls TEXT, addresses TEXT, birthday TEXT,
  dates TEXT, related TEXT, tags TEXT, about TEXT, met TEXT, pronouns TEXT, photo TEXT, trust TEXT NOT NULL,
  cadence_days INTEGER, known_since TEXT, do_not_ask INTEGER NOT NULL, do_not_ask_why TEXT, knows TEXT,
  could_introduce TEXT, introduced_by TEXT REFERENCES person(id), added_on TEXT, sorted INTEGER NOT NULL,
  archived INTEGER NOT NULL, died_on TEXT, uid TEXT, sources TEXT, extra TEXT, deleted_on TEXT, first_due TEXT,
  act INTEGER NOT NULL
) STRICT;
CREATE INDEX person_birthday ON person(substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX person_deleted ON person(deleted_on) WHERE deleted_on IS NOT NULL;
CREATE INDEX person_introduced_by ON person(introduced_by) WHERE introduced_by IS NOT NULL;
CREATE TABLE entry (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "on" TEXT NOT NULL, at TEXT, kind TEXT NOT NULL,
  direction TEXT, people TEXT NOT NULL, summary TEXT, line TEXT, place TEXT, marks TEXT, satisfaction TEXT,
  resolved_on TEXT, planned INTEGER NOT NULL, approximate INTEGER NOT NULL, story TEXT, value REAL, currency TEXT,
  act INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_on ON entry("on", at);
CREATE INDEX entry_planned ON entry("on") WHERE planned = 1;
CREATE TABLE ask (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, person TEXT NOT NULL REFERENCES person(id),
  target_person TEXT REFERENCES person(id), target_profile TEXT REFERENCES profile(id), level TEXT, why_glad TEXT,
  action TEXT, words TEXT, comfortable INTEGER, occasion TEXT, occasion_on TEXT, confirm_how TEXT, confirm_by TEXT,
  state TEXT NOT NULL, asked_on TEXT, answered_on TEXT, later_until TEXT, override_why TEXT, act INTEGER NOT NULL
) STRICT;
CREATE INDEX ask_person ON ask(person);
CREATE INDEX ask_target ON ask(target_person) WHERE target_person IS NOT NULL;
CREATE INDEX ask_state ON ask(state);
CREATE TABLE referral (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, direction TEXT NOT NULL,
  champion TEXT REFERENCES person(id), "to" TEXT REFERENCES person(id), prospect TEXT REFERENCES person(id),
  ask TEXT REFERENCES ask(id), level TEXT, state TEXT NOT NULL, agreed_on TEXT, confirm_by TEXT, made_on TEXT,
  followed_up_on TEXT, told_on TEXT, outcome_on TEXT, thank_by TEXT NOT NULL, thanks TEXT, consents TEXT,
  value REAL, currency TEXT, act INTEGER NOT NULL
) STRICT;
CREATE INDEX referral_champion ON referral(champion) WHERE champion IS NOT NULL;
CREATE INDEX referral_to ON referral("to") WHERE "to" IS NOT NULL;
CREATE INDEX referral_prospect ON referral(prospect) WHERE prospect IS NOT NULL;
CREATE INDEX referral_ask ON referral(ask) WHERE ask IS NOT NULL;
CREATE TABLE note (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, person TEXT NOT NULL REFERENCES person(id),
  occasion TEXT NOT NULL, referral TEXT REFERENCES referral(id), text TEXT, state TEXT NOT NULL, due TEXT,
  written_on TEXT, posted_on TEXT, act INTEGER NOT NULL
) STRICT;
CREATE INDEX note_person ON note(person);
CREATE INDEX note_referral ON note(referral) WHERE referral IS NOT NULL;
CREATE INDEX note_open ON note(due) WHERE state <> 'posted';
CREATE TABLE task (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL,
  person TEXT REFERENCES person(id), due TEXT NOT NULL, at TEXT, rrule TEXT, done_on TEXT, act INTEGER NOT NULL
) STRICT;
CREATE INDEX task_open ON task(due) WHERE done_on IS NULL;
CREATE INDEX task_person ON task(person) WHERE person IS NOT NULL;
CREATE TABLE later (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, until TEXT NOT NULL, why TEXT, act INTEGER NOT NULL
) STRICT;
CREATE TABLE partner (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, person TEXT NOT NULL REFERENCES person(id),
  since TEXT, every_days INTEGER NOT NULL, next_on TEXT, paused INTEGER NOT NULL, seeks TEXT, promised TEXT,
  act INTEGER NOT NULL
) STRICT;
CREATE INDEX partner_person ON partner(person);
CREATE TABLE project (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, starts_on TEXT, ends_on TEXT,
  goal TEXT, profile TEXT REFERENCES profile(id), people TEXT, act INTEGER NOT NULL
) STRICT;
CREATE TABLE story (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, client TEXT REFERENCES person(id), client_type TEXT,
  problem TEXT, done TEXT, result TEXT, consent TEXT, tags TEXT, act INTEGER NOT NULL
) STRICT;
CREATE INDEX story_client ON story(client) WHERE client IS NOT NULL;
CREATE TABLE batch (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, files TEXT NOT NULL,
  read INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL,
  skipped INTEGER NOT NULL, undone_on TEXT, wrote INTEGER NOT NULL, act INTEGER NOT NULL
) STRICT;
CREATE TABLE photo (name TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""

# The journal: what each act changed, so that it can be taken back. ``before`` is the row as it was (NULL: it was
# not there); ``after`` is filled when the act is undone, so that it can be done again.
_JOURNAL = """
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, title TEXT NOT NULL, is_import INTEGER NOT NULL DEFAULT 0,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE change (
  act INTEGER NOT NULL REFERENCES act(id) ON DELETE CASCADE, "table" TEXT NOT NULL, row INTEGER NOT NULL,
  before TEXT, after TEXT, PRIMARY KEY (act, "table", row)
) STRICT, WITHOUT ROWID;
"""

# Derived rows: made from the primary ones by `storage.derived`, and provable against them by `storage.check`.
# A word has its marks with it (M*), without which the scripts of India and Thailand fall apart.
_DERIVED = """
CREATE TABLE entry_person (
  person INTEGER NOT NULL REFERENCES person(pk), entry INTEGER NOT NULL REFERENCES entry(pk) ON DELETE CASCADE,
  PRIMARY KEY (person, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_person_entry ON entry_person(entry);
CREATE TABLE introduction (
  person INTEGER NOT NULL REFERENCES person(pk) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES person(pk), PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX introduction_other ON introduction(other);
CREATE TABLE person_key (
  value TEXT NOT NULL, person INTEGER NOT NULL REFERENCES person(pk) ON DELETE CASCADE, PRIMARY KEY (value, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_person ON person_key(person);
CREATE TABLE readiness (
  person INTEGER PRIMARY KEY REFERENCES person(pk) ON DELETE CASCADE, id TEXT NOT NULL, name_key TEXT NOT NULL,
  listed INTEGER NOT NULL, to_sort INTEGER NOT NULL, state INTEGER NOT NULL, score INTEGER NOT NULL,
  known_from TEXT NOT NULL, last_talk TEXT, keep_due TEXT, reckoned_on TEXT NOT NULL, valid_until TEXT,
  reasons_until TEXT NOT NULL, verdict TEXT NOT NULL
) STRICT;
CREATE INDEX readiness_id ON readiness(id);
CREATE INDEX readiness_order ON readiness(state, score DESC, known_from, name_key, id) WHERE listed = 1;
CREATE INDEX readiness_expiry ON readiness(reasons_until);
CREATE INDEX readiness_reckoned ON readiness(reckoned_on);
CREATE INDEX readiness_to_sort ON readiness(to_sort) WHERE to_sort = 1;
CREATE INDEX readiness_keep_due ON readiness(keep_due) WHERE keep_due IS NOT NULL;
CREATE TABLE person_text (pk INTEGER PRIMARY KEY, name TEXT NOT NULL, rest TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE person_words USING fts5(
  name, rest, content='person_text', content_rowid='pk', tokenize="unicode61 categories 'L* M* N* Co'",
  prefix='1 2 3', detail='column', columnsize=0
);
CREATE VIRTUAL TABLE person_parts USING fts5(
  name, rest, content='person_text', content_rowid='pk', tokenize='trigram', detail='none', columnsize=0
);
CREATE TABLE entry_text (pk INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE entry_words USING fts5(
  text, content='entry_text', content_rowid='pk', tokenize="unicode61 categories 'L* M* N* Co'",
  prefix='2 3', detail='none', columnsize=0
);
CREATE VIRTUAL TABLE entry_parts USING fts5(
  text, content='entry_text', content_rowid='pk', tokenize='trigram', detail='none', columnsize=0
);
"""

SQL = _RECORDS + _JOURNAL + _DERIVED
