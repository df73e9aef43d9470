"""From bytes to text, whoever wrote them."""

import pytest

from refdesk.formats.csv.text import decode_csv
from refdesk.formats.incoming import UnreadableFileError

GERMAN = "Name,Straße\nJürgen Groß,Größenweg 5 – “Hof”\n"
JAPANESE = "名前,会社\n山田太郎,株式会社サンプル\n鈴木花子,日本商事\n"
JAPANESE_ROWS = "First Name,Last Name,Primary Email\n太郎,山田,taro@example.jp\n花子,鈴木,h@example.jp\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_german_text_in_every_encoding(encoding: str) -> None:
    assert decode_csv(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "shift-jis"])
@pytest.mark.parametrize("text", [JAPANESE, JAPANESE_ROWS])
def test_japanese_text_in_every_encoding(encoding: str, text: str) -> None:
    assert decode_csv(text.encode(encoding)) == text


def test_utf_16_with_its_other_byte_order() -> None:
    assert decode_csv(b"\xfe\xff" + GERMAN.encode("utf-16-be")) == GERMAN


@pytest.mark.parametrize(
    "text",
    [
        "Name\nO’Brien\n",
        "Nom\nÉlodie Müller\n",
        "Nome\nJoão Conceição\n",
        "Namn\nÅke Öström\n",
        "N\nÄÖÜ ÑÃÕ\n",
        "N\néàéàn çan éan çan éan\n",
    ],
)
def test_lone_letters_of_western_europe_are_not_taken_for_japanese(text: str) -> None:
    assert decode_csv(text.encode("cp1252")) == text


def test_a_damaged_byte_costs_that_byte_alone() -> None:
    data = "Name,Ort\nZoë Åberg,Malmö\nJürgen,Köln\n".encode()
    assert decode_csv(data.replace("Zoë".encode(), b"Zo\xeb")) == data.decode()
    assert decode_csv(data[:-1] + b"\xc3") == data.decode()[:-1] + "Ã"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04" + bytes(40), "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (bytes(range(32)) * 20, "not a text file"),
        (b"SQLite format 3\0" + b"\0\1\2\3\4\5\6\7" * 100, "not a text file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableFileError, match=word) as refused:
        decode_csv(data)
    assert str(refused.value).endswith(".")
