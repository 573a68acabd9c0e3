"""Nobody was harmed, and a case is borne out: 没有死亡病例; 确认有一位阿婆去世.

What is said of nobody covers the whole affair, whatever subject its clause has taken over from the one before it; a case that somebody
confirms, or that is dated before the moment of which the denial is told, is against it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from factcheck.comparison.answered import overlap
from factcheck.comparison.gates import gate_place
from factcheck.comparison.openings import lies_before
from factcheck.comparison.polarities import gate_population, is_history, only_further, polarity_stance
from factcheck.comparison.surroundings import Surroundings, Trace, sentence_of
from factcheck.mentions.names.tables import territories
from factcheck.model import CONFLICT, Claim, Family, Kind, Polarity, Quantity, Reason, Relation, Stance

__all__ = ["find_cases"]

_COUNTED = {"casualties.dead": "die", "casualties.injured": "injure", "casualties.missing": "missing"}
"""Figures of people harmed and the type of happening of one case."""
_KINDS = frozenset({"die", "injure", "missing", "infect", "poison", "trap", "arrest"})
"""Types of happening of which "nobody" is said of an affair."""
SOON = timedelta(days=3)
"""How much later than the denial an article may confirm a case that it does not date."""


_AT_ONCE = re.compile("[当當][场場]|即[时時刻]|[当當]即")
"""A case that came about with the affair itself, whenever it is told."""


def find_cases(claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings) -> Iterator[Relation]:
    """Contradictions between "nobody" and a case that nothing else has related; a denial has one case."""
    by_id = {c.id: c for c in claims}
    settled: dict[str, list[Claim]] = defaultdict(list)
    told: set[frozenset[tuple[str, int]]] = set()
    for earlier in relations:
        a, b = by_id.get(earlier.a), by_id.get(earlier.b)
        if a is not None and b is not None and earlier.kind in CONFLICT | {Kind.UPDATES}:
            told.add(frozenset((sentence_of(a), sentence_of(b))))
            for claim in (a, b) if earlier.kind in CONFLICT else ():
                settled[claim.article].append(claim)
    cases = [c for c in claims if _is_case(c)]
    known = {(c.article, c.frame.concept) for c in cases} | {(c.article, _COUNTED[c.attribute]) for c in claims if _is_some(c)}
    done: set[tuple[tuple[str, int], str]] = set()
    for no in claims:
        kind = _denied_kind(no)
        if not kind or (no.article, kind) in known or (sentence_of(no), kind) in done or any(overlap(no, c) for c in settled[no.article]):
            continue
        for yes in cases:
            apart = yes.article != no.article and yes.frame.concept == kind and around.linker.one_affair(no.article, yes.article)
            if not apart or frozenset((sentence_of(no), sentence_of(yes))) in told:
                continue
            relation = _relate(no, yes, around)
            if relation is not None:
                done.add((sentence_of(no), kind))
                yield relation
                break


def _is_some(claim: Claim) -> bool:
    return claim.attribute in _COUNTED and isinstance(claim.value, Quantity) and claim.value.low != 0


def _denied_kind(claim: Claim) -> str:
    """What a claim says has happened to nobody, "" where it says nothing of the sort."""
    if claim.headline or claim.stance is not Stance.ASSERTS:
        return ""
    if isinstance(claim.value, Quantity):
        return _COUNTED.get(claim.attribute, "") if claim.value.low == claim.value.high == 0 else ""
    denied = claim.family is Family.ACT and isinstance(claim.value, Polarity) and not claim.value.holds
    return claim.frame.concept if denied and claim.frame.concept in _KINDS and "none" in claim.scope.qualifiers else ""


def _is_case(claim: Claim) -> bool:
    holds = claim.family is Family.ACT and isinstance(claim.value, Polarity) and claim.value.holds
    return holds and claim.frame.concept in _KINDS and claim.stance is Stance.ASSERTS and not claim.headline


def _relate(no: Claim, yes: Claim, around: Surroundings) -> Relation | None:
    trace = Trace()
    so, not_so = replace(yes, value=Polarity(True, "")), replace(no, value=Polarity(False, ""))
    for name, gate in (
        ("stance", lambda: polarity_stance(not_so, so)),
        ("time", lambda: Reason.OTHER_PERIOD if lies_before(no, yes, around.lead_days) else _gate_time(no, yes)),
        ("population", lambda: gate_population(not_so, so)),
        ("place", lambda: gate_place(not_so, so, around.linker)),
        ("country", lambda: _gate_country(no, yes, around)),
        ("further", lambda: only_further(not_so, so)),
    ):
        if not trace.passes(name, gate):
            return None
    return trace.relation(no, yes, Kind.CONTRADICTS, Reason.OPPOSITE)


def _gate_country(no: Claim, yes: Claim, around: Surroundings) -> Reason | None:
    """Whether a case is told of another country or region than the one that has none."""
    named = [c.subject for c in (no, yes) if c.subject in territories().countries]
    return Reason.OTHER_PLACE if named and not around.linker.related(no.subject, yes.subject) else None


def _gate_time(no: Claim, yes: Claim) -> Reason | None:
    """Whether a case is of the time for which it is denied: dated before the moment of the denial, or confirmed without a date, and not
    long after."""
    spell, when = no.scope.period or no.frame.day, yes.scope.period
    said = no.as_of.end if no.as_of is not None else _naive(no.published)
    if "another" in yes.scope.qualifiers or is_history(yes) or said is None:
        return Reason.OTHER_PERIOD
    if spell is not None and spell.end is not None and spell.end < said - SOON:
        return Reason.OTHER_PERIOD  # 去年未发生伤亡
    if when is not None and when.start is not None:
        return None if when.start < said else Reason.UPDATE_OVER_TIME
    heard = _naive(yes.published)
    soon = _AT_ONCE.search(yes.quote) is not None or (heard is not None and heard - said <= SOON)
    return None if "confirmed" in yes.scope.qualifiers and soon else Reason.UNRESOLVED


def _naive(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=None) if moment is not None else None
