"""Whether two figures that are worded differently are of one fact: evidence for and against, weighed.

The gates (`comparison.gates`) ask that noun, verb and subject fit each other, which two reporters' words for one fact often do not
(参加罢工的工人约1.8万人, 有1.3万名工人离开岗位). Where only these stand in the way, everything that tells which fact a figure belongs to is
counted: what is counted, what is done, the other words of the clause, the subject, the speaker, the time, figures beside it that agree;
and how the two numbers differ: 3620 and 3260 are one number and a slip, 12 and 307 are two numbers. A pair becomes a contradiction where
nothing of weight speaks against it, and neither article has a better partner for either figure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.alignment.affairs import is_rare
from factcheck.alignment.similarity import noun_letters, noun_similarity, same_predicate
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.figures import differ_in_time
from factcheck.comparison.gates import (
    gate_base,
    gate_event,
    gate_period,
    gate_place,
    gate_qualifiers,
    gate_stance,
    gate_subject,
)
from factcheck.comparison.measures import SAME_NOUN, gate_magnitude, gate_unit
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.times import compare_periods
from factcheck.mentions.slips import NEAR, Slip, read_slip
from factcheck.model import Claim, Family, Kind, Quantity, Reason, Relation, Stance

__all__ = ["weigh_figures"]

Evidence = list[tuple[str, int]]
Beside = Mapping[frozenset[tuple[str, int]], frozenset[str]]
"""Two sentences (article, start), and the claims of both whose figures agree."""

NEEDED: Mapping[Slip, int] = {Slip.SWAPPED: 0, Slip.REVERSED: 2, Slip.ONE_DIGIT: 3, Slip.NONE: 5}
"""Points that the words must give (not counting the digits), by how the two numbers differ: three digits told in another order are
one number and a slip nearly always (one random pair in two hundred looks so), one differing digit says little."""
DOUBTED = 2
"""Points more where one digit differs and the gates hold the two for figures of two subjects."""
AGAINST = -3
"""A single piece of evidence this heavy ends it: another thing, another subject by name."""
_SOFT = {Reason.OTHER_ATTRIBUTE, Reason.OTHER_POPULATION, Reason.OTHER_SUBJECT, Reason.PART_AND_WHOLE, Reason.OTHER_PERIOD, Reason.PLAN_AGAINST_RESULT}
"""Reasons of the gates that other evidence may outweigh."""
_BROAD = {"size", "deal", "company", "price", "market", "crowd"}
"""Groups of the attribute lexicon whose entries are often two names of one figure (总投资, 总经费); of the rest each is its own fact."""


def weigh_figures(
    pairs: Iterable[tuple[Claim, Claim]], relations: Sequence[Relation], around: Surroundings
) -> Iterator[Relation]:
    """Contradictions between figures that the gates kept apart by their wording alone, best pairs first; no figure in two of them with
    one article. `relations`: what the gates found."""
    claims = {c.id: c for pair in pairs for c in pair}
    pairs = [p for p in pairs if _may_weigh(*p)]
    judged = {frozenset((r.a, r.b)): r for r in relations}
    matched = _matched(relations, claims)
    beside, close = _beside(relations, claims)
    values = around.figures
    seen = {article: _count_phrases(figures) for article, figures in values.items()}
    found: list[tuple[int, Claim, Claim, Evidence, Slip]] = []
    for a, b in pairs:
        relation = judged.get(frozenset((a.id, b.id)))
        if relation is not None and (relation.kind is not Kind.INCOMPARABLE or relation.reason not in _SOFT):
            continue
        if (a.id, b.article) in matched or (b.id, a.article) in matched or not _one_affair(a, b, around, close):
            continue
        assert isinstance(a.value, Quantity)
        assert isinstance(b.value, Quantity)
        slip = read_slip(a.value, b.value)
        if slip is Slip.NONE and relation is not None and relation.reason is not Reason.OTHER_ATTRIBUTE and not _agreeing_beside(a, b, beside):
            continue
        if not _comparable(a, b, around) or compare_quantities(a.value, b.value, difference=a.family is Family.CHANGE).meet:
            continue
        evidence = _weigh(a, b, around, beside, seen, swapped=slip in {Slip.SWAPPED, Slip.REVERSED})
        if _only_of_its_size(a, values.get(a.article, ())) and _only_of_its_size(b, values.get(b.article, ())):
            evidence.append(("sole", 1))
        points = sum(p for _, p in evidence)
        doubted = relation is not None and relation.reason is Reason.OTHER_SUBJECT and slip is Slip.ONE_DIGIT
        if points < NEEDED[slip] + (DOUBTED if doubted else 0) or min((p for _, p in evidence), default=0) <= AGAINST or not _says_what(evidence, slip):
            continue
        if _told_elsewhere(a, values.get(b.article, ())) or _told_elsewhere(b, values.get(a.article, ())):
            continue
        found.append((points - NEEDED[slip], a, b, evidence, slip))
    taken: set[tuple[str, str]] = set()
    for _, a, b, evidence, slip in sorted(found, key=lambda f: (-f[0], f[1].id, f[2].id)):
        if {(a.id, b.article), (b.id, a.article)} & taken:
            continue
        taken |= {(a.id, b.article), (b.id, a.article)}
        kind, reason = differ_in_time(a, b, around)
        yield Relation(a.id, b.id, kind, reason, (*((name, f"{points:+d}") for name, points in evidence), ("digits", slip.value)))


def _says_what(evidence: Evidence, slip: Slip) -> bool:
    """Whether the evidence is of what is counted, where the digits alone do not tell: who and when would fit any figure of the article."""
    if slip in {Slip.SWAPPED, Slip.REVERSED}:
        return True
    told = {name: points for name, points in evidence if points > 0}
    return "part" not in dict(evidence) and bool(told.keys() & {"concept", "noun", "verb", "time"} or told.get("words", 0) >= 2)


def _may_weigh(a: Claim, b: Claim) -> bool:
    """Whether two claims are figures at all that two articles assert."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity) or a.article == b.article:
        return False
    if Family.RANK in {a.family, b.family} or (a.family is Family.CHANGE) != (b.family is Family.CHANGE):
        return False
    if "score" in {a.value.dimension, b.value.dimension}:
        return False  # every match has its own
    if "person.age" in {a.frame.concept, b.frame.concept} and not (a.subject_text and b.subject_text and a.subject):
        return False  # and every person
    return Stance.DENIES not in {a.stance, b.stance} and not any(c.frame.predicate in load_cues().relative for c in (a, b))


def _matched(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> set[tuple[str, str]]:
    """(claim, other article) where the other article has a figure that the claim's is surely compared with."""
    found = set()
    for relation in relations:
        if relation.kind is not Kind.INCOMPARABLE and isinstance(claims[relation.a].value, Quantity):
            found.add((relation.a, claims[relation.b].article))
            found.add((relation.b, claims[relation.a].article))
    return found


def _beside(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> tuple[Beside, Counter[frozenset[str]]]:
    """The claims whose figures agree, by the two sentences they stand in; and how many agree, by the two articles."""
    found: dict[frozenset[tuple[str, int]], set[str]] = defaultdict(set)
    close: Counter[frozenset[str]] = Counter()
    for relation in relations:
        a, b = claims[relation.a], claims[relation.b]
        if relation.kind is Kind.AGREES and isinstance(a.value, Quantity) and a.article != b.article:
            found[frozenset(((a.article, a.sentence.start), (b.article, b.sentence.start)))] |= {a.id, b.id}
            close[frozenset((a.article, b.article))] += 1
    return {sides: frozenset(ids) for sides, ids in found.items()}, close


def _agreeing_beside(a: Claim, b: Claim, beside: Beside) -> frozenset[str]:
    """The other claims of the two sentences whose figures agree."""
    return beside.get(frozenset(((a.article, a.sentence.start), (b.article, b.sentence.start))), frozenset()) - {a.id, b.id}


def _one_affair(a: Claim, b: Claim, around: Surroundings, close: Mapping[frozenset[str], int]) -> bool:
    """Whether both articles are about one affair: by their names, by a rare name that is behind both claims, or by figures that agree (one
    will do where the claims share words)."""
    linker = around.linker
    if linker.one_affair(a.article, b.article):
        return True
    if linker.two_affairs(a.article, b.article):
        return False
    names, others = ({linker.key(n) for n in (c.subject, *c.frame.participants, *c.frame.context)} for c in (a, b))
    if any(is_rare(n) for n in names & others) or (linker.related(a.subject, b.subject) and is_rare(linker.key(a.subject))):
        return True
    agreeing = close[frozenset((a.article, b.article))]
    return agreeing >= 2 or (agreeing == 1 and len(_phrases(a.frame.wording) & _phrases(b.frame.wording)) >= 2)


def _comparable(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether unit, size, place, time, base and restricting words allow a comparison."""
    return not (
        gate_unit(a, b)
        or gate_magnitude(a, b)
        or gate_place(a, b, around.linker)
        or gate_base(a, b)
        or gate_qualifiers(a, b)
        or (gate_period(a, b) and a.scope.period is not None and b.scope.period is not None)
        or gate_event(a, b, around.linker)
    )


def _told_elsewhere(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the other article has the very figure, whatever it says of it."""
    assert isinstance(claim.value, Quantity)
    return any(
        isinstance(o.value, Quantity)
        and o.value.dimension == claim.value.dimension
        and compare_quantities(o.value, claim.value).equal
        for o in others
    )


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
    sizes = [abs((q.low if q.low is not None else q.high or 0) * (q.factor or 1)) for q in (a, b)]
    return max(sizes) <= NEAR * min(sizes)


def _weigh(a: Claim, b: Claim, around: Surroundings, beside: Beside, seen: Mapping[str, Counter[str]], *, swapped: bool) -> Evidence:
    """(name, points) of all that speaks for or against one fact, the digits left out. `swapped`: the digits are the same in another order,
    which a plan and its result are not. Symmetric."""
    fa, fb = a.frame, b.frame
    found: Evidence = [("concept", _weigh_concepts(a, b)), ("noun", _weigh_nouns(_counted(a), _counted(b)))]
    found.append(("verb", _weigh_verbs(fa.predicate, fb.predicate)))
    one, two = seen.get(a.article, Counter()), seen.get(b.article, Counter())
    shared = sum(1 / max(one[p], two[p], 1) for p in _phrases(fa.wording) & _phrases(fb.wording))
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
    if agreeing := _agreeing_beside(a, b, beside):
        found.append(("beside", min(3, 1 + len(agreeing) // 2)))
    return [(name, points) for name, points in found if points]


def _weigh_concepts(a: Claim, b: Claim) -> int:
    one, two = a.frame.concept, b.frame.concept
    if not one or not two:
        return 0
    if one == two:
        return 3
    if one in b.frame.near or two in a.frame.near:
        return 1
    groups = {one.partition(".")[0], two.partition(".")[0]}
    return -1 if groups & _BROAD else AGAINST


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
    return -2 if listed else 0


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
    return -1 if linker.type(said.subject) in _OWNERS and gate_subject(a, b, linker) is not None else 0


_OWNERS = {"PER", "ORG", "PRODUCT"}
"""Subjects whose figures are their own; a place is named in passing."""
WORDS = (0.9, 2.0, 4.0)
"""Shared pairs of characters, each weighed by how few clauses of its article hold it, that are worth one, two and three points."""
_DULL = frozenset("的了在有为是于和与及等其共约达已将名人个位元万亿仅这该着被把以也都而或中上下内外前后日月年时分者")


@lru_cache(maxsize=16384)
def _phrases(wording: str) -> frozenset[str]:
    """Pairs of neighbouring characters of a clause, those with an empty one left out."""
    pairs = (wording[i : i + 2] for i in range(len(wording) - 1))
    return frozenset(p for p in pairs if not _DULL & set(p) and all("\u4e00" <= c <= "\u9fff" for c in p))


def _count_phrases(figures: Iterable[Claim]) -> Counter[str]:
    """In how many clauses with a figure of one article each pair of characters stands."""
    return Counter(p for wording in {c.frame.wording for c in figures} for p in _phrases(wording))
