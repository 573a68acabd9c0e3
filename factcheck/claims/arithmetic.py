"""Figures of one article that should follow from each other: parts and their total, growth and its base, a share and what it is a share of.

Only what the article itself puts together is checked. Printed digits stand for their rounding interval, and truncation is allowed
(49.2% may be 49.28%). A list that is not said to be complete is only checked for exceeding its total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from factcheck.claims.concepts import Concepts
from factcheck.claims.differences import find_derived
from factcheck.claims.sums import find_sums
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Hedge, Period, Quantity, Span, Stance

__all__ = ["ArithmeticCheck", "check_arithmetic"]

_OF_WHOLE = re.compile(r"占(?:了|到|比|比例|总[^，。；]{0,6}|全[^，。；]{0,6}|其中?|入场总数|的|约|近|逾|超过|为|达)*$")
_REST = re.compile(r"其他|其它|其余|余下|剩余|剩下|另外|等")
_OPENS_LIST = re.compile(
    r"其中|当中|计有|包括|分别|分业务|分地区|分产品|分行业|分领域|分项|按[^，。]{1,6}(?:划)?分|具体(?:来看|为)|构成|组成|来自|即"
)
_BASE_BEFORE = re.compile(
    r"(?:较|比|同比|由|从|自|上年同期|去年同期|上一年度?|上年度?|前一年|此前|原来|原先|上月|上季度?|上次|上届|去年)"
    r"(?:[0-9]{4}年(?:[0-9]{1,2}月)?|[^，。；、0-9]){0,10}$|[\u4e00-\u9fff]{2,4}(?<![天日月年周])前(?:的|是|为|报|约|只要|仅|要)*$"
)


@dataclass(frozen=True, slots=True)
class ArithmeticCheck:
    """A figure that does not follow from others. `kind`: sum, growth, share, difference, product,
    duration or age. `stated`: id of the claim that gives it; `operands`: ids
    of the claims it should follow from; `low`, `high`: what they allow, in the unit of the stated claim; `formula`: as an editor would
    write it."""

    kind: str
    stated: str
    operands: tuple[str, ...]
    low: Decimal
    high: Decimal
    formula: str


def check_arithmetic(document: Document, claims: Sequence[Claim], concepts: Concepts) -> list[ArithmeticCheck]:
    """The failing checks of one article, in reading order. Claims must be those of this document, in reading order."""
    bounded = [
        _in_shadow(document, c) for c in claims if isinstance(c.value, Quantity) and c.value.low is not None and c.value.high is not None
    ]
    figures = [c for c in bounded if not c.headline and not _is_nought(c)]
    checks: list[ArithmeticCheck] = []
    text = document.shadow.text
    for head, parts, low, high in find_sums(text, figures, concepts):
        checks.append(ArithmeticCheck("sum", head.id, tuple(p.id for p in parts), low, high, _write_sum(head, parts)))
    moments = [_in_shadow(document, c) for c in claims if isinstance(c.value, Period) and not c.headline]
    for place, group in groupby(figures, key=lambda c: (c.sentence.start, c.sentence.end)):
        sentence = list(group)
        checks.extend(_check_growth(text, sentence))
        checks.extend(_check_share(text, sentence))
        dated = [c for c in moments if (c.sentence.start, c.sentence.end) == place]
        for step in find_derived(text, sentence, dated, document.article.published):
            operands = tuple(c.id for c in step.operands)
            checks.append(ArithmeticCheck(step.kind, step.stated.id, operands, step.low, step.high, step.formula))
    checks.extend(_check_headline([c for c in bounded if c.headline and _is_rate(c)], figures))
    return list({(c.kind, c.stated): c for c in reversed(checks)}.values())[::-1]  # each stated figure once, however it was found


def _is_nought(claim: Claim) -> bool:
    """Whether a figure says that there is none (无人死亡): no part of a total."""
    return isinstance(claim.value, Quantity) and claim.value.low == claim.value.high == 0


def _is_rate(claim: Claim) -> bool:
    return claim.family is Family.CHANGE and isinstance(claim.value, Quantity) and claim.value.dimension == "share"


def _in_shadow(document: Document, claim: Claim) -> Claim:
    """The claim with its spans in the shadow text, where the cue words are looked for. Its id stays."""
    return replace(claim, span=Span(*document.shadow.find(claim.span)), sentence=Span(*document.shadow.find(claim.sentence)))


def _interval(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """What the printed digits may stand for: rounding to the last digit, truncation included; ±10 % for hedged figures (see
    comparison.quantities)."""
    assert quantity.low is not None
    assert quantity.high is not None
    if quantity.hedge is not Hedge.EXACT:
        return quantity.low - abs(quantity.low) / 10, quantity.high + abs(quantity.high) / 10
    if quantity.dimension == "count" and quantity.step <= 1:
        return quantity.low, quantity.high
    return quantity.low - quantity.step / 2, quantity.high + quantity.step


def _same_measure(a: Claim, b: Claim) -> bool:
    return (
        isinstance(a.value, Quantity)
        and isinstance(b.value, Quantity)
        and a.value.unit == b.value.unit
        and a.value.dimension == b.value.dimension
    )


def _is_base(text: str, claim: Claim) -> bool:
    """Whether a figure is only what another is compared with (上年同期为165.98亿元)."""
    return bool(_BASE_BEFORE.search(text[max(claim.sentence.start, claim.span.start - 14) : _figure_start(text, claim)]))


def _same_tail(a: Claim, b: Claim) -> bool:
    """Whether both nouns end in the same two characters (营业收入, 汽车电子收入)."""
    return len(a.frame.noun) >= 2 and a.frame.noun[-2:] == b.frame.noun[-2:]


def _write_sum(head: Claim, parts: Sequence[Claim]) -> str:
    """The sum as an editor would write it: 9 + 6 = 15 ≠ 14."""
    values = [p.value.low for p in parts if isinstance(p.value, Quantity) and p.value.low is not None]
    assert isinstance(head.value, Quantity)
    return " + ".join(map(_plain, values)) + f" = {_plain(sum(values, Decimal(0)))} ≠ {_plain(abs(head.value.low or Decimal(0)))}"


def _check_growth(text: str, sentence: Sequence[Claim]) -> Iterator[ArithmeticCheck]:
    """A level, what it was before, and the rate between them."""
    for rate in sentence:
        if not _is_rate(rate):
            continue
        levels = [
            c
            for c in sentence
            if c.family not in {Family.CHANGE, Family.SHARE}
            and c.span.start < rate.span.end
            and isinstance(c.value, Quantity)
            and c.value.hedge is Hedge.EXACT
        ]
        bases = [c for c in levels if _is_base(text, c)]
        if not bases:
            continue
        base = bases[-1]
        others = [
            c
            for c in levels
            if c is not base and _same_measure(c, base) and _same_thing(c, base) and abs(c.span.start - base.span.start) <= 60
        ]
        if not others:
            continue
        level = min(others, key=lambda c: (abs(c.span.start - base.span.start), c.span.start))
        if re.search(r"[。；;]", text[min(level.span.end, base.span.end) : max(level.span.start, base.span.start)]):
            continue
        if rate.span.start - max(level.span.end, base.span.end) > 14:
            continue  # too far away to be their rate for certain
        between = [
            c
            for c in sentence
            if min(level.span.start, base.span.start) < c.span.start < rate.span.start
            and c not in (level, base, rate)
            and c.family is Family.CHANGE
        ]
        if between:
            continue
        if check := _compare_growth(rate, level, base):
            yield check


def _compare_growth(rate: Claim, level: Claim, base: Claim) -> ArithmeticCheck | None:
    """The rate against what level and base allow; None where it fits, or the base is not above zero."""
    assert isinstance(rate.value, Quantity)
    assert isinstance(level.value, Quantity)
    assert isinstance(base.value, Quantity)
    (l0, l1), (b0, b1) = _interval(level.value), _interval(base.value)
    if b0 <= 0:
        return None
    low, high = (l0 / b1 - 1) * 100, (l1 / b0 - 1) * 100
    r0, r1 = _interval(rate.value)
    if rate.value.low is not None and rate.value.low < 0:
        r0, r1 = rate.value.low - rate.value.step, (rate.value.high or rate.value.low) + rate.value.step / 2
    if r0 <= high and low <= r1:
        return None
    assert level.value.low is not None
    assert base.value.low is not None
    true = (level.value.low / base.value.low - 1) * 100
    now, before = _plain(level.value.low), _plain(base.value.low)
    formula = f"({now} - {before}) / {before} = {true:.2f}% ≠ {_plain(rate.value.low)}%"
    return ArithmeticCheck("growth", level.id, (rate.id, base.id), low, high, formula)


def _check_headline(rates: Sequence[Claim], body: Sequence[Claim]) -> Iterator[ArithmeticCheck]:
    """The rate of a headline against the one change from a level to a level that the text tells of that measure (由50万辆降至40万辆). Where
    the text gives a rate itself the headline repeats that: the two are compared, nothing is worked out."""
    for rate in rates:
        concept = rate.frame.concept
        if not concept or any(c.family is Family.CHANGE and c.frame.concept == concept for c in body):
            continue
        told = [c for c in body if c.frame.concept == concept and isinstance(c.value, Quantity) and c.value.hedge is Hedge.EXACT]
        bases, levels = ([c for c in told if way in c.scope.qualifiers] for way in ("from", "to"))
        if len(bases) != 1 or len(levels) != 1 or bases[0].sentence != levels[0].sentence or not _same_measure(bases[0], levels[0]):
            continue
        if not rate.subject or bases[0].subject != rate.subject:
            continue
        if check := _compare_growth(rate, levels[0], bases[0]):
            yield check


def _same_thing(a: Claim, b: Claim) -> bool:
    """Whether a level and its base are told of one thing: one lexicon concept, one noun, or a base that says none of its own."""
    if a.frame.concept or b.frame.concept:
        return a.frame.concept == b.frame.concept
    return not b.frame.noun or not a.frame.noun or _same_tail(a, b)


def _figure_start(text: str, claim: Claim) -> int:
    """Where the digits of a claim start in the text."""
    assert isinstance(claim.value, Quantity)
    at = text.find(claim.value.digits, claim.span.start, claim.span.end) if claim.value.digits else -1
    return at if at >= 0 else claim.span.start


def _check_share(text: str, sentence: Sequence[Claim]) -> Iterator[ArithmeticCheck]:
    """共230人，其中女性120人，占52.2%: exactly one total, one part and one share of it."""
    shares = [c for c in sentence if c.family is Family.SHARE]
    if len(shares) != 1 or not isinstance(shares[0].value, Quantity):
        return
    share = shares[0]
    if not _OF_WHOLE.search(text[max(share.sentence.start, _figure_start(text, share) - 14) : _figure_start(text, share)]):
        return
    levels = [c for c in sentence if c.family in {Family.COUNT, Family.MONEY} and c.span.end <= share.span.end and c is not share]
    if len(levels) != 2 or not _same_measure(levels[0], levels[1]):
        return
    if not re.search(r"其中|当中", text[levels[0].span.end : levels[1].span.end]):
        return
    whole, part = levels[0].value, levels[1].value
    assert isinstance(whole, Quantity)
    assert isinstance(part, Quantity)
    assert isinstance(share.value, Quantity)
    (w0, w1), (p0, p1) = _interval(whole), _interval(part)
    if w0 <= 0:
        return
    low, high = p0 / w1 * 100, p1 / w0 * 100
    s0, s1 = _interval(share.value)
    if high < s0 or low > s1:
        true = (part.low or Decimal(0)) / (whole.low or Decimal(1)) * 100
        formula = f"{_plain(part.low)} / {_plain(whole.low)} = {true:.1f}% ≠ {_plain(share.value.low)}%"
        yield ArithmeticCheck("share", share.id, (levels[1].id, levels[0].id), low, high, formula)


def _plain(value: Decimal | None) -> str:
    return "?" if value is None else f"{value.normalize():,f}"
