"""Claims about figures: COUNT, MONEY, MEASURE, SHARE, CHANGE, DURATION.

Each figure of a clause becomes at most one claim. What it says is put together from the noun it counts or measures, the verb
that governs it and the attribute lexicon; where no lexicon entry applies, the noun and the verb themselves name the attribute.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.ballots import name_ballot, read_ballot
from factcheck.claims.carried import LEVEL_VERB, Read, apposition, carry_verb, inherit, told_before
from factcheck.claims.changes import ends_in_change, read_change
from factcheck.claims.clauses import Clause
from factcheck.claims.concepts import ConceptHit, Concepts
from factcheck.claims.dimensions import DIMENSION_WORDS, read_dimension
from factcheck.claims.figure_claims import build_claim, whose_age
from factcheck.claims.leftovers import find_figure
from factcheck.claims.levels import name_market_level
from factcheck.claims.nouns import noun_group
from factcheck.claims.parts import DEEDS, free_items, is_itemised, is_part
from factcheck.claims.phrases import Phrase, read_phrase, strip_generic
from factcheck.claims.predicates import find_final_deed, is_population
from factcheck.claims.timing import ClauseTimes
from factcheck.claims.tolls import find_toll, is_listed_toll, own_from
from factcheck.claims.wordless import WORDING, find_ranks, find_sentences, find_zeros, is_none_of
from factcheck.language.document import Document
from factcheck.mentions.ratios import CONTENTS, PER
from factcheck.mentions.types import Mention
from factcheck.model import Claim, Family, Hedge, Quantity

__all__ = ["extract_quantities"]

_COUNTED_ONE = re.compile(r"造成|导致|致|酿|共|仅|只有|已有|另有|死亡|受伤|有")
SLACK = 3
"""Characters a lexicon word may stand away from the phrase of a figure: an adverb or particle."""


def extract_quantities(
    document: Document, clauses: Sequence[Clause], times: ClauseTimes, concepts: Concepts
) -> tuple[list[Claim], dict[str, int]]:
    """The claims, and how many figures became none, by reason."""
    claims: list[Claim] = []
    left: list[Claim] = []
    unread: dict[str, int] = {}
    text = document.shadow.text
    previous: list[Read] = []
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
                phrase = apposition(clauses, clause, figure, phrase)
            phrase = carry_verb(previous, clause, phrase)
            told = None
            if chosen is None and not phrase.predicate and quantity.dimension == "count" and strip_generic(phrase.noun) in _BARE:
                told = told_before(clauses, clause, phrase)
            if told is not None:
                phrase = told
            elif chosen is None and strip_generic(phrase.noun) in _TOTALS:
                carried = inherit(previous, clause, figure, phrase, quantity, change)
                listed = (
                    carried[1] is not phrase
                    and carried[1].noun != ""
                    and not change
                    and not clause.bracketed
                    and not LEVEL_VERB.search(text[max(clause.start, figure.start - 4) : figure.start])
                )
                chosen, phrase = carried
            if chosen is None and quantity.unit == "席" and _SEATED.search(clause.text):
                seats = concepts.by_id.get("vote.seats")
                chosen = (seats, ConceptHit(figure.start, figure.start, (seats,))) if seats else None
            if quantity.unit == "index point" and not change and (level := name_market_level(text, clause, figure, chosen)):
                chosen = (concepts.by_id[level], ConceptHit(figure.start, figure.start, (concepts.by_id[level],)))
                listed = False
            aged = whose_age(text, clauses, clause, figure) if quantity.dimension == "age" else None
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
            claims.append(build_claim(document, clause, figure, quantity, phrase, entry, change, times, itemised, clauses, aged))
            claims.extend(read_ballot(claims[-1], clause, concepts))
            items += [len(claims) - 1] if itemised and not listed and not is_part(document, clause, figure, deed=True) else []
            previous.append(Read(clause, entry, phrase, quantity))
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


_BASES = {"年", "月", "季", "周", "日", "同期", "上年", "去年", "上月", "上季", "前期"}
"""Nouns before a rate of change that only say what it is compared with."""
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


_EVENT_NAME = re.compile(
    r"(?:个人|混合|男子|女子)?(?:决赛|半决赛|预赛|初赛|复赛|接力|自由泳|蛙泳|仰泳|蝶泳|混合泳|跨?栏|障碍|竞走|短跑|长跑|赛跑|比赛|项目|气?步枪|气?手枪|速滑|短道)"
)
"""Words that make a length before them the name of a contest: 四百米决赛."""
