"""Sentences of two articles that are each other's best counterpart."""

from __future__ import annotations

from factcheck.comparison.counterparts_d import Counterparts

WORDINGS = {
    "a": {0: frozenset({"水厂", "铜壶"}), 20: frozenset({"水厂", "接驳车", "司机"})},
    "b": {0: frozenset({"水厂", "接驳车"}), 30: frozenset({"铜壶", "标签"}), 60: frozenset({"水厂"})},
}


def test_the_margin_is_what_a_pair_shares_over_the_next_best() -> None:
    counterparts = Counterparts(WORDINGS, lambda word: True)
    assert counterparts.margin(("a", 20), ("b", 0)) > 0
    assert counterparts.margin(("a", 0), ("b", 30)) > 0
    assert counterparts.margin(("a", 20), ("b", 60)) < 0
    assert counterparts.margin(("a", 20), ("b", 0)) == counterparts.margin(("b", 0), ("a", 20))


def test_words_that_tell_nothing_count_for_nothing() -> None:
    counterparts = Counterparts(WORDINGS, lambda word: word == "水厂")
    assert counterparts.margin(("a", 20), ("b", 0)) == 0


def test_a_sentence_without_words_has_no_counterpart() -> None:
    assert Counterparts(WORDINGS, lambda word: True).margin(("a", 99), ("b", 0)) <= 0
