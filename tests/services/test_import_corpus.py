"""Every address book that another program wrote comes in whole, and a second time changes nothing."""

from pathlib import Path

import pytest

from refdesk.services.desk import Desk
from refdesk.storage.check import problems
from tests.formats.corpus import CORPUS, expected, vcard_files
from tests.formats.csv.test_corpus import MAPPINGS
from tests.services.books import assert_no_change, bring_in, people
from tests.storage.desks import text_of

CSV_FILES = sorted(CORPUS.glob("csv/*.csv"))
ASKING = {name: file for name, file in expected("expected_csv.json").items() if file.get("need_mapping")}
NO_CONTACTS = "fkcontacts__NoHeader.csv"
FILES = [path for path in (*vcard_files(), *CSV_FILES) if path.name not in (*ASKING, NO_CONTACTS)]


def called(path: Path) -> str:
    return path.name


def test_there_is_a_corpus() -> None:
    assert len(FILES) > 80
    assert len(ASKING) == 3


TOLD = ("created", "updated", "unchanged", "skipped", "problems", "warnings")


@pytest.mark.parametrize("path", FILES, ids=called)
def test_a_file_comes_in_as_rehearsed_and_a_second_and_third_time_changes_nothing(desk: Desk, path: Path) -> None:
    empty = text_of(desk)
    rehearsed = bring_in(desk, path, dry_run=True)
    assert text_of(desk) == empty
    report = bring_in(desk, path)
    assert [getattr(rehearsed, name) for name in TOLD] == [getattr(report, name) for name in TOLD]
    assert not report.failed
    assert report.created == len(report.created_ids) == len(people(desk))
    assert_no_change(desk, path)
    assert_no_change(desk, path)


@pytest.mark.parametrize("name", sorted(ASKING))
def test_a_table_of_unknown_columns_asks(desk: Desk, name: str) -> None:
    report = bring_in(desk, CORPUS / "csv" / name)
    assert report.failed
    assert (report.skipped, report.id, people(desk)) == (1, None, [])
    assert "--map" in report.problems[0].why


@pytest.mark.parametrize("name", sorted(ASKING))
def test_a_table_that_the_user_maps_comes_in(desk: Desk, name: str) -> None:
    path = CORPUS / "csv" / name
    report = bring_in(desk, path, mapping=MAPPINGS[name])
    assert report.created == ASKING[name]["count"]
    assert_no_change(desk, path, mapping=MAPPINGS[name])


def test_a_table_without_contacts_says_so(desk: Desk) -> None:
    report = bring_in(desk, CORPUS / "csv" / NO_CONTACTS)
    assert report.failed
    assert "no contact data" in report.problems[0].why


def test_all_files_at_once_come_in_as_one_import(desk: Desk) -> None:
    """Some hold the same people in other versions, and some of those have no UID."""
    report = bring_in(desk, *FILES)
    assert report.created == len(people(desk))
    assert list(problems(desk.book)) == []
    assert_no_change(desk, *FILES)
