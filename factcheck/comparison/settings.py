"""What tells two figures that do not meet for figures of two facts.

The setting their sentences put them in (`claims.setting`), the way they are counted, and a currency that only one of them names. Equal
figures are known again whatever their setting.
"""

from __future__ import annotations

import re

from factcheck.alignment.linking import Linker
from factcheck.alignment.similarity import noun_letters
from factcheck.claims.nouns import noun_group
from factcheck.claims.restrictions import ONE_MANNER
from factcheck.comparison.gates import LOOSE, is_stretch, name_places
from factcheck.comparison.happened_twice import on_one_market
from factcheck.comparison.polarities import is_history, on_two_days
from factcheck.comparison.quantities import counts_occasions
from factcheck.language.contrasts import contrasted, differ_by_letter, make_whole
from factcheck.mentions.slips import Slip, read_slip
from factcheck.model import Claim, Family, Period, Quantity, Reason, Stance

__all__ = ["gate_askers", "gate_difference"]

_FINE = {"day", "part", "hour", "minute", "span"}
_STANDING = {"casualties", "disaster", "size", "deal", "person", "vote", "law", "health"}
"""Groups of the attribute lexicon whose figures are the same whatever day they are told of."""

WEEK = 7
"""Days from which on two ballots are two."""
_DAILY = {"casualties.evacuated", "casualties.sheltered"}
"""Attributes of which every day of a disaster has its own figure."""


def gate_difference(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """Why two figures that do not meet are of two facts, None when nothing says so. Symmetric."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return None
    if counts_occasions(a.value, a.frame.noun) != counts_occasions(b.value, b.frame.noun):
        return Reason.OTHER_UNIT
    if _of_two_kinds(_noun_as_told(a), _noun_as_told(b)):
        return Reason.OTHER_POPULATION
    if all(c.attribute.startswith("lasts|") for c in (a, b)) and _of_past_year(a, b):
        return Reason.OTHER_PERIOD
    if on_one_market(a, b) or on_one_market(b, a):
        return Reason.OTHER_PLACE
    if _names_no_currency(a.value, b.value):
        return Reason.OTHER_UNIT
    if _is_usual(a) != _is_usual(b) or _is_of_base(a) != _is_of_base(b) or on_two_days(a, b) or _day_and_year(a, b):
        return Reason.OTHER_PERIOD
    if _lies_ahead(a) != _lies_ahead(b):
        return Reason.PLAN_AGAINST_RESULT
    if _counts_one_manner(a, b) or _counts_one_manner(b, a):
        return Reason.PART_AND_WHOLE
    loose = LOOSE - {ONE_MANNER}
    loose -= {"追加"} if a.stance is b.stance is Stance.PLANS else set()  # what is to be sent comes on top in any case
    if ({*a.scope.qualifiers} & loose) != ({*b.scope.qualifiers} & loose):
        return Reason.OTHER_POPULATION
    if _totals_months(a) != _totals_months(b) and any(c.scope.period is None for c in (a, b)):
        return Reason.OTHER_PERIOD
    return _gate_setting(a, b, linker) or _gate_day(a, b) or _gate_place(a, b, linker)


def _of_past_year(a: Claim, b: Claim) -> bool:
    """Whether one of two figures alone is told of a year, one long past: 2027年的对峙历时73天."""
    return (a.scope.period is None) != (b.scope.period is None) and is_history(a if a.scope.period is not None else b)


def _of_two_kinds(a: str, b: str) -> bool:
    """Whether the words for what is counted or measured make it two of a kind: 西看台屋顶, 东看台屋顶; 本科分数线,
    艺术类分数线; 船员, 旅客."""
    return contrasted(a, b) or make_whole(a, b) or differ_by_letter(a, b)


def _noun_as_told(claim: Claim) -> str:
    """The noun of a figure, with the character before it in its clause, which segmenters part from it (西|看台)."""
    noun, told = claim.frame.noun or claim.frame.predicate or claim.frame.topic, claim.frame.wording
    at = told.find(noun) if noun else -1
    return told[at - 1] + noun if at > 0 else noun


def _counts_one_manner(part: Claim, whole: Claim) -> bool:
    """Whether the lower of two counts of the dead is of those alone who died in one way."""
    assert isinstance(part.value, Quantity)
    assert isinstance(whole.value, Quantity)
    one, two = part.value.high, whole.value.low
    told = ONE_MANNER in part.scope.qualifiers and ONE_MANNER not in whole.scope.qualifiers
    return told and one is not None and two is not None and one < two


_USUAL = re.compile(r"平[日时常素]|往[常年]|惯常|通常|正常情况下?|一般情况下?|常年|历年|素来")
_BASE = re.compile(r"(?<![较比与和同跟])(?:^|[#，：])(?:的)?(?:上年|去年|前年|上一年)?同期")


def _is_usual(claim: Claim) -> bool:
    """Whether a figure is of what is usual, not of what the affair brought: 平日库存维持七天."""
    return bool(_USUAL.search("\n".join((claim.frame.wording, *claim.frame.words))))


def _is_of_base(claim: Claim) -> bool:
    """Whether a figure is that of the same stretch of an earlier year, to compare with: 上年同期亏损25.3亿元."""
    return claim.family is not Family.CHANGE and bool(_BASE.search(claim.frame.wording))


def _day_and_year(a: Claim, b: Claim) -> bool:
    """Whether one count is of a day and the other of a year or more than a month of it: 当天做手术34例, 今年已做2100例."""
    standing = {c.frame.concept.partition(".")[0] for c in (a, b)} & _STANDING
    pa, pb = a.scope.period, b.scope.period
    if standing or pa is None or pb is None or not {a.family, b.family} <= {Family.COUNT, Family.MONEY}:
        return False
    grains = ({"day", "part", "hour"}, {"year", "half", "quarter"})
    return any(one.granularity in grains[0] and two.granularity in grains[1] for one, two in ((pa, pb), (pb, pa)))


def _totals_months(claim: Claim) -> bool:
    """Whether a figure is the total of months or a year (今年1至5月查获468公斤), not what one case brought."""
    period = claim.scope.period
    standing = claim.frame.concept.partition(".")[0] in {"size", "deal", "person", "vote"}
    return period is not None and not standing and claim.time_behaviour in {"cumulative", "flow"} and is_stretch(period)


def _names_no_currency(a: Quantity, b: Quantity) -> bool:
    """Whether only one of two amounts names its currency, a foreign one, and the digits are no slip of one another: 39.7亿美元, 268亿."""
    for said, bare in ((a, b), (b, a)):
        if said.dimension == "money" and bare.dimension == "number" and said.unit != "CNY":
            return read_slip(said, bare) is Slip.NONE
    return False


def _lies_ahead(claim: Claim) -> bool:
    """Whether a figure is of a time that had not come when its article appeared (未来三个月再抽验60个)."""
    period = claim.scope.period
    if period is None or period.start is None or claim.published is None:
        return False
    return period.start.date() > claim.published.date() or (period.start.date() == claim.published.date() and period.granularity == "span")


def _marks(claim: Claim) -> dict[str, str]:
    """The setting by kind: {"among": "乘客", "stage:轮": "2", "another": ""}."""
    found = {}
    for mark in claim.frame.setting:
        kind, _, value = mark.partition(":")
        if kind == "stage":
            kind, value = f"stage:{value[:1]}", value[1:]
        if kind != "place":
            found[kind] = value
    return found


def _gate_setting(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    one, two = _marks(a), _marks(b)
    if ("another" in one) != ("another" in two):
        return Reason.OTHER_EVENT
    if ("revised" in one) != ("revised" in two) and not (a.as_of or b.as_of):
        return Reason.OTHER_PERIOD  # 比17日公布的略高: the other may be what was published then
    built = not {a.family, b.family} & {Family.DURATION, Family.SHARE, Family.CHANGE}
    if built and one.get("phase") != two.get("phase"):
        return Reason.PART_AND_WHOLE  # 一期工程长188公里, and the whole line
    for marks, said, other in ((one, a, b), (two, b, a)):
        seated = "seat" in marks and other.subject and linker.related(said.subject, marks["seat"])
        if seated and not linker.any_related([marks["seat"]], (other.subject, *other.frame.places)):
            return Reason.OTHER_PLACE  # 最大的厂房设于某地，月产能3.2万片: not that of the plant the affair is about
    if any(one[kind] != two[kind] for kind in one.keys() & two.keys() if kind.startswith("stage")):
        return Reason.OTHER_EVENT
    if "number" in one and "number" in two and one["number"][-1] == two["number"][-1] and one["number"] != two["number"]:
        return Reason.OTHER_SUBJECT  # 3号索道, 1号索道
    standing = {c.frame.concept.partition(".")[0] for c in (a, b)} & _STANDING
    if one.get("quarter") != two.get("quarter") and (not standing or ("quarter" in one and "quarter" in two)):
        return Reason.PART_AND_WHOLE  # 城东新房均价, and that of the whole town
    if one.get("origin") != two.get("origin") and {a.family, b.family} & {Family.COUNT, Family.SHARE}:
        return Reason.OTHER_POPULATION  # 本地参展商420家
    if one.get("row") != two.get("row"):
        return Reason.PART_AND_WHOLE  # 6-4、3-6、7-5战胜, 以盘数2比1力克
    votes = all(c.frame.concept.startswith("vote.") for c in (a, b))  # 9名委员中7人赞成: who votes is those
    if one.get("among") != two.get("among") and not votes:
        for marks, other in ((one, b), (two, a)):
            if "among" in marks and not _speaks_of(other, marks["among"]):
                return Reason.OTHER_POPULATION
    if "over" in one and "over" in two and one["over"] != two["over"]:
        return Reason.OTHER_PERIOD
    if one.get("unit") != two.get("unit"):
        for marks, other in ((one, b), (two, a)):
            levels = (*other.frame.places, *other.frame.participants, *other.frame.context)
            if "unit" in marks and (("unit" in one and "unit" in two) or other.scope.part == "whole" or any(k[:1] == "全" for k in levels)):
                return Reason.PART_AND_WHOLE
    planned = Stance.PLANS in {a.stance, b.stance}
    families = {Family.MONEY, Family.SHARE, Family.CHANGE} | (set() if planned else {Family.COUNT})
    if one.get("asked") != two.get("asked") and {a.family, b.family} & families:
        return Reason.PLAN_AGAINST_RESULT  # what one side asks, what the other offers, and what is paid in the end
    return None


def gate_askers(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """What one body asks for is not what another one plans: 卫队要求派1000名士兵, 波兰计划派一万名. A later plan may still update it."""
    one, two = (_marks(c).get("asked") for c in (a, b))
    bodies = [c.subject for c in (a, b) if linker.type(c.subject) in {"PER", "ORG", "GPE"}]
    return Reason.PLAN_AGAINST_RESULT if one != two and len(bodies) == 2 and not linker.same(*bodies) else None


def _speaks_of(claim: Claim, group: str) -> bool:
    """Whether a claim itself counts the members of a group that another sentence divides."""
    noun = claim.frame.noun
    return noun_group(noun) == group or noun.endswith(group) or group in claim.frame.wording


def _gate_day(a: Claim, b: Claim) -> Reason | None:
    """Not the figure of one day against that of another day or of several, where the sentence says which; only for what adds up."""
    adds_up = {a.family, b.family} & {Family.COUNT, Family.MONEY}
    if all(c.frame.concept.startswith("vote.") for c in (a, b)) and _weeks_between(a, b):
        return Reason.OTHER_EVENT
    standing = {c.frame.concept.partition(".")[0] for c in (a, b) if c.frame.concept not in _DAILY} & _STANDING
    if not adds_up or standing or a.as_of is not None or b.as_of is not None:
        return None
    days = [_days_of(c.scope.period or c.frame.day) for c in (a, b)]
    over = [int(_marks(c).get("over", "0")) for c in (a, b)]
    for i in (0, 1):
        if over[i] >= 2 and days[1 - i] is not None and over[1 - i] < 2 and _length(days[1 - i]) == 1:
            return Reason.OTHER_PERIOD
    one, two = days
    if one is None or two is None:
        return None
    apart = one[1] < two[0] or two[1] < one[0]
    return Reason.OTHER_PERIOD if apart or (_length(one) == 1) != (_length(two) == 1) else None


def _weeks_between(a: Claim, b: Claim) -> bool:
    """Whether the sentences of two figures give days so far apart that no reporter mistakes one for the other: two ballots."""
    one, two = (_days_of(c.frame.day) for c in (a, b))
    return one is not None and two is not None and max(two[0] - one[1], one[0] - two[1]) >= WEEK


def _length(days: tuple[int, int] | None) -> int:
    return 0 if days is None else days[1] - days[0] + 1


def _days_of(period: Period | None) -> tuple[int, int] | None:
    """First and last day of a period of days (ordinals), None for longer ones and where it is not known."""
    if period is None or period.start is None or period.end is None or period.granularity not in _FINE:
        return None
    first, last = period.start.toordinal(), period.end.toordinal()
    whole = period.end.hour == period.end.minute == 0 and last > first
    return first, (last - 1 if whole else last)


def _gate_place(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """No two places where a sentence tells the place before it comes to the figure (预定12日在高雄演出，门票已售出九成)."""
    if not {a.family, b.family} & {Family.COUNT, Family.MONEY, Family.SHARE, Family.CHANGE} or (a.subject_text and b.subject_text):
        return None
    if {c.frame.concept.partition(".")[0] for c in (a, b)} & _STANDING:
        return None
    settings = [[m.partition(":")[2] for m in c.frame.setting if m.startswith("place:")] for c in (a, b)]
    named = [name_places(c.frame.places) or settings[i] for i, c in enumerate((a, b))]
    if not any(settings) or not all(named) or linker.any_related(*named):
        return None
    noun = noun_letters(a.frame.noun) & noun_letters(b.frame.noun)
    return Reason.OTHER_PLACE if a.family in {Family.SHARE, Family.CHANGE} or not noun or a.frame.concept else None
