"""Where the findings of a run stand against the baseline and the decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import Article, Claim, Finding, State
from factcheck.review.baseline import Baseline, Entry, compare_baseline, read_sources
from factcheck.review.decisions import SETTLED, Decision, Verdict, current_decisions, find_decision
from factcheck.review.identity import KeptIndex, identify_findings

__all__ = ["Standing", "judge_findings"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The findings with their states, in the order given; the `decisions` in force by finding id; and the entries of the baseline that were
    not found: `stale` although all their articles were read or are gone, `unread` because they were not."""

    findings: tuple[Finding, ...]
    decisions: Mapping[str, Decision]
    stale: tuple[Entry, ...] = ()
    unread: tuple[Entry, ...] = ()


def judge_findings(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    articles: Sequence[Article],
    *,
    baseline: Baseline | None,
    decisions: Sequence[Decision],
    today: date,
    rules: Iterable[str] = (),
) -> Standing:
    """Give every finding its state. A decision to confirm or dismiss that is in force goes before the baseline; one that an article is
    corrected makes a finding that is still there new; without a baseline everything undecided is new. `rules`: ids of the rules that
    were asked, () for all."""
    seen = identify_findings(findings, claims, articles)
    current = current_decisions(decisions, today)
    entries = baseline.entries if baseline else {}
    known = KeptIndex({name: (entry.identity, entry) for name, entry in entries.items()})
    settled = KeptIndex({name: (decision.identity, decision) for name, decision in current.items()})
    found = {one.identity.fingerprint for one in seen}
    told, decided = [], {}
    for one in seen:
        decision = find_decision(one, settled, found)
        if decision is not None:
            decided[one.finding.id] = decision
        if decision is not None and decision.verdict in SETTLED:
            state = SETTLED[decision.verdict]
        elif decision is not None and decision.verdict is Verdict.CORRECTED:
            state = State.NEW
        else:
            state = known.find(one, found)[0]
        told.append(replace(one.finding, state=state))
    if baseline is None:
        return Standing(tuple(told), decided)
    change = compare_baseline(entries, seen, read_sources(articles, baseline.path, rules))
    return Standing(tuple(told), decided, change.removed, change.unread)
