"""What comparison knows beyond the pair, and the trace of what was tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import eq

from factcheck.alignment.linking import Linker
from factcheck.claims.poles import AVOWAL
from factcheck.comparison.counterparts import Counterparts
from factcheck.comparison.openings import find_lead_days, find_lead_places, find_lead_times, find_openings
from factcheck.model import Claim, Family, Kind, Quantity, Reason, Relation

__all__ = ["Surroundings", "Trace", "one_source", "sentence_of"]


@dataclass(frozen=True)
class Surroundings:
    """What comparison may know beyond the pair: the linked names, for `stale` the figures reported so far by attribute, and (ids) the
    claims that are the only ones of their article about such a happening, the figures of each article, and (event types by article) what
    each article opens with."""

    linker: Linker
    reported: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    sole: frozenset[str] = frozenset()
    figures: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    openings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    """The claims of each article that tell where."""
    avowals: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    """The claims of each article that tell what somebody denied or admitted."""
    lead_times: frozenset[str] = frozenset()
    """The claims that date what their article opens with."""
    lead_days: Mapping[str, datetime] = field(default_factory=dict)
    """By article, when what it opens with happened."""
    lead_places: frozenset[str] = frozenset()
    """The claims of the first sentence of each article that tell where."""

    wordings: Mapping[str, Mapping[int, frozenset[str]]] = field(default_factory=dict)
    """By article, the content words of each sentence of its text, by the place where the sentence starts."""
    counterparts: Counterparts = field(default_factory=lambda: Counterparts({}, eq))
    """Which sentences tell of one thing."""

    @classmethod
    def of(cls, claims: Sequence[Claim], linker: Linker, told_in: Mapping[str, Mapping[int, frozenset[str]]]) -> Surroundings:
        """What the claims of a run tell about each other. `told_in`: by article, the content words of each of its sentences by the place
        where it starts."""
        reported: dict[str, list[Claim]] = defaultdict(list)
        told: dict[tuple[str, Family, str, str], list[Claim]] = defaultdict(list)
        figures: dict[str, list[Claim]] = defaultdict(list)
        places: dict[str, list[Claim]] = defaultdict(list)
        avowals: dict[str, list[Claim]] = defaultdict(list)
        wordings = {article: defaultdict(frozenset, words) for article, words in told_in.items()}
        for claim in claims:
            if not claim.headline:
                wordings[claim.article][claim.sentence.start] |= {*claim.frame.words, *claim.frame.scene, claim.frame.predicate} - {""}
            if isinstance(claim.value, Quantity):
                figures[claim.article].append(claim)
            if claim.family is Family.PLACE:
                places[claim.article].append(claim)
            if claim.attribute == AVOWAL:
                avowals[claim.article].append(claim)
            reported[claim.attribute].append(claim)
            if not isinstance(claim.value, Quantity) and claim.frame.concept:
                side = claim.scope.of if claim.family is Family.MEETING else ""  # each side of an agreement has its own signer
                told[claim.article, claim.family, claim.frame.concept, side].append(claim)
        sole = frozenset(c.id for group in told.values() if len({(repr(c.value), c.frame.head) for c in group}) == 1 for c in group)
        leads = find_lead_times(claims)
        return cls(
            linker,
            reported,
            sole,
            figures,
            find_openings(claims),
            places,
            avowals,
            leads,
            find_lead_days(claims, leads),
            find_lead_places(claims),
            wordings,
            Counterparts(wordings, linker.one_affair),
        )

    def margin(self, a: Claim, b: Claim) -> float:
        """How far the sentences of two claims are each other's best counterpart (`Counterparts.margin`). Symmetric."""
        return self.counterparts.margin(sentence_of(a), sentence_of(b))


def sentence_of(claim: Claim) -> tuple[str, int]:
    """The sentence of a claim: its article and where it starts there."""
    return claim.article, claim.sentence.start


class Trace:
    """Runs gates in order and remembers each outcome."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, str]] = []
        self.reason: Reason | None = None

    def passes(self, name: str, gate: Callable[[], Reason | None]) -> bool:
        reason = gate()
        self.steps.append((name, reason.value if reason else "pass"))
        self.reason = reason
        return reason is None

    def relation(self, a: Claim, b: Claim, kind: Kind, reason: Reason) -> Relation:
        return Relation(a.id, b.id, kind, reason, tuple(self.steps))

    def stopped(self, a: Claim, b: Claim) -> Relation:
        assert self.reason is not None
        return self.relation(a, b, Kind.INCOMPARABLE, self.reason)


def one_source(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two articles quote one person or body. A country or "the media" is no one source."""
    return (
        bool(a.speaker)
        and a.article != b.article
        and around.linker.same(a.speaker, b.speaker)
        and around.linker.type(a.speaker) in {"PER", "ORG"}
    )
