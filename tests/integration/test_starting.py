"""`factcheck init`, completion, and what every command says of itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from desk import Desk, write_article

DEAD = "澜州市东湾化工厂3月6日上午发生爆炸，截至当天15时，爆炸造成{}人死亡。"


@pytest.fixture
def started(desk: Desk) -> Desk:
    for outlet, number in (("澜州新闻网", 3), ("海潮日报", 5)):
        write_article(desk.root / "稿 件" / f"{outlet}.md", outlet, DEAD.format(number))
    done = desk.run("init", "稿 件/")
    assert done.exit_code == 0, done.output
    return desk


def test_init_writes_settings_and_a_baseline_that_work(started: Desk) -> None:
    assert started.check(paths=()) == (0, ["known"])
    assert started.run("config", "show").exit_code == 0
    write_article(started.root / "稿 件" / "c.md", "浔阳晚报", DEAD.format(9))
    assert started.check(paths=()) == (1, ["changed"])
    below = started.root / "稿 件"
    started.chdir(below)
    from click.testing import CliRunner

    from factcheck.cli.main import command

    assert CliRunner().invoke(command, ["check"]).exit_code == 1, "from a folder below as well"


def test_init_overwrites_nothing(started: Desk) -> None:
    before = {path.name: path.read_bytes() for path in started.root.glob("factcheck*")}
    assert started.run("init", "稿 件").exit_code == 2
    (started.root / "factcheck.toml").unlink()
    assert started.run("init", "稿 件").exit_code == 2
    assert (started.root / "factcheck-baseline.jsonl").read_bytes() == before["factcheck-baseline.jsonl"]
    assert started.run("init", "稿 件", "--no-baseline").exit_code == 0
    assert started.check(paths=()) == (0, ["known"])


def test_init_of_nothing_writes_nothing(desk: Desk) -> None:
    (desk.root / "empty").mkdir()
    assert desk.run("init", "empty").exit_code == 2
    assert list(desk.root.glob("factcheck*")) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(desk: Desk, shell: str, tmp_path: Path) -> None:
    done = desk.run("completion", shell)
    assert done.exit_code == 0
    assert "_FACTCHECK_COMPLETE" in done.stdout
    program = shutil.which(shell)
    if program is not None:
        script = tmp_path / "script"
        script.write_text(done.stdout)
        assert subprocess.run([program, "-n", str(script)], check=False).returncode == 0


def test_completion_completes(tmp_path: Path) -> None:
    import os

    code = "import sys; sys.argv=['factcheck']; from factcheck.cli.main import main; main()"
    asked = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": "factcheck baseline pr", "COMP_CWORD": "2"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **asked})
    assert done.stdout.split() == ["plain,prune"]


def every_command() -> list[list[str]]:
    from factcheck.cli.main import COMMANDS, command

    found: list[list[str]] = []
    top = click.Context(command)
    for name in sorted(COMMANDS):
        one = command.get_command(top, name)
        found.append([name])
        if isinstance(one, click.Group):
            found += [[name, inner] for inner in sorted(one.commands) if not one.commands[inner].hidden]
    return found


@pytest.mark.parametrize(
    "words", [words for words in every_command() if words[0] in {"baseline", "review", "init", "completion", "check"}], ids=" ".join
)
def test_every_help_has_a_summary_an_example_and_exit_codes(desk: Desk, words: list[str]) -> None:
    told = desk.run(*words, "--help").stdout
    assert told.startswith(f"Usage: factcheck {words[0]}")
    assert told.split("\n\n")[1].strip().split(".")[0]
    assert f"factcheck {' '.join(words)}" in told.split("Example", 1)[1]
    assert "Exit codes:\n    0" in told


def test_the_commands_of_a_repository_import_nothing_heavy() -> None:
    heavy = {"spacy", "networkx", "pandas", "jsonschema", "opencc", "rjieba", "numpy", "jinja2", "trafilatura", "rich"}
    for words in (["baseline", "--help"], ["review", "--help"], ["init", "--help"], ["completion", "bash"], ["check", "--help"]):
        code = f"""
import sys
from factcheck.cli.main import command
try:
    command.main({words!r})
except SystemExit:
    print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)
"""
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stderr.strip() == "[]", words


def test_the_recipes_show_commands_that_exist() -> None:
    import re
    import shlex

    from factcheck.cli.main import COMMANDS, command

    text = (Path(__file__).parent.parent.parent / ".github/actions/factcheck/README.md").read_text(encoding="utf-8")
    code = "\n".join(line for line in text.splitlines() if line.startswith("    "))
    shown = re.findall(r"\bfactcheck ((?:check|init|baseline|review|completion)\b[^#\n'\")]*)", code)
    assert len(shown) > 10
    for line in shown:
        words = shlex.split(re.sub(r"\$\{[^}]*\}?|[>\"]", " ", line))
        found = command.get_command(click.Context(command), words[0])
        assert words[0] in COMMANDS
        if isinstance(found, click.Group) and len(words) > 1 and words[1] in found.commands:
            found = found.commands[words[1]]
        known = {name for parameter in found.params for name in parameter.opts} if found else set()
        assert {word for word in words if word.startswith("-")} <= known, line
