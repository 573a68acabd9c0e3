"""The other commands, help, and what the program costs to start."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import Result

import factcheck
from factcheck.cli.main import COMMANDS
from factcheck.report.view import Report

Run = Callable[..., Result]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_help_has_a_summary_an_example_and_exit_codes(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    told = result.stdout
    assert told.startswith(f"Usage: factcheck {name}")
    assert "Example" in told
    assert f"factcheck {name}" in told.split("Example", 1)[1]
    assert "Exit codes:" in told
    summary = told.split("\n\n")[1].strip()
    assert summary.endswith(".")


def _list_commands(command: click.Command, context: click.Context) -> Iterator[tuple[str, ...]]:
    yield ()
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            for rest in _list_commands(inner, click.Context(inner, parent=context, info_name=name)):
                yield (name, *rest)


def test_every_help_fits_a_terminal_of_80_columns(run: Run) -> None:
    from factcheck.cli.main import command

    names = list(_list_commands(command, click.Context(command, info_name="factcheck")))
    assert ("baseline", "update") in names
    for name in names:
        wide = [line for line in run(*name, "--help").stdout.splitlines() if len(line) > 80]
        assert wide == [], name


def test_the_help_lists_every_command(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    for name, (_, summary) in COMMANDS.items():
        assert name in result.stdout
        assert summary in result.stdout
    assert "Exit codes" in result.stdout
    assert run("-h").stdout == result.stdout


def test_no_command_is_the_help_and_exit_code_2(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.stderr
    assert result.stdout == ""


def test_the_help_imports_nothing_heavy() -> None:
    heavy = {"spacy", "networkx", "pandas", "rich", "jsonschema", "ruamel", "opencc", "rjieba", "numpy", "jinja2", "trafilatura"}
    code = f"""
import sys
from factcheck.cli.main import command
try:
    command.main(["--help"])
except SystemExit:
    print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_version(run: Run) -> None:
    assert run("version").stdout == f"factcheck {factcheck.__version__}\n"
    assert run("--version").stdout == f"factcheck {factcheck.__version__}\n"


@pytest.mark.parametrize("name", ["1", "f-money", "f-m", "71aa"])
def test_show_finds_a_finding_by_number_id_or_beginning(run: Run, engine, name: str) -> None:  # type: ignore[no-untyped-def]
    result = run("show", name, "desk")
    assert result.exit_code == 0
    assert "〖约38.6亿元〗" in result.stdout
    assert "〖四十五億元〗" in result.stdout
    assert "发生死亡事故" not in result.stdout


@pytest.mark.parametrize(("name", "says"), [("3", "a number from 1 to 2"), ("0", "1 to 2"), ("x", "1 to 2"), ("f-", "may be any of 2")])
@pytest.mark.parametrize("command", ["show", "explain"])
def test_a_finding_that_is_not_there(run: Run, engine, command: str, name: str, says: str) -> None:  # type: ignore[no-untyped-def]
    result = run(command, name, "desk")
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_id_that_looks_like_a_number_is_an_id(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    deaths, money = engine.report.findings
    engine.report = replace(engine.report, findings=(replace(deaths, id="1"), money))
    assert "〖造成2人死亡〗" in run("show", "1", "desk").stdout


def test_show_with_no_finding_at_all(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = replace(engine.report, findings=())
    result = run("show", "1", "desk")
    assert result.exit_code == 2
    assert "nothing was found" in result.stderr


def test_explain_lists_the_gates_of_every_pair(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    result = run("explain", "1", "desk", "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.count("unit: compatible") == 2
    assert "→ contradicts (the two values do not meet)" in result.stdout
    assert "→ agrees (the difference is rounding)" in result.stdout


def test_claims_lists_every_claim(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = replace(engine.report, errors=())
    result = run("claims", "desk/han.md")
    assert result.exit_code == 0
    assert result.stdout.count("〖") == 5
    assert engine.calls[0][0] == ("desk/han.md",)


def test_claims_as_json(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = replace(engine.report, errors=())
    shown = json.loads(run("claims", "desk/han.md", "--format", "json").stdout)
    assert sorted(shown) == ["articles", "claims", "schema_version"]
    assert shown["claims"] == engine.report.to_dict()["claims"]


def test_claims_of_what_cannot_be_read(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = replace(engine.report, articles=(), claims=(), findings=(), relations=())
    result = run("claims", "desk/empty.txt")
    assert result.exit_code == 2
    assert "the file is empty" in result.stderr
    engine.report = Report()
    assert "no article was read from desk" in run("claims", "desk").stderr


def test_claims_of_an_article_that_claims_nothing(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = replace(engine.report, claims=(), findings=(), relations=(), errors=())
    result = run("claims", "desk/han.md")
    assert result.exit_code == 0
    assert "no claim was found" in result.stderr


def test_mentions_marks_the_figures_in_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("港口投资约38.6亿元，[bold]共12个泊位。\n", encoding="utf-8")
    result = run("mentions", "a.txt", "--lang", "en")
    assert result.exit_code == 0
    marked = result.stdout.split("Figures and times")[0]
    assert "38.6亿元〗，[bold]共〖12个" in marked
    assert "3,860,000,000" in result.stdout


def test_mentions_as_json_give_the_words_at_their_offsets(run: Run, tmp_path: Path) -> None:
    text = "去年約有1.5萬人，今年三月六日又來了两千人。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows = json.loads(run("mentions", "a.txt", "--format", "json", "--date", "2031-05-01").stdout)["mentions"]
    assert len(rows) >= 2
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_mentions_of_standard_input(run: Run) -> None:
    result = run("mentions", "-", input="共有12個泊位。".encode())
    assert result.exit_code == 0
    assert "〖12個" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "data", "says"),
    [
        (["mentions", "missing.txt"], None, "missing.txt"),
        (["mentions", "-", "--date", "soon"], b"1", "'soon' is no date"),
        (["mentions", "-"], "约五百人".encode("gb18030"), "not UTF-8"),
    ],
)
def test_mentions_of_what_cannot_be_read(run: Run, arguments: list[str], data: bytes | None, says: str) -> None:
    result = run(*arguments, input=data)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_doctor_says_what_reads_the_text(run: Run) -> None:
    result = run("doctor", "--backend", "fast")
    assert result.exit_code == 0
    assert "name: fast" in result.stdout
    assert "python -m spacy download zh_core_web_sm" in result.stdout


def test_doctor_as_json(run: Run) -> None:
    shown = json.loads(run("doctor", "--backend", "fast", "--format", "json").stdout)
    assert shown["factcheck"] == factcheck.__version__
    assert shown["name"] == "fast"


def test_doctor_of_an_unknown_backend(run: Run) -> None:
    result = run("doctor", "--backend", "magic")
    assert result.exit_code == 2
    assert "magic" in result.stderr


def test_config_show_tells_every_setting_and_its_origin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('lang = "en"\n\n[aliases]\n"海潮日报" = ["海潮"]\n', encoding="utf-8")
    shown = run("config", "show", "--origin").stdout.splitlines()
    assert [line for line in shown if line.startswith('lang = "en"') and line.endswith("factcheck.toml:1")]
    assert [line for line in shown if line.startswith('aliases.海潮日报 = ["海潮"]') and line.endswith("factcheck.toml:4")]
    assert 'fail_level = "warning"    # default' in shown
    assert 'lang = "zh"' in run("config", "show", "--isolated").stdout.splitlines()


def test_config_show_as_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('[outlets."海潮日报"]\nnames = ["海潮"]\n', encoding="utf-8")
    shown = json.loads(run("config", "show", "--format", "json").stdout)
    assert shown["file"].endswith("factcheck.toml")
    assert {"name": "outlets.海潮日报", "value": {"names": ["海潮"]}, "origin": f"{tmp_path}/factcheck.toml:1"} in shown["settings"]


def test_every_mistake_of_a_settings_file_is_a_line(run: Run, engine, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "factcheck.toml").write_text('langue = "en"\nfail_level = "all"\n', encoding="utf-8")
    for arguments in (["config", "show"], ["check", "desk"]):
        result = run(*arguments)
        assert result.exit_code == 2
        lines = result.stderr.splitlines()
        assert len(lines) == 2
        assert all(line.startswith("factcheck: error: ") for line in lines)
        assert "factcheck.toml:1" in lines[0]
        assert "factcheck.toml:2" in lines[1]
    assert engine.calls == []


def test_settings_hold_where_no_option_says_otherwise(run: Run, engine, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    engine.report = replace(engine.report, errors=())
    (tmp_path / "factcheck.toml").write_text('lang = "en"\nfail_level = "never"\n', encoding="utf-8")
    by_file = run("check", "desk")
    assert by_file.exit_code == 0
    assert by_file.stdout.startswith("Fact consistency report")
    by_option = run("check", "desk", "--lang", "zh", "--fail-level", "error")
    assert by_option.exit_code == 1
    assert by_option.stdout.startswith("事实一致性核查报告")
    assert run("check", "desk", "--isolated").exit_code == 1


def test_a_settings_file_that_is_not_there(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    result = run("check", "desk", "--config", "missing.toml")
    assert result.exit_code == 2
    assert "missing.toml" in result.stderr
