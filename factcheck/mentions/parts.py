"""What a mention is made of: the figure without its hedge, the number without its unit, the ends of a range."""

from __future__ import annotations

from dataclasses import replace

from factcheck.mentions.completion import complete
from factcheck.mentions.draft import Draft, freeze
from factcheck.mentions.numerals import NUMERAL_CHARACTERS, Numeral, parse_numeral
from factcheck.mentions.types import Mention
from factcheck.model import Hedge, Quantity

__all__ = ["split_mention"]

_HEADS = frozenset(NUMERAL_CHARACTERS + "0123456789负-−.上")
_MORE = frozenset("余多几来")
_SIGNS = frozenset("负-−.")


def split_mention(text: str, mention: Mention) -> list[Mention]:
    """The parts of a figure or duration of the shadow text, outermost first, none equal to the mention itself.

    The figure as printed without hedges; the hedge with the number but without the unit, as a numberrange; every number in it, with and
    without its unit; the number of a duration. Dates and clock times have none.
    """
    value = mention.value
    found: list[Mention] = []
    if isinstance(value, Quantity):
        if value.dimension not in ("ordinal", "score"):
            found = _split_figure(text, mention, value)
    elif mention.kind == "duration":
        found = [part for numeral in _numerals(text, mention.core_start, mention.core_end)[:1] for part in _number_parts(text, numeral)]
    seen = {(mention.start, mention.end, mention.kind)}
    out = []
    for part in found:
        key = (part.start, part.end, part.kind)
        if key not in seen:
            seen.add(key)
            out.append(part)
    return out


def _split_figure(text: str, mention: Mention, value: Quantity) -> list[Mention]:
    numerals = _numerals(text, mention.core_start, mention.core_end)
    if not numerals:
        return []
    out = []
    first, last = numerals[0], numerals[-1]
    if (mention.start, mention.end) != (mention.core_start, mention.core_end):
        out.append(_exact(mention, value, first, ranged=len(numerals) > 1))
    if value.low != value.high:
        bare = Quantity(value.low, value.high, value.hedge, step=value.step, digits=value.digits)
        end = mention.end if mention.end > mention.core_end else last.end
        for start in (mention.start, mention.core_start) if len(numerals) > 1 else (mention.start,):
            out.append(Mention(start, end, "numberrange", bare, start, end))
    if text[mention.core_end - 1] in "成折" or (first.end < mention.core_end and text[first.end] in "成折"):
        return out
    for numeral in numerals if value.low != value.high else numerals[:1]:
        if len(numerals) > 1:
            draft = complete(text, numeral)
            if draft is not None and draft.core_end <= mention.core_end and draft.core_end > numeral.end:
                out.append(freeze(draft))
        out.extend(_number_parts(text, numeral))
    return out


def _exact(mention: Mention, value: Quantity, numeral: Numeral, *, ranged: bool) -> Mention:
    """The figure without its hedges: its number and unit as printed."""
    low = value.low if value.low is not None else value.high
    high = value.high if value.high is not None else value.low
    hedge = value.hedge if ranged else numeral.hedge if numeral.low != numeral.high else Hedge.EXACT
    kind = "number" if mention.kind == "numberrange" and low == high else mention.kind
    plain = replace(value, low=low, high=high, hedge=hedge)
    return Mention(mention.core_start, mention.core_end, kind, plain, mention.core_start, mention.core_end)


def _number_parts(text: str, numeral: Numeral) -> list[Mention]:
    out = [freeze(Draft.of(numeral))]
    start, end = numeral.start, numeral.end
    if numeral.low != numeral.high:
        out.append(replace(out[0], kind="number"))
        if text[end - 1] in _MORE and end - start > 1:
            inner = parse_numeral(text, start, end - 1)
            if inner is not None and inner.end == end - 1:
                out.append(freeze(Draft.of(inner)))
    if numeral.parts:
        at = start + numeral.digits.index("分之") + 2
        above = parse_numeral(text, at, end)
        if above is not None and above.end == end:
            out = [freeze(Draft.of(above))]
    return out


def _numerals(text: str, start: int, end: int) -> list[Numeral]:
    """The numerals between two offsets."""
    out: list[Numeral] = []
    at = start
    while at < end:
        if text[at] in _HEADS and (at == start or text[at] not in _SIGNS):
            numeral = parse_numeral(text, at, end)
            if numeral is not None and not (out and numeral.bare):
                out.append(numeral)
                at = numeral.end
                continue
        at += 1
    return out
