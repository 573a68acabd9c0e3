"""Figures told without a figure: life and death sentences, places in an order, nobody at all."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.claims.clauses import Clause
from factcheck.claims.concepts import Concepts
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.phrases import read_phrase
from factcheck.claims.poles import load_poles
from factcheck.claims.stance import is_negated, negation_before
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.mentions.types import Mention
from factcheck.model import Claim, Family, Quantity, Scope, Stance

__all__ = ["WORDING", "find_ranks", "find_sentences", "find_zeros", "is_none_of"]


WORDING = 10
"""Characters from which on a clause's wording tells what its figures are about (comparison: two copies that differ in a figure)."""


_PENALTY = re.compile(r"无期徒刑|终身监禁|终身囚禁|死刑(?!犯|制度|存废)|死缓")


_BEYOND_YEARS = {"死": Decimal(1000), "无": Decimal(100), "终": Decimal(100)}
"""Life and death stand beyond every term of years, so that they compare with one: 无期徒刑 against 18年."""


def find_sentences(document: Document, clause: Clause, times: ClauseTimes, concepts: Concepts) -> list[Claim]:
    """无期徒刑, 死刑: a sentence without a figure."""
    entry = concepts.by_id.get("law.sentence")
    found = []
    for match in _PENALTY.finditer(clause.text) if entry else ():
        start, end = clause.start + match.start(), clause.start + match.end()
        if start < clause.content_start or is_negated(clause, start):
            continue
        years = _BEYOND_YEARS[match.group()[0]]
        value = Quantity(years, years, unit="year", dimension="time", factor=Decimal(31536000), digits=match.group())
        subject, subject_text = read_subject(clause)
        found.append(
            make_claim(
                document,
                clause,
                start=start,
                end=end,
                family=Family.DURATION,
                attribute="law.sentence",
                value=value,
                subject=subject,
                subject_text=subject_text,
                attribute_text=match.group(),
                scope=Scope(period=times.period_at(clause, start), event=clause.event),
                frame=replace(
                    clause_frame(clause),
                    concept="law.sentence",
                    measure="time",
                ),
                time_behaviour="fixed",
                value_at=(start, end),
            )
        )
    return found


def find_ranks(document: Document, clause: Clause, times: ClauseTimes) -> list[Claim]:
    """第三王朝, 位列第四: a place in an order. Compared only where two clauses say it in the same words."""
    found = []
    for mention in clause.ordinals:
        quantity = mention.value
        if not isinstance(quantity, Quantity) or mention.start < clause.content_start or len(clause.wording()) < WORDING:
            continue
        phrase = read_phrase(clause, mention)
        subject, subject_text = read_subject(clause)
        found.append(
            make_claim(
                document,
                clause,
                start=mention.start,
                end=min(max(phrase.end, mention.end), mention.end + 12),
                family=Family.RANK,
                attribute=f"rank|{phrase.noun}",
                value=replace(quantity, unit="ordinal", dimension="rank"),
                subject=subject,
                subject_text=subject_text,
                attribute_text=phrase.noun,
                scope=Scope(period=times.period_at(clause, mention.start), event=clause.event),
                frame=replace(
                    clause_frame(clause),
                    head=phrase.head,
                    noun=phrase.noun,
                    measure="rank",
                    wording=clause.wording(),
                ),
                time_behaviour="fixed",
                value_at=(mention.start, mention.end),
            )
        )
    return found


_HARMS = {"casualties.dead", "casualties.injured", "casualties.total", "casualties.missing", "casualties.trapped"}


_PEOPLE = re.compile(
    r"[收接]到|造成|导致|发现|发生|出现|任何|相关|现场|因此|因而|为此|患者|病人|病患|乘客|旅客|学生|师生|员工|职工|工人|居民|村民|市民|民众"
    r"|群众|用户|消费者|游客|船员|官兵|选手|跑者|跑友|球员|观众|住户|顾客|人员|[一][例名个位宗]|有|人|的|现|一"
)


_NONE_OF = re.compile(
    r"(?:没有?|未有?|无|并无|并没有|没见|未见|未造成|没造成|不曾有|从未有)(?:造成|导致|发生|出现|令|使|让|致)?(?:任何|哪怕|过)?$"
)


def is_none_of(text: str, start: int, figure: Mention) -> bool:
    """Whether a figure is the "one" of which there is none: 没有一名用户受伤, 未造成一人伤亡."""
    value = figure.value
    one = (
        isinstance(value, Quantity)
        and value.low == value.high == 1
        and value.digits in {"一", "1"}
        and value.unit in {"person", "例", "unit"}
    )
    return one and _NONE_OF.search(text, start, figure.start) is not None


_HARM = re.compile(r"伤亡")


def find_zeros(document: Document, clause: Clause, times: ClauseTimes, concepts: Concepts) -> list[Claim]:
    """无人死亡, 没有人员伤亡: a denied cumulative count of people is the figure 0."""
    text = document.shadow.text
    if not all(is_none_of(text, clause.start, f) for f in clause.figures):
        return []
    found = []
    spans = [(h.start, h.end, [e for e in h.entries if e.id in _HARMS]) for h in concepts.find(text, clause.content_start, clause.end)]
    spans += [
        (
            clause.start + m.start(),
            clause.start + m.end(),
            [concepts.by_id[i] for i in ("casualties.dead", "casualties.injured") if i in concepts.by_id],
        )
        for m in _HARM.finditer(clause.text)
    ]
    for start, end, entries in spans:
        negation = negation_before(clause, start)
        if negation is None or not entries or (len(negation.text) == 1 and negation.text in {"不", "非"}):
            continue
        between = text[negation.end : start]
        if len(_PEOPLE.sub("", between)) > 1 or load_poles().people_pattern.search(between):
            continue  # 没有中国公民伤亡: none of some people only
        zero = Quantity(Decimal(0), Decimal(0), unit="person", dimension="count", digits=text[negation.start : end])
        for entry in entries:
            subject, subject_text = read_subject(clause)
            found.append(
                make_claim(
                    document,
                    clause,
                    start=negation.start,
                    end=end,
                    family=Family.COUNT,
                    attribute=entry.id,
                    value=zero,
                    subject=subject,
                    subject_text=subject_text,
                    attribute_text=text[start:end],
                    scope=Scope(
                        place=clause.places[0] if clause.places else "",
                        accumulation="cumulative",
                        period=times.period_at(clause, start),
                        event=clause.event,
                    ),
                    as_of=times.as_of(clause) or times.spoken_at(clause),
                    frame=replace(
                        clause_frame(clause),
                        concept=entry.id,
                        measure="person",
                    ),
                    time_behaviour="cumulative",
                    stance=Stance.ASSERTS if clause.stance is Stance.DENIES else clause.stance,
                )
            )
    return found
