"""What the text itself says of its outlet and its date, when no metadata does, and else what stands around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from factcheck.articles.dates import DATE_PATTERN, parse_date
from factcheck.articles.front_matter import FrontMatter
from factcheck.articles.lines import Line
from factcheck.articles.surroundings import KNOWN_OUTLETS, complete_day, find_dates, find_outlet
from factcheck.model import Article

__all__ = ["find_agency", "find_metadata", "load_dateline"]

_DATE = re.compile(DATE_PATTERN)
_LABELLED = re.compile(rf"(?:发布时间|发表时间|更新时间|发布日期|发表日期|发布于|发表于|时间|日期)\s?:?\s?({DATE_PATTERN})")
_OUTLET = re.compile(r"(?:^|[\s|(\[【])(?:文章|稿件|新闻|本文|信息)?来源\s?:\s?([\u4e00-\u9fffA-Za-z·]{2,16})")
_LEAD_LINES = 8
#: Characters of a line that is no prose.
_SHORT = 60
#: How an outlet calls itself: no name.
_ITSELF = {"本报", "本社", "本台", "本网", "本刊", "我报", "我社"}
_AGENCY = r"(?:[\u4e00-\u9fff]{1,8}?(?:通讯社|新闻社|新华社|新闻网|社|网|日报|晚报|早报|晨报|时报|商报|周报|报|电视台|卫视|新闻|财经|在线))"
_WORDS = r"(?:综合外电报[道导]|外电报[道导]|综合报[道导]|报[道导]|专电|急电|电|快讯|讯|消息)"


@lru_cache(maxsize=1)
def load_dateline() -> re.Pattern[str]:
    """Finds the dateline of an agency inside a running text: known names, since Chinese does not part words."""
    names = "|".join(KNOWN_OUTLETS)
    return re.compile(
        rf"(?:据[\u4e00-\u9fff]{{0,6}}?)?(?:{names})(?:[\u4e00-\u9fff]{{0,10}}(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)?{_WORDS}|(?:本文)?转自[:【]|[\u4e00-\u9fff]{{0,2}}(?:编辑|记者)[:|]"
    )


# 华讯社昆明11月18日电; (中央社记者某某台北18日电), where only what an agency wires is without its month.
_LEAD = re.compile(
    rf"[(【\[]?(?:据)?({_AGENCY})[\u4e00-\u9fff、·]{{0,12}}?\s?"
    rf"(?:((?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)\s?[(（]?{_WORDS}|(\d{{1,2}}日)(?:专电|急电|电|综合外电报[道导]))"
)

_WIRE = re.compile(rf"[(【\[]?(?:据)?({_AGENCY})[\u4e00-\u9fff、]{{0,12}}?\s?(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日\s?[(（]?(?:专)?[电電]")


def find_metadata(article: Article, plain: str, lines: list[Line], front: FrontMatter) -> Article:
    """Outlet, date, address from the front matter (of a text from memory), else from lines such as 来源 and 发布时间, else the dateline,
    else the file's name, running heads and properties.

    The notes say where something was taken from the text and what is missing; a broken date is noted, never fatal.
    """
    notes = list(article.notes)
    source = article.source or front.fields.get("source")
    published = article.published
    written = front.fields.get("published")
    if published is None and written:
        published = parse_date(written)
        if published is None:
            _add(notes, f"published: not a date: {written}")
    lead = _lead(plain, lines)
    near = list(_outside(plain, lines))
    if source is None:
        for words in near:
            if found := _OUTLET.search(words):
                source = found[1]
                _add(notes, f"source: {source}, taken from a source line of the text")
                break
    if source is None and lead and lead[1] not in _ITSELF:
        source = article.text[lead.start(1) : lead.end(1)]
        _add(notes, f"source: {source}, taken from the dateline")
    if source is None and (named := find_outlet(article)):
        source = named[0]
        _add(notes, f"source: {source}, taken from the {named[1]}")
    if published is None:
        for words in near:
            found = _LABELLED.search(words) or (_find_alone(words) if len(words) <= _SHORT else None)
            if found and (published := parse_date(found[found.lastindex or 0])):
                _add(notes, f"published: {published.isoformat()}, taken from the text")
                break
    if published is None:
        published = _date_dateline(article, lead, notes)
    if source is None:
        _add(notes, "source: missing")
    if published is None:
        _add(notes, "published: missing")
    lost = sum(segment.detail == "lost" for segment in article.segments)
    if lost:
        _add(notes, f"text: characters lost at {lost} places, what stood there is not known")
    repaired = sum(bool(segment.repair) and segment.detail == "scraper" for segment in article.segments)
    if repaired:
        _add(notes, f"text: {repaired} garbled places repaired for reading")
    return replace(article, source=source, published=published, url=article.url or front.fields.get("url"), notes=tuple(notes))


def _find_alone(words: str) -> re.Match[str] | None:
    """The date a short line begins with, or the one date of a line that names the outlet: 来源:华讯网 2031-03-06 09:20."""
    if begins := _DATE.match(words):
        return begins
    dates = list(_DATE.finditer(words)) if _OUTLET.search(words) else []
    return dates[0] if len(dates) == 1 else None


def _date_dateline(article: Article, lead: re.Match[str] | None, notes: list[str]) -> datetime | None:
    """The date of the dateline, what it leaves out taken from around the text; that date itself where there is no dateline."""
    hints = find_dates(article)
    if lead is None:
        if hints:
            _add(notes, f"published: {hints[0].date.date().isoformat()}, taken from the {hints[0].place}")
        return hints[0].date if hints else None
    words = lead[2] or lead[3]
    if published := parse_date(words):
        _add(notes, f"published: {words}, from the dateline")
    elif completed := complete_day(words, hints):
        _add(notes, f"published: {completed.date.date().isoformat()}, from the dateline, its year from the {completed.place}")
        return completed.date
    else:
        # What stands around the text is of another time: none of it is believed.
        _add(notes, f"published: {words}, from the dateline, names no year")
    return published


def find_agency(article: Article) -> str:
    """The agency whose wire an article begins with (（新岸社澜州3月6日电）), as written; "" when it begins with none. A paper's own
    dateline (本报讯) names no agency. `article` has its segments marked."""
    for segment in article.segments[:_LEAD_LINES]:
        words = segment.span.of(article.text)
        if segment.kind == "body" or segment.detail == "dateline":
            found = _WIRE.match(unicodedata.normalize("NFKC", words[:60]).lstrip())
            if found and not found[1].startswith("本"):
                return found[1]
        if segment.kind == "body" and "。" in words:
            break  # what comes after the first paragraph may be one item of several
    return ""


def _add(notes: list[str], note: str) -> None:
    if note not in notes:
        notes.append(note)


def _outside(plain: str, lines: list[Line]) -> Iterator[str]:
    """Lines above the first paragraph, and credits and datelines below."""
    prose = next((index for index, line in enumerate(lines) if line.kind == "body" and line.prose), len(lines))
    for index, line in enumerate(lines):
        if (index < min(prose, _LEAD_LINES) and line.kind != "headline") or (
            line.kind == "boilerplate" and line.detail in ("credit", "dateline")
        ):
            yield line.plain


def _lead(plain: str, lines: list[Line]) -> re.Match[str] | None:
    body = next((line for line in lines if line.kind == "body"), None)
    return _LEAD.match(plain, body.start, min(body.end, body.start + 60)) if body else None
