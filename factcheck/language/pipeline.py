"""Reads an article: shadow text, sentences, words, and the names its backend finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.articles import mark_article
from factcheck.language.backends import open_backend
from factcheck.language.document import Document
from factcheck.language.sentences import split_sentences
from factcheck.language.shadow import Shadow, make_shadow
from factcheck.model import Article

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["build_pipeline", "find_headline", "read_document"]


def read_document(article: Article, *, backend: str = "auto") -> Document:
    """The article, read. Offline; the same article and backend give the same document.

    `backend` is one of `backends.BACKENDS`; ConfigError when it is none of them, or asks for what is not installed.
    spaCy is imported only when a model reads.
    """
    reader = open_backend(backend)
    if not article.segments:
        article = mark_article(article)
    shadow = make_shadow(article)
    sentences = split_sentences(shadow.text, find_headline(article, shadow))
    tokens, names = reader.read(shadow.text, sentences)
    return Document(article, shadow, sentences, tokens, names, backend=reader.label, parsed=reader.parsed, notes=reader.notes)


def find_headline(article: Article, shadow: Shadow) -> tuple[int, int] | None:
    """Where the headline stands in the shadow, None when the article has none."""
    for segment in article.segments:
        if segment.kind == "headline":
            start, end = shadow.find(segment.span)
            return (start, end) if start < end else None
    return None


def build_pipeline() -> Language:
    """A real spaCy `Language` with the built-in words, tags and sentences, to add components to.

    Needs no download; imports spaCy (two seconds).
    """
    from factcheck.language.components import make_language

    return make_language()
