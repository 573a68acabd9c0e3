"""The public way in: `factcheck.check` on articles, paths and both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import Article, UsageError, check
from factcheck.errors import RuleError
from factcheck.model import Kind
from factcheck.report.json import read_schema
from factcheck.rules import load_rules

ONE = "青桥市一家化工厂1日起火。消防局说，化工厂火灾造成12人死亡。"
TWO = "青桥市一家化工厂1日起火。消防局说，化工厂火灾造成31人死亡。"


def article(text: str, name: str, source: str) -> Article:
    return Article.from_text(text, id=name, source=source, published="2025-03-01T20:00:00")


@pytest.fixture
def pair() -> list[Article]:
    return [article(ONE, "one", "甲报"), article(TWO, "two", "乙报")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source, text in (("one", "甲报", ONE), ("two", "乙报", TWO)):
        body = f"---\nid: {name}\nsource: {source}\npublished: 2025-03-01T20:00:00\n---\n{text}\n"
        (tmp_path / f"{name}.md").write_text(body, encoding="utf-8")
    return tmp_path


def values(report: object) -> list[set[str]]:
    return [{g.label for g in f.values} for f in report.findings]  # type: ignore[attr-defined]


def test_two_death_tolls_are_a_finding(pair: list[Article]) -> None:
    report = check(pair)
    assert [f.level.value for f in report.findings] in (["error"], ["warning"])
    (labels,) = values(report)
    assert any("12" in label for label in labels)
    assert any("31" in label for label in labels)


def test_articles_paths_and_both_give_the_same_findings(pair: list[Article], folder: Path) -> None:
    expected = {f.fingerprint for f in check(pair).findings}
    assert expected
    assert {f.fingerprint for f in check([folder]).findings} == expected
    assert {f.fingerprint for f in check(folder).findings} == expected
    assert {f.fingerprint for f in check(str(folder / "one.md")).findings} == set()
    assert {f.fingerprint for f in check([pair[0], folder / "two.md"]).findings} == expected
    assert {f.fingerprint for f in check(iter(pair)).findings} == expected


def test_one_article_alone_has_nothing_to_contradict(pair: list[Article]) -> None:
    report = check(pair[0])
    assert report.findings == ()
    assert report.claims
    assert len(report.articles) == 1


def test_no_article_is_an_empty_report() -> None:
    report = check([])
    assert (report.articles, report.claims, report.findings, report.errors) == ((), (), (), ())


def test_rules_none_are_the_shipped_ones(pair: list[Article]) -> None:
    assert check(pair, rules=None).findings == check(pair, load_rules()).findings


def test_a_rule_set_without_rules_finds_nothing_but_still_relates(pair: list[Article]) -> None:
    every = sorted(rule.id for rule in load_rules().rules)
    report = check(pair, load_rules(ignore=every))
    assert report.findings == ()
    assert any(r.kind is Kind.CONTRADICTS for r in report.relations)


def test_what_cannot_be_read_is_an_error_and_the_rest_is_compared(folder: Path) -> None:
    (folder / "bytes.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "empty.txt").write_bytes(b"")
    report = check([folder, folder / "missing.txt"])
    assert {Path(e.where.partition(":")[0]).name for e in report.errors} == {"bytes.txt", "empty.txt", "missing.txt"}
    assert all(e.message and "\n" not in e.message for e in report.errors)
    assert len(report.articles) == 2
    assert report.findings


def test_two_articles_of_one_id_are_refused(pair: list[Article]) -> None:
    with pytest.raises(UsageError, match="one"):
        check([pair[0], article(TWO, "one", "乙报")])


def test_a_broken_rule_is_told_with_its_place(pair: list[Article], tmp_path: Path) -> None:
    (tmp_path / "FC901.yml").write_text("id: FC901\nlevel: loud\n", encoding="utf-8")
    with pytest.raises(RuleError) as told:
        check(pair, rules=[tmp_path])
    assert told.value.problems
    assert all("FC901.yml" in problem for problem in told.value.problems)


def test_articles_given_are_not_changed(pair: list[Article]) -> None:
    before = [(a.text, a.segments, a.id) for a in pair]
    report = check(pair)
    assert [(a.text, a.segments, a.id) for a in pair] == before
    assert [a.text for a in report.articles] == [a.text for a in pair]


def test_the_report_is_what_its_schema_says(pair: list[Article]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    document = check(pair).to_dict()
    jsonschema.validate(document, read_schema())
    assert json.loads(json.dumps(document, ensure_ascii=False)) == document


def test_coverage_adds_up(pair: list[Article]) -> None:
    report = check(pair)
    coverage = report.coverage
    assert coverage["articles"] == 2
    assert coverage["claims"] == len(report.claims)
    assert coverage["figures_claimed"] <= coverage["figures"]
    assert coverage["claims_compared"] + sum(coverage["claims_uncompared"].values()) <= coverage["claims"]
    assert coverage["sentences_with_figures"] <= coverage["sentences"]


def test_frames_have_a_row_for_each_claim_and_relation(pair: list[Article]) -> None:
    report = check(pair)
    assert len(report.claims_frame()) == len(report.claims)
    assert len(report.relations_frame()) == len(report.relations)
    assert set(report.graph.nodes) == {c.id for c in report.claims}


def test_messages_are_written_in_the_language_asked_for(pair: list[Article]) -> None:
    (chinese,), (english,) = check(pair, lang="zh").findings, check(pair, lang="en").findings
    assert chinese.fingerprint == english.fingerprint
    assert chinese.message != english.message
