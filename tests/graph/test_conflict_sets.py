"""Conflict sets and what other programs draw: over the corpora, and over made-up relations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import measure
import networkx as nx
import pytest
from groups import DEV, TUNING
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check
from factcheck.claims.leftovers import TOLD
from factcheck.comparison.independence import count_origins, shared_text
from factcheck.graph import build_graph, find_conflict_sets, write_graphml
from factcheck.model import Article, Claim, ConflictSet, Family, Kind, Name, Reason, Relation, Span
from factcheck.report.view import Report

OPEN = [*DEV, *TUNING]
PEACE = {Kind.AGREES, Kind.REFINES, Kind.UPDATES, Kind.INCOMPARABLE}
ARTICLES = {f"a{i}": Article.from_text(f"{i}号街的老屋住着一位第{i}次来的客人。", id=f"a{i}", source=f"outlet {i}") for i in range(8)}


def claims_of(number: int) -> list[Claim]:
    """Claims that name somebody, one an article."""
    whole = Span(0, 8)
    return [
        Claim(
            f"c{i}",
            f"a{i}",
            f"outlet {i}",
            whole,
            whole,
            whole.of(ARTICLES[f"a{i}"].text),
            Family.OFFICE,
            "x",
            "office|mayor",
            Name(f"n{i}", f"n{i}"),
        )
        for i in range(number)
    ]


relations = st.builds(
    lambda kinds: [
        Relation(f"c{i}", f"c{j}", kind, Reason.OTHER_NAME if kind is Kind.CONTRADICTS else Reason.SAME_VALUE)
        for (i, j), kind in zip(combinations(range(8), 2), kinds, strict=True)
        if kind is not None
    ],
    st.lists(st.sampled_from([None, None, *Kind]), min_size=28, max_size=28),
)


def assert_set_is_sound(conflict_set: ConflictSet, between: dict[frozenset[str], Relation]) -> None:
    """No pair across the values of a set agrees, updates or is not comparable, and no claim stands in two values."""
    members = [c for group in conflict_set.groups for c in group.claims]
    assert len(conflict_set.groups) >= 2
    assert len(members) == len(set(members))
    for one, two in combinations(conflict_set.groups, 2):
        across = [between.get(frozenset((a, b))) for a in one.claims for b in two.claims]
        assert not [r for r in across if r is not None and r.kind in PEACE]
    assert any(r.kind in {Kind.CONTRADICTS, Kind.DISPUTES} for r in conflict_set.relations)
    assert {c for r in conflict_set.relations for c in (r.a, r.b)} <= set(members)


@given(relations)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_values_of_a_set_are_in_conflict_and_every_conflict_is_in_a_set(given_relations: list[Relation]) -> None:
    between = {frozenset((r.a, r.b)): r for r in given_relations}
    sets = find_conflict_sets(claims_of(8), given_relations, ARTICLES)
    for conflict_set in sets:
        assert_set_is_sound(conflict_set, between)
    shown = {frozenset((a, b)) for s in sets for one, two in combinations(s.groups, 2) for a in one.claims for b in two.claims}
    assert {frozenset((r.a, r.b)) for r in given_relations if r.kind in {Kind.CONTRADICTS, Kind.DISPUTES}} <= shown
    assert len({s.id for s in sets}) == len(sets)


@given(relations)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_sets_do_not_depend_on_the_order_of_relations(given_relations: list[Relation]) -> None:
    def groups(rows: list[Relation]) -> set[frozenset[frozenset[str]]]:
        return {frozenset(frozenset(g.claims) for g in s.groups) for s in find_conflict_sets(claims_of(8), rows, ARTICLES)}

    assert groups(given_relations) == groups(given_relations[::-1])


@pytest.mark.parametrize("corpus", OPEN)
def test_sets_of_the_corpora_are_sound(corpus: str, check_folder: Callable[[Path], Report]) -> None:
    report = check_folder(measure.CORPORA / corpus)
    between = {frozenset((r.a, r.b)): r for r in report.relations}
    for conflict_set in report.conflict_sets:
        if conflict_set.family is not Family.ARITHMETIC:
            assert_set_is_sound(conflict_set, between)
    known = {s.id for s in report.conflict_sets}
    assert all(f.conflict_set in known for f in report.findings)


@pytest.mark.parametrize("corpus", OPEN)
def test_a_pair_of_claims_has_one_relation(corpus: str, check_folder: Callable[[Path], Report]) -> None:
    report = check_folder(measure.CORPORA / corpus)
    pairs = [frozenset((r.a, r.b)) for r in report.relations if r.reason is not Reason.ARITHMETIC]
    assert len(pairs) == len(set(pairs))


def test_graphml_can_be_opened_again(tmp_path: Path, check_folder: Callable[[Path], Report]) -> None:
    report = check_folder(measure.CORPORA / "03_typhoon")
    path = tmp_path / "graph.graphml"
    write_graphml(report.graph, path)
    again = nx.read_graphml(path)
    assert set(again.nodes) == {c.id for c in report.claims}
    assert {frozenset(e) for e in again.edges} == {frozenset((r.a, r.b)) for r in report.relations if r.kind is not Kind.INCOMPARABLE}
    quotes = {c.id: c.quote for c in report.claims}
    assert all(data["quote"] == quotes[node] for node, data in again.nodes(data=True))


def test_graphml_leaves_out_what_xml_cannot_hold(tmp_path: Path) -> None:
    (claim,) = claims_of(1)
    graph = build_graph([claim], [])
    graph.nodes[claim.id]["quote"] = "a\x00b\x0bc\ud800d\ufffee\tf"
    write_graphml(graph, tmp_path / "graph.graphml")
    assert nx.read_graphml(tmp_path / "graph.graphml").nodes[claim.id]["quote"] == "abcde\tf"


# ------------------------------------------------------------------ independent sources


def told(*rows: tuple[str, str, str]) -> tuple[list[Claim], dict[str, Article]]:
    """One claim a row of (outlet, speaker, sentence), each from an article of its own."""
    articles, claims = {}, []
    for i, (outlet, speaker, sentence) in enumerate(rows):
        articles[f"a{i}"] = Article.from_text(sentence, id=f"a{i}", source=outlet)
        whole = Span(0, len(sentence))
        name = Name("n", "n")
        claims.append(Claim(f"c{i}", f"a{i}", outlet, whole, whole, sentence, Family.OFFICE, "x", "y", name, speaker=speaker))
    return claims, articles


FIRST = "红山县的旧粮仓昨天夜里倒塌，压住了路边的两辆货车。"
COPY = "本网讯 红山县的旧粮仓昨天夜里倒塌，压住了路边的两辆货车，无人受伤。"
OWN_WORDS = "记者在现场看到，粮库垮掉半边，有货车陷在瓦砾堆里。"


def test_copied_text_is_one_origin() -> None:
    assert count_origins(*told(("甲报", "", FIRST), ("乙报", "", COPY))) == 1
    assert count_origins(*told(("甲报", "", FIRST), ("乙报", "", OWN_WORDS))) == 2


def test_one_outlet_and_one_quoted_speaker_are_one_origin() -> None:
    assert count_origins(*told(("甲报", "", FIRST), ("甲报", "", OWN_WORDS))) == 1
    assert count_origins(*told(("甲报", "陈启明", FIRST), ("乙报", "陈启明", OWN_WORDS))) == 1
    assert count_origins(*told(("甲报", "陈启明", FIRST), ("乙报", "李可", OWN_WORDS))) == 2


def test_unnamed_outlets_are_not_one_outlet() -> None:
    assert count_origins(*told(("", "", FIRST), ("", "", OWN_WORDS))) == 2


def test_shared_text_is_a_symmetric_share() -> None:
    for one, two in combinations((FIRST, COPY, OWN_WORDS, "短", ""), 2):
        assert shared_text(one, two) == shared_text(two, one)
        assert 0 <= shared_text(one, two) <= 1
    assert shared_text(FIRST, FIRST) == 1


@pytest.mark.parametrize("outlet", ["老顾看水利", "岭南老顾"])
def test_whoever_writes_under_his_name_is_not_what_is_told_of(outlet: str) -> None:
    told = Article.from_text("大坝坝高118米。青岭水库去年完工。", id="a", source="岭南报", published="2031-05-19", title="青岭水库")
    own = Article.from_text("老顾跑了一趟青岭水库。老顾量过，大坝坝高181米。", id="b", source=outlet, published="2031-05-20")
    (finding,) = check([told, own]).findings
    assert "老顾" not in finding.subject


def test_a_figure_that_does_not_say_what_it_counts_gives_a_set_no_attribute() -> None:
    claims = claims_of(2)
    claims = [replace(claims[0], attribute=TOLD), replace(claims[1], attribute="law.fine.total")]
    (found,) = find_conflict_sets(claims, [Relation("c0", "c1", Kind.CONTRADICTS, Reason.VALUES_DISJOINT)], ARTICLES)
    assert found.attribute == "law.fine.total"
