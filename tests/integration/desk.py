"""A repository of invented articles with git, and the program run in it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

import factcheck

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "FACTCHECK_REVIEWER": "贺砚秋",
    "PYTHONPATH": str(Path(factcheck.__file__).parent.parent),
}


def write_article(
    path: Path, source: str, *paragraphs: str, title: str = "东湾化工厂爆炸", published: str = "2031-03-06T18:00:00+08:00"
) -> None:
    """A Markdown article with front matter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"---\nsource: {source}\npublished: {published}\ntitle: {title}\n---\n"
    path.write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


@dataclass
class Desk:
    """The repository. `run` calls the program in this process, in the repository's folder."""

    root: Path
    chdir: Callable[[Path], None]

    def git(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, capture_output=True, text=True, check=False, env={**os.environ, **ENVIRONMENT}
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)

    def run(self, *arguments: str, **extra: Any) -> Result:
        from factcheck.cli.main import command

        self.chdir(self.root)
        return CliRunner(env=ENVIRONMENT).invoke(command, list(arguments), **extra)

    def check(self, *arguments: str, paths: tuple[str, ...] = ("articles",)) -> tuple[int, list[str]]:
        """The exit code, and the states of the findings that are contradictions, sorted."""
        result = self.run("check", *paths, "--format", "json", *arguments)
        states = sorted(f["state"] for f in json.loads(result.stdout)["findings"] if f["level"] != "info") if result.stdout else []
        return result.exit_code, states
