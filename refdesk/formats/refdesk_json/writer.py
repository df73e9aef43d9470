"""A book as the canonical text of RefDesk JSON (`docs/interchange.md`, "The file")."""

import json
from typing import Any, Final

from refdesk.domain.records import BookRecords
from refdesk.formats.refdesk_json.encode import record_to_plain

VERSION: Final = 1


def write_json(records: BookRecords) -> str:
    """The whole book in canonical form: the same records give the same text, byte for byte.

    Keys stand in the order of `docs/interchange.md`, defaults and empty lists are left out, records stay in
    their order, indented by two spaces, no letter escaped, LF and a final newline.
    """
    document: dict[str, Any] = {"refdesk": VERSION, **record_to_plain(records)}
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
