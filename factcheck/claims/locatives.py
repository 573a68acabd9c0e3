"""Where a clause says something is or happens, by the grammar around the place, whether or not any list knows it.

Four frames: a noun that asks where (起火点, 签署地, 震中) with a linking verb and X; verb+在X (降落在, 出土于, 抵达); 在X+verb (and 从, 于,
由); a court or hospital that does what is only done there. `place_phrases` says where X ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.happenings import Happening
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.located import Located
from factcheck.claims.objects import has_object
from factcheck.claims.place_phrases import CONTENT_TAGS, ONE_OF_A_SORT, read_place, read_units
from factcheck.claims.place_words import load_place_words
from factcheck.claims.scenes import bare_scenes, befallen
from factcheck.claims.ways import NOT_WHENCE, PASSING, THROUGH, on_the_way, told_of, way_of
from factcheck.language.document import Token
from factcheck.mentions.names.tables import known_names

__all__ = ["carry_over", "find_locatives"]


def find_locatives(clause: Clause, happenings: Sequence[Happening], before: str = "") -> list[Located]:
    """The places of a clause, each question once, in reading order. `before`: the question of the clause before, which a bare 地点 or
    是在 takes up."""
    found: list[Located] = []
    frames = (
        _equated(clause, before),
        _after_verbs(clause, happenings),
        _before_verbs(clause, happenings),
        on_the_way(clause, happenings),
        _houses(clause, happenings),
        bare_scenes(clause),
    )
    for frame in frames:
        for one in frame:
            told = one.question != "" and any((f.question, f.way) == (one.question, one.way) for f in found)
            crossed = any(f.start < one.end and one.start < f.end and (f.start, f.end) != (one.start, one.end) for f in found)
            if not told and not crossed:
                found.append(one)
    return sorted(found, key=lambda f: (f.start, f.question))


def _question_in(words_before: str, *, within: int | None = None) -> tuple[str, int] | None:
    """The question of the last telling word of a stretch, with where it begins; None where there is none, or none so near its end."""
    words = load_place_words()
    telling = [*words.role_pattern.finditer(words_before), *words.verb_pattern.finditer(words_before)]
    if within is not None:
        telling = [m for m in telling if len(words_before) - m.end() <= within]
    last = max(telling, key=lambda m: (m.end(), m.end() - m.start()), default=None)
    if last is None:
        return None
    word = last.group()
    return words.roles.get(word) or words.question_of(load_event_words().types.get(word, word), word), last.start()


# ------------------------------------------------------------------ 起火点为九楼会议室

_LINK = re.compile(
    r"(?:[，]?(?:目前|现|已|最终|最后|初步|经|被|就|则|也|都|正|均|仍|原来|实际上?|其实|很?可能|应)){0,3}"
    r"(?:(?:初步)?(?:确定|锁定|认定|判定|判断|选定|定|选|设|放|安排|敲定|确认|指向|改|移|换|查明|落|坐落|确立|指)?"
    r"(?:为|是在?|在|位于|位在|于|系|即|到|指向|锁定(?!为))|锁定|指向|位于|就在|设于)"
)
_ROLE = re.compile(
    r"(?:的)?(?:具体|准确|确切|最终|初步|大致)?(?:地点|所在地|位置|现场|部位|源头|起点|终点|场地|场所|地方|源|地|点|址|处)"
    r"|的(?=是)|震中|震央|总部|总行|首站|首场|会场|主会场|火头|火源"
)
_BARE_ROLE = frozenset({"地点", "现场", "位置", "场地"})
_CLEFT = re.compile(r"(?:就|正|而|也)?(?:是在|系在|是于|就在)")
_LEAST = frozenset({"scene", "scene_fire", "scene_traffic", "scene_violence", "scene_ground", "source"})
"""Questions that 最先起火的是三号车间 may answer: what the verb says of others is done by them (最早发现的是县医院)."""


def _equated(clause: Clause, before: str) -> Iterator[Located]:
    """起火点为九楼会议室, 会谈地点是布伦港, 震中位于鹿鸣县; 是在X behind a clause that told what happened."""
    words, offset = load_place_words(), max(0, clause.content_start - clause.start)
    cleft = _CLEFT.match(clause.text, offset)
    if cleft is not None and before:
        found = read_place(clause, clause.start + cleft.end())
        if found is not None and _ends_clause(clause, found[1]):
            yield Located(*found, before, cleft.group(), found[0], found[1], units=read_units(clause, *found))
    for role in _ROLE.finditer(clause.text, offset):
        link = _LINK.match(clause.text, role.end())
        if link is None:
            continue
        what, whole = clause.text[offset : role.start()], role.group().lstrip("的")
        question, at = words.roles.get(whole, ""), role.start()
        if not question:
            near = _question_in(what, within=2)
            if near is not None and (whole or near[0] in _LEAST):
                question, at = near[0], offset + near[1]
            elif whole in _BARE_ROLE and not what.strip("的"):
                question = before or ("scene" if whole == "现场" else "")
            elif whole in _BARE_ROLE and role.group().startswith("的"):
                verb = next((t for t in reversed(clause.tokens) if t.tag == "VERB" and t.end <= clause.start + role.start()), None)
                question = words.question_of(load_event_words().event_type(verb.text), verb.text) if verb is not None else ""
        found = read_place(clause, clause.start + link.end()) or (_bare(clause, clause.start + link.end()) if whole else None)
        if not question or found is None:
            continue
        yield Located(*found, question, role.group(), clause.start + at, clause.start + role.end(), units=read_units(clause, *found))


def _bare(clause: Clause, at: int) -> tuple[int, int] | None:
    """Behind a noun that asks where, a plain noun phrase up to the end of the clause is the place; not 一处水利设施, which tells of what
    sort it is."""
    tokens = [t for t in clause.tokens if t.start >= at]
    plain = all(t.tag in {*CONTENT_TAGS, "PART", "ADP"} for t in tokens)
    if not tokens or not 2 <= clause.end - at <= 16 or not plain or tokens[-1].tag not in {"NOUN", "PROPN"}:
        return None
    if ONE_OF_A_SORT.match(clause.text, at - clause.start):
        return None
    while clause.text[at - clause.start] in "了“「一":
        at += 1
    return at, clause.end


# ------------------------------------------------------------------ 降落在洛宁机场

_PARTICLE = re.compile(r"(?:了)?(?:在|于|到|至|往|进|入|自)了?$")
_STEM = re.compile(r"(?![表传转发下高多]达)(?P<stem>[\u4e00-\u9fff]{1,3}?)(?:在|于|到|至|往|进|入|自|抵|达|赴)$")
_GOAL = re.compile(r"(?:到|至|往|进|入|去|赴|抵)了?$")
_MISHAP = re.compile(r"(?:事故|事件|意外|案件?|惨剧|悲剧|一幕|灾难|惨案|险情|冲突|此事|这事)[^，]{0,2}$")
_NEGATED = re.compile(r"(?:不|未|没有?|并非|非|无法|尚未|拒绝)[^，]{0,2}$")
_STAY = re.compile(r"(?:目前|现时|现|如今|现今|仍|仍然|依然|当时|此刻|人|身)$")
_CASES = re.compile(r"(?:病例|个案|感染者|患者|病患|病人|病者|确诊者|带菌者)[均都也又则已先]?$")
"""首例个案|出现在|城东区: that a case came up is that somebody was found to have it."""
_LINKS = frozenset({"在", "于", "是", "将", "就", "会", "能", "曾", "则", "就是", "均", "都", "还", "可", "也", "从", "由"})


def _after_verbs(clause: Clause, happenings: Sequence[Happening]) -> Iterator[Located]:
    """降落在洛宁机场, 出土于三号坑, 抵达白沙港, 偏出跑道左侧."""
    words, cues, tokens = load_place_words(), load_cues(), clause.content_tokens()
    offset = max(0, clause.content_start - clause.start)
    for index, token in enumerate(tokens):
        verb_at = _verb_before_place(clause, token, tokens[index + 1] if index + 1 < len(tokens) else None)
        if verb_at is None or _NEGATED.search(clause.text[: token.start - clause.start]):
            continue
        verb, at = verb_at
        what, whole = clause.text[offset : token.start - clause.start], clause.text[token.start - clause.start : at - clause.start]
        relative = token.text in cues.lies and not what.strip()
        upto = clause.text.find("的", at - clause.start) if relative else -1  # 位于高垣村的|鹤陵一号墓
        found = read_place(clause, at, clause.start + upto if upto > 0 else None)
        if found is None:
            continue
        units = read_units(clause, *found)
        if PASSING.fullmatch(token.text) or PASSING.fullmatch(whole):
            for one in told_of(clause, found[1], happenings):
                yield Located(*found, words.question_of(one.type, one.word), one.word, one.start, one.end, "at", one, units)
            continue
        question = _question_of_verb(token.text, whole.rstrip("了"), verb)
        if not question:
            if clause.text[at - clause.start - 1] in "在于" and _leads_on(happenings, found[1]):
                continue  # 协定在首都签署: the frame before verbs
            question = words.question_of(load_event_words().event_type(verb), verb)
        if verb in cues.happens or verb in cues.puts or question in {"source", "settle"}:
            near = _question_in(what)
            if near is not None:
                question = near[0]
            elif verb in cues.happens and question != "source":
                told = befallen(clause, clause.start + offset, token.start) if verb in {"发生", "爆发"} else None
                bare = _without_times(clause, clause.start + offset, token.start)
                mishap = verb == "发生" and (not bare.strip("都就也是") or _MISHAP.search(bare) is not None)
                question = "scene" if mishap else told[1] if told is not None else verb
            elif verb in cues.puts:
                question = "settle"
        if question == "appear" and _CASES.search(clause.text[: token.start - clause.start]):
            question = "infect"
        if units and words.sort_of(units[-1]) == "hospital" and _GOAL.search(clause.text[: at - clause.start]):
            question = "treat"  # 拉到, 抬进, 转去 a hospital
        yield Located(*found, question, verb, token.start, at, units=units)


def _without_times(clause: Clause, start: int, end: int) -> str:
    """The text from `start` to `end` without the times in it: 案件|去年5月2日晚|发生在."""
    held = [m for m in clause.times if start <= m.start and m.end <= end]
    return "".join(clause.text[at - clause.start] for at in range(start, end) if not any(m.start <= at < m.end for m in held))


def _verb_before_place(clause: Clause, token: Token, following: Token | None) -> tuple[str, int] | None:
    """The verb and the character where its place may begin, for 降落在|X, 起于|X, 抵达|X; None where `token` takes no place."""
    words, events = load_place_words(), load_event_words()
    if token.text in words.no_place or token.text in _LINKS or token.tag not in {"VERB", "NOUN", "ADJ", "X"}:
        return None
    if any(e.start <= token.start and token.end <= e.end for e in clause.entities):
        return None
    stem = _STEM.fullmatch(token.text) if token.text not in words.direct else None
    if stem is not None and (token.tag == "VERB" or stem["stem"] in events.types or token.text in words.questions):
        return stem["stem"], token.end
    if following is not None and following.start == token.end and _PARTICLE.fullmatch(following.text):
        if token.tag == "VERB" or token.text + following.text in words.questions:
            return token.text, following.end
        return None
    if token.text in words.direct or (token.tag == "VERB" and events.types.get(token.text) == "landfall"):
        return token.text, token.end
    return None


def _question_of_verb(token: str, whole: str, verb: str) -> str:
    """The question of a verb with its particle, longest form first; "" where none is listed."""
    words, listed = load_place_words(), load_event_words().types
    return next((words.question_of(listed.get(w, w), w) for w in (whole, token, verb) if w in words.questions or w in listed), "")


# ------------------------------------------------------------------ 在铁桥镇签署

_PREPOSITION = re.compile(r"在|于|从|由|自|经|经由|途经|取道|借道|绕道|赴|是从|是在|是由|是于|曾在|曾于|都在|则在|将在|将于|仍在|就在|正在")
_AFTER_TIME = re.compile(r"(?<=[昨今翌前当日晚晨午夜分时秒])(?:在|于|自|从|由)(?=[\u4e00-\u9fff]{2})")
"""昨在云门古城举行, 42分|自北湾|发射: segmenters join the preposition to the time or the name."""
_ASIDE = re.compile(r"的[^，。]{0,8}?(?:下|中|方面|期间|过程|前提|基础|问题|背景|时|后|前)")


def _before_verbs(clause: Clause, happenings: Sequence[Happening]) -> Iterator[Located]:
    """在铁桥镇签署, 从东侧通道潜入, 于济民医院去世."""
    words = load_place_words()
    for start, at in _prepositions(clause):
        found = read_place(clause, at)
        if found is None:
            continue
        word = clause.text[start - clause.start : at - clause.start]
        here = word[-1] in "在于赴"
        behind = next((t for t in clause.tokens if t.end == start and t.tag == "VERB" and t.text not in _LINKS), None)
        if here and behind is not None and not _leads_on(happenings, found[1]):
            continue  # 降落在: the frame behind verbs
        end, rest = found[1], clause.text[found[1] - clause.start :]
        if _NEGATED.search(clause.text[: start - clause.start]):
            continue
        telling = told_of(clause, end, happenings)
        if _ASIDE.match(rest) or any(
            t.text in {"在", "从"} and end < t.start and (not telling or t.end <= telling[0].start) for t in clause.tokens
        ):
            continue
        via = THROUGH.search(clause.text, found[0] - clause.start, found[1] - clause.start) if not here else None
        if via is not None:  # 从乌兰经北门口岸进入
            for one in telling[:1]:
                question, told = _specific(clause, words.question_of(one.type, one.word), one.word, start)
                place = clause.start + via.end(), found[1]
                if question in NOT_WHENCE:
                    yield Located(*place, question, told, one.start, one.end, "via", one, read_units(clause, *place))
            found = found[0], clause.start + via.start()
        units = read_units(clause, *found)
        verb = _verb_after(clause, end, cleft=clause.text[max(0, start - clause.start - 1) : at - clause.start].startswith("是"))
        if telling and (verb is None or verb.start >= telling[0].start):
            later = _main_verb(clause, telling[-1].end)
            if later is not None:
                start_of, told = later
                question = words.question_of(load_event_words().event_type(told), told)
                yield Located(*found, question, told, start_of, start_of + len(told), units=units)
            for one in telling:
                question, told = _specific(clause, words.question_of(one.type, one.word), one.word, start)
                yield Located(*found, question, told, one.start, one.end, way_of(word, question), one, units)
            continue
        if verb is not None:
            told = (
                verb.text if len(verb.text) < 3 or verb.text in words.questions or verb.text in load_event_words().types else verb.text[-2:]
            )
            question = words.question_of(load_event_words().event_type(told), told)
            yield Located(*found, question, verb.text, verb.start, verb.end, way_of(word, question), units=units)
        elif here and _ends_clause(clause, end):
            stays = _STAY.search(clause.text[: start - clause.start])
            before = [t for t in clause.tokens if t.end <= start]
            while before and before[-1].tag == "ADV":
                before.pop()  # 食堂都在西校区
            owner = before[-1] if before and before[-1].tag in {"NOUN", "PROPN"} else None
            stands = owner is not None and len(owner.text) >= 2 and words.sort_of(owner.text) != ""  # 食堂在西校区
            yield Located(*found, "stay" if stays else "seat" if stands else "", word, start, at, units=units)


def _prepositions(clause: Clause) -> Iterator[tuple[int, int]]:
    """Where prepositions of place stand and end."""
    for token in clause.content_tokens():
        if _PREPOSITION.fullmatch(token.text):
            yield token.start, token.end
    plain = {t.start for t in clause.tokens if t.text not in known_names() and (len(t.text) == 1 or t.tag != "PROPN")}
    for match in _AFTER_TIME.finditer(clause.text, max(0, clause.content_start - clause.start)):
        if clause.start + match.start() not in plain:
            yield clause.start + match.start(), clause.start + match.end()


_DIRECTIONS = frozenset({"起来", "出来", "下来", "过来", "出去", "进来", "下去", "过去", "进去", "上来", "上去"})


def _leads_on(happenings: Sequence[Happening], end: int) -> bool:
    """Whether a happening follows close behind a place."""
    return any(0 <= h.start - end <= 3 for h in happenings)


_HELD = frozenset({"进行", "举行", "展开", "召开"})
"""Verbs that hold what their object names (在市政厅进行首轮协商)."""


def _verb_after(clause: Clause, at: int, *, cleft: bool) -> Token | None:
    """The first listed word of a question behind a place (在石门大桥失控, 在巷道内发现了遗体); in 是在X…的 any verb."""
    stative = load_event_words().stative
    behind = [t for t in clause.tokens if t.start >= at and t.text not in {"开始", "进行", "举行"}]
    known = next((t for t in behind if _asks(t.text)), None)
    if known is not None or not cleft:
        return known or next((t for t in clause.tokens if t.start >= at and t.text in _HELD and has_object(clause, t)), None)
    return next((t for t in behind if t.tag == "VERB" and t.text not in stative | _LINKS | _DIRECTIONS), None)


_WHILE = re.compile(r"(?:的)?(?:时候?|之际|之时|途中|期间|过程中)(?!间)")


def _main_verb(clause: Clause, end: int) -> tuple[int, str] | None:
    """The listed verb that a place is told of where the verb right behind the place only says meanwhile: 在车站|候车时|被擒."""
    meanwhile = _WHILE.match(clause.text, end - clause.start)
    if meanwhile is None:
        return None
    starts = {t.start - clause.start for t in clause.tokens}
    for match in load_place_words().verb_pattern.finditer(clause.text, meanwhile.end()):
        if match.start() in starts and match.start() - meanwhile.end() <= 8:
            return clause.start + match.start(), match.group()
    return None


_RITE = re.compile(r"(?:的)?(?:仪式|典礼|工作|活动|程序|过程)?$")


_CARRIED_OUT = frozenset({"进行", "开展", "展开", "实施", "完成"})


def _specific(clause: Clause, question: str, word: str, start: int) -> tuple[str, str]:
    """What is held, with its word, where a word of another question says it: 庭审在X进行 is a trial, 签字仪式在X举行 a signing, and what is
    only carried out (总装在X进行) is the verb before."""
    before = clause.text[: start - clause.start]
    if question == "hold":
        near = _question_in(_RITE.sub("", before.removesuffix("将").removesuffix("已")), within=0)
        if near is not None:
            return near[0], word
    if word in _CARRIED_OUT:
        done = next((t for t in reversed(clause.tokens) if t.end <= start and t.tag not in {"ADV", "ADP", "PART"}), None)
        if done is not None and done.tag == "VERB" and len(done.text) == 2:
            return load_place_words().question_of(load_event_words().event_type(done.text), done.text), done.text
    return question, word


def _asks(word: str) -> bool:
    """Whether a word answers a question that is listed, by itself, by its event type or by its end (实景拍摄)."""
    words, types = load_place_words().questions, load_event_words().types
    return word in words or types.get(word) in words or (len(word) > 2 and word[-2:] in words)


def _ends_clause(clause: Clause, end: int) -> bool:
    """Whether a place is the last of its clause, up to 里, 上 and the like."""
    return re.fullmatch(r"[之的]?(?:里|内|上|中|外|处|附近|一带|里面|上空)?", clause.text[end - clause.start :]) is not None


def carry_over(place: Located, clause: Clause, happenings: Sequence[Happening]) -> Located | None:
    """A place that a clause of its own gives, with what the next clause tells of it: 在一家典当行的保险库里，找到铜壶."""
    telling = told_of(clause, clause.start, happenings)
    verb = _verb_after(clause, clause.content_start, cleft=False)
    if verb is not None and (not telling or verb.start < telling[0].start):
        question = load_place_words().question_of(load_event_words().event_type(verb.text), verb.text)
        return replace(place, question=question, word=verb.text, word_start=place.start, word_end=place.end)
    if not telling or any(t.text in {"在", "于"} for t in clause.content_tokens() if t.end <= telling[0].start):
        return None
    one = telling[0]
    question = load_place_words().question_of(one.type, one.word)
    return replace(place, question=question, word=one.word, word_start=place.start, word_end=place.end, happening=one)


# ------------------------------------------------------------------ 某法院公开宣判

_HOUSES = {"trial": "court", "treat": "hospital"}


def _houses(clause: Clause, happenings: Sequence[Happening]) -> Iterator[Located]:
    """A court that tries or sentences, a hospital that takes in: where it was done."""
    words = load_place_words()
    for happening in happenings:
        question = words.question_of(happening.type, happening.word)
        if happening.negated or question not in _HOUSES:
            continue
        for entity in clause.entities:
            lead, between = (
                clause.text[: entity.start - clause.start],
                clause.text[entity.end - clause.start : happening.start - clause.start],
            )
            told = entity.type == "ORG" and clause.content_start <= entity.start and entity.end <= happening.start
            if not told or words.sort_of(entity.text) != _HOUSES[question]:
                continue
            if re.search(r"[向对被]|认为|表示|要求", between) or lead.endswith(("向", "对")):
                continue
            units = read_units(clause, entity.start, entity.end)
            yield Located(entity.start, entity.end, question, happening.word, happening.start, happening.end, "at", happening, units)
            break
