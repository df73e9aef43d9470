"""By what two records may be known to be of one person: addresses, telephone numbers, names.

Everything here is a guess about other people's data, so it is strict: a name alone never identifies anybody.
"""

from collections.abc import Iterator

from refdesk.domain.folding import words
from refdesk.domain.person import Person
from refdesk.domain.profile_address import normalise_profile

_PHONE_DIGITS = 8
"""How many last digits two ways of writing one number share, with or without its country code."""

_NO_DIGITS = {code: None for code in range(128) if not chr(code).isdecimal()}

_TITLES = frozenset(
    ("dr", "prof", "mr", "mrs", "ms", "miss", "sir", "dame", "phd", "md", "mba", "jr", "sr", "ii", "iii")
)


def email_key(address: str) -> str:
    """An e-mail address as it is compared."""
    return address.strip().casefold()


def phone_key(number: str) -> str:
    """A telephone number as it is compared: its last eight digits, or "" when there are fewer than five."""
    digits = digits_of(number)
    return digits[-_PHONE_DIGITS:] if len(digits) >= 5 else ""


def digits_of(number: str) -> str:
    """The digits of a telephone number."""
    if number.isascii():
        return number.translate(_NO_DIGITS)
    return "".join([char for char in number if char.isdecimal()])


def name_key(name: str) -> str:
    """A name as it is compared: its folded words without titles, in alphabetical order."""
    return " ".join(sorted(name_words(name)))


def name_words(name: str) -> list[str]:
    """The folded words of a name, without titles such as "Dr"."""
    found = words(name)
    return [word for word in found if word not in _TITLES] or found


def compatible_names(one: str, other: str) -> bool:
    """Whether two names may be the same person's: every word of the shorter is a word, or the initial, of the longer.

    A name that is missing is compatible with any. At least one whole word must agree.
    """
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    if not shorter:
        return True
    left = list(longer)
    whole = 0
    for word in sorted(shorter, key=len, reverse=True):
        match = word if word in left else next((w for w in left if word[0] == w[0] and 1 in (len(word), len(w))), None)
        if match is None:
            return False
        whole += match == word
        left.remove(match)
    return whole > 0


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
