"""A small book for the command line: somebody at each state, and something owed."""

BOOK = """{"refdesk": 1,
 "me": {"name": "Kim"},
 "profiles": [{"id": "p", "name": "Dentists", "tags": ["dentists"]}],
 "people": [
  {"id": "ana", "name": "Ana Ruiz", "roles": ["client"], "knows": ["Dentists"], "sorted": true, "trust": "high",
   "known_since": "2020-01-01", "emails": [{"value": "ana@x.example"}, {"value": "office@x.example"}]},
  {"id": "bo", "name": "Bo Li", "sorted": true, "knows": ["dentists"], "trust": "high", "known_since": "2020-01-01"},
  {"id": "cy", "name": "Cy Young", "sorted": true, "known_since": "2020-01-01",
   "emails": [{"value": "office@x.example"}]},
  {"id": "dan", "name": "Dan Fox", "sorted": true, "do_not_ask": true},
  {"id": "eve", "name": "Ève Straße", "org": "Anavim"},
  {"id": "x1", "name": "Ana Pavlović", "sorted": true, "archived": true},
  {"id": "x2", "name": "Ana", "sorted": true, "died_on": "2026-01-01"}],
 "timeline": [
  {"id": "work", "on": "2026-06-01", "kind": "milestone", "people": ["ana"], "marks": ["delivered"],
   "satisfaction": "delighted"},
  {"id": "told", "on": "2026-11-01", "kind": "call", "people": ["ana"], "marks": ["explained"], "summary": "Talked"},
  {"id": "gift", "on": "2026-09-01", "kind": "note", "people": ["bo"], "marks": ["gave"]},
  {"id": "talk", "on": "2026-10-01", "kind": "call", "people": ["bo"], "summary": "About the harbour"},
  {"id": "old", "on": "2025-01-01", "kind": "meeting", "people": ["cy"]}],
 "referrals": [{"id": "r", "champion": "bo", "prospect": "eve", "state": "made", "made_on": "2026-11-10",
                "level": "introduction"}],
 "tasks": [{"id": "t", "title": "Call Bo", "person": "bo", "due": "2026-11-18"}]}
"""
