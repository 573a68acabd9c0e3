"""Claims about roles: what fills a place in an affair that only one can fill (终点设在体育中心, 起火原因为遗留烟头).

A role is a noun of `data/roles.yml`; what fills it stands behind a verb of being or placing. Persons and bodies are read by `claims.deeds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.draft import make_claim, read_subject
from factcheck.claims.timing import ClauseTimes
from factcheck.datafile import read_data
from factcheck.errors import ConfigError
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Frame, Name, Scope

__all__ = ["CAUSE", "extract_roles", "load_roles", "names_body"]

CAUSE = "role|cause"
"""What brought something about: `frame.noun` says what, "" where the words do not; `frame.wording` the text around it."""
_FAMILY = {"place": Family.PLACE, "person": Family.MEETING, "thing": Family.STATE}
_SOFT = r"(?:初步|目前|已经?|被|最终|最后|仍|正|就|其实|原来|竟然?|则|皆|均|应|确定|认定|判定|锁定|查明|确认|定|选|设)*"
_IS = re.compile(
    _SOFT + r"(?:不是[^，。；]{1,20}?[，,]?而)?(?P<verb>是|为|系|即|乃|叫做?|名叫|在于|位于|设在|设于|选在|选址|定在|来自|出自|指向|在)"
    r"(?!否|何|什么|谁|哪|此)"
)
_FILLER = re.compile(
    r"(?:一名|一位|一个|一家|一处|一间|该|其)?(?P<filler>[^，。、；：！？“”\s]{2,20}?)(?=[，。、；：！？“”\s]|的(?:消息|说法)|$)"
)
_DESCRIBED = re.compile(r"一(?:处|个|间|片|条|座|种|次|段|名|位|家)(?![\u4e00-\u9fff]{0,12}(?:叫|名为))")
"""一处水利设施 says what sort of place it is, not which."""
_CAUSED = re.compile(
    r"(?:(?:系|是|为|乃)(?:因|由于|由)?|因|由于|由)(?P<filler>(?!此|其|该)[^，。、；：系是因由]{2,18}?)(?:所致|所?引起|所?引发|所?造成|酿成|触发|诱发|惹起|肇致|招致|导致)(?:的)?$"
)
"""起火系电线短路所致: what a cause is said to be without the word for cause."""
_CAUSE_OF = re.compile(
    r"(?P<effect>[\u4e00-\u9fff]{2})(?:的)?(?:直接|主要|根本|真正|初步|具体|确切|可能)?(?:原因|主因|起因|肇因|成因|诱因|祸因|祸首|罪魁祸首|元凶)$"
)
"""起火原因, 延误的主要原因: what it is the cause of."""
_CAUSES = re.compile(r"(?:[\u4e00-\u9fff]{2}的?)?(?:直接|主要|根本|真正|初步|具体|确切)?(?:原因|主因|起因|肇因|成因|诱因|祸因)")
_EFFECT_TAGS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_EMPTY = re.compile(
    r"^(?:绰号|外号|诨号|化名|代号|人称|不明|未知|未明|待查|谁|什么|何|多方面|多种|两|三|四|[\d]|多重|复杂|非常|十分|很|最|更|正在|尚|还|仍|有待|一直|同一)"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """`words`: noun -> role; `verbs`: verb -> role; `kinds`: role -> place, person or thing; `once`: roles of which an affair has one
    for one object; `many`: roles that several fill in one affair; `apposed`: roles whose noun before a name says who it was (主犯曹某;
    not 冠军侯斌); `unless`: role -> the role it is in the company of certain words. Verbs and persons are read by `claims.deeds`."""

    words: dict[str, str]
    verbs: dict[str, str]
    kinds: dict[str, str]
    once: frozenset[str]
    many: frozenset[str]
    apposed: frozenset[str]
    unless: dict[str, dict[str, tuple[str, ...]]]
    pattern: re.Pattern[str]


@cache
def load_roles() -> Roles:
    """The shipped roles. Raises ConfigError (path:line) for a word in two roles or an unknown kind."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "roles.yml") as path:
        file = read_data(Path(path))
    words: dict[str, str] = {}
    verbs: dict[str, str] = {}
    kinds: dict[str, str] = {}
    once: set[str] = set()
    many: set[str] = set()
    apposed: set[str] = set()
    unless: dict[str, dict[str, tuple[str, ...]]] = {}
    for role, entry in file.data["roles"].items():
        if entry["kind"] not in _FAMILY:
            place = f"{file.name}:{file.position(('roles', role, 'kind')).line}"
            raise ConfigError(f"unknown kind {entry['kind']!r} of the role {role}", where=place, hint=f"one of {', '.join(_FAMILY)}")
        kinds[role] = entry["kind"]
        if entry.get("once"):
            once.add(role)
        if entry.get("many"):
            many.add(role)
        if entry.get("apposed"):
            apposed.add(role)
        for other, near in entry.get("unless", {}).items():
            if other not in file.data["roles"]:
                raise ConfigError(f"unknown role {other!r}", where=f"{file.name}:{file.position(('roles', role, 'unless', other)).line}")
            unless.setdefault(role, {})[other] = tuple(near)
        for section, table in (("words", words), ("verbs", verbs)):
            for index, word in enumerate(entry.get(section, ())):
                if word in table:
                    place = f"{file.name}:{file.position(('roles', role, section, index)).line}"
                    raise ConfigError(f"{word} stands in {table[word]} and in {role}", where=place, hint="a word belongs to one role")
                table[word] = role

    pattern = re.compile("|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))))
    return Roles(words, verbs, kinds, frozenset(once), frozenset(many), frozenset(apposed), unless, pattern)


def extract_roles(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> list[Claim]:
    """All claims about roles, in reading order."""
    claims: list[Claim] = []
    for clause in clauses:
        for claim in (*_by_noun(document, clause, times), *_by_effect(document, clause, times)):
            near = _near_text(document, clauses, clause) if claim.attribute == CAUSE else ""
            claims.append(replace(claim, frame=replace(claim.frame, wording=near)) if near else claim)
    return claims


def _by_noun(document: Document, clause: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """终点设在体育中心; 总经理叫邹国强; 死因为药物过敏."""
    text, roles = document.shadow.text, load_roles()
    begin = max(clause.start, clause.content_start)
    listed = list(roles.pattern.finditer(text, begin, clause.end))
    causes = [m for m in _CAUSES.finditer(text, begin, clause.end) if not any(m.start() < x.end() and x.start() < m.end() for x in listed)]
    for match in (*listed, *causes):
        role = roles.words.get(match.group(), "cause")
        verb = _IS.match(text, match.end(), clause.end)
        if verb is None:
            continue
        filler = _FILLER.match(text, verb.end(), clause.end)
        if filler is not None and not _DESCRIBED.match(text, verb.end()):
            yield from _claim(document, clause, times, role, match.group(), match.start(), filler.span("filler"))


def _effect_of(clause: Clause, word: str, at: int) -> str:
    """What a cause is said to be of: what its own word holds (起火原因), else the last plain word before it (住客昏迷|系…所致); "" for
    whatever happened (事故原因, 起因)."""
    own = _CAUSE_OF.search(word)
    if own is not None and not word_pattern(load_cues().whatever_happened).search(own["effect"]):
        return own["effect"]
    named = [(e.start, e.end) for e in clause.entities]
    before = [t for t in clause.tokens if clause.content_start <= t.start and t.end <= at and t.end >= at - 8]
    for token in reversed(before):
        if token.tag not in _EFFECT_TAGS or any(a <= token.start < b for a, b in named):
            if token.text in {"的", "是", "系", "为", "乃"}:
                continue
            return ""
        if token.text in load_cues().whatever_happened:
            continue
        if len(token.text) >= 2:
            return token.text
    return ""


def _near_text(document: Document, clauses: Sequence[Clause], clause: Clause) -> str:
    """The sentence of a clause and the one before it."""
    near = [c.sentence for c in clauses[max(0, clause.index - 12) : clause.index + 1] if clause.sentence.index - c.sentence.index <= 1]
    return document.shadow.text[near[0].start : clause.sentence.end]


def _by_effect(document: Document, clause: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """系电线短路所致, 由雷击引发."""
    found = _CAUSED.search(document.shadow.text, max(clause.start, clause.content_start), clause.end)
    if found is not None:
        yield from _claim(document, clause, times, "cause", found.group()[-2:], found.start(), found.span("filler"))


_BODY_END = re.compile(
    r"(?:资本|基金|公司|集团|银行|证券|控股|投资|科技|影业|传媒|置业|地产|建工|路桥|建设|重工|航空|物流|制药|药业|大学|学院|研究所|设计院|事务所|工作室|剧团|乐团|协会|基金会|俱乐部)$"
)


def names_body(words: str) -> bool:
    """Whether words that no recogniser took for a name end as a body's name does and have something before that end (鲸屿资本)."""
    found = _BODY_END.search(words)
    return found is not None and found.start() >= 2


def _claim(
    document: Document, clause: Clause, times: ClauseTimes, role: str, word: str, at: int, filler: tuple[int, int]
) -> Iterator[Claim]:
    text = document.shadow.text
    start, end = filler
    kind = load_roles().kinds[role]
    within = [e for e in clause.entities if e.start < end and start < e.end]
    named = next(iter(within), None)
    if kind == "person" and ((named is not None and named.type in {"PER", "ORG"}) or names_body(text[start:end])):
        return  # read by `claims.deeds`
    if named is not None and kind != "thing" and (named.type in {"GPE", "LOC"}) == (kind == "place"):
        value = Name(named.text, named.key, named.type)
        start, end = named.start, named.end
    elif _EMPTY.match(text[start:end]) or any(f.start < end and start < f.end and text[f.start] != "一" for f in clause.figures):
        return
    else:
        value = Name(text[start:end], text[start:end], "SPOT" if kind == "place" else "THING")
    subject, subject_text = read_subject(clause)
    noun = text[clause.content_start : at] if at > clause.content_start else ""
    yield make_claim(
        document,
        clause,
        start=min(at, start),
        end=max(at + len(word), end),
        family=_FAMILY[kind],
        attribute=f"role|{role}",
        value=value,
        subject="" if subject == value.key else subject,
        subject_text="" if subject == value.key else subject_text,
        attribute_text=word,
        scope=Scope(period=times.period_at(clause, at), event=clause.event, qualifiers=(value.key,) if kind == "place" else ()),
        frame=Frame(
            concept=f"role|{role}",
            noun=_effect_of(clause, document.shadow.text[max(clause.content_start, at - 12) : at] + word if role == "cause" else word, at)
            if role == "cause"
            else "".join(t.text for t in clause.tokens if t.tag in {"NOUN", "PROPN"} and clause.content_start <= t.start and t.end <= at),
            head=word if noun else "",
            predicate=word,
            participants=tuple(k for k in clause.participants if k != value.key),
            context=clause.context,
            places=() if kind == "place" else clause.places,
            words=clause.content_words(),
            topic=clause.topic,
        ),
        time_behaviour="fixed",
    )
