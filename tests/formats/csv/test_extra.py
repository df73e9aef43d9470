"""What a CSV file holds beyond a person's fields becomes vCard lines, which a vCard carries as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.csv.record import vcard_line
from refdesk.formats.vcard.reader import read_vcards
from refdesk.formats.vcard.writer import write_vcards
from tests.formats.csv.samples import GOOGLE_NEW, GOOGLE_OLD, OUTLOOK_DESKTOP, THUNDERBIRD, person_of

EVERYTHING = {
    "Photo": "https://x.example/?a=1,2;b",
    "Notes": "one\ntwo",
    "Birthday": "who knows; soon",
    "Initials": "A\\B",
    "Hobby": 'Chess, "Go"\nand poker: daily',
    "Department": "R&D, Lab; 2",
    "Organization Department": "R&D",
    "Organization 1 - Department": "R&D",
}


@pytest.mark.parametrize("header", [GOOGLE_NEW, GOOGLE_OLD, OUTLOOK_DESKTOP, THUNDERBIRD])
def test_every_layout_s_lines_go_through_a_vcard_unchanged(header: list[str]) -> None:
    dated = ("Birth Year", "Birth Month", "Birth Day", "Anniversary", "Event 1 - Value")
    row = {name: EVERYTHING.get(name, f"{name} {at}") for at, name in enumerate(header) if name and name not in dated}
    person = person_of(header, row)
    assert len(person.extra) > 5
    (back,) = read_vcards(write_vcards([person])).people
    assert back.person.extra == person.extra
    assert (back.person.name, back.person.given, back.person.org) == (person.name, person.given, person.org)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1).map(str.strip))
def test_any_text_and_any_column_make_one_line(text: str) -> None:
    line = vcard_line("X-REFDESK-CSV", text, text)
    assert "\n" not in line
    assert line.startswith('X-REFDESK-CSV;X-COLUMN="' if text else "X-REFDESK-CSV:")
    assert line.count('"') - text.count('"') == (2 if text else 0)


def test_a_line_escapes_its_text_and_its_column() -> None:
    assert vcard_line("NICKNAME", "Max, l;\\\n2") == "NICKNAME:Max\\, l\\;\\\\\\n2"
    assert vcard_line("X-A", "1", 'a"b^c\nd;:,') == 'X-A;X-COLUMN="a^\'b^^c^nd;:,":1'
