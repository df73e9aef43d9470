"""What the import says: the fields of a column in plain words, and what came of it in a sentence."""

from collections.abc import Sequence

from refdesk.formats.csv.columns import FIELDS
from refdesk.services.imports.preview import Preview
from refdesk.services.imports.report import Report
from refdesk.services.imports.run import TakenBack

KEPT = "Kept as it is, unnamed"
"""What becomes of a column that fills no field: nothing of a file is lost."""

FIELD_WORDS = {
    "name": "Full name",
    "given": "First name",
    "middle": "Middle name",
    "family": "Last name",
    "prefix": "Title before the name",
    "suffix": "After the name",
    "nickname": "Nickname",
    "org": "Company",
    "department": "Department",
    "title": "Job title",
    "role": "Role in the company",
    "email": "Email",
    "phone": "Phone",
    "url": "Web address",
    "street": "Street",
    "city": "City",
    "region": "Region",
    "postcode": "Postcode",
    "country": "Country",
    "birthday": "Birthday",
    "birth_year": "Year of birth",
    "birth_month": "Month of birth",
    "birth_day": "Day of birth",
    "date": "A day of their own",
    "related": "Somebody in their life",
    "tags": "Tags",
    "knows": "Moves among",
    "about": "About them",
    "met": "How you met",
    "known_since": "Known since",
    "referred_by": "Introduced by",
    "ignore": "Don’t bring it in",
}
"""The words for each of `formats.csv.columns.FIELDS`."""

TELLING = frozenset(("name", "given", "family", "nickname", "org", "email", "phone"))
"""The fields of which a record needs one to be somebody."""

_MOST_NAMED = 8


def field_words(spec: str) -> str:
    """What a column fills, such as "Web address (LinkedIn)"."""
    field, _, label = spec.partition(":")
    if field not in FIELDS:
        return KEPT if field in ("", "other") else "Recognised"
    return f"{FIELD_WORDS[field]} ({label})" if label else FIELD_WORDS[field]


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count:,} {one if count == 1 else many}"


def recognised_words(preview: Preview) -> str:
    """How many of a file's columns are known."""
    if preview.need_mapping:
        return "No program that RefDesk knows writes these columns. Say what each of them holds."
    return f"{preview.recognised} of {counted(len(preview.columns), 'column', 'columns')} recognised"


def files_words(previews: Sequence[Preview]) -> str:
    """Which files are being brought in, in a line."""
    if len(previews) > 1:
        return f"{len(previews)} files: {', '.join(preview.path.name for preview in previews)}"
    (only,) = previews
    held = "" if only.need_mapping else f", {counted(only.records, 'record', 'records')}"
    return f"{only.path.name}: {only.kind}{held}"


def done_words(report: Report) -> str:
    """What came of an import: "212 people added, 9 updated. 2 lines couldn't be read."."""
    parts = [f"{counted(report.created, 'person', 'people')} added"] if report.created else []
    if report.updated:
        parts.append(
            f"{report.updated:,} updated" if parts else f"{counted(report.updated, 'person', 'people')} updated"
        )
    said = ", ".join(parts) or "Nothing in these files was new"
    unread = f" {counted(report.skipped, 'line', 'lines')} couldn’t be read." if report.skipped else ""
    return f"{said}.{unread}"


def taken_back_words(taken: TakenBack) -> str:
    """What became of people when an import was taken back, and who stays because the user has changed them since."""
    went = f"{counted(taken.gone, 'person is', 'people are')} as before the import."
    if not taken.stay:
        return went
    named = ", ".join(taken.stay[:_MOST_NAMED])
    more = f" and {len(taken.stay) - _MOST_NAMED} more" if len(taken.stay) > _MOST_NAMED else ""
    stay = "stays, because you’ve changed them" if len(taken.stay) == 1 else "stay, because you’ve changed them"
    return f"{went} {named}{more} {stay} since."
