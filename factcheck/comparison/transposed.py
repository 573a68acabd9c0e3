"""One figure told twice, its digits in another order: the slip that reporters and editors make most.

Chance seldom gives two figures of one affair the same digits in another order: of the pairs of one unit in the open corpora that do,
nineteen in twenty are one figure that one of the articles has wrong, however differently the two put what it counts. So such a pair needs
no likeness of wording (`comparison.weighing` asks for it), only that nothing speaks against it; two digits need a little more than three.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.alignment.similarity import letters_overlap
from factcheck.comparison.figures import differ_in_time
from factcheck.comparison.gates import gate_base, gate_place
from factcheck.comparison.likeness import AGAINST, OWNERS, Evidence, Known, told_elsewhere, weigh_evidence
from factcheck.comparison.measures import folded_quote, gate_unit, of_two_degrees
from factcheck.comparison.quantities import compare_quantities, counts_occasions
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.times import is_firm, overlap_in_time
from factcheck.language.contrasts import contrasted
from factcheck.mentions.slips import Slip, number_told, read_slip
from factcheck.model import Claim, Family, Kind, Quantity, Relation, Stance

__all__ = ["find_transposed"]

NEEDED = {True: 2, False: 1}
"""Points that two digits the other way round need, by whether they are a small count: an article has many of those."""
SMALL = 100
LONG = -1
"""Points that three digits or more need: a little may speak against them."""
OTHER_UNIT = 2
"""Points more where two counts have measure words that nothing says are of one sort (床, 张)."""
UNLIKE = -1
"""What two entries of the attribute lexicon that belong to different groups weigh: one of the two is often the name of something beside
the figure (门票 of sold tickets, 到场 of tents)."""
CROWDED = 100
"""Figures of one affair from which on chance meets more often: a point more is needed, and another one for each time as many."""
_KEPT_APART = frozenset({"上次", "each", "not", "ages"})
"""Restrictions by which one article itself says that its figure is another one."""
_PLAIN = "元"


def find_transposed(
    pairs: Iterable[tuple[Claim, Claim]], relations: Mapping[frozenset[str], Relation], around: Surroundings
) -> Iterator[Relation]:
    """Contradictions and updates between figures of the same digits in another order that nothing else has related, the likeliest first;
    no figure in two of them with one article. `relations`: what was found so far, by the ids of the two claims."""
    transposed = [(a, b, slip) for a, b in pairs if (slip := _slip_of(a, b)) is not None]
    if not transposed:
        return
    claims = {c.id: c for figures in around.figures.values() for c in figures}
    told = [r for r in relations.values() if r.a in claims and r.b in claims]
    known = Known.of(told, claims, around)
    taken = {key for r in told if _is_sure(r, claims) for key in _sides(claims[r.a], claims[r.b])}
    found: list[tuple[int, Claim, Claim, Evidence, Slip]] = []
    for a, b, slip in transposed:
        if _sides(a, b) & taken or not known.one_affair(a, b) or _speaks_against(a, b, around):
            continue
        if told_elsewhere(a, around.figures.get(b.article, ())) or told_elsewhere(b, around.figures.get(a.article, ())):
            continue
        evidence = _weigh(a, b, known)
        surplus = sum(points for _, points in evidence) - _needed(a, b, slip) - _crowd(a, around)
        if surplus >= 0 and not _is_part_of_another(evidence) and min((points for _, points in evidence), default=0) > AGAINST:
            found.append((surplus, a, b, evidence, slip))
    for _, a, b, evidence, slip in sorted(found, key=lambda f: (-f[0], f[1].id, f[2].id)):
        if not _sides(a, b) & taken:
            taken |= _sides(a, b)
            steps = (*((name, f"{points:+d}") for name, points in evidence), ("digits", slip.value))
            yield Relation(a.id, b.id, *differ_in_time(a, b, around), steps)


def _slip_of(a: Claim, b: Claim) -> Slip | None:
    """How the digits of two articles' figures of one dimension are transposed, None where they are not."""
    one, two = a.value, b.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or a.article == b.article:
        return None
    if (a.family is Family.CHANGE) != (b.family is Family.CHANGE) or Family.RANK in {a.family, b.family}:
        return None
    loose = {one.dimension, two.dimension} in ({"number", "count"}, {"number", "money"})
    if (one.dimension != two.dimension and not loose) or one.dimension in {"score", "age"}:
        return None
    slip = read_slip(one, two)
    return slip if slip in {Slip.SWAPPED, Slip.REVERSED} and not compare_quantities(one, two).meet else None


def _is_sure(relation: Relation, claims: Mapping[str, Claim]) -> bool:
    """Whether a relation leaves no better partner to look for: an agreement, or figures that differ as a slip makes them differ."""
    if relation.kind in {Kind.INCOMPARABLE, Kind.UPDATES}:
        return False
    a, b = claims[relation.a].value, claims[relation.b].value
    slip = read_slip(a, b) if isinstance(a, Quantity) and isinstance(b, Quantity) else Slip.NONE
    return relation.kind is not Kind.CONTRADICTS or slip in {Slip.SWAPPED, Slip.REVERSED}


def _sides(a: Claim, b: Claim) -> set[tuple[str, str]]:
    """Each claim with the article that the other is of."""
    return {(a.id, b.article), (b.id, a.article)}


def _speaks_against(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether one of the two articles itself says that the figure is of another thing, time or place."""
    if Stance.DENIES in {a.stance, b.stance}:
        return True
    if ({*a.scope.qualifiers} ^ {*b.scope.qualifiers}) & _KEPT_APART or gate_base(a, b) is not None or of_two_degrees(a, b):
        return True
    if contrasted(a.frame.predicate, b.frame.predicate) or gate_place(a, b, around.linker) is not None:
        return True
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if counts_occasions(a.value, a.frame.noun) != counts_occasions(b.value, b.frame.noun) or _of_two_currencies(a, b):
        return True
    pa, pb = a.scope.period, b.scope.period
    return pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and not overlap_in_time(pa, pb)


def _of_two_currencies(a: Claim, b: Claim) -> bool:
    """Whether two amounts are of two currencies by name; 元 alone is that of the reader."""
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if "money" not in {a.value.dimension, b.value.dimension} or a.value.unit == b.value.unit:
        return False
    return all(c.value.unit and not _is_plain(c) for c in (a, b) if isinstance(c.value, Quantity))


def _is_plain(claim: Claim) -> bool:
    quote = folded_quote(claim)
    return isinstance(claim.value, Quantity) and claim.value.unit == "CNY" and "人民币" not in quote


def _weigh(a: Claim, b: Claim, known: Known) -> Evidence:
    """All that speaks for one fact or against it; the subjects of the clauses only where both are owners of figures."""
    linker = known.around.linker
    owned = linker.type(a.subject) == linker.type(b.subject) and linker.type(a.subject) in OWNERS
    evidence = [
        (name, max(p, UNLIKE) if name == "concept" and not _of_one_group(a, b) else p)
        for name, p in weigh_evidence(a, b, known, swapped=True)
        if p > 0 or (name != "stance" and (name != "subject" or owned))
    ]
    letters = letters_overlap(a.frame.predicate + a.frame.noun, b.frame.predicate + b.frame.noun)
    if not {"noun", "verb", "words"} & dict(evidence).keys() and letters > 0:
        evidence.append(("letters", 1))
    return evidence


def _is_part_of_another(evidence: Evidence) -> bool:
    """Whether just one of the two figures is of a part, and nothing says that they are of one thing."""
    told = dict(evidence)
    return "part" in told and max(told.get(name, 0) for name in ("noun", "verb", "words", "concept", "sole")) <= 0


def _needed(a: Claim, b: Claim, slip: Slip) -> int:
    """Points that the words must give."""
    figures = [c.value for c in (a, b) if isinstance(c.value, Quantity)]
    dimensions = {q.dimension for q in figures}
    if slip is Slip.SWAPPED:
        return LONG
    small = all((number_told(q) or 0) < SMALL for q in figures)
    needed = NEEDED[small and ("count" in dimensions or "number" in dimensions)]
    return needed + (OTHER_UNIT if gate_unit(a, b) is not None and "money" not in dimensions else 0)


def _crowd(claim: Claim, around: Surroundings) -> int:
    """Points more that the number of figures in the affair of a claim asks for."""
    told = sum(len(figures) for article, figures in around.figures.items() if around.linker.one_affair(article, claim.article))
    return told // CROWDED


def _of_one_group(a: Claim, b: Claim) -> bool:
    """Whether both figures have an entry of one group of the attribute lexicon: the dead and the injured, profit and revenue."""
    return a.frame.concept.partition(".")[0] == b.frame.concept.partition(".")[0]
