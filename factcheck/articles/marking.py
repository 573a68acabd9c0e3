"""Marking what of a text is the article: every stretch is headline, body, boilerplate or noise. Nothing is thrown away.

The order of evidence: what a line says (furniture.yaml), what it looks like, where it stands, what stands around it. In the middle of an
article a line about which there is doubt stays body: a figure wrongly dropped is a contradiction that nobody hears of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from factcheck.articles.blocks import mark_furniture, number_paragraphs, split_sentences
from factcheck.articles.front_matter import FrontMatter, read_front_matter
from factcheck.articles.furniture import Furniture, load_furniture, plain_copy
from factcheck.articles.inline import find_noise, note_numbers
from factcheck.articles.lines import Line, split_lines
from factcheck.articles.metadata import find_metadata, load_dateline
from factcheck.articles.scraping import find_insertions
from factcheck.articles.scripts import find_script
from factcheck.errors import ReadError
from factcheck.model import Article, Segment, Span

__all__ = ["mark_article"]

_HEADING = re.compile(r"#[ \t]+(?=\S)")
_ORIGINAL_TITLE = re.compile(r"[(\[【]?\s?原标题\s?:\s?")
_SIGNATURE = re.compile(r"[\w\u4e00-\u9fff]")
_NOT_A_HEADLINE = re.compile(r"[0-9]{1,3}[.、)]|[(\[#<*•·\-]|[一二三四五六七八九十]、|“.*”$|.*(?:电|讯|消息)(?:[,:\s]|$)")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_CUT = re.compile(r"[^。！？…；:”’」』》)】.]$")
_WRAPPED = 0.85
_MAX_HEADLINE = 60
_TAIL_LINES = 3
_SHORT_CREDIT = 12  # Chinese characters up to which a sentence that ends in a full stop may be a credit

Titled = tuple[list[Segment], int]
"""The segments of a title that a line begins with, and where they end."""


def mark_article(article: Article) -> Article:
    """The article with segments, headline, script and what metadata its text supplies; one that is marked already is returned as it is.

    Segments are sorted and do not overlap; what lies between them is white space. Metadata given beforehand wins over what the text says;
    where a date or an outlet was taken from the text, or something is missing or lost, `notes` says so.
    """
    if article.segments or not article.text:
        return article
    text = article.text
    plain = plain_copy(text)
    furniture = load_furniture()
    front = FrontMatter()
    if not article.extracted:
        try:
            front = read_front_matter(text)
        except ReadError:
            front = FrontMatter()  # reported by the reader of files; text from memory may begin as it likes
    lines = split_lines(text, plain, front.end)
    mark_furniture(lines, furniture)
    title = article.title or front.fields.get("title")
    _mark_headline(lines, title, has_title_span="title" in front.spans)
    segments = list(_front_segments(text, front))
    segments += _line_segments(text, plain, lines, furniture)
    segments.sort(key=lambda segment: segment.span)
    headline = next((segment.span.of(text) for segment in segments if segment.kind == "headline"), None)
    marked = replace(article, segments=tuple(segments), title=title or headline, script=find_script(text, plain, segments))
    return find_metadata(marked, plain, lines, front)


def _front_segments(text: str, front: FrontMatter) -> Iterator[Segment]:
    """The front matter: boilerplate, but for the title's words."""
    if not front.end:
        return
    end = len(text[: front.end].rstrip())
    title = front.spans.get("title")
    if title is None or title.start >= title.end:
        yield Segment(Span(0, end), "boilerplate", "front-matter")
        return
    yield Segment(Span(0, title.start), "boilerplate", "front-matter")
    yield Segment(title, "headline", "front-matter")
    yield Segment(Span(title.end, end), "boilerplate", "front-matter")


def _sign(words: str) -> str:
    return "".join(_SIGNATURE.findall(words)).lower()


def _mark_headline(lines: list[Line], title: str | None, *, has_title_span: bool) -> None:
    """Find the headline among the first lines; the title repeated above the text is boilerplate when it stands in the front matter too."""
    known = _sign(plain_copy(title)) if title else ""
    widest = max((len(line.plain) for line in lines), default=0)
    first_prose = next((index for index, line in enumerate(lines) if line.kind == "body" and line.prose), len(lines))
    candidate: Line | None = None
    for index, line in enumerate(lines[: first_prose + 1]):
        if line.kind != "body":
            continue
        heading = _HEADING.match(line.plain)
        words = line.plain[heading.end() :] if heading else line.plain
        if known and _sign(words) == known:
            line.mark("boilerplate", "headline-repeated") if has_title_span else line.mark("headline", "")
            candidate = None
            _mark_byline(lines[index + 1 :], first_prose - index - 1)
            return
        if (
            candidate is None
            and not has_title_span
            and (heading or _may_be_headline(line, lines[index + 1 :], widest))
            and index < first_prose
        ):
            candidate = line
        elif candidate is None:
            break
    if candidate is not None:
        candidate.mark("headline", "")
        at = lines.index(candidate)
        _mark_byline(lines[at + 1 :], first_prose - at - 1)


def _may_be_headline(line: Line, following: list[Line], widest: int) -> bool:
    if line.han < 4 or len(line.plain) > _MAX_HEADLINE or line.plain.endswith(("。", "；", ",", "、", ":", ".")) or "。" in line.plain:
        return False
    if _NOT_A_HEADLINE.match(line.plain) or len(line.plain) >= _WRAPPED * widest:
        return False
    below = next((other for other in following if other.kind == "body"), None)
    return below is not None and any(other.prose for other in following if other.kind == "body")


def _mark_byline(following: list[Line], before_prose: int) -> None:
    """Names alone on the line under a headline."""
    names = load_furniture().edges["credit"]
    for line in following[: max(0, before_prose)]:
        if line.kind == "body":
            if names.fullmatch(line.plain):
                line.mark("boilerplate", "credit")
            return


def _line_segments(text: str, plain: str, lines: list[Line], furniture: Furniture) -> Iterator[Segment]:
    """Segments for all lines, the noise within them, and the page breaks between them."""
    noise: list[Segment] = []
    titled_already = any(line.kind == "headline" for line in lines)
    for line in lines:
        if line.kind == "boilerplate" and (title := _ORIGINAL_TITLE.match(line.plain)) and not titled_already:
            line.kind, line.detail = "headline", ""
            noise.append(Segment(Span(line.start, line.start + title.end()), "noise", "label"))
    kept = [line for line in lines if line.kind in ("headline", "body")]
    if not kept:
        yield from (Segment(Span(line.start, line.end), "boilerplate", line.detail) for line in lines)
        return
    notes = [line.plain for line in lines if line.detail == "references"]
    numbers = note_numbers([note.removeprefix("<sup>") for note in notes])
    for line in kept:
        noise += find_noise(text, plain, line.start, line.end, furniture, numbers, has_notes=bool(notes))
    for insertion in find_insertions(text):
        noise.append(Segment(Span(insertion.start, insertion.end), "noise", "lost" if insertion.lost else "scraper", insertion.reading))
    for index, length in number_paragraphs(lines).items():
        noise.append(Segment(Span(lines[index].start, lines[index].start + length), "noise", "paragraph-number"))
    for line in kept:
        if line.kind == "headline" and (label := _ORIGINAL_TITLE.match(line.plain)) and label.end() < len(line.plain):
            noise.append(Segment(Span(line.start, line.start + label.end()), "noise", "label"))
    noise.sort(key=lambda segment: (segment.span.start, -segment.span.end))
    titled = _running_title(plain, kept[0]) if kept[0].kind == "body" else None
    tails = dict(_find_tails(kept, furniture, titled[1] if titled else 0))
    breaks = _page_breaks(lines)
    broken_starts = [broken.start for broken in breaks]
    for line in lines:
        if line.kind == "boilerplate":
            last = bisect_right(broken_starts, line.start) - 1
            if last < 0 or line.start >= breaks[last].end:
                yield Segment(Span(line.start, line.end), "boilerplate", line.detail)
            continue
        yield from _cut_line(text, line, noise, tails.get(id(line), []), titled if line is kept[0] else None)
    for broken in breaks:
        yield Segment(broken, "noise", "page-break")


def _cut_line(text: str, line: Line, noise: list[Segment], tail: list[Segment], titled: Titled | None) -> Iterator[Segment]:
    """A line that stays, without what is noise in it, the title it began with, and what runs on after its last sentence."""
    end = tail[0].span.start if tail else line.end
    start = line.start
    if titled:
        yield from titled[0]
        start = titled[1]
    at = start
    for segment in _apart(noise, start, end):
        yield from _ink(text, at, segment.span.start, line)
        yield segment
        at = segment.span.end
    yield from _ink(text, at, end, line)
    yield from tail


def _apart(noise: list[Segment], start: int, end: int) -> list[Segment]:
    """Of the noise (sorted by start, the longer first) what lies within start:end, the first of those that overlap."""
    chosen: list[Segment] = []
    first = bisect_left(noise, start, key=lambda segment: segment.span.start)
    for segment in islice(noise, first, None):
        if segment.span.start >= end:
            break
        if segment.span.end > end:
            continue
        if not chosen or segment.span.start >= chosen[-1].span.end:
            chosen.append(segment)
    return chosen


def _ink(text: str, start: int, end: int, line: Line) -> Iterator[Segment]:
    """text[start:end] as a segment, unless it is empty. White space at the ends of a line is not in it; within a line it is."""
    if start < end:
        yield Segment(Span(start, end), line.kind, line.detail)  # type: ignore[arg-type]


def _running_title(plain: str, line: Line) -> Titled | None:
    """An original title that runs on into the text of the first line: it ends where its parenthesis closes or a dateline begins."""
    match = _ORIGINAL_TITLE.match(line.plain)
    if not match:
        return None
    start, after = line.start, line.start + match.end()
    close = plain.find(")", after, after + 2 * _MAX_HEADLINE) if line.plain[0] == "(" else -1
    label = Segment(Span(start, after), "boilerplate", "label")
    if close > 0:
        return [label, Segment(Span(after, close), "headline"), Segment(Span(close, close + 1), "boilerplate", "label")], close + 1
    dateline = load_dateline().search(plain, after, after + 2 * _MAX_HEADLINE)
    if dateline and dateline.start() > after:
        end = after + len(plain[after : dateline.start()].rstrip())
        return [label, Segment(Span(after, end), "headline")], dateline.start()
    return [Segment(Span(start, after), "noise", "label")], after


def _find_tails(kept: list[Line], furniture: Furniture, after: int) -> Iterator[tuple[int, list[Segment]]]:
    """Furniture that runs on behind the last sentence, for the last lines, from the end backwards to `after` at most."""
    for line in reversed(kept[-_TAIL_LINES:]):
        if line.kind != "body":
            return
        cut, detail = len(line.plain), ""
        for begin, end in reversed(split_sentences(line.plain)):
            start = max(begin, min(end, after - line.start))
            words = line.plain[start:end].strip()
            found = _tail_detail(words, furniture)
            if not found:
                break
            cut, detail = start, found
        if not detail:
            return
        yield id(line), [Segment(Span(line.start + cut, line.end), "boilerplate", detail)]
        if cut > 0:
            return


def _tail_detail(words: str, furniture: Furniture) -> str:
    if len(words) > 140:
        return ""
    closed = words.endswith("。") and len(_IDEOGRAPH.findall(words)) > _SHORT_CREDIT
    for detail, pattern in furniture.tails.items():
        if (detail == "disclaimer" or not closed) and pattern.match(words):
            return detail
    if furniture.reported.search(words):
        return ""
    return next((detail for detail, pattern in furniture.sentences.items() if pattern.search(words)), "")


def _page_breaks(lines: list[Line]) -> list[Span]:
    """Notes at the foot of a page that cut a sentence in two: from its last word on one page to its first on the next."""
    breaks: list[Span] = []
    for index, line in enumerate(lines):
        if line.kind != "body" or line.han < 15 or line.plain.startswith("#") or not _CUT.search(line.plain):
            continue
        after = index + 1
        while after < len(lines) and lines[after].kind == "boilerplate" and lines[after].detail in ("references", "rule", "navigation"):
            after += 1
        noted = any(other.detail == "references" for other in lines[index + 1 : after])
        if noted and after < len(lines) and lines[after].kind == "body" and not lines[after].plain.startswith("#"):
            breaks.append(Span(line.end, lines[after].start))
    return breaks
