"""A second, independent reckoning of `docs/method.md` section 2, straight from RefDesk JSON, to judge the first by.

It shares no code with the program: books are plain JSON objects, and each rule stands here as the text has it.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.attack.owed import Json, asked_state, known, referral_state, thanks_due

GATES = ("results", "relationship", "giving", "understanding", "opportunity", "timing")
STATES = ("ready", "almost", "hold", "reconnect", "nurture", "do_not_ask")
CLIENTS = {"client", "past_client"}
GOOD = ("satisfied", "delighted")
TALKS = {"meeting": "both", "video": "both", "call": "both", "event": "both", "message": "out", "letter": "out"}


@dataclass
class Judged:
    """What one person's readiness comes to on one day."""

    gates: dict[str, str] = field(default_factory=dict)
    begun: dict[str, bool] = field(default_factory=dict)
    terms: dict[str, int] = field(default_factory=dict)
    state: str = ""
    step: str | None = None
    level: str = ""
    until: date | None = None
    dormant: bool = False
    first_talk: date = date.max

    @property
    def score(self) -> int:
        """The sum of the terms."""
        return sum(self.terms.values())


class View:
    """All that one person's readiness may look at, as it is known on one day."""

    def __init__(self, book: Json, person: Json, today: date) -> None:
        self.book, self.person, self.today = book, person, today
        who = person["id"]
        rows = [e for e in book.get("timeline", []) if who in e["people"] and not e.get("planned")]
        rows = [e for e in rows if date.fromisoformat(e["on"][:10]) <= today]
        rows.sort(key=lambda e: (e["on"][:10], e["on"][11:]))
        self.entries = [(date.fromisoformat(e["on"][:10]), e) for e in rows]
        self.talks = [on for on, e in self.entries if self._direction(e) in ("both", "in")]
        self.faces = [e for _, e in self.entries if self._direction(e) in ("both", "in")]
        self.referrals = [r for r in book.get("referrals", []) if referral_state(r, today)]
        self.by_them = self._made(direction="received", role="champion")
        self.to_them = self._made(direction="given", role="to")
        asks = [a for a in book.get("asks", []) if a["person"] == who]
        self.asks = [a for a in asks if known(a, "asked_on", today)]
        self.policy = book.get("policy", {})

    def number(self, name: str, default: int) -> int:
        """One number of the policy."""
        value: int = self.policy.get(name, default)
        return value

    def ago(self, on: date) -> int:
        """How many days ago."""
        return (self.today - on).days

    def marked(self, *marks: str) -> list[date]:
        """The days of the entries with any of these marks."""
        return [on for on, e in self.entries if set(marks) & set(e.get("marks", []))]

    def helps(self) -> list[date]:
        """The days on which the user helped them."""
        return self.marked("gave") + self.to_them

    def good_work(self) -> list[date]:
        """The days of deliveries that pleased."""
        return [on for on, e in self.entries if "delivered" in e.get("marks", []) and e.get("satisfaction") in GOOD]

    @property
    def roles(self) -> set[str]:
        """What they are."""
        return set(self.person.get("roles", []))

    @property
    def trust(self) -> str:
        """How far they trust."""
        trust: str = self.person.get("trust", "unknown")
        return trust

    @property
    def dormant(self) -> int:
        """After how many days they are dormant."""
        return max(self.number("dormant_after", 180), 2 * int(self.person.get("cadence_days", 0)))

    @property
    def warm(self) -> int:
        """For how many days a conversation stays warm."""
        cadence = self.person.get("cadence_days")
        return int(3 * cadence // 2) if cadence else self.number("warm_within", 90)

    def satisfaction(self) -> str | None:
        """The latest that counts."""
        rows = [e for _, e in self.entries]
        complaints = [place for place, e in enumerate(rows) if "complaint" in e.get("marks", [])]
        after = rows[complaints[-1] + 1 :] if complaints else rows
        return next((e["satisfaction"] for e in reversed(after) if "satisfaction" in e), None)

    def offer(self) -> bool:
        """Whether a sincere offer counts."""
        within = self.number("offer_valid", 60)
        asked = max((date.fromisoformat(a["asked_on"]) for a in self.asks), default=date.min)
        return any(self.ago(on) <= within and asked < on for on in self.marked("offered_help"))

    def introducible(self) -> int:
        """How many people they could introduce."""
        ids = set(self.person.get("could_introduce", []))
        found = [p for p in self.book.get("people", []) if p["id"] in ids and not p.get("archived")]
        return sum(1 for p in found if not CLIENTS & set(p.get("roles", [])))

    def _made(self, *, direction: str, role: str) -> list[date]:
        rows = [r for r in self.referrals if r.get("direction", "received") == direction]
        rows = [r for r in rows if r.get(role) == self.person["id"] and known(r, "made_on", self.today)]
        return [date.fromisoformat(r["made_on"]) for r in rows]

    @staticmethod
    def _direction(entry: Json) -> str:
        return str(entry.get("direction", TALKS[entry["kind"]])) if entry["kind"] in TALKS else ""


def judge(book: Json, person: Json, today: date) -> Judged:
    """The readiness of one person of the book on a day."""
    view, it = View(book, person, today), Judged()
    it.first_talk = min(view.talks, default=date.max)
    relationship, it.dormant = _relationship(view)
    it.gates = {
        "results": _results(view),
        "relationship": relationship,
        "giving": _giving(view),
        "understanding": _understanding(view),
        "opportunity": _opportunity(view),
        "timing": _timing(view)[0],
    }
    it.begun = {gate: it.gates[gate] == "not_yet" and _begun(view, gate) for gate in GATES}
    it.state = _state(it)
    open_ = [gate for gate in GATES if it.gates[gate] != "met"]
    it.step = "timing" if _thanks(view) else next(iter(open_), None)
    it.terms = _terms(view)
    earned = view.satisfaction() == "delighted" or view.trust == "high"
    it.level = "introduction" if earned and (view.by_them or view.offer()) else "recommendation"
    it.until = _until(book, person, today) if it.gates["timing"] == "not_yet" else None
    return it


def _results(view: View) -> str:
    rows = [e for _, e in view.entries if "complaint" in e.get("marks", [])]
    if any(not known(e, "resolved_on", view.today) for e in rows):
        return "blocked"
    satisfaction = view.satisfaction()
    if satisfaction is not None:
        return {"unhappy": "blocked", "mixed": "not_yet"}.get(satisfaction, "met")
    if CLIENTS & view.roles:
        return "not_yet"
    if view.by_them:
        return "met"
    return "met" if view.trust == "high" and "prospect" not in view.roles else "not_yet"


def _relationship(view: View) -> tuple[str, bool]:
    if view.trust == "low" or not view.talks:
        return "not_yet", False
    since = view.person.get("known_since")
    acquainted = since and view.ago(date.fromisoformat(since)) >= view.number("acquainted_after", 30)
    met = any(e["kind"] in ("meeting", "video", "call") for e in view.faces)
    if not acquainted and (len(set(view.talks)) < 2 or not met):
        return "not_yet", False
    last = view.ago(view.talks[-1])
    if last > view.dormant:
        return "not_yet", True
    ends = [b for a, b in zip(view.talks, view.talks[1:], strict=False) if (b - a).days > view.dormant]
    if ends and view.ago(ends[-1]) <= view.dormant:
        valued = any(on >= ends[-1] for on in view.helps() + view.good_work())
        if view.ago(ends[-1]) < view.number("settle_days", 7) or not valued:
            return "not_yet", False
    return ("not_yet" if last > view.warm else "met"), False


def _given(view: View) -> int:
    rows = [e for _, e in view.entries]
    gave = [e for e in rows if "gave" in e.get("marks", [])]
    good = [e for e in rows if "delivered" in e.get("marks", []) and e.get("satisfaction") in GOOD]
    return len({e["id"] for e in gave + good}) + len(view.to_them)


def _giving(view: View) -> str:
    given, received = _given(view), len(view.marked("received")) + len(view.by_them)
    return "met" if given and received - given < view.number("owe_limit", 2) else "not_yet"


def _understanding(view: View) -> str:
    within = view.number("explained_within", 365)
    told = view.marked("explained", "story") + view.by_them
    return "met" if any(view.ago(on) <= within for on in told) else "not_yet"


def _opportunity(view: View) -> str:
    sought = {
        tag.strip().casefold() for p in view.book.get("profiles", []) if p.get("active", True) for tag in p["tags"]
    }
    knows = {tag.strip().casefold() for tag in view.person.get("knows", [])}
    return "met" if view.introducible() or sought & knows else "not_yet"


def _thanks(view: View) -> bool:
    return any(thanks_due(view.book, r, view.person["id"], view.today) for r in view.referrals)


def _timing(view: View) -> tuple[str, bool]:
    """The verdict, and whether it waits for a person rather than for a day."""
    cooldown = view.number("ask_cooldown", 90)
    if view.person.get("do_not_ask") or known(view.person, "died_on", view.today):
        return "blocked", True
    if _thanks(view):
        return "not_yet", True
    states = [(date.fromisoformat(a["asked_on"]), asked_state(a, view.today), a) for a in view.asks]
    open_ = {r.get("ask") for r in view.referrals if referral_state(r, view.today) == "agreed"}
    for on, state, ask in states:
        if (state == "asked" and view.ago(on) < cooldown) or (state == "agreed" and ask["id"] in open_):
            return "not_yet", True
    if any(state == "later" and date.fromisoformat(ask["later_until"]) > view.today for _, state, ask in states):
        return "not_yet", False
    last = max((on for on, _, _ in states), default=None)
    waits = any(state != "later" for on, state, _ in states if on == last)
    if last and waits and view.ago(last) < cooldown and not view.offer():
        return "not_yet", False
    pause = view.number("repay_pause", 3)
    fresh = any(view.ago(on) < pause for on in view.helps() + view.marked("delivered"))
    return ("not_yet" if fresh else "met"), False


def _until(book: Json, person: Json, today: date) -> date | None:
    """The first day on which Timing is met, found by looking at each until it waits for a person."""
    for days in range(2000):
        day = today + timedelta(days)
        verdict, waits = _timing(View(book, person, day))
        if waits or verdict == "met":
            return None if waits else day
    return None


def _begun(view: View, gate: str) -> bool:
    if gate == "results":
        return any("satisfaction" in e for _, e in view.entries) or bool(view.by_them)
    if gate == "relationship":
        return any(view.ago(on) <= view.dormant for on in view.talks)
    if gate == "giving":
        return _given(view) > 0
    if gate == "understanding":
        return bool(view.marked("explained", "story") or view.by_them)
    return gate == "opportunity" and bool(view.person.get("knows"))


def _state(it: Judged) -> str:
    shut = [gate for gate in GATES if it.gates[gate] != "met"]
    if "blocked" in it.gates.values():
        return "do_not_ask"
    if not shut or shut == ["timing"]:
        return "hold" if shut else "ready"
    if it.dormant:
        return "reconnect"
    return "almost" if len(shut) == 1 else "nurture"


def _terms(view: View) -> dict[str, int]:
    last = view.ago(view.talks[-1]) if view.talks else None
    recency = 0
    if last is not None:
        quarters = ((1, 20), (2, 15), (3, 10), (4, 5))
        recency = next((points for part, points in quarters if 4 * last <= part * view.warm), 0)
    return {
        "trust": {"high": 20, "growing": 10}.get(view.trust, 0),
        "satisfaction": {"delighted": 20, "satisfied": 10}.get(view.satisfaction() or "", 0),
        "recency": recency,
        "offer": 15 if view.offer() else 0,
        "referrals": min(15, 5 * len(view.by_them)),
        "could_introduce": min(10, 2 * view.introducible()),
    }
