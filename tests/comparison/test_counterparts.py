"""Sentences of two articles that are each other's best counterpart."""

from __future__ import annotations

from factcheck.comparison.counterparts import Counterparts


def _always(one: str, other: str) -> bool:
    return True


WORDINGS = {
    "a": {0: frozenset({"水厂", "铜壶"}), 20: frozenset({"水厂", "接驳车", "司机"})},
    "b": {0: frozenset({"水厂", "接驳车"}), 30: frozenset({"铜壶", "标签"}), 60: frozenset({"水厂"})},
}


def test_the_margin_is_what_a_pair_shares_over_the_next_best() -> None:
    counterparts = Counterparts(WORDINGS, _always)
    assert counterparts.margin(("a", 20), ("b", 0)) > 0
    assert counterparts.margin(("a", 0), ("b", 30)) > 0
    assert counterparts.margin(("a", 20), ("b", 60)) < 0
    assert counterparts.margin(("a", 20), ("b", 0)) == counterparts.margin(("b", 0), ("a", 20))


def test_words_that_tell_nothing_count_for_nothing() -> None:
    wordings = {"a": {0: {"小时", "没有", "位于"}}, "b": {0: {"小时", "没有", "位于"}}}
    assert Counterparts(wordings, _always).margin(("a", 0), ("b", 0)) == 0


def test_words_are_counted_in_their_affair() -> None:
    others = {f"c{n}": {0: frozenset({"接驳车"})} for n in range(9)}
    alone = Counterparts(WORDINGS | others, lambda x, y: (x in others) == (y in others))
    assert alone.worth("a", {"接驳车"}) == Counterparts(WORDINGS, _always).worth("a", {"接驳车"})
    assert Counterparts(WORDINGS | others, _always).worth("a", {"接驳车"}) < alone.worth("a", {"接驳车"})


def test_a_sentence_without_words_has_no_counterpart() -> None:
    assert Counterparts(WORDINGS, _always).margin(("a", 99), ("b", 0)) <= 0
