"""Who a good referral is: the user's profiles, said as one sentence, and whether that is specific enough."""

from dataclasses import dataclass, replace

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Profile
from refdesk.services.desk import Desk
from refdesk.storage.profiles import speaks_of_profile
from refdesk.storage.records import each
from refdesk.storage.writing import Changes, new_id

SPECIFIC = "Specific enough: names a kind of person, a field and a moment."
NEARLY = "Nearly. Add who it's for, or what's happening in their life."


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the sentence; ``is_blank`` says that it is one of the blanks, filled or not."""

    text: str
    is_blank: bool = False


EXAMPLES: tuple[tuple[str, Profile], ...] = (
    (
        "Financial adviser",
        Profile(
            id="",
            name="Owners stepping back",
            role="an owner of a family firm",
            industry="manufacturing or food, 5 to 50 staff",
            situation="thinking of stepping back within three years",
            wants="leave well, with enough to live on",
            tags=("family firms", "manufacturing", "food"),
        ),
    ),
    (
        "Accountant",
        Profile(
            id="",
            name="First hires",
            role="a founder",
            industry="design or software",
            situation="taking on a first employee this year",
            wants="get payroll and tax right from the first day",
            tags=("founders", "design", "software"),
        ),
    ),
    (
        "Realtor",
        Profile(
            id="",
            name="Families who outgrow their home",
            role="a couple with young children",
            industry="the old town",
            situation="running out of rooms",
            wants="find a house near the school they like",
            tags=("families", "schools", "old town"),
        ),
    ),
    (
        "Consultant",
        Profile(
            id="",
            name="New managing directors",
            role="a managing director",
            industry="logistics",
            situation="new in the post since spring",
            wants="win the team over in the first hundred days",
            tags=("logistics", "managing directors"),
        ),
    ),
    (
        "Lawyer",
        Profile(
            id="",
            name="Partners who part",
            role="a partner in a practice",
            industry="health care",
            situation="about to buy out a colleague",
            wants="settle it fairly and stay on speaking terms",
            tags=("health practices", "partnerships"),
        ),
    ),
    ("Blank", Profile(id="", name="")),
)
"""Profiles to start from, each under the profession whose it could be."""


def profiles(desk: Desk) -> list[Profile]:
    """All profiles, in order of entry."""
    return list(each(desk.book, Profile))


def save_profile(desk: Desk, profile: Profile) -> tuple[str, Changes]:
    """Write a profile, new or changed: its id, and what changed. Everybody is reassessed, so it may take a second.

    One without a name is called after whom it describes.

    Raises:
        RefusedError: it says nothing at all.
    """
    ready = _ready(profile)
    with desk.act(f"Profile “{ready.name}” saved.") as act:
        if profile.id:
            desk.find(Profile, profile.id)
        act.put(desk.checked(ready))
    return ready.id, act.changes


def delete_profile(desk: Desk, id_: str) -> Changes:
    """Take a profile out of the book; everybody is reassessed.

    Raises:
        RefusedError: an ask or a project speaks of it.
    """
    profile = desk.find(Profile, id_)
    with desk.act(f"Profile “{profile.name}” deleted.") as act:
        if speaks_of_profile(desk.book, id_):
            raise RefusedError("An ask or a project speaks of this profile. Switch it off instead.")
        act.delete(Profile, id_)
    return act.changes


def sentence(profile: Profile) -> tuple[Part, ...]:
    """The profile as the user would say it, piece by piece; an empty blank is left out with the words around it."""
    role, field, moment, wish = (
        blank.strip().rstrip(".?") for blank in (profile.role, profile.industry, profile.situation, profile.wants)
    )
    parts = [Part("“Do you know "), Part(role or "somebody", is_blank=bool(role))]
    parts += [Part(" in "), Part(field, is_blank=True)] if field else []
    parts += [Part(", who is "), Part(moment, is_blank=True)] if moment else []
    parts.append(Part("?"))
    parts += [Part(" I'd like to help them "), Part(wish, is_blank=True), Part(".")] if wish else []
    return (*parts, Part("”"))


def is_specific(profile: Profile) -> bool:
    """Whether one face comes to mind: it names a kind of person, a field and a moment (A4)."""
    return all(blank.strip() for blank in (profile.role, profile.industry, profile.situation))


def portrait(profile: Profile) -> str:
    """Who a good referral is, within a sentence: "an owner in food, who is thinking of stepping back"."""
    role = profile.role.strip()
    if not role:
        return ""
    field, moment = profile.industry.strip(), profile.situation.strip().rstrip(".")
    return f"{role}{f' in {field}' if field else ''}{f', who is {moment}' if moment else ''}"


def _ready(profile: Profile) -> Profile:
    """The profile as it is written: blanks on one line, every tag once, and a name."""
    tags = tuple(dict.fromkeys(filter(None, map(_tidy, profile.tags))))
    ready = replace(
        profile,
        id=profile.id or new_id(),
        role=_tidy(profile.role),
        industry=_tidy(profile.industry),
        situation=_tidy(profile.situation),
        wants=_tidy(profile.wants),
        tags=tags,
    )
    said = (_tidy(profile.name), ready.role, ready.industry, ready.situation, ready.wants, ", ".join(tags))
    name = next(filter(None, said), "")
    if not name:
        raise RefusedError("A profile needs at least one of its blanks.")
    return replace(ready, name=name)


def _tidy(text: str) -> str:
    return " ".join(text.split())
