"""Two claims that something is so: one says yes, the other no."""

from __future__ import annotations

import re
from functools import cache

from factcheck.alignment.similarity import noun_letters
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.poles import load_poles
from factcheck.comparison.bearers import gate_deed_bearers
from factcheck.comparison.gates import gate_place, gate_subject, is_stretch, said_time
from factcheck.comparison.limits import by_polarity, gate_limits
from factcheck.comparison.measures import SAME_NOUN
from factcheck.comparison.openings import lies_before
from factcheck.comparison.sameness import NEEDED, alike_things, same_happening, shared_things
from factcheck.comparison.surroundings import Surroundings, Trace, one_source
from factcheck.comparison.times import days_apart, is_firm, overlap_in_time
from factcheck.mentions.names.tables import territories
from factcheck.model import Claim, Family, Hedge, Kind, Period, Polarity, Reason, Relation, Stance

__all__ = [
    "conflict",
    "gate_population",
    "is_history",
    "is_later",
    "lasts_long",
    "on_two_days",
    "one_time",
    "only_further",
    "polarity_stance",
    "relate_polarities",
    "relate_states",
    "with_others",
]


def relate_polarities(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """That something is so and that it is not; whether somebody is in office."""
    assert isinstance(a.value, Polarity)
    assert isinstance(b.value, Polarity)
    trace = Trace()
    if a.family is Family.OFFICE:
        if a.attribute != b.attribute or not around.linker.same(a.subject, b.subject):
            return None
        same = a.value.holds == b.value.holds
        return trace.relation(a, b, Kind.AGREES if same else Kind.CONTRADICTS, Reason.SAME_POLARITY if same else Reason.OPPOSITE)
    if not same_happening(a, b, around, trace):
        return None
    for name, gate in (
        ("stance", lambda: polarity_stance(a, b)),
        ("population", lambda: gate_population(a, b)),
        ("place", lambda: gate_place(a, b, around.linker)),
        ("further", lambda: only_further(a, b)),
        ("limits", lambda: gate_limits(a, b, around)),
        ("days", lambda: Reason.OTHER_PERIOD if on_two_days(a, b) or _of_an_earlier_case(a, b, around) else None),
        ("bearers", lambda: gate_deed_bearers(a, b)),
    ):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    if with_others(a, b, around):
        trace.steps.append(("parties", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    no, yes = by_polarity(a, b)
    pa, pb = a.scope.period, b.scope.period
    ever = "never" in no.scope.qualifiers and no.scope.period is None  # 从未修复过 is of ten years ago as well
    if (
        "not_yet" not in no.scope.qualifiers
        and pa is not None
        and pb is not None
        and is_firm(pa)
        and is_firm(pb)
        and (days_apart(pa, pb) > 31 or (_is_coarse(pa, pb) and not overlap_in_time(pa, pb)))
    ):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    if (pa is None) != (pb is None) and a.published is None and b.published is None and Stance.DENIES not in {a.stance, b.stance}:
        trace.steps.append(("period", Reason.UNRESOLVED.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)  # two undated articles, one speaks of a year, the other of none
    if (pa is None) != (pb is None) and not ever and is_history(a if pa is not None else b):
        trace.steps.append(("event", Reason.OTHER_PERIOD.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_PERIOD)
    if a.scope.event and b.scope.event and not around.linker.same(a.scope.event, b.scope.event):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    awaited = no.frame.concept in load_event_words().awaited and Stance.DENIES not in {a.stance, b.stance}
    if ("not_yet" in no.scope.qualifiers or awaited) and is_later(yes, no):
        return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    return conflict(a, b, around, trace)


@cache
def _that_day() -> re.Pattern[str]:
    cues = load_cues()
    return re.compile(f"{_words(cues.that_day | cues.at_once_day)}(?!地)|{_words(cues.same_day)}(?!期)")


@cache
def _day_after() -> re.Pattern[str]:
    cues = load_cues()
    return re.compile(f"{_words(cues.next_day)}(?!期)|{_words(cues.day_after_in)}")


def _words(words: frozenset[str]) -> str:
    return f"(?:{word_pattern(words).pattern})"


def on_two_days(a: Claim, b: Claim) -> bool:
    """Whether one clause tells of the day of the affair by a word alone and the other of the day after: 当晚没有退票, 次日有人退票."""
    one, two = (bool(_that_day().search(told)) - bool(_day_after().search(told)) for told in map(_days_told, (a, b)))
    return one * two < 0


def _of_an_earlier_case(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether it is told that it befell nobody (无人受伤), and a case, of two affairs of which one was over before the other."""
    no, _ = by_polarity(a, b)
    marks = {*no.scope.qualifiers}
    counted = no.frame.concept in load_event_words().tallied or "none" in marks
    return counted and not marks & {"never", "sweeping"} and lies_before(a, b, around.lead_days)


def _days_told(claim: Claim) -> str:
    period = claim.scope.period or claim.frame.day
    return "\n".join((*claim.frame.words, claim.frame.wording, period.digits if period else ""))


def _is_coarse(a: Period, b: Period) -> bool:
    """Whether one of two times is a year or a stretch of months: 去年2人死亡, 今年首七个月无人死亡."""
    return any(p.granularity in _YEARS or is_stretch(p) for p in (a, b))


_BILATERAL = {"sign", "meet", "visit", "initial", "establish_ties", "break_ties"}
"""Types of happening that take another party: with each it is another one."""


def with_others(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether both clauses tell of what takes another party, and each claim knows of a country that the other does not."""
    linker, words = around.linker, load_event_words()
    if not all(any(words.event_type(w) in _BILATERAL for w in (c.frame.predicate, *c.frame.words) if w) for c in (a, b)):
        return False
    named = [[k for k in (*c.frame.participants, *c.frame.context) if k in territories().countries] for c in (a, b)]
    own = [[k for k in side if not linker.any_related([k], other)] for side, other in (named, named[::-1])]
    return all(own)


def is_later(yes: Claim, no: Claim) -> bool:
    """Whether what happened may have happened after the moment at which it was said not to have happened yet."""
    ta, tb = yes.scope.period or said_time(yes), said_time(no)
    return ta is not None and tb is not None and ta.start is not None and tb.start is not None and ta.start > tb.start


PAST = 200.0
"""Days before its article from which on a dated happening is history, which an undated one of another article is not."""


def is_history(claim: Claim, *, around_it: bool = False) -> bool:
    """Whether what a claim tells happened or began long before its article. `around_it`: by the day that its sentence told of before it
    where it gives no time itself."""
    period, published = claim.scope.period, claim.published
    if around_it and period is None:
        period = claim.frame.day
    if period is None or published is None:
        return period is not None and period.granularity in _YEARS  # told by its year in an article without a date
    over = period.start if lasts_long(period) else period.end
    return over is not None and (published.replace(tzinfo=None) - over).days > PAST


_YEARS = frozenset({"year", "decade", "century"})


def lasts_long(period: Period | None) -> bool:
    """Whether a time that is told goes on from some moment (自2024年以来): of more occasions than the one that a denial without a time
    is of."""
    return period is not None and period.start is not None and (period.end is None or period.hedge is Hedge.AT_LEAST)


def _gate_past(a: Claim, b: Claim) -> Reason | None:
    """Not what is told of a year long past against what is told without a time."""
    said, other = (a, b) if a.scope.period is not None else (b, a)
    return Reason.OTHER_PERIOD if other.scope.period is None and is_history(said) else None


def polarity_stance(a: Claim, b: Claim) -> Reason | None:
    """No plan, forecast or view against what is told as a fact."""
    loose = {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES}
    if {a.stance, b.stance} & loose:
        return Reason.PLAN_AGAINST_RESULT
    return Reason.OPINION if Stance.OPINES in {a.stance, b.stance} else None


def relate_states(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """That a thing is in a state, and words for the contrary state of the same thing."""
    assert isinstance(a.value, Polarity)
    assert isinstance(b.value, Polarity)
    field = load_poles().fields.get(a.frame.concept)
    if field is None or a.family is not b.family or a.frame.concept != b.frame.concept or a.value.holds == b.value.holds:
        return None
    if a.frame.predicate == b.frame.predicate:
        return None  # one word with and without a negation: the ACT claims of the same clauses tell that
    trace = Trace()
    trace.steps.append(("happening", "pass"))
    if not trace.passes("event", lambda: _same_bearer(a, b, around, trace)):
        return None
    for name, gate in (
        ("stance", lambda: polarity_stance(a, b)),
        ("population", lambda: gate_population(a, b)),
        ("place", lambda: gate_place(a, b, around.linker)),
        ("further", lambda: only_further(a, b)),
        ("limits", lambda: gate_limits(a, b, around)),
        ("period", lambda: one_time(a, b) or (None if field.lasting else _gate_past(a, b))),
    ):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    if _is_overtaken(a, b):
        return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    return conflict(a, b, around, trace)


def _same_bearer(a: Claim, b: Claim, around: Surroundings, trace: Trace) -> Reason | None:
    """Whether a state is told of one thing or person, weighed as for happenings (`sameness.evidence`)."""
    field = load_poles().fields[a.frame.concept]
    found: list[tuple[str, int]] = []
    affair = around.linker.one_affair(a.article, b.article)
    if affair:
        found.append(("affair", 1))
    same = around.linker.same(a.subject, b.subject)
    person = same and around.linker.type(a.subject) == "PER"
    if field.person and (person or _one_person(a, b, around)):
        person = True
        found.append(("person", 2))
    if field.person and not person and _other_object(a, b):
        return Reason.OTHER_SUBJECT
    no, _ = by_polarity(a, b)
    if affair and field.counted and "none" in no.scope.qualifiers:
        found.append(("none", 2))
    alike = alike_things(a, b)
    classed = all(field.of.pattern != "(?!)" and field.of.search(_told_of(c)) for c in (a, b))
    if alike >= SAME_NOUN or classed:
        found.append(("thing", 2))
    elif alike >= 0.5 or shared_things(a, b):
        found.append(("thing", 1))
    elif not found or found[-1][0] not in {"person", "none"}:
        return Reason.OTHER_SUBJECT
    reason = gate_subject(a, b, around.linker)
    if ("none", 2) in found:
        pass  # nobody at all: whoever it was is against it
    elif reason is not None:
        found.append(("subject", -2 if a.subject_text and b.subject_text else -1))
    elif same and around.linker.type(a.subject) in {"PER", "ORG", "PRODUCT", "WORK", "EVENT", "LOC"}:
        found.append(("subject", 1))
    elif around.linker.any_same(a.frame.participants, b.frame.participants):
        found.append(("names", 1))
    if affair and any("sweeping" in c.scope.qualifiers and "each" not in c.scope.qualifiers for c in (a, b)):
        found.append(("sweeping", 1))
    if len(set(a.frame.words) & set(b.frame.words)) >= 2:
        found.append(("words", 1))
    trace.steps += [(name, f"{points:+d}") for name, points in found]
    return None if sum(points for _, points in found) >= NEEDED else (reason or Reason.OTHER_EVENT)


def _other_object(a: Claim, b: Claim) -> bool:
    """Whether one tells whom somebody brought into a state (劫机者释放妇女) and the other of somebody else who is in it (劫机者被捕)."""
    (done_to, noun), (other, of) = ((noun_letters(c.frame.head), noun_letters(c.frame.noun)) for c in (a, b))
    if bool(done_to) == bool(other):
        return False
    return any(thing and bearer and not thing & bearer for thing, bearer in ((done_to, of), (other, noun)))


def _one_person(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether one names the person and the other, which names none, goes on about that person."""
    for said, other in ((a, b), (b, a)):
        if said.subject_text and not other.subject_text and around.linker.type(said.subject) == "PER":
            people = [k for k in other.frame.context if around.linker.type(k) == "PER"]
            return bool(people) and around.linker.same(people[0], said.subject)
    return False


def _told_of(claim: Claim) -> str:
    return f"{claim.frame.noun}\n{claim.frame.predicate}\n{claim.frame.head}"


def gate_population(a: Claim, b: Claim) -> Reason | None:
    """A denial that is said of a group of people (没有国人受困, 未发现医务人员感染) is only against a case among them."""
    assert isinstance(a.value, Polarity)
    assert isinstance(b.value, Polarity)
    if ("another" in a.scope.qualifiers) != ("another" in b.scope.qualifiers):
        return Reason.OTHER_EVENT
    no, yes = by_polarity(a, b)
    denied, told = no.scope.population, yes.scope.population
    if not denied or denied == told or (not told and denied in load_cues().struck):
        return None
    return Reason.OTHER_POPULATION


_FURTHER = re.compile(
    r"[无無未没沒][\u4e00-\u9fff]{0,3}(?:新增|新的|新發|新发|再(?![生现現])|[进進]一步|二次|[继繼][续續]|[后後][续續]|重新)"
)
"""A denial of further cases, in the words of an article of either script."""


def only_further(a: Claim, b: Claim) -> Reason | None:
    """A denial of further cases (无新增外溢, 未再爆炸) is not against the one that is told."""
    further = [bool(_FURTHER.search(c.quote)) for c in (a, b)]
    return Reason.OTHER_EVENT if further[0] != further[1] else None


def one_time(a: Claim, b: Claim) -> Reason | None:
    """A state that is told to have passed is not against what is so at another time, unless one says: all the time."""
    marks_a, marks_b = set(a.scope.qualifiers), set(b.scope.qualifiers)
    field = load_poles().fields.get(a.frame.concept)
    if "sweeping" in marks_a | marks_b or (field is not None and field.lasting):
        return None
    if "passing" in marks_a | marks_b:
        return Reason.OTHER_PERIOD
    pa, pb = a.scope.period, b.scope.period
    if pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and not overlap_in_time(pa, pb):
        return Reason.OTHER_PERIOD
    return None


HOURS = 18.0
"""Hours between two articles from which on what the later one tells of the day may be news: an evening and the next morning's paper tell
of one state of things."""


WEEK = 7 * 24.0
"""Hours after which what was so of all of them may no longer be so of any."""


def _is_overtaken(a: Claim, b: Claim) -> bool:
    """Whether the later article tells of a state that may only have come about since the earlier one."""
    if load_poles().fields[a.frame.concept].lasting:
        return False
    if a.published is None or b.published is None:
        return False
    first, then = sorted((a, b), key=lambda c: c.published.replace(tzinfo=None) if c.published else 0)
    assert first.published is not None
    assert then.published is not None
    apart = (then.published.replace(tzinfo=None) - first.published.replace(tzinfo=None)).total_seconds() / 3600
    swept = [c.scope.qualifiers for c in (a, b) if "sweeping" in c.scope.qualifiers]
    each = all("each" in marks for marks in swept)  # 工资全部结清: of all of them, not at all times
    if apart < HOURS or (swept and not (each and apart >= WEEK)):
        return False
    marks = set(then.scope.qualifiers)
    assert isinstance(then.value, Polarity)
    if "moment" in marks or ("none" in marks and not then.value.holds):
        return False  # what it tells of is over, or covers the whole affair
    since = then.scope.period
    return since is None or since.start is None or since.start >= first.published.replace(tzinfo=None)


def conflict(a: Claim, b: Claim, around: Surroundings, trace: Trace) -> Relation:
    """The relation of two claims of one thing that cannot both be so."""
    assert isinstance(a.value, Polarity)
    no, yes = by_polarity(a, b)
    if one_source(yes, no, around):
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.SAME_SPEAKER)
    parties = yes.speaker and no.speaker and not around.linker.same(yes.speaker, no.speaker)
    if parties and no.stance is Stance.DENIES and "confirmed" not in yes.scope.qualifiers:
        return trace.relation(a, b, Kind.DISPUTES, Reason.DENIED)  # the parties disagree, and both articles say so
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.DENIED if Stance.DENIES in {a.stance, b.stance} else Reason.OPPOSITE)
