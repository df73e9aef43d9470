"""What the composer says and offers: occasions, ways to know, the live checks, and the action asked for."""

from dataclasses import dataclass

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Profile
from refdesk.domain.wording_check import Finding, check_wording, leaves_room
from refdesk.domain.words import Level
from refdesk.services.profiles import is_specific, portrait

FACE_TO_FACE = ("Coffee", "Lunch", "Dinner", "Meeting", "Event")
OCCASIONS = (*FACE_TO_FACE, "Video", "Call")
"""The first words of an occasion; a place may follow: "Lunch at Harbour House"."""

WAYS = ("copies me on the email", "tells me", "calls with me there")
"""How they confirm, after their first name."""

LEVEL_CARDS: dict[Level, tuple[str, str]] = {
    "recommendation": ("A recommendation", "{first} mentions you. Easy to say yes to."),
    "introduction": ("An introduction", "{first} brings you together. Asks for more trust."),
}
BIG_STEP = "That’s a big step from where you are. A recommendation may feel easier."

_ABOUT_PEOPLE = ("general", "cornering", "multi_level", "no_target")
_UNSPECIFIC = "Name a kind of person, a field and a moment, so that one face comes to mind."


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a good ask: whether it holds, its words, and what could be better."""

    holds: bool
    words: str
    more: str = ""


def said_occasion(kind: str, place: str) -> str:
    """An occasion as it is kept: "Lunch at Harbour House"."""
    place = " ".join(place.split())
    return f"{kind} at {place}" if place else kind


def occasion_parts(occasion: str) -> tuple[str, str]:
    """The kind and the place of an occasion; what was not put together here is a kind by itself."""
    kind, at, place = occasion.partition(" at ")
    if kind in OCCASIONS and at:
        return kind, place
    return occasion or OCCASIONS[0], ""


def action_for(level: Level, target: Person | None, profile: Profile | None) -> str:
    """What they are asked to do; empty while there is no target."""
    if target is not None:
        new = target.first_name
        return f"Bring {new} and me together." if level == "introduction" else f"Mention me to {new}."
    who = (portrait(profile) or profile.name) if profile is not None else ""
    if not who:
        return ""
    return f"Bring me together with {who}." if level == "introduction" else f"Mention me when you meet {who}."


def checks(ask: Ask, says: str, profile: Profile | None) -> tuple[Check, ...]:
    """What makes a good ask, each told whether it holds; a reward only where there is one."""
    found = {f.rule: f for f in check_wording(f"{ask.why_glad}\n{ask.words}", has_target=_has_target(ask))}
    people = next((found[rule] for rule in _ABOUT_PEOPLE if rule in found), None)
    vague = not ask.target_person and profile is not None and not is_specific(profile)
    one = _check("One person, not “anyone who…”", people)
    face_to_face = occasion_parts(ask.occasion)[0] not in ("Video", "Call")
    lines = (
        Check(False, one.words, _UNSPECIFIC) if vague and one.holds else one,
        Check(face_to_face, "Face to face", "" if face_to_face else "Asking works best in person."),
        _check("An action, not just a name and number", found.get("name_and_number")),
        Check(leaves_room(says), "Leaves room to say no"),
    )
    reward = found.get("reward")
    return (*lines, _check("Thanks, not a reward", reward)) if reward else lines


def _check(words: str, finding: Finding | None) -> Check:
    if finding is None:
        return Check(True, words)
    about = f"“{finding.about}”: " if finding.about else ""
    return Check(False, words, f"{about}{finding.why} {finding.better}")


def _has_target(ask: Ask) -> bool:
    return bool(ask.target_person or ask.target_profile)
