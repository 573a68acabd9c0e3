"""How many independent origins stand behind a value: copied text, one house, one agency and one quoted source are one confirmation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from factcheck.articles.metadata import find_agency
from factcheck.language.script import fold_key
from factcheck.model import Article, Claim
from factcheck.settings import Outlet

__all__ = ["Outlets", "count_origins", "group_origins", "shared_text"]

SHINGLE = 5
"""Characters a shingle: parts.md measured .76 on Chinese copies where words split on white space find nothing."""
COPIED = 0.5
"""Share of the shorter sentence's shingles found in the other from which on it counts as copied."""


class Outlets:
    """The outlets a desk knows (settings, `[outlets]`): which names are one outlet, and who stands behind it."""

    def __init__(self, known: Mapping[str, Outlet] = MappingProxyType({})) -> None:
        self._names = {fold_key(form): name for name, outlet in known.items() for form in (name, *outlet.names)}
        self._known = dict(known)

    def name(self, outlet: str) -> str:
        """What the desk calls an outlet; as it is written where the desk says nothing of it."""
        return self._names.get(fold_key(outlet), outlet)

    def origins(self, claim: Claim, article: Article | None) -> frozenset[tuple[str, str]]:
        """What a claim may have in common with one that is not independent of it: the article; a voice (the outlet, whoever it quotes, the
        agency whose copy it prints); a house (the outlet, its owner)."""
        outlet = self.name(claim.outlet)
        known = self._known.get(outlet, Outlet())
        voices = {outlet, self.name(claim.speaker), self.name(known.agency), self.name(find_agency(article) if article else "")}
        houses = {outlet, self.name(known.owner)}
        keys = {("article", claim.article)}
        keys |= {(kind, fold_key(name)) for kind, names in (("voice", voices), ("house", houses)) for name in names if name}
        return frozenset(keys)


def _shingles(text: str) -> frozenset[str]:
    letters = "".join(c for c in text if c.isalnum())
    return frozenset(letters[i : i + SHINGLE] for i in range(max(1, len(letters) - SHINGLE + 1)))


def shared_text(a: str, b: str) -> float:
    """Share of the shorter text's character shingles that the other holds, 0 to 1. Symmetric."""
    one, two = _shingles(a), _shingles(b)
    return len(one & two) / min(len(one), len(two))


def count_origins(claims: Sequence[Claim], articles: Mapping[str, Article], outlets: Outlets | None = None) -> int:
    """Independent origins of claims that give one value; see `group_origins`."""
    return len(group_origins(claims, articles, outlets))


def group_origins(claims: Sequence[Claim], articles: Mapping[str, Article], outlets: Outlets | None = None) -> tuple[tuple[str, ...], ...]:
    """The claims (ids, in the order given) by independent origin: articles of one outlet or owner, claims that quote one speaker, relays
    of one agency, and sentences that share text are one."""
    outlets = outlets or Outlets()
    parent = list(range(len(claims)))

    def find(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    keys = [outlets.origins(claim, articles.get(claim.article)) for claim in claims]
    for i, a in enumerate(claims):
        for j in range(i + 1, len(claims)):
            b = claims[j]
            text_a, text_b = (claim.sentence.of(articles[claim.article].text) for claim in (a, b))
            if keys[i] & keys[j] or shared_text(text_a, text_b) >= COPIED:
                parent[find(j)] = find(i)
    groups: dict[int, list[str]] = {}
    for index, claim in enumerate(claims):
        groups.setdefault(find(index), []).append(claim.id)
    return tuple(tuple(group) for group in groups.values())
