"""The same pipeline as a spaCy `Language`, for those who want to build on one: our words, tags and sentences as components."""

from __future__ import annotations

from typing import Any

import spacy
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factcheck.language.segmenter import cut_words, tag_tokens
from factcheck.language.sentences import split_sentences

__all__ = ["RjiebaTokenizer", "make_language"]

_CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "factcheck.rjieba.v1"}}}


class RjiebaTokenizer:
    """rjieba as a spaCy tokenizer. Not destructive: `tokenizer(text).text == text`, white space kept as spaCy keeps it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for word in cut_words(text):
            if word == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is trained, nothing is kept."""
        return b""

    def from_bytes(self, _data: bytes, **__: Any) -> RjiebaTokenizer:
        return self

    def to_disk(self, _path: Any, **__: Any) -> None:
        return None

    def from_disk(self, _path: Any, **__: Any) -> RjiebaTokenizer:
        return self


@util.registry.tokenizers("factcheck.rjieba.v1")  # type: ignore[untyped-decorator]
def _make_tokenizer() -> Any:
    return lambda nlp: RjiebaTokenizer(nlp.vocab)


@Language.component("factcheck_tags", assigns=["token.pos"])
def _set_tags(doc: Doc) -> Doc:
    """Universal POS tags from rjieba, where its words are the document's."""
    tags = {(t.start, t.end): t.tag for t in tag_tokens(doc.text)}
    for word in doc:
        word.pos_ = "SPACE" if word.is_space else tags.get((word.idx, word.idx + len(word.text)), "X")
    return doc


@Language.component("factcheck_sentences", assigns=["token.is_sent_start"])
def _set_sentences(doc: Doc) -> Doc:
    """Sentence starts by `split_sentences`."""
    starts = {s.start for s in split_sentences(doc.text)}
    opened = False
    for word in doc:
        first = any(at in starts for at in range(word.idx, word.idx + len(word.text)))
        word.is_sent_start = first or not opened
        opened = opened or first
    return doc


def make_language() -> Language:
    """A blank Chinese pipeline with our tokenizer, tags and sentences; needs no download."""
    nlp = spacy.blank("zh", config=_CONFIG)
    nlp.add_pipe("factcheck_tags")
    nlp.add_pipe("factcheck_sentences")
    return nlp
