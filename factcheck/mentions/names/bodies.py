"""Organisations and places by the grammar of their names: a proper modifier and a last word that says what it is
(福建省防汛抗旱指挥部, 东屿市湾头镇)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.document import Token
from factcheck.language.segmenter import is_listed
from factcheck.mentions.names.known import speaks_at
from factcheck.mentions.names.persons import TitleSpan
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.tables import (
    bureau_words,
    cities,
    industry_words,
    known_names,
    listed_words,
    stop_words,
    suffixes,
    surnames,
    territories,
)

__all__ = ["find_bodies", "find_places", "is_backed", "settle_type"]

_LONGEST = 7
_PLACE_BEFORE = re.compile(r"(?:在|到|从|赴|往|于|抵达|飞抵|运抵|位于|来自|途经|途径|地处|移师|返回|[省市县州])$")
_PLACE_BEHIND = re.compile(r"[省市县区州镇乡村港岛湾]|首都|政府|当局|等地|境内|居民|(?:\d{1,2}月)?\d{1,2}日[电讯]")
_INSIDE = frozenset(("NOUN", "PROPN", "X", "ADJ", "VERB"))


def find_bodies(reading: Reading, titles: list[TitleSpan]) -> Iterator[Candidate]:
    """Candidates for organisations."""
    tokens = reading.tokens
    titled = {i for span in titles for i in range(span.start, span.end)}
    reading.titled = frozenset(titled)
    named = {i for n in reading.document.names if n.type == "ORG" for i in range(n.start, n.end)}
    for i, token in enumerate(tokens):
        if token.tag in ("PUNCT", "NUM", "ADP", "PART", "PRON", "ADV") or token.end - 1 in titled:
            continue
        last = _last_word_over(reading, token)
        if last is None or last[1][1] != "ORG":
            continue
        word, (kind, _) = last
        first = i if len(word) <= len(token.text) else reading.index_at(token.end - len(word))
        nxt = tokens[i + 1] if i + 1 < len(tokens) else None
        if nxt is not None and nxt.start == token.end and _continues(nxt, reading.text):
            continue
        if (token.text in stop_words() and word == token.text) and kind != "group" and not _is_company(tokens, i):
            continue
        start, proper, country_only = _reach_left(reading, first, titled, word)
        if start is None:
            continue
        if not proper:
            before = tokens[first - 1] if first else None
            if (
                word in bureau_words()
                and before is not None
                and start < before.end == token.end - len(word)
                and before.tag in ("NOUN", "VERB")
            ):
                yield Candidate(start, token.end, "ORG", 53)
            elif kind == "body":
                yield Candidate(_with_level(reading, tokens[first].start), token.end, "ORG", 54)
            continue
        if word in industry_words() and (country_only or token.start == start or not _is_brand(reading, start, token, word, named)):
            continue
        if kind == "strong" and country_only and word in stop_words():
            continue
        if reading.text[start] == "国" and reading.text[start - 1 : start] in tuple("两三各多该本我"):
            continue
        part = _PART_OF_COLLEGE.match(reading.text, token.end) if word == "大学" else None
        end = part.end() if part else token.end
        yield Candidate(start, end, "ORG", 70 if token.end - 1 in named else 64)


_PART_OF_COLLEGE = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:学系|系|研究所|所|学院)(?=兼任|客座|特聘|讲座|副?教授|助理|主任|研究员|讲师|所长|院长|博士)"
)
# What shows that a brand and its industry are a firm (恒茂化纤总经理), beside a title and a verb of saying.
_FIRM_BEHIND = re.compile(
    r"[（(]|公司|集团|股份|有限|旗下|总部|股价|财报|年报|发布|公布|披露|宣布|公告|工厂|员工|董事|方面|于\d|成立|创始|上市|被|已|将|等企业|等公司|[，。、：；”）]"
)
_FIRM_BEFORE = re.compile(r"(?:公司|企业|厂商|商|集团|子公司|股东|品牌|“|「|、|由|据|与|和|收购|控股|的)$")


def _is_company(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether 公司 or 集团 closes a name: a brand and its trade stand right before it (北屿|汽车|公司)."""
    if i < 2 or tokens[i].text not in ("公司", "集团") or tokens[i - 1].end != tokens[i].start or tokens[i - 2].end != tokens[i - 1].start:
        return False
    return tokens[i - 1].text in industry_words() and tokens[i - 2].tag in ("PROPN", "X")


def _is_brand(reading: Reading, start: int, token: Token, word: str, named: set[int]) -> bool:
    """Whether a name and a trade word are a firm: one brand right before the word and, where the trade is a plain noun too, something that
    shows it."""
    text = reading.text
    brand_end = token.end - len(word)
    brand = reading.token_at(start)
    if word not in listed_words("trade"):
        return brand_end - start <= 4 or token.end - 1 in named
    if brand is None or brand.start != start or brand.end != brand_end or not 2 <= brand_end - start <= 4:
        return False
    if start in named or token.end - 1 in named:
        return True
    behind = text[token.end : token.end + 12]
    titled = any(token.end <= i < token.end + 1 for i in reading.titled)
    return titled or speaks_at(text, token.end) or bool(_FIRM_BEHIND.match(behind) and _FIRM_BEFORE.search(text[max(0, start - 4) : start]))


def find_places(reading: Reading, titles: list[TitleSpan]) -> Iterator[Candidate]:
    """Candidates for places: chains of administrative places, and natural or built ones with a proper name."""
    tokens, text = reading.tokens, reading.text
    titled = {i for span in titles for i in range(span.start, span.end)}
    located = {i for n in reading.document.names if n.type in ("LOC", "GPE") for i in range(n.start, n.end)}
    persons = {(n.start, n.end) for n in reading.document.names if n.type == "PER"}
    builtin = "lac" not in reading.document.backend and "zh_core" not in reading.document.backend
    for i, token in enumerate(tokens):
        if token.end - 1 in titled or token.tag in ("PUNCT", "NUM", "ADP", "PART", "PRON", "ADV"):
            continue
        last = _last_word(token.text)
        if last is None or last[1][0] not in ("place", "feature"):
            continue
        backed = is_backed(text, token.start, token.end)
        if (
            (token.start, token.end) in persons
            and not (backed and len(token.text) == 2)
            and (not builtin or speaks_at(text, token.end))
            and len(token.text) <= 3
            and token.text[0] in surnames()
            and len(last[0]) == 1
        ):
            continue  # 江若谷, 张大山
        if len(token.text) == 2 and len(last[0]) == 1 and not backed:
            continue  # 入海, 上路
        word, (kind, type_) = last
        bare = len(word) == len(token.text)
        start = token.start
        if bare:
            before = tokens[i - 1] if i else None
            if before is None or before.end != token.start or before.text in stop_words() or before.end - 1 in titled:
                continue
            ahead = tokens[i - 2] if i > 1 else None
            after_place = ahead is not None and ahead.end == before.start and ahead.end - 1 in located
            coined = len(before.text) in (2, 3) and not is_listed(before.text)
            if before.tag == "NOUN" and not coined and not (after_place and kind == "place" and len(before.text) >= 2):
                continue
            if before.tag not in ("PROPN", "X", "NOUN") or not _chinese(before.text):
                continue
            if len(before.text) == 1 and not (before.start - 1 in located or before.start in located):
                continue
            start = before.start
        elif token.tag == "NOUN" and len(word) >= 2 and i and _names_feature(tokens[i - 1], token, reading):
            start = tokens[i - 1].start  # 九鹏|导弹基地
        elif token.tag not in ("PROPN", "X") or len(token.text) - len(word) < 1 or token.text in stop_words():
            continue
        while start > 0 and start - 1 in located and text[start - 1] != "\n":
            index = reading.index_at(start - 1)
            if index < 0 or tokens[index].text in territories().names or tokens[index].tag not in ("PROPN", "X"):
                break
            start = tokens[index].start
        if token.end - start >= 2 and text[start : token.end] not in stop_words():
            yield Candidate(start, token.end, type_, 56 if not bare or start in located else 53)


def is_backed(text: str, start: int, end: int) -> bool:
    """Whether a short place of a dictionary, which lists plain words among them (关联, 深度, 上路), is used as one."""
    name = text[start:end]
    alone = cities().get(name)
    if (len(name) > 2 and alone is None) or name in known_names() or alone:
        return True
    return bool(_PLACE_BEFORE.search(text[max(0, start - 2) : start]) or _PLACE_BEHIND.match(text, end))


def _names_feature(before: Token, token: Token, reading: Reading) -> bool:
    """Whether a proper word names the built place right behind it: no country, and no title or person with a title."""
    return (
        before.end == token.start
        and before.tag in ("PROPN", "X")
        and 2 <= len(before.text) <= 4
        and _chinese(before.text)
        and before.text not in known_names()
        and before.text not in stop_words()
    )


def settle_type(name: str, given: str) -> str:
    """The type of a place or organisation by its last word: a backend's LOC that is a country or a town is GPE."""
    entry = known_names().get(name)
    if entry is not None and given in ("LOC", "GPE", "ORG", "PER", "MISC"):
        return entry.type
    last = _last_word(name)
    if last is not None and len(name) > len(last[0]):
        kind, type_ = last[1]
        if given in ("LOC", "GPE") and kind in ("place", "feature"):
            return type_
        if given in ("LOC", "GPE") and type_ == "ORG" and len(last[0]) >= 2 and last[0] not in industry_words():
            return "ORG"
    return "GPE" if given == "LOC" and last is None else given


_TAKING = frozenset(
    (
        *["担任", "出任", "兼任", "接任", "就任", "转任", "接掌", "执掌", "掌管", "率领", "带领", "成为", "加入", "抵达"],
        *["前往", "来自", "位于", "隶属", "任职", "供职", "就职", "参加", "出席", "牵头", "主持", "代表"],
    )
)
"""Verbs of being, going to or acting for a body: what stands before them is no part of its name."""


def _joins(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a conjunction stands inside a body's name: a proper name and a noun right before it (南屿贸易与工业部)."""
    return k >= 2 and tokens[k - 1].tag == "NOUN" and tokens[k - 2].tag == "PROPN" and tokens[k - 1].end == tokens[k].start


def _may_belong(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a word can stand inside a name: no particle, and no verb of which another organisation is the subject (总队|调度|支队)."""
    token = tokens[k]
    if token.text == "第":
        return True
    if token.tag not in _INSIDE or (token.tag == "X" and not token.text.isalnum()):
        return False
    if token.text in _TAKING:
        return False  # 乔振国|担任|救援指挥部总指挥
    if token.tag == "VERB" and k + 1 < len(tokens) and tokens[k + 1].tag == "PROPN":
        return False  # 波兰|担心|白俄罗斯|当局
    return token.tag != "VERB" or (len(token.text) > 1 and not (k > 0 and _last_word(tokens[k - 1].text)))


def _is_place(word: str) -> bool:
    entry = known_names().get(word)
    return entry is not None and entry.type in ("GPE", "LOC")


def _last_word(text: str) -> tuple[str, tuple[str, str]] | None:
    """The longest listed last word of a text."""
    table = suffixes()
    for length in range(min(_LONGEST, len(text)), 0, -1):
        value = table.get(text[-length:])
        if value is not None:
            return text[-length:], value
    return None


def _last_word_over(reading: Reading, token: Token) -> tuple[str, tuple[str, str]] | None:
    """The longest listed last word that ends with a token; it may begin with an earlier one (应变|中心)."""
    table, text = suffixes(), reading.text
    for length in range(min(_LONGEST, token.end), 0, -1):
        begin = token.end - length
        value = table.get(text[begin : token.end])
        if value is not None and (begin >= token.start or begin in reading.opens):
            return text[begin : token.end], value
    return None


def _with_level(reading: Reading, start: int) -> int:
    """The start of a body's name with the level it belongs to (省|水利厅, 市|卫健委)."""
    token = reading.token_at(start - 1) if start else None
    return start - 1 if token is not None and token.text in ("省", "市", "县", "区", "州") else start


def _chinese(text: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" or c == "·" for c in text)


def _continues(token: Token, text: str) -> bool:
    """Whether the next word carries the name on (国防|部队, 公安局|刑侦支队)."""
    last = _last_word(token.text)
    return (
        last is not None
        and last[1][1] == "ORG"
        and last[1][0] in ("strong", "body")
        and token.text not in industry_words()
        and len(token.text) <= 4
    )


def _reach_left(reading: Reading, i: int, titled: set[int], word: str) -> tuple[int | None, bool, bool]:
    """Where the name begins that ends with token i; whether a proper modifier is in it; whether that is only a country's name."""
    tokens, text = reading.tokens, reading.text
    start = tokens[i].start
    proper_at: int | None = None
    proper_words: list[str] = []
    if len(tokens[i].text) > len(word) and tokens[i].tag in ("PROPN", "X"):
        proper_at = start
        proper_words.append(tokens[i].text)
    k = i - 1
    while k >= 0 and i - k <= 7:
        token = tokens[k]
        if token.end != start or token.text in stop_words() or (token.start in titled and token.end - 1 in titled):
            break
        if token.text in "）)":
            if text[token.start - 3 : token.end] not in ("（集团）", "(集团)") or k < 2:
                break
            start = token.start - 3
            k = reading.index_at(start) - 1
            continue
        if token.tag == "NUM":
            if not (token.text.startswith("第") or (token.text.isascii() and k and tokens[k - 1].text == "第")):
                break
        elif token.text in ("与", "和", "暨", "及"):
            if word[-1] not in "部委局署" or not _joins(tokens, k):
                break
        elif not _may_belong(tokens, k):
            break
        start = token.start
        if token.tag == "PROPN" or (token.tag == "X" and len(token.text) > 1) or token.text in territories().names:
            proper_at = start
            proper_words.append(token.text)
        k -= 1
    if proper_at is None:
        return start if word in bureau_words() else tokens[i].start, False, False
    return proper_at, True, all(_is_place(w) for w in proper_words)
