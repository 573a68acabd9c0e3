"""What the checker reaches on texts with a known answer, and the floors below which it must not fall.

    python tests/evaluation/measure.py                  all figures, and the ten worst cases of each group
    python tests/evaluation/measure.py --worst 30 dev    more of them, for one group
    python tests/evaluation/measure.py --held-out       one line of totals for the held-out corpora as well
    python tests/evaluation/measure.py --write-floors    pins what was reached (raises only; --lower allows to lower)

Groups: `dev`, `tuning`, `further`, `later`, `newest`, `latest`, `recent`, `fresh`, `reworded` (two newsrooms seldom use one word for one
thing), `reportage` (articles of up to 60 sentences) and `dense` (three times the conflicts, few of them figures) are corpora of this
project (tests/corpora, listed in groups.py), scored by score.py; `clusters` and `pairs` are public suites that are read in place, from
$FACTCHECK_SHARED or ../shared beside the checkout, by their own scorers, and left out where they are missing.
`held_out` is never measured unasked and has no floors and no cases: it stops being held out once somebody tunes on it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(p) for p in (ROOT, HERE) if str(p) not in sys.path]

import score as corpus_score  # noqa: E402
from floors import Figure, Measurement, read_floors, write_floors  # noqa: E402
from groups import (  # noqa: E402
    ADDED,
    DENSE,
    DEV,
    FRESH,
    FURTHER,
    HELD_OUT,
    LATER,
    LATEST,
    NEWEST,
    OPENED,
    RECENT,
    REPORTAGE,
    REWORDED,
    TUNING,
    UNSEALED,
)
from predictions import is_reported, predictions_of  # noqa: E402

from factcheck import Article, Report, check  # noqa: E402
from factcheck.rules import RuleSet, load_rules  # noqa: E402

CORPORA = ROOT / "tests" / "corpora"
# ------------------------------------------------------------------ the texts


def find_shared() -> Path:
    """The folder that holds the public suites; it need not exist."""
    return Path(os.environ.get("FACTCHECK_SHARED") or ROOT.parent / "shared")


@cache
def shipped_rules() -> RuleSet:
    """The rules of the package, loaded once a process."""
    return load_rules()


@cache
def check_folder(folder: Path) -> Report:
    """The report on a folder, made once a process."""
    return check([folder], shipped_rules())


def report_on(folder: Path) -> dict[str, Any]:
    """The report on a folder as JSON has it."""
    return check_folder(folder).to_dict()


def _load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ------------------------------------------------------------------ corpora


def measure_corpora(group: str, names: Sequence[str]) -> Measurement:
    """Corpora of tests/corpora against their gold, taken together."""
    gold = {name: corpus for name, corpus in corpus_score.load(str(CORPORA)).items() if name in names}
    missing = set(names) - set(gold)
    if missing:
        raise FileNotFoundError(f"no gold for {sorted(missing)} under {CORPORA}")
    predicted = [p for name in names for p in predictions_of(report_on(CORPORA / name))]
    result = corpus_score.score(predicted, gold)
    total = result["overall"]
    figures = {
        "precision": Figure(total["precision"]),
        "recall": Figure(total["recall"]),
        "f1": Figure(total["f1"]),
        "recall_high": Figure(total["recall_high"]),
        "agreements_recall": Figure(total["agree_recall"]),
        "arithmetic_found": Figure(total["arith_tp"], whole=True),
        "arithmetic_false": Figure(total["arith_fp"], at_most=True, whole=True),
        "trap_hits": Figure(total["trap_hits"], at_most=True, whole=True),
        "agreements_called_contradiction": Figure(total["agreements_called_contradiction"], at_most=True, whole=True),
        "contradictions_called_agreement": Figure(total["contradictions_called_agreement"], at_most=True, whole=True),
    }
    return Measurement(group, figures, [*_false_sums(predicted, gold), *_corpus_cases(result, gold)])


def _false_sums(predicted: Sequence[Mapping[str, Any]], gold: Mapping[str, Any]) -> Iterable[str]:
    """Arithmetic findings on no gold item."""
    for name, corpus in gold.items():
        texts = {file: entry["text"] for file, entry in corpus["files"].items()}
        for one in predicted:
            if one["label"] != "arithmetic" or one["a"]["file"] not in texts:
                continue
            stated, operand = ((s["file"], s["start"], s["end"]) for s in (one["a"], one["b"]))
            if not any(corpus_score.arith_ok([stated], [operand], item) for item in corpus["items"]["arithmetic"]):
                yield f"false   {name} arithmetic {_quote(texts, stated)} | {_quote(texts, operand)}"


def _corpus_cases(result: Mapping[str, Any], gold: Mapping[str, Any]) -> Iterable[str]:
    """False findings first (one line a finding), then what was missed."""
    texts = {file: entry["text"] for corpus in gold.values() for file, entry in corpus["files"].items()}
    false: list[str] = []
    missed: list[tuple[bool, str]] = []
    for name, row in result["corpora"].items():
        seen = set()
        for prediction in row["_fps"]:
            if prediction["finding"] not in seen:
                seen.add(prediction["finding"])
                a, b = (_quote(texts, (s["file"], s["start"], s["end"])) for s in (prediction["a"], prediction["b"]))
                false.append(f"false   {name} {prediction['rule']} [{prediction['reason']}] {a} | {b}")
        trapped = [f"trap    {name} {item['id']} [{item['kind']}] {item['reason']}" for item in row["_traps"]]
        false += trapped
        for item in row["_missed"]:
            a, b = _quote(texts, item["A"][0]), _quote(texts, item["B"][0])
            missed.append((item["severity"] != "high", f"missed  {name} {item['id']} [{item['kind']}/{item['severity']}] {a} | {b}"))
    return [*false, *(line for _, line in sorted(missed, key=lambda m: m[0]))]


def _quote(texts: Mapping[str, str], span: tuple[str, int, int]) -> str:
    file, start, end = span
    return f"{file.split('_')[0].removesuffix('.md')}「{texts[file][start:end]}」".replace("\n", " ")


# ------------------------------------------------------------------ clusters


def measure_clusters(folder: Path) -> Measurement:
    """The clusters of the public suite, by its own scorer, and the groups of unrelated articles (`NEG_`)."""
    scorer = _load_scorer(folder / "score.py")
    names = sorted(path.parent.name for path in folder.glob("*/gold.json"))
    with tempfile.TemporaryDirectory() as scratch:
        for name in names:
            (Path(scratch) / f"{name}.json").write_text(json.dumps(report_on(folder / name)), encoding="utf-8")
        result = scorer.score(folder, scratch)
    counts, negatives = result["all"], result["negatives"].values()

    def share(key: str) -> float:
        hits, of = counts[key]
        return hits / of if of else 0.0

    figures = {
        "contradictions_recall": Figure(share("contradict")),
        "updates_reported": Figure(share("update"), at_most=True),
        "other_scope_reported": Figure(share("different_scope"), at_most=True),
        "agreements_reported": Figure(share("agree"), at_most=True),
        "updates_recognised": Figure(share("updates")),
        "claims_covered": Figure(share("coverage")),
        "unrelated_articles_reported": Figure(sum(row["across articles"] for row in negatives), at_most=True, whole=True),
    }
    cases = [line for name in names for line in _cluster_cases(scorer, folder / name)]
    return Measurement("clusters", figures, sorted(cases, key=lambda line: ("false", "negative", "missed", "other").index(line.split()[0])))


def _cluster_cases(scorer: ModuleType, folder: Path) -> Iterable[str]:
    report, gold = report_on(folder), json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    _, _, findings = scorer.read_report(report)
    claims = {c["id"]: c for c in gold["claims"]}
    texts = {a["path"].rpartition("/")[2]: Path(a["path"]).read_text(encoding="utf-8") for a in report["articles"]}
    pairs = [(p, tuple(scorer.gold_span(claims[p[side]]) for side in "ab")) for p in gold["pairs"]]
    reported = {pair for finding in findings for pair in finding}
    conflicts = [spans for p, spans in pairs if p["label"] == "contradict"]
    for pair, spans in pairs:
        quotes = " | ".join(_quote(texts, span) for span in spans) + f" {pair['comment']}"
        hits = [q for q in reported if scorer.lies_on(q, spans)]
        if pair["label"] == "contradict" and pair["subtype"] != "low" and not hits:
            yield f"missed  {folder.name} [{pair['subtype']}] {quotes}"
        if pair["label"] in scorer.FALSE and any(not any(scorer.lies_on(q, c) for c in conflicts) for q in hits):
            yield f"false   {folder.name} [{pair['label']}] {quotes}"
    for finding in findings:
        sides = " | ".join(_quote(texts, span) for span in finding[0])
        if not gold["same_event"] and any(a[0] != b[0] for a, b in finding):
            yield f"negative {folder.name} {sides}"
        elif gold["read"] and not any(scorer.lies_on(q, spans) for q in finding for _, spans in pairs):
            yield f"other   {folder.name} {sides}"


# ------------------------------------------------------------------ pairs


def measure_pairs(folder: Path) -> Measurement:
    """Sentence pairs of the public suite, each side an article of its own published on the day that the pair's context tells."""
    scorer = _load_scorer(folder / "score.py")
    gold = scorer.load(folder / "public.jsonl")
    reported = {pair["id"]: _conflict_of(pair) for pair in gold}
    result = scorer.score(gold, [{"id": i, "label": "contradict" if c else "none"} for i, c in reported.items()])
    everything, hans, hant = result["all"], result["zh-Hans"], result["zh-Hant"]
    figures = {
        "precision": Figure(everything["precision"]),
        "recall": Figure(everything["recall"]),
        "f1": Figure(everything["f1"]),
        "recall_simplified": Figure(hans["recall"]),
        "recall_traditional": Figure(hant["recall"]),
        "f1_simplified": Figure(hans["f1"]),
        "f1_traditional": Figure(hant["f1"]),
        **{
            f"{label}_reported": Figure(everything[label]["false"] / max(1, everything[label]["pairs"]), at_most=True)
            for label in ("agree", "unknown", "unrelated")
        },
    }
    cases = [
        f"{'missed' if g['label'] == 'contradict' else 'false '}  {g['id']} [{g['label']}] {reported[g['id']]}{g['text_a']} | {g['text_b']}"
        for g in gold
        if (g["label"] == "contradict") != bool(reported[g["id"]])
    ]
    return Measurement("pairs", figures, sorted(cases))


def _conflict_of(pair: Mapping[str, Any]) -> str:
    """Rule and message of the first finding of level error or warning that spans both texts, "" where there is none."""
    context = pair.get("context") or {}
    sides = []
    for side in "ab":
        published = _read_date(context.get(f"date_{side}") or context.get("date") or "")
        sides.append(Article.from_text(pair[f"text_{side}"], id=side, source=f"outlet {side}", published=published))
    report = check(sides, shipped_rules())
    article = {claim.id: claim.article for claim in report.claims}
    for finding in report.findings:
        if is_reported(finding.level.value) and {article[c] for c in finding.claim_ids()} == {"a", "b"}:
            return f"<{finding.rule}: {' / '.join(g.label for g in finding.values)}> "
    return ""


def _read_date(written: str) -> datetime | None:
    """The moment a context tells: 2015-02-24 22:07:41, 2014-04-12, 2009年01月19."""
    parts = [int(digits) for digits in re.findall(r"\d+", written)]
    return datetime(*parts[:6]) if len(parts) >= 3 else None


# ------------------------------------------------------------------ all of it

GROUPS: dict[str, Callable[[], Measurement]] = {
    "dev": lambda: measure_corpora("dev", DEV),
    "tuning": lambda: measure_corpora("tuning", TUNING),
    "further": lambda: measure_corpora("further", FURTHER),
    "reworded": lambda: measure_corpora("reworded", REWORDED),
    "later": lambda: measure_corpora("later", LATER),
    "newest": lambda: measure_corpora("newest", NEWEST),
    "latest": lambda: measure_corpora("latest", LATEST),
    "recent": lambda: measure_corpora("recent", RECENT),
    "fresh": lambda: measure_corpora("fresh", FRESH),
    "opened": lambda: measure_corpora("opened", OPENED),
    "added": lambda: measure_corpora("added", ADDED),
    "unsealed": lambda: measure_corpora("unsealed", UNSEALED),
    "reportage": lambda: measure_corpora("reportage", REPORTAGE),
    "dense": lambda: measure_corpora("dense", DENSE),
    "clusters": lambda: measure_clusters(find_shared() / "suites" / "clusters"),
    "pairs": lambda: measure_pairs(find_shared() / "suites" / "pairs"),
}
"""The groups with floors."""


def why_missing(group: str) -> str:
    """Why a group cannot be measured here, "" when it can."""
    if group in {"clusters", "pairs"}:
        folder = find_shared() / "suites" / group
        return "" if (folder / "score.py").is_file() else f"no {folder}: set FACTCHECK_SHARED to the folder that holds suites/{group}"
    return ""


def measure(group: str) -> Measurement:
    """The measurement of one group of `GROUPS`."""
    return GROUPS[group]()


def describe(measurement: Measurement, floors: Mapping[str, float], worst: int) -> str:
    """Figures with their floors, and the worst cases: half false ones (or fewer, where there are none), then missed ones."""
    lines = [f"== {measurement.group}"]
    for name, figure in measurement.figures.items():
        floor = floors.get(name)
        bound = (
            ""
            if floor is None
            else f"{'at most' if figure.at_most else 'at least'} {floor:g}{'' if figure.holds(floor) else '   <-- BELOW THE FLOOR'}"
        )
        lines.append(f"  {name:34s}{figure!s:>8}   {bound}")
    return "\n".join([*lines, *(f"    {case}" for case in pick_worst(measurement.cases, worst))])


def pick_worst(cases: Sequence[str], count: int) -> list[str]:
    """At most `count` cases, false and missed ones in equal parts where there are enough of both, folders (the second word) in turn."""
    turns: Counter[tuple[str, str]] = Counter()
    ranked = []
    for case in cases:
        kind, folder = case.split()[:2]
        turns[kind, folder] += 1
        ranked.append((turns[kind, folder], case))
    in_turn = [case for _, case in sorted(ranked, key=lambda pair: pair[0])]
    missed = [c for c in in_turn if c.startswith("missed")]
    false = [c for c in in_turn if not c.startswith("missed")]
    room = max(count - len(missed), count // 2)
    return [*false[:room], *missed[: count - len(false[:room])]]


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(GROUPS)}; default: all")
    parser.add_argument("--worst", type=int, default=10, metavar="N", help="cases to print for each group (default 10)")
    parser.add_argument("--held-out", action="store_true", help="also print one line of totals for the held-out corpora")
    parser.add_argument("--write-floors", action="store_true", help="pin what this run reaches in floors.yml")
    parser.add_argument("--lower", action="store_true", help="with --write-floors: floors may be lowered")
    given = parser.parse_args()
    if unknown := set(given.groups) - set(GROUPS):
        parser.error(f"no group {sorted(unknown)[0]!r}; there are {', '.join(GROUPS)}")
    floors, measurements, below = read_floors(), [], False
    for group in given.groups or GROUPS:
        if reason := why_missing(group):
            print(f"== {group}\n  skipped: {reason}")
            continue
        measurement = measure(group)
        measurements.append(measurement)
        bounds = floors.get(group, {})
        below |= any(not figure.holds(bounds[name]) for name, figure in measurement.figures.items() if name in bounds)
        print(describe(measurement, bounds, given.worst))
    if given.held_out:
        figures = measure_corpora("held_out", HELD_OUT).figures
        print("== held_out  " + "  ".join(f"{name} {figure}" for name, figure in figures.items()))
    if given.write_floors:
        print(*write_floors(measurements, lower=given.lower), sep="\n")
        return 0
    return int(below)


if __name__ == "__main__":
    sys.exit(_main())
