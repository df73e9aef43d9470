"""The first day of a new user: five hundred connections, and what they know of ten of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.words import State

_GIVEN = ("Ann", "Bob", "Chidi", "Dora", "Emre", "Fatima", "Goran", "Hana", "Ivo", "Jun", "Kofi", "Lena", "Mei", "Nils")
_FAMILY = ("Lee", "Ray", "Okafor", "Fox", "Yildiz", "Khan", "Novak", "Sato", "Petrov", "Kim", "Mensah", "Braun", "Chen")
_TITLES = ("Partner", "Owner", "Head of Sales", "Dentist", "Practice Manager", "")


@dataclass(frozen=True, slots=True)
class Picked:
    """Somebody whom the user picked: their row, the answers, and where they stand after them."""

    row: int
    answers: FirstTenAnswers
    state: State


TEN = (
    Picked(3, FirstTenAnswers(glad="delighted", last_talk="week", explained=True, knows=("Dentists",)), "ready"),
    Picked(
        41, FirstTenAnswers(glad="satisfied", last_talk="month", explained=True, knows=("dentists", "law")), "ready"
    ),
    Picked(97, FirstTenAnswers(glad="delighted", last_talk="quarter", knows=("dentists",)), "almost"),
    Picked(120, FirstTenAnswers(glad="delighted", last_talk="month", explained=True), "almost"),
    Picked(
        188, FirstTenAnswers(glad="delighted", last_talk="longer", explained=True, knows=("dentists",)), "reconnect"
    ),
    Picked(240, FirstTenAnswers(last_talk="longer"), "reconnect"),
    Picked(301, FirstTenAnswers(last_talk="week"), "nurture"),
    Picked(377, FirstTenAnswers(glad="mixed", last_talk="month", explained=True, knows=("dentists",)), "nurture"),
    Picked(420, FirstTenAnswers(glad="unhappy", last_talk="month", explained=True, knows=("dentists",)), "do_not_ask"),
    Picked(499, FirstTenAnswers(knows=("dentists",)), "nurture"),
)


def connections(today: date, count: int = 500) -> list[tuple[str, ...]]:
    """Rows of LinkedIn's Connections.csv: unlike names, hardly an e-mail address, some years of connecting."""
    random = Random(20)
    rows = []
    for number in range(count):
        given, family = _GIVEN[number % 14], f"{_FAMILY[number % 13]}{chr(97 + number % 26)}{chr(97 + number // 26)}"
        on = today - timedelta(days=random.randint(40, 3_000))
        email = f"p{number}@x.example" if number % 50 == 0 else ""
        url = f"https://www.linkedin.com/in/{given}-{number}".lower() if number % 10 else ""
        rows.append((given, family, url, email, f"Firm {number % 60}", random.choice(_TITLES), f"{on:%d %b %Y}"))
    return rows


def name_of(picked: Picked, rows: list[tuple[str, ...]]) -> str:
    """What somebody picked is called."""
    return f"{rows[picked.row][0]} {rows[picked.row][1]}"
