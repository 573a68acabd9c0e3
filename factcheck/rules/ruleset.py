"""The rules of a run, and what they make of the conflict sets."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.lexicon import AttributeEntry
from factcheck.model import Article, Claim, ConflictSet, Family, Finding, Kind, Level, ValueGroup
from factcheck.rules.fingerprint import identify_conflict
from factcheck.rules.matching import Match, match_rule
from factcheck.rules.rule import Rule
from factcheck.rules.templates import render_template
from factcheck.rules.view import make_view

__all__ = ["RuleSet"]

_LEVELS = {level: number for number, level in enumerate(Level)}


@dataclass(frozen=True)
class RuleSet:
    """Rules in the order they are asked (priority, specificity, id). `attributes` names attributes in messages."""

    rules: tuple[Rule, ...]
    attributes: tuple[AttributeEntry, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "rules", tuple(sorted(self.rules, key=lambda rule: rule.order)))

    def __len__(self) -> int:
        return len(self.rules)

    def find(self, rule_id: str) -> Rule | None:
        """The rule with this id, None when it is not in the set."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    @property
    def asks_for_updates(self) -> bool:
        """Whether a rule is about figures that were brought up to date, and wants the sets they make."""
        return any(Kind.UPDATES in rule.select.kinds or rule.compare.update_limit is not None for rule in self.rules)

    def match(self, found: ConflictSet, claims: Mapping[str, Claim]) -> tuple[Rule, Match] | None:
        """The first rule that is about the set (`select` and `align` are met), with what it keeps of it; None when there is none.

        A rule whose `compare` takes every relation away is about the set all the same: it is silent, and no wider rule speaks in its place.
        """
        for rule in self.rules:
            match = match_rule(rule, found, claims)
            if match or match.silent:
                return rule, match
        return None

    def apply(
        self,
        conflict_sets: Iterable[ConflictSet],
        claims: Mapping[str, Claim],
        articles: Mapping[str, Article],
        *,
        lang: str = "zh",
    ) -> list[Finding]:
        """At most one finding a conflict set, sorted by level, rule, subject and attribute; the order of the input does not matter.

        Values that the rule tolerates are left out of a finding as long as two stay. Beyond a rule's `max` in one article findings are
        lowered to info, never dropped.
        """
        names = {entry.id: entry for entry in self.attributes}
        findings: list[Finding] = []
        for found in conflict_sets:
            hit = self.match(found, claims)
            if hit is not None and hit[1]:
                findings.append(_make_finding(*hit, found, claims, articles, names, lang))
        findings.sort(key=_rank)
        limits = {rule.id: rule.max for rule in self.rules if rule.max is not None}
        return _number_twins(sorted(_lower_excess(findings, limits, claims), key=_rank))


def _rank(finding: Finding) -> tuple[int, str, str, str, str, str]:
    return (_LEVELS[finding.level], finding.rule, finding.subject, finding.attribute, finding.fingerprint, finding.conflict_set)


def _make_finding(
    rule: Rule,
    match: Match,
    found: ConflictSet,
    claims: Mapping[str, Claim],
    articles: Mapping[str, Article],
    attributes: Mapping[str, AttributeEntry],
    lang: str,
) -> Finding:
    groups = _keep_groups(found.groups, match)
    strongest = match.relations[0]
    views = {told: make_view(found, groups, strongest, claims, articles, attributes, told, rule.group) for told in ("zh", "en")}
    worded = {told: _word_finding(rule, view, told) for told, view in views.items()}
    message, advice = worded["en" if lang == "en" else "zh"]
    members = [claims[name] for group in groups for name in group.claims]
    identity = identify_conflict(rule.id, members, articles, event=found.event if found.family is Family.ARITHMETIC else "")
    fingerprint = identity.fingerprint
    return Finding(
        id="F" + hashlib.sha256(fingerprint.encode()).hexdigest()[:10],
        rule=rule.id,
        level=rule.level,
        family=found.family,
        message=message,
        fingerprint=fingerprint,
        values=groups,
        subject=found.subject,
        attribute=found.attribute,
        kind=strongest.kind,
        reason=strongest.reason,
        advice=advice,
        conflict_set=found.id,
        event=found.event,
        translations=tuple((told, *words) for told, words in worded.items()),
        shown=rule.shown,
    )


def _word_finding(rule: Rule, view: Mapping[str, Any], lang: str) -> tuple[str, str]:
    """The message and the advice in one language."""
    advice = render_template(rule.advice.text(lang), view) if rule.advice else ""
    return render_template(rule.message.text(lang), view), advice


def _keep_groups(groups: Sequence[ValueGroup], match: Match) -> tuple[ValueGroup, ...]:
    kept = tuple(group for group in groups if not set(group.claims) <= match.tolerated)
    return kept if len(kept) >= 2 else tuple(groups)


def _lower_excess(findings: Iterable[Finding], limits: Mapping[str, int], claims: Mapping[str, Claim]) -> Iterable[Finding]:
    counts: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        limit = limits.get(finding.rule)
        if limit is None or finding.level is Level.INFO:
            yield finding
            continue
        articles = {claims[name].article for name in finding.claim_ids()}
        counts.update((finding.rule, article) for article in articles)
        over = max(counts[finding.rule, article] for article in articles) > limit
        yield dataclasses.replace(finding, level=Level.INFO) if over else finding


def _number_twins(findings: Iterable[Finding]) -> list[Finding]:
    """Two sets may share a fingerprint (they differ in a scope that is not part of it): the ids are told apart, the fingerprints are
    not."""
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        seen[finding.id] += 1
        number = seen[finding.id]
        told.append(finding if number == 1 else dataclasses.replace(finding, id=f"{finding.id}-{number}"))
    return told
