"""Every claim quotes the article's own words, of real files and of any text at all; a check never raises."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from texts import any_texts, articles, noisy_texts

from factcheck import check
from factcheck.articles import read_articles
from factcheck.report.json import dump_json
from factcheck.report.view import Report
from factcheck.rules import load_rules

ROOT = Path(__file__).parent.parent.parent
RULES = load_rules()
MANY = settings(max_examples=80, deadline=None, derandomize=True)


def assert_spans_hold(report: Report) -> None:
    """What every report owes its reader about places in texts."""
    text = {a.id: a.text for a in report.articles}
    for claim in report.claims:
        where = text[claim.article]
        assert claim.quote == where[claim.span.start : claim.span.end]
        assert claim.quote
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
    ids = [c.id for c in report.claims]
    assert len(ids) == len(set(ids))
    known = set(ids)
    assert all({r.a, r.b} <= known and r.a != r.b for r in report.relations)
    assert all(set(f.claim_ids()) <= known for f in report.findings)


def _folders() -> list[Path]:
    import measure

    shared = measure.find_shared()
    roots = (measure.CORPORA, shared / "dev", shared / "suites" / "clusters")
    return [ROOT / "seeds", shared / "seeds", *(d for root in roots for d in sorted(root.glob("*/")) if d.is_dir())]


@pytest.mark.parametrize("folder", _folders(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_claim_of_every_file_quotes_it(folder: Path, check_folder: Callable[[Path], Report]) -> None:
    if not folder.is_dir():
        pytest.skip(f"no {folder}")
    report = check_folder(folder)
    assert_spans_hold(report)
    assert {c.article for c in report.claims} == {a.id for a in report.articles}
    on_disk = {a.id: Path(a.path).read_bytes().decode("utf-8-sig") for a in report.articles if not a.extracted}
    assert all(on_disk[c.article][c.span.start : c.span.end] == c.quote for c in report.claims if c.article in on_disk)
    assert on_disk


@given(articles(noisy_texts))
@MANY
def test_every_claim_of_generated_news_quotes_it(given_articles: list) -> None:
    report = check(given_articles, RULES)
    assert [a.text for a in report.articles] == [a.text for a in given_articles]
    assert_spans_hold(report)


@given(articles(any_texts, most=2))
@MANY
def test_a_check_takes_any_text(given_articles: list) -> None:
    report = check(given_articles, RULES)
    assert_spans_hold(report)
    json.loads(dump_json(report.to_dict(incomparable=True)).encode("utf-8"))


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_offsets_count_line_ends_and_no_byte_order_mark(tmp_path: Path, line_end: str, mark: str) -> None:
    lines = [
        "---",
        "source: 甲报",
        "published: 2025-03-01",
        "---",
        "青桥市一家工厂起火，造成12人死亡。",
        "",
        "消防局出动了36辆消防车。",
        "",
    ]
    (tmp_path / "a.md").write_bytes((mark + line_end.join(lines)).encode())
    report = check([tmp_path], RULES)
    assert_spans_hold(report)
    text = line_end.join(lines)
    assert report.articles[0].text == text
    deaths = next(c for c in report.claims if "12" in c.quote)
    assert deaths.span.start <= text.index("12") < deaths.span.end


def test_spans_of_files_in_other_encodings_count_characters(tmp_path: Path) -> None:
    text = "這家工廠的大火造成12人死亡，另有36人受傷送醫，消防局出動了二十輛消防車前往現場。\n" * 3
    for name, encoding in (("a.txt", "utf-16"), ("b.txt", "big5"), ("c.txt", "gb18030"), ("d.txt", "utf-8")):
        (tmp_path / name).write_bytes(text.encode(encoding))
    report = check([tmp_path], RULES)
    assert {a.text for a in read_articles([tmp_path]).articles} == {text}
    assert_spans_hold(report)
    spans = {a.id: {(c.span, c.quote) for c in report.claims if c.article == a.id} for a in report.articles}
    assert len({frozenset(s) for s in spans.values()}) == 1
