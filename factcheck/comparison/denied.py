"""A thing that is said not to be there at all, and a report of one.

没有使用催泪弹 denies the thing rather than the verb: 多次施放催泪弹 is against it although no verb is shared.
"""

from __future__ import annotations

import re

from factcheck.alignment.similarity import letters_overlap, noun_letters, noun_similarity, same_predicate
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import is_listed, noun_group
from factcheck.claims.poles import load_poles
from factcheck.comparison.gates import gate_place, gate_subject
from factcheck.comparison.limits import gate_limits
from factcheck.comparison.polarities import (
    conflict,
    gate_population,
    is_history,
    is_later,
    lasts_long,
    one_time,
    only_further,
    polarity_stance,
    with_others,
)
from factcheck.comparison.sameness import NEEDED, UNDOING, is_known, other_agents
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.language.kinds import is_kind_of
from factcheck.model import Claim, Kind, Reason, Relation

__all__ = ["relate_denied"]


COVERED = 0.66
"""Share of the denied thing's words that the report must have: a complaint about brakes is no complaint about seats."""
_BROAD = frozenset({"exist", "use"})
"""Sorts of general verbs whose denial is against whatever is told of such a thing; the others are against their like only."""


_ANY_DEED = frozenset("动碰沾摸使")
"""Verbs whose denial leaves room for no other deed: 挖掘机一台未动."""


def relate_denied(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """A claim that there was no such thing (attribute `thing|…`) and a claim that something happened."""
    no, yes = (a, b) if a.frame.concept == "thing" else (b, a)
    if not _may_meet(no, yes):
        return None
    trace = Trace()
    trace.steps.append(("happening", "pass"))
    if not trace.passes("event", lambda: _same_thing(no, yes, around, trace)):
        return None
    for name, gate in (
        ("stance", lambda: polarity_stance(a, b)),
        ("years", lambda: _gate_years(no, yes)),
        ("population", lambda: gate_population(no, yes)),
        ("place", lambda: gate_place(a, b, around.linker)),
        ("further", lambda: only_further(a, b)),
        ("limits", lambda: gate_limits(a, b, around)),
        ("period", lambda: one_time(a, b)),
        ("parties", lambda: Reason.OTHER_EVENT if with_others(a, b, around) else None),
    ):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    if "not_yet" in no.scope.qualifiers and is_later(yes, no):
        return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    return conflict(a, b, around, trace)


_EVER = re.compile("[从從][未没沒来來]|未曾|不曾|始[终終]")


def _gate_years(no: Claim, yes: Claim) -> Reason | None:
    """Not what is told of years, or of a year long past, against a denial that says neither a time nor that it never was."""
    bound = no.scope.period is None and not _EVER.search(no.quote)
    return Reason.OTHER_PERIOD if bound and (lasts_long(yes.scope.period) or is_history(yes)) else None


def _may_meet(no: Claim, yes: Claim) -> bool:
    """Whether a report could be a case of what is denied, by its verb."""
    poles, events = load_poles(), load_event_words()
    if yes.frame.predicate in poles.averting or yes.frame.concept in UNDOING:
        return False
    deed = no.frame.predicate.rstrip("过了") or no.frame.predicate
    if deed not in poles.general and deed not in _ANY_DEED and same_predicate(deed, yes.frame.predicate) is False:
        return False  # 推进剂一滴都没有漏 says nothing of 抽推进剂
    sort = poles.general.get(no.frame.predicate, "exist")
    if "sweeping" in no.scope.qualifiers and not is_known(yes.frame.predicate.rstrip("了过")):
        return not _only_does(no, yes)  # 没有提出任何索赔: 把索赔函拍到桌上
    other = poles.general.get(yes.frame.predicate.rstrip("了过"))
    if yes.frame.predicate == no.frame.words[-1]:
        return True  # 已递上辞呈, the noun taken for a verb
    if sort in _BROAD:
        return other != "get" or sort == "exist"
    return sort == other or (other is None and events.event_type(yes.frame.predicate) == sort)


def _only_does(no: Claim, yes: Claim) -> bool:
    """Whether a report only tells what those did of whom something is denied: 没有消防员死亡, 消防员拼了命."""
    last, verb = no.frame.words[-1], no.frame.predicate
    return verb == "有" and not yes.frame.head and last in yes.frame.noun and last not in yes.frame.predicate


def _same_thing(no: Claim, yes: Claim, around: Surroundings, trace: Trace) -> Reason | None:
    """Whether the report is of the thing that is denied: its last noun, and most of its words."""
    if not around.linker.one_affair(no.article, yes.article):
        return Reason.OTHER_EVENT
    words, last = no.frame.words, no.frame.words[-1]
    done_to = {yes.frame.head, yes.frame.noun[-max(len(last) + 2, 4) :], yes.frame.predicate} - {""}  # what the report itself is of
    if load_poles().general.get(no.frame.predicate) == "use" and _works_with(yes, last):
        done_to.add(last)
    told = {*done_to, *yes.frame.words, yes.frame.noun} - {""}
    covered = [*(_share(word, told) for word in words[:-1]), _share(last, done_to)]
    if is_listed(no.frame.head) and noun_group(no.frame.head) in {noun_group(w) for w in done_to}:
        covered = [1.0]  # 监控设备, 监控摄像头
    trace.steps.append(("covered", f"{sum(covered) / len(covered):.2f}"))
    if covered[-1] < 0.5 or sum(covered) / len(covered) < COVERED:
        return Reason.OTHER_EVENT
    found = [("affair", 1), ("thing", 2 if len(words) > 1 or len(noun_letters(words[-1])) > 2 else 1)]
    if (reason := gate_subject(no, yes, around.linker)) is not None:
        found.append(("subject", -2 if no.subject_text and yes.subject_text else -1))
    elif no.subject_text and yes.subject_text:
        found.append(("subject", 1))
    elif other_agents(no, yes):
        found.append(("agents", -2))
    if "sweeping" in no.scope.qualifiers:
        found.append(("sweeping", 1))
    parties = [(c.subject, *c.frame.participants) for c in (no, yes)]
    if ("thing", 1) in found and not around.linker.any_same(*parties):
        found.append(("parties", -1))  # 未能达成任何协议: talks of others may well have ended in one
    trace.steps += [(name, f"{points:+d}") for name, points in found]
    return None if sum(points for _, points in found) >= NEEDED else (reason or Reason.OTHER_EVENT)


def _works_with(claim: Claim, thing: str) -> bool:
    """Whether a deed is done to something else with a thing: 以水炮射击渔船, 用催泪弹驱散人群."""
    frame = claim.frame
    return thing in frame.words and frame.head != "" and thing not in frame.noun + frame.head


def _share(word: str, told: set[str]) -> float:
    """How much of a word one of the words told has: 1 for the same word or a listed synonym."""
    best = 0.0
    for other in told:
        if (
            word in other
            or is_kind_of(other, word)
            or (noun_group(word) and noun_group(word) == noun_group(other))
            or _one_type(word, other)
        ):
            return 1.0
        if noun_similarity(word, other) != 0.0 and len(noun_letters(word) & noun_letters(other)) >= 2:
            best = max(best, letters_overlap(word, other) if len(other) <= len(word) + 2 else 0.0)
    return best


def _one_type(word: str, other: str) -> bool:
    """Whether two words are of one event type (受伤, 灼伤)."""
    types = load_event_words().types
    return word in types and types[word] == types.get(other)
