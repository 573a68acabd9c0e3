"""The object of a verb: behind it (签了合同), before it (把合同签了, 合同一份没签), in a figure (开两枪)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.poles import load_poles
from factcheck.claims.verbhood import NOMINAL
from factcheck.language.document import Token
from factcheck.language.segmenter import is_listed

__all__ = ["BY", "fronted_objects", "has_object", "is_done", "is_shot", "object_of", "parted_by_aspect"]


def is_done(clause: Clause, verb: Token) -> bool:
    """Whether a verb of one character is told as done to something: 付了一半赎金, 洒消油剂, 把合同签完了, 一枪未开."""
    if (
        verb.text in BY
        or verb.text in _AUXILIARY
        or not _HAN.fullmatch(verb.text)
        or (verb.text in load_event_words().light and verb.text not in load_poles().general)
    ):
        return False
    if _fronted_object(clause, verb.start) or _disposed_object(clause, verb.start) or parted_by_aspect(clause, verb):
        return True
    if _plainly_denied(clause, verb):
        return True
    behind = [t for t in clause.tokens if t.start >= verb.end]
    while behind and (behind[0].text in _COMPLEMENTS or behind[0].tag in {"NUM", "DET", "PRON"} or _in_figure(clause, behind[0])):
        behind = behind[1:]
    if any(_counted(clause, t) for t in clause.tokens if t.start >= verb.end):
        return True
    return bool(behind) and behind[0].tag in {"NOUN", "PROPN", "ADJ", "X"} and len(behind[0].text) > 1


def parted_by_aspect(clause: Clause, verb: Token) -> bool:
    """Whether 过 or 了 parts the two characters of one verb: 停过机, 报了警."""
    at = next((i for i, t in enumerate(clause.tokens) if t.start == verb.start), -1)
    behind = clause.tokens[at + 1 : at + 3] if at >= 0 else ()
    return len(behind) == 2 and behind[0].text in {"过", "了"} and len(behind[1].text) == 1 and is_listed(verb.text + behind[1].text)


def _plainly_denied(clause: Clause, verb: Token) -> bool:
    """Whether a verb without an object is denied, and nothing but how often or how long it was not stands behind it: 没响过一声, 桥没断."""
    at = next((i for i, t in enumerate(clause.tokens) if t.start == verb.start), -1)
    if at < 1 or verb.tag != "VERB" or clause.tokens[at - 1].text not in load_cues().negations - {"不"}:
        return False
    behind = [t for t in clause.tokens[at + 1 :] if t.text not in {"过", "了"} and t.tag not in {"NUM", "PUNCT"}]
    return not behind


_AUXILIARY = frozenset("须应能会可要想敢肯愿得准该")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_COMPLEMENTS = frozenset("了过着出到下上走掉给完起开好成")
"""What may stand between a verb of one character and its object."""


def _in_figure(clause: Clause, token: Token) -> bool:
    return any(f.start <= token.start < f.end for f in clause.figures)


_DISPOSAL = frozenset({"把", "将"})
_NONE_OF_IT = re.compile(
    r"连?(?P<one>[一半](?![直定致般样些旦度同并切再律向面边方体经时起])[\u4e00-\u9fff]{1,2}?)(?:[\u4e00-\u9fff]{2,8}?)?(?:也|都)?(?:没有?|未曾?|不曾)$"
)


def _disposed_object(clause: Clause, at: int) -> str:
    """The nouns behind 把 or 将 before a verb: what it is done to (把索赔函拍到桌上)."""
    before = [t for t in clause.content_tokens() if t.end <= at]
    for position in range(len(before) - 1, -1, -1):
        if before[position].text in _DISPOSAL:
            return _last_phrase(before[position + 1 :])
    return ""


def _last_phrase(tokens: Sequence[Token]) -> str:
    """The last run of nouns."""
    nouns: list[str] = []
    for token in reversed(tokens):
        if token.tag in NOMINAL:
            nouns.insert(0, token.text)
        elif nouns:
            break
    return "".join(nouns)


def _fronted_object(clause: Clause, at: int) -> str:
    """The object that stands before a negated verb, none of which there was: 催泪弹一枚未发, 连一张报价单都没有收过."""
    return next(iter(fronted_objects(clause, at)), "")


def fronted_objects(clause: Clause, at: int) -> tuple[str, ...]:
    """The objects that stand before a negated verb, the nearest first: 橡胶子弹 and 催泪弹 in 催泪弹、橡胶子弹一枚未发."""
    head = clause.text[max(0, clause.content_start - clause.start) : at - clause.start]
    found = _NONE_OF_IT.search(head)
    if found is None:
        return ()
    if _CENT.match(head, found.start("one") - 1):
        return (_MONEY,)
    begin = clause.start + max(0, clause.content_start - clause.start) + found.start()
    behind = [t for t in clause.content_tokens() if begin <= t.start and t.end <= at and t.tag in NOMINAL and len(t.text) > 1]
    if behind:
        return (_last_phrase(behind),)
    rows: list[list[Token]] = [[]]
    for token in (t for t in clause.content_tokens() if t.end <= begin):
        if token.text == "、" or token.tag == "CCONJ":
            rows.append([])
        else:
            rows[-1].append(token)
    return tuple(filter(None, (_last_phrase(row) for row in reversed(rows))))


def has_object(clause: Clause, verb: Token) -> bool:
    """Whether a noun follows a verb that only links elsewhere (未发生设备故障, 没有出现泄漏), and no figure."""
    following = next((t for t in clause.tokens if t.start >= verb.end and t.text not in {"了", "过", "任何", "其他", "的"}), None)
    return following is not None and following.tag in NOMINAL and not any(f.start >= verb.end for f in clause.figures)


def _object_after(clause: Clause, end: int) -> str:
    """The nouns behind a verb: what it is done to. A verb inside the phrase belongs to it where a noun follows (递交上市申请) or
    nothing does (提出上诉), and is left out before 的 (供应过所用的电芯)."""
    following = [t for t in clause.tokens if t.start >= end]
    nouns: list[str] = []
    whole = False
    for position, token in enumerate(following):
        behind = following[position + 1] if position + 1 < len(following) else None
        if _CENT.match(clause.text, token.start - clause.start):
            return _MONEY  # 没有收过开发商一分钱
        if not nouns and (shots := _SHOTS.fullmatch(token.text)):
            return shots.group(1)
        if not nouns and token.tag == "CCONJ" and behind is not None and behind.tag == "VERB" and token.start <= end + 1:
            return _object_after(clause, behind.end)  # 买入或卖出外汇
        if any(f.start <= token.start < f.end for f in (*clause.figures, *clause.times)):
            if nouns and not (_in_figure(clause, token) and _noun_follows(clause, following[position:])):
                break
            counted = _counted(clause, token)
            nouns = [counted] if counted else []  # 收了公司50万元红包: whose it was
            whole = _counts_doers(clause, token)
        elif token.tag in NOMINAL:
            nouns.append(token.text)
        elif token.text in load_cues().negations:
            break  # 伤者均无生命危险
        elif token.text in _TITLE_OPENS and not nouns and following[:1] == [token]:
            continue  # 签署《合作协议》: what stands in the marks is the object
        elif token.text == "任何":
            nouns = []  # 切除患者任何健康器官: whose it was
        elif token.text in _LINKING or (not nouns and (token.tag in {"NUM", "DET", "PART", "ADV"} or token.text in _ANY_OF)):
            continue
        elif token.tag == "VERB" and len(token.text) > 1 and (behind is None or behind.tag == "PUNCT"):
            if token.start == end or (nouns and position and following[position - 1].tag == "VERB"):
                nouns.append(token.text)  # 提出上诉; but 派潜艇参演 goes on to what they did
            break
        elif token.tag == "VERB" and len(token.text) > 1 and token.start == end and behind is not None and _closes(following, position + 1):
            nouns.append(token.text)  # 递交上市申请, where the last word is taken for a verb
        elif token.tag == "VERB" and whole and nouns and len(token.text) > 1 and behind is not None and behind.tag in NOMINAL:
            break  # 派六只警犬进驻码头: what was counted went on to do it
        elif token.tag == "VERB" and behind is not None and (behind.tag in NOMINAL or behind.text == "的"):
            if behind.text != "的" and len(token.text) > 1:
                nouns.append(token.text)
        else:
            break
    return "".join(nouns)


_CENT = re.compile(r"一(?:[分毛文]钱|毫子|分一毫|[分毛文](?![\u4e00-\u9fff]))|半[分毛]钱|分文")
_MONEY = "款项"
"""What somebody gave or got none of, where the least coin is named."""


_DOERS = frozenset("名位人只头艘架辆支个")


def _counts_doers(clause: Clause, token: Token) -> bool:
    """Whether a token closes a figure that counts people, beasts, ships or other things that may go on to do something."""
    return clause.text[token.end - clause.start - 1] in _DOERS and any(f.kind == "quantity" and f.end == token.end for f in clause.figures)


def _counted(clause: Clause, token: Token) -> str:
    """What a token says of a figure's thing: the currency that a segmenter joined to it (12|亿澄元), the weapon that shots are counted by
    (开两枪)."""
    if shots := _SHOTS.fullmatch(token.text):
        return shots.group(1)
    figure = next((f for f in clause.figures if f.start <= token.start < f.end), None)
    if figure is None:
        return ""
    beyond = token.text[figure.end - token.start :] if token.end > figure.end else ""
    return beyond if len(beyond) > 1 else ""


def is_shot(clause: Clause, verb: Token) -> bool:
    """Whether a verb that only links elsewhere is one of doing something with a weapon (开两枪)."""
    return len(verb.text) == 1 and any(_counted(clause, t) for t in clause.tokens if verb.end <= t.start <= verb.end + 1)


_SHOTS = re.compile(r"[\d一二两三四五六七八九十百数几多]+([枪炮刀箭拳脚棍鞭])")


def _noun_follows(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a noun stands right behind a figure that the tokens open with."""
    behind = next((t for t in tokens if not _in_figure(clause, t)), None)
    return behind is not None and behind.tag == "NOUN" and len(behind.text) > 1


def _closes(tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb of two characters stands there and ends the clause."""
    token = tokens[position]
    return token.tag == "VERB" and len(token.text) > 1 and (position + 1 == len(tokens) or tokens[position + 1].tag == "PUNCT")


_LINKING = frozenset("的了过着所之")
_ANY_OF = frozenset({"该", "其", "本", "任何", "什么", "啥", "哪怕"})
"""Pronouns between a verb and its object: 没发过什么预警."""
_TITLE_OPENS = frozenset("《〈")


BY = frozenset({"被", "遭", "遭到", "由", "为", "让", "受"})
"""Words between what something is done to and who does it."""


def object_of(clause: Clause, start: int, end: int) -> str:
    """The nouns that a verb at [start, end) is done to; "" where the clause says none."""
    return _disposed_object(clause, start) or _object_after(clause, end) or _fronted_object(clause, start)
