"""The shadow text: an article in one width and one script, with the way back for every character."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache

import opencc

from factcheck.articles import mark_article
from factcheck.model import Article, Span

__all__ = ["Shadow", "make_shadow", "shadow_text"]


class Shadow:
    """Normalised text with a map back: shadow character i was made from original[starts[i]:ends[i]]."""

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str, starts: array[int], ends: array[int]) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends

    def original(self, start: int, end: int) -> Span:
        """The tight span of the original that shadow[start:end] was made from."""
        if not self.text:
            return Span(0, 0)
        if end <= start:
            at = self._starts[start] if start < len(self.text) else self._ends[-1]
            return Span(at, at)
        return Span(self._starts[start], self._ends[end - 1])

    def find(self, span: Span) -> tuple[int, int]:
        """The shadow offsets of the characters made from anything inside `span`; an empty range where nothing was."""
        start = bisect_right(self._ends, span.start)
        end = bisect_left(self._starts, span.end)
        return (start, max(start, end))


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _build(pieces: list[tuple[str, int, int]]) -> Shadow:
    out: list[str] = []
    starts, ends = array("q"), array("q")
    for text, at, end in pieces:
        for offset, char in enumerate(text):
            folded = char if char in "：，；！？（）…" else unicodedata.normalize("NFKC", char)
            first = at + offset if end - at == len(text) else at
            last = first + 1 if end - at == len(text) else end
            out.append(folded)
            starts.extend([first] * len(folded))
            ends.extend([last] * len(folded))
    joined = "".join(out)
    converted = _converter().convert(joined)
    return Shadow(converted if len(converted) == len(joined) else joined, starts, ends)


def make_shadow(article: Article) -> Shadow:
    """Headline and body paragraphs of an article separated by line ends; boilerplate and noise left out."""
    if not article.segments:
        article = mark_article(article)
    pieces: list[tuple[str, int, int]] = []
    last = None
    for segment in article.segments:
        span = segment.span
        if segment.kind in ("headline", "body"):
            if last is not None and "\n" in article.text[last : span.start]:
                at = article.text.index("\n", last)
                pieces.append(("\n", at, at + 1))
            pieces.append((span.of(article.text), span.start, span.end))
            last = span.end
        elif segment.repair:
            pieces.append((segment.repair, span.start, span.end))
    return _build(pieces)


def shadow_text(text: str) -> Shadow:
    """The shadow of plain text in which nothing is marked."""
    return _build([(text, 0, len(text))])
