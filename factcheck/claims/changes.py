"""Whether a figure is an amount of change, where a change starts or ends, and what it is compared with."""

from __future__ import annotations

import re

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.mentions.types import Mention
from factcheck.model import Quantity

__all__ = ["ends_in_change", "read_base", "read_change", "read_role"]

_CHANGE_SHAPE = re.compile(
    r"(?:同比|环比|按年|按季|较[^，。]{1,12}?|比[^，。]{1,12}?)?(?:增长|增加|上升|上涨|提高|下降|减少|下跌|下滑|回落|降低|年增|年减|季增|季减|月增|月减|涨|跌|升|降|增|减|增幅|降幅|涨幅|跌幅|升幅|减幅|增速|劲增|大增|大减|锐减|骤降|成长|衰退|萎缩|攀升|缩水|(?<![\u4e00-\u9fff])掉|(?<=[降跌减少])掉)(?:了|约|近|逾|超|达|为|幅度|率|将|至少|超过|将近|大约|不到|不足|最多|只有|仅|高达|多达)*$"
)
_RATE_SHAPE = re.compile(
    r"(?:[上下]调|调[高低升降增减涨]|[跳飙急陡劲猛锐骤微略小大反回缓]升|[急锐骤大微略小暴狂]跌|[锐陡倍剧激]增|[锐剧骤]减|扩大|缩小|扩张|收缩|缩减|削减|压减|提升|回升|反弹"
    r"|滑落|走[高低强弱]|贬值?|升值|[加增减降调涨]薪|[加减提降涨]价|[加调]幅|加重|减轻|增多|变[多少高低大小]|放缓|加快|提速|抬[高升]|拉[低高]|[推调]高|压低|放大|加|多|少|高|低)(?:了|约|近|逾|超|达|为|至少|超过|将近|大约|不到|不足|最多|只有|仅)*$"
)
"""Further words that make a rate one of change: 工资调高24%, 四年加28%, 较去年少约一成. Of amounts they may be levels (楼高28米)."""
_TO = re.compile(r"(?<![幅率速])(?<![幅率速][高多])(?:至|到|为|成|达)$")
_BREAKS = re.compile(r"[跌升涨冲突失击]破了?$")
_COMPARED = re.compile(r"(?:较|比(?![赛例重分])|相比|相较|对比)[^，。、；]{0,14}$")
_MOVES = re.compile(r".{0,4}?(?:增|减|升|降|涨|跌|多|少|高|低|上|下|扩|缩|回|快|慢|提|翻|成长|有所)")
_REACHES = re.compile(
    r"(?:升|降|增|减|涨|跌|调|提|扩|缩|回落|攀|下滑|剩)[^，。；、]{0,2}(?:至|到|为|成|下)(?:约|近|逾|仅|只)?$|只?剩(?:下)?$"
)
_FROM = re.compile(
    r"(?:(?:由|从|自)(?:[^，。；、]{1,8}(?:公布|通报|发布|宣布|披露|估计|统计|预测)的)?(?:现行|现有|现时|目前|当前|如今|原有|原来|原先|原本|此前|先前|早前|过去|最初|起初)?|原来|原先|原本|现行)(?:的|约|大约)*$"
)


def read_change(text: str, clause: Clause, figure: Mention, quantity: Quantity) -> int:
    """+1 or -1 when the figure is an amount of change (增长12.3%, 减少3.2%, 较…多5万), 0 when it is a level (增至15%)."""
    before = text[max(clause.start, figure.start - 16) : figure.core_start]
    if _BREAKS.search(before):
        return 0  # 跌破3300点: the level that it fell below
    if quantity.dimension == "time":
        return 0
    if _TO.search(before):
        return 0
    stretch = text[max(clause.start, figure.start - 16) : figure.start]
    match = _CHANGE_SHAPE.search(stretch) or (_RATE_SHAPE.search(stretch) if quantity.dimension in {"share", "points"} else None)
    if match is None:
        return 0
    word = match.group()
    downs = word_pattern(load_cues().down).findall(word)
    return -1 if downs else 1


def read_role(before: str, after: str) -> str:
    """Whether a level is said to be where a change starts or what is compared with (由25%, 较上年度的22.6亿元跌): "from"; or where a
    change ends (降至10%): "to"; "" otherwise."""
    if _FROM.search(before) or (_COMPARED.search(before) and _MOVES.match(after)):
        return "from"
    return "to" if _REACHES.search(before) else ""


def ends_in_change(words: str) -> bool:
    """Whether words end in one for more or less: 裁减, 同比增长."""
    return _CHANGE_SHAPE.search(words) is not None


def read_base(text: str) -> str:
    """What a change is measured from by the words around it: "previous" (环比), "year" (同比), "" where nothing says."""
    cues = load_cues()
    if word_pattern(cues.base_previous).search(text):
        return "previous"
    if word_pattern(frozenset(w for w in cues.base_year if len(w) > 1)).search(text):
        return "year"
    return ""
