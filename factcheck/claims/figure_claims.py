"""The claim that a figure makes once it is known what it counts or measures: its family, scope, stance, and whose age it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.claims.changes import read_base, read_role
from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.draft import MAX_SPAN, clause_frame, make_claim, published_day, read_subject, whole_day
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.parts import DEEDS, divides_before, has_twin, is_part
from factcheck.claims.phrases import Phrase, strip_generic
from factcheck.claims.predicates import is_bidden
from factcheck.claims.restrictions import read_restrictions, tells_of_before
from factcheck.claims.setting import read_day, read_setting
from factcheck.claims.stance import is_negated
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.lexicon import AttributeEntry
from factcheck.mentions.types import EntityMention, Mention
from factcheck.model import Claim, Family, Hedge, Quantity, Scope, Stance

__all__ = ["build_claim", "whose_age"]

_FAMILY = {
    "money": Family.MONEY,
    "share": Family.SHARE,
    "pp": Family.CHANGE,
    "time": Family.DURATION,
    "count": Family.COUNT,
    "number": Family.COUNT,
    "score": Family.OUTCOME,
}
_RATE = re.compile(r"(?:单日|全年|日内|盘中|累计)?(?:[跌涨升降增减]幅|增速|增长率|下降率|跌势|涨势)")


def build_claim(
    document: Document,
    clause: Clause,
    figure: Mention,
    quantity: Quantity,
    phrase: Phrase,
    entry: AttributeEntry | None,
    change: int,
    times: ClauseTimes,
    itemised: bool,
    clauses: Sequence[Clause],
    aged: EntityMention | None,
) -> Claim:
    """The claim of a figure of a clause. `phrase`, `entry`: the words it belongs to and the attribute that they name; `change`: 1 or -1
    where the figure says by how much something rose or fell, else 0; `itemised`: whether it is one item of a list; `aged`: whose age it
    is. Places in all of them are offsets of the shadow."""
    cues = load_cues()
    family = _FAMILY.get(quantity.dimension, Family.MEASURE)
    if change:
        family = Family.CHANGE
        sign = Decimal(change)
        if change < 0:
            bounds = [None if b is None else b * sign for b in (quantity.high, quantity.low)]
            quantity = Quantity(
                bounds[0],
                bounds[1],
                quantity.hedge,
                quantity.unit,
                quantity.dimension,
                quantity.step,
                quantity.factor,
                quantity.digits,
                quantity.counted,
            )
    elif entry is not None and entry.family in {Family.COUNT, Family.MONEY, Family.MEASURE, Family.SHARE, Family.DURATION, Family.RANK}:
        keeps = quantity.dimension in {"share", "time"} or (entry.family is Family.MEASURE and quantity.dimension == "count")
        family = family if keeps else entry.family
    start, end = phrase.start, phrase.end
    if end - start > MAX_SPAN:
        start, end = max(start, figure.start - MAX_SPAN // 2), min(end, figure.end + MAX_SPAN // 2)
    local = document.shadow.text[max(clause.start, start - 14) : min(clause.end, end + 8)]
    concept = entry.id if entry else ""
    noun = strip_generic(phrase.noun)
    if change and _RATE.fullmatch(noun):
        noun = clause.topic  # 深证成指收报…，跌幅为1.72%: the fall is that of what the sentence is about
        phrase = replace(phrase, noun=noun, head=noun)
    attribute = concept or "|".join(x for x in (phrase.predicate, noun) if x) or quantity.unit
    restrictive = read_restrictions(document, clause, max(clause.start, start - 4), figure, end, entry)
    role = "" if change else read_role(document.shadow.text[clause.start : figure.start], document.shadow.text[figure.end : figure.end + 8])
    if role:
        restrictive = (*restrictive, role)
    period, day = times.period_at(clause, figure.start), read_day(clauses, clause, figure)
    if _LAST_TIME.search(document.shadow.text, clause.sentence.start, figure.start) or tells_of_before(
        document, clause, figure, period or day
    ):
        restrictive = tuple(sorted({*restrictive, "上次"}))
    if "分别" in document.shadow.text[max(clause.sentence.start, figure.start - 30) : figure.start] and has_twin(clause, figure, clauses):
        restrictive = (*restrictive, "each")  # 分别为85%、50%: of which of them is not said here
    part = (
        "part"
        if itemised or divides_before(clause, clauses) or is_part(document, clause, figure, deed=concept.startswith((*DEEDS, "food.")))
        else ("whole" if word_pattern(cues.whole_in).search(clause.text) else "")
    )
    behaviour = (
        entry.time if entry else ("cumulative" if word_pattern(cues.cumulative_in).search(local) or _sends(phrase.predicate) else "fixed")
    )
    default = dict(entry.scope) if entry else {}
    stance = (
        Stance.DENIES
        if is_negated(clause, min(figure.start, phrase.start if phrase.predicate else figure.start)) and clause.stance is Stance.ASSERTS
        else clause.stance
    )
    if quantity.hedge in {Hedge.AT_MOST, Hedge.UNDER, Hedge.AT_LEAST} and stance is Stance.DENIES:
        stance = clause.stance  # 不到, 不少于: the negation belongs to the hedge
    if _is_of_the_lacking(document.shadow.text, clause, figure, phrase):
        stance = clause.stance if stance is Stance.DENIES else stance
        restrictive = (*restrictive, "not")
    if role == "from" and stance is Stance.PLANS:
        stance = Stance.ASSERTS
    bidden = stance is Stance.ASSERTS and family is Family.COUNT and is_bidden(clause, figure)
    stance = Stance.PLANS if bidden else stance
    if default.get("accumulation") == "per_day":
        if period is None:
            period = published_day(document)
        elif period.granularity in {"part", "hour", "minute"} and period.start is not None:
            period = whole_day(period.start)  # this morning's opening is today's
    subject, subject_text = read_subject(clause)
    if bidden:
        subject_text = ""  # who asks is not who sends
    if aged is not None:
        attribute = concept = "person.age"
        subject, subject_text = aged.key, aged.text
        start, end = min(figure.start, aged.start), max(figure.end, aged.end)
    return make_claim(
        document,
        clause,
        start=start,
        end=end,
        family=family,
        attribute=attribute,
        value=quantity,
        stance=stance,
        subject=subject,
        subject_text=subject_text,
        attribute_text=phrase.predicate + phrase.noun,
        scope=Scope(
            population=noun,
            of=_of(clause, figure, noun, document.shadow.text[start:end], entry, family),
            place=clause.places[0] if clause.places else "",
            part=part,
            accumulation=default.get("accumulation", ""),
            base=read_base(local) if change else "",
            period=period,
            event=clause.event,
            qualifiers=restrictive,
        ),
        as_of=times.as_of(clause) or (times.spoken_at(clause) if stance is Stance.PLANS else None),
        frame=replace(
            clause_frame(clause),
            concept=concept,
            near=entry.near if entry else (),
            head=phrase.head,
            noun=noun,
            predicate=phrase.predicate,
            measure=quantity.unit if quantity.dimension == "count" else quantity.dimension,
            wording=clause.wording(),
            setting=read_setting(clauses, clause, figure),
            day=day,
        ),
        time_behaviour=behaviour,
        value_at=(figure.start, figure.end),
    )


_LACKING = re.compile(
    r"(?:(?<![没])[尚仍还均]?未(?![来成满到足及])|[尚仍还]没有?)(?:能够?|曾|获得?|经|予|被|按时|如期|及时|完全|全部)?(?=[\u4e00-\u9fff])"
)


def _is_of_the_lacking(text: str, clause: Clause, figure: Mention, phrase: Phrase) -> bool:
    """Whether a figure counts what has not been done: 已售未交付住房5.2万套, 3.9万个单位未交付. The negation belongs to what is counted;
    the figure is not denied."""
    before = text[max(clause.start, min(phrase.start, figure.start) - 4) : figure.start]
    found = _LACKING.search(before)
    if found is not None and phrase.side == "left" and phrase.noun and phrase.noun in before[found.end() :]:
        return True
    return phrase.end > figure.end and _LACKING.search(text, figure.end, min(phrase.end, clause.end)) is not None


_LAST_TIME = re.compile(
    r"(?:上一?[次届回]|前一[次届回]|往届)[^，。；较比]{0,12}[中里时上]，[^。；]{0,30}$"
    r"|(?<![较比与跟同和自])[上前]一个?(?:航次|航季|班次|趟|轮次|赛季|雪季|学期|学年|疗程|任期|周期)[^，。；较比]{0,8}$"
)
"""An earlier occasion that the rest of the sentence or clause is told of: 在去年10月的上一次表决中，反对票为131票; 上一航次搭载98人."""


def _of(clause: Clause, figure: Mention, noun: str, words: str, entry: AttributeEntry | None, family: Family) -> str:
    """What a measure is of: its noun; of a time in a race the distance (女子四百米决赛中跑出51.3秒)."""
    if entry is None:
        return ""
    if entry.id.startswith("sport."):
        course = [f for f in clause.figures if f is not figure and isinstance(f.value, Quantity) and f.value.dimension == "length"]
        values = [f.value for f in course if isinstance(f.value, Quantity)]
        return f"{values[0].low}{values[0].unit}" if values else ""
    return _measured(noun, words, entry) if family is Family.MEASURE else ""


def _measured(noun: str, words: str, entry: AttributeEntry) -> str:
    """What a measure is of: the noun without the lexicon's word for the measure (路面 of 路面温度, 穿江段 of 穿江段全长)."""
    said = max((w for w in entry.words if w in words), key=len, default="")
    for size in range(len(said), 1, -1):
        if noun.endswith(said[-size:]):
            return noun[:-size]
    return "" if noun in said or said in noun else noun


def whose_age(text: str, clauses: Sequence[Clause], clause: Clause, figure: Mention) -> EntityMention | None:
    """Whose age it is: the person right behind (41岁的林采薇, 58岁工人罗炳财), right before (林采薇今年41岁, 林采薇（41岁）), or the
    clause's subject."""
    before = clauses[clause.index - 1].entities if clause.bracketed and clause.index else ()
    persons = [e for e in (*before, *clause.entities) if e.type == "PER"]
    for person in persons:
        if figure.end <= person.start <= figure.end + 10 and not _APART.search(text[figure.end : person.start]):
            return person
    for person in reversed(persons):
        if person.end <= figure.start <= person.end + 6 and not _APART.search(text[person.end : figure.start]):
            return person
    return clause.subject if clause.subject is not None and clause.subject.type == "PER" and clause.subject.end <= figure.start else None


_APART = re.compile(r"[和与及同跟对向]|比|儿子|女儿|妻子|丈夫|父亲|母亲")


def _sends(predicate: str) -> bool:
    """Whether a verb brings people or things somewhere (进入, 部署): how many are there by now only grows while no one says that they
    left."""
    return bool(predicate) and load_event_words().event_type(predicate) in {"enter", "deploy", "appear", "arrive"}
