"""Reads an article: shadow text, sentences, words, and the names its backend finds."""

from __future__ import annotations

from factcheck.language.document import Document
from factcheck.language.segmenter import tag_tokens
from factcheck.language.sentences import split_sentences
from factcheck.language.shadow import Shadow, make_shadow
from factcheck.model import Article

__all__ = ["read_document"]


def read_document(article: Article, *, backend: str = "auto") -> Document:
    """The article, read. Offline; the same article and backend give the same document."""
    shadow = make_shadow(article)
    sentences = split_sentences(shadow.text, find_headline(article, shadow))
    return Document(article, shadow, sentences, tag_tokens(shadow.text), backend="rjieba")


def find_headline(article: Article, shadow: Shadow) -> tuple[int, int] | None:
    """Where the headline stands in the shadow, None when the article has none."""
    for segment in article.segments:
        if segment.kind == "headline":
            start, end = shadow.find(segment.span)
            return (start, end) if start < end else None
    return None
