"""Escapes, components, dates and pictures, value by value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.vcard.head import Head, parse_head
from refdesk.formats.vcard.labels import label_of, types_of
from refdesk.formats.vcard.values import data_url, escape, partial_date, split_escaped, unescape

texts = st.text(st.sampled_from('\\,;:nN\n"a é') | st.characters(exclude_characters="\r", exclude_categories=("Cs",)))


@given(texts)
def test_escaping_is_undone(text: str) -> None:
    escaped = escape(text)
    assert unescape(escaped) == text
    assert "\n" not in escaped


@given(st.lists(texts.map(str.strip), min_size=1), st.sampled_from(";,"))
def test_escaped_parts_are_split_as_they_were_joined(parts: list[str], separator: str) -> None:
    assert split_escaped(separator.join(map(escape, parts)), separator) == parts


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("http\\://a.b", "http://a.b"),
        ('\\"AS IS\\"', '"AS IS"'),
        ("a\\nb\\Nc", "a\nb\nc"),
        ("C:\\\\new", "C:\\new"),
        ("C:\\Users\\", "C:\\Users\\"),
        ("100\\%", "100\\%"),
    ],
)
def test_unescaping_takes_what_is_seen_and_leaves_the_rest(value: str, text: str) -> None:
    assert unescape(value) == text


def test_line_ends_are_written_as_one() -> None:
    assert escape("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1980-04-05", "1980-04-05"),
        ("19800405", "1980-04-05"),
        (" 1980-04-05 ", "1980-04-05"),
        ("1980-04-05T23:59:00Z", "1980-04-05"),
        ("19800405T000000", "1980-04-05"),
        ("20090808T1430-0500", "2009-08-08"),
        ("1980-04-05 00:00:00", "1980-04-05"),
        ("1980-04-05Z", "1980-04-05"),
        ("1980-04-05+02:00", "1980-04-05"),
        ("1980-4-5", "1980-04-05"),
        ("1980/04/05", "1980-04-05"),
        ("1980.4.5", "1980-04-05"),
        ("--0405", "--04-05"),
        ("--04-05", "--04-05"),
        ("--0229", "--02-29"),
        ("1604-02-29", "--02-29"),
        ("16040405", "--04-05"),
        ("0000-04-05", "--04-05"),
        ("2000-02-29", "2000-02-29"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("1900-02-29", ""),
        ("--0230", ""),
        ("1980-13-01", ""),
        ("1980-04-05 or so", ""),
        ("206-12-15", ""),
        ("1980", ""),
        ("1980-04", ""),
        ("---05", ""),
        ("05.04.1980", ""),
        ("١٩٨٠-٠٤-٠٥", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert partial_date(text) == date


def test_the_year_that_apple_omits() -> None:
    assert partial_date("1700-04-05", omitted_year="1700") == "--04-05"
    assert partial_date("1700-04-05", omitted_year="1604") == "1700-04-05"


def head(text: str) -> Head:
    found = parse_head(text)
    assert found
    return found


@pytest.mark.parametrize(
    ("head_text", "value", "url"),
    [
        ("PHOTO;ENCODING=b;TYPE=PNG", "Zm9v", "data:image/png;base64,Zm9v"),
        ("PHOTO;BASE64;JPG", "Zm9v", "data:image/jpeg;base64,Zm9v"),
        ("PHOTO;ENCODING=b;TYPE=image/gif", "Zm9v", "data:image/gif;base64,Zm9v"),
        ("PHOTO;ENCODING=b;MEDIATYPE=image/webp;TYPE=home", "Zm9v", "data:image/webp;base64,Zm9v"),
        ("PHOTO;ENCODING=b;TYPE=pref", "/9j/4A==", "data:image/jpeg;base64,/9j/4A=="),
        ("PHOTO", "iVBORw0KGgo=", "data:image/png;base64,iVBORw0KGgo="),
        ("SOUND;ENCODING=b;TYPE=OGG", "Zm9v", "data:audio/ogg;base64,Zm9v"),
        ("KEY;ENCODING=b;TYPE=X509", "Zm9v", "data:application/octet-stream;base64,Zm9v"),
        ("PHOTO", "data:image/jpeg;base64,Zm9v", "data:image/jpeg;base64,Zm9v"),
        ("PHOTO", "DATA:image/jpg;charset=x;BASE64,Zm9v", "data:image/jpeg;base64,Zm9v"),
        ("PHOTO", "data:image/jpeg\\;base64\\,Zm9v", "data:image/jpeg;base64,Zm9v"),
        ("PHOTO", "data:;base64,R0lGODlh", "data:image/gif;base64,R0lGODlh"),
        ("PHOTO;ENCODING=b", "Zm9vYg", "data:application/octet-stream;base64,Zm9vYg=="),
        ("PHOTO;ENCODING=b", "Zm9vYmFyb", "data:application/octet-stream;base64,Zm9vYmFy"),
        ("PHOTO", "data:image/gif,foo", ""),
        ("PHOTO", "http://a.b/c.png", ""),
        ("PHOTO;ENCODING=b;VALUE=uri", "http://a.b/c.png", ""),
        ("PHOTO", "somewhere", ""),
    ],
)
def test_pictures_become_data_urls(head_text: str, value: str, url: str) -> None:
    assert data_url(head(head_text), value) == url


@pytest.mark.parametrize("value", ["AAAG:ASDF==", "Zm9v!", "====", "A", "Zm9vé"])
def test_broken_base64_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not base64"):
        data_url(head("PHOTO;ENCODING=b"), value)


@pytest.mark.parametrize(
    ("types", "label"),
    [
        ((), ""),
        (("VOICE", "INTERNET", "pref"), ""),
        (("CELL",), "mobile"),
        (("FAX", "WORK"), "work fax"),
        (("cell", "HOME", "voice"), "home mobile"),
        (("WhatsApp",), "WhatsApp"),
        (("WhatsApp", "Home"), "home WhatsApp"),
        (("home", "HOME"), "home"),
    ],
)
def test_types_make_a_label(types: tuple[str, ...], label: str) -> None:
    assert label_of(types) == label


@pytest.mark.parametrize(
    ("label", "types", "phone_types"),
    [
        ("work", ("work",), ("work",)),
        ("Work", ("work",), ("work",)),
        ("home work", ("home", "work"), ("home", "work")),
        ("mobile", (), ("cell",)),
        ("work fax", (), ("work", "fax")),
        ("WhatsApp", (), ()),
        ("", (), ()),
    ],
)
def test_a_standard_label_makes_types(label: str, types: tuple[str, ...], phone_types: tuple[str, ...]) -> None:
    assert types_of(label) == types
    assert types_of(label, phone=True) == phone_types
