"""What is learned from examples is what scikit-learn learns, by author, and the same each time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

import learn
import numpy as np
from learn import FOLDS, Example, author_of, cross_validate, labels
from sklearn.ensemble import HistGradientBoostingClassifier

from factcheck.comparison.likelihood import KINDS, Likelihood, parse_likelihoods
from factcheck.comparison.observations import OBSERVED

DECIDES = OBSERVED.index("denied_words")
CORPORA = [f"{number}_toy" for number in (21, 31, 41, 51, 61, 71, 81, 101, 121, 161, 164, 167, 170)]


@pytest.fixture(autouse=True)
def _few_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each tree takes long where other work keeps the processors busy."""
    monkeypatch.setitem(learn.TREES, "max_iter", 40)


def toys(seed: int, count: int = 900, kind: str = "denial") -> list[Example]:
    """Examples in which one observation decides, but for one in twenty."""
    random = np.random.default_rng(seed)
    made = []
    for number in range(count):
        observed = random.integers(0, 24, len(OBSERVED)) / 4
        true = (observed[DECIDES] > 3) != (random.random() < 0.05)
        gold = ((f"c{number}", kind),) if true else ()
        made.append(Example(CORPORA[number % len(CORPORA)], tuple(map(float, observed)), gold))
    return made


def named(example: Example) -> dict[str, float]:
    return dict(zip(OBSERVED, example.observed, strict=True))


def chances(model: Likelihood, examples: Sequence[Example]) -> np.ndarray:
    return np.array([model.probability(named(e)) for e in examples])


@pytest.mark.parametrize(("kind", "gold"), [("any", "denial"), ("any", "ordering")])
def test_a_model_agrees_with_the_one_it_was_read_from(kind: str, gold: str) -> None:
    examples, others = toys(1, kind=gold), toys(2, 300)
    observed = np.array([e.observed for e in examples])
    truth = [bool(e.gold) for e in examples]
    models = [HistGradientBoostingClassifier(**learn.TREES, random_state=seed).fit(observed, truth) for seed in range(learn.SEEDS)]
    learned = learn.learn(examples, kind)
    for held in (examples, others):
        odds = np.mean([m.decision_function(np.array([e.observed for e in held])) for m in models], axis=0)
        theirs = 1 / (1 + np.exp(-odds))
        assert np.abs(chances(learned, held) - theirs).max() < 1e-2
        assert theirs.max() - theirs.min() > 0.5


def test_the_observation_that_decides_is_found() -> None:
    learned, others = learn.learn(toys(3), "any"), toys(4, 300)
    truth = np.array([e.observed[DECIDES] > 3 for e in others])
    assert ((chances(learned, others) > 0.5) == truth).mean() > 0.9
    weighed = [learned.weigh(named(e)) for e in others if abs(e.observed[DECIDES] - 3) > 2]
    telling = [w[0][0] for w in weighed if w[0][1] > 0 and abs(w[0][1]) > 1]
    assert len(telling) > 30
    assert telling.count("denied_words") > 0.9 * len(telling)


def test_learning_is_deterministic() -> None:
    assert learn.learn(toys(5), "any") == learn.learn(toys(5), "any")
    assert learn.learn(toys(5), "any") != learn.learn(toys(6), "any")


def test_typical_values_are_those_in_the_middle() -> None:
    rows = [(1.0, 2.0, 9.0)[n % 3] for n in range(90)]
    examples = [Example("21_toy", (value,) * len(OBSERVED), (("c", "denial"),) if n % 2 else ()) for n, value in enumerate(rows)]
    assert learn.learn(examples, "any").typical == dict.fromkeys(OBSERVED, 2.0)


def test_what_holds_a_contradiction_of_a_kind() -> None:
    examples = [
        Example("21_toy", (), ()),
        Example("21_toy", (), (("c1", "ordering"),)),
        Example("21_toy", (), (("c2", "denial"), ("c3", "number"))),
    ]
    assert labels(examples, "order").tolist() == [False, True, False]
    assert labels(examples, "denial").tolist() == [False, False, True]
    assert labels(examples, "figure").tolist() == [False, True, True]
    assert learn.GOLD.keys() == KINDS.keys()


def test_since_161_an_author_wrote_three_corpora_each() -> None:
    authors = [author_of(f"{number}_toy") for number in range(161, 209)]
    assert authors == [authors[0] + n // 3 for n in range(48)]
    earlier = {author_of(f"{number:02d}_toy") for number in range(2, 161)}
    assert not earlier & set(authors)


def test_what_an_author_wrote_is_told_by_the_number_of_the_corpus_alone() -> None:
    assert author_of("02_harbour") == author_of("02_orchard")
    numbers = [author_of(f"{number}_toy") for number in range(2, 161)]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > FOLDS


def test_no_author_is_judged_by_a_model_that_saw_another_of_his_corpora(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[int]] = []

    def learn_number(examples: Sequence[Example], kind: str) -> Likelihood:
        seen.append({author_of(e.corpus) for e in examples})
        return Likelihood(float(len(seen)), dict.fromkeys(OBSERVED, 0.0), ())

    monkeypatch.setattr(learn, "learn", learn_number)
    examples = toys(7, 65)
    found = cross_validate(examples, "any")
    models = [round(float(np.log(p / (1 - p)))) for p in found]  # which model judged
    assert all(author_of(e.corpus) not in seen[model - 1] for e, model in zip(examples, models, strict=True))
    assert all(seen)
    assert len(set(models)) > 1


def test_what_is_written_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learn, "TARGET", tmp_path / "likelihood.json")
    model = learn.learn(toys(8, 300), "any")
    models = {"any": model, "order": Likelihood(-1.5, dict.fromkeys(KINDS["order"], 0.0), (0.25, *model.trees[:3]))}
    others = {kind: names for kind, names in KINDS.items() if kind not in models}
    models |= {kind: Likelihood(0.5, dict.fromkeys(names, 1.0), ((0, 1.5, -0.25, 0.75),)) for kind, names in others.items()}
    learn.write(models)
    assert parse_likelihoods((tmp_path / "likelihood.json").read_text(encoding="utf-8"), name="likelihood.json") == models
    assert [p.name for p in tmp_path.iterdir()] == ["likelihood.json"]


def test_the_report_counts_right_and_wrong_above_a_probability() -> None:
    golds = [(("c1", "denial"),), (("c1", "denial"),), (("c2", "place"),), (), ()]
    examples = [Example("21_toy", (), gold) for gold in golds]
    lines = list(learn.report(examples, "denial", np.array([0.9, 0.1, 0.55, 0.65, 0.05])))
    assert "1 contradictions among the candidates" in lines[0]
    assert "from 0.5: 1 of these, 1 of other kinds, 1 wrong" in "\n".join(lines)
    assert "from 0.7: 1 of these, 0 of other kinds, 0 wrong" in "\n".join(lines)
