"""What each clause is about: its own names, its grammatical subject, and what it inherits.

Chinese drops subjects that the discourse makes plain. A clause that names nobody before its verb keeps the subject of
the clause before it in the sentence, then of the sentence before it in the paragraph; what the headline and the lead are about
is known throughout the article. Inherited names are kept apart from said ones: only said ones can make two claims incomparable.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.language.document import Token
from factcheck.mentions.names.tables import titles
from factcheck.mentions.types import EntityMention

__all__ = ["mark_context", "topic_keys"]

_PREPOSITIONS = {
    "对",
    "向",
    "在",
    "从",
    "与",
    "和",
    "同",
    "跟",
    "由",
    "被",
    "经",
    "把",
    "将",
    "距",
    "距离",
    "为",
    "给",
    "于",
    "据",
    "至",
    "到",
    "往",
    "自",
    "因",
    "受",
    "除",
    "比",
    "较",
    "以",
}
_LOCATING = re.compile(r"位于|地处|坐落[于在]?|[\u4e00-\u9fff][在于]|来自|前往|抵达|到达|飞往|开往|驶往|运往|返回|进入|离开")
"""Verbs whose place is where the subject is or goes, not the subject."""
_LEVELS = re.compile(
    r"全(国|省|市|县|区|镇|乡|村|州|港|台|岛|球|世界|境|校|院|厂|公司|集团|行业|军|线|场|队|社会)|本(市|省|县|区|港|岛|国|州|校|院|公司|集团)"
)
_ONE_OF = re.compile(
    r"的?(?:[一两二三四五六七八九十数几多某]|有)[名位家所间座个条栋幢处艘架辆件宗起班支届场只头棵种款部批群](?!月)|的?(?:邻省|邻市|邻县|邻国)"
)
"""柳港市一间化纤厂: the place says where the subject is, which has no name here."""
_SUBJECT_TYPES = {"PER", "ORG", "GPE", "LOC", "EVENT", "PRODUCT", "WORK"}
_PLACE_TYPES = {"GPE", "LOC"}


def topic_keys(clauses: Sequence[Clause], *, limit: int = 6) -> tuple[str, ...]:
    """Keys of what the article is about: names of the headline and of the first two paragraphs' sentences, most frequent
    in the whole article first."""
    counts: Counter[str] = Counter(e.key for c in clauses for e in c.entities)
    lead = {e.key for c in clauses if c.sentence.headline or c.sentence.index <= 2 for e in c.entities}
    ranked = sorted(lead, key=lambda k: (-counts[k], k))
    return tuple(ranked[:limit])


def mark_context(clauses: Sequence[Clause]) -> None:
    """Sets subject, participants, places, context and event of every clause. The event is the named one (“海盾-2026”) said last in the
    paragraph, else the first
    that the headline or the lead names."""
    topic = topic_keys(clauses)
    main_event = next((e.key for c in clauses if c.sentence.headline or c.sentence.index <= 2 for e in c.entities if e.type == "EVENT"), "")
    event = ""
    current = paragraph = -1
    topic_noun, topic_of = "", -1
    sentence_keys: list[str] = []
    before: tuple[str, ...] = ()
    leading = ""  # the last grammatical subject of the sentence: what a clause without one goes on about
    bodies: list[EntityMention] = []  # the organisations named so far: 该公司 takes up the last
    things: list[EntityMention] = []  # every name so far: what 该墓, 这座大桥 take up
    people: list[EntityMention] = []  # the person last spoken of or speaking: what 他 takes up
    for clause in clauses:
        if clause.sentence.paragraph != paragraph:
            event = ""
            paragraph, before, sentence_keys, current = clause.sentence.paragraph, (), [], clause.sentence.index
            leading = ""
        elif clause.sentence.index != current:
            current = clause.sentence.index
            before, sentence_keys = (tuple(dict.fromkeys((*((leading,) if leading else ()), *sentence_keys))) or before), []
            leading = ""
        own = [_possessed(clause, e) for e in clause.entities if e.start >= clause.content_start]
        clause.subject = _find_subject(clause, own) or _taken_up(clause, bodies, people) or _thing_again(clause, things)
        if clause.subject is None and clause.opening.isspace() and clause.index:
            clause.subject = clauses[clause.index - 1].subject  # a headline's second half goes on about the first's subject
        things += clause.entities
        bodies += [e for e in clause.entities if e.type == "ORG"]
        if clause.subject is not None and clause.subject.type == "PER":
            people = [clause.subject]
        elif named := [e for e in clause.entities if e.type == "PER"]:
            people = named[-1:]
        elif clause.speaker and (said := [e for e in clause.entities if e.key == clause.speaker and e.type == "PER"]):
            people = said[:1]
        clause.topic = _opening_noun(clause)
        if current == topic_of and topic_noun and (not clause.topic or _MEASURE_NOUN.fullmatch(clause.topic)):
            clause.topic = topic_noun
        topic_noun, topic_of = clause.topic, current
        event = next((e.key for e in reversed(clause.entities) if e.type == "EVENT"), event)
        clause.event = event or main_event
        keys = [e.key for e in own]
        for level in _LEVELS.finditer(clause.text):
            keys.append(level.group())
        clause.participants = tuple(dict.fromkeys(keys))
        clause.places = tuple(
            dict.fromkeys([e.key for e in own if e.type in _PLACE_TYPES] + [m.group() for m in _LEVELS.finditer(clause.text)])
        )
        if not clause.places and _BOTH.match(clause.text, max(clause.content_start, clause.start) - clause.start):
            clause.places = _places_before(clauses, clause)
        spoken = (leading,) if leading else ()
        inherited = [k for k in (*spoken, *reversed(sentence_keys), *before, *topic) if k not in clause.participants]
        clause.context = tuple(dict.fromkeys(inherited))
        sentence_keys.extend(keys)
        if clause.subject is not None:
            leading = clause.subject.key


_BOTH = re.compile(
    r"(?:两|三|四|五|几|各|多|当|该)(?:国|地|市|省|县|区|州|岛|镇|乡|村|城|港|个?城市|个?国家|个?省份|个?地区)(?!人|产|位|方向)"
)
"""Words at the head of a clause that take up the places named right before (两国, 当地)."""


def _places_before(clauses: Sequence[Clause], clause: Clause) -> tuple[str, ...]:
    """The places named in the speaker's words or in the nearest clause of the sentence that names any."""
    own = tuple(dict.fromkeys(e.key for e in clause.entities if e.end <= clause.content_start and e.type in _PLACE_TYPES))
    index = clause.index - 1
    while not own and index >= 0 and clauses[index].sentence.index == clause.sentence.index:
        own = tuple(dict.fromkeys(e.key for e in clauses[index].entities if e.type in _PLACE_TYPES))
        index -= 1
    return own


_KIN = re.compile(
    r"(?:的|之)?(?:妻子|丈夫|老婆|老公|太太|夫人|父亲|母亲|父母|儿子|女儿|子女|哥哥|弟弟|姐姐|妹妹|兄长|胞[兄弟姐妹]|家人|家属|亲属|亲戚|亲友|朋友|友人|同事|邻居|律师|代理人|发言人|助理|秘书|司机|手下|前妻|前夫|遗孀|团队|阵营|办公室|竞选总部|对手)"
)
_TAKEN_UP = re.compile(
    r"(?:目前|现时|现在|此前|当时|事后|随后|其后|此外|另外|据悉|不过|但是?|而|至今)?(?:该|这家|这所|此)(?P<kind>公司|企业|集团|机构|医院|院|学校|校|大学|厂|工厂|厂商|馆|博物馆|部门|局|店|平台|品牌|银行|基金会?|球队|球会|队|组织|团体|协会|社|台|报|网站|工会|政党|党)(?![长员方部外])"
)


_MEASURE_NOUN = re.compile(
    r"(?:其中)?(?:[跌涨升降增减]幅|同比|环比|增速|增长率|收盘|开盘|成交[额量]|总[额数量计值]|均价|单价|价格|人数|数量|比例|比重|占比|面积|长度|高度|重量|金额|全长|全天|早盘|午后|尾盘|造价|总?投资额?|成本|票价|售价|总价|房价|股价|市值|估值|销量|产量|营收|利润|亏损|预算|工期|票房)"
)
"""Nouns that open a clause without changing what it is about: 深证成指收报…，跌幅为1.72%."""
_LEAD = r"(?:目前|现时|现在|此前|当时|事后|事发后|随后|其后|此外|另外|据悉|不过|但是?|而|至于|对此|至今|昨[日天晚]|今[日天早])?"
_SIDE = re.compile(_LEAD + r"(?P<kind>院|校|厂|馆|园|店|社|台)方(?![面向法位案式圆])")
_KINDS: dict[str, tuple[str, ...]] = {
    "院": ("院",),
    "校": ("学校", "大学", "中学", "小学", "学院", "校"),
    "学": ("大学", "中学", "小学", "学"),
    "厂": ("厂",),
    "馆": ("馆",),
    "园": ("园",),
    "店": ("店",),
    "社": ("社",),
    "台": ("台",),
}
"""Ends of names that a word such as 院方 or 该校 may take up, by its kind."""
_PRONOUN = re.compile(
    r"(?:有?消息(?:人士)?(?:指|称|说)|不过|但是?|而|随后|此外|同时|最后|其后|之后|昨[日天]|今[日天]|目前|当时)?"
    r"(?P<who>[他她](?!们|人|方|国|乡|山|的|本人的)|本人|自己(?!的|人|家|国|村|省|市)|其(?!中|他|它|余|次|实|间|后|时|所|父|母|妻|子|女|夫|家|律师|代理))"
)


def _possessed(clause: Clause, entity: EntityMention) -> EntityMention:
    """顾承安的妻子 is not 顾承安: a person with somebody of that person behind has a key of its own."""
    if entity.type != "PER":
        return entity
    other = _KIN.match(clause.text, entity.end - clause.start)
    return entity if other is None else replace(entity, key=f"{entity.key}/{other.group().lstrip('的之')}", end=clause.start + other.end())


def _taken_up(clause: Clause, bodies: Sequence[EntityMention], people: Sequence[EntityMention]) -> EntityMention | None:
    """该公司, 院方 or 他 at the head of a clause: the organisation or person last spoken of, said again. A word that names a kind (院, 校)
    takes up the last body of that kind only."""
    offset = max(clause.content_start, clause.start) - clause.start
    found = _TAKEN_UP.match(clause.text, offset) or _SIDE.match(clause.text, offset)
    if found is not None:
        kind = found["kind"][-1]
        fitting = [e for e in bodies if e.key.endswith(_KINDS.get(kind, kind))]
        known = fitting or ([] if kind in _KINDS else list(bodies))
    else:
        found, known = _PRONOUN.match(clause.text, offset), list(people)
    if found is None or not known:
        return None
    return replace(known[-1], start=clause.start + found.start(), end=clause.start + found.end(), text=found.group(), title="", of="")


_AGAIN = re.compile(_LEAD + r"(?:该|这[座条艘架栋幢所部款份起])(?P<kind>[\u4e00-\u9fff]{1,3})")


def _thing_again(clause: Clause, things: Sequence[EntityMention]) -> EntityMention | None:
    """该墓, 这座大桥 at the head of a clause: the last name that ends in what it is called."""
    found = _AGAIN.match(clause.text, max(clause.content_start, clause.start) - clause.start)
    if found is None:
        return None
    for length in range(len(found["kind"]), 0, -1):
        kind = found["kind"][:length]
        fitting = [e for e in things if e.text.endswith(kind) and len(e.text) > length and e.type != "PER"]
        if fitting:
            return replace(fitting[-1], start=clause.start + found.start(), end=clause.start + found.start("kind") + length, text=kind)
    return None


def _opening_noun(clause: Clause) -> str:
    """The noun phrase the content opens with, after times and adverbs; "" when it opens with something else (a verb, a figure)."""
    nouns: list[str] = []
    for token in clause.content_tokens():
        if any(m.start <= token.start < m.end for m in clause.times):
            if nouns:
                break
            continue
        if any(m.start <= token.start < m.end for m in clause.figures):
            break
        if token.tag in {"NOUN", "PROPN", "ADJ", "X"} or (nouns and token.text == "的"):
            nouns.append(token.text)
        elif nouns or token.tag not in {"ADV", "CCONJ", "PART", "PRON", "PUNCT", "NUM"}:
            break
    noun = "".join(nouns).strip("的")
    return noun if len(noun) > 1 else ""


def _takes_object(clause: Clause, verb: Token, entity: EntityMention) -> bool:
    """Whether a name is what the verb right before it is done to (并发表《联合声明》, 收购瑞舟精密), and nothing that it does follows.
    A verb of saying or thinking has a clause behind it, and so its subject."""
    cues = load_cues()
    if verb.tag != "VERB" or verb.end != entity.start or verb.text in cues.says | cues.opines | cues.links | cues.denies | cues.confirms:
        return False
    behind = next((t for t in clause.tokens if t.start >= entity.end), None)
    return behind is None or behind.tag in {"PUNCT", "NUM", "CCONJ", "ADP"} or behind.text in {"的", "后", "时", "等", "之后", "之前", "前"}


def _find_subject(clause: Clause, own: Sequence[EntityMention]) -> EntityMention | None:
    """The first name of the content that is not governed by a preposition and stands before the first figure."""
    limit = clause.figures[0].start if clause.figures else clause.end
    tokens = clause.tokens
    governed = -1  # end of the last name governed by a preposition; names that touch it are governed too (在泰国曼谷)
    for entity in own:
        if entity.start >= limit or entity.type not in _SUBJECT_TYPES:
            continue
        reach = 2 if entity.type in _PLACE_TYPES and clause.text[governed - clause.start : entity.start - clause.start] != "的" else 0
        if governed >= 0 and entity.start - governed <= reach:
            governed = entity.end
            continue
        previous = next((t for t in reversed(tokens) if t.end <= entity.start), None)
        if previous is not None and (
            previous.text in _PREPOSITIONS or (entity.type in _PLACE_TYPES and _LOCATING.fullmatch(previous.text))
        ):
            governed = entity.end
            continue
        if entity.type in _PLACE_TYPES and _ONE_OF.match(clause.text, entity.end - clause.start):
            continue
        if previous is not None and _takes_object(clause, previous, entity):
            continue
        return _person_of(clause, entity, own, limit) or entity
    return None


REACH_OF_PERSON = 6
"""Characters of nouns between a body and the person whom they describe."""


def _person_of(clause: Clause, body: EntityMention, own: Sequence[EntityMention], limit: int) -> EntityMention | None:
    """中国选手|陆一鸣: the person whom a place or body and a plain noun describe; whoever has a title may act for it."""
    person = next((e for e in own if body.end <= e.start <= body.end + REACH_OF_PERSON), None)
    if body.type not in {"GPE", "ORG", "LOC"} or person is None or person.type != "PER" or person.start >= limit:
        return None
    if person.title and person.title not in titles()["profession"]:
        return None
    between = clause.tokens_between(body.end, person.start)
    covered = sum(t.end - t.start for t in between) == person.start - body.end
    return person if between and covered and all(t.tag in {"NOUN", "ADJ"} for t in between) else None
