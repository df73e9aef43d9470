"""The adviser of the sample: name, work, who a good referral is, and the clients whose stories may be told."""

from dataclasses import dataclass, replace

from refdesk.domain.records import Me, Profile, Story
from refdesk.domain.words import Consent
from refdesk.services.sample.bonds import Bond, live
from refdesk.services.sample.chance import Chance
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.inner import client_sketch, warm_bond
from refdesk.services.sample.people import FITTING_TAGS
from refdesk.services.sample.trades import OWNERS, Trade

ME = Me(
    name="Inês Carvalho",
    business="Carvalho Succession Planning",
    email="ines.carvalho@example.org",
    sentence="I help owners of family firms hand over what they built, to the right people and at the right time.",
)


def profiles(chance: Chance) -> tuple[Profile, ...]:
    """Who a good referral is: the profile in use, and the one of last year."""
    owners = Profile(
        id=chance.id(),
        name="Owners around sixty",
        industry="manufacturing or the building trades",
        role="the owner of a family firm",
        situation="thinking of stepping back within three years",
        wants="hand over without losing what the firm stands for",
        tags=FITTING_TAGS,
    )
    practices = Profile(
        id=chance.id(),
        name="Practices that change hands",
        industry="health care",
        role="a dentist or vet with a practice",
        situation="approached by a chain",
        wants="find out what the practice is worth, and to whom",
        tags=("health practices",),
        active=False,
    )
    return owners, practices


@dataclass(frozen=True, slots=True)
class Told:
    """A success story, by the trade of the client whom it is about."""

    trades: tuple[Trade, ...]
    client_type: str
    problem: str
    done: str
    result: str
    consent: Consent | None
    tags: tuple[str, ...]


def _of(name: str) -> tuple[Trade, ...]:
    return tuple(trade for trade in OWNERS if trade.name == name)


TOLD: tuple[Told, ...] = (
    Told(
        _of("joinery"),
        "family joinery",
        "The owner was 63, with two sons and one chair.",
        "Valued the firm, agreed on a family charter, sold in three steps to the younger son.",
        "Handed over on the day planned. The elder son runs the sites and is content.",
        "named",
        ("building trades", "family firms"),
    ),
    Told(
        _of("printing"),
        "print works",
        "No heir, a lease for four more years and a works manager without savings.",
        "Arranged a sale to the managers, paid from profits over five years.",
        "All twelve jobs are still there; the founder comes in on Fridays for cake.",
        "unnamed",
        ("manufacturing",),
    ),
    Told(
        _of("dentistry"),
        "dental practice",
        "A chain had made an offer, and two associates wanted to stay independent.",
        "Compared the offer with a sale to the associates and found a lender.",
        "Sold to the associates for a little less money and a lot more sleep.",
        "unnamed",
        ("health practices",),
    ),
    Told(
        _of("restaurants"),
        "harbour restaurant",
        "Two founders who no longer spoke, and one lease.",
        "Mediated, valued both halves and wrote the separation into six pages.",
        "Both kitchens are open, and they nod to each other at the market.",
        None,
        ("hospitality",),
    ),
)


def _since(draft: Draft, told: Told) -> Bond:
    """What came after the story: one client stayed close, others hear little, and one has not been seen for long."""
    bond = replace(warm_bond(draft), delivered=((draft.chance.between(320, 350), "delighted"),))
    if told.consent == "named":
        return bond
    if told.consent == "unnamed":
        return replace(bond, told=())
    return replace(bond, told=(), expected=(), last=draft.chance.between(200, 260))


def storied_client(draft: Draft) -> None:
    """One of the first clients, with the story of what was done for them."""
    told = TOLD[len(draft.stories) % len(TOLD)]
    character = draft.meet(replace(client_sketch(draft), trades=told.trades, trust="high"))
    live(draft, character, _since(draft, told))
    draft.regulars.append(character)
    story = Story(
        id=draft.chance.id(),
        client=character.id,
        client_type=told.client_type,
        problem=told.problem,
        done=told.done,
        result=told.result,
        consent=told.consent,
        tags=told.tags,
    )
    draft.stories.append(story)
