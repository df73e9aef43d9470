"""Random whole books as RefDesk JSON: every state, kind and mark, with days crowded around the method's counts."""

import random
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]

COUNTS = (0, 1, 2, 3, 5, 7, 14, 22, 30, 45, 60, 67, 90, 120, 180, 200, 365)
ROLES = ("client", "past_client", "prospect", "partner", "colleague", "vendor", "friend", "relative", "other")
KINDS = ("meeting", "video", "call", "message", "letter", "event", "milestone", "note")
SHARED_MARKS = ("gave", "received", "explained", "story", "expectation", "offered_help", "repayment_offer")
TAGS = ("Law", " law ", "LAW", "building", "Straße", "STRASSE", "food")
POLICY = {
    "acquainted_after": (0, 10, 45),
    "dormant_after": (20, 100, 400),
    "settle_days": (0, 1, 14),
    "warm_within": (1, 30, 200),
    "owe_limit": (1, 3),
    "explained_within": (30, 800),
    "ask_cooldown": (1, 20, 200),
    "repay_pause": (0, 1, 9),
    "offer_valid": (5, 200),
    "answer_within": (1, 30),
    "confirm_within": (1, 30),
    "follow_up_within": (0, 9),
    "status_every": (5, 60),
    "helped_check": (2, 40),
    "thank_within": (0, 4),
}
"""Other numbers a user may choose, by their names in the book."""


class Maker:
    """One random book, recorded on a day."""

    def __init__(self, seed: int, day: date, people: int = 7) -> None:
        self.random = random.Random(seed)
        self.day = day
        self.ids = [f"p{number}" for number in range(people)]

    def book(self) -> Json:
        """The whole of it."""
        some = self.random
        policy = {name: some.choice(days) for name, days in POLICY.items() if some.random() < 0.2}
        book: Json = {"refdesk": 1}
        if policy and some.random() < 0.4:
            book["policy"] = policy
        book["profiles"] = [self._profile(number) for number in range(some.randrange(3))]
        book["people"] = [self._person(id_) for id_ in self.ids]
        book["timeline"] = [self._entry(number) for number in range(some.randrange(5, 50))]
        book["asks"], book["referrals"] = [], []
        for number in range(some.randrange(8)):
            book["asks"].append(self._ask(number))
        for ask in book["asks"]:
            if ask["state"] == "agreed" or some.random() < 0.1:
                book["referrals"].append(self._received(len(book["referrals"]), ask))
        for _ in range(some.randrange(6)):
            make = self._given if some.random() < 0.3 else self._received
            book["referrals"].append(make(len(book["referrals"])))
        book["notes"] = [self._note(number, book) for number in range(some.randrange(4))]
        book["tasks"] = [self._task(number) for number in range(some.randrange(3))]
        book["later"] = self._later(book)
        return book

    def _ago(self, least: int = 0, most: int = 500) -> int:
        """A number of days, most often at, just before or just after one that the method counts."""
        near = self.random.choice(COUNTS) + self.random.choice((-1, 0, 0, 1))
        days = near if self.random.random() < 0.8 else self.random.randrange(most)
        return max(least, min(most, days))

    def _past(self) -> str:
        return (self.day - timedelta(self._ago())).isoformat()

    def _any_day(self) -> str:
        return (self.day + timedelta(self._ago() * self.random.choice((1, -1)))).isoformat()

    def _maybe(self, record: Json, chance: float, name: str, value: Any) -> None:
        if self.random.random() < chance:
            record[name] = value

    def _some(self, words: Any, most: int) -> list[str]:
        return self.random.sample(list(words), self.random.randrange(most + 1))

    def _profile(self, number: int) -> Json:
        profile: Json = {"id": f"f{number}", "name": "Somebody", "tags": self._some(TAGS, 2)}
        self._maybe(profile, 0.3, "active", False)
        return profile

    def _person(self, id_: str) -> Json:
        some = self.random
        person: Json = {"id": id_, "name": some.choice(("Ana", "ana", "Éva", "Straße", "Zoë", "李")) + id_[1:]}
        self._maybe(person, 0.6, "roles", self._some(ROLES, 2))
        self._maybe(person, 0.7, "trust", some.choice(("unknown", "low", "growing", "high", "high")))
        self._maybe(person, 0.4, "cadence_days", some.choice((1, 3, 30, 60, 91, 120, 400)))
        self._maybe(person, 0.5, "known_since", self._any_day())
        self._maybe(person, 0.06, "do_not_ask", True)
        self._maybe(person, 0.5, "knows", self._some(TAGS, 2))
        others = [other for other in self.ids if other != id_]
        self._maybe(person, 0.5, "could_introduce", self._some(others, min(6, len(others))))
        self._maybe(person, 0.5, "sorted", True)
        self._maybe(person, 0.1, "archived", True)
        self._maybe(person, 0.05, "died_on", self._past())
        return person

    def _entry(self, number: int) -> Json:
        some = self.random
        with_ = some.sample(self.ids, 1 if some.random() < 0.8 else min(2, len(self.ids)))
        entry: Json = {"id": f"e{number}", "on": self._past(), "kind": some.choice(KINDS), "people": with_}
        if entry["kind"] not in ("milestone", "note"):
            self._maybe(entry, 0.4, "direction", some.choice(("both", "in", "out")))
        marks = [mark for mark in SHARED_MARKS if some.random() < 0.12]
        if len(with_) == 1:
            marks += [mark for mark, chance in (("delivered", 0.2), ("complaint", 0.06)) if some.random() < chance]
            self._maybe(entry, 0.3, "satisfaction", some.choice(("delighted", "satisfied", "mixed", "unhappy")))
        if "complaint" in marks:
            resolved = date.fromisoformat(entry["on"]) + timedelta(some.choice((0, 1, 5, 40)))
            self._maybe(entry, 0.8, "resolved_on", min(resolved, self.day).isoformat())
        if marks:
            entry["marks"] = marks
        if some.random() < 0.1 and "resolved_on" not in entry:
            entry["on"], entry["planned"] = self._any_day(), True
        if some.random() < 0.3:
            entry["on"] += some.choice(("T09:00", "T09:30", "T00:00", "T23:59"))
        return entry

    def _ask(self, number: int) -> Json:
        some = self.random
        state = some.choice(("draft", "planned", "asked", "asked", "agreed", "declined", "later", "later"))
        ask: Json = {"id": f"a{number}", "person": some.choice(self.ids), "state": state}
        if state not in ("draft", "planned"):
            ask["asked_on"] = self._past()
        if state in ("agreed", "declined", "later"):
            answered = date.fromisoformat(ask["asked_on"]) + timedelta(some.choice((0, 1, 10, 30)))
            self._maybe(ask, 0.6, "answered_on", min(answered, self.day).isoformat())
        if state == "later":
            ask["later_until"] = self._any_day()
        self._maybe(ask, 0.5, "level", some.choice(("recommendation", "introduction")))
        self._maybe(ask, 0.5, "occasion_on", self._any_day())
        if state == "agreed":
            ask["comfortable"] = True
        return ask

    def _received(self, number: int, ask: Json | None = None) -> Json:
        some = self.random
        champion = ask["person"] if ask else some.choice(self.ids)
        referral: Json = {"id": f"r{number}", "champion": champion}
        if ask:
            referral["ask"] = ask["id"]
        states = ["agreed", "agreed", "made", "made", "followed_up", "won", "lost", "not_a_fit", "lapsed"]
        self._stations(referral, some.choice(states))
        others = [other for other in self.ids if other != champion]
        self._maybe(referral, 0.6, "prospect", some.choice(others))
        self._maybe(referral, 0.6, "level", some.choice(("recommendation", "introduction")))
        self._maybe(referral, 0.4, "thank_by", some.choice(("letter", "call", "message", "meeting")))
        self._maybe(referral, 0.4, "confirm_by", self._any_day())
        thanks = []
        for step in (1, 2, 3):
            if some.random() < 0.6:
                done: Json = {"step": step, "done_on": self._past(), "by": "call"}
                skipped: Json = {"step": step, "skipped_on": self._past(), "why": "They did not want any"}
                thanks.append(done if some.random() < 0.7 else skipped)
        if thanks:
            referral["thanks"] = thanks
        return referral

    def _given(self, number: int) -> Json:
        some = self.random
        to, prospect = some.sample(self.ids, 2)
        referral: Json = {"id": f"r{number}", "direction": "given", "to": to, "prospect": prospect}
        self._stations(referral, some.choice(("agreed", "made", "made", "followed_up", "won", "lost", "lapsed")))
        return referral

    def _stations(self, referral: Json, state: str) -> None:
        """The state with the dates it needs, here and there one more, one missing or two out of order."""
        some = self.random
        referral["state"] = state
        needed = {
            "agreed": ("agreed_on",),
            "lapsed": ("agreed_on",),
            "made": ("made_on",),
            "followed_up": ("made_on", "followed_up_on"),
        }.get(state, ("made_on", "outcome_on"))
        optional = {"made": ("agreed_on",), "followed_up": ("agreed_on",), "agreed": (), "lapsed": ()}
        extra = optional.get(state, ("agreed_on", "followed_up_on"))
        names = [
            name
            for name in ("agreed_on", "made_on", "followed_up_on", "outcome_on")
            if name in needed or (name in extra and some.random() < 0.7)
        ]
        days = [self._past() for _ in names]
        if some.random() < 0.85:
            days.sort()
        referral.update(zip(names, days, strict=True))
        if state != "agreed" and state != "lapsed" and some.random() < 0.3:
            referral["told_on"] = sorted(self._past() for _ in range(some.randrange(1, 3)))

    def _note(self, number: int, book: Json) -> Json:
        """A note of its own, or one that belongs to a thank-you."""
        some = self.random
        note: Json = {"id": f"n{number}", "person": some.choice(self.ids), "occasion": "congratulation"}
        note["state"] = some.choice(("to_write", "written", "posted"))
        if note["state"] == "posted":
            note["posted_on"] = self._past()
        self._maybe(note, 0.7, "due", self._any_day())
        received = [referral for referral in book["referrals"] if "champion" in referral]
        if received and some.random() < 0.5:
            referral = some.choice(received)
            occasion = f"thank_you_{some.randrange(1, 4)}"
            note.update(person=referral["champion"], referral=referral["id"], occasion=occasion)
        return note

    def _task(self, number: int) -> Json:
        some = self.random
        kind = some.choice(("follow_up", "check", "status", "reconnect", "keep_in_touch", "custom"))
        task: Json = {"id": f"t{number}", "kind": kind, "title": "Do it", "due": self._any_day()}
        self._maybe(task, 0.7, "person", some.choice(self.ids))
        self._maybe(task, 0.3, "done_on", self._past())
        self._maybe(task, 0.3, "at", "09:00")
        return task

    def _later(self, book: Json) -> list[Json]:
        some = self.random
        keys = [f"task:{task['id']}" for task in book["tasks"]]
        keys += [f"ask:{ask['id']}:check" for ask in book["asks"]]
        for referral in book["referrals"]:
            keys += [f"referral:{referral['id']}:{kind}" for kind in ("check", "status", "thank_you:1", "thank_you:2")]
        picked = [key for key in keys if some.random() < 0.15]
        return [{"key": key, "until": self._any_day() + some.choice(("", "T09:00"))} for key in picked]
