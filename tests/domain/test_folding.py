"""What is typed on a plain keyboard finds the names of all the world, and folding never muddles two of them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.folding import fold, indexed, joined_words, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Søren", "soren"),
        ("Łukasz", "lukasz"),
        ("Straße", "strasse"),
        ("Yıldız", "yildiz"),
        ("İpek", "ipek"),
        ("Đặng", "dang"),
        ("Þóra", "thora"),
        ("Æsa", "aesa"),
        ("Œuvre", "oeuvre"),
        ("Ħal", "hal"),
        ("Zoë", "zoe"),
        ("Zoe\N{COMBINING DIAERESIS}", "zoe"),
        ("ＡＮＮ", "ann"),
        ("ﬁona", "fiona"),
        ("O’Neil", "o'neil"),
        ("O´Neil", "o'neil"),
        ("Kaʻahumanu", "ka'ahumanu"),
        ("Jean‐Luc", "jean-luc"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("ANN", "ann"),
    ],
)
def test_a_name_is_found_from_a_plain_keyboard(written: str, typed: str) -> None:
    assert fold(written) == typed


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_and_the_way_of_composing_do_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lee, Ann-Marie (Dr.)", ["lee", "ann", "marie", "dr"]),
        ("ann@x.org", ["ann", "x", "org"]),
        ("  \n\t", []),
        ("🌟 Zoë\u202e2", ["zoe", "2"]),
        ("李小龍", ["李小龍"]),
        ("राम रोम", ["राम", "रोम"]),
    ],
)
def test_words_are_letters_digits_and_vowel_signs(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text())
def test_words_need_no_folding_again(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@pytest.mark.parametrize(
    ("text", "index", "asked"),
    [
        ("O’Dwyer", "o'dwyer odwyer", ["odwyer"]),
        ("Jean-Luc", "jean-luc jeanluc", ["jean", "luc"]),
        ("Smith-O'Neill", "smith-o'neill smith-oneill smithoneill", ["smith", "oneill"]),
        ("Odwyer", "odwyer", ["odwyer"]),
        ("'tis the Jones' 1990-2000", "'tis the jones' 1990-2000", ["tis", "the", "jones", "1990", "2000"]),
        ("a - b ' c\n'd'", "a - b ' c\n'd'", ["a", "b", "c", "d"]),
        ("", "", []),
    ],
)
def test_what_an_apostrophe_or_a_hyphen_divides_is_indexed_joined_as_well(
    text: str, index: str, asked: list[str]
) -> None:
    assert indexed(text) == index
    assert joined_words(text) == asked


@given(st.text(st.sampled_from("abÉ1'’- क\u093e\u0301.\n") | st.characters()))
def test_every_text_is_found_as_it_stands_divided_or_joined(text: str) -> None:
    found = set(words(indexed(text)))
    assert set(words(text)) | set(joined_words(text)) <= found
