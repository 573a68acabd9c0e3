"""Claims about posts: which person holds which post of which body, however the sentence is put.

工会主席彭卫东 · 该船船长为梁永昌 · 国防部长一职由科恩出任 · 科恩执掌国防部 · 县长葛文彬担任总指挥
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.draft import clause_frame, make_claim
from factcheck.claims.posts import HEADED, Post, load_posts, read_title
from factcheck.language.document import Document
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Frame, Name, Scope

__all__ = ["AMBIGUOUS", "APPOINTED", "CHANGING", "INFERRED", "STAYING", "extract_holders", "title_start"]

AMBIGUOUS = "?"
"""Body of a post that several bodies of the article have and the sentence gives none."""
APPOINTED = "appointed"
"""Qualifier of a holder told of outright (由…出任, 船长为…), not only titled so in passing."""
CHANGING = "changing"
"""Qualifier of a holder whose sentence tells of a change in the post: another article may mean the one before or after."""
INFERRED = "inferred"
"""Qualifier of a holder whose body was taken up from before or is not known."""
STAYING = "staying"
"""Qualifier of a holder who is told to keep the post (将继续留任): who takes it next is another answer to one question."""
_TAKES = re.compile(
    r"(?:将|已|正式|获|被|宣布|临时|继续|一直|同时|兼)*(?:担任|出任|兼任|任命?为|委任?为|当选|就任|接任|转任|获任|任)(?:了|为)?"
)
_RUNS = re.compile(r"(?:将|已|正式|获|被|继续)*(?:执掌|接掌|掌管|入主|主掌|接管)(?:了)?")
_LINK = re.compile(r"(?:一职|一角|人选|职务|职位|岗位)?(?:将|则|仍|已|改|暂|最终|确定|拟)*(?P<verb>由|是|为|系|乃|叫做?|名叫|落到了?)")
_POST_ENDS = re.compile(r"(?:等|的)?(?:职务|职位|一职|之职|$)")
_NAMES = re.compile(
    r"(?:委任|任命|聘任|聘请|聘用|推举|推选|选举|选出|选定|指派|委派|指定|敲定|宣布|公布|聘|选)(?:了)?(?!前|原)[^，。；、：不未]{0,12}$"
)
_MADE = re.compile(r"(?:先生|女士|博士|教授|院士)?(?:为|做|当|出任|担任|任|接任)(?:了)?(?P<post>[^，。；、：]{2,16}?)(?=[，。；、：]|$)")
"""董事会委任|彭浩|为总经理: the post stands behind the person, the verb before."""
_STAYS = re.compile(
    r"(?:先生|女士|博士|将|会|则|已|获|仍|继续|依然|可|被)*(?:留任|续任|连任|续聘|续约|蝉联|留在原职|担任原职|任原职|不会?离任|不会?请辞|不会?辞职)"
    r"(?!至|到|一年|半年|[一二两三四五六\d]+个?月)"
)
"""行长梅森将继续留任: told outright to keep the post, and for no set time."""
_STOPS = re.compile(r"[，。、；：！？“”‘’（）()\s《》]")
_ENDS = {"VERB", "ADP", "PRON", "CCONJ", "ADV", "PART", "PUNCT", "NUM"}
_GOVERNING = {"有关", "关于", "针对", "逮捕", "会见", "会晤", "任命", "委任", "接替", "罢免", "提名"}
"""Verbs whose object is the person, not part of the title."""
_ORG_KINDS = {
    "院": ("院",), "校": ("校", "大学", "学院", "中学", "小学"), "行": ("银行",), "部": ("部",), "关": ("海关",), "团": ("团",),
}  # fmt: skip
_GENERIC = re.compile(
    r"(?:该|本|这家|此|我|其|涉事|当事|所在)?(?:公司|集团|企业|机构|医院|学校|大学|平台|银行|协会|委员会|组织|工厂|厂里|厂方|馆|院|校|厂|局|站|台|社|会|球队|球会|队|车队|船|机|航班|班机|客轮|货轮|渔船|校车|大巴|品牌|组委会|工会|联合会|商会|党|政府|方面)?"
)
_BUREAUS = (*"局部委院署处会台报社网厅庭", "警方", "支队", "大队", "政府", "当局", "中心", "法院", "军方", "部队")
"""Ends of bodies that have no 总经理 or 董事长."""
_CRAFT = {"ship_captain", "flight_captain", "train_driver"}
_PLAIN = re.compile(
    r"(?:该|本|这家|此|我|其|涉事|当事|所在)?(?:公司|集团|企业|机构|平台|工厂|厂里|厂方|方面|厂|站|船|机|店|院|校|馆|航班|班机|客轮|货轮|渔船)?"
)
_MARKS = re.compile(r"(?:的|由|和|与|及|对|向|据|有关|关于|包括|其中|以及)+")


@dataclass(frozen=True, slots=True)
class _Held:
    """A post and who holds it; `start`, `end`: the words that say so; `lead_at`: where the words before the head begin."""

    post: Post
    person: EntityMention
    start: int
    end: int
    lead_at: int
    told: bool
    staying: bool = False


def extract_holders(document: Document, clauses: Sequence[Clause]) -> list[Claim]:
    """All claims about posts, in reading order."""
    held = [
        (clause, one)
        for clause in clauses
        for person in clause.entities
        if person.type == "PER"
        for one in _posts_of(document, clause, person)
    ]
    states = {
        e.key
        for clause, one in held
        if one.post.reach == "state"
        for e in clause.entities
        if e.type in {"GPE", "LOC"} and one.lead_at <= e.start and e.end <= one.lead_at + len(one.post.lead) + 1
    }
    claims = []
    for clause, one in held:
        if one.post.rank in {"deputy", "former"}:
            continue
        body, inferred = _body(clauses, clause, one, states)
        if one.post.head in {"主任", "负责人", "主管", "总监", "队长", "组长", "班长", "团长"} and not one.post.lead:
            continue
        sentence = [c for c in clauses if c.sentence == clause.sentence]
        claims.append(_claim(document, clause, sentence, one, body, inferred))
    return claims


def title_start(clause: Clause, end: int) -> int:
    """Where the title begins that ends at `end`: behind the last mark, verb or preposition before its head. A verb right before the head
    belongs to it (救援|总指挥, 采购|总监), and so does what stands in a name."""
    floor = clause.start
    for mark in _STOPS.finditer(clause.text, 0, end - clause.start):
        floor = clause.start + mark.end()
    ended = read_title(clause.text[floor - clause.start : end - clause.start])
    head_at = floor + ended.start if ended is not None else end  # however the head is cut into words (防|长)
    tokens = [t for t in clause.tokens if floor <= t.start and t.end <= head_at]
    spans = [(e.start, e.end) for e in clause.entities]
    for token in reversed(tokens):
        if token.tag not in _ENDS or token.text == "的" or any(a <= token.start and token.end <= b for a, b in spans):
            continue
        if any(m.start <= token.start < m.end for m in clause.times):
            return max(floor, token.end)
        if (
            token.tag == "VERB"
            and len(token.text) == 2
            and token.text not in _GOVERNING
            and not {token.text} & load_cues().says
            and end - token.end <= 6
            and read_title(clause.text[token.end - clause.start : end - clause.start])
        ):
            nearest = read_title(clause.text[token.start - clause.start : end - clause.start])
            if nearest is not None and not _TAKES.fullmatch(token.text):
                continue
        floor = max(floor, token.end)
        break
    times = [m.end for m in clause.times if floor <= m.start and m.end <= end]
    start = max([floor, *times])
    marks = _MARKS.match(clause.text, start - clause.start, end - clause.start)
    return clause.start + marks.end() if marks else start


def _posts_of(document: Document, clause: Clause, person: EntityMention) -> Iterator[_Held]:
    text = document.shadow.text
    begin = title_start(clause, person.start)
    titles = list(_joined(text, begin, person.start))
    for _ in range(3):
        mark = titles[0][0] - 1
        if titles[0][0] == person.start or text[mark] != "、" or mark <= clause.start:
            break
        before = title_start(clause, mark)
        if read_title(text[before:mark]) is None:
            break
        titles.insert(0, (before, text[before:mark]))  # 策展人、副馆长闻筱舟
    for start, title in titles:
        post = read_title(title)
        if post is not None:
            lead = text[max(clause.start, start - 4) : start]
            if re.search(r"(?:前任|前|原|卸任|时任|联合|联席|共同|副|助理|荣誉|名誉)$", lead):
                continue
            stays = _STAYS.match(text, person.end, clause.end)
            yield _Held(post, person, start, stays.end() if stays else person.end, start, stays is not None, stays is not None)
    if person.title and text.startswith(person.title, person.end):
        post = read_title(text[person.end : person.end + len(person.title)])
        if post is not None:
            yield _Held(post, person, person.start, person.end + len(person.title), person.end, False)
    yield from _linked(text, clause, person, begin)
    yield from _taken(text, clause, person)


def _joined(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    """The titles of 董事长兼总裁, each with where it begins; the body before the first is the second's too."""
    parts = re.split("兼任?|暨", text[begin:end])
    at = begin
    for part in parts:
        at = text.find(part, at, end)
        yield at, part
        at += len(part)


def _linked(text: str, clause: Clause, person: EntityMention, begin: int) -> Iterator[_Held]:
    """该船船长为梁永昌, 国防部长一职由退役将领科恩出任."""
    for link in _LINK.finditer(text, max(clause.start, clause.content_start, person.start - 28), person.start):
        between = text[link.end() : person.start]
        if _STOPS.search(between) or any(e.type == "PER" and link.end() <= e.start < person.start for e in clause.entities):
            continue
        if link["verb"] in {"由", "落到", "落到了"}:
            behind = _TAKES.search(text, person.end, min(clause.end, person.end + 8))
            if behind is None and link.group() == link["verb"]:
                continue
        elif len(between) > 16:
            continue
        head_end = link.start()
        start = title_start(clause, head_end)
        post = read_title(text[start:head_end])
        if post is not None and start < head_end:
            yield _Held(post, person, start, person.end, start, True)
            return


def _taken(text: str, clause: Clause, person: EntityMention) -> Iterator[_Held]:
    """葛文彬担任抢险救援指挥部总指挥, 哈科·丁执掌财政部."""
    window = min(clause.end, person.end + 14)
    others = [e.start for e in clause.entities if e.type == "PER" and e.start >= person.end]
    window = min([window, *others])
    takes = _TAKES.search(text, person.end, window)
    if takes is not None and not re.search(r"曾|原|此前|不再|未|没|拒绝|辞去|卸", text[person.end : takes.start()] + takes.group()):
        stop = _STOPS.search(text, takes.end(), clause.end)
        limit = min(stop.start() if stop else clause.end, takes.end() + 22, *(e for e in others if e > takes.end()), clause.end)
        for end in range(limit, takes.end() + 1, -1):
            post = read_title(text[takes.end() : end])
            if post is not None and re.search(r"首任[^，。；、：]{1,8}$", text[takes.end() : end]):
                post = replace(post, rank="")  # who is made the first holder holds it now
            if post is not None:
                yield _Held(post, person, person.start, end, takes.end(), True)
                break
    named = _NAMES.search(text, clause.start, person.start) if takes is None else None
    made = _MADE.match(text, person.end, clause.end) if named is not None else None
    if made is not None:
        post = read_title(made["post"])
        if post is not None:
            yield _Held(post, person, person.start, made.end(), made.start("post"), True)
    runs = _RUNS.search(text, person.end, window)
    if runs is not None:
        ministry = re.compile("(?P<field>" + "|".join(sorted(load_posts().fields, key=lambda w: -len(w))) + ")部").match(
            text, runs.end(), clause.end
        )
        if ministry:
            post = read_title(f"{ministry['field']}部长")
            if post is not None:
                yield _Held(post, person, person.start, ministry.end(), runs.end(), True)


def _body(clauses: Sequence[Clause], clause: Clause, one: _Held, states: set[str]) -> tuple[str, bool]:
    """The key of the body a post is of ("" where none is known), and whether it was only taken up from before."""
    lead_end = one.lead_at + len(one.post.lead) + 1
    inside = [e for e in clause.entities if e.type in {"ORG", "GPE", "LOC", "PRODUCT"} and one.lead_at <= e.start and e.end <= lead_end]
    native = {e.key for e in clause.entities if clause.text.startswith(("籍", "裔"), e.end - clause.start)}  # 菲律宾籍船长: where from
    inside = [e for e in inside if e.key not in native]
    if inside:
        return inside[-1].key, False
    if one.person.of and one.person.of not in native and not one.told and one.person.title.endswith(one.post.head):
        return one.person.of, False
    if one.post.reach == "state":
        return AMBIGUOUS if len(states) > 1 else next(iter(states), ""), True
    if not _GENERIC.fullmatch(one.post.lead):
        return "", True
    before = [e for c in clauses[: clause.index + 1] for e in c.entities if e.end <= one.start]
    generic = one.post.lead[-2:] or one.post.kind[:1]
    if len(one.post.kind) == 2 and one.post.kind[0] in HEADED:
        ends = _ORG_KINDS.get(one.post.kind[0], (one.post.kind[0],))
        fitting = [e for e in before if e.type in {"ORG", "LOC", "GPE"} and e.text.endswith(ends)]
    elif one.post.reach == "affair":
        fitting = [e for e in before if e.type == "PRODUCT" and one.post.kind in _CRAFT]
    elif _PLAIN.fullmatch(one.post.lead):
        tail = re.search("厂|医院|学校|大学|银行|平台", one.post.lead)
        fitting = [e for e in before if e.type == "ORG" and (tail.group() in e.text if tail else not e.text.endswith(_BUREAUS))]
        headed = {e.key for c in clauses if c.sentence.headline for e in c.entities}
        fitting = [e for e in fitting if e.key in headed] or fitting  # 首席执行官陆某: of the company that the article is about
    else:
        fitting = [e for e in before if e.type == "ORG" and one.post.lead and e.text.endswith(generic)]
    return (fitting[-1].key if fitting else ""), True


def _tells_of_change(clause: Clause, post: Post, *, own: bool) -> bool:
    """Whether a clause of the sentence tells that the post changes hands, and not another post that it names (免去船长职务，董事长致歉)."""
    if not word_pattern(load_cues().changes_hands_in).search(clause.text):
        return False
    named = [read_title(clause.text[: m.start()]) for m in _POST_ENDS.finditer(clause.text)]
    return own or all(n is None or n.kind == post.kind for n in named)


def _claim(document: Document, clause: Clause, sentence: Sequence[Clause], one: _Held, body: str, inferred: bool) -> Claim:
    """The claim that the person holds the post. `sentence`: the clauses of its sentence."""
    pointed = document.shadow.text[one.lead_at - 1 : one.lead_at] in tuple("该此本这其")  # 该桥的项目经理, 主理此工程的项目经理
    changing = one.post.rank == "new" or any(_tells_of_change(c, one.post, own=c is clause) for c in sentence)
    marks = (
        (APPOINTED, one.told),
        (CHANGING, changing),
        (INFERRED, inferred),
        (STAYING, one.staying),
        (one.post.rank, bool(one.post.rank)),
    )
    frame = clause_frame(clause)
    return make_claim(
        document,
        clause,
        start=one.start,
        end=one.end,
        family=Family.OFFICE,
        attribute=f"office|{one.post.kind}",
        value=Name(one.person.text, one.person.key, "PER"),
        subject="" if body == AMBIGUOUS else body,
        subject_text="",
        attribute_text=one.post.head,
        scope=Scope(of=body, part=one.post.reach, qualifiers=tuple(sorted(mark for mark, holds in marks if holds))),
        frame=Frame(
            concept=f"office|{one.post.kind}",
            noun="" if _PLAIN.fullmatch(one.post.lead) or pointed or one.post.lead.endswith(("籍", "裔")) else one.post.lead,
            participants=tuple(k for k in frame.participants if k != one.person.key),
            context=frame.context,
            places=frame.places,
            words=frame.words,
            topic=frame.topic,
        ),
        time_behaviour="stock",
    )
