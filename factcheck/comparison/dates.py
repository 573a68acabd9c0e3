"""Two dates: of one happening or not, the same or not.

Two reporters seldom use one verb for one happening, so verbs alone do not decide: points are added up for what speaks for one happening
(kind of event, words of the clause and of its sentence, subject, the affair's main event, days that lie close) and taken off for what
speaks against it. Dates that are the same need fewer points than dates that differ; verbs of two sorts need more than verbs of one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from factcheck.alignment.affairs import WEEKS
from factcheck.alignment.pairing import COURSE
from factcheck.alignment.similarity import meanings_of, noun_similarity, same_predicate, shared_words
from factcheck.claims.dates import AS_OF
from factcheck.claims.leftovers import SAID
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.claims.stepwords import load_step_words
from factcheck.comparison.gates import gate_place, share_no_name
from factcheck.comparison.happened_twice import of_two_happenings
from factcheck.comparison.happenings import DATE_WINDOW, PLAN_WINDOW, fact_stance, is_planned, lies_ahead, row_of
from factcheck.comparison.openings import opens_alike
from factcheck.comparison.sameness import NEEDED, evidence, same_verb
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.comparison.times import TimeVerdict, compare_periods, days_apart
from factcheck.language.thesaurus import groups_of, one_morpheme
from factcheck.model import Claim, Family, Kind, Period, Reason, Relation, Stance

__all__ = ["OCCURRENCE", "date_evidence", "one_story", "relate_dates"]

OCCURRENCE = "occur"
"""Concept of a date whose verb only says that the affair's event took place (事发, 案发, 事故发生)."""
FIRST_WINDOW = 400.0
"""A first appearance is set against an earlier presence of at most about a year: beyond that it is another campaign, season or visit."""
ONCE_WINDOW = 1500.0
"""The same for what happens once to one named thing (a launch, a signing); beyond four years a namesake is likelier."""
AGREEING = 4
"""Points by which the same time told with verbs of two sorts is the time of one happening."""
SURE = 2
"""Points beyond those needed from which on it is one happening though its dates lie far apart."""
SURE_WINDOW = 200.0
"""Days that the dates of what is surely one happening may lie apart: half a year, beyond which comes the next season or year."""
RARE = 3
"""Rarity (`_rarity`) from which on a time told twice is one time."""
KNOWN = 3
"""Words in common, a speaker counting for two, by which two sayings of one day are one."""
NEAR = 3.0
"""Days within which reporters mistake one date for another; happenings of one affair that lie further apart are more often two."""


def relate_dates(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two dates of one happening."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    if Family.FIRST in {a.family, b.family}:
        return _relate_firsts(a, b, around)
    if share_no_name(a, b, around.linker):
        return None
    trace = Trace()
    roles = {_role(a), _role(b)}
    again = _known_again(a, b, around)
    if again is not None:
        return trace.relation(a, b, Kind.AGREES, again)
    if SAID in roles or (len(roles) > 1 and not any(roles <= group for group in _ONE_QUESTION)):
        return None
    verdict = _compare_roles(a, b, roles)
    if verdict in {"same", "inside"} and _two_days(a.value, b.value):
        verdict = "unknown"
    if AS_OF in roles:
        met = verdict == "same" and a.article != b.article and one_story(a, b, around)
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE) if met else None
    alike = verdict in {"same", "inside"}
    kin = verdict == "apart" and around.linker.one_affair(a.article, b.article) and _kin_verbs(a, b)
    led = verdict == "apart" and opens_alike(a, b, around.linker, around.lead_times)
    one_verb = kin or led or _one_verb(a, b, around)
    if not one_verb and (a.article == b.article or not one_story(a, b, around)):
        return None
    if not one_verb and not alike:
        return None  # what ended on one day and what began on another
    trace.steps.append(("happening", "pass" if one_verb else Reason.OTHER_ATTRIBUTE.value))
    points = [*date_evidence(a, b, around, verdict), *([("lead", 4)] if led else [])]
    if verdict == "same":
        points = [(name, max(worth, -1) if name == "thing" else worth) for name, worth in points]  # 进驻现场, 进驻工地
    trace.steps += [(name, f"{worth:+d}") for name, worth in points]
    needed = (NEEDED - 1 if verdict == "same" else NEEDED + kin) if one_verb else AGREEING - (dict(points).get("rare", 0) >= 2)
    if sum(worth for _, worth in points) < needed:
        return None
    supposed = Stance.SUPPOSES in {a.stance, b.stance}
    stance = _stance if not alike or supposed else lambda a, b: None  # a plan that the result meets agrees with it
    strong = a.frame.concept == b.frame.concept in load_event_words().once and dict(points).get("main", 0) > 0
    one_deed = strong and dict(points).get("subject", 0) > 0  # one man's arrest is one, though they differ in where as well
    for name, gate in (("stance", lambda: stance(a, b)), ("place", lambda: None if one_deed else gate_place(a, b, around.linker))):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    if a.scope.event and b.scope.event and not around.linker.same(a.scope.event, b.scope.event):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    trace.steps.append(("value", verdict))
    dating = [_dates_a_figure(c, around) for c in (a, b)]
    if (alike and any(dating)) or (verdict == "apart" and all(dating) and a.frame.concept != "publish"):
        return None  # 12日投入1260人: of which day the figure is
    if alike:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if verdict == "same" else Reason.MORE_PRECISE)
    if verdict == "unknown":
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    return _judge_apart(a, b, around, trace)


def _known_again(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Why two times of one affair are one time, whatever the verbs: the same minute; one day far off that both tell with a word in common;
    or the day on which one speaker said it. None where nothing tells that."""
    one, two = a.value, b.value
    assert isinstance(one, Period)
    assert isinstance(two, Period)
    if a.article == b.article or not around.linker.one_affair(a.article, b.article) or AS_OF in {_role(a), _role(b)}:
        return None
    if one.granularity == two.granularity == "minute" and one.start is not None and two.start is not None:
        loose = any(p.partial.startswith("T") for p in (one, two))  # of one of them no day is said
        if one.start == two.start or (loose and one.start.time() == two.start.time()):
            return Reason.SAME_VALUE
    if Stance.SUPPOSES in {a.stance, b.stance} or (one.start, one.end) != (two.start, two.end):
        return None
    if gate_place(a, b, around.linker) is not None:
        return None
    fa, fb = a.frame, b.frame
    words = shared_words((*fa.words, *fa.scene), (*fb.words, *fb.scene))
    if SAID in {_role(a), _role(b)}:
        speaker = bool(a.subject_text and b.subject_text) and around.linker.related(a.subject, b.subject)
        return Reason.SAME_VALUE if words + (2 if speaker else 0) >= KNOWN else None
    edges = {_role(a), _role(b)} in ({"from"}, {"until"})
    shared = edges or words >= 1 or (_is_far(a) and _is_far(b)) or bool(fa.predicate and _alike_verbs(fa.predicate, fb.predicate))
    return Reason.SAME_VALUE if shared and _rarity(a, b) >= RARE else None


def _judge_apart(a: Claim, b: Claim, around: Surroundings, trace: Trace) -> Relation:
    """Dates of one happening that lie apart: a contradiction, unless an article says why."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    marks = {*a.scope.qualifiers, *b.scope.qualifiers}
    if "carried" in marks:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    if "counted" in marks:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_ATTRIBUTE)
    if "another" in marks:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    if (reason := of_two_happenings(a, b, around.linker)) is not None:
        return trace.relation(a, b, Kind.INCOMPARABLE, reason)
    if _told_too(a, b, around) or _told_too(b, a, around):
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.MULTI_VALUED)
    if any(_AGO.search(c.quote) for c in (a, b)) and days_apart(a.value, b.value) <= 1:
        return trace.relation(
            a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED
        )  # 两天前: before the publication, or before what the text just told
    if "moved" in marks and not _moved_to(a, b):
        return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    if len({_role(a), _role(b)}) > 1 and a.frame.concept != b.frame.concept and not _anchor_points(a, b):
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_ATTRIBUTE)
    once = (
        a.frame.concept in load_event_words().once
        and bool(a.subject_text)
        and bool(b.subject_text)
        and around.linker.same(a.subject, b.subject)
    )
    planned = (is_planned(a) and is_planned(b)) or (lies_ahead(a) and lies_ahead(b))
    window = ONCE_WINDOW if once else SURE_WINDOW if _worth(trace) >= NEEDED + SURE else PLAN_WINDOW if planned else DATE_WINDOW
    if days_apart(a.value, b.value) > window:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_DATE)


def _dates_a_figure(claim: Claim, around: Surroundings) -> bool:
    """Whether a day only says of which day a figure is: the figure follows the verb (昨日收市跌7.2%), and is no length of what happened."""
    assert isinstance(claim.value, Period)
    if claim.value.granularity != "day":
        return False
    figures = (c for c in around.figures.get(claim.article, ()) if c.sentence == claim.sentence and c.family is not Family.DURATION)
    return any(0 <= _starts(c) - claim.span.end <= BEHIND for c in figures)


def _starts(figure: Claim) -> int:
    """Where the value of a claim stands in its article; -1 where that is not known."""
    at = figure.quote.find(figure.value_text) if figure.value_text else -1
    return figure.span.start + at if at >= 0 else -1


def _moved_to(a: Claim, b: Claim) -> bool:
    """Whether both say to which day it was moved, and appeared on one day: it was not moved again in between."""
    one_day = a.published is None or b.published is None or a.published.date() == b.published.date()
    return one_day and all("moved" in c.scope.qualifiers and c.attribute.endswith("|until") for c in (a, b))


def _told_too(one: Claim, other: Claim, around: Surroundings) -> bool:
    """Whether the article of `other` tells such a happening at the time of `one` as well: it knows of two."""
    assert isinstance(one.value, Period)
    return one.article != other.article and any(
        c.id != other.id
        and c.article == other.article
        and isinstance(c.value, Period)
        and c.stance is other.stance
        and "said" in c.scope.qualifiers
        and compare_periods(one.value, c.value) == "same"
        for c in around.reported.get(one.attribute, ())
    )


def _worth(trace: Trace) -> int:
    """The points of a trace."""
    return sum(int(worth) for _, worth in trace.steps if worth[:1] in "+-" and worth[1:].isdigit())


def one_story(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two claims are of one story: articles of one affair, or, where nothing tells them apart, a person, body or thing (no country
    or town) that both know of."""
    if around.linker.one_affair(a.article, b.article):
        return True
    if around.linker.two_affairs(a.article, b.article):
        return False
    known = [
        [k for k in (c.subject, *c.frame.participants, *c.frame.context) if k and around.linker.type(k) not in {"GPE", ""}] for c in (a, b)
    ]
    return around.linker.any_same(*known)


def _one_verb(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two dates are told of one sort of happening: verbs of one sort; the same noun behind the time; or one of them only says that
    it took place, and the other is of what both articles open with."""
    fa, fb = a.frame, b.frame
    same_affair = one_story(a, b, around)
    if {_role(a), _role(b)} & {"until", "range"} and same_affair:
        return True  # what both say goes on; the words tell whether it is one thing
    if _anchor_points(a, b) > 0:
        return True
    if not fa.concept or not fb.concept:
        return False
    if OCCURRENCE in {fa.concept, fb.concept}:
        return all(_opens(c, around) for c in (a, b))
    if {fa.concept, fb.concept} == _DECIDED and a.subject_text and b.subject_text and around.linker.same(a.subject, b.subject):
        return True
    if {fa.concept, fb.concept} <= COURSE and fa.concept != fb.concept:
        return "end" not in {fa.concept, fb.concept} and "last" not in {fa.concept, fb.concept}
    if not same_affair:
        return same_verb(a, b)
    return same_verb(a, b) or _alike_verbs(fa.predicate, fb.predicate) is True


_DECIDED = {"vote", "ratify"}
"""What one body votes on and passes in one act: 18日以268票赞成, 17日表决通过."""


def _kin_verbs(a: Claim, b: Claim) -> bool:
    """Whether the verbs are two of a family that may be told of one step (相撞, 遭撞; 开售, 发售), and are not one verb."""
    fa, fb, steps = a.frame, b.frame, load_step_words()
    if fa.concept == fb.concept or same_verb(a, b) or _alike_verbs(fa.predicate, fb.predicate):
        return False
    listed = load_event_words().types.values()
    known = [(groups_of(f.predicate), f.concept if f.concept in listed else "") for f in (fa, fb)]
    if any(all(of) for of in zip(*known, strict=True)) or min(len(fa.predicate), len(fb.predicate)) < 2:
        return False  # 立案, 留置: the lexicons know both, and that they are two steps
    return bool(set(fa.predicate) & set(fb.predicate)) and steps.are_kin(fa.predicate, fb.predicate)


def _stance(a: Claim, b: Claim) -> Reason | None:
    """As for facts; how long a thing goes on is told in the same way while it lasts and before it began."""
    going_on = {_role(a), _role(b)} <= {"until", "range"} and not {a.stance, b.stance} & {Stance.FORECASTS, Stance.SUPPOSES}
    # 自10月1日起施行, 订于元旦上路; what was planned for a day that is over when the other tells of a later one was put off
    both_ahead = lies_ahead(a, b) and lies_ahead(b, a) and {a.stance, b.stance} == {Stance.ASSERTS, Stance.PLANS}
    return None if going_on or both_ahead else fact_stance(a, b)


_ONE_QUESTION = ({"date", "from"}, {"until", "range"})
"""Roles that answer one question: when it began, until when it goes on."""


def _compare_roles(a: Claim, b: Claim, roles: set[str]) -> TimeVerdict:
    """How two dates relate by the question they answer: of a range and a last day, the last days are compared."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    if roles == {"range"}:
        return _compare_edges(a, b)
    if roles == {"until", "range"}:
        return compare_periods(_last_day(a), _last_day(b))
    if _is_year(a.value) != _is_year(b.value) and compare_periods(a.value, b.value) == "apart":
        return "unknown"  # 去年也着过火: a year is said of what lies back, not of what the story is about
    return compare_periods(a.value, b.value)


def _is_year(period: Period) -> bool:
    return period.granularity in {"year", "decade", "century"}


def _last_day(claim: Claim) -> Period:
    """The last day of a range; a last day as it is."""
    period = claim.value
    assert isinstance(period, Period)
    if _role(claim) != "range" or period.end is None:
        return period
    return replace(period, start=period.end - timedelta(days=1), granularity="day")


def _role(claim: Claim) -> str:
    return claim.attribute.rpartition("|")[2]


def _compare_edges(a: Claim, b: Claim) -> TimeVerdict:
    """Two stretches both of whose ends were said: they differ where one end does."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    verdict = compare_periods(a.value, b.value)
    if verdict != "inside" or a.value.granularity != b.value.granularity:
        return verdict
    shared = a.value.start == b.value.start or a.value.end == b.value.end
    return "apart" if shared else "unknown"  # one stretch with another end; or another stretch


def date_evidence(a: Claim, b: Claim, around: Surroundings, verdict: TimeVerdict) -> list[tuple[str, int]]:
    """What speaks for two dates being of one happening, and what against it: (name, points). Symmetric."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    fa, fb = a.frame, b.frame
    found = [(name, points) for name, points in evidence(a, b, around) if name != "words"]
    own = shared_words(fa.words, fb.words)
    wide = shared_words((*fa.words, *fa.scene), (*fb.words, *fb.scene)) - own
    if own:
        found.append(("words", min(3, own)))
    if wide >= 2:
        found.append(("scene", 1))
    if verdict in {"same", "inside"} and (rare := _rarity(a, b)):
        found.append(("rare", rare))
    verb = _compare_verbs(a, b, verdict)
    if verb:
        found.append(("verb", verb))
    if verb > 0 and a.id in around.sole and b.id in around.sole:
        found.append(("sole", 1))
    main = _main_points(a, b, around)
    if main:
        found.append(("main", main))
    found += _compare_ordinals(a, b)
    if anchor := _anchor_points(a, b):
        found.append(("anchor", anchor))
    if verdict == "apart" and around.linker.one_affair(a.article, b.article):
        gap = days_apart(a.value, b.value)
        if gap <= NEAR:
            found.append(("near", 1))
        if _same_clock(a.value, b.value):
            found.append(("clock", 2))
    return found


FAR = 60.0
"""Days before publication from which on a date is none that every article on the affair tells."""
BEHIND = 2
"""Characters behind a date and its verb within which the figure begins that they date."""
HALF_YEAR = 180
_AGO = re.compile("[0-9一二两兩三四五六七八九十]+[天日]前")
_CLOCK = {"second", "minute", "hour"}


def _rarity(a: Claim, b: Claim) -> int:
    """How much one time told twice says: a stretch with both ends, an hour, a day long past or still to come is seldom told of two
    happenings of one affair; the days around the publication are told of many."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    if _role(a) == _role(b) == "range":
        return 3 if (a.value.start, a.value.end) == (b.value.start, b.value.end) else 0
    if {a.value.granularity, b.value.granularity} <= _CLOCK:
        hour = "hour" in {a.value.granularity, b.value.granularity}
        return 3 if a.value.start == b.value.start else 2 if hour else 0  # 6时40分 and 6时47分 are two moments
    if (a.value.start, a.value.end) == (b.value.start, b.value.end):
        return max(3 if _is_rare(a) and _is_rare(b) else 1, 2 if a.value.granularity == "part" else 0)
    return 2 if a.value.granularity in {*_CLOCK, "part"} and b.value.granularity in {*_CLOCK, "part"} else 0


def _is_far(claim: Claim) -> bool:
    """Whether a time is a day weeks off, or any time half a year ahead: no second thing of the affair has it."""
    value, published = claim.value, claim.published
    if not isinstance(value, Period) or value.start is None or value.end is None or published is None:
        return False
    ahead = (value.start - published.replace(tzinfo=None)).days
    return ahead >= HALF_YEAR or (value.granularity == "day" and (ahead >= WEEKS or -ahead >= FAR))


def _is_rare(claim: Claim) -> bool:
    value, published = claim.value, claim.published
    if not isinstance(value, Period) or value.start is None or value.end is None or published is None:
        return False
    day = published.replace(tzinfo=None)
    return (day - value.end).days > FAR or (value.start - day).days >= 2


def _alike_verbs(a: str, b: str) -> bool | None:
    """Whether two verbs say one thing: alike by their kind, or one inside the other (宣誓, 宣誓就职); None when there is nothing to say."""
    if min(len(a), len(b)) < 2:
        return True if a == b else None  # 谈 is not 谈成
    if a in b or b in a:
        return True
    if one_morpheme(a, b) or _in_a_row(a, b) or _in_a_row(b, a):
        return True
    alike = same_predicate(a, b)
    if alike and len(a) == len(b) == 2 and set(a) != set(b) and not _listed_alike(a, b):
        return None  # 开审, 掰开; 收报, 营收: a character in common says nothing
    return alike


def _in_a_row(a: str, b: str) -> bool:
    """Whether a word of four characters is two verbs in a row (动身前往), one of which says what another verb does (启程)."""
    return len(a) == 4 and len(b) == 2 and any(_listed_alike(half, b) for half in (a[:2], a[2:]) if half not in load_event_words().light)


def _listed_alike(a: str, b: str) -> bool:
    """Whether two verbs are of one event type, or of one listed meaning."""
    words = load_event_words()
    return words.event_type(a) == words.event_type(b) or bool(meanings_of(a) & meanings_of(b))


def _compare_verbs(a: Claim, b: Claim, verdict: TimeVerdict) -> int:
    """Points for two verbs that are not of one listed kind: alike, different, or nothing to say."""
    fa, fb = a.frame, b.frame
    if fa.concept == fb.concept:
        return int(bool(fa.concept) and fa.concept not in load_event_words().types.values())
    alike = _alike_verbs(fa.predicate, fb.predicate)
    if alike:
        return 2
    if _kin_verbs(a, b):
        return 1
    return 0 if alike is None or verdict != "apart" or OCCURRENCE in {fa.concept, fb.concept} else -1


def _main_points(a: Claim, b: Claim, around: Surroundings) -> int:
    """Points for dates of what both articles open with."""
    opened = [_opens(c, around) for c in (a, b)]
    if not all(opened):
        return 0
    return 2 if OCCURRENCE in {a.frame.concept, b.frame.concept} or a.frame.concept == b.frame.concept else 0


def _opens(claim: Claim, around: Surroundings) -> bool:
    concept = claim.frame.concept
    return concept == OCCURRENCE or concept in around.openings.get(claim.article, frozenset())


def _compare_ordinals(a: Claim, b: Claim) -> list[tuple[str, int]]:
    one, two = row_of(a), row_of(b)
    if one and two:
        return [] if one & two else [("ordinal", -6)]
    rest = (one | two) - {"#1"}
    return [("ordinal", -2)] if rest else []


def _anchor_points(a: Claim, b: Claim) -> int:
    """Points for the noun that both times are told by (10月21日午餐后, 20日午膳后)."""
    one, two = ([q[1:] for q in c.scope.qualifiers if q.startswith("@")] for c in (a, b))
    return 3 if any((noun_similarity(x, y) or 0.0) >= 0.5 for x in one for y in two) else 0


def _two_days(a: Period, b: Period) -> bool:
    """Whether a part of one day only reaches into the other's day (8日深夜, 9日2时40分)."""
    if a.start is None or b.start is None or "part" not in {a.granularity, b.granularity}:
        return False
    return {a.granularity, b.granularity} <= {*_CLOCK, "part"} and a.start.date() != b.start.date()


def _same_clock(a: Period, b: Period) -> bool:
    """Whether two days are told with one clock time."""
    return (
        a.granularity == b.granularity == "minute"
        and a.start is not None
        and b.start is not None
        and a.start.time() == b.start.time()
        and a.start.date() != b.start.date()
    )


def _relate_firsts(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Somebody first appeared then; another article has them there before. Both must name the same sort of people or things and share
    a name."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    trace = Trace()
    groups_a, groups_b = ({noun_group(w) for w in (c.frame.noun, c.frame.head, *c.frame.words)} - {""} for c in (a, b))
    named = around.linker.any_related((*a.frame.participants, a.subject), (*b.frame.participants, b.subject))
    if a.article == b.article or not groups_a & groups_b or not named:
        return None
    trace.steps += [("happening", "pass"), ("subject", "pass")]
    if not trace.passes("stance", lambda: fact_stance(a, b)):
        return trace.stopped(a, b)
    verdict = compare_periods(a.value, b.value)
    if verdict in {"same", "inside"}:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if verdict == "same" else Reason.MORE_PRECISE)
    if verdict == "unknown" or a.value.start is None or b.value.start is None:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    first, other = (a, b) if a.family is Family.FIRST else (b, a)
    earlier = (
        other.value.start < first.value.start
        if isinstance(other.value, Period) and isinstance(first.value, Period) and other.value.start and first.value.start
        else False
    )
    if (a.family is b.family or earlier) and days_apart(a.value, b.value) <= FIRST_WINDOW:
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_DATE)
    return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_PERIOD)
