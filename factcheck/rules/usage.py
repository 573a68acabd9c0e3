"""Which rules a corpus made use of, and why the others said nothing: a rule that can never match must not look like a clean run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims.naming import ACCOUNT
from factcheck.model import Claim, ConflictSet, Finding, Kind
from factcheck.rules.checking import nearest
from factcheck.rules.matching import match_attribute, match_rule
from factcheck.rules.rule import Rule
from factcheck.rules.ruleset import RuleSet

__all__ = ["RuleUsage", "find_unknown_attributes", "find_unreported", "measure_usage"]


@dataclass(frozen=True, slots=True)
class RuleUsage:
    """What became of a rule: `findings` it made; `claims` in its families and attributes; where conflict sets in them were lost:
    `stopped` maps a key of the rule file to how many it turned away, `taken` a rule that was asked first to how many it took."""

    rule: Rule
    findings: int
    claims: int
    stopped: Mapping[str, int] = field(default_factory=dict)
    taken: Mapping[str, int] = field(default_factory=dict)

    def explain(self) -> str:
        """Why the rule said nothing, or that it did."""
        if self.findings:
            return f"{self.findings} finding{'s' if self.findings > 1 else ''}"
        if not self.claims:
            chosen = sorted(self.rule.select.attributes) or sorted(self.rule.select.families)
            return f"no claim about {', '.join(chosen)} in these articles" if chosen else "no claim in these articles"
        reasons = [f"{count} taken by {name} first" for name, count in sorted(self.taken.items())]
        reasons += [f"{count} turned away by {key}" for key, count in sorted(self.stopped.items())]
        if reasons:
            return f"{self.claims} claims; of the disagreements {', '.join(reasons)}"
        return f"{self.claims} claims, none of which disagree"


def measure_usage(
    ruleset: RuleSet, conflict_sets: Sequence[ConflictSet], claims: Mapping[str, Claim], findings: Iterable[Finding]
) -> list[RuleUsage]:
    """The usage of every rule, by id."""
    made = Counter(finding.rule for finding in findings)
    first = {found.id: hit[0].id for found in conflict_sets if (hit := ruleset.match(found, claims))}
    told = []
    for rule in sorted(ruleset.rules, key=lambda rule: rule.id):
        stopped: Counter[str] = Counter()
        taken: Counter[str] = Counter()
        for found in conflict_sets:
            match = match_rule(rule, found, claims)
            if (match or match.silent) and first.get(found.id) != rule.id:
                taken[first[found.id]] += 1
            elif not match and match.stopped_by not in ("select.families", "select.attributes"):
                stopped[match.stopped_by] += 1
        about = sum(_concerns(rule, claim) for claim in claims.values())
        told.append(RuleUsage(rule, made[rule.id], about, dict(stopped), dict(taken)))
    return told


def find_unreported(ruleset: RuleSet, conflict_sets: Iterable[ConflictSet], claims: Mapping[str, Claim]) -> list[ConflictSet]:
    """Disagreements that no rule is about. A figure that was only brought up to date is none."""
    return [found for found in conflict_sets if _is_disagreement(found) and ruleset.match(found, claims) is None]


def _is_disagreement(found: ConflictSet) -> bool:
    return any(relation.kind is not Kind.UPDATES for relation in found.relations)


def _concerns(rule: Rule, claim: Claim) -> bool:
    if rule.select.families and claim.family.value not in rule.select.families:
        return False
    return not rule.select.attributes or match_attribute(rule.select.attributes, claim.attribute)


def find_unknown_attributes(ruleset: RuleSet) -> list[str]:
    """Attributes that rules select and no attribute file describes, one line each: most often a slip of the pen. They may still be met,
    since the words of a claim name its attribute where no attribute file does."""
    known = [*(entry.id for entry in ruleset.attributes), ACCOUNT]
    lines = []
    for rule in sorted(ruleset.rules, key=lambda rule: rule.id):
        for pattern in sorted(rule.select.attributes):
            if not any(match_attribute(frozenset({pattern}), name) for name in known):
                lines.append(f'{rule.where}: no attribute file describes "{pattern}"{nearest(pattern, known)}')
    return lines
