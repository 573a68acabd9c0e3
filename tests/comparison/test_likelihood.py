"""How likely two sentences contradict each other: the file of models, and what a model makes of what is observed."""

from __future__ import annotations

import json
from functools import partial
from math import exp, inf, isclose, isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.comparison.likelihood import KINDS, Likelihood, load_likelihoods, parse_likelihoods
from factcheck.comparison.observations import OBSERVED
from factcheck.errors import ConfigError

USUAL = dict.fromkeys(OBSERVED, 0.0)
finite = st.floats(allow_nan=False, allow_infinity=False)


def model_of(**changed: Any) -> dict[str, Any]:
    """One model as a file has it."""
    return {"intercept": -2.0, "typical": USUAL, "trees": [["words", 1.5, 0.25, ["negations", 0, -1, 1.5]]], **changed}


def parse(model: Any = None, **kinds: Any) -> dict[str, Likelihood]:
    """A file whose every model is the usual one but for those given."""
    usual = model_of() if model is None else model
    others = {kind: model_of(typical=dict.fromkeys(names, 0.0)) for kind, names in KINDS.items() if names != OBSERVED}
    return parse_likelihoods(json.dumps({**dict.fromkeys(KINDS, usual), **others, **kinds}), name="own.json")


def refused(call: Any) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        call()
    return caught.value


# ------------------------------------------------------------------ the file


def test_a_file_that_is_right_is_read() -> None:
    models = parse(order=model_of(intercept=3, typical=dict.fromkeys(KINDS["order"], 0.0), trees=[]))
    assert models.keys() == set(KINDS)
    assert models["order"] == Likelihood(3.0, dict.fromkeys(KINDS["order"], 0.0), ())
    words, negations = OBSERVED.index("words"), OBSERVED.index("negations")
    assert models["any"].trees == ((words, 1.5, 0.25, (negations, 0.0, -1.0, 1.5)),)


@pytest.mark.parametrize(("text", "line"), [("", 1), ("{", 1), ('{\n"any": nothing}', 2), ("denial: 1", 1)])
def test_what_is_no_json_is_refused_with_its_line(text: str, line: int) -> None:
    error = refused(lambda: parse_likelihoods(text, name="own.json"))
    assert error.where == f"own.json:{line}"
    assert "JSON" in error.message


@pytest.mark.parametrize("missing", KINDS)
def test_a_kind_that_is_missing_is_refused(missing: str) -> None:
    text = json.dumps({kind: model_of() for kind in KINDS if kind != missing})
    error = refused(lambda: parse_likelihoods(text, name="own.json"))
    assert error.where == "own.json"
    assert missing in error.message


@pytest.mark.parametrize("text", ["[]", "3", "null", json.dumps({**dict.fromkeys(KINDS, 0), "weather": 0})])
def test_a_file_of_anything_else_is_refused(text: str) -> None:
    assert refused(lambda: parse_likelihoods(text, name="own.json")).where == "own.json"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("model", [[], 1, {}, {"intercept": 0, "typical": USUAL}, model_of(bias=1)])
def test_what_is_no_model_is_refused_by_kind(kind: str, model: Any) -> None:
    assert refused(partial(parse, **{kind: model})).where == f"own.json: {kind}"


@pytest.mark.parametrize(
    "typical",
    [dict.fromkeys(OBSERVED[1:], 0), {**USUAL, "weather": 0}, {**USUAL, "words": "0"}, {**USUAL, "words": True}, [], None],
)
def test_typical_values_must_be_there_for_each_observation(typical: Any) -> None:
    assert refused(lambda: parse(order=model_of(typical=typical))).where == "own.json: order.typical"


@pytest.mark.parametrize("change", [{"intercept": "0"}, {"intercept": None}, {"intercept": True}, {"trees": {}}, {"trees": 1}])
def test_intercept_and_trees_must_be_a_number_and_a_list(change: dict[str, Any]) -> None:
    assert refused(lambda: parse(any=model_of(**change))).where == "own.json: any"


@pytest.mark.parametrize(
    ("tree", "inside"),
    [
        ("leaf", ""),
        (None, ""),
        (True, ""),
        ({}, ""),
        ([], ""),
        (["words", 1, 0], ""),
        (["words", 1, 0, 0, 0], ""),
        (["weather", 1, 0, 0], ""),  # an observation that nobody makes
        ([0, 1, 0, 0], ""),
        (["words", "1", 0, 0], ""),
        (["words", 1, "0", 0], "[2]"),
        (["words", 1, 0, ["weather", 1, 0, 0]], "[3]"),
        (["words", 1, ["words", 0, 0, ["words", 0, None, 1]], 0], "[2][3][2]"),
    ],
)
def test_a_wrong_tree_is_refused_where_it_stands(tree: Any, inside: str) -> None:
    error = refused(lambda: parse(any=model_of(trees=[0.5, tree])))
    assert error.where == f"own.json: any.trees[1]{inside}"
    assert "learn.py" in error.hint


# ------------------------------------------------------------------ a model


def chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def test_every_tree_adds_the_leaf_that_is_reached() -> None:
    model = parse(model_of(trees=[["words", 1.5, 0.25, ["negations", 0, -1, 1.5]], ["words", 4, 0, 2], 0.125]))["any"]
    for words, negations, odds in [(0, 5, 0.25), (1.5, 5, 0.25), (1.6, 0, -1), (1.6, 1, 1.5), (9, 1, 3.5), (9, 0, 1)]:
        seen = {**USUAL, "words": words, "negations": negations}
        assert isclose(model.probability(seen), chance(-2 + 0.125 + odds))


def test_a_model_without_trees_always_says_the_same() -> None:
    model = parse(model_of(intercept=0, trees=[]))["any"]
    assert model.probability(USUAL) == model.probability({**USUAL, "words": 7.0}) == 0.5
    assert model.weigh({**USUAL, "words": 7.0}) == []


@given(st.floats(-30, 30), st.floats(-30, 30), st.lists(st.floats(-2, 2), max_size=5), st.floats(-5, 5))
def test_a_higher_leaf_makes_it_no_less_likely(one: float, other: float, rest: list[float], words: float) -> None:
    low, high = sorted((one, other))
    seen = {**USUAL, "words": words}
    chances = [parse(model_of(trees=[["words", 0.5, leaf, leaf], *rest]))["any"].probability(seen) for leaf in (low, high)]
    assert 0 <= chances[0] <= chances[1] <= 1
    if high - low > 1e-3 and high < 5 and low > -5:
        assert chances[0] < chances[1]


def test_weighing_tells_how_far_the_odds_fall_with_the_typical_value() -> None:
    trees = [["words", 1, -0.5, 2.0], ["negations", 0, 0, 0.75], ["says", 0, 1.0, 0.25], ["asks", 0, 0, 3]]
    model = parse(model_of(trees=trees, typical={**USUAL, "asks": 1}))["any"]
    seen = {**USUAL, "words": 4, "negations": 1, "says": 1, "asks": 1}
    weighed = model.weigh(seen)
    assert [name for name, _ in weighed] == ["words", "negations", "says"]  # what is as always tells nothing, and what no tree asks for
    assert [round(worth, 9) for _, worth in weighed] == [2.5, 0.75, -0.75]
    for name, worth in weighed:
        fallen = model.probability({**seen, name: 0})
        odds = [x / (1 - x) for x in (model.probability(seen), fallen)]
        assert isclose(odds[0] / odds[1], exp(worth))


def test_an_observation_below_the_same_cut_as_usual_tells_nothing() -> None:
    model = parse(model_of(trees=[["words", 5, 0, 1]]))["any"]
    assert model.weigh({**USUAL, "words": 4}) == []
    assert model.weigh({**USUAL, "words": 6}) == [("words", 1.0)]


def test_an_observation_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse()["any"].probability({"words": 1.0})


# ------------------------------------------------------------------ the shipped models

any_observations = st.fixed_dictionaries(
    dict.fromkeys(
        sorted({name for names in KINDS.values() for name in names}), st.one_of(finite, st.floats(-5, 40), st.sampled_from([0.0, 1.0, 2.0]))
    )
)


def test_every_kind_is_shipped() -> None:
    models = load_likelihoods()
    assert models.keys() == set(KINDS)
    assert all(tuple(model.typical) == KINDS[kind] and model.trees for kind, model in models.items())
    assert all(isfinite(value) for model in models.values() for value in (model.intercept, *model.typical.values()))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_as_always_is_no_contradiction(kind: str) -> None:
    model = load_likelihoods()[kind]
    usual = dict(model.typical)
    assert model.probability(usual) < 0.5
    assert model.weigh(usual) == []


@settings(deadline=None)
@given(any_observations)
def test_whatever_is_observed_the_shipped_models_give_a_probability(seen: dict[str, float]) -> None:
    for model in load_likelihoods().values():
        assert 0 <= model.probability(seen) <= 1
        weighed = model.weigh(seen)
        assert len({name for name, _ in weighed}) == len(weighed)
        assert all(0 < abs(worth) < inf for _, worth in weighed)
        assert [abs(worth) for _, worth in weighed] == sorted((abs(worth) for _, worth in weighed), reverse=True)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1" + "0" * 400])
def test_numbers_that_no_computer_can_add_are_refused(text: str) -> None:
    models = "{" + ", ".join(f'"{kind}": {{"intercept": {text}, "typical": {{}}, "trees": []}}' for kind in KINDS) + "}"
    with pytest.raises(ConfigError, match=r"typical|intercept"):
        parse_likelihoods(models, name="own.json")


def test_a_file_that_is_nested_without_end_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"own\.json"):
        parse_likelihoods("[" * 100_000, name="own.json")


def test_what_is_sure_not_to_be_has_no_probability() -> None:
    model = Likelihood(-5000.0, dict.fromkeys(OBSERVED, 0.0), ())
    assert model.probability(dict.fromkeys(OBSERVED, 0.0)) == 0.0
