"""By what two records may be known to be of one person: addresses, telephone numbers, names.

Everything here is a guess about other people's data, so it is strict: a name alone never identifies anybody.
"""

from collections.abc import Iterator

from refdesk.domain.folding import words
from refdesk.domain.person import Person
from refdesk.domain.profile_address import normalise_profile

_PHONE_DIGITS = 7
"""How many last digits two ways of writing one number share, with or without its country or area code."""

_NO_DIGITS = {code: None for code in range(128) if not chr(code).isdecimal()}

_HIS, _HERS = frozenset(("mr", "sir")), frozenset(("mrs", "ms", "miss", "dame"))
_TITLES = frozenset(("dr", "prof", *_HIS, *_HERS))
_DEGREES = frozenset(("phd", "md", "mba"))
"""What may follow a name; before one, "Md" is a name itself."""

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii"))
"""What tells a parent from a child of the same name."""


def email_key(address: str) -> str:
    """An e-mail address as it is compared."""
    return address.strip().casefold()


def phone_key(number: str) -> str:
    """A telephone number as it is compared: its last seven digits, or "" when there are fewer than five."""
    digits = digits_of(number)
    return digits[-_PHONE_DIGITS:] if len(digits) >= 5 else ""


def digits_of(number: str) -> str:
    """The digits of a telephone number, as 0 to 9 whatever the script."""
    if number.isascii():
        return number.translate(_NO_DIGITS)
    return "".join([str(int(char)) for char in number if char.isdecimal()])


def name_key(name: str) -> str:
    """A name as it is compared: its folded words without titles, in alphabetical order."""
    return " ".join(sorted(name_words(name)))


def name_words(name: str) -> list[str]:
    """The folded words of a name, without titles such as "Dr" and degrees such as "PhD"."""
    found = words(name) or name.casefold().split()
    return [
        word for place, word in enumerate(found) if word not in _TITLES and not (place and word in _DEGREES)
    ] or found


def compatible_names(one: str, other: str) -> bool:
    """Whether two names may be the same person's: every word of the shorter is a word, or the initial, of the longer.

    A name that is missing is compatible with any. At least one whole word must agree. Mr and Mrs Lee are two people,
    and so are Sam Lee and Sam Lee Jr, Room 1 and Room 12, 王明 and 王明华.
    """
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    if not shorter:
        return True
    if _are_two(set(words(one)), set(words(other))):
        return False
    left = list(longer)
    whole = 0
    for word in sorted(shorter, key=len, reverse=True):
        match = word if word in left else next((w for w in left if _is_initial(word, w)), None)
        if match is None:
            return False
        whole += match == word
        left.remove(match)
    return whole > 0


def _is_initial(word: str, other: str) -> bool:
    """Whether one is the other's first letter; a number, or a letter of a script without capitals, is no initial."""
    return word[0] == other[0] and 1 in (len(word), len(other)) and word[0].islower()


def _are_two(one: set[str], other: set[str]) -> bool:
    """Whether what stands around two names says that they are two people's."""
    titled = (one & _HIS and other & _HERS) or (one & _HERS and other & _HIS)
    return bool(titled) or one & _GENERATIONS != other & _GENERATIONS


def match_keys(person: Person) -> Iterator[str]:
    """The keys under which a person can be found again: ``uid:``, ``url:``, ``email:``, ``phone:`` and ``name:``.

    What an earlier import wrote is found under ``SOURCE/KEY``.
    """
    if person.uid:
        yield "uid:" + person.uid
    for url in person.urls:
        if profile := normalise_profile(url.value):
            yield "url:" + profile
    for email in person.emails:
        yield "email:" + email_key(email.value)
    for phone in person.phones:
        if key := phone_key(phone.value):
            yield "phone:" + key
    if name := name_key(person.name):
        yield "name:" + name
    for source in person.sources:
        if source.key != person.uid:
            yield f"{source.source}/{source.key}"
