"""Noise inside a line that stays: marks of notes, markup, image links, credits that interrupt a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.articles.furniture import Furniture
from factcheck.model import Segment, Span

__all__ = ["find_noise", "note_numbers"]

_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"(?<!!)(\[)([^\[\]\n]{1,200})(\]\((?:https?:|/|#|\.|mailto:)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\))")
_SUPERSCRIPT = re.compile(r"<sup>[^<]{0,24}</sup>|\$\^\{?[^$}\n]{1,12}\}?\$|\[\^[^\]\s]{1,12}\]")
_POWER = re.compile(r"(?:<sup>|\$\^\{?)\s*([23]|-?\d{1,2})\s*(?:</sup>|\}?\$)")
_RAISED_FIGURES = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_TAG = re.compile(
    r"</?(?:br|p|b|i|u|em|strong|span|div|font|a|img|sub|sup|small|center|blockquote|figure|figcaption)\b[^<>\n]{0,300}/?>", re.I
)
_STRESS = re.compile(r"\*\*(?=\S)([^*\n]{1,300})(?<=\S)\*\*|__(?=\S)([^_\n]{1,300})(?<=\S)__")
_HEADING = re.compile(r"#{1,6}[ \t]+|>[ \t]?")
_CIRCLED = re.compile("[①-⑳]")
_BRACKETED = re.compile(r"(?<=[\u3400-\u9fff，。、；：！？”」』》）)%])[\[［]\d{1,3}(?:[-,，、–—~]\d{1,3}){0,4}[\]］]")
_RAISED = re.compile("(?<=[\u3400-\u9fff，。、；：！？”」』》）)])[¹²³⁴-⁹⁰]+")
_HASHTAG = re.compile(r"#[^#\s，。]{2,20}#")


def note_numbers(notes: list[str]) -> frozenset[str]:
    """The circled numbers that begin a note of this article: in the text they refer to it."""
    return frozenset(note[0] for note in notes if note and _CIRCLED.match(note))


def find_noise(
    text: str, plain: str, start: int, end: int, furniture: Furniture, numbers: frozenset[str], *, has_notes: bool
) -> Iterator[Segment]:
    """Noise segments within text[start:end], which is one line; they may overlap and stand in no order."""
    for match in _IMAGE.finditer(text, start, end):
        yield _noise(match.start(), match.end(), "image")
    for match in _LINK.finditer(text, start, end):
        yield _noise(match.start(1), match.end(1), "markup")
        yield _noise(match.start(3), match.end(3), "markup")
    for match in _SUPERSCRIPT.finditer(text, start, end):
        yield _read_superscript(text, match)
    for match in _TAG.finditer(text, start, end):
        yield _noise(match.start(), match.end(), "markup")
    for match in _STRESS.finditer(text, start, end):
        yield _noise(match.start(), match.start() + 2, "markup")
        yield _noise(match.end() - 2, match.end(), "markup")
    if heading := _HEADING.match(text, start, end):
        yield _noise(heading.start(), heading.end(), "markup")
    for match in _CIRCLED.finditer(text, start + 1, end):
        if match[0] in numbers:
            yield _noise(match.start(), match.end(), "footnote-mark")
    for pattern in (_BRACKETED, _RAISED) if has_notes else (_BRACKETED,):
        for match in pattern.finditer(text, start, end):
            yield _noise(match.start(), match.end(), "footnote-mark")
    for match in _HASHTAG.finditer(text, start, end):
        yield _noise(match.start(), match.end(), "hashtag")
    for detail, pattern in furniture.inline.items():
        for match in pattern.finditer(plain, start, end):
            yield _noise(match.start(), match.end(), detail)


def _noise(start: int, end: int, detail: str) -> Segment:
    return Segment(Span(start, end), "noise", detail)


def _read_superscript(text: str, match: re.Match[str]) -> Segment:
    """A power or a square unit is kept as Unicode superscript figures; any other superscript is the mark of a note."""
    power = _POWER.fullmatch(match[0])
    before = text[match.start() - 1 : match.start()]
    if power and (before in "米里尺寸" or (before.isascii() and before.isalnum())):
        return Segment(Span(match.start(), match.end()), "noise", "markup", power[1].translate(_RAISED_FIGURES))
    return _noise(match.start(), match.end(), "footnote-mark")
