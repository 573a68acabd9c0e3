"""The built-in segmenter: words and tags by rjieba (jieba's dictionary and hidden Markov model in Rust), nothing to download."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import rjieba

from factcheck.language.document import Token
from factcheck.language.tags import universal_tags

__all__ = ["cut_words", "tag_tokens"]


def cut_words(text: str) -> list[str]:
    """The words of a text; joined they give the text back."""
    words: list[str] = rjieba.cut(text)
    return words


def tag_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text with Universal POS tags, sorted, white space left out. `text[t.start:t.end] == t.text` for each."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    upos = universal_tags("ictclas")
    at = 0
    for word, tag in rjieba.tag(text):
        end = at + len(word)
        if tag == "x":
            if not word.isspace():
                yield Token(at, end, word, _tag_other(word))
        else:
            yield Token(at, end, word, upos.get(tag, "X"))
        at = end


def _tag_other(word: str) -> str:
    """The tag of what the dictionary does not know: a mark, a figure, or something else."""
    category = unicodedata.category(word[0])
    if category[0] == "P":
        return "PUNCT"
    if category[0] == "N":
        return "NUM"
    return "SYM" if category[0] == "S" else "X"
