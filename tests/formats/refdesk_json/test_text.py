"""Whatever is wrong with a file as such is said in one sentence; nothing of it escapes as another exception."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.incoming import UnreadableFileError
from refdesk.formats.refdesk_json.reader import read_json
from refdesk.formats.refdesk_json.text import JsonProblem, RefusedJsonError, parse_document, shown


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "The file is not JSON: line 1, column 1: Expecting value."),
        (b"   \n", "The file is not JSON: line 2, column 1: Expecting value."),
        (b"BEGIN:VCARD\r\n", "The file is not JSON: line 1, column 1: Expecting value."),
        (b'{"refdesk": 1,\n "people": [}', "The file is not JSON: line 2, column 13: Expecting value."),
        (b'{"refdesk": 1} {}', "The file is not JSON: line 1, column 16: Extra data."),
        (
            b'{"refdesk": 1, "me": {"name": "a\nb"}}',
            "The file is not JSON: line 1, column 33: Invalid control character at.",
        ),
        (b"[]", "The file does not hold one JSON object."),
        (b"null", "The file does not hold one JSON object."),
        (b'"text"', "The file does not hold one JSON object."),
        (b"NaN", "The file holds NaN, which is no number of JSON."),
        (b'{"value": -Infinity}', "The file holds -Infinity, which is no number of JSON."),
        (b"[" * 100_000, "The file is nested too deep."),
        (b'{"a":' * 100_000, "The file is nested too deep."),
        (b'{"value": ' + b"9" * 10_000 + b"}", "The file holds a number that is too long."),
        (b'{"me": {"name": "a", "name": "b"}}', "An object of the file has the key “name” twice."),
        (b'{"refdesk": 1, "refdesk": 1}', "An object of the file has the key “refdesk” twice."),
        (b'{"name": "M\xfcller"}', "The file is not UTF-8 text (byte 12)."),
        ('{"refdesk": 1}'.encode("utf-16"), "The file is not UTF-8 text (byte 1)."),
        (b"\x00" * 100, "The file is not JSON: line 1, column 1: Expecting value."),
    ],
)
def test_an_unreadable_file_gets_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(RefusedJsonError) as refused:
        read_json(data)
    assert refused.value.problems == (JsonProblem("", why),)
    assert str(refused.value) == why


@pytest.mark.parametrize("data", [b'\xef\xbb\xbf{"refdesk": 1}', '\ufeff{"refdesk": 1}', '{"refdesk": 1}'])
def test_a_byte_order_mark_does_no_harm(data: bytes | str) -> None:
    assert parse_document(data) == {"refdesk": 1}


def test_a_refusal_is_what_callers_catch_for_every_format() -> None:
    with pytest.raises(UnreadableFileError):
        parse_document(b"{")


def test_a_refusal_names_the_first_problem_and_counts_the_others() -> None:
    problems = [JsonProblem("people[0].name", "This is required."), JsonProblem("later", "This must be a list.")]
    assert str(RefusedJsonError(problems)) == "people[0].name: This is required. (and 1 more)"


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_nothing_but_a_refusal_escapes(data: bytes | str) -> None:
    """No other exception, and, as hardly any such data are a whole file, a refusal nearly always."""
    with suppress(RefusedJsonError):
        assert read_json(data) == read_json(b'{"refdesk": 1}')


@given(st.text())
def test_what_is_shown_is_one_short_printable_line(text: str) -> None:
    line = shown(text)
    assert len(line) <= 60
    assert line.isprintable()
    if text.isprintable() and len(text) <= 60:
        assert line == text
