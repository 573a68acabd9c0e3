"""Who agrees with whom, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from factcheck.model import CONFLICT, Article, Claim, Kind, Relation

__all__ = ["LARGEST_MATRIX", "count_outlets"]

#: More outlets than a page can show side by side: those with fewest relations are left out.
LARGEST_MATRIX = 40

_AGREE = frozenset({Kind.AGREES, Kind.REFINES})


def count_outlets(
    relations: Iterable[Relation], claims: Mapping[str, Claim], articles: Mapping[str, Article]
) -> tuple[list[str], list[list[int]]]:
    """Names of outlets, sorted, and [row, column, agreeing pairs, conflicting pairs, updates] with row <= column.

    Pairs within one article are not counted. An outlet that is not named counts as itself under its file's name.
    """
    counts: Counter[tuple[str, str, int]] = Counter()
    for relation in relations:
        a, b = claims[relation.a], claims[relation.b]
        if a.article == b.article:
            continue
        which = 0 if relation.kind in _AGREE else 1 if relation.kind in CONFLICT else 2
        first, second = sorted((_name_outlet(a, articles), _name_outlet(b, articles)))
        counts[first, second, which] += 1
    weights: Counter[str] = Counter()
    for (first, second, _), n in counts.items():
        weights[first] += n
        if second != first:
            weights[second] += n
    kept = sorted(sorted(weights, key=lambda name: (-weights[name], name))[:LARGEST_MATRIX])
    place = {name: i for i, name in enumerate(kept)}
    cells: dict[tuple[int, int], list[int]] = {}
    for (first, second, which), n in counts.items():
        if first in place and second in place:
            cells.setdefault((place[first], place[second]), [0, 0, 0])[which] += n
    return kept, [[row, column, *found] for (row, column), found in sorted(cells.items())]


def _name_outlet(claim: Claim, articles: Mapping[str, Article]) -> str:
    article = articles.get(claim.article)
    named = claim.outlet or (article.source if article else None)
    return named or (article.path if article else "").replace("\\", "/").rsplit("/", 1)[-1] or claim.article
