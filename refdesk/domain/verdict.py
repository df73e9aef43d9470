"""What an assessment says of one person: gates, state, score, next step (`docs/method.md` section 2)."""

from dataclasses import dataclass
from datetime import date

from refdesk.domain.words import GATES, Gate, GateVerdict, Level, State


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a gate stands as it does, free of today's date: `domain.sentences` puts it into words.

    ``code`` names the rule that decided; ``on`` is the day it speaks of, ``number`` a count,
    ``other`` the id of another person or a word of the record.
    """

    code: str
    on: date | None = None
    number: int | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class GateResult:
    """One gate: its verdict, whether a ``not_yet`` is half there, why, and the ids of the deciding records.

    ``until`` is the first day on which Timing would be met; None where it waits for a person, and on other gates.
    """

    verdict: GateVerdict
    reason: Reason
    evidence: tuple[str, ...] = ()
    begun: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ScoreTerms:
    """The terms of the score, each in points."""

    trust: int = 0
    satisfaction: int = 0
    recency: int = 0
    offer: int = 0
    referrals: int = 0
    could_introduce: int = 0

    @property
    def total(self) -> int:
        """The score, 0 to 100."""
        return self.trust + self.satisfaction + self.recency + self.offer + self.referrals + self.could_introduce


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether this person may be asked on ``reckoned_on``, and what comes next with them.

    ``valid_until`` is the last day on which gates, state, score, next step and level all stay the same if
    nothing is recorded (None: time alone never changes them). ``reasons_until``, never later, is the last day
    on which the reasons and the evidence stay the same too: a kept verdict is reckoned again after it.
    ``known_from`` is the day of the earliest conversation, the first tie-breaker.
    """

    reckoned_on: date
    results: GateResult
    relationship: GateResult
    giving: GateResult
    understanding: GateResult
    opportunity: GateResult
    timing: GateResult
    state: State
    terms: ScoreTerms
    next_gate: Gate | None
    level: Level
    known_from: date | None = None
    valid_until: date | None = None
    reasons_until: date | None = None

    @property
    def score(self) -> int:
        """The score, 0 to 100."""
        return self.terms.total

    @property
    def until(self) -> date | None:
        """The first day after a hold; None in every other state, or where the hold waits for a person."""
        return self.timing.until if self.state == "hold" else None

    def gate(self, gate: Gate) -> GateResult:
        """One gate by its name."""
        result: GateResult = getattr(self, gate)
        return result

    def gates(self) -> tuple[tuple[Gate, GateResult], ...]:
        """All six gates in the method's order."""
        return tuple((gate, self.gate(gate)) for gate in GATES)
