"""The built-in segmenter: words and tags by rjieba (jieba's dictionary and hidden Markov model in Rust), nothing to download."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import rjieba

from factcheck.language.document import NamedSpan, Token
from factcheck.language.tags import universal_tags

__all__ = ["cut_words", "is_listed", "tag_names", "tag_tokens"]

# Persons as guessed by the hidden Markov model are weak (precision .38 on hand-listed names); who reads them must check them.
_NAME_TAGS = {"nr": "PER", "nrt": "PER", "nrfg": "PER", "ns": "LOC", "nt": "ORG"}
# The model glues these to a name it does not know (据南屿, 萨维尔对); the dictionary's own words are left whole.
_GLUED_FRONT = frozenset("据由对被从在将与至使让因")
_GLUED_BACK = frozenset("据对在和与于向将被的为")
# Negations that the segmenter glues to the verb behind them (没发过, 没人教, 未办理), the longest first.
_GLUED_NEGATION = ("没有", "没人", "没能", "未能", "未曾", "没", "未")
# A verb and its object of one character each, glued to the aspect between them (关了门, 撞了人).
_ASPECT = re.compile(r"(?![没未不为除])[\u4e00-\u9fff][了过](?![了过多些点])[\u4e00-\u9fff]")
# Behind 没收 these tell that something was not got (没收到标书), not that it was confiscated.
_OF_GETTING = frozenset("到过齐回着")
_dictionary = rjieba.Jieba()


def cut_words(text: str) -> list[str]:
    """The words of a text; joined they give the text back."""
    words: list[str] = rjieba.cut(text)
    if (crossed := _crossed(text, words)) is not None:
        index, at = crossed
        return [*words[:index], text[at : at + 2], *cut_words(text[at + 2 :])]
    edge = _straddled(text, words)
    return words if edge is None else [*rjieba.cut(text[:edge]), *cut_words(text[edge:])]


_EVERYWHERE = re.compile(r"[多各两几数][地国省市县]")
"""Some places counted: one word, whatever its second character might open (多|地震|感 for 多地|震感)."""


def _crossed(text: str, words: Sequence[str]) -> tuple[int, int] | None:
    """The number and the place of the first word with which such a word opens that ends within the next one, where the rest of that one
    and the character behind it make a word as well. None where there is none."""
    at = 0
    for index, (word, following, last) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        crosses = len(following) == 2 and len(last) == 1 and _EVERYWHERE.fullmatch(word + following[0]) is not None
        if crosses and is_listed(following[1] + last):
            return index, at
        at += len(word)
    return None


_DAY = re.compile(
    r"(?:(?<![0-9.第])[0-3]?[0-9]|(?<![一二三四五六七八九十廿百千万])[一二三四五六七八九十廿]{1,3})(?:日|(?<=月.)号|(?<=月..)号|(?<=月...)号)"
    r"(?=[\u4e00-\u9fff])(?![后内前间均报元圆电起游])"
)
"""A day of a month with a word behind it that is not of the day itself (日内, 日元)."""


def _straddled(text: str, words: Sequence[str]) -> int | None:
    """Where the first day ends that a word reaches across (8|日本|公司, 25|日入|山, 28|日离港): no word begins inside a date and ends
    outside it. None where there is none."""
    ends = {m.end() for m in _DAY.finditer(text)}
    at = 0
    for word in words:
        if ends and len(word) > 1:
            inside = min((end for end in ends if at < end < at + len(word)), default=None)
            if inside is not None:
                return inside
        at += len(word)
    return None


def is_listed(word: str) -> bool:
    """Whether the dictionary lists a word; one that it does not list was put together by the model."""
    listed: bool = _dictionary.has_word(word)
    return listed


def tag_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text with Universal POS tags, sorted, white space left out. `text[t.start:t.end] == t.text` for each."""
    return tag_names(text)[0]


def tag_names(text: str) -> tuple[tuple[Token, ...], tuple[NamedSpan, ...]]:
    """The tokens as `tag_tokens` gives them, and those tagged as persons, places and organisations."""
    upos = universal_tags("ictclas")
    tokens: list[Token] = []
    names: list[NamedSpan] = []
    at = 0
    for word, tag in _words(text):
        end = at + len(word)
        if tag != "x":
            tokens.append(Token(at, end, word, upos.get(tag, "X")))
            if tag in _NAME_TAGS and end - at > 1 and (tag[1] == "r" or _dictionary.has_word(word)):
                names.append(NamedSpan(at, end, _NAME_TAGS[tag]))
        elif not word.isspace():
            tokens.append(Token(at, end, word, _tag_other(word)))
        at = end
    return tuple(tokens), tuple(names)


def _tagged(text: str) -> list[tuple[str, str]]:
    """rjieba's words and tags, none of them across the end of a day."""
    tagged: list[tuple[str, str]] = rjieba.tag(text)
    words = [word for word, _ in tagged]
    if (crossed := _crossed(text, words)) is not None:
        index, at = crossed
        return [*tagged[:index], (text[at : at + 2], "n"), *_tagged(text[at + 2 :])]
    edge = _straddled(text, words)
    return tagged if edge is None else [*rjieba.tag(text[:edge]), *_tagged(text[edge:])]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """rjieba's words and tags, prepositions glued to unknown names taken off."""
    for word, tag in _parted(text):
        if tag[0] == "n" and len(word) > 2 and (word[0] in _GLUED_FRONT or word[-1] in _GLUED_BACK) and not _dictionary.has_word(word):
            if word[0] in _GLUED_FRONT:
                yield word[0], "p"
                word = word[1:]
            if len(word) > 2 and word[-1] in _GLUED_BACK:
                yield word[:-1], tag
                yield word[-1], "p"
                continue
        yield word, tag


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """rjieba's words and tags, negations glued to a verb taken off."""
    at = 0
    for word, tag in _tagged(text):
        at += len(word)
        if _ASPECT.fullmatch(word) and (_dictionary.has_word(word[0] + word[2]) or not (tag[:2] == "nr" or _dictionary.has_word(word))):
            yield from ((word[0], "v"), (word[1], "ul"), (word[2], "n"))
            continue
        front = next((n for n in _GLUED_NEGATION if word.startswith(n) and word != n), "")
        if not front or (word in _negated_words() and not (word == "没收" and text[at : at + 1] in _OF_GETTING)):
            yield word, tag
            continue
        yield front, "d"
        rest = rjieba.tag(word[len(front) :])
        # what follows a negation and is no word by itself, or a sound (没响), is done or not
        yield from ((piece, "v" if len(rest) == 1 and (own == "o" or not _dictionary.has_word(piece)) else own) for piece, own in rest)


@cache
def _negated_words() -> frozenset[str]:
    """The words that open with a negation and are one (`data/negated.tsv`)."""
    text = (resources.files("factcheck.language") / "data" / "negated.tsv").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _tag_other(word: str) -> str:
    """The tag of what the dictionary does not know: a mark, a figure, or something else."""
    category = unicodedata.category(word[0])
    if category[0] == "P":
        return "PUNCT"
    if category[0] == "N":
        return "NUM"
    return "SYM" if category[0] == "S" else "X"
