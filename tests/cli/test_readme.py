"""What the README shows is true: its commands exist with their options, and its rule is a rule."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from factcheck.cli.main import COMMANDS, command
from factcheck.rules import load_rules

README = Path(__file__).parent.parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
SHOWN = sorted(set(re.findall(r"(?<!from )\bfactcheck [a-z][^\n`#）)。]*", TEXT)))


def _find(words: list[str]) -> tuple[click.Command, list[str]]:
    context = click.Context(command)
    found: click.Command = command
    while words and isinstance(found, click.Group) and (sub := found.get_command(context, words[0])) is not None:
        found, words = sub, words[1:]
    return found, words


def test_the_readme_shows_commands() -> None:
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_of_the_readme_exists_with_its_options(line: str) -> None:
    words = shlex.split(line.split(" > ")[0].strip(" ，:"))[1:]
    assert words[0] in COMMANDS
    found, rest = _find(words)
    known = {name for parameter in found.params for name in parameter.opts} | {"--help", "-h"}
    assert {word for word in rest if word.startswith("-")} <= known


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert all(f"| {code} |" in TEXT for code in (0, 1, 2))


def test_the_rule_of_the_readme_is_a_rule(tmp_path: Path) -> None:
    block = re.search(r"\n((?:    .*\n)+)", TEXT[TEXT.index("    id: FC901") - 1 :])
    assert block is not None
    (tmp_path / "FC901.yml").write_text(re.sub(r"(?m)^    ", "", block.group(1)), encoding="utf-8")
    rule = load_rules([tmp_path]).find("FC901")
    assert rule is not None
    assert rule.level == "error"


def test_the_two_commands_of_the_project_are_named() -> None:
    assert "pip install '.[ner]' && factcheck check seeds" in TEXT
    assert "pip install '.[ner,test]' && pytest" in TEXT
