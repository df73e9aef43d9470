"""What the benchmarks measure is what they say: a command asked again and again finds its verdicts kept."""

from pathlib import Path

import pytest

from benchmarks import books, processes, queries
from refdesk.cli.main import main
from refdesk.storage import readiness


def test_the_command_is_measured_on_a_day_for_which_nobody_is_reckoned_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(queries, "TIMES", 1)
    queries.report(tmp_path, 30)  # which moves its own book to the next day
    book = processes.book_to_ask(tmp_path, 30)
    reckoned: list[str] = []
    assess = readiness.assess

    def counted(facts: object, *rest: object) -> object:
        reckoned.append(facts.person.id)  # type: ignore[attr-defined]
        return assess(facts, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(readiness, "assess", counted)
    assert main(processes.asking(book)) == 0
    assert capsys.readouterr().out
    assert reckoned == []
    next_day = books.TODAY.replace(day=books.TODAY.day + 1).isoformat()
    assert main(["--book", str(book), "--today", next_day, "ready"]) == 0
    assert 0 < len(reckoned) < 30
