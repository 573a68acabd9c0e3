"""Relations as a graph: conflict sets, and what other programs draw.

Nodes are claims, edges relations. A conflict set holds all claims about one fact that do not agree, grouped by value: agreement
classes that
pairwise contradict each other. No pair of claims across the groups of a set is an update, an agreement or
not comparable; a pair that was never compared stands in it when each agrees with a claim that was.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from factcheck.claims.arithmetic import ArithmeticCheck
from factcheck.claims.leftovers import is_bare
from factcheck.comparison.independence import Outlets, count_origins, group_origins
from factcheck.model import (
    CONFLICT,
    Article,
    Claim,
    ConflictSet,
    Family,
    Kind,
    Name,
    Period,
    Polarity,
    Quantity,
    Reason,
    Relation,
    Value,
    ValueGroup,
)

__all__ = ["arithmetic_sets", "build_graph", "find_conflict_sets", "find_update_sets", "write_graphml"]


def build_graph(claims: Sequence[Claim], relations: Sequence[Relation]) -> Any:
    """A networkx.Graph: claims with their text as nodes, relations other than `incomparable` as edges with kind and reason."""
    graph = nx.Graph()
    for claim in claims:
        graph.add_node(
            claim.id,
            article=claim.article,
            outlet=claim.outlet,
            quote=claim.quote,
            family=claim.family.value,
            subject=claim.subject,
            attribute=claim.attribute,
            stance=claim.stance.value,
            speaker=claim.speaker,
            start=claim.span.start,
            end=claim.span.end,
        )
    for relation in relations:
        if relation.kind is not Kind.INCOMPARABLE:
            graph.add_edge(relation.a, relation.b, kind=relation.kind.value, reason=relation.reason.value)
    return graph


def find_conflict_sets(
    claims: Sequence[Claim], relations: Sequence[Relation], articles: Mapping[str, Article], outlets: Outlets | None = None
) -> list[ConflictSet]:
    """The conflict sets, in reading order of their first claims. Each contradicting pair of claims stands in at least one set. `outlets`
    are those a desk knows to be one, or of one owner or agency."""
    return _find_sets(claims, relations, articles, outlets, CONFLICT)


def find_update_sets(
    claims: Sequence[Claim], relations: Sequence[Relation], articles: Mapping[str, Article], outlets: Outlets | None = None
) -> list[ConflictSet]:
    """As `find_conflict_sets`, of figures that were brought up to date: for rules that ask how far an update may go."""
    return _find_sets(claims, relations, articles, outlets, {Kind.UPDATES})


def _find_sets(
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    articles: Mapping[str, Article],
    outlets: Outlets | None,
    kinds: Collection[Kind],
) -> list[ConflictSet]:
    """Sets of claims whose groups are set against each other by relations of `kinds`."""
    order = {claim.id: index for index, claim in enumerate(claims)}
    by_id = {claim.id: claim for claim in claims}
    between = {frozenset((r.a, r.b)): r for r in relations}
    classes = _agreement_classes(relations, by_id, kinds)
    conflicts = [r for r in relations if r.kind in kinds and r.reason is not Reason.ARITHMETIC]
    clash = nx.Graph()
    for relation in conflicts:
        one, two = classes.get(relation.a, relation.a), classes.get(relation.b, relation.b)
        if one != two:
            clash.add_edge(one, two)
    members: dict[str, list[str]] = defaultdict(list)
    for relation in conflicts:
        for claim in (relation.a, relation.b):
            home = classes.get(claim, claim)
            if claim not in members[home]:
                members[home].append(claim)
    sets: list[ConflictSet] = []
    covered: set[frozenset[str]] = set()
    cliques = sorted((sorted(c, key=lambda h: order[h]) for c in nx.find_cliques(clash)), key=lambda c: (-len(c), [order[h] for h in c]))
    for clique in cliques:
        groups = _clean_groups([sorted(members[home], key=lambda c: order[c]) for home in clique], between, kinds)
        pairs = {frozenset((a, b)) for i, g in enumerate(groups) for h in groups[i + 1 :] for a in g for b in h}
        if len(groups) < 2 or pairs <= covered:
            continue
        covered |= pairs
        sets.append(_make_set(groups, between, by_id, order, articles, outlets))
    for relation in conflicts:
        if frozenset((relation.a, relation.b)) not in covered:
            covered.add(frozenset((relation.a, relation.b)))
            sets.append(_make_set([[relation.a], [relation.b]], between, by_id, order, articles, outlets))
    return sorted(sets, key=lambda s: ([order[c] for g in s.groups for c in g.claims], s.id))


def _agreement_classes(relations: Sequence[Relation], claims: Mapping[str, Claim], kinds: Collection[Kind]) -> dict[str, str]:
    """Claims joined by agreement; the class is named by one of its members. Two claims that one claim stands against are joined
    where they say that something happened (or did not), or give one value in one article: such pairs are never compared."""
    graph = nx.Graph()
    # one time told of two things (("happening", "other_attribute")) does not make what contradicts the one contradict the other
    loose = ("happening", Reason.OTHER_ATTRIBUTE.value)
    graph.add_edges_from((r.a, r.b) for r in relations if r.kind is Kind.AGREES and loose not in r.gates)
    against: dict[tuple[str, str], str] = {}
    for relation in relations:
        if relation.kind in kinds:
            for one, other in ((relation.a, relation.b), (relation.b, relation.a)):
                value = claims[other].value
                alike = "" if isinstance(value, Polarity) else f"{claims[other].article}\x1f{_value_key(value)}"
                graph.add_edge(against.setdefault((one, alike), other), other)
    return {claim: min(component) for component in nx.connected_components(graph) for claim in component}


def _value_key(value: Value) -> str:
    """What two claims of one article must share to give the same value: bounds and unit, not the wording."""
    if isinstance(value, Quantity):
        return f"{value.low} {value.high} {value.unit}"
    if isinstance(value, Period):
        return f"{value.start} {value.end}"
    return value.key if isinstance(value, Name) else repr(value)


def _clean_groups(groups: list[list[str]], between: Mapping[frozenset[str], Relation], kinds: Collection[Kind]) -> list[list[str]]:
    """Drops, one at a time, the claim with most pairs across groups that are of other kinds, until none is left."""
    groups = [list(g) for g in groups]
    while True:
        worst: tuple[int, str] | None = None
        for index, group in enumerate(groups):
            for claim in group:
                bad = 0
                for other_index, other in enumerate(groups):
                    if other_index != index:
                        bad += sum(1 for c in other if (r := between.get(frozenset((claim, c)))) is not None and r.kind not in kinds)
                if bad and (worst is None or bad > worst[0]):
                    worst = (bad, claim)
        if worst is None:
            return [g for g in groups if g]
        for group in groups:
            if worst[1] in group:
                group.remove(worst[1])


def _make_set(
    groups: Sequence[Sequence[str]],
    between: Mapping[frozenset[str], Relation],
    by_id: Mapping[str, Claim],
    order: Mapping[str, int],
    articles: Mapping[str, Article],
    outlets: Outlets | None,
) -> ConflictSet:
    ordered = sorted((sorted(g, key=lambda c: order[c]) for g in groups), key=lambda g: order[g[0]])
    ids = [c for g in ordered for c in g]
    inside = tuple(between[pair] for i, a in enumerate(ids) for b in ids[i + 1 :] if (pair := frozenset((a, b))) in between)
    values = tuple(ValueGroup(_label(by_id[g[0]]), tuple(g), count_origins([by_id[c] for c in g], articles, outlets)) for g in ordered)
    first = by_id[ids[0]]
    subject = _common_name([by_id[c] for c in ids])
    attribute = min((is_bare(by_id[c]), len(by_id[c].attribute), by_id[c].attribute) for c in ids)[2]
    # 最早于3月出现 set against 首次出现 in September: the disagreement is about the first time
    family = Family.FIRST if any(by_id[c].family is Family.FIRST for c in ids) else first.family
    seed = "\x1f".join(sorted(ids))
    name = "s" + hashlib.sha256(seed.encode()).hexdigest()[:12]
    origins = group_origins([by_id[c] for c in ids], articles, outlets)
    return ConflictSet(name, family, subject, attribute, first.scope.event, values, inside, origins)


def _common_name(claims: Sequence[Claim]) -> str:
    """The name most of the claims have in common: said subjects count most, then names said in the clause, then inherited ones. Whoever
    writes under his name (老蔡聊风电, 湘南老廖) and is named by nobody else is not what is told of."""
    weights: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        weights.update(dict.fromkeys({*claim.frame.participants}, 2))
        weights[claim.subject] += 3 if claim.subject_text else 1
        for name in (claim.subject, *claim.frame.participants):
            outlets[name].add(claim.outlet)
    for name in [n for n in weights if not n or all(n in outlet for outlet in outlets[n])]:
        del weights[name]
    return min(weights, key=lambda k: (-weights[k], k)) if weights else ""


def arithmetic_sets(checks: Sequence[ArithmeticCheck], claims: Sequence[Claim]) -> list[ConflictSet]:
    """One set a failing check: the stated figure against the figures it should follow from, labelled with the formula."""
    by_id = {claim.id: claim for claim in claims}
    sets = []
    for check in checks:
        stated = by_id[check.stated]
        groups = (ValueGroup(_label(stated), (check.stated,), 1), ValueGroup(check.formula, check.operands, 1))
        relations = tuple(
            Relation(check.stated, o, Kind.CONTRADICTS, Reason.ARITHMETIC, (("arithmetic", check.formula),)) for o in check.operands
        )
        seed = "\x1f".join((check.stated, *check.operands))
        name = "s" + hashlib.sha256(seed.encode()).hexdigest()[:12]
        origins = ((check.stated, *check.operands),)
        sets.append(ConflictSet(name, Family.ARITHMETIC, stated.subject, stated.attribute, check.kind, groups, relations, origins))
    return sets


def _label(claim: Claim) -> str:
    """The value as the first article writes it: the figure with its hedge and unit, a name, or the words of the claim."""
    value = claim.value
    if isinstance(value, Name):
        return value.text
    if isinstance(value, Period) and value.digits:
        return value.digits
    return claim.value_text or claim.quote


def write_graphml(graph: Any, path: Path) -> None:
    """Writes the graph as GraphML, which Gephi and yEd open. Control characters that XML forbids are dropped."""
    clean = nx.Graph()
    for node, data in graph.nodes(data=True):
        clean.add_node(node, **{k: _xml(v) for k, v in data.items()})
    for a, b, data in graph.edges(data=True):
        clean.add_edge(a, b, **{k: _xml(v) for k, v in data.items()})
    nx.write_graphml(clean, path)


def _xml(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return "".join(
        c for c in value if c in "\t\n\r" or (ord(c) >= 0x20 and not 0xD800 <= ord(c) <= 0xDFFF and ord(c) not in {0xFFFE, 0xFFFF})
    )
