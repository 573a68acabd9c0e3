"""What the language stage hands on: an article's shadow, cut into sentences and tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.language.shadow import Shadow
from factcheck.model import Article, Span

__all__ = ["Document", "NamedSpan", "Sentence", "Token"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word. Offsets are shadow offsets; `tag` is a Universal POS tag; `head` the index of the governing token in the
    document (-1: no parse, or root) and `dep` the relation ("" without a parser)."""

    start: int
    end: int
    text: str
    tag: str
    head: int = -1
    dep: str = ""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name found by the pipeline's backend: shadow offsets and PER, ORG, LOC, GPE, WORK, EVENT, PRODUCT or MISC."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Shadow offsets of one sentence (with its closing marks), its running number and that of its paragraph."""

    index: int
    paragraph: int
    start: int
    end: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article read: shadow text, sentences, tokens (sorted) and the backend's names. `backend` says what read it."""

    article: Article
    shadow: Shadow
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[NamedSpan, ...] = ()
    backend: str = ""
    parsed: bool = False
    notes: tuple[str, ...] = field(default=())

    def original(self, start: int, end: int) -> Span:
        """The span of the article's text that shadow[start:end] was made from."""
        return self.shadow.original(start, end)
