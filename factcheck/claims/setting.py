"""What the sentence has set down before it comes to a figure: the group that is divided, the place, the day, the round, another thing.

Chinese says such things once, at the head of the sentence, and every figure that follows is told of them (遇难者中，旅客8人、船员3人;
8日全县转移3200人，抢修道路14处; 预定12日在高雄演出，门票已售出九成). Two figures with the same noun and verb are two facts where the
settings differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.nouns import noun_group
from factcheck.claims.occasions import tells_of_another_occasion
from factcheck.mentions.types import Mention
from factcheck.model import Period, Quantity

__all__ = ["names_another", "read_day", "read_setting"]

_AMONG = re.compile(r"(?P<group>[\u4e00-\u9fff]{2,10}?)(?:之中|当中|里面|中|里|之间)(?=$|[，、：]|有|包括|共|约|至少|另有|仍|还)")
_GROUP_TAILS = re.compile(
    r"[者员客民工生童兵警犯众友属士师医户人]$|(?:人员|名单|样本|样品|个案|案例|病例|船只|批次|货物|产品|名单|记录|投诉|订单)$"
)
_NO_GROUP = re.compile(
    r"[其此这该]$|过程|期间|发生|工作|[报公通讲谈判裁决合协调声书信文][告话知书查明件报稿]$|[会谈赛店馆楼院校厂房屋场机船车]$|[会交判协]谈|磋商|协商|比赛|赛事|作品|影片"
)
"""What stands before 中 without being divided: a document, a talk, a place."""
_ANOTHER = re.compile(
    r"另一(?!方面|边|头|半)|姊妹[船舰艇店校篇]|同型(?=[\u4e00-\u9fff])|竞争对手|同业|同行(?!者|人|业)|[邻別别]的?[省市县国区村镇校](?!长)|邻近的?|相邻的?|毗邻"
    r"|(?:名称|名字|国名|校名|店名|品名|译名|店号|字号)[^，。]{0,6}(?:相[近似同仿]|类似|雷同|差一)|(?<![较比与跟同和自])(?:上|前|此前)一(?:笔|批|份|单|宗|桩|张|台|代|任|条|款|部|辆|艘|座|家)|同名(?!专辑|歌曲|小说|电影|曲)|只差[一两]个?字|一字之差|(?:再|另行?|又|还(?=[想要将拟]))[\u4e00-\u9fff]{1,4}?[一两几](?:个(?!月|小时|钟头|星期|礼拜|半|多|百分|[人点])|[座幅艘架栋幢台辆]|[间家所](?!子)|[块片条](?![^，]{0,2}[线]))|(?:上一?|前一|往)届(?!政府|任|董事|委员|议会|国会)"
)
_AS_WELL = re.compile(r"(?:亦|也|同样)(?:曾|刚|都|相继)?(?:发生|爆发|出现|遭遇|遭受)")
"""上周邻省某镇亦发生山火: what happened at another place, too."""
_STAGE = re.compile(
    r"(?P<court>[一二终再])审"
    r"|(?P<first>首|初|头|第一|第1)(?P<kind1>轮|场|届|期|阶段|季|局|节|波|回合|站|审|架|艘|列|次)"
    r"|(?:第(?P<number>[二两三四五六七八九十0-9]{1,3})|(?P<next>次))(?P<kind2>轮|场|届|期|阶段|季|局|节|波|回合|站|审|架|艘|列|次)"
    r"|(?P<half>[上下])半[场季年]"
    r"|(?P<heat>半决赛|准决赛|四强赛|八强赛|预赛|初赛|复赛|资格赛|小组赛|淘汰赛|选拔赛|决赛(?!圈))"
)
_ASKED = re.compile(r"要求|索赔|索要|索取|诉请|诉求|请求|开价|叫价|(?P<offer>愿意|愿(?!望|景)|提议|还价|出价)")
_VISITED = re.compile(r"[来在访抵赴驻](?P<place>[港澳台沪京穗渝])(?![币元股资式铁口区湾风北中南东警交])")
_ABBREVIATED = {"港": "香港", "澳": "澳门", "台": "台湾", "沪": "上海", "京": "北京", "穗": "广州", "渝": "重庆"}
_UNIT = re.compile(
    r"(?:^|[，、：])(?:昨[日天]|今[日天]|目前|其中)?(?P<unit>[\u4e00-\u9fffA-Z0-9]{1,6}?(?:[考赛校厂院矿库林牧]区|分[店院校行厂部会局站馆]|支行|分公司|车间|号楼|号馆|展馆|标段|航段|路段|工段|选区|教区|产线|组别))(?=[\u4e00-\u9fff]*[^\u4e00-\u9fff])"
)
_EXTENT_AFTER = re.compile(r"(?:多|余|左右)?(?:之?内|以来|来|间|共|合计|累计|总共|总计|票房|下来)")
_EXTENT_BEFORE = re.compile(r"(?:上映|连续|过去|近|最近|头|首|前|开业|开放|开展|历时|为期)$")
_FIRST_STRETCH = re.compile(r"(?P<of>首|单|当)(?P<unit>日|周末|周|月|年)")
_DAYS = {"日": 1, "周末": 3, "周": 7, "月": 30, "年": 365}


_NUMBERED = re.compile(r"(?P<number>[0-9一二三四五六七八九十]{1,3})号(?P<of>[\u4e00-\u9fff])(?!日)")
"""A thing of a row told by its number: 1号索道, 2号机组; with the first character of what it is."""
_SEAT = re.compile(
    r"(?:最[大早新老小]|另[一有外]|旗下|其[他它余中]|[原现]有|同类|总[部厂店]|分[厂校店院])[^，。；]{0,8}(?:[设建]于|[设建]在|位于|[坐座]落于?|地处)"
)
"""Words behind which stands where another of the kind is that the next clauses measure: 目前最大的厂房设于某地，月产能3.2万片."""
_SORTED = re.compile(
    r"(?P<grade>[特一二三四五六])(?=等(?:奖|舱|座|功|品))|(?P<letter>[A-Z甲乙丙丁戊])(?P<of>[型座区股栋组类级厅馆口])|(?P<term>[0-9]{1,2})(?=(?:年|个?月|天)期)"
)
"""One of several that are told apart by grade, letter or term: 二等奖, A型血, 5年期债券."""
_ORIGIN = re.compile(r"(?P<out>海外|境外|外籍|外地|外省|外国|国外)|本地|当地籍|本省籍?|本国|国内|境内")
"""Where those come from that are counted: 本地参展商, 海外票."""
_QUARTER = re.compile(r"(?:(?<![东西南北])(?P<way>[东西南北])(?:部(?!长)|区(?!别)|郊|城区|翼)|城(?P<town>[东西南北])(?![方大]))")
"""A quarter of the place that an article is about: 城东, 该县南部, 西郊."""

_PHASE = re.compile(
    r"(?P<number>[首一二三四前后]|第[一二三四])(?:期(?=工程|项目|建设|线路|主体|规划|投资)|阶段(?=工程|建设)|段(?=线路|工程|[0-9]))|(?P<lead>先[期行](?=开工|启动|建设|动工|通车)|先导段)"
)
"""A stage of building, one part of what is built: 一期工程, 先期开工的一段."""
_REVISED = re.compile(r"(?:比|较)[^，。；]{0,12}?(?:公布|宣布|披露|发布|通报)[^，。；]{0,10}(?:[高低多少增减升降长短]|上调|下调|扩大|缩)")
"""Words behind a figure by which it is another one than that told before: 比17日公布的略高."""


def read_setting(clauses: Sequence[Clause], clause: Clause, figure: Mention) -> tuple[str, ...]:
    """Marks of the setting of a figure: `among:乘客`, `place:高雄`, `stage:轮2`, `over:3` (days), `another`, `asked:demand`, `row:3`
    (scores in one row), `number:3索` (3号索道), `quarter:东`, `origin:out`, `seat:高雄`, `phase:一`, `revised`; () where nothing is set.
    What stands behind a semicolon is another sentence."""
    marks: dict[str, str] = {}
    places: list[str] = []
    for before, text in _stretches(clauses, clause, figure):
        for group in _groups(text):
            marks["among"] = f"among:{group}"
        elsewhere = before is not clause and _AS_WELL.search(text) and any(e.type in {"GPE", "LOC"} for e in before.entities)
        if _ANOTHER.search(text) or elsewhere:
            marks["another"] = "another"
        for stage in _stages(text):
            marks[f"stage:{stage[0]}"] = f"stage:{stage}"
        for days in _extents(before, text):
            marks["over"] = f"over:{days}"
        for unit in _UNIT.finditer(text):
            marks["unit"] = f"unit:{unit['unit']}"
        for numbered in _NUMBERED.finditer(text):
            marks["number"] = f"number:{numbered['number']}{numbered['of']}"
        for sort in _SORTED.finditer(text):
            marks["number"] = f"number:{sort['grade'] or sort['letter'] or sort['term']}{sort['of'] or ('等' if sort['grade'] else '期')}"
        for phase in _PHASE.finditer(text):
            marks["phase"] = f"phase:{phase['number'] or '首'}"
        for quarter in _QUARTER.finditer(text):
            marks["quarter"] = f"quarter:{quarter['way'] or quarter['town']}"
        places += [f"place:{_ABBREVIATED[m['place']]}" for m in _VISITED.finditer(text)]
        if before is not clause and (seat := _SEAT.search(text)):
            stands = [e.key for e in before.entities if e.type in {"GPE", "LOC"} and e.start >= before.start + seat.end()]
            marks |= {"seat": f"seat:{stands[-1]}"} if stands else {}
        if before is not clause:
            places += [f"place:{e.key}" for e in before.entities if e.type in {"GPE", "LOC"} and e.start >= before.content_start]
    if scores := _scores_beside(clauses, clause, figure):
        marks["row"] = f"row:{scores}"
    if tells_of_another_occasion("".join(text + "，" for _, text in _stretches(clauses, clause, figure))):
        marks["another"] = "another"
    if group := _shared_out(clauses, clause, figure):
        marks["among"] = f"among:{group}"
    if origin := _ORIGIN.search(clause.text, 0, figure.start - clause.start) or _ORIGIN.match(clause.text, figure.end - clause.start):
        marks["origin"] = f"origin:{'out' if origin['out'] else 'in'}"
    if _REVISED.search("".join(_words_behind(clauses, clause, figure))):
        marks["revised"] = "revised"
    for asked in _ASKED.finditer(clause.text, 0, figure.start - clause.start):
        marks["asked"] = "asked:offer" if asked["offer"] else "asked:demand"
    return (*(marks[k] for k in sorted(marks)), *dict.fromkeys(places))


def read_day(clauses: Sequence[Clause], clause: Clause, figure: Mention) -> Period | None:
    """The day or stretch of days last told before a figure in its sentence, that of an announcement (9日通报) left out; None if none is."""
    found: Period | None = None
    for before, text in _stretches(clauses, clause, figure):
        for mention in before.times:
            value = mention.value
            if not isinstance(value, Period) or value.start is None or value.end is None or mention.kind in {"set", "time", "timerange"}:
                continue
            rest = text[max(0, mention.end - before.start) :]
            if mention.start < before.start + len(text) and not word_pattern(load_cues().says).search(rest):
                found = value
    return found


def names_another(told: str) -> bool:
    """Whether a sentence up to some place (simplified characters) has come to another thing of the kind: 想再租一个，租期60年."""
    return _ANOTHER.search(told) is not None


def _stretches(clauses: Sequence[Clause], clause: Clause, figure: Mention) -> Iterator[tuple[Clause, str]]:
    """The clauses of the sentence up to a figure, each with its words (the figure's own only up to it); none from before a semicolon."""
    first = clause.index
    while first > 0 and clauses[first - 1].sentence.index == clause.sentence.index and not set(clauses[first].opening) & set("；;"):
        first -= 1
    for other in clauses[first : clause.index]:
        yield other, other.text
    yield clause, clause.text[: figure.start - clause.start]


def _words_behind(clauses: Sequence[Clause], clause: Clause, figure: Mention) -> Iterator[str]:
    """What follows a figure up to the next one: the rest of its clause, and the next clause where that has none of its measure."""
    yield clause.text[figure.end - clause.start :]
    if clause.index + 1 < len(clauses) and clauses[clause.index + 1].sentence.index == clause.sentence.index:
        yield "，" + clauses[clause.index + 1].text


_WITHIN = re.compile(r"(?:[队团车船机舱营厂校组][中上内里]|其中|当中|包括|另有|另)(?:有|共|的)*$")
_OF_PLACE = re.compile(r"^[\u4e00-\u9fff]{0,3}(?:籍|国|港|澳|台|陆|外|侨|裔)")


def _shared_out(clauses: Sequence[Clause], clause: Clause, figure: Mention) -> str:
    """The group of people told of before in the sentence that this figure and those beside it add up to: 队中3名台籍山友，2人脱困、1人失联.
    Only a group within another, by a word before it or by where its members are from; "" where there is none."""
    if not _is_headcount(figure):
        return ""
    beside = [(c, f) for c in clauses if c.sentence.index == clause.sentence.index for f in c.figures if _is_headcount(f)]
    for at, (other, whole) in enumerate(beside):
        rest = [f for _, f in beside[at + 1 :]]
        noun = re.match(r"[\u4e00-\u9fff]{2,8}", other.text[whole.end - other.start :])
        if noun is None or not any(f is figure for f in rest) or len(rest) < 2:
            continue
        inner = _WITHIN.search(other.text[: whole.start - other.start]) or _OF_PLACE.match(noun.group())
        if inner and _size(whole) == sum(map(_size, rest)) > 0:
            return noun.group()[-3:]
    return ""


def _scores_beside(clauses: Sequence[Clause], clause: Clause, figure: Mention) -> int:
    """How many scores of the sentence stand in one row with a score (6-4、3-6、7-5): those of sets, rounds or periods, none of them the
    result; 0 where it stands alone."""
    if not _is_score(figure):
        return 0
    beside = [f for c in clauses if c.sentence.index == clause.sentence.index for f in c.figures if _is_score(f)]
    at = next(i for i, f in enumerate(beside) if f.start == figure.start)
    first = last = at
    while first > 0 and beside[first].start - beside[first - 1].end <= IN_A_ROW:
        first -= 1
    while last + 1 < len(beside) and beside[last + 1].start - beside[last].end <= IN_A_ROW:
        last += 1
    return last - first + 1 if last > first else 0


IN_A_ROW = 2
"""Characters between two scores of one row: a comma, 和, or a space and a mark."""


def _is_score(figure: Mention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.dimension == "score"


def _is_headcount(figure: Mention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.unit == "person"


def _size(figure: Mention) -> Decimal:
    value = figure.value
    return value.low if isinstance(value, Quantity) and value.low is not None and value.low == value.high else Decimal(0)


def _groups(text: str) -> Iterator[str]:
    for match in _AMONG.finditer(text):
        group = match["group"]
        if word_pattern(load_cues().all_in).search(text, 0, match.end("group")):
            continue  # 在全部240名议员中: nobody is left out
        if word_pattern(load_cues().in_danger_in).search(group):
            continue
        if (_GROUP_TAILS.search(group) or noun_group(group)) and not _NO_GROUP.search(group):
            yield noun_group(group) or group.lstrip("名位个")[-3:]


def _stages(text: str) -> Iterator[str]:
    for match in _STAGE.finditer(text):
        if match["court"]:
            yield f"审{match['court']}"
        elif match["half"]:
            yield f"半{match['half']}"
        elif match["heat"]:
            yield f"赛{'半决赛' if match['heat'] == '准决赛' else match['heat']}"
        else:
            yield f"{match['kind1'] or match['kind2']}{'1' if match['first'] else match['number'] or '二'}"


def _extents(clause: Clause, text: str) -> Iterator[int]:
    """Lengths in days of the stretches that counts are taken over (3天内, 上映三天, 首日)."""
    for figure in clause.figures:
        value = figure.value
        if not isinstance(value, Quantity) or value.dimension != "time" or value.low is None or not value.factor:
            continue
        if figure.start - clause.start >= len(text):
            continue
        if _EXTENT_AFTER.match(clause.text, figure.end - clause.start) or _EXTENT_BEFORE.search(clause.text[: figure.start - clause.start]):
            yield round(value.low * value.factor / Decimal(86400))
    for match in _FIRST_STRETCH.finditer(text):
        yield _DAYS[match["unit"]]
