"""The words of an ask, from its person and its target: what you might say, and what they could write."""

from dataclasses import asdict, dataclass

from refdesk.domain.person import Person
from refdesk.domain.records import Me, Profile
from refdesk.domain.words import CLIENT_ROLES, Level
from refdesk.services.profiles import portrait
from refdesk.services.wording.ask_templates import ASKING, WRITING
from refdesk.services.wording.words import filled


@dataclass(frozen=True, slots=True, kw_only=True)
class AskKnown:
    """What the words of an ask may speak of; empty where it is not known. `ask_templates` says what each is."""

    first: str = ""
    new: str = ""
    new_first: str = ""
    why: str = ""
    who: str = ""
    wants: str = ""
    me: str = ""
    me_first: str = ""
    known_by: str = ""
    contact: str = ""


def ask_known(person: Person, me: Me, target: Person | None, profile: Profile | None, why: str) -> AskKnown:
    """What is known of an ask to ``person``; ``why`` is why the target would be glad of it, as it was typed."""
    said = _sentence(why)
    return AskKnown(
        first=person.first_name,
        new=target.name if target else "",
        new_first=target.first_name if target else "",
        why=said,
        who=portrait(profile) if profile else "",
        wants=profile.wants if profile else "",
        me=me.name,
        me_first=me.name.partition(" ")[0],
        known_by=_known_by(person, me),
        contact=me.email,
    )


def asking_words(level: Level, known: AskKnown, *, with_profile: bool) -> tuple[str, ...]:
    """What you might say: two wordings, the first to be offered first."""
    return _wordings(ASKING[f"{level}_profile" if with_profile else level], known)


def writing_words(level: Level, known: AskKnown) -> tuple[str, ...]:
    """What they could write: two wordings."""
    return _wordings(WRITING[level], known)


def _wordings(templates: tuple[tuple[str, ...], ...], known: AskKnown) -> tuple[str, ...]:
    return filled(templates, asdict(known))


def _sentence(typed: str) -> str:
    """What was typed as a sentence without its full stop: it begins with a capital letter."""
    said = " ".join(typed.split()).rstrip(".!?…;:, ")
    return f"{said[:1].upper()}{said[1:]}"


def _known_by(person: Person, me: Me) -> str:
    """How they know the user's work; only of a client can that be said for them."""
    first = me.name.partition(" ")[0]
    return f"{first} has looked after me, and I was glad of it" if first and CLIENT_ROLES & set(person.roles) else ""
