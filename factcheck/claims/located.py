"""A place phrase of a clause, with what the clause tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.happenings import Happening

__all__ = ["Located"]


@dataclass(frozen=True, slots=True)
class Located:
    """A place phrase: shadow offsets, the question it answers ("" where its clause tells nothing of it), the word that says what is
    there and where that stands, how the place stands to it (`at`, `from`, `via`), the happening where there is
    one, and its units from large to small."""

    start: int
    end: int
    question: str
    word: str
    word_start: int
    word_end: int
    way: str = "at"
    happening: Happening | None = None
    units: tuple[str, ...] = ()
