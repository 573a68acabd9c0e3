"""What the recognisers of names share: a candidate, and the text with its words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from factcheck.language.document import Document, Token

__all__ = ["Candidate", "Reading"]


@dataclass(slots=True)
class Candidate:
    """A stretch that may be a name. `weight` says how sure its recogniser is (0 to 100); `key` is set where the recogniser knows it."""

    start: int
    end: int
    type: str
    weight: int
    key: str = ""
    title: str = ""
    of: str = ""


@dataclass(slots=True)
class Reading:
    """A document's shadow text with its words indexed by place."""

    document: Document
    text: str = field(init=False)
    tokens: tuple[Token, ...] = field(init=False)
    starts: list[int] = field(init=False)
    opens: frozenset[int] = field(init=False)
    closes: frozenset[int] = field(init=False)
    titled: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.text = self.document.shadow.text
        self.tokens = self.document.tokens
        self.starts = [t.start for t in self.tokens]
        self.opens = frozenset(self.starts)
        self.closes = frozenset(t.end for t in self.tokens)

    def index_at(self, position: int) -> int:
        """The index of the token that covers a position, -1 when none does."""
        i = bisect_right(self.starts, position) - 1
        return i if i >= 0 and position < self.tokens[i].end else -1

    def token_at(self, position: int) -> Token | None:
        """The token that covers a position."""
        i = self.index_at(position)
        return self.tokens[i] if i >= 0 else None

    def splits_word(self, start: int, end: int) -> bool:
        """Whether a stretch begins inside a word that is no name itself: 日方 in 今日 方, 海南 in 上海 南."""
        if start in self.opens:
            return False
        first = self.token_at(start)
        return first is not None and first.tag not in ("X",) and not (first.tag == "PROPN" and first.end >= end)
