"""Text as the search index sees it: lower case, no accents, letters that a plain keyboard has.

SQLite's tokenizers know accents but not ø, ł, ß or ı, and the trigram one knows none before SQLite 3.45, so both
index and query go through `fold`.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "ß": "ss", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
        "ŋ": "n", "ŧ": "t", "ĸ": "k", "ſ": "s", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "‛": "'", "′": "'", "´": "'",
        "\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text casefolded, compatibility-decomposed and without combining marks.

    Folding twice changes nothing, and "Søren", "Łukasz", "Straße", "Yıldız" and "İpek" fold to what is typed for
    them on a keyboard without their letters.
    """
    if text.isascii():
        return text.lower()
    lowered = text.casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    if decomposed.isascii():
        return decomposed.lower()
    kept = "".join([char for char in decomposed if not unicodedata.combining(char)])
    return kept.casefold().translate(_LETTERS)


_ASCII_GAPS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters and digits, with the vowel signs of those scripts that have them."""
    folded = fold(text)
    if folded.isascii():
        return folded.translate(_ASCII_GAPS).split()
    return "".join([char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in folded]).split()


_APOSTROPHE_INSIDE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_HYPHEN_INSIDE = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_RUN = re.compile(r"\S+")


def indexed(text: str) -> str:
    """The folded text as it goes into the index: what an apostrophe or a hyphen divides stands there joined as well.

    So "O'Dwyer" is found by "dwyer" and "odwyer", "Jean-Luc" by "luc" and "jeanluc".
    """
    folded = fold(text)
    if "'" not in folded and "-" not in folded:
        return folded
    return _RUN.sub(_ways_of_writing, folded)


def joined_words(text: str) -> list[str]:
    """The folded words of a text, joined where an apostrophe divides them: "o'dwyer" is one name, "jean-luc" two."""
    return words(_APOSTROPHE_INSIDE.sub("", fold(text)))


def _ways_of_writing(run: re.Match[str]) -> str:
    joined = _APOSTROPHE_INSIDE.sub("", run[0])
    return " ".join(dict.fromkeys((run[0], joined, _HYPHEN_INSIDE.sub("", joined))))
