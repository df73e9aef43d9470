"""What the palette offers for what was typed: at most nine rows, in groups, in an order that never surprises."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from refdesk.domain.name_match import Fit, Match, Span, match_name
from refdesk.gui.navigation import LogRequest, Navigation
from refdesk.gui.window.commands import Command
from refdesk.services.desk import Desk
from refdesk.services.lookup import Offered, lately, look_up, offered

MOST_ROWS, MOST_PEOPLE, MOST_ACTS, RECENT = 9, 4, 4, 5

PEOPLE, DO, GO, SETTINGS = "People", "Do", "Go to", "Settings"
GROUPS: Final = (PEOPLE, DO, GO, SETTINGS)


@dataclass(frozen=True, slots=True)
class PersonCommand:
    """Something to do with one person: ``words`` hold ``{first}``; ``asking`` leaves out those never to be asked."""

    words: str
    icon: str
    act: Callable[[str], object]
    key: str = ""
    asking: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: its group, its words with the letters that were typed, what stands beside them, and what it does.

    ``person`` is the id of whom it is about; ``avatar`` the full name that gives a face, empty for an ``icon``.
    """

    group: str
    words: str
    act: Callable[[], object]
    spans: tuple[Span, ...] = ()
    context: str = ""
    icon: str = ""
    avatar: str = ""
    key: str = ""
    person: str = ""


def standard_person_commands(navigation: Navigation) -> tuple[PersonCommand, ...]:
    """What can be done with anybody."""

    def log(id_: str) -> None:
        navigation.log(LogRequest(people=(id_,)))

    def plan(id_: str) -> None:
        navigation.log(LogRequest(people=(id_,), text="Coffee tomorrow"))

    def ready(id_: str) -> None:
        navigation.go("ready", id_)

    return (
        PersonCommand("Log interaction with {first}", "plus", log, "Ctrl+L"),
        PersonCommand("Plan a catch-up with {first}", "calendar-plus", plan),
        PersonCommand("Prepare an ask of {first}", "messages-square", navigation.ask, "Ctrl+Shift+A", asking=True),
        PersonCommand("See whether {first} is ready to be asked", "sprout", ready, asking=True),
    )


@dataclass(frozen=True, slots=True)
class Offers:
    """Makes the rows, from the people of a desk and from what the window can do."""

    navigation: Navigation
    commands: Sequence[Command]
    person_commands: Sequence[PersonCommand]

    def at_first(self, desk: Desk, current: str) -> list[Offer]:
        """Before anything is typed: people spoken with lately, and what can be done with the current one."""
        people = [self._person(person) for person in lately(desk, RECENT)]
        selected = offered(desk, current) if current else None
        acts = self._acts(selected, ()) if selected else []
        doing = [self._command(command, ()) for command in self.commands if _group(command) == DO]
        return people + (acts or doing)[: min(MOST_ACTS, MOST_ROWS - len(people))]

    def found(self, desk: Desk, typed: str) -> list[Offer]:
        """For what was typed: people, what can be done with the best of them, and commands."""
        people = look_up(desk, typed, MOST_PEOPLE)
        commands = self._commands(typed)
        best = people[0] if people and people[0].is_sure else None
        if best is None and commands:
            people = []  # nobody is surely meant, and something else is
        acts = self._acts(best, _first_spans(best)) if best else []
        room = MOST_ROWS - len(people)
        acts = acts[: max(1, room - len(commands))] if acts else []
        rows = [self._person(person) for person in people] + acts + commands
        return sorted(rows[:MOST_ROWS], key=lambda row: GROUPS.index(row.group))

    def _person(self, person: Offered) -> Offer:
        return Offer(
            PEOPLE,
            person.name,
            partial(self.navigation.go, "contacts", person.id),
            person.spans,
            person.context,
            avatar=person.name,
            key="Return",
            person=person.id,
        )

    def _acts(self, person: Offered, typed: tuple[Span, ...]) -> list[Offer]:
        rows: list[Offer] = []
        for command in self.person_commands:
            if command.asking and not person.may_be_asked:
                continue
            before = command.words.partition("{first}")[0]
            spans = tuple((start + len(before), end + len(before)) for start, end in typed)
            words = command.words.replace("{first}", person.first)
            act = partial(command.act, person.id)
            rows.append(Offer(DO, words, act, spans, icon=command.icon, key=command.key, person=person.id))
        return rows

    def _commands(self, typed: str) -> list[Offer]:
        """The window's commands that fit, the best first; alike ones in the order of the menus."""
        fits: list[tuple[Fit, int, Offer]] = []
        for place, command in enumerate(self.commands):
            match = match_name(typed, command.words)
            if match is not None and _is_close(match):
                fits.append((match.fit, place, self._command(command, match.spans)))
        return [row for _, _, row in sorted(fits, key=lambda fit: fit[:2])][:MOST_ROWS]

    def _command(self, command: Command, spans: tuple[Span, ...]) -> Offer:
        return Offer(_group(command), command.words, command.act, spans, icon=command.icon, key=command.key)


def _group(command: Command) -> str:
    """Where a command of the window stands in the palette, by its menu."""
    if command.words == SETTINGS or command.menu == SETTINGS:
        return SETTINGS
    return GO if command.menu == GO else DO


def _is_close(match: Match) -> bool:
    return match.fit is not Fit.LOOSE


def _first_spans(person: Offered) -> tuple[Span, ...]:
    """The typed letters that stand in the first name, where the full name begins with it."""
    if not person.name.startswith(person.first):
        return ()
    return tuple((start, min(end, len(person.first))) for start, end in person.spans if start < len(person.first))
