"""Tolls as headlines give them: 致3死12伤, 12人死亡3人受伤."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.concepts import ConceptHit, Concepts
from factcheck.mentions.types import Mention
from factcheck.model import Quantity

__all__ = ["find_toll", "is_listed_toll", "own_from"]

_FULL = {"死": "死亡", "亡": "死亡", "伤": "受伤"}
"""What a measure word says happened to those it counts (3死, 12伤), in full."""
GLUED = 1
"""Characters between a figure and the word that belongs to it in a list without marks (10人已死亡4人受伤)."""
SOME = 2
"""Characters that must stand behind a figure to tell something of it."""


def find_toll(text: str, figure: Mention, concepts: Concepts) -> ConceptHit | None:
    """What the measure word of a figure says happened to those it counts, None where it says nothing of the sort."""
    full = _FULL.get(text[figure.end - 1]) if isinstance(figure.value, Quantity) and figure.value.unit == "person" else None
    if full is None:
        return None
    entries = tuple(e for hit in concepts.find(full) for e in hit.entries if full in e.words)
    return ConceptHit(figure.end - 1, figure.end, entries) if entries else None


def is_listed_toll(figure: Mention, figures: Sequence[Mention]) -> bool:
    """Whether another figure follows at once: 一死三伤, against 他一死."""
    return any(0 <= f.start - figure.end <= GLUED for f in figures)


def own_from(figure: Mention, figures: Sequence[Mention], hits: Sequence[ConceptHit], end: int) -> int:
    """Where the words of a figure begin, in a list without marks where every figure has its word behind it (12人死亡|3人受伤); 0 where it
    is in none. In 死亡12人受伤3人 every one has it before: the first of the list decides. `end`: where the clause ends."""
    if end - figure.end < SOME:
        return 0
    glued = [h for h in hits if h.end <= figure.start and figure.start - h.end <= GLUED]
    for hit in glued:
        before = max((f for f in figures if f.end <= hit.start and hit.start - f.end <= GLUED), key=lambda f: f.end, default=None)
        if before is None:
            continue
        start = own_from(before, figures, hits, end)
        own = (h for h in hits if start <= h.start and h.end <= before.start and before.start - h.end <= GLUED)
        if not any(_groups(h) & _groups(hit) for h in own):
            return hit.end
    return 0


def _groups(hit: ConceptHit) -> set[str]:
    """The groups of attributes a word may stand for (casualties)."""
    return {e.id.partition(".")[0] for e in hit.entries}
