"""The TYPE of a vCard property as a label in plain words, and back."""

from collections.abc import Iterable

_TYPE_OF_WORD = {
    "home": "home",
    "work": "work",
    "mobile": "cell",
    "fax": "fax",
    "pager": "pager",
    "car": "car",
    "isdn": "isdn",
    "pcs": "pcs",
}
_WORD_OF_TYPE = {type_: word for word, type_ in _TYPE_OF_WORD.items()}
_PLACES = ("home", "work")

_SILENT = frozenset(
    (
        "voice",
        "internet",
        "pref",
        "msg",
        "text",
        "video",
        "email",
        "url",
        "uri",
        "postal",
        "parcel",
        "dom",
        "intl",
        "x400",
        "tlx",
        "attmail",
    )
)
"""Types that say how to use a value, or that say nothing, and are no label."""


def label_of(types: Iterable[str]) -> str:
    """The label that TYPE values make: ``("FAX", "work")`` is "work fax", ``("CELL",)`` "mobile".

    A type that no standard knows keeps its letters.
    """
    words = dict.fromkeys(_WORD_OF_TYPE.get(type_.lower(), type_) for type_ in types if type_.lower() not in _SILENT)
    return " ".join([*(word for word in _PLACES if word in words), *(word for word in words if word not in _PLACES)])


def types_of(label: str, *, phone: bool = False) -> tuple[str, ...]:
    """The TYPE values that stand for a label in any letter case, empty where the standard has none.

    Only a telephone is mobile, a fax or a pager.
    """
    words = label.lower().split(" ")
    if all(word in (_TYPE_OF_WORD if phone else _PLACES) for word in words):
        return tuple(_TYPE_OF_WORD[word] for word in words)
    return ()
