"""The first day once more, by the command line alone: import, RefDesk JSON for what is known, log for what happened."""

import json
from collections import Counter
from pathlib import Path

from refdesk.domain.first_ten import FirstTenAnswers
from tests.cli.conftest import Run
from tests.services.books import LINKEDIN
from tests.services.first_day import TEN, connections, name_of
from tests.storage.desks import TODAY

ROWS = connections(TODAY)
WHEN = {"week": "3 days ago", "month": "14 days ago", "quarter": "60 days ago", "longer": "200 days ago"}


def lines(name: str, answers: FirstTenAnswers) -> list[str]:
    """What a user types for these answers about somebody."""
    return [
        *([f"note with {name} 30 days ago +done !{answers.glad}"] if answers.glad else []),
        *([f"Call with {name} {WHEN[answers.last_talk]}"] if answers.last_talk else []),
        *([f"note with {name} 30 days ago +told"] if answers.explained else []),
    ]


def connections_file(folder: Path) -> Path:
    """LinkedIn's Connections.csv, with the notes that stand before its header."""
    notes = 'Notes:\n"When exporting your connection data, some of the email addresses are missing."\n\n'
    path = folder / "Connections.csv"
    path.write_text(notes + "\n".join(",".join(row) for row in (LINKEDIN, *ROWS)) + "\n", encoding="utf-8")
    return path


def test_a_first_day_by_the_command_line_alone(empty: Run, tmp_path: Path) -> None:
    connected = connections_file(tmp_path)
    assert empty("import", connected, "--json").json()["created"] == 500
    assert empty("ready").out == "500 people to sort.\n"
    ids = {name_of(picked, ROWS): empty("why", name_of(picked, ROWS), "--json").json()["id"] for picked in TEN}
    known = tmp_path / "known.json"
    people = [
        {"id": ids[name_of(p, ROWS)], "name": name_of(p, ROWS), "sorted": True, "knows": list(p.answers.knows)}
        for p in TEN
    ]
    profile = {"id": "dentists", "name": "Dentists", "tags": ["Dentists"]}
    known.write_text(json.dumps({"refdesk": 1, "profiles": [profile], "people": people}))
    assert empty("import", known, "--json").json()["updated"] == 10
    for picked in TEN:
        for line in lines(name_of(picked, ROWS), picked.answers):
            assert empty("log", line).code == 0
    listed = empty("ready", "--state", "ready", "--state", "almost", "--state", "reconnect", "--json").json()
    states = Counter(person["state"] for person in listed["people"])
    assert (states, listed["to_sort"]) == ({"ready": 2, "almost": 2, "reconnect": 2}, 490)
    for picked in TEN:
        assert empty("why", name_of(picked, ROWS), "--json").json()["state"] == picked.state
    told = empty("today", "--json").json()
    assert told["tasks"] == []
    assert [row["kind"] for row in told["proposals"]] == ["sort", "ready", "ready", "reconnect", "reconnect"]
    assert empty("import", connected, "--json").json()["unchanged"] == 500
    assert empty("check").code == 0
