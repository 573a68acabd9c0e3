"""What a disagreement is, as a hash that outlives re-wrapping, re-wording and renaming of files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal

from factcheck.model import Claim, Name, Order, Period, Polarity, Quantity, Value

__all__ = ["fingerprint_conflict", "normalise_value"]

VERSION = "v1"


def normalise_value(value: Value) -> str:
    """The value without its wording: bounds in the base unit where there is one (1.5万 and 15000 are one, 0.5公里 and 500米 too), a
    period as its bounds, a name as its key, a predicate as whether it holds. Hedges are left out: they are wording."""
    if isinstance(value, Quantity):
        factor, unit = (value.factor, value.dimension) if value.factor is not None else (Decimal(1), value.unit)
        return f"{_digits(value.low, factor)}..{_digits(value.high, factor)} {unit}".strip()
    if isinstance(value, Period):
        return f"{value.start.isoformat() if value.start else ''}..{value.end.isoformat() if value.end else ''}"
    if isinstance(value, Name):
        return value.key
    if isinstance(value, Polarity):
        return "holds" if value.holds else "does not hold"
    assert isinstance(value, Order)
    return f"{value.first}>{value.then}"


def fingerprint_conflict(rule: str, subject: str, attribute: str, event: str, claims: Iterable[Claim]) -> str:
    """`v1:` and the SHA-256 of rule, subject, attribute, event and the sorted distinct (outlet, value) pairs: no path, line, offset,
    wording, score or count goes in (design.md section 5), so that a moved or re-wrapped article keeps its finding and a changed value
    does not."""
    pairs = sorted({(claim.outlet, normalise_value(claim.value)) for claim in claims})
    told = json.dumps([rule, subject, attribute, event, pairs], ensure_ascii=False, separators=(",", ":"))
    return f"{VERSION}:{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _digits(number: Decimal | None, factor: Decimal) -> str:
    if number is None:
        return ""
    product = (number * factor).normalize()
    return "0" if not product else format(product, "f")
