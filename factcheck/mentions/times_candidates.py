"""Where a time may begin, and the words around it that matter: patterns put together from data/times.yml."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.mentions.times_words import join_words, load_words

__all__ = ["NUMBER_UNITS", "Candidates", "load_candidates"]


NUMBER_UNITS = frozenset("年月日号时点:：个小天周星礼秒分季世载昼半多余来几、至到-–—~～ー和及与/.·十百千万亿工交学刻钟财有整")
"""What follows a number that begins a time."""


class Candidates(NamedTuple):
    """`start` finds candidates (groups num, cn, word, q, title); `before` what stands right before a point; `ahead_before` and
    `ahead_after` cues of the future."""

    start: re.Pattern[str]
    before: re.Pattern[str]
    ahead_before: re.Pattern[str]
    ahead_after: re.Pattern[str]


@lru_cache(maxsize=1)
def load_candidates() -> Candidates:
    """The patterns, compiled when first needed."""
    words = load_words()
    tables = (words.years, words.months, words.days, words.quarters, words.told_years, words.told_months, words.told_days)
    heads = {word for table in tables for word in table}
    heads |= {*words.day_parts, *words.parts, *words.year_windows_alone, *words.month_windows_alone, *words.seasons_alone}
    heads |= {*words.holidays, *words.heads}
    heads |= {f"{relative}{week}" for relative in (*words.weeks, "当") for week in ("周", "星期", "礼拜")}
    heads |= {f"{day}{mark}" for day in "本今昨前明" for mark in "（("} | {f"{year}{season}" for year in "去今明" for season in "春夏秋冬"}
    by_first: dict[str, set[str]] = {}
    for head in heads:
        by_first.setdefault(head[0], set()).add(head[1:])
    listed = "|".join(re.escape(char) + f"(?:{join_words(rest)})" for char, rest in sorted(by_first.items()))
    first = "".join(sorted({head[0] for head in heads}))
    numbered = {head for head in heads if head[0] in "一二三四五六七八九十百千零两"}
    cut = "|".join(sorted({re.escape(head[:2]) for head in numbered}))
    after_number = re.escape("".join(sorted(NUMBER_UNITS | set("夜晚旬度"))))
    start = re.compile(
        rf"(?=[0-9一二三四五六七八九十百千零〇○两廿卅Q《{re.escape(first)}])(?:"  # one test for most characters
        r"(?P<num>(?=[0-9])(?<![0-9A-Za-z第.])(?<![A-Za-z][-·])[0-9]++(?:[.,:/\-–—·~][0-9]++){0,8}+)"
        r"|(?P<cn>(?=[一二三四五六七八九十百千零〇○两廿卅])(?<![一二三四五六七八九十百千万亿零〇第点])"
        rf"(?:(?={cut})[一二三四五六七八九十百千零〇○两廿卅]++|[一二三四五六七八九十百千零〇○两廿卅]++(?=[{after_number}]|$)))"
        rf"|(?P<word>(?=[{re.escape(first)}])(?:{listed}|(?:第[一二三四1-4]个?季|[前头首最][二两三四五六七八九十后0-9]{{1,3}}个?(?:季|月))))"
        r"|(?P<q>Q(?=[1-4]))|(?P<title>《))"
    )
    zones = join_words(words.zones)
    before = re.compile(
        rf"(?:(?P<asof>截至到?|截止到?|到|至)|(?P<since>自从?|打?从|由|起自)|(?P<about>大约|大概|(?<![签条合纽契预制特节邀履缔])约|将近|临近|接近|差不多))?"
        rf"(?:在|于|是)?(?:(?P<zone>{zones}|(?:UTC|GMT)(?:[+-][0-9]{{1,2}})?)(?:[，,]|的)?)?$"
    )
    ahead_before = re.compile(f"(?P<weak>将(?=[其他她它该这此两人一])|把)|(?P<strong>{join_words(words.ahead_before)})")
    ahead_after = re.compile(f"[^，。；！？]{{0,3}}?(?:{join_words(words.ahead_after)})(?![其他她它该这此两人])")
    return Candidates(start, before, ahead_before, ahead_after)
