"""The words of order in a sentence: which steps it tells, and which of them it puts first.

A step is what one clause, or one side of 之前 or 之后 within a clause, tells. Chinese puts two steps in order by a noun of time behind
the one (签署后, 开庭前三天), by adverbs on the other (随后, 这才), by both (先…再…, 直到…才…), by what is not so yet (未等…就), by the
state one finds (到场时已…) and by verbs of comparison (早于). A step that has none of these is put in no order by standing before another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claims.clauses import Clause
from factcheck.claims.lexicon import load_event_words

__all__ = ["Telling", "Told", "read_sequence", "tells"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told as one thing done: shadow offsets within a clause. `lead`: words of the clause before the mark of order that belong
    to the step as well (its subject), as offsets; both ends equal where there are none."""

    clause: Clause
    start: int
    end: int
    lead: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Told:
    """The steps of a sentence and the pairs of their indexes told in order, (earlier, later)."""

    tellings: list[Telling] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    last: int | None = None

    def latest(self) -> Telling | None:
        """What the next sentence's 随后 would follow, None where that is not plain."""
        return self.tellings[self.last] if self.last is not None else None

    def closed(self) -> list[tuple[int, int]]:
        """All pairs in order that follow from those told, sorted; none where they run in a circle."""
        known = set(self.pairs)
        for _ in self.tellings:
            known |= {(a, d) for a, b in known for c, d in known if b == c}
        return [] if any(a == b for a, b in known) else sorted(known)


_NUMBER = r"[一二两三四五六七八九十百半几数多\d.]+"
_LENGTH = (
    rf"(?:(?:过了|隔了|不到|不足|大?约|近|将近|整整|足足|至少|超过|逾|差不多|仅仅?|才|短短|前后|拖了|等了)*{_NUMBER}个?多?半?"
    r"(?:小时|钟头|分钟|刻钟|秒钟?|天|日|晚|夜|周|星期|礼拜|月|年|季度?)(?:多|左右|许|半|有余)?)"
)
"""A length of time: 两个多小时, 约半年."""
_NEXT_DAY = r"(?:的?(?:第[二三四五]天|次日|翌日|隔[天日]|转天|第二日|隔天|同日稍晚|当晚|隔周|次周|翌周))"
_AFTER = re.compile(
    r"(?<![随其此今最然尔而])(?:之后|以后|过后|后)"
    r"(?!果|续|来|者|方|台|勤|卫|院|面|备|期|市|盘|代|人|辈|半|排|座|门|悔|遗|退|盾|端|轮|脑|背|宫|妃|裔|世|生|窗|视镜|盖|腿|颈|脚|厨|顾|话|劲|怕|起之秀|援|进)"
)
_FIXED = frozenset(
    [
        "日后",
        "事后",
        "午后",
        "先后",
        "前后",
        "落后",
        "背后",
        "幕后",
        "延后",
        "押后",
        "滞后",
        "善后",
        "往后",
        "向后",
        "身后",
        "脑后",
        "靠后",
        "战后",
        "饭后",
        "课后",
        "王后",
        "太后",
        "皇后",
        "拖后",
        "殿后",
        "断后",
        "绝后",
        "目前",
        "日前",
        "提前",
        "先前",
        "眼前",
        "空前",
        "支前",
        "面前",
        "跟前",
        "窗前",
        "门前",
        "生前",
        "午前",
        "年前",
        "月前",
        "从前",
        "史前",
        "超前",
        "往前",
        "向前",
        "朝前",
        "当前",
        "早前",
        "靠前",
        "车前",
        "台前",
        "胸前",
    ]
)
"""Words that end in 前 or 后 and put no step before or after another."""
_SAME_AFTER = re.compile(rf"(?:的(?=次日|翌日))?{_NEXT_DAY}")
_BEFORE = re.compile(
    r"(?<![目此])(?:之前|以前|(?<![以之])前(?!夕))"
    r"(?!往|来|线|方|锋|台|后|者|任|景|途|提|述|身|去|进|总|主席|首相|国脚|队友|妻|夫|男友|女友|科|例|所未|不久|三|五|十|名|排|座|端|卫|院|列腺|额|胸|臂|轮|保险|辈|人|世|沿|瞻|哨|仆)"
)
_PREP = re.compile(
    r"(?:早在|远在|就在|还在|是在|抢在|赶在|直到|等到|紧接在|紧随|发生[在于]|出现在|开始于|始于|在|于|自从|自|从|当|继|待|等|距离?|是)"
)
_LEADING = re.compile(
    r"(?:但是?|而且?|不过|并且?|且|同时|据悉|其实|原来|只是|所以|因此|于是|也就是说|结果|可|然而|当时|那天|那晚|是|，|、|\s)*"
)
_ADVERBS = re.compile(
    r"(?:才(?!能|华|干)|方才|方(?=[开始可])|这才|立即|立刻|当即|马上|随即|随后|即|就|便|便即|继而|接着|再(?!次|度)|已经?|早已|早就|曾|还|都|均|也|先行?|是|"
    r"仅仅?|的|了|，|迅速|火速|第一时间|主动|开始|着手|动手|双方|各方|有关方面|方面|一直)*"
)
_FIRST = re.compile(
    r"(?:首先|最先|率先|起先|先行|先是|起初|第一时间|头几天|最早|(?<![领优率最首起原争祖事预早此])先)"
    r"(?!生|后|进|前|锋|导|知|驱|行者|天|例|河|烈|贤|祖|父|母|兆|机|声|人|发|手|期|于|达到)"
)
_FIRST_THEN = re.compile(
    r"(?:首先|最先|率先|起先|先行|先是|(?<![领优率最首起原争祖事预早此])先)(?!生|后|进|前|锋|导|知|驱|天|例|河|烈|贤|祖|父|母|兆|机|声|人|发|手|期|于)"
    r"(?P<a>[^，。]{2,20}?)[、；]?(?:然后|随后|其后|之后|接着|最后|再(?!次|度)|才|(?<![随其之最])后(?!果|续|来|者|方|台|勤|卫|院|面|备|期|市|代|人|座|门))"
    r"(?P<b>[^，。；]{2,}?)(?=的?(?:程序|顺序|次序|步骤|流程|原则|办法|方式)|[，。；]|$)"
)
_LATER = re.compile(
    rf"(?:紧接着|紧跟着|随后|其后|此后|嗣后|然后|而后|尔后|继而|接着|随即|旋即|后来|之后|{_LENGTH}(?:之后|以后|过后|后)|事隔{_LENGTH}|"
    rf"(?:过了|隔了|又过了|再过){_LENGTH}|次日|翌日|隔[天日]|转天|第二天)"
)
"""Words that put their clause after the one before it."""
_JUST = re.compile(r"(?:这才|方才|最后才|才)(?!能|华|干|艺|女|子|俊|智|\d|[一二三四五六七八九十百两几半]|不|是|会|可|对|好|行|刚)")
_LAST = re.compile(
    r"(?:最后|最终|末了|再(?!次|度|三|也|生|现|者|说|婚|无)|(?<![随其之最然以今此])后(?=[\u4e00-\u9fff])(?!果|续|来|者|方|台|勤|面|期|代|人|天|门|备))"
)
"""Words that put their clause last where another is told as first."""
_DONE = re.compile(r"了|完|后|已|都|先|等|直到|到了|毕|好|过")
"""What a clause must hold for 才 in the next one to mean "only then"."""
_CONDITION = re.compile(r"只有|除非|必须|如果|若|因为|由于|正因|为了|只要|凡|要想|需要?")
_UNTIL = re.compile(
    r"(?:一?直到|直至|等到|待到|拖到|拖至|(?<![招接对期看优有])待(?!遇|命|定|业|产|查)|(?<![平相同高中初上下低])等(?!级|待|候|于|同|人|因|多|，))"
)
_PERFORMED = ("宣布", "报告", "通报", "公布", "通知", "发布", "上报", "公告", "汇报", "声明", "承认")
"""Verbs of saying by which something is done."""
_SAYING = frozenset(
    [
        "说",
        "称",
        "表示",
        "指",
        "指出",
        "透露",
        "介绍",
        "回应",
        "澄清",
        "强调",
        "坦言",
        "解释",
        "补充",
        "忆述",
        "回忆",
        "声称",
        "讲",
        "认为",
        "抱怨",
        "讲述",
        "披露",
        "直言",
        "反映",
        "告诉",
    ]
)
_TIMED = re.compile(r"[之以]?[前后](?!来|者|往)|才|先|随即|继而")
_NOT_YET = re.compile(r"(?:未等|没等|不等|不待|还没等|还没有?|尚未|还未|仍未|仍没有?|都还没有?|未及|来不及)")
_WHEN = re.compile(r"(?:之时|的?时候|(?<![小及当届同临准暂随平按历即有此])时|之际|当口|当儿)$")
_FOUND = re.compile(
    r"(?P<a>[^，。]{2,16}?)(?P<when>之时|的?时候|(?<![小及当届同临准暂随平按历即有此])时|之际)[^，。]{0,10}?"
    r"(?P<state>早已|早就|已经|就已|已|尚未|还未|仍未|还没有?|仍没有?)(?P<b>[^，。]{2,})"
)
"""A时B已…, A时B尚未… within one clause."""
_ALREADY = re.compile(r"早已|早就|已经?|就已|先已|便已")
_SOON = re.compile(r"就|便|即|已")
_REFUSED = re.compile(r"并非|不是|绝非|而非|是否|究竟|到底|吗|[?？]|谁先|孰先|无论|不管|不论|如果|一旦|若|每次|每当|通常|一般|往往|先后")
"""Words that make the clause no report of an order: denied, asked, supposed, or told of what always is so."""
_BESIDE = re.compile(r"(?<![故善丧闹肇从])事(?P<side>[先前后])(?!任|例|锋)")
_COMPARED = re.compile(r"(?P<c>早于|先于|早过|晚于|迟于|后于|迟过)")
_THAN = re.compile(rf"比(?P<a>[^，]{{2,18}}?)(?P<c>早|晚|迟|先|提前|提早|推迟)了?{_LENGTH}?")
_ORDERED = re.compile(r"(?:发生|出现)?在(?P<c>先|前|后)$")
_EVENT_NOUN = re.compile(
    r"(?:会|赛|礼|仪式|战|案|事故|事件|地震|台风|大火|火灾|灾|风波|手术|选举|大选|投票|谈判|考试|行动|演习|调查|检查|试验|意外|通知|公告|裁决|判决|"
    r"交易|协议|比赛|决赛|庭审|首映|签约|停电|停工|罢工|辞职|裁员|抽检|验收|融资|并购|交割|体检|尸检|解封|封锁|警报|预警)$"
)
"""Ends of nouns that name something that happens: 股东大会前, 停电后."""


def read_sequence(text: str, clauses: Sequence[Clause], before: Telling | None) -> Told:
    """The steps and their order in the clauses of one sentence. `text`: the shadow text; `before`: the last step of the sentence before,
    which 随后 at the head of this one follows."""
    reader = _Reader(text)
    for clause in clauses:
        reader.read(clause, before)
    return reader.told


class _Reader:
    """Reads the clauses of a sentence one by one. `last`: index of the step that 随后 would follow; `waiting`: what the clause before
    left open about the next step, with its own step: "first", "after", "before", "until", "not yet", "when"."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.told = Told()
        self.waiting: tuple[str, int] | None = None
        self.subject = (0, 0)
        self.first = False

    def read(self, clause: Clause, before: Telling | None) -> None:
        start = _LEADING.match(self.text, self._opening(clause), clause.end).end()  # type: ignore[union-attr]
        if clause.end - start < 2 or _REFUSED.search(self.text, start, clause.end):
            if clause.end - start >= 2:
                self.told.last, self.waiting = None, None
            return
        for parse in (self._ordered, self._first_then, self._compared, self._not_yet, self._until, self._around):
            if parse(clause, start):
                return
        self._plain(clause, start, before)

    def _opening(self, clause: Clause) -> int:
        """Where the content of a clause begins: behind who says it, but with a verb such as 宣布 where announcing is what was done."""
        said = clause.text[: max(0, clause.content_start - clause.start)]
        if not said:
            return self._behind_speaker(clause)
        if said.startswith(("据", "根据", "援引")):
            return clause.content_start
        performed = said.endswith(_PERFORMED) and (clause.content_start < clause.end or self.waiting is not None)
        return clause.start if performed or _TIMED.search(said) else clause.content_start

    def _behind_speaker(self, clause: Clause) -> int:
        """Behind 村医说 at the head of a clause, where no speaker was made out; else the clause's start."""
        verb = next((t for t in clause.tokens if t.tag == "VERB"), None)
        if verb is None or verb.text not in _SAYING or not 2 <= verb.start - clause.start <= 12:
            return clause.start
        if clause.end - verb.end < 2 and self.waiting is None:
            return clause.end
        return clause.start if _TIMED.search(self.text, clause.start, verb.start) else verb.end

    # -------------------------------------------------------------- steps

    def _add(self, clause: Clause, start: int, end: int, lead: tuple[int, int] = (0, 0), *, sure: bool = False) -> int | None:
        """The index of a new step without the adverbs at its head; None where it tells nothing done. `sure`: an adverb of order stands
        before it, so that it is a predicate whatever its words are taken for."""
        start = _ADVERBS.match(self.text, start, end).end()  # type: ignore[union-attr]
        step = Telling(clause, start, end, lead)
        if end - start < (1 if sure else 2) or not (sure or tells(step, self.text)):
            return None
        self.told.tellings.append(step)
        return len(self.told.tellings) - 1

    def _order(self, first: int | None, then: int | None) -> None:
        if first is not None and then is not None and first != then:
            self.told.pairs.append((first, then))

    def _main(self, clause: Clause, index: int | None) -> None:
        """Takes a step as what its clause tells: settles what the clause before left open about it."""
        if index is None:
            return
        words = clause.text
        if self.waiting is not None:
            kind, other = self.waiting
            if kind == "after" or (kind == "until" and (_JUST.search(words) or "再" in words or "始" in words or "方" in words)):
                self._order(other, index)
            elif kind == "before" or (kind == "not yet" and _SOON.search(words)) or (kind == "when" and _ALREADY.search(words)):
                self._order(index, other)
        self.waiting = None
        self.told.last = index

    # -------------------------------------------------------------- forms

    def _ordered(self, clause: Clause, start: int) -> bool:
        """A在先，B在后."""
        mark = _ORDERED.search(self.text, start, clause.end)
        if mark is None or mark.start() - start < 2:
            return False
        index = self._add(clause, start, mark.start())
        if mark["c"] == "后" and self.first:
            self._order(self.told.last, index)
        self.first = mark["c"] != "后"
        self.told.last, self.waiting = index, None
        return index is not None

    def _first_then(self, clause: Clause, start: int) -> bool:
        """先A后B within one clause."""
        mark = _FIRST_THEN.search(self.text, start, clause.end)
        if mark is None:
            return False
        lead = (start, mark.start())
        a, b = self._add(clause, mark.start("a"), mark.end("a"), lead), self._add(clause, mark.start("b"), mark.end("b"), lead)
        if a is None or b is None:
            return False
        self._order(a, b)
        self._main(clause, a)
        self.told.last, self.first = b, True
        return True

    def _compared(self, clause: Clause, start: int) -> bool:
        """B早于A, B比A早两天."""
        mark = _COMPARED.search(self.text, start, clause.end)
        if mark is not None:
            own, other, rest = (start, mark.start()), (mark.end(), clause.end), (0, 0)
        else:
            mark = _THAN.search(self.text, start, clause.end)
            if mark is None:
                return False
            own, other, rest = (start, mark.start()), (mark.start("a"), mark.end("a")), (mark.end(), clause.end)
        length = re.search(_LENGTH, self.text[other[0] : other[1]])
        dated = any(m.start < other[1] and other[0] < m.end and not m.kind.startswith("duration") for m in clause.times)
        if length is not None and rest == (0, 0) and not dated:  # 先于大部队10分钟出发: both do what stands at the end
            rest, other = (other[0] + length.end(), other[1]), (other[0], other[0] + length.start())
        if rest[1] - rest[0] >= 2:
            b, a = self._add(clause, *rest, lead=own), self._add(clause, *rest, lead=other)
        else:
            b = self._add(clause, *own) if own[1] - own[0] >= 2 else self.told.last
            a = self._add(clause, *other)
        self._order(*((b, a) if mark["c"] in {"早于", "先于", "早过", "早", "先", "提前", "提早"} else (a, b)))
        if b is not None:
            self._main(clause, b)
        return a is not None and b is not None

    def _until(self, clause: Clause, start: int) -> bool:
        """直到A才B; 待A，B方…"""
        mark = _UNTIL.search(self.text, start, clause.end)
        if mark is None:
            return False
        just = _JUST.search(self.text, mark.end(), clause.end)
        lead = (start, mark.start())
        until = re.search(r"再(?!次|度)|才", self.text[mark.end() : clause.end])
        if until is not None and any(m.start <= mark.end() and mark.end() + until.start() <= m.end for m in clause.times):
            b = self._add(clause, mark.end() + until.end(), clause.end, lead)  # 待11月初再投票
            if self.first:
                self._order(self.told.last, b)
            self._main(clause, b)
            return b is not None
        if just is not None:
            a, b = self._add(clause, mark.end(), just.start()), self._add(clause, just.end(), clause.end, lead)
            self._order(a, b)
            self.told.last = b if b is not None else self.told.last
            return a is not None
        if mark.start() - start > 8:
            return False
        behind = re.search(r"(?:之后|以后|后|时|为止)$", self.text[mark.end() : clause.end])
        a = self._add(clause, mark.end(), mark.end() + behind.start() if behind else clause.end)
        if a is None:
            return False
        if self.first:
            self._order(self.told.last, a)
        self._finish_after(a, lead)
        self.waiting = ("until", a)
        return True

    def _finish_after(self, index: int, lead: tuple[int, int]) -> None:
        """A step told as the time of the next: its clause follows nothing, and its subject may be the next one's."""
        self.told.last, self.subject = index, lead

    def _not_yet(self, clause: Clause, start: int) -> bool:
        """未等A，B就…; 列车尚未出站，B就已…"""
        mark = _NOT_YET.search(self.text, start, clause.end)
        if mark is None:
            return False
        if self.waiting is not None and self.waiting[0] == "when":  # 公布时，她还没有住院
            other, self.waiting = self.waiting[1], None
            self._order(other, self._add(clause, mark.end(), clause.end, (start, mark.start())))
            return True
        a = self._add(clause, mark.end(), clause.end, (start, mark.start()))
        self.waiting = ("not yet", a) if a is not None else None
        self.told.last = None
        return True

    def _around(self, clause: Clause, start: int) -> bool:
        """A之后B, 在A之前B, A的第二天B, B发生在A之前, A时B已…"""
        for pattern, later in ((_AFTER, True), (_SAME_AFTER, True), (_BEFORE, False)):
            for mark in pattern.finditer(self.text, start, clause.end):
                if any(t.start < mark.start() < t.end and (t.text in _FIXED or not t.text.endswith(("后", "前"))) for t in clause.tokens):
                    continue  # inside a word
                if self.text.startswith("的", mark.end()) or self.text[mark.end() : mark.end() + 1] in "、与和":
                    continue  # 改组后的名单: a thing, no step
                if self._split(clause, start, mark.start(), mark.end(), later=later):
                    return True
        found = _FOUND.match(self.text, start, clause.end)
        if found is not None and not any(t.start < found.end("a") < t.end for t in clause.tokens):
            a = self._add(clause, _skip_prep(self.text, start, found.end("a")), found.end("a"))
            b = self._add(clause, found.start("b"), clause.end, (found.end("when"), found.start("state")))
            if a is not None and b is not None:
                self._order(*((a, b) if _NOT_YET.match(found["state"]) else (b, a)))
                self._main(clause, b)
                return True
        when = _WHEN.search(self.text, start, clause.end)
        if when is not None and (a := self._add(clause, _skip_prep(self.text, start, when.start()), when.start())) is not None:
            self.told.last, self.waiting = a, ("when", a)
            return True
        return False

    def _split(self, clause: Clause, start: int, left: int, right: int, *, later: bool) -> bool:
        """One step before the mark at [left, right), the other behind it, or before its preposition, or in the next clause."""
        a_end = left
        if (length := re.search(f"{_LENGTH}$", self.text[start:left])) is not None:
            a_end = start + length.start()
        if a_end - start < 2:
            return False
        a_start, lead = start, (start, start)
        for prep in _PREP.finditer(self.text, start, a_end):
            inner = Telling(clause, prep.end(), a_end)
            if tells(inner, self.text) or (later and 2 <= a_end - prep.end() <= 8 and a_end == left):
                a_start, lead = prep.end(), (start, prep.start())
                break
        behind = re.match(f"(?:{_LENGTH}|{_NEXT_DAY}|不久)?", self.text[right : clause.end])
        b_start = right + (behind.end() if behind else 0)
        a = self._add(clause, a_start, a_end)
        if a is None:
            return False
        b = self._add(clause, b_start, clause.end, lead) if clause.end - b_start >= 2 else None
        if b is None and lead[1] - lead[0] >= 2:
            b = self._add(clause, *lead)
        if b is not None:
            self._order(*((a, b) if later else (b, a)))
            if self.waiting is None and later and _LATER.match(self.text, start, clause.end):
                self._order(self.told.last, a)
            self._main(clause, b)
        else:
            self._finish_after(a, lead)
            self.waiting = ("after" if later else "before", a)
        return True

    def _plain(self, clause: Clause, start: int, before: Telling | None) -> None:
        """A clause with adverbs of order, or none."""
        previous = self.told.last
        if self._beside_affair(clause, start):
            return
        first = _FIRST.search(self.text, start, clause.end)
        later = _LATER.search(self.text, start, min(clause.end, start + 14))
        just = _JUST.search(self.text, start, clause.end)
        last = _LAST.search(self.text, start, clause.end) if self.first else None
        mark = next((m for m in (first, later, just, last) if m is not None), None)
        lead = (start, mark.start()) if mark is not None else (0, 0)
        if lead == (0, 0) and self.subject[1] > self.subject[0]:
            lead = self.subject
        index = self._add(clause, mark.end() if mark is not None else start, clause.end, lead, sure=mark is not None)
        if index is None and mark is not None:
            index = self._add(clause, *lead)  # 主墓室是先开的
        self.subject = (0, 0)
        if index is None:
            return
        if first is None:
            if later is not None and just is None:
                if previous is None and before is not None and later.start() == start and not self.told.pairs:
                    self.told.tellings.append(before)
                    previous = len(self.told.tellings) - 1
                self._order(previous, index)
            elif last is not None:
                self._order(previous, index)
            elif just is not None:
                for earlier in range(index):
                    if (earlier == previous and later is not None) or self._is_done(earlier):
                        self._order(earlier, index)  # only then: after all that the sentence told as done
        self.first = first is not None or (self.first and (later is not None or last is not None or just is not None))
        self._main(clause, index)

    def _beside_affair(self, clause: Clause, start: int) -> bool:
        """事先A, 事后才A: a step put before or after what the article is about."""
        mark = _BESIDE.search(self.text, start, clause.end)
        if mark is None:
            return False
        index = self._add(clause, mark.end(), clause.end, (start, mark.start()), sure=True)
        if index is None:
            return False
        self.told.tellings.append(Telling(clause, mark.start(), mark.end()))
        affair = len(self.told.tellings) - 1
        self._order(*((affair, index) if mark["side"] == "后" else (index, affair)))
        self._main(clause, index)
        return True

    def _is_done(self, index: int) -> bool:
        words = self.told.tellings[index].clause.text
        return bool(_DONE.search(words)) and not _CONDITION.search(words)


def _skip_prep(text: str, start: int, end: int) -> int:
    mark = _PREP.match(text, start, end)
    return mark.end() if mark else start


def tells(step: Telling, text: str) -> bool:
    """Whether words tell of something done: a verb, an event word, or a noun for something that happens."""
    if step.end - step.start < 1:
        return False
    words = text[step.start : step.end]
    if any(t.tag == "VERB" for t in step.clause.tokens_between(step.start, step.end)):
        return True
    return bool(load_event_words().pattern.search(words) or _EVENT_NOUN.search(words.rstrip("的了")))
