"""Figures of one article that should follow from each other: parts and their total, growth and its base, a share and what it is a share of.

Only what the article itself puts together is checked. Printed digits stand for their rounding interval (`printed`), and truncation is
allowed (49.2% may be 49.28%). A list that is not said to be complete is only checked for exceeding its total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from factcheck.claims.concepts import Concepts
from factcheck.claims.differences import find_derived
from factcheck.claims.growths import check_rate, find_growths
from factcheck.claims.printed import plain
from factcheck.claims.sums import find_sums
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Hedge, Period, Quantity, Span

__all__ = ["ArithmeticCheck", "check_arithmetic"]


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
    """The failing checks of one article, in reading order. Claims must be those of this document, in reading order; `concepts`: the
    attribute lexicon they were read with."""
    bounded = [
        _in_shadow(document, c) for c in claims if isinstance(c.value, Quantity) and c.value.low is not None and c.value.high is not None
    ]
    figures = [c for c in bounded if not c.headline and not _is_nought(c)]
    checks: list[ArithmeticCheck] = []
    text = document.shadow.text
    for head, parts, low, high in find_sums(text, figures, concepts):
        checks.append(ArithmeticCheck("sum", head.id, tuple(p.id for p in parts), low, high, _write_sum(head, parts)))
    moments = [_in_shadow(document, c) for c in claims if isinstance(c.value, Period) and not c.headline]
    earlier: list[Claim] = []
    for place, group in groupby(figures, key=lambda c: (c.sentence.start, c.sentence.end)):
        sentence = list(group)
        apart = text[earlier[-1].sentence.end : place[0]] if earlier else ""
        before = earlier if not apart.strip(" \u3000”」") and "\n" not in apart else []
        for level, rate, base, low, high, formula in find_growths(text, sentence):
            checks.append(ArithmeticCheck("growth", level.id, (rate.id, base.id), low, high, formula))
        dated = [c for c in moments if (c.sentence.start, c.sentence.end) == place]
        for step in find_derived(text, sentence, before, dated, document.article.published):
            operands = tuple(c.id for c in step.operands)
            checks.append(ArithmeticCheck(step.kind, step.stated.id, operands, step.low, step.high, step.formula))
        earlier = sentence
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


def _write_sum(head: Claim, parts: Sequence[Claim]) -> str:
    """The sum as an editor would write it: 9 + 6 = 15 ≠ 14."""
    values = [p.value.low for p in parts if isinstance(p.value, Quantity) and p.value.low is not None]
    assert isinstance(head.value, Quantity)
    return " + ".join(map(plain, values)) + f" = {plain(sum(values, Decimal(0)))} ≠ {plain(abs(head.value.low or Decimal(0)))}"


def _check_headline(rates: Sequence[Claim], body: Sequence[Claim]) -> Iterator[ArithmeticCheck]:
    """The rate of a headline against the one change from a level to a level that the text tells of that measure (由50万辆降至40万辆). Where
    the text gives a rate itself the headline repeats that: the two are compared, nothing is worked out."""
    for rate in rates:
        concept = rate.frame.concept
        if not concept or any(c.family is Family.CHANGE and c.frame.concept == concept for c in body):
            continue
        told = [c for c in body if c.frame.concept == concept and isinstance(c.value, Quantity) and c.value.hedge is Hedge.EXACT]
        bases, levels = ([c for c in told if way in c.scope.qualifiers] for way in ("from", "to"))
        if len(bases) != 1 or len(levels) != 1 or bases[0].sentence != levels[0].sentence:
            continue
        if not rate.subject or bases[0].subject != rate.subject or not _same_measure(bases[0], levels[0]):
            continue
        assert isinstance(rate.value, Quantity)
        if wrong := check_rate(rate, levels[0], bases[0], -1 if (rate.value.low or 0) < 0 else 1):
            low, high, formula = wrong
            yield ArithmeticCheck("growth", levels[0].id, (rate.id, bases[0].id), low, high, formula)


def _same_measure(a: Claim, b: Claim) -> bool:
    return (
        isinstance(a.value, Quantity)
        and isinstance(b.value, Quantity)
        and a.value.unit == b.value.unit
        and a.value.dimension == b.value.dimension
    )
