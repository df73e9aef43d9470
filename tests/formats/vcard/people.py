"""Random people as a vCard can carry them, for round trips."""

import base64
from datetime import date

from hypothesis import strategies as st

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related

_TRICKY = "\n\\;,:\"^=nN3D[]<>'%$!_ \u00a0\u2028\u0085éßسلםא\u202e👩\u200d🏽"
_FREE = st.text(
    st.sampled_from(_TRICKY) | st.characters(exclude_categories=("Cs", "Cc")), max_size=16
) | st.sampled_from(
    (
        "Ann " * 30,
        "日本語の長い名前" * 12,
        "👩‍👩‍👧" * 20,
        "C:\\new\\,;",
        "سلام, שלום; hello\nאב",
    )
)

text = _FREE.map(str.strip)
"""Text that the book keeps: trimmed, perhaps empty, perhaps of several lines."""

some_text = text.filter(bool)
labels = (
    st.sampled_from(["", "home", "work", "mobile", "work fax", "Work", "HOME", "Büro; links", "Spouse", "cell"]) | text
)

dates = st.dates(date(1800, 1, 1), date(2100, 1, 1)).map(date.isoformat)
partial_dates = dates | dates.map(lambda day: f"-{day[4:]}")
points = st.builds(ContactPoint, some_text, labels)
addresses = st.builds(
    Address, street=some_text, city=text, region=text, postcode=text, country=text, label=labels
)  # fmt: skip
related = st.builds(Related, name=some_text, how=labels | st.sampled_from(["spouse", "friend", "child"]))
photos = st.builds(
    lambda kind, data: f"data:{kind};base64,{base64.b64encode(data).decode()}",
    st.sampled_from(["image/jpeg", "image/png", "image/svg+xml", "application/octet-stream"]),
    st.binary(min_size=1, max_size=300),
)
extra_lines = st.builds(
    lambda group, name, parameters, value: f"{group}{name}{parameters}:{value}",
    st.sampled_from(["", "item1.", "ITEM2.", "g."]),
    st.sampled_from(["X-SKYPE", "x-odd-name", "NICKNAME", "GEO", "IMPP"]),
    st.sampled_from(["", ";TYPE=home", ';X-PLACE="a:b;c,d"', ";x-note=^n^^"]),
    _FREE.map(lambda value: value.replace("\n", "\\n")).filter(str.strip),
)


def _unique(tags: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


people = st.builds(
    Person,
    id=st.just(""),
    name=some_text,
    given=text,
    family=text,
    org=text,
    title=text,
    emails=st.lists(points, max_size=3).map(tuple),
    phones=st.lists(points, max_size=3).map(tuple),
    urls=st.lists(points, max_size=3).map(tuple),
    addresses=st.lists(addresses, max_size=2).map(tuple),
    birthday=st.just("") | partial_dates,
    dates=st.lists(st.builds(NamedDate, some_text | st.just("Anniversary"), partial_dates), max_size=3).map(tuple),
    related=st.lists(related, max_size=3).map(tuple),
    tags=st.lists(some_text, max_size=4).map(_unique),
    about=st.just("") | _FREE.filter(str.strip),
    pronouns=text,
    photo=st.just("") | photos,
    died_on=st.none() | st.dates(date(1800, 1, 1), date(2100, 1, 1)),
    uid=text,
    extra=st.lists(extra_lines, max_size=4).map(tuple),
)
