"""Names that took along what is no name: determiners (柳港市|一家|化纤厂), sides of the compass (荷兰|北部), what an agency does (报道)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.language.segmenter import tag_tokens
from factcheck.mentions.names.identity import place_parts
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import known_names, stop_words, suffixes, territories

__all__ = ["cut_names", "join_chains"]

_COUNTED = "家间座名个所处位艘栋幢批条起辆架枚"
_COMMON_ENDS = (
    "厂|公司|企业|中学|小学|学校|医院|商场|超市|酒店|仓库|工地|小区|大楼|饭店|餐馆|餐厅|公寓|煤矿|矿山|"
    "幼儿园|养老院|体育馆|工业园|码头|民宅|住宅"
)
_DETERMINER = re.compile(
    rf"[一某两三多几数该这那各每另][{_COUNTED}]|邻[省国县市]|当地|某(?=[\u4e00-\u9fff])"
    rf"|(?<![第统同专唯之十])一(?=[\u4e00-\u9fff]{{0,4}}(?:{_COMMON_ENDS})(?:$|体育馆|宿舍))"
)
_SIDES = re.compile(
    r"(?:[东南西北中]|东北|东南|西北|西南|中南|中北)部(?:地区|山区|沿海|海域|边境)?$|(?:附近|以[东南西北])?海域$|海岸$|沿岸$|沿海$|境内$|内陆$|近海$|外海$|边境(?:地区)?$|[灾震]区$|一带$"
)
_REPORTS = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:综合报道|综合报导|报道|报导|专电|消息|速报)$")
_EXCEPT = re.compile(r"除(?:了)?[^，。；：！？\s]{0,12}\Z")
_EXCEPT_ENDS = re.compile(r"[以之]?外\Z")
_ASIDE = re.compile(r"[一多各双]?方面$")


def cut_names(reading: Reading, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates without what is no part of them; what is left nameless is dropped.

    Places and organisations that are marked as names (weight 75 and more) are kept as they are.
    """
    for c in (_without_except(reading.text, c) for c in candidates):
        if c.type not in ("ORG", "GPE", "LOC") or c.weight >= 75 or reading.text[c.start : c.end] in known_names():
            yield c
        else:
            yield from _cut(reading, c)


def _without_except(text: str, c: Candidate) -> Candidate:
    """A name without the end of a phrase that excepts it: 除贝松外."""
    end = _EXCEPT_ENDS.search(text, c.start, c.end)
    if end is None or end.start() - c.start < 2 or not _EXCEPT.search(text, max(0, c.start - 14), c.start):
        return c
    return replace(c, end=end.start())


def _cut(reading: Reading, c: Candidate) -> Iterator[Candidate]:
    text = reading.text
    name = text[c.start : c.end]
    if name[0] == "据" and len(name) > 2:
        c = replace(c, start=c.start + 1)
        name = name[1:]
    if name[0] in "由被" and c.type == "ORG" and len(name) > 4:
        c = replace(c, start=c.start + 1)  # 由|岚江安驰客运
        name = name[1:]
    inner = known_names().get(name[1:]) if name[0] in territories().single else None
    if inner is not None and inner.type in ("GPE", "LOC") and len(name) > 2:
        yield Candidate(c.start + 1, c.end, inner.type, 58, key=inner.key)  # 俄|黑海
        return
    report = _REPORTS.search(name)
    if report:
        c = replace(c, end=c.start + report.start())
        name = text[c.start : c.end]
        if name.endswith(("报", "社", "网", "新闻", "台")):
            c = replace(c, type="ORG")
    if name in stop_words() and c.weight < 60:
        return
    determiner = _DETERMINER.search(name)
    begin = c.start
    while determiner:
        yield from _places_in(text, begin, c.start + determiner.start())
        begin = c.start + determiner.end()
        if determiner.group()[0] != "邻":
            return
        determiner = _DETERMINER.search(name, determiner.end())
    if begin > c.start:
        yield from _places_in(text, begin, c.end)
        return
    tail = _SIDES.search(name) or (_ASIDE.search(name) if c.type == "ORG" else None)
    if tail and tail.start() >= 2:
        head = name[: tail.start()]
        entry = known_names().get(head)
        if entry is not None:
            yield replace(c, end=c.start + len(head), type=entry.type, key=entry.key)
        elif tail.group() not in ("海岸", "沿海") and (c.type != "ORG" or tail.group() == "方面"):
            type_ = c.type if c.type == "ORG" else "GPE"
            yield replace(c, end=c.start + len(head), type=type_, key="", weight=min(c.weight, 50))
        else:
            yield c
        return
    yield c


def _places_in(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The places that a stretch before a determiner consists of (广东, 柳港市)."""
    at = start
    while at < end:
        found = known_names().at(text, at)
        if found is None or found[0] > end or found[1].type not in ("GPE", "LOC") or text[found[0] : found[0] + 1] in tuple("省市县区州"):
            break
        yield Candidate(at, found[0], "GPE", 58, key=found[1].key)
        at = found[0]
    rest = text[at:end]
    if len(rest) >= 3 and suffixes().get(place_parts(rest)[-1][-1], ("",))[0] == "place":
        yield Candidate(at, end, "GPE", 56)


def join_chains(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Sorted names, those of places inside one another made one (福建省东屿市|湾头镇), whose key is that of the innermost, and a body
    of plain words made one with the place right before it (雨城区|防汛抗旱指挥部)."""
    text = reading.text
    joined: list[Candidate] = []
    for c in found:
        last = joined[-1] if joined else None
        if last is not None and last.end == c.start and last.type == "GPE" and c.type == "GPE" and c.end - c.start >= 3:
            outer, inner = text[last.start : last.end], text[c.start : c.end]
            known = known_names().get(outer)
            if (
                outer not in territories().names
                and inner[-1] in "市县区镇乡村旗"
                and (outer[-1] in "省市县区州盟镇乡" or (known is not None and known.type == "GPE"))
            ):
                joined[-1] = replace(last, end=c.end, key="", of="")
                continue
        body = c.type == "ORG" and not c.of and text[c.start : c.end] not in known_names()
        if last is not None and last.end == c.start and last.type == "GPE" and last.end - last.start >= 2 and body:
            plain = all(token.tag in ("NOUN", "VERB", "ADJ") for token in tag_tokens(text[c.start : c.end]))
            if plain and text[c.start] not in "省市县区州" and not text[c.end :].startswith("方面"):
                joined[-1] = replace(c, start=last.start, key="")
                continue
        joined.append(c)
    return joined
