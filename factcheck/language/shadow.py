"""The shadow text: an article in one width and one script, with the way back for every character.

Everything after the articles stage reads the shadow; everything shown to a user is cut from the original through `Shadow.original`.
What the canonical form is stands in `factcheck.language.folding`; the script is simplified (`factcheck.language.script`), the wording is
left as it is; sentences cut by a line end are joined (`factcheck.language.rewrapping`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from factcheck.articles import mark_article
from factcheck.language.draft import Draft
from factcheck.language.folding import fold_characters, fold_punctuation, fold_spaces, widen_gaps
from factcheck.language.rewrapping import join_lines
from factcheck.language.script import simplify
from factcheck.model import Article, Span

__all__ = ["Shadow", "make_shadow", "shadow_text"]

_PASSES = 6


class Shadow:
    """Normalised text with a map back to the original: every character stands for a stretch of it that is not empty, in reading order."""

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str, starts: array[int], ends: array[int]) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self.text)

    def original(self, start: int, end: int) -> Span:
        """The tight span of the original that shadow[start:end] was made from; empty for an empty range."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"shadow range {start}:{end} is not within 0:{len(self.text)}")
        if start == end:
            at = self._starts[start] if start < len(self.text) else self._ends[-1] if self.text else 0
            return Span(at, at)
        return Span(self._starts[start], self._ends[end - 1])

    def find(self, span: Span) -> tuple[int, int]:
        """The shadow offsets of the characters made from anything inside `span`; an empty range where nothing was kept of it."""
        start = bisect_right(self._ends, span.start)
        end = bisect_left(self._starts, span.end)
        return (start, max(start, end))


def make_shadow(article: Article) -> Shadow:
    """Headline and body paragraphs of an article, one to a line; boilerplate and noise left out, repairs put in.

    An article that was not marked is marked first. A stretch of noise joins what stands on either side of it; boilerplate and line
    ends part it.
    """
    if not article.segments:
        article = mark_article(article)
    text = article.text
    pieces: list[tuple[str, int, int]] = []
    last = -1  # end of what was put in last
    joined = -1  # end of an unbroken chain of noise after it
    for segment in article.segments:
        start, end = segment.span.start, segment.span.end
        kept = segment.kind in ("headline", "body")
        if segment.kind == "noise" and start == joined:
            joined = end
        if not kept and not segment.repair:
            continue
        if pieces and start not in (last, joined):
            at = text.find("\n", last, start)
            at = at if at >= 0 else last
            pieces.append(("\n", at, at + 1))
        words = segment.span.of(text) if kept else segment.repair
        pieces.append((widen_gaps(words) if segment.kind == "headline" else words, start, end))
        last = joined = end
    return _normalise(Draft.from_pieces(pieces))


def shadow_text(text: str) -> Shadow:
    """The shadow of plain text in which nothing is marked."""
    return _normalise(Draft.from_pieces([(text, 0, len(text))] if text else []))


def _normalise(draft: Draft) -> Shadow:
    """Bring a draft to its canonical form: the passes are repeated until none changes anything (the second changes hardly ever)."""
    for _ in range(_PASSES):
        before = draft.text
        fold_characters(draft)
        join_lines(draft)
        fold_punctuation(draft)
        fold_spaces(draft)
        draft.replace(simplify(draft.text))
        if draft.text == before:
            break
    return Shadow(draft.text, draft.starts, draft.ends)
