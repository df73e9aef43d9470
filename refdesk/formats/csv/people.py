"""One row of a CSV file to a person as the file describes them (`docs/interchange.md`, ``people[]``)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from refdesk.domain.folding import fold, words
from refdesk.domain.person import ContactPoint, Person
from refdesk.domain.profile_address import normalise_profile
from refdesk.formats.csv.fields import Reader, readers_for
from refdesk.formats.csv.record import Plan, Record, vcard_line
from refdesk.formats.csv.table import Row
from refdesk.formats.incoming import Incoming, Unread
from refdesk.formats.vcard.values import STAND_IN, escape

_SAYS_NOTHING = frozenset(("smtp", "normal", "false", "no", "off", "unspecified", "0"))
"""What Outlook writes into the settings of a contact that nobody has touched."""

_ADDRESS_IN_BRACKETS = re.compile(r"\([^()@]*@[^()@]*\)\Z")
_EXTRA_LINE = re.compile(r"(?!(?:BEGIN|END|VERSION)[;:])[A-Za-z0-9.-]+[;:][^\r\n]*", re.IGNORECASE)
_VCARD_NAMES = {
    "nickname": "NICKNAME",
    "phonetic_first": "X-PHONETIC-FIRST-NAME",
    "phonetic_middle": "X-PHONETIC-MIDDLE-NAME",
    "phonetic_last": "X-PHONETIC-LAST-NAME",
}


def read_people(rows: Iterable[Row], plan: Plan) -> Iterator[Incoming | Unread]:
    """For each row the person whom it describes, with an empty id.

    `Unread` stands for a row that names nobody and gives no way to them.
    """
    readers = readers_for({slot.field for slot in plan.slots})
    for row in rows:
        yield _read_row(row, plan, readers)


def _read_row(row: Row, plan: Plan, readers: Sequence[tuple[str, Reader]]) -> Incoming | Unread:
    record = Record(row, plan)
    called = f"row {row.number}"
    linkedin = plan.layout.name == "linkedin"
    emails, phones = record.points("email"), record.points("phone")
    given, family, org = record.one("given"), record.one("family"), record.one("org")
    company = "" if linkedin else org  # there it is where a member works who does not want to be named
    name, whole_name = _names(record, given, family)
    name = name or company or next((way.value for way in (*emails, *phones)), "")
    if not name:
        return Unread(row.line, called, "The row holds no name, e-mail or phone.")
    referred_by = record.one("referred_by")
    stand_in = record.one("uid") if record.peek("uid").startswith(STAND_IN) else ""
    fields = {attribute: read(record) for attribute, read in readers}
    extra = (*whole_name, *_whole_org(record, org), *_extra(record, name, emails))  # last: all that nobody has taken
    person = Person(
        id="", name=name, given=given, family=family, org=org, emails=emails, phones=phones, extra=extra, **fields
    )
    key = _linkedin_key(person) if linkedin else stand_in
    return Incoming(
        person=person, line=row.line, record=called, key=key, referred_by=referred_by, flaws=tuple(record.flaws)
    )


def _names(record: Record, given: str, family: str) -> tuple[str, list[str]]:
    """What to call them, and the N line of a vCard where the name has more parts than given and family name.

    That is the display name, else the parts of the name, else a nickname or another name that they go by.
    """
    prefix, middle, suffix = record.texts("prefix"), record.texts("middle"), record.texts("suffix")
    name = record.one("name")
    if not name and (given or family or middle):
        name = " ".join(filter(None, (*prefix, given, *middle, family, *suffix)))
    name = name or record.peek("nickname") or _ADDRESS_IN_BRACKETS.sub("", record.peek("also_name")).rstrip()
    if not (prefix or middle or suffix):
        return name, []
    parts = ([family], [given], middle, prefix, suffix)
    return name, ["N:" + ";".join(",".join(map(escape, part)) for part in parts)]


def _whole_org(record: Record, org: str) -> list[str]:
    """The ORG line of a vCard where a department is named."""
    department = record.texts("department")
    return ["ORG:" + ";".join(map(escape, (org, *department)))] if department else []


def _linkedin_key(person: Person) -> str:
    """The profile's address; without one, the name with the day of connection; without both, none."""
    for url in person.urls:
        if profile := normalise_profile(url.value):
            return profile
    return f"{fold(person.name)}|{person.known_since}" if person.known_since else ""


def _extra(record: Record, name: str, emails: Sequence[ContactPoint]) -> tuple[str, ...]:
    """Every cell that is left, as a vCard line, but for those that say nothing or nothing new."""
    for text, slot in record.take("extra"):
        for line in text.split("\n"):
            if _EXTRA_LINE.fullmatch(line):
                record.extra.append(line)
            else:
                record.keep(line, slot)
    for text, slot in record.leftovers():
        if slot.field in _VCARD_NAMES:
            record.extra.append(vcard_line(_VCARD_NAMES[slot.field], text))
        elif slot.field == "also_name":
            if not set(words(text)) <= set(words(" ".join((name, *(email.value for email in emails))))):
                record.keep(text, slot)
        elif slot.field != "ignore" and not (slot.field == "setting" and text.casefold() in _SAYS_NOTHING):
            record.keep(text, slot)
    return tuple(record.extra)
