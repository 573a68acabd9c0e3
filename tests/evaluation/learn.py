"""Learns what the observations of two sentences are worth (factcheck/comparison/data/likelihood.json) from the corpora that are open.

    python tests/evaluation/learn.py                 how well it does on authors it has not seen (cross-validation), nothing is written
    python tests/evaluation/learn.py --write         learns from all of them and writes the file

Every pair of sentences that share words (`Observer.candidates`), for denials and orders also characters, is an example, every sentence
that tells what is admitted with every one of another article where one of the two negates, every pair of figures in sentences that share
words or with digits in another order, every pair of a yes and a no in sentences that share a word, every pair of persons or places that
only one of two articles names, and every pair of days; true where a contradiction of the gold lies between the two.
dev is left out, so that its figures are of texts that nothing was learned from; so are the held-out corpora and dense, which has three
times the conflicts. In cross-validation the corpora of one author are never on both sides. Needs scikit-learn (extra `test`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import inf
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import numpy as np
import score as corpus_score
from groups import DENSE, DEV, OPEN
from measure import CORPORA
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score

from factcheck.articles import read_articles
from factcheck.comparison.day_observations import DayObserver
from factcheck.comparison.likelihood import KINDS, Likelihood
from factcheck.comparison.observations import Observer
from factcheck.comparison.observers import Observers
from factcheck.comparison.slot_observations import SlotObserver
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.trees import Tree
from factcheck.engine.check import extract_articles, link_articles
from factcheck.lexicon import load_attributes
from factcheck.model import Claim
from factcheck.settings import Settings

TARGET = Path(__file__).resolve().parents[2] / "factcheck" / "comparison" / "data" / "likelihood.json"
GOLD = {"denial": "denial", "avowal": "denial", "order": "ordering", "any": "", "figure": "", "deed": "", "slot": "", "day": ""}
"""The kind that score.py knows for each of ours, empty for any."""
TREES = {
    "max_iter": 250,
    "max_leaf_nodes": 16,
    "learning_rate": 0.04,
    "l2_regularization": 5.0,
    "min_samples_leaf": 30,
    "max_features": 0.3,
}
"""Small trees of which each sees a third of the observations: of the settings tried in cross-validation the best, trees of 8 leaves .01
behind (average precision), stumps .05 behind for denials."""
SEEDS = 3
"""How many models of other random choices are averaged: one alone shifts two conflicts in a hundred with its seed."""
FOLDS = 8


class Example(NamedTuple):
    """A pair of sentences or of claims: what is observed of it, in the order of the model's observations, and the (id, kind) of the
    contradictions between them."""

    corpus: str
    observed: tuple[float, ...]
    gold: tuple[tuple[str, str], ...]


def read_examples(folder: Path) -> dict[str, list[Example]]:
    """The examples of a corpus by what they are pairs of, those that the gold calls debatable left out."""
    found = read_articles([str(folder)], ignore=()).articles
    _, extractions = extract_articles(found, load_attributes(()), Settings())
    linker = link_articles(found, extractions)
    observer = Observer({key: e.statements for key, e in extractions.items()}, linker.one_affair, linker.key, longest=inf)
    claims = [c for e in extractions.values() for c in e.claims]
    around = Surroundings.of(claims, linker, {key: e.wordings for key, e in extractions.items()})
    observers = Observers.of(observer, claims, around)
    figures, deeds = observers.figures, observers.deeds
    days = DayObserver(observer, claims)
    slots = SlotObserver(observer, [s for e in extractions.values() for s in e.slots], around)
    items = corpus_score.load(str(folder.parent))[folder.name]["items"]
    name = {a.id: PurePosixPath(a.path).name for a in found}

    def read(names: Sequence[str], pairs: Iterable[tuple[Claim, Claim, Mapping[str, float] | None]]) -> Iterator[Example]:
        for a, b, observed in pairs:
            one, other = ([(name[c.article], c.span.start, c.span.end)] for c in (a, b))
            gold = tuple((i["id"], i["kind"]) for i in items["contradictions"] if corpus_score.pair_score(one, other, i))
            if observed is not None and (gold or not any(corpus_score.pair_score(one, other, i) for i in items["neutral"])):
                yield Example(folder.name, tuple(float(observed[key]) for key in names), gold)

    near = {
        "denial": observer.wide_candidates,
        "avowal": observers.avowals.candidates,
        "order": observer.wide_candidates,
        "any": observer.candidates,
    }
    pairs = {
        **{kind: [(a.claim, b.claim, observers.observe(kind, a, b)) for a, b in candidates()] for kind, candidates in near.items()},
        "figure": ((a, b, figures.observe(a, b)) for a, b in figures.candidates()),
        "deed": ((a, b, deeds.observe(a, b)) for a, b in deeds.pairs()),
        "slot": ((a, b, slots.observe(a, b)) for a, b in slots.candidates()),
        "day": ((a, b, days.observe(a, b)) for a, b in days.candidates()),
    }
    return {kind: list(read(KINDS[kind], found)) for kind, found in pairs.items()}


def labels(examples: Sequence[Example], kind: str) -> np.ndarray:
    """Which examples hold a contradiction of a kind."""
    return np.array([any(_is_of(kind, k) for _, k in e.gold) for e in examples])


def _is_of(kind: str, gold: str) -> bool:
    return GOLD[kind] in {"", gold}


def learn(examples: Sequence[Example], kind: str) -> Likelihood:
    """The model of a kind. Deterministic."""
    observed = np.array([e.observed for e in examples])
    truth, trees = labels(examples, kind), list[Tree]()
    for seed in range(SEEDS):
        model = HistGradientBoostingClassifier(**TREES, random_state=seed).fit(observed, truth)
        trees += [_read_tree(predictor.nodes, 0) for (predictor,) in model._predictors]
    typical = dict(zip(KINDS[kind], map(_typical, observed.T), strict=True))
    return Likelihood(round(float(model._baseline_prediction[0][0]), 4), typical, tuple(trees))


def _read_tree(nodes: np.ndarray, at: int) -> Tree:
    """A tree with its share of the mean of all seeds' log odds at its leaves."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]) / SEEDS, 5)
    low, high = _read_tree(nodes, int(node["left"])), _read_tree(nodes, int(node["right"]))
    return int(node["feature_idx"]), round(float(node["num_threshold"]), 4), low, high


def _typical(values: np.ndarray) -> float:
    return round(float(np.median(values)), 4)


def author_of(corpus: str) -> int:
    """Authors wrote corpora of consecutive numbers: three each since 321, two since 301, three since 161, before that fewer than twenty
    (whose authors stay together)."""
    number = int(corpus.split("_")[0])
    if number >= 321:
        return 3000 + number // 3
    if number >= 301:
        return 2000 + (number - 1) // 2
    return 1000 + (number - 2) // 3 if number >= 161 else number // 20


def cross_validate(examples: Sequence[Example], kind: str) -> np.ndarray:
    """The probability of each example by a model that saw no corpus of its author."""
    authors = np.array([author_of(e.corpus) for e in examples])
    found = np.zeros(len(examples))
    for fold in range(FOLDS):
        held = np.isin(authors, sorted(set(authors))[fold::FOLDS])
        model = learn([e for e, out in zip(examples, held, strict=True) if not out], kind)
        for index in np.flatnonzero(held):
            found[index] = model.probability(dict(zip(KINDS[kind], examples[index].observed, strict=True)))
    return found


def report(examples: Sequence[Example], kind: str, chances: np.ndarray) -> Iterator[str]:
    """How many contradictions of the gold lie above a probability, and how many examples that hold none."""
    truth = labels(examples, kind)
    known = {(e.corpus, i) for e in examples for i, k in e.gold if _is_of(kind, k)}
    yield f"{kind}: average precision {average_precision_score(truth, chances):.3f}, {len(known)} contradictions among the candidates"
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        chosen = [e for e, p in zip(examples, chances, strict=True) if p >= least]
        right = {(e.corpus, i) for e in chosen for i, _ in e.gold}
        wrong = sum(not e.gold for e in chosen)
        yield f"    from {least}: {len(right & known)} of these, {len(right - known)} of other kinds, {wrong} wrong"


def write(models: Mapping[str, Likelihood]) -> None:
    """Writes the file beside, then renames it; a tree a line."""
    kinds = []
    for kind, model in models.items():
        typical = json.dumps(model.typical)
        trees = ",\n".join(json.dumps(_named(tree, KINDS[kind]), separators=(",", ":")) for tree in model.trees)
        kinds.append(f'"{kind}": {{"intercept": {model.intercept}, "typical": {typical},\n"trees": [\n{trees}]}}')
    beside = TARGET.with_suffix(".tmp")
    beside.write_text("{" + ",\n".join(kinds) + "}\n", encoding="utf-8")
    beside.replace(TARGET)


def _named(tree: Tree, names: Sequence[str]) -> object:
    return tree if isinstance(tree, float) else [names[tree[0]], tree[1], _named(tree[2], names), _named(tree[3], names)]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="learn from all open corpora and write the file")
    options: Any = parser.parse_args(arguments)
    corpora = [CORPORA / name for name in OPEN if name not in {*DEV, *DENSE}]
    with ProcessPoolExecutor() as pool:
        read = [*pool.map(read_examples, corpora)]
    examples = {kind: [e for r in read for e in r[kind]] for kind in KINDS}
    if options.write:
        write({kind: learn(examples[kind], kind) for kind in KINDS})
        return
    print(f"{len(corpora)} corpora, {', '.join(f'{len(found)} pairs for {kind}' for kind, found in examples.items())}")
    for kind in KINDS:
        print("\n".join(report(examples[kind], kind, cross_validate(examples[kind], kind))), flush=True)


if __name__ == "__main__":
    main()
