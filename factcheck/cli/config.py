"""`factcheck config`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import click

__all__ = ["command"]


@click.group("config")
def command() -> None:
    """Show the settings in force and where each came from.

    \b
    Example:
      factcheck config show --origin

    \b
    Exit codes:
      0  shown
      2  a settings file is wrong (every mistake is a line: path:line: what)
    """


@command.command("show")
@click.option("--origin", is_flag=True, help="Say where each value came from: a file and line, or the default.")
@click.option("--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True, help="What to print.")
@click.option("--config", metavar="FILE", help="Settings file to use instead of the one found above the working folder.")
@click.option("--isolated", is_flag=True, help="Use no settings file.")
def show(origin: bool, format_: str, config: str | None, isolated: bool) -> None:
    """Print every setting, one a line: name = value.

    Settings come from [tool.factcheck] in pyproject.toml, or from factcheck.toml, in the nearest folder upwards.

    \b
    Examples:
      factcheck config show
      factcheck config show --origin
      factcheck config show --isolated

    \b
    Exit codes:
      0  shown
      2  a settings file is wrong (every mistake is a line: path:line: what)
    """
    from factcheck.cli.analysis import open_settings
    from factcheck.cli.streams import print_bytes, print_text
    from factcheck.report.json import dump_json
    from factcheck.report.text import flatten_text

    settings = open_settings({"config": config, "isolated": isolated})
    entries = settings.entries()
    if format_ == "json":
        document = {"file": settings.file, "settings": [{"name": n, "value": _plain(v), "origin": o} for n, v, o in entries]}
        print_bytes(dump_json(document).encode())
        return
    for name, value, where in entries:
        line = flatten_text(f"{name} = {_tell(_plain(value))}")
        print_text(f"{line}    # {flatten_text(where)}\n" if origin else f"{line}\n")


def _plain(value: Any) -> Any:
    """A setting's value in plain JSON types."""
    if is_dataclass(value) and not isinstance(value, type):
        value = {key: item for key, item in asdict(value).items() if item}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def _tell(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
