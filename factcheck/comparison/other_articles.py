"""Contradictions between two figures that the other articles of the affair explain.

Of two figures that gates and evidence have set against each other, a third article may tell that they are two things: it gives
both, each in its own words (动物园有丹顶鹤46只，18只丹顶鹤放归湖区); or it gives the one with a digit otherwise, and is the one that
contradicts it (412公里, 421公里, and 260公里 of another line); or three articles give three figures that have nothing to do with each
other, of three things. How often that was so, on corpora that nobody had read: tests/corpora/README.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.claims.leftovers import is_bare
from factcheck.comparison.surroundings import Surroundings
from factcheck.mentions.slips import Slip, digits_of, number_told, read_slip
from factcheck.model import Claim, Kind, Quantity, Reason, Relation

__all__ = ["settle_by_others"]

NEAR = Decimal("1.25")
"""Times by which a figure may pass another that it may round or update."""
TELLING = 2
"""Digits from which on a figure met again is the same figure whatever it counts; a figure of one digit is met everywhere."""


def settle_by_others(relations: Sequence[Relation], claims: Mapping[str, Claim], around: Surroundings) -> list[Relation]:
    """The relations, with contradictions between figures of two articles turned into `incomparable` (`multi_valued`) where other articles
    tell that they are figures of two things. `claims`: those of the relations by id."""
    opposed: dict[str, list[Claim]] = defaultdict(list)
    for relation in relations:
        a, b = claims[relation.a], claims[relation.b]
        if _is_open(relation, a, b):
            opposed[a.id].append(b)
            opposed[b.id].append(a)
    told = {article: [c for c in figures if not is_bare(c)] for article, figures in around.figures.items()} if opposed else {}
    return [_settle(r, claims[r.a], claims[r.b], opposed, told, around) for r in relations]


def _is_open(relation: Relation, a: Claim, b: Claim) -> bool:
    return (
        relation.kind is Kind.CONTRADICTS
        and relation.reason not in {Reason.ARITHMETIC, Reason.SAME_SPEAKER}
        and a.article != b.article
        and isinstance(a.value, Quantity)
        and isinstance(b.value, Quantity)
    )


def _settle(
    relation: Relation,
    a: Claim,
    b: Claim,
    opposed: Mapping[str, Sequence[Claim]],
    told: Mapping[str, Sequence[Claim]],
    around: Surroundings,
) -> Relation:
    """`opposed`: what each figure contradicts; `told`: the figures of each article."""
    if not _is_open(relation, a, b):
        return relation
    for name, holds in (
        ("side_by_side", any(_told_apart(a, b, told[other]) for other in told if around.linker.one_affair(other, a.article))),
        ("twin", _has_twin(a, b, opposed) or _has_twin(b, a, opposed)),
        ("three", _is_one_of_three(a, b, opposed, around)),
    ):
        if holds:
            gates = (*relation.gates, (name, Reason.MULTI_VALUED.value))
            return replace(relation, kind=Kind.INCOMPARABLE, reason=Reason.MULTI_VALUED, gates=gates)
    return relation


def _told_apart(a: Claim, b: Claim, figures: Sequence[Claim]) -> bool:
    """Whether one article gives both figures, each in words nearer to those of its like than to those of the other."""
    ones = [a] if any(c.id == a.id for c in figures) else [c for c in figures if _is_same(c, a)]
    others = [b] if any(c.id == b.id for c in figures) else [c for c in figures if _is_same(c, b)]
    return any(_are_two(x, y) and _is_like(x, y, a) and _fits(a, x, y) and _fits(b, y, x) for x in ones for y in others)


def _are_two(x: Claim, y: Claim) -> bool:
    """Whether two figures of an article are of two things: of two attributes, or told in one sentence. One attribute told twice may be two
    reports of one thing (里氏6.2级, 另据…为5.9级)."""
    return x.id != y.id and (x.attribute != y.attribute or (x.sentence == y.sentence and x.speaker == y.speaker))


def _fits(one: Claim, own: Claim, other: Claim) -> bool:
    """Whether a figure is told in words nearer to those of its like than to those of the other."""
    near, far = _likeness(one, own), _likeness(one, other)
    return near > far or (near == far and own.attribute != other.attribute)


def _is_same(one: Claim, other: Claim) -> bool:
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    a, b = one.value, other.value
    return bool(b.low) and (a.dimension, a.unit, a.low, a.high) == (b.dimension, b.unit, b.low, b.high)


def _is_like(x: Claim, y: Claim, a: Claim) -> bool:
    """Whether two figures of an article are of a kind, or tell by their digits which figures they are."""
    assert isinstance(x.value, Quantity)
    assert isinstance(y.value, Quantity)
    return x.frame.measure == y.frame.measure == a.frame.measure or min(len(digits_of(x.value)), len(digits_of(y.value))) >= TELLING


def _likeness(one: Claim, other: Claim) -> int:
    """How many words two claims share."""
    return len(_words(one) & _words(other))


def _words(claim: Claim) -> set[str]:
    frame = claim.frame
    return {*frame.words, frame.predicate, frame.noun, frame.head, frame.concept, claim.attribute} - {""}


def _has_twin(a: Claim, b: Claim, opposed: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether the first figure is, but for a digit, that of a third article, and the other is near neither."""
    return _slip(a, b) is Slip.NONE and any(
        c.id != b.id and _slip(a, c) is not Slip.NONE and not _is_near(a, b) and not _is_near(c, b) for c in opposed[a.id]
    )


def _is_one_of_three(a: Claim, b: Claim, opposed: Mapping[str, Sequence[Claim]], around: Surroundings) -> bool:
    """Whether a third article contradicts both, and no two of the three figures are near each other or a slip of each other. Three
    counts of one thing, or of three named bodies (the police, the organisers), are three counts."""
    third = [c for c in opposed[a.id] if c.article != b.article and any(d.id == c.id for d in opposed[b.id])]
    return _apart(a, b) and any(
        _apart(a, c) and _apart(b, c) and not _are_counted_by_several((a, b, c)) and not _is_one_thing((a, b, c), around) for c in third
    )


def _are_counted_by_several(claims: Sequence[Claim]) -> bool:
    return len({c.speaker for c in claims if c.speaker}) >= len(claims) - 1


def _is_one_thing(claims: Sequence[Claim], around: Surroundings) -> bool:
    """Whether all are told of one thing."""
    return all(around.linker.related(c.subject, claims[0].subject) for c in claims)


def _apart(a: Claim, b: Claim) -> bool:
    return _slip(a, b) is Slip.NONE and not _is_near(a, b)


def _slip(a: Claim, b: Claim) -> Slip:
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    return read_slip(a.value, b.value)


def _is_near(a: Claim, b: Claim) -> bool:
    one, two = _amount(a), _amount(b)
    return one is None or two is None or max(one, two) <= NEAR * min(one, two)


def _amount(claim: Claim) -> Decimal | None:
    """A figure in the base unit of its dimension, None for a range."""
    assert isinstance(claim.value, Quantity)
    number = number_told(claim.value)
    return abs(number * (claim.value.factor or 1)) if number is not None else None
