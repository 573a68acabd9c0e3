"""What must be true of two claims before their values are compared.

Each gate returns the reason why the pair is not about one fact, or None when nothing speaks against it. A gate that lacks a key part
abstains for the pair with `unresolved`. All are symmetric.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.alignment.linking import Linker, place_level
from factcheck.alignment.similarity import noun_letters, noun_similarity, same_predicate, shared_words
from factcheck.claims.cues import load_cues
from factcheck.claims.nouns import noun_group
from factcheck.claims.restrictions import ONE_MANNER
from factcheck.comparison.happened_twice import two_of_a_kind
from factcheck.comparison.measures import SAME_NOUN, folded_quote, is_scene, published_at
from factcheck.comparison.times import contains_period, days_apart, overlap_in_time
from factcheck.language.contrasts import contrasts
from factcheck.model import Claim, Family, Period, Quantity, Reason, Stance

__all__ = [
    "LOOSE",
    "gate_affair",
    "gate_base",
    "gate_event",
    "gate_part",
    "gate_period",
    "gate_place",
    "gate_qualifiers",
    "gate_stance",
    "gate_subject",
    "gate_topic",
    "is_stretch",
    "name_places",
    "said_time",
    "share_no_name",
]

EVENT_DAYS = 31.0
"""Two happenings of one kind more than a month apart are two happenings (the pairs suite's own rule for look-alike reports)."""
_LEVEL_RANK = {"国": 6, "球": 7, "世": 7, "省": 5, "州": 5, "港": 5, "台": 5, "岛": 5, "市": 4, "县": 3, "区": 3, "镇": 2, "乡": 2, "村": 1}
_PLACES = {"GPE", "LOC", ""}
_NOT_FACT = {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES}


def _is_level(key: str) -> bool:
    return len(key) >= 2 and key[0] in "全本我" and len(key) <= 4 and key[1] in "国省市县区镇乡村州港台岛球世境校院厂公集行军线场队社"


def name_places(keys: Iterable[str]) -> list[str]:
    """The keys that are names, words for a level (全国, 本市) left out."""
    return [k for k in keys if not _is_level(k)]


def gate_stance(a: Claim, b: Claim) -> Reason | None:
    """A plan or forecast is not compared with a result, nor one view with another."""
    if Stance.OPINES in {a.stance, b.stance}:
        return Reason.OPINION
    if (a.stance in _NOT_FACT) != (b.stance in _NOT_FACT):
        return Reason.PLAN_AGAINST_RESULT
    if a.stance is Stance.SUPPOSES or b.stance is Stance.SUPPOSES:
        return Reason.OPINION
    if a.stance is Stance.FORECASTS and b.stance is Stance.FORECASTS and a.speaker != b.speaker:
        return Reason.OPINION
    if a.stance is Stance.FORECASTS and b.stance is Stance.FORECASTS:
        return Reason.OPINION
    return None


def gate_affair(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """Not across two stories of several articles each, unless the claims themselves name one thing that is no place; and where there are
    several stories, nothing between articles that share none and claims that share no name."""
    if linker.many and share_no_name(a, b, linker):
        return Reason.OTHER_EVENT
    if not linker.two_affairs(a.article, b.article):
        return None
    named = [
        [k for k in (c.subject if c.subject_text else "", *c.frame.participants) if k and linker.type(k) not in _PLACES] for c in (a, b)
    ]
    return None if linker.any_same(*named) else Reason.OTHER_EVENT


def share_no_name(a: Claim, b: Claim, linker: Linker) -> bool:
    """Whether nothing says that two articles speak of one affair: they are of none together, and of the names that the two claims give or
    inherit, where both have some, none is of the other. Where there are several affairs, a claim without any name stays in its own."""
    if linker.one_affair(a.article, b.article):
        return False
    one, two = ([k for k in (c.subject, *c.frame.participants, *c.frame.context) if k] for c in (a, b))
    return not linker.any_related(one, two) if one and two else linker.many


def gate_subject(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """The same grammatical subject where both say one; where one says it, the other's context must know it; where neither does, their
    contexts must share a name, unless both articles are plainly about one affair."""
    own_a, own_b = bool(a.subject_text), bool(b.subject_text)
    if ("/" in a.subject) != ("/" in b.subject):
        return Reason.OTHER_SUBJECT  # 陆某, 陆某的弟弟
    if own_a and own_b:
        if linker.related(a.subject, b.subject):
            return Reason.PART_AND_WHOLE if a.family is Family.MEASURE and _is_part_of(a.subject, b.subject) else None
        over = linker.any_same([a.subject], b.frame.participants), linker.any_same([b.subject], a.frame.participants)
        counted = {a.family, b.family} & {Family.COUNT, Family.MONEY, Family.SHARE, Family.OUTCOME}
        crossed = all(over) if counted else any(over)  # one airline's flights at an airport are not the airport's
        return None if crossed and not {a.family, b.family} & {Family.MONEY, Family.SHARE} else Reason.OTHER_SUBJECT
    if _punishes_two(a, b, linker):
        return Reason.OTHER_SUBJECT
    if own_a != own_b:
        said, other = (a, b) if own_a else (b, a)
        around = (*name_places(other.frame.participants), *other.frame.context)
        if not around or linker.any_related([said.subject], around):
            return None
        if linker.type(said.subject) == "EVENT" and len(said.subject) <= COMMON and linker.one_affair(a.article, b.article):
            return None  # 雪崩, 火灾: no name, but what the whole affair is about
        stretch = a.family is b.family is Family.MEASURE and linker.type(said.subject) in {"GPE", "LOC"} and not other.frame.places
        if stretch and linker.one_affair(a.article, b.article):
            return None  # 黑礁角至月牙湾11公里岸线: a place named in passing; what is measured is the noun
        return Reason.OTHER_SUBJECT
    kinds = {linker.type(a.subject), linker.type(b.subject)}
    if kinds == {"PRODUCT"} and not linker.related(a.subject, b.subject):
        return Reason.OTHER_SUBJECT
    persons = {linker.type(c.subject) == "PER" for c in (a, b) if c.subject}
    crime = {a.frame.concept, b.frame.concept} <= _OF_A_CRIME
    if len(persons) == 2 and Family.MONEY in {a.family, b.family} and not crime:
        return Reason.OTHER_SUBJECT  # what one person gets is not what is paid in all
    two_bodies = two_of_a_kind(a.subject, b.subject) or (_of_a_body(a) and _of_a_body(b))
    if kinds == {"ORG"} and isinstance(a.value, Quantity) and two_bodies and not linker.related(a.subject, b.subject):
        return Reason.OTHER_SUBJECT  # each went on about a body of its own
    if kinds <= {"PER", "ORG"} and all(c.frame.concept.startswith("sport.") for c in (a, b)) and not linker.related(a.subject, b.subject):
        return Reason.OTHER_SUBJECT  # each player has his own figure
    if linker.same(a.subject, b.subject) and linker.type(a.subject) in {"PER", "PRODUCT"}:
        return None  # one person or craft, carried on from before
    named_a, named_b = name_places(a.frame.participants), name_places(b.frame.participants)
    sorts = [{linker.type(k) for k in named} for named in (named_a, named_b)]
    rivals = bool(sorts[0] & sorts[1]) or not linker.one_affair(a.article, b.article)  # a body and a place are no two of one sort
    if a.family is not Family.PLACE and named_a and named_b and rivals and not linker.any_related(named_a, named_b):
        return Reason.OTHER_SUBJECT
    around_a, around_b = (*named_a, *a.frame.context), (*named_b, *b.frame.context)
    one_event = bool(a.scope.event and b.scope.event) and linker.same(a.scope.event, b.scope.event)
    if (
        around_a
        and around_b
        and not one_event
        and not linker.one_affair(a.article, b.article)
        and not linker.any_related(around_a, around_b)
        and not _told_alike(a, b)
    ):
        return Reason.OTHER_SUBJECT
    return None


def _punishes_two(a: Claim, b: Claim, linker: Linker) -> bool:
    """Whether each of two punishments is of a person of its own, by name or carried on: 邓某罚金300万元, 何某罚金80万元."""
    punished = all(c.frame.concept.startswith("law.") for c in (a, b)) and not {a.frame.concept, b.frame.concept} <= _OF_A_CRIME
    return punished and {linker.type(c.subject) for c in (a, b)} == {"PER"} and not linker.related(a.subject, b.subject)


_OF_A_CRIME = frozenset({"law.involved", "law.defrauded", "law.embezzled"})
"""Sums of a whole crime, whoever the sentence is about."""
COMMON = 3
"""Characters up to which the word for an event is a common noun (雪崩, 大地震) rather than a name."""
_BODIES_OWN = ("company.", "market.", "bank.")
"""Groups of the attribute lexicon of which every company or bank of a story has its own figure."""


def _of_a_body(claim: Claim) -> bool:
    return claim.frame.concept.startswith(_BODIES_OWN)


def _is_part_of(a: str, b: str) -> bool:
    """Whether one name is the other with a word for a part behind it (云江大桥, 云江大桥主桥)."""
    short, long = sorted((a, b), key=len)
    return long != short and long.startswith(short) and long[len(short) :] in contrasts().standing


def _told_alike(a: Claim, b: Claim) -> bool:
    """Whether two claims without a common name are about one thing by their words: the same opening noun phrase, or a specific noun
    and two more words. Never for casualties and damage, which every accident has."""
    if {f.concept.partition(".")[0] for f in (a.frame, b.frame)} & {"casualties", "damage", "disaster"} or not isinstance(
        a.value, Quantity
    ):
        return False
    topics = noun_similarity(a.frame.topic, b.frame.topic)
    if topics is not None and topics >= SAME_NOUN and len(noun_letters(a.frame.topic) & noun_letters(b.frame.topic)) >= 3:
        return True
    nouns = noun_similarity(a.frame.noun, b.frame.noun)
    return (
        nouns is not None
        and nouns >= SAME_NOUN
        and min(len(noun_letters(a.frame.noun)), len(noun_letters(b.frame.noun))) >= 3
        and shared_words(a.frame.words, b.frame.words) >= 2
    )


_ALL_SIDES = re.compile(r"双方|[两三][国军方岸队侧]|各方|彼此|双边|各自|[两三]支?部队|双方部队|双方军队|[两三]国军队")
"""Words that name all who take part by their number alone."""


def gate_topic(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """What a change or a bare measure is told of: 上证综指 is not 深证成指. Only where the claim has no specific noun of its own, and where
    not both are said of one person by name."""
    families = {a.family, b.family}
    done = a.subject and linker.same(a.subject, b.subject) and (a.subject_text or b.subject_text)
    if done and families == {Family.MEASURE} and same_predicate(a.frame.predicate, b.frame.predicate):
        return None  # 白鹿山隧道仍余5公里未钻通, 目前尚有2.3公里未贯通: one thing, one deed
    if a.subject_text and b.subject_text and linker.same(a.subject, b.subject) and linker.type(a.subject) == "PER":
        return None
    if not families & {Family.CHANGE, Family.MEASURE, Family.SHARE, Family.DURATION}:
        return None
    level = a.frame.concept == b.frame.concept and a.frame.concept.startswith("market.")
    if level and linker.type(a.subject) == linker.type(b.subject) == "PRODUCT":
        # 上证综指跌3.57%，深证成指跌3.88%，报11816.21点: the second index, though the sentence opens with the first
        return None if linker.same(a.subject, b.subject) else Reason.OTHER_SUBJECT
    topics = noun_similarity(a.frame.topic, b.frame.topic)
    if all(is_scene(c.frame.topic) or is_scene(c.scope.of) for c in (a, b)):
        topics = None
    if any(_ALL_SIDES.fullmatch(c.frame.topic) for c in (a, b)):
        topics = None  # 双方各后撤2公里, 两军各退后5公里
    nouns = noun_similarity(a.frame.noun, b.frame.noun)
    specific = min(len(noun_letters(a.frame.noun)), len(noun_letters(b.frame.noun)))
    if topics is None or topics >= SAME_NOUN or (nouns is not None and nouns >= SAME_NOUN and specific >= 3):
        return None
    if Family.CHANGE not in families and a.frame.concept and a.frame.concept == b.frame.concept:
        many = a.frame.concept.partition(".")[0] in {
            "size",
            "market",
            "company",
            "price",
            "macro",
            "sport",
        }  # what many things of one article have
        many = many or Family.DURATION in families
        if not many or topics > 0 or (nouns == 1.0 and a.frame.concept != "size.distance"):  # from where it is far is the topic
            return None
    return Reason.OTHER_SUBJECT


def _of_other_land(said: Claim, other: Claim, linker: Linker) -> bool:
    """Whether a claim tells of the land of its paper (台湾未发布警报), which the other article, about another place, does not name."""
    if said.subject not in load_cues().home_lands or not other.subject or linker.related(said.subject, other.subject):
        return False
    return linker.type(other.subject) in {"GPE", "LOC"} and not linker.named_in(other.article, said.subject)


def gate_place(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """No two different places; for what adds up, not a place against one that holds it."""
    if _of_other_land(a, b, linker) or _of_other_land(b, a, linker):
        return Reason.OTHER_PLACE
    named_a, named_b = name_places(a.frame.places), name_places(b.frame.places)
    adds_up = bool({a.family, b.family} & {Family.COUNT, Family.MONEY})
    if named_a and named_b:
        if not linker.any_related(named_a, named_b):
            return Reason.OTHER_PLACE
        if adds_up and not linker.any_same(named_a, named_b):
            return Reason.PART_AND_WHOLE
        return None
    for said, other in ((a, b), (b, a)):
        small = said.subject_text and 0 < place_level(said.subject_text) <= 3 and a.family is b.family is Family.SHARE
        if small and not name_places(other.frame.places) and not other.subject_text:
            return Reason.PART_AND_WHOLE  # one district's turnout, and the turnout
    for one, two in ((a, b), (b, a)):
        levels = [k for k in one.frame.places if _is_level(k)]
        places = name_places(two.frame.places)
        if levels and places and adds_up:
            rank = max(_LEVEL_RANK.get(k[1], 0) for k in levels)
            if len(places) >= 3:
                continue  # a list of places is what the figure counts, not where
            level = max((place_level(p) for p in places), default=0)
            if level and rank and level < rank:
                return Reason.PART_AND_WHOLE
            if not linker.any_related(places, (*name_places(one.frame.participants), *one.frame.context)):
                return Reason.OTHER_PLACE
    ranks_a = [_LEVEL_RANK.get(k[1], 0) for k in a.frame.places if _is_level(k)]
    ranks_b = [_LEVEL_RANK.get(k[1], 0) for k in b.frame.places if _is_level(k)]
    if adds_up and ranks_a and ranks_b and max(ranks_a) != max(ranks_b):
        return Reason.PART_AND_WHOLE
    return None


def gate_part(a: Claim, b: Claim) -> Reason | None:
    """Part against whole, and one part against another, unless both name the same kind (其中498辆为电动汽车). Only for what adds up."""
    adds_up = {Family.COUNT, Family.MONEY, Family.MEASURE, Family.DURATION}
    if _counts_some_of(a, b) or _counts_some_of(b, a):
        return Reason.PART_AND_WHOLE
    if not {a.family, b.family} & adds_up or (a.scope.part != "part" and b.scope.part != "part"):
        return None
    if a.scope.part == b.scope.part:
        if a.frame.noun == b.frame.noun and _does(a) != _does(b):
            return Reason.PART_AND_WHOLE  # 其中选手7人, 其中两名选手已提出申诉
        return None if noun_similarity(a.frame.noun, b.frame.noun) == 1.0 or a.frame.noun == b.frame.noun else Reason.PART_AND_WHOLE
    if len(a.frame.noun) >= 3 and a.frame.noun == b.frame.noun:
        return None
    part, whole = (a, b) if a.scope.part == "part" else (b, a)
    group = next((m.partition(":")[2] for m in part.frame.setting if m.startswith("among:")), "")
    if group and not part.frame.noun and whole.frame.noun and group in {whole.frame.noun, noun_group(whole.frame.noun)}:
        return None  # 全院护士当中，有1860人参加, 1680名护士参加
    done = part.frame.noun if part.scope.population == whole.scope.population == part.frame.noun == whole.frame.noun else ""
    if done and _AMONG.search(part.frame.wording):
        return None  # 127项药品中有97项谈成, 91种谈成: what was done to them is what makes them a part
    return Reason.PART_AND_WHOLE


_AMONG = re.compile(r"中[，]?(?:就|已|共|仅|只)?有#")
_ALL_OF_THEM = re.compile(r"全[部数体]|[所都均皆]|悉数|一律|总共|共有|共计")


def _counts_some_of(doers: Claim, listed: Claim) -> bool:
    """Whether one figure is of a kind as a breakdown lists it (其中选手7人) and the other, lower, of those of the kind who did something or
    had it done to them (两名选手已提出申诉): some of the former."""
    one, two = doers.value, listed.value
    if listed.scope.part != "part" or not doers.frame.noun or doers.frame.noun != listed.frame.noun:
        return False
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.high is None or two.low is None or one.high >= two.low:
        return False
    return not _goes_on(listed) and _goes_on(doers) and not _ALL_OF_THEM.search(doers.frame.wording)


def _goes_on(claim: Claim) -> bool:
    """Whether the clause of a figure goes on after the figure and its noun, to tell what became of those it counts."""
    told, noun = claim.frame.wording, claim.frame.noun
    at = max(told.find(noun) + len(noun), told.find("#") + 1)
    return len(re.sub(r"[#\W名位个人]", "", told[at:])) >= 2


def _does(claim: Claim) -> bool:
    """Whether a figure is of those who did what its verb behind it tells (两名选手已提出), not of those there are."""
    verb, quote = claim.frame.predicate, folded_quote(claim)
    if len(verb) < 2 or verb in load_cues().links or not isinstance(claim.value, Quantity):
        return False
    at = quote.find(claim.value.digits)
    return at >= 0 and quote.find(verb, at) > at


def gate_base(a: Claim, b: Claim) -> Reason | None:
    """Changes are compared over the same base: 同比 with 同比."""
    if a.family is Family.CHANGE and a.scope.base != b.scope.base and (a.scope.base and b.scope.base):
        return Reason.OTHER_BASE
    return None


def gate_qualifiers(a: Claim, b: Claim) -> Reason | None:
    """The same restricting words (最高, 人均, 首年, 新增 …); a level that a change starts from is not the level now."""
    one, two = set(a.scope.qualifiers), set(b.scope.qualifiers)
    if "from" in one ^ two:
        return Reason.OTHER_PERIOD
    pa, pb = a.scope.period, b.scope.period
    one_goal = pa is not None and pb is not None and (pa.start, pa.end) == (pb.start, pb.end)  # 到2034年提高至65岁, 到2034年达67岁
    if (
        "to" in one ^ two
        and not one_goal
        and {a.family, b.family} & {Family.SHARE, Family.MEASURE}
        and "cumulative" not in {a.time_behaviour, b.time_behaviour}
    ):
        return Reason.OTHER_PERIOD  # what it will come down to is not what it is
    one, two = one - {"to"} - LOOSE, two - {"to"} - LOOSE
    if one ^ two == {"首日"} and a.family is b.family is Family.MONEY and _of_one_day(a, b):
        return None  # 首日收在38.3元, and of the same day 收报33.8元
    return Reason.OTHER_POPULATION if one != two else None


def _of_one_day(a: Claim, b: Claim) -> bool:
    """Whether two figures hold on one day: as they say, or as they were published."""
    days = [t.start.date() for t in (said_time(a), said_time(b)) if t is not None and t.start is not None]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= 1


LOOSE = frozenset({"其余", "追加", "ages", ONE_MANNER})
"""Restrictions that some outlets leave out of an equal figure; they only keep figures apart that do not meet."""


def said_time(claim: Claim) -> Period | None:
    """The moment a claim's value holds at: as-of time, else a period that ended well before publication, else publication."""
    if claim.as_of is not None:
        return claim.as_of
    published = published_at(claim)
    period = claim.scope.period
    if period is not None and (published is None or days_apart(period, published) > 14):
        return period
    return published or period


def gate_period(a: Claim, b: Claim) -> Reason | None:
    """Flows are compared over one period; other measures not where one speaks of a past year, quarter or month and the other of another."""
    pa, pb = a.scope.period, b.scope.period
    coarse = {"year", "quarter", "half", "month", "season", "decade", "century", "span"}
    if pa is not None and pb is not None:
        if overlap_in_time(pa, pb):
            unequal = pa.granularity in coarse and pb.granularity in coarse and (pa.start, pa.end) != (pb.start, pb.end)
            if unequal and (a.time_behaviour == "flow" or b.time_behaviour == "flow" or a.family is Family.CHANGE):
                return Reason.OTHER_PERIOD
            one_stretch = is_stretch(pa) != is_stretch(pb) and "month" not in {pa.granularity, pb.granularity}
            return Reason.OTHER_PERIOD if one_stretch and {a.family, b.family} <= {Family.COUNT, Family.MONEY} else None
        if a.time_behaviour == "flow" or b.time_behaviour == "flow" or a.family is Family.CHANGE:
            return Reason.OTHER_PERIOD
        days = {"day", "part", "hour", "minute"}
        if pa.granularity in days and pb.granularity in days and not {a.frame.concept[:10], b.frame.concept[:10]} & {"casualties"}:
            return Reason.OTHER_PERIOD  # the flights cancelled on the 23rd are not those of the 24th
        if any((is_stretch(p) and p.granularity != "month") or p.granularity == "year" for p in (pa, pb)):
            return Reason.OTHER_PERIOD  # the cases of the first seven months are not those of an August day
        if {a.time_behaviour, b.time_behaviour} & {"cumulative", "stock"}:
            return None
        return Reason.OTHER_PERIOD
    if pa is None and pb is None:
        return None
    said, other = (a, b) if pa is not None else (b, a)
    period = said.scope.period
    assert period is not None
    published = published_at(other)
    if period.granularity in {"quarter", "half", "month"} and said.time_behaviour == "flow":
        return Reason.OTHER_PERIOD
    if published is None or period.start is None or period.end is None:
        return None
    if said.time_behaviour == "fixed" and other.time_behaviour == "fixed" and period.granularity != "year" and _close_in_print(a, b):
        return None  # a finished thing's size is the same whenever it is told
    if period.granularity in {"year", "decade"} and not contains_period(period, published):
        recent = 0 <= published.start.year - period.start.year <= 1 if published.start else False
        return None if recent and said.time_behaviour == "flow" else Reason.OTHER_PERIOD
    if period.granularity in {"season", "half"} and days_apart(period, published) > 2 * EVENT_DAYS:
        return Reason.OTHER_PERIOD  # 去年冬天共收住312人
    if period.granularity not in coarse and days_apart(period, published) > EVENT_DAYS:
        return Reason.OTHER_PERIOD
    return None


def is_stretch(period: Period) -> bool:
    """Whether a period is a stretch of months that a count is taken over: a month, a quarter, 今年首七个月."""
    if period.granularity in {"month", "quarter", "half"}:
        return True
    return period.granularity == "span" and period.start is not None and period.end is not None and (period.end - period.start).days >= 28


def _close_in_print(a: Claim, b: Claim) -> bool:
    one, two = published_at(a), published_at(b)
    return one is not None and two is not None and days_apart(one, two) <= EVENT_DAYS


def gate_event(a: Claim, b: Claim, linker: Linker) -> Reason | None:
    """Two named events are two; so are happenings more than a month apart, unless what is measured stands on beyond them."""
    if a.scope.event and b.scope.event and not linker.same(a.scope.event, b.scope.event):
        return Reason.OTHER_EVENT
    if a.time_behaviour == "stock" or b.time_behaviour == "stock":
        return None
    ta, tb = said_time(a), said_time(b)
    if ta is None or tb is None or days_apart(ta, tb) <= EVENT_DAYS or any(t.start is t.end is None and not t.partial for t in (ta, tb)):
        return None  # 截至目前, in an article without a date, is no other time
    everyday = bool({f.concept.partition(".")[0] for f in (a.frame, b.frame)} & {"casualties", "damage", "disaster"})
    if "cumulative" in {a.time_behaviour, b.time_behaviour} and not everyday:
        return None  # what only grows is compared over any time: lower and later is a finding
    if not everyday and (a.scope.period is None or b.scope.period is None) and _close_in_print(a, b):
        return None  # one of two articles of the same weeks only leaves the date out
    if a.frame.concept.startswith("troops") or b.frame.concept.startswith("troops"):
        return None
    return Reason.OTHER_EVENT
