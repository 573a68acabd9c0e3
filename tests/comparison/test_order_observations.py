"""What can be observed of two sentences that tell which of two things came first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_affair import read_affair

from factcheck.comparison import observations
from factcheck.comparison.order_observations import ORDER_OBSERVED
from factcheck.report.messages import load_messages

SAME = "船匠先修好了栈桥，随后才拆掉浮筒。"
TURNED = "浮筒是先拆掉的，之后船匠才动手修栈桥。"
PLAIN = "茶摊照常营业。"


@pytest.fixture(autouse=True)
def any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observations, "SHORTEST", 1)


def observe(one: str, other: str, *, swapped: bool = False) -> dict[str, float]:
    """What is observed of the first sentences of two articles."""
    affair = read_affair({"a": one, "b": other})
    a, b = affair.told["a"][0], affair.told["b"][0]
    orders = affair.observers.orders
    return orders.observe(b, a) if swapped else orders.observe(a, b)


def test_steps_that_change_places_are_seen() -> None:
    turned, same = observe(SAME, TURNED), observe(SAME, SAME)
    for part in ("", "_characters", "_steps"):
        assert turned[f"turned{part}"] > turned[f"straight{part}"]
        assert same[f"straight{part}"] > same[f"turned{part}"]
    assert turned["turned_steps_least"] > same["turned_steps_least"]
    assert 0 < turned["turned_least"] <= turned["turned_most"] <= turned["turned"]


def test_what_one_stresses_as_early_and_the_other_as_late_is_seen() -> None:
    assert observe("签字前已放人。", "签字之后才放人。")["early_late"] == 1
    assert observe("签字之后放人。", "签字之后才放人。")["early_late"] == 0


def test_what_is_only_planned_is_seen() -> None:
    assert observe(SAME, "船匠打算先拆掉浮筒，随后才修栈桥。")["unasserted"] > observe(SAME, TURNED)["unasserted"]


@pytest.mark.parametrize("other", [PLAIN, "船匠修好了栈桥。"])
def test_sentences_that_tell_no_order_are_observed_all_the_same(other: str) -> None:
    found = observe(SAME, other)
    assert found.keys() == set(ORDER_OBSERVED)
    assert found["pairs"] == found["turned"] == found["straight_steps"] == 0


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([SAME, TURNED, PLAIN, "签字之后船匠才修好栈桥。", "船匠6月3日修好栈桥，6月1日签字。"]), min_size=2, max_size=2)
)
def test_observations_are_named_numbers_in_either_order(texts: list[str]) -> None:
    found = observe(*texts)
    assert found == observe(*texts, swapped=True)
    assert found.keys() == set(ORDER_OBSERVED)
    assert all(isinstance(value, (int, float)) for value in found.values())


def test_every_observation_has_a_name_in_both_languages() -> None:
    for lang in ("zh", "en"):
        messages = load_messages(lang)
        assert all(messages.find(f"gate.likely.{name}", "") for name in ORDER_OBSERVED)
