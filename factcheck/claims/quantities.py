"""Claims about figures: COUNT, MONEY, MEASURE, SHARE, CHANGE, DURATION.

Each figure of a clause becomes at most one claim. What it says is put together from the noun it counts or measures, the verb
that governs it and the attribute lexicon; where no lexicon entry applies, the noun and the verb themselves name the attribute.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.claims.ballots import name_ballot, read_ballot
from factcheck.claims.changes import ends_in_change, read_base, read_change, read_role
from factcheck.claims.clauses import Clause
from factcheck.claims.concepts import ConceptHit, Concepts
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.dimensions import DIMENSION_WORDS, read_dimension
from factcheck.claims.draft import MAX_SPAN, clause_frame, make_claim, published_day, read_subject, whole_day
from factcheck.claims.leftovers import find_figure
from factcheck.claims.levels import name_market_level
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.claims.parts import DEEDS, divides_before, free_items, has_twin, is_itemised, is_part
from factcheck.claims.phrases import Phrase, read_phrase, strip_generic
from factcheck.claims.predicates import find_final_deed, is_bidden, is_population
from factcheck.claims.restrictions import read_restrictions, tells_of_before
from factcheck.claims.setting import read_day, read_setting
from factcheck.claims.stance import is_negated
from factcheck.claims.timing import ClauseTimes
from factcheck.claims.tolls import find_toll, is_listed_toll, own_from
from factcheck.claims.wordless import WORDING, find_ranks, find_sentences, find_zeros, is_none_of
from factcheck.language.document import Document
from factcheck.lexicon import AttributeEntry
from factcheck.mentions.ratios import CONTENTS, PER
from factcheck.mentions.types import EntityMention, Mention
from factcheck.model import Claim, Family, Hedge, Quantity, Scope, Stance

__all__ = ["extract_quantities"]

_FAMILY = {
    "money": Family.MONEY,
    "share": Family.SHARE,
    "pp": Family.CHANGE,
    "time": Family.DURATION,
    "count": Family.COUNT,
    "number": Family.COUNT,
    "score": Family.OUTCOME,
}
_COUNTED_ONE = re.compile(r"造成|导致|致|酿|共|仅|只有|已有|另有|死亡|受伤|有")
SLACK = 3
"""Characters a lexicon word may stand away from the phrase of a figure: an adverb or particle."""
_LEVEL_VERB = re.compile(r"[升降增减涨跌剩余落调达缩扩提]")


def extract_quantities(
    document: Document, clauses: Sequence[Clause], times: ClauseTimes, concepts: Concepts
) -> tuple[list[Claim], dict[str, int]]:
    """The claims, and how many figures became none, by reason."""
    claims: list[Claim] = []
    left: list[Claim] = []
    unread: dict[str, int] = {}
    text = document.shadow.text
    previous: list[_Read] = []
    items: list[int] = []  # which claims are items of a list
    for clause in clauses:
        if previous and previous[-1].clause.sentence.index != clause.sentence.index:
            previous.clear()
        hits = concepts.find(document.shadow.text, max(clause.start, clause.content_start), clause.end)
        for figure in clause.figures:
            quantity = figure.value
            if not isinstance(quantity, Quantity) or (quantity.low is None and quantity.high is None) or figure.reason == "rate base":
                continue
            if figure.start < clause.content_start:
                unread["in the attribution"] = unread.get("in the attribution", 0) + 1
                left.append(find_figure(document, clause, figure, times))
                continue
            if any(e.start < figure.start and figure.end <= e.end and e.type not in {"GPE", "LOC"} for e in clause.entities):
                unread["part of a name"] = unread.get("part of a name", 0) + 1
                continue
            if is_none_of(text, clause.start, figure):
                unread["one of which there is none"] = unread.get("one of which there is none", 0) + 1
                continue
            if quantity.unit == "条" and _LIVES.match(text, figure.end):
                quantity = replace(quantity, unit="person")
            if quantity.unit == "层" and not re.search(r"[高共有达建]|地[上下]", text[max(clause.start, figure.start - 3) : figure.start]):
                unread["a floor, not a count"] = unread.get("a floor, not a count", 0) + 1
                continue
            if quantity.dimension == "length" and _EVENT_NAME.match(text, figure.end):
                unread["the name of a contest"] = unread.get("the name of a contest", 0) + 1
                continue
            if _is_attributive(clause, figure, quantity):
                unread["the size of what is counted"] = unread.get("the size of what is counted", 0) + 1
                continue
            if _is_designation(text, clause, figure, quantity, hits):
                unread["part of a name"] = unread.get("part of a name", 0) + 1
                continue
            own = own_from(figure, clause.figures, hits, clause.end)
            phrase = read_phrase(clause, figure, floor=own)
            base = next(
                (f for f in clause.figures if f.reason == "rate base" and f.end <= figure.start and figure.start - f.end <= 10), None
            )
            if base is not None and PER not in quantity.dimension:
                rate = "每" + text[base.core_start : base.core_end].lstrip("每")
                phrase = Phrase(base.start, phrase.end, rate + phrase.noun, rate + phrase.noun, phrase.predicate, phrase.side)
            nearby = [
                h for h in _hits_near(text, hits, clause, figure, own) if h.end >= phrase.start - SLACK and h.start <= phrase.end + SLACK
            ]
            chosen = concepts.choose(nearby, quantity, figure.start, figure.end, phrase.noun + quantity.unit)
            if (toll := find_toll(text, figure, concepts)) is not None:
                chosen = concepts.choose([toll], quantity, figure.start, figure.end, "")
                phrase = replace(phrase, start=figure.start, end=figure.end, noun="", head="", predicate="")
            if chosen is None and (deed := find_final_deed(text, clause, figure, hits)) is not None:
                chosen = concepts.choose([deed], quantity, figure.start, figure.end, phrase.noun + quantity.unit)
            if chosen is not None and chosen[0].id.startswith("deal."):
                chosen = concepts.choose(_moved(nearby, chosen[1]), quantity, figure.start, figure.end, phrase.noun) or chosen
            if chosen is None and (ballot := concepts.by_id.get(name_ballot(clause, figure))) is not None:
                chosen = (ballot, ConceptHit(figure.start, figure.start, (ballot,)))
                phrase = replace(phrase, noun="", head="", predicate="")
            single = quantity.low == quantity.high == 1 and quantity.digits.startswith("一")
            if (
                single
                and not (toll and is_listed_toll(figure, clause.figures))
                and (
                    chosen is None
                    or quantity.unit != "person"
                    or not _COUNTED_ONE.search(text, max(clause.start, figure.start - 8), figure.start)
                )
            ):
                unread["one of a kind (一个, 一项)"] = unread.get("one of a kind (一个, 一项)", 0) + 1
                continue
            change = read_change(document.shadow.text, clause, figure, quantity)
            if change and chosen is not None and chosen[0].family is Family.COUNT and quantity.dimension == "count":
                word = text[chosen[1].start : chosen[1].end]
                if ends_in_change(word) and 0 <= figure.start - chosen[1].end <= SLACK:
                    change = 0  # 裁减420个岗位: the word for what is counted holds the word for less
            if change and phrase.noun in _BASES:
                phrase = replace(phrase, noun="", head="", predicate="")  # 年增17%: of what the figure before gave
            listed = False  # a further figure of what the one before gave: another kind of it (成人票60元，学生20元)
            if chosen is None and not phrase.noun and not phrase.predicate and quantity.dimension == "count":
                phrase = _apposition(clauses, clause, figure, phrase)
            phrase = _carry_verb(previous, clause, phrase)
            told = None
            if chosen is None and not phrase.predicate and quantity.dimension == "count" and strip_generic(phrase.noun) in _BARE:
                told = _told_before(clauses, clause, phrase)
            if told is not None:
                phrase = told
            elif chosen is None and strip_generic(phrase.noun) in _TOTALS:
                carried = _inherit(previous, clause, figure, phrase, quantity, change)
                listed = (
                    carried[1] is not phrase
                    and carried[1].noun != ""
                    and not change
                    and not clause.bracketed
                    and not _LEVEL_VERB.search(text[max(clause.start, figure.start - 4) : figure.start])
                )
                chosen, phrase = carried
            if chosen is None and quantity.unit == "席" and _SEATED.search(clause.text):
                seats = concepts.by_id.get("vote.seats")
                chosen = (seats, ConceptHit(figure.start, figure.start, (seats,))) if seats else None
            if quantity.unit == "index point" and not change and (level := name_market_level(text, clause, figure, chosen)):
                chosen = (concepts.by_id[level], ConceptHit(figure.start, figure.start, (concepts.by_id[level],)))
                listed = False
            aged = _aged(text, clauses, clause, figure) if quantity.dimension == "age" else None
            if chosen is None and not phrase.noun and not phrase.predicate and not change and not aged and len(clause.wording()) < WORDING:
                unread["nothing it counts or measures"] = unread.get("nothing it counts or measures", 0) + 1
                left.append(find_figure(document, clause, figure, times))
                continue
            entry = chosen[0] if chosen else None
            if entry is None and quantity.dimension == "temperature" and not change and _READS.search(phrase.predicate or "达"):
                entry = concepts.by_id.get("size.temperature")  # 测得43.6℃: a reading is of the temperature
            if entry is None and not change and (dimensioned := read_dimension(text, clause, figure, quantity)):
                entry = concepts.by_id.get(dimensioned)
                phrase = replace(phrase, noun=phrase.noun.rstrip(DIMENSION_WORDS), predicate=phrase.predicate.rstrip(DIMENSION_WORDS))
            if entry is None and quantity.dimension in CONTENTS:
                entry = concepts.by_id.get("size.concentration")  # 每升含铅0.2毫克: so much of one thing in so much of another
            if chosen is not None and chosen[1].end > chosen[1].start:
                hit = chosen[1]
                core = strip_generic(phrase.noun)
                if core and core in text[hit.start : hit.end] and chosen[0].id.startswith(DEEDS) and not noun_group(core):
                    phrase = Phrase(
                        phrase.start, phrase.end, "", "", phrase.predicate, phrase.side
                    )  # 死亡人数: the word says what is counted, not of whom
                if phrase.side == "left" and chosen[0].id.startswith("law.") and phrase.start < hit.start < figure.start:
                    phrase = replace(phrase, noun="", head="")  # 行动共逮捕7人: who did it is not who is counted
                verb = "" if phrase.predicate and phrase.predicate in text[hit.start : hit.end] else phrase.predicate
                phrase = Phrase(min(phrase.start, hit.start), max(phrase.end, hit.end), phrase.noun, phrase.head, verb, phrase.side)
            itemised = listed or (quantity.dimension in {"count", "money"} and is_itemised(text, clause, figure, clauses))
            claims.append(_build(document, clause, figure, quantity, phrase, entry, change, times, itemised, clauses, aged))
            claims.extend(read_ballot(claims[-1], clause, concepts))
            items += [len(claims) - 1] if itemised and not listed and not is_part(document, clause, figure, deed=True) else []
            previous.append(_Read(clause, entry, phrase, quantity))
    free_items(claims, items)
    for clause in clauses:
        claims.extend(find_sentences(document, clause, times, concepts))
        claims.extend(find_ranks(document, clause, times))
        claims.extend(find_zeros(document, clause, times, concepts))
    return [*claims, *left], unread


_MOVED = {"law.recovered", "law.frozen", "law.seized"}
"""Attributes of money by what is done with it, whatever money it is: 收回科研经费870万元 is no budget."""
OBJECT = 6
"""Characters between such a verb and the word for the money."""


def _moved(hits: Sequence[ConceptHit], kind: ConceptHit) -> list[ConceptHit]:
    """The verbs right before a word for a kind of money that say what is done with it."""
    return [h for h in hits if 0 <= kind.start - h.end <= OBJECT and any(e.id in _MOVED for e in h.entries)]


def _is_designation(text: str, clause: Clause, figure: Mention, quantity: Quantity, hits: Sequence[ConceptHit]) -> bool:
    """Whether a bare number right behind a noun is part of a name (云隼9, 追光7) rather than a count: no unit, no word for a measure or a
    number before it."""
    if (
        quantity.dimension != "number"
        or quantity.unit
        or quantity.hedge is not Hedge.EXACT
        or not re.fullmatch(r"[0-9]{1,3}", quantity.digits)
    ):
        return False
    if figure.start != figure.core_start or figure.start == clause.start or any(h.end == figure.start for h in hits):
        return False
    token = next((t for t in clause.tokens if t.end == figure.start), None)
    named = any(e.end == figure.start for e in clause.entities)
    return named or (token is not None and token.tag in {"NOUN", "PROPN", "X"} and not _NUMBERED.search(token.text) and len(token.text) > 1)


def _is_attributive(clause: Clause, figure: Mention, quantity: Quantity) -> bool:
    """Whether a size stands right behind a count and tells of what sort the things counted are: 2个40英尺集装箱, 6门155毫米榴弹炮."""
    if quantity.dimension not in {"length", "mass", "volume", "power"}:
        return False
    counts = (f for f in clause.figures if f.end == figure.start and isinstance(f.value, Quantity))
    return any(
        f.value.dimension == "count" and f.value.unit not in {"time", "person-time"} for f in counts if isinstance(f.value, Quantity)
    )


_NUMBERED = re.compile(r"[数额量率值度数分价费]$|总计|合计|比分|指数")
"""Ends of nouns that a bare number gives the amount of."""


def _hits_near(text: str, hits: Sequence[ConceptHit], clause: Clause, figure: Mention, own: int) -> list[ConceptHit]:
    """Hits with no other figure between them and the figure, none before `own`, where the words of the figure begin."""
    others = [f for f in clause.figures if f is not figure]
    near = []
    for hit in hits:
        low, high = (hit.end, figure.start) if hit.end <= figure.start else (figure.end, hit.start)
        taken_in = (
            hit.end <= figure.start
            and _TAKEN_IN.search(clause.text[: hit.start - clause.start])
            and _TOTAL.search(clause.text[hit.end - clause.start : figure.start - clause.start])
        )
        if taken_in or is_population(text, hit, figure) or hit.end <= own:
            continue
        if not any(low <= o.start < high for o in others):
            near.append(hit)
    return near


def _apposition(clauses: Sequence[Clause], clause: Clause, figure: Mention, phrase: Phrase) -> Phrase:
    """这支…朝鲜部队，大约1.1万人: a count that is all its clause says counts what the clause before ends in."""
    before = clauses[clause.index - 1] if clause.index else None
    if (
        before is None
        or before.sentence.index != clause.sentence.index
        or len(clause.text) - (figure.end - figure.start) > 3
        or clause.bracketed
    ):
        return phrase
    nouns: list[str] = []
    for token in reversed(before.tokens):
        if token.tag not in {"NOUN", "PROPN"} or any(e.start <= token.start < e.end and e.type in {"GPE", "LOC"} for e in before.entities):
            break
        nouns.insert(0, token.text)
    noun = "".join(nouns)
    return replace(phrase, noun=noun, head=nouns[-1], side="left") if noun and noun_group(noun) else phrase


_BASES = {"年", "月", "季", "周", "日", "同期", "上年", "去年", "上月", "上季", "前期"}
"""Nouns before a rate of change that only say what it is compared with."""
_RATE = re.compile(r"(?:单日|全年|日内|盘中|累计)?(?:[跌涨升降增减]幅|增速|增长率|下降率|跌势|涨势)")
_SEATED = re.compile(r"[议国州省市县区]会|众院|参院|议院|选举|大选|[^\W\d]党|联盟|阵线|单独过半")
"""What makes 席 a seat in a parliament rather than at a table."""
_LIVES = re.compile(r"的?(?:人命|生命|性命)")
"""What makes 12条 twelve people."""
_TOTAL = re.compile(r"[合总共]共|共计|总计|合计|共(?![同享有识])")
_TAKEN_IN = re.compile(r"(?:连同|包括|包含|加上|算上|计入|含)[^，。]{0,6}$")
"""Words before a population that is counted in with others (连同船员合共241人)."""
_READS = re.compile(r"[测录]|达|到|升|冲|飙|破|创")
_TOTALS = {"", "总额", "金额", "总金额", "总数", "总量", "合计", "总计"}
"""Nouns that say only that a figure is the whole of what was spoken of."""
_BARE = {"", "总", "总数", "数量", "合计", "总计", "共计", "规模"}


_IN_ALL = re.compile(r"(?:合计|总计|共计|合共|总共|一共|总额|累计|总数|总金额|金额|涉款|共)(?:约|达|为|近|逾|超过|高达)*$")


_COURSES = frozenset({"begin", "hold", "end", "last", "publish", "located"})


def _carry_verb(previous: Sequence[_Read], clause: Clause, phrase: Phrase) -> Phrase:
    """抢走手表42块、项链19条: a further object of a list has the verb of the first."""
    if phrase.predicate or phrase.side != "left" or not phrase.noun or clause.opening != "、" or not previous:
        return phrase
    last = previous[-1]
    if last.clause.index != clause.index - 1 or last.phrase.side != "left" or len(last.phrase.predicate) < 2:
        return phrase
    return replace(phrase, predicate=last.phrase.predicate)


def _told_before(clauses: Sequence[Clause], clause: Clause, phrase: Phrase) -> Phrase | None:
    """主动召回…机器人，共计3.6万台: the total of what the clause before says was done, where that clause holds no figure of its own."""
    before = clauses[clause.index - 1] if clause.index else None
    if before is None or before.sentence.index != clause.sentence.index or before.figures or clause.bracketed:
        return None
    words = load_event_words()
    told = [m for m in words.pattern.finditer(before.text) if len(m.group()) > 1 and words.types[m.group()] not in _COURSES]
    return replace(phrase, noun="", head="", predicate=told[0].group()) if told else None


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure already read in the sentence."""

    clause: Clause
    entry: AttributeEntry | None
    phrase: Phrase
    quantity: Quantity


def _inherit(
    previous: Sequence[_Read], clause: Clause, figure: Mention, phrase: Phrase, quantity: Quantity, change: int
) -> tuple[tuple[AttributeEntry, ConceptHit] | None, Phrase]:
    """A figure without a noun of its own speaks of what a figure before it in the sentence spoke of: one of its own dimension that it
    follows
    (从25%降至10%), any when it stands in brackets (14.5海里（27公里）) or says a change (收入186亿元，同比增长12.3%)."""
    like = [r for r in previous if r.quantity.dimension == quantity.dimension]
    if (
        not like
        and quantity.dimension in {"money", "count"}
        and not phrase.predicate
        and _IN_ALL.search(clause.text[: figure.start - clause.start])
    ):
        like = [
            r for r in previous if r.quantity.dimension == "time" and r.entry is None and r.phrase.noun
        ]  # 积欠4个月的奖金，总额2140万元
    chosen = like[-1] if like and not change else (previous[-1] if previous and (clause.bracketed or change) else None)
    if chosen is None or (phrase.predicate and not change and not _LEVEL_VERB.search(phrase.predicate) and chosen.clause is not clause):
        return None, phrase
    entry, source = chosen.entry, chosen.phrase
    carried = Phrase(phrase.start, phrase.end, source.noun, source.head, source.predicate, source.side)
    return ((entry, ConceptHit(figure.start, figure.start, (entry,))) if entry else None), carried


def _build(
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


_EVENT_NAME = re.compile(
    r"(?:个人|混合|男子|女子)?(?:决赛|半决赛|预赛|初赛|复赛|接力|自由泳|蛙泳|仰泳|蝶泳|混合泳|跨?栏|障碍|竞走|短跑|长跑|赛跑|比赛|项目|气?步枪|气?手枪|速滑|短道)"
)
"""Words that make a length before them the name of a contest: 四百米决赛."""


def _measured(noun: str, words: str, entry: AttributeEntry) -> str:
    """What a measure is of: the noun without the lexicon's word for the measure (路面 of 路面温度, 穿江段 of 穿江段全长)."""
    said = max((w for w in entry.words if w in words), key=len, default="")
    for size in range(len(said), 1, -1):
        if noun.endswith(said[-size:]):
            return noun[:-size]
    return "" if noun in said or said in noun else noun


def _aged(text: str, clauses: Sequence[Clause], clause: Clause, figure: Mention) -> EntityMention | None:
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
