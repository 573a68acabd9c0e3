"""Stretches of text, and the articles that they are of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = ["Article", "Segment", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A marked stretch of an article. Segments are sorted, do not overlap, and together with the
    unmarked white space between them cover the text.

    `kind` is `headline`, `body`, or a kind of what is not the article: `boilerplate` (site furniture; `detail` says which:
    image, navigation, recommended, advertisement, credit, disclaimer, references, abstract, front-matter, caption, ...) or `noise`
    (dropped inside a sentence: footnote marks, paragraph numbers, page breaks, scraper insertions). `repair` is what
    noise is read as in the shadow ("" when it is dropped).
    """

    span: Span
    kind: Literal["headline", "body", "boilerplate", "noise"]
    detail: str = ""
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it stands on disk, and what was made out about it.

    `text` is the decoded text, untouched (line ends and front matter included, byte-order mark not). For formats that wrap the
    article (html, jsonl, docx, pdf) it is the extracted text and `extracted` is true. `segments` is empty until
    `factcheck.articles` has marked the text; `notes` lists what a reader should be told (weak encoding guess, lost characters, missing
    date). `pages` holds the offset at which each page begins, () where there are none. `properties` is what the file says of itself
    beside its text, as (name, words): created, author, header; weak evidence for what the text does not say.
    """

    id: str
    text: str
    path: str = ""
    source: str | None = None
    title: str | None = None
    published: datetime | None = None
    url: str | None = None
    encoding: str = "utf-8"
    format: str = "text"
    script: Literal["hans", "hant", "mixed", "none"] = "none"
    extracted: bool = False
    segments: tuple[Segment, ...] = ()
    notes: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page, counted from 1, on which the character at `offset` stands; None for a text without pages."""
        return bisect_right(self.pages, offset) or None if self.pages else None

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str,
        source: str | None = None,
        published: datetime | str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Article:
        """An article from memory. `published` may be an ISO 8601 string (ValueError when it is not one)."""
        when = datetime.fromisoformat(published) if isinstance(published, str) else published
        return cls(id=id, text=text, source=source, published=when, title=title, url=url)
