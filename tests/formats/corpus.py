"""The corpus of other programs' files, and whether a reading of one is what its authors meant.

How values compare is said under "rules" in ``expected.json``.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from refdesk.domain.person import Person

CORPUS = Path(__file__).parents[1] / "data" / "corpus"


def expected(name: str) -> dict[str, Any]:
    """The expectations of one of the ``expected*.json``, by file."""
    files: dict[str, Any] = json.loads((CORPUS / name).read_text(encoding="utf-8"))["files"]
    return files


def vcard_files() -> list[Path]:
    return sorted([*CORPUS.glob("vcard/*.vcf"), *CORPUS.glob("derived/*.vcf")])


def plain(text: str | None) -> str:
    """Text as the corpus compares it: NFC, trimmed, runs of white space as one blank."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "")).strip()


def digits(number: str) -> str:
    """A telephone number as the corpus compares it: its digits and plus signs, without the extension."""
    number = re.split(r";ext=|\s*ext\.?\s*", re.sub(r"^tel:", "", number, flags=re.I), flags=re.I)[0]
    return re.sub(r"[^\d+]", "", number) or plain(number)


def phones(numbers: list[str]) -> list[str]:
    return [digits(number) for number in numbers if plain(number) and not re.match(r"sips?:", number, re.I)]


def differences(card: dict[str, Any], record: Person) -> list[str]:
    """What of one card is not as expected."""
    names = [card["display"], *card.get("display_alt", [])]
    pairs = {
        "emails": ([plain(e) for e in card["emails"]], [plain(e.value) for e in record.emails]),
        "phones": (phones(card["phones"]), phones([phone.value for phone in record.phones])),
        "org": (plain(card["org"]), plain(record.org)),
        "title": (plain(card["title"]), plain(record.title)),
        "birthday": (card["bday"] or "", record.birthday),
        "addresses": (card["addresses"], len(record.addresses)),
        "birthday's text": (True, any(card.get("bday_text", "") in line for line in ("", *record.extra))),
    }
    if "n" in card:
        family, given = (plain(part) for part in card["n"][:2])
        pairs["name parts"] = ((family, given), (plain(record.family), plain(record.given)))
    found = [f"{what}: {got!r}, not {want!r}" for what, (want, got) in pairs.items() if want != got]
    if card.get("display_free"):
        return found if plain(record.name) else [*found, "no name"]
    return found if plain(record.name) in map(plain, names) else [*found, f"name: {record.name!r}, not {names!r}"]
