"""The pre-commit hooks through pre-commit itself, and the steps of the composite action as far as they go without GitHub."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from desk import ENVIRONMENT, Desk, write_article

import factcheck

ROOT = Path(__file__).parent.parent.parent
ACTION = ROOT / ".github" / "actions" / "factcheck"
DEAD = "澜州市东湾化工厂3月6日上午发生爆炸，截至当天15时，爆炸造成{}人死亡。"

pytestmark = pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the PATH with a `factcheck` that is the one under test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "factcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def run(arguments: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, **ENVIRONMENT, **environment}
    )


# ------------------------------------------------------------------ pre-commit


@pytest.fixture
def hooked(desk: Desk, tools: Path, tmp_path: Path) -> Desk:
    """A desk whose commits run the hook `factcheck`. The hooks' repository holds only their file; the program is that on the PATH."""
    pytest.importorskip("pre_commit")
    hooks = Desk(tmp_path / "hooks", desk.chdir)
    hooks.root.mkdir()
    hooks.git("init", "--quiet")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks.root)
    hooks.commit("hooks")
    revision = hooks.git("rev-parse", "HEAD").strip()
    configured = [{"id": "factcheck", "language": "system"}, {"id": "factcheck-all", "language": "system", "stages": ["manual"]}]
    config = {"repos": [{"repo": str(hooks.root), "rev": revision, "hooks": configured}]}
    (desk.root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (desk.root / "factcheck.toml").write_text('paths = ["articles"]\nbackend = "fast"\n')
    write_article(desk.root / "articles/a.md", "澜州新闻网", DEAD.format(3))
    desk.commit("start")
    return desk


def test_the_hook_stops_a_commit_that_brings_a_contradiction(hooked: Desk, tmp_path: Path) -> None:
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    installed = run([sys.executable, "-m", "pre_commit", "install"], hooked.root, **home)
    assert installed.returncode == 0, installed.stderr
    write_article(hooked.root / "articles/b.md", "海潮日报", DEAD.format(5))
    hooked.git("add", "--all")
    refused = run(["git", "commit", "-m", "five"], hooked.root, **home)
    assert refused.returncode == 1, refused.stderr
    assert "5人" in refused.stdout + refused.stderr
    write_article(hooked.root / "articles/b.md", "海潮日报", DEAD.format(3))
    hooked.git("add", "--all")
    taken = run(["git", "commit", "-m", "three"], hooked.root, **home)
    assert taken.returncode == 0, taken.stdout + taken.stderr
    every = run([sys.executable, "-m", "pre_commit", "run", "--all-files", "--hook-stage", "manual", "factcheck-all"], hooked.root, **home)
    assert every.returncode == 0, every.stdout
    write_article(hooked.root / "articles/b.md", "海潮日报", DEAD.format(5))
    every = run([sys.executable, "-m", "pre_commit", "run", "--all-files", "--hook-stage", "manual", "factcheck-all"], hooked.root, **home)
    assert every.returncode == 1, "with nothing staged, too"


def test_the_hooks_are_valid() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib")
    hooks = clientlib.load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert [hook["id"] for hook in hooks] == ["factcheck", "factcheck-all"]
    assert all(hook["pass_filenames"] is False for hook in hooks)


# ------------------------------------------------------------------ the action


def read_action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    return loaded


def check(desk: Desk, tmp_path: Path, **environment: str) -> tuple[int, str, dict[str, str], str]:
    """The action's step: exit code, standard output, its outputs, the job summary."""
    outputs, summary = tmp_path / "outputs", tmp_path / "summary"
    outputs.write_text("")
    summary.write_text("before\n")
    (step,) = [step for step in read_action()["runs"]["steps"] if step.get("id") == "check"]
    given = {name: environment.pop(name, "") for name in step["env"]}
    assert not environment, "an input the action does not hand on"
    files = {"GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTION_PATH": str(ACTION)}
    done = run(["bash", "-c", step["run"]], desk.root, **given, **files)
    told = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
    return done.returncode, done.stdout + done.stderr, told, summary.read_text(encoding="utf-8")


def test_the_action_checks(desk: Desk, tools: Path, tmp_path: Path) -> None:
    write_article(desk.root / "articles/a.md", "澜州新闻网", DEAD.format(3))
    write_article(desk.root / "more of it/b.md", "海潮日报", DEAD.format(3))
    desk.commit("start")
    (desk.root / "factcheck.toml").write_text('backend = "fast"\n')
    paths = "articles\r\n\nmore of it\n"
    code, printed, told, summary = check(desk, tmp_path, FACTCHECK_PATHS=paths)
    assert (code, told) == (0, {"exit-code": "0", "sarif": "factcheck.sarif"}), printed
    assert summary.startswith("before\n## ")

    write_article(desk.root / "more of it/b.md", "海潮日报", DEAD.format(5))
    code, printed, told, summary = check(
        desk, tmp_path, FACTCHECK_PATHS=paths, FACTCHECK_SARIF="out/r.sarif", FACTCHECK_JUNIT="out/r.xml", FACTCHECK_LANG="en"
    )
    assert (code, told) == (1, {"exit-code": "1", "sarif": "out/r.sarif"})
    assert printed.startswith("::error file=")
    assert "5人" in summary
    assert json.loads((desk.root / "out/r.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert (desk.root / "out/r.xml").exists()

    code, _, told, _ = check(desk, tmp_path, FACTCHECK_PATHS=paths, FACTCHECK_FAIL_LEVEL="never", FACTCHECK_FOCUS_SINCE="HEAD")
    assert (code, told["exit-code"]) == (0, "0")
    code, _, told, _ = check(desk, tmp_path, FACTCHECK_PATHS=paths, FACTCHECK_ARGUMENTS="--focus\narticles/a.md\n--exit-zero")
    assert (code, told["exit-code"]) == (0, "0")
    code, printed, told, _ = check(desk, tmp_path, FACTCHECK_PATHS="nowhere; touch hacked")
    assert (code, told["exit-code"]) == (2, "2")
    assert not (desk.root / "hacked").exists()
    code, _, _, _ = check(desk, tmp_path, FACTCHECK_PATHS=paths, FACTCHECK_BASELINE="nowhere.jsonl", FACTCHECK_ALLOW_PARTIAL="true")
    assert code == 2


def test_the_action_without_paths_uses_the_settings(desk: Desk, tools: Path, tmp_path: Path) -> None:
    (desk.root / "factcheck.toml").write_text('paths = ["articles"]\nbackend = "fast"\n')
    write_article(desk.root / "articles/a.md", "澜州新闻网", DEAD.format(3))
    assert check(desk, tmp_path)[0] == 0


def test_the_action_hands_every_input_on() -> None:
    action = read_action()
    steps = json.dumps(action["runs"]["steps"])
    for name in action["inputs"]:
        assert f"inputs.{name} " in steps, name
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "an expression in a script is an injection"
    assert set(action["outputs"]) == {"exit-code", "sarif"}


def test_the_action_installs_what_it_came_with(tools: Path, tmp_path: Path) -> None:
    none = run(["bash", str(ACTION / "install.sh")], tmp_path, FACTCHECK_INSTALL="none")
    assert (none.returncode, none.stdout) == (0, f"factcheck {factcheck.__version__}\n")
    (tools / "python").write_text('#!/bin/sh\necho "$@" >> "$PIP_LOG_OF_THE_TEST"\n')
    (tools / "python").chmod(0o755)
    log = tmp_path / "log"
    for what, expected in (("", f"{ROOT}[ner]"), ("factcheck==9", "factcheck==9")):
        done = run(["bash", str(ACTION / "install.sh")], tmp_path, FACTCHECK_INSTALL=what, PIP_LOG_OF_THE_TEST=str(log))
        assert done.returncode == 0
        assert log.read_text().splitlines()[-1].endswith(expected)
