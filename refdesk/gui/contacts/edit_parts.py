"""Which field edits which part of a person: the one list for the facts pane and for the whole page."""

from collections.abc import Callable
from dataclasses import dataclass

from refdesk.gui.contacts.edit_chips import TagsField
from refdesk.gui.contacts.edit_field import (
    DayField,
    Field,
    LineField,
    NameField,
    NeverAskField,
    PartialField,
    RhythmField,
    RolesField,
    TextField,
    TrustField,
)
from refdesk.gui.contacts.edit_people import PeopleField
from refdesk.gui.contacts.edit_rows import AddressesField, DatesField, PointsField, RelatedField
from refdesk.gui.contacts.photo import PhotoField
from refdesk.gui.view import Tools


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a person: its field of the record, what it is called, and the maker of its field on screen."""

    key: str
    name: str
    make: Callable[[Tools], Field]


@dataclass(frozen=True, slots=True)
class Section:
    """Parts that belong together on the page."""

    title: str
    parts: tuple[Part, ...]


SECTIONS = (
    Section(
        "Who they are",
        (
            Part("name", "Name", lambda tools: NameField(tools, "Name", "name")),
            Part("given", "Given name", lambda tools: LineField(tools, "Given name", "given")),
            Part("family", "Family name", lambda tools: LineField(tools, "Family name", "family")),
            Part(
                "pronouns", "Pronouns", lambda tools: LineField(tools, "Pronouns", "pronouns", "Used only if you say")
            ),
            Part("title", "Job", lambda tools: LineField(tools, "Job", "title")),
            Part("org", "Firm", lambda tools: LineField(tools, "Firm", "org")),
            Part("photo", "Photo", PhotoField),
        ),
    ),
    Section(
        "You and they",
        (
            Part("roles", "Role", lambda tools: RolesField(tools, "Role")),
            Part("trust", "Trust", lambda tools: TrustField(tools, "Trust")),
            Part("known_since", "Known since", lambda tools: DayField(tools, "Known since", "known_since", "2019")),
            Part("cadence_days", "Rhythm", lambda tools: RhythmField(tools, "Rhythm")),
            Part(
                "knows",
                "Moves among",
                lambda tools: TagsField(tools, "Moves among", "knows", "Add a world, such as dentists"),
            ),
            Part(
                "could_introduce",
                "Could introduce",
                lambda tools: PeopleField(tools, "Could introduce", "could_introduce"),
            ),
            Part(
                "introduced_by",
                "Introduced by",
                lambda tools: PeopleField(tools, "Introduced by", "introduced_by", one=True),
            ),
            Part("do_not_ask", "Never ask", lambda tools: NeverAskField(tools, "Never ask")),
            Part("met", "How you met", lambda tools: TextField(tools, "How you met", "met", 2)),
        ),
    ),
    Section(
        "How to reach them",
        (
            Part("emails", "Email", lambda tools: PointsField(tools, "Email", "emails", "email address")),
            Part("phones", "Phone", lambda tools: PointsField(tools, "Phone", "phones", "phone number")),
            Part("urls", "Web", lambda tools: PointsField(tools, "Web", "urls", "web address")),
            Part("addresses", "Address", lambda tools: AddressesField(tools, "Address", "addresses", "postal address")),
        ),
    ),
    Section(
        "Their life",
        (
            Part(
                "birthday",
                "Birthday",
                lambda tools: PartialField(tools, "Birthday", "birthday", "5 April, or 5 April 1980"),
            ),
            Part("dates", "Own days", lambda tools: DatesField(tools, "Own days", "dates", "day of their own")),
            Part(
                "related",
                "People in their life",
                lambda tools: RelatedField(tools, "People in their life", "related", "person"),
            ),
            Part("tags", "Tags", lambda tools: TagsField(tools, "Tags", "tags")),
            Part("about", "About", lambda tools: TextField(tools, "About", "about", 5)),
        ),
    ),
)
"""The page from top to bottom: what the method asks for comes before what an address book holds."""

PARTS = {part.key: part for section in SECTIONS for part in section.parts}
