"""Whatever happens to a file on its way here, reading it ends soon: in one known error, or with every row told."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.person import Address, ContactPoint, Person
from refdesk.formats.csv.reader import read_csv
from refdesk.formats.csv.writer import write_csv
from refdesk.formats.incoming import UnreadableFileError
from tests.formats.csv import samples

ROWS = [
    {"First Name": "Ada", "Last Name": "Lovelace, PhD", "Notes": 'one\n"two";\n=3', "Birthday": "1/20/1981"},
    {"First Name": "Jürgen", "Last Name": "Groß 🚀", "Birthday": "--12-01", "Notes": "’tis"},
    {"First Name": "", "Last Name": "", "Notes": "nobody"},
]
FIRST = {"Given Name": "First Name", "Vorname": "First Name", "Family Name": "Last Name", "Nachname": "Last Name"}


def sample(header: list[str]) -> str:
    """A file of that layout: three people or nobodies, and something in every other column."""
    rows = []
    for at, row in enumerate(ROWS):
        known = {name: row[FIRST.get(name, name)] for name in header if FIRST.get(name, name) in row}
        others = {name: f"{name} {at} ::: x@example.org" for name in header if at < 2 and name not in known}
        rows.append(others | known)
    return samples.csv_of(header, *rows)


OURS = write_csv(
    [
        Person(id="", name="Ann Lee", emails=(ContactPoint("=a@example.org"),), tags=("a", "b"), about='1\n"2"'),
        Person(id="", name="Bob", addresses=(Address(street="x;\ny"),), extra=("X-A:1",), trust="high"),
    ],
    str,
)
SEEDS = {
    "linkedin": f'Notes:\r\n"{samples.LINKEDIN_NOTE}"\r\n\r\n{sample(samples.LINKEDIN)}',
    "linkedin-de": sample(samples.LINKEDIN_DE),
    "google-new": sample(samples.GOOGLE_NEW),
    "google-old": sample(samples.GOOGLE_OLD),
    "outlook": sample(samples.OUTLOOK_DESKTOP),
    "outlook-web": "\ufeff" + sample(samples.OUTLOOK_WEB),
    "thunderbird": sample(samples.THUNDERBIRD),
    "refdesk": OURS,
}
ENCODINGS = ("utf-8", "utf-8", "utf-16", "cp932", "cp1252")
CHUNKS = [bytes([byte]) for byte in b'"",;\t\r\n\'=\x00\xff\x82\xe4'] + [
    b'""',
    b" ::: ",
    b"\n\n",
    b"* ",
    b"\xef\xbb\xbf",
]


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to eight accidents."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 2, 10, 100)))
        accident = chance.randrange(5)
        if accident == 0:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        elif accident == 1:
            data = data[:at] + data[end:]
        elif accident == 2:
            data = data[:end] + data[at:]
        elif accident == 3:
            data = data[:at] + chance.choice(CHUNKS) * chance.choice((1, 1, 3)) + data[at:]
        elif chance.random() < 0.1:
            data = data[:at]
    return data


def survive(name: str, count: int) -> None:
    """Read mutants of one layout's sample and check what must hold for each of them."""
    chance = random.Random(name)
    read = 0
    for _ in range(count):
        data = mutate(SEEDS[name].encode(chance.choice(ENCODINGS), "replace"), chance)
        try:
            reading = read_csv(data)
        except UnreadableFileError:
            continue
        lines = [incoming.line for incoming in reading.people] + [unread.line for unread in reading.unread]
        assert len(lines) == len(set(lines))
        assert all(incoming.person.name for incoming in reading.people)
        assert not (reading.need_mapping and reading.people)
        read += len(reading.people)
    assert read > count  # or the mutants were all beyond reading


@pytest.mark.parametrize("name", SEEDS)
def test_accidents_are_survived(name: str) -> None:
    survive(name, 500)


@pytest.mark.soak
@pytest.mark.parametrize("name", SEEDS)
def test_many_accidents_are_survived(name: str) -> None:
    survive(name, 10_000)


@settings(max_examples=50)
@given(st.binary(max_size=300) | st.text(st.sampled_from('ab@1,;"\t\n\r '), max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        reading = read_csv(data)
    except UnreadableFileError:
        return
    assert reading.columns


@given(
    st.sampled_from([samples.LINKEDIN_DE, samples.GOOGLE_NEW, samples.OUTLOOK_WEB, samples.THUNDERBIRD]),
    st.lists(
        st.dictionaries(st.integers(0, 37), st.text(st.sampled_from("aé@1,;\"\n\r \t:*'"), max_size=6), max_size=4)
    ),
)
def test_every_row_is_read_or_reported(header: list[str], cells: list[dict[int, str]]) -> None:
    rows = [{header[at % len(header)]: cell for at, cell in row.items()} for row in cells]
    reading = samples.read(samples.csv_of(header, {header[0]: "Ann"}, *rows))
    filled = sum(any(map(str.strip, row.values())) for row in rows)
    assert len(reading.people) + len(reading.unread) == 1 + filled
