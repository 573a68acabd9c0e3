"""The examples of rules, run as tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from factcheck.model import Article
from factcheck.rules.rule import Example, Rule
from factcheck.rules.ruleset import RuleSet

__all__ = ["MINIMUM", "Trial", "make_articles", "run_trials"]

MINIMUM: Final = {True: 2, False: 3}
"""How many examples a shipped rule has at least: that fire, and that do not."""

_OUTLETS: Final = "甲乙丙丁戊己庚辛"
_DAY: Final = "2024-05-06 08:00"


@dataclass(frozen=True, slots=True)
class Trial:
    """An example that was run. `messages` is what was reported: the rules and what they said."""

    rule: Rule
    example: Example
    passed: bool
    messages: tuple[str, ...]


def make_articles(example: Example) -> list[Article]:
    """The articles of an example. Outlets that are not given are 甲报, 乙报, …; a publication time that is not given is 2024-05-06 08:00,
    the same for all, so that no value can be an update of another."""
    return [
        Article.from_text(
            article.text,
            id=f"example-{index + 1}",
            source=article.source or f"{_OUTLETS[index]}报",
            published=article.published or _DAY,
            title=article.title,
        )
        for index, article in enumerate(example.articles)
    ]


def run_trials(rules: Sequence[Rule], known: RuleSet, check: Callable[..., Any], lang: str = "zh") -> Iterator[Trial]:
    """Runs every example of `rules` through `check` (as `factcheck.check`), with the other rules of `known` in force.

    An example that must fire passes when a finding of its rule is among those of the run, one that must not when none is. Preview rules
    take part only in their own examples.
    """
    for rule in rules:
        others = tuple(other for other in known.rules if other.id == rule.id or not other.preview)
        if all(other.id != rule.id for other in others):
            others = (*others, rule)
        asked = replace(known, rules=others)
        for example in rule.examples:
            findings = check(make_articles(example), rules=asked, lang=lang).findings
            fired = any(finding.rule == rule.id for finding in findings)
            yield Trial(rule, example, fired is example.fires, tuple(f"{finding.rule}: {finding.message}" for finding in findings))
