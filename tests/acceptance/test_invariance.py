"""The same facts give the same findings: run twice, in another order, in another process, in the other script, with wide digits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import measure
import pytest
from groups import DEV, TUNING
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from texts import articles, converter, plain_texts, widen

from factcheck import Article, check
from factcheck.articles import read_articles
from factcheck.language.shadow import shadow_text
from factcheck.report.json import render_json
from factcheck.report.view import Report
from factcheck.rules import load_rules

RULES = load_rules()
QUICK = settings(max_examples=30, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
"""No shrinking: an example is a whole check, and made of few words as it is."""
OPEN = [*DEV, *TUNING]
CONVERSIONS: dict[str, Callable[[str], str]] = {
    **{name: converter(name).convert for name in ("s2t", "tw2s", "s2tw", "s2hk")},
    "wide digits": widen,
}
PENDING: dict[tuple[str, str], str] = {}
"""What fails today: (corpus, conversion) -> why."""


def identity(report: Report) -> set[Any]:
    """What the findings say, without words, places and ids: rule, attribute, and for each value who gives which."""
    claims = {c.id: c for c in report.claims}

    def value(claim_id: str) -> tuple[str, str]:
        row = {k: v for k, v in claims[claim_id].value.as_dict().items() if k not in {"digits", "text", "counted", "per"}}
        return claims[claim_id].article, json.dumps(row, sort_keys=True, ensure_ascii=False)

    return {(f.rule, f.attribute, frozenset(frozenset(map(value, g.claims)) for g in f.values)) for f in report.findings}


def convert(article: Article, change: Callable[[str], str]) -> Article:
    """The article with its text changed; what stands in the front matter stays."""
    head, mark, body = article.text.partition("\n---\n")
    text = head + mark + change(body) if mark else change(article.text)
    title = change(article.title) if article.title else None
    return Article.from_text(text, id=article.id, source=article.source, published=article.published, title=title)


@cache
def findings_of(corpus: str, conversion: str = "") -> set[Any]:
    """What the findings on a corpus say, converted or as it stands."""
    change = CONVERSIONS.get(conversion, str)
    return identity(check([convert(a, change) for a in read_articles([measure.CORPORA / corpus]).articles], RULES))


@pytest.mark.parametrize("conversion", CONVERSIONS)
@pytest.mark.parametrize("corpus", OPEN)
def test_findings_do_not_depend_on_script_or_width(request: pytest.FixtureRequest, corpus: str, conversion: str) -> None:
    if reason := PENDING.get((corpus, conversion)):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError))
    before = findings_of(corpus)
    assert before
    assert findings_of(corpus, conversion) == before


@given(articles(plain_texts), st.sampled_from(["s2t", "s2tw", "s2hk", "wide digits"]))
@QUICK
def test_generated_news_says_the_same_in_any_script(given_articles: list[Article], conversion: str) -> None:
    changed = [convert(a, CONVERSIONS[conversion]) for a in given_articles]
    assert [shadow_text(a.text).text for a in changed] == [shadow_text(a.text).text for a in given_articles]
    assert identity(check(changed, RULES)) == identity(check(given_articles, RULES))


def test_the_same_input_gives_the_same_bytes() -> None:
    folder = measure.CORPORA / "03_typhoon"
    assert render_json(check([folder], RULES), incomparable=True) == render_json(check([folder], load_rules()), incomparable=True)


@given(articles(plain_texts, most=4))
@QUICK
def test_generated_news_gives_the_same_bytes_twice(given_articles: list[Article]) -> None:
    assert render_json(check(given_articles, RULES), incomparable=True) == render_json(check(given_articles, RULES), incomparable=True)


@pytest.mark.parametrize("corpus", ["24_shipwreck", "28_startup", "43_cabinet"])
def test_bytes_do_not_depend_on_the_process(corpus: str) -> None:
    """Processes with different hashing of strings; the last two have sentences that tell one state both ways."""
    outputs = []
    for seed in ("0", "1", "3"):
        command = [sys.executable, "-m", "factcheck", "check", str(measure.CORPORA / corpus), "--format", "json"]
        paths = os.pathsep.join([str(measure.ROOT), os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        run = subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False)
        assert run.returncode in {0, 1}, run.stderr.decode()
        outputs.append(run.stdout)
    assert len(set(outputs)) == 1
    assert json.loads(outputs[0])["claims"]


@pytest.mark.parametrize("corpus", OPEN)
def test_findings_do_not_depend_on_the_order_of_paths(corpus: str, check_folder: Callable[[Path], Report]) -> None:
    folder = measure.CORPORA / corpus
    files = sorted(folder.glob("*.md"))
    straight, turned = check_folder(folder), check(files[::-1], RULES)
    assert {f.fingerprint for f in turned.findings} == {f.fingerprint for f in straight.findings}
    assert identity(turned) == identity(straight)
    assert {c.id for c in turned.claims} == {c.id for c in straight.claims}


WITHOUT_UNIT = [Article.from_text("消防局出动0，列车出动12艘船，", id="a0"), Article.from_text("消防局出动0艘船，", id="a1")]


@given(articles(plain_texts, most=4))
@example(WITHOUT_UNIT)
@QUICK
def test_findings_on_generated_news_do_not_depend_on_order(given_articles: list[Article]) -> None:
    straight, turned = check(given_articles, RULES), check(given_articles[::-1], RULES)
    assert {f.fingerprint for f in turned.findings} == {f.fingerprint for f in straight.findings}
    assert {frozenset((r.a, r.b, r.kind.value)) for r in turned.relations} == {
        frozenset((r.a, r.b, r.kind.value)) for r in straight.relations
    }


def test_fingerprints_do_not_depend_on_place_or_wording() -> None:
    """Other ids, a paragraph put before, a figure in other numerals, the other script: the same finding."""
    first = "青桥市一家化工厂1日起火。青桥市消防局说，化工厂火灾造成12人死亡。"
    other = "青桥市一家化工厂1日起火。青桥市消防局说，化工厂火灾造成31人死亡。"

    def run(*texts: tuple[str, str]) -> set[str]:
        given_articles = [
            Article.from_text(t, id=f"{i}-{len(t)}", source=s, published="2025-03-01T20:00:00") for i, (s, t) in enumerate(texts)
        ]
        return {f.fingerprint for f in check(given_articles, RULES).findings}

    before = run(("甲报", first), ("乙报", other))
    after = run(("乙报", "当地天气晴。\n\n" + other.replace("31", "三十一")), ("甲报", converter("s2t").convert(first)))
    assert before
    assert after == before
