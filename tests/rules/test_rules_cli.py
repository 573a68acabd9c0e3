"""`factcheck rules`, and the tutorial of rules/README.md done by the letter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli.main import command
from factcheck.rules.checking import rule_schema

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```\w+ file=(\S+)\n(.*?)```", re.DOTALL)


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args))


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def tutorial(tmp_path: Path) -> Path:
    for name, text in BLOCK.findall(README):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_list_names_every_rule_in_both_languages() -> None:
    chinese, english = run("rules", "list"), run("rules", "list", "--lang", "en")
    assert chinese.exit_code == english.exit_code == 0
    assert "FC101  warning  core       数目不一致" in chinese.output
    assert "FC101  warning  core       Counts differ" in english.output
    assert "FC602  info     military   Each side counts its own results (off by default)" in english.output
    ids = [line[:5] for line in chinese.output.splitlines()]
    assert ids == sorted(ids)


def test_show_is_a_manual_page() -> None:
    page = run("rules", "show", "fc632", "--lang", "en").output
    assert "# FC632 Magnitudes differ" in page
    assert "- Only where the gap is more than 0.2 units\n    compare.tolerance.absolute: 0.2" in page
    assert "去年11月，柳河县发生6.1级地震。" in page
    assert "级别：警告" in run("rules", "show", "FC632").output
    assert "- 只看这些指标：震级\n    select.attributes: disaster.magnitude" in run("rules", "show", "FC632").output
    assert "company.*（" in run("rules", "show", "FC621").output
    assert "compare.update_limit" in run("rules", "show", "--keys", "--lang", "en").output


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("rules", "show", "FC100"), 'there is no rule "FC100"; did you mean "FC101"?'),
        (("rules", "show"), "which rule?"),
        (("rules", "lint", "nowhere"), "nowhere: there is no such folder"),
        (("rules", "new", "FC101", "x"), "FC101 is a shipped rule"),
        (("rules", "new", "F1", "x"), "is not the id of a rule"),
        (("rules", "new", "FC901", "../x"), "cannot be part of a file name"),
        (("rules", "list", "--lang", "fr"), "'fr' is not one of"),
        (("rules", "coverage", "nowhere"), "no article was read"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_code_2(args: tuple[str, ...], told: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.output
    assert "Traceback" not in result.output


def test_schema_is_the_one_that_checks() -> None:
    assert json.loads(run("rules", "schema").output) == rule_schema()
    assert json.loads(run("rules", "schema", "--attributes").output)["title"] == "Attributes of a factcheck rule pack"


def test_new_writes_a_rule_that_lints_and_is_not_written_twice(tmp_path: Path) -> None:
    made = run("rules", "new", "FC901", "ages")
    assert made.exit_code == 0
    assert (tmp_path / "desk-rules" / "FC901-ages.yml").is_file()
    lint = run("rules", "lint", "desk-rules")
    assert (lint.exit_code, lint.output.startswith("1 rules, ")) == (0, True)
    assert run("rules", "new", "FC901", "ages").exit_code == 2


def test_lint_tells_every_mistake_and_warns_of_attributes_nobody_describes(tmp_path: Path) -> None:
    broken = ROOT / "tests" / "rules" / "broken"
    result = run("rules", "lint", str(broken))
    assert result.exit_code == 2
    assert result.output.count(".yml:") >= 30
    starter = run("rules", "new", "FC901", "ages")
    assert starter.exit_code == 0
    path = tmp_path / "desk-rules" / "FC901-ages.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("person.age]", "person.agee]"), encoding="utf-8")
    assert 'no attribute file describes "person.agee"; did you mean "person.age"?' in run("rules", "lint", "desk-rules").output


def test_the_tutorial_rules_pass_their_examples(tutorial: Path) -> None:
    for folder in ("desk-rules", "desk-beds"):
        lint = run("rules", "lint", folder)
        assert (lint.exit_code, lint.output[:8]) == (0, "1 rules,")
        result = run("rules", "test", folder, "-v")
        assert result.exit_code == 0, result.output
        assert "5 examples of 1 rules: 5 pass, 0 fail" in result.output


@pytest.mark.parametrize(
    ("articles", "rules", "rule", "told"),
    [
        ("articles", "desk-rules", "FC901", "林若水的年龄说法不一"),
        ("beds", "desk-beds", "FC902", "青河县人民医院的重症床位数不一"),
    ],
)
def test_the_tutorial_articles_are_reported(tutorial: Path, articles: str, rules: str, rule: str, told: str) -> None:
    result = run("check", articles, "--rules", rules, "--format", "json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert (finding["rule"], told in finding["message"]) == (rule, True)
    assert run("check", articles, "--format", "json").stdout.count(rule) == 0


def test_a_failing_example_is_exit_code_1(tutorial: Path) -> None:
    path = tutorial / "desk-rules" / "FC901-ages.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("现年68岁。\n    - - 指挥家", "现年62岁。\n    - - 指挥家"), encoding="utf-8")
    result = run("rules", "test", "desk-rules")
    assert result.exit_code == 1
    assert "FC901 FAILS: must fire (desk-rules/FC901-ages.yml:17:7)" in result.output
    assert "nothing was reported" in result.output


def test_coverage_tells_which_rules_fired_and_why_others_did_not(tutorial: Path) -> None:
    result = run("rules", "coverage", "articles", "--rules", "desk-rules")
    assert result.exit_code == 0
    assert "FC901  +  1 finding" in result.output
    assert re.search(r"FC111  -  no claim about MONEY in these articles", result.output)
    assert re.search(r"\d+ of \d+ rules fired on 2 articles, \d+ claims", result.output)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('\n[rule.FC999]\nlevel = "error"\n', 'factcheck.toml:2: the settings speak of rule "FC999", which does not exist'),
        ('\nignore = ["FC77"]\n', 'factcheck.toml:2: "FC77" names no rule and no pack'),
    ],
)
def test_a_setting_that_names_no_rule_is_told_with_its_line(tmp_path: Path, settings: str, told: str) -> None:
    Path("factcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.md").write_text("海港市有病床8200张。\n", encoding="utf-8")
    result = run("check", "a.md")
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_coverage_warns_of_an_attribute_nobody_describes_and_tells_what_is_off(tutorial: Path) -> None:
    path = tutorial / "desk-rules" / "FC901-ages.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("person.age]", "person.agee]"), encoding="utf-8")
    result = run("rules", "coverage", "articles", "--rules", "desk-rules")
    assert 'no attribute file describes "person.agee"; did you mean "person.age"?' in result.stderr
    assert "FC602  -  off by default; --select FC602 asks it" in result.stdout


def test_test_and_lint_look_at_the_files_of_the_folder(tutorial: Path) -> None:
    (tutorial / "desk-rules").rename(tutorial / "core")
    assert run("rules", "lint", "core").output.startswith("1 rules, ")
    assert "5 examples of 1 rules: 5 pass" in run("rules", "test", "core").output


def test_mistakes_of_rules_and_lexicons_are_told_together(tutorial: Path) -> None:
    (tutorial / "desk-rules" / "attributes.yml").write_text("- {id: desk.x}\n", encoding="utf-8")
    (tutorial / "desk-rules" / "FC903-x.yml").write_text("id: FC903\nlevle: error\n", encoding="utf-8")
    result = run("rules", "lint", "desk-rules")
    lines = [line for line in result.stderr.splitlines() if "desk-rules" in line]
    assert [line.split("desk-rules/")[1].split(":")[0] for line in lines] == ["FC903-x.yml", *["attributes.yml"] * 4]
    assert all("  | " in line or " | " in line for line in lines)


def test_an_example_of_an_overlay_stands_where_it_is_written(tutorial: Path) -> None:
    Path("over").mkdir()
    Path("over", "FC632-x.yml").write_text("id: FC632\nextends: FC632\ncompare: {tolerance: {absolute: 5}}\n", encoding="utf-8")
    result = run("rules", "test", "over")
    assert result.exit_code == 1
    assert re.search(r"FC632 FAILS: must fire \(.*FC632-magnitude.yml:\d\d:7\)", result.output)
