"""What tells that two figures are of one fact, however it is worded: evidence for and against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factcheck.alignment.affairs import is_rare
from factcheck.alignment.similarity import noun_letters, noun_similarity, same_predicate
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.gates import gate_base, gate_event, gate_period, gate_place, gate_qualifiers, gate_stance, gate_subject
from factcheck.comparison.measures import SAME_NOUN, gate_magnitude, gate_unit, of_two_degrees
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.times import compare_periods
from factcheck.mentions.slips import NEAR
from factcheck.model import Claim, Family, Kind, Quantity, Reason, Relation

__all__ = ["AGAINST", "OWNERS", "Evidence", "Known", "is_comparable", "shared_phrases", "told_elsewhere", "weigh_evidence"]

Evidence = list[tuple[str, int]]
"""(name, points), noughts left out."""
Beside = Mapping[frozenset[tuple[str, int]], frozenset[str]]
"""Two sentences (article, start), and the claims of both whose figures agree."""
AGAINST = -3
"""A single piece of evidence this heavy ends it: another thing, another subject by name."""
_BROAD = {"size", "deal", "crowd"}
"""Groups of the attribute lexicon whose entries are often two names of one figure (总投资, 总经费)."""
_EXCLUSIVE = {"casualties", "damage", "disaster", "vote", "military", "sport", "person", "company"}
"""Groups of which each entry is its own fact, however alike the words: the dead and the missing, the profit before and after."""


@dataclass(frozen=True)
class Known:
    """What weighing knows beyond the pair: the surroundings, the figures that agree by sentence and by article, and how many clauses of an
    article hold each pair of characters."""

    around: Surroundings
    beside: Beside
    close: Mapping[frozenset[str], int]
    seen: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, relations: Iterable[Relation], claims: Mapping[str, Claim], around: Surroundings) -> Known:
        """From what was found so far. `claims`: those of the relations by id."""
        beside, close = _read_agreements(relations, claims)
        return cls(around, beside, close, {article: _count_phrases(figures) for article, figures in around.figures.items()})

    def agreeing_beside(self, a: Claim, b: Claim) -> frozenset[str]:
        """The other claims of the two sentences whose figures agree."""
        sides = frozenset(((a.article, a.sentence.start), (b.article, b.sentence.start)))
        return self.beside.get(sides, frozenset()) - {a.id, b.id}

    def one_affair(self, a: Claim, b: Claim) -> bool:
        """Whether both articles are about one affair: by their names, by a rare name that is behind both claims, or by figures that agree
        (one will do where the claims share words)."""
        linker = self.around.linker
        if linker.one_affair(a.article, b.article):
            return True
        if linker.two_affairs(a.article, b.article):
            return False
        names, others = ({linker.key(n) for n in (c.subject, *c.frame.participants, *c.frame.context)} for c in (a, b))
        if any(is_rare(n) for n in names & others) or (linker.related(a.subject, b.subject) and is_rare(linker.key(a.subject))):
            return True
        agreeing = self.close.get(frozenset((a.article, b.article)), 0)
        return agreeing >= 2 or (agreeing == 1 and len(_phrases(a.frame.wording) & _phrases(b.frame.wording)) >= 2)


def _read_agreements(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> tuple[Beside, Counter[frozenset[str]]]:
    """The claims whose figures agree, by the two sentences they stand in; and how many agree, by the two articles."""
    found: dict[frozenset[tuple[str, int]], set[str]] = defaultdict(set)
    close: Counter[frozenset[str]] = Counter()
    for relation in relations:
        a, b = claims[relation.a], claims[relation.b]
        if relation.kind is Kind.AGREES and isinstance(a.value, Quantity) and a.article != b.article:
            found[frozenset(((a.article, a.sentence.start), (b.article, b.sentence.start)))] |= {a.id, b.id}
            close[frozenset((a.article, b.article))] += 1
    return {sides: frozenset(ids) for sides, ids in found.items()}, close


def is_comparable(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether unit, size, place, time, base and restricting words allow a comparison of two figures."""
    own_ages = not any("年龄" in c.frame.noun and len(c.frame.noun) > len("年龄") for c in (a, b))  # 退休年龄 is a measure like others
    if "person.age" in {a.frame.concept, b.frame.concept} and own_ages and not (a.subject_text and b.subject_text):
        return False  # every person has an age
    one, two = a.scope.of, b.scope.of
    if one and two and one != two and (a.frame.concept.startswith("sport.") or (noun_similarity(one, two) or 0.0) < 0.5):
        return False  # two races, two surfaces
    return not (
        gate_unit(a, b)
        or gate_magnitude(a, b)
        or of_two_degrees(a, b)
        or gate_place(a, b, around.linker)
        or gate_base(a, b)
        or gate_qualifiers(a, b)
        or (gate_period(a, b) and a.scope.period is not None and b.scope.period is not None)
        or gate_event(a, b, around.linker)
    )


def weigh_evidence(a: Claim, b: Claim, known: Known, *, swapped: bool) -> Evidence:
    """(name, points) of all that speaks for or against one fact, the digits left out. `swapped`: the digits are the same in another order,
    which a plan and its result are not. Symmetric."""
    fa, fb, around = a.frame, b.frame, known.around
    found: Evidence = [("concept", _weigh_concepts(a, b)), ("noun", _weigh_nouns(_counted(a), _counted(b)))]
    found.append(("verb", _weigh_verbs(fa.predicate, fb.predicate)))
    one, two = (known.seen.get(c.article, {}) for c in (a, b))
    shared = sum(1 / max(one.get(p, 1), two.get(p, 1)) for p in _phrases(fa.wording) & _phrases(fb.wording))
    found.append(("words", sum(shared >= step for step in WORDS)))
    found.append(("subject", _weigh_subjects(a, b, around)))
    if a.speaker and b.speaker and around.linker.same(a.speaker, b.speaker):
        found.append(("speaker", 1))
    if a.as_of is not None and b.as_of is not None and a.as_of.start and compare_periods(a.as_of, b.as_of) == "same":
        found.append(("time", 2))
    if gate_stance(a, b) is not None:
        found.append(("stance", -1 if gate_stance(a, b) is Reason.PLAN_AGAINST_RESULT and swapped else AGAINST))
    if gate_period(a, b) is not None:
        found.append(("period", -1))  # only one of them says over which time
    elif a.scope.period is not None and a.as_of is None and (pb := b.scope.period) is not None and a.scope.period.start == pb.start:
        found.append(("period", 1))
    if a.scope.qualifiers and a.scope.qualifiers == b.scope.qualifiers:
        found.append(("limits", 1))
    if (a.scope.part == "part") != (b.scope.part == "part"):
        found.append(("part", -1))
    if agreeing := known.agreeing_beside(a, b):
        found.append(("beside", min(3, 1 + len(agreeing) // 2)))
    if all(_only_of_its_size(c, around.figures.get(c.article, ())) for c in (a, b)):
        found.append(("sole", 1))
    return [(name, points) for name, points in found if points]


def _only_of_its_size(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether no other figure of its article has its unit and a size within `NEAR` times its own."""
    assert isinstance(claim.value, Quantity)
    own = claim.value
    return not any(
        isinstance(o.value, Quantity)
        and o.value.dimension == own.dimension
        and (own.dimension != "count" or o.value.unit == own.unit)
        and (o.family is Family.CHANGE) == (claim.family is Family.CHANGE)
        and not compare_quantities(o.value, own).equal
        and _close_in_size(o.value, own)
        for o in others
    )


def _close_in_size(a: Quantity, b: Quantity) -> bool:
    one, two = (abs(((q.low if q.low is not None else q.high) or Decimal(0)) * (q.factor or 1)) for q in (a, b))
    return max(one, two) <= NEAR * min(one, two)


def _weigh_concepts(a: Claim, b: Claim) -> int:
    one, two = a.frame.concept, b.frame.concept
    if not one or not two:
        return 0
    if one == two:
        return 3
    if one in b.frame.near or two in a.frame.near:
        return 1
    groups = {one.partition(".")[0], two.partition(".")[0]}
    return -1 if groups & _BROAD else AGAINST if groups & _EXCLUSIVE else -2


def _counted(claim: Claim) -> str:
    """What is counted; of a rate of change without a noun what the clause is about (工资：四年加28%)."""
    return claim.frame.noun or (claim.frame.topic if claim.family is Family.CHANGE else "")


def _weigh_nouns(one: str, two: str) -> int:
    alike = noun_similarity(one, two)
    if alike is None:
        return 0
    listed = bool(noun_group(one)) and bool(noun_group(two))
    if alike >= SAME_NOUN:
        return 2 if listed or len(noun_letters(one) & noun_letters(two)) >= 2 else 1
    if alike >= 0.3:
        return 1
    people = alike == 0.0 and one[-1:] in _PEOPLE and two[-1:] in _PEOPLE
    return -2 if listed or people else 0


_PEOPLE = frozenset("人员者民客生工兵警胞童")
"""Ends of words for people: two of them without a common character are two groups (船员, 港人)."""


def _weigh_verbs(one: str, two: str) -> int:
    same = same_predicate(one, two)
    if same is None:
        return 0
    if same:
        return 2
    words = load_event_words()
    known = set(words.types.values())
    return -2 if {words.event_type(one), words.event_type(two)} <= known else 0


def _weigh_subjects(a: Claim, b: Claim, around: Surroundings) -> int:
    """One subject that both say tells much, two that are said are two facts; one that is only carried on from before tells little."""
    linker = around.linker
    if a.subject_text and b.subject_text:
        if linker.same(a.subject, b.subject):
            return 2
        return 1 if linker.related(a.subject, b.subject) else AGAINST
    if linker.same(a.subject, b.subject):
        return 1 if a.subject else 0
    said = a if a.subject_text else b
    return -1 if linker.type(said.subject) in OWNERS and gate_subject(a, b, linker) is not None else 0


OWNERS = {"PER", "ORG", "PRODUCT"}
"""Subjects whose figures are their own; a place is named in passing."""
WORDS = (0.9, 2.0, 4.0)
"""Shared pairs of characters, each weighed by how few clauses of its article hold it, that are worth one, two and three points."""
_DULL = frozenset("的了在有为是于和与及等其共约达已将名人个位元万亿仅这该着被把以也都而或中上下内外前后日月年时分者")


@lru_cache(maxsize=16384)
def _phrases(wording: str) -> frozenset[str]:
    """Pairs of neighbouring characters of a clause, those with an empty one left out."""
    pairs = (wording[i : i + 2] for i in range(len(wording) - 1))
    return frozenset(p for p in pairs if not _DULL & set(p) and all("\u4e00" <= c <= "\u9fff" for c in p))


def shared_phrases(a: str, b: str) -> frozenset[str]:
    """The pairs of neighbouring characters, none of them empty, that two clauses share. Symmetric."""
    return _phrases(a) & _phrases(b)


def _count_phrases(figures: Iterable[Claim]) -> Counter[str]:
    """In how many clauses with a figure of one article each pair of characters stands."""
    return Counter(p for wording in {c.frame.wording for c in figures} for p in _phrases(wording))


def told_elsewhere(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the other article has the very figure, whatever it says of it."""
    assert isinstance(claim.value, Quantity)
    return any(
        isinstance(o.value, Quantity) and o.value.dimension == claim.value.dimension and compare_quantities(o.value, claim.value).equal
        for o in others
    )
