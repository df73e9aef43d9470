"""A book lived in day after day: the lists it keeps are those of a fresh book with the same contents."""

import json
import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from refdesk.desktop import clock
from refdesk.domain.errors import KnownError
from refdesk.services import people, timeline
from refdesk.services import tasks as own_tasks
from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from tests.attack.json_books import COUNTS, Json, Maker
from tests.attack.program import Ran, refdesk

FIRST_DAY = date(2026, 11, 22)
WORDS = ("+gave", "+got", "+told", "+story", "+done !delighted", "+done !mixed", "+complaint", "!satisfied", "")
WHEN = ("today", "yesterday", "3 days ago", "last week", "tomorrow", "in 2 weeks")


class Life:
    """What somebody does with one book over many days, by the command line and by the services below the window."""

    def __init__(self, seed: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.random = random.Random(seed)
        self.folder, self.book, self.day = folder, folder / "lived.refdesk", FIRST_DAY
        self.maker = Maker(seed, self.day)
        monkeypatch.setattr(clock, "now_local", lambda: datetime.combine(self.day, time(12)))
        self.count = 0
        assert self.bring_in(self.maker.book()).code == 0

    def run(self, *words: object) -> Ran:
        """One command, with or without saying which day it is."""
        return refdesk(*words, book=self.book, day=self.random.choice((None, self.day)))

    def bring_in(self, plain: Json) -> Ran:
        """Import records."""
        file = self.folder / "in.json"
        file.write_text(json.dumps(plain), encoding="utf-8")
        return self.run("import", "--json", file)

    def live(self) -> None:
        """One day."""
        self.maker.day = self.day
        acts: tuple[Callable[[], object], ...] = (
            *[self._log] * 3,
            *[self._desk] * 2,
            self._records,
            self._person,
            self._undo,
            self._look,
        )
        for _ in range(self.random.randrange(5)):
            self.random.choice(acts)()

    def _log(self) -> None:
        some = self.random
        with_ = some.choice([*self.maker.ids, "Somebody New"])
        line = f"{some.choice(('Call', 'Coffee', 'Mail'))} with {with_} {some.choice(WHEN)}: words {some.choice(WORDS)}"
        self.run("log", *(["--new"] if some.random() < 0.5 else []), line)

    def _records(self) -> None:
        """New asks and referrals, and new turns of old ones."""
        number = self.random.randrange(100, 112)
        ask, referral = self.maker._ask(number), self.maker._received(number)
        if ask["state"] == "agreed":
            referral = self.maker._received(number, ask)
        self.bring_in({"refdesk": 1, "asks": [ask], "referrals": [referral], "profiles": [self.maker._profile(0)]})

    def _person(self) -> None:
        person = self.maker._person(self.random.choice(self.maker.ids))
        policy = {"warm_within": self.random.choice(COUNTS)} if self.random.random() < 0.2 else {}
        self.bring_in({"refdesk": 1, "policy": policy, "people": [person]})

    def _undo(self) -> None:
        done = self.run("imports", "--json").json()["imports"]
        chosen = [self.random.choice(done)["id"]] if self.random.random() < 0.2 else []
        self.run("undo", *chosen)

    def _desk(self) -> None:
        id_ = self.random.choice(self.maker.ids)
        acts: tuple[Callable[[Desk], object], ...] = (
            lambda desk: people.delete_person(desk, id_),
            lambda desk: people.take_from_trash(desk, id_),
            lambda desk: people.archive_person(desk, id_),
            lambda desk: people.unarchive_person(desk, id_),
            lambda desk: people.empty_trash(desk),
            lambda desk: timeline.delete_entry(desk, f"e{self.random.randrange(30)}"),
            lambda desk: own_tasks.finish_task(desk, f"t{self.random.randrange(3)}"),
            lambda desk: own_tasks.snooze(desk, "task:t0", self.day + timedelta(self.random.randrange(9))),
        )
        with Book.open(self.book, clock.now_utc) as book:
            try:
                self.random.choice(acts)(Desk(book, self.day))
            except KnownError:
                self.count += 1

    def _look(self) -> None:
        """Looking at another day writes nothing that a later look could trip over."""
        other = self.day + timedelta(self.random.choice((-400, -1, 1, 30, 400)))
        refdesk(self.random.choice(("ready", "today")), book=self.book, day=other)


def lists(book: Path, day: date | None, export: Json) -> Json:
    """All that the lists say of a day, but for referrals that are not exported with their champion in the trash."""
    ready = refdesk("ready", "--all", "--json", book=book, day=day).json()
    today = refdesk("today", "--json", book=book, day=day).json()
    referrals = {None, *(referral["id"] for referral in export.get("referrals", []))}
    tasks = [task for task in today["tasks"] if task["referral"] in referrals]
    said = json.dumps({"people": ready["people"], "tasks": tasks})
    return dict(json.loads(said.replace("somebody new", "somebody")))  # a fresh book knows no one in the trash


def live_and_compare(life: Life, days: int) -> None:
    """Live for some days; each evening the lists are those of a fresh book made of the export."""
    for _ in range(days):
        life.live()
        export = life.folder / "out.json"
        assert life.run("export", "--format", "json", "--out", export).code == 0
        fresh = life.folder / f"{life.day}.refdesk"
        ran = refdesk("import", "--json", export, book=fresh, day=life.day)
        assert ran.code == 0, ran.out
        plain = json.loads(export.read_bytes())
        wanted = lists(fresh, life.day, plain)
        assert lists(life.book, life.random.choice((None, life.day)), plain) == wanted, life.day
        life.day += timedelta(life.random.choice((1, 1, 1, 2, 30)))
    assert life.run("check").code == 0


@pytest.mark.parametrize("seed", range(3))
def test_a_lived_in_book_lists_what_a_fresh_one_does(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_and_compare(Life(seed, tmp_path, monkeypatch), days=10)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 130))
def test_sixty_days_of_many_books(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live_and_compare(Life(seed, tmp_path, monkeypatch), days=60)
