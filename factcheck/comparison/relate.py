"""One pair of claims in, one relation with its reason out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.comparison.figures import relate_quantities
from factcheck.comparison.happenings import relate_dates, relate_orders, relate_polarities
from factcheck.comparison.people import relate_fillers, relate_persons
from factcheck.comparison.places import relate_places
from factcheck.comparison.surroundings import Surroundings
from factcheck.model import Claim, Family, Name, Order, Period, Polarity, Quantity, Relation

__all__ = ["Surroundings", "relate_claims", "relate_pairs"]


def relate_pairs(pairs: Iterable[tuple[Claim, Claim]], around: Surroundings) -> list[Relation]:
    """The relations of all pairs, in the order given. Pairs about two different attributes yield none."""
    found = []
    for a, b in pairs:
        relation = relate_claims(a, b, around)
        if relation is not None:
            found.append(relation)
    return found


def relate_claims(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """The relation between two claims; None when they are not about one attribute at all. Symmetric but for the order of ids: the pair
    is judged in the
    order of publication and reading, whichever way it is given."""
    first, second = sorted((a, b), key=_reading_order)
    relation = _relate_ordered(first, second, around)
    return relation if relation is None or first is a else replace(relation, a=a.id, b=b.id)


def _reading_order(claim: Claim) -> tuple[str, str, int, int, str]:
    when = claim.published.replace(tzinfo=None).isoformat() if claim.published else ""
    return when, claim.article, claim.span.start, claim.span.end, claim.id


def _relate_ordered(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """The relation of a pair in reading order."""
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return relate_quantities(a, b, around)
    if isinstance(a.value, Polarity) and isinstance(b.value, Polarity):
        return relate_polarities(a, b, around)
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
        return relate_orders(a, b)
    return None
