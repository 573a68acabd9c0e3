"""The words around a figure: the noun it counts or measures and the verb that governs it.

Works on segmented text with coarse tags, without a parse: to the left, link words (为, 达, 至, 共 …) are skipped, then the noun phrase
is taken, then the verb before it; to the right, the noun phrase that follows the measure word, then the verb. A spaCy parse, where there
is one, settles which noun heads the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.language.document import Token
from factcheck.mentions.ratios import PER
from factcheck.mentions.types import Mention
from factcheck.model import Quantity

__all__ = ["Phrase", "read_phrase", "strip_generic"]

_NOMINAL = {"NOUN", "PROPN", "ADJ", "X"}
_BREAK = {"PUNCT", "CCONJ", "SCONJ", "PRON", "ADV", "AUX", "INTJ", "NUM", "ADP", "DET"}
_CAUSES = {"造成", "导致", "致", "致使", "引发", "酿成", "酿", "带来", "夺走", "夺去", "使", "令", "让"}
_COPULA = {"是", "为", "系", "属", "属于"}
_LEVEL = re.compile(r"[全本各][国省市县区镇乡村港台岛州球校院厂线场队军]|双方|两国|两岸|事前|事后|合共|首批")
_ON_BOARD = re.compile(r"[车船轮舰艇机](?:上|内|里|舱内|上面)?(?:一|总|合)?共?(?:装|载)?有[^，。]{0,4}$")
"""Before a figure: it counts what a vehicle has on board."""
_TIME_NOUNS = {
    "目前",
    "当前",
    "今年",
    "去年",
    "明年",
    "全年",
    "当日",
    "当天",
    "昨日",
    "昨天",
    "今天",
    "今日",
    "明天",
    "本周",
    "上周",
    "近日",
    "日前",
    "此前",
    "此后",
    "期间",
    "年末",
    "年底",
    "年初",
    "月底",
    "当时",
    "昨晚",
    "今晚",
    "前天",
    "前晚",
    "全天",
    "全日",
    "时间",
    "时候",
    "同比",
    "环比",
    "上年同期",
    "去年同期",
    "同期",
    "上年度",
    "上一年度",
    "按年",
    "按季",
    "之后",
    "之前",
    "以来",
    "以上",
    "以下",
    "以内",
    "左右",
    "上下",
    "前后",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Shadow offsets [start, end) cover noun, verb and figure. `noun`: the whole noun phrase; `head`: its last noun; `predicate`: the
    verb ("" when there is none); `side`: where the noun stood."""

    start: int
    end: int
    noun: str
    head: str
    predicate: str
    side: str


def read_phrase(clause: Clause, figure: Mention, floor: int = 0) -> Phrase:
    """The phrase of a figure; no word before `floor` belongs to it. Total: with nothing around it, noun, head and predicate are empty."""
    named = [(e.start, e.end) for e in clause.entities if e.type in {"ORG", "PRODUCT", "WORK", "EVENT"}]
    left = [
        t
        for t in clause.tokens
        if t.end <= figure.start and t.start >= clause.content_start and not (t.tag == "VERB" and any(a <= t.start < b for a, b in named))
    ]
    right = [_cut(t, figure.end) for t in clause.tokens if t.end > figure.end]
    if isinstance(figure.value, Quantity) and PER in figure.value.dimension:
        left = _without_base(clause, left)
    lasting = [f for f in clause.figures if f is not figure and _is_span(f) and not _is_span(figure)]  # 工资四年合计调高24%
    left = [t for t in left if not any(f.start <= t.start < f.end for f in lasting)]
    left = _join_measures(left)
    left, told = _without_time(clause, figure, left)
    before_it = [f for f in (*clause.figures, *clause.times) if f.end <= figure.start and f is not figure and f not in lasting]
    stops = [f.end for f in before_it if not (told and told[0] <= f.start and f.end <= told[1])]
    floor = max([*stops, floor], default=clause.start)
    ends = [f.start for f in (*clause.figures, *clause.times) if f.start >= figure.end and f is not figure]
    ceiling = min(ends, default=clause.end)
    after, after_verb = _read_right(_unquote([t for t in right if t.end <= ceiling]))
    before, before_verb = _read_left([t for t in left if t.start >= floor])
    if before and after and before_verb is None and stops and _is_coordinated(left, floor):
        before = []  # 24架“山雀”直升机及300枚导弹: what stands before the conjunction is the thing counted first
    if before and not after and before_verb is None and _is_price(left, figure):
        before = []  # 买家以300万元夺得: who pays is not what is measured
    if before and not after and _counts_people(clause, figure):
        before, before_verb = _without_affair(before, before_verb, told=after_verb is not None)
    if _counts_people(clause, figure):
        after, after_verb = _without_deed(clause, figure, after, after_verb)
    start, end = figure.start, figure.end
    if isinstance(figure.value, Quantity) and figure.value.unit == "person":
        after = after[: next((i for i, t in enumerate(after) if t.text == "的"), len(after))]  # 名用户的数据: users are counted
    if after:
        noun, side = "".join(t.text for t in after), "right"
        end = max(end, after[-1].end)
    else:
        noun, side = "".join(t.text for t in before), "left" if before else ""
    if before and not after:
        start = min(start, before[0].start)
    predicate = ""
    verb = before_verb or after_verb
    if verb is not None:
        following = next((t for t in right if t.start == verb.end and t.tag in {"VERB", "NOUN"} and len(t.text) > 1), None)
        if verb.text in load_cues().suffers and verb.start >= figure.end and following is not None:
            verb = following  # 15人遭到惩处: what was done to them
        predicate = verb.text
        start, end = min(start, verb.start), max(end, verb.end)
    holds = (
        isinstance(figure.value, Quantity) and figure.value.unit == "person" and _HAS.search(clause.text, 0, figure.start - clause.start)
    )
    if after and before and not before_verb and after_verb is None and not holds:
        predicate = "".join(t.text for t in before)  # 研发 | 近15亿 … / 票房 5亿元人民币: the noun before tells what is measured
        if _ON_BOARD.search(clause.text, before[-1].start - clause.start, figure.start - clause.start):
            predicate = "载有"  # 货轮上共有2857辆汽车
        start = min(start, before[0].start)
    names = [(e.start, e.end) for e in clause.entities if e.type in {"GPE", "LOC", "EVENT"}]
    if before and not after and _INSIDE.match(clause.text, before[-1].end - clause.start) and not _PEOPLE.search(before[-1].text):
        before = []  # 洪水中380户受影响: where and when, not what is counted
    own = [t for t in (after or before) if not any(a <= t.start < b for a, b in names) and not _LEVEL.fullmatch(t.text)]
    noun = "".join(t.text for t in own).strip("的")
    return Phrase(start, end, noun, _head(noun, own), predicate, side)


_INSIDE = re.compile(
    r"(?:之?[中内里时后]|期间|当中|(?<=[单册榜表网])上)(?:已|已经|共|一共|总共|约|至少|有|另|又|仍|还)*(?=[^\u4e00-\u9fff]|[一二两三四五六七八九十百千万])"
)
_OPENING, _CLOSING = frozenset('“「『‘"'), frozenset('”」』’"')
QUOTED = 8
"""Tokens that a name in quotation marks may have."""


def _unquote(tokens: list[Token]) -> list[Token]:
    """The tokens behind a figure; where a name in quotation marks opens them, that is one noun: 36架“猎隼”战机 counts 猎隼战机."""
    if not tokens or tokens[0].text not in _OPENING:
        return tokens
    close = next((i for i, t in enumerate(tokens[1 : QUOTED + 2], start=1) if t.text in _CLOSING), 0)
    if close < 2 or any(t.tag == "PUNCT" for t in tokens[1:close]):
        return tokens
    inside = tokens[1:close]
    name = Token(inside[0].start, inside[-1].end, "".join(t.text for t in inside), "NOUN")
    return [name, *tokens[close + 1 :]]


def _is_coordinated(left: Sequence[Token], floor: int) -> bool:
    """Whether a conjunction stands right before the figure and another figure before that."""
    between = [t for t in left if t.start >= floor]
    return bool(between) and between[-1].text in {"和", "及", "与", "以及", "、", "并", "跟"}


_HOLDS = re.compile(r"[载装存藏设持备含印刻写种养储配]有")
"""Verbs of holding that segmenters take for nouns: 船上载有原油8.6万吨."""


def _is_price(left: Sequence[Token], figure: Mention) -> bool:
    """Whether an amount stands behind a preposition, and names who acts before that: 拍卖官最后在1亿元敲下木槌."""
    before = [t for t in left if t.end <= figure.start]
    money = isinstance(figure.value, Quantity) and figure.value.dimension == "money"
    agent = next((t for t in reversed(before[:-1]) if _is_nominal(t)), None)
    return (
        money
        and bool(before)
        and before[-1].text in {"以", "在", "用", "花", "按"}
        and agent is not None
        and bool(_AGENT.search(agent.text))
    )


_HAS = re.compile(r"(?:共|拥|设|现|旗下|麾下)?有(?:约|近|逾|超过|大约|多达)?$")
"""Before a count of people: who has them is no verb (合唱团共有91名团员)."""
_AGENT = re.compile(r"[者员客民生工商方家官行会司队主团社部局院校厂]$|公司|机构|买家|卖家")
_PEOPLE = re.compile(r"[人者员客民生工兵警友师医士商徒犯手童众]$|[家亲]属$|[男女妇]")
"""Ends of nouns for people."""


def _counts_people(clause: Clause, figure: Mention) -> bool:
    return isinstance(figure.value, Quantity) and (figure.value.unit == "person" or figure.value.unit == "户")


def _without_affair(nouns: list[Token], verb: Token | None, *, told: bool) -> tuple[list[Token], Token | None]:
    """The words before a count of people without what happened to them: 矿难目前12人死亡; 煤仓爆炸已有12人死亡, where `told`, what is told
    of them, stands behind the figure."""
    last = nouns[-1]
    if last.text in load_event_words().types or last.text[-1] in "灾难祸震案":
        return [], verb
    other = told and verb is not None and last.end <= verb.start and not _PEOPLE.search(last.text) and not noun_group(last.text)
    return ([], None) if other else (nouns, verb)


def _without_deed(clause: Clause, figure: Mention, nouns: list[Token], verb: Token | None) -> tuple[list[Token], Token | None]:
    """The noun behind a count of people without what segmenters draw into it: only people are counted by 名 and 人. 二万名乘客摸黑沿路轨
    counts 乘客; in 63人堵塞马路 the noun is the object of the verb; 300户陷入黑暗 counts homes."""
    if not nouns:
        return nouns, verb
    last = max((i for i, t in enumerate(nouns) if _PEOPLE.search(t.text) or noun_group(t.text)), default=-1)
    if last >= 0:
        return nouns[: last + 1], verb
    alone = clause.text[: figure.end - clause.start].endswith(("人", "户"))  # measure words that are nouns themselves
    return ([], verb) if alone and verb is not None and verb.start < nouns[0].start else (nouns, verb)


_MEASURES = frozenset("率额量价费值度数")


def _join_measures(tokens: list[Token]) -> list[Token]:
    """The tokens with the one-character word for a measure joined to the word before it: 缴费 率 -> 缴费率."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        spot = token.text == "处" and token is not tokens[-1]  # 塌方处海拔
        if (
            last is not None
            and (token.text in _MEASURES or spot)
            and last.end == token.start
            and len(last.text) > 1
            and last.tag in {"VERB", "NOUN"}
        ):
            joined[-1] = Token(last.start, token.end, last.text + token.text, "NOUN")
        else:
            joined.append(token)
    return joined


def _without_time(clause: Clause, figure: Mention, tokens: list[Token]) -> tuple[list[Token], tuple[int, int] | None]:
    """The tokens without those of a time that stands between the noun and its figure (海岸线截至12日下午4时达17公里), and where that time
    stands; the tokens as they are where a word of its own stands between time and figure, or no noun before the time."""
    last = max((t for t in clause.times if t.end <= figure.start), key=lambda t: t.end, default=None)
    if last is None or any(last.end <= f.start < figure.start for f in clause.figures if f is not figure):
        return tokens, None
    empty = load_cues().links | load_cues().fillers | _TIME_NOUNS
    between = [t for t in tokens if t.start >= last.end]
    before = [t for t in tokens if t.end <= last.start and t.text not in empty]
    if not all(t.text in empty or t.tag in {"ADV", "AUX"} for t in between) or not before or not _is_nominal(before[-1]):
        return tokens, None
    return [t for t in tokens if t.end <= last.start or t.start >= last.end], (last.start, last.end)


_BASE = re.compile(r"每[0-9一二两十百千]*[\u4e00-\u9fff]{0,2}?(?:升|克|吨|斤|秒|分钟?|小时|米)")


def _without_base(clause: Clause, tokens: list[Token]) -> list[Token]:
    """The tokens without those of what a figure is per: 吴某每百毫升血液含酒精 -> 吴某血液含酒精."""
    bases = [(clause.start + m.start(), clause.start + m.end()) for m in _BASE.finditer(clause.text)]
    return [t for t in tokens if not any(a < t.end and t.start < b for a, b in bases)]


def _is_span(figure: Mention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.dimension == "time"


def _cut(token: Token, at: int) -> Token:
    """The part of a token after a place inside it: segmenters join measure word and noun (辆车, 万艘)."""
    if token.start >= at:
        return token
    return Token(at, token.end, token.text[at - token.start :], "NOUN")


def _is_nominal(token: Token) -> bool:
    """Whether a token may stand in a noun phrase: by its tag, or as a longer word that ends in a listed noun (珍贵文物, which
    segmenters call an idiom)."""
    if token.tag == "X" and len(token.text) == 1:
        return False  # 船员穿上救生衣: a verb that the segmenter does not know
    return token.tag in _NOMINAL or (len(token.text) >= 3 and token.tag == "VERB" and noun_group(token.text) != "")


def _read_left(tokens: Sequence[Token]) -> tuple[list[Token], Token | None]:
    """The noun phrase that ends nearest before the figure, and the content verb before (or between it and) the figure."""
    links = load_cues().links
    fillers = load_cues().fillers | load_cues().first_day
    nouns: list[Token] = []
    verb: Token | None = None
    skipped = 0
    for position in range(len(tokens) - 1, -1, -1):
        token = tokens[position]
        if token.text in _TIME_NOUNS or token.tag == "PUNCT" or token.text in fillers:
            if nouns:
                break
            continue
        if not nouns and token.text in _CAUSES:
            break  # 地震已造成443人死亡: the noun before is the cause, not what is counted
        if not nouns and token.text in links:
            skipped += 1
            continue
        if nouns and verb is None and _HOLDS.fullmatch(token.text):
            verb = token
            break
        if _is_nominal(token) or (token.text == "的" and nouns):
            if verb is not None and not nouns and token.text in links:
                continue
            nouns.insert(0, token)
            continue
        if token.tag == "VERB":
            if token.text in links:
                if nouns:
                    break
                continue
            if not nouns and verb is None and _is_verbal_noun(tokens, position):
                nouns.insert(0, token)
                continue
            if nouns and verb is None and _is_attribute(tokens, position):
                continue
            if nouns or verb is None:
                verb = verb or token
                if nouns:
                    break
                continue
            break
        if nouns:
            break
        if token.tag in {"ADV", "AUX", "PART", "ADP", "CCONJ", "NUM", "PRON", "DET"}:
            skipped += 1
            if skipped > 6:
                break
            continue
        break
    while nouns and nouns[0].text == "的":
        nouns.pop(0)
    if verb is not None and nouns and nouns[-1].end <= verb.start and _is_governed(tokens, nouns[0]):
        nouns.clear()
    return nouns, verb


_ATTRIBUTE = re.compile(r"[涉受遇失参在滞违逃落留离到幸伤遭被][\u4e00-\u9fff]")
"""Verbs without an object that news puts before whom they are told of: 涉事人员, 受灾群众, 滞留旅客."""


def _is_attribute(tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb right before the noun only describes it, and another verb governs it: 带走涉事人员."""
    token, before = tokens[position], tokens[position - 1] if position else None
    return (
        before is not None
        and before.tag == "VERB"
        and len(before.text) > 1
        and before.end == token.start
        and before.text not in load_cues().links
        and _ATTRIBUTE.fullmatch(token.text) is not None
    )


_GOVERNORS = {"以", "在", "从", "向", "对", "按", "按照", "沿", "沿着", "距", "离", "于", "经", "朝", "往"}


def _is_governed(tokens: Sequence[Token], first: Token) -> bool:
    """Whether a noun phrase before the verb belongs to a preposition (以界线为基准后撤2公里): it is not what is measured."""
    at = next((i for i, t in enumerate(tokens) if t.start >= first.start), len(tokens))
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    return before.text in _GOVERNORS or (before.text in {"为", "作为"} and any(t.text == "以" for t in tokens[:at]))


def _is_verbal_noun(tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb right behind a noun only ends the object of the verb before (收受供货商回扣470万元)."""
    if len(tokens[position].text) < 2 or position < 2 or tokens[position - 1].tag not in {"NOUN", "PROPN"}:
        return False
    cues, words = load_cues(), load_event_words()
    if tokens[position].text in words.types or tokens[position].text in cues.up or tokens[position].text in cues.down:
        return False
    return any(t.tag == "VERB" and t.text not in cues.links and len(t.text) > 1 for t in tokens[: position - 1])


def _read_right(tokens: Sequence[Token]) -> tuple[list[Token], Token | None]:
    """The noun phrase that starts right after the figure, and the first content verb after it."""
    links = load_cues().links
    nouns: list[Token] = []
    verb: Token | None = None
    position = 0
    if tokens and tokens[0].text == "的":
        position = 1
    told_of = position + 2 < len(tokens) and tokens[position].tag == "VERB" and tokens[position + 1].text == "的"
    if told_of and tokens[position].text not in links and _is_nominal(tokens[position + 2]):
        position += 2  # 12名在押的阵线成员
    elif (
        position + 1 < len(tokens)
        and tokens[position].tag == "VERB"
        and tokens[position].text not in links
        and tokens[position + 1].tag in {"NOUN", "PROPN"}
    ):
        verb = tokens[position]  # 9800余名参演官兵, 3名遇难矿工
        position += 1
    while position < len(tokens):
        token = tokens[position]
        if token.text in _COPULA and len(nouns) <= 1 and position + 1 < len(tokens) and _is_nominal(tokens[position + 1]):
            nouns.clear()  # 其中25辆车是电动汽车: what they are is what is counted
            position += 1
            continue
        if token.text in _TIME_NOUNS or token.tag in _BREAK:
            break
        if _is_nominal(token) or (token.text == "的" and nouns and position + 1 < len(tokens) and _is_nominal(tokens[position + 1])):
            nouns.append(token)
            position += 1
            continue
        break
    nouns = _without_state(nouns)
    if verb is None:
        for token in tokens[position : position + 5]:
            if token.tag == "PUNCT":
                break
            if token.tag == "VERB" and token.text not in links:
                verb = token
                break
    return nouns, verb


_DEGREES = re.compile(r"不同(?!类|种|地)|程度|大部分|多数|绝大多数|大都|大半")
"""Words that open how far or how many of those counted the verb is said of (房屋不同程度受损)."""


def _without_state(nouns: list[Token]) -> list[Token]:
    """The tokens of a noun phrase without the state that ends the clause behind it."""
    degree = next((i for i, t in enumerate(nouns) if i and _DEGREES.match(t.text)), len(nouns))
    nouns, states = nouns[:degree], load_cues().counted_states
    first = next((i for i, t in enumerate(nouns) if i and t.text in states), len(nouns))
    return nouns[:first] if all(t.text in states for t in nouns[first:]) else nouns


def strip_generic(noun: str) -> str:
    """The noun without a tail that only says "number of": 死亡人数 -> 死亡, 员工总数 -> 员工."""
    tails = [tail for tail in load_cues().number_ends if noun.endswith(tail) and len(noun) > len(tail)]
    return noun[: -max(map(len, tails))] if tails else noun


def _head(noun: str, tokens: Sequence[Token]) -> str:
    if not tokens:
        return ""
    last = tokens[-1].text
    if last in load_cues().number_ends and len(tokens) > 1:
        return tokens[-2].text
    return strip_generic(last) or last or noun
