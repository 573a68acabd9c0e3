"""Claims about who did it, from the constructions by which Chinese singles out the doer.

    由财务长简毓芬主导 · 把老人背下楼的是骑手邓小峰 · 被渔民洪财旺救起 · 系罗启昌所送 · 监制何启山代表剧组领奖 · 率先揭发的是护士

The verbs of `data/roles.yml` give the role (主导, 牵头 and 领军 are one); any other verb of two characters is a role of its own. Where
nothing singles the doer out (贺俊谦射入一球), only a listed verb makes a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.deed_verbs import Deed, role_of, verb_after, verb_before, verb_pattern
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.holders import title_start
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.roles import load_roles, names_body
from factcheck.claims.stance import is_negated
from factcheck.claims.themes import MARKED, marks_of, theme_words
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.mentions.names.tables import surnames
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Frame, Name, Scope

__all__ = ["extract_deeds"]

_BY = re.compile(r"(?<![自经理缘事])由(?!于|此|来|衷)")
_PASSIVE = re.compile(r"被|遭(?!遇|到)|获(?!得|悉|奖|选|取|准|救|胜|任|颁)")
_CLEFT = re.compile(
    r"的(?:人|人士|主角|功臣|推手|一方|那个人|那位|球员|乘客|队员|成员|学生|员工|演员|企业|公司|机构|国家|队伍)?"
    r"(?P<verb>(?:则|正|就|竟然?|恰恰?|其实|也|都|便|原来)?(?:是|为))"
)
_NOT_BUT = re.compile(r"不是|并非|非")
_OWED = re.compile(r"(?:系|是|为|由)(?=[^，。；]{2,24}所[\u4e00-\u9fff])")
_ONE_WHO = re.compile(
    r"(?:是|成为|乃)(?:[^，。；]{0,6})(?P<mark>最后|最先|最早|首|第一|唯一)(?:一?[个名位批人]|个)?(?P<deed>[^，。；]{1,14}?)(?:的|$)"
)
_JOINT = re.compile(r"共同|联合|一起|携手|合作|合力|分别|等(?![级待候])|两人|二人|三人|双方|和|与|及|、|以及|联手|轮流|先后")
_REACH = 26
"""Characters between 由 and its verb, titles and adverbials included."""


def extract_deeds(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> list[Claim]:
    """All claims about doers, in reading order."""
    claims = []
    for clause in clauses:
        seen = set()
        following = clauses[clause.index + 1 : clause.index + 2]
        for deed in (*_deeds(document.shadow.text, clause), *_split_roles(document.shadow.text, clause, following)):
            if (deed.doer.key, deed.role) not in seen and not is_negated(clause, deed.verb_at):
                seen.add((deed.doer.key, deed.role))
                claims.append(_claim(document, clauses, clause, times, deed))
    return claims


def _deeds(text: str, clause: Clause) -> Iterator[Deed]:
    doers = sorted([*(e for e in clause.entities if e.type in {"PER", "ORG"}), *_veiled(text, clause)], key=lambda e: e.start)
    begin = max(clause.start, clause.content_start)
    yield from _clefts(text, clause, doers, begin)
    yield from _agents(text, clause, doers, begin)
    yield from _open_agents(text, clause, doers, begin)
    yield from _named_roles(text, clause, doers, begin)
    yield from _unread_bodies(text, clause, begin)
    yield from _it_is(text, clause, doers, begin)
    if not doers:
        return
    for mark in (
        *_BY.finditer(text, begin, clause.end),
        *_OWED.finditer(text, begin, clause.end),
        *_PASSIVE.finditer(text, begin, clause.end),
    ):
        inside = [e for e in doers if mark.end() <= e.start < mark.end() + _REACH]
        if not inside:
            continue
        doer = next((e for e in inside if e.type == "PER"), inside[-1])
        verb = verb_after(clause, doer.end, doer.end + _REACH)
        if verb is None or _is_joint(text, mark.end(), doer, doers) or _JOINT.match(text[doer.end : verb[0]]):
            continue
        if mark.group() != "由" and verb[2].startswith("did:"):
            continue
        yield Deed(doer, verb[2], verb[1], verb[0], True, mark.end())
    persons = [e for e in doers if e.type == "PER" and e.start >= begin]
    yield from _taken(text, clause, persons, begin)
    yield from _plain(text, clause, [e for e in doers if e.type == "PER"], begin)


_IT_IS = re.compile(r"(?<![的不就也都才而若或像但总还只])(?:正|全|便|其实|完全|恰恰)?是(?!由|被|因|否|指|说)")
_TITLED = 12
"""Characters of a title between 是 and a doer."""


def _it_is(text: str, clause: Clause, doers: Sequence[EntityMention], begin: int) -> Iterator[Deed]:
    """全案是离职司机古志勇一手筹划, 这尊铜像是高明远设计的: behind 是 the doer and, at the end of the clause, what he or she did."""
    for mark in _IT_IS.finditer(text, begin + 2, clause.end):
        doer = next((e for e in doers if mark.end() <= e.start <= mark.end() + _TITLED), None)
        if doer is None or "的" in text[mark.end() : doer.start] or _is_joint(text, mark.end(), doer, doers):
            continue
        verb = verb_after(clause, doer.end, clause.end)
        if verb is None or "的" in text[doer.end : verb[0]] or verb[0] - doer.end > 6:
            continue
        end = verb[0] + len(verb[1])
        if text[end : clause.end] == "的" or (end == clause.end and word_pattern(load_cues().alone_in).search(text[doer.end : verb[0]])):
            yield Deed(doer, verb[2], verb[1], verb[0], True, mark.start())


_VEILED = re.compile(
    r"(?P<surname>[\u4e00-\u9fff])(?P<form>某[某甲乙丙]?|先生|女士|小姐|太太|姓(?:[一-龥]{0,2}(?:男|女)?(?:子|司机|店主|船长|渔民|居民|员工|主管|经理|老板|学生|老师|警员|保安|护士|医生|乘客|住户|业主|司机)))"
)


def _veiled(text: str, clause: Clause) -> Iterator[EntityMention]:
    """徐小姐, 何先生, 陈姓男司机: persons of whom only the surname is told."""
    for match in _VEILED.finditer(text, clause.start, clause.end):
        taken = any(e.start < match.end() and match.start() < e.end for e in clause.entities if e.type == "PER")
        if match["surname"] in surnames() and not taken:
            form = "某" if match["form"].startswith("姓") else match["form"]
            yield EntityMention(match.start(), match.end(), match.group(), "PER", match["surname"] + form)


_UNDER = re.compile(r"对(?P<whom>[^，。；]{0,24}?)(?:采取|实施|执行|作出|予以)(?:了)?[^，。；]{0,8}?(?=留置|拘留|逮捕|强制|双规|羁押)")


def _taken(text: str, clause: Clause, persons: Sequence[EntityMention], begin: int) -> Iterator[Deed]:
    """被监委带走的是副院长邹敏; 梁伯谦被警方带走; 对梁伯谦采取留置措施: whom it was done to."""
    custody_words = word_pattern(load_cues().custody_in)
    under = _UNDER.search(text, begin, clause.end)
    if under is not None:
        whom = [p for p in persons if under.start("whom") <= p.start < under.end("whom")]
        custody = custody_words.search(text, under.end(), clause.end)
        if len(whom) == 1 and custody:
            yield Deed(whom[0], "taken", custody.group(), custody.start(), True)
        return
    for passive in re.finditer("被|遭", text[begin : clause.end]):
        at = begin + passive.start()
        custody = custody_words.search(text, at, min(clause.end, at + 14))
        if custody is None:
            continue
        cleft = _CLEFT.match(text, custody.end(), clause.end)
        behind = [p for p in persons if cleft is not None and cleft.end() <= p.start < cleft.end() + 22]
        before = [p for p in persons if p.end <= at and at - p.end <= 8]
        if cleft is not None and behind and not _NOT_BUT.search(text[custody.end() : behind[0].start]):
            yield Deed(behind[0], "taken", custody.group(), custody.start(), True, cleft.start("verb"))
        elif len(before) == 1 and cleft is None:
            yield Deed(before[0], "taken", custody.group(), custody.start(), False)


_AGENT = re.compile(r"(?:者|人选|负责人|人员|人|方|单位|机构)(?:则|正|就|也|都)?(?P<verb>是|为|系|叫做?|名叫)")


def _agents(text: str, clause: Clause, doers: Sequence[EntityMention], begin: int) -> Iterator[Deed]:
    """起草人为副主任卓立新: a listed verb and a word for who does it; what `roles.yml` lists as a noun is read by `claims.roles`."""
    for match in verb_pattern().finditer(text, begin, clause.end):
        agent = _AGENT.match(text, match.end(), clause.end)
        if agent is None or text[match.start() : agent.start("verb")] in load_roles().words:
            continue
        inside = [e for e in doers if agent.end() <= e.start < agent.end() + 20]
        doer = next((e for e in inside if e.type == "PER"), inside[0] if inside else None)
        if doer is not None and not _is_joint(text, agent.end(), doer, doers):
            yield Deed(doer, role_of(match.group(), clause), match.group(), match.start(), True, agent.start("verb"))


_OPEN_AGENT = re.compile(
    r"(?P<verb>[\u4e00-\u9fff]{2})(?:者|人选)(?:则|正|就|也|都|最终|目前|已)?(?:确定|锁定|公布|敲定)?(?P<link>是|为|系|叫做?|名叫)"
)


def _open_agents(text: str, clause: Clause, doers: Sequence[EntityMention], begin: int) -> Iterator[Deed]:
    """递补人选是老将柯尔: any verb with a word for who does it."""
    for match in _OPEN_AGENT.finditer(text, begin, clause.end):
        word, tokens = match["verb"], [t for t in clause.tokens if t.start == match.start()]
        if not tokens or match.group()[: match.start("link") - match.start()] in load_roles().words or word in load_roles().verbs:
            continue
        inside = [e for e in doers if match.end() <= e.start < match.end() + 20]
        doer = next((e for e in inside if e.type == "PER"), None)
        if doer is not None and not _is_joint(text, match.end(), doer, doers):
            yield Deed(doer, f"did:{load_event_words().event_type(word)}", word, match.start(), True, match.start("link"))


_IS = re.compile(r"(?:则|正|就|也|都|仍|已|最终|其实|被|确认|证实)*(?P<verb>是|为|系|即|乃|叫做?|名叫)(?!否|何|什么|谁|哪|此)")


_FILLED = re.compile(
    r"(?:一职|一角|职务)?(?:将|则|仍|已|改|暂|拟|都|也)*(?P<verb>由)(?=[^，。；：]{2,24}?(?:担任|出任|兼任|担纲|充当|担当|扮演|署理))"
)
"""组长由院士孟某担任: who fills the role stands between."""


def _named_roles(text: str, clause: Clause, doers: Sequence[EntityMention], begin: int) -> Iterator[Deed]:
    """主犯曹某, 承建商为远东路桥公司: a noun for a doer, and who it is."""
    roles = load_roles()
    for match in roles.pattern.finditer(text, clause.start, clause.end):  # who speaks may be called so: 首席谈判代表鄂某透露
        role = roles.words[match.group()]
        if roles.kinds[role] != "person" or (match.start() < begin and role not in roles.apposed):
            continue
        if _OTHER_RANK.search(text, clause.start, match.start()):
            continue
        right = next((e for e in doers if e.type == "PER" and e.start == match.end() and role in roles.apposed), None)
        link = _IS.match(text, match.end(), clause.end) or _FILLED.match(text, match.end(), clause.end)
        taken = _taken_on(text, clause, doers, match.start()) if right is None and link is None else None
        if taken is not None:
            yield Deed(taken, role, match.group(), match.start(), True)
            continue
        if right is None and (link is None or match.start() < begin):
            continue
        start = match.end() if link is None else link.end()
        inside = [e for e in doers if start <= e.start < start + 20]
        doer = right or next((e for e in inside if e.type == "PER"), inside[0] if inside else None)
        if doer is None and names_body(rest := re.split("[，。；、：]", text[start : clause.end])[0]):
            doer = EntityMention(start, start + len(rest), rest, "ORG", rest)
        if doer is not None and not _is_joint(text, start, doer, doers):
            yield Deed(doer, role, match.group(), match.start(), True, match.end())


def _split_roles(text: str, clause: Clause, following: Sequence[Clause]) -> Iterator[Deed]:
    """接力递补人选，|是老将柯尔: a noun for a doer that ends its clause, and who it is at the head of the next."""
    after = following[0] if following and following[0].sentence.index == clause.sentence.index else None
    link = _IS.match(text, after.start, after.end) if after is not None else None
    if after is None or link is None or not link["verb"]:
        return
    inside = [e for e in after.entities if e.type in {"PER", "ORG"} and link.end() <= e.start < link.end() + 20]
    doer = next((e for e in inside if e.type == "PER"), None)
    role = next((m for m in load_roles().pattern.finditer(text, clause.start, clause.end) if m.end() == clause.end), None)
    if doer is None or role is None or load_roles().kinds[load_roles().words[role.group()]] != "person":
        return
    if not _OTHER_RANK.search(text, clause.start, role.start()) and not _is_joint(text, link.end(), doer, inside):
        yield Deed(doer, load_roles().words[role.group()], role.group(), role.start(), True, role.start())


_OTHER_RANK = re.compile(r"(?:副|助理|前任|前|原|候补)$")
_TAKES_ON = re.compile(
    r"(?:担任|出任|兼任|担纲|充当|获任|任命?为|担当|(?<![责委信主现前原离继连卸常兼胜])任(?![务期职命教何由性意]))"
    r"(?:了|为|该|此)?[^，。；、]{0,8}$"
)


def _taken_on(text: str, clause: Clause, doers: Sequence[EntityMention], role_at: int) -> EntityMention | None:
    """The person who is told to take on a role that stands at `role_at`: 由警察局长费恩担任|召集人; None where nobody is."""
    takes = _TAKES_ON.search(text, clause.start, role_at)
    before = [e for e in doers if e.type == "PER" and takes is not None and e.end <= takes.start() <= e.end + 6]
    if takes is None or len(before) != 1 or _is_joint(text, clause.start, before[0], doers):
        return None
    return None if re.search(r"曾|不再|拒绝|拟|将|原", text[before[0].end : takes.start()]) else before[0]


def _unread_bodies(text: str, clause: Clause, begin: int) -> Iterator[Deed]:
    """由新加坡海纬基金牵头: a body whose name no recogniser took for one, told by its end."""
    for mark in _BY.finditer(text, begin, clause.end):
        match = verb_pattern().search(text, mark.end(), min(clause.end, mark.end() + 18))
        if match is None or any(e.start < match.start() and mark.end() < e.end for e in clause.entities if e.type in {"PER", "ORG"}):
            continue
        name = text[mark.end() : match.start()]
        if names_body(name) and not _JOINT.search(name) and "的" not in name:
            doer = EntityMention(mark.end(), match.start(), name, "ORG", name)
            yield Deed(doer, role_of(match.group(), clause), match.group(), match.start(), True, mark.end())


def _clefts(text: str, clause: Clause, doers: Sequence[EntityMention], begin: int) -> Iterator[Deed]:
    """把老人背下楼的是骑手邓小峰; 平台经理蒲志刚是最后一个离开的人."""
    for cleft in _CLEFT.finditer(text, begin, clause.end):
        doer = next((e for e in doers if cleft.end() <= e.start and (e.type == "PER" or e.end >= clause.end - 3)), None)
        verb = verb_before(clause, begin, cleft.start())
        if doer is None or verb is None or doer.start - cleft.end() > 22 or _NOT_BUT.search(text[cleft.start() : doer.start]):
            continue
        if _is_joint(text, cleft.end(), doer, doers):
            continue
        if re.search(r"被|遭", text[begin : cleft.start()]):
            continue  # whom it was done to
        yield Deed(doer, verb[2], verb[1], verb[0], True, cleft.start("verb"))
    one = _ONE_WHO.search(text, begin, clause.end)
    if one is not None:
        before = [e for e in doers if e.end <= one.start()]
        verb = verb_before(clause, one.start("deed"), one.end("deed"))
        if before and verb is not None and before[-1].type == "PER" and not _NOT_BUT.search(text[before[-1].end : one.start()]):
            yield Deed(before[-1], verb[2], verb[1], verb[0], True)


_GOVERNED = re.compile(
    r"(?:由|被|遭|向|对(?!手|阵)|把|(?<![门上中少大老武健猛强干爱主])将|给|与|同|跟|从|比(?!赛|分)|在(?![^，。；]{0,12}(?:时|后|中|内|里|阶段|分钟|期间)$)|替(?!补)|为|的是)"
    r"[^，。；]{0,14}$"
)
"""A preposition before a person, so that he or she is not the one who did it."""


def _plain(text: str, clause: Clause, persons: Sequence[EntityMention], begin: int) -> Iterator[Deed]:
    """监制何启山代表剧组领奖 (singled out by the adverb), 贺俊谦射入奠胜一球 (by nothing)."""
    for position, doer in enumerate(persons):
        limit = persons[position + 1].start if position + 1 < len(persons) else clause.end
        before = text[clause.start : doer.start]
        joint = position + 1 < len(persons) and bool(_JOINT.match(text[doer.end : doer.end + 2]))
        joint = joint or bool(position and _JOINT.search(text[persons[position - 1].end : doer.start]))
        governed = _GOVERNED.search(before)
        if joint or governed or _CLEFT.search(text, doer.end, clause.end):
            continue
        alone = bool(re.match(r"[^，。；]{0,6}?(?:第一个|最后一个|首先|最先|率先|抢先)", text[doer.end : limit]))
        verb = verb_after(clause, doer.end, min(limit, doer.end + _REACH), listed=not alone)
        if verb is None or verb[2] == "signer":
            continue  # who signs for which side is read by `claims.people`
        between = text[doer.end : verb[0]]
        if re.search(r"[被遭获由向对]|的|是否|可能|打算|计划|准备|有望|呼吁|要求|希望|拒绝", between):
            continue
        singled = any(map(word_pattern(load_cues().alone_in).search, (between, before[-4:])))
        own = verb[0] < begin and doer.start < begin  # 大会主席奥昆约主持会议并|宣布: what he did before he spoke
        if singled or own or doer.start >= begin:  # who only says it is the speaker, unless he did so himself (亲自宣布)
            yield Deed(doer, verb[2], verb[1], verb[0], singled)


def _is_joint(text: str, start: int, doer: EntityMention, doers: Sequence[EntityMention]) -> bool:
    """Whether the doer is one of several: another stands right before it with a conjunction between, or a conjunction follows it."""
    before = [e for e in doers if start <= e.start and e.end <= doer.start]
    return any(_JOINT.match(text[e.end : doer.start]) for e in before) or bool(_JOINT.match(text[doer.end : doer.end + 2]))


def _near_words(clauses: Sequence[Clause], clause: Clause) -> str:
    """The words of the sentence and of the one before: what the other report has beside the deed may stand here."""
    near = clauses[max(0, clause.index - 12) : clause.index + 9]
    return "".join(c.text for c in near if 0 <= clause.sentence.index - c.sentence.index <= 1)


_FOR = re.compile(r"代表(?P<side>[^，。；的]{2,10}?)(?:政府|方面|一方)?(?:签|在|于|与|和|出席|落笔|画押)")


def _party(text: str, clause: Clause, deed: Deed) -> str:
    """For whom a signer signs: what he represents, else the body of his title; "" for other deeds."""
    if deed.role != "signer":
        return ""
    side = _FOR.search(text, clause.start, clause.end)
    if side is not None and side["side"] not in {"该国", "本国", "双方", "己方", "两国", "各自", "政府", "其"}:
        named = next((e for e in clause.entities if e.start < side.end("side") and side.start("side") < e.end), None)
        return named.key if named is not None else side["side"]
    by = text.rfind("由", clause.start, deed.doer.start)
    before = [e.key for e in clause.entities if e.type in {"GPE", "ORG"} and e.end <= (by if by >= 0 else deed.doer.start)]
    inside = [e.key for e in clause.entities if e.type in {"GPE", "ORG"} and by < e.start and e.end <= deed.doer.start]
    return deed.doer.of or (inside or before or [""])[-1]


_FURTHER = re.compile(r"(?:并且?|同时|随后|然后)(?!非|不|未|无|列|购|轨|入)")


def _claim(document: Document, clauses: Sequence[Clause], clause: Clause, times: ClauseTimes, deed: Deed) -> Claim:
    lead = deed.lead_at if deed.lead_at >= 0 else min(deed.doer.start - len(deed.doer.title), title_start(clause, deed.doer.start))
    hidden = [(min(lead, deed.doer.start), deed.doer.end), (deed.verb_at, deed.verb_at + len(deed.verb))]
    further = _FURTHER.search(document.shadow.text, deed.verb_at + len(deed.verb), clause.end)
    if further is not None and deed.doer.end <= deed.verb_at:
        hidden.append((further.start(), clause.end))  # 主持会议并宣布结果: what else the doer did
    theme, names = theme_words(clauses, clause, hidden)
    subject, subject_text = read_subject(clause)
    marks = (*marks_of(clause.text), *((MARKED,) if deed.marked else ()))
    same = subject == deed.doer.key
    frame = clause_frame(clause)
    doer_at = deed.doer.start - (
        len(deed.doer.title) if document.shadow.text.startswith(deed.doer.title, deed.doer.start - len(deed.doer.title)) else 0
    )
    return make_claim(
        document,
        clause,
        start=min(doer_at, deed.verb_at),
        end=max(deed.doer.end, deed.verb_at + len(deed.verb)),
        family=Family.MEETING,
        attribute=f"role|{deed.role}",
        value=Name(deed.doer.text, deed.doer.key, deed.doer.type),
        subject="" if same else subject,
        subject_text="" if same else subject_text,
        attribute_text=deed.verb,
        scope=Scope(
            of=_party(document.shadow.text, clause, deed),
            period=times.period_at(clause, deed.verb_at),
            event=clause.event,
            qualifiers=tuple(sorted(marks)),
        ),
        frame=Frame(
            concept=f"deed|{deed.role}",
            noun=_near_words(clauses, clause),
            predicate=deed.verb,
            participants=names,
            context=tuple(k for k in (*frame.participants, *frame.context) if k != deed.doer.key),
            places=frame.places,
            words=tuple(word for word in theme if word not in load_cues().of_affair),
            topic=frame.topic,
        ),
        time_behaviour="fixed",
    )
