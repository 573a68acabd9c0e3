"""What a disagreement is, as a hash that outlives re-wrapping, re-wording and renaming of files.

`Identity` is the disagreement itself: the rule that saw it, the fact, and who gives which value. Its fingerprint is a hash of that and says
with which version of the recipe it was made: `v2:` and 64 hexadecimal digits. What keeps fingerprints (`factcheck.review`) keeps the
identity beside them, so that a file of an older version is read with the hashes of the current one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.language.script import fold_key
from factcheck.model import Article, Claim, Name, Order, Period, Polarity, Quantity, Value

__all__ = [
    "OLD_VERSIONS",
    "VERSION",
    "Identity",
    "declares_nothing",
    "fingerprint_conflict",
    "identify_conflict",
    "name_outlet",
    "normalise_value",
]

VERSION = "v2"
OLD_VERSIONS = ("v1",)


@dataclass(frozen=True, slots=True)
class Identity:
    """A disagreement without anything that moves: no path, line, offset, wording, score or count (design.md section 5).

    `subjects`, `attributes` and `events` are every key its claims have (simplified, sorted, none empty): two articles may name the subject
    of one fact differently. `pairs` are the sorted distinct (outlet, normalised value) pairs.
    """

    rule: str
    subjects: tuple[str, ...]
    attributes: tuple[str, ...]
    events: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """The hash of rule, first subject, attribute and event, and the pairs. The order in which the claims were read does not matter."""
        return _hash(VERSION, self.rule, _first(self.subjects), _first(self.attributes), _first(self.events), self.pairs)

    @property
    def values(self) -> frozenset[str]:
        """The values given, normalised."""
        return frozenset(value for _, value in self.pairs)


def identify_conflict(rule: str, claims: Iterable[Claim], articles: Mapping[str, Article], *, event: str = "") -> Identity:
    """The identity of a disagreement among `claims`. `event` is one that the claims do not carry themselves (the kind of a sum).

    An outlet is its name in simplified script. An article that names none is known by its declared id or URL, and by nothing where it
    declares neither: never by its path.
    """
    members = list(claims)
    events = {event, *(claim.scope.event for claim in members)}
    pairs = {(name_outlet(claim, articles.get(claim.article)), fold_key(normalise_value(claim.value))) for claim in members}
    return Identity(
        rule,
        _keys(claim.subject for claim in members),
        _keys(claim.attribute for claim in members),
        _keys(events),
        tuple(sorted(pairs)),
    )


def name_outlet(claim: Claim, article: Article | None) -> str:
    """Who says it, whatever the file is called: the outlet, else the declared URL or id of the article, else ""."""
    if claim.outlet:
        return fold_key(claim.outlet)
    if article is None:
        return ""
    return article.url or ("" if declares_nothing(article) else article.id)


def declares_nothing(article: Article) -> bool:
    """Whether the article has no id of its own and is known by its path (and its number in that file)."""
    return bool(article.path) and (article.id == article.path or article.id.startswith(f"{article.path}#"))


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
    """The fingerprint of version 1: `v1:` and the SHA-256 of rule, subject, attribute, event and the sorted distinct (outlet, value)
    pairs. Its outlets stand in the script they were written in, and its subject was that of the claim read first, which a renamed file
    changed: hence version 2."""
    return _hash("v1", rule, subject, attribute, event, tuple(sorted({(claim.outlet, normalise_value(claim.value)) for claim in claims})))


def _keys(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({key for text in found if (key := fold_key(text))}))


def _first(keys: tuple[str, ...]) -> str:
    return keys[0] if keys else ""


def _hash(version: str, rule: str, subject: str, attribute: str, event: str, pairs: tuple[tuple[str, str], ...]) -> str:
    told = json.dumps([rule, subject, attribute, event, pairs], ensure_ascii=False, separators=(",", ":"))
    return f"{version}:{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _digits(number: Decimal | None, factor: Decimal) -> str:
    if number is None:
        return ""
    product = (number * factor).normalize()
    return "0" if not product else format(product, "f")
