"""Which lines of a text are furniture: by what they say, by where they stand, by the company they keep."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.articles.dates import DATE_PATTERN
from factcheck.articles.furniture import Furniture
from factcheck.articles.lines import Line

__all__ = ["mark_furniture", "number_paragraphs", "split_sentences"]

_STAMP = re.compile(
    rf"(?:发布时间|发表时间|更新时间|发布|时间|日期)?\s?:?\s?{DATE_PATTERN}(?:\s*(?:来源|发布于|发布|更新)?\s?:?\s?[^\s。,]{{0,16}}){{0,3}}"
)
_RULE = re.compile(r"[-=_*—─━~·.•☆★◆◇■□▪▲△▼▽※＊#+\s]{3,}")
_LONE_PARENTHESES = re.compile(r"\([^()。]{1,60}\)")
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十百千]{1,4}(?:人|名|万|亿)")
_PICTURED = re.compile("图|摄|截屏|画面")
_NOTE = re.compile(r"(?:<sup>\s*)?(?:[①-⑳⑴-⒇❶-❿]|\[\d{1,3}\]|\*(?=[^\s*]))\s*(?:</sup>)?\s*")
_LISTED = re.compile(r"(?:\d{1,3}\s?[.、)]|\(\d{1,3}\)|[•·▪●■\-])\s?")
_PARAGRAPH = re.compile(r"(\d{1,3})\s?[.、)]\s*(?=\D|\d+[年月日])")
_SENTENCE = re.compile(r"[^。！？…]*[。！？…]*[”’」』》)】]*\s*")
_FURNITURE_LENGTH = 460  # a longer line is never furniture as a whole
_SENTENCE_LENGTH = 12  # Chinese characters from which a line that ends in a full stop is no headline of a list
_WRAPPING = ("advertisement", "credit", "disclaimer", "recommended")
_MARGIN = 0.9  # of the longest line: a line of Chinese text that is cut reaches the margin but for a mark or two
_WIDEST_MARGIN = 80
_STAMPS = 3  # lines of nothing but a date that make a list of links


def split_sentences(plain: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a line of the plain copy; together they cover it."""
    return [match.span() for match in _SENTENCE.finditer(plain) if match[0]]


def mark_furniture(lines: list[Line], furniture: Furniture) -> None:
    """Set kind and detail of every line that is not the article. A line about which nothing is known stays body."""
    for index, line in enumerate(lines):
        _mark_by_words(line, furniture, late=2 * index >= len(lines))
    _mark_continuations(lines)
    _mark_other_languages(lines)
    _mark_notes(lines, furniture)
    _mark_captions(lines)
    _mark_blocks(lines, furniture)
    _mark_link_lists(lines)
    _mark_edges(lines, furniture)


def _mark_by_words(line: Line, furniture: Furniture, *, late: bool) -> None:
    if len(line.plain) > _FURNITURE_LENGTH:
        return
    if _RULE.fullmatch(line.plain):
        line.mark("boilerplate", "rule")
        return
    for detail, pattern in furniture.lines.items():
        if pattern.fullmatch(line.plain):
            line.mark("boilerplate", detail)
            return
    details = {_sentence_detail(line.plain[start:end], furniture) for start, end in split_sentences(line.plain)}
    if details and "" not in details and (late or "call-to-action" not in details):
        line.mark("boilerplate", sorted(details)[0])


def _mark_continuations(lines: list[Line]) -> None:
    """In hard-wrapped text the rest of a piece of furniture that was cut at the margin."""
    margin = max((len(line.plain) for line in lines), default=0)
    full = [line for line in lines if len(line.plain) >= _MARGIN * margin]
    if margin > _WIDEST_MARGIN or len(full) < 3 or sum(line.closed for line in full) * 2 > len(full):
        return
    for line, following in pairwise(lines):
        cut = line.detail in _WRAPPING and len(line.plain) >= _MARGIN * margin and not line.closed
        if cut and following.kind == "body" and not following.blank_before and len(following.plain) < len(line.plain):
            following.mark(line.kind, line.detail)


def _sentence_detail(sentence: str, furniture: Furniture) -> str:
    """The detail of a sentence that is furniture by itself; "" of any other."""
    words = sentence.strip()
    if len(words) > 120 or furniture.reported.search(words):
        return ""
    return next((detail for detail, pattern in furniture.sentences.items() if pattern.search(words)), "")


def _mark_other_languages(lines: list[Line]) -> None:
    """Abstracts and keywords in other languages, if the article is in Chinese."""
    if sum(line.han for line in lines) < 50:
        return
    for line in lines:
        if line.kind == "body" and line.in_other_language:
            line.mark("boilerplate", "abstract")


def _mark_notes(lines: list[Line], furniture: Furniture) -> None:
    """Footnotes: lines that begin with a note mark and cite something, and those between two such with marks that go on counting."""
    notes = [index for index, line in enumerate(lines) if _NOTE.match(line.plain)]
    for index in notes:
        line = lines[index]
        words = line.plain[_NOTE.match(line.plain).end() :]  # type: ignore[union-attr]
        if line.kind == "boilerplate" and line.detail == "abstract":
            line.detail = "references"
        elif line.kind == "body" and (furniture.reference_cues.search(words) or (line.foreign > line.han and line.foreign >= 8)):
            line.mark("boilerplate", "references")
    numbered = set(notes)
    for index in notes:
        beside = [lines[near] for near in (index - 1, index + 1) if 0 <= near < len(lines) and near in numbered]
        if lines[index].kind == "body" and beside and all(near.detail == "references" for near in beside) and not lines[index].prose:
            lines[index].mark("boilerplate", "references")


def _mark_captions(lines: list[Line]) -> None:
    """A line that is one parenthesis, set apart by blank lines or under an image."""
    for index, line in enumerate(lines):
        if line.kind != "body" or not _LONE_PARENTHESES.fullmatch(line.plain):
            continue
        apart = line.blank_before and (index + 1 == len(lines) or lines[index + 1].blank_before)
        under = index > 0 and lines[index - 1].detail == "image"
        figures = _FIGURE.search(line.plain) and not _PICTURED.search(line.plain)
        if under or (apart and not figures):
            line.mark("boilerplate", "caption")


def _mark_blocks(lines: list[Line], furniture: Furniture) -> None:
    """A line that opens a list, and what follows it until the article goes on."""
    index = 0
    while index < len(lines):
        line = lines[index]
        detail = _opened_by(line, furniture)
        if not detail:
            index += 1
            continue
        line.mark("boilerplate", detail)
        index += 1
        to_end = _runs_to_end(detail, lines[index:])
        while index < len(lines):
            following = lines[index]
            if not to_end and _ends_block(following, detail, furniture):
                break
            if following.kind == "body" or to_end:
                following.mark("boilerplate", detail)
            index += 1


def _opened_by(line: Line, furniture: Furniture) -> str:
    if line.detail == "references" or (
        line.kind == "body" and len(line.plain) <= _FURNITURE_LENGTH and furniture.reference_starts.fullmatch(line.plain)
    ):
        return "references" if furniture.reference_starts.fullmatch(line.plain) or _is_opener(line, furniture) == "references" else ""
    return _is_opener(line, furniture)


def _is_opener(line: Line, furniture: Furniture) -> str:
    if len(line.plain) > 40:
        return ""
    return next((detail for detail, pattern in furniture.openers.items() if pattern.fullmatch(line.plain)), "")


def _ends_block(line: Line, detail: str, furniture: Furniture) -> bool:
    if _is_opener(line, furniture):
        return True
    if detail == "advertisement":
        return line.blank_before or line.prose or (line.kind == "boilerplate" and line.detail != "advertisement")
    if detail == "references":
        cites = _NOTE.match(line.plain) or _LISTED.match(line.plain) or furniture.reference_cues.search(line.plain)
        return line.prose and line.closed and not cites
    return (line.prose and line.closed) or (line.han >= _SENTENCE_LENGTH and line.plain.endswith("。"))


def _runs_to_end(detail: str, lines: list[Line]) -> bool:
    """Whether the article does not go on after this list: dates stand in it, or it holds readers' comments and no two paragraphs."""
    if detail == "recommended":
        return _has_stamps(lines)
    return detail == "comments" and sum(line.prose and line.closed for line in lines) < 2


def _has_stamps(lines: list[Line]) -> bool:
    """Whether lines are headlines each with its date: not so the entries of a chronicle, which are sentences."""
    others = [line for line in lines if not _STAMP.fullmatch(line.plain)]
    sentences = sum(line.plain.endswith("。") for line in others)
    return len(lines) - len(others) >= _STAMPS and sentences * 4 <= len(others)


def _mark_link_lists(lines: list[Line]) -> None:
    """After the last paragraph, headlines of other articles each with its date: no heading announces them."""
    last = max((index for index, line in enumerate(lines) if line.kind == "body" and line.prose and line.closed), default=-1)
    rest = lines[last + 1 :]
    if last >= 0 and _has_stamps(rest):
        for line in rest:
            if line.kind == "body":
                line.mark("boilerplate", "recommended")


def _mark_edges(lines: list[Line], furniture: Furniture) -> None:
    """Counts, dates, menus and names that stand before the first paragraph or after the last."""
    prose = [index for index, line in enumerate(lines) if line.kind == "body" and line.prose]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    for index, line in enumerate(lines):
        if line.kind != "body" or (first <= index <= last and prose):
            continue
        if _STAMP.fullmatch(line.plain):
            if index < first or not any(other.kind == "body" for other in lines[index + 1 :]):
                line.mark("boilerplate", "dateline")
        elif index > last and furniture.edges["disclaimer"].fullmatch(line.plain):
            line.mark("boilerplate", "disclaimer")
        elif prose and furniture.edges["navigation"].fullmatch(line.plain):
            line.mark("boilerplate", "navigation")


def number_paragraphs(lines: list[Line]) -> dict[int, int]:
    """Lines whose number is not theirs but the page's: index of the line to length of the number with what follows it.

    The numbers must begin with 1, go up by one, be three at least, and stand before paragraphs rather than list items: most of them prose.
    """
    found: dict[int, int] = {}
    expected = 1
    for index, line in enumerate(lines):
        match = _PARAGRAPH.match(line.plain)
        if line.kind == "body" and match and int(match[1]) == expected:
            found[index] = match.end()
            expected += 1
    return found if len(found) >= 2 else {}
