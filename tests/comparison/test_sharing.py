"""What the sentences of two articles share, and how much more than others do."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparison.rarity import RAREST
from factcheck.comparison.sharing import Sharing


def _always(one: str, other: str) -> bool:
    return True


sentences = st.lists(st.frozensets(st.sampled_from("茶壶炉灰盏泉篓竹")), min_size=1, max_size=5)
two_articles = st.fixed_dictionaries({"a": sentences, "b": sentences})
many_articles = st.dictionaries(st.sampled_from("abcd"), sentences, min_size=2)


def places(sharing: Sharing, first: str, second: str) -> list[tuple[str, int, str, int]]:
    return [(first, i, second, j) for i in range(len(sharing.entries[first])) for j in range(len(sharing.entries[second]))]


@given(many_articles)
def test_a_table_is_the_same_from_both_sides(entries: dict[str, list[frozenset[str]]]) -> None:
    names = sorted(entries)
    for first in names:
        for second in names:
            if first != second:
                there, back = Sharing(entries, _always).table(first, second), Sharing(entries, _always).table(second, first)
                assert {(j, i): value for (i, j), value in there.items()} == back


@given(many_articles)
def test_what_is_shared_is_worth_something_and_no_entry_more_than_the_rarest(entries: dict[str, list[frozenset[str]]]) -> None:
    sharing = Sharing(entries, _always)
    first, second, *_ = sorted(entries)
    assert all(value > 0 for value in sharing.table(first, second).values())
    for place in places(sharing, first, second):
        common = entries[first][place[1]] & entries[second][place[3]]
        assert 0 <= sharing.shared(*place) <= RAREST * len(common)
        assert isclose(sharing.shared(*place), sharing.worth(first, common), abs_tol=1e-9)


@given(many_articles, st.frozensets(st.sampled_from("茶壶炉灰盏泉篓竹")), st.sampled_from("茶壶炉"))
def test_worth_is_never_negative_and_grows_with_entries(entries: dict[str, list[frozenset[str]]], held: frozenset[str], more: str) -> None:
    sharing = Sharing(entries, _always)
    for article in entries:
        assert 0 <= sharing.worth(article, held) <= sharing.worth(article, held | {more}) + 1e-9
        assert sharing.worth(article, []) == 0


@given(two_articles)
def test_margins_are_ordered_and_the_same_from_both_sides(entries: dict[str, list[frozenset[str]]]) -> None:
    sharing = Sharing(entries, _always)
    for first, i, second, j in places(sharing, "a", "b"):
        more, less = sharing.margins(first, i, second, j)
        assert more >= less
        assert more <= sharing.shared(first, i, second, j)
        assert sharing.margins(second, j, first, i) == (more, less)


@given(two_articles)
def test_the_best_counterpart_has_rank_nought(entries: dict[str, list[frozenset[str]]]) -> None:
    sharing = Sharing(entries, _always)
    for i in range(len(entries["a"])):
        row = [sharing.shared("a", i, "b", j) for j in range(len(entries["b"]))]
        ranks = [sharing.ranks("a", i, "b", j)[0] for j in range(len(row))]
        assert ranks[row.index(max(row))] == 0
        assert all((rank == 0) == (value == max(row)) for rank, value in zip(ranks, row, strict=True))
        assert sorted(range(len(row)), key=lambda j: (-row[j], j)) == sorted(range(len(row)), key=lambda j: (ranks[j], j))


@given(two_articles)
def test_ranks_change_sides_with_the_articles(entries: dict[str, list[frozenset[str]]]) -> None:
    sharing = Sharing(entries, _always)
    for first, i, second, j in places(sharing, "a", "b"):
        assert sharing.ranks(first, i, second, j) == sharing.ranks(second, j, first, i)[::-1]


@given(two_articles)
def test_of_two_articles_nothing_is_shared_elsewhere(entries: dict[str, list[frozenset[str]]]) -> None:
    sharing = Sharing(entries, _always)
    assert {sharing.elsewhere(f, i, s) for f, s in (("a", "b"), ("b", "a")) for i in range(len(entries[f]))} == {0}


@given(many_articles)
def test_elsewhere_is_the_most_that_is_shared_with_a_third_article(entries: dict[str, list[frozenset[str]]]) -> None:
    sharing = Sharing(entries, _always)
    first, beside, *others = sorted(entries)
    for i in range(len(entries[first])):
        rest = [sharing.shared(first, i, other, j) for other in others for j in range(len(entries[other]))]
        assert sharing.elsewhere(first, i, beside) == max(rest, default=0.0)


@pytest.mark.parametrize("size", [2, 5, 20])
def test_what_every_sentence_has_is_worth_next_to_nothing(size: int) -> None:
    entries = {name: [frozenset({"茶", f"{name}{n}"}) for n in range(size)] for name in "ab"}
    sharing = Sharing(entries, _always)
    assert sharing.worth("a", ["茶"]) < 0.25 / size
    assert sharing.worth("a", ["a0"]) > 4 * sharing.worth("a", ["茶"])


def test_the_rarer_an_entry_the_more_it_is_worth_up_to_the_rarest() -> None:
    told = [frozenset({"茶", *(["壶"] if n < 9 else []), *(["炉"] if n < 3 else []), *(["灰"] if n < 1 else [])}) for n in range(60)]
    sharing = Sharing({"a": told, "b": [frozenset()]}, _always)
    worth = [sharing.worth("a", [entry]) for entry in "茶壶炉灰"]
    assert worth == sorted(worth)
    assert worth[1] < worth[2]
    assert worth[3] == RAREST


def test_entries_are_weighed() -> None:
    entries = {"a": [frozenset("壶炉"), frozenset("茶"), frozenset("盏")], "b": [frozenset("壶"), frozenset("炉"), frozenset("竹")]}
    plain, weighed = Sharing(entries, _always), Sharing(entries, _always, lambda entry: 0.5 if entry == "炉" else 1.0)
    assert weighed.shared("a", 0, "b", 1) == plain.shared("a", 0, "b", 1) / 2
    assert weighed.shared("a", 0, "b", 0) == plain.shared("a", 0, "b", 0) > 0


def test_entries_are_counted_in_their_own_affair() -> None:
    entries = {"a": [frozenset("壶"), frozenset("茶")], "b": [frozenset("壶"), frozenset("盏")]}
    others = {f"x{n}": [frozenset("壶")] for n in range(20)}
    apart = Sharing(entries | others, lambda one, other: one.startswith("x") == other.startswith("x"))
    assert apart.worth("a", ["壶"]) == Sharing(entries, _always).worth("a", ["壶"])
    assert Sharing(entries | others, _always).worth("a", ["壶"]) < apart.worth("a", ["壶"])


def test_another_affair_is_not_elsewhere() -> None:
    entries = {"a": [frozenset("壶炉"), frozenset("茶")], "b": [frozenset("壶"), frozenset("竹")], "c": [frozenset("炉"), frozenset("盏")]}
    assert Sharing(entries, _always).elsewhere("a", 0, "b") > 0
    assert Sharing(entries, lambda one, other: "c" not in (one, other)).elsewhere("a", 0, "b") == 0


def test_the_margin_is_over_the_next_best_of_the_other_article() -> None:
    entries = {
        "a": [frozenset("壶炉灰"), frozenset("盏"), frozenset("竹")],
        "b": [frozenset("壶炉"), frozenset("灰"), frozenset("篓")],
    }
    sharing = Sharing(entries, _always)
    best, next_best = sharing.shared("a", 0, "b", 0), sharing.shared("a", 0, "b", 1)
    assert sharing.margins("a", 0, "b", 0) == (best, best - next_best)
    assert sharing.margins("a", 0, "b", 1)[1] == next_best - best < 0


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=4), min_size=1, max_size=5), st.integers(0, 3))
def test_the_nearest_are_those_of_which_few_share_more(told: list[frozenset[str]], most: int) -> None:
    sharing = Sharing({"x": told, "y": told[::-1], "z": [frozenset("gh"), *told]}, lambda one, other: True)
    for first, second in (("x", "y"), ("y", "x"), ("x", "z")):
        pairs = sharing.table(first, second)
        assert sharing.nearest(first, second, most) == {(i, j) for i, j in pairs if min(sharing.ranks(first, i, second, j)) <= most}
