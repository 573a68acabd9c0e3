"""The view: every id resolved into what a reader sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from factcheck.errors import ReadError
from factcheck.model import Family, Level, Relation, Stance, State, ValueGroup
from factcheck.report.coverage import describe_coverage
from factcheck.report.messages import load_messages
from factcheck.report.verdict import count_new
from factcheck.report.view import Report, build_view, view_claims


def test_a_fact_is_named_in_the_readers_words(report: Report) -> None:
    named = replace(report, attribute_names={"总投资": ("投资总额", "total investment")})
    assert [finding.fact for finding in build_view(named, "en").findings] == [
        "青屿港扩建工程 · total investment",
        "青屿港扩建工程 · 发生死亡事故",
    ]
    assert build_view(named).findings[0].fact == "青屿港扩建工程 · 投资总额"
    assert view_claims(named, "en")[0].attribute == "total investment"
    written = tuple(replace(c, subject_text="青屿港扩建工程项目", attribute_text="总投资额") for c in report.claims)
    assert build_view(replace(report, claims=written)).findings[0].fact == "青屿港扩建工程项目 · 总投资额"


def test_a_value_shows_its_outlets_and_origins(report: Report) -> None:
    money = build_view(report).findings[0]
    assert [value.label for value in money.values] == ["约38.6亿元", "四十五億元"]
    assert money.values[0].outlets == ("澜州新闻网", "短讯.txt（未注明媒体）")
    assert money.values[0].support == "2 家媒体，1 个来源"
    assert build_view(report, "en").findings[0].values[1].support == "1 outlet, 1 origin"


def test_origins_that_were_not_counted_are_not_told(report: Report) -> None:
    finding = replace(report.findings[1], values=(ValueGroup("甲", ("c01",)),))
    assert build_view(replace(report, findings=(finding,))).findings[0].values[0].support == "1 家媒体"


def test_evidence_is_the_sentence_around_the_exact_words(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    seen = 0
    for finding in build_view(report).findings:
        for value in finding.values:
            for item in value.evidence:
                seen += 1
                assert item.before + item.quote + item.after in texts[item.article]
                assert texts[item.article].split("\n")[item.line - 1].count(item.quote) == 1
    assert seen == 5


def test_what_is_known_of_the_source_is_shown(report: Report) -> None:
    item = build_view(report).findings[0].values[1].evidence[0]
    assert (item.outlet, item.date, item.where, item.speaker, item.as_of) == (
        "海潮日報",
        "2031-03-09",
        "desk/ming.txt:1",
        "审计报告",
        "2031",
    )
    assert (item.stance_name, item.value, item.headline) == ("断言", "4,500,000,000 CNY", False)


def test_an_article_without_a_path_is_named_by_its_id(report: Report) -> None:
    articles = tuple(replace(article, path="") for article in report.articles)
    view = build_view(replace(report, articles=articles))
    assert view.findings[0].values[1].evidence[0].where == "b-ming:1"
    assert view.findings[0].values[0].outlets[1] == "c-duan（未注明媒体）"


def test_conflicting_pairs_come_before_agreeing_ones(report: Report) -> None:
    money = build_view(report).findings[0]
    assert [pair.kind for pair in money.pairs] == ["矛盾", "矛盾", "一致"]
    assert money.pairs[0].gates[:2] == (("对象", "相同"), ("数值", "两个数值的范围没有交集"))


def test_the_verdict_counts_levels_and_states(report: Report) -> None:
    assert build_view(replace(report, errors=())).verdict == "2 项发现：严重 1、警告 1（其中 新 1、已知 1）"
    all_new = replace(report, errors=(), findings=tuple(replace(f, state=State.NEW) for f in report.findings))
    assert build_view(all_new, "en").verdict == "2 findings: 1 error, 1 warning"


def test_clean_is_said_only_of_what_was_compared(report: Report) -> None:
    assert build_view(replace(report, errors=(), findings=())).verdict == "未发现矛盾。"
    assert "不能说" in build_view(Report()).verdict
    assert "1 个文件未能读取" in build_view(replace(report, findings=())).verdict


def test_a_claim_that_is_not_in_the_report_is_passed_over(report: Report) -> None:
    finding = replace(report.findings[1], values=(ValueGroup("甲", ("c99", "c01")), ValueGroup("乙", ())))
    view = build_view(replace(report, findings=(finding,), relations=(*report.relations, Relation("c98", "c99", *_kind(report)))))
    assert [len(value.evidence) for value in view.findings[0].values] == [1, 0]


def _kind(report: Report) -> tuple[object, object]:
    return report.relations[1].kind, report.relations[1].reason


def test_claims_view_tells_the_scope(report: Report) -> None:
    claims = view_claims(report)
    assert [claim.evidence.claim for claim in claims] == ["c01", "c02", "c03", "c04", "c05"]
    assert claims[3].scope == (("事件", "塌方"),)


@pytest.mark.parametrize(("level", "count"), [("error", 1), ("warning", 1), ("info", 2), ("never", 0)])
def test_only_new_and_changed_findings_count(report: Report, level: str, count: int) -> None:
    known, new = report.findings
    info = replace(new, level=Level.INFO, state=State.CHANGED)
    expanded = replace(new, state=State.EXPANDED)
    assert count_new((known, new, info, expanded), level) == count


def test_an_outlet_is_counted_once(report: Report) -> None:
    finding = replace(report.findings[1], values=(ValueGroup("甲", ("c01", "c02"), 1),))
    assert build_view(replace(report, findings=(finding,))).findings[0].values[0].outlets == ("澜州新闻网",)


def test_coverage_says_what_is_there_and_no_more() -> None:
    messages = load_messages("en")
    assert describe_coverage({}, messages) == ()
    told = describe_coverage(
        {"claims": 1, "relations": {"agrees": 0}, "claims_uncompared": {"other_unit": 2, "new_one": 2}, "unread": []}, messages
    )
    assert told == ("1 claim", "Not compared: new_one 2, units that do not convert 2")
    assert describe_coverage({"unread": ["a.pdf", {"path": "b.doc", "why": "format"}]}, messages) == ("Not read: a.pdf, b.doc format",)
    assert describe_coverage({"articles": "many", "unread": "a.pdf", "relations": 3}, messages) == ()


def test_the_view_holds_errors_and_notes_as_lines(report: Report) -> None:
    view = build_view(replace(report, errors=(ReadError("it is binary", where="x.bin", hint="leave it out"),)))
    assert view.errors == ("x.bin：it is binary（leave it out）",)
    assert view.notes == ("desk/短讯.txt：没有日期",)


def test_findings_of_one_level_go_by_rule_and_place(report: Report) -> None:
    _, new = report.findings
    later = replace(new, id="a", values=(ValueGroup("乙", ("c03",)),))
    other = replace(new, id="0", rule="FC100", values=())
    ordered = replace(report, findings=(later, new, other)).ordered_findings()
    assert [finding.id for finding in ordered] == ["0", "f-money", "a"]


def test_the_day_is_that_of_the_articles_own_clock(report: Report) -> None:
    late = tuple(replace(a, published=datetime.fromisoformat("2031-03-06T23:59:00-05:00")) for a in report.articles)
    assert {row[2] for row in build_view(replace(report, articles=late)).articles} == {"2031-03-06"}


def test_a_value_that_is_denied_says_so_and_by_whom(report: Report) -> None:
    deaths = build_view(report).findings[1]
    assert [value.label for value in deaths.values] == ["发生死亡事故（贺砚秋：否认）", "造成死亡"]
    unnamed = tuple(replace(c, speaker="", stance=Stance.ASSERTS) for c in report.claims)
    assert build_view(replace(report, claims=unnamed), "en").findings[1].values[0].label == "发生死亡事故 (does not hold)"
    office = tuple(replace(c, family=Family.OFFICE) for c in unnamed)
    assert build_view(replace(report, claims=office)).findings[1].values[0].label == "发生死亡事故"


def test_a_note_is_told_once_with_its_articles(report: Report) -> None:
    noted = tuple(replace(article, notes=("published: missing", "a new kind of note")) for article in report.articles[:2])
    assert build_view(replace(report, articles=noted)).notes == (
        "desk/han.md、desk/ming.txt：日期未注明",
        "desk/han.md、desk/ming.txt：a new kind of note",
    )
