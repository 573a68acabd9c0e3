"""Sentences of a shadow text, by its marks.

A sentence ends with 。 ！ ？ … (or their half-width forms, a full stop only after a Chinese character or a closing mark) together with
the closing quotation marks and brackets that follow, or with its paragraph. Semicolons part clauses, not sentences. A quotation is kept
whole unless it is long; a full stop that closes one ends the sentence, unless a short speech tag follows (“……。”他说。).
"""

from __future__ import annotations

import re

from factcheck.language.document import Sentence

__all__ = ["split_sentences"]

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "(": ")", "（": "）", "【": "】", "[": "]", "〔": "〕"}
_CLOSERS = frozenset(_PAIRS.values()) | {'"', "'", "〞"}
_FIRM = "。！？!?"
# Quotations longer than this are cut at their own full stops: a speech printed in full is many sentences.
_LONG_QUOTATION = 90
_TERMINATOR = re.compile(r"[。！？!?]+(?:…+|\.{2,})?|…+[。！？!?]*|\.{3,}|(?<=[\u3400-\u9fff”’」』》）)\]%％])\.(?![A-Za-z0-9.])")
_SPEECH_TAG = re.compile(
    r"[^，,。！？!?；;：:“”「」\n]{0,14}(?:说|说道|表示|称|指出|强调|补充|解释|认为|写道|问|答|回应|坦言|感叹|告诉[^，。]{0,8})(?:[道着了])?[。，,：:]"
)
_GOES_ON = frozenset("的等和与及或、，,；;：:的是在）)")


def split_sentences(text: str, headline: tuple[int, int] | None = None) -> tuple[Sentence, ...]:
    """The sentences of a text, sorted, not overlapping, without the white space around them; paragraphs are its lines. Everything but
    white space lies in exactly one sentence. `headline` is the stretch (start, end) whose sentences are flagged."""
    sentences: list[Sentence] = []
    paragraph = 0
    at = 0
    for line in text.split("\n"):
        if line.strip():
            for start, end in _split_line(line):
                begin, stop = at + start, at + end
                flagged = headline is not None and headline[0] <= begin < headline[1]
                sentences.append(Sentence(len(sentences), paragraph, begin, stop, flagged))
            paragraph += 1
        at += len(line) + 1
    return tuple(sentences)


def _split_line(line: str) -> list[tuple[int, int]]:
    """Trimmed stretches of one paragraph."""
    closed_by = _match_pairs(line)
    cuts: list[int] = []
    for mark in _TERMINATOR.finditer(line):
        end = mark.end()
        closers_from = end
        while end < len(line) and line[end] in _CLOSERS:
            end += 1
        if _is_boundary(line, mark.start(), mark.end(), closers_from, end, closed_by):
            cuts.append(end)
    parts: list[tuple[int, int]] = []
    begin = 0
    for cut in [*cuts, len(line)]:
        start, stop = begin, cut
        while start < stop and line[start].isspace():
            start += 1
        while stop > start and line[stop - 1].isspace():
            stop -= 1
        if start < stop:
            parts.append((start, stop))
        begin = cut
    return parts


def _is_boundary(line: str, start: int, mark_end: int, closers_from: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether the mark at line[start:mark_end], with closing marks up to `end`, ends a sentence."""
    if end >= len(line):
        return True
    inside = [s for s in spans if s[0] < start and s[1] >= end]
    if any(s[1] - s[0] < _LONG_QUOTATION for s in inside):
        return False
    after = line[end]
    firm = any(c in _FIRM or c == "." for c in line[start:mark_end]) and not line.startswith("..", start)
    if not firm:
        # An ellipsis ends a sentence only where a new quotation or nothing follows.
        return after in _PAIRS or after.isspace()
    if end > closers_from:
        if "。" not in line[start:mark_end] and (after in _GOES_ON or line[end - 1] in "》）)】]"):
            return False
        return after not in "，,、；;" and not _SPEECH_TAG.match(line, end)
    return after not in "，,、；;)）》"


def _match_pairs(line: str) -> list[tuple[int, int]]:
    """The stretches between matching quotation marks or brackets (positions of the marks). Marks without a partner are nothing."""
    spans: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    straight: int | None = None
    for i, c in enumerate(line):
        if c in _PAIRS:
            open_marks.append((_PAIRS[c], i))
        elif c == '"':
            if straight is None:
                straight = i
            else:
                spans.append((straight, i))
                straight = None
        elif c in _CLOSERS:
            for k in range(len(open_marks) - 1, -1, -1):
                if open_marks[k][0] == c:
                    spans.append((open_marks[k][1], i))
                    del open_marks[k:]
                    break
    return spans
