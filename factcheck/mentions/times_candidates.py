"""Where a time may begin, and the words around it that matter: patterns put together from data/times.yml."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.mentions.times_words import join_words, load_words

__all__ = ["Candidates", "load_candidates"]

_CN = "[一二三四五六七八九十百千零〇○两廿卅]"
_UNITS = "年月日天周小分秒刻星礼季昼世载时钟工交学财半"
"""The first characters of units of time."""
_FOLLOWS = (
    rf"[十百千万亿]{{0,3}}(?:[多余来几]?多?(?:[号点整夜晚旬度{_UNITS}]|个(?=[多余]?[{_UNITS}])|有余)|[多余来几]+个(?=[{_UNITS}]))"
    r"|[:：至到\-–—~～ー](?=[0-9一二三四五六七八九十百两零〇廿卅半数几今昨明次翌前后上下凌早晚本去当同周星礼拂黎清中正午傍黄夜深子月年])"
    r"|[、和及与](?=[0-9一二三四五六七八九十两零〇廿卅])"
)
"""What may follow a number that begins a time: its unit, or the other end of a range."""
_VAGUE = rf"(?=[十百千万亿]{{0,3}}[多余]?个?[{_UNITS}])"
_NEEDS = {
    "数": _VAGUE,
    "几": _VAGUE,
    "上百": _VAGUE,
    "上千": _VAGUE,
    "半": f"(?=个?[夜晌{_UNITS}])",
    "每": rf"(?=[逢隔]|(?:[0-9]{{1,3}}|{_CN}{{1,3}}|[半数几])?个?[晚夜早晨{_UNITS}])",
    "截至": "(?=到?(?:目前|现在|发稿|记者|今))",
    "截止": "(?=到?(?:目前|现在|发稿|记者|今))",
    "周": "(?=[一二三四五六日天末])",
    "星期": "(?=[一二三四五六日天末])",
    "礼拜": "(?=[一二三四五六日天末])",
    "晚": rf"(?=[0-9]|{_CN})",
    "早": rf"(?=[0-9]|{_CN})",
}
"""What must follow a word that is often part of another (人数, 早前, 周岚) for it to begin a time."""


class Candidates(NamedTuple):
    """`start` finds candidates (groups num, cn, word, q, title; skip for a number that begins none); `before` what stands right
    before a point; `ahead_before` (in the clause before it) and `ahead_after` cues of the future."""

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
    by_first: dict[str, list[str]] = {}
    for head in sorted(heads, key=lambda word: (-len(word), word)):
        by_first.setdefault(head[0], []).append(re.escape(head[1:]) + _NEEDS.get(head, ""))
    listed = "|".join(f"{re.escape(char)}(?:{'|'.join(rest)})" for char, rest in sorted(by_first.items()))
    first = "".join(sorted({head[0] for head in heads}))
    numbered = {head for head in heads if head[0] in "一二三四五六七八九十百千零两"}
    cut = "|".join(sorted({re.escape(head[:2]) for head in numbered}))
    start = re.compile(
        rf"(?=[0-9一二三四五六七八九十百千零〇○两廿卅Q《{re.escape(first)}])(?:"  # one test for most characters
        rf"(?P<num>(?=[0-9])(?<![0-9A-Za-z第.])(?<![A-Za-z][-·])[0-9]++(?:(?:[.,/\-–—·~][0-9]++)?+(?={_FOLLOWS})"
        r"|:[0-9]++(?:[.,:/\-–—·~][0-9]++){0,7}+|(?:[.,:/\-–—·~][0-9]++){2,8}+))"
        r"|(?P<skip>(?=[0-9])(?<![0-9A-Za-z第.])(?<![A-Za-z][-·])[0-9]++[.,/\-–—·~][0-9]++)"
        rf"|(?P<cn>(?={_CN})(?<![一二三四五六七八九十百千万亿零〇第点])(?:(?={cut}){_CN}++|{_CN}++(?={_FOLLOWS}|$)))"
        rf"|(?P<word>(?=[{re.escape(first)}])(?:{listed}|(?:第[一二三四1-4]个?季|[前头首最][二两三四五六七八九十后0-9]{{1,3}}个?(?:季|月))))"
        r"|(?P<q>Q(?=[1-4]))|(?P<title>《))"
    )
    zones = join_words(words.zones)
    before = re.compile(
        rf"(?:(?P<asof>截至到?|截止到?|到|至)|(?P<since>自从?|打?从|由|起自)|(?P<about>大约|大概|(?<![签条合纽契预制特节邀履缔])约|将近|临近|接近|差不多))?"
        rf"(?:在|于|是)?(?:(?P<zone>{zones}|(?:UTC|GMT)(?:[+-][0-9]{{1,2}})?)(?:[，,]|的)?)?$"
    )
    guarded = [f"(?<![{after}]){word}(?![{before}])" for word, (after, before) in sorted(words.ahead_guards.items())]
    strong = "|".join((join_words(word for word in words.ahead_before if word not in words.ahead_guards), *guarded))
    ahead_before = re.compile(f"(?:(?P<weak>将(?=[其他她它该这此两人一])|把)|(?P<strong>{strong}))(?=[^，。；！？,;!?\n：:]*+$)")
    ahead_after = re.compile(f"[^，。；！？]{{0,3}}?(?:{join_words(words.ahead_after)})(?![其他她它该这此两人])")
    return Candidates(start, before, ahead_before, ahead_after)
