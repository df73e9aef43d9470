"""What we write, we read back the same; and vobject, an outside judge, reads the same people in it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refdesk.domain.person import Person
from refdesk.formats.vcard.reader import read_vcards
from refdesk.formats.vcard.writer import Version, write_vcards
from tests.formats.vcard.judge import judged_alike
from tests.formats.vcard.people import people

QUICK = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=2_000)


def reads_back(person: Person, version: Version) -> None:
    exported = write_vcards([person], version)
    reading = read_vcards(exported)
    assert [incoming.person for incoming in reading.people] == [person]
    assert not reading.people[0].flaws
    assert not reading.unread
    assert not reading.warnings
    for line in exported.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75
        assert line.decode()


@QUICK
@given(person=people)
def test_a_person_reads_back_the_same(person: Person) -> None:
    reads_back(person, "3.0")
    reads_back(person, "4.0")
    judged_alike(person)


@pytest.mark.soak
@LONG
@given(person=people)
def test_two_thousand_people_read_back_the_same(person: Person) -> None:
    reads_back(person, "3.0")
    reads_back(person, "4.0")
    judged_alike(person)


@settings(QUICK, max_examples=50)
@given(everybody=st.lists(people, max_size=4))
def test_neighbours_stay_apart(everybody: list[Person]) -> None:
    assert [incoming.person for incoming in read_vcards(write_vcards(everybody)).people] == everybody
