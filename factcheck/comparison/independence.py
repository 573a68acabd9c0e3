"""How many independent origins stand behind a value: copied text and one quoted source are one confirmation, not two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Article, Claim

__all__ = ["count_origins", "shared_text"]

SHINGLE = 5
"""Characters a shingle: parts.md measured .76 on Chinese copies where words split on white space find nothing."""
COPIED = 0.5
"""Share of the shorter sentence's shingles found in the other from which on it counts as copied."""


def _shingles(text: str) -> frozenset[str]:
    letters = "".join(c for c in text if c.isalnum())
    return frozenset(letters[i : i + SHINGLE] for i in range(max(1, len(letters) - SHINGLE + 1)))


def shared_text(a: str, b: str) -> float:
    """Share of the shorter text's character shingles that the other holds, 0 to 1. Symmetric."""
    one, two = _shingles(a), _shingles(b)
    return len(one & two) / min(len(one), len(two))


def count_origins(claims: Sequence[Claim], articles: Mapping[str, Article]) -> int:
    """Independent origins of claims that give one value: articles of one outlet, claims that quote one speaker, and sentences that
    share text count once."""
    parent = list(range(len(claims)))

    def find(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    for i, a in enumerate(claims):
        for j in range(i + 1, len(claims)):
            b = claims[j]
            text_a, text_b = articles[a.article].text, articles[b.article].text
            one = a.article == b.article or (a.outlet and a.outlet == b.outlet) or (a.speaker and a.speaker == b.speaker)
            if one or shared_text(a.sentence.of(text_a), b.sentence.of(text_b)) >= COPIED:
                parent[find(j)] = find(i)
    return len({find(i) for i in range(len(claims))})
