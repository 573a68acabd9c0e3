"""Changing a key of a shipped rule in a file of one's own changes the report, from the file to the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from factcheck.cli.main import command

BRIDGE = (("晨报", "2031-03-06", "青屿大桥昨日通车，青屿大桥全长3.2公里，双向六车道。"), ("晚报", "2031-03-09", "青屿大桥全长2.6公里。"))
ABOUT = (BRIDGE[0], ("晚报", "2031-03-09", "青屿大桥全长约2.6公里。"))
TOLL = (
    ("晨报", "2031-03-06", "截至3月6日，沙岭县泥石流已造成12人遇难。"),
    ("晚报", "2031-03-09", "截至3月9日，沙岭县泥石流共造成260人遇难。"),
)
OPENING = (("晨报", "2031-03-06", "青麦铁路于2030年9月1日正式通车。"), ("晚报", "2031-03-06", "青麦铁路2030年9月4日通车。"))
FALL = (
    ("晨报", "2031-03-06", "截至3月6日，沙岭县泥石流已造成23人遇难。"),
    ("晚报", "2031-03-09", "截至3月9日，沙岭县泥石流共造成17人遇难。"),
)


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(articles: tuple[tuple[str, str, str], ...], rule: str, parts: dict[str, Any], *options: str) -> Result:
    Path("articles").mkdir(exist_ok=True)
    for number, (outlet, day, text) in enumerate(articles):
        Path("articles", f"{number}.md").write_text(f"---\nsource: {outlet}\npublished: {day} 08:00\n---\n{text}\n", encoding="utf-8")
    Path("desk").mkdir(exist_ok=True)
    overlay = {"id": rule, "extends": rule, **parts}
    Path("desk", f"{rule}-desk.yml").write_text(yaml.safe_dump(overlay, allow_unicode=True), encoding="utf-8")
    return CliRunner().invoke(command, ["check", "articles", "--rules", "desk", "--isolated", *(options or ("--format", "json"))])


@pytest.mark.parametrize(
    ("articles", "rule", "parts", "expected", "code"),
    [
        (BRIDGE, "FC121", {}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"level": "error"}, [("FC121", "error")], 1),
        (BRIDGE, "FC121", {"level": "info"}, [("FC121", "info")], 0),
        (BRIDGE, "FC121", {"compare": {"tolerance": {"relative": 0.18}}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"compare": {"tolerance": {"relative": 0.19}}}, [], 0),
        (BRIDGE, "FC121", {"compare": {"tolerance": {"absolute": 0.5}}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"compare": {"tolerance": {"absolute": 0.6}}}, [], 0),
        (BRIDGE, "FC121", {"compare": {"rounding": 2}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"compare": {"rounding": 3}}, [], 0),
        (ABOUT, "FC121", {"compare": {"hedges": {"about": 0.05}}}, [("FC121", "warning")], 1),
        (ABOUT, "FC121", {"compare": {"hedges": {"about": 0.25}}}, [], 0),
        (BRIDGE, "FC121", {"compare": {"direction": "falling"}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"compare": {"direction": "rising"}}, [], 0),
        (BRIDGE, "FC121", {"align": {"window_days": 3}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"align": {"window_days": 2}}, [], 0),
        (BRIDGE, "FC121", {"align": {"subject": "same"}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"align": {"period": "same"}}, [], 0),
        (BRIDGE, "FC121", {"align": {"event": "same"}}, [], 0),
        (BRIDGE, "FC121", {"align": {"min_origins": 2}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"align": {"min_origins": 3}}, [], 0),
        (BRIDGE, "FC121", {"align": {"min_outlets": 3}}, [], 0),
        (BRIDGE, "FC121", {"select": {"subjects": ["青嶼"]}}, [("FC121", "warning")], 1),
        (BRIDGE, "FC121", {"select": {"outlets": ["日报"]}}, [], 0),
        (TOLL, "FC101", {}, [], 0),
        (TOLL, "FC101", {"compare": {"update_limit": 10}}, [("FC101", "warning")], 1),
        (TOLL, "FC101", {"compare": {"update_limit": 30}}, [], 0),
        (OPENING, "FC201", {"compare": {"tolerance": {"days": 2}}}, [("FC201", "warning")], 1),
        (OPENING, "FC201", {"compare": {"tolerance": {"days": 3}}}, [], 0),
        (FALL, "FC161", {"level": "error"}, [("FC161", "error")], 1),
        (FALL, "FC161", {"preview": True}, [("FC101", "warning")], 1),
    ],
)
def test_a_key_changes_the_report(
    articles: tuple[tuple[str, str, str], ...], rule: str, parts: dict[str, Any], expected: list[tuple[str, str]], code: int
) -> None:
    result = run(articles, rule, parts)
    told = [(finding["rule"], finding["level"]) for finding in json.loads(result.stdout)["findings"]]
    assert (told, result.exit_code) == (expected, code)


def test_information_is_shown_where_its_rule_says() -> None:
    quiet = {"level": "info", "report": {"show": ["sheets"]}}
    printed = run(
        BRIDGE, "FC121", quiet, "--format", "markdown", "-o", "sarif:x.sarif", "-o", "json:x.json", "--by-article", "sheets"
    ).stdout
    assert "3.2" not in printed.partition("##")[0]
    assert "FC121" not in printed.replace("另有提示 1 项按规则不在此列出（FC121），JSON 里有", "")
    assert "另有提示 1 项按规则不在此列出（FC121），JSON 里有" in printed
    assert json.loads(Path("x.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert [finding["rule"] for finding in json.loads(Path("x.json").read_text(encoding="utf-8"))["findings"]] == ["FC121"]
    assert any("3.2公里" in sheet.read_text(encoding="utf-8") for sheet in Path("sheets").iterdir())
    shown = run(BRIDGE, "FC121", {"level": "info"}, "--format", "markdown").stdout
    assert "FC121" in shown
    assert "不在此列出" not in shown


def test_what_is_not_shown_keeps_its_number() -> None:
    both = (
        *BRIDGE[:1],
        ("晚报", "2031-03-09", "青屿大桥全长2.6公里。青屿大桥总投资18亿元。"),
        ("日报", "2031-03-09", "青屿大桥总投资24亿元。"),
    )
    quiet = {"level": "info", "report": {"show": ["pipeline"]}}
    printed = run(both, "FC111", quiet, "--format", "markdown").stdout
    assert "| 1 |" in printed
    assert "| 2 |" not in printed
    found = CliRunner().invoke(command, ["show", "2", "articles", "--rules", "desk", "--isolated"])
    assert "24亿元" in found.stdout
