"""Whether a rule is about a conflict set, and about which of its relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from factcheck.language.script import fold_key
from factcheck.model import Claim, ConflictSet, Kind, Quantity, Reason, Relation
from factcheck.rules.distance import claim_time, days_apart, growth_factor, is_tolerated, moves_against
from factcheck.rules.rule import Align, Compare, Rule, Select

__all__ = ["Match", "match_attribute", "match_rule"]

Test = Callable[[Relation, Claim, Claim], bool]
_KIND_ORDER = (Kind.CONTRADICTS, Kind.DISPUTES, Kind.UPDATES)


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule makes of a conflict set: the relations it keeps, strongest first (none: it says nothing); `stopped_by` names the key
    that took the last one away ("" for a match), `tolerated` the claims (ids) whose every disagreement its `compare` or its window took
    away."""

    relations: tuple[Relation, ...]
    stopped_by: str = ""
    tolerated: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.relations)

    @property
    def silent(self) -> bool:
        """Whether the rule is about the set, and its `compare` says that there is nothing to report: no other rule is asked then."""
        return not self.relations and self.stopped_by.startswith("compare.")


def match_attribute(patterns: frozenset[str], attribute: str) -> bool:
    """Whether one of the patterns is the attribute or, ending in `.*`, a group it lies in."""
    return any(attribute == pattern or (pattern.endswith(".*") and attribute.startswith(pattern[:-1])) for pattern in patterns)


def match_rule(rule: Rule, found: ConflictSet, claims: Mapping[str, Claim]) -> Match:
    """The relations of the set that the rule keeps."""
    stopped = _refuse_set(rule.select, found, claims)
    if stopped:
        return Match((), stopped)
    kept = [(relation, claims[relation.a], claims[relation.b]) for relation in found.relations]
    in_conflict = {name for relation in found.relations if relation.kind in _KIND_ORDER[:2] for name in (relation.a, relation.b)}
    softened = False
    for key, test in _list_tests(rule):
        left = [entry for entry in kept if test(*entry)]
        softened = softened or (key.startswith(("compare.", "align.window")) and len(left) < len(kept))
        if not left:
            return Match((), key)
        kept = left
    names = {claim.id for _, first, second in kept for claim in (first, second)}
    in_articles = len({claims[name].article for name in in_conflict | names})
    stopped = _refuse_evidence(rule.align, [claims[name] for name in sorted(names)], in_articles, found)
    if stopped:
        return Match((), stopped)
    ordered = sorted((relation for relation, _, _ in kept), key=_strength)
    return Match(tuple(ordered), tolerated=frozenset(in_conflict - names) if softened else frozenset())


def _strength(relation: Relation) -> tuple[int, bool]:
    return (_KIND_ORDER.index(relation.kind), relation.reason is not Reason.SAME_SPEAKER)


def _refuse_set(select: Select, found: ConflictSet, claims: Mapping[str, Claim]) -> str:
    if select.families and found.family.value not in select.families:
        return "select.families"
    if select.attributes and not match_attribute(select.attributes, found.attribute):
        return "select.attributes"
    if select.subjects:
        told = {found.subject} | {text for group in found.groups for name in group.claims for text in _name_subject(claims[name])}
        if not any(fold_key(subject) in fold_key(text) for subject in select.subjects for text in told):
            return "select.subjects"
    return ""


def _name_subject(claim: Claim) -> tuple[str, str]:
    return claim.subject, claim.subject_text


def _refuse_evidence(align: Align, members: list[Claim], in_articles: int, found: ConflictSet) -> str:
    articles = len({claim.article for claim in members})
    if len(members) < align.min_claims:
        return "align.min_claims"
    if articles < align.min_articles:
        return "align.min_articles"
    if align.max_articles is not None and in_articles > align.max_articles:
        return "align.max_articles"
    if len({_name_outlet(claim) for claim in members}) < align.min_outlets:
        return "align.min_outlets"
    names = {claim.id for claim in members}
    origins = sum(not names.isdisjoint(origin) for origin in found.origins)
    return "align.min_origins" if align.min_origins > 1 and origins < align.min_origins else ""


def _list_tests(rule: Rule) -> list[tuple[str, Test]]:
    return [*_list_select_tests(rule.select, rule.compare), *_list_align_tests(rule.align), *_list_compare_tests(rule.compare)]


def _list_select_tests(select: Select, compare: Compare) -> list[tuple[str, Test]]:
    tests: list[tuple[str, Test]] = [
        ("select.kinds", lambda relation, a, b: relation.kind.value in select.kinds or _leaps(relation, a, b, compare)),
    ]
    if select.reasons:
        tests.append(("select.reasons", lambda relation, a, b: relation.reason.value in select.reasons))
    if select.stances:
        tests.append(("select.stances", lambda relation, a, b: {a.stance.value, b.stance.value} <= select.stances))
    if select.time:
        tests.append(("select.time", lambda relation, a, b: {a.time_behaviour, b.time_behaviour} <= select.time))
    if select.units:
        tests.append(("select.units", lambda relation, a, b: {_unit(a), _unit(b)} <= select.units))
    if select.places:
        places = {fold_key(place) for place in select.places}
        tests.append(("select.places", lambda relation, a, b: {fold_key(a.scope.place), fold_key(b.scope.place)} <= places))
    if select.outlets:
        outlets = {fold_key(outlet) for outlet in select.outlets}
        tests.append(("select.outlets", lambda relation, a, b: not outlets.isdisjoint({fold_key(a.outlet), fold_key(b.outlet)})))
    if select.words:
        tests.append(("select.words", lambda relation, a, b: any(_says(claim, word) for claim in (a, b) for word in select.words)))
    if select.headline is not None:
        tests.append(
            ("select.headline", lambda relation, a, b: a.headline != b.headline if select.headline else not (a.headline or b.headline))
        )
    return tests


def _list_align_tests(align: Align) -> list[tuple[str, Test]]:
    tests: list[tuple[str, Test]] = []
    if align.articles != "any":
        tests.append(("align.articles", lambda relation, a, b: (a.article == b.article) == (align.articles == "same")))
    if align.outlet != "any":
        tests.append(("align.outlet", lambda relation, a, b: (_name_outlet(a) == _name_outlet(b)) == (align.outlet == "same")))
    if align.speaker != "any":
        tests.append(("align.speaker", lambda relation, a, b: (bool(a.speaker) and a.speaker == b.speaker) == (align.speaker == "same")))
    for part, read in _PARTS.items():
        if (way := getattr(align, part)) != "any":
            tests.append((f"align.{part}", partial(_parts_meet, read, way)))
    if align.window_days is not None:
        tests.append(("align.window_days", lambda relation, a, b: _within_window(a, b, align)))
    return tests


def _list_compare_tests(compare: Compare) -> list[tuple[str, Test]]:
    tests: list[tuple[str, Test]] = []
    if (
        compare.hedges
        or compare.rounding is not None
        or compare.relative is not None
        or compare.absolute is not None
        or compare.days is not None
    ):
        tests.append(("compare.tolerance", lambda relation, a, b: not is_tolerated(a.value, b.value, compare)))
    if compare.direction != "any":
        tests.append(("compare.direction", lambda relation, a, b: not moves_against(a, b, compare.direction)))
    return tests


def _leaps(relation: Relation, first: Claim, second: Claim, compare: Compare) -> bool:
    if compare.update_limit is None or relation.kind is not Kind.UPDATES:
        return False
    if not isinstance(first.value, Quantity) or not isinstance(second.value, Quantity):
        return False
    factor = growth_factor(first.value, second.value)
    return factor is not None and factor > compare.update_limit


def _parts_meet(read: Callable[[Claim], object], way: str, relation: Relation, first: Claim, second: Claim) -> bool:
    """Whether both sides say one thing of a part of what they are about; `compatible` is content where one says nothing of it."""
    one, two = read(first), read(second)
    return bool(one) and one == two if way == "same" else not one or not two or one == two


def _read_period(claim: Claim) -> object:
    period = claim.scope.period
    return (period.start, period.end) if period is not None and (period.start or period.end) else None


_PARTS: Final[Mapping[str, Callable[[Claim], object]]] = {
    "subject": lambda claim: claim.subject if claim.subject_text else "",
    "place": lambda claim: claim.scope.place,
    "event": lambda claim: claim.scope.event,
    "period": _read_period,
}
"""What `align` may ask the two sides to have in common, and how a claim says it ("" or None: it does not)."""


def _name_outlet(claim: Claim) -> str:
    """Who says it: the outlet, in one script; articles that name none are one each."""
    return fold_key(claim.outlet) or f"\x1f{claim.article}"


def _within_window(first: Claim, second: Claim, align: Align) -> bool:
    one, two = claim_time(first), claim_time(second)
    if one is None or two is None or align.window_days is None:
        return True
    apart = days_apart(one, two)
    return apart is None or apart <= align.window_days


def _unit(claim: Claim) -> str:
    return claim.value.unit if isinstance(claim.value, Quantity) else ""


def _says(claim: Claim, word: str) -> bool:
    return any(fold_key(word) in fold_key(text) for text in (claim.attribute, claim.attribute_text, claim.quote))
