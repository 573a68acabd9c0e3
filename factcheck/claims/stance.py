"""Who says a clause, and how firmly.

Attribution runs to the end of the sentence or to the next verb of saying; inside quotation marks it runs on until they close.
Forecasts and plans hold for the rest of the sentence until a word of completion (已, 了) stands in a clause; a supposition
holds for its sentence. The word lists are in `data/cues.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.language.document import Token
from factcheck.model import Period, Stance

__all__ = ["is_negated", "mark_stances", "negation_before"]

_DONE = re.compile(r"已|了(?!解)|曾|刚刚|(?<![0-9])日前|昨|前天|今晨|上周|上月|去年|前年")
_ANSWERED = re.compile(r"(?:针对|对于|至于|就|关于|面对|对)(?=[\u4e00-\u9fff])")
"""至于外界质疑…, 经查复…: the doubt is what the rest of the sentence answers; it does not colour it."""
_SPEAKER_TYPES = {"PER", "ORG", "GPE", "LOC"}


def mark_stances(clauses: Sequence[Clause], published: datetime | None = None) -> None:
    """Sets speaker, stance and content_start of every clause. What is dated before publication is no plan or forecast."""
    cues = load_cues()
    speaker, stance, sticky, confirmed = "", Stance.ASSERTS, False, False
    current = avowed = -1
    for position, clause in enumerate(clauses):
        if clause.sentence.index != current:
            avowed = -1
            current = clause.sentence.index
            if not (clause.quoted and "“" not in clause.opening):
                speaker = ""
            stance, sticky, confirmed = Stance.ASSERTS, False, False
        verb = _speech_verb(clause)
        if verb is not None:
            said_by = _speaker_before(clause, verb)
            if said_by or verb.text not in {"指", "讲", "说", "消息", "数据", "声明", "报告", "分析", "通报", "公布"}:
                speaker = said_by or speaker
                clause.content_start = verb.end
                clause.speaker = speaker
                confirmed = verb.text in cues.confirms
                if verb.text in cues.denies:
                    clause.stance = Stance.DENIES
                    clause.denied_until = verb.end
                    # 片惹官司　片方否认和解; 召开记者会，否认故障: the second thing only
                    own = (clause.sentence.headline or verb.start == clause.start) and any(
                        t.start >= verb.end and t.tag in {"NOUN", "VERB"} for t in clause.tokens
                    )
                    own = own or _PASSIVE.search(clause.text, 0, verb.start - clause.start) is not None
                    if not own and not _deny_before(clauses, position, verb.end):
                        clause.denies = _told_before(clauses, position)
                opines = verb.text in cues.opines and _FACTIVE.match(clause.text, verb.end - clause.start) is None
                stance = Stance.OPINES if opines else Stance.ASSERTS
                sticky = stance is Stance.OPINES
        elif clause.sentence.headline and clause.index == 0 and _next_opens_with_colon(clauses, position):
            speaker = clause.text
        clause.speaker, clause.confirmed = speaker, confirmed
        found, lasting = _modality(clause)
        past = _is_past(clause, published)
        if sticky and stance is Stance.SUPPOSES and found in {Stance.PLANS, Stance.FORECASTS}:
            found, lasting = None, False  # 如果…，将…: what would follow is supposed too
        if found is Stance.PLANS and (past or _DONE.search(clause.text)):
            found = None
        if found is not None:
            stance, sticky = (found, True) if lasting else (stance, sticky)
        elif sticky and _is_over(clause, stance, past=past, speaks=verb is not None):
            stance, sticky = Stance.ASSERTS, False
        if clause.stance is not Stance.DENIES:
            clause.stance = found or stance
        if _UNTRUE.search(clause.text):
            _deny_told(clauses, position)
        if stance is Stance.OPINES and _ANSWERED.match(clause.text):
            stance, sticky = Stance.ASSERTS, False
        avowed = _avowed_from(clause, verb, avowed)
        clause.avowed_from = avowed


def _is_over(clause: Clause, stance: Stance, *, past: bool, speaks: bool) -> bool:
    """Whether a clause tells what has been done, whatever was planned or thought before it; what is supposed is so to the end of its
    sentence. `speaks`: whether the clause has a verb of saying."""
    if stance is Stance.OPINES:
        return not speaks and not clause.quoted and _WENT_ON.match(clause.text) is not None
    return stance in {Stance.FORECASTS, Stance.PLANS} and (past or _DONE.search(clause.text) is not None)


def _avowed_from(clause: Clause, verb: Token | None, avowed: int) -> int:
    """Where the word stands that admits, confirms or denies what the clause tells; -1 where none does. 否认，称…: it holds on until
    somebody else speaks."""
    cues = load_cues()
    if verb is None or verb.start == clause.start:
        return avowed
    return verb.start if verb.text in cues.confirms or verb.text in cues.denies else -1


def _is_past(clause: Clause, published: datetime | None) -> bool:
    """Whether the clause is dated to a day before publication."""
    if published is None:
        return False
    ends = [m.value.end for m in clause.times if isinstance(m.value, Period) and m.value.start is not None and m.value.end is not None]
    return bool(ends) and all(end.date() < published.date() for end in ends)


def _speech_verb(clause: Clause) -> Token | None:
    """The last verb of saying, opinion or denial of the clause that has something before it or opens what follows."""
    cues = load_cues()
    best: Token | None = None
    for position, token in enumerate(clause.tokens):
        text = token.text
        if text not in cues.says and text not in cues.opines and text not in cues.denies:
            continue
        if token.tag == "NOUN" and text not in {"消息", "数据", "报告", "报道", "通报", "统计", "声明", "分析"}:
            following = clause.tokens[position + 1 : position + 2]
            if following and following[0].tag in {"NOUN", "PART"}:
                continue
        if text in cues.sayings and not clause.text.startswith(tuple(cues.according)):
            following = clause.tokens[position + 1 : position + 2]
            if following:  # 公布了报告 ...: a thing published, not an attribution, unless the clause ends here or began with 据
                continue
        if any(f.start <= token.start < f.end for f in (*clause.figures, *clause.times)):
            continue
        if best is not None and best.text in cues.denies and (token.tag == "NOUN" or text in cues.sayings):
            continue  # 否认接获报告, 否认延迟通报: what was not received or done
        if text == "宣布" and _DONE_BY.match(clause.text, 0, token.start - clause.start):
            continue
        if token.start > clause.start or (text in cues.denies and not clause.text.endswith(text)):
            best = token  # 召开记者会，否认系统故障: a denial may open its clause
    return best


_DONE_BY = re.compile(r"[^，。]{0,12}?(?<![理事缘])由(?!于|此|衷)[^，。]{2,24}$")
"""Before a verb that 由 makes a deed: 博览会由市长宣布开幕 tells who opened it, not what he said."""


_ADDRESSED = re.compile(r"(?:答复|回复|告诉|告知|回答|对|向|致函|接受|面对|通知|照会)$")
"""Before the name of whom something is said to: 集团答复寰讯社说."""


def _speaker_before(clause: Clause, verb: Token) -> str:
    """Key of the nearest person or body before the verb; else the noun phrase that ends there when it is a sayer; else ""."""
    before = [
        e
        for e in clause.entities
        if e.end <= verb.start and e.type in _SPEAKER_TYPES and not _ADDRESSED.search(clause.text[: e.start - clause.start])
    ]
    if before:
        return before[-1].key
    words = ""
    for token in reversed([t for t in clause.tokens if t.end <= verb.start]):
        if token.tag in {"NOUN", "PROPN", "X"} or token.text == "的":
            words = token.text + words
        elif words or token.tag not in {"ADV", "NUM"}:
            break
    words = words.strip("的")
    return words if words and (words.endswith(tuple(load_cues().speaker_ends)) or clause.text.startswith(("据", "援引"))) else ""


_FACTIVE = re.compile(r"的(?:就?是|[\u4e00-\u9fff]{0,4}在于)[，：]?")
"""Behind a word of worry or hope that is of what is so: 最令人忧心的是，桥至今没有开通."""
_WENT_ON = re.compile(r"(?:并|且|因此|于是)?(?:已经?|随即|随后|当即|遂)(?![\u4e00-\u9fff]{0,3}[是有])")
"""Opens what one did upon a view that was told in full before: 公司认为罚款过重，已经提起诉讼."""
_PASSIVE = re.compile(r"[\u4e00-\u9fff]{2}[遭获被](?:[\u4e00-\u9fff]{0,6})$")
"""Before a denial that says in its own clause what is denied: 外泄说遭否认."""


def _deny_before(clauses: Sequence[Clause], position: int, until: int) -> bool:
    """对于…的说法，X否认: what the earlier clauses of the sentence told as a rumour is what is denied. False when there are none."""
    index = position - 1
    found = index >= 0 and clauses[index].sentence.index == clauses[position].sentence.index
    while index >= 0 and clauses[index].sentence.index == clauses[position].sentence.index:
        clauses[index].stance = Stance.DENIES
        clauses[index].denied_until = until
        clauses[index].speaker = clauses[position].speaker or clauses[index].speaker
        if _SPREAD.match(clauses[index].text) and not clauses[index].text.endswith("说法"):
            break  # 判决出炉后，外传他已上诉，X否认: what stands before the rumour is told
        index -= 1
    return found


_SPREAD = re.compile(r"[，\s但而]*(?:[外网据盛疯讹风谣相][传傳]|坊间|网上|有传|有人[称说爆]|传出|传闻|流传)")
"""Opens the clause where a rumour begins."""


_UNTRUE = re.compile(
    r"与事实(?:严重|完全|明显)?不符|不符合?事实|(?<!是)(?:并非|不是|绝非)事实|不属实|(?:没有|没)这回事|(?:并|绝|查)无此事|没有的事"
    r"|(?:纯属|均属|全属|实属|属于?|系|均系|是|为|都是|均为|完全是)(?:网络|恶意)?(?:谣言|不实|虚假|捏造|虚构|杜撰|造谣|子虚乌有|无稽之谈|空穴来风|假消息|假新闻)"
)
"""Words that call untrue what stands before them."""


def _deny_told(clauses: Sequence[Clause], position: int) -> None:
    """坊间流传…，与事实不符: what the clause itself or the clauses of its sentence before it told as hearsay or in quotation marks is
    denied."""
    index, until = position, clauses[position].end
    while index >= 0 and clauses[index].sentence.index == clauses[position].sentence.index:
        clause = clauses[index]
        hearsay = clause.stance is Stance.UNCONFIRMED or clause.quoted or bool(word_pattern(load_cues().rumoured_in).search(clause.text))
        if hearsay and clause.stance is not Stance.DENIES:
            clause.stance, clause.denied_until = Stance.DENIES, until
        elif index < position and not hearsay:
            break
        index -= 1


_THIS = re.compile(r"对此|对这|就此|这[一种些]|上述|该(?:说法|指控|报道|消息|传闻)|此(?:说|事|类|一)")


def _told_before(clauses: Sequence[Clause], position: int) -> tuple[int, ...]:
    """The clauses of the sentence before, where the denial points back to it (对此猜测予以否认) and stands in the same paragraph."""
    clause = clauses[position]
    if not _THIS.search(clause.text):
        return ()
    previous = [
        c
        for c in clauses[max(0, position - 12) : position]
        if c.sentence.index == clause.sentence.index - 1 and c.sentence.paragraph == clause.sentence.paragraph
    ]
    return tuple(c.index for c in previous)


def _next_opens_with_colon(clauses: Sequence[Clause], position: int) -> bool:
    following = clauses[position + 1 : position + 2]
    return bool(following) and following[0].opening[:1] in {"：", ":"} and len(clauses[position].text) <= 12


def _modality(clause: Clause) -> tuple[Stance | None, bool]:
    """The stance the clause's own words give, and whether it holds for the rest of the sentence."""
    cues = load_cues()
    if rumour := word_pattern(cues.unconfirmed_in).search(clause.text):
        # 未经证实的消息称, 坊间流传“…”: all that it says
        return Stance.UNCONFIRMED, clause.content_start > clause.start or rumour.end() == len(clause.text)
    tokens = clause.tokens
    for position, token in enumerate(tokens):
        text = token.text
        if any(e.start <= token.start < e.end for e in clause.entities):
            continue
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if text in cues.supposes:
            return Stance.SUPPOSES, True
        if text in {"预警", "预报"} and (any(t.tag == "VERB" for t in tokens[:position]) or _names_body(following)):
            continue  # 发布预警: a warning given is something done; 预警机构: a body
        if text == "预警" and _WARNED.match(clause.text, token.end - clause.start):
            continue  # 预警当晚就发了, 预警信息已发出
        if text == "或" and (token.tag == "CCONJ" or (position and tokens[position - 1].tag == "VERB")):
            continue  # 受损或被摧毁: one or the other
        if text in cues.forecasts and len(text) > 1 and _is_expectation(tokens, position):
            continue
        if text in cues.forecasts and (len(text) > 1 or position == 0 or tokens[position - 1].tag not in {"NOUN", "PROPN"} or text == "料"):
            return Stance.FORECASTS, text not in {"可能", "或", "或许", "也许", "恐", "恐怕", "有可能"}
        if text in cues.plans:
            if text in {"承诺", "下令", "商定"} and negation_before(clause, token.start) is not None:
                continue  # 未向客户承诺: there is no plan, and somebody may say there was
            if text in {"将", "待", "欲"} and (following is None or following.tag not in {"VERB", "ADV", "ADP"}):
                continue
            if text == "将" and _DISPOSED.search(clause.text, token.start - clause.start):
                continue  # 将被困的旅客救出
            if text == "将" and position and tokens[position - 1].text in {"正", "曾", "已"}:
                continue
            if text == "预定" and following is not None and following.tag == "NOUN" and position and tokens[position - 1].tag == "VERB":
                continue  # 命中预定目标: what had been planned, and is reached
            if text in {"计划", "安排", "预定"} and position and tokens[position - 1].text in {"按", "按照", "原", "依", "依照"}:
                continue
            if text in {"计划", "规划", "方案", "目标", "准备", "要求", "希望", "承诺"} and (
                following is None or (token.tag == "NOUN" and text in {"方案", "规划", "要求", "承诺", "希望"})
            ):
                continue
            return Stance.PLANS, text in {"计划", "拟", "预定", "争取", "拟于", "力争", "打算", "目标"}
    return None, False


_WARNED = re.compile(r"(?!.*(?:称|说|指|未来|可能|[将会有])).*?(?:发(?!生|展|现)|响|来|挂|传|送|拉|解除|升级|降级|推送)")
"""Behind a warning that was given: what became of it, rather than what it warns of."""
_DISPOSED = re.compile(r"将[被遭受][\u4e00-\u9fff\d.]{1,16}的[\u4e00-\u9fff\d“”]{1,14}[出离下回走至到起掉]了?$")
"""将 that stands before what something was done to, itself said to have suffered something."""


def _names_body(following: Token | None) -> bool:
    """Whether a noun for a body stands behind a word for what it does: 预警中心."""
    return following is not None and following.tag == "NOUN" and following.text[-1] in "构心局台站网员部院所"


_HAD_BEEN = re.compile(
    r"原先?|原本|此前|早前|先前|事先|事前|之前|曾|曾经|高[于过]|低于|少于|多于|大于|小于|超[过出]|逾|好于|差于|不及|不如|比|较|快于|慢于|早于|晚于|强于|弱于|符合|优于|远超"
)


def _is_expectation(tokens: Sequence[Token], position: int) -> bool:
    """Whether a word for forecasting only names what had been expected, beside what came: 远少于原先预计的十万人, 高于预期. What the
    sentence goes on to tell is no forecast."""
    before = tokens[position - 1].text if position else ""
    after = tokens[position + 1].text if position + 1 < len(tokens) else ""
    return _HAD_BEEN.fullmatch(before) is not None or (after == "的" and position + 2 < len(tokens))


def negation_before(clause: Clause, at: int, *, window: int = 8) -> Token | None:
    """The negation nearest before a place of the clause, at most `window` characters away and with no other mark between; else None."""
    cues = load_cues()
    harmless = [(m.start() + clause.start, m.end() + clause.start) for m in word_pattern(cues.no_negation_in).finditer(clause.text)]
    for position in range(len(clause.tokens) - 1, -1, -1):
        token = clause.tokens[position]
        if token.start >= at or at - token.end > (_QUANTIFIED_WINDOW if _is_quantified(clause, position) else window):
            continue
        following = clause.tokens[position + 1] if position + 1 < len(clause.tokens) else None
        if token.text == "无人" and following is not None and following.tag in {"NOUN", "PROPN"} and following.start == token.end:
            continue  # 无人舰艇: what has no crew
        if token.text in cues.negations and not any(a <= token.start < b for a, b in harmless):
            return token
        if position == 0 and token.text[0] == "无" and len(token.text) > 2 and [t.start for t in clause.tokens[1:]] == [at]:
            return token  # 无放射性|外泄: the whole clause is what there was none of
    return None


_QUANTIFIED_WINDOW = 20
"""Characters that a negation with a quantified noun or of a case reaches: 没有任何单位和个人向嫌疑人支付过赎金."""


def _is_quantified(clause: Clause, position: int) -> bool:
    """Whether a negation has 任何 right behind it (nobody and nothing did what follows), or whom the deed is done to (未对旅客造成影响), or
    is of a case of something."""
    following = clause.tokens[position + 1] if position + 1 < len(clause.tokens) else None
    at = clause.tokens[position].start - clause.start
    if following is not None and (following.text in _TOWARDS or _NOT_FOUND.match(clause.text, at)):
        return True
    if clause.tokens[position].text not in {"没有", "无", "并无", "没", "未"} or following is None:
        return False
    return following.text == "任何" or (following.text in {"出现", "发生"} and _OF_A_CASE.search(clause.text) is not None)


_NOT_FOUND = re.compile(r"(?:未|没有?|尚未|并未)(?:发现|接到|收到|接获)(?:任何)?有(?!关|效|害|毒|限|些|的)")
"""Of whom nothing was found, whatever his clause goes on to tell: 未发现有患者因服药死亡."""
_TOWARDS = frozenset("对向给因就")
_OF_A_CASE = re.compile(r"的(?:情形|情况|现象|事件|事故|案例|例子|个案|事例|问题|行为)$")
"""Ends of clauses whose verb is said not to have occurred: 没有出现乘客因食物中毒住院的情形."""


_NOMINAL_NEGATIONS = {"非", "并非", "不是", "绝非"}


_OR = frozenset({"或", "或者", "和", "及", "与", "、"})


def _is_coordinated(clause: Clause, at: int) -> bool:
    """Whether a verb is joined to a negated one before it: 未向任何客户承诺或保证."""
    before = [t for t in clause.tokens if t.end <= at]
    return len(before) > 2 and before[-1].text in _OR and before[-2].tag == "VERB" and negation_before(clause, before[-2].start) is not None


def is_negated(clause: Clause, at: int) -> bool:
    """Whether what stands at a place of the clause is negated (an even number of negations is none). `at`: an offset of the shadow.
    Whether a text negates anything at all is `signals.is_negated`."""
    first = negation_before(clause, at)
    if first is None:
        return _is_coordinated(clause, at)
    if any(t.text in load_cues().governs_clause for t in clause.tokens_between(first.end, at)):
        return False  # 没有抢先宣布当选: the announcing is negated
    if first.text in _NOMINAL_NEGATIONS and any(t.tag in {"NOUN", "PROPN"} for t in clause.tokens if first.end <= t.start and t.end <= at):
        return False  # 并非普通合作所能涵盖: the noun is negated, not the verb
    if _is_without(clause.text[first.end - clause.start : at - clause.start], first.text):
        return False
    before = negation_before(clause, first.start, window=2)
    return before is None or (before.text == "拒" and first.text == "不")  # 拒不辞职: refuses all the same


_NONETHELESS = re.compile(r"[\u4e00-\u9fff]{2,}(?:即|便|却|径自|径行|擅自|私自|强行)[\u4e00-\u9fff]{0,2}$")


def _is_without(between: str, negation: str) -> bool:
    """Whether what a negation takes stands before what it might negate: 未事先通知即拆除, 无预警降息."""
    if _NONETHELESS.search(between):
        return True
    found = word_pattern(load_cues().without).match(between) if negation in {"无", "毫无", "未经", "不经"} else None
    return found is not None and len(between) - found.end() <= 4
