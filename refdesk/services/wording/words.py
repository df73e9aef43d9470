"""Fill the templates with what is known, so that they read well whatever is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from string import Formatter

from refdesk.services.wording.templates import TEMPLATES, Sentences

BAR = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a wording may speak of; empty where it is not known. `templates` says what each is."""

    first: str = ""
    new_first: str = ""
    champion: str = ""
    business: str = ""


def wordings(about: str, known: Known) -> tuple[str, ...]:
    """The wordings for what is due, the first to be offered first; none where there is nothing to be said.

    ``about`` is the reason that a row is owed, a kind of proposal, or the occasion of a note. No two are the same.
    """
    return filled(TEMPLATES.get(about, ()), asdict(known))


def filled(templates: Iterable[Sentences], known: Mapping[str, str]) -> tuple[str, ...]:
    """Each template with the fields that are known (empty: not known); no two wordings are the same."""
    fields = {name: _tidy(value) for name, value in known.items()}
    return tuple(dict.fromkeys(_filled(template, fields) for template in templates))


def _filled(template: Sentences, fields: Mapping[str, str]) -> str:
    said = (_said(sentence, fields) for sentence in template)
    return " ".join(sentence for sentence in said if sentence)


def _said(sentence: str, fields: Mapping[str, str]) -> str:
    """The first of a sentence's alternatives of which every field is known; empty where there is none."""
    for alternative in sentence.split(BAR):
        if all(fields[name] for name in fields_of(alternative)):
            return alternative.format_map(fields)
    return ""


def fields_of(template: str) -> tuple[str, ...]:
    """The fields that a template names."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name)


def _tidy(value: str) -> str:
    """A value as it stands in a sentence: on one line, without a full stop of its own."""
    return " ".join(value.split()).rstrip(".")
