"""Bytes to text: byte order marks, line ends, and every character set a property may be in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.vcard.reader import read_vcards
from refdesk.formats.vcard.text import Charsets, clean, codec, decode_file, shown
from tests.formats.vcard.cards import card

UNICODE = Charsets(is_unicode=True, other="", default="cp1252")


def name_of(data: bytes) -> str:
    (incoming,) = read_vcards(data).people
    return incoming.person.name


@pytest.mark.parametrize(
    "encoded",
    [
        codecs.BOM_UTF8 + card("FN:Zoë 安"),
        codecs.BOM_UTF16_LE + card("FN:Zoë 安").decode().encode("utf-16-le"),
        codecs.BOM_UTF16_BE + card("FN:Zoë 安").decode().encode("utf-16-be"),
        codecs.BOM_UTF32_LE + card("FN:Zoë 安").decode().encode("utf-32-le"),
        card("FN:Zoë 安").decode().encode("utf-16-le"),
        card("FN:Zoë 安").decode().encode("utf-16-be"),
        card("FN:Zoë 安"),
    ],
    ids=["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "bare utf-16-le", "bare utf-16-be", "plain"],
)
def test_unicode_files_of_every_kind(encoded: bytes) -> None:
    reading = read_vcards(encoded)
    assert [incoming.person.name for incoming in reading.people] == ["Zoë 安"]
    assert not reading.warnings


@pytest.mark.parametrize("line_end", [b"\n", b"\r", b"\r\n", b"\r\r\n"])
def test_line_ends_of_every_kind(line_end: bytes) -> None:
    data = card("FN:Ann", "NOTE:one", " two").replace(b"\r\n", line_end)
    (incoming,) = read_vcards(data).people
    assert (incoming.person.name, incoming.person.about) == ("Ann", "onetwo")


def test_files_put_together_keep_their_marks_between_cards() -> None:
    reading = read_vcards((codecs.BOM_UTF8 + card("FN:Ann")) * 3)
    assert [incoming.person.name for incoming in reading.people] == ["Ann"] * 3


@pytest.mark.parametrize(
    ("head", "name", "charset"),
    [
        ("FN;CHARSET=ISO-8859-1", "Zoë", "latin-1"),
        ("FN;CHARSET=windows-1252", "Zoë €", "cp1252"),
        ("FN;CHARSET=SHIFT_JIS", "表示ソ", "shift_jis"),
        ("FN;CHARSET=x-sjis", "安藤", "shift_jis"),
        ("FN;CHARSET=GB2312", "朱镕基", "gb18030"),
        ("FN;CHARSET=KOI8-R", "Иван", "koi8-r"),
        ("FN;CHARSET=ISO-2022-JP", "安藤", "iso2022_jp"),
        ("FN;CHARSET=no-such-set", "Zoë", "utf-8"),
        ("FN;CHARSET=UTF-8", "Zoë", "cp1252"),
        ("FN", "Zoë €", "cp1252"),
        ("FN", "Zoë", "utf-8"),
    ],
)
@pytest.mark.parametrize("neighbour", [b"", b"NOTE:\xfc\r\n"], ids=["alone", "beside foreign bytes"])
def test_a_property_is_decoded_as_it_declares_else_as_what_it_can_be(
    head: str, name: str, charset: str, neighbour: bytes
) -> None:
    line = head.encode() + b":" + name.encode(charset) + b"\r\n"
    assert name_of(b"BEGIN:VCARD\r\n" + line + neighbour + b"END:VCARD\r\n") == name


def test_undeclared_text_takes_the_character_set_that_the_file_declares_elsewhere() -> None:
    data = card("FN:*", "NOTE;CHARSET=windows-1253:x").replace(b"*", "Βαγγέλης".encode("cp1253"))
    assert name_of(data) == "Βαγγέλης"
    assert read_vcards(data).warnings == [
        "The file is not in UTF-8; text that declares nothing else was read as cp1253."
    ]


def test_the_last_resort_is_the_callers() -> None:
    data = card("FN:*").replace(b"*", "Łódź".encode("cp1250"))
    (incoming,) = read_vcards(data, default_charset="cp1250").people
    assert incoming.person.name == "Łódź"


def test_a_converted_file_that_still_declares_its_old_set_is_taken_for_what_it_is() -> None:
    assert name_of(card("FN;CHARSET=ISO-8859-1:Zoë")) == "Zoë"


def test_a_fold_inside_a_character_is_mended() -> None:
    folded = "FN:Zoë".encode().replace(b"\xc3\xab", b"\xc3\r\n \xab")
    assert name_of(card("FN:*").replace(b"FN:*", folded)) == "Zoë"


def test_a_foreign_byte_costs_only_its_own_property() -> None:
    data = card("FN:Zoë", "TITLE:*", "ORG:Café").replace(b"*", b"Caf\xe9")
    (incoming,) = read_vcards(data).people
    assert (incoming.person.name, incoming.person.title, incoming.person.org) == ("Zoë", "Café", "Café")


def test_a_head_may_hold_foreign_bytes() -> None:
    data = card("FN:Ann", "TEL;TYPE=*:1").replace(b"*", b"B\xfcro")
    (incoming,) = read_vcards(data).people
    assert incoming.person.phones[0].label == "Büro"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("utf-8", "utf-8"),
        ("UTF8", "utf-8"),
        ("latin1", "cp1252"),
        ("Shift-JIS", "cp932"),
        ("idna", ""),
        ("unicode_escape", ""),
        ("zip", ""),
        ("utf-7", ""),
        ("cp99999", ""),
        ("a\0b", ""),
        ("", ""),
    ],
)
def test_only_character_sets_of_text_are_codecs(name: str, found: str) -> None:
    assert codec(name) == found


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "gb18030", "utf-16", "iso-2022-jp", "hz", "nonsense"]))
def test_decoding_never_fails_and_gives_storable_text(raw: bytes, declared: str) -> None:
    text = UNICODE.decode(raw, declared)
    text.encode()
    assert "\r" not in text
    assert "\0" not in text


@given(st.text(st.characters(exclude_characters="\0\r\ufeff", exclude_categories=("Cs",)), max_size=50))
def test_a_files_foreign_bytes_survive_until_they_are_repaired(text: str) -> None:
    decoded, charsets = decode_file(b"\xff\n" + text.encode() + b"\n\xff", "cp1252")
    assert not charsets.is_unicode
    assert charsets.repair(decoded[2:-2]) == text


def test_line_ends_and_nul_are_cleaned() -> None:
    assert clean("a\r\nb\rc\0d") == "a\nb\ncd"
    assert clean("a\r\r\nb") == "a\nb"


def test_what_a_message_shows_is_short_and_printable() -> None:
    assert shown("  two\n words ") == "two words"
    assert shown("x" * 50) == "x" * 39 + "…"
    assert shown("evil\u202e\x1b[0m") == "evil\\u202e\\x1b[0m"
