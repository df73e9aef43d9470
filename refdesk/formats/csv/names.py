"""The names of the columns that other programs write into CSV address books, and the field that each of them fills.

Names are folded (`fold_name`), so that neither case nor blanks matter. A field may carry a label after a colon:
``phone:Work``. Columns that stand in no table fill the field ``other``, which keeps them verbatim.
"""

import re


def fold_name(name: str) -> str:
    """A column's name as it is compared; a second byte order mark is no part of it."""
    return " ".join(name.replace("\ufeff", "").casefold().split())


_NUMBERED = re.compile(r"([a-z-]+(?: field)?) (\d+) - ([a-z ]+)")
_NUMBERED_FIELDS = {
    ("e-mail", "value"): "email",
    ("phone", "value"): "phone",
    ("website", "value"): "url",
    ("relation", "value"): "related",
    ("event", "value"): "date",
    ("custom field", "value"): "other",
    ("address", "formatted"): "formatted",
    ("address", "street"): "street",
    ("address", "po box"): "street",
    ("address", "extended address"): "street",
    ("address", "city"): "city",
    ("address", "region"): "region",
    ("address", "postal code"): "postcode",
    ("address", "country"): "country",
}
_LABELLED = frozenset(kind for kind, _ in _NUMBERED_FIELDS)


def numbered_field(name: str) -> tuple[str, str]:
    """The field and the group of a folded name such as ``address 1 - city``: ``("city", "address 1")``.

    The field ``label`` names what else is in its group. Any other name gives ``("other", "")``.
    """
    found = _NUMBERED.fullmatch(name)
    if not found:
        return "other", ""
    kind, number, part = found.groups()
    if kind in _LABELLED and part in ("label", "type"):
        return "label", f"{kind} {number}"
    if kind == "organization" and number == "1":
        return {"name": "org", "title": "title", "department": "department"}.get(part, "other"), ""
    known = _NUMBERED_FIELDS.get((kind, part))
    return (known, f"{kind} {number}") if known else ("other", "")


def _postal(word: str, label: str) -> dict[str, str]:
    """Outlook's columns of one address."""
    parts = {
        "address": "formatted",
        "street": "street",
        "street 2": "street",
        "street 3": "street",
        "address po box": "street",
        "city": "city",
        "state": "region",
        "postal code": "postcode",
        "country": "country",
        "country/region": "country",
    }
    return {f"{word} {part}": f"{name}:{label}" for part, name in parts.items()}


LINKEDIN_COLUMNS = {
    "first name": "given",
    "last name": "family",
    "url": "url:LinkedIn",
    "email address": "email",
    "company": "org",
    "position": "title",
    "connected on": "known_since",
    # German
    "vorname": "given",
    "nachname": "family",
    "e-mail-adresse": "email",
    "unternehmen": "org",
    "verbunden am": "known_since",
    # French
    "prénom": "given",
    "nom": "family",
    "adresse e-mail": "email",
    "entreprise": "org",
    "poste": "title",
    "date de connexion": "known_since",
}

GOOGLE_NEW_COLUMNS = {
    "first name": "given",
    "middle name": "middle",
    "last name": "family",
    "phonetic first name": "phonetic_first",
    "phonetic middle name": "phonetic_middle",
    "phonetic last name": "phonetic_last",
    "name prefix": "prefix",
    "name suffix": "suffix",
    "nickname": "nickname",
    "file as": "also_name",
    "organization name": "org",
    "organization title": "title",
    "organization department": "department",
    "birthday": "birthday",
    "notes": "about",
    "labels": "tags",
}

GOOGLE_OLD_COLUMNS = {
    "name": "name",
    "given name": "given",
    "additional name": "middle",
    "family name": "family",
    "given name yomi": "phonetic_first",
    "additional name yomi": "phonetic_middle",
    "family name yomi": "phonetic_last",
    "name prefix": "prefix",
    "name suffix": "suffix",
    "nickname": "nickname",
    "birthday": "birthday",
    "sensitivity": "setting",
    "priority": "setting",
    "notes": "about",
    "group membership": "tags",
}

OUTLOOK_COLUMNS = {
    "title": "prefix",
    "first name": "given",
    "middle name": "middle",
    "last name": "family",
    "suffix": "suffix",
    "nickname": "nickname",
    "given yomi": "phonetic_first",
    "surname yomi": "phonetic_last",
    "company": "org",
    "job title": "title",
    "department": "department",
    **_postal("business", "Work"),
    **_postal("home", "Home"),
    **_postal("other", "Other"),
    "assistant's phone": "phone:Assistant",
    "business fax": "phone:Work Fax",
    "business phone": "phone:Work",
    "business phone 2": "phone:Work",
    "callback": "phone:Callback",
    "car phone": "phone:Car",
    "company main phone": "phone:Company",
    "home fax": "phone:Home Fax",
    "home phone": "phone:Home",
    "home phone 2": "phone:Home",
    "isdn": "phone:ISDN",
    "mobile phone": "phone:Mobile",
    "other fax": "phone:Other Fax",
    "other phone": "phone:Other",
    "pager": "phone:Pager",
    "primary phone": "phone:Primary",
    "radio phone": "phone:Radio",
    "tty/tdd phone": "phone:TTY",
    "telex": "phone:Telex",
    "anniversary": "date:Anniversary",
    "birthday": "birthday",
    "assistant's name": "related:Assistant",
    "manager's name": "related:Manager",
    "spouse": "related:Spouse",
    "children": "children",
    "referred by": "referred_by",
    "categories": "tags",
    "e-mail address": "email",
    "e-mail 2 address": "email",
    "e-mail 3 address": "email",
    "e-mail type": "setting",
    "e-mail 2 type": "setting",
    "e-mail 3 type": "setting",
    "e-mail display name": "also_name",
    "e-mail 2 display name": "also_name",
    "e-mail 3 display name": "also_name",
    "gender": "setting",
    "priority": "setting",
    "private": "setting",
    "sensitivity": "setting",
    "notes": "about",
    "web page": "url",
    "personal web page": "url:Home",
}

THUNDERBIRD_COLUMNS = {
    "first name": "given",
    "last name": "family",
    "display name": "name",
    "nickname": "nickname",
    "primary email": "email",
    "secondary email": "email",
    "work phone": "phone:Work",
    "home phone": "phone:Home",
    "fax number": "phone:Fax",
    "pager number": "phone:Pager",
    "mobile number": "phone:Mobile",
    **{
        f"{label.lower()} {part}": f"{name}:{label}"
        for label in ("Home", "Work")
        for part, name in {
            "address": "street",
            "address 2": "street",
            "city": "city",
            "state": "region",
            "zipcode": "postcode",
            "country": "country",
        }.items()
    },
    "job title": "title",
    "department": "department",
    "organization": "org",
    "web page 1": "url:Work",
    "web page 2": "url:Home",
    "birth year": "birth_year",
    "birth month": "birth_month",
    "birth day": "birth_day",
    "notes": "about",
}

REFDESK_COLUMNS = {
    "name": "name",
    "first name": "given",
    "last name": "family",
    "organization name": "org",
    "organization title": "title",
    "roles": "role",
    "labels": "tags",
    "birthday": "birthday",
    "known since": "known_since",
    "referred by": "referred_by",
    "where we met": "met",
    "pronouns": "pronouns",
    "trust": "trust",
    "keep in touch days": "cadence_days",
    "knows": "knows",
    "do not ask": "do_not_ask",
    "do not ask because": "do_not_ask_why",
    "added on": "added_on",
    "died on": "died_on",
    "archived": "archived",
    "notes": "about",
    "uid": "uid",
    "other properties": "extra",
}

SUGGESTIONS: dict[str, frozenset[str]] = {
    field: frozenset(names.split("|"))
    for field, names in {
        "name": "name|full name|display name|anzeigename",
        "given": "first name|firstname|given name|vorname|prénom",
        "family": "last name|lastname|surname|family name|nachname",
        "org": "company|company name|organisation|organization|firma|unternehmen|entreprise",
        "title": "job title|position|title",
        "email": "email|e-mail|mail|email address|e-mail address|e-mail-adresse|email work|email home|email other",
        "phone": "phone|phone number|telephone|tel|mobile|mobile phone|telefon|handy|mobiltelefon|phone work"
        "|phone home|phone other",
        "url": "url|website|web site|web page|homepage|linkedin|linkedin url|webseite",
        "street": "street|address|street address|straße|adresse",
        "city": "city|town|ort|stadt",
        "region": "state|region|county|province|bundesland",
        "postcode": "postcode|postal code|zip|zip code|zipcode|plz|postleitzahl",
        "country": "country|land",
        "birthday": "birthday|date of birth|birth date|birthdate|geburtstag|geburtsdatum",
        "tags": "tags|labels|categories|groups|group",
        "about": "notes|note|comments|notizen|about|background",
        "known_since": "known since|client since|customer since",
        "referred_by": "referred by|referrer|source of referral",
    }.items()
}
"""By field, the names of columns that most likely mean it in a file that no program is known to write."""
