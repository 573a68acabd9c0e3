"""What a finding is from one run to the next, and what a finding of today is to one that was kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.language.script import fold_key
from factcheck.model import Article, Claim, Family, Finding, State
from factcheck.rules.fingerprint import Identity, identify_conflict, normalise_value

__all__ = ["KeptIndex", "Seen", "compare_identities", "identify_findings"]

Kept = TypeVar("Kept")

_CLOSENESS = (State.KNOWN, State.EXPANDED, State.CHANGED)


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding of this run. `groups` are the normalised values of each of its value groups; `articles` the ids of those it is about."""

    finding: Finding
    identity: Identity
    groups: tuple[frozenset[str], ...]
    articles: tuple[str, ...]


def identify_findings(findings: Iterable[Finding], claims: Iterable[Claim], articles: Iterable[Article]) -> list[Seen]:
    """The findings with their identities, in the order given."""
    by_claim = {claim.id: claim for claim in claims}
    by_article = {article.id: article for article in articles}
    seen = []
    for finding in findings:
        grouped = [[by_claim[name] for name in group.claims if name in by_claim] for group in finding.values]
        members = [claim for group in grouped for claim in group]
        event = finding.event if finding.family is Family.ARITHMETIC else ""
        identity = identify_conflict(finding.rule, members, by_article, event=event)
        groups = tuple(frozenset(fold_key(normalise_value(claim.value)) for claim in group) for group in grouped)
        seen.append(Seen(finding, identity, groups, tuple(sorted({claim.article for claim in members}))))
    return seen


def compare_identities(seen: Seen, kept: Identity) -> State:
    """What a finding is to one that was kept.

    known: nobody says anything that was not kept (somebody may have fallen silent). expanded: every value was kept, but someone else gives
    it now. changed: it is about the same fact and has a value that was not kept beside one that was. new: another fact, or no value or
    nobody in common, so that one conflict cannot stand in for another.
    """
    now = seen.identity
    if now == kept:
        return State.KNOWN
    if not _is_same_fact(now, kept):
        return State.NEW
    told, before = set(now.pairs), set(kept.pairs)
    if told <= before:
        return State.KNOWN
    values = kept.values
    old_groups = [bool(group & values) for group in seen.groups]
    if all(old_groups):
        return State.EXPANDED if told & before else State.NEW
    return State.CHANGED if any(old_groups) else State.NEW


def _is_same_fact(now: Identity, kept: Identity) -> bool:
    if now.rule != kept.rule or not _meet(now.attributes, kept.attributes) or not _meet(now.events, kept.events, open_ended=True):
        return False
    # Whoever joins may be the first to name the subject; then one must hold all that the other says.
    contained = set(now.pairs) <= set(kept.pairs) or set(kept.pairs) <= set(now.pairs)
    return _meet(now.subjects, kept.subjects, open_ended=contained)


def _meet(one: Sequence[str], two: Sequence[str], *, open_ended: bool = False) -> bool:
    """Whether they share a key or are both without one; with `open_ended` also when one of them is."""
    if not one or not two:
        return open_ended or one == two
    return bool(set(one) & set(two))


class KeptIndex(Generic[Kept]):
    """What was kept, by fingerprint: its identity (None where only the fingerprint is known) and whatever goes with it.

    Made once for a run. A lookup compares only with what the same rule said of the same attribute with a value in common: anything else is
    another fact.
    """

    def __init__(self, kept: Mapping[str, tuple[Identity | None, Kept]]) -> None:
        self._kept = kept
        self._facts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for name, (identity, _) in kept.items():
            for key in _list_keys(identity) if identity is not None else ():
                self._facts[key].append(name)

    def find(self, seen: Seen, found: Container[str] = ()) -> tuple[State, Kept | None]:
        """The closest of what was kept, and what the finding is to it; (new, None) when there is none. Of two that are as close the first
        by fingerprint. What this run `found` as it was kept (by fingerprint) stands for itself and for nothing else."""
        exact = self._kept.get(seen.identity.fingerprint)
        if exact is not None:
            return State.KNOWN, exact[1]
        best: tuple[int, str] | None = None
        for name in {name for key in _list_keys(seen.identity) for name in self._facts.get(key, ())}:
            identity = self._kept[name][0]
            state = compare_identities(seen, identity) if identity is not None and name not in found else State.NEW
            if state in _CLOSENESS:
                best = min(best or (len(_CLOSENESS), ""), (_CLOSENESS.index(state), name))
        return (_CLOSENESS[best[0]], self._kept[best[1]][1]) if best else (State.NEW, None)


def _list_keys(identity: Identity) -> list[tuple[str, str, str]]:
    return [(identity.rule, attribute, value) for attribute in identity.attributes or ("",) for value in sorted(identity.values)]
