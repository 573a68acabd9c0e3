"""`factcheck check`: what goes where, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from factcheck.errors import FactcheckError, RuleError
from factcheck.model import Level, State
from factcheck.report.view import Report

Run = Callable[..., Result]


@pytest.fixture
def whole(engine):  # type: ignore[no-untyped-def]
    """An engine whose report is complete: no file was unreadable."""
    engine.report = replace(engine.report, errors=())
    return engine


def test_new_findings_are_exit_code_1(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    result = run("check", "desk")
    assert result.exit_code == 1
    assert "四十五億元" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-level", "error"], 1),
        (["--fail-level", "warning"], 1),
        (["--fail-level", "never"], 0),
    ],
)
def test_the_fail_level_decides(run: Run, whole, arguments: list[str], code: int) -> None:  # type: ignore[no-untyped-def]
    assert run("check", "desk", *arguments).exit_code == code


@pytest.mark.parametrize(
    ("level", "state", "code"),
    [
        (Level.WARNING, State.NEW, 1),
        (Level.WARNING, State.CHANGED, 1),
        (Level.WARNING, State.KNOWN, 0),
        (Level.WARNING, State.EXPANDED, 0),
        (Level.WARNING, State.DISMISSED, 0),
        (Level.INFO, State.NEW, 0),
    ],
)
def test_only_what_is_new_fails(run: Run, whole, level: Level, state: State, code: int) -> None:  # type: ignore[no-untyped-def]
    whole.report = replace(whole.report, findings=(replace(whole.report.findings[0], level=level, state=state),))
    assert run("check", "desk").exit_code == code


def test_no_finding_is_exit_code_0(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    whole.report = replace(whole.report, findings=())
    result = run("check", "desk")
    assert result.exit_code == 0
    assert "未发现矛盾" in result.stdout


def test_a_file_that_cannot_be_read_is_exit_code_2_and_the_rest_is_shown(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    result = run("check", "desk")
    assert result.exit_code == 2
    assert result.stderr == "factcheck: error: desk/empty.txt: the file is empty (remove it or fill it)\n"
    assert "四十五億元" in result.stdout
    assert "1 个文件未能读取" in result.stdout


def test_allow_partial_judges_what_was_read(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    result = run("check", "desk", "--allow-partial")
    assert result.exit_code == 1
    assert result.stderr.startswith("factcheck: warning: desk/empty.txt")


@pytest.mark.parametrize("extra", [[], ["--allow-partial"], ["--fail-level", "never"]])
def test_nothing_read_is_never_green(run: Run, engine, extra: list[str]) -> None:  # type: ignore[no-untyped-def]
    engine.report = Report()
    result = run("check", "desk", *extra)
    assert result.exit_code == 2
    assert "no article was read from desk" in result.stderr
    assert "不能说没有矛盾" in result.stdout


@pytest.mark.parametrize("extra", [[], ["--allow-partial"]])
def test_nothing_claimed_is_never_green(run: Run, whole, extra: list[str]) -> None:  # type: ignore[no-untyped-def]
    whole.report = replace(whole.report, claims=(), findings=(), relations=())
    result = run("check", "desk", *extra)
    assert result.exit_code == 2
    assert "no claim was found in 3 article(s)" in result.stderr


def test_json_on_standard_output_is_all_there_is(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    result = run("check", "desk", "--format", "json")
    assert json.loads(result.stdout) == engine.report.to_dict()
    assert "\r" not in result.stdout


def test_json_is_utf8_whatever_the_console(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    from click.testing import CliRunner

    from factcheck.cli.main import command

    result = CliRunner(charset="gbk").invoke(command, ["check", "desk", "--format", "json"])
    assert json.loads(result.stdout_bytes.decode("utf-8")) == whole.report.to_dict()


def test_a_gbk_console_gets_what_it_can_show(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    from click.testing import CliRunner

    from factcheck.cli.main import command

    whole.report = replace(whole.report, backend="\u2022")
    result = CliRunner(charset="gbk").invoke(command, ["check", "desk", "--verbose"])
    assert result.exit_code == 1
    text = result.stdout_bytes.decode("gbk")
    assert "四十五億元" in text
    assert "分析引擎：?" in text
    assert "+---" in text


def test_markdown_on_standard_output(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    assert run("check", "desk", "--format", "markdown", "--lang", "en").stdout.startswith("# Fact consistency report\n")


def test_verbose_shows_the_evidence(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    assert "〖约38.6亿元〗" not in run("check", "desk").stdout
    assert "〖约38.6亿元〗" in run("check", "desk", "--verbose").stdout


def test_outputs_are_written_as_well(run: Run, whole, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("check", "desk", "-o", "markdown:reports/a.md", "-o", "json:reports/a.json", "-o", "terminal:reports/a.txt")
    assert result.exit_code == 1
    assert "四十五億元" in result.stdout
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["a.json", "a.md", "a.txt"]
    assert json.loads((tmp_path / "reports/a.json").read_text(encoding="utf-8")) == whole.report.to_dict()
    assert "\x1b" not in (tmp_path / "reports/a.txt").read_text(encoding="utf-8")


def test_a_wrong_output_is_found_before_anything_is_read(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    result = run("check", "desk", "-o", "pdf:x.pdf")
    assert result.exit_code == 2
    assert whole.calls == []
    assert result.stderr.startswith("factcheck: error: unknown output format 'pdf'")


def test_an_output_that_cannot_be_written(run: Run, whole, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "file").write_text("x")
    result = run("check", "desk", "-o", "json:file/a.json")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: error: file/a.json: cannot write")
    assert result.stderr.count("\n") == 1


def test_incomparable_pairs_are_asked_for(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    shown = json.loads(run("check", "desk", "--format", "json", "--all-relations").stdout)
    assert "incomparable" in {relation["kind"] for relation in shown["relations"]}


def test_options_reach_the_engine(run: Run, whole, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "house").mkdir()
    run(
        "check",
        "a",
        "b",
        "--rules",
        "house",
        "--backend",
        "fast",
        "--lang",
        "en",
        "--select",
        "FC1",
        "--select",
        "FC2",
        "--ignore",
        "FC201",
    )
    paths, settings = whole.calls[0]
    assert paths == ("a", "b")
    assert settings.rules == (Path("house"),)
    assert (settings.backend, settings.lang) == ("fast", "en")
    assert (settings.select, settings.ignore) == (("FC1", "FC2"), ("FC201",))


def test_excludes_reach_the_engine_in_the_settings(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    run("check", "a", "--exclude", "*.bak", "--exclude", "old/")
    assert whole.calls[0][1].exclude == ("*.bak", "old/")


def test_every_mistake_of_the_rule_files_is_a_line(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = RuleError("2 mistakes", problems=("house/a.yml:3: unknown key 'levle'", "house/b.yml:9: no such family 'CONT'"))
    result = run("check", "desk")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "factcheck: error: house/a.yml:3: unknown key 'levle'",
        "factcheck: error: house/b.yml:9: no such family 'CONT'",
    ]


def test_an_error_is_one_line_and_never_a_traceback(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = FactcheckError("the thing\nis wrong\x1b[1m", where="a.yml:3", hint="mend it")
    result = run("check", "desk")
    assert result.exit_code == 2
    assert result.stderr == "factcheck: error: a.yml:3: the thing is wrong<U+001B>[1m (mend it)\n"


def test_an_unexpected_error_is_one_line_too(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = ZeroDivisionError("division by zero")
    result = run("check", "desk")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: error: unexpected ZeroDivisionError: division by zero")
    assert "--debug" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--debug", "check", "desk"], ["check", "desk", "--debug"]])
def test_debug_shows_the_traceback(run: Run, engine, arguments: list[str]) -> None:  # type: ignore[no-untyped-def]
    engine.report = ZeroDivisionError("division by zero")
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback (most recent call last)" in result.stderr


def test_an_interruption_is_exit_code_130(run: Run, engine) -> None:  # type: ignore[no-untyped-def]
    engine.report = KeyboardInterrupt()
    result = run("check", "desk")
    assert result.exit_code == 130
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "PATH"),
        (["check", "x", "--nonsense"], "--nonsense"),
        (["check", "x", "--format", "xml"], "xml"),
        (["check", "x", "--lang", "fr"], "fr"),
        (["check", "x", "--fail-level", "all"], "all"),
        (["chekc", "x"], "did you mean 'check'"),
        (["nothing-like-it"], "one of baseline, check"),
        (["check", "x", "--config", "a.toml", "--isolated"], "exclude each other"),
        (["show", "1"], "PATH"),
        (["claims"], "FILE"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(run: Run, engine, arguments: list[str], says: str) -> None:  # type: ignore[no-untyped-def]
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("factcheck: error: ")
    assert result.stderr.count("\n") == 1
    assert says in result.stderr


@pytest.mark.parametrize("columns", ["80", "64", "40"])
def test_the_table_fits_the_screen(run: Run, whole, columns: str) -> None:  # type: ignore[no-untyped-def]
    from rich.cells import cell_len

    result = run("check", "desk", "--verbose", env={"COLUMNS": columns})
    assert max(cell_len(line) for line in result.stdout.splitlines()) <= int(columns)


def test_no_color_is_honoured(run: Run, whole) -> None:  # type: ignore[no-untyped-def]
    forced = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    assert "\x1b[" in run("check", "desk", env=forced, color=True).stdout
    assert "\x1b[" not in run("check", "desk", env={**forced, "NO_COLOR": "1"}, color=True).stdout
