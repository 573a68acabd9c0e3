"""Event words in a clause, with the nouns around them: what happened, whether it did, to what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.draft import clause_frame
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.limits import nouns_about
from factcheck.claims.objects import BY, has_object, is_done, is_shot, object_of, parted_by_aspect
from factcheck.claims.stance import is_negated, negation_before
from factcheck.claims.verbhood import (
    NOMINAL,
    is_change,
    is_governed,
    is_predicate,
    names_what_it_is_of,
    tells_sort_of_any,
    tells_the_sort,
    tells_times,
)
from factcheck.language.document import Token
from factcheck.language.thesaurus import groups_of
from factcheck.model import Frame, Stance

__all__ = [
    "FURTHER",
    "NOMINAL",
    "NOMINAL_TYPES",
    "Happening",
    "describe_verb",
    "find_happenings",
    "frame_of",
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
        if words.types.get(match.group()) in NOMINAL_TYPES and _by_whom(clause, start, end):
            continue  # 遭大火烧毁: what did it
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
            or (len(token.text) < 2 and not is_done(clause, token))
            or token.text in words.stative
            or token.text.endswith("是")
            or clause.text.startswith("的是", token.end - clause.start)  # 寒心的是, 值得注意的是: what one thinks of what follows
            or (
                token.text in cues.links
                and not ((token.text in words.light or is_change(clause, token)) and has_object(clause, token))
                and not is_shot(clause, token)
            )
            or token.text in cues.says
            or token.text in cues.opines
            or token.text in cues.negations
            or token.text in cues.unconfirmed_in
            or _is_counted(clause, token)
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
        if names_what_it_is_of(clause, start, end):
            continue
        if is_only_named(clause, end) and clause.stance is not Stance.DENIES:
            continue
        if is_hypothetical(clause, start) or is_governed(clause, start):
            continue
        if kind in NOMINAL_TYPES and _REFERRED.search(clause.text[: start - clause.start]):
            continue
        happening = _describe(clause, start, end, word, kind)
        aimed = kind in NOMINAL_TYPES and _AIMED_AT.search(clause.text[: start - clause.start]) is not None
        if happening.negated and aimed and _HAS_EFFECT.match(clause.text, end - clause.start):
            continue  # 不会对地震活动产生影响: the influence is denied
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


def _is_counted(clause: Clause, token: Token) -> bool:
    """Whether a figure counts what a word stands for (一项控罪) and does not tell how often it was done, or that nobody did (没有一人
    落榜)."""
    figure = next((f for f in clause.figures if f.end == token.start and f.kind == "quantity"), None)
    if figure is None or tells_times(clause, figure):
        return False
    if len(token.text) > 1 and _NONE_OF.search(clause.text, 0, figure.end - clause.start) and has_object(clause, token):
        return False  # 没有一箱流入市场
    behind = any(t.tag == "VERB" for t in clause.tokens if t.start >= token.end)
    return behind or _NOT_ONE.search(clause.text, 0, figure.end - clause.start) is None


_NOT_ONE = re.compile(r"(?:没有?|无|未有)一(?:个?人|名|位|件|家|户|队|国|所|艘|架|辆|只|頭|头|棵|座)$")
"""Before a verb: nobody and nothing of the sort did it."""
_NONE_OF = re.compile(r"(?:没有?|无|未有)一[\u4e00-\u9fff]$")
"""The same of whatever things are counted by, where the verb has an object."""
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
    if negation is None or negation.text in load_cues().have_not | load_cues().nobody:
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


_REFERRED = re.compile(r"(?:此|这|该|本|上述|那|当日)[次起场宗波轮]?(?:的)?(?:重大|特大|严重)?$")
"""此次火灾, 这起爆炸: known already, neither told nor denied."""


_AIMED_AT = re.compile(r"[对给][^，。；]{0,12}$")
_HAS_EFFECT = re.compile(r"[^，。；]{0,6}?(?:产生|造成|构成|带来|形成|具有|起到|有|进行|[作做]出|采取|加以|予以|开展)")
"""Behind a noun that stands with 对 before what has an effect on it."""
_OPEN = re.compile(r"(?:不|未|无法|不能|未能|难以|没有|没|不可|不应|不宜)(?:完全|予以|能够?)?排除[^，。]*$")
"""Before what is not ruled out: neither so nor not so."""
_ABLE = re.compile(
    r"(?:可以(?!排除)|能够(?!排除)|可能|应该|应当|必须|需要|想要?|愿意|敢于?|不得不|值得|足以|"
    r"难以|很难|难于|设法|试图|企图|力图|有待|尚待|亟待|怎么|怎样|如何|不要|不准|不得|不许|别|甭|[才方始][能可]|(?<![反相响供适对回效呼因感答一])应(?:即|立即|尽快|尽早|主动|自动|自行|先|依法|按例|循例))[^，。]{0,2}$"
)
"""Words after which a verb tells what may, should or might be, not what was."""


_ONLY_IF = re.compile(r"(?:只有|唯有|除非|(?:^|[，：；])(?:要)?(?:等到?|待到?|须待|须等))[^，。；]{0,14}$")
"""Before what must come first (只有火势被扑灭后, 待水位回落): it has not."""


def is_hypothetical(clause: Clause, at: int) -> bool:
    """Whether what stands at a place of the clause may, should or might be, and is not said to be."""
    head = clause.text[: at - clause.start]
    return bool(_ABLE.search(head) or _OPEN.search(head) or _ONLY_IF.search(head))


def _by_whom(clause: Clause, start: int, end: int) -> bool:
    """Whether a noun stands between a passive and its verb: what happened to the subject is told by the verb."""
    passive = clause.text[: start - clause.start].endswith(("遭", "被", "遭到", "受", "为"))
    return passive and any(t.start == end and t.tag == "VERB" for t in clause.tokens)


_ONLY_NAMED = re.compile(
    r"(?:这|那|此|该)?(?:件|回|码|一)?(?:事儿?|传闻|消息|问题|风波|的?说法|一说|议题|与否|疑云|之谜|的?可能性?|一案|案件?(?!发))"
)


_ASKED = re.compile(r"吗$|是否|到底|究竟|有没有|有无|(?P<verb>[\u4e00-\u9fff])[没不](?P=verb)|会不会|能否|呢$|为何|为什么")


def is_only_named(clause: Clause, end: int) -> bool:
    """Whether the words up to `end` are only named as a topic (裁员这事儿) or asked about (掉没掉), not claimed."""
    return bool(_ONLY_NAMED.match(clause.text, end - clause.start)) or bool(_ASKED.search(clause.text)) or clause.text.endswith(("?", "？"))


_BECAUSE = frozenset({"因", "因为", "由于"})
_WHERE = frozenset({"在", "于", "从", "自"})
_ASIDE = frozenset({"向", "对", "给", "跟", "朝", "往", "用", "以", "凭", "靠", "把", "将"})
"""Words before whom or what something is done to or with: 示威者向警方投掷, 用竹条抽打."""


def _describe(clause: Clause, start: int, end: int, word: str, kind: str) -> Happening:
    cues = load_cues()
    before = [t for t in clause.content_tokens() if t.end <= start]
    pending = any(t.text in cues.pending for t in before)
    object_ = object_of(clause, start, end)
    subject = place = aside = ""
    for position in range(len(before) - 1, -1, -1):
        token = before[position]
        if token.text in BY and subject:
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
    joined, words = word + object_, load_event_words()
    verb = next((t for t in clause.tokens if t.start == start), None)
    parted = verb is not None and parted_by_aspect(clause, verb)
    if len(word) == len(object_) == 1 and (joined in words.types or groups_of(joined) or parted):
        word, kind, object_ = joined, words.event_type(joined), ""  # 未开一枪, 没停过机: one verb, parted
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
