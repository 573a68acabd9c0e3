"""Which figures of two articles are held against each other, and what is observed of them."""

from __future__ import annotations

import pytest

from factcheck.comparison import observations
from factcheck.comparison.figure_observations import FIGURE_OBSERVED, FigureObserver
from factcheck.model import Quantity
from tests.comparison.one_affair import read_affair


@pytest.fixture(autouse=True)
def any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observations, "SHORTEST", 1)


def observed(a: str, b: str) -> list[tuple[str, str, dict[str, float]]]:
    """The figures of two articles that are candidates, as written, with what is observed of them."""
    affair = read_affair({"a": a, "b": b})
    figures = FigureObserver(affair.observers.sentences, [c for c in affair.claims if isinstance(c.value, Quantity)])
    found = []
    for one, other in figures.candidates():
        seen, turned = figures.observe(one, other), figures.observe(other, one)
        assert seen is not None
        assert seen == turned
        assert seen.keys() == {*FIGURE_OBSERVED}
        found.append((one.quote, other.quote, seen))
    return found


def test_figures_whose_digits_are_in_another_order_meet_wherever_they_stand() -> None:
    a, b = "盐仓烧毁竹篓412只。渡口照常营业。", "戏台搭在河滩。镇公所运走421个筐。"
    assert [seen["slip"] > 0 for _, _, seen in observed(a, b)] == [True]
    assert observed(a, b.replace("421", "398")) == []


def test_one_figure_may_leave_its_unit_out() -> None:
    found = observed("俱乐部拖欠薪水4860万元。", "俱乐部拖欠薪水足足6480万。")
    assert [seen["dimensions_unlike"] for _, _, seen in found] == [1.0]
    assert observed("俱乐部拖欠薪水4860万元。", "俱乐部拖欠薪水整整6480天。") == []


@pytest.mark.parametrize(("b", "unlike"), [("血站追回血浆39包。", 1.0), ("血站追回血浆39袋。", 0.0)])
def test_measure_words_of_two_sorts_are_observed(b: str, unlike: float) -> None:
    found = observed("血站追回血浆36袋。", b)
    assert [seen["units_unlike"] for _, _, seen in found] == [unlike]


def test_a_figure_of_which_only_is_known_that_it_is_told_is_a_candidate() -> None:
    found = observed("罚单开给盐仓，840万元，听着吓人。", "罚单开给盐仓，盐仓被罚款480万元。")
    assert any(seen["bare"] == 1.0 for _, _, seen in found)


def test_figures_that_meet_are_no_candidates() -> None:
    assert observed("俱乐部拖欠薪水4860万元。", "俱乐部拖欠薪水约4900万元。") == []
