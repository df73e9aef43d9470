"""Where invented people live and answer the telephone: streets that do not exist, numbers that nobody can have."""

from dataclasses import dataclass

from refdesk.domain.identity import phone_key
from refdesk.domain.person import Address, ContactPoint
from refdesk.services.sample.chance import Chance


@dataclass(frozen=True, slots=True)
class Place:
    """A town with the way its country writes a street, a postcode and, where it has fictional numbers, a telephone.

    In the patterns ``#`` stands for any digit, ``@`` for a letter that ends a British postcode, ``{n}`` for the
    number of a house and ``{street}`` for the street. ``phones`` are ranges that a regulator keeps for fiction.
    """

    city: str
    postcodes: tuple[str, ...]
    phones: tuple[str, ...] = ()
    region: str = ""
    country: str = "United Kingdom"
    line: str = "{n} {street}"
    streets: tuple[str, ...] = ()


_BRITISH_STREETS = (
    "Lantern Row",
    "Quayside Lane",
    "Old Foundry Yard",
    "Mulberry Steps",
    "Tanner's Court",
    "Saltpan Road",
    "Cider Mill Lane",
    "Ropewalk Terrace",
    "Kiln Field",
    "Bellmaker Street",
    "St Aldhelm's Walk",
    "Glasshouse Mews",
    "Heron Bank",
    "Wherry Wharf",
    "Larkrise Hill",
    "Coppersmith Square",
)
_MOBILE = "07700 900###"

_BRISTOL = Place("Bristol", ("BS1 #@@", "BS3 #@@", "BS6 #@@", "BS8 #@@"), ("0117 496 0###", _MOBILE))
_NEAR = (
    Place("Bath", ("BA1 #@@", "BA2 #@@"), (_MOBILE, "01632 960###")),
    Place("Cardiff", ("CF10 #@@", "CF24 #@@"), ("029 2018 0###", _MOBILE)),
    Place("Clevedon", ("BS21 #@@",), (_MOBILE, "01632 960###"), region="North Somerset"),
    Place("Stroud", ("GL5 #@@",), (_MOBILE, "01632 960###"), region="Gloucestershire"),
    Place("London", ("SE1 #@@", "N16 #@@"), ("020 7946 0###", _MOBILE)),
)
_FAR = (
    Place("Edinburgh", ("EH3 #@@",), ("0131 496 0###", _MOBILE)),
    Place("Belfast", ("BT7 #@@",), ("028 9649 6###", _MOBILE), region="County Antrim"),
    Place(
        "Köln",
        ("50###",),
        ("+49 221 4710 ###",),
        country="Germany",
        line="{street} {n}",
        streets=("Lindenstraße", "Alte Kranstraße", "Weißgerberstraße", "Ufergasse"),
    ),
    Place(
        "Hamburg",
        ("204##",),
        ("+49 40 66969 ###",),
        country="Germany",
        line="{street} {n}",
        streets=("Reepschlägerstraße", "Leuchtturmstraße"),
    ),
    Place(
        "Lyon",
        ("6900#",),
        ("+33 4 65 71 ## ##",),
        country="France",
        line="{n}, {street}",
        streets=("rue des Tisserands", "quai de l'Écluse", "impasse du Vieux Four"),
    ),
    Place(
        "Göteborg",
        ("411 ##",),
        ("+46 31 390 06 ##",),
        country="Sweden",
        line="{street} {n}",
        streets=("Repslagaregatan", "Fyrvägen", "Östra Bryggan"),
    ),
    Place(
        "Portland",
        ("9720#",),
        ("+1 503-555-01##",),
        region="OR",
        country="United States",
        streets=("Alder Mill Road", "Ferry Landing Drive", "Old Cannery Avenue"),
    ),
    Place(
        "Melbourne",
        ("300#",),
        ("+61 3 5550 ####",),
        region="VIC",
        country="Australia",
        streets=("Bluegum Crescent", "Old Jetty Road", "Wattlebird Parade"),
    ),
    Place(
        "Rotterdam",
        ("301# BK",),
        country="Netherlands",
        line="{street} {n}",
        streets=("Touwslagerskade", "Oude Zeilmakersstraat"),
    ),
    Place(
        "Kraków",
        ("31-###",),
        country="Poland",
        line="ul. {street} {n}/4",
        streets=("Garncarska Boczna", "Żaglowa", "Młynarska Górna"),
    ),
    Place(
        "Porto",
        ("4050-###",),
        country="Portugal",
        line="{street}, {n}, 2.º Dto.",
        streets=("Rua das Cordoarias Velhas", "Travessa do Farol"),
    ),
    Place(
        "横浜市",
        ("231-00##",),
        region="神奈川県",
        country="Japan",
        line="中区{street}{n}丁目3-8",
        streets=("港見町", "灯台通"),
    ),
)

_POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def address(chance: Chance, *, far: bool) -> tuple[Address, Place]:
    """A postal address in its country's layout, and the place it lies in: in or near Bristol, or ``far`` from it."""
    place = chance.deal(_FAR) if far else chance.pick((_BRISTOL, chance.pick(_NEAR)))
    street = chance.pick(place.streets or _BRITISH_STREETS)
    return Address(
        street=place.line.format(n=chance.between(1, 9 if place.country == "Japan" else 88), street=street),
        city=place.city,
        region=place.region,
        postcode=_digits(chance, chance.pick(place.postcodes)),
        country=place.country,
        label=chance.pick(("work", "work", "home")),
    ), place


class Directory:
    """Hands out telephone numbers, no two that could be taken for one; where they run out, people have none."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def number(self, place: Place) -> tuple[ContactPoint, ...]:
        """A fictional number of that place, or nothing."""
        if not place.phones:
            return ()
        pattern = self._chance.pick(place.phones)
        for _ in range(3):
            number = _digits(self._chance, pattern)
            if phone_key(number) not in self._taken:
                self._taken.add(phone_key(number))
                return (ContactPoint(number, "mobile" if pattern == _MOBILE else "work"),)
        return ()


def _digits(chance: Chance, pattern: str) -> str:
    """The pattern with a digit for each ``#`` and a letter for each ``@``."""
    drawn = {"#": "0123456789", "@": _POSTCODE_LETTERS}
    return "".join(chance.pick(drawn[sign]) if sign in drawn else sign for sign in pattern)
