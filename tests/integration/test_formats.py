"""What pipelines read: SARIF and JUnit against their public schemas, GitHub and GitLab."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk import Desk, write_article
from jsonschema import Draft4Validator
from lxml import etree

from factcheck.errors import ReadError
from factcheck.model import Article, Level, State
from factcheck.report import github
from factcheck.report.github import ANNOTATIONS, render_annotations, render_summary
from factcheck.report.gitlab import render_gitlab
from factcheck.report.junit import render_junit
from factcheck.report.places import Places
from factcheck.report.sarif import render_sarif
from factcheck.report.view import Report

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
DEAD = "𠮷澜州市东湾化工厂3月6日上午发生爆炸，截至当天15时，爆炸造成{}人死亡。"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Three articles, one of them in JSON Lines, with one contradiction. Columns before the figures hold a character outside the BMP."""
    from factcheck import check

    folder = tmp_path_factory.mktemp("文 稿")
    write_article(folder / "a b.md", "澜州[新闻]网", DEAD.format(3))
    write_article(folder / "海潮.md", "海潮日报", DEAD.format(5))
    record = {"text": DEAD.format(5), "source": "浔阳晚报", "published": "2031-03-06T18:00:00+08:00", "title": "爆炸"}
    (folder / "c.jsonl").write_text("\n" + json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    made = check([str(folder)])
    assert [f.level for f in made.findings if f.level is not Level.INFO] != []
    return made


def main_finding(report: Report) -> Report:
    """The report with its first contradiction only."""
    return replace(report, findings=tuple(f for f in report.ordered_findings() if f.level is not Level.INFO)[:1])


def test_sarif_is_valid_and_points_at_the_words(report: Report) -> None:
    log = json.loads(render_sarif(report))
    assert list(SARIF.iter_errors(log)) == []
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        places = [*result["locations"], *result["relatedLocations"]]
        exact = [p["physicalLocation"] for p in places if "startColumn" in p["physicalLocation"]["region"]]
        assert exact
        for place in exact:
            assert cut(place, report) == place["region"]["snippet"]["text"]


def cut(place: dict[str, Any], report: Report) -> str:
    """What stands at a SARIF location, by line and column of the file as it is."""
    from urllib.parse import unquote

    region = place["region"]
    path = unquote(place["artifactLocation"]["uri"].removeprefix("file://"))
    text = Path(path).read_text(encoding="utf-8")
    assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    lines = re.split("(?<=\n)", text)
    start = sum(map(len, lines[: region["startLine"] - 1])) + region["startColumn"] - 1
    end = sum(map(len, lines[: region["endLine"] - 1])) + region["endColumn"] - 1
    return text[start:end]


def test_sarif_message_links_to_the_related_locations(report: Report) -> None:
    (result,) = json.loads(render_sarif(main_finding(report)))["runs"][0]["results"]
    message = result["message"]["text"]
    linked = {int(number) for number in re.findall(r"(?<!\\)\]\((\d+)\)", message)}
    assert linked == {place["id"] for place in result["relatedLocations"]} == {1, 2}
    assert "澜州\\[新闻\\]网" in message, "brackets of a name are no link"


def test_sarif_marks_the_article_in_focus(report: Report) -> None:
    for article in report.articles:
        focused = replace(main_finding(report), focus=(article.id,))
        (result,) = json.loads(render_sarif(focused))["runs"][0]["results"]
        assert (
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            == Places(report).locate(article, report.claims[0].span).uri
        )


def test_sarif_fingerprints_do_not_move_with_the_file(report: Report) -> None:
    (result,) = json.loads(render_sarif(main_finding(report)))["runs"][0]["results"]
    digest = main_finding(report).findings[0].fingerprint.split(":")[1]
    assert result["partialFingerprints"] == {"primaryLocationLineHash": f"{digest[:32]}:1", "factcheck/v2": digest}


@pytest.mark.parametrize(
    ("state", "told"), [(State.NEW, "new"), (State.CHANGED, "updated"), (State.KNOWN, "unchanged"), (State.DISMISSED, "unchanged")]
)
def test_sarif_tells_the_state(report: Report, state: State, told: str) -> None:
    one = main_finding(report)
    log = json.loads(render_sarif(replace(one, findings=(replace(one.findings[0], state=state),))))
    assert list(SARIF.iter_errors(log)) == []
    (result,) = log["runs"][0]["results"]
    assert result["baselineState"] == told
    assert ("suppressions" in result) == (state is State.DISMISSED)


def test_a_wrapped_article_is_marked_at_its_record(report: Report) -> None:
    (article,) = [article for article in report.articles if article.extracted]
    place = Places(report).locate(article, report.claims[0].span)
    assert (place.line, place.exact) == (2, False)


def parse_junit(text: str) -> Any:
    root = etree.fromstring(text.encode())
    assert JUNIT.validate(root), JUNIT.error_log
    suite = root[0]
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.get(name)) == len(suite.findall(f".//{tag}")), name
    return suite


def test_junit_is_valid_and_fails_for_what_is_new(report: Report) -> None:
    one = main_finding(report)
    assert len(parse_junit(render_junit(one)).findall(".//failure")) == 1
    known = replace(one, findings=(replace(one.findings[0], state=State.KNOWN),))
    suite = parse_junit(render_junit(known))
    assert (len(suite.findall(".//failure")), len(suite.findall(".//skipped"))) == (0, 1)


def test_junit_of_nothing_is_an_error_and_of_no_finding_is_not_empty(report: Report) -> None:
    assert len(parse_junit(render_junit(Report())).findall(".//error")) == 1
    assert len(parse_junit(render_junit(replace(report, findings=()))).findall("testcase")) == 1
    unread = replace(report, errors=(ReadError("the file is <empty>", where='a"b.md'),))
    assert parse_junit(render_junit(unread)).find(".//error").get("message") == 'a"b.md: the file is <empty>'


def test_hostile_words_break_nothing(report: Report) -> None:
    hostile = "]]>&<x a='\"'>\x00\x0b\x1b[31m\ud800\ufffe\u202e\n::error::x%0A|`[a](b)"
    one = main_finding(report)
    finding = replace(one.findings[0], message=hostile, advice=hostile, translations=(), subject=hostile)
    articles = tuple(replace(article, source=hostile, title=hostile) for article in one.articles)
    claims = tuple(replace(claim, outlet=hostile) for claim in one.claims)
    bad = replace(one, findings=(finding,), articles=articles, claims=claims, errors=(ReadError(hostile, where=hostile),))
    assert list(SARIF.iter_errors(json.loads(render_sarif(bad)))) == []
    parse_junit(render_junit(bad))
    json.loads(render_gitlab(bad))
    lines = render_annotations(bad).splitlines()
    assert [line.split(" ")[0] for line in lines if line.startswith("::")] == ["::error", "::error"]
    assert "\x1b" not in render_annotations(bad) + render_summary(bad)
    assert "<x" not in render_summary(bad)


def many(report: Report, count: int) -> Report:
    (finding,) = main_finding(report).findings
    levels = [Level.INFO, Level.WARNING, Level.ERROR]
    return replace(report, findings=tuple(replace(finding, id=f"F{n:04}", level=levels[n % 3]) for n in range(count)))


def test_github_shows_ten_by_level_and_tells_the_rest(report: Report) -> None:
    lines = render_annotations(many(report, 36), "en").splitlines()
    shown = [line for line in lines if line.startswith("::")]
    assert len(shown) == ANNOTATIONS
    assert all(line.startswith("::error ") for line in shown)
    assert "26 more" in lines[-2]
    shown = [line.partition(" ")[0] for line in render_annotations(many(report, 9), "en").splitlines() if line.startswith("::")]
    assert shown == ["::error"] * 3 + ["::warning"] * 3 + ["::notice"] * 3


def test_github_does_not_annotate_what_is_known(report: Report) -> None:
    one = main_finding(report)
    known = replace(one, findings=(replace(one.findings[0], state=State.KNOWN),))
    assert not render_annotations(known).startswith("::")


def test_a_job_summary_stays_within_its_size(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = render_summary(many(report, 300), "en")
    assert whole.count("| FC") == 300
    monkeypatch.setattr(github, "SUMMARY_BYTES", 20_000)
    large = render_summary(many(report, 300), "en")
    assert len(large.encode()) <= 20_000 + 200
    shown = large.count("| FC")
    assert 0 < shown < 300
    assert f"{300 - shown} more are not listed" in large


def test_gitlab_lists_every_finding_once_but_those_dismissed(report: Report) -> None:
    issues = json.loads(render_gitlab(many(report, 9)))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 9
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
    one = main_finding(report)
    assert json.loads(render_gitlab(replace(one, findings=(replace(one.findings[0], state=State.DISMISSED),)))) == []


def test_articles_that_are_no_files(report: Report) -> None:
    from factcheck import check

    loose = check([Article.from_text(DEAD.format(n), id=f"n-{n}", source=f"{n}报", published="2031-03-06T18:00:00+08:00") for n in (3, 5)])
    assert loose.findings
    assert list(SARIF.iter_errors(json.loads(render_sarif(loose)))) == []
    assert json.loads(render_gitlab(loose)) == []
    parse_junit(render_junit(loose))


def test_the_command_writes_them(desk: Desk) -> None:
    for outlet, number in (("澜州新闻网", 3), ("海潮日报", 5)):
        write_article(desk.root / "articles" / f"{outlet}.md", outlet, DEAD.format(number))
    outputs = ["-o", "sarif:out/a.sarif", "-o", "junit:out/a.xml", "-o", "gitlab:out/a.json", "-o", "github-summary:out/a.md"]
    done = desk.run("check", "articles", "--format", "github", *outputs)
    assert done.exit_code == 1
    assert done.stdout.startswith("::error file=articles/")
    log = json.loads((desk.root / "out/a.sarif").read_text(encoding="utf-8"))
    assert list(SARIF.iter_errors(log)) == []
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri["uriBaseId"] == "%SRCROOT%"
    assert uri["uri"].isascii()
    parse_junit((desk.root / "out/a.xml").read_text(encoding="utf-8"))
    assert json.loads((desk.root / "out/a.json").read_text(encoding="utf-8"))[0]["location"]["path"].startswith("articles/")
