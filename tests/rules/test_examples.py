"""The examples of the shipped rules are its tests: each fires, or is silent, as its rule file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.report.manual import render_manual
from factcheck.rules import Rule, load_rules
from factcheck.rules.trial import MINIMUM, Trial, make_articles, run_trials

PENDING = Path(__file__).parent / "examples_pending.txt"
EVERY = load_rules(previews=True)
RULES = sorted(EVERY.rules, key=lambda rule: rule.id)


def name_trials(trials: list[Trial]) -> dict[str, Trial]:
    """Trials by `rule verdict texts`, which do not change when a file is edited elsewhere."""
    return {f"{t.rule.id} {'fires' if t.example.fires else 'silent'} {_join_texts(t)}": t for t in trials}


def _join_texts(trial: Trial) -> str:
    return " / ".join(" ".join(article.text.split())[:60] for article in trial.example.articles)


@pytest.fixture(scope="module")
def trials() -> dict[str, Trial]:
    from factcheck.engine.check import check

    return name_trials(list(run_trials(RULES, EVERY, check)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_shipped_rule_has_enough_examples(rule: Rule) -> None:
    for fires, least in MINIMUM.items():
        assert len([example for example in rule.examples if example.fires is fires]) >= least
    assert rule.about is not None
    for lang in ("zh", "en"):
        page = render_manual(rule, lang)
        assert rule.name.text(lang) in page
        assert all(article.text.split()[0] in page for example in rule.examples for article in example.articles)


def test_examples_hold(trials: dict[str, Trial]) -> None:
    """Those in examples_pending.txt are known not to hold yet; no other may fail."""
    pending = {line for line in PENDING.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    assert pending <= set(trials), "examples_pending.txt names examples that are no more"
    failing = {name for name, trial in trials.items() if not trial.passed}
    assert failing <= pending
    assert len(trials) - len(failing) >= 0.7 * len(trials)


def test_example_articles_have_outlets_and_a_date() -> None:
    for rule in RULES:
        for example in rule.examples:
            articles = make_articles(example)
            assert all(article.source and article.published for article in articles)
            assert len({article.id for article in articles}) == len(articles)
