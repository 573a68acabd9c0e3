"""`factcheck doctor`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

__all__ = ["command"]


@click.command("doctor")
@click.option("--backend", default="auto", show_default=True, metavar="NAME", help="The backend to look at.")
@click.option("--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True, help="What to print.")
def command(backend: str, format_: str) -> None:
    """Say what reads the text on this machine, which versions, and what could be installed.

    \b
    Examples:
      factcheck doctor
      factcheck doctor --backend fast

    \b
    Exit codes:
      0  the backend works
      2  it cannot be used (what is missing is said)
    """
    from factcheck import __version__
    from factcheck.cli.streams import print_bytes, print_text
    from factcheck.language import describe_backend
    from factcheck.report.json import dump_json

    described: dict[str, Any] = {"factcheck": __version__, **describe_backend(backend)}
    if format_ == "json":
        print_bytes(dump_json(described).encode())
        return
    print_text("\n".join(_lines(described)) + "\n")


def _lines(described: Mapping[str, Any]) -> list[str]:
    """`name: value` lines; a mapping or a list is indented below its name."""
    from factcheck.report.text import flatten_text

    lines = []
    for name, value in described.items():
        if isinstance(value, Mapping):
            lines.append(f"{name}:")
            lines += [f"  {flatten_text(str(key))}: {_tell(item)}" for key, item in value.items()]
        elif isinstance(value, (list, tuple)):
            lines.append(f"{name}:" if value else f"{name}: -")
            lines += [f"  {_tell(item)}" for item in value]
        else:
            lines.append(f"{name}: {_tell(value)}")
    return lines


def _tell(value: object) -> str:
    from factcheck.report.text import flatten_text

    if value is None:
        return "not installed"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return flatten_text(str(value))
