"""Claims about roles: who or what fills a place in an affair that only one can fill (终点设在体育中心, 总经理叫邹国强, 由甲公司承建).

A role is a noun of `data/roles.yml`, or an office of `data/events.yml`. What fills it stands behind a verb of being or placing, or
between 由 and a verb of the role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import make_claim, read_subject
from factcheck.claims.timing import ClauseTimes
from factcheck.datafile import read_data
from factcheck.errors import ConfigError
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Frame, Name, Scope

__all__ = ["extract_roles", "load_roles"]

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
_BY = re.compile(r"(?<![自经理缘])由(?P<filler>[^，。、；：由]{2,16}?)(?:负责|独家|共同|联合|亲自|一手|公司)?$")
_CAUSED = re.compile(
    r"(?:(?:系|是|为|乃)(?:因|由于|由)?|因|由于|由)(?P<filler>(?!此|其|该)[^，。、；：系是因由]{2,18}?)(?:所致|所?引起|所?引发|所?造成|酿成)(?:的)?$"
)
"""起火系电线短路所致: what a cause is said to be without the word for cause."""
_EMPTY = re.compile(
    r"^(?:不明|未知|未明|待查|谁|什么|何|多方面|多种|两|三|四|[\d]|多重|复杂|非常|十分|很|最|更|正在|尚|还|仍|有待|一直|同一)"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """`words`: noun -> role; `verbs`: verb -> role; `kinds`: role -> place, person or thing."""

    words: dict[str, str]
    verbs: dict[str, str]
    kinds: dict[str, str]
    pattern: re.Pattern[str]
    verb_pattern: re.Pattern[str]


@cache
def load_roles() -> Roles:
    """The shipped roles. Raises ConfigError (path:line) for a word in two roles or an unknown kind."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "roles.yml") as path:
        file = read_data(Path(path))
    words: dict[str, str] = {}
    verbs: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for role, entry in file.data["roles"].items():
        if entry["kind"] not in _FAMILY:
            place = f"{file.name}:{file.position(('roles', role, 'kind')).line}"
            raise ConfigError(f"unknown kind {entry['kind']!r} of the role {role}", where=place, hint=f"one of {', '.join(_FAMILY)}")
        kinds[role] = entry["kind"]
        for section, table in (("words", words), ("verbs", verbs)):
            for index, word in enumerate(entry.get(section, ())):
                if word in table:
                    place = f"{file.name}:{file.position(('roles', role, section, index)).line}"
                    raise ConfigError(f"{word} stands in {table[word]} and in {role}", where=place, hint="a word belongs to one role")
                table[word] = role

    def pattern(table: dict[str, str]) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(table, key=lambda w: (-len(w), w)))))

    return Roles(words, verbs, kinds, pattern(words), pattern(verbs))


def extract_roles(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> list[Claim]:
    """All claims about roles, in reading order."""
    claims: list[Claim] = []
    for clause in clauses:
        claims.extend(_by_noun(document, clause, times))
        claims.extend(_by_verb(document, clause, times))
        claims.extend(_by_effect(document, clause, times))
    return claims


def _by_noun(document: Document, clause: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """终点设在体育中心; 总经理叫邹国强; 死因为药物过敏."""
    text, roles = document.shadow.text, load_roles()
    for match in roles.pattern.finditer(text, max(clause.start, clause.content_start), clause.end):
        verb = _IS.match(text, match.end(), clause.end)
        if verb is None:
            continue
        filler = _FILLER.match(text, verb.end(), clause.end)
        if filler is not None and not _DESCRIBED.match(text, verb.end()):
            yield from _claim(document, clause, times, roles.words[match.group()], match.group(), match.start(), filler.span("filler"))


def _by_verb(document: Document, clause: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """由甲公司承建, 由海纬基金牵头."""
    text, roles = document.shadow.text, load_roles()
    for match in roles.verb_pattern.finditer(text, max(clause.start, clause.content_start), clause.end):
        found = _BY.search(text, max(clause.start, clause.content_start, match.start() - 20), match.start())
        if found is not None:
            yield from _claim(document, clause, times, roles.verbs[match.group()], match.group(), match.start(), found.span("filler"))


def _by_effect(document: Document, clause: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """系电线短路所致, 由雷击引发."""
    found = _CAUSED.search(document.shadow.text, max(clause.start, clause.content_start), clause.end)
    if found is not None:
        yield from _claim(document, clause, times, "cause", found.group()[-2:], found.start(), found.span("filler"))


def _claim(
    document: Document, clause: Clause, times: ClauseTimes, role: str, word: str, at: int, filler: tuple[int, int]
) -> Iterator[Claim]:
    text = document.shadow.text
    start, end = filler
    named = next((e for e in clause.entities if e.start < end and start < e.end), None)
    kind = load_roles().kinds[role]
    if named is not None and kind != "thing" and (named.type in {"GPE", "LOC"}) == (kind == "place"):
        value = Name(named.text, named.key, named.type)
        start, end = named.start, named.end
    elif _EMPTY.match(text[start:end]) or any(f.start < end and start < f.end for f in clause.figures):
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
            noun="".join(t.text for t in clause.tokens if t.tag in {"NOUN", "PROPN"} and clause.content_start <= t.start and t.end <= at),
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
