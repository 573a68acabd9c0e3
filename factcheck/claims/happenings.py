"""Event words in a clause, with the nouns around them: what happened, whether it did, to what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.draft import clause_frame
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.limits import nouns_about
from factcheck.claims.poles import load_poles
from factcheck.claims.stance import is_negated, negation_before
from factcheck.claims.verbhood import NOMINAL, is_change, is_predicate, tells_sort_of_any, tells_the_sort, tells_times
from factcheck.language.document import Token
from factcheck.model import Frame, Stance

__all__ = [
    "FURTHER",
    "NOMINAL",
    "NOMINAL_TYPES",
    "Happening",
    "describe_verb",
    "find_happenings",
    "frame_of",
    "fronted_objects",
    "is_hypothetical",
    "is_only_named",
]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event word in a clause: shadow offsets, event type (or the verb itself), whether it holds, whether it is only pending, the
    object and subject nouns."""

    clause: Clause
    start: int
    end: int
    word: str
    type: str
    negated: bool
    pending: bool
    object: str
    subject: str


def find_happenings(clause: Clause) -> list[Happening]:
    """The happenings of a clause, in order. An event word inside a name or a figure is none; a light verb is none where another event
    word follows it."""
    words = load_event_words()
    cues = load_cues()
    spans: list[tuple[int, int, str, str]] = []
    taken = [(e.start, e.end) for e in clause.entities if e.type in {"WORK", "ORG", "PER"}] + [(t.start, t.end) for t in clause.times]
    offset = clause.content_start - clause.start
    inside = [(t.start, t.end) for t in clause.tokens if t.tag in {"NOUN", "PROPN"}]
    for match in words.pattern.finditer(clause.text, max(0, offset)):
        start, end = clause.start + match.start(), clause.start + match.end()
        if any(a < end and start < b for a, b in taken) or any(a <= start and end <= b and b - a > end - start + 1 for a, b in inside):
            continue
        if any(t.start < start < t.end < end for t in clause.tokens):
            continue  # 发|生于: half of one word and the next
        if end - start == 1 and not any(t.start == start and t.end == end for t in clause.tokens):
            continue
        spans.append((start, end, match.group(), words.types[match.group()]))
    for token in clause.content_tokens():
        if (
            (
                token.tag != "VERB"
                and not is_predicate(clause, token)
                and not (token.text in _COVERBS and not any(t.tag == "VERB" for t in clause.tokens if t.start >= token.end))
            )
            or (len(token.text) < 2 and not _is_done(clause, token))
            or token.text in words.stative
            or token.text.endswith("是")
            or (
                token.text in cues.links
                and not ((token.text in words.light or is_change(clause, token)) and _has_object(clause, token))
                and not _is_shot(clause, token)
            )
            or token.text in cues.says
            or token.text in cues.opines
            or token.text in cues.negations
            or token.text in cues.unconfirmed_in
            or any(f.end == token.start and f.kind == "quantity" and not tells_times(clause, f) for f in clause.figures)  # 一项控罪
        ):
            continue
        if any(a < token.end and token.start < b for a, b, _, _ in spans) or any(a < token.end and token.start < b for a, b in taken):
            continue
        if tells_sort_of_any(clause, token):
            continue
        if is_negated(clause, token.start) or token.text in words.light or len(token.text) <= 2:
            spans.append((token.start, token.end, token.text, words.event_type(token.text)))
    spans.sort()
    whole = re.search(r"完全|全部|全面|彻底|都|全数|悉数", clause.text)
    found = []
    for position, (start, end, word, kind) in enumerate(spans):
        following = spans[position + 1] if position + 1 < len(spans) else None
        if word in words.light and following is not None and following[0] - end <= 6 and following[3] not in {"hold"}:
            between = clause.text[end - clause.start : following[0] - clause.start]
            if not any(t.tag == "NOUN" and len(t.text) > 1 for t in clause.tokens_between(end, following[0])) and "，" not in between:
                continue
        if is_only_named(clause, end) and clause.stance is not Stance.DENIES:
            continue
        if is_hypothetical(clause, start):
            continue
        if kind in NOMINAL_TYPES and _REFERRED.search(clause.text[: start - clause.start]):
            continue
        happening = _describe(clause, start, end, word, kind)
        if happening.negated and _is_modifier(clause, happening):
            continue  # 已售未交付住房5.2万套: a sort of flats
        if happening.negated and tells_the_sort(clause, start, end):
            continue  # 未办理长颈鹿借展许可: the permit was not got, whether the loan was made or not
        if happening.negated and re.search(r"第[一二三]次|首次|首度|唯一|只是|仅仅", clause.text[: start - clause.start]):
            continue  # 不是第一次传出: it did happen
        if happening.negated and _is_of_some(clause, start):
            continue  # 3人未受伤: so many did not
        if happening.negated and _is_further(clause, start):
            continue  # 无新增外溢: there was some before
        if happening.negated and whole and _lies_between(clause, whole, start):
            continue  # 没有完全得到控制: neither so nor not so
        found.append(happening)
    return found


FURTHER = re.compile(r"(?:任何)?(?:新增|新的|额外|其他|其它|其余|更多|进一步|后续|另外|再|多余|异样|新)")
"""Words behind a negation that deny only more of a thing: 没有新增病例."""


def _is_of_some(clause: Clause, verb: int) -> bool:
    """Whether a negation is told of so many of a group only, the figure right before it."""
    negation = negation_before(clause, verb)
    return negation is not None and any(
        f.end == negation.start
        and f.kind == "quantity"
        and not clause.text[: f.start - clause.start].endswith(("全部", "所有", "这", "该"))
        for f in clause.figures
    )


def _is_further(clause: Clause, verb: int) -> bool:
    negation = negation_before(clause, verb)
    return negation is not None and FURTHER.match(clause.text, negation.end - clause.start) is not None


def _lies_between(clause: Clause, word: re.Match[str], verb: int) -> bool:
    """Whether a word of the clause stands between a verb and its negation (没有完全得到控制) and not before both (都没有收过)."""
    negation = negation_before(clause, verb)
    return negation is not None and negation.end <= clause.start + word.start() and clause.start + word.end() <= verb


def _is_modifier(clause: Clause, happening: Happening) -> bool:
    """Whether a negated verb only tells which of a sort is meant: 未交付住房5.2万套, 未受影响的航线. What there is none of
    (没有受困的国人) is no such thing."""
    negation = negation_before(clause, happening.start)
    if negation is None or negation.text in _EXISTENTIAL:
        return False
    behind = clause.text[happening.end - clause.start :]
    if re.match(r"(?:[\u4e00-\u9fff]{0,4})的[\u4e00-\u9fff]{2}", behind) and not behind.startswith(("过", "了")):
        return True
    if len(negation.text) > 1 or negation.end != happening.start or not happening.object:
        return False
    before = next((t for t in clause.tokens if t.end == negation.start), None)
    if before is not None and before.tag == "VERB" and not (before.text in load_cues().opens_clause or _speaks(before)):
        return True  # 创未上市公司融资纪录: what the verb before is done to
    if re.search(r"已[\u4e00-\u9fff]{1,2}$", clause.text[: negation.start - clause.start]):
        return True  # 已售未交付住房
    opens = not any(t.tag in NOMINAL and t.end <= negation.start for t in clause.content_tokens())
    if opens and behind[len(happening.object) :].strip():
        return True  # 未逾期贷款占比九成七
    end = happening.end + behind.find(happening.object[-1], max(0, len(happening.object) - 1)) + 1
    return any(0 <= f.start - end <= 1 for f in clause.figures)


def _speaks(verb: Token) -> bool:
    """Whether a verb tells what somebody says, thinks or admits: a clause may follow it."""
    cues = load_cues()
    return verb.text in cues.says | cues.opines | cues.confirms | cues.denies | cues.links


_EXISTENTIAL = frozenset({"没有", "无", "并无", "毫无", "未有", "尚无", "暂无", "绝无", "没", "无人", "没人", "无一", "没有任何"})


def _is_done(clause: Clause, verb: Token) -> bool:
    """Whether a verb of one character is told as done to something: 付了一半赎金, 洒消油剂, 把合同签完了, 一枪未开."""
    if (
        verb.text in _BY
        or verb.text in _AUXILIARY
        or not _HAN.fullmatch(verb.text)
        or (verb.text in load_event_words().light and verb.text not in load_poles().general)
    ):
        return False
    if _fronted_object(clause, verb.start) or _disposed_object(clause, verb.start):
        return True
    behind = [t for t in clause.tokens if t.start >= verb.end]
    while behind and (behind[0].text in _COMPLEMENTS or behind[0].tag in {"NUM", "DET", "PRON"} or _in_figure(clause, behind[0])):
        behind = behind[1:]
    if any(_counted(clause, t) for t in clause.tokens if t.start >= verb.end):
        return True
    return bool(behind) and behind[0].tag in {"NOUN", "PROPN", "ADJ", "X"} and len(behind[0].text) > 1


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


def _has_object(clause: Clause, verb: Token) -> bool:
    """Whether a noun follows a verb that only links elsewhere (未发生设备故障, 没有出现泄漏), and no figure."""
    following = next((t for t in clause.tokens if t.start >= verb.end and t.text not in {"了", "过", "任何", "其他", "的"}), None)
    return following is not None and following.tag in NOMINAL and not any(f.start >= verb.end for f in clause.figures)


_REFERRED = re.compile(r"(?:此|这|该|本|上述|那|当日)[次起场宗波轮]?(?:的)?(?:重大|特大|严重)?$")
"""此次火灾, 这起爆炸: known already, neither told nor denied."""


_OPEN = re.compile(r"(?:不|未|无法|不能|未能|难以|没有|没|不可|不应|不宜)(?:完全|予以|能够?)?排除[^，。]*$")
"""Before what is not ruled out: neither so nor not so."""
_ABLE = re.compile(
    r"(?:可以(?!排除)|能够(?!排除)|可能|应该|应当|必须|需要|想要?|愿意|敢于?|不得不|值得|足以|"
    r"难以|很难|难于|设法|试图|企图|力图|有待|尚待|亟待|怎么|怎样|如何|不要|不准|不得|不许|别|甭)[^，。]{0,2}$"
)
"""Words after which a verb tells what may, should or might be, not what was."""


def is_hypothetical(clause: Clause, at: int) -> bool:
    """Whether what stands at a place of the clause may, should or might be, and is not said to be."""
    head = clause.text[: at - clause.start]
    return bool(_ABLE.search(head) or _OPEN.search(head))


_ONLY_NAMED = re.compile(
    r"(?:这|那|此|该)?(?:件|回|码|一)?(?:事儿?|传闻|消息|问题|风波|的?说法|一说|议题|与否|疑云|之谜|的?可能性?|一案|案件?(?!发))"
)


_ASKED = re.compile(r"吗$|是否|到底|究竟|有没有|有无|(?P<verb>[\u4e00-\u9fff])[没不](?P=verb)|会不会|能否|呢$|为何|为什么")


def is_only_named(clause: Clause, end: int) -> bool:
    """Whether the words up to `end` are only named as a topic (裁员这事儿) or asked about (掉没掉), not claimed."""
    return bool(_ONLY_NAMED.match(clause.text, end - clause.start)) or bool(_ASKED.search(clause.text)) or clause.text.endswith(("?", "？"))


def _object_after(clause: Clause, end: int) -> str:
    """The nouns behind a verb: what it is done to. A verb inside the phrase belongs to it where a noun follows (递交上市申请) or
    nothing does (提出上诉), and is left out before 的 (供应过所用的电芯)."""
    following = [t for t in clause.tokens if t.start >= end]
    nouns: list[str] = []
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
            nouns = [_counted(clause, token)] if _counted(clause, token) else []  # 收了公司50万元红包: whose it was
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
        elif token.tag == "VERB" and behind is not None and (behind.tag in NOMINAL or behind.text == "的"):
            if behind.text != "的" and len(token.text) > 1:
                nouns.append(token.text)
        else:
            break
    return "".join(nouns)


_CENT = re.compile(r"一(?:[分毛文]钱|毫子|分一毫|[分毛文](?![\u4e00-\u9fff]))|半[分毛]钱|分文")
_MONEY = "款项"
"""What somebody gave or got none of, where the least coin is named."""


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


def _is_shot(clause: Clause, verb: Token) -> bool:
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


_BY = frozenset({"被", "遭", "遭到", "由", "为", "让", "受"})
"""Words between what something is done to and who does it."""

_BECAUSE = frozenset({"因", "因为", "由于"})
_WHERE = frozenset({"在", "于", "从", "自"})
_ASIDE = frozenset({"向", "对", "给", "跟", "朝", "往", "用", "以", "凭", "靠", "把", "将"})
"""Words before whom or what something is done to or with: 示威者向警方投掷, 用竹条抽打."""


def _describe(clause: Clause, start: int, end: int, word: str, kind: str) -> Happening:
    cues = load_cues()
    before = [t for t in clause.content_tokens() if t.end <= start]
    pending = any(t.text in cues.pending for t in before)
    object_ = _disposed_object(clause, start) or _object_after(clause, end) or _fronted_object(clause, start)
    subject = place = aside = ""
    for position in range(len(before) - 1, -1, -1):
        token = before[position]
        if token.text in _BY and subject:
            subject = ""  # 服务器遭黑客入侵: it happened to what stands before
        elif token.text == "排除":
            subject = ""  # 排除人为纵火: the nouns behind are of what is ruled out
            break
        elif token.text in _BECAUSE and subject:
            subject = ""  # 病人因断电离世: why, and whom it happened to stands before
        elif token.text in _ASIDE and subject:
            subject, aside = "", subject
        elif token.text in _WHERE and subject:
            subject, place = "", subject  # 背包在冰川被发现: where, unless nothing else is told
        elif token.tag in {"NOUN", "PROPN", "X"} and not any(f.start <= token.start < f.end for f in (*clause.figures, *clause.times)):
            subject = token.text + subject
        elif subject:
            break
    return Happening(clause, start, end, word, kind, is_negated(clause, start), pending, object_ or aside, subject or place)


def describe_verb(clause: Clause, verb: Token) -> Happening:
    """Any verb of a clause as a happening, listed or not."""
    return _describe(clause, verb.start, verb.end, verb.text, load_event_words().event_type(verb.text))


def frame_of(happening: Happening) -> Frame:
    """The words around a happening, as alignment matches them."""
    clause = happening.clause
    return replace(
        clause_frame(clause),
        concept=happening.type,
        head=happening.object,
        noun=happening.subject,
        predicate=happening.word,
        about=nouns_about(clause, happening.start, happening.end),
    )


_COVERBS = frozenset({"通过", "经过", "依照", "按照"})
"""Prepositions that are the verb of a clause which has none after them: 刚通过消防验收."""


NOMINAL_TYPES = {
    "fire",
    "quake",
    "flood",
    "explosion",
    "collapse",
    "collide",
    "attack",
    "leak",
    "poison",
    "crash",
    "shoot",
    "derail",
    "strike",
    "protest",
    "die",
    "injure",
    "missing",
    "break_down",
    "overturn",
}
