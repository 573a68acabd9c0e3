"""Learns what the observations of two sentences are worth (factcheck/comparison/data/likelihood.yml) from the corpora that are open.

    python tests/evaluation/learn.py                 how well it does on authors it has not seen (cross-validation), nothing is written
    python tests/evaluation/learn.py --write         learns from all of them and writes the file

Every pair of sentences that share words (`Observer.candidates`) is an example, true where a contradiction of the gold lies between the two.
dev is left out, so that its figures are of texts that nothing was learned from; so are the held-out corpora and dense, which has three
times the conflicts. In cross-validation
the corpora of one author are never on both sides. Needs scikit-learn (extra `test`).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import numpy as np
import score as corpus_score
from groups import DENSE, DEV, OPEN
from measure import CORPORA
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score

from factcheck.alignment.linking import link_entities
from factcheck.articles import read_articles
from factcheck.claims.statements import Statement
from factcheck.comparison.likelihood import KINDS, Likelihood, Steps
from factcheck.comparison.observations import OBSERVED, Observer
from factcheck.engine.check import extract_articles
from factcheck.lexicon import load_attributes
from factcheck.settings import Settings

TARGET = Path(__file__).resolve().parents[2] / "factcheck" / "comparison" / "data" / "likelihood.yml"
GOLD = {"denial": "denial", "order": "ordering", "person": "person", "place": "place"}
"""The kind that score.py knows for each of ours."""
STUMPS, RATE, SHRINK, LEAST = 250, 0.1, 3.0, 20
FOLDS = 8


class Example(NamedTuple):
    """A pair of sentences: what is observed of it, in the order of OBSERVED, and the (id, kind) of the contradictions between them."""

    corpus: str
    observed: tuple[float, ...]
    gold: tuple[tuple[str, str], ...]


def read_examples(folder: Path) -> list[Example]:
    """The examples of a corpus, those that the gold calls debatable left out."""
    found = read_articles([str(folder)], ignore=()).articles
    _, extractions = extract_articles(found, load_attributes(()), Settings())
    linker = link_entities({key: e.entities for key, e in extractions.items()}, {a.id: a.published for a in found})
    observer = Observer({key: e.statements for key, e in extractions.items()}, linker.one_affair, linker.key)
    items = corpus_score.load(str(folder.parent))[folder.name]["items"]
    name = {a.id: PurePosixPath(a.path).name for a in found}

    def side(statement: Statement) -> list[tuple[str, int, int]]:
        return [(name[statement.article], statement.span.start, statement.span.end)]

    examples = []
    for a, b in observer.candidates():
        one, other = side(a), side(b)
        gold = tuple((i["id"], i["kind"]) for i in items["contradictions"] if corpus_score.pair_score(one, other, i))
        if gold or not any(corpus_score.pair_score(one, other, i) for i in items["neutral"]):
            observed = observer.observe(a, b)
            examples.append(Example(folder.name, tuple(float(observed[key]) for key in OBSERVED), gold))
    return examples


def labels(examples: Sequence[Example], kind: str) -> np.ndarray:
    """Which examples hold a contradiction of a kind."""
    return np.array([any(kind == "any" or k == GOLD[kind] for _, k in e.gold) for e in examples])


def learn(examples: Sequence[Example], kind: str) -> Likelihood:
    """The model of a kind: boosted stumps, put together by observation and each set to 0 on average."""
    observed = np.array([e.observed for e in examples])
    model = HistGradientBoostingClassifier(
        max_iter=STUMPS, max_leaf_nodes=2, learning_rate=RATE, l2_regularization=SHRINK, min_samples_leaf=LEAST, random_state=0
    ).fit(observed, labels(examples, kind))
    stumps: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    intercept = float(model._baseline_prediction[0][0])
    for (tree,) in model._predictors:
        nodes = tree.nodes
        if len(nodes) == 1:
            intercept += float(nodes[0]["value"])
        else:
            stumps[int(nodes[0]["feature_idx"])].append((nodes[0]["num_threshold"], nodes[1]["value"], nodes[2]["value"]))
    steps = {}
    for column, found in sorted(stumps.items()):
        cuts = sorted({round(float(cut), 4) for cut, _, _ in found})
        at = [sum(low if below <= round(float(cut), 4) else high for cut, low, high in found) for below in [*cuts, float("inf")]]
        mean = float(np.mean([at[int(np.searchsorted(cuts, value, side="left"))] for value in observed[:, column]]))
        intercept += mean
        steps[OBSERVED[column]] = Steps(tuple(cuts), tuple(round(float(v) - mean, 3) for v in at))
    return Likelihood(round(intercept, 3), steps)


def author_of(corpus: str) -> int:
    """Authors wrote corpora of consecutive numbers; those since 161 three each."""
    number = int(corpus.split("_")[0])
    return 1000 + (number - 2) // 3 if number >= 161 else number // 6


def cross_validate(examples: Sequence[Example], kind: str) -> np.ndarray:
    """The probability of each example by a model that saw no corpus of its author."""
    authors = np.array([author_of(e.corpus) for e in examples])
    found = np.zeros(len(examples))
    for fold in range(FOLDS):
        held = np.isin(authors, sorted(set(authors))[fold::FOLDS])
        model = learn([e for e, out in zip(examples, held, strict=True) if not out], kind)
        for index in np.flatnonzero(held):
            found[index] = model.probability(dict(zip(OBSERVED, examples[index].observed, strict=True)))
    return found


def report(examples: Sequence[Example], kind: str, chances: np.ndarray) -> Iterator[str]:
    """How many contradictions of the gold lie above a probability, and how many examples that hold none."""
    truth = labels(examples, kind)
    known = {(e.corpus, i) for e in examples for i, k in e.gold if kind == "any" or k == GOLD[kind]}
    yield f"{kind}: average precision {average_precision_score(truth, chances):.3f}, {len(known)} contradictions among the candidates"
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        chosen = [e for e, p in zip(examples, chances, strict=True) if p >= least]
        right = {(e.corpus, i) for e in chosen for i, _ in e.gold}
        wrong = sum(not e.gold for e in chosen)
        yield f"    from {least}: {len(right & known)} of these, {len(right - known)} of other kinds, {wrong} wrong"


def write(models: Mapping[str, Likelihood], corpora: int, examples: int) -> None:
    """Writes the file beside, then renames it."""
    lines = [
        "# What each observation of two sentences adds to the log odds that they contradict each other (comparison/likelihood.py).",
        f"# Learned by tests/evaluation/learn.py from {corpora} corpora, {examples} pairs of sentences; not edited by hand.",
    ]
    for kind, model in models.items():
        lines += [f"{kind}:", f"  intercept: {model.intercept}", "  steps:"]
        for name, steps in model.steps.items():
            lines.append(f"    {name}:")
            lines.append(f"      cuts: [{', '.join(map(_decimal, steps.cuts))}]")
            lines.append(f"      weights: [{', '.join(map(_decimal, steps.weights))}]")
    beside = TARGET.with_suffix(".tmp")
    beside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    beside.replace(TARGET)


def _decimal(value: float) -> str:
    return np.format_float_positional(value, trim="-")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="learn from all open corpora and write the file")
    options: Any = parser.parse_args(arguments)
    corpora = [CORPORA / name for name in OPEN if name not in {*DEV, *DENSE}]
    with ProcessPoolExecutor() as pool:
        examples = [e for found in pool.map(read_examples, corpora) for e in found]
    if options.write:
        write({kind: learn(examples, kind) for kind in KINDS}, len(corpora), len(examples))
        return
    print(f"{len(corpora)} corpora, {len(examples)} pairs of sentences")
    for kind in KINDS:
        print("\n".join(report(examples, kind, cross_validate(examples, kind))), flush=True)


if __name__ == "__main__":
    main()
