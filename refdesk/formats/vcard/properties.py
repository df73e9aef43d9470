"""What each property of a vCard says of a person (RFC 6350 section 6, RFC 2426, and Apple's X- names)."""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import unquote

from refdesk.domain.person import Address, ContactPoint, NamedDate, Related
from refdesk.formats.vcard.draft import Draft, line_of
from refdesk.formats.vcard.labels import types_of
from refdesk.formats.vcard.lines import Property
from refdesk.formats.vcard.text import clean, shown
from refdesk.formats.vcard.values import STAND_IN, data_url, escape, partial_date, split_escaped, unescape

PHOTO_LIMIT = 10_000_000
"""How many bytes a picture may have."""

_URI = re.compile(r"(?!name:)[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_SYSTEM_LABEL = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_SYSTEM_TAG = "mycontacts"
"""The group that Google puts everybody in."""

Reader = Callable[[Draft, Property, str], None]


def _text(value: str) -> str:
    return value.strip() if "\\" not in value else unescape(value).strip()


def _of_uri(text: str) -> str:
    """What a mailto: or tel: URI says behind its scheme."""
    return clean(unquote(text.partition(":")[2])).strip()


def _name(draft: Draft, prop: Property, value: str) -> None:
    if draft.name:
        draft.keep(prop, value)
    else:
        draft.name = _text(value)


def _name_parts(draft: Draft, prop: Property, value: str) -> None:
    parts = split_escaped(value)
    if not any(parts):
        return
    if draft.name_parts:
        # The first N stays in front of the second, so that the writer sees which is whose.
        draft.name_line = draft.name_line or f"N:{';'.join(map(escape, [*draft.name_parts, ''][:2]))};;;"
        draft.keep(prop, value)
        return
    draft.name_parts = parts
    if any(parts[2:]):
        draft.name_line = line_of(prop, value)


def _nickname(draft: Draft, prop: Property, value: str) -> None:
    draft.nickname = draft.nickname or _text(value)
    draft.keep(prop, value)


def _org(draft: Draft, prop: Property, value: str) -> None:
    units = split_escaped(value)
    if not any(units):
        return
    if draft.org or draft.org_line:
        draft.keep(prop, value)
        return
    draft.org = units[0]
    if any(units[1:]):
        draft.org_line = line_of(prop, value)


def _title(draft: Draft, prop: Property, value: str) -> None:
    if draft.title:
        draft.keep(prop, value)
    else:
        draft.title = _text(value)


def _email(draft: Draft, prop: Property, value: str) -> None:
    address = _text(value)
    if address[:7].lower() == "mailto:":
        address = _of_uri(address)
    if address:
        draft.emails.append(ContactPoint(address, draft.label(prop)))


def _phone(draft: Draft, prop: Property, value: str) -> None:
    number = _text(value)
    if number[:4].lower() == "tel:":
        number = _of_uri(number).replace(";ext=", " ext. ").strip()
    if number:
        draft.phones.append(ContactPoint(number, draft.label(prop)))


def _url(draft: Draft, prop: Property, value: str) -> None:
    address = _text(value)
    if address:
        draft.urls.append(ContactPoint(address, draft.label(prop) or prop.head.param("SERVICE-TYPE")))


def _address(draft: Draft, prop: Property, value: str) -> None:
    parts = split_escaped(value)
    printed = prop.head.param("LABEL")
    if printed:
        places = ",".join(types_of(prop.head.label))
        draft.extra.append(f"LABEL{places and f';TYPE={places}'}:{escape(unescape(printed))}")
    if not any(parts):
        return
    parts += [""] * (7 - len(parts))
    box, extended, street, city, region, postcode, country = parts[:7]
    if box or extended or len(parts) > 7:
        # RFC 9554 appends components that the street should repeat; a stray semicolon looks the same.
        added = [part for part in parts[7:18] if part not in street]
        street = "\n".join(filter(None, (box, extended, street, *added, *parts[18:])))
    draft.addresses.append(
        Address(street=street, city=city, region=region, postcode=postcode, country=country, label=draft.label(prop))
    )


def _partial_date(draft: Draft, prop: Property, value: str) -> str:
    """The date of a property; what is no date is kept, and told unless it was declared as text."""
    on = partial_date(unescape(value), prop.head.param("X-APPLE-OMIT-YEAR"))
    if not on:
        draft.keep(prop, value)
        if prop.head.param("VALUE").lower() != "text":
            draft.flaw(prop, f"“{shown(unescape(value))}” is no date; it was kept as text.")
    return on


def _birthday(draft: Draft, prop: Property, value: str) -> None:
    if draft.birthday:
        draft.keep(prop, value)
    else:
        draft.birthday = _partial_date(draft, prop, value)


def _death(draft: Draft, prop: Property, value: str) -> None:
    on = partial_date(value)
    if draft.died_on or not on or on.startswith("--"):
        draft.keep(prop, value)
    else:
        draft.died_on = date.fromisoformat(on)


def _anniversary(draft: Draft, prop: Property, value: str) -> None:
    on = _partial_date(draft, prop, value)
    if on:
        draft.dates.append(NamedDate("Anniversary", on))


def _named_date(draft: Draft, prop: Property, value: str) -> None:
    on = _partial_date(draft, prop, value)
    if on:
        draft.dates.append(NamedDate(draft.label(prop) or "Date", on))


def _related(draft: Draft, prop: Property, value: str) -> None:
    name = _text(value)
    may_be_uri = prop.head.name == "RELATED" and prop.head.param("VALUE").lower() != "text"
    if may_be_uri and _URI.fullmatch(name):
        # It names a card, not a person: nothing to show, but another program may follow it.
        draft.keep(prop, value)
        return
    if may_be_uri and name[:5].lower() == "name:":
        name = name[5:].strip()
    if name:
        draft.related.append(Related(name=name, how=draft.label(prop)))


def _relative(how: str) -> Reader:
    def read(draft: Draft, prop: Property, value: str) -> None:
        name = _text(value)
        if name:
            draft.related.append(Related(name=name, how=how))

    return read


def _categories(draft: Draft, prop: Property, value: str) -> None:
    for tag in split_escaped(value, ","):
        folded = tag.casefold()
        if tag and folded.lstrip("* ") != _SYSTEM_TAG:
            draft.tags.setdefault(folded, tag)


def _note(draft: Draft, prop: Property, value: str) -> None:
    # Outlook ends its quoted-printable notes in a line break that nobody wrote.
    draft.about.append(unescape(value.rstrip() if prop.head.encoding else value))


def _photo(draft: Draft, prop: Property, value: str) -> None:
    try:
        picture = data_url(prop.head, value)
    except ValueError:
        picture = ""
        draft.flaw(prop, "The picture is damaged; it was kept as it is.")
    if len(picture) * 3 // 4 > PHOTO_LIMIT:
        draft.flaw(prop, "The picture is larger than 10 MB and was left out.")
    elif picture and not draft.photo:
        draft.photo = picture
    else:
        keep(draft, prop, value)


def _uid(draft: Draft, prop: Property, value: str) -> None:
    uid = _text(value)
    if draft.uid or draft.key:
        draft.keep(prop, value)
    elif uid.startswith(STAND_IN):
        draft.key = uid
    else:
        draft.uid = uid


def _pronouns(draft: Draft, prop: Property, value: str) -> None:
    if draft.pronouns:
        draft.keep(prop, value)
    else:
        draft.pronouns = _text(value)


def _kind(draft: Draft, prop: Property, value: str) -> None:
    draft.kind = _text(value).lower()
    draft.keep(prop, value)


def _dropped(draft: Draft, prop: Property, value: str) -> None:
    """What speaks of the file and not of the person."""


def keep(draft: Draft, prop: Property, value: str) -> None:
    """Keep a property that has no reader; binary values become data URLs, which both versions allow."""
    if prop.head.encoding == "base64":
        try:
            url = data_url(prop.head, value)
        except ValueError:
            url = ""
        if url:
            draft.extra.append(f"{prop.head.verbatim};VALUE=uri:{url}")
            return
    draft.keep(prop, value)


def label_text(value: str) -> str:
    """The text of an X-ABLabel, without the mark of Apple's own labels."""
    text = _text(value)
    system = _SYSTEM_LABEL.fullmatch(text)
    return system[1].strip() if system else text


READERS: dict[str, Reader] = {
    "FN": _name,
    "N": _name_parts,
    "NICKNAME": _nickname,
    "ORG": _org,
    "TITLE": _title,
    "EMAIL": _email,
    "TEL": _phone,
    "URL": _url,
    "X-SOCIALPROFILE": _url,
    "SOCIALPROFILE": _url,
    "ADR": _address,
    "BDAY": _birthday,
    "DEATHDATE": _death,
    "ANNIVERSARY": _anniversary,
    "X-ANNIVERSARY": _anniversary,
    "X-EVOLUTION-ANNIVERSARY": _anniversary,
    "X-KADDRESSBOOK-X-ANNIVERSARY": _anniversary,
    "X-MS-ANNIVERSARY": _anniversary,
    "X-ABDATE": _named_date,
    "RELATED": _related,
    "X-ABRELATEDNAMES": _related,
    "X-SPOUSE": _relative("spouse"),
    "X-EVOLUTION-SPOUSE": _relative("spouse"),
    "X-KADDRESSBOOK-X-SPOUSENAME": _relative("spouse"),
    "X-MS-SPOUSE": _relative("spouse"),
    "X-MS-CHILD": _relative("child"),
    "X-MANAGER": _relative("manager"),
    "X-EVOLUTION-MANAGER": _relative("manager"),
    "X-KADDRESSBOOK-X-MANAGERSNAME": _relative("manager"),
    "X-MS-MANAGER": _relative("manager"),
    "X-ASSISTANT": _relative("assistant"),
    "X-EVOLUTION-ASSISTANT": _relative("assistant"),
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": _relative("assistant"),
    "X-MS-ASSISTANT": _relative("assistant"),
    "CATEGORIES": _categories,
    "NOTE": _note,
    "PRONOUNS": _pronouns,
    "PHOTO": _photo,
    "UID": _uid,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABLABEL": Draft.keep_label,
    "VERSION": _dropped,
    "PROFILE": _dropped,
    "REV": _dropped,
    "PRODID": _dropped,
}
