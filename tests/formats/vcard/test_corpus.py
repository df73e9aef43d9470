"""Every vCard of the corpus reads as its authors meant, and reads the same again from our own export."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from refdesk.formats.vcard.reader import read_vcards
from refdesk.formats.vcard.writer import Version, write_vcards
from tests.formats.corpus import CORPUS, differences, expected, vcard_files
from tests.formats.vcard.judge import judged_alike

EXPECTED = expected("expected.json")


def test_the_corpus_is_whole() -> None:
    assert {str(path.relative_to(CORPUS).as_posix()) for path in vcard_files()} == set(EXPECTED)
    assert len(EXPECTED) == 89


@pytest.mark.parametrize(("name", "want"), EXPECTED.items(), ids=EXPECTED)
def test_a_file_reads_as_expected(name: str, want: dict[str, Any]) -> None:
    found = [incoming.person for incoming in read_vcards((CORPUS / name).read_bytes()).people]
    assert len(found) == want["count"]
    wrong = [differences(card, record) for card, record in zip(want["cards"], found, strict=True)]
    assert not any(wrong), wrong


@pytest.mark.parametrize("version", get_args(Version))
@pytest.mark.parametrize("path", vcard_files(), ids=lambda path: path.name)
def test_our_export_of_a_file_reads_as_the_file(path: Path, version: Version) -> None:
    people = [incoming.person for incoming in read_vcards(path.read_bytes()).people]
    again = [incoming.person for incoming in read_vcards(write_vcards(people, version)).people]
    assert again == people


@pytest.mark.parametrize("path", vcard_files(), ids=lambda path: path.name)
def test_vobject_reads_our_export_of_a_file(path: Path) -> None:
    for incoming in read_vcards(path.read_bytes()).people:
        judged_alike(incoming.person)


@pytest.mark.parametrize("version", get_args(Version))
def test_an_export_is_stable(version: Version) -> None:
    people = [
        replace(incoming.person, uid=f"{path.name}-{number}")
        for path in vcard_files()
        for number, incoming in enumerate(read_vcards(path.read_bytes()).people)
    ]
    exported = write_vcards(people, version)
    again = [incoming.person for incoming in read_vcards(exported).people]
    assert write_vcards(again, version) == exported
