"""One pair of claims in, one relation with its reason out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.claims.leftovers import is_bare
from factcheck.claims.poles import AVOWAL
from factcheck.comparison.avowals import drop_repeated, relate_avowals
from factcheck.comparison.dates import relate_dates
from factcheck.comparison.denied import relate_denied
from factcheck.comparison.doubts import settle_doubtful
from factcheck.comparison.explained import settle_explained
from factcheck.comparison.figures import relate_quantities
from factcheck.comparison.gates import gate_affair
from factcheck.comparison.known_again import find_known_again
from factcheck.comparison.lengths import is_length, relate_lengths
from factcheck.comparison.orders import keep_one_order, relate_orders
from factcheck.comparison.people import relate_fillers, relate_persons
from factcheck.comparison.places import relate_places
from factcheck.comparison.polarities import relate_polarities, relate_states
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.transposed import find_transposed
from factcheck.comparison.turned import find_turned
from factcheck.comparison.weighing import weigh_figures
from factcheck.model import Claim, Family, Name, Order, Period, Polarity, Quantity, Relation

__all__ = ["Surroundings", "relate_claims", "relate_pairs"]


def relate_pairs(pairs: Iterable[tuple[Claim, Claim]], around: Surroundings) -> list[Relation]:
    """The relations of all pairs, in the order given. Pairs about two different attributes yield none."""
    pairs, found = list(pairs), {}
    for a, b in pairs:
        relation = relate_claims(a, b, around)
        if relation is not None:
            found[frozenset((a.id, b.id))] = relation
    for relation in list(weigh_figures(pairs, list(found.values()), around)):
        found[frozenset((relation.a, relation.b))] = relation
    for relation in list(find_known_again(pairs, found, around)):
        found[frozenset((relation.a, relation.b))] = relation
    for relation in list(find_transposed(pairs, found, around)):
        found[frozenset((relation.a, relation.b))] = relation
    for relation in list(find_turned(pairs, found.values(), around)):
        found[frozenset((relation.a, relation.b))] = relation
    claims = {c.id: c for pair in pairs for c in pair}
    kept = drop_repeated(settle_doubtful(found.values(), claims, around), claims)
    return list(settle_explained(keep_one_order(kept, claims), claims, around))


def relate_claims(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """The relation between two claims; None when they are not about one attribute at all. Symmetric but for the order of ids: the pair
    is judged in the
    order of publication and reading, whichever way it is given."""
    if is_bare(a) or is_bare(b) or gate_affair(a, b, around.linker) is not None:
        return None  # two stories, and no name that both claims give
    first, second = sorted((a, b), key=_reading_order)
    relation = _relate_ordered(first, second, around)
    return relation if relation is None or first is a else replace(relation, a=a.id, b=b.id)


def _reading_order(claim: Claim) -> tuple[str, str, int, int, str]:
    when = claim.published.replace(tzinfo=None).isoformat() if claim.published else ""
    return when, claim.article, claim.span.start, claim.span.end, claim.id


def _relate_ordered(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """The relation of a pair in reading order."""
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        if is_length(a) or is_length(b):
            return relate_lengths(a, b, around) if is_length(a) and is_length(b) else None
        return relate_quantities(a, b, around)
    if isinstance(a.value, Polarity) and isinstance(b.value, Polarity):
        return _relate_polarities(a, b, around)
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return relate_dates(a, b, around)
    if (
        isinstance(a.value, Name)
        and isinstance(b.value, Name)
        and (a.attribute == b.attribute)
        and a.attribute.startswith(("role|", "said", "title"))
    ):
        return relate_fillers(a, b, around)
    if isinstance(a.value, Name) and isinstance(b.value, Name):
        return relate_places(a, b, around) if a.family is Family.PLACE else relate_persons(a, b, around)
    if isinstance(a.value, Order) and isinstance(b.value, Order):
        return relate_orders(a, b, around)
    return None


def _relate_polarities(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two claims that something is so: two happenings, two states, or a thing denied and a happening."""
    if AVOWAL in {a.attribute, b.attribute}:
        return relate_avowals(a, b, around) if a.attribute == b.attribute else None
    if {a.family, b.family} == {Family.STATE, Family.ACT}:
        return relate_denied(a, b, around) if "thing" in {a.frame.concept, b.frame.concept} else None
    return relate_states(a, b, around) if Family.STATE in {a.family, b.family} else relate_polarities(a, b, around)
