"""An editor at work on the page: reads, filters, decides, exports, prints, by the keyboard too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from report_by_hand import make_report

from factcheck.engine.check import check
from factcheck.model import Kind, Reason, Relation
from factcheck.report.html import render_html
from factcheck.report.view import Report

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[browser]'").expect

ROOT = Path(__file__).parents[2]
FINGERPRINTS = {"f-money": "v1:" + "a" * 64, "f-deaths": "v1:" + "b" * 64}


@pytest.fixture(scope="module")
def report() -> Report:
    made = make_report()
    return replace(made, findings=tuple(replace(f, fingerprint=FINGERPRINTS[f.id]) for f in made.findings))


@pytest.fixture(scope="module")
def page_text(report: Report) -> str:
    return render_html(report)


@pytest.fixture(scope="module")
def seeds() -> Report:
    return check([ROOT / "seeds"])


def expect_rows(page: Any, count: int) -> None:
    expect(page.locator("details.finding")).to_have_count(count)


def expect_told(page: Any, selector: str, words: str) -> None:
    expect(page.locator(selector)).to_contain_text(words)


def expect_not_told(page: Any, selector: str, words: str) -> None:
    expect(page.locator(selector)).not_to_contain_text(words)


def expect_focus(page: Any, selector: str, why: str = "") -> None:
    expect(page.locator(selector), why).to_be_focused()


def test_the_report_of_the_seeds_is_read_from_disk(desk: Any, seeds: Report) -> None:
    page = desk.open(render_html(seeds))
    assert seeds.findings
    expect_rows(page, len(seeds.findings))
    for summary in page.locator("details.finding > summary").all():
        summary.click()
    expect(page.locator("details.finding[open] .body")).to_have_count(len(seeds.findings))
    claims = {claim.id: claim for claim in seeds.claims}
    shown = page.locator("details.finding[open] .evidence mark").all_inner_texts()
    for finding in seeds.findings:
        for claim in finding.claim_ids():
            words = "".join(claims[claim].quote.split())
            assert any(words in "".join(text.split()) for text in shown), claims[claim].quote
    for view in desk.VIEWS[1:]:
        desk.visit(view)
        expect(page.locator("main h2").first).to_be_visible()
    desk.visit("articles")
    page.locator("main table a").first.click()
    expect(page.locator(".text .boilerplate").first).to_be_visible()
    expect(page.locator("#beside .card")).to_have_count(0)
    page.locator(".text a.claim").first.click()
    expect(page.locator("#beside .card").first).to_be_visible()
    desk.assert_quiet()


def test_two_sides_stand_beside_each_other_with_their_words(desk: Any, page_text: str) -> None:
    page = desk.open(page_text, "#finding=f-money")
    values = page.locator("details.finding[open] .value")
    expect(values).to_have_count(2)
    assert [value.locator("h4").inner_text().split()[-1] for value in values.all()] == ["约38.6亿元", "四十五億元"]
    one, two = (value.inner_text() for value in values.all())
    for told in ("澜州新闻网", "2031-03-06", "贺砚秋", "3,860,000,000 CNY", "2 家媒体，1 个来源", "desk/han.md:1"):
        assert told in one
    assert "海潮日報" in two
    assert "截至" in two
    mark = values.nth(0).locator("mark").first
    assert mark.inner_text().replace("\n", "") == "甲约38.6亿元"
    style = mark.evaluate("element => { const s = getComputedStyle(element); return [s.textDecorationLine, s.backgroundColor]; }")
    assert style[0] == "underline"
    assert style[1] != "rgba(0, 0, 0, 0)"
    left, right = (value.bounding_box() for value in values.all())
    assert left["x"] + left["width"] <= right["x"]
    assert "核对审计报告的口径与日期。" in page.locator(".advice").inner_text()
    page.get_by_text("为何放在一起比").click()
    expect(page.locator(".reasons table")).to_be_visible()
    expect_told(page, ".reasons table", "数值")
    expect(page.locator("svg[role=img] > title")).to_have_count(2)
    desk.assert_quiet()


def test_filters_narrow_the_list_and_stand_in_the_address(desk: Any, page_text: str) -> None:
    page = desk.open(page_text)
    expect_rows(page, 2)
    page.get_by_text("筛选", exact=True).click()
    page.select_option("[name=level]", "warning")
    expect_rows(page, 1)
    expect(page).to_have_url(re.compile("[#&]level=warning"))
    page.reload()
    expect_rows(page, 1)
    expect(page.locator("[name=level]")).to_have_value("warning")
    page.get_by_role("button", name="清除筛选").click()
    expect_rows(page, 2)
    page.select_option("[name=outlet]", "短讯.txt（未注明媒体）")
    expect_rows(page, 1)
    page.get_by_role("button", name="清除筛选").click()
    page.fill("[name=from]", "2031-03-10")
    expect_rows(page, 0)
    expect(page.get_by_text("没有符合筛选条件的发现。")).to_be_visible()
    page.fill("[name=from]", "2031-03-09")
    expect_rows(page, 2)
    page.fill("[name=entity]", "青屿港")
    page.select_option("[name=state]", "known")
    expect_rows(page, 1)
    expect_told(page, "#count", "列出 1 项")
    desk.assert_quiet()


def test_one_script_finds_the_other(desk: Any, page_text: str) -> None:
    page = desk.open(page_text)
    page.fill("[name=q]", "総投資四十五亿")
    expect_rows(page, 0)
    page.fill("[name=q]", "海潮日报 四十五亿")
    expect_rows(page, 1)
    page.fill("[name=q]", "總投資")
    expect_rows(page, 1)


def test_composing_in_the_search_is_left_alone(desk: Any, page_text: str) -> None:
    page = desk.open(page_text)
    page.locator("#search").focus()
    expect_rows(page, 2)
    session = desk.context.new_cdp_session(page)
    for typed in ("z", "zong", "zong tou zi"):
        session.send("Input.imeSetComposition", {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)})
        expect(page.locator("#search")).to_have_value(typed)
        assert page.locator("details.finding").count() == 2, "letters that are being composed are not searched for"
    session.send("Input.insertText", {"text": "总投资"})
    expect_rows(page, 1)
    expect(page.locator("#search")).to_have_value("总投资")
    expect_focus(page, "#search")
    desk.assert_quiet()


def test_a_link_that_is_followed_while_rows_open_is_not_lost(desk: Any, page_text: str) -> None:
    """The browser tells of opened rows later, and keeping the address in step with them must not write over a newer one."""
    page = desk.open(page_text)
    expect_rows(page, 2)
    page.evaluate("document.querySelector('details.finding').open = true; location.hash = '#view=outlets';")
    expect(page.locator("main h2")).to_have_text("媒体对照表")
    expect(page).to_have_url(re.compile("#view=outlets$"))
    desk.assert_quiet()


def test_decisions_by_the_keyboard_alone(desk: Any, page_text: str, tmp_path: Path) -> None:
    page = desk.open(page_text)
    keys = page.keyboard
    keys.press("j")
    keys.press("Enter")
    expect(page.locator("details.finding[open] .message")).to_have_text(re.compile("^总投资说法不一"))
    keys.press("1")
    expect_told(page, "#finding-0 > summary", "确是矛盾")
    keys.press("j")
    expect_focus(page, "#finding-1 > summary")
    keys.press("2")
    expect_focus(page, "#finding-1 textarea", "a dismissal asks for its reason")
    expect_told(page, "#finding-1 > summary", "缺理由")
    keys.type("两人死于塌方，j k 1 不是施工期间")
    keys.press("Tab")
    expect_not_told(page, "#finding-1 > summary", "缺理由")
    keys.press("k")
    expect_focus(page, "#finding-0 > summary")
    keys.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    keys.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    keys.press("/")
    expect_focus(page, "#search")
    for _ in range(40):
        keys.press("Tab")
        if page.evaluate("document.activeElement.name") == "reviewer":
            break
    expect_focus(page, "[name=reviewer]")
    keys.type("沈知微")
    keys.press("Tab")
    expect_focus(page, "[name=stage]")
    keys.press("ArrowDown")
    expect(page.locator("[name=stage]")).to_have_value("一审")
    keys.press("Tab")
    expect_focus(page, "#export")
    with page.expect_download() as download:
        keys.press("Enter")
    path = tmp_path / "out.jsonl"
    download.value.save_as(path)
    assert download.value.suggested_filename == "factcheck-decisions.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(d["fingerprint"], d["verdict"], d["note"], d["reviewer"], d["stage"]) for d in lines] == [
        (FINGERPRINTS["f-money"], "confirmed", "", "沈知微", "一审"),
        (FINGERPRINTS["f-deaths"], "dismissed", "两人死于塌方，j k 1 不是施工期间", "沈知微", "一审"),
    ]
    assert all(len(d["date"]) == 10 for d in lines)
    desk.assert_quiet()


def test_what_is_exported_is_what_review_reads(desk: Any, page_text: str, tmp_path: Path) -> None:
    from factcheck.review.decisions import parse_import

    page = desk.open(page_text)
    page.locator("details.finding > summary").first.click()
    page.get_by_role("radio", name="待核").check()
    page.locator(".note textarea").fill("问港务局\n再问审计署")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出裁定").click()
    path = tmp_path / "decisions.jsonl"
    download.value.save_as(path)
    (decision,) = parse_import(path.read_bytes(), "decisions.jsonl", {})
    assert (decision.fingerprint, decision.verdict.value, decision.note) == (
        FINGERPRINTS["f-money"],
        "needs-check",
        "问港务局\n再问审计署",
    )


def test_decisions_are_kept_and_read_from_a_file(make_desk: Callable[..., Any], page_text: str, tmp_path: Path) -> None:
    desk = make_desk()
    page = desk.open(page_text)
    page.locator("details.finding > summary").first.click()
    page.get_by_role("radio", name="已改正").check()
    expect_told(page, "#finding-0 > summary", "已改正")
    page.reload()
    expect_told(page, "#finding-0 > summary", "已改正")
    given = tmp_path / "given.jsonl"
    other = {"fingerprint": FINGERPRINTS["f-deaths"], "verdict": "confirmed", "note": "<b>核过</b>", "reviewer": "乙", "date": "2031-03-10"}
    given.write_text(f"{json.dumps(other)}\nnot json\n" + '{"fingerprint": 3, "verdict": "x"}\n', encoding="utf-8")
    page.set_input_files("#import", given)
    expect_told(page, "#status", "读入 1 项")
    expect_told(page, "#status", "2 行不是裁定")
    expect_told(page, "#finding-1 > summary", "确是矛盾")
    page.locator("#finding-1 > summary").click()
    expect(page.locator("#finding-1 textarea")).to_have_value("<b>核过</b>")
    page.locator("#finding-1").get_by_role("radio", name="未定").check()
    expect_told(page, "#progress", "已判 1／2")
    desk.assert_quiet()


def test_what_was_decided_before_is_shown_and_not_exported_again(desk: Any, report: Report, tmp_path: Path) -> None:
    from factcheck.review.decisions import Decision, Verdict

    before = Decision(FINGERPRINTS["f-deaths"], Verdict.CONFIRMED, "核过", "沈知微", "二审", date(2021, 3, 10))
    page = desk.open(render_html(replace(report, decisions={"f-deaths": before})))
    expect_told(page, "#finding-1 > summary", "确是矛盾")
    page.get_by_role("button", name="导出裁定").click()
    expect_told(page, "#status", "还没有可以导出的裁定")
    page.locator("#finding-1 > summary").click()
    expect_told(page, "#finding-1 .made", "沈知微 · 二审 · 2021-03-10")
    page.get_by_role("radio", name="已改正").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="导出裁定").click()
    path = tmp_path / "decisions.jsonl"
    download.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8"))["verdict"] == "corrected"
    page.get_by_role("radio", name="未定").check()
    expect_told(page, "#progress", "已判 0／2")
    page.reload()
    expect_told(page, "#progress", "已判 0／2")
    expect_not_told(page, "#finding-1 > summary", "确是矛盾")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出裁定").click()
    download.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8"))["verdict"] == "withdrawn", "what is on record is taken back there"


def test_a_dismissal_without_a_reason_is_not_exported(desk: Any, page_text: str) -> None:
    page = desk.open(page_text)
    page.locator("details.finding > summary").first.click()
    page.get_by_role("radio", name="不是矛盾").check()
    page.get_by_role("button", name="导出裁定").click()
    expect_told(page, "#status", "缺理由")


def test_language_and_theme_are_switched_and_remembered(desk: Any, page_text: str) -> None:
    page = desk.open(page_text, "#finding=f-money")
    root = page.locator("html")
    expect(root).to_have_attribute("lang", "zh-Hans")
    page.locator("#language").click()
    expect(root).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Fact consistency report")).to_be_visible()
    expect_told(page, "details.finding[open]", "2 outlets, 1 origin")
    expect_focus(page, "#language")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator("#theme").click()
    expect(root).to_have_attribute("data-theme", "light")
    page.locator("#theme").click()
    expect(root).to_have_attribute("data-theme", "dark")
    expect(root).not_to_have_css("background-color", light)
    page.reload()
    expect(root).to_have_attribute("lang", "en")
    expect(root).to_have_attribute("data-theme", "dark")
    desk.assert_quiet()


def test_paper_holds_everything_listed(desk: Any, page_text: str) -> None:
    page = desk.open(page_text)
    page.evaluate(
        "addEventListener('beforeprint', () => { window.opened = document.querySelectorAll('details.finding[open] .body').length; })"
    )
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.wait_for_function("window.opened === 2")
    expect(page.locator("details.finding[open]")).to_have_count(0)
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("details.finding[open]"), "what paper opened stays closed on the screen").to_have_count(0)
    expect(page.locator("#export")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#export")).to_be_hidden()
    desk.assert_quiet()


def test_an_article_shows_its_claims_where_they_stand(desk: Any, page_text: str) -> None:
    page = desk.open(page_text, "#view=articles&article=0")
    marked = page.locator(".text a.claim")
    expect(marked.first).to_have_text(re.compile("约38.6亿元$"))
    marked.first.focus()
    page.keyboard.press("Enter")
    expect_told(page, "#beside", "矛盾")
    expect_told(page, "#beside", "四十五億元")
    page.locator("#beside a", has_text="海潮日報").click()
    expect_told(page, "#article-title", "青嶼港擴建超支")
    page.go_back()
    expect_told(page, "#article-title", "青屿港扩建工程通过验收")
    desk.assert_quiet()


def test_the_page_of_a_file_stands_with_what_it_claims(desk: Any, report: Report) -> None:
    claim = next(claim for claim in report.claims if claim.id == "c01")
    articles = tuple(replace(a, pages=(0, 3, claim.span.start)) if a.id == claim.article else a for a in report.articles)
    page = desk.open(render_html(replace(report, articles=articles)), "#finding=f-money")
    expect(page.locator(".where", has_text="第 3 页")).to_have_count(1)
    page.locator(".where", has_text="第 3 页").locator("a").click()
    expect(page.locator("#beside .card .where").first).to_have_text(re.compile("第 3 页$"))
    page.locator("#language").click()
    expect(page.locator("#beside .card .where").first).to_have_text(re.compile("p. 3$"))


def test_updates_stand_in_the_order_of_time(desk: Any, report: Report) -> None:
    relations = (
        Relation("c01", "c03", Kind.UPDATES, Reason.UPDATE_OVER_TIME),
        Relation("c03", "c05", Kind.CONTRADICTS, Reason.VALUES_DISJOINT),
    )
    page = desk.open(render_html(replace(report, relations=relations)), "#view=histories")
    history = page.locator(".history")
    expect(history.locator("h3")).to_have_text("青屿港扩建工程 · 总投资")
    expect(history.locator(".edge-update")).to_have_count(1)
    told = history.locator("ol.moments li").all_inner_texts()
    assert [any(quote in line for line in told) for quote in ("约38.6亿元", "四十五億元")] == [True, True]
    assert history.locator("svg desc").text_content()
    history.locator("ol.moments a").first.click()
    expect(page.locator(".text .claim.chosen").first).to_be_visible()
    desk.assert_quiet()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_view_is_wider_than_the_screen(make_desk: Callable[..., Any], seeds: Report, width: int) -> None:
    desk = make_desk(viewport={"width": width, "height": 800})
    page = desk.open(render_html(seeds))
    for view in desk.VIEWS:
        desk.visit(view)
        desk.open_everything()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), view


def test_without_storage_it_works_and_says_so(desk: Any, page_text: str) -> None:
    desk.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });")
    page = desk.open(page_text)
    page.locator("details.finding > summary").first.click()
    page.get_by_role("radio", name="待核").check()
    expect_told(page, "#status", "请导出")
    with page.expect_download():
        page.get_by_role("button", name="导出裁定").click()
    desk.assert_quiet()


def test_no_script_can_be_added(desk: Any, page_text: str) -> None:
    page = desk.open(page_text)
    asked = """() => { window.ran = []; const say = (name) => window.ran.push(name);
      const script = document.createElement('script');
      try { script.text = 'window.ran.push("script")'; document.head.append(script); } catch { say('refused'); }
      try { document.body.innerHTML = '<img src=x>'; } catch { say('refused'); }
      return fetch('http://127.0.0.1:9/').then(() => say('fetched'), () => say('refused')).then(() => window.ran); }"""
    assert page.evaluate(asked) == ["refused"] * 3
